"""A made-up table of announced projects, for the benchmarks of tables."""

from __future__ import annotations

from typing import Any

from benchmarks.harness import need

REGIONS = tuple(f"R-{number:02}" for number in range(1, 13))
UNITS = ("MAD", "EUR", "USD")
YEARS = (2000, 2024)
_FAMILY = 100


def projects(rows: int, *, linked: bool = True, lists: bool = False) -> Any:
    """Make a table of investments, each in its own currency and year.

    Of every hundred records one is a whole, two are its parts and one tells it again; a tenth of the others are stated
    as "at least".

    Args:
        rows: How many rows.
        linked: Whether it has the columns of links and qualifiers.
        lists: Whether `region` holds a list of one to three.

    Returns:
        A table of PyArrow.
    """
    np, pa, pc = need("numpy"), need("pyarrow"), need("pyarrow.compute")
    random, place = np.random.default_rng(7), np.arange(rows)
    member = place % _FAMILY if linked else np.full(rows, _FAMILY)
    head = np.where(member < 4, place - member, place)  # parts and tellings are like their whole
    records = pc.binary_join_element_wise("r", pc.cast(pa.array(place), pa.string()), "")

    def words(codes: Any, choices: tuple[str, ...]) -> Any:
        return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(choices)).cast(pa.string())

    def link(has: Any) -> Any:
        return pc.take(records, pa.array(np.where(has, head, 0), mask=~has))

    value = random.integers(1, 1000, rows) * 10_000.0
    value[member == 0] = 5e7
    region = random.integers(0, len(REGIONS), rows)[head]
    columns = {
        "record": records,
        "measure": words(np.zeros(rows), ("investment",)),
        "value": pa.array(value),
        "unit": words(random.choice(len(UNITS), rows, p=[0.7, 0.2, 0.1])[head], UNITS),
        "region": words(region, REGIONS),
        "year": pa.array(random.integers(YEARS[0], YEARS[1] + 1, rows)[head]),
    }
    if linked:
        columns |= {
            "qualifier": words((random.random(rows) < 0.1) & (member > 3), ("exact", "at_least")),
            "part_of": link((member == 1) | (member == 2)),
            "restates": link(member == 3),
        }
    if lists:
        ends = np.concatenate([[0], np.cumsum(1 + place % 3)]).astype(np.int32)
        several = words(random.integers(0, len(REGIONS), int(ends[-1])), REGIONS)
        columns["region"] = pa.ListArray.from_arrays(pa.array(ends), several)
    return pa.table(columns)


def rates() -> Any:
    """Give the rates into euros as a table, for queries written by hand.

    Returns:
        A table of PyArrow: `unit`, `year` and `rate`.
    """
    from maroc_offshoring.money import Rates

    held = Rates.reference()
    rows = [
        (unit, year, float(held.factor(unit, "EUR", year))) for unit in UNITS for year in range(YEARS[0], YEARS[1] + 1)
    ]
    units, years, numbers = zip(*rows, strict=True)
    return need("pyarrow").table({"unit": units, "year": years, "rate": numbers})
