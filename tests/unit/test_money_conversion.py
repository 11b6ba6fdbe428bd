"""Converting, deflating and restating: values reckoned by hand, steps, and what is refused."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from maroc_offshoring import units
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import (
    InvalidDate,
    InvalidField,
    RateNotFound,
    UnitMismatch,
    UnknownUnit,
    UnknownWord,
    WrongType,
)
from maroc_offshoring.figures import Figure, add, parse_figure
from maroc_offshoring.money import Prices, Rates, convert, deflate, restate

MDH_65 = parse_figure("65 MDH")
JOBS = Figure(5050, "job")


def close(found: Decimal | None, expected: Decimal) -> bool:
    """Whether two decimals agree to 25 digits, or to the fifteenth decimal that an amount is kept to."""
    return found is not None and abs(found - expected) <= max(expected * Decimal("1e-25"), Decimal("1e-15"))


def quantity(value: object, unit: str) -> Any:
    return units.Quantity(value, unit)


# figures


def test_65_mdh_in_euros_of_2022() -> None:
    euros = convert(MDH_65, to="EUR", on=2022)
    assert close(euros.value, Decimal(65000000) / Decimal("10.6851"))
    assert (euros.unit, euros.qualifier, euros.as_printed) == ("EUR", "exact", None)
    (step,) = euros.steps
    assert (step.action, step.unit, step.year, step.kind) == ("convert", "EUR/MAD", 2022, "average")
    assert close(step.factor, 1 / Decimal("10.6851"))
    assert step.source == "World Bank, PA.NUS.FCRF crossed with ECB reference rates"
    assert step.note == "1 EUR = 10.6851 MAD"


def test_euros_in_dirhams_are_one_multiplication() -> None:
    assert convert(Figure(10, "EUR"), to="MAD", on=2022).value == Decimal("106.8510")


def test_a_cross_says_that_it_went_through_the_dirham() -> None:
    (step,) = convert(Figure(10, "EUR"), to="USD", on=2022).steps
    assert step.unit == "USD/EUR"
    assert step.note == "crossed through MAD: 1 EUR = 10.6851 MAD, 1 USD = 10.1607 MAD"


def test_an_estimate_is_named_as_one() -> None:
    (step,) = convert(MDH_65, to="EUR", on=2025).steps
    assert (step.kind, step.year) == ("estimate", 2025)
    assert "98 days of 2025" in step.source


def test_the_end_of_a_year_on_request() -> None:
    (step,) = convert(MDH_65, to="EUR", on=2025, kind="end").steps
    assert (step.kind, step.note) == ("end", "1 EUR = 10.7121 MAD")


def test_the_qualifier_and_the_bounds_are_converted_with_the_value() -> None:
    rate = Decimal("10.6851")
    least = convert(Figure(10, "EUR", "at_least"), to="MAD", on=2022)
    assert (least.qualifier, least.lower, least.upper) == ("at_least", 10 * rate, None)
    between = convert(Figure(None, "EUR", "range", 10, 20), to="MAD", on=2022)
    assert (between.value, between.low, between.high) == (None, 10 * rate, 20 * rate)
    assert convert(Figure(10, "EUR", "about"), to="MAD", on=2022).qualifier == "about"


def test_a_figure_per_job_converts_too() -> None:
    assert convert(Figure(10, "EUR/job"), to="MAD/job", on=2022) == Figure("106.851", "MAD/job")


@pytest.mark.parametrize(
    "on",
    [
        2022,
        "2022",
        "2022-04-20",
        PartialDate(2022, 4),
        Period.of("2022-01..2022-06"),
        dt.date(2022, 4, 20),
        np.int64(2022),
    ],
)
def test_a_date_or_a_period_within_a_year_means_the_average_of_that_year(on: Any) -> None:
    assert convert(MDH_65, to="EUR", on=on) == convert(MDH_65, to="EUR", on=2022)


def test_the_same_currency_is_the_figure_itself() -> None:
    assert convert(MDH_65, to="MAD", on=2022) is MDH_65
    assert convert(MDH_65, to="MAD", on=1066) is MDH_65


def test_steps_gather() -> None:
    there = convert(MDH_65, to="EUR", on=2022)
    back = convert(there, to="MAD", on=2021)
    assert [(step.unit, step.year) for step in back.steps] == [("EUR/MAD", 2022), ("MAD/EUR", 2021)]


def test_own_rates_are_used_and_named() -> None:
    mine = Rates.reference().extended({("EUR", 2022): "10.7", ("EUR", 2026): "10.8"}, source="our bank")
    assert close(convert(MDH_65, to="EUR", on=2022, rates=mine).value, Decimal(65000000) / Decimal("10.7"))
    (step,) = convert(MDH_65, to="EUR", on=2026, rates=mine).steps
    assert (step.source, step.note) == ("our bank", "1 EUR = 10.8 MAD")


def test_a_billion_and_a_half_of_2014_at_the_prices_of_2021() -> None:
    constant = deflate(parse_figure("1,5 milliard de dirhams"), year=2014, to=2021)
    assert close(constant.value, Decimal(1500000000) * Decimal("113.41977") / Decimal("104.58843"))
    assert constant.unit == "MAD_2021"
    (step,) = constant.steps
    assert (step.action, step.unit, step.year, step.kind) == ("deflate", "MAD_2021/MAD", 2014, "CPI")
    assert step.source == "World Bank, FP.CPI.TOTL (Morocco)"
    assert step.note == "index 104.58843 in 2014, 113.41977 in 2021 (2010=100)"


def test_the_gdp_deflator_on_request() -> None:
    constant = deflate(Figure(1000, "MAD"), year=2014, to=2021, series="GDP_DEFLATOR")
    assert constant.value == Decimal("1086.5966")
    assert constant.steps[0].kind == "GDP_DEFLATOR"


def test_at_the_prices_of_its_own_year_an_amount_keeps_its_number_and_changes_its_unit() -> None:
    constant = deflate(MDH_65, year="2022-04-20", to=2022)
    assert (constant.value, constant.unit, constant.steps[0].factor) == (MDH_65.value, "MAD_2022", Decimal(1))


def test_an_estimated_index_is_named() -> None:
    (step,) = deflate(MDH_65, year=2022, to=2025).steps
    assert step.kind == "CPI, estimate"
    assert step.note.endswith("(2010=100); that of 2025 is an estimate")
    assert step.source.endswith("; World Bank, FP.CPI.TOTL (Morocco) carried on with HCP's change for 2025")


def test_the_note_of_an_index_is_kept() -> None:
    (step,) = deflate(Figure(1, "USD"), year=2021, to=2025).steps
    assert step.note.endswith("; the index of October 2025 is missing in the source")


def test_constant_prices_are_rebased_from_their_own_year() -> None:
    direct = deflate(MDH_65, year=2014, to=2021)
    rebased = deflate(deflate(MDH_65, year=2014, to=2015), year=2015, to=2021)
    assert direct.value is not None
    assert close(rebased.value, direct.value)
    assert [step.unit for step in rebased.steps] == ["MAD_2015/MAD", "MAD_2021/MAD_2015"]
    assert deflate(direct, year=2021, to=2021) is direct


def test_constant_prices_of_one_year_convert_at_the_rate_of_that_year() -> None:
    constant = deflate(MDH_65, year=2014, to=2021)
    euros = convert(constant, to="EUR_2021", on=2021)
    assert euros.unit == "EUR_2021"
    assert euros.steps[-1].unit == "EUR_2021/MAD_2021"
    assert convert(constant, to="MAD_2021", on=2021) is constant


def test_the_two_paths_differ_and_say_which_was_taken() -> None:
    exports = parse_figure("10 MMDH")
    first = restate(exports, year=2018, to=("EUR", 2021), path="deflate_then_convert")
    second = restate(exports, year=2018, to=("EUR", 2021), path="convert_then_deflate")
    cpi, hicp = Prices.reference().ratio("MAD", 2018, 2021), Prices.reference().ratio("EUR", 2018, 2021)
    assert close(first.value, 10**10 * cpi / Decimal("10.6274"))
    assert close(second.value, 10**10 / Decimal("11.0782") * hicp)
    assert first.unit == second.unit == "EUR_2021"
    assert first.value != second.value
    assert [(step.action, step.unit, step.year) for step in first.steps] == [
        ("deflate", "MAD_2021/MAD", 2018), ("convert", "EUR_2021/MAD_2021", 2021),
    ]  # fmt: skip
    assert [(step.action, step.unit, step.year) for step in second.steps] == [
        ("convert", "EUR/MAD", 2018), ("deflate", "EUR_2021/EUR", 2018),
    ]  # fmt: skip
    assert all(step.note.endswith("; path deflate_then_convert") for step in first.steps)
    assert all(step.note.endswith("; path convert_then_deflate") for step in second.steps)


@pytest.mark.parametrize("path", ["deflate_then_convert", "convert_then_deflate"])
def test_constant_prices_restate_from_their_own_year(path: str) -> None:
    nominal = restate(MDH_65, year=2018, to=("EUR", 2021), path=path)
    constant = restate(deflate(MDH_65, year=2018, to=2018), year=2018, to=("EUR", 2021), path=path)
    assert nominal.value is not None
    assert close(constant.value, nominal.value)


@pytest.mark.parametrize("path", ["deflate_then_convert", "convert_then_deflate"])
def test_in_the_same_currency_restating_is_deflating(path: str) -> None:
    assert restate(MDH_65, year=2018, to=("MAD", 2021), path=path) == deflate(MDH_65, year=2018, to=2021)


def test_restating_per_job_with_own_rates_and_prices() -> None:
    rates = Rates.of({("EUR", 2021): 10})
    prices = Prices.of({("MAD", 2018): 100, ("MAD", 2021): 110}, base="2018=100")
    per_job = restate(
        Figure(1000, "MAD/job"), year=2018, to=("EUR", 2021), path="deflate_then_convert", rates=rates, prices=prices
    )
    assert per_job == Figure(110, "EUR_2021/job")


# quantities


def test_a_quantity_converts_to_a_quantity() -> None:
    euros = convert(quantity(Decimal(65000000), "MAD"), to="EUR", on=2022)
    assert euros.magnitude == convert(MDH_65, to="EUR", on=2022).value
    assert str(euros.units) == "EUR"
    assert convert(units.registry().Quantity(10, "EUR"), to="MAD", on=2022).magnitude == Decimal("106.8510")


def test_dirhams_per_job_convert_to_euros_per_job() -> None:
    per_job: Any = MDH_65.quantity / JOBS.quantity
    euros = convert(per_job, to="EUR/job", on=2022)
    assert close(euros.magnitude, Decimal(65000000) / 5050 / Decimal("10.6851"))
    assert str(euros.units) == "EUR / job"


def test_a_quantity_deflates_and_restates() -> None:
    amount = quantity(Decimal(1000), "MAD/job")
    assert str(deflate(amount, year=2014, to=2021).units) == "MAD_2021 / job"
    restated = restate(amount, year=2018, to=("EUR", 2021), path="convert_then_deflate")
    figure = restate(Figure(1000, "MAD/job"), year=2018, to=("EUR", 2021), path="convert_then_deflate")
    assert (restated.magnitude, str(restated.units)) == (figure.value, "EUR_2021 / job")
    assert convert(restated, to="EUR_2021/job", on=2021) is restated


def test_a_caller_s_decimal_context_changes_nothing() -> None:
    from decimal import localcontext

    with localcontext(prec=5):
        rough = convert(quantity(Decimal(65000000), "MAD"), to="EUR", on=2022).magnitude
    assert rough == convert(MDH_65, to="EUR", on=2022).value


# arrays


def test_an_array_of_floats_stays_one_of_floats() -> None:
    euros = convert(quantity(np.array([10.0, 20.0, np.nan]), "MAD/job"), to="EUR/job", on=2022)
    assert euros.magnitude.dtype == np.float64
    np.testing.assert_allclose(euros.magnitude, np.array([10.0, 20.0, np.nan]) / 10.6851, rtol=1e-15)
    assert str(euros.units) == "EUR / job"


def test_an_array_of_integers_becomes_one_of_floats() -> None:
    assert convert(quantity(np.array([10, 20]), "EUR"), to="MAD", on=2022).magnitude.tolist() == [106.851, 213.702]


def test_an_array_of_decimals_stays_exact() -> None:
    dirhams = quantity(np.array([[Decimal(10), 20], [Decimal("0.5"), Decimal(0)]], dtype=object), "EUR")
    found = convert(dirhams, to="MAD", on=2022).magnitude
    assert found.dtype == object
    assert found.tolist() == [[Decimal("106.851"), Decimal("213.702")], [Decimal("5.34255"), Decimal(0)]]


@pytest.mark.parametrize("years", [[2022, "2021-04-20", 2022], (2022, 2021, 2022), np.array([2022, 2021, 2022])])
@pytest.mark.parametrize("exact", [True, False])
def test_each_amount_of_an_array_converts_at_the_rate_of_its_own_year(years: Any, *, exact: bool) -> None:
    amounts = np.array([Decimal(10), Decimal(20), Decimal(30)]) if exact else np.array([10.0, 20.0, 30.0])
    found = convert(quantity(amounts, "EUR"), to="MAD", on=years).magnitude
    expected = [Decimal("106.851"), Decimal("212.548"), Decimal("320.553")]
    assert found.tolist() == (expected if exact else pytest.approx([float(number) for number in expected], rel=1e-15))


def test_an_array_deflates_and_restates_by_the_years_of_its_amounts() -> None:
    amounts, years = np.array([1000.0, 1000.0]), np.array([2014, 2018])
    constant = deflate(quantity(amounts, "MAD"), year=years, to=2021)
    assert constant.magnitude.tolist() == [
        pytest.approx(1000 * float(Prices.reference().ratio("MAD", year, 2021))) for year in (2014, 2018)
    ]
    for path in ("deflate_then_convert", "convert_then_deflate"):
        together = restate(quantity(amounts, "MAD"), year=years, to=("EUR", 2021), path=path)
        each = [restate(Figure(1000, "MAD"), year=year, to=("EUR", 2021), path=path).value for year in (2014, 2018)]
        assert together.magnitude.tolist() == pytest.approx([float(value or 0) for value in each], rel=1e-14)


def test_arrays_in_the_same_currency_are_themselves() -> None:
    amounts = quantity(np.array([10.0]), "MAD")
    assert convert(amounts, to="MAD", on=2022) is amounts
    assert convert(amounts, to="MAD", on=[2022]) is amounts


def test_an_empty_array_stays_empty() -> None:
    empties: tuple[Any, ...] = ([], (), np.array([], dtype=int))
    for years in empties:
        assert convert(quantity(np.array([], dtype=float), "MAD"), to="EUR", on=years).magnitude.size == 0


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("missing", [1998, 2026])
def test_a_missing_year_of_an_array_raises(missing: int, *, exact: bool) -> None:
    amounts = np.array([Decimal(10)] * 2) if exact else np.array([10.0, 20.0])
    with pytest.raises(
        RateNotFound, match=rf"no average rate of MAD in EUR for {missing}: the years held are 1999-2025"
    ):
        convert(quantity(amounts, "MAD"), to="EUR", on=np.array([2022, missing]))


def test_a_gap_between_the_years_held_raises_only_where_it_is_asked_for() -> None:
    rates = Rates.of({("EUR", 2020): 10, ("EUR", 2022): 11})
    amounts = quantity(np.array([1.0, 1.0]), "EUR")
    assert convert(amounts, to="MAD", on=[2020, 2022], rates=rates).magnitude.tolist() == [10.0, 11.0]
    with pytest.raises(RateNotFound, match="no average rate of EUR in MAD for 2021: the years held are 2020, 2022"):
        convert(amounts, to="MAD", on=[2020, 2021], rates=rates)
    with pytest.raises(RateNotFound, match="none is held for any year"):
        convert(amounts, to="MAD", on=[2020, 2021], rates=Rates.of({}))


# refusals

REFUSALS: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "no year": (
        lambda: convert(MDH_65, to="EUR"),  # type: ignore[call-overload]
        WrongType,
        "on: got None (NoneType), expected the year: mo.convert(amount, to='EUR', on=2022)",
    ),
    "a span of years": (
        lambda: convert(MDH_65, to="EUR", on="2019..2020"),
        InvalidField,
        "on: got '2019..2020', expected a date or period within one year: mo.convert(amount, to='EUR', on=2022)",
    ),
    "an open period": (
        lambda: convert(MDH_65, to="EUR", on="..2020"),
        InvalidField,
        "on: got '..2020', expected a date or period within one year: mo.convert(amount, to='EUR', on=2022)",
    ),
    "no date": (
        lambda: convert(MDH_65, to="EUR", on="soon"),
        InvalidDate,
        "'soon' is no date: it is not written as a year, a month or a day; write 2019, 2019-04, 2019-04-24 or a span "
        "such as 2019..2020",
    ),
    "a year as a float": (
        lambda: convert(MDH_65, to="EUR", on=2022.0),  # type: ignore[call-overload]
        WrongType,
        "on: got 2022.0 (float), expected a year such as 2022",
    ),
    "several years for one figure": (
        lambda: convert(MDH_65, to="EUR", on=[2021, 2022]),  # type: ignore[call-overload]
        WrongType,
        "on: got [2021, 2022] (list), expected the year: mo.convert(amount, to='EUR', on=2022)",
    ),
    "several years for one quantity": (
        lambda: convert(MDH_65.quantity, to="EUR", on=[2021, 2022]),
        WrongType,
        "on: got [2021, 2022] (list), expected one year for one amount; several years go with an array of amounts",
    ),
    "a missing year": (
        lambda: convert(MDH_65, to="EUR", on=1998),
        RateNotFound,
        "no average rate of MAD in EUR for 1998: the years held are 1999-2025; pass rates= or prices= of your "
        "own to add a year",
    ),
    "a float": (
        lambda: convert(6.5, to="EUR", on=2022),  # type: ignore[call-overload]
        WrongType,
        "amount: got 6.5 (float), expected a Figure or a quantity, which say their unit: mo.convert(amount, "
        "to='EUR', on=2022)",
    ),
    "a bare array": (
        lambda: convert(np.array([1.0]), to="EUR", on=2022),  # type: ignore[call-overload]
        WrongType,
        "amount: got array([1.]) (ndarray), expected a Figure or a quantity, which say their unit: "
        "mo.convert(amount, to='EUR', on=2022)",
    ),
    "a quantity of a float": (
        lambda: convert(units.registry().Quantity(6.5, "MAD"), to="EUR", on=2022),
        WrongType,
        "amount: got 6.5 (float), expected a Decimal: a float is already rounded; "
        "mo.units.Quantity(Decimal('1.5'), 'MAD')",
    ),
    "floats among decimals": (
        lambda: convert(quantity(np.array([Decimal(1), 1.5], dtype=object), "MAD"), to="EUR", on=2022),
        WrongType,
        "amount: got 1.5 (float), expected a Decimal: a float is already rounded; "
        "mo.units.Quantity(Decimal('1.5'), 'MAD')",
    ),
    "an array of truths": (
        lambda: convert(quantity(np.array([True]), "MAD"), to="EUR", on=2022),
        WrongType,
        "amount: got array([ True]) (ndarray), expected an array of floats, of integers or of Decimals",
    ),
    "fewer years than amounts": (
        lambda: convert(quantity(np.array([1.0, 2.0]), "MAD"), to="EUR", on=[2022]),
        InvalidField,
        "on: got 'years of shape (1,)', expected one year per amount: the shape (2,)",
    ),
    "years as floats": (
        lambda: convert(quantity(np.array([1.0]), "MAD"), to="EUR", on=np.array([2022.0])),
        WrongType,
        "on: got array([2022.]) (ndarray), expected an array of whole years; pandas and Polars give them with .dt.year",
    ),
    "no money": (
        lambda: convert(JOBS, to="EUR", on=2022),
        UnitMismatch,
        "cannot convert between job and EUR; only money converts into money, as in to='EUR' or to='EUR/job'",
    ),
    "money into no money": (
        lambda: convert(MDH_65, to="job", on=2022),
        UnitMismatch,
        "cannot convert between MAD and job; only money converts into money, as in to='EUR' or to='EUR/job'",
    ),
    "a unit too many": (
        lambda: convert(MDH_65.quantity * JOBS.quantity, to="EUR", on=2022),
        UnitMismatch,
        "cannot convert or deflate MAD * job; an amount is money, or money per one thing such as 'MAD/job'",
    ),
    "per two things": (
        lambda: convert(MDH_65.quantity / JOBS.quantity / quantity(Decimal(1), "company"), to="EUR", on=2022),
        UnitMismatch,
        "cannot convert or deflate MAD / company / job; an amount is money, or money per one thing such as 'MAD/job'",
    ),
    "per job and job again": (
        lambda: convert(MDH_65.quantity / JOBS.quantity / JOBS.quantity, to="EUR", on=2022),
        UnitMismatch,
        "cannot convert or deflate MAD / job ** 2; an amount is money, or money per one thing such as 'MAD/job'",
    ),
    "a period among the years of amounts": (
        lambda: convert(quantity(np.array([1.0, 2.0]), "MAD"), to="EUR", on=[2021, "2020..2021"]),
        InvalidField,
        "on: got '2020..2021', expected a date or period within one year: one year per amount",
    ),
    "no unit": (
        lambda: convert(MDH_65.quantity / MDH_65.quantity, to="EUR", on=2022),
        UnitMismatch,
        "cannot convert or deflate dimensionless; an amount is money, or money per one thing such as 'MAD/job'",
    ),
    "a lost job": (
        lambda: convert(Figure(10, "MAD/job"), to="EUR", on=2022),
        UnitMismatch,
        "cannot convert between MAD/job and EUR; what it is counted per stays the same: to='EUR/job'",
    ),
    "an unknown currency": (
        lambda: convert(MDH_65, to="EURO", on=2022),
        UnknownUnit,
        "'EURO' is not a unit; did you mean 'EUR'?",
    ),
    "no currency": (
        lambda: convert(MDH_65, to=3, on=2022),  # type: ignore[call-overload]
        WrongType,
        "to: got 3 (int), expected a unit such as 'EUR': mo.convert(amount, to='EUR', on=2022)",
    ),
    "rates as a mapping": (
        lambda: convert(MDH_65, to="EUR", on=2022, rates={("EUR", 2022): "10.7"}),  # type: ignore[call-overload]
        WrongType,
        "rates: got {('EUR', 2022): '10.7'} (dict), expected Rates: "
        "mo.money.Rates.reference().extended({('EUR', 2022): '10.7'})",
    ),
    "constant prices": (
        lambda: convert(Figure(10, "MAD_2021"), to="EUR", on=2021),
        UnitMismatch,
        "cannot convert between MAD_2021 and EUR; it is at the prices of 2021: "
        "mo.convert(amount, to='EUR_2021', on=2021) keeps them; from current MAD, "
        "mo.restate(amount, year=..., to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "constant prices to current ones": (
        lambda: convert(Figure(10, "MAD_2021"), to="MAD", on=2021),
        UnitMismatch,
        "cannot convert between MAD_2021 and MAD; constant prices are not undone: start from the amount as it "
        "was stated, in MAD",
    ),
    "current prices to constant ones": (
        lambda: convert(MDH_65, to="MAD_2021", on=2021),
        UnitMismatch,
        "cannot convert between MAD and MAD_2021; mo.deflate(amount, year=..., to=2021) states it at those prices",
    ),
    "current prices to constant ones of another currency": (
        lambda: convert(MDH_65, to="EUR_2021", on=2021),
        UnitMismatch,
        "cannot convert between MAD and EUR_2021; mo.restate(amount, year=..., to=('EUR', 2021), "
        "path='deflate_then_convert') does both",
    ),
    "prices of one year to those of another": (
        lambda: convert(Figure(10, "MAD_2018"), to="EUR_2021", on=2021),
        UnitMismatch,
        "cannot convert between MAD_2018 and EUR_2021; mo.restate(amount, year=2018, to=('EUR', 2021), "
        "path='deflate_then_convert') does both",
    ),
    "constant prices at the rate of another year": (
        lambda: convert(Figure(10, "MAD_2021"), to="EUR_2021", on=2022),
        InvalidField,
        "on: got 2022, expected 2021: an amount at the prices of a year converts at the rate of that year",
    ),
    "constant prices at the rates of several years": (
        lambda: convert(quantity(np.array([1.0]), "MAD_2021"), to="EUR_2021", on=[2021]),
        InvalidField,
        "on: got [2021], expected 2021, the year of its prices",
    ),
    "deflating jobs": (
        lambda: deflate(JOBS, year=2014, to=2021),
        UnitMismatch,
        "cannot deflate job; only money has a price level",
    ),
    "deflating without a year": (
        lambda: deflate(MDH_65, to=2021),  # type: ignore[call-overload]
        WrongType,
        "year: got None (NoneType), expected the year: mo.deflate(amount, year=2014, to=2021)",
    ),
    "deflating to no year": (
        lambda: deflate(MDH_65, year=2014),  # type: ignore[call-overload]
        WrongType,
        "to: got None (NoneType), expected one year, at whose prices the amount is wanted: mo.deflate(amount, "
        "year=2014, to=2021)",
    ),
    "deflating what is constant already": (
        lambda: deflate(Figure(10, "MAD_2015"), year=2014, to=2021),
        InvalidField,
        "year: got 2014, expected 2015, the year at whose prices it is already: MAD_2015",
    ),
    "deflating constant arrays by several years": (
        lambda: deflate(quantity(np.array([1.0]), "MAD_2015"), year=[2015], to=2021),
        InvalidField,
        "year: got [2015], expected 2015, the year at whose prices it is already",
    ),
    "deflating by a mapping": (
        lambda: deflate(MDH_65, year=2014, to=2021, prices={}),  # type: ignore[call-overload]
        WrongType,
        "prices: got {} (dict), expected Prices: mo.money.Prices.reference().extended({('MAD', 2026): '132.1'}, ...)",
    ),
    "deflating by an unknown series": (
        lambda: deflate(MDH_65, year=2014, to=2021, series="PPI"),
        UnknownWord,
        "'PPI' is not a price series held for MAD; did you mean 'CPI'?",
    ),
    "deflating a year that is not held": (
        lambda: deflate(MDH_65, year=1998, to=2021),
        RateNotFound,
        "no CPI of MAD for 1998: the years held are 1999-2025; pass rates= or prices= of your own to add a year",
    ),
    "restating without a path": (
        lambda: restate(MDH_65, year=2018, to=("EUR", 2021)),  # type: ignore[call-overload]
        WrongType,
        "path: got None (NoneType), expected one of 'deflate_then_convert' and 'convert_then_deflate', which "
        "differ: mo.restate(amount, year=2018, to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "restating by an unknown path": (
        lambda: restate(MDH_65, year=2018, to=("EUR", 2021), path="deflate"),
        UnknownWord,
        "'deflate' is not a path; expected one of: deflate_then_convert, convert_then_deflate",
    ),
    "restating to a currency alone": (
        lambda: restate(MDH_65, year=2018, to="EUR", path="deflate_then_convert"),  # type: ignore[call-overload]
        WrongType,
        "to: got 'EUR' (str), expected a currency and the year of the prices, ('EUR', 2021): "
        "mo.restate(amount, year=2018, to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "deflating a bare number": (
        lambda: deflate(6.5, year=2014, to=2021),  # type: ignore[call-overload]
        WrongType,
        "amount: got 6.5 (float), expected a Figure or a quantity, which say their unit: "
        "mo.deflate(amount, year=2014, to=2021)",
    ),
    "deflating to several years": (
        lambda: deflate(MDH_65, year=2014, to=[2020, 2021]),  # type: ignore[call-overload]
        WrongType,
        "to: got [2020, 2021] (list), expected one year, at whose prices the amount is wanted: "
        "mo.deflate(amount, year=2014, to=2021)",
    ),
    "deflating to a year as a float": (
        lambda: deflate(MDH_65, year=2014, to=2021.0),  # type: ignore[call-overload]
        WrongType,
        "to: got 2021.0 (float), expected a year such as 2022",
    ),
    "deflating fewer years than amounts": (
        lambda: deflate(quantity(np.array([1.0, 2.0]), "MAD"), year=[2014], to=2021),
        InvalidField,
        "year: got 'years of shape (1,)', expected one year per amount: the shape (2,)",
    ),
    "restating a bare number": (
        lambda: restate(6.5, year=2018, to=("EUR", 2021), path="convert_then_deflate"),  # type: ignore[call-overload]
        WrongType,
        "amount: got 6.5 (float), expected a Figure or a quantity, which say their unit: "
        "mo.restate(amount, year=2018, to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "restating to three things": (
        lambda: restate(MDH_65, year=2018, to=("EUR", 2021, 1), path="deflate_then_convert"),  # type: ignore[call-overload]
        WrongType,
        "to: got ('EUR', 2021, 1) (tuple), expected a currency and the year of the prices, ('EUR', 2021): "
        "mo.restate(amount, year=2018, to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "restating to a number for a currency": (
        lambda: restate(MDH_65, year=2018, to=(3, 2021), path="deflate_then_convert"),  # type: ignore[call-overload]
        WrongType,
        "to: got 3 (int), expected a currency: MAD, EUR, USD, GBP, CAD",
    ),
    "restating to a year as text": (
        lambda: restate(MDH_65, year=2018, to=("EUR", "2021"), path="deflate_then_convert"),  # type: ignore[call-overload]
        WrongType,
        "to: got '2021' (str), expected a year such as 2022",
    ),
    "constant prices per job in another currency": (
        lambda: convert(Figure(10, "MAD_2021/job"), to="EUR/job", on=2021),
        UnitMismatch,
        "cannot convert between MAD_2021/job and EUR/job; it is at the prices of 2021: "
        "mo.convert(amount, to='EUR_2021/job', on=2021) keeps them; from current MAD, "
        "mo.restate(amount, year=..., to=('EUR', 2021), path='deflate_then_convert')",
    ),
    "restating jobs": (
        lambda: restate(JOBS, year=2018, to=("EUR", 2021), path="deflate_then_convert"),
        UnitMismatch,
        "cannot deflate job; only money has a price level",
    ),
    "adding constant to current": (
        lambda: add([MDH_65, deflate(MDH_65, year=2022, to=2022)]),
        UnitMismatch,
        "cannot add MAD and MAD_2022; current and constant prices do not mix: mo.deflate(figure, year=..., "
        "to=...) states both at one year's prices",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_says_what_was_meant_and_how_to_get_it(case: str) -> None:
    call, error, text = REFUSALS[case]
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == text


def test_a_quantity_of_another_registry_is_refused() -> None:
    import pint

    other: Any = pint.UnitRegistry(None)
    other.define("MAD = [MAD]")
    amount = other.Quantity(10, "MAD")
    with pytest.raises(WrongType) as caught:
        convert(amount, to="EUR", on=2022)
    assert str(caught.value) == (
        f"amount: got {amount!r} (Quantity), expected a quantity of the library's own registry: "
        "mo.units.Quantity(amount, 'MAD')"
    )


def test_converting_figures_imports_neither_pint_nor_numpy() -> None:
    code = (
        "import sys\n"
        "from maroc_offshoring.figures import Figure\n"
        "from maroc_offshoring.money import convert, deflate, restate\n"
        "from maroc_offshoring.money import origins, prices, rates\n"
        "assert rates._reference.cache_info().currsize == prices._reference.cache_info().currsize == 0\n"
        "assert origins.shipped.cache_info().currsize == 0\n"
        "amount = Figure(10, 'MAD')\n"
        "convert(amount, to='EUR', on=2022), deflate(amount, year=2014, to=2021)\n"
        "restate(amount, year=2018, to=('EUR', 2021), path='convert_then_deflate')\n"
        "try:\n"
        "    convert(10, to='EUR', on=2022)\n"
        "except TypeError:\n"
        "    pass\n"
        "assert not {'pint', 'numpy', 'pandas'} & set(sys.modules), sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_array_converts_by_the_kind_of_rate_asked_for() -> None:
    """By the end of 2025, not by its average; and no other year has an end."""
    found = convert(quantity(np.array([1.0]), "EUR"), to="MAD", on=[2025], kind="end")
    assert found.magnitude.tolist() == [10.7121]
    with pytest.raises(RateNotFound, match="no end-of-year rate of EUR in MAD for 2024: the years held are 2025"):
        convert(quantity(np.array([1.0]), "EUR"), to="MAD", on=[2024], kind="end")


def test_an_array_deflates_by_the_series_asked_for() -> None:
    """Only the years asked for need an index: the deflator ends before the consumer prices do."""
    found = deflate(quantity(np.array([1.0]), "MAD"), year=[2014], to=2021, series="GDP_DEFLATOR")
    assert found.magnitude[0] == pytest.approx(1.0865966)


def test_what_is_deflated_per_job_names_the_ratio_of_prices_and_not_the_job() -> None:
    (step,) = deflate(Figure(100, "MAD/job"), year=2014, to=2021).steps
    assert step.unit == "MAD_2021/MAD"


def test_own_indices_without_a_base_and_of_two_estimated_years_say_so() -> None:
    own = Prices.of({("GBP", 2025): "100", ("GBP", 2026): "102"}, kind="estimate", note="our guess")
    (step,) = deflate(Figure(10, "GBP"), year=2025, to=2026, prices=own).steps
    assert step.note == "index 100 in 2025, 102 in 2026; that of 2025 and 2026 is an estimate; our guess"
    assert step.kind == "CPI, estimate"


@pytest.mark.parametrize(
    ("path", "factor"),
    [("deflate_then_convert", Decimal("1.5") / 8), ("convert_then_deflate", Decimal(3) / 10)],
)
def test_own_rates_prices_and_series_hold_on_both_paths(path: str, factor: Decimal) -> None:
    rates = Rates.of({("EUR", 2030): "10", ("EUR", 2031): "8"})
    levels = {("MAD", 2030): "100", ("MAD", 2031): "150", ("EUR", 2030): "100", ("EUR", 2031): "300"}
    prices = Prices.of(levels, series="WAGES")
    made = restate(
        Figure(1000, "MAD"), year=2030, to=("EUR", 2031), path=path, series="WAGES", rates=rates, prices=prices
    )
    assert made.value == 1000 * factor


class Years:
    """A column of another library, which numpy can read and which knows no dimensions."""

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return np.array([2021, 2022])


def test_a_column_of_another_library_gives_the_years_of_amounts() -> None:
    found = convert(quantity(np.array([1.0, 1.0]), "EUR"), to="MAD", on=Years())  # type: ignore[call-overload]
    assert found.magnitude.tolist() == [float(Rates.reference().factor("EUR", "MAD", year)) for year in (2021, 2022)]
