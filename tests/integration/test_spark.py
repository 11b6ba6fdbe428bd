"""The same totals on a real Spark, one local session for the module."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import frames

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'maroc-offshoring[spark]'")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not on this machine"),
    pytest.mark.filterwarnings("ignore"),  # of pyspark itself, about the pandas beside it
]

ds = mo.load()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local session of one thread."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        session = (
            SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.default.parallelism", "1")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.codegen.wholeStage", "false")  # compiling takes longer than a few rows do
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()
        )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def memoranda(spark: Any) -> Any:
    """The memoranda of 2022 as a table of Spark."""
    return ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda").to_frame("pyspark")


def rows(frame: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame.collect()]


def test_a_whole_and_its_parts_are_one_sum(memoranda: Any) -> None:
    """The call of the tour, unchanged."""
    answer = frames.total(memoranda, "jobs", by="operator")
    assert type(answer) is type(memoranda)
    assert [row[:2] for row in rows(answer)] == [
        ("phoneo", 2000), ("cnexia", 1750), ("ntt-data-morocco", 1000), ("eids-maroc", 300),
    ]  # fmt: skip


def test_what_is_left_out_is_named(memoranda: Any) -> None:
    """With the reason, as on every engine."""
    out = {(row[0], row[3]) for row in rows(frames.left_out(memoranda, "jobs"))}
    assert out == {("2022-04-20-four-memoranda", "covered"), ("2022-04-20-four-memoranda-ministry", "restated")}


def test_money_and_shares_of_places(memoranda: Any) -> None:
    """Converted at the rate of its year, and split over the cities of the promise."""
    (row,) = rows(frames.total(memoranda, "investment", currency="EUR"))
    assert row[0] == pytest.approx(6083237.41, rel=1e-6)
    cities = rows(frames.total(memoranda, "jobs", by="city", spread="equally"))
    assert {row[0]: row[1] for row in cities} == dict.fromkeys(("tanger", "fes", "rabat", "casablanca", "agadir"), 1010)


def test_a_users_own_table_of_32_bit_counts(spark: Any) -> None:
    """Bounds, parts and a sum that passes 2^31."""
    own = spark.createDataFrame(
        [
            ("a", "jobs", 2_000_000_000, "job", "exact", None),
            ("b", "jobs", 1_500_000_000, "job", "at_least", None),
            ("c", "jobs", 5, "job", "exact", "a"),
        ],
        "record string, measure string, value int, unit string, qualifier string, part_of string",
    )
    assert rows(frames.total(own, "jobs")) == [(3_500_000_000, 3_500_000_000, None, "job", 3)]


def test_what_does_not_add_up_is_refused_at_once(spark: Any) -> None:
    """Before the lazy answer is read."""
    stocks = ds.observations.where(measure="jobs", place="Maroc", period="2018..2019").to_frame("pyspark")
    with pytest.raises(mo.errors.NotAdditive, match="of different dates"):
        frames.total(stocks, "jobs", basis="stock")
