"""The best of a series: one figure for each period, by a named policy, with all that lost and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from attrs import frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import Derivation, Explainable
from maroc_offshoring.errors import PeriodNotFound, StrandsDoNotJoin
from maroc_offshoring.model import Source
from maroc_offshoring.series.choice import Choice
from maroc_offshoring.series.narrowing import advice
from maroc_offshoring.series.policy import Policy
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.shown import Shown


@frozen(repr=False)
class Best(Sequence[Choice], Citable, Explainable, Shown):
    """One figure for each point of a series.

    Args:
        name: The series.
        policy: Which rule was asked first.
        choices: A choice per point, in their order.

    Example:
        >>> import maroc_offshoring as mo
        >>> best = mo.load().series("export_revenue", perimeter="old", segment=None).best("latest_published")
        >>> best
        <Best of export revenue, Morocco, flow, old perimeter, MAD by latest_published: 10 figures, 2 contested>
    """

    name: str
    policy: Policy
    choices: tuple[Choice, ...]

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Choice, ...]: ...
    def __getitem__(self, index: int | slice) -> Choice | tuple[Choice, ...]:
        return self.choices[index]

    def __len__(self) -> int:
        return len(self.choices)

    @property
    def contested(self) -> tuple[Choice, ...]:
        """The choices that a rival contradicts, beyond what qualifiers and rounding allow."""
        return tuple(choice for choice in self.choices if choice.is_contested)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the figures taken, each once."""
        return tuple({source.id: source for choice in self.choices for source in choice.sources}.values())

    def at(self, period: Period | PartialDate | str | int) -> Choice:
        """Return the choice of a period.

        Args:
            period: The period, as a person would type it.

        Returns:
            The choice.

        Raises:
            PeriodNotFound: Where there is no figure; the periods that have one are listed.
            StrandsDoNotJoin: Where the series has several strands.

        Example:
            >>> import maroc_offshoring as mo
            >>> best = mo.load().series("export_revenue", perimeter="old", segment=None).best("confidence")
            >>> best.at(2011).chosen.id, best.at(2011).lost[0].observation.id
            ('obs-export_revenue-morocco-2011', 'obs-export_revenue-morocco-2011-2')
        """
        asked = Period.of(period)
        subjects = sorted({choice.subject for choice in self.choices}, key=Subject.sort_key)
        if len(subjects) > 1:
            raise StrandsDoNotJoin(self.name, [str(subject) for subject in subjects], advice(subjects))
        for choice in self.choices:
            if (choice.period.first_day, choice.period.last_day) == (asked.first_day, asked.last_day):
                return choice
        raise PeriodNotFound(self.name, str(asked), [str(choice.period) for choice in self.choices])

    @property
    def derivation(self) -> Derivation:
        """What was taken for each period, what was not, and why, as a tree."""
        from maroc_offshoring.series.working import best_derivation

        return best_derivation(self)

    def __str__(self) -> str:
        return "\n".join(map(str, self.choices)) or f"{self.name}: no figure"

    def __repr__(self) -> str:
        return f"<Best of {self.name} by {self.policy.value}: {len(self)} figures, {len(self.contested)} contested>"
