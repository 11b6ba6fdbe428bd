"""Placing labels: each point has its name beside it where no other name and no other point is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import cos, radians, sin

from attrs import frozen

from maroc_offshoring.display.maps.lettering import LEADING, Box, Line, width_of

_EAST = (0, 180, 40, -40, 140, -140, 90, -90, 65, -65, 115, -115, 20, -20)
_WEST = (180, 0, 140, -140, 40, -40, 90, -90, 115, -115, 65, -65, 160, -160)
_DISTANCES = (0, 16, 32, 52, 76, 104)
_GAP = 4.0


@frozen
class Mark:
    """A point with the name that it should have.

    Args:
        x: Its middle, to the right.
        y: Its middle, down.
        reach: Its radius.
        name: Its name.
    """

    x: float
    y: float
    reach: float
    name: str


@frozen
class Placed:
    """Where the name of a point stands.

    Args:
        mark: The point.
        box: The room that the name takes.
        anchor: Which part of a line stands at `x`: `start`, `middle` or `end`.
        x: Where that is.
        line: The ends of the line from the point to its name; None where the name stands beside it.
    """

    mark: Mark
    box: Box
    anchor: str
    x: float
    line: Line | None


def place(marks: Sequence[Mark], taken: Sequence[Box], lines: Sequence[Line], frame: Box, size: float) -> list[Placed]:
    """Find room for the names of points.

    Args:
        marks: The points, those first whose names matter most.
        taken: The room that is taken already.
        lines: Lines that are drawn already, which no name may lie on.
        frame: Where names may stand.
        size: The size of the letters.

    Returns:
        The names that have room; a name that has none is told in the table only.
    """
    boxes, drawn = list(taken), list(lines)
    discs = [Box.around(mark.x, mark.y, max(mark.reach, 3)) for mark in marks]
    found: list[Placed] = []
    for number, mark in enumerate(marks):
        others = [*discs[:number], *discs[number + 1 :]]
        # Beside it reads best, and outward more than inward.
        angles = _WEST if mark.x < (frame.left + frame.right) / 2 else _EAST
        tries = (_try(mark, distance, angle, size) for distance, angle in product(_DISTANCES, angles))
        free = next((each for each in tries if _is_free(each, boxes, others, drawn, frame)), None)
        if free is not None:
            found.append(free)
            boxes.append(free.box)
            drawn += [] if free.line is None else [free.line]
    return found


def _is_free(tried: Placed, boxes: Sequence[Box], discs: Sequence[Box], lines: Sequence[Line], frame: Box) -> bool:
    if not tried.box.within(frame) or any(map(tried.box.overlaps, (*boxes, *discs))):
        return False
    if any(map(tried.box.is_crossed_by, lines)):
        return False
    return tried.line is None or not any(box.is_crossed_by(tried.line) for box in boxes)


def _try(mark: Mark, distance: float, angle: int, size: float) -> Placed:
    far = mark.reach + _GAP + distance
    x, y = mark.x + far * cos(radians(angle)), mark.y - far * sin(radians(angle))
    width, height = width_of(mark.name, size), size * LEADING
    anchor = "middle" if angle in (90, -90) else "start" if abs(angle) < 90 else "end"
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    top = {90: y - height, -90: y}.get(angle, y - height / 2)
    box = Box(left, top, left + width, top + height)
    line = (mark.x, mark.y, x, y) if distance else None
    return Placed(mark, box, anchor, x, line)
