"""What a verdict says of itself: sentences in three languages, the share, and the working."""

import json
from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.delivery import Judgement, Ratio
from maroc_offshoring.derivation import Derivation


@pytest.fixture
def judged(world: Any) -> Judgement:
    """A level that was aimed at, half of it measured in time, and all of it later."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018, note="A note of ours.")
    half, all_of_it = world.seen("half", 500, period=2019, note="Half."), world.seen("late", 1000, period=2023)
    ds = mo.Dataset.of(aim, half, all_of_it, *world.ground, published="2026-12-31")
    return ds.delivery()[0]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_the_reason_is_told_in_three_languages(judged: Judgement) -> None:
    """Each sentence says what was aimed at, what was measured, and what that shows."""
    assert plain(judged.message()) == (
        "Aim for 2020, jobs: 1 000 jobs in all. 500 jobs (2019; published 2026-03), before the date: at most a partial"
        " answer (50 %). 1 000 jobs (2023): reached, but seen only after the date; nothing shows that it was in time."
    )
    assert plain(judged.message("fr")) == (
        "Objectif pour 2020, emplois : 1 000 emplois au total. 500 emplois (2019 ; paru 2026-03), avant l'échéance :"
        " réponse partielle tout au plus (50 %). 1 000 emplois (2023) : atteint, mais vu seulement après l'échéance ;"
        " rien ne montre que ce fut à temps."
    )
    assert plain(judged.message("ar")).startswith("هدف لأفق 2020، مناصب الشغل: 1 000 منصب شغل إجمالا.")
    assert str(judged) == f"partly: {judged.message()}"
    with pytest.raises(mo.errors.UnknownWord):
        judged.message("de")


def test_the_working_shows_what_the_verdict_rests_on_first(judged: Judgement) -> None:
    """Then the rest, what could not judge, and the sources by number."""
    lines = plain(judged.explain()).splitlines()
    assert lines[0].startswith("partly. Aim for 2020, jobs")
    assert "    A note of ours." in lines
    assert "  kept by 1 000 jobs, missed below it" in lines
    assert "  500 jobs (2019): a partial answer (1)" in lines
    assert "  share measured of the least that keeps it: 50 %" in lines
    assert lines[-1] == "  1. CRI, 2026-03, Enquête 2026"


def test_the_working_is_data_that_reads_back(judged: Judgement, world: Any) -> None:
    """So is that of many judgements; as HTML it stands by itself."""
    for thing in (judged, mo.Dataset.of(judged.promise, *world.ground, published="2026-12-31").delivery()):
        data = json.loads(json.dumps(thing.explain("data")))
        assert Derivation.from_dict(data) == thing.derivation
        assert thing.explain("html", language="ar").startswith("<div")


def test_the_least_that_keeps_an_approximate_promise_is_explained(world: Any) -> None:
    """With the convention by which it is read."""
    aim = world.aim("aim", "environ 1.000 emplois", basis="level", place=world.oujda, due=2020)
    ds = mo.Dataset.of(aim, world.seen("seen", 950, period=2020), *world.ground, published="2026-12-31")
    judged = ds.delivery()[0]
    assert "surely kept by 1 000 jobs, surely missed below 900 jobs" in plain(judged.explain())
    assert '"about" reaches 1 ×' in plain(judged.explain())
    assert '"about" and "nearly" are read by our convention' in judged.message()
    assert plain(str(judged.ratio)) == "95 to 106 %"


@pytest.mark.parametrize(
    ("ratio", "written"),
    [
        (("0.5", "0.5"), "50 %"),
        (("0.854", None), "85 % or more"),
        (("0", "0.52"), "at most 52 %"),
        (("0.9", "1.1"), "90 to 110 %"),
        (("0.999", "0.999"), "99.9 %"),  # what falls short does not read as if it did not
        (("0.99999", "0.99999"), "100 %"),
    ],
)
def test_a_share_is_written_with_its_bounds(ratio: tuple[str, str | None], written: str) -> None:
    """In per cent; open upward where nothing bounds it."""
    low, high = (None if end is None else Decimal(end) for end in ratio)
    assert plain(str(Ratio(low or Decimal(0), high, None))) == written


def test_a_share_has_the_bounds_of_both_sides(world: Any) -> None:
    """At least 850 of about 1 000 is 85 % at the least; 500 of up to 800 has no upper end."""

    def ratio(promised: str, measured: str) -> Ratio | None:
        aim = world.aim("aim", promised, basis="level", place=world.oujda, due=2020)
        seen = world.seen("seen", measured, period=2020)
        return mo.Dataset.of(aim, seen, *world.ground, published="2026-12-31").delivery()[0].ratio

    assert ratio("environ 1.000 emplois", "plus de 850 emplois") == Ratio(Decimal("0.85"), None, Decimal("0.85"))
    assert ratio("jusqu'à 800 emplois", "500 emplois") == Ratio(Decimal("0.625"), None, Decimal("0.625"))
    assert ratio("800 à 1.000 emplois", "900 emplois") == Ratio(Decimal("1.125"), Decimal("1.125"), None)
