"""A dataset: the records of all kinds, each referring only to records of the same dataset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from maroc_offshoring.dataset.doors import DatasetDoors
from maroc_offshoring.dataset.shelves import ADDED_UP, Records, Shelves
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import InvalidRecords, WrongType
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, kind_of, referred_to, singular
from maroc_offshoring.problems import Problem
from maroc_offshoring.shown import Shown

if TYPE_CHECKING:
    from maroc_offshoring.dataset.coverage import Coverage
    from maroc_offshoring.dataset.search import Match, SearchIndex
    from maroc_offshoring.model import City, Party, Place, Region, Site

Date = PartialDate | dt.date | str | int


class Dataset(Shelves, DatasetDoors, Shown):
    """The records of all kinds, in collections that look them up, select and add.

    Make one with :func:`maroc_offshoring.load`, or of one's own records with :meth:`Dataset.of`.

    Args:
        records: The records of each kind, in order, each referring only to records among them; or a function that makes
            them when they are first asked for.
        version: The version of the data, where it has one.
        published: When the data was published, where that is known; all that it holds was known then.
        known_on: The date that the records were taken back to, where they were; see :meth:`as_of`.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> ds.commitments["2022-04-20-phoneo"].operators[0].name.fr
        'Phoneo'
    """

    __slots__ = ("_search", "known_on", "published", "version")

    def __init__(
        self,
        records: Records | Callable[[], Records],
        version: str | None = None,
        published: Date | None = None,
        known_on: Date | None = None,
    ) -> None:
        super().__init__(records)
        self.version = version
        self.published = None if published is None else PartialDate.of(published)
        self.known_on = None if known_on is None else PartialDate.of(known_on)
        self._search: SearchIndex | None = None

    @classmethod
    def of(cls, *records: Record | Source, version: str | None = None, published: Date | None = None) -> Dataset:
        """Make a dataset of some records and of all that they refer to.

        Args:
            records: The records.
            version: The version of the data.
            published: When the data was published.

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
        return cls({kind: tuple(by_id.values()) for kind, by_id in found.items()}, version, published)

    def merge(self, other: Dataset) -> Dataset:
        """Lay another dataset beside this one.

        Args:
            other: The other dataset. A record that is in both must be the same in both.

        Returns:
            A dataset with the records of both, those of this one first.

        Raises:
            InvalidRecords: Where a record of the same kind and id differs; each is named.
            WrongType: Where the other is no dataset.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> paper = mo.Source(id="our-survey-2026", publisher="CRI", title="Enquête 2026", published="2026-03")
            >>> ours = mo.Commitment(id="ours", places=[ds.place("Oujda")], announced_on="2026-03", citations=[paper])
            >>> len(ds.merge(mo.Dataset.of(ours)).commitments) - len(ds.commitments)
            1
        """
        if not isinstance(other, Dataset):
            raise WrongType("other", other, "a Dataset; make one of records with mo.Dataset.of(...)")
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
        return Dataset({kind: tuple(by_id.values()) for kind, by_id in merged.items()}, self.version, self.published)

    def as_of(self, date: Date) -> Dataset:
        """Take the dataset back to what could be known at a date.

        A record was known when one of the sources that it cites was certainly published; of a source that prints no
        date, when what it tells had happened: when the promise was announced, the agreement signed, the measured period
        over. What has no date at all is known from the publication of the dataset itself, and before that stays out.
        The citations of later sources are left out, and so are the later changes of a promise's status, the later
        figures of sites, the later presences and owners of companies, and who took them over, which no record dates;
        the status of a site is unknown until it opens. A measurement of a later time is out; a forecast of one is known
        from its source.

        Links to records that were not known are cut. The places, parties and plans of known records stay, with their
        earliest citation where all are later, and so do agreements that were not signed later; all countries, regions
        and cities stay, as the frame by which records are sorted. Names, notes and confidence are those of today.

        Args:
            date: The date; of a year or a month, its last day.

        Returns:
            A dataset of its own, in which `known_on` says the date. The later the date, the more records it has.

        Raises:
            InvalidDate: Where it is no date.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> then = ds.as_of("2020-12-31")
            >>> "2022-04-20-phoneo" in then.commitments, "2020-07-10-saccom-oujda-1000" in then.commitments
            (False, True)
        """
        from maroc_offshoring.dataset.knowledge import known_by

        asked = PartialDate.of(date)
        earlier = self.known_on and self.known_on.last_day <= asked.last_day
        known_on = self.known_on if earlier else asked
        return Dataset(known_by(self._records, asked, self.published), self.version, self.published, known_on)

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

    def find(self, text: str, kinds: str | Iterable[str] | None = None, limit: int | None = 20) -> tuple[Match, ...]:
        """Search the records of all kinds for a text, in any of the three languages and in loose spelling.

        Names are worth most, then other names and ids, then titles, then what a record is about (its places, parties,
        measures, branches, year), then the words of statements, rules and notes and who is quoted. Every word that is
        asked for should be there, whole or as the beginning of a word; a word that is nowhere may be misspelled. To
        look up the one thing of a name, or be told that there are several, use a collection: `ds.sites["Casashore"]`.

        Args:
            text: What to look for; text without a letter or digit finds nothing.
            kinds: Kinds to look among, such as `"sites"`, `"place"` or `["operators", "institutions"]`; None for all.
            limit: How many to return at the most; None for all.

        Returns:
            The matches, best first; of equals, places before companies before documents before sources.

        Raises:
            UnknownWord: Where there is no such kind.
            WrongType: Where the text is none, or the limit no whole number.
            InvalidField: Where the limit is negative.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> [match.record.id for match in ds.find("oujda", limit=2)], ds.find("Casashoar")[0].record.id
            (['oujda', 'oujda-shore'], 'casanearshore')
        """
        from maroc_offshoring.dataset.search import SearchIndex

        if self._search is None:
            records = tuple(self.records())
            with self._lock:
                if self._search is None:
                    self._search = SearchIndex(records)
        return self._search.find(text, kinds, limit)

    def coverage(self) -> Coverage:
        """Count what the dataset holds, so that nobody takes silence for zero.

        Returns:
            The counts by kind and year, those of observations by measure and year, and how fresh the sources are.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().coverage().kinds["commitments"].first
            2002
        """
        from maroc_offshoring.dataset.coverage import Coverage

        return Coverage.of(self._records, version=self.version, published=self.published, known_on=self.known_on)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self._records == other._records

    def __hash__(self) -> int:
        return hash(tuple(len(records) for records in self._records.values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Dataset, (self._records, self.version, self.published, self.known_on)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(self._records[kind])} {kind}" for kind in (*ADDED_UP, "operators", "sites", "sources")
        )
        version = f" {self.version}" if self.version else ""
        known = f" as known on {self.known_on}" if self.known_on else ""
        return f"<Dataset{version}{known}: {counts}>"


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
