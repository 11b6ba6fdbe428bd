"""Promises and aims read alike: one figure each, with what it counts and the exhibit that shows it."""

from __future__ import annotations

from attrs import evolve, frozen

from maroc_offshoring.checks.comparing import figure_key
from maroc_offshoring.checks.exhibit import Exhibit, of_pledge, of_target
from maroc_offshoring.dates import Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Target
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope

Promise = Commitment | Target
"""What parties promise, and what authorities aim at."""


@frozen(eq=False)
class Stated:
    """One figure of a promise or an aim.

    Args:
        record: The promise or aim.
        measure: What is promised.
        figure: How much.
        due: By when; None where that is not stated.
        basis: `additional` or `level`; None where the source does not say.
        scope: The sector that an aim covers; None for a promise.
        perimeter: The export series that an aim follows.
        exhibit: The figure as an exhibit.
    """

    record: Promise
    measure: Measure
    figure: Figure
    due: Period | None
    basis: Basis | None
    scope: Scope | None
    perimeter: Perimeter | None
    exhibit: Exhibit

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.figure.unit

    def but(self, figure: Figure, period: Period | None) -> Stated:
        """Return the same with another figure and date: that of a step.

        Args:
            figure: The figure.
            period: By when.

        Returns:
            The step.
        """
        return evolve(self, figure=figure, due=period, exhibit=evolve(self.exhibit, figure=figure, period=period))

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of the sorting order: by announcement, then figure, then record."""
        announced = self.record.announced_on
        return (announced.sort_key() if announced else (9999, 0, 0), self.record.id, *figure_key(self.figure))


def stated(record: Promise) -> tuple[Stated, ...]:
    """Take the figures of a promise or an aim.

    Args:
        record: The promise or aim.

    Returns:
        One for each pledge of a commitment, or the one of a target.
    """
    if isinstance(record, Target):
        return (
            Stated(
                record, record.measure, record.figure, record.due, record.basis, record.scope, record.perimeter,
                of_target(record),
            ),
        )  # fmt: skip
    return tuple(
        Stated(record, each.measure, each.figure, each.due, each.basis, None, None, of_pledge(record, each))
        for each in record.pledges
    )
