"""A total or a breakdown as plain data, in the shape that `docs/command-line.md` describes."""

from __future__ import annotations

from typing import Any

from maroc_offshoring.cli.plain_data import figure_data, reference, sources_data
from maroc_offshoring.model import Record, Source
from maroc_offshoring.totals import NOT_STATED, Breakdown, LeftOut, Line, Several, Total


def total_data(total: Total, parts: Breakdown | None, *, explained: bool) -> dict[str, Any]:
    """Write a total as plain data.

    Args:
        total: The total.
        parts: The same taken apart; None where nobody asked for that.
        explained: Whether its working is added.

    Returns:
        The sums, the parts, what was counted, what was left out and why, and the sources.
    """
    found: dict[str, Any] = {
        "measure": total.measure.value,
        "basis": None if total.basis is None else total.basis.value,
        "figures": [figure_data(figure) for figure in total.figures],
        "by": None if parts is None else [str(key) for key in parts.by],
        "parts": None if parts is None else [_part(key, part, parts.by) for key, part in parts.items()],
        "counted": [_line(line) for line in total.counted],
        "left_out": [_left_out(out) for out in total.left_out],
        "sources": sources_data(total.sources),
    }
    if explained:
        found["derivation"] = (total if parts is None else parts).explain("data")
    return found


def _part(key: object, part: Total, by: tuple[Any, ...]) -> dict[str, Any]:
    keys = key if len(by) > 1 and isinstance(key, tuple) else (key,)
    return {
        "key": {str(name): _key(value) for name, value in zip(by, keys, strict=True)},
        "figures": [figure_data(figure) for figure in part.figures],
    }


def _key(key: object) -> Any:
    """A thing by its kind and id, several of them as a list, a year as a number, a word or a date as a text."""
    match key:
        case _ if key is NOT_STATED:
            return None
        case Several():
            return [_key(thing) for thing in key.things]
        case Record() | Source():
            return reference(key)
        case int() if not isinstance(key, bool):
            return int(key)
        case _:
            return str(key)


def _line(line: Line) -> dict[str, Any]:
    return {
        "record": reference(line.record),
        "figure": figure_data(line.figure),
        "stated": figure_data(line.stated),
        "places": [place.id for place in line.places],
        "due": None if line.due is None else str(line.due),
        "is_remainder": line.is_remainder,
    }


def _left_out(out: LeftOut) -> dict[str, Any]:
    return {
        "record": reference(out.record),
        "figure": figure_data(out.figure),
        "reason": out.reason.value,
        "because": out.because,
        "instead": None if out.instead is None else reference(out.instead),
    }
