"""The record as tables: which tables and columns there are, read off the classes of the model.

Each kind of record is a table with a row per record. What a record holds once stands in columns, a figure as
`figure_value`, `figure_unit` and so on; what it holds several times stands in a table of its own, such as
`commitments_pledges`, whose rows are found by the id of the record and their position in it. The id of a place or party
of any sort refers to the small tables `places` and `parties`, since places share one set of ids, and so do parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from attrs import NOTHING, fields, frozen, has, resolve_types

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Party, Place, Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, singular
from maroc_offshoring.vocabulary import Term

SHARED = {"places": PLACES, "parties": PARTIES}
"""The tables that list the ids which several kinds share, each with its kinds."""

_NOT_HELD = {(Figure, "steps")}  # what was computed is no part of the record


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    WORD = "word"
    ID = "id"


@frozen
class Column:
    """A column of a table.

    Args:
        name: Its name.
        kind: What it holds: a text, a whole number, a decimal number, a date at its own precision (`2019`, `2019-04`,
            `2019-04-24`), a word of a closed list, or an id.
        meaning: What it says, in a sentence.
        path: The attributes that lead from the object of the row to the value; empty where the object is the value.
        required: Whether it is never empty.
        words: The closed list of its words.
        refers_to: The table that its id refers to.
        of_span: Whether it is the start or the end of a span of time, which the last step of the path tells.
    """

    name: str
    kind: Kind
    meaning: str
    path: tuple[str, ...]
    required: bool = False
    words: type[Term] | None = None
    refers_to: str | None = None
    of_span: bool = False


@frozen
class Table:
    """A table.

    Args:
        name: Its name: the kind of its records, or that of the table above with the name of the list in it.
        kind: The kind of the records that its rows belong to.
        meaning: What a row is, in a sentence.
        key: The names of the columns that tell its rows apart.
        columns: The columns beside the key of a list; of a kind, all of them.
        path: The attributes that lead from the object of a row of the table above to the list; empty for a kind.
        item: The class of the object of a row.
        lists: The tables of what its rows hold several times.
    """

    name: str
    kind: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    path: tuple[str, ...]
    item: Any
    lists: tuple[Table, ...]

    @property
    def above(self) -> str:
        """The name of the table above that of a list."""
        return self.name.removesuffix("_" + "_".join(self.path))

    def walk(self) -> Iterator[Table]:
        """Walk the table and all that belong to it, each after the one above it.

        Yields:
            The tables.
        """
        yield self
        for table in self.lists:
            yield from table.walk()


@cache
def layout() -> dict[str, Table]:
    """Return the table of each kind of record, with the tables of its lists.

    Returns:
        The tables by kind, in the order in which each refers only to ones before it or to itself.

    Example:
        >>> from maroc_offshoring.export.layout import layout
        >>> [table.name for table in layout()["targets"].walk()]
        ['targets', 'targets_segments', 'targets_set_by', 'targets_citations']
    """
    return {kind: table_of(kind, cls) for kind, cls in KINDS.items()}


def all_tables() -> tuple[Table, ...]:
    """Return all tables of records, each after the one above it.

    Returns:
        The tables.
    """
    return tuple(table for of_kind in layout().values() for table in of_kind.walk())


def table_of(kind: str, cls: type, meaning: str = "") -> Table:
    """Lay out a class as a table with a row per object, and tables of what it holds several times.

    Args:
        kind: The name of the table.
        cls: The class; one of its fields is the id.
        meaning: What a row is, in a sentence; what the docstring of the class says first, where none is given.

    Returns:
        The table.
    """
    columns, lists = _laid_out(cls, (), kind, kind, (f"{singular(kind)}_id",))
    return Table(kind, kind, meaning or _first_sentence(cls), ("id",), columns, (), cls, lists)


def _table_of_list(
    name: str, kind: str, key: tuple[str, ...], *, meaning: str, path: tuple[str, ...], item: Any
) -> Table:
    lists: tuple[Table, ...] = ()
    if is_part(item):
        columns, lists = _laid_out(item, (), name, kind, (*key, f"{path[-1]}_position"))
    else:
        name_of_one = _of_one(item)
        own = f"{singular(path[-1])}_id" if name_of_one in key else name_of_one  # a site of sites
        columns = (_column(own, item, meaning, (), required=True),)
    return Table(name, kind, meaning, (*key, "position"), columns, path, item, lists)


def _laid_out(
    cls: type, path: tuple[str, ...], table: str, kind: str, key: tuple[str, ...]
) -> tuple[tuple[Column, ...], tuple[Table, ...]]:
    """Lay out the fields of a class: the columns, and the tables of what it holds several times."""
    resolve_types(cls)
    told = meanings(cls)
    columns: list[Column] = []
    lists: list[Table] = []
    for field in ordered(cls):
        there = (*path, field.name)
        meaning = told.get(field.name, "")
        value, optional = without_none(field.type)
        if get_origin(value) is tuple:
            name = "_".join((table, *there))
            lists.append(_table_of_list(name, kind, key, meaning=meaning, path=there, item=get_args(value)[0]))
        elif value is Period:
            for end, words in (("start", "The first date of it: "), ("end", "The last date of it: ")):
                columns.append(Column("_".join((*there, end)), Kind.DATE, words + meaning, (*there, end), of_span=True))
        elif is_part(value):
            inner, below = _laid_out(value, there, table, kind, key)
            columns += inner
            lists += below
        else:
            required = not optional and not path and field.default is NOTHING
            columns.append(_column("_".join(there), value, meaning, there, required=required))
    return tuple(columns), tuple(lists)


def is_part(value: Any) -> bool:
    """Whether a value is made of fields of its own, and is no record that an id stands for."""
    return (
        isinstance(value, type) and has(value) and value is not PartialDate and not issubclass(value, (Record, Source))
    )


def ordered(cls: type) -> list[Any]:
    """The fields of a class that are held, the id first and what every record has last."""
    held = [field for field in fields(cls) if (cls, field.name) not in _NOT_HELD]
    shared = {field.name for field in fields(Record)} - {"id"} if issubclass(cls, Record) else set()
    return sorted(held, key=lambda field: (field.name != "id", field.name in shared))


def _column(name: str, value: Any, meaning: str, path: tuple[str, ...], *, required: bool) -> Column:
    target = _target(value)
    if target is not None:
        name = name if name.endswith("_id") else f"{name}_id"
        return Column(name, Kind.ID, meaning, path, required, refers_to=target)
    if issubclass(value, Term):
        return Column(name, Kind.WORD, meaning, path, required, words=value)
    return Column(name, _KINDS[value], meaning, path, required)


_KINDS = {str: Kind.TEXT, int: Kind.WHOLE, Decimal: Kind.NUMBER, PartialDate: Kind.DATE}
_TABLE_OF = {cls: kind for kind, cls in KINDS.items()} | {Place: "places", Party: "parties"}


def _target(value: Any) -> str | None:
    """The table that a reference refers to; None for what is no reference."""
    if isinstance(value, UnionType):
        return "places"
    return _TABLE_OF.get(value)


def _of_one(item: Any) -> str:
    """The name of the column that holds the one value of a row of a list."""
    target = _target(item)
    if target is not None:
        return f"{singular(target)}_id"
    return "word" if issubclass(item, Term) else "text"


def without_none(annotation: Any) -> tuple[Any, bool]:
    """The type that an annotation allows beside None, and whether None is allowed."""
    if not isinstance(annotation, UnionType):
        return annotation, False
    allowed = [one for one in get_args(annotation) if one is not NoneType]
    if len(allowed) == 1:
        return allowed[0], True
    return annotation, False


_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")  # a link of the documentation, of which the name is kept
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)
_ALSO_TAKEN = re.compile(r"; a `[A-Z]\w+` or .*?(?=\.$)")  # what the class takes too, and no file holds
_NOTHING = re.compile(r"\bNone\b")


def meanings(cls: type) -> dict[str, str]:
    """What each field of a class says, as the docstrings of the class and of those above it describe it."""
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        text = cleandoc(one.__doc__ or "")
        _, _, arguments = text.partition("\nArgs:\n")
        for name, meaning in _ARGUMENT.findall(arguments.split("\n\n")[0]):
            told = _ROLE.sub(r"`\1`", " ".join(meaning.split()))
            found[name] = _NOTHING.sub("empty", _ALSO_TAKEN.sub("", told))
    return found


def _first_sentence(cls: type) -> str:
    return " ".join(cleandoc(cls.__doc__ or "").split("\n\n")[0].split())
