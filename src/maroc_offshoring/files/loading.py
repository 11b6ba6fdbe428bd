"""From the rows of files to a dataset: each record is made after those that it refers to, every fault is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dataset.shelves import Records
from maroc_offshoring.errors import InvalidRecords
from maroc_offshoring.files.collector import collector_paused
from maroc_offshoring.files.known import AlreadyFaulty, Known
from maroc_offshoring.files.order import in_order
from maroc_offshoring.files.rows import Row
from maroc_offshoring.files.structuring import Structurer
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS, singular
from maroc_offshoring.problems import Problem


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
    records = Known((row.kind, row.id) for row in usable)
    kinds: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in usable:
        kinds[row.kind].append(row)
    structurer = Structurer(records)
    with collector_paused():
        for kind, of_kind in kinds.items():
            made_of_kind = records.made[kind]
            for row in in_order([row for row in of_kind if row.sound], problems):
                try:
                    record = structurer.make(row.values, KINDS[kind])
                except Exception:  # of any kind: what is wrong is told by the converter
                    record = made_with_care(row, records, problems)
                if record is not None:
                    made_of_kind[row.id] = record
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


def made_with_care(row: Row, records: Known, problems: list[Problem]) -> Record | Source | None:
    """Make a record that could not be made at once, or report every fault of it.

    Args:
        row: Its row.
        records: The records that it may refer to.
        problems: Where its faults are reported.

    Returns:
        The record; None where it has faults.
    """
    from maroc_offshoring.files.converter import resolving, structure  # only a fault needs them
    from maroc_offshoring.files.faults import faults

    try:
        with resolving(records):
            return structure(row.values, KINDS[row.kind])  # type: ignore[no-any-return]
    except Exception as fault:
        problems += [
            row.problem(message, field)
            for field, message, cause in faults(fault)
            if not isinstance(cause, AlreadyFaulty)
        ]
        return None
