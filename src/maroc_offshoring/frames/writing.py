"""Writing records as a table: a row for each figure and each of its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from maroc_offshoring import units
from maroc_offshoring.errors import WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.frames import engines
from maroc_offshoring.frames.columns import AND, COLUMNS
from maroc_offshoring.frames.families import Linked, linked
from maroc_offshoring.model import Commitment, Observation, Place, Record, Target
from maroc_offshoring.totals.entries import Entry, Summable, read
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.totals.narrowing import Narrowing

Row = dict[str, Any]

_TYPES = {column.name: column.type for column in COLUMNS}


def to_frame(records: Iterable[Record], backend: str = "polars", *, narrowing: Narrowing | None = None) -> Any:
    """Write records as a long table, with the columns of :data:`~maroc_offshoring.frames.COLUMNS`.

    Args:
        records: Commitments, targets or observations. A record without figures has no row.
        backend: `polars`, `pandas` (columns of Arrow), `pyarrow`, `duckdb` (a relation of the default connection) or
            `pyspark` (on the active session).
        narrowing: What the records were selected by; the collection's own method gives it.

    Returns:
        The table: numbers are 64-bit floats, exact for counts; the rows in the order of the records.

    Raises:
        MissingExtra: Where the engine is not installed.
        UnknownWord: Where there is no such engine here.
        WrongType: Where a record has no figures to write.

    Example:
        >>> import maroc_offshoring as mo
        >>> table = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").to_frame("polars")
        >>> table.filter(record="2022-04-20-phoneo", measure="jobs").select("value", "place", "place_count").rows()[0]
        (2000.0, 'tanger', 5)
    """
    engine = engines.check_engine(backend)
    known = [*{(type(record), record.id): record for record in records}.values()]
    for record in known:
        if not isinstance(record, (Commitment, Target, Observation)):
            raise WrongType("records", record, "commitments, targets or observations")
    rows = [row for one in _by_record(known, narrowing) for row in one]
    return engines.written(engine, {name: [row[name] for row in rows] for name in _TYPES}, _TYPES)


def number(value: Decimal | None) -> float | None:
    """Convert an exact number to a column's: the one place where a figure becomes a float.

    Args:
        value: The number.

    Returns:
        The nearest float.
    """
    return None if value is None else float(value)


def _by_record(records: Sequence[Any], narrowing: Narrowing | None) -> list[list[Row]]:
    """The rows of each record, in the order of the records and of their figures."""
    found: dict[tuple[str, str], dict[int, list[Row]]] = {(_kind(r), r.id): {} for r in records}
    for kind in (Commitment, Target, Observation):
        own = [record for record in records if isinstance(record, kind)]
        measures = dict.fromkeys(m for record in own for m in _measures(record))
        for measure in measures:
            entries = read(own, measure)
            links = linked(entries)
            numbers: dict[str, list[int]] = defaultdict(list)
            for record in own:
                numbers[record.id] = [place for place, m in enumerate(_measures(record), 1) if m is measure]
            for entry in entries:
                figure = numbers[entry.record.id].pop(0)
                link = links[entry.record.id]
                rows = _rows(entry, measure.value, figure, link, _is_within(entry, link, narrowing))
                found[_kind(entry.record), entry.record.id][figure] = rows
    return [[row for figure in sorted(figures) for row in figures[figure]] for figures in found.values()]


def _measures(record: Summable) -> list[Any]:
    return [pledge.measure for pledge in record.pledges] if isinstance(record, Commitment) else [record.measure]


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _is_within(entry: Entry, link: Linked, narrowing: Narrowing | None) -> list[bool]:
    """Whether each place of a figure, with all else that it is for, lies within what was asked for."""
    if narrowing is None:
        return [True] * max(len(entry.places), 1)
    line = Line.of(entry, ())
    if link.has_parts:  # what counts of it is what it states beyond its parts, which is no one operator's
        line = evolve(
            line,
            operators=line.operators if len(line.operators) == 1 else (),
            segments=line.segments if len(line.segments) == 1 else (),
        )
    shares: list[tuple[Place, ...]] = [(place,) for place in entry.places] or [()]
    return [not narrowing.why_outside(evolve(line, places=share)) for share in shares]


def _rows(entry: Entry, measure: str, number_: int, link: Linked, within: Sequence[bool]) -> list[Row]:
    row = {**dict.fromkeys(_TYPES), **_of_record(entry.record), **_of_figure(entry.stated), **link.columns}
    row |= {
        "figure": number_,
        "measure": measure,
        "basis": entry.basis,
        "operator": _together(entry.operators),
        "segment": _together(entry.segments),
        "due": None if entry.due is None else str(entry.due),
        "due_first": _day(entry.due and entry.due.first_day),
        "due_last": _day(entry.due and entry.due.last_day),
        "year": entry.year,
        "place_count": max(len(entry.places), 1),
        "places": _together(entry.places),
    }
    if not entry.places:
        return [{**row, "within": within[0]}]
    return [{**row, **_of_place(place), "within": inside} for place, inside in zip(entry.places, within, strict=True)]


def _of_figure(figure: Figure) -> Row:
    part = units.parts(figure.unit)
    return {
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "currency": part.currency,
        "price_basis": part.year,
        "qualifier": figure.qualifier.value,
        "as_printed": figure.as_printed,
    }


def _of_place(place: Place) -> Row:
    above = {"country": place.country, "region": place.region, "city": place.city}
    site = {"site": place.id if place.lineage[0] not in above.values() else None}
    return {"place": place.id, **{name: _id(other) for name, other in above.items()}, **site}


def _of_record(record: Any) -> Row:
    row: Row = {"record": record.id, "kind": _kind(record), "source": _together(record.sources)}
    if isinstance(record, Observation):
        return row | {
            "party": _id(record.operator),
            "nature": record.nature,
            "scope": record.scope,
            "perimeter": record.perimeter,
        }
    row |= {
        "title": record.title,
        "announced": None if record.announced_on is None else str(record.announced_on),
        "part_of": _id(record.part_of),
        "supersedes": _id(record.supersedes),
    }
    if isinstance(record, Commitment):
        return row | {
            "party": _together(record.made_by),
            "agreement": _id(record.agreement),
            "restates": _id(record.restates),
            "status": record.status,
        }
    return row | {
        "party": _together(record.set_by),
        "plan": _id(record.plan),
        "start": None if record.start is None else str(record.start),
        "scope": record.scope,
        "perimeter": record.perimeter,
    }


def _id(record: Any) -> str | None:
    return None if record is None else record.id


def _together(things: Iterable[Any]) -> str | None:
    """Write several things in one place, in an order of their own: those of two records are then the same text."""
    return AND.join(sorted(dict.fromkeys(str(getattr(thing, "id", thing)) for thing in things))) or None


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
