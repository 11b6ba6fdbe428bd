"""The bounds of totals: what a convention gives and what a source states, carried through families and splits."""

from typing import Any

import pytest
from attrs import evolve

import maroc_offshoring as mo
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import Convention


def rest_of(total: mo.Total) -> mo.Total:
    return total.only([line for line in total.counted if line.is_remainder])


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        # The digits of a whole say how far "about" reaches: 1,000 of 26,000, and not a tenth.
        (
            "environ 26 000 emplois", 6000,
            ["25 000 to 27 000 jobs, by convention", "19 000 to 21 000 jobs, by convention"],
        ),
        # The convention gives no end of the whole, but both of the rest, through the part.
        (3000, "environ 1 000 emplois", ["3 000 jobs", "1 900 to 2 100 jobs, by convention"]),
        # It gives the lower end of the whole only where the part is above what the whole states.
        (
            (1000, 1500), "environ 1 200 emplois",
            ["1 100 to 1 500 jobs, by convention", "0 to 400 jobs, by convention"],
        ),
        ((1000, 1500), "environ 200 emplois", ["1 000 to 1 500 jobs", "780 to 1 320 jobs, by convention"]),
        ((900, 1500), "environ 1 000 emplois", ["900 to 1 500 jobs", "0 to 600 jobs, by convention"]),
        (3000, 1000, ["3 000 jobs", "2 000 jobs"]),
    ],
)  # fmt: skip
def test_the_convention_is_named_where_it_gave_an_end(
    world: Any, look: Any, whole: Any, part: Any, expected: list[str]
) -> None:
    """Of a whole and of what is beyond its part, with the unit and whether an end is by convention."""
    top = world.promise("whole", whole)
    total = world.promises(top, world.promise("part", part, part_of=top)).total("jobs")
    assert [look.text(each.bounds()) for each in (total, rest_of(total))] == expected


def test_a_covered_whole_keeps_the_reach_that_it_prints(world: Any, look: Any) -> None:
    """About 26,000 that a part of exactly 26,000 covers is at least that, and at most 27,000."""
    top = world.promise("whole", "environ 26 000 emplois")
    total = world.promises(top, world.promise("part", 26_000, part_of=top)).total("jobs")
    assert look.text(total.bounds()) == "26 000 to 27 000 jobs, by convention"


def test_the_reach_of_an_aim_is_that_of_its_digits(world: Any, look: Any) -> None:
    """About 26,000 aimed at, of which 6,000, is 25,000 to 27,000, like a promise of one figure."""
    top = world.aim("top", "environ 26 000 emplois")
    total = mo.Dataset.of(top, world.aim("part", 6000, part_of=top)).targets.total("jobs")
    assert look.text(total.bounds()) == "25 000 to 27 000 jobs, by convention"


def test_a_converted_reach_is_in_the_new_currency_and_by_convention(world: Any, look: Any) -> None:
    """About 65 MDH of 2022 is 5,989,649 to 6,176,826 euros, by the convention for 65."""
    promises = world.promises(world.promise("a", "environ 65 MDH", "investment", announced_on="2022"))
    found = promises.total("investment", currency="EUR").bounds()
    assert (round(found.low), found.unit, found.assumed) == (5_989_649, "EUR", True)
    assert look.text(found).endswith(" EUR, by convention")


def test_less_than_one_is_a_bound_too(world: Any) -> None:
    """Of 10.5 dirhams 10 are known: half a dirham is beyond them, and not up to one."""
    top = world.promise("whole", mo.Figure("10.5", "MAD"), "investment")
    total = world.promises(top, world.promise("part", 10, "investment", part_of=top)).total("investment")
    half = mo.Figure("0.5", "MAD").value
    assert rest_of(total).bounds() == Bounds(half, half, "MAD", False)


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        # A rest from nothing up: 0 to 2,600, of which three quarters and one.
        ((400, 3000), ["0 to 1 950 jobs", "0 to 650 jobs"]),
        ((1000, 3000), ["450 to 1 950 jobs", "150 to 650 jobs"]),
        ("plus de 3 000 emplois", ["1 950 or more jobs", "650 or more jobs"]),
        (mo.Figure(None, "job", "range", 2400), ["1 500 or more jobs", "500 or more jobs"]),
        # About 2,400 or more is 2,160 or more, by convention.
        (mo.Figure(None, "job", "about", 2400), ["1 320 or more jobs", "440 or more jobs"]),
    ],
)
def test_each_share_of_a_rest_has_its_share_of_both_ends(
    world: Any, look: Any, whole: Any, expected: list[str]
) -> None:
    """What is beyond a part of 400 is split 3 to 1; an end that is open stays open."""
    top = world.promise("whole", whole, places=[world.oujda, world.fes])
    promises = world.promises(top, world.promise("part", 400, part_of=top, places=[world.jerada]))
    total = promises.total("jobs", spread={"oujda": 3, "fes": 1})
    lines = [total.only([line]) for line in total.counted if line.is_remainder]
    assert [look.text(line.bounds()).removesuffix(", by convention") for line in lines] == expected


def test_an_open_amount_that_is_split_stays_open(world: Any, look: Any) -> None:
    """About 500 or more for two cities is 450 or more by convention, and half of that for each."""
    promises = world.promises(world.promise("a", mo.Figure(None, "job", "about", 500), places=[world.oujda, world.fes]))
    (first, _) = promises.breakdown("jobs", by="city", spread="equally").values()
    assert look.text(first.bounds()) == "225 or more jobs, by convention"


def test_a_line_of_one_s_own_making_has_the_reach_of_a_computed_number(world: Any, look: Any) -> None:
    """About 26,000 in a line whose record states 300 has no digits to go by, so that the share is its limit."""
    total = world.promises(world.promise("a", 300)).total("jobs")
    changed = total.only([evolve(total.counted[0], figure=mo.Figure(26_000, "job", "about"))])
    assert look.text(changed.bounds()) == "23 400 to 28 600 jobs, by convention"
    assert look.text(changed.bounds(Convention(about_share="0.2"))) == "20 800 to 31 200 jobs, by convention"


def test_lines_of_another_total_count_by_themselves(world: Any, look: Any) -> None:
    """A total of lines that it does not know adds them, a rest among them, and knows that they are approximate."""
    top = world.promise("whole", "environ 26 000 emplois")
    family = world.promises(top, world.promise("part", 6000, part_of=top)).total("jobs")
    other = world.promises(world.promise("z", 300)).total("jobs")
    assert look.text(other.only(family.counted).figure) == "about 26 000 jobs"
    both = other.only([*family.counted, *other.counted])
    assert look.text(both) == "about 26 300 jobs"
    assert both.bounds().assumed
