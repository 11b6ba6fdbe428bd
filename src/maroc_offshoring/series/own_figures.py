"""The measured figures that stand in the records of sites and companies, read as observations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Observation, Operator, Record, Site
from maroc_offshoring.model.fields import named, one
from maroc_offshoring.series.policy import number_of
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset


@frozen(kw_only=True, eq=False, repr=False, field_transformer=named)
class OwnFigure(Observation):
    """A measured figure that stands in the record of a site or a company, not in an observation.

    Args:
        record: The site or the company.

    Example:
        >>> import maroc_offshoring as mo
        >>> point = mo.load().series("floor_space", "Technopolis Rabat").at(2013)
        >>> for seen in point:
        ...     print(seen.id, "|", seen.figure, "|", seen.record.id)
        technopolis-rabat-floor_space-2013 | 58 000 m² | technopolis-rabat
    """

    record: Record = field(validator=one((Site, Operator), "a Site or an Operator"))


def measured(dataset: Dataset, measure: Measure) -> tuple[Observation, ...]:
    """Gather what a dataset measures of one measure: its observations, and what sites and companies state beside them.

    Args:
        dataset: The dataset.
        measure: The measure.

    Returns:
        The observations, and the dated stocks of sites and the jobs of companies that no observation states already:
        the same number of the same thing at the same time. What a developer planned is no measurement.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series import measured
        >>> [seen.id for seen in measured(mo.load(), mo.Measure.FLOOR_SPACE) if seen.place.id == "oujda-shore"][-1]
        'oujda-shore-floor_space-2020-01'
    """
    seen = [observation for observation in dataset.observations if observation.measure is measure]
    told = {_told(observation) for observation in seen}
    return (*seen, *(own for own in own_figures(dataset, measure) if _told(own) not in told))


def own_figures(dataset: Dataset, measure: Measure | None = None) -> Iterator[OwnFigure]:
    """Read what the sites and companies of a dataset state as observations, whether or not an observation says it too.

    Args:
        dataset: The dataset.
        measure: The measure; None for all.

    Yields:
        The stocks of the sites, then the jobs of the companies, each by id.
    """
    taken = {observation.id for observation in dataset.observations}
    for site in sorted(dataset.sites, key=lambda site: site.id):
        for said in site.history:
            if said.basis is Basis.STOCK and measure in (None, said.measure):
                name = _name(f"{site.id}-{said.measure.value}", said.as_of, taken)
                yield OwnFigure(
                    id=name, record=site, measure=said.measure, figure=said.figure, place=site, basis=Basis.STOCK,
                    period=said.as_of, citations=said.citations or site.citations, confidence=site.confidence,
                    checked=said.checked, check_note=said.check_note, note=said.note,
                )  # fmt: skip
    if measure not in (None, Measure.JOBS):
        return
    for operator in sorted(dataset.operators, key=lambda operator: operator.id):
        for presence in operator.presences:
            if presence.jobs is not None:
                name = _name(f"{operator.id}-{presence.place.id}-{Measure.JOBS.value}", presence.as_of, taken)
                yield OwnFigure(
                    id=name, record=operator, measure=Measure.JOBS, figure=presence.jobs, place=presence.place,
                    basis=Basis.STOCK, period=presence.as_of, operator=operator, confidence=operator.confidence,
                    citations=presence.citations or operator.citations,
                )  # fmt: skip


def _told(observation: Observation) -> tuple[object, ...]:
    """What a site or a company says of its figures; it does not tell branches apart."""
    operator = observation.operator.id if observation.operator else None
    return observation.place.id, operator, observation.basis, str(observation.period), number_of(observation)


def _name(what: str, date: PartialDate | None, taken: set[str]) -> str:
    """An id that is not taken: a record may state two figures of one date."""
    first = name = f"{what}-{date or 'undated'}"
    number = 2
    while name in taken:
        name, number = f"{first}-{number}", number + 1
    taken.add(name)
    return name
