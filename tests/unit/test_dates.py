"""Dates at their own precision and periods: reading them, comparing them honestly, and refusing what is no date."""

import datetime as dt
import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidDate

FORMS = "; write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020"
NOT_WRITTEN_SO = "it is not written as a year, a month or a day"


def date(text: str) -> mo.PartialDate:
    return mo.PartialDate.of(text)


def period(text: str) -> mo.Period:
    return mo.Period.of(text)


@pytest.mark.parametrize(
    ("given", "text", "precision", "first", "last"),
    [
        ("2019", "2019", "year", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        (2019, "2019", "year", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        (" 2019 ", "2019", "year", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        ("2019-04", "2019-04", "month", dt.date(2019, 4, 1), dt.date(2019, 4, 30)),
        ("2019-12", "2019-12", "month", dt.date(2019, 12, 1), dt.date(2019, 12, 31)),
        ("2019-02", "2019-02", "month", dt.date(2019, 2, 1), dt.date(2019, 2, 28)),
        ("2020-02", "2020-02", "month", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2019-04-24", "2019-04-24", "day", dt.date(2019, 4, 24), dt.date(2019, 4, 24)),
        ("2020-02-29", "2020-02-29", "day", dt.date(2020, 2, 29), dt.date(2020, 2, 29)),
        (dt.date(2019, 4, 24), "2019-04-24", "day", dt.date(2019, 4, 24), dt.date(2019, 4, 24)),
    ],
)
def test_a_date_keeps_the_precision_that_was_given(
    given: Any, text: str, precision: str, first: dt.date, last: dt.date
) -> None:
    """A year stays a year: its first and last day bound what it may mean."""
    read = mo.PartialDate.of(given)
    assert (str(read), repr(read), read.precision) == (text, f"PartialDate('{text}')", precision)
    assert (read.first_day, read.last_day) == (first, last)


def test_a_date_is_handed_through() -> None:
    """What is a date already is taken as it is."""
    april = mo.PartialDate(2019, 4)
    assert mo.PartialDate.of(april) is april
    assert april == date("2019-04")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("2019-13", "month must be in 1..12"),
        ("2019-00", "month must be in 1..12"),
        ("2019-04-31", "day is out of range for month"),
        ("2019-04-00", "day is out of range for month"),
        ("2019-02-29", "day is out of range for month"),
        ("0000", "year 0 is out of range"),
        ("", NOT_WRITTEN_SO),
        ("19", NOT_WRITTEN_SO),
        ("2019-4", NOT_WRITTEN_SO),
        ("2019/04", NOT_WRITTEN_SO),
        ("24-04-2019", NOT_WRITTEN_SO),
        ("avril 2019", NOT_WRITTEN_SO),
        ("2019-04-24T10:00", NOT_WRITTEN_SO),
        ("2019-04-24 ou 25", NOT_WRITTEN_SO),
        (True, NOT_WRITTEN_SO),
        (False, NOT_WRITTEN_SO),
        (None, NOT_WRITTEN_SO),
        (2019.0, NOT_WRITTEN_SO),
        (19, NOT_WRITTEN_SO),
        (12345, NOT_WRITTEN_SO),
        (-2019, NOT_WRITTEN_SO),
        (dt.datetime(2019, 4, 24, 10), "a time of day is no part of a date here"),
    ],
)
def test_what_is_no_date_is_refused(given: Any, reason: str) -> None:
    """The error says what was got, why it is no date, and how dates are written."""
    for read in (mo.PartialDate.of, mo.Period.of):
        with pytest.raises(InvalidDate) as caught:
            read(given)
        assert str(caught.value).startswith(f"{given!r} is no date: {reason}")
        assert str(caught.value).endswith(FORMS)


@pytest.mark.parametrize("span", ["..", "2019..2020", "..2019", "2019.."])
def test_a_span_is_no_date(span: str) -> None:
    """Where one date is asked, a span is refused."""
    with pytest.raises(InvalidDate, match="it is not written as a year, a month or a day"):
        mo.PartialDate.of(span)


@pytest.mark.parametrize(
    "parts",
    [(2019, 13), (2019, 0), (2019, 4, 0), (2019, 0, 0), (2019, None, 4), (0,), (10000,), ("2019",), (2019, "04")],
)
def test_a_date_that_the_calendar_lacks_cannot_be_made(parts: tuple[Any, ...]) -> None:
    """The parts are checked however the date is made."""
    with pytest.raises(InvalidDate, match="is no date"):
        mo.PartialDate(*parts)


@pytest.mark.parametrize("parts", [(True,), (2019, True), (2019, 4, True), (2019.0,)])
def test_a_part_of_a_date_is_a_whole_number(parts: tuple[Any, ...]) -> None:
    """True is no year, no month and no day."""
    with pytest.raises(InvalidDate) as caught:
        mo.PartialDate(*parts)
    got = (*parts, None, None)[:3]
    reason = "its parts are whole numbers; PartialDate.of reads what a person types"
    assert str(caught.value).startswith(f"{got} is no date: {reason}; write 2019")


def test_a_day_needs_its_month() -> None:
    """The error of a day without a month shows what was given and says what is missing."""
    with pytest.raises(InvalidDate, match="is no date: a day needs its month") as caught:
        mo.PartialDate(2019, None, 24)
    assert "2019" in str(caught.value.got)
    assert caught.value.got != "2019-24"  # which would read as a month


@pytest.mark.parametrize(
    ("first", "second", "before", "after", "may_precede"),
    [
        ("2018", "2019", True, False, True),
        ("2019", "2018", False, True, False),
        ("2019", "2019", False, False, True),
        ("2019", "2019-04", False, False, True),
        ("2019-04", "2019", False, False, True),
        ("2019-01-01", "2019", False, False, True),
        ("2019-12-31", "2019", False, False, False),
        ("2019", "2019-01-01", False, False, False),
        ("2019-04", "2019-05", True, False, True),
        ("2019-04-24", "2019-05", True, False, True),
        ("2019-04-24", "2019-04", False, False, True),
        ("2019-04-30", "2019-04", False, False, False),
        ("2019-04-24", "2019-04-25", True, False, True),
        ("2019-04-25", "2019-04-24", False, True, False),
        ("2019-04-24", "2019-04-24", False, False, False),
        ("2018-12", "2019", True, False, True),
        ("2020", "2019-12", False, True, False),
    ],
)
def test_one_date_is_before_another_only_where_that_is_certain(
    first: str, second: str, before: bool, after: bool, may_precede: bool
) -> None:
    """2019 is neither before nor after 2019-04, though it may be before it."""
    one, other = date(first), date(second)
    assert (one < other, one > other, one.may_precede(other)) == (before, after, may_precede)
    assert (other > one, other < one) == (before, after)
    assert (one <= other, one >= other) == (before or one == other, after or one == other)


def test_dates_of_two_precisions_are_not_equal() -> None:
    """April and its first day are not the same date."""
    assert date("2019-04") != date("2019-04-01")
    assert date("2019") != date("2019-01")
    assert date("2019") != "2019"
    assert len({date("2019"), mo.PartialDate(2019), date("2019-01")}) == 2


@pytest.mark.parametrize("other", ["2019", 2019, dt.date(2019, 1, 1), None])
def test_a_date_is_compared_with_dates_only(other: Any) -> None:
    """Python's own error says that a text or number is not compared with a date."""
    for compare in (
        lambda: date("2019") < other,
        lambda: date("2019") > other,
        lambda: date("2019") <= other,
        lambda: date("2019") >= other,
    ):
        with pytest.raises(TypeError, match="not supported between instances"):
            compare()


def test_dates_are_sorted_by_their_key() -> None:
    """The less precise date comes first within its year or month."""
    texts = ["2019", "2019-01", "2019-01-01", "2019-04", "2019-04-01", "2019-04-24", "2019-05", "2020"]
    assert [str(d) for d in sorted(map(date, reversed(texts)), key=mo.PartialDate.sort_key)] == texts


@pytest.mark.parametrize(
    ("whole", "part", "contains"),
    [
        ("2019", "2019-04", True),
        ("2019", "2019", True),
        ("2019-04", "2019", False),
        ("2019-04", "2019-04-30", True),
        ("2019-04", "2019-05-01", False),
        ("2019", "2020-01", False),
    ],
)
def test_a_date_contains_what_lies_in_it(whole: str, part: str, contains: bool) -> None:
    """A year contains its months, a month its days, never the other way round."""
    assert date(whole).contains(date(part)) is contains


@pytest.mark.parametrize(
    ("given", "text", "first", "last", "year"),
    [
        ("2019", "2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), 2019),
        (2026, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31), 2026),
        ("2019-04", "2019-04", dt.date(2019, 4, 1), dt.date(2019, 4, 30), 2019),
        ("2014..2018", "2014..2018", dt.date(2014, 1, 1), dt.date(2018, 12, 31), None),
        ("2014 .. 2018", "2014..2018", dt.date(2014, 1, 1), dt.date(2018, 12, 31), None),
        ("2019-01..2019-06", "2019-01..2019-06", dt.date(2019, 1, 1), dt.date(2019, 6, 30), 2019),
        ("2019-04..2019", "2019-04..2019", dt.date(2019, 4, 1), dt.date(2019, 12, 31), 2019),
        ("2019..2019", "2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), 2019),
        ("..2018", "..2018", None, dt.date(2018, 12, 31), None),
        ("2018..", "2018..", dt.date(2018, 1, 1), None, None),
        (dt.date(2019, 4, 24), "2019-04-24", dt.date(2019, 4, 24), dt.date(2019, 4, 24), 2019),
        (mo.PartialDate(2019), "2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), 2019),
    ],
)
def test_a_period_is_a_date_or_a_span(
    given: Any, text: str, first: dt.date | None, last: dt.date | None, year: int | None
) -> None:
    """A period has its first and last day, None where it is open, and a year where it lies in one."""
    read = mo.Period.of(given)
    assert (str(read), repr(read)) == (text, f"Period('{text}')")
    assert (read.first_day, read.last_day, read.year) == (first, last, year)
    assert mo.Period.of(read) is read
    assert mo.Period.of(str(read)) == read


@pytest.mark.parametrize(
    ("given", "got", "reason"),
    [
        ("..", "..", "a period needs a start or an end"),
        (" .. ", "..", "a period needs a start or an end"),
        ("2020..2019", "2020..2019", "it ends before it starts"),
        ("2019-05..2019-04", "2019-05..2019-04", "it ends before it starts"),
        ("2019-04-25..2019-04-24", "2019-04-25..2019-04-24", "it ends before it starts"),
        ("2019-13..2020", "2019-13", "month must be in 1..12"),
        ("2019..soon", "soon", NOT_WRITTEN_SO),
        ("2014..2018..2020", "2018..2020", NOT_WRITTEN_SO),
        ("2019...2020", ".2020", NOT_WRITTEN_SO),
    ],
)
def test_what_is_no_period_is_refused(given: str, got: str, reason: str) -> None:
    """A span with no end, a reversed one and one with a bad date are refused with the reason."""
    with pytest.raises(InvalidDate) as caught:
        mo.Period.of(given)
    assert str(caught.value).startswith(f"{got!r} is no date: {reason}")


def test_a_period_without_dates_cannot_be_made() -> None:
    """A period has a start or an end, however it is made."""
    with pytest.raises(InvalidDate, match="a period needs a start or an end"):
        mo.Period()
    with pytest.raises(InvalidDate, match=r"'2020..2019' is no date: it ends before it starts"):
        mo.Period(mo.PartialDate(2020), mo.PartialDate(2019))


@pytest.mark.parametrize("parts", [(5.5,), ("soon",), (True, None), (None, "2019-13")])
def test_the_ends_of_a_period_are_dates(parts: tuple[Any, ...]) -> None:
    """What is no date is no end of a period, and the fault is found when the period is made."""
    with pytest.raises(InvalidDate) as caught:
        mo.Period(*parts)
    got = next(part for part in parts if part is not None)
    reason = "the ends of a period are dates; Period.of reads what a person would type"
    assert str(caught.value).startswith(f"{got!r} is no date: {reason}; write 2019")


@pytest.mark.parametrize(("number", "is_year"), [(999, False), (1000, True), (9999, True), (10_000, False)])
def test_a_number_of_four_digits_is_a_year(number: int, is_year: bool) -> None:
    """Any other number is no date."""
    if is_year:
        assert str(mo.PartialDate.of(number)) == str(number)
    else:
        with pytest.raises(InvalidDate, match=f"{number} is no date: {NOT_WRITTEN_SO}"):
            mo.PartialDate.of(number)


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("2016", "2014..2018", True),
        ("2014..2018", "2014..2018", True),
        ("2014..2019", "2014..2018", False),
        ("2016-05-05", "2016", True),
        ("2016", "2016-05", False),
        ("2016..", "2014..", True),
        ("2012..", "2014..", False),
        ("..2016", "..2018", True),
        ("..2016", "2014..2018", False),
        ("2016..", "2014..2018", False),
        ("2016", "..2018", True),
        ("2016", "2016..", True),
        ("2019-04..2019", "2019", True),
        ("2019", "2020", False),
    ],
)
def test_a_period_is_within_another_only_where_that_is_certain(inner: str, outer: str, within: bool) -> None:
    """Each day of the one is a day of the other; an open end lies only within an open end."""
    assert period(inner).within(period(outer)) is within
    assert period(outer).contains(inner) is within
    assert period(outer).contains(period(inner)) is within


def test_a_period_contains_dates_in_any_form() -> None:
    """What a person would type is asked as readily as a date."""
    span = period("2014..2018")
    assert span.contains(2016)
    assert span.contains(dt.date(2018, 12, 31))
    assert span.contains(mo.PartialDate(2014, 1, 1))
    assert not span.contains("2019-01-01")
    with pytest.raises(InvalidDate, match="True is no date"):
        span.contains(True)


@pytest.mark.parametrize(
    ("first", "second", "overlaps"),
    [
        ("2016", "2014..2018", True),
        ("2018", "2018-12..2020", True),
        ("2018", "2019", False),
        ("2018-12", "2019-01", False),
        ("..2018", "2018..", True),
        ("..2018", "2019..", False),
        ("2019..", "..2018", False),
        ("2019..", "2030", True),
        ("..2019", "..1999", True),
        ("2019-04-24", "2019-04-24..2019-04-25", True),
    ],
)
def test_periods_overlap_where_they_may_have_a_day_in_common(first: str, second: str, overlaps: bool) -> None:
    """Only what is certainly apart does not overlap."""
    assert period(first).overlaps(period(second)) is overlaps
    assert period(second).overlaps(period(first)) is overlaps


def test_periods_are_sorted_by_end_then_start() -> None:
    """Open ends come first, and then the end decides."""
    texts = ["2018..", "..2016", "2014..2018", "2018", "2018..2018-04", "2019-01..2019-06"]
    assert [str(p) for p in sorted(map(period, reversed(texts)), key=mo.Period.sort_key)] == texts


@pytest.mark.parametrize("text", ["2019", "2019-04", "2019-04-24", "2014..2018", "..2018", "2018.."])
def test_dates_and_periods_are_values(text: str) -> None:
    """They compare by what they hold, hash, and survive pickling."""
    values = [period(text)] if ".." in text else [period(text), date(text)]
    for value in values:
        assert pickle.loads(pickle.dumps(value)) == value == type(value).of(text)
        assert hash(value) == hash(type(value).of(text))


def test_a_date_is_no_period() -> None:
    """The year 2019 as a date and as a period are two things."""
    assert date("2019") != period("2019")
    assert period("2019") == mo.Period(mo.PartialDate(2019), mo.PartialDate(2019))
