"""The records that the ids of files may name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from maroc_offshoring.errors import MarocOffshoringError, UnknownName, nearest
from maroc_offshoring.model import Party, Place, Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset

_KINDS_OF: dict[type, tuple[str, ...]] = {
    **{cls: (kind,) for kind, cls in KINDS.items()},
    Place: PLACES,
    Party: PARTIES,
}

# Finding the nearest of all ids takes long; a file with more unknown ids than that has another fault than spelling.
_SUGGESTIONS = 50


class AlreadyFaulty(MarocOffshoringError):
    """The record that is referred to has a fault of its own, which is reported there."""


class Known:
    """The records made so far, by kind and id; it resolves the ids of the rest.

    Args:
        announced: The kind and id of each record that is there to be made.
    """

    def __init__(self, announced: Iterable[tuple[str, str]]) -> None:
        self.made: dict[str, dict[str, Record | Source]] = {kind: {} for kind in KINDS}
        self._announced = set(announced)
        self._suggested: dict[tuple[type, str], tuple[str, ...]] = {}

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Know the records of a dataset.

        Args:
            dataset: The dataset.

        Returns:
            What resolves their ids.
        """
        known = cls(())
        for kind, made in known.made.items():
            made.update((record.id, record) for record in dataset.records(kind))
            known._announced.update((kind, name) for name in made)
        return known

    def resolve(self, cls: type, name: str) -> Any:
        """Find the record that an id names.

        Args:
            cls: Its class; `Place` and `Party` for any of theirs.
            name: The id.

        Returns:
            The record.

        Raises:
            AlreadyFaulty: Where the record is there but could not be made.
            UnknownName: Where it is not; the nearest ids are suggested.
        """
        kinds = _KINDS_OF[cls]
        for kind in kinds:
            found = self.made[kind].get(name)
            if found is not None:
                return found
        if any((kind, name) in self._announced for kind in kinds):
            raise AlreadyFaulty(name)
        raise UnknownName(cls.__name__.lower(), name, self._nearest(cls, name), "by id, as files write it")

    def _nearest(self, cls: type, name: str) -> tuple[str, ...]:
        if (cls, name) not in self._suggested:
            if len(self._suggested) >= _SUGGESTIONS:
                return ()
            ids = [known for kind, known in sorted(self._announced) if kind in _KINDS_OF[cls]]
            self._suggested[cls, name] = nearest(name, ids)
        return self._suggested[cls, name]
