"""A simulated total: what a sum of uncertain figures may be, with all that was assumed to draw it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import Factory, field, frozen

from maroc_offshoring.derivation import Derivation, Explainable, NodeKind, Sentence
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.shown import Shown
from maroc_offshoring.totals.assumptions import Assumptions, assumed
from maroc_offshoring.totals.bounding import bounds_of_term
from maroc_offshoring.totals.drawing import Number, node_of, numbers_of, numpy
from maroc_offshoring.totals.families import families_of, terms
from maroc_offshoring.totals.percentiles import ASSUMING, Interval, Percentile, shown
from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    from maroc_offshoring.totals.drawing import Draws
    from maroc_offshoring.totals.total import Total

_SHOWN = (5, 25, 50, 75, 95)


def _in_order(simulation: Simulation) -> Draws:
    ordered: Draws = numpy().sort(simulation.draws)
    return ordered


@frozen(eq=False, repr=False)
class Simulation(Explainable, Shown):
    """The draws of a total, with the assumptions that they rest on.

    Args:
        total: The total.
        settings: How it was drawn.
        bounds: Between which ends it can lie, as far as the sources and the convention say.
        draws: The draws, in the order in which they were made.
        assumptions: What was assumed, a sentence each.

    Example:
        >>> import maroc_offshoring as mo
        >>> segula = mo.load().commitments.where(ids=["2023-03-segula-agadir-1000"])
        >>> simulated = segula.total("jobs").simulate(draws=1000)
        >>> print(simulated.interval(90).describe().splitlines()[0])
        90 % of the draws lie within 936 to 1 069 jobs
    """

    total: Total
    settings: Assumptions
    bounds: Bounds
    draws: Draws
    assumptions: tuple[Sentence, ...]
    _sorted: Draws = field(init=False, default=Factory(_in_order, takes_self=True))

    @property
    def unit(self) -> str:
        """The unit of the draws."""
        return self.bounds.unit

    @property
    def mean(self) -> float:
        """The mean of the draws."""
        return float(self._sorted.mean())

    @property
    def median(self) -> Percentile:
        """The number below which half of the draws lie."""
        return self.percentile(50)

    def percentile(self, level: float) -> Percentile:
        """Return the number below which so many draws in a hundred lie.

        Args:
            level: From 0 to 100.

        Returns:
            The number, with the assumptions.

        Raises:
            InvalidField: Where the level is none.
            WrongType: Where it is no number.

        Example:
            >>> import maroc_offshoring as mo
            >>> segula = mo.load().commitments.where(ids=["2023-03-segula-agadir-1000"])
            >>> simulated = segula.total("jobs").simulate(draws=1000)
            >>> print(simulated.percentile(5).figure)
            about 936 jobs
        """
        _a_share("level", level)
        value = self._at(float(level))
        if self.bounds.low == self.bounds.high:
            return Percentile(float(level), value, Figure(self.bounds.low, self.unit), self.assumptions)
        figure = Figure(shown(value), self.unit, Qualifier.ABOUT)
        return Percentile(float(level), value, figure, self.assumptions)

    def interval(self, share: float = 90) -> Interval:
        """Return the two numbers between which so many draws in a hundred lie, as many below as above.

        Args:
            share: From 0 to 100.

        Returns:
            The interval, with the assumptions.

        Raises:
            InvalidField: Where the share is none.
            WrongType: Where it is no number.

        Example:
            >>> import maroc_offshoring as mo
            >>> segula = mo.load().commitments.where(ids=["2023-03-segula-agadir-1000"])
            >>> simulated = segula.total("jobs").simulate(draws=1000)
            >>> print(simulated.interval(50).describe("fr").splitlines()[0])
            50 % des tirages sont compris dans : 972 à 1 030 emplois
        """
        _a_share("share", share)
        tail = (100 - float(share)) / 2
        return Interval(float(share), self._at(tail), self._at(100 - tail), self.unit, self.assumptions)

    def _at(self, level: float) -> float:
        return float(numpy().percentile(self._sorted, level))

    @property
    def derivation(self) -> Derivation:
        """How the simulation came about: what it gives, what was assumed, and the working of the total."""
        said = Sentence.of(
            "simulation, {measure}\u00a0: {draws} tirages, graine {seed}",
            "simulation of {measure}: {draws} draws, seed {seed}",
            "محاكاة، {measure}: {draws} سحبا، البذرة {seed}",
            measure=self.total.measure,
            draws=number_in(Decimal(self.settings.draws)),
            seed=self.settings.seed,
        )
        results = [
            Derivation(
                kind=NodeKind.RESULT,
                statement=Sentence.of("centile {n}", "percentile {n}", "المئين {n}", n=level),
                figure=self.percentile(level).figure,
            )
            for level in _SHOWN
        ]
        assumed = [Derivation(kind=NodeKind.ASSUMPTION, statement=each) for each in self.assumptions]
        heads = Derivation(kind=NodeKind.HEADING, statement=ASSUMING, children=assumed)
        return Derivation(kind=NodeKind.SIMULATION, statement=said, children=(*results, heads, self.total.derivation))

    def __repr__(self) -> str:
        return f"<Simulation of {self.total.measure.value}: {self.settings.draws} draws, median {self.median.figure}>"

    def __str__(self) -> str:
        return self.interval(90).describe()


def simulate(total: Total, settings: Assumptions) -> Simulation:
    """Draw a total.

    Args:
        total: A total of one unit.
        settings: How to draw it.

    Returns:
        The simulation.

    Raises:
        InvalidField: Where a figure is open on one side and nothing was assumed for it.
    """
    np = numpy()
    found = terms(total.counted, total.families)
    here = frozenset(id(line) for line in total.counted)
    bounds = add_bounds(bounds_of_term(term, settings.convention) for term in found)
    nodes = [node_of(family, settings) for family in families_of(total.counted, total.families)]
    numbers = {number.key: number for node in nodes for number in numbers_of(node, here)}
    _refuse_open_ends(list(numbers.values()))
    drawn: Draws = np.zeros(settings.draws)
    for node in nodes:
        whole = node.draw(settings)
        drawn += node.counted(here, whole, settings)
    # Only the rounding of floats can lead outside.
    drawn = np.clip(drawn, float(bounds.low), np.inf if bounds.high is None else float(bounds.high))
    drawn.setflags(write=False)
    return Simulation(total, settings, bounds, drawn, assumed(total, settings, list(numbers.values()), nodes))


def _refuse_open_ends(numbers: Sequence[Number]) -> None:
    for side, name, example in (("above", "at_least_upto", "1.25"), ("below", "at_most_from", "0.5")):
        missing = [number for number in numbers if number.is_open == side and number.is_refused]
        if missing:
            some = ", ".join(number.key for number in missing[:5]) + (", …" if len(missing) > 5 else "")
            words = (
                "a factor: up to how many times its number" if side == "above" else "a share: from which of its number"
            )
            count = "1 figure is" if len(missing) == 1 else f"{len(missing)} figures are"
            expected = f"{words} it is drawn, such as {name}='{example}': {count} open {side} ({some})"
            raise InvalidField(name, None, expected)


def _a_share(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise WrongType(name, value, "a number from 0 to 100")
    if not 0 <= value <= 100:
        raise InvalidField(name, value, "a number from 0 to 100")
