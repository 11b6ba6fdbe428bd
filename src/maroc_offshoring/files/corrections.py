"""The correction of a record by its id: which fields change, why, and who says so."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from attrs import evolve, field, fields, frozen

from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType, nearest
from maroc_offshoring.files.converter import structure
from maroc_offshoring.files.faults import faults
from maroc_offshoring.files.rows import Row
from maroc_offshoring.files.values import UnknownKeys
from maroc_offshoring.model.fields import named, text, texts
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.problems import Problem


def _kind(value: str) -> str:
    if value not in KINDS:
        raise UnknownWord("kind of record", value, tuple(KINDS))
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise WrongType("", value, "a list")
    return list(value)


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WrongType("", value, "the fields that change, such as set.announced_on = 2022-04-20")
    if "id" in value:
        raise InvalidField("id", value["id"], "the id to stay: it never changes")
    return value


@frozen(kw_only=True, field_transformer=named)
class Correction:
    """What a record file writes under `[[corrections]]`.

    Args:
        kind: The kind of the record: `commitments`, `sources`.
        id: Its id.
        reason: Why it is corrected; the corrected record carries it in its `check_note`, a source in its `note`.
        citations: What the correction rests on, added to the citations of the record.
        set: The fields that change, each whole, with what they hold from now on.
        unset: The fields that hold nothing any more.
    """

    kind: str = field(converter=_kind)
    id: str = field(converter=text)
    reason: str = field(converter=text)
    citations: Any = field(factory=list, converter=_list)
    set: Any = field(factory=dict, converter=_table)
    unset: tuple[str, ...] = field(default=(), converter=texts)


def correction(row: Row, problems: list[Problem]) -> Correction | None:
    """Read a correction.

    Args:
        row: The row of a file.
        problems: Where its faults are reported.

    Returns:
        The correction; None where it has faults.
    """
    try:
        asked: Correction = structure(row.values, Correction)
    except Exception as fault:
        problems += [row.problem(message, path) for path, message, _ in faults(fault)]
        return None
    found = _misused(asked)
    problems += [row.problem(message, path) for path, message in found]
    return None if found else asked


def corrected(row: Row, by: Row, asked: Correction, problems: list[Problem]) -> Row:
    """Correct a row.

    Args:
        row: The row of the record.
        by: The row of the correction.
        asked: The correction.
        problems: Where it is reported that two corrections change one field, or that one changes nothing.

    Returns:
        The row with the fields changed; what is wrong with one of them will be told with the line of the correction.
    """
    values = dict(row.values)
    for name in (*asked.set, *asked.unset):
        if name in row.patches:
            other = row.patches[name].file
            message = f"{name!r} is corrected in {other} too; a field is corrected once"
            problems.append(by.problem(message, f"set.{name}" if name in asked.set else "unset"))
    for name in asked.unset:
        if name in values:
            del values[name]
            continue
        near = nearest(name, values)
        hint = f"did you mean {near[0]!r}?" if near else "leave it out"
        problems.append(by.problem(f"{name!r} holds nothing in the record as it is; {hint}", "unset"))
    if not asked.unset and not asked.citations and all(_same(values.get(key), own) for key, own in asked.set.items()):
        message = "changes nothing: the record already says so; take the correction out"
        problems.append(by.problem(message, severity="warning"))
    values |= asked.set
    note = "note" if asked.kind == "sources" else "check_note"
    old = values.get(note)
    values[note] = f"{old} Corrected: {asked.reason}" if isinstance(old, str) else f"Corrected: {asked.reason}"
    if asked.kind != "sources":
        values.setdefault("citations", [])
        values["citations"] = [*_list_or_none(values["citations"]), *asked.citations]
        if "checked" not in (*asked.set, *asked.unset):
            values["checked"] = "corrected"
    patches = {**row.patches, **dict.fromkeys((*asked.set, *asked.unset), by)}
    if asked.citations:
        patches.setdefault("citations", by)
    return evolve(row, values=values, patches=patches)


def _misused(asked: Correction) -> list[tuple[str, str]]:
    """What a correction says that its kind does not have."""
    names = tuple(own.name for own in fields(KINDS[asked.kind]) if own.name != "id")
    found: list[tuple[str, str]] = []
    found += [(f"set.{name}", UnknownKeys((name,), names).message) for name in asked.set if name not in names]
    found += [("unset", UnknownKeys((name,), names).message) for name in asked.unset if name not in names]
    both = [name for name in asked.unset if name in asked.set]
    if both:
        found.append(("unset", f"{', '.join(both)} cannot be both set and unset"))
    if asked.citations and asked.kind == "sources":
        found.append(("citations", "a source cites nothing; write it in the reason"))
    if not (asked.set or asked.unset or asked.citations):
        found.append(("", "changes nothing; write what changes, such as set.announced_on = 2022-04-20"))
    return found


def _list_or_none(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]  # the converter says what is wrong with it


def _same(one: Any, other: Any) -> bool:
    """Whether two plain values say the same: what was compiled holds dates and decimals as text."""
    return bool(_comparable(one) == _comparable(other))


def _comparable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    if isinstance(value, dt.date | Decimal):
        return str(value)
    return value
