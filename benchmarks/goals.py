"""The goals, each with the function that measures it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from attrs import frozen

from benchmarks.harness import Line, NotHere, Run

Benchmark = Callable[[Run], Iterator[Line]]


@frozen
class Goal:
    """One goal of docs/performance.md.

    Args:
        name: Its number, `P1` to `P19`; a word for what has no goal and is told beside them.
        title: What it is about.
        module: The module of this package that measures it, by a function with the name in lower case.
        cheap: Whether its smoke run takes a second or so, and belongs in the tests.
    """

    name: str
    title: str
    module: str
    cheap: bool = True

    def lines(self, run: Run) -> Iterator[Line]:
        """Measure it.

        Args:
            run: How to time.

        Yields:
            Its lines, as they are measured.
        """
        try:
            benchmark: Benchmark = getattr(import_module(f"benchmarks.{self.module}"), self.name.lower())
            yield from benchmark(run)
        except NotHere as fault:
            yield Line(self.title, None, remark=str(fault))


GOALS = (
    Goal("P1", "importing the package", "startup"),
    Goal("P2", "what loading and adding import", "startup"),
    Goal("P3", "importing the classes of the model", "startup"),
    Goal("P4", "loading the reference dataset", "startup"),
    Goal("P5", "the first quantity", "startup"),
    Goal("P6", "streaming records from JSON Lines", "records", cheap=False),
    Goal("P7", "reading a whole list of records", "records", cheap=False),
    Goal("P8", "the memory of records", "records"),
    Goal("P9", "one figure", "money"),
    Goal("P10", "one dated conversion", "money"),
    Goal("P11", "dated conversion of a column", "money"),
    Goal("P12", "adding records held as objects", "objects"),
    Goal("P13", "tables of one's own, against the same query by hand", "tables", cheap=False),
    Goal("P14", "tables, against a loop in C", "tables", cheap=False),
    Goal("P15", "places of several values in tables", "tables", cheap=False),
    Goal("P16", "tables larger than memory", "tables", cheap=False),
    Goal("P17", "one call on every engine", "tables", cheap=False),
    Goal("P18", "writing records as JSON", "exports"),
    Goal("P19", "showing a result", "display"),
    Goal("OBJECTS", "many records held as objects, and the same as a table", "objects", cheap=False),
    Goal("GROWTH", "tables from ten thousand to ten million rows, and a loop over objects", "tables", cheap=False),
)
"""The goals in their order."""
