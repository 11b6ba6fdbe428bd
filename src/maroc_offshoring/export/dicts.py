"""Records as plain dicts: by functions that cattrs generates, one per class, with what we know of each field."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, cast, get_args, get_origin

from attrs import NOTHING, resolve_types
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn_from_attrs, override

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.export.layout import ordered, without_none
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
    ours: type = resolve_types(cast("type", cls))
    fields = [_with_plain_default(field) for field in ordered(ours)]
    settings: dict[str, Any] = {"_cattrs_omit_if_default": True, "_cattrs_use_linecache": False}
    settings |= {field.name: override(unstruct_hook=_how(without_none(field.type)[0])) for field in fields}
    return make_dict_unstructure_fn_from_attrs(fields, ours, Converter(), **settings)


def _with_plain_default(field: Any) -> Any:
    """A field that is written where it differs from its default, in its turn.

    What is never left out has None for a default, which it never is; the value of a range is, and is left out.
    """
    default = None if field.default is NOTHING else field.default
    kind, _ = without_none(field.type)
    if isinstance(default, str) and issubclass(kind, Term):
        default = kind.of(default)
    return field.evolve(default=default, converter=None)  # a converter would be asked anew for each thing


def _how(kind: Any) -> Write:
    """What writes the values of a type."""
    if kind in (str, int):
        return identity
    if kind in _TEXTS:
        return _TEXTS[kind]
    if get_origin(kind) is tuple:
        each = _how(get_args(kind)[0])
        return list if each is identity else lambda values: list(map(each, values))
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
