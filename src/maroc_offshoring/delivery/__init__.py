"""Promises against results: what became of each promise and aim whose date has passed, and what is still to come.

A verdict goes one way through this room: the promises are taken out of the records (:mod:`.promise`), what was measured
is gathered (:mod:`.measurements`) and held against each of them (:mod:`.coverage`, :mod:`.weighing`,
:mod:`.comparison`), the evidence rules (:mod:`.judging`), and a reader is told why (:mod:`.reasons`, :mod:`.working`).
`docs/delivery.md` says how, and why so.
"""

from maroc_offshoring.delivery.comparison import Ratio, least
from maroc_offshoring.delivery.counting import NotCounted
from maroc_offshoring.delivery.delivery import Delivery, delivery
from maroc_offshoring.delivery.evidence import Evidence
from maroc_offshoring.delivery.judgement import Judgement
from maroc_offshoring.delivery.keeping import Kept, wilson
from maroc_offshoring.delivery.outlook import Expected, Outlook, outlook
from maroc_offshoring.delivery.promise import NotJudged, Promise
from maroc_offshoring.delivery.summary import Summary, Tally
from maroc_offshoring.delivery.verdict import (
    Caveat,
    Coverage,
    Shows,
    Timing,
    Verdict,
    Way,
    WhyNotCounted,
    WhyNotJudged,
)
from maroc_offshoring.delivery.weighing import SetAside

__all__ = [
    "Caveat",
    "Coverage",
    "Delivery",
    "Evidence",
    "Expected",
    "Judgement",
    "Kept",
    "NotCounted",
    "NotJudged",
    "Outlook",
    "Promise",
    "Ratio",
    "SetAside",
    "Shows",
    "Summary",
    "Tally",
    "Timing",
    "Verdict",
    "Way",
    "WhyNotCounted",
    "WhyNotJudged",
    "delivery",
    "least",
    "outlook",
    "wilson",
]
