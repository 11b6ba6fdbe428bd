"""Stating the figures of a sum in one currency, or at one year's prices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from maroc_offshoring import units
from maroc_offshoring.dates import Period
from maroc_offshoring.errors import InvalidField, RateNotFound
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.totals.entries import Entry
from maroc_offshoring.totals.lines import LeftOut, Reason

if TYPE_CHECKING:
    from maroc_offshoring.dates import PartialDate
    from maroc_offshoring.money import Rates


def state_in(
    entries: Sequence[Entry],
    measure: Measure,
    *,
    currency: str | None,
    on: int | str | PartialDate | Period | None,
    prices: int | None,
    rates: Rates | None = None,
) -> tuple[tuple[Entry, ...], tuple[LeftOut, ...]]:
    """State each figure in the currency and at the prices asked for.

    Args:
        entries: The figures.
        measure: What they measure.
        currency: The currency; None to leave each in its own.
        on: The year of the rate; None for the year of each figure's own money.
        prices: The year whose prices to state them at; None for current prices.
        rates: Exchange rates of one's own; None for the reference rates.

    Returns:
        The figures so stated, and those left out because no rate or no year is known for them.

    Raises:
        RateNotFound: Where the year that was asked for with `on` or `prices` has no rate or index for any of them.
        InvalidField: Where a currency is asked of what is no money, or `on` is given beside `prices`.
    """
    if currency is None and prices is None:
        if on is not None:
            raise InvalidField("on", on, "nothing without currency=: it is the year of the rate")
        return tuple(entries), ()
    if "MAD" not in measure.units:
        raise InvalidField(
            "currency" if currency else "prices", currency or prices, f"nothing: {measure.label('en')} are no money"
        )
    currency = currency.upper() if isinstance(currency, str) else currency
    if currency is not None and currency not in units.CURRENCIES:
        raise InvalidField("currency", currency, f"one of {', '.join(units.CURRENCIES)}")
    if prices is not None and on is not None:
        raise InvalidField("on", on, "nothing beside prices=: constant amounts are converted at the rate of that year")
    year_of_rate = Period.of(on).year if on is not None else None
    if on is not None and year_of_rate is None:
        raise InvalidField("on", on, "one year, or a date within one")
    stated: list[Entry] = []
    left_out: list[LeftOut] = []
    missing: RateNotFound | None = None
    converted = False
    for entry in entries:
        year = year_of_rate or entry.year
        if year is None and (prices is not None or entry.figure.currency != currency):
            so = "no rate can be chosen; give one with on="
            if prices is not None:  # beside which on= is refused
                so = "it cannot be stated at the prices of another"
            because = f"the year of its money is not known, so {so}"
            left_out.append(LeftOut(entry.record, entry.figure, Reason.NO_YEAR, because))
            continue
        try:
            figure = _stated(entry.figure, year or 0, currency, prices, rates)
        except RateNotFound as fault:
            missing = fault
            left_out.append(LeftOut(entry.record, entry.figure, Reason.NO_RATE, str(fault)))
            continue
        converted = converted or figure is not entry.figure
        stated.append(evolve(entry, figure=figure))
    if missing is not None and not converted and (on is not None or prices is not None):
        raise missing  # the year that was asked for has no rate at all; to leave everything out would look like nothing
    return tuple(stated), tuple(left_out)


def _stated(figure: Figure, year: int, currency: str | None, prices: int | None, rates: Rates | None) -> Figure:
    from maroc_offshoring.money import convert, deflate, restate

    if prices is None:
        return convert(figure, to=currency or figure.unit, on=year, rates=rates)
    if currency is None or currency == figure.currency:
        return deflate(figure, year=year, to=prices)
    return restate(figure, year=year, to=(currency, prices), path="deflate_then_convert", rates=rates)
