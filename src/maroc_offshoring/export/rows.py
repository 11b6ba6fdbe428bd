"""From records to the rows of tables, and from such rows back to what a record file would hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import InvalidRecords
from maroc_offshoring.export.layout import SHARED, Column, Kind, Table, layout
from maroc_offshoring.files.format import Edition
from maroc_offshoring.files.loading import whole
from maroc_offshoring.files.tables import sound_rows
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import singular
from maroc_offshoring.problems import Problem

Value = str | int | Decimal | None
Rows = dict[str, list[tuple[Value, ...]]]


def columns(table: Table) -> tuple[Column, ...]:
    """Return all columns of a table in the order of its rows, those of its key first.

    Args:
        table: The table.

    Returns:
        The columns.
    """
    if not table.path:
        return table.columns
    root, *positions = table.key
    owner = Column(root, Kind.ID, "The record that the row belongs to.", (), True, refers_to=table.kind)
    counted = [Column(name, Kind.WHOLE, "Where it stands in its list, from 1.", (), True) for name in positions]
    return (owner, *counted, *table.columns)


def rows(dataset: Dataset) -> Rows:
    """Write the records of a dataset as the rows of tables.

    Args:
        dataset: The dataset.

    Returns:
        The rows of each table of :func:`~maroc_offshoring.export.layout.layout` by its name, and those of the tables of
        shared ids, in an order that depends on nothing but the dataset.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export.rows import rows
        >>> phoneo = mo.Dataset.of(mo.load().commitments["2022-04-20-phoneo"])
        >>> rows(phoneo)["commitments_segments"][:2]
        [('2022-04-20-phoneo', 1, 'BPO'), ('2022-04-20-phoneo', 2, 'CRM')]
    """
    found: Rows = {
        name: [(record.id, singular(kind)) for kind in kinds for record in dataset.records(kind)]
        for name, kinds in SHARED.items()
    }
    for kind, table in layout().items():
        found |= of_things(dataset.records(kind), table)
    return found


def assembled(found: Mapping[str, Iterable[Sequence[Value]]], edition: Edition, where: str) -> Dataset:
    """Make a dataset of the rows of tables.

    Args:
        found: The rows of each table by its name, in the order of :func:`columns`; the rows of a list in any order.
        edition: Which edition of the record they are.
        where: Where they were found, for messages.

    Returns:
        The dataset.

    Raises:
        InvalidRecords: With every fault of every record.
    """
    readers = {kind: _Reader(table, found) for kind, table in layout().items()}
    plain = {kind: reader.records() for kind, reader in readers.items()}
    orphans = [
        Problem(f"a row of {name} belongs to no record", where, kind=singular(kind), record=str(key[0]))
        for kind, reader in readers.items()
        for name, key in reader.orphans()
    ]
    if orphans:
        raise InvalidRecords(orphans)
    return Dataset(whole(*sound_rows(plain, where)), edition.version, edition.published, edition.known_on)


def keys(table: Table) -> tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]:
    """Return the foreign keys of a table.

    Args:
        table: The table.

    Returns:
        Of each its columns, the table that it refers to, and the columns there. A row of a list within a list refers
        to its row of that list.
    """
    found: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = [
        ((column.name,), column.refers_to, ("id",)) for column in columns(table) if column.refers_to
    ]
    found += [(("id",), name, ("id",)) for name, kinds in SHARED.items() if table.name in kinds]
    if len(table.key) > 2:  # of which the last is its own position
        found.append((table.key[:-1], table.above, (*table.key[:-2], "position")))
    return tuple(found)


def of_things(things: Iterable[Any], table: Table) -> Rows:
    """Write things as the rows of a table and of the tables of its lists.

    Args:
        things: Objects of the class of the table.
        table: The table.

    Returns:
        The rows of each table by its name.
    """
    found: Rows = {one.name: [] for one in table.walk()}
    for thing in things:
        _write(thing, table, (), found)
    return found


def _write(thing: Any, table: Table, key: tuple[Value, ...], found: Rows) -> None:
    """Write the row of a thing, and those of the lists in it."""
    found[table.name].append((*key, *(_plain(_at(thing, column.path)) for column in table.columns)))
    for one in table.lists:
        for position, item in enumerate(_at(thing, one.path) or (), 1):
            _write(item, one, (*(key or (thing.id,)), position), found)


def _at(thing: Any, path: Sequence[str]) -> Any:
    """Follow attributes; None where one of them is absent."""
    for name in path:
        thing = None if thing is None else getattr(thing, name)
    return thing


def _plain(value: Any) -> Value:
    match value:
        case Record() | Source():
            return value.id
        case PartialDate():
            return str(value)
        case Enum():
            return str(value.value)
        case _:
            found: Value = value
            return found


class _Reader:
    """Reads the rows of a kind and of its lists."""

    def __init__(self, table: Table, found: Mapping[str, Iterable[Sequence[Value]]]) -> None:
        self._table = table
        self._rows = list(found.get(table.name, ()))
        self._under: dict[str, dict[tuple[Value, ...], list[Sequence[Value]]]] = {}
        for one in table.walk():
            if one is not table:
                below = self._under.setdefault(one.name, {})
                for row in sorted(found.get(one.name, ()), key=lambda row: _position(row[len(one.key) - 1])):
                    below.setdefault(tuple(row[: len(one.key) - 1]), []).append(row)

    def records(self) -> list[dict[str, Any]]:
        """Return the records as plain values."""
        return [self._read(row, self._table, (row[0],)) for row in self._rows]

    def orphans(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Walk the rows of lists that belong to no record, once the records are read: the table and the key of each."""
        for name, below in self._under.items():
            yield from ((name, key) for key in below)

    def _read(self, row: Sequence[Value], table: Table, key: tuple[Value, ...]) -> Any:
        own = row if table is self._table else row[len(table.key) :]
        if len(table.columns) == 1 and not table.columns[0].path:
            return own[0]
        plain: dict[str, Any] = {}
        for column, value in zip(table.columns, own, strict=True):
            if value is not None:
                _put(plain, column.path, value)
        for span in {column.path[:-1] for column in table.columns if column.of_span}:
            _join_ends(plain, span)
        for one in table.lists:
            below = self._under[one.name].pop(key, ())
            items = [self._read(item, one, (*key, item[len(one.key) - 1])) for item in below]
            if items:
                _put(plain, one.path, items)
        return plain


def _position(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _put(plain: dict[str, Any], path: Sequence[str], value: Any) -> None:
    """Set a value in the table of tables that a path leads to."""
    for name in path[:-1]:
        plain = plain.setdefault(name, {})
    plain[path[-1]] = value


def _join_ends(plain: dict[str, Any], path: Sequence[str]) -> None:
    """Write the start and the end of a span as the one text that record files have."""
    ends: Any = plain
    for name in path:
        ends = ends.get(name, {})
    if ends:
        start, end = ends.get("start"), ends.get("end")
        _put(plain, path, start if start == end else f"{start or ''}..{end or ''}")
