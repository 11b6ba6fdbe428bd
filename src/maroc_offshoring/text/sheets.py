"""What of a draft stands in a record file as it is, and what stands there commented out.

A record is active where all that it needs is sure, and nothing in it could make a total count a thing twice. Of an
active record the fields that are sure stand; the doubtful ones are comments.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment
from maroc_offshoring.text.drafts import Draft, DraftField, DraftFigure, DraftRecord
from maroc_offshoring.vocabulary import Confidence


class Line(NamedTuple):
    """One key of a record: its value, whether it stands as it is, and what a reader must know of it."""

    key: str
    value: Any
    sure: bool
    note: str


class Sheet(NamedTuple):
    """One record: its lines, those of each figure, whether it is active, and if not, why."""

    record: DraftRecord
    active: bool
    reasons: tuple[str, ...]
    figures: tuple[tuple[DraftFigure, bool, tuple[Line, ...]], ...]
    lines: tuple[Line, ...]


# A promise of nobody may be one that the dataset has; a measurement without a date can be compared to none.
_NEEDED = {"commitment": ("made_by",), "target": ("place",), "observation": ("place", "period")}
# Without these fields a record would say more than the text does: of all companies, all branches, no date.
_NARROWING = {"commitment": (), "target": ("segments",), "observation": ("segments", "operator")}
# What is told for the reader's eyes: the record has no such field, or another one.
_TOLD_ONLY = frozenset(("agreement",))


def sheets(draft: Draft) -> tuple[Sheet, ...]:
    """Plan the record file of a draft.

    Args:
        draft: The draft.

    Returns:
        A sheet for each record, in order.
    """
    planned = {record.id: _reasons(record) for record in draft}
    found = []
    for record in draft:
        reasons = planned[record.id]
        lines = tuple(_line(record, field, planned) for field in record.fields)
        figures = tuple((figure, *_figure(record, figure)) for figure in record.figures)
        found.append(Sheet(record, not reasons, reasons, figures, lines))
    return tuple(found)


def _reasons(record: DraftRecord) -> tuple[str, ...]:
    reasons = list(record.doubts)
    if record.kind_confidence is not Confidence.HIGH and not reasons:
        reasons.append(f"that it is {'an' if record.kind[0] in 'aeio' else 'a'} {record.kind} is not sure")
    for name in _NEEDED[record.kind]:
        field = record.get(name)
        if field is None and name == "made_by":
            reasons.append("nobody who promises it is named")
        elif name != "made_by" and (field is None or not field.is_sure):
            reasons.append(f"its {name} is not {'told' if field is None else 'sure'}")
    for name in _NARROWING[record.kind]:
        field = record.get(name)
        if field is not None and not field.is_sure:
            reasons.append(f"its {name} {'are' if name.endswith('s') else 'is'} not sure")
    if not any(_stands(record, figure) for figure in record.figures):
        figure = record.figures[0]
        doubtful = [one for one in figure.fields if not one.is_sure and (one.name != "due" or figure.figure is None)]
        names = [
            one.name for one in doubtful if one.name in ("measure", "figure", "due") or record.kind == "observation"
        ]
        reasons.append(f"its {' and its '.join(names) or 'figure'} {'are' if len(names) > 1 else 'is'} not sure")
    told = record.get("restates")
    if told is not None and not (record.kind == "commitment" and told.is_sure):
        sure = "has" if told.is_sure else "may have"
        reasons.append(f"the dataset {sure} it already: {told} ({told.why})")
    whole = record.get("part_of")
    if whole is not None and not whole.is_sure and record.kind != "observation":
        reasons.append(f"it may be a part of {whole}, and would be counted beside it")
    return tuple(dict.fromkeys(reasons))


def _stands(record: DraftRecord, figure: DraftFigure) -> bool:
    if not figure.measure.is_sure:
        return False
    if figure.figure is None:
        return figure.due is not None and figure.due.is_sure
    basis = figure.basis
    return figure.figure.is_sure and (record.kind != "observation" or (basis is not None and basis.is_sure))


def _line(record: DraftRecord, field: DraftField, planned: dict[str, tuple[str, ...]]) -> Line:
    sure = (
        field.is_sure
        and field.name not in _TOLD_ONLY
        and not (field.name == "part_of" and record.kind == "observation")
    )
    note = _note(field)
    if field.name == "part_of" and planned.get(str(field)):
        sure, note = False, "the record that it is a part of is commented out"
    if field.name == "restates" and record.kind != "commitment":
        sure = False
    if field.name == "made_by" and isinstance(field.value, tuple) and not field.value:
        sure = False
    return Line(field.name, field.value, sure, note)


def _figure(record: DraftRecord, figure: DraftFigure) -> tuple[bool, tuple[Line, ...]]:
    lines = tuple(Line(field.name, field.value, field.is_sure, _note(field)) for field in figure.fields)
    return _stands(record, figure), lines


def _note(field: DraftField) -> str:
    parts = [field.confidence.value]
    if field.words:
        parts[0] += f', "{field.words}"'
    if field.unsettled:
        for name in field.unsettled:
            candidates = getattr(name, "candidates", None)
            if candidates is None:
                parts.append(f"{name.name} is not in the dataset: see the operator proposed below")
            else:
                parts.append(
                    f"{name.name} may mean {', '.join(candidates[:6]) or 'someone that the dataset does not have'}"
                )
    if field.why:
        parts.append(field.why)
    return "; ".join(parts)


def is_launch(figure: DraftFigure) -> bool:
    """Say whether a figure is a start without a number, which a record holds as a milestone.

    Args:
        figure: The figure.

    Returns:
        True for a launch.
    """
    return figure.measure.value is Measure.LAUNCH


def original(field: DraftField) -> Commitment | None:
    """Return the commitment that a field names, for a promise told again.

    Args:
        field: The field `restates`.

    Returns:
        The commitment, or None where it is another record.
    """
    return field.value if isinstance(field.value, Commitment) else None
