"""What could be known at a date: the records that a source had told by then, without what came to light later.

The rules stand at :meth:`maroc_offshoring.Dataset.as_of`. They are monotone: what is known on one day is known on every
later one, so that going back twice is the same as going back once, to the earlier of the two days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from attrs import evolve, fields

from maroc_offshoring.dataset.dating import own_date
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.model import (
    Agreement,
    Citation,
    City,
    Commitment,
    Country,
    FormerRegion,
    Observation,
    Operator,
    Owner,
    Party,
    Place,
    Plan,
    Presence,
    Record,
    Region,
    Site,
    SiteFigure,
    Source,
    StatusChange,
)
from maroc_offshoring.model.kinds import KINDS, kind_of
from maroc_offshoring.vocabulary import Nature, SiteStatus

R = TypeVar("R", bound=Record)
P = TypeVar("P", Presence, SiteFigure, StatusChange)
Records = Mapping[str, Sequence[Record | Source]]

_FRAME = (Country, Region, FormerRegion, City)
_IDENTITIES = (Place, Party, Plan)


def known_by(records: Records, date: PartialDate, published: PartialDate | None) -> dict[str, list[Record | Source]]:
    """Restrict records to what could be known at a date.

    Args:
        records: The records of each kind.
        date: The date; of a year or a month, its last day.
        published: When the dataset was published, by which all that it holds was known.

    Returns:
        The records known by then, by kind and in order, each without what was not known of it.
    """
    return _Knowledge(date, published).of(records)


class _Knowledge:
    """What is known on the last day of a date."""

    def __init__(self, date: PartialDate, published: PartialDate | None) -> None:
        self._day = date.last_day
        self._told_by_us = published.last_day if published and published.last_day <= self._day else None
        self._kept: dict[tuple[str, str], Record] = {}
        self._tellings: dict[tuple[str, str], bool] = {}

    def of(self, records: Records) -> dict[str, list[Record | Source]]:
        """Return the records that are known, by kind."""
        everything = [record for kind in KINDS for record in records.get(kind, ())]
        for record in everything:
            if isinstance(record, Record) and (isinstance(record, _FRAME) or self._is_told(record)):
                self._keep(record)
        cited = {citation.source.id for record in self._kept.values() for citation in _all_citations(record)}
        known: dict[str, list[Record | Source]] = {kind: [] for kind in KINDS}
        for record in everything:
            kind = kind_of(record)
            if isinstance(record, Record):
                if (kept := self._kept.get((kind, record.id))) is not None:
                    known[kind].append(kept)
            elif record.id in cited or self._is_past(record.published):
                known[kind].append(record)
        return known

    # Dates

    def _is_past(self, date: PartialDate | None) -> bool:
        """Say whether a date has certainly passed; without one, whether the dataset itself was out."""
        if date is None:
            return self._told_by_us is not None
        return date.last_day <= self._day or (self._told_by_us is not None and date.first_day <= self._told_by_us)

    def _is_ahead(self, date: PartialDate | None) -> bool:
        return date is not None and date.first_day > self._day

    # What was told

    def _is_told(self, record: Record) -> bool:
        key = (kind_of(record), record.id)
        if key not in self._tellings:
            self._tellings[key] = self._finds_told(record)
        return self._tellings[key]

    def _finds_told(self, record: Record) -> bool:
        match record:
            case Operator():
                return self._tells(record.citations, None) or any(map(self._is_known_part, record.presences))
            case Observation():
                # A forecast tells of a time to come; anything else that does was not measured yet.
                start = (record.period.start or record.period.end) if record.period else None
                if record.nature is not Nature.FORECAST and self._is_ahead(start):
                    return False
            case _:
                pass
        return self._tells(record.citations, own_date(record))

    def _tells(self, citations: Iterable[Citation], on: PartialDate | None) -> bool:
        """Say whether a source was out: by its own date or, where it prints none, by the date of what it tells."""
        return any(self._is_past(citation.source.published or on) for citation in citations)

    def _is_known_part(self, part: Presence | SiteFigure | StatusChange) -> bool:
        on = _on(part)
        if self._is_ahead(on):
            return False
        return self._tells(part.citations, on) if part.citations else self._is_past(on)

    def _is_known_link(self, record: Record, by: Record) -> bool:
        """Say whether a record that a known one refers to can be referred to."""
        match record, by:
            case Operator(), Operator():
                return self._told_by_us is not None  # no record says when one company took over another
            case Site(), Site():
                return self._is_told(record)
            case Agreement(), _:
                return self._is_told(record) or not self._is_ahead(record.signed_on)
            case _:
                return isinstance(record, _IDENTITIES) or self._is_told(record)

    # What is kept

    def _keep(self, record: R) -> R:
        """Return the record without what was not known of it: the record itself where that is nothing."""
        key = (kind_of(record), record.id)
        if key not in self._kept:
            parts = {name: getattr(record, name) for name in (field.name for field in fields(type(record)))}
            known = {name: self._known(value, record) for name, value in parts.items()} | self._known_parts(record)
            known["citations"] = self._published(record.citations) or (_earliest(record.citations),)
            changed = {name: value for name, value in known.items() if not _is_same(value, parts[name])}
            self._kept[key] = evolve(record, **changed) if changed else record
        return cast("R", self._kept[key])

    def _known(self, value: Any, by: Record) -> Any:
        """Return what a field refers to, as it is kept."""
        if isinstance(value, Record):
            return self._keep(value) if self._is_known_link(value, by) else None
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            return tuple(self._keep(each) for each in value if self._is_known_link(each, by))
        return value

    def _known_parts(self, record: Record) -> dict[str, Any]:
        match record:
            case Commitment():
                return {"history": self._past(record.history)}
            case Operator():
                return {"presences": self._past(record.presences), "owners": self._past_owners(record.owners)}
            case Site():
                has_opened = record.opened is not None and self._is_past(record.opened)
                return {
                    "history": self._past(record.history),
                    "opened": None if self._is_ahead(record.opened) else record.opened,
                    # A status has no date; only that a site had opened tells it.
                    "status": record.status if has_opened or self._told_by_us else SiteStatus.UNKNOWN,
                }
            case _:
                return {}

    def _past(self, parts: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(self._cut(part) for part in parts if self._is_known_part(part))

    def _cut(self, part: P) -> P:
        changes: dict[str, Any] = {"citations": self._published(part.citations)}
        if isinstance(part, Presence):
            changes["place"] = self._keep(part.place)
        changed = {name: value for name, value in changes.items() if not _is_same(value, getattr(part, name))}
        return evolve(part, **changed) if changed else part

    def _past_owners(self, owners: tuple[Owner, ...]) -> tuple[Owner, ...]:
        return tuple(
            evolve(owner, until=None) if self._is_ahead(owner.until) else owner
            for owner in owners
            if not self._is_ahead(owner.since)
        )

    def _published(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """Leave out the citations of what was published later; of undated sources nobody can say so."""
        return tuple(
            citation
            for citation in citations
            if citation.source.published is None or self._is_past(citation.source.published)
        )


def _on(part: Presence | SiteFigure | StatusChange) -> PartialDate | None:
    return part.on if isinstance(part, StatusChange) else part.as_of


def _earliest(citations: tuple[Citation, ...]) -> Citation:
    """Return the citation that was published first, of those that all have a date."""

    def date(citation: Citation) -> tuple[dt.date, tuple[int, int, int]]:
        published = cast("PartialDate", citation.source.published)
        return published.last_day, published.sort_key()

    return min(citations, key=date)


def _all_citations(record: Record) -> Iterator[Citation]:
    yield from record.citations
    for name in ("history", "presences"):
        for part in getattr(record, name, ()):
            yield from part.citations


def _is_same(one: Any, other: Any) -> bool:
    """Say whether two values of a field are one; comparing records by content would walk the whole dataset."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
    return one is other
