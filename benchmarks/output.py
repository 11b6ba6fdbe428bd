"""What it costs to write records as JSON, and to show a breakdown in a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator

import maroc_offshoring as mo
from benchmarks.harness import Line, NotHere, Run, need

_SHOWN = """
import maroc_offshoring as mo
found = mo.load().commitments.breakdown("jobs", by="region")
text, page = str(found), found._repr_html_()
assert "<svg" in page or "<table" in page
print(len(found))
"""
_NOT_SHOWN = """
import maroc_offshoring as mo
found = mo.load().commitments.breakdown("jobs", by="region")
print(len(found))
"""
_MATPLOTLIB = """
import io, matplotlib
matplotlib.use("svg")
from matplotlib import pyplot
figure, axes = pyplot.subplots()
axes.barh([f"region {number}" for number in range(12)], range(12))
figure.savefig(io.BytesIO(), format="svg")
"""


def p18(run: Run) -> Iterator[Line]:
    """The whole dataset as JSON: the records written as plain values, beside the bare encoding of such values."""
    ds = mo.load()
    plain = json.loads(ds.to_json())

    def same(ours: str, encoded: str | bytes) -> bool:
        return bool(json.loads(ours) == json.loads(encoded))

    try:
        encode = need("msgspec.json").encode
        yield run.calls(
            "ds.to_json() / msgspec.json.encode of its plain values",
            ds.to_json,
            lambda: encode(plain),
            goal=3.5,
            same=same,
        )
    except NotHere as fault:
        yield Line("ds.to_json() / msgspec.json.encode of its plain values", None, 3.5, remark=str(fault))
    yield run.calls(
        "ds.to_json() / json.dumps of its plain values", ds.to_json, lambda: json.dumps(plain), goal=None, same=same
    )


def p19(run: Run) -> Iterator[Line]:
    """Terminal and notebook output of a breakdown of twelve regions, with its bars."""
    yield run.processes("a breakdown shown as text and HTML / the same, not shown", _SHOWN, _NOT_SHOWN, goal=1.2)
    what = "a breakdown loaded, computed and shown / a bar chart of matplotlib"
    try:
        yield run.processes(what, _SHOWN, f"{_MATPLOTLIB}print({_parts()})", goal=0.35)
    except NotHere as fault:
        yield Line(what, None, 0.35, remark=str(fault))


def _parts() -> int:
    return len(mo.load().commitments.breakdown("jobs", by="region"))
