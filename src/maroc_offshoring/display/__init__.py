"""Seen, not only read: every object as a notebook or a terminal shows it, in French, English and Arabic."""

from maroc_offshoring.display.reader import ROWS, Reader
from maroc_offshoring.display.showing import Showing, html, show, text, view
from maroc_offshoring.display.view import View

__all__ = ["ROWS", "Reader", "Showing", "View", "html", "show", "text", "view"]
