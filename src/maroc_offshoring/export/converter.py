"""Records as plain dicts for JSON and back, and the cattrs converter for classes of an application that hold ours."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from types import UnionType
from typing import Any, cast, get_origin

from attrs import fields, resolve_types
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidRecords, UnknownName, UnknownWord, WrongType, a, nearest
from maroc_offshoring.export.dicts import Plain, writer
from maroc_offshoring.export.layout import is_part, ordered, without_none
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.decimals import decimal
from maroc_offshoring.files.converter import resolving
from maroc_offshoring.files.converter import structure as structured
from maroc_offshoring.files.faults import faults
from maroc_offshoring.files.limits import flaws
from maroc_offshoring.model import Citation, Party, Place, Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, singular
from maroc_offshoring.names import Name
from maroc_offshoring.problems import Problem
from maroc_offshoring.vocabulary import Term

_FAMILIES: dict[type, tuple[str, ...]] = {Place: PLACES, Party: PARTIES}


def to_dict(record: Record | Source) -> Plain:
    """Write a record as a plain dict for JSON.

    Args:
        record: A record or a source.

    Returns:
        Texts, whole numbers, lists and dicts by the names of the fields: Decimals and dates as texts; names, figures
        and citations always as dicts; the records that it refers to by their ids. What has its default is left out.

    Raises:
        WrongType: Where it is no record.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.to_dict(mo.load().commitments["2022-04-20-phoneo"])["pledges"][0]["figure"]
        {'value': '2000', 'unit': 'job', 'as_printed': '2.000 emplois'}
    """
    if type(record) not in KINDS.values():
        raise WrongType("record", record, "a record of the model, such as a Commitment")
    return writer(cast("Hashable", type(record)))(record)


def from_dict(kind: str, values: Mapping[str, Any], dataset: Dataset) -> Record | Source:
    """Make a record of a plain dict, as :func:`to_dict` writes it or a record file holds it.

    Args:
        kind: Its kind: `commitments` or `commitment`.
        values: Its keys and values.
        dataset: The dataset in which the records are that it refers to.

    Returns:
        The record; it is not added to the dataset.

    Raises:
        UnknownWord: Where there is no such kind.
        WrongType: Where the values are no dict, or the dataset is none.
        InvalidRecords: With every fault.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> phoneo = ds.commitments["2022-04-20-phoneo"]
        >>> mo.from_dict("commitment", mo.to_dict(phoneo), ds) == phoneo
        True
    """
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset; load it with mo.load()")
    found = next((one for one in KINDS if kind in (one, singular(one))), None)
    if found is None:
        raise UnknownWord("kind", kind, tuple(KINDS))
    made: Record | Source = _made(values, KINDS[found], _Ids(dataset))
    return made


def converter(dataset: Dataset | None = None) -> Converter:
    """Make a cattrs converter for classes of an application that hold records, figures, dates or words of ours.

    Args:
        dataset: The dataset in which the records are that ids name; None where no class refers to one.

    Returns:
        A converter of its own, to which further hooks can be added. It writes a record as its id and finds it again by
        it; it reads a figure from a dict or as the press prints it. What is wrong with a value of ours is an error of
        ours; cattrs says in which field of the application's class it stands.

    Raises:
        WrongType: Where it is no dataset.

    Example:
        >>> import maroc_offshoring as mo
        >>> made = mo.converter(mo.load()).structure(
        ...     {"place": "oujda-shore", "jobs": "près de 300 emplois", "as_of": "2024"}, mo.Presence
        ... )
        >>> made.place.city.name.fr, made.jobs.qualifier.value
        ('Oujda', 'nearly')
    """
    if dataset is not None and not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset; load it with mo.load()")
    made = _writing()
    ids = _Ids(dataset)
    made.register_structure_hook(Term, lambda value, cls: cls.of(value))
    made.register_structure_hook_func(is_ours, lambda value, cls: _made(value, cls, ids))
    made.register_structure_hook_func(_is(Record, Source), lambda value, cls: _one(value, cls, ids))
    for cls in (PartialDate, Period, Figure, Name):
        made.register_structure_hook(cls, lambda value, cls: _leaf(value, cls, ids))
    made.register_structure_hook(Citation, lambda value, _: _citation(value, ids))
    made.register_structure_hook(Decimal, _decimal)
    return made


class _Ids:
    """Finds the records of a dataset by their ids."""

    def __init__(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._of_kind: dict[str, dict[str, Record | Source]] = {}

    def resolve(self, cls: type, name: str) -> Any:
        known: list[str] = []
        for kind in _FAMILIES.get(cls) or (next(kind for kind, one in KINDS.items() if one is cls),):
            if kind not in self._of_kind:
                records = self._dataset.records(kind) if self._dataset is not None else ()
                self._of_kind[kind] = {record.id: record for record in records}
            if name in self._of_kind[kind]:
                return self._of_kind[kind][name]
            known += self._of_kind[kind]
        raise UnknownName(cls.__name__.lower(), name, nearest(name, known), "by id, as files write it")


# Reading


def _made(values: Any, cls: type, ids: _Ids) -> Any:
    """Make a thing of ours that has fields, or name every fault."""
    if not isinstance(values, Mapping):
        raise WrongType("", values, f"a dict with the fields of {a(cls.__name__)}")
    found = flaws(values)
    if not found:
        try:
            with resolving(ids):
                return structured(dict(values), cls)
        except Exception as fault:
            found = [(field, message) for field, message, _ in faults(fault)]
    name = values.get("id")
    what, which = cls.__name__.lower(), name if isinstance(name, str) else ""
    raise InvalidRecords([Problem(message, kind=what, record=which, field=field) for field, message in found])


def _one(value: Any, cls: type, ids: _Ids) -> Any:
    """Find the record that an id names."""
    if isinstance(value, str):
        return ids.resolve(cls, value)
    raise WrongType("", value, f"the id of {a(cls.__name__)}")


def _leaf(value: Any, cls: Any, ids: _Ids) -> Any:
    if isinstance(value, Mapping):
        return _made(value, cls, ids)
    return cls.of(value)


def _citation(value: Any, ids: _Ids) -> Citation:
    if isinstance(value, str):
        return Citation(source=ids.resolve(Source, value))
    made: Citation = _made(value, Citation, ids)
    return made


def _decimal(value: Any, _: Any) -> Decimal:
    return decimal(value, "number")


# Writing


def _writing() -> Converter:
    """A converter that writes things of ours as plain values."""
    made = Converter()
    made.register_unstructure_hook(Decimal, lambda number: format(number, "f"))
    made.register_unstructure_hook(PartialDate, str)
    made.register_unstructure_hook(Period, str)
    made.register_unstructure_hook(Term, lambda word: str(word.value))
    made.register_unstructure_hook_factory(is_ours, lambda cls: _table(cls, made))
    made.register_unstructure_hook_func(_is(Record, Source), lambda record: record.id)
    return made


def _table(cls: Any, made: Converter) -> Callable[[Any], Plain]:
    """Write the fields of a class of ours, those that it refers to by their ids."""
    resolve_types(cls)
    own: dict[str, Any] = {field.name: override(omit=True) for field in fields(cls)}
    for field in ordered(cls):
        several = get_origin(without_none(field.type)[0]) is UnionType  # the parent of a site is one of several kinds
        own[field.name] = override(unstruct_hook=lambda record: record.id) if several else override()
    write: Callable[[Any], Plain] = make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True, **own)
    if cls is not Figure:
        return write
    return lambda figure: {key: value for key, value in write(figure).items() if value is not None}  # a range has none


def _is(*bases: type) -> Callable[[Any], bool]:
    return lambda cls: isinstance(cls, type) and issubclass(cls, bases)


def is_ours(cls: Any) -> bool:
    """Say whether a class is a part of our records: a pledge, a name, a figure of a site."""
    return is_part(cls) and cls.__module__.startswith("maroc_offshoring.")
