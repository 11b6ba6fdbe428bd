"""Shading: which colour a region has, and what the colours mean."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from maroc_offshoring.display.maps import words
from maroc_offshoring.display.maps.scale import Scale, classes, stated
from maroc_offshoring.display.maps.style import BLUE, ZERO, strength
from maroc_offshoring.display.maps.svg import Look
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.measures import Measure


@frozen
class Shading:
    """The colours of regions.

    Args:
        figures: The figure of each region that has one.
        scale: How the figures are written.
        bounds: The round numbers between which a colour holds.
        hatch: The id of the pattern of regions without a figure.
    """

    figures: dict[str, Figure]
    scale: Scale
    bounds: tuple[Decimal, ...]
    hatch: str

    @classmethod
    def of(cls, figures: dict[str, Figure], measure: Measure, hatch: str) -> Shading:
        """Choose colours for figures of one unit.

        Args:
            figures: The figure of each region that has one.
            measure: What they measure.
            hatch: The id of the pattern of regions without a figure.

        Returns:
            The shading.
        """
        known = list(figures.values())
        return cls(figures, Scale.of(known, measure), classes(map(stated, known)), hatch)

    def look(self, region: str) -> Look:
        """Say how a region is filled.

        Args:
            region: Its id.

        Returns:
            The attributes.
        """
        figure = self.figures.get(region)
        if figure is None:
            return {"fill": f"url(#{self.hatch})"}
        number = stated(figure)
        if not number:
            return _blue(ZERO)
        at = sum(bound <= number for bound in self.bounds) - 1
        return _blue(strength(at, len(self.bounds) - 1))

    def keys(self, reader: Reader) -> list[tuple[Look, str]]:
        """List what the colours mean, strongest last.

        Args:
            reader: Who reads.

        Returns:
            How each is filled, and its words.
        """
        count = len(self.bounds) - 1
        found: list[tuple[Look, str]] = [({"fill": f"url(#{self.hatch})"}, reader.say(words.NO_FIGURE))]
        if any(not stated(figure) for figure in self.figures.values()):
            found.append((_blue(ZERO), "0"))
        for at in range(count):
            low, high = (number_in(bound / self.scale.divisor, reader.language) for bound in self.bounds[at : at + 2])
            found.append((_blue(strength(at, count)), reader.say(words.CLASS, low=low, high=high)))
        return found


def _blue(opacity: float) -> Look:
    return {"fill": BLUE, "fill_opacity": f"{opacity:.2f}"}
