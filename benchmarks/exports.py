"""Writing the record as JSON, beside msgspec writing the same content that it holds already in classes of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import asdict

import maroc_offshoring as mo
from benchmarks.harness import Line, Run, need


def p18(run: Run) -> Iterator[Line]:
    """The whole record as one text, equal on both sides; the other has its ids and texts ready and only writes."""
    encode = need("msgspec.json").encode
    ds = mo.load()
    twin = _twin(json.loads(ds.to_json()), "Document")
    yield run.calls(
        "ds.to_json() / msgspec, the same text from flat twins",
        ds.to_json,
        lambda: encode(twin).decode() + "\n",
        goal=3.5,
    )
    few = [*ds.records()][:: run.size(20, 200)]
    yield run.calls(
        "attrs.asdict of some records / our dicts of them",
        lambda: len([asdict(record) for record in few]),
        lambda: len([mo.to_dict(record) for record in few]),
        goal=None,
    )


def _twin(value: Any, name: str) -> Any:
    """The same content in classes of msgspec, one for each set of keys, which is what it writes soonest."""
    if isinstance(value, list):
        return [_twin(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    keys = tuple(value)
    if keys not in _TWINS:
        _TWINS[keys] = need("msgspec").defstruct(name, keys)
    return _TWINS[keys](*(_twin(one, key) for key, one in value.items()))


_TWINS: dict[tuple[str, ...], Any] = {}
