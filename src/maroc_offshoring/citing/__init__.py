"""Citing: the sources of a record or a total as text, as BibTeX and as CSL-JSON."""

from maroc_offshoring.citing.citable import Citable
from maroc_offshoring.citing.styles import STYLES, cite

__all__ = ["STYLES", "Citable", "cite"]
