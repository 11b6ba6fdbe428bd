"""Observations: what was measured, estimated or forecast, for a period and a place."""

from __future__ import annotations

from attrs import field, frozen

from maroc_offshoring.dates import Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import fields
from maroc_offshoring.model.parties import Operator, Party
from maroc_offshoring.model.places import Place
from maroc_offshoring.model.record import Record
from maroc_offshoring.vocabulary import Basis, Nature, Perimeter, Scope, Segment


def _nature(value: Nature | str) -> Nature:
    return Nature.of(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Observation(Record):
    """What was measured: a stock at a date, a flow of a period, or what had gathered by its end.

    Args:
        measure: What is measured.
        figure: The figure.
        place: For which place.
        basis: `stock`, `flow` or `cumulative`.
        period: A date for a stock, a span for a flow; None where the source is undated.
        segments: The branches counted; empty for the sector.
        operator: The company whose figure it is; None for all.
        nature: `observed`, `estimate`, `forecast` or `derived`.
        scope: The sector counted.
        perimeter: Which heading of the Office des changes an export series follows.
        stated_by: The party that is quoted as saying it.
        said_by: Who is quoted, where it is no party of the record.

    Example:
        >>> import maroc_offshoring as mo
        >>> seen = mo.load().observations["obs-jobs-fes-2019"]
        >>> print(seen.figure, seen.period)
        nearly 4 500 jobs 2019
    """

    measure: Measure = field(converter=fields.measure)
    figure: Figure = field(converter=fields.figure, validator=fields.fits)
    place: Place = field(validator=fields.one(Place, "a Place; look it up with ds.place(...)"))
    basis: Basis = field(converter=fields.basis, validator=fields.one_of(Basis.STOCK, Basis.FLOW, Basis.CUMULATIVE))
    period: Period | None = field(default=None, converter=fields.optional_period)
    segments: tuple[Segment, ...] = field(default=(), converter=fields.segments)
    operator: Operator | None = field(
        default=None, validator=fields.maybe(Operator, "an Operator; look it up with ds.operators[...]")
    )
    nature: Nature = field(default=Nature.OBSERVED, converter=_nature)
    scope: Scope = field(default=Scope.OFFSHORING, converter=fields.scope)
    perimeter: Perimeter | None = field(default=None, converter=fields.optional_perimeter)
    stated_by: Party | None = field(
        default=None, validator=fields.maybe(Party, "a Party; look it up with ds.party(...)")
    )
    said_by: str | None = field(default=None, converter=fields.optional_text)

    @property
    def places(self) -> tuple[Place, ...]:
        """The place, as a list of one."""
        return (self.place,)
