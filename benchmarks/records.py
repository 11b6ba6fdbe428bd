"""What it costs to read many records, and to hold them: JSON Lines, ids resolved, everything checked."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import maroc_offshoring as mo
from benchmarks.harness import MIB, Line, NotHere, Run, peak_memory
from benchmarks.synthetic import json_lines
from maroc_offshoring.files.streaming import iter_records

_TYPED = """
import maroc_offshoring as mo
from maroc_offshoring.files.streaming import iter_records
print(sum(int(each.pledges[0].figure.value) for each in iter_records({path!r}, "commitments", mo.load())))
"""
_DICTS = """
import {module} as json
print(sum(json.loads(line)["pledges"][0]["figure"]["value"] for line in open({path!r}, "rb")))
"""


def p6(run: Run) -> Iterator[Line]:
    """A stream of records, made, checked and let go, against a stream of dicts that nobody checked."""
    with json_lines(run.size(100_000, 300), mo.load()) as path:
        typed = _TYPED.format(path=str(path))
        for module, goal in (("orjson", 8.0), ("json", None)):
            what = f"stream of checked records, ids resolved / {module} to dicts"
            try:
                dicts = _DICTS.format(path=str(path), module=module)
                yield run.processes(what, typed, dicts, goal=goal, rounds=3)
            except NotHere as fault:
                yield Line(what, None, goal, remark=str(fault))
        yield Line("peak memory of that stream", peak_memory(typed) / MIB, 64.0, "MiB")
    with json_lines(run.size(10_000, 30), mo.load()) as path:
        yield Line("peak memory of a stream of a tenth", peak_memory(_TYPED.format(path=str(path))) / MIB, 64.0, "MiB")


def p7(run: Run) -> Iterator[Line]:
    """A whole list of records, against cattrs on the same classes, with the garbage collector running."""
    from maroc_offshoring.files.converter import resolving, structure
    from maroc_offshoring.files.known import Known
    from maroc_offshoring.files.tables import json_object
    from maroc_offshoring.model import Commitment

    ds = mo.load()
    known = Known.of(ds)
    with json_lines(run.size(5_000, 50), ds) as path:

        def naively() -> list[Any]:
            with resolving(known):
                return [structure(json_object(line), Commitment) for line in path.read_text("utf-8").splitlines()]

        yield run.calls(
            "list of records / the same through cattrs", lambda: _listed(path, ds), naively, goal=0.6, rounds=5
        )


def p8(run: Run) -> Iterator[Line]:
    """What a record holds on to, beside what it shares with others and with the dataset."""
    ds = mo.load()
    with json_lines(run.size(10_000, 500), ds) as path:
        count = len(_listed(path, ds))  # so that what is read once, and kept, does not count
        size = path.stat().st_size
        gc.collect()
        tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        held = _listed(path, ds)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        remark = f"{len(held):,} records of {size / count:.0f} B of JSON"
        yield Line("memory of a record in a list", (after - before) / count, 600.0, "B", remark=remark)


def _listed(path: Path, ds: mo.Dataset) -> list[Any]:
    return list(iter_records(path, "commitments", ds))
