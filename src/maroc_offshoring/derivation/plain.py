"""A derivation as plain data and back: strict, versioned, and to the last digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, TypeVar

from attrs import fields

from maroc_offshoring.derivation.derivation import DEEPEST, Derivation, RecordReference, SourceReference
from maroc_offshoring.derivation.sentence import Sentence
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, UnknownKeyword, WrongType
from maroc_offshoring.figures import Figure, Step

FORMAT = "maroc_offshoring.derivation"
VERSION = 1
"""The version of the format: a reader of one refuses another."""

_NUMBER = re.compile(r"\d{1,60}(?:\.\d{1,120})?(?:E[+-]\d{1,3})?")
_MOST_NODES = 1_000_000  # data whose parts are shared could otherwise unfold without end

T = TypeVar("T")


def to_plain(derivation: Derivation) -> dict[str, Any]:
    """Write a derivation as plain data.

    Args:
        derivation: The derivation.

    Returns:
        The format, its version and the tree.
    """
    return {"format": FORMAT, "version": VERSION, "derivation": _node(derivation)}


def from_plain(data: object) -> Derivation:
    """Read a derivation from plain data.

    Args:
        data: What :func:`to_plain` wrote.

    Returns:
        The derivation.
    """
    table = _table(data, ("format", "version", "derivation"), ("format", "version", "derivation"))
    if table["format"] != FORMAT:
        raise InvalidField("format", table["format"], repr(FORMAT))
    if table["version"] != VERSION or isinstance(table["version"], bool):
        raise InvalidField("version", table["version"], f"{VERSION}, the version that this library reads")
    with _within("derivation"):
        return _Reader().node(table["derivation"], 1)


def _node(node: Derivation) -> dict[str, Any]:
    return {
        "kind": node.kind.value,
        "statement": {language: node.statement.label(language) for language in ("fr", "en", "ar")},
        "figure": None if node.figure is None else _figure(node.figure),
        "record": None if node.record is None else {"kind": node.record.kind, "id": node.record.id},
        "sources": [{"id": source.id, "text": source.text, "url": source.url} for source in node.sources],
        "children": [_node(child) for child in node.children],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": _written(figure.value),
        "unit": figure.unit,
        "qualifier": figure.qualifier.value,
        "low": _written(figure.low),
        "high": _written(figure.high),
        "as_printed": figure.as_printed,
        "steps": [
            {**{name: getattr(step, name) for name in _STEP}, "factor": _written(step.factor)} for step in figure.steps
        ],
    }


def _written(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


_STEP = tuple(attribute.name for attribute in fields(Step))


class _Reader:
    """Reads nodes, and counts them."""

    def __init__(self) -> None:
        self.left = _MOST_NODES

    def node(self, data: object, level: int) -> Derivation:
        if level > DEEPEST:
            raise InvalidField("children", f"more than {DEEPEST} levels", f"at most {DEEPEST} levels")
        self.left -= 1
        if self.left < 0:
            raise InvalidField("children", f"more than {_MOST_NODES} nodes", f"at most {_MOST_NODES} nodes")
        keys = ("kind", "statement", "figure", "record", "sources", "children")
        table = _table(data, keys, ("kind", "statement"))
        return Derivation(
            kind=table["kind"],
            statement=_part(table, "statement", _read_sentence),
            figure=_part(table, "figure", _read_figure) if table.get("figure") is not None else None,
            record=_part(table, "record", _read_record) if table.get("record") is not None else None,
            sources=_each(table, "sources", _read_source),
            children=_each(table, "children", lambda child: self.node(child, level + 1)),
        )


def _read_sentence(data: object) -> Sentence:
    languages = ("fr", "en", "ar")
    return Sentence(**_table(data, languages, languages))


def _read_record(data: object) -> RecordReference:
    return RecordReference(**_table(data, ("kind", "id"), ("kind", "id")))


def _read_source(data: object) -> SourceReference:
    return SourceReference(**_table(data, ("id", "text", "url"), ("id", "text")))


def _read_figure(data: object) -> Figure:
    keys = ("value", "unit", "qualifier", "low", "high", "as_printed", "steps")
    table = _table(data, keys, ("value", "unit", "qualifier"))
    printed = table.get("as_printed")
    if printed is not None and not isinstance(printed, str):
        raise WrongType("as_printed", printed, "a text or None")
    return Figure(
        _number(table, "value"),
        table["unit"],
        table["qualifier"],
        _number(table, "low"),
        _number(table, "high"),
        printed,
        _each(table, "steps", _read_step),
    )


def _read_step(data: object) -> Step:
    table = _table(data, _STEP, ("action", "factor", "unit"))
    for name in ("action", "unit", "kind", "source", "note"):
        if not isinstance(table.get(name, ""), str):
            raise WrongType(name, table[name], "a text")
    year = table.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise WrongType("year", year, "a year or None")
    factor = _number(table, "factor")
    if factor is None:
        raise WrongType("factor", None, "a number as text")
    table["factor"] = factor
    return Step(**table)


def _number(table: Mapping[str, Any], name: str) -> Decimal | None:
    text = table.get(name)
    if text is None:
        return None
    if not isinstance(text, str):
        raise WrongType(name, text, "a number as text, such as '5050', or None")
    if not _NUMBER.fullmatch(text):
        raise InvalidField(name, text[:40], "a number as text, such as '5050'")
    return Decimal(text)


def _table(data: object, known: tuple[str, ...], needed: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise WrongType("", data, "a table with the keys " + ", ".join(known))
    for key in data:
        if key not in known:
            raise UnknownKeyword("a derivation", str(key), known)
    for key in needed:
        if key not in data:
            raise InvalidField(key, None, "a value: the key must be there")
    return dict(data)


def _part(table: Mapping[str, Any], name: str, read: Callable[[object], T]) -> T:
    with _within(name):
        return read(table[name])


def _each(table: Mapping[str, Any], name: str, read: Callable[[object], T]) -> tuple[T, ...]:
    listed = table.get(name, [])
    if not isinstance(listed, list):
        raise WrongType(name, listed, "a list")
    found: list[T] = []
    for place, item in enumerate(listed):
        with _within(f"{name}[{place}]"):
            found.append(read(item))
    return tuple(found)


@contextmanager
def _within(name: str) -> Generator[None]:
    try:
        yield
    except MarocOffshoringError as error:
        raise error.within(name) from None
