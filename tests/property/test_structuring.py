"""The fast way to make records of plain values takes and refuses what the careful one does, and makes the same."""

import copy
import pickle
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from attrs import fields, has
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.files.converter import resolving, structure
from maroc_offshoring.files.known import Known
from maroc_offshoring.files.structuring import Structurer
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.reference.loading import reference_rows


@cache
def known() -> Known:
    return Known.of(mo.load())


@cache
def rows() -> tuple[Any, ...]:
    found, problems = reference_rows()
    assert not problems
    return tuple(found)


def carefully(row: Any, values: dict[str, Any]) -> Any:
    """What the converter makes; None where it refuses."""
    try:
        with resolving(known()):
            return structure(values, KINDS[row.kind])
    except ExceptionGroup:
        return None


@cache
def structurer(many: bool) -> Structurer:
    return Structurer(known(), many=many)


def fast(row: Any, values: dict[str, Any], *, many: bool) -> Any:
    """What is made for a few records, and for many; None where it is refused."""
    try:
        return structurer(many).make(values, KINDS[row.kind])
    except Exception:
        return None


def same(first: Any, second: Any) -> bool:
    """Whether two values are equal to the last part, and of the same types: `"jobs"` is not `Measure.JOBS` here."""
    if type(first) is not type(second):
        return False
    if isinstance(first, tuple):
        return len(first) == len(second) and all(map(same, first, second))
    if isinstance(first, Decimal):
        return str(first) == str(second)
    if has(type(first)):
        return first is second or all(
            same(getattr(first, a.name), getattr(second, a.name)) for a in fields(type(first))
        )
    return bool(first == second)


def test_both_make_the_same_of_every_reference_record() -> None:
    """Field by field, type by type: all records that ship."""
    for row in rows():
        slow = carefully(row, row.values)
        assert same(fast(row, row.values, many=False), slow), row.id
        assert same(fast(row, row.values, many=True), slow), row.id
    assert len(rows()) > 1000


JUNK: list[Any] = [
    None, "", " ", "x", "jobs", "2019", "2019-13", "1.234 MAD", "plus de 300 emplois", 0, -1, 7, 2019, True, 1.5,
    Decimal("1.5"), Decimal("NaN"), [], ["x"], [None], [[]], {}, {"id": "x"}, {"value": 3, "unit": "job"}, "webhelp",
    "oujda", ["oujda", "fes"], [{"source": "x"}], [{"measure": "jobs"}], {"fr": "Nom"}, {"CRM": 1}, [["id", "x"]],
]  # fmt: skip


def places_in(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every part of a table."""
    parts = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [step for key, part in parts for step in ((*way, key), *places_in(part, (*way, key)))]


def changed(values: dict[str, Any], way: tuple[Any, ...], junk: Any, how: str) -> dict[str, Any]:
    values = copy.deepcopy(values)
    holder: Any = values
    for step in way[:-1]:
        holder = holder[step]
    if how == "drop":
        del holder[way[-1]]
    elif how == "add" and isinstance(holder, dict):
        holder[junk if isinstance(junk, str) else "steps"] = junk
    else:
        holder[way[-1]] = junk
    return values


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_both_take_and_refuse_the_same(data: st.DataObject) -> None:
    """With anything put in place of any part of a record, left out of it or added, both take it or both refuse it."""
    row = data.draw(st.sampled_from(rows()))
    values = row.values
    for _ in range(data.draw(st.integers(1, 2))):
        ways = places_in(values)
        if ways:
            how = data.draw(st.sampled_from(["put", "put", "put", "drop", "add"]))
            values = changed(values, data.draw(st.sampled_from(ways)), data.draw(st.sampled_from(JUNK)), how)
    slow = carefully(row, values)
    for many in (False, True):
        quick = fast(row, values, many=many)
        assert (slow is None) == (quick is None), values
        assert slow is None or same(quick, slow), values


def test_what_is_told_alike_is_shared() -> None:
    """Dates that are written alike and bare citations of one source are the same objects: they never change."""
    values = {"id": "a", "announced_on": "2022-04-20", "citations": ["afrique-medias24-com-nd-f48260"]}
    for many in (False, True):
        first, second = (structurer(many).make(values | {"id": name}, KINDS["commitments"]) for name in "ab")
        assert isinstance(first, Record)
        assert isinstance(first.citations[0].source, Source)
        assert first.announced_on is second.announced_on
        assert first.citations[0] is second.citations[0]


def test_what_is_made_for_many_is_as_frozen_as_the_rest() -> None:
    """It is of the class itself in every way: its fields cannot be set or deleted."""
    values = {
        "id": "a",
        "citations": ["afrique-medias24-com-nd-f48260"],
        "pledges": [{"measure": "jobs", "figure": "3 emplois"}],
    }
    record = structurer(many=True).make(values, KINDS["commitments"])
    for thing, name in ((record, "title"), (record.pledges[0], "note"), (record.citations[0], "words")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, name, "x")
        with pytest.raises(FrozenInstanceError):
            delattr(thing, name)
    assert type(record) is mo.Commitment
    assert pickle.loads(pickle.dumps(record)) == record
