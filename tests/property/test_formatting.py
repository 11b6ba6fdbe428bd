"""What is written as the Moroccan press does is read back as the same figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.units import Unit

pytest.importorskip("babel")

COUNTED = [Unit.JOB, Unit.PERSON, Unit.COMPANY, Unit.CALL_CENTRE, Unit.WORKSTATION, Unit.SITE, Unit.RANK, Unit.MONTH]
UNITS = [*(unit.value for unit in Unit), "MAD_2015", "MAD/job", "EUR_2021", "MAD_2015/job"]
WHOLE = st.one_of(
    st.integers(0, 10**13).map(Decimal),
    st.builds(lambda number, power: Decimal(number) * 10**power, st.integers(1, 9999), st.integers(0, 12)),
)
NUMBERS = WHOLE | st.builds(
    lambda number, places: Decimal(number).scaleb(-places), st.integers(1, 10**9), st.integers(1, 6)
)


@st.composite
def figures(draw: st.DrawFn) -> mo.Figure:
    """Figures of every unit and qualifier; what is counted is whole, as the press and its readers take it to be."""
    unit = draw(st.sampled_from(UNITS))
    numbers = WHOLE if unit in COUNTED else NUMBERS
    number = draw(numbers)
    qualifier = draw(st.sampled_from(["exact", "at_least", "at_most", "about", "nearly", "range"]))
    if qualifier == "range":
        return mo.Figure(None, unit, "range", number, number + draw(numbers))
    return mo.Figure(number, unit, qualifier)


@given(figures(), st.booleans())
def test_what_is_written_is_read_back_the_same(figure: mo.Figure, moroccan: bool) -> None:
    """Wherever the grammar reads it, it finds the same number, unit and qualifier, and nowhere another."""
    written = mo.format_figure(figure, "fr_MA", moroccan=moroccan)
    try:
        read = mo.parse_figure(written, "fr")
    except UnreadableFigure:
        return
    assert (read.lower, read.upper, read.value) == (figure.lower, figure.upper, figure.value)
    assert (read.unit, read.qualifier) == (figure.unit, figure.qualifier)


@given(st.sampled_from(["MAD", "MAD/job", "MAD_2015"]), st.integers(1, 10**13), st.sampled_from(["exact", "at_least"]))
def test_whole_dirhams_are_always_read_back(unit: str, dirhams: int, qualifier: str) -> None:
    """No abbreviation is ambiguous: never three decimals, which could be thousands."""
    figure = mo.Figure(dirhams, unit, qualifier)
    read = mo.parse_figure(mo.format_figure(figure, "fr_MA", moroccan=True))
    assert (read.value, read.unit, read.qualifier) == (figure.value, figure.unit, figure.qualifier)


@given(figures(), st.sampled_from(["fr_MA", "en", "ar_MA"]))
def test_no_digit_is_lost(figure: mo.Figure, locale: str) -> None:
    """All digits of all its numbers are there, in order, and no others but zeros and the year of its prices."""
    written = mo.format_figure(figure, locale)
    numbers = [number for number in (figure.value, figure.low, figure.high) if number is not None]
    digits = "".join(sign for sign in written if sign.isdecimal())
    for number in numbers:
        own = format(number, "f")
        own = own.rstrip("0").rstrip(".") if "." in own else own
        assert own.replace(".", "") in digits
