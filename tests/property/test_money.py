"""What holds of money whatever the amount, the currency and the year."""

from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from maroc_offshoring import units
from maroc_offshoring.figures import Figure, add
from maroc_offshoring.figures.decimals import difference
from maroc_offshoring.money import Prices, Rates, convert, deflate, restate
from maroc_offshoring.units import CURRENCIES

amounts = st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False)
currencies = st.sampled_from(CURRENCIES)
priced = st.sampled_from(["MAD", "EUR", "USD"])
years = st.integers(1999, 2025)
paths = st.sampled_from(["deflate_then_convert", "convert_then_deflate"])


def value(figure: Figure) -> Decimal:
    assert figure.value is not None
    return figure.value


def agree(first: Decimal, second: Decimal, digits: int) -> bool:
    """Whether two amounts agree to so many digits, or to the thirteenth decimal: amounts are kept to the fifteenth."""
    return abs(difference(first, second)) <= max(max(first, second).scaleb(-digits), Decimal("1E-13"))


@given(amounts, currencies, currencies, years)
def test_there_and_back_is_where_one_began(amount: Decimal, base: str, quote: str, year: int) -> None:
    there = convert(Figure(amount, base), to=quote, on=year)
    back = convert(there, to=base, on=year)
    assert round(value(back), 2) == amount
    assert agree(value(back), amount, 25)


@given(st.lists(amounts, min_size=1, max_size=5), currencies, currencies, years)
def test_the_conversion_of_a_sum_is_the_sum_of_the_conversions(
    several: list[Decimal], base: str, quote: str, year: int
) -> None:
    figures = [Figure(amount, base) for amount in several]
    whole = convert(add(figures), to=quote, on=year)
    parts = add([convert(figure, to=quote, on=year) for figure in figures])
    assert whole.unit == parts.unit
    assert agree(value(whole), value(parts), 20)


@given(st.lists(amounts, min_size=2, max_size=5), currencies, years, st.randoms(use_true_random=False))
def test_the_order_of_what_is_converted_never_matters(
    several: list[Decimal], quote: str, year: int, random: object
) -> None:
    figures = [convert(Figure(amount, "MAD"), to=quote, on=year) for amount in several]
    shuffled = figures[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert add(shuffled) == add(figures)


@given(amounts, amounts, currencies, currencies, years)
def test_a_larger_amount_stays_larger(first: Decimal, second: Decimal, base: str, quote: str, year: int) -> None:
    small, large = sorted((first, second))
    assert value(convert(Figure(small, base), to=quote, on=year)) <= value(
        convert(Figure(large, base), to=quote, on=year)
    )


@given(amounts, amounts, currencies, years)
def test_bounds_stay_in_order(first: Decimal, second: Decimal, quote: str, year: int) -> None:
    low, high = sorted((first, second))
    between = convert(Figure(None, "MAD", "range", low, high), to=quote, on=year)
    assert between.low is not None
    assert between.high is not None
    assert between.low <= between.high


@given(currencies, currencies, currencies, years)
def test_a_detour_through_a_third_currency_changes_nothing(first: str, second: str, third: str, year: int) -> None:
    rates = Rates.reference()
    detour = rates.factor(first, third, year) * rates.factor(third, second, year)
    assert agree(detour, rates.factor(first, second, year), 25)


@given(amounts, priced, years)
def test_the_deflator_is_one_at_its_own_year(amount: Decimal, currency: str, year: int) -> None:
    constant = deflate(Figure(amount, currency), year=year, to=year)
    assert (constant.value, constant.unit) == (amount, f"{currency}_{year}")
    assert Prices.reference().ratio(currency, year, year) == 1


@given(amounts, priced, years, years, years)
def test_deflating_in_two_steps_is_deflating_in_one(
    amount: Decimal, currency: str, year: int, by: int, to: int
) -> None:
    direct = deflate(Figure(amount, currency), year=year, to=to)
    stepwise = deflate(deflate(Figure(amount, currency), year=year, to=by), year=by, to=to)
    assert direct.unit == stepwise.unit
    assert agree(value(direct), value(stepwise), 25)


@given(amount=amounts, base=priced, quote=priced, year=years, to=years, path=paths)
def test_restating_is_its_two_steps_in_the_order_of_its_path(
    *, amount: Decimal, base: str, quote: str, year: int, to: int, path: str
) -> None:
    figure = Figure(amount, base)
    if path == "deflate_then_convert":
        expected = convert(deflate(figure, year=year, to=to), to=f"{quote}_{to}", on=to)
    else:
        expected = deflate(convert(figure, to=quote, on=year), year=year, to=to)
    assert restate(figure, year=year, to=(quote, to), path=path) == expected


@given(amounts, priced, priced, years, paths)
def test_the_paths_agree_where_the_prices_are_those_of_the_year(
    amount: Decimal, base: str, quote: str, year: int, path: str
) -> None:
    restated = restate(Figure(amount, base), year=year, to=(quote, year), path=path)
    assert restated.value == convert(Figure(amount, base), to=quote, on=year).value


@given(st.lists(st.tuples(amounts, years), max_size=20), currencies, currencies)
def test_an_array_converts_as_its_amounts_do_one_by_one(
    dated: list[tuple[Decimal, int]], base: str, quote: str
) -> None:
    column = np.array([amount for amount, _ in dated], dtype=object)
    when = np.array([year for _, year in dated], dtype=int)
    one_by_one = [value(convert(Figure(amount, base), to=quote, on=year)) for amount, year in dated]
    exact = convert(units.Quantity(column, base), to=quote, on=when).magnitude
    rough = convert(units.Quantity(column.astype(float), base), to=quote, on=when).magnitude
    assert exact.tolist() == one_by_one
    np.testing.assert_allclose(rough, np.array(one_by_one, dtype=float), rtol=1e-12, atol=1e-14)
