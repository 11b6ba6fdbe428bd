"""Dated exchange rates: by currencies, year and kind, turned round and crossed as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import Factory, field, frozen

from maroc_offshoring.errors import InvalidField, RateNotFound, WrongType
from maroc_offshoring.figures.decimals import quotient
from maroc_offshoring.money import origins
from maroc_offshoring.money.origins import OWN, Origin, as_currency, as_year, several
from maroc_offshoring.money.rate import Kind, Rate

PIVOT = "MAD"
"""The currency that the others are crossed through: the one that all rates we ship are given in."""

_Number = Decimal | int | str
_Dated = tuple[str, int]
_Paired = tuple[str, str, int]
Numbers = Mapping[_Dated, _Number] | Mapping[_Paired, _Number]
"""Numbers by currency and year, in dirhams; or by two currencies and year: what one of the first is in the second."""


def _in_order(rates: Iterable[Rate]) -> tuple[Rate, ...]:
    held = tuple(rates)
    for rate in held:
        if not isinstance(rate, Rate):
            raise WrongType("rates", rate, "Rate objects; Rates.of({('EUR', 2022): '10.7'}) makes them of numbers")
    return tuple(sorted(held, key=lambda rate: (rate.base, rate.quote, rate.year, rate.kind.value)))


# One pair of currencies, in alphabetical order, in one year: its average (or an estimate of it), and its end.
_Slot = tuple[str, str, int, bool]


def _slot(base: str, quote: str, year: int, kind: str) -> _Slot:
    first, second = (base, quote) if base < quote else (quote, base)
    return first, second, year, kind == Kind.END


def _by_slot(rates: Rates) -> dict[_Slot, Rate]:
    slots: dict[_Slot, Rate] = {}
    for rate in rates.held:
        slot = _slot(rate.base, rate.quote, rate.year, rate.kind)
        if slot in slots:
            raise InvalidField("rates", str(rate), f"one rate for its year, which has {slots[slot]} already")
        slots[slot] = rate
    return slots


@frozen(repr=False)
class Rates:
    """Exchange rates by currency, year and kind; what is not held is turned round or crossed through the dirham.

    Args:
        held: The rates. Of each pair of currencies and year there may be one for the average, estimated or not, and one
            for the end of the year.

    Raises:
        InvalidField: Where a rate is given twice.
        WrongType: Where something is no rate.

    Example:
        >>> from maroc_offshoring.money import Rates
        >>> Rates.reference()
        <Rates: 112 of CAD, EUR, GBP, USD, MAD, 1999-2025>
    """

    held: tuple[Rate, ...] = field(converter=_in_order)
    _slots: dict[_Slot, Rate] = field(init=False, eq=False, default=Factory(_by_slot, takes_self=True))
    # Every rate that was asked for, as it was asked for: what makes a conversion one look-up.
    _found: dict[tuple[str, str, int, str], Rate] = field(init=False, eq=False, factory=dict)

    @classmethod
    def reference(cls) -> Rates:
        """Return the rates that we ship: dirhams per dollar, euro, pound and Canadian dollar, 1999 to 2025.

        Their sources and methods stand in `origins.toml` beside this module and in docs/money.md.

        Returns:
            The rates, read at the first call.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> rate = Rates.reference().rate("EUR", "MAD", 2025)
            >>> rate.rate, rate.kind.value
            (Decimal('10.5492'), 'estimate')
        """
        return _reference()

    @classmethod
    def of(
        cls,
        rates: Numbers | Iterable[Rate],
        *,
        kind: str = "average",
        source: Origin | str = OWN,
        note: str = "",
    ) -> Rates:
        """Make rates of one's own numbers.

        Args:
            rates: Numbers by currency and year, in dirhams (`{("EUR", 2022): "10.7"}`) or in another currency
                (`{("EUR", "USD", 2022): "1.05"}`); or rates.
            kind: What the numbers are; rates say it themselves.
            source: Who publishes the numbers.
            note: What else a reader must know of the numbers.

        Returns:
            These rates and no others; lay them over ours with :meth:`extended`.

        Raises:
            InvalidField: Where a number is not above zero, or a rate is given twice.
            UnknownUnit: Where a currency is not known.
            WrongType: Where a number is a float, or a key is no currency and year.

        Example:
            >>> from decimal import Decimal
            >>> from maroc_offshoring.money import Rates
            >>> mine = Rates.of({("EUR", 2022): Decimal("10.7")}, source="our bank")
            >>> print(mine.rate("EUR", "MAD", 2022))
            1 EUR = 10.7 MAD (average, 2022), our bank
        """
        if not isinstance(rates, Mapping):
            return cls(several(rates, "rates", "a mapping such as {('EUR', 2022): '10.7'}, or Rate objects"))
        found: list[Rate] = []
        for key, number in rates.items():
            pair: Any = key
            if not isinstance(pair, tuple) or len(pair) not in {2, 3}:
                raise WrongType("rates", pair, "a currency and a year, ('EUR', 2022), or a pair, ('EUR', 'USD', 2022)")
            quote = pair[1] if len(pair) == 3 else PIVOT
            found.append(Rate(pair[0], quote, pair[-1], number, Kind.of(kind), source, note))
        return cls(tuple(found))

    def extended(
        self,
        rates: Rates | Numbers | Iterable[Rate],
        *,
        kind: str = "average",
        source: Origin | str = OWN,
        note: str = "",
    ) -> Rates:
        """Lay other rates over these.

        Args:
            rates: The rates that prevail, as :meth:`of` reads them.
            kind: What the numbers are, where they are numbers.
            source: Who publishes them.
            note: What else a reader must know of them.

        Returns:
            New rates: the others, and those of these that the others say nothing of. An average and an estimate of it
            replace each other; an end of year is apart.

        Raises:
            InvalidField: As for :meth:`of`.
            UnknownUnit: As for :meth:`of`.
            WrongType: As for :meth:`of`.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> rates = Rates.reference().extended({("EUR", 2026): "10.8"}, source="our budget")
            >>> rates.years("EUR")[-2:], rates.rate("EUR", "MAD", 2026).source.name
            ((2025, 2026), 'our budget')
        """
        others = Rates.of(rates, kind=kind, source=source, note=note)
        return Rates(tuple((self._slots | others._slots).values()))

    def rate(self, base: str, quote: str, year: int, kind: str = "average") -> Rate:
        """Return what one currency was worth in another.

        Args:
            base: The currency of which one unit is priced.
            quote: The currency that it is priced in.
            year: The year.
            kind: `average` (an estimate of it does, and says so), `end`, or `estimate`.

        Returns:
            The rate as held; or turned round; or crossed through the dirham, and then its note gives the two rates.

        Raises:
            RateNotFound: Where no rate of that year and kind is held; the years held are listed.
            UnknownUnit: Where a currency is not known.
            UnknownWord: Where the kind is not.
            InvalidField: Where both currencies are one.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> rate = Rates.reference().rate("EUR", "USD", 2022)
            >>> round(rate.rate, 4), rate.note
            (Decimal('1.0516'), 'crossed through MAD: 1 EUR = 10.6851 MAD, 1 USD = 10.1607 MAD')
        """
        try:
            return self._found[base, quote, year, kind]
        except (KeyError, TypeError):  # not asked for before, or not hashable: then everything is checked
            wanted = Kind.of(kind)
        pair = (as_currency(base, "base"), as_currency(quote, "quote"))
        if base == quote:
            raise InvalidField("quote", quote, f"another currency than the base, {base}; Rates.factor gives 1 for it")
        found = self._find(*pair, as_year(year), wanted)
        if found is None:
            kinds = {Kind.AVERAGE: "average rate", Kind.END: "end-of-year rate", Kind.ESTIMATE: "estimated rate"}
            raise RateNotFound(f"{kinds[wanted]} of {base} in {quote}", year, self.years(base, quote, wanted))
        return found

    def factor(self, base: str, quote: str, year: int, kind: str = "average") -> Decimal:
        """Return the bare number that takes an amount from one currency to another, at the cost of a look-up.

        Args:
            base: The currency of the amount.
            quote: The currency wanted.
            year: The year.
            kind: As for :meth:`rate`.

        Returns:
            The rate's number; 1 where both currencies are one.

        Raises:
            RateNotFound: As for :meth:`rate`.
            UnknownUnit: As for :meth:`rate`.
            UnknownWord: As for :meth:`rate`.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> Rates.reference().factor("EUR", "MAD", 2022)
            Decimal('10.6851')
        """
        try:
            return self._found[base, quote, year, kind].rate
        except (KeyError, TypeError):  # as in rate()
            if base == quote:
                as_currency(base, "base")
                return Decimal(1)
            return self.rate(base, quote, year, kind).rate

    def years(self, currency: str, quote: str = PIVOT, kind: str = "average") -> tuple[int, ...]:
        """Return the years for which a currency has a rate.

        Args:
            currency: The currency.
            quote: The currency that it is priced in.
            kind: As for :meth:`rate`.

        Returns:
            The years, first year first; crosses count.

        Raises:
            UnknownUnit: Where a currency is not known.
            UnknownWord: Where the kind is not.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> Rates.reference().years("EUR", kind="end")
            (2025,)
        """
        wanted = Kind.of(kind)
        pair = (as_currency(currency, "currency"), as_currency(quote, "quote"))
        every = sorted({year for _, _, year, _ in self._slots})
        return tuple(year for year in every if self._find(*pair, year, wanted) is not None)

    def _find(self, base: str, quote: str, year: int, kind: Kind) -> Rate | None:
        key = (base, quote, year, kind.value)
        if (found := self._found.get(key)) is not None:
            return found
        found = self._pair(base, quote, year, kind)
        if found is None and PIVOT not in {base, quote}:
            found = self._cross(base, quote, year, kind)
        if found is None or (kind is Kind.ESTIMATE and found.kind is not Kind.ESTIMATE):
            return None
        self._found[key] = found
        return found

    def _pair(self, base: str, quote: str, year: int, kind: Kind) -> Rate | None:
        held = self._slots.get(_slot(base, quote, year, kind))
        return held if held is None or held.base == base else held.inverse()

    def _cross(self, base: str, quote: str, year: int, kind: Kind) -> Rate | None:
        first, second = self._pair(base, PIVOT, year, kind), self._pair(quote, PIVOT, year, kind)
        if first is None or second is None:
            return None
        return Rate(
            base,
            quote,
            year,
            quotient(first.rate, second.rate),
            Kind.ESTIMATE if Kind.ESTIMATE in {first.kind, second.kind} else first.kind,
            origins.joined(first.source, second.source),
            f"crossed through {PIVOT}: {first.stated}, {second.stated}",
            derived=True,
        )

    def __iter__(self) -> Iterator[Rate]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)

    def __repr__(self) -> str:
        if not self.held:
            return "<Rates: none>"
        known = list(dict.fromkeys([*(rate.base for rate in self.held), *(rate.quote for rate in self.held)]))
        every = [rate.year for rate in self.held]
        return f"<Rates: {len(self.held)} of {', '.join(known)}, {min(every)}-{max(every)}>"


@cache
def _reference() -> Rates:
    sources = origins.shipped()
    return Rates(
        tuple(
            Rate(row["base"], row["quote"], int(row["year"]), Decimal(row["rate"]), row["kind"], sources[row["source"]])
            for row in origins.rows("exchange_rates.csv")
        )
    )
