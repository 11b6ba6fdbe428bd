"""From the rows of files to a dataset: each record is made after those that it refers to, every fault is reported."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dataset.shelves import Records
from maroc_offshoring.errors import InvalidRecords, MarocOffshoringError, UnknownName, nearest
from maroc_offshoring.files.converter import resolving, structure
from maroc_offshoring.files.faults import faults
from maroc_offshoring.files.order import in_order
from maroc_offshoring.files.rows import Row
from maroc_offshoring.model import Party, Place, Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, singular
from maroc_offshoring.problems import Problem

_FAMILIES: dict[type, tuple[str, ...]] = {Place: PLACES, Party: PARTIES}

# Finding the nearest of all ids takes long; a file with more unknown ids than that has another fault than spelling.
_SUGGESTIONS = 50


class AlreadyFaulty(MarocOffshoringError):
    """The record that is referred to has a fault of its own, which is reported there."""


class _Records:
    """The records made so far, by kind and id; it resolves the ids of the rest."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.made: dict[str, dict[str, Record | Source]] = {kind: {} for kind in KINDS}
        self.announced = {(row.kind, row.id) for row in rows}
        self._kinds_of = {cls: (kind,) for kind, cls in KINDS.items()} | _FAMILIES
        self._suggested: dict[tuple[type, str], tuple[str, ...]] = {}

    def resolve(self, cls: type, name: str) -> Any:
        kinds = self._kinds_of[cls]
        for kind in kinds:
            found = self.made[kind].get(name)
            if found is not None:
                return found
        if any((kind, name) in self.announced for kind in kinds):
            raise AlreadyFaulty(name)
        raise UnknownName(cls.__name__.lower(), name, self._nearest(cls, name), "by id, as files write it")

    def _nearest(self, cls: type, name: str) -> tuple[str, ...]:
        if (cls, name) not in self._suggested:
            if len(self._suggested) >= _SUGGESTIONS:
                return ()
            ids = [known for kind, known in sorted(self.announced) if kind in self._kinds_of[cls]]
            self._suggested[cls, name] = nearest(name, ids)
        return self._suggested[cls, name]


def build(
    rows: Iterable[Row],
    problems: Iterable[Problem] = (),
    *,
    version: str | None = None,
    published: str | None = None,
) -> Dataset:
    """Make a dataset of the rows of files.

    Args:
        rows: The records as the files write them, in any order.
        problems: What was found wrong with the files before; an error among it is raised with the others.
        version: The version of the data.
        published: The day on which it was closed.

    Returns:
        The dataset: records of each kind in the order of the rows.

    Raises:
        InvalidRecords: With every fault of every record; nothing is loaded then.
    """
    return Dataset(whole(rows, problems), version, published)


def whole(rows: Iterable[Row], problems: Iterable[Problem] = ()) -> Records:
    """Make the records of the rows of files, all or none.

    Args:
        rows: The records as the files write them, in any order.
        problems: What was found wrong with the files before.

    Returns:
        The records of each kind in the order of the rows.

    Raises:
        InvalidRecords: With every fault of every record.
    """
    made, found = _made_of(rows)
    errors = [problem for problem in (*problems, *found) if problem.severity == "error"]
    if errors:
        raise InvalidRecords(in_file_order(errors))
    return made


def attempt(
    rows: Iterable[Row], *, version: str | None = None, published: str | None = None
) -> tuple[Dataset, list[Problem]]:
    """Make a dataset of those rows that have no fault.

    Args:
        rows: The records as the files write them, in any order.
        version: The version of the data.
        published: The day on which it was closed.

    Returns:
        The dataset, which is not whole where there are problems, and the problems.
    """
    made, problems = _made_of(rows)
    return Dataset(made, version, published), problems


def _made_of(rows: Iterable[Row]) -> tuple[Records, list[Problem]]:
    all_rows = list(rows)
    problems: list[Problem] = []
    usable = _with_ids(all_rows, problems)
    records = _Records(usable)
    kinds: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in usable:
        kinds[row.kind].append(row)
    # Nothing that is made here is garbage: the collector would only walk it again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        with resolving(records):
            for kind, of_kind in kinds.items():
                for row in in_order([row for row in of_kind if row.sound], problems):
                    record = _made(row, problems)
                    if record is not None:
                        records.made[kind][row.id] = record
    finally:
        if collecting:
            gc.enable()
    made = {
        kind: [records.made[kind][row.id] for row in of_kind if row.id in records.made[kind]]
        for kind, of_kind in kinds.items()
    }
    return made, problems


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Order problems as a person goes through the files.

    Args:
        problems: The problems.

    Returns:
        The problems by file and line.
    """
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0))


def _with_ids(rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """Keep the rows that have an id of their own."""
    seen: dict[tuple[str, str], Row] = {}
    kept: list[Row] = []
    for row in rows:
        name = row.values.get("id")
        if not isinstance(name, str) or not name:
            problems.append(row.problem("is missing, or no text: every record has an id of its own", "id"))
            continue
        other = seen.setdefault(row.key, row)
        if other is not row:
            where = f" in {other.file}" if other.file else ""
            problems.append(row.problem(f"{name!r} is the id of another {singular(other.kind)}{where}", "id"))
            continue
        kept.append(row)
    return kept


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
