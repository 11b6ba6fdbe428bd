"""What may be added, and the working of each sum.

A total goes one way through this room: the figures of the records (:mod:`.entries`), stated in one currency
(:mod:`.currency`), what they count twice taken out (:mod:`.overlap`), what does not add up refused
(:mod:`.separation`), what is for several places split if that was asked for (:mod:`.lines`), and the rest added
(:mod:`.total`, :mod:`.breakdown`), family by family (:mod:`.families`). How sure a total is stands in :mod:`.bounding`
and :mod:`.simulation`, how it came about in :mod:`.working`.
"""

from maroc_offshoring.totals.breakdown import Breakdown, breakdown
from maroc_offshoring.totals.keys import NOT_STATED, Several
from maroc_offshoring.totals.lines import LeftOut, Line, Reason
from maroc_offshoring.totals.narrowing import Narrowing
from maroc_offshoring.totals.total import Total, total

__all__ = [
    "NOT_STATED",
    "Breakdown",
    "LeftOut",
    "Line",
    "Narrowing",
    "Reason",
    "Several",
    "Total",
    "breakdown",
    "total",
]
