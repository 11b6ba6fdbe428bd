"""What it costs to show a result: the same process with and without drawing a breakdown of twelve bars."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.harness import Line, NotHere, Run

_RESULT = """
import maroc_offshoring as mo
parts = mo.load().commitments.breakdown("jobs", by="due")
assert len(parts) >= 12
"""
_TEXT = f"""{_RESULT}
from maroc_offshoring.display import text
assert text(parts, rows=12).count("█") >= 12
"""
_HTML = f"""{_RESULT}
from maroc_offshoring.display import html
assert html(parts, rows=12).count("<svg") == 12
"""
_MATPLOTLIB = f"""{_RESULT}
import io
import matplotlib
matplotlib.use("svg")
from matplotlib import pyplot
few = [(str(key), float(part.figure.value or part.figure.low)) for key, part in list(parts.items())[:12]]
pyplot.barh(*zip(*few))
pyplot.savefig(io.StringIO(), format="svg")
"""


def p19(run: Run) -> Iterator[Line]:
    """Text and HTML of a breakdown of twelve bars, beside the process that only computes it."""
    yield run.processes("a breakdown and its text / the breakdown alone", _TEXT, _RESULT, goal=1.2)
    yield run.processes("a breakdown and its HTML / the breakdown alone", _HTML, _RESULT, goal=1.2)
    try:
        yield run.processes("a breakdown and its HTML / it drawn by matplotlib", _HTML, _MATPLOTLIB, goal=0.35)
    except NotHere as fault:
        yield Line("a breakdown and its HTML / it drawn by matplotlib", None, 0.35, remark=str(fault))
