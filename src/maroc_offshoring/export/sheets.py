"""The record as sheets for people: a row per record or per figure, with names instead of ids and a column per unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen, resolve_types

from maroc_offshoring import units
from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.export.layout import is_part, meanings, ordered, without_none
from maroc_offshoring.export.lines import CountedLine, counted
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Citation, Commitment, Outline, Pledge, Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term


@frozen
class Link:
    """A text that leads to an address.

    Args:
        text: The text.
        url: The address.
    """

    text: str
    url: str


Cell = str | int | Decimal | dt.date | Link | None


@frozen
class Heading:
    """The head of a column.

    Args:
        text: What stands there, with the unit of a column of figures.
        meaning: What the column says, in a sentence.
    """

    text: str
    meaning: str


@frozen
class Sheet:
    """A sheet.

    Args:
        name: Its name.
        headings: The head of each column.
        rows: The rows, a cell per column.
    """

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


@frozen
class _Column:
    """One or several columns that a field becomes: their heads, and their cells for each thing."""

    headings: tuple[Heading, ...]
    cells: Callable[[Any], tuple[Cell, ...]]


_OWN_ROWS: dict[str, tuple[str, str]] = {
    "commitments": ("pledges", "commitments"),
    "sites": ("history", "site figures"),
    "operators": ("presences", "presences"),
}
"""The lists whose items have a row each, and the sheet where these stand; promises have one for both."""

_NO_SUM = " Do not add these up: sums of `counted lines` count nothing twice."
_UNITS = {"area_km2": "area (km²)", "latitude": "latitude (°)", "longitude": "longitude (°)"}

_FIRST = ("commitments", "targets", "observations", "operators", "sites")
"""The kinds that a reader looks for first."""


def sheets(dataset: Dataset, language: str = "en") -> tuple[Sheet, ...]:
    """Lay out a dataset as sheets.

    Args:
        dataset: The dataset.
        language: The language of names and words: `fr`, `en` or `ar`. Headings are the names of the fields.

    Returns:
        What the totals of promises count, which may be summed; a sheet per kind that has records, the promises with a
        row per pledge; and those of the figures of sites and of the presences of companies.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export.sheets import sheets
        >>> promises = next(sheet for sheet in sheets(mo.load()) if sheet.name == "commitments")
        >>> [heading.text for heading in promises.headings if heading.text.startswith("value")][:3]
        ['value (EUR)', 'value (MAD)', 'value (companies)']
    """
    lines = tuple(counted(dataset))
    found = [_sheet("counted lines", lines, "", language)] if lines else []
    for kind in (*_FIRST, *(kind for kind in KINDS if kind not in _FIRST)):
        records = tuple(dataset.records(kind))
        if not records:
            continue
        part, name = _OWN_ROWS.get(kind, ("", kind))
        if name == kind:
            found.append(_sheet(kind.replace("_", " "), records, part, language))
        else:
            found += [_sheet(kind, records, "", language), _sheet(name, records, part, language, only=("id", "name"))]
    return tuple(found)


def _sheet(name: str, records: Sequence[Any], part: str, language: str, only: Sequence[str] = ()) -> Sheet:
    """Make a sheet with a row per record, or per item of one of the lists in it."""
    pairs: list[tuple[Any, Any]] = []
    for record in records:
        items = getattr(record, part) if part else ()
        pairs += [(record, item) for item in items] or ([] if only else [(record, None)])
    columns = _columns(type(records[0]), [record for record, _ in pairs], language, only)
    rows = [sum((column.cells(record) for column in columns), ()) for record, _ in pairs]
    headings = sum((column.headings for column in columns), ())
    if part:
        items = [item for _, item in pairs]
        cls = type(next(item for item in items if item is not None)) if any(items) else None
        inner = _columns(cls, items, language, ()) if cls else []
        rows = [row + sum((one.cells(item) for one in inner), ()) for row, item in zip(rows, items, strict=True)]
        taken = {heading.text for heading in headings}
        for one in inner:
            headings += tuple(
                Heading(f"{part} {head.text}" if head.text in taken else head.text, head.meaning)
                for head in one.headings
            )
    return Sheet(name, headings, tuple(rows))


def _columns(cls: type, things: Sequence[Any], language: str, only: Sequence[str]) -> list[_Column]:
    """The columns of the fields of a class."""
    resolve_types(cls)
    told = meanings(cls)
    found: list[_Column] = []
    own_rows, _ = _OWN_ROWS.get(next((kind for kind, one in KINDS.items() if one is cls), ""), ("", ""))
    for field in ordered(cls):
        if field.name == own_rows or (only and field.name not in only) or (cls, field.name) in _NOT_SHOWN:
            continue
        value, _ = without_none(field.type)
        make = _figures if value is Figure else _citations if field.name == "citations" else _plain
        found.append(make(field.name, told.get(field.name, ""), things, language))
    if cls is Commitment:
        found.append(_plain("status", "What is last known of the promise.", things, language))
    if cls is CountedLine:
        found.append(
            _Column((Heading("commitment id", "Its row in `commitments`."),), lambda line: (line.commitment.id,))
        )
    return found


_NOT_SHOWN = {(CountedLine, "lower"), (CountedLine, "upper")}  # which have no unit of their own


def _plain(name: str, meaning: str, _things: Sequence[Any], language: str) -> _Column:
    head = Heading(_UNITS.get(name, name.replace("_", " ")), meaning)
    return _Column((head,), lambda thing: (_cell(getattr(thing, name, None), language),))


def _cell(value: Any, language: str) -> Cell:
    match value:
        case None | int() | Decimal() | Link():
            return value
        case Term():
            return value.label(language)
        case Name():
            return value.label(language)
        case Record() | Source():
            return _called(value, language)
        case PartialDate() if value.day:
            return value.first_day
        case Period() if value.start and value.start == value.end and value.start.day:
            return value.start.first_day
        case Outline():
            return f"{value.count}: {'; '.join(value.named)}" if value.named else str(value.count)
        case Citation():
            return str(value.source)
        case tuple():
            return "; ".join(str(_cell(item, language)) for item in value) or None
        case str() if value.startswith(("http://", "https://")):
            return Link(value, value)
        case _ if is_part(type(value)) and not isinstance(value, (Figure, PartialDate, Period)):
            own = [
                _cell(getattr(value, field.name), language)
                for field in ordered(type(value))
                if field.name != "citations"
            ]
            return " ".join(str(cell) for cell in own if cell is not None)
        case _:
            return str(value)


def _called(record: Record | Source, language: str) -> str:
    name = getattr(record, "name", None)
    return name.label(language) if isinstance(name, Name) else str(record)


def _citations(_name: str, meaning: str, _things: Sequence[Any], _language: str) -> _Column:
    heads = (Heading("source", meaning), Heading("further sources", "The other sources that it rests on."))

    def cells(thing: Any) -> tuple[Cell, ...]:
        cited: Iterable[Citation] = getattr(thing, "citations", ())
        sources = list(dict.fromkeys(citation.source for citation in cited))
        if not sources:
            return None, None
        first, *others = sources
        shown = Link(str(first), first.url) if first.url else str(first)
        return shown, "; ".join(map(str, others)) or None

    return _Column(heads, cells)


def _figures(name: str, meaning: str, things: Sequence[Any], language: str) -> _Column:
    """The columns of a figure: how firm it is, and for each unit its value and the ends of ranges, as far as used."""
    prefix = "" if name == "figure" else f"{name} "
    warned = _NO_SUM if any(isinstance(thing, Pledge) for thing in things) else ""
    figures = [figure for thing in things if (figure := getattr(thing, name, None)) is not None]
    parts = [
        (part, unit)
        for part in ("value", "low", "high")
        for unit in sorted({figure.unit for figure in figures if getattr(figure, part) is not None})
    ]
    heads = (
        Heading(f"{prefix}qualifier", "How firmly the figure is stated."),
        *(
            Heading(f"{prefix}{part} ({units.label(unit, language)})", _OF[part] + meaning + warned)
            for part, unit in parts
        ),
        Heading(f"{prefix}as printed", "The words of the source that give the figure."),
    )

    def cells(thing: Any) -> tuple[Cell, ...]:
        figure: Figure | None = getattr(thing, name, None)
        if figure is None:
            return (None,) * len(heads)
        numbers = [getattr(figure, part) if figure.unit == unit else None for part, unit in parts]
        return figure.qualifier.label(language), *numbers, figure.as_printed

    return _Column(heads, cells)


_OF = {"value": "", "low": "The lower end, where a range or a floor is stated. ", "high": "The upper end of a range. "}
