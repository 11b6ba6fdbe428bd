"""Bars: how large figures of one unit are beside the largest of them, with what of each is certain."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Bar
from maroc_offshoring.figures import Figure
from maroc_offshoring.vocabulary import Qualifier

_ROOM_TO_GO_ON = 0.94  # what an open bar leaves free, so that it can be seen to go on


def bars(figures: Sequence[Figure | None], reader: Reader) -> list[Bar | None]:
    """Draw a bar for each of some figures.

    Args:
        figures: The figures; None where there is no single one.
        reader: Who reads.

    Returns:
        A bar for each figure; None for all of them where they have not one unit, or there is nothing to compare.
    """
    known = [figure for figure in figures if figure is not None]
    ends = [extent_of(figure) for figure in known]
    largest = max((max(solid, reach) for solid, reach, _ in ends), default=Decimal(0))
    if len(known) < 2 or len({figure.unit for figure in known}) > 1 or not largest:
        return [None] * len(figures)
    scale = _ROOM_TO_GO_ON if any(is_open for _, _, is_open in ends) else 1.0
    return [None if figure is None else _bar(figure, largest, scale, reader) for figure in figures]


def _bar(figure: Figure, largest: Decimal, scale: float, reader: Reader) -> Bar:
    solid, reach, is_open = extent_of(figure)
    share = round(max(solid, reach) * 100 / largest)
    return Bar(
        float(solid / largest) * scale,
        float(max(solid, reach) / largest) * scale,
        is_open,
        reader.say(words.BAR, share=share),
    )


def extent_of(figure: Figure) -> tuple[Decimal, Decimal, bool]:
    """Say how far a figure reaches.

    Args:
        figure: The figure.

    Returns:
        How far it certainly reaches, as far as it is stated; how far it may reach; and whether farther still.
    """
    none = Decimal(0)
    if figure.qualifier is Qualifier.AT_MOST:
        return figure.low or none, figure.value or none, False
    stated = figure.low if figure.low is not None else figure.value if figure.value is not None else none
    reach = figure.high if figure.high is not None else figure.value if figure.value is not None else stated
    is_open = figure.qualifier is Qualifier.AT_LEAST or (figure.low is not None and figure.high is None)
    return stated, reach, is_open
