"""A draft: the records read out of an article, with what of each is doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Piece, Row, Table, View, cell
from maroc_offshoring.display.writing import about, source, thing, written
from maroc_offshoring.text import Draft, DraftField, DraftFigure, DraftRecord
from maroc_offshoring.vocabulary import Confidence

_TITLE = Sentence("{n} fiches ébauchées, à vérifier", "{n} drafted records, to be checked", "{n} من المسودات للتحقق")
_MARKS = Sentence(
    "?\u00a0: une autre lecture est possible\u00a0; ??\u00a0: repris d'ailleurs dans le texte",
    "?: another reading is possible; ??: taken over from elsewhere in the text",
    "?: قراءة أخرى ممكنة؛ ??: مأخوذ من موضع آخر في النص",
)
_SIGNS = {Confidence.HIGH: "", Confidence.MEDIUM: "?", Confidence.LOW: "??"}
_KINDS = {"commitment": "commitments", "target": "targets", "observation": "observations"}
_DOUBTS = Sentence("doutes", "doubts", "شكوك")
_ASIDE = Sentence("chiffres laissés de côté", "figures left aside", "أرقام متروكة")
_WHY = Sentence("raison", "why", "السبب")


def view(draft: Draft, reader: Reader) -> View:
    """Make the view of a draft.

    Args:
        draft: The draft.
        reader: Who reads.

    Returns:
        The view.
    """
    heads = [words.FIELDS[name] for name in ("kind", "measure", "figure", "basis", "places", "made_by", "due")]
    columns = [Column(reader.say(head), is_number=head is words.FIELDS["figure"]) for head in (*heads, _DOUBTS)]
    found = [(record, figure) for record in draft for figure in record.figures]
    title = reader.say(_TITLE, n=len(draft))
    drafts = Table(
        caption=title,
        columns=tuple(columns),
        rows=tuple(Row(tuple(_row(record, figure, reader))) for record, figure in reader.few(found)),
        more=reader.rest(found),
    )
    aside = Table(
        caption=f"{reader.say(_ASIDE)} ({len(draft.unplaced)})",
        columns=(Column(reader.say(words.FIELDS["figure"])), Column(reader.say(_WHY))),
        rows=tuple(Row((written(left.figure, reader), cell(left.why))) for left in reader.few(draft.unplaced)),
        more=reader.rest(draft.unplaced),
        is_folded=True,
    )
    return View(
        language=reader.language,
        title=cell(title),
        about=(*about(source(draft.source, reader)), *about(reader.say(_MARKS))),
        blocks=(*([drafts] if found else []), *([aside] if draft.unplaced else [])),
    )


def _row(record: DraftRecord, figure: DraftFigure, reader: Reader) -> Iterator[Cell]:
    yield cell(reader.say(words.KIND[_KINDS[record.kind]]))
    places = record.get("places") or record.get("place")
    party = record.get("made_by") or record.get("set_by") or record.get("operator")
    due = figure.due or record.get("period")
    for field in (figure.measure, figure.figure, figure.basis, places, party, due):
        yield _field(field, reader)
    yield cell("; ".join(record.doubts))


def _field(field: DraftField | None, reader: Reader) -> Cell:
    if field is None:
        return ()
    sign = _SIGNS[field.confidence]
    return (*thing(field.value, reader), *(cell(Piece(sign, explained=field.why)) if sign else ()))
