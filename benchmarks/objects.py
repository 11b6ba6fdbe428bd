"""What it costs to add records held as objects, with every rule in force."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import maroc_offshoring as mo
from benchmarks.harness import Line, NotHere, Run, need
from benchmarks.synthetic import json_lines
from maroc_offshoring.files.streaming import iter_records


def p12(run: Run) -> Iterator[Line]:
    """A thousand promises: the total with its whole working, beside bare sums that have none."""
    ds = mo.load()
    with json_lines(run.size(1000, 100), ds) as path:
        promises = _read(path, ds)
    answer = Decimal(sum(int(promise.pledges[0].figure.value) for promise in promises))
    mine = mo.Dataset.of(*promises).commitments

    def total() -> Decimal:
        return _sum(mine.total("jobs"))

    def loop() -> Decimal:
        found = Decimal(0)
        for promise in promises:
            for pledge in promise.pledges:
                if pledge.measure == "jobs" and pledge.basis == "additional":
                    found += pledge.figure.value
        return found

    def regions() -> dict[str, Decimal]:
        parts = mine.breakdown("jobs", by="region").items()
        return {region.id: _sum(part) for region, part in parts if hasattr(region, "id")}

    assert total() == answer
    few = mo.Dataset.of(*promises[: len(promises) // 10]).commitments
    what = f"total of {len(promises):,} records / of {len(few)}: growth"
    yield run.calls(what, total, lambda: _sum(few.total("jobs")), goal=None, same=None)
    rows = [(_region(promise), int(promise.pledges[0].figure.value)) for promise in promises]
    yield run.calls(f"total of {len(promises):,} records / a bare loop that sums them", total, loop, goal=None)
    for name, engine in (("pyarrow", _pyarrow), ("polars", _polars), ("duckdb", _duckdb)):
        what = f"breakdown by region of {len(promises):,} records / {name}'s bare group-by"
        try:
            yield run.calls(what, regions, engine(rows), goal=0.7)
        except NotHere as fault:
            yield Line(what, None, 0.7, remark=str(fault))


def objects(run: Run) -> Iterator[Line]:
    """More promises than a person writes: as objects, beside a bare loop and beside the same rows on an engine."""
    from maroc_offshoring import frames

    ds = mo.load()
    for count in (run.size(10_000, 100), run.size(100_000, 200)):
        with json_lines(count, ds) as path:
            promises = _read(path, ds)
        mine = mo.Dataset.of(*promises).commitments

        def total(mine: Any = mine) -> Decimal:
            return _sum(mine.total("jobs"))

        def loop(promises: list[Any] = promises) -> Decimal:
            return sum((promise.pledges[0].figure.value for promise in promises), Decimal(0))

        what = f"total of {count:,} records"
        yield run.calls(f"{what} / a bare loop that sums them", total, loop, goal=None, rounds=3)
        try:
            need("polars")
        except NotHere as fault:
            yield Line(f"{what} / frames.total of the same on polars", None, remark=str(fault))
            continue
        frame = mine.to_frame("polars")

        def tabled(frame: Any = frame) -> Decimal:
            return Decimal(frames.total(frame, "jobs")["total"][0])

        yield run.calls(f"{what} / frames.total of the same on polars", total, tabled, goal=None, rounds=3)


def _sum(total: mo.Total) -> Decimal:
    assert total.figure is not None
    return total.figure.number()


def _region(promise: Any) -> str | None:
    region = promise.places[0].region
    return region.id if region else None


def _read(path: Path, ds: mo.Dataset) -> list[Any]:
    return list(iter_records(path, "commitments", ds))


def _pyarrow(rows: list[tuple[str | None, int]]) -> Any:
    arrow = need("pyarrow")
    table = arrow.table({"region": [region for region, _ in rows], "jobs": [jobs for _, jobs in rows]})

    def group() -> dict[str, Decimal]:
        found = table.group_by("region").aggregate([("jobs", "sum")]).to_pylist()
        return {row["region"]: Decimal(row["jobs_sum"]) for row in found if row["region"] is not None}

    return group


def _polars(rows: list[tuple[str | None, int]]) -> Any:
    polars = need("polars")
    table = polars.DataFrame(rows, schema=["region", "jobs"], orient="row")

    def group() -> dict[str, Decimal]:
        found = table.group_by("region").agg(polars.col("jobs").sum()).rows()
        return {region: Decimal(jobs) for region, jobs in found if region is not None}

    return group


def _duckdb(rows: list[tuple[str | None, int]]) -> Any:
    held = need("duckdb").connect()
    held.execute("CREATE TABLE promises (region VARCHAR, jobs BIGINT)")
    held.executemany("INSERT INTO promises VALUES (?, ?)", rows)

    def group() -> dict[str, Decimal]:
        found = held.execute("SELECT region, sum(jobs) FROM promises GROUP BY region").fetchall()
        return {region: Decimal(int(jobs)) for region, jobs in found if region is not None}

    return group
