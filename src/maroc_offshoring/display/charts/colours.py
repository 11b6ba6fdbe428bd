"""Colours that colour-blind readers tell apart, and that differ in lightness where a page is printed in grey.

They are those that Okabe and Ito proposed in "Color Universal Design" (2008), and one blue in steps for what has an
order.
"""

from __future__ import annotations

from maroc_offshoring.delivery import Verdict
from maroc_offshoring.vocabulary import Nature, Perimeter

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
RUST = "#A43C00"  # vermilion made darker, where green stands beside it: in grey the two are alike
INK, FAINT, EDGE, AXIS = "#222222", "#6B6B6B", "#7A7A7A", "#9A9A9A"
RIVAL, GRID, PAPER = "#C9C9C9", "#E3E3E3", "#FFFFFF"

VERDICTS = {
    Verdict.MET: GREEN,
    Verdict.PARTLY: YELLOW,
    Verdict.MISSED: RUST,
    Verdict.CONTESTED: PURPLE,
    Verdict.NOT_MEASURED: AXIS,
}
"""One for each verdict."""

PERIMETERS = {None: INK, Perimeter.OLD: BLUE, Perimeter.NEW: ORANGE}
"""One for each export series; None for figures whose source does not say which they follow."""

NATURES = {Nature.OBSERVED: BLUE, Nature.DERIVED: INK, Nature.ESTIMATE: SKY, Nature.FORECAST: AXIS}
"""One for each nature of a measured figure."""

_LIGHT, _DARK = (0xC9, 0xDF, 0xF0), (0x08, 0x3E, 0x75)


def steps(count: int) -> list[str]:
    """Take one blue in steps from light to dark, for what is ordered.

    Args:
        count: How many.

    Returns:
        The colours.
    """
    last = max(count - 1, 1)
    mixed = [
        [light + (dark - light) * step // last for light, dark in zip(_LIGHT, _DARK, strict=True)]
        for step in range(count)
    ]
    return ["#" + "".join(f"{part:02X}" for part in colour) for colour in mixed]
