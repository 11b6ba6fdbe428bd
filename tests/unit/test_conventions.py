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
    with pytest.raises(mo.errors.InvalidField, match=r"^figures: got \(\), expected at least one figure to add$"):
        bounds_of_sum([])
    with pytest.raises(mo.errors.UnitMismatch, match=r"^cannot add job and MAD; state both in one unit first$"):
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
    with pytest.raises(mo.errors.UnitMismatch, match=r"^cannot compare job and MAD; state both in one unit first$"):
        gap(jobs(1), mo.Figure(1, "MAD"))


def test_bounds_hold_and_meet() -> None:
    """Ends are included; an open end holds whatever is above."""
    found = bounds(jobs(4_500, "nearly"))
    assert [found.holds(Decimal(number)) for number in (4_399, 4_400, 4_500, 4_501)] == [False, True, True, False]
    assert bounds(jobs(300, "at_least")).holds(Decimal(10**9))
    assert bounds(jobs(300, "at_least")).meets(found)
    assert not bounds(jobs(300)).meets(found)
    for touching in (bounds(jobs(4_400)), bounds(jobs(4_500)), bounds(jobs(4_500, "at_least"))):
        assert touching.meets(found)
        assert found.meets(touching)


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (
            {"about_share": 0.1},
            "share: got 0.1 (float), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        ({"nearly_share": -1}, "share: got -1, expected a number of zero or more"),
        ({"nearly_share": 1}, "share: got 1, expected a share below 1, such as Decimal('0.1') for a tenth"),
        (
            {"rounding_units": 0.5},
            "units: got 0.5 (float), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        ({"about_units": -1}, "units: got -1, expected a number of zero or more"),
    ],
)
def test_a_convention_is_checked(limits: dict[str, Any], text: str) -> None:
    """Floats, negative limits and shares of all or more are refused."""
    with pytest.raises((mo.errors.InvalidField, mo.errors.WrongType)) as caught:
        Convention(**limits)
    assert str(caught.value) == text


def test_conventions_are_values() -> None:
    """One that is written out is the default, and counts as the same key."""
    assert Convention(about_share="0.1") == DEFAULT
    assert hash(Convention()) == hash(DEFAULT)


@pytest.mark.parametrize("word", ["roughly", ["about"]])
def test_only_three_words_have_a_reach(word: Any) -> None:
    """Another word is refused, whether its reach or its description is asked for."""
    expected = f"word: got {word!r}, expected 'about', 'nearly' or 'rounding'"
    with pytest.raises(mo.errors.InvalidField) as caught:
        DEFAULT.reach(word, Decimal(1))
    assert str(caught.value) == expected
    with pytest.raises(mo.errors.InvalidField) as caught:
        DEFAULT.describe(word=word)
    assert str(caught.value) == expected


@pytest.mark.parametrize("wrong", [None, 0, "0.2", {}])
def test_what_is_no_convention_is_refused_by_name(wrong: Any) -> None:
    """Also where the figure is exact and no word of it is asked what it reaches."""
    for read in (bounds, reading):
        with pytest.raises(mo.errors.WrongType) as caught:
            read(jobs(500), wrong)
        assert str(caught.value) == (
            f"convention: got {wrong!r} ({type(wrong).__name__}), "
            "expected a Convention, such as Convention(about_share='0.2')"
        )


def test_what_is_no_figure_has_no_bounds() -> None:
    """A text must be read first."""
    for read in (bounds, reading):
        with pytest.raises(mo.errors.WrongType) as caught:
            read("500 emplois")  # type: ignore[arg-type]
        assert str(caught.value) == (
            "figure: got '500 emplois' (str), expected a figure, such as mo.Figure(300, 'job')"
        )


def test_each_reading_takes_the_convention_that_it_is_given() -> None:
    """A narrow convention parts what the default leaves together, wherever the numbers are compared."""
    none = Convention(about_share=0, nearly_share=0, rounding_share=0)
    close, other = jobs(1_000, "about"), jobs(1_050)
    assert (bounds(close, none).low, reading(close, none).low) == (1_000, 1_000)
    assert bounds_of_sum([close, other], none).high == 2_050
    assert (gap(close, other), same(close, other)) == (0, True)
    assert (gap(close, other, none), same(close, other, none)) == (Decimal(50) / Decimal(1_050).normalize(), False)


def test_what_was_computed_is_read_by_its_share_alone() -> None:
    """Half of nearly 5,050 and half of 5,050: the digits of 2,525 are no one's."""
    whole = mo.parse_figure("près de 5 050 emplois")
    half = whole.times(Decimal("0.5"), "job", mo.figures.Step("split", Decimal("0.5"), "", kind="equally"))
    assert (bounds(whole).low, bounds(half).low, bounds(half).high) == (5_040, Decimal("2272.5"), 2_525)
    assert bounds(half, computed=False).low == 2_524
    assert DEFAULT.reach("nearly", Decimal(5_050)) == 10
    assert DEFAULT.reach("nearly", Decimal(5_050), computed=True) == 505
    bare = mo.Figure(5_050, "job", steps=half.steps)
    assert (reading(bare).low, reading(mo.Figure(5_050, "job")).low) == (Decimal("4797.5"), 5_045)


def test_a_gap_from_nothing_is_the_whole() -> None:
    """Between 0 and 10 lies all of it; a bare 0 is not rounded."""
    assert gap(jobs(0), jobs(10)) == gap(jobs(10), jobs(0)) == 1


LIMITED = Convention(about_units=None, nearly_share="0.125", rounding_units="0.5")


@pytest.mark.parametrize(
    ("language", "about", "nearly", "rounding", "between"),
    [
        (
            "en",
            '"about" reaches 10\u00a0% below and above the number',
            '"nearly" reaches 1 × the unit of its last significant digit (at most 12.5\u00a0% of it) '
            "below the number and nothing above",
            "a bare number may have been rounded by 0.5 × the unit of its last significant digit "
            "(at most 5\u00a0% of it)",
            "; ",
        ),
        (
            "fr",
            "«\u00a0environ\u00a0» s'étend à 10\u00a0% au-dessous et au-dessus du nombre",
            "«\u00a0près de\u00a0» s'étend à 1 × l'unité de son dernier chiffre significatif (12,5\u00a0% au plus) "
            "au-dessous du nombre et à rien au-dessus",
            "un nombre nu peut avoir été arrondi de 0,5 × l'unité de son dernier chiffre significatif "
            "(5\u00a0% au plus)",
            "\u00a0; ",
        ),
        (
            "ar",
            "«حوالي» تمتد إلى 10\u00a0% تحت العدد وفوقه",
            "«ما يقارب» تمتد إلى 1 × وحدة آخر رقم ذي دلالة فيه (12,5\u00a0% منه على الأكثر) تحت العدد ولا شيء فوقه",
            "العدد المجرد قد يكون مقربا بمقدار 0,5 × وحدة آخر رقم ذي دلالة فيه (5\u00a0% منه على الأكثر)",
            "؛ ",
        ),
    ],
)
def test_a_convention_describes_itself_in_each_language(
    language: str, about: str, nearly: str, rounding: str, between: str
) -> None:
    """Word by word or all three, with their limits as that language writes numbers."""
    assert LIMITED.describe(language) == between.join((about, nearly, rounding))
    assert [LIMITED.describe(language, word) for word in ("about", "nearly", "rounding")] == [about, nearly, rounding]
    assert language != "en" or str(LIMITED) == LIMITED.describe() == LIMITED.describe(language)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (
            mo.Figure("1234.5", "percent"),
            {"en": "1 234.5~%", "fr": "1 234,5~%", "ar": "1 234,5~في المائة"},
        ),
        (
            jobs(2_000, "at_least"),
            {"en": "2 000 or more~jobs", "fr": "2 000~emplois ou plus", "ar": "2 000~منصب شغل أو أكثر"},
        ),
        (
            mo.Figure(None, "MAD", "range", low="1.5", high="2.5"),
            {"en": "1.5 to 2.5~MAD", "fr": "1,5 à 2,5~MAD", "ar": "1,5 إلى 2,5~درهم"},
        ),
        (
            jobs(4_500, "nearly"),
            {
                "en": "4 400 to 4 500~jobs, by convention",
                "fr": "4 400 à 4 500~emplois, par convention",
                "ar": "4 400 إلى 4 500~منصب شغل، حسب اصطلاحنا",
            },
        ),
        (
            mo.Figure(0, "EUR", "about"),
            {"en": "0~EUR, by convention", "fr": "0~EUR, par convention", "ar": "0~أورو، حسب اصطلاحنا"},
        ),
    ],
)
def test_bounds_describe_themselves_in_each_language(figure: mo.Figure, written: dict[str, str]) -> None:
    """One end or both, the unit, and whether a convention gave them; in English unless told."""
    found = bounds(figure)
    for language, text in written.items():
        assert found.describe(language).replace("\u202f", " ").replace("\u00a0", "~") == text
    assert str(found) == found.describe() == found.describe("en")


def test_an_unknown_language_is_refused() -> None:
    """By our own error, wherever numbers are written."""
    from maroc_offshoring.figures.writing import number_in

    for call in (DEFAULT.describe, bounds(jobs(300)).describe, lambda language: number_in(Decimal(1), language)):
        with pytest.raises(mo.errors.UnknownWord, match="language of figures"):
            call("de")
