"""What records can be selected by: one function per keyword of `where`, over the kinds of records that have it."""

from __future__ import annotations

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import (
    Agreement,
    Commitment,
    Event,
    Incentive,
    Institution,
    Observation,
    Operator,
    Party,
    Place,
    Record,
    Site,
    Source,
    Statement,
    Target,
)
from maroc_offshoring.vocabulary import Segment

Thing = Record | Source


def places(record: Thing) -> tuple[Place, ...]:
    """The places that a record is about; never where a paper was signed."""
    if isinstance(record, Place):
        return (record,)
    if isinstance(record, Operator):
        return tuple(presence.place for presence in record.presences)
    if isinstance(record, Commitment):
        return record.places_within_whole
    if isinstance(record, Institution):
        return (record.region,) if record.region else ()
    found: tuple[Place, ...] = getattr(record, "places", ())
    return found


def operators(record: Thing) -> tuple[Operator, ...]:
    """The companies that a record is about."""
    if isinstance(record, Operator):
        return (record,)
    if isinstance(record, Observation):
        return (record.operator,) if record.operator else ()
    if isinstance(record, Commitment):
        return record.operators
    return tuple(party for party in parties(record) if isinstance(party, Operator))


def parties(record: Thing) -> tuple[Party, ...]:
    """The parties that a record is about, whatever their part in it."""
    match record:
        case Party():
            return (record,)
        case Commitment():
            return (*record.made_by, *record.made_with)
        case Agreement() | Statement():
            own = (record.party,) if isinstance(record, Statement) and record.party else ()
            return (*own, *record.parties)
        case Target():
            return record.set_by
        case Observation():
            return tuple(party for party in (record.operator, record.stated_by) if party)
        case Event():
            return record.organisers
        case Site():
            return record.managers
        case _:
            return ()


def segments(record: Thing) -> tuple[Segment, ...]:
    """The branches that a record is about."""
    found: tuple[Segment, ...] = getattr(record, "segments", ())
    return found


def measures(record: Thing) -> tuple[Measure, ...]:
    """The measures that a record has figures of."""
    if isinstance(record, Commitment):
        return tuple(pledge.measure for pledge in record.pledges)
    if isinstance(record, Site):
        return tuple(figure.measure for figure in record.history)
    return (record.measure,) if isinstance(record, (Target, Observation)) else ()


def dues(record: Thing) -> tuple[Period, ...]:
    """The dates by which a record promises or aims at something."""
    if isinstance(record, Commitment):
        return tuple(pledge.due for pledge in record.pledges if pledge.due)
    return (record.due,) if isinstance(record, Target) and record.due else ()


def announced(record: Thing) -> PartialDate | None:
    """When a record was announced, signed, published, said or held."""
    match record:
        case Commitment() | Target():
            return record.announced_on
        case Agreement():
            return record.signed_on
        case Event():
            return record.starts_on
        case Statement():
            return record.said_on
        case Incentive():
            return record.in_force_from
        case Source():
            return record.published
        case _:
            return None


def agreement(record: Thing) -> Agreement | None:
    """The agreement that a record is, or belongs to."""
    return record if isinstance(record, Agreement) else getattr(record, "agreement", None)


_HAVE: dict[str, tuple[type, ...]] = {
    "place": (Place, Operator, Institution, Commitment, Target, Observation, Event, Incentive, Statement),
    "operator": (Operator, Commitment, Observation, Agreement, Statement),
    "party": (Party, Commitment, Target, Observation, Event, Site, Agreement, Statement),
    "segment": (Operator, Commitment, Target, Observation, Statement),
    "measure": (Commitment, Target, Observation, Site),
    "agreement": (Commitment, Agreement),
    "announced": (Commitment, Target, Agreement, Event, Statement, Incentive, Source),
    "due": (Commitment, Target),
    "period": (Observation,),
    "status": (Commitment, Site),
    "source": (Record,),
    "part_of": (Commitment, Target, Agreement),
    "plan": (Target,),
    "kind": (Source, Site, Institution, Agreement, Incentive),
    "basis": (Target, Observation, Commitment),
    "scope": (Target, Observation),
    "perimeter": (Target, Observation),
    "nature": (Observation,),
    "ids": (Record, Source),
}
_ALIKE = {"region": "place", "city": "place", "site": "place"}


def keywords(cls: type) -> tuple[str, ...]:
    """Return the keywords that select records of a class.

    Args:
        cls: The class of the records.

    Returns:
        The keywords of `where` that make sense for it.
    """
    found = [keyword for keyword, classes in _HAVE.items() if issubclass(cls, classes)]
    found += [keyword for keyword, like in _ALIKE.items() if like in found]
    return tuple(sorted(found))
