"""Exchange rates: what is held, turned round and crossed, laid over, and refused."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from maroc_offshoring.errors import (
    InvalidField,
    MarocOffshoringError,
    RateNotFound,
    UnknownUnit,
    UnknownWord,
    WrongType,
)
from maroc_offshoring.figures.decimals import quotient
from maroc_offshoring.money import Origin, Prices, Rate, Rates
from maroc_offshoring.money.origins import shipped

REFERENCE = Rates.reference()
CURRENCIES = ("CAD", "EUR", "GBP", "USD")


def test_the_reference_holds_every_year_of_every_currency_once() -> None:
    for currency in CURRENCIES:
        assert REFERENCE.years(currency) == tuple(range(1999, 2026))
        assert REFERENCE.years(currency, kind="end") == (2025,)
        assert REFERENCE.years(currency, kind="estimate") == (2025,)
    assert len(REFERENCE) == 4 * 27 + 4 == len(list(REFERENCE))


def test_the_reference_is_read_once() -> None:
    assert Rates.reference() is Rates.reference()


def test_every_origin_says_how_it_was_made_and_is_used() -> None:
    used = {rate.source.id for rate in REFERENCE} | {index.source.id for index in Prices.reference()}
    assert used == set(shipped())
    for origin in shipped().values():
        assert origin.url.startswith("https://")
        assert all((origin.name, origin.licence, origin.method, origin.revision))


@pytest.mark.parametrize(
    ("currency", "year", "rate", "kind", "source"),
    [
        ("EUR", 2022, "10.6851", "average", "wdi-ecb-cross"),
        ("USD", 1999, "9.8044", "average", "wdi-fcrf"),
        ("GBP", 2008, "14.2939", "average", "wdi-ecb-cross"),
        ("CAD", 2025, "6.6861", "estimate", "bam-2025-estimate"),
    ],
)
def test_a_rate_says_its_year_kind_and_source(currency: str, year: int, rate: str, kind: str, source: str) -> None:
    found = REFERENCE.rate(currency, "MAD", year)
    assert (found.rate, found.year, found.kind, found.source.id) == (Decimal(rate), year, kind, source)
    assert not found.derived


def test_the_end_of_a_year_is_not_its_average() -> None:
    assert REFERENCE.rate("EUR", "MAD", 2025, "end").rate == Decimal("10.7121")
    assert REFERENCE.rate("EUR", "MAD", 2025, "average").rate == Decimal("10.5492")


def test_a_rate_is_turned_round_and_says_so() -> None:
    turned = REFERENCE.rate("MAD", "EUR", 2022)
    assert turned.rate == quotient(Decimal(1), Decimal("10.6851"))
    assert (turned.derived, turned.note) == (True, "1 EUR = 10.6851 MAD")
    assert turned.inverse().note == "1 EUR = 10.6851 MAD"


def test_a_cross_rate_goes_through_the_dirham_and_names_both_rates_and_sources() -> None:
    cross = REFERENCE.rate("EUR", "USD", 2022)
    assert cross.rate == quotient(Decimal("10.6851"), Decimal("10.1607"))
    assert cross.note == "crossed through MAD: 1 EUR = 10.6851 MAD, 1 USD = 10.1607 MAD"
    assert cross.source.id == "wdi-ecb-cross; wdi-fcrf"
    assert cross.source.name == "World Bank, PA.NUS.FCRF crossed with ECB reference rates; World Bank, PA.NUS.FCRF"


def test_a_cross_of_an_estimate_is_an_estimate() -> None:
    rates = Rates.of([Rate("EUR", "MAD", 2026, "10.8", "estimate"), Rate("USD", "MAD", 2026, "9.2")])
    assert rates.rate("EUR", "USD", 2026).kind == "estimate"
    assert rates.rate("USD", "EUR", 2026, "estimate").kind == "estimate"
    assert rates.years("USD", kind="estimate") == ()


def test_a_cross_of_one_source_names_it_once() -> None:
    assert REFERENCE.rate("EUR", "GBP", 2022).source is REFERENCE.rate("EUR", "MAD", 2022).source


def test_a_cross_of_two_sources_gives_the_addresses_terms_and_methods_of_both() -> None:
    fresh = Rates.of(REFERENCE)  # which has crossed nothing yet
    euro, dollar = (fresh.rate(base, "MAD", 2022).source for base in ("EUR", "USD"))
    cross = fresh.rate("EUR", "USD", 2022).source
    assert cross.method == f"{euro.method}; {dollar.method}"
    assert (cross.url, cross.licence) == tuple(
        "; ".join(dict.fromkeys(pair)) for pair in ((euro.url, dollar.url), (euro.licence, dollar.licence))
    )
    assert cross.revision == "; ".join(dict.fromkeys((euro.revision, dollar.revision)))


def test_the_end_of_a_year_is_crossed_of_ends() -> None:
    euro, dollar = (REFERENCE.rate(base, "MAD", 2025, "end").rate for base in ("EUR", "USD"))
    cross = REFERENCE.rate("EUR", "USD", 2025, "end")
    assert (cross.rate, cross.kind) == (quotient(euro, dollar), "end")
    assert REFERENCE.rate("EUR", "USD", 2025).kind == "estimate"
    assert REFERENCE.rate("EUR", "USD", 2024).kind == "average"


def test_a_cross_names_its_first_source_too() -> None:
    first, second = Rate("EUR", "MAD", 2030, "11", source="one"), Rate("USD", "MAD", 2030, "10", source="two")
    assert Rates.of([first, second]).rate("EUR", "USD", 2030).source.name == "one; two"


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: REFERENCE.rate(3, "MAD", 2022), "base"),  # type: ignore[arg-type]
        (lambda: REFERENCE.rate("EUR", 3, 2022), "quote"),  # type: ignore[arg-type]
        (lambda: REFERENCE.factor(3, 3, 2022), "base"),  # type: ignore[arg-type]
        (lambda: REFERENCE.years(3), "currency"),  # type: ignore[arg-type]
        (lambda: REFERENCE.years("EUR", 3), "quote"),  # type: ignore[arg-type]
        (lambda: Rate("EUR", 3, 2022, "10"), "quote"),  # type: ignore[arg-type]
        (lambda: Prices.reference().years(3), "currency"),  # type: ignore[arg-type]
        (lambda: Prices.reference().index(3, 2022), "currency"),  # type: ignore[arg-type]
        (lambda: Prices.reference().series(3), "currency"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_currency_is_refused_by_the_name_of_its_argument(call: Callable[[], object], name: str) -> None:
    with pytest.raises(WrongType) as caught:
        call()
    assert str(caught.value) == f"{name}: got 3 (int), expected a currency: MAD, EUR, USD, GBP, CAD"


def test_a_rate_is_a_quantity_to_multiply_by() -> None:
    from maroc_offshoring import units

    rate = REFERENCE.rate("EUR", "MAD", 2022).quantity
    assert str(rate) == "10.6851 MAD / EUR"
    assert str(units.Quantity(Decimal(10), "EUR") * rate) == "106.8510 MAD"


@pytest.mark.parametrize("base", ["MAD", *CURRENCIES])
def test_the_factor_is_the_number_of_the_rate(base: str) -> None:
    for quote in ("MAD", *CURRENCIES):
        factor = REFERENCE.factor(base, quote, 2019)
        assert factor == (1 if base == quote else REFERENCE.rate(base, quote, 2019).rate)


def test_a_missing_year_raises_and_lists_the_years_held() -> None:
    with pytest.raises(RateNotFound) as caught:
        REFERENCE.rate("EUR", "MAD", 1998)
    assert str(caught.value) == (
        "no average rate of EUR in MAD for 1998: the years held are 1999-2025; "
        "pass rates= or prices= of your own to add a year"
    )
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, MarocOffshoringError)


def test_a_missing_end_of_year_lists_those_held() -> None:
    with pytest.raises(RateNotFound, match=r"no end-of-year rate of MAD in USD for 2022: the years held are 2025"):
        REFERENCE.factor("MAD", "USD", 2022, "end")


def test_a_published_average_is_no_estimate() -> None:
    with pytest.raises(RateNotFound, match=r"no estimated rate of EUR in MAD for 2022: the years held are 2025"):
        REFERENCE.rate("EUR", "MAD", 2022, "estimate")


def test_rates_that_hold_nothing_say_so() -> None:
    with pytest.raises(RateNotFound, match="none is held for any year"):
        Rates.of({}).rate("EUR", "MAD", 2022)
    assert repr(Rates.of({})) == "<Rates: none>"


def test_a_rate_that_is_not_found_survives_pickling() -> None:
    with pytest.raises(RateNotFound) as caught:
        REFERENCE.rate("EUR", "MAD", 1998)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.year, again.held) == (str(caught.value), 1998, tuple(range(1999, 2026)))


def test_own_rates_are_numbers_by_currency_and_year() -> None:
    numbers: dict[Any, str | Decimal] = {("EUR", 2022): "10.7", ("EUR", "USD", 2022): Decimal("1.05")}
    mine = Rates.of(numbers, source="our bank", note="at the desk")
    assert mine.rate("EUR", "MAD", 2022).stated == "1 EUR = 10.7 MAD; at the desk"
    assert mine.rate("EUR", "USD", 2022).rate == Decimal("1.05")
    assert mine.rate("USD", "EUR", 2022).note == "1 EUR = 1.05 USD; at the desk"
    assert mine.rate("EUR", "USD", 2022).source == Origin("our bank")


def test_own_rates_alone_hold_nothing_of_ours() -> None:
    with pytest.raises(RateNotFound, match="the years held are 2022"):
        Rates.of({("EUR", 2022): "10.7"}).rate("EUR", "MAD", 2021)


def test_a_cross_needs_both_rates() -> None:
    with pytest.raises(RateNotFound, match="no average rate of EUR in USD for 2022: none is held for any year"):
        Rates.of({("EUR", 2022): "10.7"}).rate("EUR", "USD", 2022)


def test_own_rates_lie_over_ours() -> None:
    rates = REFERENCE.extended({("EUR", 2022): "10.7", ("EUR", 2026): "10.8"}, source="our bank")
    assert rates.rate("EUR", "MAD", 2022).rate == Decimal("10.7")
    assert rates.rate("EUR", "MAD", 2026).source.name == "our bank"
    assert rates.rate("EUR", "MAD", 2021) == REFERENCE.rate("EUR", "MAD", 2021)
    assert rates.rate("EUR", "USD", 2022).rate == quotient(Decimal("10.7"), Decimal("10.1607"))
    assert REFERENCE.rate("EUR", "MAD", 2022).rate == Decimal("10.6851")


@pytest.mark.parametrize("kind", ["average", "estimate"])
def test_an_own_average_replaces_ours_whatever_either_is_called_and_whichever_way_round(kind: str) -> None:
    numbers: dict[Any, str] = {("MAD", "EUR", 2025): "0.1", ("EUR", 2024): "11"}
    turned = REFERENCE.extended(numbers, kind=kind)
    assert turned.rate("EUR", "MAD", 2025).rate == 10
    assert turned.rate("EUR", "MAD", 2024).kind == kind
    assert turned.rate("EUR", "MAD", 2025, "end").rate == Decimal("10.7121")


def test_rates_extend_rates() -> None:
    assert REFERENCE.extended(REFERENCE) == REFERENCE
    assert Rates.of(REFERENCE) == REFERENCE


def test_a_rate_that_was_asked_for_changes_neither_equality_nor_pickling() -> None:
    asked, fresh = Rates.of({("EUR", 2022): "10.7"}), Rates.of({("EUR", 2022): "10.7"})
    asked.factor("MAD", "EUR", 2022)
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert pickle.loads(pickle.dumps(asked)) == fresh


@pytest.mark.parametrize(
    ("rates", "error", "text"),
    [
        (
            {("EUR", 2022): 10.7},
            WrongType,
            "rate: got 10.7 (float), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        ({("EUR", 2022): 0}, InvalidField, "rate: got 0, expected a rate above zero; leave out a year that has none"),
        (
            {("EUR", 2022): "-1"},
            InvalidField,
            "rate: got '-1', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        (
            {("EUR", 2022): "10,7"},
            InvalidField,
            "rate: got '10,7', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        (
            {("EUR", 2022): None},
            WrongType,
            "rate: got None (NoneType), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        ({("JPY", 2022): "1"}, UnknownUnit, "'JPY' is not a currency; expected one of: MAD, EUR, USD, GBP, CAD"),
        ({("EURO", 2022): "1"}, UnknownUnit, "'EURO' is not a currency; did you mean 'EUR'?"),
        ({("MAD", 2022): "1"}, InvalidField, "quote: got 'MAD', expected another currency than the base, MAD"),
        ({("EUR", "2022"): "1"}, WrongType, "year: got '2022' (str), expected a year such as 2022"),
        ({("EUR", 2022.0): "1"}, WrongType, "year: got 2022.0 (float), expected a year such as 2022"),
        ({("EUR", True): "1"}, WrongType, "year: got True (bool), expected a year such as 2022"),
        (
            {"EUR": "1"},
            WrongType,
            "rates: got 'EUR' (str), expected a currency and a year, ('EUR', 2022), or a pair, ('EUR', 'USD', 2022)",
        ),
        ({(1, 2022): "1"}, WrongType, "base: got 1 (int), expected a currency: MAD, EUR, USD, GBP, CAD"),
        (
            {("EUR", 2022): "1", ("MAD", "EUR", 2022): "1"},
            InvalidField,
            "rates: got '1 MAD = 1 EUR (average, "
            "2022), given by the caller', "
            "expected one rate for its year, "
            "which has 1 EUR = 1 MAD (average, "
            "2022), given by the caller already",
        ),
        (
            "EUR",
            WrongType,
            "rates: got 'EUR' (str), expected a mapping such as {('EUR', 2022): '10.7'}, or Rate objects",
        ),
        (
            10.7,
            WrongType,
            "rates: got 10.7 (float), expected a mapping such as {('EUR', 2022): '10.7'}, or Rate objects",
        ),
        (
            [("EUR", 2022, "1")],
            WrongType,
            "rates: got ('EUR', 2022, '1') (tuple), expected Rate objects; Rates.of({('EUR', 2022): '10.7'}) "
            "makes them of numbers",
        ),
    ],
)
def test_what_is_no_rate_is_refused(rates: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error) as caught:
        Rates.of(rates)
    assert str(caught.value) == text


def test_an_unknown_kind_is_refused() -> None:
    for call in (
        lambda: REFERENCE.rate("EUR", "MAD", 2022, "mean"),
        lambda: REFERENCE.years("EUR", kind="mean"),
        lambda: Rates.of({("EUR", 2022): "1"}, kind="mean"),
    ):
        with pytest.raises(UnknownWord, match=r"'mean' is not a kind; expected one of: average, end, estimate"):
            call()


def test_a_rate_of_a_currency_in_itself_is_refused_but_its_factor_is_one() -> None:
    with pytest.raises(InvalidField) as caught:
        REFERENCE.rate("EUR", "EUR", 2022)
    text = "quote: got 'EUR', expected another currency than the base, EUR; Rates.factor gives 1 for it"
    assert str(caught.value) == text
    assert REFERENCE.factor("EUR", "EUR", 1066) == 1


def test_a_factor_checks_what_it_does_not_find() -> None:
    with pytest.raises(UnknownUnit):
        REFERENCE.factor("JPY", "JPY", 2022)
    with pytest.raises(WrongType):
        REFERENCE.factor("EUR", "MAD", [2022])  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [None, 3])
def test_a_source_is_a_text_or_an_origin(source: Any) -> None:
    with pytest.raises(WrongType) as caught:
        Rate("EUR", "MAD", 2022, "10.7", source=source)
    got = f"{source} ({type(source).__name__})"
    assert str(caught.value) == f"source: got {got}, expected who publishes it, as text or as an Origin"


def test_a_source_has_a_name() -> None:
    with pytest.raises(InvalidField) as caught:
        Origin(" ")
    assert str(caught.value) == "source: got ' ', expected who publishes it"


def test_rates_are_read_by_a_person() -> None:
    assert str(REFERENCE.rate("USD", "MAD", 2022)) == "1 USD = 10.1607 MAD (average, 2022), World Bank, PA.NUS.FCRF"
    assert repr(REFERENCE) == "<Rates: 112 of CAD, EUR, GBP, USD, MAD, 1999-2025>"


def test_own_rates_say_no_more_than_was_given() -> None:
    assert str(Rates.of({("EUR", 2030): "11"}).rate("EUR", "MAD", 2030)) == (
        "1 EUR = 11 MAD (average, 2030), given by the caller"
    )


def test_all_that_is_said_of_own_rates_is_kept() -> None:
    made = REFERENCE.extended({("EUR", 2030): "11"}, kind="end", source="our bank", note="at the desk")
    assert str(made.rate("EUR", "MAD", 2030, "end")) == "1 EUR = 11 MAD; at the desk (end, 2030), our bank"
