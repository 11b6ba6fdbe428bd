"""Floats: the one place where an exact number or a date becomes a position on an axis."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.display.bars import extent_of
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds


@frozen
class Extent:
    """Where a figure stands on an axis.

    Args:
        low: How far it certainly reaches, as far as it is stated.
        high: How far it may reach; no less than `low`.
        is_open: Whether it may reach farther still.
    """

    low: float
    high: float
    is_open: bool = False

    @classmethod
    def of(cls, figure: Figure) -> Extent:
        """Place a figure.

        Args:
            figure: The figure.

        Returns:
            Its extent: a stated number is a point, a range is not.
        """
        stated, reach, is_open = extent_of(figure)
        return cls(position(stated), position(max(stated, reach)), is_open)

    @classmethod
    def of_bounds(cls, bounds: Bounds) -> Extent:
        """Place bounds.

        Args:
            bounds: The bounds.

        Returns:
            Their extent.
        """
        high = bounds.low if bounds.high is None else bounds.high
        return cls(position(bounds.low), position(high), bounds.high is None)


def position(number: Decimal) -> float:
    """Turn an exact number into a position on an axis.

    Args:
        number: The number.

    Returns:
        The nearest float, for drawing alone: what is written beside it is the number itself.
    """
    return float(number)


@frozen
class Span:
    """Where a date or a period stands on an axis of years: 2019.5 is the middle of 2019.

    Args:
        start: Its first moment.
        end: Its last moment.
    """

    start: float
    end: float

    @property
    def middle(self) -> float:
        """The middle of it."""
        return (self.start + self.end) / 2

    @classmethod
    def of(cls, date: PartialDate | Period) -> Span | None:
        """Place a date or a period, at its own precision: a year is as wide as a year.

        Args:
            date: The date or the period. One that is open on a side has only its other end.

        Returns:
            Its span; None where it has no end.
        """
        first, last = date.first_day, date.last_day
        if first is None and last is None:
            return None
        start = None if first is None else moment(first)
        end = None if last is None else moment(last, is_over=True)
        if start is None or end is None:
            only = start if end is None else end
            return None if only is None else cls(only, only)
        return cls(start, end)


def moment(day: dt.date, *, is_over: bool = False) -> float:
    """Turn a day into a position on an axis of years.

    Args:
        day: The day.
        is_over: Whether its end is meant.

    Returns:
        The year and the part of it that has passed, rounded to a thousandth, which is less than a day.
    """
    length = dt.date(day.year, 12, 31).timetuple().tm_yday
    return round(day.year + (day.timetuple().tm_yday - (0 if is_over else 1)) / length, 3)
