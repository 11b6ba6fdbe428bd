"""What is still promised, by year, and what of it may come: never without its assumptions."""

import json
from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.delivery import Kept, Outlook, wilson
from maroc_offshoring.derivation import Derivation


@pytest.fixture
def ahead(world: Any) -> mo.Dataset:
    """Promises of past and coming years, as published in the middle of 2022."""
    whole = world.promise("whole", 300, due=2025, announced_on=2021, places=[world.oujda])
    missed = mo.StatusChange(status="missed", on=2019, citations=[world.paper])
    partly = mo.StatusChange(status="partly_delivered", on=2022, citations=[world.paper])
    cancelled = mo.StatusChange(status="cancelled", on=2022, citations=[world.paper])
    return mo.Dataset.of(
        whole,
        world.promise("part", 100, due=2025, announced_on=2021, places=[world.oujda], part_of=whole),
        world.promise("again", 300, due=2025, announced_on=2021, places=[world.oujda], restates=whole),
        world.promise("soon", 50, due="2022-12", announced_on=2021, places=[world.oujda], history=[partly]),
        world.promise("undated", 70, announced_on=2017, places=[world.oujda]),
        world.promise("later", 80, due=2031, announced_on=2021, places=[world.oujda]),
        world.promise("closed", 90, due=2025, announced_on=2021, places=[world.oujda], history=[cancelled]),
        world.promise("joint", 40, due=2026, announced_on=2021, places=[world.oujda, world.fes]),
        world.promise("level", 60, due=2026, announced_on=2021, places=[world.oujda], basis="level"),
        world.promise("past", 10, due=2018, announced_on=2016, places=[world.oujda], history=[missed]),
        world.promise("kept", 10, "jobs", basis="level", due=2018, announced_on=2016, places=[world.oujda],
                      made_by=[world.acme]),
        world.seen("seen", 10, period=2018, operator=world.acme),
        world.aim("aim", 1000, due=2025, place=world.oujda),
        *world.ground,
        published="2022-06-30",
    )  # fmt: skip


@pytest.fixture
def outlook(ahead: mo.Dataset) -> Outlook:
    return ahead.outlook("jobs", "Oujda", until=2030)


def test_what_is_still_promised_is_totalled_by_year_and_counts_nothing_twice(outlook: Outlook) -> None:
    """A whole and its part, and what is told again, are one; what is closed or past is not ahead."""
    assert {year: part.figure.value for year, part in outlook.years.items() if part.figure} == {2022: 50, 2025: 300}
    assert outlook.total.figure is not None
    assert outlook.total.figure.value == 350


def test_what_has_no_year_stands_apart(outlook: Outlook) -> None:
    """Undated promises, those due later, joint ones and levels have lines of their own; aims are never added."""
    assert [line.record.id for line in outlook.undated.counted] == ["undated"]
    assert [line.record.id for line in outlook.later.counted] == ["later"]
    assert [out.record.id for out in outlook.joint] == ["joint"]
    assert [level.record.id for level in outlook.levels] == ["level"]
    assert [aim.id for aim in outlook.aims] == ["aim"]


def test_the_share_kept_is_taken_from_the_record(outlook: Outlook) -> None:
    """Of two whose date has passed one was met and one missed: from Wilson's lower end of 1/2 to his upper end."""
    assert outlook.kept.tally is not None
    assert str(outlook.kept.tally) == "1 met, 1 missed"
    assert (round(outlook.kept.low, 4), round(outlook.kept.high, 4)) == (Decimal("0.0945"), Decimal("0.9055"))
    assert "of 2 whose date has passed 1 were met, 1 missed and 0 have no certain verdict" in str(outlook.kept)
    assert (outlook.expected.low.value, outlook.expected.high.value) == (33, 317)  # 350 x 0.0945, 350 x 0.9055


def test_no_bare_number_is_given(outlook: Outlook) -> None:
    """What may come has two ends and its assumptions wherever it is shown."""
    for name in ("figure", "value", "quantity"):
        with pytest.raises(mo.errors.NoSingleFigure, match=r"it rests on assumptions; use \.low and \.high"):
            getattr(outlook.expected, name)
    for written in (str(outlook.expected), str(outlook), outlook.explain(), json.dumps(outlook.explain("data"))):
        assert "the share of past promises kept lies between" in written
        assert "it is no forecast" in written
        assert "a promise that is partly delivered counts whole" in written
    assert "ce n'est pas une prévision" in outlook.label("fr")
    assert repr(outlook.expected) == "<Expected 33\xa0jobs to 317\xa0jobs, under 7 assumptions>"


def test_the_working_reads_back(outlook: Outlook) -> None:
    """It names the source of the interval and every promise."""
    tree = outlook.derivation
    assert Derivation.from_dict(json.loads(json.dumps(tree.to_dict()))) == tree
    assert "Wilson, E. B. (1927)" in outlook.explain()
    assert {"whole", "part", "soon", "undated", "later", "joint", "level", "aim"} <= {
        node.record.id for node in tree.walk() if node.record is not None
    }
    assert [source.id for source in outlook.sources] == ["paper"]


@pytest.mark.parametrize(
    ("kept", "low", "high"),
    [("0.5", 175, 175), (("0.25", "0.5"), 87, 175), (1, 350, 350), (Kept("0", "1"), 0, 350)],
)
def test_the_share_can_be_given(ahead: mo.Dataset, kept: Any, low: int, high: int) -> None:
    """One number, or the least and the most; it is then said to be given, and ends are whole units, rounded outward."""
    outlook = ahead.outlook("jobs", "Oujda", until=2030, kept=kept)
    assert (outlook.expected.low.value, outlook.expected.high.value) == (low, high)
    assert "an assumption given by the user" in str(outlook)
    assert outlook.expected_by_year[2022].low.value == Decimal(50 * low // 350)


def test_the_share_can_be_taken_from_another_delivery(ahead: mo.Dataset) -> None:
    """From that of one company, say."""
    of_acme = ahead.delivery(operator="Acme")
    outlook = ahead.outlook("jobs", "Oujda", until=2030, kept=of_acme)
    assert outlook.kept.tally is not None
    assert str(outlook.kept.tally) == "1 met"
    assert round(outlook.kept.low, 4) == Decimal("0.2065")  # 1 / (1 + 1.96²)


@pytest.mark.parametrize(
    ("kept", "error", "says"),
    [
        (0.5, mo.errors.WrongType, "0.5"),
        ("2", mo.errors.InvalidField, "a share from 0 to 1"),
        (("0.5", "0.25"), mo.errors.InvalidField, "not above the most"),
        (("0.1", "0.2", "0.3"), mo.errors.WrongType, "a pair of the least and the most"),
    ],
)
def test_a_share_that_is_none_is_refused(ahead: mo.Dataset, kept: Any, error: type, says: str) -> None:
    """A float too, which is already rounded."""
    with pytest.raises(error, match=says):
        ahead.outlook("jobs", until=2030, kept=kept)


def test_the_ends_are_called_averages(outlook: Outlook) -> None:
    """A promise that is kept whole brings more than the share of it, so the upper end is not the most."""
    for language, says in (("fr", "moyennes"), ("en", "averages"), ("ar", "متوسطان")):
        assert says in outlook.label(language)


def test_what_lies_behind_is_no_outlook(ahead: mo.Dataset) -> None:
    """Nor is a share added, nor a place that is not known."""
    with pytest.raises(mo.errors.InvalidField, match="a year from 2022 on: it looks ahead from 2022-06-30"):
        ahead.outlook("jobs", until=2021)
    with pytest.raises(mo.errors.InvalidField, match="until"):
        ahead.outlook("jobs", until="2022..2030")
    with pytest.raises(mo.errors.NotAdditive):
        ahead.outlook("rank", until=2030)
    with pytest.raises(mo.errors.UnknownName, match="Atlantis"):
        ahead.outlook("jobs", "Atlantis", until=2030)


def test_an_outlook_of_nothing_says_so(ahead: mo.Dataset) -> None:
    """Its table is there with its assumptions, and there is nothing to expect."""
    outlook = ahead.outlook("jobs", "Jerada", until=2030)
    assert outlook.years == {}
    assert "it is no forecast" in str(outlook)
    with pytest.raises(mo.errors.NoSingleFigure):
        _ = outlook.expected


def test_money_of_several_currencies_needs_one(world: Any) -> None:
    """Each year is a basket until a currency is named."""
    ds = mo.Dataset.of(
        world.promise("dirhams", 1000, "investment", due=2025, announced_on=2021),
        world.promise("euros", mo.Figure(100, "EUR"), "investment", due=2025, announced_on=2021),
        published="2022-06-30",
    )
    basket = ds.outlook("investment", until=2025, kept="0.5")
    assert len(basket.years[2025].figures) == 2
    with pytest.raises(mo.errors.NoSingleFigure, match="give currency= to state them in one"):
        _ = basket.expected
    assert "1 000 MAD" in str(basket).replace("\u202f", " ").replace("\xa0", " ")
    assert ds.outlook("investment", until=2025, kept="0.5", currency="MAD").expected.low.unit == "MAD"


@pytest.mark.parametrize(("successes", "trials"), [(3, 2), (-1, 2), (1, -1), (True, 1), ("1", 2), (0, None), (1, [])])
def test_an_interval_needs_counts(successes: Any, trials: Any) -> None:
    """More successes than trials, and what is no count, are refused by our own error."""
    with pytest.raises(mo.errors.InvalidField):
        wilson(successes, trials)


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(8, 10, "0.4902", "0.9433"), (0, 10, "0.0000", "0.2775"), (10, 10, "0.7225", "1.0000"), (0, 0, "0", "1")],
)
def test_the_interval_is_wilsons(successes: int, trials: int, low: str, high: str) -> None:
    """8 of 10: (0.8 + 0.19207 ± 1.95996 √(0.016 + 0.0096036)) / 1.38415 = 0.4902 and 0.9433."""
    found = wilson(successes, trials)
    assert tuple(round(end, 4) for end in found) == (Decimal(low), Decimal(high))
