"""Events, incentives and statements: what happened, which rules hold, and what was said that is no figure."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import fields
from maroc_offshoring.model.parties import Party, parties
from maroc_offshoring.model.places import Place, places
from maroc_offshoring.model.record import Record
from maroc_offshoring.vocabulary import IncentiveKind, Segment


def _kind(value: IncentiveKind | str) -> IncentiveKind:
    return IncentiveKind.of(value)


@frozen(kw_only=True, field_transformer=fields.named)
class Award:
    """Prizes given at an event.

    Args:
        title: What for.
        count: How many.

    Example:
        >>> import maroc_offshoring as mo
        >>> prize = mo.load().events["siccam-17"].awards[0]
        >>> prize.title, prize.count
        ('trophies for firms that kept working in lockdown', 3)
    """

    title: str = field(converter=fields.text)
    count: int = field(converter=fields.count)


def _awards(value: Iterable[Award]) -> tuple[Award, ...]:
    return fields.sequence(value, Award, "an Award")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Event(Record):
    """Something that took place: an edition of a fair, a signing, an opening.

    Args:
        series: The series that it belongs to: `siccam`, `signing`…
        title: What it is.
        edition: Its number in the series.
        starts_on: Its first day.
        ends_on: Its last day.
        place: Where.
        organisers: Who held it.
        chaired_by: Who chaired it, with the office held.
        awards: Prizes given there.

    Example:
        >>> import maroc_offshoring as mo
        >>> fair = mo.load().events["siccam-17"]
        >>> fair.edition, str(fair.starts_on), fair.place.id
        (17, '2020-07-10', 'oujda')
    """

    series: str = field(converter=fields.text)
    title: str = field(converter=fields.text)
    edition: int | None = field(default=None, converter=fields.optional_count)
    starts_on: PartialDate | None = field(default=None, converter=fields.optional_date)
    ends_on: PartialDate | None = field(
        default=None, converter=fields.optional_date, validator=fields.not_before("starts_on")
    )
    place: Place | None = field(default=None, validator=fields.maybe(Place, "a Place; look it up with ds.place(...)"))
    organisers: tuple[Party, ...] = field(default=(), converter=parties)
    chaired_by: tuple[str, ...] = field(default=(), converter=fields.texts)
    awards: tuple[Award, ...] = field(default=(), converter=_awards)

    @property
    def places(self) -> tuple[Place, ...]:
        """The place, as a list of at most one."""
        return (self.place,) if self.place else ()

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its title, by which it is looked up."""
        return (self.title,), ()

    def __str__(self) -> str:
        return self.title


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Incentive(Record):
    """A rule of the offshoring offer, with the dates it is in force.

    Args:
        kind: What it acts on: `income_tax`, `training`…
        rule: The rule, in one sentence.
        rate: A rate, in percent.
        amount: An amount, in money or money per job, person or month.
        conditions: Who may have it.
        places: Where it holds.
        in_force_from: From when.
        in_force_to: Until when; None where no end is set.
        instrument: The text that sets it.

    Example:
        >>> import maroc_offshoring as mo
        >>> cap = mo.load().incentives["inc-2007-income-tax-cap"]
        >>> str(cap.rate.value), cap.rate.unit, str(cap.in_force_from)
        ('20', 'percent', '2007-05-07')
    """

    kind: IncentiveKind = field(converter=_kind)
    rule: str = field(converter=fields.text)
    rate: Figure | None = field(default=None, converter=fields.optional_figure)
    amount: Figure | None = field(default=None, converter=fields.optional_figure)
    conditions: str | None = field(default=None, converter=fields.optional_text)
    places: tuple[Place, ...] = field(default=(), converter=places)
    in_force_from: PartialDate | None = field(default=None, converter=fields.optional_date)
    in_force_to: PartialDate | None = field(
        default=None, converter=fields.optional_date, validator=fields.not_before("in_force_from")
    )
    instrument: str | None = field(default=None, converter=fields.optional_text)

    def __str__(self) -> str:
        return self.rule


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Statement(Record):
    """What someone said that is no promise, aim or measurement: a need, an ambition, a definition.

    Args:
        summary: What was said, in our words.
        said_by: Who said it, with the office held.
        party: The party that it was said for.
        said_on: When.
        places: The places that it is about.
        parties: The parties that it is about.
        segments: The branches that it is about.
        points: Its points, where it lists some.

    Example:
        >>> import maroc_offshoring as mo
        >>> [said.said_by for said in mo.load().statements.where(place="Oriental") if said.said_by]
        ['Othmane El Ferdaous, state secretary for investment']
    """

    summary: str = field(converter=fields.text)
    said_by: str | None = field(default=None, converter=fields.optional_text)
    party: Party | None = field(default=None, validator=fields.maybe(Party, "a Party; look it up with ds.party(...)"))
    said_on: PartialDate | None = field(default=None, converter=fields.optional_date)
    places: tuple[Place, ...] = field(default=(), converter=places)
    parties: tuple[Party, ...] = field(default=(), converter=parties)
    segments: tuple[Segment, ...] = field(default=(), converter=fields.segments)
    points: tuple[str, ...] = field(default=(), converter=fields.texts)

    def __str__(self) -> str:
        return self.summary
