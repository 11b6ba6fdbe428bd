"""What holds of all dates and periods."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

import maroc_offshoring as mo

days = st.dates(min_value=dt.date(1000, 1, 1))


@st.composite
def dates(draw: st.DrawFn) -> mo.PartialDate:
    day = draw(days)
    parts = (day.year, day.month, day.day)[: draw(st.integers(1, 3))]
    return mo.PartialDate(*parts)


@st.composite
def near_dates(draw: st.DrawFn) -> mo.PartialDate:
    day = draw(st.dates(min_value=dt.date(2018, 11, 1), max_value=dt.date(2020, 2, 29)))
    return mo.PartialDate(*(day.year, day.month, day.day)[: draw(st.integers(1, 3))])


@st.composite
def periods(draw: st.DrawFn) -> mo.Period:
    start, end = draw(st.none() | near_dates()), draw(st.none() | near_dates())
    assume((start or end) and not (start and end and end.last_day < start.first_day))
    return mo.Period(start, end)


def all_days(date: mo.PartialDate) -> set[dt.date]:
    span = (date.last_day - date.first_day).days
    return {date.first_day + dt.timedelta(number) for number in range(span + 1)}


@given(dates())
def test_what_is_written_is_read_back(date: mo.PartialDate) -> None:
    """The text of a date is that date."""
    assert mo.PartialDate.of(str(date)) == date
    assert mo.Period.of(str(date)) == mo.Period(date, date)


@given(near_dates(), near_dates())
def test_order_agrees_with_the_days(first: mo.PartialDate, second: mo.PartialDate) -> None:
    """Before means every day before, may_precede means some day before some day."""
    one, other = all_days(first), all_days(second)
    assert (first < second) == (max(one) < min(other))
    assert (first > second) == (min(one) > max(other))
    assert first.may_precede(second) == (min(one) < max(other))
    assert first.contains(second) == (other <= one)


@given(near_dates(), near_dates(), near_dates())
def test_before_is_transitive_and_never_both_ways(
    first: mo.PartialDate, second: mo.PartialDate, third: mo.PartialDate
) -> None:
    """The order is a strict partial order."""
    assert not (first < second < first)
    if first < second < third:
        assert first < third


@given(dates(), dates())
def test_the_sorting_order_keeps_what_is_certain(first: mo.PartialDate, second: mo.PartialDate) -> None:
    """What is certainly before is sorted before, and only equal dates share a key."""
    if first < second:
        assert first.sort_key() < second.sort_key()
    assert (first.sort_key() == second.sort_key()) == (first == second)


@given(periods())
def test_a_period_that_is_written_is_read_back(period: mo.Period) -> None:
    """The text of a period is that period."""
    assert mo.Period.of(str(period)) == period


@given(periods(), periods())
def test_within_implies_overlap(first: mo.Period, second: mo.Period) -> None:
    """What lies within another has days in common with it, and overlap goes both ways."""
    assert first.within(first)
    assert first.overlaps(second) == second.overlaps(first)
    if first.within(second):
        assert first.overlaps(second)
        assert second.contains(first)


@given(periods(), periods(), periods())
def test_within_is_transitive(first: mo.Period, second: mo.Period, third: mo.Period) -> None:
    """A part of a part is a part."""
    if first.within(second) and second.within(third):
        assert first.within(third)
