"""Making records of their plain values, fast: the first fault stops it.

It takes what :mod:`.converter` takes and refuses what that refuses, which tests prove on whole and broken records
alike, but it does not say well what is wrong: what it refuses is read again by the converter, which names every fault.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache, partial
from inspect import unwrap
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from attrs import NOTHING, Converter, Factory, field, fields, make_class, resolve_types

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.values import COMPUTED, LEAVES, MissingKey, Resolver, items
from maroc_offshoring.model import Citation, City, Country, Place, Record, Region, Source
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term

Reader = Callable[[Any], Any]

_remembering = lru_cache(maxsize=4096)  # what is written alike becomes the same object, which many records share


class Structurer:
    """What makes records of their plain values, and shares among them what is equal.

    Args:
        resolver: What finds the records that ids name.
        many: Whether so many will be made that it pays to prepare for it.
    """

    def __init__(self, resolver: Resolver, *, many: bool = False) -> None:
        self._resolver = resolver
        self._many = many
        self._tables: dict[type, Reader] = {}
        self._fields: dict[tuple[Any, Reader | None], Reader] = {}
        self._citation = _remembering(lambda name: Citation(source=resolver.resolve(Source, name)))

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
        readers = {
            slot.name: self._field(slot.kind, slot.convert) for slot in _slots(cls) if (cls, slot.name) not in COMPUTED
        }
        return _for_many(cls, readers) if self._many else _for_few(cls, readers)

    def _field(self, kind: Any, convert: Reader | None) -> Reader:
        """The reader of a field, by its type and its converter: many fields read alike."""
        if (kind, convert) not in self._fields:
            self._fields[kind, convert] = self._new_field(kind, convert)
        return self._fields[kind, convert]

    def _new_field(self, kind: Any, convert: Reader | None) -> Reader:
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], convert or tuple)
        if convert is not None and _reads_itself(kind):
            return _remembering(convert) if _is(kind, Term) else convert
        if convert is not None and kind in (Figure, Name):  # they read their texts themselves
            keyed = self._table(kind)
            return lambda value: keyed(value) if isinstance(value, dict) else convert(value)
        read = self._value(kind)
        if convert is None:
            return lambda value: None if value is None else read(value)  # whether it may be null, the class knows

        def both(value: Any) -> Any:
            return convert(None if value is None else read(value))

        return _remembering(both) if kind in (PartialDate, Period) else both

    def _value(self, kind: Any) -> Reader:
        """The reader of a value of a type."""
        if kind in LEAVES:
            return LEAVES[kind]
        if kind == City | Region | Country:
            return partial(self._resolver.resolve, Place)
        if _is(kind, Record, Source):
            return partial(self._resolver.resolve, kind)
        keyed, by_id = self._table(kind), self._citation
        return (lambda value: keyed(value) if isinstance(value, dict) else by_id(value)) if kind is Citation else keyed

    def _list(self, of_each: Any, convert: Reader) -> Reader:
        """The reader of a list; lists of the same ids or words become the same object: most records cite one source."""
        if _is(of_each, Term):
            each: Reader = of_each.of
        elif _reads_itself(of_each):
            return lambda value: convert(items(value))
        else:
            each = self._value(of_each)

        def read(value: Any) -> Any:
            return convert(tuple(map(each, items(value))))

        if not _is(of_each, Term, Record, Source, Citation):
            return read
        remembered = _remembering(read)

        def shared(value: Any) -> Any:
            plain = tuple(items(value))
            try:
                return remembered(plain)
            except TypeError:  # citations that are tables, which are no keys
                return read(plain)

        return shared


def _for_few(cls: type, readers: Mapping[str, Reader]) -> Reader:
    """The reader of tables that makes what the `__init__` of a class makes: convert, validate, finish.

    What a table leaves out takes its default, which was converted once: most fields of most records are left out.
    """
    slots = [(slot.name, slot.put, slot.default) for slot in _slots(cls)]
    required = {name for name, _, default in slots if default is NOTHING}
    checks = [(own.validator, own) for own in fields(cls) if own.validator]
    finish = getattr(cls, "__attrs_post_init__", None)

    def read(values: dict[str, Any]) -> Any:
        parts = {key: readers[key](value) for key, value in values.items()}  # there is none for a key that is unknown
        if not required <= parts.keys():
            raise MissingKey
        made: Any = object.__new__(cls)
        for name, put, default in slots:
            put(made, parts.get(name, default))
        for check, own in checks:
            check(made, own, getattr(made, own.name))
        if finish is not None:
            finish(made)
        return made

    return read


def _for_many(cls: type, readers: Mapping[str, Reader]) -> Reader:
    """The reader of tables that does the same sooner, by what attrs generates for a twin of the class."""
    twin = _twin(cls)
    named = {name: (name, read) for name, read in readers.items()}

    def read(values: dict[str, Any]) -> Any:
        parts = {}
        for key, value in values.items():
            name, read_value = named[key]  # the very name of the parameter, as Python finds it soonest
            parts[name] = read_value(value)
        made = twin(**parts)
        made.__class__ = cls
        return made

    return read


@cache
def _twin(cls: type) -> type:
    """Make a twin of a class: one that is not frozen, and takes parts that are converted already.

    Its `__init__` fills and checks them in a row of plain statements; what it made can become one of the class. That is
    four times as fast as putting each into its frozen slot, but it takes a millisecond to make a twin.
    """
    checks = {own.name: own.validator for own in fields(cls)}
    slots = sorted(_slots(cls), key=lambda slot: slot.default is not NOTHING)  # as attrs asks for
    filled = {slot.name: field(default=slot.default, validator=checks[slot.name]) for slot in slots}
    thawed = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return make_class(cls.__name__, filled, (cls,), thawed, slots=True, eq=False, repr=False, order=False)


class _Slot(NamedTuple):
    """A field of a class, as its `__init__` fills it."""

    name: str
    put: Callable[[Any, Any], None]
    default: Any
    kind: Any
    convert: Reader | None


@cache
def _slots(cls: type) -> tuple[_Slot, ...]:
    """The fields of a class; with the type of each beside None."""
    found: list[_Slot] = []
    for own in fields(resolve_types(cls)):
        if not own.init or isinstance(own.default, Factory):  # type: ignore[arg-type]
            raise TypeError(f"{cls.__name__}.{own.name} is no field that files hold")
        reads: Any = own.converter
        convert: Reader | None = unwrap(reads.converter) if isinstance(reads, Converter) else reads  # type: ignore[attr-defined]
        default = None if (cls, own.name) == (Figure, "value") else own.default  # a range leaves its value out
        if convert is not None and default is not NOTHING:
            default = convert(default)
        parts = get_args(own.type) if get_origin(own.type) in (Union, UnionType) else (own.type,)
        (kind, *others) = (part for part in parts if part is not NoneType)
        kind = own.type if others else kind
        found.append(_Slot(own.name, getattr(cls, own.name).__set__, default, kind, convert))
    return tuple(found)


def _reads_itself(kind: Any) -> bool:
    """Whether the converters of fields of a type read plain values, as strictly as the readers of files do."""
    return kind in (str, Decimal) or _is(kind, Term)


def _is(kind: Any, *bases: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, bases)
