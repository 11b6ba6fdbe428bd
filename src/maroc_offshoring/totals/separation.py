"""What never adds up: stocks of two dates, a region and its own city, two rivals for the same figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from maroc_offshoring.errors import NotAdditive
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Observation, Place
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.vocabulary import Basis, Segment

_DATED = {Basis.LEVEL: "levels to reach", Basis.STOCK: "stocks", Basis.CUMULATIVE: "running totals"}
"""What is true of one date only, by its name in messages."""


def refuse_what_does_not_add(lines: Sequence[Line], measure: Measure, basis: Basis | None) -> None:
    """Refuse a sum that would mix what does not add up.

    Promises of additions add up once overlap is resolved. Levels and stocks add up at one date only. Measurements and
    aims add up only where each two of them are apart: other places, other segments, other operators, or other periods
    of a flow.

    Args:
        lines: The lines, overlap resolved.
        measure: What they measure.
        basis: What they count.

    Raises:
        NotAdditive: With the reason, the records at fault and the call that was probably meant.
    """
    if len(lines) < 2:
        return
    name = measure.label("en")
    if not measure.over_places:
        _refuse_several_places(lines, measure)
    if basis is not None and basis in _DATED:
        _refuse_several_dates(list(_families(lines).values()), measure, basis)
    if isinstance(lines[0].record, Commitment) and basis is Basis.ADDITIONAL:
        return
    _refuse_mixed_sectors(lines, name)
    for first, second in combinations(lines, 2):
        if first.path[0] == second.path[0]:
            continue  # a whole and its parts: overlap between them is resolved
        if why := _why_together(first, second, measure, basis):
            raise NotAdditive(
                name, why, "narrow the selection with where(...), or link the records", _ids((first, second))
            )


def _families(lines: Sequence[Line]) -> dict[str, Line]:
    """One line for each whole with its parts: the one with the latest date, which is that of the whole."""
    found: dict[str, Line] = {}
    for line in lines:
        known = found.setdefault(line.path[0], line)
        if line.due and (known.due is None or known.due.sort_key() < line.due.sort_key()):
            found[line.path[0]] = line
    return found


def _refuse_several_dates(lines: Sequence[Line], measure: Measure, basis: Basis) -> None:
    dates = sorted({str(line.due) for line in lines if line.due})
    undated = [line for line in lines if line.due is None]
    if len(lines) < 2 or (len(dates) == 1 and not undated):
        return
    named = ", ".join([*dates[:6], *(["…"] if len(dates) > 6 else []), *(["no stated date"] if undated else [])])
    word = "due" if basis is Basis.LEVEL else "period"
    remedy = f"choose one date: where({word}={dates[0]!r})" if dates else "take the records one by one"
    reason = f"{_DATED[basis]} of different dates never add up: {named}"
    raise NotAdditive(measure.label("en"), reason, remedy, _ids(lines[:2]))


def _refuse_several_places(lines: Sequence[Line], measure: Measure) -> None:
    places = {tuple(place.id for place in line.places): line for line in lines}
    if len(places) > 1:
        raise NotAdditive(
            measure.label("en"),
            "they do not add up over places: one may sit in several",
            f"take one place at a time: where(place={min(places)[0] if min(places) else 'morocco'!r})",
            _ids(list(places.values())[:2]),
        )


def _refuse_mixed_sectors(lines: Sequence[Line], name: str) -> None:
    for attribute in ("scope", "perimeter"):
        found = {getattr(line.record, attribute, None): line for line in lines}
        if len(found) > 1:
            named = " and ".join(sorted("not stated" if value is None else str(value) for value in found))
            raise NotAdditive(
                name,
                f"figures of different {attribute}s never add up: {named}",
                f"choose one: where({attribute}={next(str(value) for value in found if value is not None)!r})",
                _ids(list(found.values())[:2]),
            )


def _why_together(first: Line, second: Line, measure: Measure, basis: Basis | None) -> str:
    """Say why two lines may count the same thing; empty where they are apart."""
    if _apart(first.places, second.places) or _segments_apart(first.segments, second.segments):
        return ""
    if first.operators and second.operators and not set(first.operators) & set(second.operators):
        return ""
    if isinstance(first.record, Observation):
        if (
            basis is Basis.FLOW
            and measure.over_time
            and first.due
            and second.due
            and not first.due.overlaps(second.due)
        ):
            return ""
        same = first.places == second.places
        return "they state the same thing twice" if same else "a place and a place that lies in it never add up"
    if isinstance(first.record, Commitment):
        return "two levels of the same operator at the same place never add up"
    return "two aims for the same place may contain one another"


def _apart(first: tuple[Place, ...], second: tuple[Place, ...]) -> bool:
    return bool(first and second) and not any(a.within(b) or b.within(a) for a in first for b in second)


def _segments_apart(first: tuple[Segment, ...], second: tuple[Segment, ...]) -> bool:
    return bool(first and second) and not any(a.within(b) or b.within(a) for a in first for b in second)


def _ids(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.record.id for line in lines)
