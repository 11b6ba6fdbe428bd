"""What one figure, one conversion and a converted column cost, beside pint, py-moneyed and bare arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import maroc_offshoring as mo
from benchmarks.harness import Call, Line, NotHere, Run, need


def p9(run: Run) -> Iterator[Line]:
    """Making a figure, which is validated, and adding two."""
    amount, other = Decimal(5000), Decimal(7)
    ours = mo.units.registry()
    one, two = mo.Figure(amount, "MAD"), mo.Figure(other, "MAD")
    quantity, more = ours.Quantity(amount, "MAD"), ours.Quantity(other, "MAD")

    yield run.calls(
        "a figure / pint.Quantity(value, unit)", lambda: mo.Figure(amount, "MAD"),
        lambda: ours.Quantity(amount, "MAD"), goal=0.4, same=_same_amount,
    )  # fmt: skip
    yield run.calls(
        "figure + figure / pint's sum", lambda: one + two, lambda: quantity + more, goal=0.2, same=_same_amount
    )
    try:
        money = need("moneyed").Money
    except NotHere as fault:
        yield Line("a figure, and a sum / moneyed.Money", None, 3.0, remark=str(fault))
        return
    first, second = money(amount, "MAD"), money(other, "MAD")
    yield run.calls(
        "a figure / moneyed.Money(value, currency)", lambda: mo.Figure(amount, "MAD"), lambda: money(amount, "MAD"),
        goal=3.0, same=lambda figure, cash: figure.value == cash.amount,
    )  # fmt: skip
    yield run.calls(
        "figure + figure / moneyed's sum", lambda: one + two, lambda: first + second,
        goal=2.0, same=lambda figure, cash: figure.value == cash.amount,
    )  # fmt: skip


def p10(run: Run) -> Iterator[Line]:
    """One dated conversion: the bare number, and a figure with its bounds, steps and source."""
    amount, number, year = Decimal(65_000_000), 65_000_000.0, 2022
    rates = mo.money.Rates.reference()
    table = {("MAD", year): float(rates.factor("MAD", "EUR", year))}
    figure = mo.Figure(amount, "MAD")

    def looked_up() -> Decimal:
        return amount * rates.factor("MAD", "EUR", year)

    def by_hand() -> float:
        return number * table["MAD", year]

    def whole() -> mo.Figure:
        return mo.convert(figure, to="EUR", on=year)

    context = _pint_context(float(rates.factor("MAD", "EUR", year)))
    yield run.calls(
        "amount * rates.factor(...) / float * dict[currency, year]", looked_up, by_hand, goal=10.0, same=_near
    )
    yield run.calls("mo.convert(figure), with its step / float * dict[...]", whole, by_hand, goal=None, same=_near)
    yield run.calls(
        "a pint context / amount * rates.factor(...)", context, looked_up, goal=100.0, at_least=True, same=_near
    )
    yield run.calls("a pint context / mo.convert(figure), with its step", context, whole, goal=None, same=_near)


def p11(run: Run) -> Iterator[Line]:
    """A column of a million amounts of many years, converted in numpy."""
    np = need("numpy")
    rows = run.size(1_000_000, 2000)
    random = np.random.default_rng(20240422)
    years = random.integers(2002, 2024, rows)
    amounts = random.uniform(1e4, 1e8, rows)
    rates = mo.money.Rates.reference()
    table = np.array([float(rates.factor("MAD", "EUR", year)) for year in range(2002, 2024)])
    quantity = mo.units.Quantity(amounts, "MAD")

    def by_hand() -> Any:
        return amounts * table[years - 2002]

    def ours() -> Any:
        return mo.convert(quantity, to="EUR", on=years)

    def close(one: Any, other: Any) -> bool:
        return bool(np.allclose(one.magnitude, other, rtol=1e-12))

    what = f"mo.convert of {rows:,} amounts with their unit / amount * rate[year] in numpy"
    yield run.calls(what, ours, by_hand, goal=2.2, same=close)


def _pint_context(rate: float) -> Call:
    """One conversion by a context of pint, as one would write it without this library."""
    pint = need("pint")
    registry = pint.UnitRegistry(None)
    registry.define("MAD = [currency_mad]")
    registry.define("EUR = [currency_eur]")
    year = pint.Context("year")
    year.add_transformation("[currency_mad]", "[currency_eur]", lambda ureg, value: value * rate * ureg.EUR / ureg.MAD)
    registry.add_context(year)
    amount = registry.Quantity(65_000_000.0, "MAD")

    def convert() -> Any:
        return amount.to("EUR", "year")

    return convert


def _same_amount(figure: mo.Figure, quantity: Any) -> bool:
    return bool(figure.value == quantity.magnitude)


def _near(one: Any, other: Any) -> bool:
    first, second = (_number(each) for each in (one, other))
    return abs(first - second) <= 1e-9 * abs(second)


def _number(value: Any) -> float:
    found = getattr(value, "magnitude", getattr(value, "value", value))
    return float(found)
