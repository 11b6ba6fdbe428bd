"""Convert, deflate, restate: what money is worth in another currency, at the prices of another year, or both.

A factor is looked up by year and multiplied by; there are no pint contexts. Current money (`MAD`) and money at the
prices of a year (`MAD_2015`) are different units; :func:`deflate` and :func:`restate` lead from one to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField, UnitMismatch, WrongType
from maroc_offshoring.figures.figure import Figure, Step
from maroc_offshoring.money.amounts import When, is_array, scaled, scaled_by_year, unit_of, year_of
from maroc_offshoring.money.origins import as_currency, as_year, joined
from maroc_offshoring.money.prices import Kind as IndexKind
from maroc_offshoring.money.prices import PriceIndex, Prices
from maroc_offshoring.money.rate import Rate
from maroc_offshoring.money.rates import Rates
from maroc_offshoring.vocabulary import Term

if TYPE_CHECKING:
    import numpy as np
    import pint
    from numpy.typing import NDArray

    Years = When | Sequence[When] | NDArray[np.integer[Any]]

_CONVERT = "mo.convert(amount, to='EUR', on=2022)"
_DEFLATE = "mo.deflate(amount, year=2014, to=2021)"
_RESTATE = "mo.restate(amount, year=2018, to=('EUR', 2021), path='deflate_then_convert')"


class Path(Term):
    """The order of the two steps from current money of one year to another currency's prices of another."""

    DEFLATE_THEN_CONVERT = "deflate_then_convert", "déflater puis convertir", "deflate, then convert"
    CONVERT_THEN_DEFLATE = "convert_then_deflate", "convertir puis déflater", "convert, then deflate"


@overload
def convert(amount: Figure, *, to: str, on: When, kind: str = ..., rates: Rates | None = ...) -> Figure: ...
@overload
def convert(
    amount: pint.Quantity[Any], *, to: str, on: Years, kind: str = ..., rates: Rates | None = ...
) -> pint.Quantity[Any]: ...
def convert(
    amount: Figure | pint.Quantity[Any],
    *,
    to: str,
    on: Years | None = None,
    kind: str = "average",
    rates: Rates | None = None,
) -> Figure | pint.Quantity[Any]:
    """State an amount in another currency at the rate of a year.

    The amount is multiplied by the rate of that year; no other year is taken where it is missing.

    Args:
        amount: A figure, or a quantity of our registry: a Decimal or a numpy array; per job or per another thing too.
        to: The unit wanted: `EUR`, `EUR/job`; for an amount at the prices of a year, `EUR_2021`.
        on: The year of the rate, or a date or period within one; for an array of amounts, an array of years does too.
        kind: `average` of the year (an estimate of it does, and the step says so) or its `end`.
        rates: One's own rates; by default :meth:`Rates.reference`.

    Returns:
        The same kind of thing in the other currency. A figure keeps its qualifier and bounds, and a step names the
        rate, its year, kind and source; in the same currency it is the figure itself.

    Raises:
        InvalidField: Where `on` spans several years, or is not the year of the amount's constant prices.
        RateNotFound: Where no rate of that year is held; the years held are listed.
        UnitMismatch: For what is no money, and between current and constant prices: see :func:`restate`.
        UnknownUnit: Where the unit wanted is not known.
        WrongType: Where `on` is missing, or the amount is a bare number or a float.

    Example:
        >>> import maroc_offshoring as mo
        >>> euros = mo.convert(mo.parse_figure("65 MDH"), to="EUR", on="2022-04-20")
        >>> round(euros.value, 2), euros.unit
        (Decimal('6083237.41'), 'EUR')
        >>> print(euros.steps[0].note)
        1 EUR = 10.6851 MAD
    """
    return _convert(amount, to, on, kind, rates)


@overload
def deflate(
    amount: Figure, *, year: When, to: int, series: str | None = ..., prices: Prices | None = ...
) -> Figure: ...
@overload
def deflate(
    amount: pint.Quantity[Any], *, year: Years, to: int, series: str | None = ..., prices: Prices | None = ...
) -> pint.Quantity[Any]: ...
def deflate(
    amount: Figure | pint.Quantity[Any],
    *,
    year: Years | None = None,
    to: int | None = None,
    series: str | None = None,
    prices: Prices | None = None,
) -> Figure | pint.Quantity[Any]:
    """State an amount of one year at the prices of another, in the same currency.

    The amount is multiplied by the price index of `to` over that of `year`.

    Args:
        amount: A figure, or a quantity of our registry, as for :func:`convert`.
        year: The year of the amount, or a date or period within one; for an array, an array of years does too.
        to: The year at whose prices it is wanted.
        series: The price series: consumer prices by default (`HICP` for the euro, `CPI` for the others); `GDP_DEFLATOR`
            for the dirham.
        prices: One's own indices; by default :meth:`Prices.reference`.

    Returns:
        The same kind of thing in the unit `MAD_2021`, where `to` is 2021. The step names both indices and their source.

    Raises:
        InvalidField: Where the amount is already at the prices of another year than `year`.
        RateNotFound: Where an index is missing; the years held are listed.
        UnitMismatch: For what is no money.
        UnknownWord: Where the series is not held for the currency.
        WrongType: Where a year is missing, or the amount is a bare number or a float.

    Example:
        >>> import maroc_offshoring as mo
        >>> constant = mo.deflate(mo.parse_figure("1,5 milliard de dirhams"), year=2014, to=2021)
        >>> round(constant.value), constant.unit
        (1626658465, 'MAD_2021')
        >>> print(constant.steps[0].note)
        index 104.58843 in 2014, 113.41977 in 2021 (2010=100)
    """
    return _deflate(amount, year, to, series, prices)


@overload
def restate(
    amount: Figure, *, year: When, to: tuple[str, int], path: str, series: str | None = ..., kind: str = ...,
    rates: Rates | None = ..., prices: Prices | None = ...,
) -> Figure: ...  # fmt: skip
@overload
def restate(
    amount: pint.Quantity[Any], *, year: Years, to: tuple[str, int], path: str, series: str | None = ...,
    kind: str = ..., rates: Rates | None = ..., prices: Prices | None = ...,
) -> pint.Quantity[Any]: ...  # fmt: skip
def restate(
    amount: Figure | pint.Quantity[Any],
    *,
    year: Years | None = None,
    to: tuple[str, int] | None = None,
    path: str | None = None,
    series: str | None = None,
    kind: str = "average",
    rates: Rates | None = None,
    prices: Prices | None = None,
) -> Figure | pint.Quantity[Any]:
    """State an amount of one year in another currency at the prices of another year, by a named path.

    The two paths do not give the same number, as prices and exchange rates do not move together:
    `deflate_then_convert` carries the amount to the year wanted with the prices of its own currency and converts at the
    rate of that year; `convert_then_deflate` converts at the rate of the amount's year and then takes the other
    currency's prices.

    Args:
        amount: A figure, or a quantity of our registry, as for :func:`convert`.
        year: The year of the amount, or a date or period within one; for an array, an array of years does too.
        to: The currency and the year at whose prices it is wanted: `("EUR", 2021)`.
        path: `deflate_then_convert` or `convert_then_deflate`.
        series: The price series, as for :func:`deflate`: of the amount's currency on the first path, of the currency
            wanted on the second.
        kind: The kind of rate, as for :func:`convert`.
        rates: One's own rates.
        prices: One's own indices.

    Returns:
        The same kind of thing in the unit `EUR_2021`; each of its steps names the path.

    Raises:
        InvalidField: As for :func:`deflate`.
        RateNotFound: Where a rate or an index is missing.
        UnitMismatch: For what is no money.
        UnknownWord: Where the path or the series is not known.
        WrongType: Where `year`, `to` or `path` is missing.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.parse_figure("10 MMDH")
        >>> for path in ("deflate_then_convert", "convert_then_deflate"):
        ...     print(round(mo.restate(exports, year=2018, to=("EUR", 2021), path=path).value))
        963807099
        939457063
    """
    if not isinstance(to, tuple) or len(to) != 2:
        raise WrongType("to", to, f"a currency and the year of the prices, ('EUR', 2021): {_RESTATE}")
    wanted, prices_of = as_currency(to[0], "to"), as_year(to[1], "to")
    if path is None:
        raise WrongType(
            "path", path, f"one of {' and '.join(repr(way.value) for way in Path)}, which differ: {_RESTATE}"
        )
    way = Path.of(path)
    stated = units.parts(unit_of(amount, _RESTATE))
    per = f"/{stated.bottom}" if stated.bottom else ""
    if way is Path.DEFLATE_THEN_CONVERT:
        constant = _deflate(amount, year, prices_of, series, prices, path=way)
        return _convert(constant, f"{wanted}_{prices_of}{per}", prices_of, kind, rates, path=way)
    prices_already = f"_{stated.year}" if stated.year else ""
    converted = _convert(amount, wanted + prices_already + per, year, kind, rates, path=way)
    return _deflate(converted, year, prices_of, series, prices, path=way)


def _convert(
    amount: Figure | pint.Quantity[Any], to: str, on: object, kind: str, rates: Rates | None, *, path: str = ""
) -> Figure | pint.Quantity[Any]:
    if not isinstance(to, str):
        raise WrongType("to", to, f"a unit such as 'EUR': {_CONVERT}")
    base, quote, price_year = _pair(unit_of(amount, _CONVERT), to)
    held = Rates.reference() if rates is None else rates
    if not isinstance(held, Rates):
        raise WrongType("rates", rates, "Rates: mo.money.Rates.reference().extended({('EUR', 2022): '10.7'})")
    if is_array(on) and not isinstance(amount, Figure):
        if price_year is not None:
            raise InvalidField("on", on, f"{price_year}, the year of its prices")
        if base == quote:
            return amount
        return scaled_by_year(
            amount, on, to, name="on", held=held.years(base, quote, kind),
            factor_of=lambda each: held.factor(base, quote, each, kind),
        )  # fmt: skip
    year = year_of(on, "on", _CONVERT)
    if price_year is not None and year != price_year:
        raise InvalidField(
            "on", on, f"{price_year}: an amount at the prices of a year converts at the rate of that year"
        )
    if base == quote:
        return amount
    rate = held.rate(base, quote, year, kind)
    if isinstance(amount, Figure):
        return amount.times(rate.rate, to, _conversion(rate, price_year, path))
    return scaled(amount, rate.rate, to)


@lru_cache(maxsize=512)
def _pair(unit: str, to: str) -> tuple[str, str, int | None]:
    """The currencies of a conversion and the year of its prices, or why there is none."""
    source, target = units.parts(unit), units.parts(to)
    if source.currency is None or target.currency is None:
        raise UnitMismatch(
            "convert between", [unit, to], "only money converts into money, as in to='EUR' or to='EUR/job'"
        )
    if source.bottom != target.bottom:
        per = f"/{source.bottom}" if source.bottom else ""
        raise UnitMismatch(
            "convert between", [unit, to], f"what it is counted per stays the same: to='{target.top}{per}'"
        )
    if source.year != target.year:
        raise UnitMismatch("convert between", [unit, to], _remedy(source, target))
    return source.top, target.top, source.year


def _remedy(source: units.UnitParts, target: units.UnitParts) -> str:
    per = f"/{source.bottom}" if source.bottom else ""
    if source.top == target.top:
        if target.year is None:
            return f"constant prices are not undone: start from the amount as it was stated, in {target}"
        return f"mo.deflate(amount, year={source.year or '...'}, to={target.year}) states it at those prices"
    if target.year is None:
        return (
            f"it is at the prices of {source.year}: mo.convert(amount, to='{target.top}_{source.year}{per}', "
            f"on={source.year}) keeps them; from current {source.top}, "
            f"mo.restate(amount, year=..., to=('{target.top}', {source.year}), path='deflate_then_convert')"
        )
    return (
        f"mo.restate(amount, year={source.year or '...'}, to=('{target.top}', {target.year}), "
        "path='deflate_then_convert') does both"
    )


def _conversion(rate: Rate, price_year: int | None, path: str) -> Step:
    at = f"_{price_year}" if price_year else ""
    return Step(
        "convert", rate.rate, f"{rate.quote}{at}/{rate.base}{at}", rate.year, rate.kind.value, rate.source.name,
        _note(rate.stated, path),
    )  # fmt: skip


def _deflate(
    amount: Figure | pint.Quantity[Any], year: object, to: object, series: str | None, prices: Prices | None,
    *, path: str = "",
) -> Figure | pint.Quantity[Any]:  # fmt: skip
    unit = unit_of(amount, _DEFLATE)
    source = units.parts(unit)
    if source.currency is None:
        raise UnitMismatch("deflate", [unit], "only money has a price level")
    if to is None or is_array(to):
        raise WrongType("to", to, f"one year, at whose prices the amount is wanted: {_DEFLATE}")
    wanted = as_year(to, "to")
    held = Prices.reference() if prices is None else prices
    if not isinstance(held, Prices):
        raise WrongType("prices", prices, "Prices: mo.money.Prices.reference().extended({('MAD', 2026): '132.1'}, ...)")
    result = str(units.UnitParts(source.top, wanted, source.bottom))
    if is_array(year) and not isinstance(amount, Figure):
        if source.year is not None:
            raise InvalidField("year", year, f"{source.year}, the year at whose prices it is already")
        return scaled_by_year(
            amount, year, result, name="year", held=held.years(source.top, series),
            factor_of=lambda each: held.ratio(source.top, each, wanted, series),
        )  # fmt: skip
    own = year_of(year, "year", _DEFLATE)
    if source.year is not None and own != source.year:
        raise InvalidField("year", year, f"{source.year}, the year at whose prices it is already: {unit}")
    if unit == result:
        return amount
    ratio = held.ratio(source.top, own, wanted, series)
    if isinstance(amount, Figure):
        start, end = held.index(source.top, own, series), held.index(source.top, wanted, series)
        return amount.times(ratio, result, _deflation(start, end, ratio, str(source), path))
    return scaled(amount, ratio, result)


def _deflation(start: PriceIndex, end: PriceIndex, ratio: Decimal, unit: str, path: str) -> Step:
    estimated = [str(index.year) for index in dict.fromkeys((start, end)) if index.kind is IndexKind.ESTIMATE]
    notes = [
        f"index {start.index} in {start.year}, {end.index} in {end.year}" + (f" ({start.base})" if start.base else "")
    ]
    if estimated:
        notes.append(f"that of {' and '.join(estimated)} is an estimate")
    notes += dict.fromkeys(index.note for index in (start, end) if index.note)
    return Step(
        "deflate",
        ratio,
        f"{start.currency}_{end.year}/{unit.partition('/')[0]}",
        start.year,
        f"{start.series}, estimate" if estimated else start.series,
        joined(start.source, end.source).name,
        _note("; ".join(notes), path),
    )


def _note(note: str, path: str) -> str:
    return f"{note}; path {path}" if path else note
