"""The engines that hold tables: how a table of each is opened, given back, joined with a small one, and written.

This is the one module that knows one engine from another; the rules of the others are the same expressions for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from math import isnan
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from attrs import field, frozen

from maroc_offshoring.errors import MissingExtra, UnknownWord, WrongType

if TYPE_CHECKING:
    import narwhals as nw

    Frame = nw.LazyFrame[Any]

ENGINES = ("pandas", "polars", "pyarrow", "duckdb", "pyspark")
"""The engines, by the name of their package."""

_EXPECTED = "a table of pandas, Polars (eager or lazy), PyArrow, DuckDB or PySpark"


def need(package: str) -> Any:
    """Import a package that only tables need.

    Args:
        package: Its name.

    Returns:
        The module.

    Raises:
        MissingExtra: Where it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as fault:
        if fault.name is not None and fault.name.partition(".")[0] != package.partition(".")[0]:
            raise
        top = package.partition(".")[0]
        raise MissingExtra(
            "maroc_offshoring.frames", top, {"narwhals": "frames", "pyspark": "spark"}.get(top, top)
        ) from None


@frozen(eq=False)
class Opened:
    """A table of the user's, as narwhals reads it; an eager one of Polars is read lazily, which is faster.

    Args:
        frame: The table.
        engine: The name of its engine.
        lazy: Whether the user handed it as lazy, and gets the answer as lazy.
        steps: The temporary tables that hold steps, until the call is over.
    """

    frame: Frame
    engine: str
    lazy: bool
    steps: list[tuple[Any, str]] = field(factory=list)

    @property
    def postpones(self) -> bool:
        """Whether no step is run at the call: what is asked of a step would run it twice."""
        return self.engine == "polars" and self.lazy

    def native(self, frame: Frame) -> Any:
        """Give an answer in the form in which the table was handed.

        Args:
            frame: The answer.

        Returns:
            A table of the engine.
        """
        if self.engine == "polars" and not self.lazy:
            return frame.collect().to_native()
        if self.engine == "pandas":
            return frame.to_native().reset_index(drop=True)
        return frame.to_native()

    def one(self, frame: Frame) -> dict[str, Any]:
        """Run a query whose answer is one row.

        Args:
            frame: The query: aggregates alone.

        Returns:
            The row.
        """
        return self.few(frame)[0]

    def few(self, frame: Frame) -> list[dict[str, Any]]:
        """Run a query whose answer is a few rows that a message needs.

        Args:
            frame: The query.

        Returns:
            The rows.
        """
        if self.engine == "pyspark":  # without a way through pandas or Arrow
            return [row.asDict() for row in frame.to_native().collect()]
        if self.engine == "duckdb":
            native = frame.to_native()
            return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]
        rows: Any = frame.collect() if self.engine == "polars" else frame
        return [{name: _plain(value) for name, value in row.items()} for row in rows.iter_rows(named=True)]

    def held(self, frame: Frame) -> Frame:
        """Hold a step that several later ones read, so that it is not planned and run anew for each.

        What is held are figures that are linked with others, or must be compared, never the rows of a table that are
        simply added. A lazy table of Polars stays lazy; DuckDB and Spark run the step and keep its rows themselves.

        Args:
            frame: The step.

        Returns:
            The same rows.
        """
        import narwhals as nw

        native = frame.to_native()
        if self.engine == "polars":
            return cast("Frame", nw.from_native(native.cache() if self.lazy else native.collect().lazy()))
        if self.engine == "pyspark":
            return cast("Frame", nw.from_native(native.localCheckpoint()))
        if self.engine != "duckdb":
            return frame
        name = f"maroc_offshoring_{uuid4().hex}"
        made = native.query("step", f"CREATE TEMP TABLE {name} AS FROM step")
        self.steps.append((made, name))
        return cast("Frame", nw.from_native(made.query("made", f"FROM temp.{name}")))

    def settled(self, frame: Frame) -> Frame:
        """Run the last of the steps where they are run at the call: sums by group, or what a user is told.

        Args:
            frame: The step.

        Returns:
            The same rows, which need the steps no more.
        """
        import narwhals as nw

        if self.engine == "duckdb":
            return cast("Frame", nw.from_native(frame.to_native().materialize()))
        return frame

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        """Drop the temporary tables that held steps in the user's connection."""
        while self.steps:
            made, name = self.steps.pop()
            made.query("made", f"DROP TABLE temp.{name}")

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Frame:
        """Make a small table of the same engine, to join with.

        Args:
            columns: The values, by column.
            types: `text`, `integer` or `number`, by column.

        Returns:
            The table.
        """
        import narwhals as nw

        dtypes = {"text": nw.String(), "integer": nw.Int64(), "number": nw.Float64()}
        schema = nw.Schema({name: dtypes[type_] for name, type_ in types.items()})
        if self.engine == "duckdb":
            return cast("Frame", nw.from_native(_values(self.frame.to_native(), columns, types)))
        if self.engine == "pyspark":
            session = self.frame.to_native().sparkSession
            return cast("Frame", nw.from_native(spark_frame(session, columns, types)))
        backend: Any = self.engine
        made = nw.from_dict(dict(columns), schema=schema, backend=backend)
        return cast("Frame", made.lazy() if self.engine == "polars" else made)


def opened(frame: Any) -> Opened:
    """Open a table of the user's.

    Args:
        frame: A table of one of the engines, or one that narwhals holds.

    Returns:
        The table.

    Raises:
        MissingExtra: Where narwhals is not installed.
        WrongType: Where it is no table, or one of another engine.
    """
    nw = need("narwhals")
    try:
        known = nw.from_native(frame)
    except TypeError:
        raise WrongType("frame", frame, f"{_EXPECTED}; records become one with frames.to_frame") from None
    engine = known.implementation.value
    if engine not in ENGINES:
        hint = " (dask: frame.compute(), or DuckDB on the same files)" if engine == "dask" else ""
        raise WrongType("frame", frame, f"{_EXPECTED}, not one of {engine}{hint}")
    lazy = isinstance(known, nw.LazyFrame)
    return Opened(known.lazy() if engine == "polars" else known, engine, lazy)


def check_engine(backend: object) -> str:
    """Read the name of an engine.

    Args:
        backend: The name.

    Returns:
        The name.

    Raises:
        UnknownWord: Where there is no such engine here.
    """
    known = {"arrow": "pyarrow", "spark": "pyspark"}.get(str(backend), backend)
    if known not in ENGINES:
        raise UnknownWord("engine", backend, ENGINES)
    return str(known)


def pieces(table: Opened, frame: Frame, column: str, most: int) -> Frame:
    """Part a column of several words into rows.

    Args:
        table: The table that the frame comes from.
        frame: The frame.
        column: The column, of words parted by a comma and a blank.
        most: How many words there are in one place at the most.

    Returns:
        A row for each word, with the word in the column and its place, from 0, in `_rank`.
    """
    import narwhals as nw

    from maroc_offshoring.frames.columns import AND

    found: list[Any] = []
    for rank in range(most):
        if table.engine == "pandas" and not _is_arrow(frame, column):  # narwhals splits no other text of pandas
            native = frame.to_native()
            word = native[column].str.split(AND, regex=False).str.get(rank)
            part = cast("Frame", nw.from_native(native.assign(**{column: word.astype(native[column].dtype)})))
            found.append(part.filter(~nw.col(column).is_null()).with_columns(_rank=nw.lit(rank)))
        else:
            split = frame.with_columns(_words=nw.col(column).str.split(AND)).filter(nw.col("_words").list.len() > rank)
            named = split.with_columns(nw.col("_words").list.get(rank).alias(column), _rank=nw.lit(rank))
            found.append(named.drop("_words"))
    return cast("Frame", nw.concat(found, how="vertical"))


def words_in(column: str) -> nw.Expr:
    """Count the words of a column of several words.

    Args:
        column: The column.

    Returns:
        The expression; empty where the column is.
    """
    import narwhals as nw

    from maroc_offshoring.frames.columns import AND

    text = nw.col(column)
    return (
        text.str.len_chars().cast(nw.Int64())
        - text.str.replace_all(AND, ",", literal=True).str.len_chars().cast(nw.Int64())
        + nw.lit(1)
    )


def written(backend: str, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
    """Write a table.

    Args:
        backend: The name of an engine.
        columns: The values, by column.
        types: `text`, `integer`, `number` or `yes or no`, by column.

    Returns:
        A table of the engine: Polars and pandas eager, a relation of DuckDB's default connection, a table of the
        active session of Spark.

    Raises:
        MissingExtra: Where the engine is not installed.
        WrongType: Where no session of Spark is active.
    """
    if backend == "polars":
        polars = need("polars")
        dtypes = {"text": polars.String, "integer": polars.Int64, "number": polars.Float64, "yes or no": polars.Boolean}
        return polars.DataFrame(dict(columns), schema={name: dtypes[type_] for name, type_ in types.items()})
    if backend == "pyspark":
        active = need("pyspark.sql").SparkSession.getActiveSession()
        if active is None:
            raise WrongType("backend", backend, "an active session: pyspark.sql.SparkSession.builder.getOrCreate()")
        return spark_frame(active, columns, types)
    if backend in ("pandas", "duckdb"):
        need(backend)
    arrow = need("pyarrow")  # pandas holds its columns, and DuckDB reads them
    makers = {"text": arrow.string, "integer": arrow.int64, "number": arrow.float64, "yes or no": arrow.bool_}
    schema = arrow.schema([(name, makers[type_]()) for name, type_ in types.items()])
    table = arrow.table(dict(columns), schema=schema)
    if backend == "duckdb":
        return need("duckdb").from_arrow(table)
    return table.to_pandas(types_mapper=need("pandas").ArrowDtype) if backend == "pandas" else table


def spark_frame(session: Any, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
    """Write a table of Spark.

    Args:
        session: The session.
        columns: The values, by column.
        types: As for :func:`written`.

    Returns:
        The table.
    """
    words = {"text": "string", "integer": "bigint", "number": "double", "yes or no": "boolean"}
    schema = ", ".join(f"`{name}` {words[type_]}" for name, type_ in types.items())
    return session.createDataFrame(list(zip(*columns.values(), strict=True)), schema)


def _plain(value: Any) -> Any:
    """Read what pandas writes for an empty place as one."""
    empty = value is None or type(value).__name__ == "NAType" or (isinstance(value, float) and isnan(value))
    return None if empty else value


def _values(relation: Any, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
    """A small relation on the connection of another: relations of two connections cannot be joined."""
    words = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
    lists = [
        f"unnest([{', '.join(map(_literal, values))}]::{words[types[name]]}[]) AS {name}"
        for name, values in columns.items()
    ]
    return relation.limit(0).aggregate("count(*) AS n").project(", ".join(lists))


def _literal(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def _is_arrow(frame: Frame, column: str) -> bool:
    return isinstance(frame.to_native()[column].dtype, need("pandas").ArrowDtype)
