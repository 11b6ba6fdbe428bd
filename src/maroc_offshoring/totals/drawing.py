"""Drawing numbers for a sum of uncertain figures, so that wholes and parts stay consistent.

Each figure that a source prints has one stream of random numbers, which the seed and the id of its record decide: the
draws of a record are the same in every total, and their order never matters. Of a family first the whole is drawn, and
never below what its parts are at least; then the parts, brought down together where they would exceed the whole. What
the whole has beyond them is the rest. Nothing is kept but sums, so that memory grows with the number of draws alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import Factory, field, frozen

from maroc_offshoring.errors import MissingExtra
from maroc_offshoring.figures import Figure, add
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.decimals import exact_product
from maroc_offshoring.totals.assumptions import Assumptions
from maroc_offshoring.totals.bounding import bounds_of_line, bounds_of_whole, share_of_own
from maroc_offshoring.totals.families import Family
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]


def numpy() -> Any:
    """Import numpy, or say which extra brings it.

    Returns:
        The module.

    Raises:
        MissingExtra: Where it is not installed.
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingExtra("total.simulate()", "numpy", "simulation") from None
    return np


@frozen(eq=False)
class Stream:
    """The random numbers of one figure.

    Args:
        key: What the figure is known by: the id of its record, and which of its figures it is.
        seed: The seed of the simulation.
        count: How many numbers.
    """

    key: str
    seed: int
    count: int

    def uniform(self) -> Draws:
        """Draw numbers from 0 up to 1.

        Returns:
            The numbers; the same on every machine, as only the bits of the generator are used.
        """
        np = numpy()
        digest = hashlib.sha256(self.key.encode()).digest()
        words = [int.from_bytes(digest[start : start + 4], "little") for start in range(0, len(digest), 4)]
        generator = np.random.PCG64(np.random.SeedSequence([self.seed, *words]))
        bits: Draws = (generator.random_raw(self.count) >> np.uint64(11)) * 2.0**-53
        return bits


@frozen(eq=False)
class Number:
    """One number that is drawn: a figure as stated, in the unit of the sum.

    Args:
        key: What it is known by.
        figure: The figure.
        low: The least that is drawn.
        high: The most; None where the figure is open above and nothing was assumed.
        is_open: `above` or `below` where an assumption gives that end, or should; empty where none is needed.
        is_refused: Whether the end is open and nothing was assumed for it.
    """

    key: str
    figure: Figure
    low: Decimal
    high: Decimal | None
    is_open: str = ""
    is_refused: bool = False

    @property
    def most(self) -> float:
        """The most as a float, infinite where nothing was assumed."""
        return float("inf") if self.high is None else float(self.high)

    def draw(self, assumptions: Assumptions) -> Draws:
        """Draw the number.

        Args:
            assumptions: How to draw.

        Returns:
            The draws.
        """
        np = numpy()
        low, high = float(self.low), self.most
        if low == high:
            constant: Draws = np.full(assumptions.draws, low)
            return constant
        key = "all" if assumptions.dependence == "together" else self.key
        at = Stream(key, assumptions.seed, assumptions.draws).uniform()
        drawn: Draws
        if self.figure.qualifier is not Qualifier.ABOUT or self.figure.value is None or assumptions.about == "uniform":
            drawn = low + at * (high - low)
        else:
            mode = min(max(float(self.figure.value), low), high)  # the likeliest is the number that is printed
            below = low + np.sqrt(at * (high - low) * (mode - low))
            above = high - np.sqrt((1 - at) * (high - low) * (high - mode))
            drawn = np.where(at * (high - low) < mode - low, below, above)
        return np.clip(drawn, low, high)  # type: ignore[no-any-return]


def _all_lines(node: Node) -> frozenset[int]:
    return frozenset(id(line) for line, _ in node.lines).union(*(part.all_lines for part in node.parts))


@frozen(eq=False)
class Node:
    """A family as it is drawn.

    Args:
        own: What the record itself states; None where its parts alone decide.
        parts: The nodes of its parts.
        lines: The lines that hold what is beyond the parts, each with its share of that.
        low: The least that the family comes to.
        high: The most.
        floor: The least that was stated, whatever is assumed.
        is_covered: Whether its parts are said to add up to it.
        all_lines: Its lines and those of its parts, by identity.
    """

    own: Number | None
    parts: tuple[Node, ...]
    lines: tuple[tuple[Line, float], ...]
    low: float
    high: float
    floor: float
    is_covered: bool = False
    all_lines: frozenset[int] = field(init=False, default=Factory(_all_lines, takes_self=True))

    def draw(self, assumptions: Assumptions) -> Draws:
        """Draw what the family comes to.

        Args:
            assumptions: How to draw.

        Returns:
            The draws.
        """
        np = numpy()
        if self.own is not None:
            whole: Draws = np.maximum(self.own.draw(assumptions), self.low)
            return whole
        together: Draws = np.zeros(assumptions.draws)
        for part in self.parts:
            together += part.draw(assumptions)
        return together

    def counted(self, here: frozenset[int], whole: Draws, assumptions: Assumptions) -> Draws:
        """Return what some lines of the family come to.

        Args:
            here: The lines that are counted, by identity.
            whole: What the family comes to.
            assumptions: How to draw.

        Returns:
            The draws: `whole` where all its lines are counted, and in any case the same as in a sum of them all.
        """
        np = numpy()
        if self.all_lines <= here:
            return whole
        nothing: Draws = np.zeros(assumptions.draws)
        if not self.all_lines & here:
            return nothing
        together: Draws = np.zeros(assumptions.draws)
        for part in self.parts:
            together += part.draw(assumptions)
        least, most, floor = _together(self.parts)
        # How far the parts go down towards their least, or, where they are said to be all, up towards their most.
        too_much = (together > whole) & (together > least)
        down = np.divide(np.maximum(whole - least, 0), together - least, out=np.ones_like(whole), where=too_much)
        # An assumption may put their least above what the whole can be: it gives way, and what was stated stands.
        at_odds = (whole < least) & (floor < least)
        lift = np.maximum(np.divide(whole - floor, least - floor, out=np.ones_like(whole), where=at_odds), 0)
        up = np.zeros_like(whole)
        if self.is_covered:
            room = together < whole
            np.divide(whole - together, most - together, out=up, where=room & (most > together))
            up = np.minimum(up, 1)
        rest, sum_of_parts = whole.copy(), nothing
        for part in self.parts:
            drawn = part.draw(assumptions)
            settled = part.floor + (part.low - part.floor) * lift + (drawn - part.low) * down
            settled += (part.high - settled) * up
            rest -= settled
            sum_of_parts = sum_of_parts + part.counted(here, settled, assumptions)
        share = sum(share for line, share in self.lines if id(line) in here)
        return sum_of_parts + np.maximum(rest, 0) * share  # type: ignore[no-any-return]


def node_of(family: Family, assumptions: Assumptions) -> Node:
    """Make the node by which a family is drawn.

    Args:
        family: The family.
        assumptions: How to draw.

    Returns:
        The node.
    """
    if not family.parts:
        return _leaf(family, assumptions)
    parts = tuple(node_of(part, assumptions) for part in family.parts)
    lines = tuple((line, float(share_of_own(line, family.own))) for line in family.own)
    least, most, floor = _together(parts)
    stated = bounds_of_whole(family, assumptions.convention)
    if stated is None or family.closing is None:
        return Node(None, parts, lines, least, most, floor, True)
    own = _number(family.name, family.closing, stated, assumptions)
    low = min(max(float(own.low), least), own.most)
    return Node(own, parts, lines, low, own.most, max(_floor(family.closing), floor), not family.own)


def numbers_of(node: Node, here: frozenset[int]) -> Iterator[Number]:
    """Find the numbers that are drawn for some lines.

    Args:
        node: The node of a family.
        here: The lines that are counted, by identity.

    Yields:
        The numbers.
    """
    if node.own is not None:
        yield node.own
    is_whole = node.all_lines <= here
    if is_whole and node.own is not None:
        return  # what its parts come to does not matter
    for part in node.parts:
        yield from numbers_of(part, part.all_lines)
        if not is_whole and part.all_lines & here:
            yield from numbers_of(part, here)


def _leaf(family: Family, assumptions: Assumptions) -> Node:
    """The node of a record without parts: of each figure that it states one number, of which its lines are shares."""
    by_figure: dict[int, list[Line]] = {}
    for line in family.own:
        by_figure.setdefault(id(line.stated), []).append(line)
    nodes: list[Node] = []
    for place, lines in enumerate(by_figure.values()):
        together = add_bounds(bounds_of_line(line, assumptions.convention) for line in lines)
        key = f"{family.name} {place}" if place else family.name
        figure = add(line.figure for line in lines)
        drawn = _number(key, figure, together, assumptions)
        shares = tuple((line, float(share_of_own(line, lines))) for line in lines)
        nodes.append(Node(drawn, (), shares, float(drawn.low), drawn.most, _floor(figure)))
    if len(nodes) == 1:
        return nodes[0]
    return Node(None, tuple(nodes), (), *_together(nodes), True)


def _together(nodes: Sequence[Node]) -> tuple[float, float, float]:
    """What nodes come to together: the least, the most, and the least that was stated."""
    return sum(node.low for node in nodes), sum(node.high for node in nodes), sum(node.floor for node in nodes)


def _floor(figure: Figure) -> float:
    return float(figure.lower or 0)


def _number(key: str, figure: Figure, known: Bounds, assumptions: Assumptions) -> Number:
    """Close the open end of a figure by what is assumed of it."""
    if known.high is None:
        factor = assumptions.at_least_upto
        if factor is None:
            return Number(key, figure, known.low, None, "above", is_refused=True)
        number = max(known.low, figure.value or Decimal(0))
        return Number(key, figure, known.low, exact_product(number, factor), "above")
    if figure.low is None and figure.qualifier in (Qualifier.AT_MOST, Qualifier.RANGE):
        share = assumptions.at_most_from
        low = Decimal(0) if share is None else exact_product(known.high, share)
        return Number(key, figure, low, known.high, "below", is_refused=share is None)
    return Number(key, figure, known.low, known.high)
