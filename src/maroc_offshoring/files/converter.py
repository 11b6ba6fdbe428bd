"""The cattrs converter between plain values and the classes of the model.

It is strict: an int is no text, 3.9 is not 3, an unknown key is an error. Ids are resolved to records through the
resolver that is in force while a file is read. It gathers every fault of a record, at a price: whole records are made
by :mod:`.structuring`, which stops at the first.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, get_origin

from attrs import NOTHING, Factory, fields, has
from cattrs import AttributeValidationNote, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from maroc_offshoring.errors import MarocOffshoringError, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.values import COMPUTED, LEAVES, MissingKey, Resolver, UnknownKeys, items
from maroc_offshoring.model import Citation, City, Country, Place, Record, Region, Source
from maroc_offshoring.model.fields import read
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term

_resolver: ContextVar[Resolver] = ContextVar("resolver")


@contextmanager
def resolving(resolver: Resolver) -> Generator[None]:
    """Resolve ids through a resolver while the block runs.

    Args:
        resolver: What finds records.

    Yields:
        Nothing.
    """
    token = _resolver.set(resolver)
    try:
        yield
    finally:
        _resolver.reset(token)


@cache
def converter() -> Converter:
    """Return the converter of record files.

    Returns:
        The converter, made once; the hooks of a class are made when it is first met.
    """
    made = Converter(forbid_extra_keys=False, detailed_validation=True)
    for kind, leaf in LEAVES.items():
        if kind is not Any:
            made.register_structure_hook(kind, _reading(leaf))
    made.register_structure_hook_func(_is(Term), lambda value, cls: cls.of(value))
    made.register_structure_hook_factory(has, lambda cls: _keyed(cls, made))
    made.register_structure_hook_factory(_is(Record, Source), lambda cls: _by_id(cls, made))
    made.register_structure_hook_func(
        lambda cls: cls == City | Region | Country, lambda value, _: _resolved(value, Place)
    )
    made.register_structure_hook_factory(_is_tuple, lambda cls: _listed(cls, made))
    for cls, of in ((Name, Name.of), (Figure, Figure.of), (Citation, _citation)):
        made.register_structure_hook(cls, _text_or(of, _keyed(cls, made)))
    return made


def structure(values: dict[str, Any], cls: type) -> Any:
    """Make a record of its plain values, or find every fault of it.

    Args:
        values: Its keys and values; ids are resolved through the resolver in force.
        cls: Its class.

    Returns:
        The record.

    Raises:
        ExceptionGroup: With every fault; :func:`maroc_offshoring.files.faults.faults` walks it.
    """
    return _keyed_once(cls)(values, cls)


@cache
def _keyed_once(cls: type) -> Callable[[Any, Any], Any]:
    return _keyed(cls, converter())


def _keyed(cls: type, made: Converter) -> Callable[[Any, Any], Any]:
    """The hook of a class whose plain form is a table with its fields as keys."""
    names = tuple(field.name for field in fields(cls) if field.init and (cls, field.name) not in COMPUTED)
    required = tuple(
        field.name for field in fields(cls) if field.default is NOTHING and (cls, field.name) != (Figure, "value")
    )
    known = frozenset(names)
    omitted = {name: override(omit=True) for owner, name in COMPUTED if owner is cls}
    make: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, made, **omitted)  # type: ignore[arg-type]

    def hook(value: Any, _cls: Any) -> Any:
        if not isinstance(value, dict):
            raise WrongType("", value, f"a table with the keys {', '.join(names)}")
        wrong: list[Exception] = []
        if not known.issuperset(value):
            wrong.append(UnknownKeys(tuple(sorted(map(str, value.keys() - known))), names))
        missing = [name for name in required if name not in value]
        wrong += [MissingKey().within(name) for name in missing]
        try:
            result = make({"value": None, **value} if cls is Figure else value, cls)  # a range leaves its value out
        except Exception as fault:
            wrong += _every_fault(fault, value, cls, missing, made)
        else:
            if not wrong:
                return result
        raise ExceptionGroup(cls.__name__, wrong)

    return hook


def _every_fault(
    fault: Exception, value: dict[str, Any], cls: type, missing: list[str], made: Converter
) -> list[Exception]:
    """Find what else is wrong: cattrs reads all fields, but attrs stops at the first that its class refuses."""
    if not isinstance(fault, ExceptionGroup):
        return [fault]
    told = [error for error in fault.exceptions if not (isinstance(error, KeyError) and error.args[0] in missing)]
    at = {note.name for error in told for note in getattr(error, "__notes__", ()) if _names_a_field(note)}
    found: list[Exception] = []
    trial: Any = object.__new__(cls)
    for own in fields(cls):
        if own.name not in value or own.name in at or not own.init:
            if own.default is not NOTHING and not isinstance(own.default, Factory):  # type: ignore[arg-type]
                object.__setattr__(trial, own.name, own.default)
            continue
        try:
            part = read(own, made.structure(value[own.name], own.type))
            object.__setattr__(trial, own.name, part)
            if own.validator:
                own.validator(trial, own, part)
        except MarocOffshoringError as error:
            named = error.where == own.name or error.where.startswith((f"{own.name}.", f"{own.name}["))
            found.append(error if named else error.within(own.name))
        except AttributeError:  # a validator that looks at a field which is itself at fault
            continue
    if at or not found:
        return [*told, *found]
    return found  # the one that attrs stopped at is among them


def _names_a_field(note: object) -> bool:
    return isinstance(note, AttributeValidationNote)


def _is(*bases: type) -> Callable[[Any], bool]:
    return lambda cls: isinstance(cls, type) and issubclass(cls, bases)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _listed(cls: Any, made: Converter) -> Callable[[Any, Any], Any]:
    each = homogenous_tuple_structure_factory(cls, made)
    return lambda value, kind: each(items(value), kind)


def _reading(leaf: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, _: leaf(value)


def _by_id(cls: type, _made: Converter) -> Callable[[Any, Any], Any]:
    return lambda value, _: _resolved(value, cls)


def _resolved(value: Any, cls: type) -> Any:
    if not isinstance(value, str):
        raise WrongType("", value, f"the id of a {cls.__name__.lower()}")
    return _resolver.get().resolve(cls, value)


def _text_or(of: Callable[[Any], Any], keyed: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, cls: keyed(value, cls) if isinstance(value, dict) else of(value)


def _citation(value: Any) -> Citation:
    return Citation(source=_resolved(value, Source))
