"""Figures as sources state them: a number, its unit, how firmly it is stated, and sums of such figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maroc_offshoring.figures.addition import add, remainder, split
from maroc_offshoring.figures.figure import Figure, Step

if TYPE_CHECKING:
    from maroc_offshoring.figures.reading import FoundFigure, find_figures, parse_figure

__all__ = ["Figure", "FoundFigure", "Step", "add", "find_figures", "parse_figure", "remainder", "split"]

_READING = ("FoundFigure", "find_figures", "parse_figure")


def __getattr__(name: str) -> Any:
    """Load what reads text when it is first used: records and sums need none of it."""
    if name not in _READING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from maroc_offshoring.figures import reading

    return getattr(reading, name)
