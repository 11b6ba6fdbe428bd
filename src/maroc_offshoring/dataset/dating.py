"""The date of a record's own: when what it says was said, signed, done or measured."""

from __future__ import annotations

from maroc_offshoring.dataset import facets
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.model import Observation, Operator, Plan, Record, Site, Source


def own_date(record: Record | Source) -> PartialDate | None:
    """Return the date that a record gives itself, whatever its sources print.

    Args:
        record: A record or a source.

    Returns:
        When a promise or aim was announced, an agreement signed, an event begun, a rule put in force, a statement made,
        a source published; the end of what an observation measures; the opening of a site; the start of a plan; the
        first time that a company is seen at a place. None for what has no such date, as a city has none.
    """
    match record:
        case Observation():
            return record.period.end if record.period else None
        case Plan():
            return record.period.start if record.period else None
        case Site():
            return record.opened
        case Operator():
            seen = [presence.as_of for presence in record.presences if presence.as_of]
            return min(seen, key=lambda date: (date.last_day, date.sort_key()), default=None)
        case _:
            return facets.announced(record)
