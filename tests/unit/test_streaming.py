"""Records from JSON Lines: one after another, ids resolved, checked as in any file, faults named by line and field."""

import gc
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidRecords, UnknownWord, WrongType
from maroc_offshoring.files.streaming import iter_records

SOURCE = mo.Source(id="paper", publisher="CRI", published="2026-03")
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=[SOURCE])
ACME = mo.Operator(id="acme", name="Acme", citations=[SOURCE])
WORLD = mo.Dataset.of(MOROCCO, ACME)
PROMISE: dict[str, Any] = {
    "id": "a",
    "made_by": ["acme"],
    "places": ["morocco"],
    "announced_on": "2026-03",
    "pledges": [{"measure": "jobs", "figure": {"value": 300, "unit": "job"}, "due": "2028", "basis": "additional"}],
    "citations": ["paper"],
}


@pytest.fixture(autouse=True, params=["msgspec", "json"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds where msgspec reads the lines, and where it is not installed."""
    if request.param == "json":
        monkeypatch.setitem(sys.modules, "msgspec.json", None)
    else:
        pytest.importorskip("msgspec")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "promises.jsonl"


def write(file: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return file


def problem(file: Path) -> Any:
    with pytest.raises(InvalidRecords) as caught:
        list(iter_records(file, "commitments", WORLD))
    (found,) = caught.value.problems
    return found


def test_each_line_is_a_record_like_that_of_a_file(file: Path, tmp_path: Path) -> None:
    """The records equal those that a record file of the same values gives, and refer to the dataset's own."""
    write(file, PROMISE, "", PROMISE | {"id": "b", "title": "Phase 2"})
    streamed = list(iter_records(file, "commitments", WORLD))
    (tmp_path / "own").mkdir()
    mo.write(WORLD, tmp_path / "own")
    (tmp_path / "own" / "p.json").write_text(json.dumps({"commitments": [PROMISE]}), encoding="utf-8")
    assert streamed[0] == mo.read(tmp_path / "own").commitments["a"]
    assert [record.id for record in streamed] == ["a", "b"]
    assert streamed[0].made_by[0] is ACME  # type: ignore[union-attr]
    assert mo.Dataset.of(*streamed).commitments.total("jobs").figure.value == 600  # type: ignore[union-attr]


def test_what_comes_before_a_faulty_line_is_given_first(file: Path) -> None:
    """The fault is raised when its line is reached, with the number of the line."""
    records = iter_records(write(file, PROMISE, PROMISE | {"id": "b", "announced_on": "2026-13"}), "commitments", WORLD)
    assert next(records).id == "a"
    with pytest.raises(InvalidRecords, match=r"promises.jsonl:2: commitment b: announced_on: .*2026-13"):
        next(records)


def test_every_fault_of_the_line_is_told(file: Path) -> None:
    """Like a record of a file: all that is wrong with it, at once."""
    write(file, PROMISE | {"made_by": ["acmee"], "places": 3, "titel": "x"})
    with pytest.raises(InvalidRecords) as caught:
        list(iter_records(file, "commitments", WORLD))
    found = {(each.line, each.field) for each in caught.value.problems}
    assert found == {(1, ""), (1, "made_by[0]"), (1, "places")}


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        ("{", "", "is not valid JSON"),
        ("[1]", "", "expected an object, one record"),
        ('{"id": "a", "id": "b", "citations": ["paper"]}', "", "the key 'id' stands twice"),
        ('{"id": "a", "citations": ["paper"], "note": 1, "note": "\\u0022"}', "", "the key 'note' stands twice"),
        (
            '{"id": "a", "citations": ["paper"], "pledges": [{"due": 1, "d\\u0075e": 2}]}',
            "",
            "the key 'due' stands twice",
        ),
        ('{"citations": ["paper"]}', "id", "is missing"),
        (json.dumps(PROMISE | {"title": "\u001b[31m"}), "title", "the control sign U+001B"),
        (json.dumps(PROMISE | {"title": "\x7f"}, ensure_ascii=False), "title", "the control sign U+007F"),
        (json.dumps(PROMISE | {"title": "\x85é"}, ensure_ascii=False), "title", "the control sign U+0085"),
        (json.dumps(PROMISE | {"title": "\x85"}), "title", "the control sign U+0085"),
        (json.dumps(PROMISE | {"title": "\f"}), "title", "the control sign U+000C"),
        (json.dumps(PROMISE | {"title": "\b"}), "title", "the control sign U+0008"),
        (json.dumps(PROMISE | {"title": "\ud800"}), "title", "half a character"),
        (json.dumps(PROMISE).replace("300", "3e99"), "pledges[0].figure.value", "more than 40 digits"),
        (json.dumps(PROMISE).replace("300", "9" * 41), "pledges[0].figure.value", "more than 40 digits"),
        (json.dumps(PROMISE).replace("300", "NaN"), "pledges[0].figure.value", "no finite number"),
        (json.dumps(PROMISE).replace("300", '"300 jobs"'), "pledges[0].figure.value", "plain digits"),
        (json.dumps(PROMISE | {"title": [[[]]] * 9}), "title", "a text"),
    ],
)
def test_a_line_is_read_as_strictly_as_a_file(file: Path, line: str, field: str, message: str) -> None:
    """Keys given twice, signs that are no text, numbers without end and wrong types are refused by name."""
    found = problem(write(file, PROMISE | {"id": "first"}, line))
    assert (found.line, found.field) == (2, field)
    assert message in found.message


def test_decimals_are_exact(file: Path) -> None:
    """A number with a fraction is no float on its way."""
    write(file, json.dumps(PROMISE).replace('"jobs"', '"investment"').replace("300", "0.1").replace('"job"', '"MAD"'))
    (record,) = iter_records(file, "commitments", WORLD)
    assert str(record.pledges[0].figure.value) == "0.1"  # type: ignore[union-attr]


def test_a_whole_number_of_any_length_is_refused(file: Path) -> None:
    """Also where the field is a plain count, which has no limit of its own."""
    event = {"id": "a", "series": "SICCAM", "title": "Salon", "citations": ["paper"], "edition": 10**40}
    with pytest.raises(InvalidRecords, match="edition: is a number of more than 40 digits"):
        list(iter_records(write(file, event), "events", WORLD))
    (salon,) = iter_records(write(file, event | {"edition": 10**40 - 1}), "events", WORLD)
    assert salon.edition == 10**40 - 1  # type: ignore[union-attr]


def test_escaped_text_is_read(file: Path) -> None:
    """As most writers of JSON escape it: accents, quotes, line ends, a sign beyond the plane."""
    title = 'Fès "Shore"\nC:\\base \U0001f3d9'
    (record,) = iter_records(write(file, json.dumps(PROMISE | {"title": title})), "commitments", WORLD)
    assert record.title == title  # type: ignore[union-attr]


def test_text_that_is_not_utf8_is_refused(file: Path) -> None:
    """With the line and the byte."""
    file.write_bytes(json.dumps(PROMISE).encode() + b'\n{"id": "\xff"}')
    found = problem(file)
    assert (found.line, found.message) == (2, "is not UTF-8 text: byte 8 is invalid start byte")


def test_the_collector_works_again_after_each_record(file: Path) -> None:
    """It pauses only while lines are read: not for whoever takes the records, nor after a fault."""
    write(file, PROMISE, PROMISE | {"id": ""})
    records = iter_records(file, "commitments", WORLD)
    next(records)
    assert gc.isenabled()
    with pytest.raises(InvalidRecords):
        next(records)
    assert gc.isenabled()
    gc.disable()
    try:
        list(iter_records(write(file, PROMISE), "commitments", WORLD))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_arguments_of_another_kind_are_refused(file: Path) -> None:
    """A kind that is none, a path that is none, a dataset that is none."""
    with pytest.raises(UnknownWord, match="commitments"):
        iter_records(file, "commitment", WORLD)
    with pytest.raises(WrongType, match="path"):
        iter_records(3, "commitments", WORLD)  # type: ignore[arg-type]
    with pytest.raises(WrongType, match="Dataset"):
        iter_records(file, "commitments", [ACME])  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        list(iter_records(file, "commitments", WORLD))
