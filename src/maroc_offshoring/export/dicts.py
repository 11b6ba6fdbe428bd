"""Records as plain dicts: what a converter would make of them, field by field, without its detours."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from functools import cache
from itertools import compress
from operator import attrgetter, is_not
from types import UnionType
from typing import Any, cast, get_args, get_origin

from attrs import NOTHING, resolve_types

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.export.layout import ordered, without_none
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.limits import DIGITS
from maroc_offshoring.model import Record, Source
from maroc_offshoring.vocabulary import Term

Plain = dict[str, Any]
Write = Callable[[Any], Any]


@cache
def writer(cls: Hashable) -> Callable[[Any], Plain]:
    """Return what writes the objects of a class of ours as dicts.

    Args:
        cls: A class of a record or of a part of one.

    Returns:
        The function. What has its default is left out, and so is the value that a range has not.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export.dicts import writer
        >>> writer(mo.Figure)(mo.parse_figure("plus de 300 emplois"))["qualifier"]
        'at_least'
    """
    resolve_types(cast("type", cls))
    held = ordered(cast("type", cls))
    parts = [_part(field, cast("type", cls)) for field in held]
    defaults = [default for _, default, _, _ in parts]
    values = attrgetter(*(field.name for field in held))  # each class has two fields at least

    def write(thing: Any) -> Plain:
        own = values(thing)
        said = compress(zip(parts, own, strict=True), map(is_not, own, defaults))  # most fields have their default
        return {
            name: value if how is None else how(value)
            for (name, default, alone, how), value in said
            if alone or value != default
        }

    return write


def _part(field: Any, cls: type) -> tuple[str, Any, bool, Write | None]:
    """A field: its name, its default, whether nothing else equals that, and what writes its value."""
    kind, _ = without_none(field.type)
    default = None if cls is Figure and field.name == "value" else field.default  # a range leaves its value out
    if isinstance(default, str) and issubclass(kind, Term):
        default = kind.of(default)
    return field.name, default, default in {None, NOTHING}, _how(kind)


def _how(kind: Any) -> Write | None:
    """What writes the values of a type; None for what JSON has itself."""
    if kind in (str, int):
        return None
    if kind in _TEXTS:
        return _TEXTS[kind]
    if get_origin(kind) is tuple:
        each = _how(get_args(kind)[0])
        return list if each is None else lambda values: [each(value) for value in values]
    if get_origin(kind) is UnionType or issubclass(kind, (Record, Source)):
        return attrgetter("id")
    if issubclass(kind, Term):
        return attrgetter("_value_")
    return writer(kind)


def _number(number: Decimal) -> str:
    text = format(number, "f")
    if len(text) > DIGITS and any(len(part) > DIGITS for part in text.split(".")):
        raise InvalidField("", number, f"a number of at most {DIGITS} digits before and after the point")
    return text


_TEXTS: dict[Any, Write] = {Decimal: _number, PartialDate: str, Period: str}
