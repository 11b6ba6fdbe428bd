"""One record: all its fields by name, what is listed in it as tables, and the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import fields, has

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Piece, Row, Table, View, cell, joined, written_out
from maroc_offshoring.display.writing import about, called, held, kind_named, prices, record, source, thing, written
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Observation, Record, Source, Target
from maroc_offshoring.names import Name

_TITLES = ("name", "title", "id", "citations", "rule", "summary")
"""What stands elsewhere than among the facts: in the title, or in a table of its own."""

_IN_FRENCH = Sentence("en français", "in French", "بالفرنسية")
_IN_ENGLISH = Sentence("en anglais", "in English", "بالإنجليزية")
_IN_ARABIC = Sentence("en arabe", "in Arabic", "بالعربية")
_IN_AMAZIGH = Sentence("en amazighe", "in Amazigh", "بالأمازيغية")
_LANGUAGES = {"fr": _IN_FRENCH, "en": _IN_ENGLISH, "ar": _IN_ARABIC, "zgh": _IN_AMAZIGH}

_SHOWN_AT_ONCE = 3  # more sources than these are folded away


def view(shown: Record | Source, reader: Reader) -> View:
    """Make the view of a record or a source.

    Args:
        shown: The record.
        reader: Who reads.

    Returns:
        The view. What the record leaves open is not shown.
    """
    kind = kind_named(shown, words.KIND, reader)
    facts = tuple(_facts(shown, reader))
    title = _title(shown, reader)
    found = [Table(caption=written_out(title), rows=facts)] if facts else []
    return View(
        language=reader.language,
        title=title,
        about=about(kind, *prices(_units(shown), (), reader)),
        blocks=(*found, *_listed(shown, reader), *_cited(shown, reader)),
    )


def _title(shown: Record | Source, reader: Reader) -> Cell:
    """What the record is called; where it has no name, what it states."""
    if not isinstance(shown, (Observation, Target)) or getattr(shown, "title", None):
        return record(shown, reader)
    said = (thing(shown.measure, reader), thing(shown.place, reader), written(shown.figure, reader))
    return (*joined(said, reader.comma), Piece(" "), Piece(shown.id, "code"))


def _units(shown: Record | Source) -> Iterator[str]:
    """The units of the figures in a record and in what is listed in it."""
    for name in _names(shown):
        value = getattr(shown, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Figure):
                yield part.unit
            elif has(type(part)) and not isinstance(part, (Record, Source)):
                yield from (each.unit for at in _names(part) if isinstance(each := getattr(part, at), Figure))


def _names(shown: Any) -> list[str]:
    return [attribute.name for attribute in fields(type(shown)) if not attribute.name.startswith("_")]


def _is_listed(value: object) -> bool:
    """Whether a value is a list of parts with fields of their own, such as pledges, for which there is a table."""
    parts = value if isinstance(value, tuple) else ()
    return any(has(type(part)) and not isinstance(part, (Record, Source)) for part in parts)


def _facts(shown: Record | Source, reader: Reader) -> Iterator[Row]:
    for said, other in _other_names(shown, reader):
        yield Row((cell(reader.say(said)), other))
    for name in _order(shown):
        value = getattr(shown, name)
        if name in _TITLES or value is None or value == () or _is_listed(value):
            continue
        yield Row((cell(reader.say(words.field_name(name))), _fact(shown, name, reader)))


def _order(shown: Record | Source) -> list[str]:
    """The fields of the kind first, then those that every record has."""
    common = [attribute.name for attribute in fields(Record)]
    own = [name for name in _names(shown) if name not in common]
    return [*own, *(name for name in _names(shown) if name in common)]


def _fact(shown: Record | Source, name: str, reader: Reader) -> Cell:
    """Write a field; of the records that it refers to, the ids too, by which one looks them up."""
    value = getattr(shown, name)
    linked = value if isinstance(value, tuple) else (value,)
    if all(isinstance(each, (Record, Source)) for each in linked):
        return joined((record(each, reader) for each in linked), reader.comma)
    return held(shown, name, reader)


def _other_names(shown: Record | Source, reader: Reader) -> Iterator[tuple[Sentence, Cell]]:
    name = getattr(shown, "name", None)
    if not isinstance(name, Name):
        return
    told = {None, called(shown, reader)}
    for language, said in _LANGUAGES.items():
        own = getattr(name, language)
        if own not in told:
            told.add(own)
            yield said, cell(own)
    if name.aliases:
        yield words.FIELDS["aliases"], thing(name.aliases, reader)


def _listed(shown: Record | Source, reader: Reader) -> Iterator[Table]:
    for name in _order(shown):
        value = getattr(shown, name)
        if name != "citations" and _is_listed(value):
            yield _table(reader.say(words.field_name(name)), value, reader)


def _table(caption: str, parts: Sequence[Any], reader: Reader) -> Table:
    """Write a list of parts as a table, with a column for each field that some of them have."""
    names = [
        name
        for name in dict.fromkeys(name for part in parts for name in _names(part))
        if any(getattr(part, name, None) not in (None, ()) for part in parts)
    ]
    columns = [
        Column(
            reader.say(words.SOURCES if name == "citations" else words.field_name(name)),
            is_number=any(isinstance(getattr(part, name, None), Figure) for part in parts),
        )
        for name in names
    ]
    rows = [Row(tuple(_part(part, name, reader) for name in names)) for part in reader.few(parts)]
    return Table(caption=caption, columns=tuple(columns), rows=tuple(rows), more=reader.rest(parts))


def _part(part: Any, name: str, reader: Reader) -> Cell:
    if name == "citations":
        return joined((source(each.source, reader) for each in part.citations), "; ")
    return held(part, name, reader)


def _cited(shown: Record | Source, reader: Reader) -> Iterator[Table]:
    """The sources, with who is quoted there and the words that give the figure."""
    if not isinstance(shown, Record):
        return
    names = [name for name in ("said_by", "words") if any(getattr(each, name) for each in shown.citations)]
    columns = (
        Column(reader.say(words.KIND["sources"])),
        *(Column(reader.say(words.field_name(name))) for name in names),
    )
    rows = [
        Row((source(each.source, reader), *(held(each, name, reader) for name in names)))
        for each in reader.few(shown.citations)
    ]
    yield Table(
        caption=f"{reader.say(words.SOURCES)} ({len(shown.citations)})",
        columns=columns,
        rows=tuple(rows),
        more=reader.rest(shown.citations),
        is_folded=len(rows) > _SHOWN_AT_ONCE,
    )
