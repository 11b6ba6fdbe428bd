"""What `about`, `nearly` and a bare round number may stand for, by our convention and by one's own."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.figures.conventions import (
    DEFAULT,
    Convention,
    bounds,
    bounds_of_sum,
    gap,
    reading,
    same,
    unit_of_last_digit,
)


def jobs(value: Any, qualifier: str = "exact", **ends: Any) -> mo.Figure:
    return mo.Figure(value, "job", qualifier, **ends)


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("70000", "10000"), ("69893", "1"), ("26000", "1000"), ("1000", "1000"), ("5", "1"), ("0", "0"),
        ("1.5", "0.1"), ("12.50", "0.1"), ("0.020", "0.01"), ("2090000000", "10000000"), ("1E+3", "1000"),
    ],
)  # fmt: skip
def test_the_unit_of_the_last_significant_digit(number: str, unit: str) -> None:
    """Trailing zeros do not count, before the point or after it."""
    assert unit_of_last_digit(Decimal(number)) == Decimal(unit)


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        # One unit of the last digit: 26,000 is stated in thousands.
        (26_000, "about", 25_000, 27_000),
        (520, "about", 510, 530),
        # A tenth of the number where that unit is the number itself.
        (100_000, "about", 90_000, 110_000),
        (1_000, "about", 900, 1_100),
        (0, "about", 0, 0),
        (4_500, "nearly", 4_400, 4_500),
        (80_000, "nearly", 72_000, 80_000),
        (15_700_000_000, "nearly", 15_600_000_000, 15_700_000_000),
    ],
)
def test_about_reaches_both_ways_and_nearly_only_down(value: int, qualifier: str, low: int, high: int) -> None:
    """One unit of the last significant digit, a tenth at the most; and the bounds say that they are assumed."""
    found = bounds(jobs(value, qualifier))
    assert (found.low, found.high, found.assumed) == (low, high, True)


def test_what_a_source_bounds_itself_keeps_its_bounds() -> None:
    """Exact, at least, at most and a range are not touched by any convention."""
    wide = Convention(about_share="0.5", nearly_share="0.5", rounding_share="0.5")
    for figure, low, high in (
        (jobs(70_000), 70_000, 70_000),
        (jobs(300, "at_least"), 300, None),
        (jobs(800, "at_most"), 0, 800),
        (jobs(800, "at_most", low=500), 500, 800),
        (jobs(None, "range", low=500, high=600), 500, 600),
        (jobs(None, "range", low=500), 500, None),
        (jobs(None, "range", high=600), 0, 600),
    ):
        found = bounds(figure, wide)
        assert (found.low, found.high, found.assumed) == (low, high, False)


def test_a_figure_itself_never_knows_the_convention() -> None:
    """The bounds of `about` and `nearly` are None on the figure: the convention is only ever asked for."""
    for qualifier in ("about", "nearly"):
        assert (jobs(26_000, qualifier).lower, jobs(26_000, qualifier).upper) == (None, None)


def test_one_s_own_convention_is_taken() -> None:
    """A fifth instead of a tenth, and no limit by digits."""
    own = Convention(about_units=None, about_share=Decimal("0.2"))
    assert (bounds(jobs(26_000, "about"), own).low, bounds(jobs(26_000, "about"), own).high) == (20_800, 31_200)


def test_the_digits_of_a_computed_figure_say_nothing() -> None:
    """1.5 bn dirhams is stated to the tenth of a milliard; its euros are read by the share alone."""
    figure = mo.Figure(1_500_000_000, "MAD", "about")
    euros = mo.convert(figure, to="EUR", on=2022)
    found = bounds(euros)
    assert bounds(figure).low == 1_400_000_000
    assert euros.value is not None
    assert abs(found.low - euros.value * Decimal("0.9")) < Decimal("0.001")
    assert bounds(figure, computed=True).low == 1_350_000_000


def test_an_approximate_sum_that_knows_an_end_is_widened_by_the_share() -> None:
    """About 100 to 600, a sum of `about 100` and a range: its digits are no one's, so a tenth at each end."""
    total = jobs(100, "about") + jobs(None, "range", low=400, high=500)
    found = bounds(total)
    assert (found.low, found.high, found.assumed) == (450, 660, True)
    floor = bounds(jobs(3000, "at_least") + jobs(100, "about"))
    assert (floor.low, floor.high) == (2790, None)


def test_the_bounds_of_a_sum_are_taken_figure_by_figure() -> None:
    """About 1,000 and about 520 are 900 + 510 to 1,100 + 530; the digits of 1,520 would have said 1,510 to 1,530."""
    figures = [jobs(1_000, "about"), jobs(520, "about")]
    assert str(bounds_of_sum(figures)).replace("\u202f", " ") == "1 410 to 1 630\u00a0jobs, by convention"
    assert bounds_of_sum([jobs(300), jobs(200, "at_least")]).high is None
    with pytest.raises(mo.errors.InvalidField, match="at least one figure"):
        bounds_of_sum([])
    with pytest.raises(mo.errors.UnitMismatch, match="cannot add job and MAD"):
        bounds_of_sum([jobs(1), mo.Figure(1, "MAD")])


def test_a_round_number_may_be_a_rounding() -> None:
    """Half a unit of the last digit, a twentieth at the most; a number that is not round by next to nothing."""
    assert (reading(jobs(70_000)).low, reading(jobs(70_000)).high) == (66_500, 73_500)
    assert (reading(jobs(26_000)).low, reading(jobs(26_000)).high) == (25_500, 26_500)
    assert reading(jobs(69_893)).low == Decimal("69892.5")
    assert (reading(jobs(None, "range", low=2500, high=2600)).low, reading(jobs(300, "at_least")).low) == (2450, 300)


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        (jobs(70_000), jobs(69_893), True),
        (jobs(70_000), jobs(75_000), False),
        (jobs(100_000), jobs(60_000), False),
        (jobs(80_000, "nearly"), jobs(75_000), True),
        (jobs(80_000, "nearly"), jobs(83_000), False),
        (jobs(70_000, "at_least"), jobs(75_000), True),
        (jobs(70_000, "at_least"), jobs(69_000), False),
        (jobs(120_000), jobs(None, "range", low=110_000, high=120_000), True),
        (jobs(800, "at_most"), jobs(900), False),
    ],
)
def test_two_figures_say_the_same_where_one_number_fits_both(first: mo.Figure, second: mo.Figure, agree: bool) -> None:
    """Qualifiers and rounding are allowed for, and the order of the two does not matter."""
    assert same(first, second) is agree
    assert same(second, first) is agree
    assert (gap(first, second) == 0) is agree
    assert gap(first, second) == gap(second, first)


def test_a_gap_is_a_share_of_the_larger_end() -> None:
    """Nearly 80,000 reaches up to 80,000; 100,000 may be 95,000: 15,000 of 95,000 lie between."""
    assert round(gap(jobs(80_000, "nearly"), jobs(100_000)), 4) == Decimal("0.1579")
    with pytest.raises(mo.errors.UnitMismatch, match="cannot compare job and MAD"):
        gap(jobs(1), mo.Figure(1, "MAD"))


def test_bounds_hold_and_meet() -> None:
    """Ends are included; an open end holds whatever is above."""
    found = bounds(jobs(4_500, "nearly"))
    assert [found.holds(Decimal(number)) for number in (4_399, 4_400, 4_500, 4_501)] == [False, True, True, False]
    assert bounds(jobs(300, "at_least")).holds(Decimal(10**9))
    assert bounds(jobs(300, "at_least")).meets(found)
    assert not bounds(jobs(300)).meets(found)


def test_a_convention_is_checked() -> None:
    """Floats, negative limits and shares of all or more are refused; the rest is understood."""
    for wrong, error in (({"about_share": 0.1}, mo.errors.WrongType), ({"about_units": -1}, mo.errors.InvalidField)):
        with pytest.raises(error):
            Convention(**wrong)
    with pytest.raises(mo.errors.InvalidField, match="share: got 1, expected a share below 1"):
        Convention(nearly_share=1)
    with pytest.raises(mo.errors.InvalidField, match="'about', 'nearly' or 'rounding'"):
        DEFAULT.reach("roughly", Decimal(1))
    with pytest.raises(mo.errors.WrongType, match="a figure"):
        bounds("plus de 300 emplois")  # type: ignore[arg-type]
    assert Convention(about_share="0.1") == DEFAULT
    assert hash(Convention()) == hash(DEFAULT)


@pytest.mark.parametrize("wrong", [None, 0, "0.2", {}])
def test_what_is_no_convention_is_refused_by_name(wrong: Any) -> None:
    """Also where the figure is exact and no word of it is asked what it reaches."""
    for read in (bounds, reading):
        with pytest.raises(mo.errors.WrongType, match="convention"):
            read(jobs(500), wrong)
    with pytest.raises(mo.errors.WrongType, match="figure"):
        reading("500 emplois")  # type: ignore[arg-type]
    with pytest.raises(mo.errors.InvalidField, match="word"):
        DEFAULT.describe(word=["about"])  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_a_convention_describes_itself_in_each_language(language: str) -> None:
    """All three words, with their limits as numbers."""
    assert DEFAULT.describe(language).count("10\u00a0%") == 2
    assert DEFAULT.describe(language).count("5\u00a0%") == 1
    assert DEFAULT.describe(language, "nearly") in DEFAULT.describe(language)
    assert bounds(jobs(300, "at_least")).describe(language).startswith("300")


def test_an_unknown_language_is_refused() -> None:
    """By our own error, wherever numbers are written."""
    from maroc_offshoring.figures.writing import number_in

    for call in (DEFAULT.describe, bounds(jobs(300)).describe, lambda language: number_in(Decimal(1), language)):
        with pytest.raises(mo.errors.UnknownWord, match="language of figures"):
            call("de")


def test_a_description_uses_the_decimal_comma_of_its_language() -> None:
    """0.5 in English is 0,5 in French."""
    assert "0.5 ×" in DEFAULT.describe("en", "rounding")
    assert "0,5 ×" in DEFAULT.describe("fr", "rounding")
