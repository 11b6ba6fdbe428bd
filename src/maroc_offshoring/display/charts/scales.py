"""Scales: how figures of one unit are written along an axis and beside their marks."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal

from attrs import frozen

from maroc_offshoring import units
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.bars import extent_of
from maroc_offshoring.display.charts.numbers import Extent, position
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.decimals import exact_product
from maroc_offshoring.figures.writing import spelled
from maroc_offshoring.vocabulary import Qualifier

_MILLIONS = Sentence("millions de", "million", "مليون")
_BILLIONS = Sentence("milliards de", "billion", "مليار")
_SIZES = ((Decimal(1_000_000_000), _BILLIONS), (Decimal(1_000_000), _MILLIONS))
_SIGNS = {Qualifier.EXACT: "", Qualifier.AT_LEAST: "≥\u00a0", Qualifier.AT_MOST: "≤\u00a0", Qualifier.ABOUT: "≈\u00a0"}
_LEAST = Decimal("0.001")
_ROUNDING = Context(prec=100, rounding=ROUND_HALF_EVEN)


@frozen
class Scale:
    """How the figures of an axis are written.

    Args:
        unit: Their unit.
        divisor: What they are divided by: money stands in millions or billions.
        size: What the divisor is called; None for one.
    """

    unit: str
    divisor: Decimal
    size: Sentence | None = None

    @classmethod
    def of(cls, figures: Iterable[Figure], unit: str) -> Scale:
        """Choose the scale of some figures of one unit.

        Args:
            figures: The figures.
            unit: Their unit.

        Returns:
            The scale: jobs and the like as they are, money in what the largest of the figures calls for.
        """
        largest = max((max(extent_of(figure)[:2]) for figure in figures), default=Decimal(0))
        is_money = units.parts(unit).currency is not None
        for divisor, size in _SIZES:
            if is_money and largest >= divisor:
                return cls(unit, divisor, size)
        return cls(unit, Decimal(1))

    def title(self, reader: Reader) -> str:
        """Write what an axis counts.

        Args:
            reader: Who reads.

        Returns:
            `jobs`, `billion MAD`, `milliards de MAD`.
        """
        unit = units.label(self.unit, reader.language)
        return unit if self.size is None else f"{reader.say(self.size)} {unit}"

    def place(self, figure: Figure) -> Extent:
        """Place a figure on the axis.

        Args:
            figure: The figure, in the unit of the scale.

        Returns:
            Its extent, in what the axis counts.
        """
        return self._scaled(Extent.of(figure))

    def place_bounds(self, bounds: Bounds) -> Extent:
        """Place bounds on the axis.

        Args:
            bounds: The bounds, in the unit of the scale.

        Returns:
            Their extent, in what the axis counts.
        """
        return self._scaled(Extent.of_bounds(bounds))

    def _scaled(self, extent: Extent) -> Extent:
        divisor = position(self.divisor)
        return Extent(extent.low / divisor, extent.high / divisor, extent.is_open)

    def written(self, figure: Figure, reader: Reader) -> str:
        """Write a figure beside its mark: the unit stands at the axis.

        Args:
            figure: The figure.
            reader: Who reads. In Arabic, where a sign would be mirrored, how firmly it is stated is always in words.

        Returns:
            The text; of money in millions or billions, to the third decimal.
        """
        sign = _SIGNS.get(figure.qualifier)
        if (
            sign is not None
            and figure.value is not None
            and reader.language != "ar"
            and figure.low is figure.high is None
        ):
            return f"{sign}{self._number(figure.value, reader.language)}"
        return spelled(figure, reader.language, self._number, "")

    def _number(self, number: Decimal, language: str) -> str:
        scaled = number if self.divisor == 1 else exact_product(number, 1 / self.divisor)
        if scaled != scaled.to_integral_value():
            scaled = scaled.quantize(_LEAST, context=_ROUNDING)
        text = f"{scaled:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = text.replace(",", "\u202f")
        return text if language == "en" else text.replace(".", ",")
