"""Figures as sources state them: a number, its unit, how firmly it is stated, and sums of such figures."""

from maroc_offshoring.figures.addition import add, remainder, split
from maroc_offshoring.figures.figure import Figure, Step
from maroc_offshoring.figures.reading import parse_figure

__all__ = ["Figure", "Step", "add", "parse_figure", "remainder", "split"]
