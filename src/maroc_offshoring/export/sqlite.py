"""The record as a SQLite database: tables with foreign keys, views for common questions, full-text search."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from os import PathLike
from pathlib import Path

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dataset.wording import wordings
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.export import lines, views
from maroc_offshoring.export.cells import number
from maroc_offshoring.export.datasette import metadata
from maroc_offshoring.export.layout import SHARED, Column, Kind, Table, all_tables
from maroc_offshoring.export.placing import path_of, placed
from maroc_offshoring.export.rows import Value, assembled, columns, keys, of_things, rows
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.files.format import APPLICATION_ID, about, checked
from maroc_offshoring.model.kinds import KINDS, singular

_BESIDE = ".metadata.json"
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
_SQL = str | int | float | None
_FAULTS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


def write(dataset: Dataset, path: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset as a SQLite database.

    Its tables are those of :mod:`~maroc_offshoring.export.layout`. Beside them stand `records`, which lists all records
    with their names and is searched in full text; `lines`, what the totals of promises count, so that a sum in SQL
    counts no job twice; the views of :mod:`~maroc_offshoring.export.views`; `words`, the closed lists; and `about`.

    A number is stored as an integer or a float where that is exact, and as text where it has too many digits for them.
    Beside `record.db` stands `record.metadata.json`, which describes the database to Datasette.

    Args:
        dataset: The dataset.
        path: Where the database shall stand.
        overwrite: Whether a file that stands there is replaced.

    Raises:
        WrongType: Where it is no dataset or no path.
        InvalidField: Where a file stands there and shall not be replaced.
        OSError: Where it cannot be written; then nothing has changed.

    Example:
        >>> import maroc_offshoring as mo, pathlib, sqlite3, tempfile
        >>> from maroc_offshoring.export import sqlite
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "record.db")
        ...     sqlite.write(mo.load(), path)
        ...     with sqlite3.connect(path) as database:
        ...         database.execute("SELECT id FROM records_fts('phoneo') WHERE kind = 'operator'").fetchall()
        [('phoneo',)]
    """
    found = sound(dataset)
    beside = _beside(path_of(path, "path", "a file"))
    with placed(path, beside, overwrite=overwrite) as (database, described):
        described.write_text(json.dumps(metadata(beside.name.removesuffix(_BESIDE)), indent=1) + "\n", "utf-8")
        _write(found, database)


def _beside(path: Path) -> Path:
    """Where the description stands, beside the database."""
    return path.with_name(f"{path.stem}{_BESIDE}")


def _write(dataset: Dataset, path: Path) -> None:
    with _disk(), closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA journal_mode = MEMORY")  # a journal beside the file would outlive a fault
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with database:
            database.execute("BEGIN")
            _make(database)
            _fill(database, dataset)


@contextmanager
def _disk() -> Generator[None]:
    """Raise what the disk is to blame for as Python does for every other file."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        number = _FAULTS.get(fault.sqlite_errorcode & 0xFF)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from fault


def read(path: str | PathLike[str]) -> Dataset:
    """Read the dataset of a SQLite database that :func:`write` wrote.

    Args:
        path: The database; it is opened for reading only.

    Returns:
        The dataset.

    Raises:
        InvalidRecords: With every fault of every record, where somebody changed the database.
        InvalidField: Where it is no such database.
        NewerFormat: Where a later version of the library wrote it.
    """
    place = path_of(path, "path", "a database")
    with _opened(place) as database:
        edition = checked(dict(database.execute("SELECT key, value FROM about").fetchall()), str(place))
        found = {table.name: _rows(database, table) for table in all_tables()}
    return assembled(found, edition, str(place))


@contextmanager
def _opened(place: Path) -> Generator[sqlite3.Connection]:
    """Open a database for reading; a fault in it is an error of ours."""
    try:
        with closing(sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            views = database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
            hidden = sorted({name for (name,) in views} & {"about", *(table.name for table in all_tables())})
            if hidden:  # what it computes could take for ever
                raise sqlite3.DatabaseError(f"{hidden[0]} is a view")
            yield database
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise InvalidField("path", str(place), f"a database that export sqlite wrote ({fault})") from None


def _make(database: sqlite3.Connection) -> None:
    for name, kinds in SHARED.items():
        allowed = ", ".join(f"'{singular(kind)}'" for kind in kinds)
        database.execute(f"CREATE TABLE {name} (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ({allowed})))")
    for table in (*all_tables(), *lines.table().walk()):
        database.execute(_definition(table))
        for column in table.columns:
            if column.refers_to or column.words:
                database.execute(f'CREATE INDEX "{table.name}.{column.name}" ON {table.name} ("{column.name}")')
    for statement in views.STATEMENTS:
        database.execute(statement)


def _definition(table: Table) -> str:
    parts = [_column(column) for column in columns(table)]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [
        f"FOREIGN KEY ({', '.join(own)}) REFERENCES {other} ({', '.join(there)}) DEFERRABLE INITIALLY DEFERRED"
        for own, other, there in keys(table)
    ]
    kept = " WITHOUT ROWID" if table.path else ""  # records keep their order, lists have a position
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(parts) + f"\n){kept}"


def _column(column: Column) -> str:
    # Numbers have no declared type: SQLite would turn one of many digits into a float.
    text = f'"{column.name}"' + ("" if column.kind in (Kind.NUMBER, Kind.WHOLE) else " TEXT")
    text += " NOT NULL" if column.required else ""
    if column.words:
        words = ", ".join("'" + str(word.value).replace("'", "''") + "'" for word in column.words)
        text += f' CHECK ("{column.name}" IN ({words}))'
    return text


def _fill(database: sqlite3.Connection, dataset: Dataset) -> None:
    for name, found in (rows(dataset) | of_things(lines.counted(dataset), lines.table())).items():
        if found:
            _insert(database, name, (tuple(map(_stored, row)) for row in found), len(found[0]))
    _insert(database, "about", about(dataset).items(), 2)
    _insert(database, "words", views.words(), 5)
    listed = [
        (singular(kind), record.id, str(record), "\n".join(dict.fromkeys(one.text for one in wordings(record))))
        for kind in KINDS
        for record in dataset.records(kind)
    ]
    _insert(database, "records", listed, 4)
    database.execute("INSERT INTO records_fts (records_fts) VALUES ('rebuild')")


def _insert(database: sqlite3.Connection, table: str, found: Iterable[Sequence[object]], width: int) -> None:
    values = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {table} VALUES ({values})", found)  # noqa: S608 - a table of ours


def _stored(value: Value) -> _SQL:
    if isinstance(value, int):
        return value if _SMALLEST <= value <= _LARGEST else str(value)
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return _stored(int(value))
        return nearest if Decimal(repr(nearest := float(value))) == value else format(value, "f")
    return value


def _rows(database: sqlite3.Connection, table: Table) -> list[tuple[Value, ...]]:
    own = columns(table)
    names = ", ".join(f'"{column.name}"' for column in own)
    order = ", ".join(table.key) if table.path else "rowid"
    found = database.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}")  # noqa: S608 - names of ours
    return [tuple(_value(value, column) for value, column in zip(row, own, strict=True)) for row in found]


def _value(value: object, column: Column) -> Value:
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int):
        return value
    if isinstance(value, bytes):
        return repr(value)  # no text; the reader of records says so by field
    text = None if value is None else str(value)
    return number(text, column.kind) if text is not None and column.kind in (Kind.NUMBER, Kind.WHOLE) else text
