"""Promises and aims: what parties commit to, and what authorities and plans target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import fields
from maroc_offshoring.model.agreements import Agreement, Plan
from maroc_offshoring.model.parties import Operator, Party, parties
from maroc_offshoring.model.places import Place, places
from maroc_offshoring.model.record import Record
from maroc_offshoring.model.sources import Citation, citations
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope, Segment, Status


def _status(value: Status | str) -> Status:
    return Status.of(value)


@frozen(kw_only=True, field_transformer=fields.named)
class Pledge:
    """One figure that a commitment promises.

    Args:
        measure: What is promised: `jobs`, `investment`…
        figure: How much; a :class:`~maroc_offshoring.figures.Figure` or a text such as `"plus de 300 emplois"`.
        due: By when; None where no date was given.
        basis: `additional` (so many more) or `level` (reach so many); None where the source does not say, and then it
            is not added up.
        note: What else a reader must know.

    Raises:
        InvalidField: Where the unit does not belong to the measure.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.Pledge(measure="jobs", figure="plus de 300 emplois", due="2028", basis="additional").figure.value
        Decimal('300')
    """

    measure: Measure = field(converter=fields.measure)
    figure: Figure = field(converter=fields.figure, validator=fields.fits)
    due: Period | None = field(default=None, converter=fields.optional_period)
    basis: Basis | None = field(
        default=None, converter=fields.optional_basis, validator=fields.one_of(Basis.ADDITIONAL, Basis.LEVEL, None)
    )
    note: str | None = field(default=None, converter=fields.optional_text)


@frozen(kw_only=True, field_transformer=fields.named)
class Milestone:
    """A step on the way to a promise; it is contained in the pledges and never added to them.

    Args:
        measure: What is to be reached; `launch` for a start without a figure.
        figure: How much.
        due: By when.
        basis: `additional` or `level`.
        note: What else a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> (step,) = mo.load().commitments["2004-b2s-maroc-300"].milestones
        >>> print(f"{step.figure} by {step.due}")
        150 workstations by 2004-05
    """

    measure: Measure = field(converter=fields.measure)
    figure: Figure | None = field(default=None, converter=fields.optional_figure, validator=fields.fits)
    due: Period | None = field(default=None, converter=fields.optional_period)
    basis: Basis | None = field(default=None, converter=fields.optional_basis)
    note: str | None = field(default=None, converter=fields.optional_text)


@frozen(kw_only=True, field_transformer=fields.named)
class StatusChange:
    """What was known of a promise at a date.

    Args:
        status: What had become of it.
        on: When that was so.
        citations: The sources.
        note: What else a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> accord = mo.load().commitments["2002-webcad-accord"]
        >>> [(change.status.value, str(change.on)) for change in accord.history]
        [('announced', '2002'), ('delivered', '2006-04')]
    """

    status: Status = field(converter=_status)
    on: PartialDate | None = field(default=None, converter=fields.optional_date)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    note: str | None = field(default=None, converter=fields.optional_text)


def _pledges(value: Iterable[Pledge]) -> tuple[Pledge, ...]:
    return fields.sequence(value, Pledge, "a Pledge(measure=..., figure=...)")


def _milestones(value: Iterable[Milestone]) -> tuple[Milestone, ...]:
    return fields.sequence(value, Milestone, "a Milestone")


def _history(value: Iterable[StatusChange]) -> tuple[StatusChange, ...]:
    return fields.sequence(value, StatusChange, "a StatusChange")


def _a_commitment(_record: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, Commitment):
        raise WrongType(attribute.name, value, "a Commitment; look it up with ds.commitments[...]")


def _a_target(_record: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, Target):
        raise WrongType(attribute.name, value, "a Target; look it up with ds.targets[...]")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Commitment(Record):
    """A promise: who promised, with whom, where, for which segments, and the figures pledged.

    Args:
        title: What is promised, in a few words.
        made_by: Who promises; empty where the source does not name them.
        made_with: With whom: ministries, regions, partners.
        agreement: The instrument that it was signed in.
        announced_on: When it was announced.
        places: Where the jobs or the money go, never where the paper was signed.
        segments: The branches that it is for.
        pledges: The figures promised.
        milestones: Steps on the way, contained in the pledges.
        history: What was known of it, and when; see :attr:`status`.
        part_of: The announcement whose figure already contains this one.
        restates: The same promise told earlier.
        supersedes: The earlier promise that this one changes.

    Example:
        >>> import maroc_offshoring as mo
        >>> phoneo = mo.load().commitments["2022-04-20-phoneo"]
        >>> phoneo.pledges[0].figure.value, str(phoneo.pledges[0].due), phoneo.part_of.id
        (Decimal('2000'), '2026', '2022-04-20-four-memoranda')
    """

    title: str | None = field(default=None, converter=fields.optional_text)
    made_by: tuple[Party, ...] = field(default=(), converter=parties)
    made_with: tuple[Party, ...] = field(default=(), converter=parties)
    agreement: Agreement | None = field(
        default=None, validator=fields.maybe(Agreement, "an Agreement; look it up with ds.agreements[...]")
    )
    announced_on: PartialDate | None = field(default=None, converter=fields.optional_date)
    places: tuple[Place, ...] = field(default=(), converter=places)
    segments: tuple[Segment, ...] = field(default=(), converter=fields.segments)
    pledges: tuple[Pledge, ...] = field(default=(), converter=_pledges)
    milestones: tuple[Milestone, ...] = field(default=(), converter=_milestones)
    history: tuple[StatusChange, ...] = field(default=(), converter=_history)
    part_of: Commitment | None = field(default=None, validator=_a_commitment)
    restates: Commitment | None = field(default=None, validator=_a_commitment)
    supersedes: Commitment | None = field(default=None, validator=_a_commitment)

    @property
    def operators(self) -> tuple[Operator, ...]:
        """The companies among those who promise."""
        return tuple(party for party in self.made_by if isinstance(party, Operator))

    @property
    def places_within_whole(self) -> tuple[Place, ...]:
        """Its places; where it leaves them more open than the whole that it is a part of, those of the whole."""
        places, whole = self.places, self.part_of
        while whole is not None:
            if whole.places and all(any(place.within(own) for own in places) for place in whole.places):
                places = whole.places
            whole = whole.part_of
        return places

    @property
    def status(self) -> Status:
        """What is last known of the promise; `announced` where nothing else is."""
        return self.history[-1].status if self.history else Status.ANNOUNCED

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its title, by which it is looked up."""
        return (self.title,) if self.title else (), ()

    def __str__(self) -> str:
        return self.title or self.id


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Target(Record):
    """What an authority or a plan aims at.

    Args:
        measure: What is aimed at.
        figure: How much.
        place: For which place.
        title: What is aimed at, in a few words.
        segments: The branches that it is for; empty for the sector.
        basis: `additional` or `level`; None where the sources are silent or disagree.
        start: The date that it counts from.
        due: By when.
        set_by: Who set it.
        plan: The plan that it is part of.
        announced_on: When it was announced.
        scope: The sector that it covers.
        perimeter: Which export series it is measured by.
        part_of: The wider or later aim that contains this one.
        supersedes: The earlier aim that this one replaces.

    Example:
        >>> import maroc_offshoring as mo
        >>> aim = mo.load().targets["tgt-jobs-ma-02-2020"]
        >>> aim.figure.value, str(aim.due), aim.part_of.figure.value
        (Decimal('2000'), '2020', Decimal('4000'))
    """

    measure: Measure = field(converter=fields.measure)
    figure: Figure = field(converter=fields.figure, validator=fields.fits)
    place: Place = field(validator=fields.one(Place, "a Place; look it up with ds.place(...)"))
    title: str | None = field(default=None, converter=fields.optional_text)
    segments: tuple[Segment, ...] = field(default=(), converter=fields.segments)
    basis: Basis | None = field(
        default=None, converter=fields.optional_basis, validator=fields.one_of(Basis.ADDITIONAL, Basis.LEVEL, None)
    )
    start: PartialDate | None = field(default=None, converter=fields.optional_date)
    due: Period | None = field(default=None, converter=fields.optional_period)
    set_by: tuple[Party, ...] = field(default=(), converter=parties)
    plan: Plan | None = field(default=None, validator=fields.maybe(Plan, "a Plan; look it up with ds.plans[...]"))
    announced_on: PartialDate | None = field(default=None, converter=fields.optional_date)
    scope: Scope = field(default=Scope.OFFSHORING, converter=fields.scope)
    perimeter: Perimeter | None = field(default=None, converter=fields.optional_perimeter)
    part_of: Target | None = field(default=None, validator=_a_target)
    supersedes: Target | None = field(default=None, validator=_a_target)

    @property
    def places(self) -> tuple[Place, ...]:
        """The place, as a list of one."""
        return (self.place,)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its title, by which it is looked up."""
        return (self.title,) if self.title else (), ()

    def __str__(self) -> str:
        return self.title or self.id
