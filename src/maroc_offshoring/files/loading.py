"""From the rows of files to a dataset: each record is made after those that it refers to, and every fault is reported."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidRecords, MarocOffshoringError, UnknownName, nearest
from maroc_offshoring.files.converter import resolving, structure
from maroc_offshoring.files.faults import faults
from maroc_offshoring.files.tables import Row
from maroc_offshoring.model import Party, Place, Record, Source
from maroc_offshoring.model.kinds import KINDS, LINKS, PARTIES, PLACES, singular
from maroc_offshoring.problems import Problem

_FAMILIES: dict[type, tuple[str, ...]] = {Place: PLACES, Party: PARTIES}


class AlreadyFaulty(MarocOffshoringError):
    """The record that is referred to has a fault of its own, which is reported there."""


class _Records:
    """The records made so far, by kind and id; it resolves the ids of the rest."""

    def __init__(self, rows: Sequence[Row], known: Dataset | None) -> None:
        self.made: dict[str, dict[str, Record | Source]] = {kind: {} for kind in KINDS}
        if known is not None:
            for kind in KINDS:
                self.made[kind].update({record.id: record for record in known.records(kind)})
        self.announced = {(row.kind, row.id) for row in rows}
        self._kinds_of = {cls: (kind,) for kind, cls in KINDS.items()} | _FAMILIES

    def resolve(self, cls: type, name: str) -> Any:
        kinds = self._kinds_of[cls]
        for kind in kinds:
            found = self.made[kind].get(name)
            if found is not None:
                return found
        if any((kind, name) in self.announced for kind in kinds):
            raise AlreadyFaulty(name)
        ids = [known for kind in kinds for known in self.made[kind]]
        ids += [known for kind, known in self.announced if kind in kinds]
        raise UnknownName(cls.__name__.lower(), name, nearest(name, ids), "by id, as files write it")


def build(rows: Iterable[Row], *, known: Dataset | None = None, version: str | None = None) -> Dataset:
    """Make a dataset of the rows of files.

    Args:
        rows: The records as the files write them, in any order.
        known: Records that the rows may refer to, and that the dataset holds too.
        version: The version of the data.

    Returns:
        The dataset: records of each kind in the order of the rows.

    Raises:
        InvalidRecords: With every fault of every record; nothing is loaded then.
    """
    all_rows = list(rows)
    problems: list[Problem] = []
    usable = _with_ids(all_rows, problems)
    records = _Records(usable, known)
    kept = {kind: dict.fromkeys(made) for kind, made in records.made.items()}
    # Nothing that is made here is garbage: the collector would only walk it again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        with resolving(records):
            for kind in KINDS:
                of_kind = [row for row in usable if row.kind == kind]
                for row in _in_order(of_kind, problems):
                    record = _made(row, problems)
                    if record is not None:
                        records.made[kind][row.id] = record
                kept[kind].update(dict.fromkeys(row.id for row in of_kind))
    finally:
        if collecting:
            gc.enable()
    if problems:
        raise InvalidRecords(problems)
    return Dataset({kind: [records.made[kind][name] for name in names] for kind, names in kept.items()}, version)


def _with_ids(rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """Keep the rows that have an id of their own."""
    seen: dict[tuple[object, str], Row] = {}
    kept: list[Row] = []
    for row in rows:
        name = row.values.get("id")
        if not isinstance(name, str) or not name:
            problems.append(row.problem("is missing, or no text: every record has an id of its own", "id"))
            continue
        family = next((kinds for kinds in (PLACES, PARTIES) if row.kind in kinds), row.kind)
        other = seen.setdefault((family, name), row)
        if other is not row:
            where = f" in {other.file}" if other.file else ""
            problems.append(row.problem(f"{name!r} is the id of another {singular(other.kind)}{where}", "id"))
            continue
        kept.append(row)
    return kept


def _in_order(rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """Order the rows of one kind so that each comes after those of its own kind that it refers to."""
    by_id = {row.id: row for row in rows}
    order = TopologicalSorter({row.id: [name for name in _own_links(row) if name in by_id] for row in rows})
    while True:
        try:
            return [by_id[name] for name in order.static_order()]
        except CycleError as circle:
            names: list[str] = circle.args[1]
            row = by_id[names[-1]]
            field = next(key for key in LINKS if names[-2] in _as_list(row.values.get(key)))
            problems.append(row.problem(f"runs in a circle: {' → '.join(reversed(names))}", field))
            for name in set(names):
                del by_id[name]
            order = TopologicalSorter(
                {row.id: [name for name in _own_links(row) if name in by_id] for row in rows if row.id in by_id}
            )


def _own_links(row: Row) -> list[str]:
    return [name for key in LINKS for name in _as_list(row.values.get(key)) if isinstance(name, str)]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _made(row: Row, problems: list[Problem]) -> Record | Source | None:
    cls = KINDS[row.kind]
    try:
        return structure(row.values, cls, all_faults=False)  # type: ignore[no-any-return]
    except Exception:
        try:
            return structure(row.values, cls, all_faults=True)  # type: ignore[no-any-return]
        except Exception as fault:
            problems += [
                row.problem(message, field)
                for field, message, cause in faults(fault)
                if not isinstance(cause, AlreadyFaulty)
            ]
            return None
