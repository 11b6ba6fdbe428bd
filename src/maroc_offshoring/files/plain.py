"""From records back to plain values, as record files hold them: the inverse of the structuring hooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast

from attrs import NOTHING, fields, has

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.limits import DIGITS
from maroc_offshoring.model import Citation, Record, Source
from maroc_offshoring.names import Name

Plain = dict[str, Any]


def plain(record: Record | Source) -> Plain:
    """Write a record as plain values: ids in place of the records that it refers to, and no key that has its default.

    Args:
        record: A record or a source.

    Returns:
        Texts, ints, Decimals, dates, lists and tables, by key in the order of the fields.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.files.plain import plain
        >>> plain(mo.load().commitments["2022-04-20-phoneo"])["part_of"]
        '2022-04-20-four-memoranda'
    """
    return _table(record)


def _table(value: Any) -> Plain:
    found: Plain = {}
    for name, default in _fields(cast("Hashable", type(value))):
        own = getattr(value, name)
        if own is not None and own != default:
            found[name] = _value(own)
    return found


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class that files hold, the id first, each with its default."""
    omitted = ("steps",) if cls is Figure else ()
    found = [(field.name, _default(field.default)) for field in fields(cls) if field.name not in omitted]
    tail = ("citations", "confidence", "checked", "check_note", "note") if issubclass(cls, Record) else ()
    return tuple(sorted(found, key=lambda pair: (pair[0] != "id", pair[0] in tail and tail.index(pair[0]) + 1)))


def _default(default: Any) -> Any:
    return () if default is NOTHING else default  # no field that must be given is ever empty


def _value(value: Any) -> Any:
    hook = _HOOKS.get(type(value))
    if hook is not None:
        return hook(value)
    if isinstance(value, (Record, Source)):
        return value.id
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if has(type(value)):
        return _table(value)
    return value


def _date(value: PartialDate) -> str | dt.date:
    return value.first_day if value.day else str(value)


def _period(value: Period) -> str | dt.date:
    return _date(value.start) if value.start and value.start == value.end else str(value)


def _decimal(value: Decimal) -> int | Decimal:
    return int(value) if value.adjusted() < DIGITS and value == value.to_integral_value() else value


def _name(value: Name) -> str | Plain:
    table = _table(value)
    return value.fr if len(table) == 1 else table


def _citation(value: Citation) -> str | Plain:
    table = _table(value)
    return value.source.id if len(table) == 1 else table


_HOOKS: dict[type, Callable[[Any], Any]] = {
    PartialDate: _date,
    Period: _period,
    Decimal: _decimal,
    Name: _name,
    Citation: _citation,
}
