"""A dataset: the records of all kinds, each referring only to records of the same dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from maroc_offshoring.dataset.collection import Collection, FigureCollection
from maroc_offshoring.dataset.directory import Directory
from maroc_offshoring.errors import InvalidRecords, WrongType
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, kind_of, referred_to, singular
from maroc_offshoring.problems import Problem

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
        Party,
        Place,
        Plan,
        Region,
        Site,
        Statement,
        Target,
    )

T = TypeVar("T", bound="Record | Source")
Records = Mapping[str, Sequence[Record | Source]]

_ADDED_UP = ("commitments", "targets", "observations")


class Dataset:
    """The records of all kinds, in collections that look them up, select and add.

    Make one with :func:`maroc_offshoring.load`, or of one's own records with :meth:`Dataset.of`.

    Args:
        records: The records of each kind, in order; each refers only to records among them.
        version: The version of the data, where it has one.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> ds.commitments["2022-04-20-phoneo"].operators[0].name.fr
        'Phoneo'
    """

    __slots__ = ("_collections", "_directory", "_records", "version")

    def __init__(self, records: Records, version: str | None = None) -> None:
        self._records: dict[str, tuple[Record | Source, ...]] = {kind: tuple(records.get(kind, ())) for kind in KINDS}
        self._directory = Directory(self._records)
        self._collections: dict[str, Collection[Any]] = {}
        self.version = version

    @classmethod
    def of(cls, *records: Record | Source, version: str | None = None) -> Dataset:
        """Make a dataset of some records and of all that they refer to.

        Args:
            records: The records.
            version: The version of the data.

        Returns:
            The dataset.

        Raises:
            InvalidRecords: Where two different records of one kind have the same id.
            WrongType: Where something is no record.

        Example:
            >>> import maroc_offshoring as mo
            >>> phoneo = mo.load().commitments["2022-04-20-phoneo"]
            >>> sorted(operator.id for operator in mo.Dataset.of(phoneo).operators)
            ['cnexia', 'eids-maroc', 'ntt-data-morocco', 'phoneo']
        """
        found: dict[str, dict[str, Record | Source]] = {kind: {} for kind in KINDS}
        problems: list[Problem] = []
        waiting = list(reversed(records))
        seen: set[int] = set()
        while waiting:
            record = waiting.pop()
            if id(record) in seen:
                continue
            seen.add(id(record))
            if type(record) not in KINDS.values():
                raise WrongType("records", record, "records of the model, such as a Commitment")
            kind = kind_of(record)
            known = found[kind].setdefault(record.id, record)
            if known is not record and known != record:
                problems.append(_conflict(kind, record.id))
            waiting.extend(referred_to(record))
        problems += _shared_ids(found)
        if problems:
            raise InvalidRecords(problems)
        return cls({kind: tuple(by_id.values()) for kind, by_id in found.items()}, version)

    def merge(self, other: Dataset) -> Dataset:
        """Lay another dataset beside this one.

        Args:
            other: The other dataset. A record that is in both must be the same in both.

        Returns:
            A dataset with the records of both, those of this one first.

        Raises:
            InvalidRecords: Where a record of the same kind and id differs; each is named.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> paper = mo.Source(id="our-survey-2026", publisher="CRI", title="Enquête 2026", published="2026-03")
            >>> ours = mo.Commitment(id="ours", places=[ds.place("Oujda")], announced_on="2026-03", citations=[paper])
            >>> len(ds.merge(mo.Dataset.of(ours)).commitments) - len(ds.commitments)
            1
        """
        problems: list[Problem] = []
        merged: dict[str, dict[str, Record | Source]] = {}
        for kind in KINDS:
            by_id = {record.id: record for record in self._records[kind]}
            for record in other._records[kind]:
                known = by_id.setdefault(record.id, record)
                if known is not record and known != record:
                    problems.append(_conflict(kind, record.id))
            merged[kind] = by_id
        problems += _shared_ids(merged)
        if problems:
            raise InvalidRecords(problems)
        return Dataset({kind: tuple(by_id.values()) for kind, by_id in merged.items()}, self.version)

    # The collections

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

    # Looking up

    def place(self, name: str) -> Place:
        """Look up a place of any level.

        Args:
            name: Its id or any of its names.

        Returns:
            The country, region, city or site.

        Raises:
            UnknownName: Where no place is named so.
            AmbiguousName: Where several are.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().place("الشرق").id
            'MA-02'
        """
        return cast("Place", self._directory.index("place").find(name))

    def region(self, name: str) -> Region:
        """Look up a region by its id or any of its names; raises as :meth:`place` does.

        Args:
            name: Its id or any of its names.

        Returns:
            The region.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().region("Fez-Meknes").id
            'MA-03'
        """
        return self.regions[name]

    def city(self, name: str) -> City:
        """Look up a city by its id or any of its names; raises as :meth:`place` does.

        Args:
            name: Its id or any of its names.

        Returns:
            The city.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().city("Tangier").region.id
            'MA-01'
        """
        return self.cities[name]

    def site(self, name: str) -> Site:
        """Look up a site by its id or any of its names; raises as :meth:`place` does.

        Args:
            name: Its id or any of its names.

        Returns:
            The site.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().site("Oujdashore").id
            'oujda-shore'
        """
        return self.sites[name]

    def party(self, name: str) -> Party:
        """Look up a company or an institution.

        Args:
            name: Its id or any of its names.

        Returns:
            The operator or institution.

        Raises:
            UnknownName: Where no party is named so.
            AmbiguousName: Where several are.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().party("FIRO").name.label("en")
            'Oriental Region Investment Fund'
        """
        return cast("Party", self._directory.index("party").find(name))

    def records(self, kind: str | None = None) -> Iterable[Record | Source]:
        """Walk the records.

        Args:
            kind: A kind, such as `commitments`; None for all, in the order of the kinds.

        Yields:
            The records.
        """
        for name in KINDS if kind is None else (kind,):
            yield from self._records[name]

    def _collection(self, kind: str) -> object:
        if kind not in self._collections:
            cls = FigureCollection if kind in _ADDED_UP else Collection
            self._collections[kind] = cls(kind, self._records[kind], self._directory)
        return self._collections[kind]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self._records == other._records

    def __hash__(self) -> int:
        return hash(tuple(len(records) for records in self._records.values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Dataset, (self._records, self.version)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(self._records[kind])} {kind}" for kind in (*_ADDED_UP, "operators", "sites", "sources")
        )
        return f"<Dataset{f' {self.version}' if self.version else ''}: {counts}>"


def _conflict(kind: str, record: str) -> Problem:
    message = "two different records have this id; give one of them another id, or make them the same"
    return Problem(message, kind=singular(kind), record=record, field="id")


def _shared_ids(found: Mapping[str, Mapping[str, object]]) -> list[Problem]:
    """Places share one set of ids, and parties another, so that a file can name them by id alone."""
    problems: list[Problem] = []
    for kinds in (PLACES, PARTIES):
        owner: dict[str, str] = {}
        for kind in kinds:
            for name in found.get(kind, ()):
                other = owner.setdefault(name, kind)
                if other != kind:
                    message = f"a {singular(other)} has this id too; places share their ids, and so do parties"
                    problems.append(Problem(message, kind=singular(kind), record=name, field="id"))
    return problems
