"""How a map looks: its sizes, and colours that hold on light pages, on dark ones and on paper.

Text and lines have the colour that the page has. Regions are one blue, the stronger the larger their figure; as it
lies over the page's own colour, strong stands out from faint on light and on dark pages alike, and text on it keeps a
contrast above 4.5 to 1. Points are vermilion, which readers who do not tell red from green tell from that blue.
"""

from __future__ import annotations

WIDTH, MARGIN = 860.0, 20.0
"""How wide a map is, and the room at its edges."""

TITLE, LABEL, NAME, NOTE, SMALL = 19.0, 12.5, 11.5, 11.5, 10.0
"""The sizes of letters: of the title, of figures, of names, of notes, of cities in a tile."""

FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"

BLUE, VERMILION, INK, PAPER = "#1f77b4", "#d55e00", "#1b1b1b", "#ffffff"
FAINT = 0.78
WEAKEST, STRONGEST = 0.16, 0.8
"""How strong the blue of the first and of the last class is."""

ZERO = 0.05
"""How strong the blue of a region is whose figure is zero."""

LARGEST_DISC = 26.0
"""The radius of the largest point."""

SMALLEST_DISC = 1.5
"""The radius of a point whose figure would make it too small to be seen; empty, of one whose figure is zero."""

DOT = 3.5
"""The radius of a point without a figure."""


def strength(number: int, count: int) -> float:
    """Say how strong the blue of a class is.

    Args:
        number: The number of the class, from 0.
        count: How many classes there are.

    Returns:
        Its opacity.
    """
    if count == 1:
        return round((WEAKEST + STRONGEST) / 2, 2)
    return round(WEAKEST + (STRONGEST - WEAKEST) * number / (count - 1), 2)
