"""Price indices: what the same things cost in one year and in another, by currency and series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import Factory, field, frozen

from maroc_offshoring.errors import InvalidField, RateNotFound, UnknownWord, WrongType
from maroc_offshoring.figures.decimals import decimal, quotient
from maroc_offshoring.money import origins
from maroc_offshoring.money.origins import OWN, Origin, as_currency, as_year, several
from maroc_offshoring.vocabulary import Term

_DEFAULTS = {"EUR": "HICP"}  # the consumer price index is called so in the euro area


class Kind(Term):
    """How firmly an index is known."""

    ANNUAL = "annual", "annuel", "annual", "سنوي"
    ESTIMATE = "estimate", "estimation", "estimate", "تقدير"


def _currency(value: object) -> str:
    return as_currency(value, "currency")


def _kind(value: object) -> Kind:
    return Kind.of(value)


def _source(value: object) -> Origin:
    return Origin.of(value)


def _number(value: object) -> Decimal:
    number = decimal(value, "index")
    if not number:
        raise InvalidField("index", value, "an index above zero; leave out a year that has none")
    return number


def _series(value: object) -> str:
    if not isinstance(value, str):
        raise WrongType("series", value, "the name of a price series such as 'CPI'")
    if not value.strip():
        raise InvalidField("series", value, "the name of a price series such as 'CPI'")
    return value


@frozen
class PriceIndex:
    """The level of prices in one year, relative to that of the base.

    Args:
        currency: The currency whose prices are meant.
        series: What is measured: `CPI`, `HICP`, `GDP_DEFLATOR`, or a series of one's own.
        year: The year.
        index: The level.
        base: The period whose level is 100 (`2010=100`); levels of different bases are never compared.
        kind: Whether it is published for the whole year, or an estimate.
        source: Who publishes it; a text does.
        note: What else a reader must know.

    Raises:
        InvalidField: Where the index is not above zero.
        UnknownUnit: Where the currency is not known.
        WrongType: Where the index is a float; write `Decimal("113.4")` or `"113.4"`.

    Example:
        >>> from maroc_offshoring.money import PriceIndex
        >>> print(PriceIndex("MAD", "CPI", 2026, "132.1", "2010=100", source="our forecast"))
        CPI of MAD in 2026: 132.1 (2010=100, annual), our forecast
    """

    currency: str = field(converter=_currency)
    series: str = field(converter=_series)
    year: int = field(converter=as_year)
    index: Decimal = field(converter=_number)
    base: str = ""
    kind: Kind = field(default=Kind.ANNUAL, converter=_kind)
    source: Origin = field(default=OWN, converter=_source)
    note: str = ""

    def __str__(self) -> str:
        about = ", ".join(part for part in (self.base, self.kind.value) if part)
        text = f"{self.series} of {self.currency} in {self.year}: {self.index} ({about}), {self.source}"
        return f"{text}; {self.note}" if self.note else text


def _in_order(indices: Iterable[PriceIndex]) -> tuple[PriceIndex, ...]:
    held = tuple(indices)
    for index in held:
        if not isinstance(index, PriceIndex):
            raise WrongType(
                "prices", index, "PriceIndex objects; Prices.of({('MAD', 2026): '132.1'}) makes them of numbers"
            )
    return tuple(sorted(held, key=lambda index: (index.currency, index.series, index.year)))


def _by_slot(prices: Prices) -> dict[tuple[str, str, int], PriceIndex]:
    slots: dict[tuple[str, str, int], PriceIndex] = {}
    bases: dict[tuple[str, str], str] = {}
    for index in prices.held:
        slot = (index.currency, index.series, index.year)
        if slot in slots:
            raise InvalidField("prices", str(index), f"one index for its year, which has {slots[slot]} already")
        base = bases.setdefault((index.currency, index.series), index.base)
        if base != index.base:
            raise InvalidField(
                "base", index.base, f"{base!r} as for the other years of {index.series} of {index.currency}"
            )
        slots[slot] = index
    return slots


@frozen(repr=False)
class Prices:
    """Price indices by currency, series and year.

    Args:
        held: The indices; one per currency, series and year, and one base per currency and series.

    Raises:
        InvalidField: Where an index is given twice, or a series has two bases.
        WrongType: Where something is no index.

    Example:
        >>> from maroc_offshoring.money import Prices
        >>> Prices.reference()
        <Prices: 107 of EUR HICP, MAD CPI, MAD GDP_DEFLATOR, USD CPI, 1999-2025>
    """

    held: tuple[PriceIndex, ...] = field(converter=_in_order)
    _slots: dict[tuple[str, str, int], PriceIndex] = field(
        init=False, eq=False, default=Factory(_by_slot, takes_self=True)
    )

    @classmethod
    def reference(cls) -> Prices:
        """Return the indices that we ship, 1999 to 2025 (the GDP deflator to 2024).

        They are the CPI and the GDP deflator of Morocco, the CPI of the United States and the HICP of the euro area.
        Their sources and methods stand in `origins.toml` beside this module and in docs/money.md.

        Returns:
            The indices, read at the first call.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> Prices.reference().index("MAD", 2025).kind.value
            'estimate'
        """
        return _reference()

    @classmethod
    def of(
        cls,
        prices: Mapping[tuple[str, int], Decimal | int | str] | Iterable[PriceIndex],
        *,
        series: str = "CPI",
        base: str = "",
        kind: str = "annual",
        source: Origin | str = OWN,
        note: str = "",
    ) -> Prices:
        """Make indices of one's own numbers.

        Args:
            prices: Numbers by currency and year, `{("MAD", 2026): "132.1"}`; or indices.
            series: What the numbers measure; indices say it themselves.
            base: The period whose level is 100.
            kind: `annual` or `estimate`.
            source: Who publishes the numbers.
            note: What else a reader must know of the numbers.

        Returns:
            These indices and no others; lay them over ours with :meth:`extended`.

        Raises:
            InvalidField: Where a number is not above zero, an index is given twice, or a series has two bases.
            UnknownUnit: Where a currency is not known.
            WrongType: Where a number is a float, or a key is no currency and year.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> mine = Prices.of({("GBP", 2014): "100", ("GBP", 2021): "112.0"}, base="2014=100", source="ONS")
            >>> mine.ratio("GBP", 2014, 2021)
            Decimal('1.12')
        """
        if not isinstance(prices, Mapping):
            return cls(several(prices, "prices", "a mapping such as {('MAD', 2026): '132.1'}, or PriceIndex objects"))
        found: list[PriceIndex] = []
        for key, number in prices.items():
            slot: Any = key
            if not isinstance(slot, tuple) or len(slot) != 2:
                raise WrongType("prices", slot, "a currency and a year such as ('MAD', 2026)")
            found.append(PriceIndex(slot[0], series, slot[1], number, base, kind, source, note))
        return cls(tuple(found))

    def extended(
        self,
        prices: Prices | Mapping[tuple[str, int], Decimal | int | str] | Iterable[PriceIndex],
        *,
        series: str = "CPI",
        base: str = "",
        kind: str = "annual",
        source: Origin | str = OWN,
        note: str = "",
    ) -> Prices:
        """Lay other indices over these.

        Args:
            prices: The indices that prevail, as :meth:`of` reads them.
            series: What the numbers measure, where they are numbers.
            base: The period whose level is 100: that of the series held.
            kind: `annual` or `estimate`.
            source: Who publishes them.
            note: What else a reader must know of them.

        Returns:
            New indices: the others, and those of these that the others say nothing of.

        Raises:
            InvalidField: As for :meth:`of`; also where the base is not that of the series held.
            UnknownUnit: As for :meth:`of`.
            WrongType: As for :meth:`of`.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> prices = Prices.reference().extended({("MAD", 2026): "132.1"}, base="2010=100", source="our forecast")
            >>> prices.years("MAD")[-1]
            2026
        """
        others = Prices.of(prices, series=series, base=base, kind=kind, source=source, note=note)
        return Prices(tuple((self._slots | others._slots).values()))

    def index(self, currency: str, year: int, series: str | None = None) -> PriceIndex:
        """Return the level of prices in one year.

        Args:
            currency: The currency whose prices are meant.
            year: The year.
            series: The series; by default the consumer prices: `HICP` for the euro, `CPI` for the others.

        Returns:
            The index.

        Raises:
            RateNotFound: Where no index of that year is held; the years held are listed.
            UnknownUnit: Where the currency is not known.
            UnknownWord: Where other series of the currency are held, but not this one.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> print(Prices.reference().index("MAD", 2021))
            CPI of MAD in 2021: 113.41977 (2010=100, annual), World Bank, FP.CPI.TOTL (Morocco)
        """
        name = _DEFAULTS.get(currency, "CPI") if series is None else _series(series)
        found = self._slots.get((_currency(currency), name, as_year(year)))
        if found is None:
            others = self.series(currency)
            if others and name not in others:
                raise UnknownWord(f"price series held for {currency}", name, others)
            raise RateNotFound(f"{name} of {currency}", year, self.years(currency, name))
        return found

    def ratio(self, currency: str, year: int, to: int, series: str | None = None) -> Decimal:
        """Return what to multiply an amount of one year by to state it at the prices of another.

        Args:
            currency: The currency.
            year: The year of the amount.
            to: The year at whose prices it is wanted.
            series: As for :meth:`index`.

        Returns:
            The level of `to` over the level of `year`, to 28 digits; exactly 1 where they are the same year.

        Raises:
            RateNotFound: As for :meth:`index`.
            UnknownUnit: As for :meth:`index`.
            UnknownWord: As for :meth:`index`.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> round(Prices.reference().ratio("MAD", 2014, 2021), 4)
            Decimal('1.0844')
        """
        return quotient(self.index(currency, to, series).index, self.index(currency, year, series).index)

    def series(self, currency: str) -> tuple[str, ...]:
        """Return the series that are held for a currency.

        Args:
            currency: The currency.

        Returns:
            Their names.

        Raises:
            UnknownUnit: Where the currency is not known.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> Prices.reference().series("MAD")
            ('CPI', 'GDP_DEFLATOR')
        """
        wanted = _currency(currency)
        return tuple(dict.fromkeys(index.series for index in self.held if index.currency == wanted))

    def years(self, currency: str, series: str | None = None) -> tuple[int, ...]:
        """Return the years for which an index is held.

        Args:
            currency: The currency.
            series: As for :meth:`index`.

        Returns:
            The years, first year first.

        Raises:
            UnknownUnit: Where the currency is not known.

        Example:
            >>> from maroc_offshoring.money import Prices
            >>> Prices.reference().years("MAD", "GDP_DEFLATOR")[-1]
            2024
        """
        slot = (_currency(currency), _DEFAULTS.get(currency, "CPI") if series is None else _series(series))
        return tuple(index.year for index in self.held if (index.currency, index.series) == slot)

    def __iter__(self) -> Iterator[PriceIndex]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)

    def __repr__(self) -> str:
        if not self.held:
            return "<Prices: none>"
        known = dict.fromkeys(f"{index.currency} {index.series}" for index in self.held)
        every = [index.year for index in self.held]
        return f"<Prices: {len(self.held)} of {', '.join(known)}, {min(every)}-{max(every)}>"


@cache
def _reference() -> Prices:
    sources = origins.shipped()
    return Prices(
        tuple(
            PriceIndex(
                row["currency"],
                row["series"],
                int(row["year"]),
                Decimal(row["index"]),
                row["base"],
                row["kind"],
                sources[row["source"]],
                row["note"],
            )
            for row in origins.rows("price_indices.csv")
        )
    )
