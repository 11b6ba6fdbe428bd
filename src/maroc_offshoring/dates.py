"""Dates at their own precision, and periods between them.

A source that says "2019" says less than one that says "April 2019", and the two are not the same date. A
:class:`PartialDate` keeps what was said. Its comparisons are honest: `a < b` only where every day of `a` comes before
every day of `b`, so 2019 is neither before nor after 2019-04. Sort with `key=PartialDate.sort_key`, which puts the less
precise date first.
"""

from __future__ import annotations

import datetime as dt
import re

from attrs import frozen

from maroc_offshoring.errors import InvalidDate

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@frozen(order=False, repr=False)
class PartialDate:
    """A date that is known to the year, to the month or to the day.

    Args:
        year: The year, 1 to 9999.
        month: The month, where it is known.
        day: The day, where it is known; it needs a month.

    Raises:
        InvalidDate: Where the calendar has no such date.

    Example:
        >>> from maroc_offshoring.dates import PartialDate
        >>> april, year = PartialDate.of("2019-04"), PartialDate.of("2019")
        >>> april < PartialDate.of("2019-05"), year < april, year > april, year.may_precede(april)
        (True, False, False, True)
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        parts = (self.year, self.month, self.day)
        if any(part is not None and (isinstance(part, bool) or not isinstance(part, int)) for part in parts):
            raise InvalidDate(parts, "its parts are whole numbers; PartialDate.of reads what a person types")
        if self.day is not None and self.month is None:
            raise InvalidDate(parts, "a day needs its month")
        try:
            dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except (OverflowError, ValueError) as fault:
            raise InvalidDate(self._text(), str(fault)) from None

    @classmethod
    def of(cls, value: PartialDate | dt.date | str | int) -> PartialDate:
        """Read a date from what a person would type.

        Args:
            value: `"2019"`, `"2019-04"`, `"2019-04-24"`, a `datetime.date`, or a year as a number.

        Returns:
            The date, at the precision that was given.

        Raises:
            InvalidDate: Where it is none of these, or no date of the calendar.

        Example:
            >>> from maroc_offshoring.dates import PartialDate
            >>> PartialDate.of("2019-04").precision
            'month'
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, dt.datetime):
            raise InvalidDate(value, "a time of day is no part of a date here")
        if isinstance(value, dt.date):
            return cls(value.year, value.month, value.day)
        if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
            return cls(value)
        if isinstance(value, str) and (written := _WRITTEN.fullmatch(value.strip())):
            return cls(*(int(part) if part else None for part in written.groups()))  # type: ignore[arg-type]
        raise InvalidDate(value, "it is not written as a year, a month or a day")

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first_day(self) -> dt.date:
        """The first day that the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that the date may mean."""
        if self.day:
            return dt.date(self.year, self.month or 12, self.day)
        from calendar import monthrange  # which imports locale: a date of a day needs neither

        month = self.month or 12
        return dt.date(self.year, month, monthrange(self.year, month)[1])

    def sort_key(self) -> tuple[int, int, int]:
        """Return the key of the sorting order: by year, month and day, the less precise date first.

        Returns:
            Year, month and day; 0 for a part that is not known.

        Example:
            >>> from maroc_offshoring.dates import PartialDate
            >>> sorted(map(PartialDate.of, ["2019-04", "2019", "2018-12-31"]), key=PartialDate.sort_key)
            [PartialDate('2018-12-31'), PartialDate('2019'), PartialDate('2019-04')]
        """
        return (self.year, self.month or 0, self.day or 0)

    def may_precede(self, other: PartialDate) -> bool:
        """Say whether some day of this date could come before some day of the other.

        Args:
            other: The other date.

        Returns:
            False only where it is certain that this date is not before the other.

        Example:
            >>> from maroc_offshoring.dates import PartialDate
            >>> PartialDate(2019).may_precede(PartialDate(2019, 4))
            True
        """
        return self.first_day < other.last_day

    def contains(self, other: PartialDate) -> bool:
        """Say whether every day of the other date is a day of this one.

        Args:
            other: The other date.

        Returns:
            True for 2019 and 2019-04, False the other way round.

        Example:
            >>> from maroc_offshoring.dates import PartialDate
            >>> year, april = PartialDate(2019), PartialDate(2019, 4)
            >>> year.contains(april), april.contains(year)
            (True, False)
        """
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.last_day < other.first_day

    def __gt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return other.last_day < self.first_day

    def __le__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self == other or self < other

    def __ge__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self == other or self > other

    def _text(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    def __str__(self) -> str:
        return self._text()

    def __repr__(self) -> str:
        return f"PartialDate({self._text()!r})"


@frozen(order=False, repr=False)
class Period:
    """A span of time between two dates, of which either may be open.

    A period of one date (`2019`) means the whole of it: the year for a flow, some day of it for a stock.

    Args:
        start: Its first date; None where it is not stated.
        end: Its last date; None where it is not stated.

    Raises:
        InvalidDate: Where it ends before it starts, or has neither date.

    Example:
        >>> from maroc_offshoring.dates import Period
        >>> span = Period.of("2014..2018")
        >>> str(span), span.contains("2016-05-05"), Period.of("2016").within(span)
        ('2014..2018', True, True)
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        for end in (self.start, self.end):
            if end is not None and not isinstance(end, PartialDate):
                raise InvalidDate(end, "the ends of a period are dates; Period.of reads what a person would type")
        if self.start is None and self.end is None:
            raise InvalidDate("..", "a period needs a start or an end")
        if self.start is not None and self.end is not None and self.end.last_day < self.start.first_day:
            raise InvalidDate(f"{self.start}..{self.end}", "it ends before it starts")

    @classmethod
    def of(cls, value: Period | PartialDate | dt.date | str | int) -> Period:
        """Read a period from what a person would type.

        Args:
            value: A date in any form that :meth:`PartialDate.of` reads, or a span such as `"2014..2018"`, `"..2018"`.

        Returns:
            The period.

        Raises:
            InvalidDate: Where it is no period.

        Example:
            >>> from maroc_offshoring.dates import Period
            >>> Period.of(2026)
            Period('2026')
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, str) and ".." in value:
            start, _, end = value.partition("..")
            return cls(*(PartialDate.of(part) if part.strip() else None for part in (start, end)))
        date = PartialDate.of(value)
        return cls(date, date)

    @property
    def first_day(self) -> dt.date | None:
        """The first day that the period may hold; None where its start is open."""
        return self.start.first_day if self.start else None

    @property
    def last_day(self) -> dt.date | None:
        """The last day that the period may hold; None where its end is open."""
        return self.end.last_day if self.end else None

    @property
    def year(self) -> int | None:
        """The one year that the period lies in; None where it spans several or is open."""
        if self.start and self.end and self.start.year == self.end.year:
            return self.start.year
        return None

    def contains(self, other: Period | PartialDate | dt.date | str | int) -> bool:
        """Say whether the other date or period certainly lies within this one.

        Args:
            other: A date or period.

        Returns:
            True only where each of its days is a day of this period.

        Example:
            >>> from maroc_offshoring.dates import Period
            >>> Period.of("2014..2018").contains("2016-05-05"), Period.of("2014..2018").contains("2018..2019")
            (True, False)
        """
        return Period.of(other).within(self)

    def within(self, other: Period) -> bool:
        """Say whether this period certainly lies within the other.

        Args:
            other: The other period.

        Returns:
            True only where each day of this one is a day of the other.

        Example:
            >>> from maroc_offshoring.dates import Period
            >>> Period.of("2016").within(Period.of("2014..2018")), Period.of("..2016").within(Period.of("2014..2018"))
            (True, False)
        """
        starts = other.first_day is None or (self.first_day is not None and other.first_day <= self.first_day)
        ends = other.last_day is None or (self.last_day is not None and self.last_day <= other.last_day)
        return starts and ends

    def overlaps(self, other: Period) -> bool:
        """Say whether the two periods may have a day in common.

        Args:
            other: The other period.

        Returns:
            False only where it is certain that they have none.

        Example:
            >>> from maroc_offshoring.dates import Period
            >>> Period.of("2014..2018").overlaps(Period.of("2018-06")), Period.of("2014").overlaps(Period.of("2015"))
            (True, False)
        """
        apart = (self.last_day and other.first_day and self.last_day < other.first_day) or (
            other.last_day and self.first_day and other.last_day < self.first_day
        )
        return not apart

    def sort_key(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Return the key of the sorting order: by end, then by start, open ones first.

        Returns:
            The keys of its two dates, the end first; zeros for one that is open.

        Example:
            >>> from maroc_offshoring.dates import Period
            >>> sorted(map(Period.of, ["2018", "2014..2018", "2016"]), key=Period.sort_key)
            [Period('2016'), Period('2014..2018'), Period('2018')]
        """
        never = (0, 0, 0)
        return (self.end.sort_key() if self.end else never, self.start.sort_key() if self.start else never)

    def __str__(self) -> str:
        if self.start is self.end or self.start == self.end:  # most are of one date, which need not be compared
            return str(self.start)
        return f"{self.start or ''}..{self.end or ''}"

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"
