"""What SQL, R and Excel sum is what the library totals."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.export.lines import counted
from maroc_offshoring.totals import NOT_STATED, Several


def ask(database: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def written(key: object) -> str:
    """A key of a breakdown as the views write it: of several things, in the order of their ids."""
    if isinstance(key, Several):
        return ", ".join(str(thing) for thing in sorted(key.things, key=lambda thing: str(getattr(thing, "id", ""))))
    return str(NOT_STATED) if key is NOT_STATED else str(key)


@pytest.mark.parametrize("by", ["region", "operator"])
def test_the_views_are_the_breakdowns(ds: mo.Dataset, tmp_path: Path, by: str) -> None:
    """The same parts with the same sums: what is for several regions stands by itself, none is left out."""
    ds.export("sqlite", tmp_path / "record.db")
    rows = ask(tmp_path / "record.db", f"SELECT {by}, jobs, lines FROM jobs_promised_by_{by}")
    parts = ds.commitments.breakdown("jobs", by=by)
    expected = {
        written(key): (part.figure.value if part.figure is not None else None, len(part.counted))
        for key, part in parts.items()
    }
    assert {name: (jobs, lines) for name, jobs, lines in rows} == expected
    assert sum(jobs for _, jobs, _ in rows) == parts.total.figure.value  # type: ignore[union-attr]


def test_bounds_in_sql_hold_those_of_the_library(ds: mo.Dataset, tmp_path: Path) -> None:
    """What the library knows of a whole makes its bounds as narrow or narrower, never wider."""
    ds.export("sqlite", tmp_path / "record.db")
    rows = ask(tmp_path / "record.db", "SELECT operator, at_least, at_most FROM jobs_promised_by_operator")
    parts = {written(key): part.figure for key, part in ds.commitments.breakdown("jobs", by="operator").items()}
    told = 0
    for name, at_least, at_most in rows:
        figure = parts[name]
        assert figure is not None
        if at_least is not None and figure.lower is not None:
            told += 1
            assert at_least <= figure.lower
        if at_most is not None and figure.upper is not None:
            assert at_most >= figure.upper
    assert told > 30


def test_a_sum_that_would_be_too_small_is_none(tmp_path: Path) -> None:
    """A range has no value: the sum of the others is not given for the whole, its bounds are."""
    ds = mo.Dataset.of(
        testing.commitment("exact", mo.Figure(100, "job")),
        testing.commitment("range", mo.Figure(None, "job", "range", 50, 80)),
        testing.commitment("floor", mo.Figure(10, "job", "at_least"), places=[testing.place("fes")]),
    )
    ds.export("sqlite", tmp_path / "record.db")
    found = ask(tmp_path / "record.db", "SELECT region_id, jobs, at_least, at_most FROM jobs_promised_by_region")
    assert found == [("MA-03", 10, 10, None), ("MA-02", None, 150, 180)]


def test_currencies_are_never_one_sum(ds: mo.Dataset) -> None:
    """Each line has its unit; the sums by unit are the basket of the library."""
    sums: dict[str, Any] = {}
    for line in counted(ds):
        if line.id.startswith("investment-additional-") and line.figure.value is not None:
            sums[line.figure.unit] = sums.get(line.figure.unit, 0) + line.figure.value
    basket = {figure.unit: figure for figure in ds.commitments.total("investment").figures}
    assert set(sums) == set(basket) == {"EUR", "MAD"}
    assert sums["MAD"] == basket["MAD"].value


def test_what_does_not_add_up_has_no_lines() -> None:
    """Levels to reach of two dates are never one sum; the other measures are there all the same."""
    ds = mo.Dataset.of(
        testing.commitment("one", "100 emplois", basis="level", due="2020"),
        testing.commitment("two", "200 emplois", basis="level", due="2025"),
        testing.commitment("three", "65 MDH", measure="investment"),
    )
    assert [line.id for line in counted(ds)] == ["investment-additional-1"]


def test_r_and_pandas_find_the_lines_in_the_package(ds: mo.Dataset, tmp_path: Path) -> None:
    """`lines.csv` sums to the total; its places and companies are tables beside it."""
    ds.export("datapackage", tmp_path)
    with (tmp_path / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    jobs = sum(int(row["figure_value"]) for row in rows if (row["measure"], row["basis"]) == ("jobs", "additional"))
    assert jobs == ds.commitments.total("jobs").figure.value  # type: ignore[union-attr]
    assert (tmp_path / "lines_places.csv").read_text("utf-8").startswith("line_id,position,place_id")


def test_the_foreign_keys_reach_the_row_of_the_list(tmp_path: Path) -> None:
    """A citation of the second step of a history that has one step is found by SQLite and by frictionless."""
    from frictionless import Package

    step = mo.StatusChange(status="announced", on=2020, citations=[testing.source()])
    ds = mo.Dataset.of(testing.commitment(history=[step]))
    ds.export("sqlite", tmp_path / "record.db")
    with closing(sqlite3.connect(tmp_path / "record.db")) as database:
        database.execute("UPDATE commitments_history_citations SET history_position = 2")
        assert [row[0] for row in database.execute("PRAGMA foreign_key_check")] == ["commitments_history_citations"]
    ds.export("datapackage", tmp_path / "package")
    citations = tmp_path / "package" / "commitments_history_citations.csv"
    citations.write_text(citations.read_text("utf-8").replace("test-promise,1,1", "test-promise,2,1"), "utf-8")
    report = Package(str(tmp_path / "package" / "datapackage.json")).validate()
    assert report.flatten(["type"]) == [["foreign-key"]]
