"""What was measured of each measure, how it is counted, and how it is stated in the unit of a promise."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from maroc_offshoring.dates import Period
from maroc_offshoring.errors import RateNotFound
from maroc_offshoring.figures import Figure, Step
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Observation
from maroc_offshoring.series import measured
from maroc_offshoring.units import parts

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset

YEARLY = frozenset({
    Measure.EXPORT_REVENUE, Measure.REVENUE, Measure.VALUE_ADDED, Measure.TAX_REVENUE, Measure.GRADUATES,
    Measure.STUDENTS, Measure.HIRES,
})  # fmt: skip
"""What is counted by the year, so that a level of it is what one year brings."""

RATES = frozenset({Measure.EXPORT_REVENUE, Measure.REVENUE, Measure.VALUE_ADDED, Measure.TAX_REVENUE})
"""What is only counted by the year: so much more of it is so much more in a year, not so much in all."""

GATHERED = frozenset({Measure.INVESTMENT, Measure.PUBLIC_SUPPORT, Measure.PUBLIC_SUPPORT_OWN_SHARE})
"""What gathers over a plan, so that a level of it is what the plan brings in all."""


LESS_IS_BETTER = frozenset({Measure.RANK, Measure.JOBS_AT_RISK})
"""What is better the less there is of it: reaching so much of it is no success, and nothing here judges it."""


def measurements(dataset: Dataset, measures: Iterable[Measure]) -> dict[Measure, tuple[Observation, ...]]:
    """Gather what was measured, by measure: what a series holds, of all places and companies.

    Args:
        dataset: The dataset.
        measures: The measures asked for.

    Returns:
        The observations of each measure, and what sites and companies state of themselves, in the order of their ids.
    """
    return {each: tuple(sorted(measured(dataset, each), key=lambda seen: seen.id)) for each in set(measures)}


def in_unit(figure: Figure, unit: str, period: Period | None) -> Figure | None:
    """State a measured figure in the unit of a promise.

    Args:
        figure: The figure.
        unit: The unit of the promise.
        period: What it covers: money is converted at the average rate of its own year.

    Returns:
        The figure, with a step where it was converted; None where it cannot be stated so.
    """
    if figure.unit == unit:
        return figure
    own, asked = parts(figure.unit), parts(unit)
    if (figure.unit, unit) in _AREAS:
        factor = _AREAS[figure.unit, unit]
        return figure.times(factor, unit, Step("convert", factor, f"{unit}/{figure.unit}"))
    simple = own.currency and asked.currency and not (own.year or asked.year or own.bottom or asked.bottom)
    if not simple or period is None or period.year is None:
        return None
    from maroc_offshoring.money import convert

    try:
        return convert(figure, to=unit, on=period.year)
    except RateNotFound:
        return None


_AREAS = {("ha", "m2"): Decimal(10_000), ("m2", "ha"): Decimal("0.0001")}


def whole_year(period: Period | None) -> bool:
    """Say whether a period is one calendar year.

    Args:
        period: The period.

    Returns:
        True for 2019; False for 2019-04, 2018..2019 and ..2019.
    """
    return period is not None and period.start == period.end and period.end is not None and period.end.month is None
