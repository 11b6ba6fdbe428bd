"""What a dataset holds, by kind and year."""

from __future__ import annotations

import pytest

import maroc_offshoring as mo


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    """The reference dataset."""
    return mo.load()


def test_every_record_is_counted_once(ds: mo.Dataset) -> None:
    """The kinds, the rows and the measures add up to the records."""
    held = ds.coverage()
    count = len(list(ds.records()))
    assert held.records == count
    assert sum(row["records"] for row in held.rows()) == count
    assert sum(years.records for years in held.measures.values()) == len(ds.observations)
    assert {kind: years.records for kind, years in held.kinds.items()} == {
        kind: len(list(ds.records(kind))) for kind in held.kinds
    }


def test_rows_are_the_years_of_kinds_and_measures(ds: mo.Dataset) -> None:
    """A row is a kind, for observations a measure, and a year."""
    held = ds.coverage()
    rows = {(row["kind"], row["measure"], row["year"]): row["records"] for row in held.rows()}
    assert len(rows) == len(held.rows())
    assert rows["commitments", None, 2022] == len(ds.commitments.where(announced="2022"))
    assert rows["sources", None, None] == held.undated_sources
    assert rows["observations", "jobs", 2019] == held.measures["jobs"].by_year[2019]
    assert ("observations", None, 2019) not in rows


def test_years_and_freshness_are_told(ds: mo.Dataset) -> None:
    """First and last years, undated records and the latest source come from the records."""
    held = ds.coverage()
    dates = [source.published for source in ds.sources if source.published]
    assert held.latest_source == max(dates, key=mo.PartialDate.sort_key)
    assert held.undated_sources == len(ds.sources) - len(dates)
    years = [c.announced_on.year for c in ds.commitments if c.announced_on]
    commitments = held.kinds["commitments"]
    assert (commitments.first, commitments.last) == (min(years), max(years))
    assert commitments.undated == len(ds.commitments) - len(years)
    assert (held.kinds["regions"].first, held.kinds["regions"].undated) == (None, len(ds.regions))
    assert (held.version, held.published, held.known_on) == (ds.version, ds.published, None)


def test_it_reads_as_a_table(ds: mo.Dataset) -> None:
    """Silence is a dot, explained, never a zero."""
    text = str(ds.coverage())
    lines = text.splitlines()
    assert lines[0].startswith(f"{len(list(ds.records()))} records; version {mo.load().version}")
    assert any(line.startswith("commitments ") for line in lines)
    assert any(line.startswith("export revenue ") for line in lines)
    assert "not that nothing happened" in text
    table = [line for line in lines if line.startswith(("kind", "sources", "commitments", "statements"))]
    assert len({len(line) for line in table}) == 1
    assert " 0 " not in "".join(table[1:])


def test_a_view_of_a_date_says_so(ds: mo.Dataset) -> None:
    """What is counted is the dataset as it was known."""
    held = ds.as_of("2014").coverage()
    assert str(held.known_on) == "2014"
    assert "as known on 2014" in str(held)
    assert held.kinds["commitments"].last == 2014
    assert held.latest_source
    assert held.kinds["sources"].records < len(ds.sources)


def test_nothing_is_a_coverage_too() -> None:
    """An empty dataset has an empty table."""
    held = mo.Dataset({}).coverage()
    assert (held.records, held.rows(), held.latest_source) == (0, [], None)
    assert str(held).startswith("0 records")
