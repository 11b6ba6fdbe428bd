"""Making records of their plain values, fast: the first fault stops it.

It takes what :mod:`.converter` takes and refuses what that refuses, which tests prove on whole and broken records
alike, but it does not say well what is wrong: what it refuses is read again by the converter, which names every fault.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from inspect import unwrap
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from attrs import NOTHING, Converter, Factory, fields, resolve_types

from maroc_offshoring.figures import Figure
from maroc_offshoring.files.values import COMPUTED, LEAVES, MissingKey, Resolver, UnknownKeys, items
from maroc_offshoring.model import Citation, City, Country, Place, Record, Region, Source
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term

Reader = Callable[[Any], Any]


class Structurer:
    """What makes records of their plain values, and shares among them what is equal.

    Args:
        resolver: What finds the records that ids name.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._readers: dict[Any, Reader] = dict(LEAVES)
        self._tables: dict[type, Reader] = {}
        self._citations: dict[str, Citation] = {}

    def make(self, values: dict[str, Any], cls: type) -> Any:
        """Make a record.

        Args:
            values: Its keys and values.
            cls: Its class.

        Returns:
            The record.

        Raises:
            Exception: Of any kind, where there is a fault.
        """
        return self._table(cls)(values)

    def _table(self, cls: type) -> Reader:
        """The reader of a class whose plain form is a table with its fields as keys."""
        if cls not in self._tables:
            self._tables[cls] = self._new_table(cls)
        return self._tables[cls]

    def _new_table(self, cls: type) -> Reader:
        """Make what a class's own `__init__` makes: convert, validate, finish.

        What a table leaves out takes its default, which was converted once: most fields of most records are left out.
        """
        slots = [
            (name, put, default, kind and self._reader(kind), convert)
            for name, put, default, kind, convert in _slots(cls)
        ]
        names = frozenset(slot.name for slot in _slots(cls) if (cls, slot.name) not in COMPUTED)
        checks = [(field.validator, field) for field in fields(cls) if field.validator]
        finish = getattr(cls, "__attrs_post_init__", None)

        def read(values: dict[str, Any]) -> Any:
            if not names.issuperset(values.keys()):
                raise UnknownKeys(tuple(values), tuple(names))
            made: Any = object.__new__(cls)
            for name, put, default, read_value, convert in slots:
                if name in values:
                    value = values[name]
                    if read_value is not None and value is not None:  # whether it may be null, the class knows
                        value = read_value(value)
                    put(made, value if convert is None else convert(value))
                elif default is NOTHING:
                    raise MissingKey
                else:
                    put(made, default)
            for check, field in checks:
                check(made, field, getattr(made, field.name))
            if finish is not None:
                finish(made)
            return made

        return read

    def _reader(self, kind: Any) -> Reader:
        """The reader of a field, by its type."""
        if kind not in self._readers:
            self._readers[kind] = self._new_reader(kind)
        return self._readers[kind]

    def _new_reader(self, kind: Any) -> Reader:
        if get_origin(kind) is tuple:
            (of_each, _) = get_args(kind)
            if _is(of_each, Term):
                return _shared_lists(of_each.of)
            if _reads_itself(of_each):
                return items
            return _shared_lists(self._reader(of_each))
        if kind == City | Region | Country:
            return partial(self._resolver.resolve, Place)
        if kind is Citation:
            return self._citation
        if kind in (Figure, Name):
            of, keyed = kind.of, self._table(kind)
            return lambda value: keyed(value) if isinstance(value, dict) else of(value)
        if _is(kind, Record, Source):
            return partial(self._resolver.resolve, kind)
        return self._table(kind)

    def _citation(self, value: Any) -> Citation:
        """Read a citation; a bare id is the same object wherever it is cited."""
        if isinstance(value, dict):
            return self._table(Citation)(value)  # type: ignore[no-any-return]
        known = self._citations.get(value)
        if known is None:
            known = self._citations[value] = Citation(source=self._resolver.resolve(Source, value))
        return known


def _shared_lists(each: Reader) -> Reader:
    """The reader of lists; those of the same ids or words become the same object: most records cite one source."""
    shared: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def read(value: Any) -> tuple[Any, ...]:
        plain = tuple(items(value))
        try:
            found = shared.get(plain)
        except TypeError:  # tables, which are no keys
            return tuple(map(each, plain))
        if found is None:
            if len(shared) == _MOST_SHARED:
                shared.clear()
            found = shared[plain] = tuple(map(each, plain))
        return found

    return read


_MOST_SHARED = 4096


class _Slot(NamedTuple):
    """A field of a class, as its `__init__` fills it."""

    name: str
    put: Callable[[Any, Any], None]
    default: Any
    kind: Any
    convert: Reader | None


@cache
def _slots(cls: type) -> tuple[_Slot, ...]:
    """The fields of a class; the type of one whose plain value its own converter reads is None."""
    found: list[_Slot] = []
    for field in fields(resolve_types(cls)):
        if not field.init or isinstance(field.default, Factory):  # type: ignore[arg-type]
            raise TypeError(f"{cls.__name__}.{field.name} is no field that files hold")
        own: Any = field.converter
        convert: Reader | None = unwrap(own.converter) if isinstance(own, Converter) else own  # type: ignore[attr-defined]
        default = None if (cls, field.name) == (Figure, "value") else field.default  # a range leaves its value out
        if convert is not None and default is not NOTHING:
            default = convert(default)
        parts = get_args(field.type) if get_origin(field.type) in (Union, UnionType) else (field.type,)
        (kind, *others) = (part for part in parts if part is not NoneType)
        kind = field.type if others else kind
        kind = None if convert is not None and _reads_itself(kind) else kind
        found.append(_Slot(field.name, getattr(cls, field.name).__set__, default, kind, convert))
    return tuple(found)


def _reads_itself(kind: Any) -> bool:
    """Whether the converters of fields of a type read plain values, as strictly as the readers of files do."""
    return kind in (str, int, Decimal) or _is(kind, Term)


def _is(kind: Any, *bases: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, bases)
