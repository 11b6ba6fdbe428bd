"""Exhibits: each one figure of a finding, as its record states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from maroc_offshoring.checks.codes import Role
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import language_of, when
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Citation, Commitment, Observation, Operator, Place, Pledge, Record, Source, Target
from maroc_offshoring.model.kinds import kind_of, singular
from maroc_offshoring.series import OwnFigure
from maroc_offshoring.series.subject import in_order
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope, Segment


@frozen(kw_only=True)
class Exhibit:
    """One figure of a finding: what it is, for where and when, and who says so.

    Args:
        record: The record that states it.
        role: Which part it plays in the finding.
        figure: The figure; None where the finding is about a date or a record as a whole.
        measure: What is measured or promised.
        period: The period measured, or the date by which it is due; None where that is not stated.
        dated: When it was announced, signed or said to be so; None for a measurement, which has its period.
        places: For where.
        basis: What it counts.
        segments: The branches counted; empty for the sector, or where a promise names none.
        operator: The company that was measured; None for all.
        scope: The sector counted; None for a promise.
        perimeter: The export series that it follows.
        said_by: Who is quoted or whose promise or aim it is, as the record names them.
        sources: Who prints it.
        note: What else the record says a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> share = mo.load().check().where(code="share_does_not_fit")[0]
        >>> [(exhibit.role.value, exhibit.places[0].id) for exhibit in share.exhibits][:2]
        [('share', 'MA-03'), ('count', 'fes')]
    """

    record: Record
    role: Role = Role.FIGURE
    figure: Figure | None = None
    measure: Measure | None = None
    period: Period | None = None
    dated: PartialDate | None = None
    places: tuple[Place, ...] = ()
    basis: Basis | None = None
    segments: tuple[Segment, ...] = ()
    operator: Operator | None = None
    scope: Scope | None = None
    perimeter: Perimeter | None = None
    said_by: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None

    def playing(self, role: Role) -> Exhibit:
        """Return the same figure in another role.

        Args:
            role: The role.

        Returns:
            The exhibit.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.checks.exhibit import Role
            >>> exhibit = mo.load().check().where(code="stock_against_flow", place="Maroc")[0].exhibits[0]
            >>> exhibit.playing(Role.WHOLE).role.label("en")
            'whole'
        """
        return evolve(self, role=role)

    def text(self, language: str = "en") -> str:
        """Write it in one line.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The role, the figure, the period, the places, who says so, and the record.

        Example:
            >>> import maroc_offshoring as mo
            >>> exhibit = mo.load().check().where(code="stock_against_flow", place="Maroc")[0].exhibits[0]
            >>> print(exhibit.text("fr").partition(" | ")[0])
            flux: 69 900 emplois
        """
        language = language_of(language)
        parts = [figure_in(self.figure, language)] if self.figure else []
        parts += [when(self.period).label(language)] if self.period else []
        parts += [", ".join(place.name.label(language) for place in self.places)] if self.places else []
        parts += [", ".join(self._details(language))]
        more = f" (+{len(self.sources) - 1})" if len(self.sources) > 1 else ""
        printed = [f"{source.publisher}, {when(source.published).label(language)}{more}" for source in self.sources[:1]]
        parts += [" / ".join((*self.said_by, *printed))]
        return f"{self.role.label(language)}: {' | '.join(part for part in parts if part)} [{self.record.id}]"

    def _details(self, language: str) -> Iterator[str]:
        if self.operator is not None:
            yield self.operator.name.label(language)
        if self.basis is not None:
            yield self.basis.label(language)
        if self.segments:
            yield " + ".join(self.segments)
        if self.scope not in (None, Scope.OFFSHORING):
            yield self.scope.label(language)
        if self.perimeter is not None:
            yield self.perimeter.label(language)

    def row(self) -> dict[str, str | None]:
        """Return the exhibit as one flat row.

        Returns:
            A dict of texts and None, always with the same keys.

        Example:
            >>> import maroc_offshoring as mo
            >>> exhibit = mo.load().check().where(code="stock_against_flow", place="Maroc")[0].exhibits[0]
            >>> row = exhibit.row()
            >>> row["record"], row["value"], row["unit"], row["places"]
            ('obs-jobs-morocco-2014_2018', '69900', 'job', 'morocco')
        """
        figure = self.figure
        return {
            "role": self.role.value,
            "kind": singular(kind_of(self.record)),
            "record": self.record.id,
            "measure": self.measure.value if self.measure else None,
            "figure": str(figure) if figure else None,
            "value": _plain(figure.value) if figure else None,
            "low": _plain(figure.low) if figure else None,
            "high": _plain(figure.high) if figure else None,
            "unit": figure.unit if figure else None,
            "qualifier": figure.qualifier.value if figure else None,
            "period": str(self.period) if self.period else None,
            "dated": str(self.dated) if self.dated else None,
            "places": "; ".join(place.id for place in self.places) or None,
            "basis": self.basis.value if self.basis else None,
            "segments": "; ".join(self.segments) or None,
            "operator": self.operator.id if self.operator else None,
            "scope": self.scope.value if self.scope else None,
            "perimeter": self.perimeter.value if self.perimeter else None,
            "said_by": "; ".join(self.said_by) or None,
            "sources": "; ".join(source.id for source in self.sources) or None,
            "note": self.note,
        }

    def to_data(self) -> dict[str, Any]:
        """Return the exhibit as data that JSON can hold.

        Returns:
            The row, with lists where a row joins its parts.

        Example:
            >>> import maroc_offshoring as mo
            >>> exhibit = mo.load().check().where(code="stock_against_flow", place="Maroc")[0].exhibits[0]
            >>> data = exhibit.to_data()
            >>> data["record"], data["places"], data["segments"]
            ('obs-jobs-morocco-2014_2018', ['morocco'], [])
        """
        return {
            **self.row(),
            "places": [place.id for place in self.places],
            "segments": [segment.value for segment in self.segments],
            "said_by": list(self.said_by),
            "sources": [source.id for source in self.sources],
        }


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def of_observation(observation: Observation, role: Role = Role.FIGURE) -> Exhibit:
    """Take the figure of an observation as an exhibit.

    Args:
        observation: The observation.
        role: Which part it plays.

    Returns:
        The exhibit; that of a site or a company for its own figure, which does not say what sector it counts.
    """
    said = [str(observation.stated_by)] if observation.stated_by else []
    said += [observation.said_by] if observation.said_by else []
    return Exhibit(
        record=observation.record if isinstance(observation, OwnFigure) else observation,
        role=role,
        figure=observation.figure,
        measure=observation.measure,
        period=observation.period,
        places=(observation.place,),
        basis=observation.basis,
        segments=in_order(observation.segments),
        operator=observation.operator,
        scope=None if isinstance(observation, OwnFigure) else observation.scope,
        perimeter=observation.perimeter,
        said_by=said_by(said, observation.citations),
        sources=observation.sources,
        note=observation.note,
    )


def of_pledge(commitment: Commitment, pledge: Pledge | None, role: Role = Role.FIGURE) -> Exhibit:
    """Take a pledge of a commitment as an exhibit, or the commitment as a whole.

    Args:
        commitment: The commitment.
        pledge: The pledge; None for the commitment as a whole.
        role: Which part it plays.

    Returns:
        The exhibit.
    """
    return Exhibit(
        record=commitment,
        role=role,
        figure=pledge.figure if pledge else None,
        measure=pledge.measure if pledge else None,
        period=pledge.due if pledge else None,
        dated=commitment.announced_on,
        places=commitment.places,
        basis=pledge.basis if pledge else None,
        segments=in_order(commitment.segments),
        said_by=said_by([str(party) for party in commitment.made_by], commitment.citations),
        sources=commitment.sources,
        note=commitment.note,
    )


def of_target(target: Target, role: Role = Role.FIGURE) -> Exhibit:
    """Take a target as an exhibit.

    Args:
        target: The target.
        role: Which part it plays.

    Returns:
        The exhibit.
    """
    return Exhibit(
        record=target,
        role=role,
        figure=target.figure,
        measure=target.measure,
        period=target.due,
        dated=target.announced_on,
        places=target.places,
        basis=target.basis,
        segments=in_order(target.segments),
        scope=target.scope,
        perimeter=target.perimeter,
        said_by=said_by([str(party) for party in target.set_by], target.citations),
        sources=target.sources,
        note=target.note,
    )


def said_by(first: Iterable[str], citations: Iterable[Citation]) -> tuple[str, ...]:
    """Say who says so: those whom the record names, then those whom its sources quote.

    Args:
        first: Those whom the record names.
        citations: Its citations.

    Returns:
        Each once.
    """
    return tuple(dict.fromkeys([*first, *(citation.said_by for citation in citations if citation.said_by)]))


def sources_of(citations: Iterable[Citation]) -> tuple[Source, ...]:
    """Return the sources that citations name, each once.

    Args:
        citations: The citations.

    Returns:
        The sources, in order.
    """
    return tuple({citation.source.id: citation.source for citation in citations}.values())
