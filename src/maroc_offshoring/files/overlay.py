"""Laying records over others: new ones are added, and those beneath are corrected by id, never silently replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from maroc_offshoring.errors import nearest
from maroc_offshoring.files.corrections import Correction, corrected, correction
from maroc_offshoring.files.rows import CORRECTIONS, Row
from maroc_offshoring.model.kinds import singular
from maroc_offshoring.problems import Problem

_SUGGESTIONS = 50  # finding the nearest of all ids takes long


@frozen
class Layer:
    """The rows of one folder.

    Args:
        rows: Its records, and its corrections of records beneath it.
        name: What a conflict calls it; where it has no name, the file of the record.
    """

    rows: Sequence[Row]
    name: str = ""


def lay(layers: Iterable[Layer]) -> tuple[list[Row], list[Problem]]:
    """Lay each folder over those before it.

    Args:
        layers: The folders, the lowest first.

    Returns:
        The rows of all, corrected where a folder says so, and the conflicts: ids that two folders give, and corrections
        that correct nothing.
    """
    laid: dict[tuple[str, str], Row] = {}
    owners: dict[tuple[str, str], str] = {}
    twice: list[Row] = []  # left for the loader, which says what is wrong with them
    problems: list[Problem] = []
    for number, layer in enumerate(layers):
        own: dict[tuple[str, str], Row] = {}
        for row in layer.rows:
            if row.kind == CORRECTIONS:
                continue
            if row.key in laid:
                problems.append(_conflict(row, laid[row.key], owners[row.key]))
            elif own.setdefault(row.key, row) is not row:
                twice.append(row)
        for row in layer.rows:
            if row.kind == CORRECTIONS and row.sound:
                _correct(row, laid, own, problems, alone=number == 0)
        laid |= own
        owners |= {key: layer.name or row.file for key, row in own.items()}
    return [*laid.values(), *twice], problems


def _conflict(row: Row, other: Row, owner: str) -> Problem:
    message = (
        f"{row.id!r} is the id of {_a(other.kind)} in {owner}; give yours another id, "
        f"or correct that one under [[{CORRECTIONS}]]"
    )
    return row.problem(message, "id")


def _correct(
    row: Row,
    laid: dict[tuple[str, str], Row],
    own: dict[tuple[str, str], Row],
    problems: list[Problem],
    *,
    alone: bool,
) -> None:
    """Put the corrected row in the place of the row that it corrects, or report why not."""
    asked = correction(row, problems)
    if asked is None:
        return
    key = Row(asked.kind, {"id": asked.id}).key
    beneath = laid.get(key)
    if beneath is not None and beneath.kind == asked.kind:
        laid[key] = corrected(beneath, row, asked, problems)
    elif key in own:
        where = f" in {own[key].file}" if own[key].file else ""
        problems.append(row.problem(f"{asked.id!r} is a record of the same folder{where}; change it there", "id"))
    elif alone:
        message = "corrects nothing: no records lie beneath these; lay them over the reference dataset with mo.load"
        problems.append(row.problem(message))
    else:
        problems.append(row.problem(_unknown(asked, beneath, laid, len(problems)), "id"))


def _unknown(asked: Correction, beneath: Row | None, laid: dict[tuple[str, str], Row], before: int) -> str:
    if beneath is not None:
        return f"{asked.id!r} is {_a(beneath.kind)}; write kind = {beneath.kind!r}"
    ids = [row.id for row in laid.values() if row.kind == asked.kind] if before < _SUGGESTIONS else []
    near = nearest(asked.id, ids)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no {singular(asked.kind)} beneath has the id {asked.id!r}{hint}"


def _a(kind: str) -> str:
    word = singular(kind)
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
