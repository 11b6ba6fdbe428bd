"""What could be known at a date: the records that a source had told by then, without what came to light later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from attrs import evolve, fields, has

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

Thing = Record | Source
Records = Mapping[str, Sequence[Thing]]

_FRAME = (Country, Region, FormerRegion, City)
_IDENTITIES = (Place, Party, Plan)
_DATED_PARTS = (Presence, SiteFigure, StatusChange)


def known_by(records: Records, date: PartialDate, published: PartialDate | None) -> dict[str, tuple[Thing, ...]]:
    """Restrict records to what could be known at a date.

    Args:
        records: The records of each kind.
        date: The date; of a year or a month, its last day.
        published: When the dataset was published, by which all that it holds was known.

    Returns:
        The records known by then, by kind and in order, each without what was not known of it.
    """
    knowledge = _Knowledge(date.last_day, published)
    return knowledge.of(records)


class _Knowledge:
    """What is known on a day; the rules stand at :meth:`maroc_offshoring.dataset.dataset.Dataset.as_of`."""

    def __init__(self, day: dt.date, published: PartialDate | None) -> None:
        self._day = day
        self._published = published if published is not None and published.last_day <= day else None
        self._kept: dict[int, Thing] = {}
        self._own: dict[int, bool] = {}

    def of(self, records: Records) -> dict[str, tuple[Thing, ...]]:
        """Return the records that are known, by kind."""
        for kind in KINDS:
            for record in records.get(kind, ()):
                if not isinstance(record, Source) and (isinstance(record, _FRAME) or self._tells(record)):
                    self._keep(record)
        cited = {id(citation.source) for record in self._kept.values() for citation in _citations(record)}
        found: dict[str, tuple[Thing, ...]] = {}
        for kind in KINDS:
            if kind == "sources":
                found[kind] = tuple(
                    source
                    for source in cast("Sequence[Source]", records.get(kind, ()))
                    if id(source) in cited or (source.published is not None and self._is_past(source.published))
                )
            else:
                found[kind] = tuple(
                    self._kept[id(record)] for record in records.get(kind, ()) if id(record) in self._kept
                )
        return found

    # Dates

    def _is_past(self, date: PartialDate | None) -> bool:
        """Say whether a date has certainly passed; what has no date has, once the dataset itself was published."""
        if date is None:
            return self._published is not None
        return date.last_day <= self._day or (self._published is not None and date <= self._published)

    def _is_ahead(self, date: PartialDate | None) -> bool:
        return date is not None and date.first_day > self._day

    # Records

    def _tells(self, record: Record) -> bool:
        """Say whether a source had told the record by then."""
        if id(record) not in self._own:
            self._own[id(record)] = self._told(record.citations, own_date(record)) and not (
                isinstance(record, Observation)
                and record.nature is not Nature.FORECAST
                and record.period is not None
                and self._is_ahead(record.period.start or record.period.end)
            )
        return self._own[id(record)]

    def _told(self, citations: Iterable[Citation], on: PartialDate | None) -> bool:
        """Say whether one of the sources was out: by its own date, or where it prints none by that of what it tells."""
        return any(self._is_past(citation.source.published or on) for citation in citations)

    def _is_kept(self, record: Record, referrer: Record | None) -> bool:
        """Say whether what a known record refers to is kept too."""
        if isinstance(record, Operator) and isinstance(referrer, Operator):
            return self._published is not None and self._tells(record)  # no record says when one succeeded the other
        if isinstance(record, Site) and isinstance(referrer, Site):
            return self._tells(record)
        if isinstance(record, Agreement):
            return self._tells(record) or not self._is_ahead(record.signed_on)
        return isinstance(record, _IDENTITIES) or self._tells(record)

    def _keep(self, record: Record) -> Record:
        if id(record) in self._kept:
            return cast("Record", self._kept[id(record)])
        changes: dict[str, Any] = {"citations": self._cut_citations(record)}
        if isinstance(record, Commitment):
            changes["history"] = self._past_parts(record.history)
        if isinstance(record, Operator):
            changes["presences"] = self._past_parts(record.presences)
            changes["owners"] = self._past_owners(record.owners)
        if isinstance(record, Site):
            changes["history"] = self._past_parts(record.history)
            if record.opened is None or not self._is_past(record.opened):
                changes["opened"] = None if self._is_ahead(record.opened) else record.opened
                changes["status"] = record.status if self._published is not None else SiteStatus.UNKNOWN
        for field in fields(type(record)):
            if field.name != "citations":
                value = changes.get(field.name, getattr(record, field.name))
                changes[field.name] = self._cut(value, record)
        changed = {name: value for name, value in changes.items() if value is not getattr(record, name)}
        kept = evolve(record, **changed) if changed else record
        self._kept[id(record)] = kept
        return kept

    # Parts of records

    def _cut(self, value: Any, referrer: Record | None) -> Any:
        """Cut from a value what is not known; the value itself where nothing is cut."""
        if isinstance(value, Record):
            return self._keep(value) if self._is_kept(value, referrer) else None
        if isinstance(value, tuple):
            cut = tuple(self._cut(item, referrer) for item in value)
            left = tuple(item for item, before in zip(cut, value, strict=True) if item is not None or before is None)
            return value if _same(left, value) else left
        if isinstance(value, Source) or not has(type(value)):
            return value
        return value
