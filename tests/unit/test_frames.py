"""Tables: what `frames.total` takes, gives and refuses."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import frames

polars = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")
pandas = pytest.importorskip("pandas")
pyarrow = pytest.importorskip("pyarrow")

ENGINES = ("polars", "lazy", "pandas", "numpy", "pyarrow", "duckdb")
"""Each engine; pandas with columns of Arrow, and with those that it makes by itself."""


def table(engine: str = "polars", **columns: Any) -> Any:
    """A user's table: jobs of the records a, b, c… unless told otherwise."""
    size = max(len(column) for column in columns.values() if isinstance(column, list))
    given = {"record": [*"abcdefghij"[:size]], "measure": ["jobs"] * size, "unit": ["job"] * size, **columns}
    frame = polars.DataFrame(given)
    match engine:
        case "polars":
            return frame
        case "lazy":
            return frame.lazy()
        case "pandas":
            return frame.to_pandas(use_pyarrow_extension_array=True)
        case "numpy":
            return pandas.DataFrame({name: frame[name].to_list() for name in frame.columns})
        case "pyarrow":
            return frame.to_arrow()
        case _:
            return duckdb.from_arrow(frame.to_arrow())


def rows(native: Any) -> list[tuple[Any, ...]]:
    """The rows of an answer of any engine, with None for an empty place."""
    if hasattr(native, "fetchall"):
        return native.fetchall()  # type: ignore[no-any-return]
    if hasattr(native, "collect"):
        native = native.collect()
    if hasattr(native, "to_pylist"):
        return [tuple(row.values()) for row in native.to_pylist()]
    if hasattr(native, "rows"):
        return native.rows()  # type: ignore[no-any-return]
    return [tuple(None if pandas.isna(value) else value for value in row) for row in native.itertuples(index=False)]


@pytest.mark.parametrize("engine", ENGINES)
def test_four_columns_are_enough(engine: str) -> None:
    """Exact figures, counted once each; the answer is a table of the engine that was given."""
    given = table(engine, value=[300, 200])
    answer = frames.total(given, "jobs")
    assert type(answer) is type(given)
    assert rows(answer) == [(500, 500, 500, "job", 2)]


@pytest.mark.parametrize("engine", ENGINES)
def test_counts_of_32_bits_that_sum_to_more_come_out_right(engine: str) -> None:
    """Integers are added as 64-bit integers, not as what holds them."""
    values = polars.Series([2_000_000_000, 2_000_000_000, 7], dtype=polars.Int32)
    given = table(engine, value=values.to_list()) if engine == "numpy" else table(engine, value=[1, 2, 3])
    if engine in ("polars", "lazy"):
        given = given.with_columns(value=values)
    elif engine in ("pandas", "numpy"):
        given["value"] = pandas.array(values.to_list(), dtype="int32[pyarrow]" if engine == "pandas" else "int32")
    elif engine == "pyarrow":
        given = given.set_column(given.column_names.index("value"), "value", pyarrow.array(values.to_list(), "int32"))
    else:
        given = given.project(
            "record, measure, unit, (CASE WHEN value < 3 THEN 2000000000 ELSE 7 END)::INTEGER AS value"
        )
    assert rows(frames.total(given, "jobs"))[0][0] == 4_000_000_007


@pytest.mark.parametrize("engine", ENGINES)
def test_parts_tellings_and_versions_of_ones_own_count_once(engine: str) -> None:
    """Of a whole of 500 with a part of 300, told again, and of a promise that was changed, each job counts once."""
    given = table(
        engine, value=[500, 300, 500, 80, 90], part_of=[None, "a", None, None, None],
        restates=[None, None, "a", None, None], supersedes=[None, None, None, None, "d"],
        region=["north", "south", "north", "south", "south"],
    )  # fmt: skip
    assert rows(frames.total(given, "jobs")) == [(590, 590, 590, "job", 3)]
    assert rows(frames.total(given, "jobs", by="region")) == [
        ("south", 390, 390, 390, "job", 2), ("north", 200, 200, 200, "job", 1),
    ]  # fmt: skip
    out = {(row[0], row[3], row[4]) for row in rows(frames.left_out(given, "jobs"))}
    assert out == {("c", "restated", "a"), ("d", "superseded", "e")}


@pytest.mark.parametrize("engine", ENGINES)
def test_bounds_travel(engine: str) -> None:
    """At least and at most give bounds; a range has no value, and an approximate figure leaves no bounds."""
    given = table(engine, value=[100, 200], qualifier=["at_least", "exact"])
    assert rows(frames.total(given, "jobs")) == [(300, 300, None, "job", 2)]
    given = table(engine, value=[100.0, None], low=[None, 10.0], high=[None, 20.0], qualifier=["at_most", "range"])
    assert rows(frames.total(given, "jobs")) == [(None, 10, 120, "job", 2)]
    given = table(engine, value=[100, 200], qualifier=["about", "exact"])
    assert rows(frames.total(given, "jobs")) == [(300, None, None, "job", 2)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("whole", "part", "answer"),
    [
        ((3000.0, None, None, "at_least"), (5000.0, None, None, "at_most"), (3000, 3000, None)),
        ((3000.0, None, None, "exact"), (None, 2000.0, 5000.0, "range"), (3000, 3000, 3000)),
        ((None, 500.0, 800.0, "range"), (None, 600.0, 5000.0, "range"), (None, 600, 800)),
        ((3000.0, None, None, "exact"), (5000.0, None, None, "at_least"), (5000, 5000, None)),
    ],
)
def test_a_ceiling_above_its_whole_does_not_undo_the_whole(engine: str, whole: Any, part: Any, answer: Any) -> None:
    """A part of at most 5,000 in a whole of over 3,000 may be fewer: the total is what the whole states."""
    apart = (0.0, 0.0, 0.0, "exact")  # a third figure, so that no column is empty
    both = zip(whole, part, apart, strict=True)
    columns = dict(zip(("value", "low", "high", "qualifier"), map(list, both), strict=True))
    (row,) = rows(frames.total(table(engine, part_of=[None, "a", None], **columns), "jobs"))
    assert row[:3] == answer


@pytest.mark.parametrize("engine", ENGINES)
def test_money_is_a_basket_until_a_currency_is_named(engine: str) -> None:
    """Then each amount is converted at the rate of its own year, and what has none is left out by name."""
    given = table(
        engine, measure=["investment"] * 4, value=[10.0, 100.0, 5.0, 7.0], unit=["EUR", "MAD", "EUR", "EUR"],
        announced=["2022-04-20", "2022", "1990", None],
    )  # fmt: skip
    assert [(row[0], row[3]) for row in rows(frames.total(given, "investment"))] == [(100, "MAD"), (22, "EUR")]
    (row,) = rows(frames.total(given, "investment", currency="MAD"))
    assert row[0] == pytest.approx(10 * 10.6851 + 100)
    assert row[3:] == ("MAD", 2)
    out = rows(frames.left_out(given, "investment", currency="MAD"))
    assert {(row[0], row[3]) for row in out} == {("c", "no_rate"), ("d", "no_year")}
    assert rows(frames.total(given, "investment", currency="MAD", on=2022))[0][4] == 4
    with pytest.raises(mo.errors.RateNotFound, match="1990"):
        frames.total(given, "investment", currency="USD", on=1990)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_without_a_number_is_left_out_by_name(engine: str) -> None:
    """Empty, and what is no number, are neither zero nor a sum that is no number."""
    given = table(engine, value=[300.0, None, float("nan")])
    assert rows(frames.total(given, "jobs")) == [(300, 300, 300, "job", 1)]
    assert [(row[0], row[3]) for row in rows(frames.left_out(given, "jobs"))] == [
        ("b", "no_figure"),
        ("c", "no_figure"),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_places_of_a_figure_are_one_line_or_shares(engine: str) -> None:
    """A row for each place, with `place_count`; where a row is missing, the figure is left out unless it is split."""
    given = table(
        engine, record=["a", "a", "b"], value=[300, 300, 50], figure=[1, 1, 1], place_count=[2, 2, 1],
        city=["fes", "oujda", "fes"], place=["fes", "oujda", "fes"], places=["fes, oujda", "fes, oujda", "fes"],
    )  # fmt: skip
    assert [row[:2] for row in rows(frames.total(given, "jobs", by="city"))] == [("fes, oujda", 300), ("fes", 50)]
    split = rows(frames.total(given, "jobs", by="city", spread="equally"))
    assert [row[:2] for row in split] == [("fes", 200), ("oujda", 150)]
    split = rows(frames.total(given, "jobs", by="city", spread={"fes": 1, "oujda": 2}))
    assert [row[:2] for row in split] == [("oujda", pytest.approx(200)), ("fes", pytest.approx(150))]
    with pytest.raises(mo.errors.InvalidField, match="a weight for oujda too"):
        frames.total(given, "jobs", spread={"fes": 1})


@pytest.mark.parametrize("engine", ["polars", "pyarrow", "duckdb"])
def test_the_rest_of_a_whole_of_several_figures_is_split_over_its_places(engine: str) -> None:
    """What a whole for two places states in two figures beyond its part is no figure's own, and is not lost."""
    given = table(
        engine, record=["a", "a", "a", "a", "b"], value=[300, 300, 100, 100, 50], figure=[1, 1, 2, 2, 1],
        place_count=[2, 2, 2, 2, 1], city=["fes", "oujda", "fes", "oujda", "fes"], places=["fes, oujda"] * 4 + ["fes"],
        part_of=[None, None, None, None, "a"],
    )  # fmt: skip
    split = rows(frames.total(given, "jobs", by="city", spread="equally"))
    assert [row[:2] for row in split] == [("fes", 225), ("oujda", 175)]


@pytest.mark.parametrize("engine", ["polars", "lazy", "pandas", "duckdb"])
def test_a_column_of_lists_is_split(engine: str) -> None:
    """One row with a list of places; without a spread it is refused rather than counted for each."""
    given = table(engine, value=[300, 50], city=[["fes", "oujda"], ["fes"]])
    split = rows(frames.total(given, "jobs", by="city", spread="equally"))
    assert [row[:2] for row in split] == [("fes", 200), ("oujda", 150)]
    assert rows(frames.total(given, "jobs"))[0][0] == 350
    with pytest.raises(mo.errors.InvalidField, match="spread='equally'"):
        frames.total(given, "jobs", by="city")


def test_lists_that_an_engine_cannot_split_are_refused() -> None:
    """Of PyArrow, and of pandas without Arrow: with what to do instead."""
    with pytest.raises(mo.errors.InvalidField, match=r"polars\.from_arrow"):
        frames.total(table("pyarrow", value=[1], city=[["fes", "oujda"]]), "jobs", by="city", spread="equally")
    with pytest.raises(mo.errors.InvalidField, match="Arrow"):
        frames.total(table("numpy", value=[1], city=[["fes", "oujda"]]), "jobs", by="city", spread="equally")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_empty_table_gives_an_empty_answer(engine: str) -> None:
    """Nothing is no zero: there is no row; so it is where no row has the measure."""
    given = table(engine, value=[300, 200])
    assert rows(frames.total(given, "investment", by="record")) == []
    assert rows(frames.left_out(given, "investment")) == []


def test_columns_of_our_own_names_may_be_keys_and_categories_too() -> None:
    """A key may be called as one of our own steps; categories come back as text."""
    given = table(value=[300, 200, 100], _value=["x", "y", "x"]).with_columns(
        polars.col("_value").cast(polars.Enum(["x", "y"])), polars.col("unit").cast(polars.Categorical)
    )
    answer = frames.total(given, "jobs", by="_value")
    assert answer.rows() == [("x", 400, 400, 400, "job", 2), ("y", 200, 200, 200, "job", 1)]
    assert answer.schema["_value"] == polars.String


def test_a_lazy_table_stays_lazy() -> None:
    """Of Polars and DuckDB the answer is not collected; a scan is read by its own engine."""
    assert isinstance(frames.total(table("lazy", value=[1]), "jobs"), polars.LazyFrame)
    assert isinstance(frames.left_out(table("lazy", value=[1]), "jobs"), polars.LazyFrame)
    answer = frames.total(table("lazy", value=[1, 2]), "jobs")
    assert answer.collect(engine="streaming").rows() == [(3, 3, 3, "job", 2)]


def test_a_relation_of_any_connection_is_joined_on_its_own(tmp_path: Any) -> None:
    """Rates and steps live on the connection of the relation, and nothing of them is left there."""
    connection = duckdb.connect(str(tmp_path / "own.db"))
    connection.execute(
        "CREATE TABLE t (record VARCHAR, measure VARCHAR, value DOUBLE, unit VARCHAR, year INT, part_of VARCHAR)"
    )
    connection.execute(
        "INSERT INTO t VALUES ('a', 'investment', 10, 'EUR', 2022, NULL), ('b', 'investment', 4, 'EUR', 2022, 'a')"
    )
    answer = frames.total(connection.table("t"), "investment", currency="MAD").fetchall()
    assert answer[0][0] == pytest.approx(106.851)
    assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("t",)]
    assert connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall() == []


def test_what_a_table_may_not_hold_is_refused_by_name() -> None:
    """A missing column with the nearest, a number below zero with its record, a word that is not known."""
    with pytest.raises(mo.errors.InvalidField, match=r"no column 'record'.*is it 'records'"):
        frames.total(table(value=[1]).rename({"record": "records"}), "jobs")
    with pytest.raises(mo.errors.InvalidField, match=r"value: got -5.*\(record b\)"):
        frames.total(table(value=[1, -5]), "jobs")
    with pytest.raises(mo.errors.InvalidField, match="a column of numbers"):
        frames.total(table(value=["1"]), "jobs")
    with pytest.raises(mo.errors.UnknownWord, match="record a"):
        frames.total(table(value=[1], qualifier=["ca."]), "jobs")
    with pytest.raises(mo.errors.UnknownKeyword, match="regoin"):
        frames.total(table(value=[1], region=["x"]), "jobs", by="regoin")
    with pytest.raises(mo.errors.InvalidField, match="one of the answer"):
        frames.total(table(value=[1]), "jobs", by="total")
    with pytest.raises(mo.errors.WrongType, match="name of a column"):
        frames.total(table(value=[1]), "jobs", by=[3])  # type: ignore[list-item]
    with pytest.raises(mo.errors.InvalidField, match="'figure'"):
        frames.total(table(value=[1], place_count=[2]), "jobs")
    with pytest.raises(mo.errors.UnknownWord, match="kind of record"):
        frames.total(table(value=[1], kind=["promise"]), "jobs")


def test_what_does_not_add_up_is_refused_of_a_table() -> None:
    """Shares, several kinds of records, several bases, options that do not fit the measure."""
    with pytest.raises(mo.errors.NotAdditive):
        frames.total(table(value=[1]), "share_of_gdp")
    with pytest.raises(mo.errors.NotAdditive, match="a promise and a measurement"):
        frames.total(table(value=[1, 2], kind=["commitment", "observation"]), "jobs")
    with pytest.raises(mo.errors.NotAdditive, match="stock and flow"):
        frames.total(table(value=[1, 2], kind=["observation"] * 2, basis=["stock", "flow"]), "jobs")
    with pytest.raises(mo.errors.InvalidField, match="no money"):
        frames.total(table(value=[1]), "jobs", currency="EUR")
    with pytest.raises(mo.errors.InvalidField, match="'equally'"):
        frames.total(table(value=[1]), "jobs", spread="by size")


@pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow", "duckdb"])
def test_what_has_no_place_is_compared_where_places_are_split(engine: str, world: Any) -> None:
    """Two levels of one company without a place never add up, whatever weights places have."""
    joint = world.promise("a", 300, basis="level", due="2022", places=[world.oujda, world.fes], made_by=[world.acme])
    ours = [world.promise(name, 100, basis="level", due="2022", made_by=[world.bolt]) for name in "bc"]
    records = world.promises(joint, *ours)
    how: dict[str, Any] = {"basis": "level", "spread": {world.oujda: 1, world.fes: 2}}
    for added in (lambda: records.total("jobs", **how), lambda: frames.total(records.to_frame(engine), "jobs", **how)):
        with pytest.raises(mo.errors.NotAdditive, match="two levels of the same operator"):
            added()


def test_links_that_lead_too_far_or_in_a_circle_are_refused() -> None:
    """They are never followed half-way."""
    chain = table(value=[9, 8, 7, 6, 5], part_of=[None, "a", "b", "c", "d"])
    with pytest.raises(mo.errors.NotAdditive, match="more than 3 records far"):
        frames.total(chain, "jobs")
    assert frames.total(chain.head(4), "jobs").rows() == [(9, 9, 9, "job", 4)]
    with pytest.raises(mo.errors.NotAdditive, match="circle"):
        frames.total(table(value=[9, 8], part_of=["b", "a"]), "jobs")
    with pytest.raises(mo.errors.NotAdditive, match="circle"):
        frames.total(table(value=[9, 8], restates=["b", "a"]), "jobs")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_link_stated_with_one_figure_of_a_record_holds_for_all_of_them(engine: str) -> None:
    """Both figures of `b` tell `a` again, though only one row says so; the bounds of others stay theirs."""
    given = table(
        engine,
        record=["a", "b", "b", "c", "d", "e"],
        value=[100, 100, 50, 1000, 300, 70],
        qualifier=[None, "exact", None, "exact", None, "at_least"],
        restates=[None, "a", None, None, None, None],
        part_of=[None, None, None, None, "c", None],
    )
    assert rows(frames.total(given, "jobs")) == [(1170, 1170, None, "job", 4)]
    told = [(row[0], row[1], row[3], row[4]) for row in rows(frames.left_out(given, "jobs"))]
    assert sorted(told) == [("b", 50, "restated", "a"), ("b", 100, "restated", "a")]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_link_of_no_record_is_refused(engine: str) -> None:
    """A row without an id that says what it is linked with would be neither added nor left out by name."""
    given = table(engine, record=["a", None, None], value=[10, 3, 2], part_of=[None, None, "a"])
    with pytest.raises(mo.errors.InvalidField, match="an id in every row"):
        frames.total(given, "jobs")


def test_no_other_engine_is_taken_for_one() -> None:
    """A list, a Series, a file name: refused with what is taken."""
    for thing in ([1, 2], "table.parquet", polars.Series([1]), None):
        with pytest.raises(mo.errors.WrongType, match="PySpark"):
            frames.total(thing, "jobs")


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, world: Any) -> None:
    """With the command that installs it."""
    records = world.promises(world.promise("a", 300))
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(mo.errors.MissingExtra, match=r"maroc-offshoring\[polars\]"):
        records.to_frame("polars")
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(mo.errors.MissingExtra, match=r"maroc-offshoring\[frames\]"):
        frames.total(None, "jobs")


def test_a_table_has_the_documented_columns(world: Any) -> None:
    """In their order and with their types; an engine that is not known is refused."""
    records = world.promises(world.promise("a", "plus de 300 emplois", places=[world.fes, world.oujda], due="2028"))
    made = records.to_frame("polars")
    assert tuple(made.columns) == tuple(column.name for column in frames.COLUMNS)
    types = {"text": polars.String, "integer": polars.Int64, "number": polars.Float64, "yes or no": polars.Boolean}
    assert [*made.schema.values()] == [types[column.type] for column in frames.COLUMNS]
    assert made.select("place", "place_count", "value", "qualifier", "due_last").rows() == [
        ("fes", 2, 300.0, "at_least", "2028-12-31"), ("oujda", 2, 300.0, "at_least", "2028-12-31"),
    ]  # fmt: skip
    with pytest.raises(mo.errors.UnknownWord, match="polars"):
        records.to_frame("pollars")
    with pytest.raises(mo.errors.WrongType, match="commitments, targets or observations"):
        mo.Dataset.of(world.fes).cities.to_frame("polars")


def test_no_records_make_an_empty_table(world: Any) -> None:
    """With all columns, and it can be added up."""
    records = world.promises(world.promise("a", 300)).where(ids=[])
    for engine in ("polars", "pandas", "pyarrow", "duckdb"):
        assert rows(frames.total(records.to_frame(engine), "jobs", by="region")) == []


def test_faults_of_a_table_are_told_by_row_and_column(world: Any) -> None:
    """All of them at once: names, numbers, rows that contradict one another, rows that are missing."""
    ds = mo.Dataset.of(*world.ground, world.paper)
    given = table(
        record=["a", "a", "b", "c", None], value=[300.0, 200.0, -1.0, 5.0, 1.0], figure=[1, 1, 1, 1, 1],
        place_count=[2, 2, 1, 3, 1], place=["fes", "oujda", "fez", "fes", "fes"], source=["paper"] * 5,
        part_of=[None, None, "nobody", None, None],
    )  # fmt: skip
    with pytest.raises(mo.errors.InvalidRecords) as caught:
        frames.from_frame(given, dataset=ds)
    found = {(problem.line, problem.field.removeprefix("column ")) for problem in caught.value.problems}
    assert found == {(2, "value"), (3, "value"), (3, "place"), (3, "part_of"), (4, "place_count"), (5, "record")}
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems
    with pytest.raises(mo.errors.InvalidField, match="no column 'source'"):
        frames.from_frame(table(value=[1]), dataset=ds)
    with pytest.raises(mo.errors.WrongType, match="dataset="):
        frames.from_frame(given, dataset=None)  # type: ignore[arg-type]


def test_a_users_table_becomes_records(world: Any) -> None:
    """With what it needs, and links among its own rows in any order."""
    ds = mo.Dataset.of(*world.ground, world.paper)
    given = table(
        value=[300, 500], source=["paper", "paper"], operator=["Acme", None], place=["Fès", None],
        part_of=["b", None], basis=["additional"] * 2,
    )  # fmt: skip
    part, whole = frames.from_frame(given, dataset=ds)
    assert isinstance(part, mo.Commitment)
    assert part.part_of == whole
    assert part.made_by == (world.acme,)
    assert mo.Dataset.of(part).commitments.total("jobs").figure == mo.Figure(500, "job")
    with pytest.raises(mo.errors.InvalidRecords, match="does not lead back"):
        frames.from_frame(given.with_columns(part_of=polars.Series(["b", "a"])), dataset=ds)
