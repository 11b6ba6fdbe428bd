"""The shelves of a dataset: one collection per kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from maroc_offshoring.dataset.collection import Collection, FigureCollection
from maroc_offshoring.dataset.directory import Directory
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS

if TYPE_CHECKING:
    from maroc_offshoring.model import (
        Agreement,
        City,
        Commitment,
        Country,
        Event,
        FormerRegion,
        Incentive,
        Institution,
        Observation,
        Operator,
        Plan,
        Region,
        Site,
        Statement,
        Target,
    )

Records = Mapping[str, Sequence[Record | Source]]

ADDED_UP = ("commitments", "targets", "observations")
"""The kinds whose records have figures to add."""


class Shelves:
    """The collections of a dataset, each made when it is first asked for.

    Args:
        records: The records of each kind, in order; or a function that makes them, called once when they are first
            asked for.
    """

    __slots__ = ("_collections", "_directory", "_lock", "_make", "_shelved")

    def __init__(self, records: Records | Callable[[], Records]) -> None:
        self._make = records if callable(records) else lambda: records
        self._shelved: dict[str, tuple[Record | Source, ...]] | None = None
        self._lock = Lock()
        self._directory = Directory(lambda: self._records)
        self._collections: dict[str, Collection[Any]] = {}
        if not callable(records):
            self._records  # noqa: B018 - records at hand are taken at once, so that the caller's own may change

    @property
    def _records(self) -> dict[str, tuple[Record | Source, ...]]:
        """The records of each kind, made when they are first asked for, by one thread."""
        if self._shelved is None:
            with self._lock:
                if self._shelved is None:
                    made = self._make()
                    self._shelved = {kind: tuple(made.get(kind, ())) for kind in KINDS}
        return self._shelved

    @property
    def sources(self) -> Collection[Source]:
        """The publications that records rest on."""
        return cast("Collection[Source]", self._collection("sources"))

    @property
    def countries(self) -> Collection[Country]:
        """The countries."""
        return cast("Collection[Country]", self._collection("countries"))

    @property
    def regions(self) -> Collection[Region]:
        """The twelve regions."""
        return cast("Collection[Region]", self._collection("regions"))

    @property
    def former_regions(self) -> Collection[FormerRegion]:
        """The sixteen regions of 1997 to 2015."""
        return cast("Collection[FormerRegion]", self._collection("former_regions"))

    @property
    def cities(self) -> Collection[City]:
        """The cities."""
        return cast("Collection[City]", self._collection("cities"))

    @property
    def sites(self) -> Collection[Site]:
        """The parks and other sites."""
        return cast("Collection[Site]", self._collection("sites"))

    @property
    def institutions(self) -> Collection[Institution]:
        """The public bodies, federations, funds and clubs."""
        return cast("Collection[Institution]", self._collection("institutions"))

    @property
    def operators(self) -> Collection[Operator]:
        """The companies."""
        return cast("Collection[Operator]", self._collection("operators"))

    @property
    def plans(self) -> Collection[Plan]:
        """The plans that targets are part of."""
        return cast("Collection[Plan]", self._collection("plans"))

    @property
    def agreements(self) -> Collection[Agreement]:
        """The signed instruments."""
        return cast("Collection[Agreement]", self._collection("agreements"))

    @property
    def commitments(self) -> FigureCollection[Commitment]:
        """The promises."""
        return cast("FigureCollection[Commitment]", self._collection("commitments"))

    @property
    def targets(self) -> FigureCollection[Target]:
        """The aims of authorities and plans."""
        return cast("FigureCollection[Target]", self._collection("targets"))

    @property
    def observations(self) -> FigureCollection[Observation]:
        """The measurements."""
        return cast("FigureCollection[Observation]", self._collection("observations"))

    @property
    def events(self) -> Collection[Event]:
        """The fairs, signings and openings."""
        return cast("Collection[Event]", self._collection("events"))

    @property
    def incentives(self) -> Collection[Incentive]:
        """The rules of the offshoring offer."""
        return cast("Collection[Incentive]", self._collection("incentives"))

    @property
    def statements(self) -> Collection[Statement]:
        """What was said that is no figure."""
        return cast("Collection[Statement]", self._collection("statements"))

    def records(self, kind: str | None = None) -> Iterable[Record | Source]:
        """Walk the records.

        Args:
            kind: A kind, such as `commitments`; None for all, in the order of the kinds.

        Yields:
            The records.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> len(list(ds.records("regions"))), next(iter(ds.records("countries"))).id
            (12, 'morocco')
        """
        for name in KINDS if kind is None else (kind,):
            yield from self._records[name]

    def _collection(self, kind: str) -> object:
        if kind not in self._collections:
            cls = FigureCollection if kind in ADDED_UP else Collection
            # Of two threads that ask at once, both get the one that is set first.
            self._collections.setdefault(kind, cls(kind, self._records[kind], self._directory))
        return self._collections[kind]
