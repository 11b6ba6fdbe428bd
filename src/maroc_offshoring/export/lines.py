"""The lines that totals of promises count, as a table: whoever sums these counts no job twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import cast

from attrs import frozen

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import Period
from maroc_offshoring.errors import NotAdditive
from maroc_offshoring.export.layout import Table, table_of
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Operator, Place, Region
from maroc_offshoring.totals import Line
from maroc_offshoring.totals.breakdown import KEYS
from maroc_offshoring.vocabulary import Basis

NAME = "lines"
MEANING = "What the totals of promises count. Sum these and not the pledges: no job is counted twice."


@frozen
class CountedLine:
    """A line of a total of promises.

    Args:
        id: Its id: the measure, the basis, and its number in the total.
        measure: What is promised.
        basis: `additional` (so many more) or `level` (reach so many).
        commitment: The promise that states it.
        figure: What it counts for: what the promise states, or what it states beyond its parts.
        lower: The least that it may be; empty where nobody says.
        upper: The most that it may be; empty where it is open.
        places: Where it belongs; a promise for several places is not split.
        operators: Whose it is; a promise by several companies is not split.
        region: The region of its places; empty where none is stated, or where they lie in several.
        spans_regions: 1 where its places lie in several regions, 0 elsewhere.
        due: By when.
        is_remainder: 1 for what a whole states beyond its parts, 0 elsewhere.
    """

    id: str
    measure: Measure
    basis: Basis
    commitment: Commitment
    figure: Figure
    lower: Decimal | None
    upper: Decimal | None
    places: tuple[Place, ...]
    operators: tuple[Operator, ...]
    region: Region | None
    spans_regions: int
    due: Period | None
    is_remainder: int


def counted(dataset: Dataset) -> Iterator[CountedLine]:
    """Walk the lines of the totals of promises, measure by measure.

    Args:
        dataset: The dataset.

    Yields:
        The lines; a measure whose promises do not add up has none.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export.lines import counted
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> [(line.id, int(line.figure.value)) for line in counted(mo.Dataset.of(*memoranda))][:2]
        [('jobs-additional-1', 1750), ('jobs-additional-2', 300)]
    """
    for measure in Measure:
        for basis in (Basis.ADDITIONAL, Basis.LEVEL):
            try:
                total = dataset.commitments.total(measure, basis=basis)
            except NotAdditive:
                continue  # what does not add up has no lines that anyone should sum
            for number, line in enumerate(total.counted, 1):
                yield _counted(line, f"{measure.value}-{basis.value}-{number}", measure, basis)


def _counted(line: Line, id: str, measure: Measure, basis: Basis) -> CountedLine:
    region = KEYS["region"](line)
    return CountedLine(
        id,
        measure,
        basis,
        cast("Commitment", line.record),
        line.figure,
        line.figure.lower,
        line.figure.upper,
        tuple(dict.fromkeys(line.places)),
        tuple(dict.fromkeys(line.operators)),
        region if isinstance(region, Region) else None,
        int(len({place.region for place in line.places}) > 1),
        line.due,
        int(line.is_remainder),
    )


@cache
def table() -> Table:
    """Return the table of the lines, with the tables of their places and companies.

    Returns:
        The table.
    """
    return table_of(NAME, CountedLine, MEANING)
