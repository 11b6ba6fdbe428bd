"""Whatever somebody does to an export, reading it gives a dataset or an error of ours."""

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.export import cells, datapackage, sqlite
from maroc_offshoring.export.layout import all_tables
from maroc_offshoring.export.rows import columns

DS = testing.small_dataset()
TEXT = DS.to_json()
MANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

edits = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 20), st.binary(max_size=8)), min_size=1, max_size=4)
leaves = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
    st.sampled_from(["", "2020-13", "9" * 60, "NaN", "oujda", "test-paper", "\x00", "\ud800", 10**400]),
)  # fmt: skip
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "unit", "fr", "source", "id", "measure", "figure"]), inner)
    ),
    max_leaves=6,
)


def edited(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """A file in which pieces were cut out and others put in."""
    for at, cut, put in changes:
        start = at % (len(content) + 1)
        content = content[:start] + put + content[start + cut :]
    return content


def is_read_or_refused(read: Callable[[], Any]) -> None:
    with contextlib.suppress(mo.errors.MarocOffshoringError):
        read()


@MANY
@given(edits)
def test_an_edited_document(changes: list[tuple[int, int, bytes]]) -> None:
    """Bytes cut out of a JSON document and put into it."""
    is_read_or_refused(lambda: mo.Dataset.from_json(edited(TEXT.encode(), changes)))


@MANY
@given(st.sampled_from(sorted(json.loads(TEXT))), st.integers(0, 9), st.text(max_size=9), values)
def test_a_document_of_other_values(kind: str, at: int, key: str, value: Any) -> None:
    """Any value in any place of a document."""
    document = json.loads(TEXT)
    if isinstance(document[kind], list) and document[kind]:
        record = document[kind][at % len(document[kind])]
        record[sorted(record)[len(key) % len(record)]] = value
    else:
        document[kind] = value
    is_read_or_refused(lambda: mo.Dataset.from_json(json.dumps(document)))


@MANY
@given(
    st.sampled_from([mo.Figure, mo.Pledge, mo.Name, mo.Period, mo.Site, mo.Place, mo.Measure, mo.Commitment]), values
)
def test_any_value_for_the_converter(cls: type, value: Any) -> None:
    """An application may get anything from its users."""
    is_read_or_refused(lambda: mo.converter(DS).structure(value, cls))


@MANY
@given(st.sampled_from(["commitment", "sites", "nothing"]), values)
def test_any_value_as_a_record(kind: str, value: Any) -> None:
    """So may a web service."""
    is_read_or_refused(lambda: mo.from_dict(kind, value, DS))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database and a package."""
    folder = tmp_path_factory.mktemp("exported")
    DS.export("sqlite", folder / "record.db")
    DS.export("datapackage", folder / "package")
    return folder


@MANY
@given(edits)
def test_an_edited_database(exported: Path, changes: list[tuple[int, int, bytes]]) -> None:
    """Bytes cut out of a SQLite file and put into it: broken pages, broken texts, no database at all."""
    path = exported / "edited.db"
    path.write_bytes(edited((exported / "record.db").read_bytes(), changes))
    is_read_or_refused(lambda: sqlite.read(path))


@MANY
@given(
    st.sampled_from([(table.name, column.name) for table in all_tables() for column in columns(table)]),
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.binary(max_size=5) | st.text(max_size=5),
)
def test_a_database_with_another_value(exported: Path, cell: tuple[str, str], value: object) -> None:
    """SQLite lets anything stand in any column once the checks are off."""
    table, column = cell
    path = exported / "changed.db"
    path.write_bytes((exported / "record.db").read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as database, contextlib.suppress(sqlite3.Error, UnicodeError):
        database.execute("PRAGMA journal_mode = MEMORY")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute(f'UPDATE {table} SET "{column}" = ?', (value,))
        database.commit()
    is_read_or_refused(lambda: sqlite.read(path))


def test_a_database_whose_table_is_a_view_that_never_ends(exported: Path) -> None:
    """Reading a database of somebody else's runs no query of theirs."""
    path = exported / "endless.db"
    path.write_bytes((exported / "record.db").read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE about RENAME TO old")
        database.execute(
            "CREATE VIEW about AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) "
            "SELECT key, key AS value FROM n"
        )
        database.commit()
    with pytest.raises(mo.errors.InvalidField, match="about is a view"):
        sqlite.read(path)


@MANY
@given(st.sampled_from(["datapackage.json", "commitments.csv", "commitments_pledges.csv", "sources.csv"]), edits)
def test_an_edited_package(exported: Path, name: str, changes: list[tuple[int, int, bytes]]) -> None:
    """Bytes cut out of a file of a package and put into it."""
    path = exported / "package" / name
    content = path.read_bytes()
    try:
        path.write_bytes(edited(content, changes))
        is_read_or_refused(lambda: datapackage.read(exported / "package"))
    finally:
        path.write_bytes(content)


@MANY
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=3), min_size=1))
def test_cells_are_taken_apart_as_they_were_put_together(table: list[list[str]]) -> None:
    """What Python's own csv module writes, our reader reads, whatever line ends and quotes the cells hold."""
    import csv
    import io

    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    assert cells.table(text.getvalue()) == table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,\r\n\r\n", [["a", "b"], ["1", ""]]),
        ("a,", [["a", ""]]),
        ("", []),
        ('"a\r\nb",c\n', [["a\r\nb", "c"]]),
    ],
)
def test_line_ends_of_every_machine(text: str, expected: list[list[str]]) -> None:
    """Windows, Unix and old Macintosh; empty lines count for nothing."""
    assert cells.table(text) == expected


@pytest.mark.parametrize("text", ['"a', 'a\n"b"c,d', 'a,b"c\n'])
def test_a_quote_that_is_not_closed_is_refused(text: str) -> None:
    """No text is guessed at."""
    with pytest.raises(ValueError, match="a quote that is not closed"):
        cells.table(text)


def test_a_text_of_any_length_comes_back(tmp_path: Path) -> None:
    """A note may be longer than Python's csv module reads."""
    ds = mo.Dataset.of(testing.source(note="n" * 300_000))
    ds.export("datapackage", tmp_path)
    assert datapackage.read(tmp_path) == ds
