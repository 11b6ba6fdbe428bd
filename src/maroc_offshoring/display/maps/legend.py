"""The legend: what colours and sizes mean, with real numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import sqrt

from attrs import evolve, frozen

from maroc_offshoring.display.maps import svg, words
from maroc_offshoring.display.maps.lettering import Box, wrapped
from maroc_offshoring.display.maps.scale import Scale, round_below
from maroc_offshoring.display.maps.shading import Shading
from maroc_offshoring.display.maps.style import DOT, LABEL, SMALLEST_DISC, VERMILION
from maroc_offshoring.display.maps.svg import BORDER, Look
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.figures.writing import number_in

_ROW, _SWATCH = 20.0, 26.0


@frozen
class Sizes:
    """How large points are.

    Args:
        largest: The number of the largest point.
        reach: The radius of the largest point.
        scale: How the figures are written.
    """

    largest: Decimal
    reach: float
    scale: Scale

    def radius(self, number: Decimal) -> float:
        """Say how large a point is: its area is in proportion to its number.

        Args:
            number: The number.

        Returns:
            The radius; none is smaller than can be seen.
        """
        return max(self.reach * sqrt(number / self.largest), SMALLEST_DISC) if number else SMALLEST_DISC

    def reaching(self, reach: float) -> Sizes:
        """Make them larger or smaller.

        Args:
            reach: The radius of the largest point.

        Returns:
            The sizes.
        """
        return evolve(self, reach=reach)


@frozen
class Legend:
    """A legend.

    Args:
        box: The room for it.
        reader: Who reads.
        shading: What the colours mean, if regions have any.
        sizes: What the sizes mean, if points have any.
        dots: What points without figures are, if there are any.
    """

    box: Box
    reader: Reader
    shading: Shading | None
    sizes: Sizes | None
    dots: str

    def drawn(self) -> str:
        """Draw it.

        Returns:
            The elements.
        """
        return "".join(self._rows())

    def _rows(self) -> Iterator[str]:
        top = self.box.top
        if self.shading is not None:
            for line in self._heading(self.shading.scale.heading(self.reader)):
                yield self._written(line, top, font_weight="600", indent=0)
                top += _ROW
            for look, said in self.shading.keys(self.reader):
                yield self._swatch(look, top)
                yield self._written(said, top)
                top += _ROW
            top += _ROW / 2
        if self.sizes is not None:
            yield from self._discs(self.sizes, top)
        elif self.dots:
            yield dot(self._x(_SWATCH / 2), top + _ROW / 2)
            yield self._written(self.dots, top)

    def _discs(self, sizes: Sizes, top: float) -> Iterator[str]:
        for line in self._heading(self.reader.say(words.POINTS, of=sizes.scale.heading(self.reader))):
            yield self._written(line, top, font_weight="600", indent=0)
            top += _ROW
        reach = sizes.radius(sizes.largest)
        shown = (round_below(sizes.largest), round_below(sizes.largest / 5)) if sizes.largest else (sizes.largest,)
        for number in dict.fromkeys(shown):
            radius = sizes.radius(number)
            height = max(_ROW, 2 * radius + 4)
            x = self._x(reach)
            yield disc(x, top + height / 2, radius, is_zero=not number)
            said = number_in(number / sizes.scale.divisor, self.reader.language)
            yield self._written(said, top + (height - _ROW) / 2, indent=2 * reach + 10)
            top += height

    def _heading(self, said: str) -> tuple[str, ...]:
        return wrapped(said, self.box.right - self.box.left, LABEL)

    def _x(self, indent: float) -> float:
        """What stands first, stands at the right in Arabic."""
        return self.box.right - indent if self.reader.language == "ar" else self.box.left + indent

    def _swatch(self, look: Look, top: float) -> str:
        left = self._x(0) - (_SWATCH if self.reader.language == "ar" else 0)
        return svg.element("rect", **look, **BORDER, x=left, y=top + 2, width=_SWATCH, height=_ROW - 6)

    def _written(self, said: str, top: float, *, indent: float = _SWATCH + 8, **look: str | float | None) -> str:
        language = self.reader.language
        anchor = "end" if language == "ar" else "start"
        return svg.lettered((said,), self._x(indent), top + 1, LABEL, language, anchor=anchor, **look)


def disc(
    x: float, y: float, radius: float, *inside: str, is_zero: bool = False, **attributes: str | float | None
) -> str:
    """Draw a point with a figure.

    Args:
        x: Its middle, to the right.
        y: Its middle, down.
        radius: Its radius.
        inside: What is said of it.
        is_zero: Whether its figure is zero, which leaves it empty.
        attributes: Further attributes.

    Returns:
        A circle.
    """
    return svg.element(
        "circle",
        *inside,
        cx=x,
        cy=y,
        r=f"{radius:.2f}",
        fill="none" if is_zero else VERMILION,
        fill_opacity=None if is_zero else ".7",
        **BORDER,
        **attributes,
    )


def dot(x: float, y: float, *inside: str, **attributes: str | float | None) -> str:
    """Draw a point without a figure.

    Args:
        x: Its middle, to the right.
        y: Its middle, down.
        inside: What is said of it.
        attributes: Further attributes.

    Returns:
        A circle.
    """
    return svg.element("circle", *inside, cx=x, cy=y, r=DOT, fill=VERMILION, **BORDER, **attributes)
