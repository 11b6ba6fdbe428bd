"""Reading figures as the press prints them: one alone, or every one of a text. One grammar and its tables of words."""

from maroc_offshoring.figures.reading.finding import FoundFigure, find_figures
from maroc_offshoring.figures.reading.parsing import parse_figure

__all__ = ["FoundFigure", "find_figures", "parse_figure"]
