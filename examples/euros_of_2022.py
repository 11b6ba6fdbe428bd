"""Money of twenty years in euros of one: what was promised, and did the exports grow, in euros of 2022?

Run it with `python examples/euros_of_2022.py`, or `python examples/euros_of_2022.py 2024` for those of another year; it
needs no network and no file but the library's own. The page docs/money.md has the rates, the prices and their sources.
"""

from __future__ import annotations

import sys

import maroc_offshoring as mo

PATHS = {
    "deflate_then_convert": "what it would buy in Morocco",
    "convert_then_deflate": "what its euros would buy in the euro area",
}


def one_amount(year: int) -> None:
    """Print one amount with its steps, by both paths: prices and rates do not move together, so the two differ."""
    amount = mo.parse_figure("1,5 milliard de dirhams")
    print(f"{amount} of 2014")
    for path, meaning in PATHS.items():
        restated = mo.restate(amount, year=2014, to=("EUR", year), path=path)
        print(f"  {meaning}: {restated}")
        for step in restated.steps:
            print(f"    {step}")


def promised(ds: mo.Dataset, year: int) -> None:
    """Print the investment promised, as stated, in euros of each year, and at the prices of one year."""
    promises = ds.commitments
    print(f"\nInvestment promised, as stated: {promises.total('investment')}")
    print(f"  in euros of each year: {promises.total('investment', currency='EUR')}")
    constant = promises.breakdown("investment", by="announced", currency="EUR", prices=year)
    print(f"  at the prices of {year}: {constant.total}")
    print(f"\nBy the year of the announcement, in euros of {year}")
    for announced in sorted(constant, key=str):
        print(f"  {announced}  {constant[announced]}")
    for out in constant.total.without_rate:
        print(f"  not in it: {out.figure}, {out.record}: {out.because}")


def exported(ds: mo.Dataset, year: int) -> None:
    """Print the exports of each whole year and their growth, in dirhams as stated and in euros of one year."""
    # The Office des changes counts more since 2025; the older series, which is the longer one, joins no other.
    series = ds.series("export_revenue", perimeter="old", segment=None)
    years = [choice for choice in series.best("official") if str(choice.period).isdecimal()]
    print(f"\nExports of the year, and in euros of {year}")
    restated = {}
    for choice in years:
        at = choice.period.year
        restated[at] = mo.restate(choice.figure, year=at, to=("EUR", year), path="convert_then_deflate")
        print(f"  {at}  {choice.figure}: {restated[at]} ({choice.sources[0]})")
    first, last = years[0], years[-1]
    stated = last.figure.value / first.figure.value
    real = restated[last.period.year].value / restated[first.period.year].value
    print(f"  {first.period} to {last.period}: times {stated:.2f} in dirhams, times {real:.2f} in euros of {year}")


def main(year: int) -> None:
    """Print the page."""
    ds = mo.load()
    one_amount(year)
    promised(ds, year)
    exported(ds, year)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2022)
