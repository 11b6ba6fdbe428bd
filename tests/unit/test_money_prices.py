"""Price indices: what is held, by which series, laid over, and refused."""

import pickle
from decimal import Decimal
from typing import Any

import pytest

from maroc_offshoring.errors import InvalidField, RateNotFound, UnknownUnit, UnknownWord, WrongType
from maroc_offshoring.figures.decimals import quotient
from maroc_offshoring.money import PriceIndex, Prices

REFERENCE = Prices.reference()


@pytest.mark.parametrize(
    ("currency", "series", "last"),
    [("MAD", "CPI", 2025), ("MAD", "GDP_DEFLATOR", 2024), ("EUR", "HICP", 2025), ("USD", "CPI", 2025)],
)
def test_the_reference_holds_every_year_of_every_series(currency: str, series: str, last: int) -> None:
    assert REFERENCE.years(currency, series) == tuple(range(1999, last + 1))
    assert series in REFERENCE.series(currency)


def test_the_reference_is_read_once() -> None:
    assert Prices.reference() is Prices.reference()


@pytest.mark.parametrize(
    ("currency", "year", "series", "index", "base", "kind", "source"),
    [
        ("MAD", 2014, None, "104.58843", "2010=100", "annual", "wdi-cpi"),
        ("MAD", 2021, "CPI", "113.41977", "2010=100", "annual", "wdi-cpi"),
        ("MAD", 2025, "CPI", "130.64", "2010=100", "estimate", "hcp-cpi-2025"),
        ("MAD", 2021, "GDP_DEFLATOR", "108.65966", "2014=100", "annual", "wdi-gdp-deflator"),
        ("EUR", 2021, None, "107.78", "2015=100", "annual", "eurostat-hicp"),
        ("USD", 2021, None, "270.97", "1982-84=100", "annual", "bls-cpi-u"),
    ],
)
def test_an_index_says_its_base_kind_and_source(
    *, currency: str, year: int, series: str | None, index: str, base: str, kind: str, source: str
) -> None:
    found = REFERENCE.index(currency, year, series)
    assert (found.index, found.base, found.kind, found.source.id) == (Decimal(index), base, kind, source)


def test_the_consumer_prices_are_the_default() -> None:
    assert [REFERENCE.index(currency, 2015).series for currency in ("MAD", "USD", "EUR")] == ["CPI", "CPI", "HICP"]


def test_the_ratio_is_the_level_wanted_over_the_level_of_the_year() -> None:
    assert REFERENCE.ratio("MAD", 2014, 2021) == quotient(Decimal("113.41977"), Decimal("104.58843"))
    assert REFERENCE.ratio("MAD", 2014, 2021, "GDP_DEFLATOR") == Decimal("1.0865966")


def test_the_ratio_is_one_at_its_own_year() -> None:
    for index in REFERENCE:
        assert REFERENCE.ratio(index.currency, index.year, index.year, index.series) == 1


def test_a_missing_year_lists_the_years_held() -> None:
    with pytest.raises(RateNotFound) as caught:
        REFERENCE.ratio("MAD", 1998, 2021)
    assert str(caught.value) == (
        "no CPI of MAD for 1998: the years held are 1999-2025; pass rates= or prices= of your own to add a year"
    )


def test_a_missing_year_of_another_series_lists_the_years_of_that_series() -> None:
    with pytest.raises(RateNotFound, match="no GDP_DEFLATOR of MAD for 2025: the years held are 1999-2024"):
        REFERENCE.index("MAD", 2025, "GDP_DEFLATOR")


def test_a_currency_without_indices_says_so() -> None:
    with pytest.raises(RateNotFound, match="no CPI of GBP for 2014: none is held for any year"):
        REFERENCE.index("GBP", 2014)


def test_an_unknown_series_lists_those_held() -> None:
    with pytest.raises(UnknownWord, match="'CPI' is not a price series held for EUR; expected one of: HICP"):
        REFERENCE.index("EUR", 2014, "CPI")
    with pytest.raises(
        UnknownWord, match="'GDP' is not a price series held for MAD; expected one of: CPI, GDP_DEFLATOR"
    ):
        REFERENCE.index("MAD", 2014, "GDP")


def test_own_indices_lie_over_ours() -> None:
    prices = REFERENCE.extended({("MAD", 2025): "130.7", ("MAD", 2026): "132.1"}, base="2010=100", source="HCP")
    assert prices.index("MAD", 2025).index == Decimal("130.7")
    assert prices.years("MAD")[-1] == 2026
    assert prices.index("MAD", 2024) == REFERENCE.index("MAD", 2024)
    assert REFERENCE.extended(REFERENCE) == REFERENCE == Prices.of(REFERENCE)


def test_levels_of_different_bases_are_never_compared() -> None:
    with pytest.raises(InvalidField, match="base: got '', expected '2010=100' as for the other years of CPI of MAD"):
        REFERENCE.extended({("MAD", 2026): "132.1"})


def test_another_series_may_have_another_base() -> None:
    prices = REFERENCE.extended({("MAD", 2014): "100", ("MAD", 2021): "120"}, series="WAGES", base="2014=100")
    assert prices.ratio("MAD", 2014, 2021, "WAGES") == Decimal("1.2")


def test_an_index_is_read_by_a_person() -> None:
    index = PriceIndex("MAD", "CPI", 2026, "132.1", "2010=100", "estimate", "HCP", "first release")
    assert str(index) == "CPI of MAD in 2026: 132.1 (2010=100, estimate), HCP; first release"
    assert repr(REFERENCE) == "<Prices: 107 of EUR HICP, MAD CPI, MAD GDP_DEFLATOR, USD CPI, 1999-2025>"
    assert repr(Prices.of({})) == "<Prices: none>"


def test_indices_survive_pickling() -> None:
    again = pickle.loads(pickle.dumps(REFERENCE))
    assert again == REFERENCE
    assert hash(again) == hash(REFERENCE)
    assert len(again) == 107


@pytest.mark.parametrize(
    ("prices", "error", "text"),
    [
        (
            {("MAD", 2026): 132.1},
            WrongType,
            "index: got 132.1 (float), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        (
            {("MAD", 2026): 0},
            InvalidField,
            "index: got 0, expected an index above zero; leave out a year that has none",
        ),
        ({("JPY", 2026): 1}, UnknownUnit, "'JPY' is not a currency; expected one of: MAD, EUR, USD, GBP, CAD"),
        ({("MAD", "2026"): 1}, WrongType, "year: got '2026' (str), expected a year such as 2022"),
        (
            {("MAD", "CPI", 2026): 1},
            WrongType,
            "prices: got ('MAD', 'CPI', 2026) (tuple), expected a currency and a year such as ('MAD', 2026)",
        ),
        (
            "CPI",
            WrongType,
            "prices: got 'CPI' (str), expected a mapping such as {('MAD', 2026): '132.1'}, or PriceIndex objects",
        ),
        (
            [132],
            WrongType,
            "prices: got 132 (int), expected PriceIndex objects; Prices.of({('MAD', 2026): "
            "'132.1'}) makes them of numbers",
        ),
        (
            list(REFERENCE) * 2,
            InvalidField,
            "prices: got 'HICP of EUR in 1999: 74.19 (2015=100, annual), "
            "Eurostat, HICP of the euro area (EA19) via FRED "
            "CP0000EZ19M086NEST', expected one index for its year, which has "
            "HICP of EUR in 1999: 74.19 (2015=100, annual), Eurostat, HICP of "
            "the euro area (EA19) via FRED CP0000EZ19M086NEST already",
        ),
    ],
)
def test_what_is_no_index_is_refused(prices: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error) as caught:
        Prices.of(prices)
    assert str(caught.value) == text


@pytest.mark.parametrize(("series", "error", "got"), [(3, WrongType, "3 (int)"), (" ", InvalidField, "' '")])
def test_a_series_has_a_name(series: Any, error: type[Exception], got: str) -> None:
    with pytest.raises(error) as caught:
        REFERENCE.index("MAD", 2014, series)
    assert str(caught.value) == f"series: got {got}, expected the name of a price series such as 'CPI'"


def test_own_numbers_say_no_more_than_was_given() -> None:
    bare = Prices.of({("GBP", 2026): "100"}).index("GBP", 2026)
    assert (bare.series, bare.base, bare.kind, bare.note) == ("CPI", "", "annual", "")
    assert str(bare) == "CPI of GBP in 2026: 100 (annual), given by the caller"
    assert REFERENCE.extended({("GBP", 2026): "100"}).index("GBP", 2026) == bare


@pytest.mark.parametrize("ground", [Prices.of({}), REFERENCE])
def test_all_that_is_said_of_own_numbers_is_kept(ground: Prices) -> None:
    said = {"series": "WAGES", "base": "2026=100", "kind": "estimate", "source": "our bank", "note": "first release"}
    made: Any = ground.extended({("GBP", 2026): "100"}, **said)  # type: ignore[arg-type]
    text = "WAGES of GBP in 2026: 100 (2026=100, estimate), our bank; first release"
    assert str(made.index("GBP", 2026, "WAGES")) == text
    alone: Any = Prices.of({("GBP", 2026): "100"}, **said)  # type: ignore[arg-type]
    assert str(alone.index("GBP", 2026, "WAGES")) == text
