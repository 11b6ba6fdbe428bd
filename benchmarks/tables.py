"""Tables of one's own: `frames.total` beside the same query written by hand, beside C, and out of core."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import tables_by_hand as by_hand
from benchmarks.harness import Call, Line, NotComparable, NotHere, Run, calls_in_turn, need, run_python, written
from benchmarks.tables_data import REGIONS, UNITS, YEARS, projects, rates

_ASKED = "'investment', by='region', currency='EUR'"


def p13(run: Run) -> Iterator[Line]:
    """Against the same query by hand: on every engine, on a thousand, a million and ten million rows."""
    for rows in (run.size(1_000_000, 2_000), run.size(10_000_000, 4_000)):
        table = projects(rows)
        for engine, goal in (("polars", 1.25), ("pandas", 1.25), ("pyarrow", 1.4), ("duckdb", 1.35)):
            if rows > 1_000_000 and engine in ("pandas", "pyarrow"):
                continue  # measured at a million: by hand they take minutes and most of the memory
            given, hand = _opened(engine, table)
            ours = _ours(given)
            if engine == "duckdb" and rows <= 1_000_000:
                yield _beyond(run, f"duckdb, {rows:,} rows: beyond by hand", ours, hand, goal=20)
            else:
                yield run.calls(f"{engine}, {rows:,} rows / by hand", ours, hand, goal=goal, same=_same)
    small = projects(1_000)
    for engine in ("polars", "pandas", "pyarrow", "duckdb"):
        given, hand = _opened(engine, small)
        yield _beyond(run, f"{engine}, 1,000 rows, linked: beyond by hand", _ours(given), hand, goal=6)
    plain = projects(1_000, linked=False)
    for engine in ("polars", "duckdb"):
        given, hand = _opened(engine, plain, linked=False)
        yield _beyond(run, f"{engine}, 1,000 rows, without links: beyond by hand", _ours(given), hand, goal=6)
    table = projects(run.size(1_000_000, 2_000), linked=False)
    for engine, goal in (("polars", 1.25), ("duckdb", 1.35)):
        given, hand = _opened(engine, table, linked=False)
        yield run.calls(
            f"{engine}, {len(table):,} rows, without links / by hand", _ours(given), hand, goal=goal, same=_same
        )


def p14(run: Run) -> Iterator[Line]:
    """Against one thread of C over codes that it is handed ready: no links, no text, no filter."""
    pl = need("polars")
    table = projects(run.size(10_000_000, 4_000), linked=False)
    loop = _loop_in_c(table)
    text = pl.from_arrow(table)
    enums = text.with_columns(
        pl.col("region").cast(pl.Enum(REGIONS)), pl.col("unit").cast(pl.Enum(UNITS)),
        pl.col("measure").cast(pl.Enum(["investment"])),
    )  # fmt: skip
    for name, frame, goal in (("text", text, 12), ("Enum", enums, 7)):
        yield run.calls(f"polars, columns of {name} / C", _ours(frame), loop, goal=goal, same=_same)
    relation = _relation(table)
    yield run.calls("duckdb, columns of text / C", _ours(relation), loop, goal=12, same=_same)


def p15(run: Run) -> Iterator[Line]:
    """Lists of regions, split equally."""
    table = projects(run.size(1_000_000, 2_000), linked=False, lists=True)
    frame = need("polars").from_arrow(table)
    how = {"spread": "equally"}
    yield run.calls(
        "polars, lists / by hand", _ours(frame, **how), lambda: by_hand.polars_lists(frame), goal=1.3, same=_same
    )
    relation = _relation(table)
    hand = _sql(relation, by_hand.DUCKDB_LISTS)
    yield run.calls("duckdb, lists / by hand", _ours(relation, **how), hand, goal=1.6, same=_same)


def p16(run: Run) -> Iterator[Line]:
    """Parquet that is larger than what DuckDB may hold."""
    need("duckdb")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "projects.parquet")
        _write(file, run.size(20_000_000, 5_000))
        opened = f"""
import duckdb
from maroc_offshoring import frames
connection = duckdb.connect(config={{"memory_limit": "256MB", "threads": 2, "temp_directory": {str(folder)!r}}})
answer = frames.total(connection.read_parquet({str(file)!r}), {_ASKED})
assert len(answer.fetchall()) == {len(REGIONS)}
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
        if not Path("/proc/self/status").exists():
            raise NotHere("this operating system does not tell the peak memory of a process")
        # The process says its own peak: what its parent would be told counts the parent before the start, too.
        peak = int(run_python(opened)) / 1024
        yield Line("peak of the process, DuckDB limited to 256 MB", peak, 300, "MiB")
        duckdb = need("duckdb")
        connection = duckdb.connect(config={"memory_limit": "256MB", "threads": 2, "temp_directory": folder})
        relation = connection.read_parquet(str(file))
        hand = _sql(relation, by_hand.DUCKDB_PLAIN)
        yield run.calls("duckdb on Parquet / by hand", _ours(relation), hand, goal=1.3, same=_same)


def p17(run: Run) -> Iterator[Line]:
    """The same call on every engine; how many answer otherwise than the first."""
    table = projects(run.size(100_000, 2_000))
    pl, pandas = need("polars"), need("pandas")
    given = {
        "polars": pl.from_arrow(table),
        "polars, lazy": pl.from_arrow(table).lazy(),
        "pandas": table.to_pandas(types_mapper=pandas.ArrowDtype),
        "pyarrow": table,
        "duckdb": _relation(table),
    }
    answers = {name: _ours(frame)() for name, frame in given.items()}
    other = [name for name, answer in answers.items() if not _same(answer, answers["polars"])]
    yield Line("engines that answer otherwise", float(len(other)), 0, "", remark=", ".join(other or given))


def growth(run: Run) -> Iterator[Line]:
    """Ten times the rows, again and again; and a loop over objects that does the least of it, a dated conversion."""
    sizes = [run.size(10**power, 10 ** (power - 2)) for power in (4, 5, 6, 7)]
    for engine in ("polars", "duckdb"):
        fewer = None
        for rows in sizes:
            more = _ours(_opened(engine, projects(rows))[0])
            if fewer is not None:
                what = f"{engine}, {rows:,} rows / a tenth of them: growth"
                yield run.calls(what, more, fewer, goal=None, same=None, rounds=5)
            fewer = more
    for rows in sizes[:3]:
        table = projects(rows, linked=False)
        frame, _ = _opened("polars", table, linked=False)
        what = f"a loop over {rows:,} objects / frames.total of them on polars"
        yield run.calls(what, _loop_over_objects(table), _ours(frame), goal=None, same=_same, rounds=5)


class _Project(NamedTuple):
    region: str
    value: float
    unit: str
    year: int


def _loop_over_objects(table: Any) -> Call:
    """A loop over objects that are made already, which knows no links, no bounds and no missing rates."""
    held = [_Project(*row.values()) for row in table.select(_Project._fields).to_pylist()]
    rate = {(unit, year): rate for unit, year, rate in _rate_rows()}

    def call() -> list[tuple[Any, ...]]:
        sums, counts = dict.fromkeys(REGIONS, 0.0), dict.fromkeys(REGIONS, 0)
        for project in held:
            sums[project.region] += project.value * rate[project.unit, project.year]
            counts[project.region] += 1
        return [(region, sums[region], False, counts[region]) for region in REGIONS if counts[region]]

    return call


def _ours(frame: Any, **how: Any) -> Call:
    """The library's call, with the few rows of its answer as a query by hand gives them."""
    from maroc_offshoring import frames

    return lambda: _rows(frames.total(frame, "investment", by="region", currency="EUR", **how))


def _rows(answer: Any) -> list[tuple[Any, ...]]:
    if hasattr(answer, "collect"):
        answer = answer.collect()
    if hasattr(answer, "fetchall"):
        rows = answer.fetchall()
    elif hasattr(answer, "rows"):
        rows = answer.rows()
    elif hasattr(answer, "to_pylist"):
        rows = [tuple(row.values()) for row in answer.to_pylist()]
    else:
        rows = answer.astype(object).where(answer.notna(), None).itertuples(index=False, name=None)
    return [(region, total, upper is None, records) for region, total, _, upper, _, records in rows]


def _same(one: list[tuple[Any, ...]], other: list[tuple[Any, ...]]) -> bool:
    """Whether two answers agree: money to a billionth, bounds and lines exactly."""
    first, second = sorted(one), sorted(other)
    return len(first) == len(second) and all(
        (a[0], bool(a[2]), a[3]) == (b[0], bool(b[2]), b[3]) and isclose(a[1], b[1], rel_tol=1e-9)
        for a, b in zip(first, second, strict=True)
    )


def _opened(engine: str, table: Any, *, linked: bool = True) -> tuple[Any, Call]:
    """A table of an engine, and its query by hand."""
    if engine == "polars":
        frame = need("polars").from_arrow(table)
        return frame, lambda: (by_hand.polars if linked else by_hand.polars_plain)(frame)
    if engine == "pandas":
        own = table.to_pandas(types_mapper=need("pandas").ArrowDtype)
        return own, lambda: by_hand.pandas(own)
    if engine == "pyarrow":
        return table, lambda: by_hand.pyarrow(table)
    relation = _relation(table)
    return relation, _sql(relation, by_hand.DUCKDB if linked else by_hand.DUCKDB_PLAIN)


def _relation(table: Any) -> Any:
    """A table of DuckDB's own, on a connection of its own."""
    connection = need("duckdb").connect()
    connection.register("given", table)
    connection.execute("CREATE TABLE projects AS FROM given")
    connection.unregister("given")
    connection.register("rates", rates())
    return connection.table("projects")


def _sql(relation: Any, query: str) -> Call:
    units = "(VALUES " + ", ".join(f"('{unit}', {year}, {rate})" for unit, year, rate in _rate_rows()) + ")"
    named = query.format(table="given").replace("JOIN rates", f"JOIN {units} rates(unit, year, rate)")
    return lambda: relation.query("given", named).fetchall()


def _rate_rows() -> list[tuple[str, int, float]]:
    return [(row["unit"], row["year"], row["rate"]) for row in rates().to_pylist()]


def _beyond(run: Run, what: str, ours: Call, hand: Call, *, goal: float) -> Line:
    """How many milliseconds the library takes beyond the query by hand."""
    if not _same(ours(), hand()):
        raise NotComparable(f"{what}: the two sides computed different answers")
    first, second = calls_in_turn(ours, hand, rounds=1 if run.quick else 7)
    remark = f"{written(first.median)} / {written(second.median)}, spread {second.spread:.2f}"
    return Line(what, (first.median - second.median) * 1e3, goal, "ms", void=second.spread > 1.5, remark=remark)


def _write(file: Path, rows: int) -> None:
    """Write a table by pieces, so that the writer does not hold it."""
    parquet = need("pyarrow.parquet")
    piece = projects(min(rows, 1_000_000), linked=False)
    with parquet.ParquetWriter(file, piece.schema) as writer:
        for _ in range(max(rows // len(piece), 1)):
            writer.write_table(piece)


_C = """
#include <stdint.h>
void add(int64_t n, const int32_t *region, const int32_t *unit, const int64_t *year, const double *value,
         const double *rate, int64_t first, int64_t years, double *sums, int64_t *counts) {
    for (int64_t i = 0; i < n; i++) {
        sums[region[i]] += value[i] * rate[unit[i] * years + year[i] - first];
        counts[region[i]]++;
    }
}
"""


def _loop_in_c(table: Any) -> Call:
    """A loop over codes, compiled here."""
    np = need("numpy")
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise NotHere("no C compiler is on this machine")
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder, "add.c"), Path(folder, "add.dll" if sys.platform == "win32" else "add.so")
        source.write_text(_C)
        subprocess.run([compiler, "-O3", "-shared", "-fPIC", "-o", library, source], check=True)
        add: Callable[..., None] = ctypes.CDLL(str(library)).add
    codes = {name: _codes(table, name, choices) for name, choices in (("region", REGIONS), ("unit", UNITS))}
    year, value = table["year"].to_numpy(), table["value"].to_numpy()
    rate = np.array([row[2] for row in _rate_rows()])

    def pointer(array: Any) -> Any:
        return array.ctypes.data_as(ctypes.c_void_p)

    def call() -> list[tuple[Any, ...]]:
        sums, counts = np.zeros(len(REGIONS)), np.zeros(len(REGIONS), np.int64)
        add(
            ctypes.c_int64(len(value)), pointer(codes["region"]), pointer(codes["unit"]), pointer(year), pointer(value),
            pointer(rate), ctypes.c_int64(YEARS[0]), ctypes.c_int64(YEARS[1] - YEARS[0] + 1), pointer(sums),
            pointer(counts),
        )  # fmt: skip
        return [
            (name, float(total), False, int(count)) for name, total, count in zip(REGIONS, sums, counts, strict=True)
        ]

    return call


def _codes(table: Any, name: str, choices: tuple[str, ...]) -> Any:
    pc = need("pyarrow.compute")
    found = pc.index_in(table[name], value_set=need("pyarrow").array(choices))
    return need("numpy").ascontiguousarray(found.to_numpy().astype("int32"))
