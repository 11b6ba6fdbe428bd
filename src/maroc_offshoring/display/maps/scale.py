"""Scales: what number stands for a figure, how it is shortened, and the round numbers between which a colour holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from attrs import evolve, frozen

from maroc_offshoring import units
from maroc_offshoring.display.maps import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import written
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.vocabulary import Qualifier

MOST_CLASSES = 5
"""More shades of one colour than this cannot be told apart."""

# The round numbers of a decade, finest first; where all are too many, one number for each decade, or for several.
_ROUND = ((1, 1.5, 2, 3, 4, 5, 7), (1, 2, 3, 5), (1, 2, 5), (1, 3), (1,))
_MILLION = Decimal(1_000_000)


def stated(figure: Figure) -> Decimal:
    """Choose the number that stands for a figure where it is drawn.

    Args:
        figure: The figure.

    Returns:
        The number that it states; of a range its lower end.
    """
    return figure.value if figure.value is not None else figure.low or Decimal(0)


@frozen
class Scale:
    """How the figures of one map and unit are written in little room.

    Args:
        measure: What they measure.
        unit: Their unit.
        divisor: What they are divided by.
        step: What they are rounded to after that.
    """

    measure: Measure
    unit: str
    divisor: Decimal
    step: Decimal

    @classmethod
    def of(cls, figures: Sequence[Figure], measure: Measure) -> Scale:
        """Choose a scale for figures of one unit.

        Args:
            figures: The figures.
            measure: What they measure.

        Returns:
            Millions for large amounts of money, and no more places than a map has room for.
        """
        largest = max(map(stated, figures), default=Decimal(0))
        unit = figures[0].unit if figures else ""
        if largest >= 10 * _MILLION and units.parts(unit).currency:
            return cls(measure, unit, _MILLION, Decimal("0.1"))
        return cls(measure, unit, Decimal(1), Decimal(1) if largest >= 100 else Decimal("0.01"))

    def heading(self, reader: Reader) -> str:
        """Say what the figures measure, and in what.

        Args:
            reader: Who reads.

        Returns:
            `jobs`, `investment (million MAD)`.
        """
        of = self.measure.label(reader.language)
        if not self.unit or units.label(self.unit, "en") == self.measure.label("en"):
            return of  # jobs are counted in jobs
        unit = units.label(self.unit, reader.language)
        return f"{of} ({unit if self.divisor == 1 else reader.say(words.IN_MILLIONS, unit=unit)})"

    def short(self, figure: Figure, reader: Reader) -> str:
        """Write a figure in little room: how firmly it is stated, and its number.

        Args:
            figure: The figure.
            reader: Who reads.

        Returns:
            `≥ 3 700`; the unit is told once, beside the map.
        """
        text = written_out(written(self._rounded(figure), reader))
        return text.replace(f"\u00a0{units.label(self.unit, reader.language)}", "")

    def is_rounding(self, figures: Iterable[Figure]) -> bool:
        """Say whether any figure loses places.

        Args:
            figures: The figures.

        Returns:
            Whether one is not written in full.
        """
        return any(
            number is not None and number / self.divisor % self.step
            for figure in figures
            for number in (figure.value, figure.low, figure.high)
        )

    def _rounded(self, figure: Figure) -> Figure:
        """Round each end outward, so that nothing is said more firmly than it was."""
        of_value = {Qualifier.AT_LEAST: ROUND_FLOOR, Qualifier.AT_MOST: ROUND_CEILING}
        return evolve(
            figure,
            value=self._round(figure.value, of_value.get(figure.qualifier, ROUND_HALF_EVEN)),
            low=self._round(figure.low, ROUND_FLOOR),
            high=self._round(figure.high, ROUND_CEILING),
        )

    def _round(self, number: Decimal | None, way: str) -> Decimal | None:
        if number is None:
            return None
        return ((number / self.divisor / self.step).to_integral_value(way) * self.step).normalize() + 0


def classes(numbers: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Choose round numbers that part the numbers of a map into classes.

    Args:
        numbers: The numbers; zeros are no part of any class.

    Returns:
        The bounds of the classes, at most :data:`MOST_CLASSES` and one; a class holds its lower bound and not its upper
        one. None where every number is zero.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.display.maps.scale import classes
        >>> [int(bound) for bound in classes([Decimal(300), Decimal(1750), Decimal(2000)])]
        [300, 500, 1000, 2000, 3000]
    """
    known = [number for number in numbers if number > 0]
    if not known:
        return ()
    low, high = min(known), max(known)
    first, last = low.adjusted(), high.adjusted() + 2
    ladders = [
        [Decimal(str(digit)).scaleb(power) for power in range(first, last) for digit in digits] for digits in _ROUND
    ]
    ladders += [
        [Decimal(1).scaleb(power) for power in range(first, last + by, by)] for by in range(2, last - first + 2)
    ]
    return next(
        bounds for bounds in (_between(ladder, low, high) for ladder in ladders) if len(bounds) <= MOST_CLASSES + 1
    )


def _between(ladder: Sequence[Decimal], low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    below = [bound for bound in ladder if bound <= low]
    above = [bound for bound in ladder if bound > high]
    return (below[-1], *(bound for bound in ladder if low < bound <= high), above[0])


def round_below(number: Decimal) -> Decimal:
    """Find the round number below a number.

    Args:
        number: The number, above zero.

    Returns:
        The largest of 1, 2, 5, 10, 20, 50 and so on that is not larger.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.display.maps.scale import round_below
        >>> int(round_below(Decimal(3700)))
        2000
    """
    power = number.adjusted()
    return next(bound for digit in (5, 2, 1) if (bound := Decimal(digit).scaleb(power)) <= number)
