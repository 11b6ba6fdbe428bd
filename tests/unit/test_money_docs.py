"""The tables of docs/money.md hold the numbers that are shipped."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from maroc_offshoring.money import Prices, Rates

PAGE = Path(__file__).parents[2] / "docs" / "money.md"
RATES = ("EUR", "USD", "GBP", "CAD")
SERIES = (("MAD", "CPI"), ("MAD", "GDP_DEFLATOR"), ("EUR", "HICP"), ("USD", "CPI"))


def rows(heading: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the table that follows a heading, by year."""
    _, _, after = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    section, _, _ = after.partition("\n## ")
    for line in section.splitlines():
        year, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and year.isdigit():
            yield int(year), cells


@pytest.mark.parametrize("place", range(4), ids=RATES)
def test_the_page_gives_the_rates_that_are_shipped(place: int) -> None:
    written = {year: cells[place] for year, cells in rows("The rates")}
    shipped = {
        year: f"{rate.rate} e" if rate.kind == "estimate" else f"{rate.rate}"
        for year in Rates.reference().years(RATES[place])
        for rate in [Rates.reference().rate(RATES[place], "MAD", year)]
    }
    assert written == shipped


@pytest.mark.parametrize("place", range(4), ids=map(" ".join, SERIES))
def test_the_page_gives_the_indices_that_are_shipped(place: int) -> None:
    currency, series = SERIES[place]
    written = {year: cells[place] for year, cells in rows("The price indices") if cells[place]}
    shipped = {
        index.year: f"{index.index} e" if index.kind == "estimate" else f"{index.index}"
        for index in Prices.reference()
        if (index.currency, index.series) == (currency, series)
    }
    assert written == shipped


def test_the_page_names_every_source() -> None:
    from maroc_offshoring.money.origins import shipped

    page = PAGE.read_text(encoding="utf-8")
    for origin in shipped().values():
        assert f"`{origin.id}`" in page
        assert origin.url in page


def test_the_end_of_2025_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for currency in RATES:
        assert str(Rates.reference().rate(currency, "MAD", 2025, "end").rate) in page
    assert Rates.reference().rate("EUR", "MAD", 2025, "end").rate == Decimal("10.7121")
