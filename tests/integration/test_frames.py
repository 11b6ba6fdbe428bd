"""The reference dataset as a table gives the totals of the reference dataset, on every engine."""

from __future__ import annotations

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import frames

for package in ("polars", "duckdb", "pandas", "pyarrow"):
    pytest.importorskip(package)

ds = mo.load()


def rows(native: Any) -> list[dict[str, Any]]:
    if hasattr(native, "fetchall"):
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]
    if hasattr(native, "collect"):
        native = native.collect()
    if hasattr(native, "to_pylist"):
        return native.to_pylist()  # type: ignore[no-any-return]
    if hasattr(native, "to_dicts"):
        return native.to_dicts()  # type: ignore[no-any-return]
    return native.astype(object).where(native.notna(), None).to_dict("records")  # type: ignore[no-any-return]


def table(engine: str) -> Any:
    return ds.commitments.to_frame("polars").lazy() if engine == "lazy" else ds.commitments.to_frame(engine)


@pytest.mark.parametrize("engine", ["polars", "lazy", "pandas", "pyarrow", "duckdb"])
def test_one_call_gives_equal_totals_on_every_engine(engine: str) -> None:
    """Jobs to the last one, dirhams to a billionth: the same call, unchanged."""
    given = table(engine)
    jobs = ds.commitments.total("jobs")
    (row,) = rows(frames.total(given, "jobs"))
    assert (row["total"], row["unit"], row["records"]) == (float(jobs.figure.value), "job", len(jobs.counted))
    by_operator = {row["operator"]: row["total"] for row in rows(frames.total(given, "jobs", by="operator"))}
    for key, part in ds.commitments.breakdown("jobs", by="operator").items():
        if isinstance(key, mo.Operator):
            assert by_operator[key.id] == (None if part.figure.value is None else float(part.figure.value))
    money = {figure.unit: figure for figure in ds.commitments.total("investment").figures}
    for row in rows(frames.total(given, "investment")):
        figure = money.pop(row["unit"])
        assert row["total"] == (None if figure.value is None else pytest.approx(float(figure.value), rel=1e-9))
    assert not money


@pytest.mark.parametrize("kind", ["commitments", "targets", "observations"])
def test_the_reference_records_survive_a_table(kind: str) -> None:
    """Written, read back and written again, the table is the same; no record with a figure is lost."""
    records = getattr(ds, kind)
    first = records.to_frame("pyarrow")
    back = frames.from_frame(first, dataset=ds)
    assert frames.to_frame(back, "pyarrow").equals(first)
    with_figures = [record for record in records if getattr(record, "pledges", True)]
    assert [record.id for record in back] == [record.id for record in with_figures]


def test_each_region_gives_its_own_total() -> None:
    """A collection narrowed to a region writes a table that counts no more than the collection does."""
    for region in ds.regions:
        narrowed = ds.commitments.where(region=region)
        expected = [(float(figure.value or -1), figure.unit) for figure in narrowed.total("jobs").figures]
        found = rows(frames.total(narrowed.to_frame("pyarrow"), "jobs"))
        assert [(-1.0 if row["total"] is None else row["total"], row["unit"]) for row in found] == expected


@pytest.mark.parametrize("measure", ["jobs", "investment", "graduates", "floor_space"])
def test_measurements_and_aims_are_refused_alike(measure: str) -> None:
    """What records refuse to add a table refuses, with the same kind of reason; what they add is equal."""
    for records in (ds.observations, ds.targets):
        table = records.to_frame("pyarrow")
        for how in ({}, {"basis": "stock" if records is ds.observations else "level"}):
            outcomes = [outcome(records.total, measure, **how), outcome(frames.total, table, measure, **how)]
            assert outcomes[0] == outcomes[1]


def outcome(add: Any, *what: Any, **how: Any) -> str:
    """Whether something is added, or why not."""
    try:
        add(*what, **how)
    except mo.errors.NotAdditive as error:
        return error.reason.partition(":")[0]
    return "added"


def test_parquet_is_read_out_of_core(tmp_path: Any) -> None:
    """DuckDB and Polars scan files of the table, several at once, without holding them."""
    import duckdb
    import polars

    written = ds.commitments.to_frame("polars")
    written.head(100).write_parquet(tmp_path / "1.parquet")
    written.slice(100).write_parquet(tmp_path / "2.parquet")
    expected = frames.total(written, "jobs", by="region").sort("region").rows()
    relation = frames.total(duckdb.read_parquet(str(tmp_path / "*.parquet")), "jobs", by="region")
    assert sorted(relation.fetchall(), key=lambda row: (row[0] is not None, row[0])) == expected
    lazy = frames.total(polars.scan_parquet(tmp_path / "*.parquet"), "jobs", by="region")
    assert lazy.collect(engine="streaming").sort("region").rows() == expected
