"""A series as a table: one row per record, the same columns and plain types in each library."""

import datetime as dt
import math
import sys
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.series import Series
from maroc_offshoring.series.frame import BACKENDS, COLUMNS


@pytest.fixture
def series(world: Any) -> Series:
    """Three records: one with all there is to say, a range, and one without a period."""
    ministry = mo.Institution(id="ministry", name="Ministère", kind="ministry", citations=[world.paper])
    return Series.of(
        [
            world.seen(
                "full", "plus de 300 emplois", segments=["BPO", "CRM"], operator=world.acme, perimeter="old",
                period="2019-03", confidence="high", stated_by=ministry, said_by="A speaker",
                citations=[world.paper, world.other_paper],
            ),
            world.seen("range", (5, 9), nature="estimate"),
            world.seen("undated", 7, period=None),
        ]
    )  # fmt: skip


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_table_has_a_row_per_record(series: Series, backend: str) -> None:
    """Each record with its figure, its bounds, who says so and where, in the order of the series."""
    frame: Any = series.to_frame(backend)
    rows = (
        frame.to_dict("records")
        if backend == "pandas"
        else frame.to_dicts()
        if backend == "polars"
        else frame.to_pylist()
    )
    assert list(rows[0]) == list(COLUMNS)
    by_id = {row["record"]: row for row in rows}
    assert list(by_id) == [one.id for one in series.observations]
    full = by_id["full"]
    start = full["start"].date() if backend == "pandas" else full["start"]
    assert {name: full[name] for name in COLUMNS if name not in ("start", "end", "upper")} == {
        "record": "full", "kind": "observation", "measure": "jobs",
        "strand": "jobs, Acme, Oujda, stock, CRM + BPO, old perimeter",
        "place": "oujda", "operator": "acme", "segment": "CRM, BPO", "basis": "stock", "scope": "offshoring",
        "perimeter": "old", "period": "2019-03", "year": 2019, "value": 300.0, "lower": 300.0, "unit": "job",
        "qualifier": "at_least", "as_printed": "plus de 300 emplois", "nature": "observed", "confidence": "high",
        "standing": "public_authority", "stated_by": "ministry", "said_by": "A speaker", "first_published": "2025",
        "origins": 1, "source": "paper, other-paper", "publisher": "CRI; Le Journal", "publisher_kind": "other",
    }  # fmt: skip
    assert start == dt.date(2019, 3, 1)
    assert full["upper"] is None or math.isnan(full["upper"])
    assert (by_id["range"]["lower"], by_id["range"]["upper"]) == (5.0, 9.0)
    assert str(by_id["undated"]["period"]) in ("None", "<NA>")


def test_the_types_do_not_depend_on_what_the_series_holds(series: Series) -> None:
    """An empty series gives the same columns of the same types as a full one, in each library."""
    empty = Series.of([])
    assert series.to_frame("pandas").dtypes.to_dict() == empty.to_frame("pandas").dtypes.to_dict()
    assert series.to_frame("polars").schema == empty.to_frame("polars").schema
    assert series.to_frame("pyarrow").schema == empty.to_frame("pyarrow").schema
    assert len(empty.to_frame()) == 0


def test_a_library_that_is_absent_or_unknown_is_named(series: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install, or which libraries there are."""
    for backend in BACKENDS:
        monkeypatch.setitem(sys.modules, backend, None)
        with pytest.raises(mo.errors.MissingExtra, match=f"needs the package '{backend}'"):
            series.to_frame(backend)
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'polars'"):
        series.to_frame("polar")
