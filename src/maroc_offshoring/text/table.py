"""A draft as a table of text, as a person reads it."""

from __future__ import annotations

from maroc_offshoring.text.cleaning import clean
from maroc_offshoring.text.drafts import Draft, DraftField, DraftRecord

_COLUMNS = ("kind", "measure", "figure", "basis", "places", "party", "due", "doubts")
_WIDTHS = (11, 14, 26, 11, 24, 24, 18, 40)
_MARKS = {"high": "", "medium": "?", "low": "??"}


def table(draft: Draft) -> str:
    """Write a draft as a table: a row for each figure; `?` marks what is doubtful, `??` what was taken over.

    Args:
        draft: The draft.

    Returns:
        The text, without a line end at its end.
    """
    rows = [_COLUMNS, *(row for record in draft for row in _rows(record))]
    widths = [min(limit, max(len(row[i]) for row in rows)) for i, limit in enumerate(_WIDTHS)]
    lines = ["  ".join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    count = len(draft)
    head = f"{count} draft{'' if count == 1 else 's'} of {draft.source.id}"
    left = len(draft.unplaced)
    tail = [f"{left} figure{'' if left == 1 else 's'} left aside"] if left else []
    return "\n".join([head, *(lines if draft.drafts else ()), *tail])


def _rows(record: DraftRecord) -> list[tuple[str, ...]]:
    places = record.get("places") or record.get("place")
    party = record.get("made_by") or record.get("set_by") or record.get("operator")
    told = [f"restates {record.restates}"] if record.restates else []
    doubts = "; ".join((*told, *record.doubts))
    rows = []
    for figure in record.figures:
        due = figure.due or record.get("period")
        cells = (figure.measure, figure.figure, figure.basis, places, party, due)
        rows.append((record.kind, *map(_cell, cells), doubts))
    return rows


def _cell(field: DraftField | None) -> str:
    if field is None:
        return ""
    text = " ".join(clean(str(field)).split())
    return f"{text}{_MARKS[field.confidence.value]}"


def _fitted(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"
