"""The directory of a dataset: everything in it that has a name, found by any of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any, TypeVar

from maroc_offshoring.errors import WrongType, a
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import PARTIES, PLACES, singular
from maroc_offshoring.names import NameIndex

R = TypeVar("R", bound="Record | Source")

_TOGETHER = {"place": PLACES, "party": PARTIES}


class Directory:
    """The records of a dataset by kind, and their names; the index of a kind is built when it is first asked.

    Args:
        records: Gives the records of each kind; called when the first name is looked up.
    """

    __slots__ = ("_indexes", "_lock", "_records")

    def __init__(self, records: Callable[[], Mapping[str, Sequence[Record | Source]]]) -> None:
        self._records = records
        self._indexes: dict[str, NameIndex[Any]] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        records = self._records()
        return _of, (records,)

    def index(self, kind: str) -> NameIndex[Any]:
        """Return the index of one kind, or of all places or parties together.

        Args:
            kind: A kind of :data:`~maroc_offshoring.model.kinds.KINDS`, or `place` or `party`.

        Returns:
            The index.
        """
        if kind not in self._indexes:
            with self._lock:
                if kind not in self._indexes:
                    kinds = _TOGETHER.get(kind, (kind,))
                    things = [record for one in kinds for record in self._records().get(one, ())]
                    self._indexes[kind] = NameIndex(singular(kind), things)
        return self._indexes[kind]

    def resolve(self, kind: str, asked: object, expected: type[R]) -> tuple[R, ...]:
        """Find the things that a call names.

        Args:
            kind: As in :meth:`index`.
            asked: A thing, an id or a name, or a list of these.
            expected: The class of the things.

        Returns:
            The things.

        Raises:
            UnknownName: Where a name is not known.
            AmbiguousName: Where several things have it.
            WrongType: Where something else was given.
        """
        found: list[R] = []
        for one in _each(asked):
            if isinstance(one, expected):
                found.append(one)
            elif isinstance(one, str):
                found.append(self.index(kind).find(one))
            else:
                raise WrongType(singular(kind), one, f"{a(expected.__name__)}, its id or one of its names")
        return tuple(found)


def _of(records: Mapping[str, Sequence[Record | Source]]) -> Directory:
    return Directory(lambda: records)


def _each(asked: object) -> Iterable[object]:
    if isinstance(asked, Iterable) and not isinstance(asked, (str, bytes)):
        return tuple(asked)
    return (asked,)
