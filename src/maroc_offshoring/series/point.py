"""A point of a series: all that is said of one subject for one period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import field, frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Observation, Source
from maroc_offshoring.series.choice import Choice, choose, contradict
from maroc_offshoring.series.policy import Policy
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.vocabulary import Nature


def _by_size(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(observations, key=_size))


def _size(observation: Observation) -> tuple[object, ...]:
    figure = observation.figure
    number = figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high
    return number, observation.id


@frozen(repr=False)
class Point(Citable):
    """One period of a series, with every rival figure.

    Args:
        subject: What the figures are about.
        period: The period; the calendar year in a series of years.
        observations: The records, the smallest figure first. Each has its figure, its nature (`observed`, `estimate`,
            `forecast` or `derived`), the party that states it, and its sources with their publisher and kind.

    Example:
        >>> import maroc_offshoring as mo
        >>> point = mo.load().series("export_revenue", perimeter="old", segment=None).at(2015)
        >>> for seen in point:
        ...     print(seen.figure, "|", seen.stated_by.id, "|", seen.sources[0].kind.value)
        7 400 000 000 MAD | office-des-changes | press
        7 540 000 000 MAD | office-des-changes | press
    """

    subject: Subject
    period: Period
    observations: tuple[Observation, ...] = field(converter=_by_size)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    @property
    def year(self) -> int | None:
        """The year that the period lies in; None where it spans several or is open."""
        return self.period.year

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, as their sources state them, the smallest first."""
        return tuple(observation.figure for observation in self.observations)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all the figures, each once."""
        found = (source for observation in self.observations for source in observation.sources)
        return tuple({source.id: source for source in found}.values())

    @property
    def is_forecast(self) -> bool:
        """Whether there is no measurement, only forecasts."""
        return all(observation.nature is Nature.FORECAST for observation in self.observations)

    @property
    def is_contested(self) -> bool:
        """Whether two of the records contradict each other, beyond what qualifiers and rounding allow."""
        return any(contradict(first, second) for first, second in combinations(self.observations, 2))

    def best(self, policy: Policy | str = Policy.OFFICIAL) -> Choice:
        """Take one of the figures.

        Args:
            policy: Which rule is asked first: `official`, `confidence`, `most_origins` or `latest_published`; what
                comes next is told by :func:`maroc_offshoring.series.policy.rules`.

        Returns:
            The choice, with the rivals that lost and why.

        Raises:
            UnknownWord: Where there is no such policy.

        Example:
            >>> import maroc_offshoring as mo
            >>> exports = mo.load().series("export_revenue", perimeter="old", segment=None)
            >>> print(exports.at(2011).best().lost[0].because.fr)
            confiance : faible, contre élevée
        """
        return choose(self.subject, self.period, self.observations, policy)

    def __repr__(self) -> str:
        return f"<Point {self}>"

    def __str__(self) -> str:
        return f"{self.period}: {' | '.join(map(str, self.figures))}"
