"""Collections of records and results of a search: a row for each record, with what one looks for in its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maroc_offshoring.dataset import Collection
from maroc_offshoring.dataset.search import Match
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Piece, Row, Table, View, cell, joined
from maroc_offshoring.display.writing import called, held, kind_named, record, thing
from maroc_offshoring.model import Commitment, Source
from maroc_offshoring.model.kinds import KINDS

_COLUMNS = {
    "sources": ("title", "publisher", "published", "kind"),
    "countries": ("name", "code"),
    "regions": ("name", "capital", "population_2024"),
    "former_regions": ("name", "code", "successors"),
    "cities": ("name", "parent", "population_2024"),
    "institutions": ("name", "acronym", "kind", "region"),
    "sites": ("name", "parent", "kind", "status", "opened"),
    "operators": ("name", "home_country", "segments", "succeeded_by"),
    "plans": ("name", "period"),
    "agreements": ("title", "kind", "signed_on", "parties"),
    "commitments": ("title", "figure", "made_by", "places", "announced_on", "due", "status"),
    "targets": ("measure", "figure", "place", "due", "set_by"),
    "observations": ("measure", "figure", "place", "period", "basis", "nature"),
    "events": ("title", "starts_on", "place"),
    "incentives": ("rule", "kind", "in_force_from", "in_force_to"),
    "statements": ("summary", "said_by", "said_on"),
}
"""What is shown of the records of a kind; the id, by which they are looked up, stands last."""

_NUMBERS = ("figure", "population_2024")

_FOUND = Sentence("trouvé", "found", "ما وُجد")
_AS = Sentence("sous", "as", "بصيغة")
_SCORE = Sentence("proximité", "how well", "درجة التطابق")
_COUNTED = Sentence("{n} {kinds}", "{n} {kinds}", "{kinds} ({n})")


def view(shown: Collection[Any] | Match, reader: Reader) -> View:
    """Make the view of a collection or a match.

    Args:
        shown: The collection or the match.
        reader: Who reads.

    Returns:
        The view.
    """
    if isinstance(shown, Match):
        return _of_matches([shown], reader)
    return _of_records(shown.kind, tuple(shown), reader)


def view_of_list(shown: Sequence[Any], reader: Reader) -> View:
    """Make the view of a list of records or of matches.

    Args:
        shown: The list; not empty.
        reader: Who reads.

    Returns:
        The view. Records of several kinds are listed by what they are called.
    """
    if all(isinstance(one, Match) for one in shown):
        return _of_matches(shown, reader)
    found = [one.record if isinstance(one, Match) else one for one in shown]
    kinds = [kind for kind, cls in KINDS.items() if all(isinstance(one, cls) for one in found)]
    return _of_records(kinds[0], found, reader) if kinds else _of_kinds(found, reader)


def _of_records(kind: str, records: Sequence[Any], reader: Reader) -> View:
    names = _COLUMNS[kind]
    columns = [Column(reader.say(words.FIELDS[name]), is_number=name in _NUMBERS) for name in names]
    columns.append(Column(reader.say(words.FIELDS["id"]), is_code=True))
    rows = [
        Row((*(_field(one, name, reader) for name in names), cell(Piece(one.id, "code"))))
        for one in reader.few(records)
    ]
    kinds = reader.say(words.KIND[kind] if len(records) == 1 else words.KINDS[kind])
    title = reader.say(_COUNTED, n=len(records), kinds=kinds)
    table = Table(caption=title, columns=tuple(columns), rows=tuple(rows), more=reader.rest(records))
    return View(language=reader.language, title=cell(title), blocks=(table,) if records else ())


def _of_kinds(records: Sequence[Any], reader: Reader) -> View:
    title = reader.say(_COUNTED, n=len(records), kinds=reader.say(words.RECORDS))
    columns = (Column(reader.say(words.RECORD)), Column(reader.say(words.FIELDS["kind"])))
    rows = [Row((record(one, reader), cell(kind_named(one, words.KIND, reader)))) for one in reader.few(records)]
    table = Table(caption=title, columns=columns, rows=tuple(rows), more=reader.rest(records))
    return View(language=reader.language, title=cell(title), blocks=(table,))


def _of_matches(matches: Sequence[Match], reader: Reader) -> View:
    columns = (
        Column(reader.say(words.RECORD)),
        Column(reader.say(words.FIELDS["kind"])),
        Column(reader.say(_AS)),
        Column(reader.say(_SCORE), is_number=True),
    )
    rows = [
        Row((
            record(match.record, reader),
            cell(reader.say(words.KIND[match.kind])),
            cell(match.matched),
            cell(Piece(f"{round(match.score * 100)}\u00a0%", "figure")),
        ))
        for match in reader.few(matches)
    ]  # fmt: skip
    title = f"{reader.say(_FOUND)} ({len(matches)})"
    table = Table(caption=title, columns=columns, rows=tuple(rows), more=reader.rest(matches))
    return View(language=reader.language, title=cell(title), blocks=(table,))


def _field(one: Any, name: str, reader: Reader) -> Cell:
    """Write a field of a record as a list has room for it."""
    match name:
        case "title" if isinstance(one, Source):
            return cell(Piece(one.title or one.url or one.id, url=one.url))
        case "title" | "name" | "rule" | "summary":
            return cell(called(one, reader))
        case "figure" | "due" if isinstance(one, Commitment):
            found = dict.fromkeys(thing(getattr(pledge, name), reader) for pledge in one.pledges)
            return joined(found, "; ")
        case _:
            return held(one, name, reader)
