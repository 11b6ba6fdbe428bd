"""What a sum over a table is asked for, checked before any row is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures.decimals import decimal
from maroc_offshoring.measures import Measure
from maroc_offshoring.totals.currency import state_in
from maroc_offshoring.totals.entries import measure_to_add
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from maroc_offshoring.money import Rates

ANSWERS = ("total", "lower", "upper", "unit", "records")
"""The columns of an answer beside its keys."""

On = int | str | PartialDate | Period
Spread = str | Mapping[Any, Decimal | int]


@frozen
class Asked:
    """What is asked for.

    Args:
        measure: What to add.
        basis: What the figures are to count; None for the one that measurements have.
        by: The columns to take the sum apart by.
        currency: The currency to state money in.
        year: The year of the rate; None for each figure's own.
        prices: The year whose prices to state money at.
        spread: `equally`, `by weights`, or nothing to leave what is for several places whole.
        weights: The weight of each place, by id.
        rates: Exchange rates of one's own.
    """

    measure: Measure
    basis: Basis | None
    by: tuple[str, ...]
    currency: str | None
    year: int | None
    prices: int | None
    spread: str
    weights: dict[str, float]
    rates: Rates | None

    @property
    def converts(self) -> bool:
        """Whether money is to be stated in one currency, or at one year's prices."""
        return self.currency is not None or self.prices is not None


def asked_for(
    measure: Measure | str,
    *,
    by: str | Sequence[str] | None,
    currency: str | None,
    on: On | None,
    prices: int | None,
    spread: Spread | None,
    basis: Basis | str | None,
    rates: Rates | None,
) -> Asked:
    """Check what is asked for.

    Args:
        measure: As in :func:`~maroc_offshoring.frames.total`; so are the others.
        by: The columns.
        currency: The currency.
        on: The year of the rate.
        prices: The year of the prices.
        spread: How to split.
        basis: What the figures count.
        rates: Rates of one's own.

    Returns:
        What is asked for.

    Raises:
        NotAdditive: For shares, ranks and rates.
        UnknownWord: Where there is no such measure or basis.
        InvalidField: Where the options do not fit the measure, or one another.
        WrongType: Where `by` is no name of a column.
    """
    known = measure_to_add(measure)
    state_in((), known, currency=currency, on=on, prices=prices, rates=rates)
    if isinstance(spread, str) and spread != "equally":
        raise InvalidField("spread", spread, "'equally', or a weight for each place such as {'fes': 2, 'rabat': 3}")
    weights = _weights(spread) if isinstance(spread, Mapping) else {}
    return Asked(
        known,
        None if basis is None else Basis.of(basis),
        _columns(by),
        currency.upper() if currency is not None else None,
        None if on is None else Period.of(on).year,
        prices,
        "by weights" if weights else "equally" if spread else "",
        weights,
        rates,
    )


def _columns(by: object) -> tuple[str, ...]:
    if by is None:
        return ()
    if not isinstance(by, (str, Iterable)):
        raise WrongType("by", by, "the name of a column, or a list of them")
    names = (by,) if isinstance(by, str) else tuple(by)
    for name in names:
        if not isinstance(name, str):
            raise WrongType("by", name, "the name of a column, or a list of them")
        if name in ANSWERS and name != "unit":
            raise InvalidField("by", name, f"a column that is not called as one of the answer: {', '.join(ANSWERS)}")
    return tuple(name for name in dict.fromkeys(names) if name != "unit")  # there is a line for each unit anyway


def _weights(spread: Mapping[Any, Decimal | int]) -> dict[str, float]:
    found = {str(getattr(place, "id", place)): decimal(weight, "spread") for place, weight in spread.items()}
    if not found:
        raise InvalidField("spread", spread, "a weight for each place such as {'fes': 2, 'rabat': 3}")
    return {place: float(weight) for place, weight in found.items()}
