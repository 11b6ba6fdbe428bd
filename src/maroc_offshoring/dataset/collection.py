"""A collection: the records of one kind, in order, looked up by name, selected, and added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from maroc_offshoring.dataset.directory import Directory
from maroc_offshoring.dataset.doors import CollectionDoors
from maroc_offshoring.errors import UnknownName
from maroc_offshoring.model import Place, Record, Source
from maroc_offshoring.model.kinds import singular
from maroc_offshoring.names import NameIndex
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Self

    from maroc_offshoring.dates import PartialDate, Period
    from maroc_offshoring.measures import Measure
    from maroc_offshoring.model import Commitment, Observation, Target
    from maroc_offshoring.money import Rates
    from maroc_offshoring.totals import Breakdown, Narrowing, Total
    from maroc_offshoring.totals.breakdown import By
    from maroc_offshoring.totals.lines import Spread

UNASKED: object = object()
"""The default of a keyword of `where`: None is no such thing, so that a failed look-up never selects everything."""

T = TypeVar("T", bound="Record | Source")
S = TypeVar("S", bound="Commitment | Target | Observation")


class Collection(CollectionDoors, Shown, Sequence[T], Generic[T]):
    """The records of one kind: a sequence, and a look-up by id or by any name.

    Args:
        kind: What they are, as in :data:`~maroc_offshoring.model.kinds.KINDS`.
        records: The records, in order.
        directory: The directory of the dataset that they belong to, by which names are understood.
        narrowing: What they were selected by.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> len(ds.regions), ds.regions["L'Oriental"].id, "oujda" in ds.cities
        (12, 'MA-02', True)
    """

    __slots__ = ("_directory", "_index", "_narrowing", "_records", "kind")

    def __init__(
        self, kind: str, records: Iterable[T], directory: Directory, narrowing: Narrowing | None = None
    ) -> None:
        self.kind = kind
        self._records = tuple(records)
        self._directory = directory
        self._narrowing = narrowing
        self._index: NameIndex[Any] | None = None

    @overload
    def __getitem__(self, key: int | str) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: int | str | slice) -> T | Self:
        if isinstance(key, slice):
            return self._like(self._records[key])
        if isinstance(key, int):
            return self._records[key]
        return self._names.find(key)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, thing: object) -> bool:
        if isinstance(thing, str):
            return bool(self._names.matches(thing))
        return any(thing is record or thing == record for record in self._records)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return self.kind == other.kind and self._records == other._records

    def __hash__(self) -> int:
        return hash((self.kind, len(self._records)))

    def get(self, key: str, default: T | None = None) -> T | None:
        """Look up a record that may be absent.

        Args:
            key: An id or a name.
            default: What to return where nothing is named so.

        Returns:
            The record, or the default.

        Raises:
            AmbiguousName: Where several records have that name.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().sites.get("Atlantis") is None
            True
        """
        try:
            return self._names.find(key)  # type: ignore[no-any-return]
        except UnknownName:
            return default

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records, in order."""
        return tuple(record.id for record in self._records)

    def where(
        self,
        *predicates: Callable[[T], bool],
        place: object = UNASKED,
        region: object = UNASKED,
        city: object = UNASKED,
        site: object = UNASKED,
        operator: object = UNASKED,
        party: object = UNASKED,
        segment: object = UNASKED,
        measure: object = UNASKED,
        agreement: object = UNASKED,
        announced: object = UNASKED,
        due: object = UNASKED,
        period: object = UNASKED,
        status: object = UNASKED,
        source: object = UNASKED,
        part_of: object = UNASKED,
        plan: object = UNASKED,
        kind: object = UNASKED,
        basis: object = UNASKED,
        scope: object = UNASKED,
        perimeter: object = UNASKED,
        nature: object = UNASKED,
        ids: object = UNASKED,
        **unknown: object,
    ) -> Self:
        """Select the records that fit every condition.

        A thing may be given itself, by its id or by any name; a list means any of its members. A place means itself
        and all within it, an agreement itself and its parts, a segment itself and its parts. A date means its whole
        period and `"2019..2020"` a span: a record is selected where its own date certainly lies within.

        Args:
            predicates: Functions of the record that return whether to keep it.
            place: Places that the record is about; `region`, `city` and `site` look the name up among those only.
            region: Regions.
            city: Cities.
            site: Sites.
            operator: Companies that promise, or whose figure it is.
            party: Companies or institutions, whatever their part.
            segment: Branches.
            measure: Measures that the record has figures of.
            agreement: Agreements.
            announced: When it was announced, signed, published, said or held.
            due: By when it promises or aims.
            period: The period that was measured.
            status: A status, `"open"` or `"closed"`.
            source: Sources that it cites.
            part_of: The whole that it is a part of, at any depth.
            plan: Plans that set the target.
            kind: What sort of source, site, institution, agreement or incentive.
            basis: What the figure counts.
            scope: The sector that the figure covers.
            perimeter: The export series that it follows.
            nature: How the observed figure came about.
            ids: Ids.
            unknown: Nothing; a keyword that is not listed here is an error.

        Returns:
            The selection, which knows what it was narrowed to: a promise that is only partly within it is shown, and
            left out by name when jobs are added.

        Raises:
            UnknownKeyword: Where a keyword is not known, or does not fit this kind of record.
            UnknownName: Where a name is not known.
            AmbiguousName: Where several things have it.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> found = ds.commitments.where(place="Oriental", segment="CRM", announced="2019..2020", status="open")
            >>> "2020-07-10-siccam-oujda-3000" in found.ids
            True
        """
        asked = {
            "place": place, "region": region, "city": city, "site": site, "operator": operator, "party": party,
            "segment": segment, "measure": measure, "agreement": agreement, "announced": announced, "due": due,
            "period": period, "status": status, "source": source, "part_of": part_of, "plan": plan, "kind": kind,
            "basis": basis, "scope": scope, "perimeter": perimeter, "nature": nature, "ids": ids, **unknown,
        }  # fmt: skip
        given = {keyword: value for keyword, value in asked.items() if value is not UNASKED}
        from maroc_offshoring.dataset.selection import select  # records load without it

        records, narrowing = select(
            self.kind, self._records, predicates, given, directory=self._directory, narrowing=self._narrowing
        )
        return self._like(records, narrowing)

    @property
    def _names(self) -> NameIndex[Any]:
        if self._index is None:
            self._index = NameIndex(singular(self.kind), self._records)
        return self._index

    def _like(self, records: Iterable[T], narrowing: Narrowing | None = None) -> Self:
        return type(self)(self.kind, records, self._directory, narrowing or self._narrowing)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self._records, self._directory, self._narrowing)

    def __repr__(self) -> str:
        few = ", ".join(self.ids[:3])
        return f"<{len(self)} {self.kind}{f': {few}' if few else ''}{', …' if len(self) > 3 else ''}>"


class FigureCollection(Collection[S]):
    """A collection whose records have figures to add: commitments, targets or observations.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> memoranda.total("investment", currency="EUR").steps[0].year
        2022
    """

    __slots__ = ()

    def total(
        self,
        measure: Measure | str,
        *,
        currency: str | None = None,
        on: int | str | PartialDate | Period | None = None,
        prices: int | None = None,
        spread: str | Mapping[Any, Decimal | int] | None = None,
        basis: Basis | str | None = Basis.ADDITIONAL,
        rates: Rates | None = None,
    ) -> Total:
        """Add one measure over the records, never counting a thing twice.

        Args:
            measure: What to add: `jobs`, `investment`…
            currency: The currency to state money in; None for one figure per currency.
            on: The year of the rate; None for the year of each figure's own money.
            prices: The year whose prices to state money at; None for current prices.
            spread: How to split what is for several places: `"equally"`, or a weight per place; None to leave it whole.
            basis: `additional` or `level` for promises and aims; measurements have their own.
            rates: Exchange rates of one's own, as :class:`maroc_offshoring.money.Rates`; None for the reference rates.

        Returns:
            The total, with what was counted, what was left out and why, and its sources.

        Raises:
            NotAdditive: Where the figures do not add up, with the reason.
            UnknownWord: Where there is no such measure or basis.
            InvalidField: Where the options do not fit the measure.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> memoranda.total("jobs").figure.value
            Decimal('5050')
        """
        from maroc_offshoring.totals import total

        return total(
            self._records,
            measure,
            currency=currency,
            on=on,
            prices=prices,
            spread=self._by_place(spread),
            basis=basis,
            rates=rates,
            narrowing=self._narrowing,
        )

    def breakdown(
        self,
        measure: Measure | str,
        by: By | Sequence[By],
        *,
        currency: str | None = None,
        on: int | str | PartialDate | Period | None = None,
        prices: int | None = None,
        spread: str | Mapping[Any, Decimal | int] | None = None,
        basis: Basis | str | None = Basis.ADDITIONAL,
        rates: Rates | None = None,
    ) -> Breakdown:
        """Add one measure over the records and take the sum apart.

        Args:
            measure: What to add.
            by: A key such as `"region"`, a function of the record, or several of these.
            currency: As in :meth:`total`.
            on: As in :meth:`total`.
            prices: As in :meth:`total`.
            spread: As in :meth:`total`.
            basis: As in :meth:`total`.
            rates: As in :meth:`total`.

        Returns:
            A mapping from key to total, largest first, whose parts add up to its `total`.

        Raises:
            UnknownKeyword: Where there is no such key.
            NotAdditive: As in :meth:`total`.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> print(memoranda.breakdown("jobs", by="operator")["NTT Data Morocco"].figure.value)
            1000
        """
        from maroc_offshoring.totals import breakdown

        whole = self.total(measure, currency=currency, on=on, prices=prices, spread=spread, basis=basis, rates=rates)
        return breakdown(whole, by)

    def _by_place(self, spread: str | Mapping[Any, Decimal | int] | None) -> Spread | None:
        """Understand the names of the places that weights are given for."""
        if spread is None or isinstance(spread, str):
            return spread
        return {
            place: weight for key, weight in spread.items() for place in self._directory.resolve("place", key, Place)
        }
