"""One exchange rate: what a currency was worth in another in one year, of which kind, and who publishes it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.figures.decimals import decimal, quotient
from maroc_offshoring.money.origins import OWN, Origin, as_currency, as_year
from maroc_offshoring.vocabulary import Term

if TYPE_CHECKING:
    import pint


class Kind(Term):
    """What a rate says of its year."""

    AVERAGE = "average", "moyenne de l'année", "average of the year", "متوسط السنة"
    END = "end", "fin d'année", "end of the year", "نهاية السنة"
    ESTIMATE = "estimate", "estimation de la moyenne", "estimate of the average", "تقدير المتوسط"


def _base(value: object) -> str:
    return as_currency(value, "base")


def _quote(value: object) -> str:
    return as_currency(value, "quote")


def _kind(value: object) -> Kind:
    return Kind.of(value)


def _source(value: object) -> Origin:
    return Origin.of(value)


def _number(value: object) -> Decimal:
    number = decimal(value, "rate")
    if not number:
        raise InvalidField("rate", value, "a rate above zero; leave out a year that has none")
    return number


@frozen
class Rate:
    """What one unit of a currency was worth in another in one year.

    Args:
        base: The currency of which one unit is priced.
        quote: The currency that it is priced in.
        year: The year.
        rate: How many units of `quote` one unit of `base` was worth.
        kind: The average of the year, its end, or an estimate of the average.
        source: Who publishes it; a text does.
        note: What else a reader must know.
        derived: Whether it was computed from rates held: turned round, or crossed through the dirham.

    Raises:
        InvalidField: Where the rate is not above zero, or both currencies are one.
        UnknownUnit: Where a currency is not known.
        WrongType: Where the rate is a float; write `Decimal("10.7")` or `"10.7"`.

    Example:
        >>> from maroc_offshoring.money import Rate
        >>> print(Rate("EUR", "MAD", 2026, "10.8", source="our bank"))
        1 EUR = 10.8 MAD (average, 2026), our bank
    """

    base: str = field(converter=_base)
    quote: str = field(converter=_quote)
    year: int = field(converter=as_year)
    rate: Decimal = field(converter=_number)
    kind: Kind = field(default=Kind.AVERAGE, converter=_kind)
    source: Origin = field(default=OWN, converter=_source)
    note: str = ""
    derived: bool = False

    def __attrs_post_init__(self) -> None:
        if self.quote == self.base:
            raise InvalidField("quote", self.quote, f"another currency than the base, {self.base}")

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The rate as a pint quantity that one multiplies by: `10.6851 MAD / EUR`.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> print(Rates.reference().rate("EUR", "MAD", 2022).quantity)
            10.6851 MAD / EUR
        """
        made: pint.Quantity[Any] = units.registry().Quantity(  # pyright: ignore[reportAssignmentType]
            self.rate, f"{self.quote} / {self.base}"
        )
        return made

    @property
    def stated(self) -> str:
        """The rate as it was published: for one that was turned round or crossed, what it was made of."""
        if self.derived:
            return self.note
        return f"1 {self.base} = {self.rate} {self.quote}" + (f"; {self.note}" if self.note else "")

    def inverse(self) -> Rate:
        """Turn the rate round, so that it prices the other currency.

        Returns:
            The rate of `quote` in `base`, to 28 digits.

        Example:
            >>> from maroc_offshoring.money import Rates
            >>> turned = Rates.reference().rate("EUR", "MAD", 2022).inverse()
            >>> turned.rate, turned.note
            (Decimal('0.09358826777475175711972747096'), '1 EUR = 10.6851 MAD')
        """
        return Rate(
            self.quote, self.base, self.year, quotient(Decimal(1), self.rate), self.kind, self.source, self.stated,
            derived=True,
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.stated} ({self.kind.value}, {self.year}), {self.source}"
