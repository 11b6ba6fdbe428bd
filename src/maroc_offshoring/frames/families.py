"""How the records of a table are linked, resolved before they are written: the promise each tells, what contains it.

A table may be filtered afterwards, and a promise between a part and its outermost whole may fall away. So each row says
all that contains it and all that it changed, nearest first, however long the way there leads through other records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from maroc_offshoring.frames.columns import AND
from maroc_offshoring.model import Observation
from maroc_offshoring.totals.entries import Entry, Summable
from maroc_offshoring.totals.overlap import (
    known_tellings,
    older_than,
    original_of,
    superseded_by,
    tellings_of,
    when_announced,
)


@frozen
class Linked:
    """The links of one record among others that state the same measure.

    Args:
        columns: The columns that say them.
        has_parts: Whether another record is a part of it.
    """

    columns: dict[str, str | None]
    has_parts: bool


def linked(entries: Sequence[Entry]) -> dict[str, Linked]:
    """Resolve the links of the records of some figures.

    Args:
        entries: The figures of one measure.

    Returns:
        The links, by the id of the record.
    """
    promises: dict[str, list[Summable]] = {}
    for entry in entries:
        same = promises.setdefault(original_of(entry.record).id, [])
        if entry.record not in same:
            same.append(entry.record)
    known = known_tellings(promises)
    changes = superseded_by(promises, known)
    wholes = {promise: _wholes(promise, known, changes) for promise in promises}
    links = {promise: [*changes[promise], *wholes[promise]] for promise in promises}
    families = _families(promises, links)
    containing = {whole for found in wholes.values() for whole in found}
    found: dict[str, Linked] = {}
    for promise, tellings in promises.items():
        alone = len(tellings) == 1 and families[promise] == [promise] and tellings[0].id == promise
        columns = {
            "promise": promise,
            "whole": AND.join(wholes[promise]) or None,
            "replaces": AND.join(_standing(promise, changes, promises)) or None,
            "family": None if alone else min(families[promise]),
        }
        for record in tellings:
            found[record.id] = Linked(columns, promise in containing)
    return found


def _wholes(promise: str, known: dict[str, dict[str, Summable]], changes: dict[str, dict[str, None]]) -> list[str]:
    """The promises that contain one, nearest first: its own wholes, those of its older versions, and theirs in turn."""

    def stated(name: str, tellings: Iterable[Summable] = ()) -> list[Summable]:
        versions = [known.get(other, {}).values() for other in (name, *changes.get(name, ()))]
        records = [record for version in (tellings, *versions) for record in version]
        parts = [None if isinstance(record, Observation) else record.part_of for record in records]
        return [whole for whole in parts if whole is not None]

    waiting, found = stated(promise), dict[str, None]()
    for whole in waiting:
        name = original_of(whole).id
        if name not in found:
            found[name] = None
            tellings = list(tellings_of(whole))
            waiting += stated(name, (*tellings, *older_than(tellings)))
    return [name for name in found if name != promise]


def _standing(promise: str, changes: dict[str, dict[str, None]], promises: dict[str, list[Summable]]) -> list[str]:
    """What a promise changed; of two that changed one another, only the one told last did."""

    def last_word(name: str) -> Any:
        return max((when_announced(record), record.id) for record in promises[name])

    return [
        name
        for name in changes[promise]
        if name not in promises or promise not in changes[name] or last_word(promise) > last_word(name)
    ]


def _families(promises: Iterable[str], links: dict[str, list[str]]) -> dict[str, list[str]]:
    """All promises that are linked with one another, directly or not."""
    found: dict[str, list[str]] = {}
    for promise in promises:
        members = found.setdefault(promise, [promise])
        for other in links[promise]:
            theirs = found.setdefault(other, [other])
            if theirs is not members:
                members += theirs
                for name in theirs:
                    found[name] = members
    return found
