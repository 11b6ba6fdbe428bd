"""A series as a table of pandas, Polars or Arrow: a row for each record, in plain types."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

from maroc_offshoring.errors import MissingExtra, UnknownWord
from maroc_offshoring.series.own_figures import OwnFigure
from maroc_offshoring.series.standing import first_published, origins, standing
from maroc_offshoring.series.subject import Subject

if TYPE_CHECKING:
    from maroc_offshoring.model import Observation
    from maroc_offshoring.series.series import Series

BACKENDS = ("pandas", "polars", "pyarrow")
"""The libraries that a series can be written for."""

COLUMNS = {
    "record": "text", "kind": "text", "strand": "text", "measure": "text", "place": "text", "operator": "text",
    "segment": "text", "basis": "text", "scope": "text", "perimeter": "text", "period": "text", "start": "date",
    "end": "date", "year": "whole", "value": "number", "lower": "number", "upper": "number", "unit": "text",
    "qualifier": "text", "as_printed": "text", "nature": "text", "confidence": "text", "standing": "text",
    "stated_by": "text", "said_by": "text", "first_published": "text", "origins": "whole", "source": "text",
    "publisher": "text", "publisher_kind": "text",
}  # fmt: skip
"""The columns, in order, each with its type: `text`, `whole` (an int or none), `number` (a float or none) or `date`."""


def to_frame(series: Series, backend: str) -> Any:
    """Write a series as a table.

    Args:
        series: The series.
        backend: `"pandas"`, `"polars"` or `"pyarrow"`.

    Returns:
        The table, with the columns :data:`COLUMNS` whatever the series holds.

    Raises:
        MissingExtra: Where that library is not installed.
        UnknownWord: Where it is another.
    """
    if backend not in BACKENDS:
        raise UnknownWord("kind of frame", backend, BACKENDS)
    rows = [row(observation) for observation in series.observations]
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    try:
        engine: Any = import_module(backend)
    except ImportError:
        raise MissingExtra(f"series.to_frame({backend!r})", backend, "frames") from None
    return {"pandas": _pandas, "polars": _polars, "pyarrow": _pyarrow}[backend](engine, columns)


def row(observation: Observation) -> dict[str, Any]:
    """Write a record as the values of a row.

    Args:
        observation: The record.

    Returns:
        A value for each of :data:`COLUMNS`; None where the record says nothing.
    """
    figure, period, sources = observation.figure, observation.period, observation.sources
    published = first_published(observation)
    record = observation.record if isinstance(observation, OwnFigure) else observation
    return {
        "record": record.id,
        "kind": type(record).__name__.lower(),
        "strand": str(Subject.of(observation)),
        "measure": observation.measure.value,
        "place": observation.place.id,
        "operator": observation.operator.id if observation.operator else None,
        "segment": ", ".join(Subject.of(observation).segments) or None,
        "basis": observation.basis.value,
        "scope": observation.scope.value,
        "perimeter": observation.perimeter.value if observation.perimeter else None,
        "period": str(period) if period else None,
        "start": period.first_day if period else None,
        "end": period.last_day if period else None,
        "year": period.year if period else None,
        "value": _number(figure.value),
        "lower": _number(figure.lower),
        "upper": _number(figure.upper),
        "unit": figure.unit,
        "qualifier": figure.qualifier.value,
        "as_printed": figure.as_printed,
        "nature": observation.nature.value,
        "confidence": observation.confidence.value if observation.confidence else None,
        "standing": standing(observation).value,
        "stated_by": observation.stated_by.id if observation.stated_by else None,
        "said_by": observation.said_by,
        "first_published": str(published) if published else None,
        "origins": len(origins([observation])),
        "source": ", ".join(source.id for source in sources),
        "publisher": "; ".join(dict.fromkeys(source.publisher for source in sources)),
        "publisher_kind": "; ".join(dict.fromkeys(source.kind.value for source in sources)),
    }


def _number(number: Decimal | None) -> float | None:
    """The one place where a series turns an exact number into a float."""
    return None if number is None else float(number)


def _pandas(pandas: Any, columns: dict[str, list[Any]]) -> Any:
    types = {"text": "string", "whole": "Int64", "number": "float64", "date": "datetime64[s]"}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=types[COLUMNS[name]]) for name, values in columns.items()}
    )


def _polars(polars: Any, columns: dict[str, list[Any]]) -> Any:
    types = {"text": polars.String, "whole": polars.Int64, "number": polars.Float64, "date": polars.Date}
    return polars.DataFrame(columns, schema={name: types[kind] for name, kind in COLUMNS.items()})


def _pyarrow(pyarrow: Any, columns: dict[str, list[Any]]) -> Any:
    types = {
        "text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64(), "date": pyarrow.date32(),
    }  # fmt: skip
    schema = pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    return pyarrow.table(columns, schema=schema)
