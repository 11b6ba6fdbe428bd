"""Sums, remainders and shares of figures, with their bounds.

A figure is an interval with a mark: `exact 5` is [5, 5], `at least 5` is [5, ∞), `at most 5` is [0, 5], a range is its
ends, and `about 5` is [5, 5] marked as approximate. Intervals add end by end and the mark spreads, so a sum does not
depend on the order or the grouping of what is added. The value of a sum is the sum of the values, unless a range is
among them, which has none; where an `at least` met an `at most`, that value is neither a floor nor a ceiling, and the
sum is a range that is open above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import evolve

from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField, NotAdditive, UnitMismatch, WrongType
from maroc_offshoring.figures.decimals import decimal, difference, exact_sum, quotient, share, total
from maroc_offshoring.figures.figure import Figure, Step, exact_figure
from maroc_offshoring.vocabulary import Qualifier

_APPROXIMATE = (Qualifier.ABOUT, Qualifier.NEARLY)
_EXACT = Qualifier.EXACT


def add(figures: Iterable[Figure]) -> Figure:
    """Add figures of one unit.

    Args:
        figures: At least one figure; all of the same unit.

    Returns:
        Their sum: exact if all are, `at least` if some are open upward, `about` as soon as one is; where no single
        number can be given, the bounds alone. Its steps are those of all that was added.

    Raises:
        UnitMismatch: Where the units differ.
        NotAdditive: For shares, ranks and ratios, which do not add up.
        InvalidField: Where there is nothing to add.

    Example:
        >>> from maroc_offshoring.figures import Figure, add
        >>> print(add([Figure(2000, "job", "at_least"), Figure(1000, "job")]))
        at least 3 000 jobs
    """
    terms = tuple(figures)
    if not terms:
        raise InvalidField("figures", terms, "at least one figure to add")
    unit = _one_unit("add", terms)
    if len(terms) == 1:
        return evolve(terms[0], as_printed=None) if terms[0].as_printed else terms[0]
    steps = _steps_of(terms)
    exact = [term.value for term in terms if term.qualifier is _EXACT and term.value is not None]
    if len(exact) == len(terms):  # of which the general rule gives the same, more slowly
        return Figure(total(exact), unit, steps=steps)
    lows, highs = zip(*map(_interval, terms), strict=True)
    values = [term.value for term in terms]
    approximate = any(term.qualifier in _APPROXIMATE for term in terms)
    only_nearly = approximate and all(term.qualifier is not Qualifier.ABOUT for term in terms)
    return _figure(
        value=None if None in values else total(value for value in values if value is not None),
        low=total(lows),
        high=None if None in highs else total(high for high in highs if high is not None),
        unit=unit,
        approximate=approximate,
        only_nearly=only_nearly,
        steps=steps,
    )


def add_two(first: Figure, second: Figure) -> Figure:
    """Add two figures, as :func:`add` does; two exact ones of one unit, as most are, in half the time.

    Args:
        first: A figure.
        second: Another, of the same unit.

    Returns:
        Their sum.

    Raises:
        UnitMismatch: Where the units differ.
        NotAdditive: For shares, ranks and ratios, which do not add up.

    Example:
        >>> from maroc_offshoring.figures import Figure
        >>> from maroc_offshoring.figures.addition import add_two
        >>> print(add_two(Figure(2000, "job"), Figure(1000, "job")))
        3 000 jobs
    """
    unit = first.unit
    exact = first.qualifier is second.qualifier is _EXACT and unit == second.unit
    if exact and not (first.steps or second.steps) and _adds_up(unit):
        return exact_figure(exact_sum(first.value, second.value), unit)
    return add((first, second))


def remainder(whole: Figure, parts: Sequence[Figure]) -> Figure | None:
    """Return what a whole states beyond its parts.

    Args:
        whole: The figure that contains the others.
        parts: The figures that it contains, of the same unit.

    Returns:
        The rest: as firm as the whole where the parts are exact; otherwise with a bound where both allow one, and
        approximate where they do not; None where the parts reach the whole. Parts that are at most so many do not
        reach it by their ceiling alone, as they may be fewer.

    Raises:
        UnitMismatch: Where the units differ.

    Example:
        >>> from maroc_offshoring.figures import Figure, remainder
        >>> rest = remainder(Figure(3000, "job", "at_least"), [Figure(1000, "job")])
        >>> rest.value, rest.qualifier.value
        (Decimal('2000'), 'at_least')
    """
    if not parts:
        return whole
    unit = _one_unit("subtract", (whole, *parts))
    counted = add(parts)
    stated, taken = _middle(whole), _middle(counted)
    (whole_low, whole_high), (low_taken, high_taken) = _interval(whole), _interval(counted)
    reached = stated <= taken
    if reached and (same_amount(whole, counted) or stated <= low_taken):
        return None
    steps = _steps_of((whole, counted))
    low = Decimal(0) if high_taken is None else max(difference(whole_low, high_taken), Decimal(0))
    high = None if whole_high is None else difference(whole_high, low_taken)  # never below zero: it is not reached
    # Parts that are at most so many may be fewer: their ceiling alone does not reach the whole.
    if reached or whole.value is None or counted.value is None:
        approximate = {whole.qualifier, counted.qualifier} & set(_APPROXIMATE)
        return Figure(None, unit, Qualifier.ABOUT if approximate else Qualifier.RANGE, low, high, steps=steps)
    value = difference(stated, taken)
    if counted.qualifier is Qualifier.EXACT and whole.qualifier in (Qualifier.EXACT, Qualifier.NEARLY):
        return Figure(value, unit, whole.qualifier, steps=steps)
    if not {whole.qualifier, counted.qualifier} & set(_APPROXIMATE):
        if high is None and value == low:
            return Figure(value, unit, Qualifier.AT_LEAST, steps=steps)
        if value == high:
            return Figure(value, unit, Qualifier.AT_MOST, low=low or None, steps=steps)
    # An end is kept where the value is that end: the parts and the rest then still add up to the value of the whole.
    if value == high and low < value:
        return Figure(value, unit, Qualifier.ABOUT, low, high, steps=steps)
    if value == low and high is None:
        return Figure(value, unit, Qualifier.ABOUT, low, steps=steps)
    return Figure(value, unit, Qualifier.ABOUT, steps=steps)


def same_amount(whole: Figure, parts: Figure) -> bool:
    """Say of a whole whether its parts add up to it.

    Args:
        whole: The figure of the whole.
        parts: The sum of its parts.

    Returns:
        True where both have one value, or the same ends.

    Example:
        >>> from maroc_offshoring.figures import Figure
        >>> from maroc_offshoring.figures.addition import same_amount
        >>> same_amount(Figure(3000, "job"), Figure(3000, "job", "at_least"))
        True
    """
    if whole.value is not None and whole.value == parts.value:
        return True
    return (whole.value, whole.low, whole.high) == (parts.value, parts.low, parts.high)


def tightened(whole: Figure, parts: Figure) -> Figure:
    """State a whole with the floor that its parts give it.

    Args:
        whole: The figure of the whole.
        parts: The sum of its parts, which is not above it.

    Returns:
        The whole; where it has an open or lower floor, with the floor of its parts.

    Raises:
        UnitMismatch: Where the units differ.

    Example:
        >>> from maroc_offshoring.figures import Figure
        >>> from maroc_offshoring.figures.addition import tightened
        >>> print(tightened(Figure(800, "job", "at_most"), Figure(500, "job")))
        between 500 and 800 jobs
    """
    _one_unit("compare", (whole, parts))
    low, floor = whole.lower, parts.lower
    if (
        whole.qualifier not in (Qualifier.AT_MOST, Qualifier.RANGE)
        or floor is None
        or (low is not None and floor <= low)
    ):
        return whole
    return evolve(whole, low=floor)


def split(figure: Figure, weights: Sequence[Decimal], kind: str) -> tuple[Figure, ...]:
    """Split a figure by weights, so that the shares add up to it to the last digit.

    Args:
        figure: The figure to split.
        weights: One weight per share; only their proportions count.
        kind: How the weights were chosen, for the steps: `equally` or `by weights`.

    Returns:
        One figure per weight, in that order, each with a step that says so.

    Raises:
        InvalidField: Where no weight is above zero.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures import Figure, split
        >>> [share.value for share in split(Figure(5050, "job"), [Decimal(1)] * 5, "equally")][0]
        Decimal('1010')
    """
    for weight in weights:
        decimal(weight, "weights")
    whole = total(weights)
    if not weights or whole <= 0:
        raise InvalidField("weights", weights, "at least one weight above zero")

    def shares(number: Decimal | None) -> list[Decimal | None]:
        if number is None:
            return [None] * len(weights)
        found = [share(number, weight, whole) for weight in weights]
        last = max(place for place, weight in enumerate(weights) if weight)
        found[last] = difference(number, total(other for place, other in enumerate(found) if place != last))
        return list(found)

    ends = zip(weights, shares(figure.value), shares(figure.low), shares(figure.high), strict=True)
    note = f"one of {len(weights)} shares"
    return tuple(
        evolve(
            figure,
            value=value,
            low=low,
            high=high,
            as_printed=None,
            steps=(*figure.steps, Step("split", quotient(weight, whole), "", kind=kind, note=note)),
        )
        for weight, value, low, high in ends
    )


def _steps_of(figures: Sequence[Figure]) -> tuple[Step, ...]:
    found: dict[Step, None] = {}
    for figure in figures:
        if figure.steps:
            found.update(dict.fromkeys(figure.steps))
    return tuple(found)


def _one_unit(action: str, figures: Sequence[Figure]) -> str:
    found: dict[str, None] = {}
    for figure in figures:
        if not isinstance(figure, Figure):
            raise WrongType("figures", figure, "figures, such as mo.Figure(300, 'job')")
        found[figure.unit] = None
    if len(found) > 1:
        raise UnitMismatch(action, list(found), _remedy(list(found)))
    (unit,) = found
    if not _adds_up(unit):
        raise NotAdditive(units.label(unit), "shares, ranks and ratios do not add up", "compare them instead")
    return unit


@lru_cache(maxsize=512)
def _adds_up(unit: str) -> bool:
    part = units.parts(unit)
    return not part.bottom and part.top not in (units.Unit.PERCENT, units.Unit.RANK)


def _remedy(found: Sequence[str]) -> str:
    parts = [units.parts(unit) for unit in found]
    if {part.top for part in parts} == {units.Unit.M2, units.Unit.HA}:
        return "state both in m2: one hectare is 10000 m2"
    if not all(part.currency for part in parts):
        return "they count different things"
    if len({part.currency for part in parts}) == 1:
        call = "mo.deflate(figure, year=..., to=...)"
        return f"current and constant prices do not mix: {call} states both at one year's prices"
    if any(part.year for part in parts):
        return "mo.restate(figure, year=..., to=(currency, year), path=...) states both in one currency of one year"
    return f"convert first: mo.convert(figure, to={found[0]!r}, on=year)"


def _interval(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """The interval of a figure, the mark of an approximate one aside; an upper end of None is open."""
    if figure.qualifier is Qualifier.AT_LEAST:
        return figure.number(), None
    if figure.qualifier is Qualifier.AT_MOST:
        return figure.low or Decimal(0), figure.value
    if figure.low is not None or figure.high is not None:
        return figure.low or Decimal(0), figure.high
    return figure.number(), figure.value


def _middle(figure: Figure) -> Decimal:
    """The number that a figure counts for in a subtraction: its value, or the upper end of its range."""
    low, high = _interval(figure)
    return figure.value if figure.value is not None else high or low


def _figure(
    *,
    value: Decimal | None,
    low: Decimal,
    high: Decimal | None,
    unit: str,
    approximate: bool,
    only_nearly: bool,
    steps: tuple[Step, ...],
) -> Figure:
    """Make the figure of an interval: the inverse of :func:`_interval`."""
    if approximate:
        if value is not None and low == high:
            return Figure(value, unit, Qualifier.NEARLY if only_nearly else Qualifier.ABOUT, steps=steps)
        return Figure(value, unit, Qualifier.ABOUT, low, high, steps=steps)
    if value is None or value not in (low, high):
        return Figure(value, unit, Qualifier.RANGE, low, high, steps=steps)
    if low == high:
        return Figure(value, unit, steps=steps)
    if high is None:
        return Figure(value, unit, Qualifier.AT_LEAST, steps=steps)
    return Figure(value, unit, Qualifier.AT_MOST, low=low or None, steps=steps)
