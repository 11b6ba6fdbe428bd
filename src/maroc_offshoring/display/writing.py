"""How things are written in a cell: figures, names, dates, words of closed lists, records and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from maroc_offshoring import units
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import Sentence, in_language, when
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Lines, Piece, cell, joined
from maroc_offshoring.figures import Figure, Step
from maroc_offshoring.figures.writing import figure_in, number_in
from maroc_offshoring.model import Outline, Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Qualifier, Segment, Term

_SIGNS = {Qualifier.AT_LEAST: "≥", Qualifier.AT_MOST: "≤", Qualifier.ABOUT: "≈"}


def written(figure: Figure, reader: Reader) -> Cell:
    """Write a figure: a sign for how firmly it is stated where there is one, else the words.

    Args:
        figure: The figure.
        reader: Who reads. In Arabic, where a sign would be mirrored, it is always the words.

    Returns:
        The cell; each sign says what it stands for.
    """
    known = _simple(figure)
    if known is None or reader.language == "ar":
        return cell(Piece(figure_in(figure, reader.language), "figure"))
    qualifier, number = known
    text = f"{number_in(number, reader.language)}\u00a0{units.label(figure.unit, reader.language)}"
    if qualifier is Qualifier.EXACT:
        return cell(Piece(text, "figure"))
    sign = Piece(_SIGNS[qualifier], explained=qualifier.label(reader.language))
    return cell(sign, Piece(f"\u00a0{text}", "figure"))


def _simple(figure: Figure) -> tuple[Qualifier, Decimal] | None:
    """The one sign and number that say all that is known of a figure; None where it takes words."""
    bounds = (figure.low, figure.high)
    match figure.qualifier, figure.value, bounds:
        case (Qualifier.EXACT | Qualifier.AT_LEAST | Qualifier.ABOUT) as qualifier, Decimal() as value, (None, None):
            return qualifier, value
        case Qualifier.AT_MOST, Decimal() as value, _ if not figure.low:
            return Qualifier.AT_MOST, value
        case Qualifier.RANGE, value, (Decimal() as low, None) if value in (None, low):
            return Qualifier.AT_LEAST, low
        case Qualifier.RANGE, None, (None, Decimal() as high):
            return Qualifier.AT_MOST, high
        case _:
            return None


def sums(figures: Sequence[Figure], reader: Reader) -> Cell:
    """Write the figures of a sum, one per currency.

    Args:
        figures: The figures.
        reader: Who reads.

    Returns:
        The cell; a dash where there is none.
    """
    return joined((written(figure, reader) for figure in figures), " + ") or cell(Piece("—", "faint"))


def dated(date: Period | PartialDate | None, reader: Reader) -> Cell:
    """Write a date or a period so that no line breaks in it.

    Args:
        date: The date; None where none is stated.
        reader: Who reads.

    Returns:
        The cell.
    """
    return cell(Piece(when(date).label(reader.language), "figure"))


def record(thing: Any, reader: Reader) -> Cell:
    """Write a record: its name or title, and the id by which it is looked up.

    Args:
        thing: A record or a source.
        reader: Who reads.

    Returns:
        The cell.
    """
    name = called(thing, reader)
    code = Piece(thing.id, "code")
    return cell(code) if name == thing.id else cell(name, " ", code)


def kind_named(thing: Any, names: Mapping[str, Sentence], reader: Reader) -> str:
    """Say what kind of record something is.

    Args:
        thing: A record or a source; one of a class derived from ours is of the kind of ours.
        names: The names of the kinds.
        reader: Who reads.

    Returns:
        The name of the kind.
    """
    kind = next((kind for kind, cls in KINDS.items() if isinstance(thing, cls)), None)
    return reader.say(words.RECORD if kind is None else names[kind])


def called(thing: Any, reader: Reader) -> str:
    """Say what a record is called.

    Args:
        thing: A record or a source.
        reader: Who reads.

    Returns:
        Its name in the language of the reader, its title, or its id.
    """
    return in_language(thing, reader.language)


def thing(value: object, reader: Reader) -> Cell:
    """Write any value of a field.

    Args:
        value: The value.
        reader: Who reads.

    Returns:
        The cell; empty for None and for an empty list.
    """
    match value:
        case None | () | "":
            return ()
        case Figure():
            return written(value, reader)
        case Segment():
            return cell(Piece(value.value, explained=value.label(reader.language)))
        case Term() | Sentence() | Name():
            return cell(value.label(reader.language))
        case Period() | PartialDate():
            return dated(value, reader)
        case bool():
            return cell("✓" if value else "✗")
        case Decimal():
            return cell(Piece(number_in(value, reader.language), "figure"))
        case tuple():
            return joined((thing(each, reader) for each in value), reader.comma)
        case Record() | Source():
            return cell(called(value, reader))
        case Outline():
            named = thing(value.named, reader)
            return cell(str(value.count), " (", *named, ")") if named else cell(str(value.count))
        case _:
            return cell(str(value))


def held(one: Any, name: str, reader: Reader) -> Cell:
    """Write a field of a record or of a part of it.

    Args:
        one: The record or the part.
        name: The name of the field.
        reader: Who reads.

    Returns:
        The cell.
    """
    value = getattr(one, name, None)
    if name in ("url", "seen_at") and value is not None:
        return cell(Piece(value, url=value))
    if name.startswith("population_") and isinstance(value, int):
        value = Decimal(value)  # a count of people, unlike a year or a number in a register
    return thing(value, reader)


def key(value: object, reader: Reader) -> Cell:
    """Write the key of a part of a breakdown.

    Args:
        value: The key: a thing, several together, a tuple where there are several keys, or what is not stated.
        reader: Who reads.

    Returns:
        The cell.
    """
    from maroc_offshoring.totals import NOT_STATED, Several

    if value is NOT_STATED:
        return cell(Piece(reader.say(words.NOT_STATED), "faint"))
    if isinstance(value, Several):
        return joined((key(each, reader) for each in value.things), reader.comma)
    return thing(value, reader) or cell("—")


def prices(used: Iterable[str], steps: Iterable[Step], reader: Reader) -> list[str]:
    """Say at which prices money is stated, and by the rates of which years it was converted.

    Args:
        used: The units of the figures.
        steps: What was done to them.
        reader: Who reads.

    Returns:
        The sentences; none where it is no money.
    """
    parts = [units.parts(unit) for unit in sorted(set(used))]
    money = [part for part in parts if part.currency]
    said = [reader.say(words.CONSTANT, year=year) for year in sorted({part.year for part in money if part.year})]
    said += [reader.say(words.CURRENT)] if any(part.year is None for part in money) else []
    years = sorted({step.year for step in steps if step.action == "convert" and step.year is not None})
    if years:
        shown = ", ".join(map(str, years)) if len(years) <= 3 else f"{years[0]}–{years[-1]}"
        said.append(reader.say(words.AT_RATE, years=shown))
    return said


def source(cited: Any, reader: Reader) -> Cell:
    """Write a source: who published it and when, and its title, which leads there.

    Args:
        cited: The source.
        reader: Who reads.

    Returns:
        The cell; an address that is no web address stands there as text.
    """
    title = cited.title or cited.url or cited.id
    said = joined(
        (cell(cited.publisher), cell(Piece(title, url=cited.url)), dated(cited.published, reader)), reader.comma
    )
    if cited.url is None or cited.url.lower().startswith(("http://", "https://")):
        return said
    return (*said, Piece(" "), Piece(cited.url, "code"))


def sources(cited: Sequence[Any], reader: Reader, *, is_folded: bool = True) -> tuple[Lines, ...]:
    """List sources.

    Args:
        cited: The sources.
        reader: Who reads.
        is_folded: Whether a reader opens the list.

    Returns:
        One list; none where nothing is cited.
    """
    if not cited:
        return ()
    return (
        Lines(
            caption=f"{reader.say(words.SOURCES)} ({len(cited)})",
            items=tuple(source(each, reader) for each in reader.few(cited)),
            more=reader.rest(cited),
            is_folded=is_folded,
        ),
    )


def about(*said: str | Cell) -> tuple[Cell, ...]:
    """Put what a reader must know first on one line.

    Args:
        said: Words or cells; empty ones are left out.

    Returns:
        One cell; none where nothing is said.
    """
    found = joined((cell(each) if isinstance(each, str) else each for each in said if each), " · ")
    return (found,) if found else ()
