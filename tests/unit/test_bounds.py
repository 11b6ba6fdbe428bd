"""Bounds everywhere: what is printed is never firmer than what is known, and a total knows its bounds by family."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.figures import Figure, add
from maroc_offshoring.figures.conventions import Convention


def jobs(value: Any, qualifier: str = "exact", **ends: Any) -> Figure:
    return Figure(value, "job", qualifier, **ends)


# What a sum prints


@pytest.mark.parametrize(
    ("terms", "printed"),
    [
        ([jobs(2000, "at_least"), jobs(1000)], "at least 3 000 jobs"),
        ([jobs(2000, "at_least"), jobs(1000, "about")], "about 3 000 or more jobs"),
        ([jobs(2000, "at_least"), jobs(1000, "nearly")], "about 3 000 or more jobs"),
        ([jobs(2000, "at_most"), jobs(1000)], "between 1 000 and 3 000 jobs"),
        # An `at most` is no number: about 1,000 and at most 500 are about 1,000 to 1,500, not about 1,500.
        ([jobs(1000, "about"), jobs(500, "at_most")], "about 1 000 to 1 500 jobs"),
        ([jobs(1000, "nearly"), jobs(500, "at_most")], "about 1 000 to 1 500 jobs"),
        # Where an `at least` met an `at most`, the number as stated is no floor.
        ([jobs(1000, "at_least"), jobs(500, "at_most")], "1 000 or more, 1 500 as stated jobs"),
        (
            [jobs(1000, "at_least"), jobs(500, "at_most"), jobs(100, "about")],
            "about 1 100 or more, 1 600 as stated jobs",
        ),
        ([jobs(None, "range", low=500, high=800), jobs(100)], "between 600 and 900 jobs"),
        ([jobs(None, "range", low=500, high=800), jobs(100, "about")], "about 600 to 900 jobs"),
        ([jobs(None, "range", low=500, high=800), jobs(100, "at_least")], "600 or more jobs"),
        ([jobs(None, "range", low=5, high=5), jobs(3, "about")], "about 8 jobs"),
        ([jobs(None, "range", high=800), jobs(100)], "between 100 and 900 jobs"),
        ([jobs(400, "nearly"), jobs(300)], "nearly 700 jobs"),
    ],
)
def test_a_sum_prints_no_more_than_is_known(terms: list[Figure], printed: str, look: Any) -> None:
    """Floors as floors, ceilings as ceilings, and `about` as soon as one term is."""
    assert look.text(add(terms)) == printed


def test_an_empty_total_prints_no_number(world: Any) -> None:
    """Nothing counted is no zero, and has no bounds."""
    total = world.promises().total("jobs")
    assert str(total) == "nothing counted"
    with pytest.raises(mo.errors.NoSingleFigure, match="nothing was counted"):
        total.bounds()


def test_a_basket_prints_each_currency(world: Any, look: Any) -> None:
    """Euros and dirhams side by side, each as firm as it is; no bounds without one currency."""
    total = world.promises(
        world.promise("a", "plus de 10 M€", "investment", announced_on="2022"),
        world.promise("b", "environ 65 MDH", "investment", announced_on="2022"),
    ).total("investment")
    assert look.text(total) == "at least 10 000 000 EUR + about 65 000 000 MAD"
    with pytest.raises(mo.errors.NoSingleFigure, match="give currency="):
        total.bounds()


def test_a_total_says_that_an_amount_without_a_rate_is_missing(world: Any, look: Any) -> None:
    """65 MDH of 2022 can be stated in euros, 10 MDH of no known year cannot: the number alone would be a lie."""
    promises = world.promises(
        world.promise("a", "65 MDH", "investment", announced_on="2022"), world.promise("b", "10 MDH", "investment")
    )
    total = promises.total("investment", currency="EUR")
    assert look.text(total) == "6 083 237.41 EUR, without 1 amount that has no rate or no year"
    assert [out.record.id for out in total.without_rate] == ["b"]
    assert look.text(promises.breakdown("investment", by="announced", currency="EUR")).splitlines()[-1] == (
        "in all  6 083 237.41 EUR, without 1 amount that has no rate or no year"
    )
    assert look.text(promises.total("investment")) == "75 000 000 MAD"


# The bounds of a total


def ends(total: mo.Total, convention: Convention | None = None) -> tuple[Any, Any, bool]:
    found = total.bounds(convention) if convention else total.bounds()
    return found.low, found.high, found.assumed


def test_the_bounds_of_a_total_are_taken_where_numbers_are_printed(world: Any) -> None:
    """About 1,000 and about 520: 900 + 510 to 1,100 + 530, though the total is about 1,520."""
    promises = world.promises(
        world.promise("a", "environ 1 000 emplois"), world.promise("b", "environ 520 emplois"), world.promise("c", 7)
    )
    assert ends(promises.total("jobs")) == (1417, 1637, True)
    assert ends(promises.total("jobs"), Convention(about_units=None, about_share="0.5")) == (767, 2287, True)


def test_an_exact_total_is_its_own_bounds_and_an_open_one_stays_open(world: Any) -> None:
    """Nothing is assumed where nothing is approximate."""
    assert ends(world.promises(world.promise("a", 300), world.promise("b", 200)).total("jobs")) == (500, 500, False)
    assert ends(world.promises(world.promise("a", "plus de 300 emplois")).total("jobs")) == (300, None, False)
    assert ends(world.promises(world.promise("a", (300, 400))).total("jobs")) == (300, 400, False)


def test_a_converted_amount_keeps_the_reach_of_what_was_printed(world: Any) -> None:
    """About 65 MDH is 64 to 66 MDH; at 10.6851 dirhams a euro that is 5,989,649 to 6,176,826 euros."""
    total = world.promises(world.promise("a", "environ 65 MDH", "investment", announced_on="2022")).total(
        "investment", currency="EUR"
    )
    found = total.bounds()
    assert found.high is not None
    assert round(found.low) == 5_989_649
    assert round(found.high) == 6_176_826


def test_a_share_of_a_split_keeps_its_part_of_the_reach(world: Any) -> None:
    """About 1,000 for two cities, split equally: 450 to 550 each, 900 to 1,100 together."""
    promises = world.promises(world.promise("a", "environ 1 000 emplois", places=[world.oujda, world.fes]))
    breakdown = promises.breakdown("jobs", by="city", spread="equally")
    assert [ends(part)[:2] for part in breakdown.values()] == [(450, 550), (450, 550)]
    assert ends(breakdown.total)[:2] == (900, 1100)


def family(world: Any, whole: Any, *parts: Any) -> Any:
    top = world.promise("whole", whole)
    return world.promises(
        top, *(world.promise(f"part-{number}", part, part_of=top) for number, part in enumerate(parts))
    )


@pytest.mark.parametrize(
    ("whole", "parts", "expected", "expected_rest"),
    [
        # What a whole states exactly stays exact, however open its parts are.
        (3000, ["plus de 1 000 emplois"], (3000, 3000), (0, 2000)),
        ("plus de 3 000 emplois", [1000], (3000, None), (2000, None)),
        # About 5,000 is 4,500 to 5,500; less exactly 1,000 that is 3,500 to 4,500, not a tenth of 4,000.
        ("environ 5 000 emplois", [1000], (4500, 5500), (3500, 4500)),
        ("près de 5 000 emplois", [1000], (4500, 5000), (3500, 4000)),
        # The parts may be off too: 4,500 - 1,100 to 5,500 - 900.
        ("environ 5 000 emplois", ["environ 1 000 emplois"], (4500, 5500), (3400, 4600)),
        # A whole is never below what its parts are at least: about 5,000 with 4,800 is 4,800 to 5,500.
        ("environ 5 000 emplois", [4800], (4800, 5500), (0, 700)),
        ("jusqu'à 800 emplois", [500], (500, 800), (0, 300)),
    ],
)
def test_the_bounds_of_a_whole_and_of_what_is_beyond_its_parts(
    world: Any, whole: Any, parts: list[Any], expected: tuple[Any, Any], expected_rest: tuple[Any, Any]
) -> None:
    """The whole as stated, but at least its parts; the rest as the whole less the parts, end by end."""
    promises = family(world, whole, *parts)
    total = promises.total("jobs")
    assert ends(total)[:2] == expected
    rest = total.only([line for line in total.counted if line.is_remainder])
    assert ends(rest)[:2] == expected_rest


def test_parts_that_exceed_their_whole_decide(world: Any) -> None:
    """Two parts of about 1,000 under a whole of 1,500: what the whole states does not hold."""
    total = family(world, 1500, "environ 1 000 emplois", "environ 1 000 emplois").total("jobs")
    assert ends(total) == (1800, 2200, True)


def test_a_share_of_a_rest_is_its_share_of_the_bounds(world: Any) -> None:
    """About 5,000 for two cities, 1,000 of them known: each city's half of 3,500 to 4,500."""
    top = world.promise("whole", "environ 5 000 emplois", places=[world.oujda, world.fes])
    promises = world.promises(top, world.promise("part", 1000, part_of=top, places=[world.oujda]))
    breakdown = promises.breakdown("jobs", by="city", spread="equally")
    assert ends(breakdown["Fès"])[:2] == (1750, 2250)


def test_the_digits_of_several_pledges_together_say_nothing(world: Any) -> None:
    """About 520 and about 500 in one promise: a tenth of 1,020 with parts below it, not ten."""
    pledges = [
        mo.Pledge(measure="jobs", figure=f"environ {number} emplois", due=due, basis="additional")
        for number, due in ((520, 2026), (500, 2027))
    ]
    top = mo.Commitment(id="whole", pledges=pledges, citations=[world.paper])
    total = world.promises(top, world.promise("part", 100, part_of=top)).total("jobs")
    assert ends(total)[:2] == (Decimal(918), Decimal(1122))
    assert ends(world.promises(top).total("jobs"))[:2] == (510 + 450, 530 + 550)


def test_a_line_of_one_s_own_making_counts_by_itself(world: Any) -> None:
    """A total of lines that were changed by hand adds what they say, and drops none."""
    from attrs import evolve

    total = world.promises(world.promise("a", 300), world.promise("b", "environ 200 emplois")).total("jobs")
    changed = total.only([evolve(line, due=None) for line in total.counted])
    assert str(changed.figure) == str(total.figure)
    assert ends(changed) == ends(total) == (480, 520, True)


@pytest.mark.parametrize(
    ("whole", "part", "printed"),
    [
        (3000, "jusqu'à 5 000 emplois", "3 000 jobs"),
        ("plus de 3 000 emplois", "jusqu'à 5 000 emplois", "at least 3 000 jobs"),
        ("environ 3 000 emplois", "jusqu'à 5 000 emplois", "about 3 000 jobs"),
        (3000, (2000, 5000), "3 000 jobs"),
        ((500, 800), (100, 800), "between 500 and 800 jobs"),
        ((500, 800), (600, 800), "between 600 and 800 jobs"),
        (3000, "plus de 5 000 emplois", "at least 5 000 jobs"),
        (3000, "environ 5 000 emplois", "about 5 000 jobs"),
    ],
)
def test_a_ceiling_above_its_whole_does_not_undo_the_whole(
    world: Any, whole: Any, part: Any, printed: str, look: Any
) -> None:
    """A part of at most 5,000 in a whole of over 3,000 may be fewer: the total is what the whole states."""
    assert look.text(family(world, whole, part).total("jobs")) == printed
