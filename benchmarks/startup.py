"""What it costs to import the package and to load the dataset: whole processes, beside their floors and peers."""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks.harness import Line, NotHere, Run, run_python

_PASS = "pass"
_LOADERS = "import attrs, cattrs.preconf.json"
_LOAD = "import maroc_offshoring as mo; mo.load()"
_EVERY_RECORD = "import maroc_offshoring as mo; [*mo.load().records()]"
_HEAVY = (
    "pint", "numpy", "pandas", "polars", "pyarrow", "duckdb", "narwhals", "matplotlib", "msgspec",
)  # fmt: skip
_PEERS = (
    ("pycountry's import", "import pycountry"),
    ("py-moneyed's import", "import moneyed"),
    ("pyam's import", "import pyam"),
    ("followthemoney's import", "import followthemoney"),
)


def p1(run: Run) -> Iterator[Line]:
    """The import defines names: it is near the bare interpreter, in any environment."""
    yield run.processes("import maroc_offshoring / python -c pass", "import maroc_offshoring", _PASS, goal=1.3)
    for name, code in _PEERS:
        yield from _told(run, f"{name} / python -c pass", code, _PASS, rounds=3)


def p2(run: Run) -> Iterator[Line]:
    """No heavy library is imported by loading and adding."""
    code = f"""
import sys, maroc_offshoring as mo
ds = mo.load()
ds.commitments.breakdown("jobs", by=("region", "due"))
ds.commitments.total("investment", currency="EUR").explain()
print(__import__("json").dumps(sorted({{name.partition(".")[0] for name in sys.modules}} & set({_HEAVY!r}))))
"""
    found = json.loads(run_python(code))
    what = "heavy libraries imported by load() and an aggregation"
    yield Line(what, float(len(found)), 0.0, "", remark=", ".join(found) or f"none of {', '.join(_HEAVY)}")


def p3(run: Run) -> Iterator[Line]:
    """All classes of the model, with their converters and validators."""
    yield run.processes("import of the model / import attrs", "import maroc_offshoring.model", "import attrs", goal=1.9)


def p4(run: Run) -> Iterator[Line]:
    """Loading the reference dataset; and making each of its records, which load() leaves for their first use."""
    yield run.processes("load() / import attrs, cattrs.preconf.json", _LOAD, _LOADERS, goal=2.2)
    yield run.processes(
        "load() and every record / import attrs, cattrs.preconf.json", _EVERY_RECORD, _LOADERS, goal=2.2
    )
    yield from _told(run, "load() / import pandas", _LOAD, "import pandas", goal=0.5)
    yield from _told(run, "load() and every record / import pandas", _EVERY_RECORD, "import pandas", goal=0.5)
    lookup = "import pycountry; pycountry.subdivisions.get(code='MA-02')"
    first = "import maroc_offshoring as mo; mo.load().regions['MA-02']"
    yield from _told(run, "load() / pycountry's first subdivision", _LOAD, lookup, goal=1.0)
    yield from _told(run, "load() and a first look-up / pycountry's first subdivision", first, lookup, goal=1.0)
    raw = (
        "import json, maroc_offshoring.reference as here; from pathlib import Path; "
        "json.loads(Path(here.__file__).with_name('records.json').read_bytes())"
    )
    yield from _told(run, "load() and every record / its JSON read to dicts, with the same imports", _EVERY_RECORD, raw)


def p5(run: Run) -> Iterator[Line]:
    """Our registry and a first quantity; pint's own registry is never built."""
    quantity = "import maroc_offshoring as mo; mo.units.Quantity(1, 'MAD')"
    yield from _told(run, "our registry and a quantity / import pint", quantity, "import pint", goal=1.15)
    yield from _told(run, "pint's own registry and a quantity / import pint", _DEFAULT_REGISTRY, "import pint")
    known = run_python("import maroc_offshoring as mo; print('kilogram' in mo.units.registry())").strip()
    yield Line("units of pint's own registry in ours ('kilogram')", float(known == "True"), 0.0, "")


_DEFAULT_REGISTRY = "import pint; pint.UnitRegistry().Quantity(1, 'kilogram')"


def _told(run: Run, what: str, a: str, b: str, *, goal: float | None = None, rounds: int = 11) -> Iterator[Line]:
    """Compare two processes, one of which may need a library that is not installed: then say so and go on."""
    try:
        yield run.processes(what, a, b, goal=goal, rounds=rounds)
    except NotHere as fault:
        yield Line(what, None, goal, remark=str(fault))
