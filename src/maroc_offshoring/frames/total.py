"""A sum over a table, by the same rules as a sum over records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from maroc_offshoring.frames import engines, intervals
from maroc_offshoring.frames.asked import Asked, On, Spread, asked_for
from maroc_offshoring.frames.plan import Plan, planned
from maroc_offshoring.frames.rows import UNIT, grouped
from maroc_offshoring.measures import Measure
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from maroc_offshoring.frames.engines import Frame
    from maroc_offshoring.money import Rates


def total(
    frame: Any,
    measure: Measure | str,
    *,
    by: str | Sequence[str] | None = None,
    currency: str | None = None,
    on: On | None = None,
    prices: int | None = None,
    spread: Spread | None = None,
    basis: Basis | str | None = Basis.ADDITIONAL,
    rates: Rates | None = None,
) -> Any:
    """Add one measure over a table, never counting a thing twice.

    The rules are those of :func:`maroc_offshoring.totals.total`, as one query that the table's own engine runs. A lazy
    table is not collected: it is asked beforehand for single rows of aggregates, so that what cannot be added is
    refused at once, and the answer is lazy again.

    Args:
        frame: A table of pandas, Polars, PyArrow, DuckDB or PySpark with the columns of
            :data:`~maroc_offshoring.frames.COLUMNS`, of which `record`, `measure`, `value` and `unit` are needed.
        measure: What to add: `jobs`, `investment`…
        by: A column, or several, to take the sum apart by; the user's own do too.
        currency: The currency to state money in; None for one line per currency.
        on: The year of the rate; None for the year of each figure's own money, in `year` or `announced`.
        prices: The year whose prices to state money at; None for current prices.
        spread: How to split what is for several places: `"equally"`, or a weight per place; None to leave it whole.
        basis: `additional` or `level` for promises and aims; measurements have their own.
        rates: Exchange rates of one's own; None for the reference rates.

    Returns:
        A table of the same engine with the keys, `total`, `lower` and `upper` (empty where there is no single number,
        or where an end is open or not known), `unit`, and in `records` how many lines were added; largest first.

    Raises:
        NotAdditive: Where the figures do not add up, with the reason; or where links lead further than is followed.
        InvalidField: Where a column is missing or holds what it may not, or the options do not fit the measure.
        UnknownKeyword: Where there is no column to take the sum apart by.
        UnknownWord: Where there is no such measure, basis or qualifier.
        RateNotFound: Where the year asked for has no rate.
        MissingExtra: Where narwhals is not installed.
        WrongType: Where it is no such table.

    Example:
        >>> import maroc_offshoring as mo
        >>> table = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").to_frame("polars")
        >>> mo.frames.total(table, "jobs", by="operator").select("operator", "total").rows()[0]
        ('phoneo', 2000.0)
    """
    asked = asked_for(measure, by=by, currency=currency, on=on, prices=prices, spread=spread, basis=basis, rates=rates)
    with engines.opened(frame) as table:
        return table.native(_added(planned(table, asked), asked))


def left_out(
    frame: Any,
    measure: Measure | str,
    *,
    currency: str | None = None,
    on: On | None = None,
    prices: int | None = None,
    spread: Spread | None = None,
    basis: Basis | str | None = Basis.ADDITIONAL,
    rates: Rates | None = None,
) -> Any:
    """Say what a sum over a table does not count, and why.

    Args:
        frame: The table, as for :func:`total`.
        measure: What is added.
        currency: As for :func:`total`.
        on: As for :func:`total`.
        prices: As for :func:`total`.
        spread: As for :func:`total`.
        basis: As for :func:`total`.
        rates: As for :func:`total`.

    Returns:
        A table of the same engine: `record`, the `value` that it states and its `unit`, the `reason` as
        :class:`~maroc_offshoring.totals.Reason` names it (`no_figure` for a row without a number), and in `instead` the
        record that counts in its place, where there is one.

    Raises:
        MarocOffshoringError: As for :func:`total`.

    Example:
        >>> import maroc_offshoring as mo
        >>> table = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").to_frame("polars")
        >>> mo.frames.left_out(table, "jobs").select("record", "reason").rows()[0]
        ('2022-04-20-four-memoranda', 'covered')
    """
    asked = asked_for(
        measure, by=None, currency=currency, on=on, prices=prices, spread=spread, basis=basis, rates=rates
    )
    with engines.opened(frame) as table:
        told = planned(table, asked, telling=True).left_out()
        return table.native(table.settled(told.sort("reason", "record")))


def _added(plan: Plan, asked: Asked) -> Frame:
    """Add up the lines of a plan and write the answer."""
    import narwhals as nw

    keys = plan.rows.keys()
    sums = plan.sums()
    numbers = [*plan.rows.state, "_records"]
    found = sums[0]
    if len(sums) > 1:  # what was taken off again may have been all of its group
        found = grouped(nw.concat(sums), [*keys, UNIT], numbers).filter(nw.col("_records") > 0)
    named = {own: nw.col(name) for name, own in zip(keys, asked.by, strict=True)}
    ends = intervals.bounds(plan.rows.state, plan.rows.dtype)
    answer = found.select(**named, **ends, unit=nw.col(UNIT), records=nw.col("_records").cast(nw.Int64()))
    order = ["total", *asked.by, "unit"]
    return answer.sort(*order, descending=[True, *[False] * (len(order) - 1)], nulls_last=True)
