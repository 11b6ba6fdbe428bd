"""Holding what was measured against what was promised: the least that keeps a promise, the ratio, and the time.

A promise is met only where that is certain, and missed only where that is. Both sides are intervals: what was measured
lies between two bounds, and so does the least that keeps the promise. `docs/delivery.md` says why each is as it is.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.verdict import Shows, Timing
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import Convention, bounds
from maroc_offshoring.figures.decimals import exact_product, quotient, rounded
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.vocabulary import Qualifier


def least(figure: Figure, convention: Convention) -> Bounds:
    """Return the least that keeps a promise, as the two bounds between which it lies.

    `exactly 3 000`, `at least 3 000` and `between 3 000 and 4 000` are all kept by 3 000. `About` and `nearly` 3 000
    are surely kept by 3 000 and surely not below what the convention lets the word reach. `Up to 3 000` is surely kept
    by 3 000 and names no least: no figure shows that it was missed.

    Args:
        figure: What was promised.
        convention: What `about` and `nearly` reach.

    Returns:
        What is surely not enough lies below `low`; what surely is starts at `high`.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.delivery import least
        >>> from maroc_offshoring.figures.conventions import DEFAULT
        >>> for text in ("plus de 300 emplois", "800 à 900 emplois", "près de 4.500 emplois", "jusqu'à 800 emplois"):
        ...     print(least(mo.parse_figure(text), DEFAULT))
        300 jobs
        800 jobs
        4 400 to 4 500 jobs, by convention
        0 to 800 jobs
    """
    value, low, high = figure.value, figure.low, figure.high
    match figure.qualifier:
        case Qualifier.EXACT | Qualifier.AT_LEAST:
            surely = unsurely = figure.number()
        case Qualifier.AT_MOST:
            unsurely, surely = low or Decimal(0), figure.number()
        case Qualifier.RANGE if low is not None:
            surely = unsurely = low
        case Qualifier.RANGE:
            unsurely, surely = Decimal(0), high or Decimal(0)
        case _:
            unsurely = bounds(figure, convention).low
            surely = value if value is not None else low if low is not None else high or unsurely
    return Bounds(unsurely, surely, figure.unit, figure.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY))


@frozen
class Ratio:
    """What was measured as a share of the least that keeps the promise.

    Args:
        low: The least that the share can be.
        high: The most; None where that is open.
        value: The number measured over the number promised; None where one of them is no single number.

    Example:
        >>> import maroc_offshoring as mo
        >>> aim = mo.load().delivery(ids="tgt-investment-morocco-2020")[0]
        >>> print(aim.ratio, "|", round(aim.ratio.value, 3))
        67 % | 0.667
    """

    low: Decimal
    high: Decimal | None
    value: Decimal | None

    def label(self, language: str = "en") -> str:
        """Write it in per cent, as readers of a language do.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            `67 %`, `85 % or more`, `at most 52 %`, `90 to 110 %`.
        """
        low, high = (None if end is None else _percent(end, language) for end in (self.low, self.high))
        if high is None:
            return _FORMS[language]["open"].format(low)
        if not self.low and self.high:
            return _FORMS[language]["at_most"].format(high)
        return f"{low}\u00a0%" if low == high else _FORMS[language]["between"].format(low, high)

    def __str__(self) -> str:
        return self.label("en")


_FORMS = {
    "en": {"open": "{}\u00a0% or more", "between": "{} to {}\u00a0%", "at_most": "at most {}\u00a0%"},
    "fr": {"open": "{}\u00a0% ou plus", "between": "{} à {}\u00a0%", "at_most": "{}\u00a0% au plus"},
    "ar": {"open": "{}\u00a0% أو أكثر", "between": "من {} إلى {}\u00a0%", "at_most": "{}\u00a0% على الأكثر"},
}


def _percent(share: Decimal, language: str) -> str:
    # Not rounded up to 100: what falls short must not read as if it did not.
    percent = exact_product(share, Decimal(100))
    whole = round(percent)
    return number_in(rounded(percent, 2) if whole == 100 and percent != 100 else Decimal(whole), language)


def ratio(shown: Bounds, required: Bounds, measured: Figure | None, promised: Figure) -> Ratio | None:
    """Return what was measured as a share of the least that keeps the promise.

    Args:
        shown: What was measured of it.
        required: The least that keeps it.
        measured: The figure that was measured, where it is one.
        promised: The figure that was promised.

    Returns:
        The share with its bounds; None where the promise may be kept by nothing, or is for nothing.
    """
    if not required.high:
        return None
    high = None if shown.high is None or not required.low else quotient(shown.high, required.low)
    value = None
    if measured is not None and measured.value is not None and promised.value and measured.unit == promised.unit:
        value = quotient(measured.value, promised.value)
    return Ratio(quotient(shown.low, required.high), high, value)


def timing(moment: PartialDate, due: Period) -> Timing:
    """Say when something was measured, against the date of a promise.

    Args:
        moment: When it was measured: of a span, its end.
        due: By when it was promised; it has an end.

    Returns:
        `at` where it ends with the date; `around` where it may be before it or after; `soon` up to a year after.

    Example:
        >>> from maroc_offshoring.dates import PartialDate, Period
        >>> from maroc_offshoring.delivery.comparison import timing
        >>> [timing(PartialDate.of(date), Period.of("2020")).value for date in ("2020-01", "2020", "2021", "2022-04")]
        ['early', 'at', 'soon', 'late']
    """
    last = due.last_day or dt.date.max
    if moment.last_day == last:
        return Timing.AT
    if moment.last_day < last:
        return Timing.EARLY
    if moment.first_day <= last:
        return Timing.AROUND
    return Timing.SOON if moment.last_day <= _a_year_after(last) else Timing.LATE


def _a_year_after(day: dt.date) -> dt.date:
    if day.year == dt.MAXYEAR:
        return day
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def meets(first: PartialDate, second: PartialDate) -> bool:
    """Say whether two dates may be the same day.

    Args:
        first: A date.
        second: Another.

    Returns:
        True for 2016 and 2016-05.
    """
    return first.first_day <= second.last_day and second.first_day <= first.last_day


def reaches(shown: Bounds, required: Bounds) -> bool:
    """Say whether what was measured certainly keeps a promise.

    Args:
        shown: What was measured.
        required: The least that keeps the promise.

    Returns:
        Whether the least that was measured is surely enough.
    """
    return required.high is not None and shown.low >= required.high


def falls_short(shown: Bounds, required: Bounds) -> bool:
    """Say whether what was measured certainly does not keep a promise.

    Args:
        shown: What was measured.
        required: The least that keeps the promise.

    Returns:
        Whether the most that was measured is surely not enough.
    """
    return shown.high is not None and shown.high < required.low


def what_it_shows(*, reached: bool, short: bool, when: Timing, tells_in_part: bool) -> Shows:
    """Say what a measured level shows of a promise.

    Args:
        reached: Whether it certainly keeps the promise.
        short: Whether it certainly does not.
        when: When it was measured.
        tells_in_part: Whether it is a part of the answer where it does not decide.

    Returns:
        What it shows. What falls short before the date may still grow, and what is seen after it may have come too
        late; more than a year after the date a shortfall says nothing of the date.
    """
    undecided = Shows.PART if tells_in_part else Shows.NOTHING
    match when:
        case Timing.EARLY:
            return Shows.REACHED if reached else undecided
        case Timing.AT:
            return Shows.REACHED if reached else Shows.SHORT if short else undecided
        case Timing.AROUND:
            return Shows.PART if reached else undecided
        case Timing.SOON:
            return Shows.LATE if reached else Shows.SHORT if short else undecided
        case _:
            return Shows.LATE if reached else Shows.NOTHING
