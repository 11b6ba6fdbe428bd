"""Measurements: every measured figure, whether it stands in an observation or in the record of a park or company."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

from maroc_offshoring.checks.comparing import disagree, figure_key
from maroc_offshoring.checks.exhibit import Exhibit, of_observation
from maroc_offshoring.dates import Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import reading
from maroc_offshoring.model import Observation, Record
from maroc_offshoring.series import Subject, own_figures
from maroc_offshoring.vocabulary import Nature

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset


@frozen(eq=False)
class Measurement:
    """A measured figure: what it is about, when, and the exhibit that shows it.

    Args:
        subject: What it is about.
        figure: The figure.
        period: When; None where that is not stated.
        exhibit: The record that states it, and who says so.
        nature: How it came about.
        read: What the figure may stand for, qualifier and rounding allowed for.
    """

    subject: Subject
    figure: Figure
    period: Period | None
    exhibit: Exhibit
    nature: Nature = Nature.OBSERVED
    read: Bounds = field(init=False, default=Factory(lambda self: reading(self.figure), takes_self=True))

    @property
    def record(self) -> Record:
        """The record that states it."""
        return self.exhibit.record

    @property
    def is_forecast(self) -> bool:
        """Whether it says what was expected, not what was found."""
        return self.nature is Nature.FORECAST

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of the sorting order: by period, then figure, then record."""
        period = self.period.sort_key() if self.period else ((0, 0, 0), (0, 0, 0))
        return (period, *figure_key(self.figure), self.record.id, self.exhibit.measure or "")


def ceiling(rivals: Iterable[Measurement]) -> Decimal | None:
    """Return the most that any of some measurements may stand for.

    Args:
        rivals: At least one measurement; all of one unit.

    Returns:
        The upper end; None where one is open.
    """
    highs = [each.read.high for each in rivals]
    return None if None in highs else max(high for high in highs if high is not None)


def floor(rivals: Iterable[Measurement]) -> Decimal:
    """Return the least that any of some measurements may stand for.

    Args:
        rivals: At least one measurement; all of one unit.

    Returns:
        The lower end.
    """
    return min(each.read.low for each in rivals)


def measurements(dataset: Dataset) -> tuple[Measurement, ...]:
    """Gather the measured figures of a dataset.

    A park's or a company's own figure that an observation confirms is the same figure, and stands once.

    Args:
        dataset: The dataset, of whose sites the measured figures count and not the plans, and of whose companies the
            jobs at a place.

    Returns:
        The measurements, in an order that does not depend on that of the records.
    """
    found = [_measurement(each) for each in dataset.observations]
    told: dict[tuple[object, ...], list[Measurement]] = {}
    for measurement in found:
        told.setdefault(_short(measurement), []).append(measurement)
    for own in map(_measurement, own_figures(dataset)):
        rivals = told.setdefault(_short(own), [])
        if not any(_same(own, rival) for rival in rivals):
            rivals.append(own)
            found.append(own)
    return tuple(sorted(found, key=lambda each: (each.subject.sort_key(), each.sort_key())))


def _measurement(observation: Observation) -> Measurement:
    exhibit = of_observation(observation)
    return Measurement(Subject.of(observation), observation.figure, observation.period, exhibit, observation.nature)


def _short(measurement: Measurement) -> tuple[object, ...]:
    """What the record of a park or company says of its figures: it does not tell branches or sectors apart."""
    subject = measurement.subject
    operator = subject.operator.id if subject.operator else None
    return (subject.measure, subject.unit, subject.basis, subject.place.id, operator, str(measurement.period))


def _same(own: Measurement, rival: Measurement) -> bool:
    if own.subject == rival.subject:
        return not disagree(own.figure, rival.figure)
    return own.figure.value is not None and own.figure.value == rival.figure.value
