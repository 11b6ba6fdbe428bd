"""Money in one currency, or at one year's prices: a join with a small table of factors, of the user's own engine.

What has no rate is set apart: a join gives it no factor, and no factor is neither zero nor not-a-number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from maroc_offshoring import units
from maroc_offshoring.errors import RateNotFound
from maroc_offshoring.frames import intervals
from maroc_offshoring.frames.asked import Asked
from maroc_offshoring.frames.engines import Opened
from maroc_offshoring.frames.rows import UNIT, YEAR
from maroc_offshoring.totals.lines import Reason

if TYPE_CHECKING:
    from maroc_offshoring.frames.engines import Frame


def converted(frame: Frame, table: Opened, asked: Asked, state: tuple[str, ...]) -> tuple[Frame, Callable[[], Frame]]:
    """State money in the currency and at the prices asked for.

    Args:
        frame: Figures, or sums of figures of one unit and year.
        table: The table that they come from.
        asked: What is asked.
        state: The columns of a figure.

    Returns:
        What has a rate, so stated; and, when it is asked for, what has none, with the reason in `_reason`.
    """
    import narwhals as nw

    factors = table.table(*_factors(asked))
    left = [UNIT] if asked.year is not None else [UNIT, YEAR]
    right = ["_base"] if asked.year is not None else ["_base", "_base_year"]
    both = frame.join(factors, left_on=left, right_on=right, how="left")
    if asked.prices is None:  # money of the currency asked for is what it is, of whatever year
        here = nw.col(UNIT) == nw.lit(asked.currency)
        both = both.with_columns(
            _factor=nw.when(here).then(nw.lit(1.0)).otherwise(nw.col("_factor")),
            _target=nw.when(here).then(nw.lit(asked.currency)).otherwise(nw.col("_target")),
        )
    missing = nw.col("_target").is_null()
    scaled = intervals.scaled(nw.col("_factor"), state)
    stated = both.filter(~missing).with_columns(nw.col("_target").alias(UNIT), **scaled)

    def without() -> Frame:
        reason = nw.lit(Reason.NO_RATE.value)
        if asked.year is None:
            reason = nw.when(nw.col(YEAR).is_null()).then(nw.lit(Reason.NO_YEAR.value)).otherwise(reason)
        return both.filter(missing).with_columns(_reason=reason)

    return stated, without


def refuse_without_any_rate(conversions: Iterable[Callable[[], Frame]], table: Opened, asked: Asked) -> None:
    """Refuse a year, asked for by name, that has no rate for anything: an empty answer would look like nothing.

    Args:
        conversions: Figures before they are converted, made when they are asked for.
        table: The table that they come from.
        asked: What is asked.

    Raises:
        RateNotFound: Where nothing at all could be converted, and something should have been.
    """
    import narwhals as nw

    if asked.year is None and asked.prices is None:
        return
    lacking: list[dict[str, Any]] = []
    for figures in conversions:
        frame = figures()
        needing = frame.filter(nw.col(UNIT) != nw.lit(asked.currency)) if asked.prices is None else frame
        done, without = converted(needing, table, asked, ())
        if table.few(done.select(UNIT).head(1)):
            return
        names = [UNIT] if asked.year is not None else [UNIT, YEAR]
        no_rate = nw.col("_reason") == nw.lit(Reason.NO_RATE.value)
        lacking += table.few(without().filter(no_rate).select(*names).head(1))
    if lacking:
        _raise(lacking[0], asked)


def _raise(row: dict[str, Any], asked: Asked) -> None:
    from maroc_offshoring.figures import Figure
    from maroc_offshoring.money import convert, deflate, restate

    figure, year = Figure(1, row[UNIT]), int(row.get(YEAR) or asked.year or 0)
    if asked.prices is None:
        convert(figure, to=asked.currency or figure.unit, on=year, rates=asked.rates)
    elif asked.currency in (None, figure.unit):
        deflate(figure, year=year, to=asked.prices)
    else:
        to = (str(asked.currency), asked.prices)
        restate(figure, year=year, to=to, path="deflate_then_convert", rates=asked.rates)


def _factors(asked: Asked) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """Every factor that may be needed: by currency, and by year unless one is asked for."""
    from maroc_offshoring.money import Prices, Rates

    rates = asked.rates or Rates.reference()
    years: list[int] = [asked.year] if asked.year is not None else []
    if not years and asked.prices is None:
        years = sorted({rate.year for rate in rates})
    elif not years:
        years = sorted({index.year for index in Prices.reference()})
    rows: list[tuple[str, float, float, str]] = []
    for base in units.CURRENCIES:
        for year in years:
            try:
                rows.append((base, float(year), *_factor(base, year, asked, rates)))
            except RateNotFound:
                continue  # what has none is left out by name
    columns: dict[str, list[Any]] = {"_base": [], "_base_year": [], "_factor": [], "_target": []}
    for row in rows:
        for name, value in zip(columns, row, strict=True):
            columns[name].append(value)
    types = {"_base": "text", "_base_year": "number", "_factor": "number", "_target": "text"}
    if asked.year is not None:
        del columns["_base_year"], types["_base_year"]
    return columns, types


def _factor(base: str, year: int, asked: Asked, rates: Any) -> tuple[float, str]:
    from maroc_offshoring.figures.decimals import exact_product
    from maroc_offshoring.money import Prices

    if asked.prices is None:
        return float(rates.factor(base, asked.currency, year)), str(asked.currency)
    ratio = Prices.reference().ratio(base, year, asked.prices)
    target = asked.currency or base
    if target != base:
        ratio = exact_product(ratio, rates.factor(base, target, asked.prices))
    return float(ratio), f"{target}_{asked.prices}"
