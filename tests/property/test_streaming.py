"""Records from JSON Lines are taken and refused as those of a record file, fault by fault."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidRecords
from maroc_offshoring.files.streaming import iter_records

SOURCE = mo.Source(id="paper", publisher="CRI")
WORLD = mo.Dataset.of(mo.Country(id="morocco", name="Maroc", citations=[SOURCE]))

numbers = st.one_of(
    st.integers(-(10**45), 10**45),
    st.from_regex(r"-?[1-9][0-9]{0,45}(\.[0-9]{1,45})?([eE][+-]?[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["NaN", "Infinity", "-Infinity", "1e99999999999999999999", "0.1"]),
)
texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=12).map(json.dumps)
raw = st.text(st.characters(codec="utf-8"), max_size=12).map(lambda text: json.dumps(text, ensure_ascii=False))
deep = st.integers(1, 25).map(lambda depth: "[" * depth + "]" * depth)
values = st.one_of(numbers.map(str), texts, raw, deep)


def told(problems: Any) -> list[tuple[str, str]]:
    return [(problem.field, problem.message) for problem in problems]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["note", "title", "figure", "points"]), values, st.sampled_from(["", " ", "\t"]))
def test_a_line_is_read_as_a_record_of_a_file_is(field: str, value: str, space: str) -> None:
    """Whatever stands in a field: the same record, or the same faults in the same fields."""
    pledge = f'[{{"measure":{space}"investment", "figure": {{"value":{space}{value}, "unit": "MAD"}}}}]'
    own = f'"pledges": {pledge}' if field == "figure" else f'"{field}":{space}{value}'
    line = f'{{"id": "a", "citations": ["paper"], {own}}}'
    with tempfile.TemporaryDirectory() as folder:
        mo.write(WORLD, Path(folder, "own"))
        Path(folder, "own", "p.json").write_bytes(f'{{"commitments": [{line}]}}'.encode())
        Path(folder, "p.jsonl").write_bytes(line.encode())
        faults: list[list[tuple[str, str]]] = []
        found: list[Any] = []
        for read in (
            lambda: list(iter_records(Path(folder, "p.jsonl"), "commitments", WORLD)),
            lambda: list(mo.read(Path(folder, "own")).commitments),
        ):
            try:
                found.append(read())
                faults.append([])
            except InvalidRecords as fault:
                faults.append(told(fault.problems))
    assert faults[0] == faults[1]
    assert not found or found[0] == found[1]


def told_by_line(line: bytes, path: Path) -> tuple[list[Any], list[tuple[str, str]]]:
    """The records of a line, or its faults."""
    path.write_bytes(line)
    try:
        return list(iter_records(path, "commitments", WORLD)), []
    except InvalidRecords as fault:
        return [], told(fault.problems)


keys = st.sampled_from(['"note"', '"title"', '"no\\u0074e"', '"check_note"', '"n\\u0022"', '"pledges"', '"confidence"'])
marks = st.sampled_from(
    ['"x"', '"\\u0022"', '"\\""', '"\\\\u0022"', '"\\u00e9"', '"é"', '"C:\\\\b"', '"high"', "[]", "null"]
)
spaces = st.sampled_from(["", "", " ", "\t", "\u00a0"])


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(keys, st.one_of(marks, values), spaces), max_size=4), st.binary(max_size=2), st.integers(0, 200)
)
def test_msgspec_changes_nothing_but_the_time(pairs: list[tuple[str, str, str]], damage: bytes, at: int) -> None:
    """Whatever a line holds, keys twice and damaged bytes too: the same records or the same faults without msgspec."""
    text = ",".join(['"id":"a","citations":["paper"]', *(f"{key}:{space}{value}" for key, value, space in pairs)])
    line = f"{{{text}}}".encode()
    if damage:
        line = line[:at] + damage + line[at:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "p.jsonl")
        with_it = told_by_line(line, path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(sys.modules, "msgspec.json", None)
            without = told_by_line(line, path)
    assert with_it == without
