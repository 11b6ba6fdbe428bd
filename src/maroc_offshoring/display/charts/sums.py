"""Sums on a chart: which units a total has, and what a reader must know before its figures."""

from __future__ import annotations

from maroc_offshoring.display.charts import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.totals import view
from maroc_offshoring.display.view import written_out
from maroc_offshoring.totals import Breakdown, Total


def units_of(total: Total) -> list[str]:
    """List the units of a total: several where it is money of several currencies.

    Args:
        total: The total.

    Returns:
        The units, in the order of the alphabet.
    """
    return sorted({line.figure.unit for line in total.counted})


def about(found: Total | Breakdown, reader: Reader) -> list[str]:
    """Say what a sum comes to, what it counts, at which prices, and what is missing from it.

    Args:
        found: The total or the breakdown.
        reader: Who reads.

    Returns:
        The lines, in the words that tables of it use.
    """
    shown = view(found, reader)
    said = [reader.say(words.IN_ALL, sums=written_out(shown.title)), *map(written_out, shown.about)]
    between = reader.comma if reader.language == "ar" else " · "  # few Arabic fonts have the dot
    return [line.replace(" · ", between) for line in said]
