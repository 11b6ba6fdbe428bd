"""Comparing figures: do they disagree beyond what their qualifiers and a rounding allow?

What `about`, `nearly` and a bare round number may stand for is the convention of
:mod:`maroc_offshoring.figures.conventions`: 70,000 may be 69,893 rounded, "at least 3,000" may be 3,500, and "nearly
4,500" may be 4,450. Two figures agree where one number fits both.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import bounds, reading


def disagree(first: Figure, second: Figure) -> bool:
    """Say whether no number fits both figures.

    Args:
        first: A figure.
        second: Another of the same unit.

    Returns:
        True where they cannot both be right. Where only the outermost number that one may have been rounded from
        would fit, they do not agree either: 120,000 is no other way of saying 110,000.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.checks.comparing import disagree
        >>> disagree(mo.Figure(70_000, "job"), mo.Figure(69_893, "job"))
        False
        >>> disagree(mo.Figure(120_000, "job"), mo.Figure(110_000, "job"))
        True
    """
    one, other = reading(first), reading(second)
    if not one.meets(other):
        return True
    for below, above in ((one, other), (other, one)):
        if below.high is not None and below.high == above.low:
            return not (bounds(first).holds(above.low) and bounds(second).holds(above.low))
    return False


def apart(figures: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Find the two figures that leave no number between them, where there are any.

    Args:
        figures: Figures of one unit.

    Returns:
        The one that ends lowest and the one that begins highest; None where one number fits them all.
    """
    read = [(figure, reading(figure)) for figure in figures]
    closed = [(figure, found) for figure, found in read if found.high is not None]
    if len(read) < 2 or not closed:
        return None
    # Intervals on a line have a number in common if each two of them do: the two outermost decide.
    lowest = min(closed, key=lambda pair: (pair[1].high or Decimal(0), pair[1].low, pair[0].qualifier.value))[0]
    highest = max(
        read, key=lambda pair: (pair[1].low, pair[1].high is None, pair[1].high or 0, pair[0].qualifier.value)
    )[0]
    return (lowest, highest) if disagree(lowest, highest) else None


def figure_key(figure: Figure) -> tuple[object, ...]:
    """Return the key by which figures stand side by side: by their number, or the middle of their range."""
    ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
    return (min(ends), max(ends), figure.qualifier.value)


def outermost(figures: Iterable[Figure]) -> tuple[Figure, Figure]:
    """Return the lowest and the highest of some figures, as they are printed.

    Args:
        figures: At least one figure.

    Returns:
        The two; the same one where there is no other.
    """
    ordered = sorted(figures, key=figure_key)
    return ordered[0], ordered[-1]
