"""The ground of a map: outlines or tiles, and where a region's name and its points stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Protocol

from attrs import frozen

from maroc_offshoring.display.maps import svg
from maroc_offshoring.display.maps.lettering import Box, Line
from maroc_offshoring.display.maps.outlines import Outlines, outlines
from maroc_offshoring.display.maps.projection import XY, Projection
from maroc_offshoring.display.maps.regions import REGIONS, DrawnRegion

HEIGHT = 700.0
"""How high the outlines stand."""

TILE_WIDTH, TILE_HEIGHT, TILE_GAP, TILE_REACH = 157.0, 118.0, 6.0, 22.0
_POINT_GAP = 4.0


@frozen
class Spot:
    """Where the name of a region stands.

    Args:
        x: The middle of its lines, or their end where they stand in the sea.
        y: The middle of its lines.
        anchor: `middle` or `end`.
        room: How wide a line may be.
        line: The ends of the line between the name and the region; None where it stands in the region.
        is_top: Whether `y` is the upper edge of the lines instead.
    """

    x: float
    y: float
    anchor: str
    room: float
    line: Line | None = None
    is_top: bool = False


class Canvas(Protocol):
    """A ground that a map is drawn on."""

    @property
    def frame(self) -> Box:
        """The room that it takes."""
        ...

    @property
    def legend(self) -> Box:
        """The room that it leaves for the legend."""
        ...

    def shape(self, region: DrawnRegion, *inside: str, **attributes: str | float | None) -> str:
        """Draw a region."""
        ...

    def spot(self, region: DrawnRegion) -> Spot:
        """Say where its name stands."""
        ...


@frozen
class OutlineCanvas:
    """The outlines of the regions.

    Args:
        frame: The room that it takes.
        projection: How it is projected.
        outlines: The outlines.
    """

    frame: Box
    projection: Projection
    outlines: Outlines

    @classmethod
    def at(cls, left: float, top: float, width: float) -> OutlineCanvas:
        """Lay the outlines out.

        Args:
            left: Where the left edge lies.
            top: Where the upper edge lies.
            width: How wide the drawing is.

        Returns:
            The ground.
        """
        shipped = outlines()
        all_points = chain.from_iterable(shipped.arcs)
        projection = Projection.fitting(all_points, left=left, top=top + 8, height=HEIGHT)
        return cls(Box(left, top, left + width, top + HEIGHT + 16), projection, shipped)

    @property
    def legend(self) -> Box:
        """The room below the east of the country."""
        left, top = self.projection.at(-7.6, 27.2)
        return Box(left, top, self.frame.right, self.frame.bottom)

    def shape(self, region: DrawnRegion, *inside: str, **attributes: str | float | None) -> str:
        """Draw a region as one path."""
        rings = [
            [self.projection.at(*point) for point in self.outlines.points(ring)]
            for ring in self.outlines.rings[region.id]
        ]
        return svg.element("path", *inside, **attributes, d=svg.path(rings))

    def spot(self, region: DrawnRegion) -> Spot:
        """Say where its name stands: in it, or in the sea with a line to it."""
        x, y = self.projection.at(*region.label)
        if region.at_sea is None:
            return Spot(x, y, "middle", region.room)
        return Spot(x, y, "end", region.room, (x + 4, y, *self.projection.at(*region.at_sea)))


@frozen
class TileCanvas:
    """A tile for each region.

    Args:
        left: Where the left edge lies.
        top: Where the upper edge lies.
    """

    left: float
    top: float

    @property
    def frame(self) -> Box:
        """The room that the tiles take."""
        columns, rows = (max(sizes) + 1 for sizes in zip(*(region.tile for region in REGIONS), strict=True))
        width = columns * (TILE_WIDTH + TILE_GAP) - TILE_GAP
        return Box(self.left, self.top, self.left + width, self.top + rows * (TILE_HEIGHT + TILE_GAP) - TILE_GAP)

    @property
    def legend(self) -> Box:
        """The room below the tiles of the east."""
        return Box(self._x(2) + 20, self._y(4), self.frame.right, self.frame.bottom)

    def _x(self, column: int) -> float:
        return self.left + column * (TILE_WIDTH + TILE_GAP)

    def _y(self, row: int) -> float:
        return self.top + row * (TILE_HEIGHT + TILE_GAP)

    def shape(self, region: DrawnRegion, *inside: str, **attributes: str | float | None) -> str:
        """Draw a region as a tile."""
        tile = self.tile(region)
        return svg.element(
            "rect", *inside, **attributes, x=tile.left, y=tile.top, width=TILE_WIDTH, height=TILE_HEIGHT, rx=4.0
        )

    def spot(self, region: DrawnRegion) -> Spot:
        """Say where its name stands: at the upper edge of the tile."""
        tile = self.tile(region)
        return Spot((tile.left + tile.right) / 2, tile.top + 5, "middle", TILE_WIDTH - 8, is_top=True)

    def tile(self, region: DrawnRegion) -> Box:
        """Say where the tile of a region lies.

        Args:
            region: The region.

        Returns:
            The room that it takes.
        """
        column, row = region.tile
        return Box(self._x(column), self._y(row), self._x(column) + TILE_WIDTH, self._y(row) + TILE_HEIGHT)

    def reach_of(self, reaches: Sequence[float]) -> float:
        """Say by how much the points of a tile may grow.

        Args:
            reaches: The radius of each.

        Returns:
            The factor at which they fill the room that a tile has for them.
        """
        room = max(TILE_WIDTH - _POINT_GAP * (len(reaches) + 1), TILE_WIDTH / 2)
        return min(room / (2 * sum(reaches) or 1), TILE_REACH / (max(reaches) or 1))

    def row(self, region: DrawnRegion, reaches: Sequence[float], bottom: float) -> list[XY]:
        """Stand the points of a region beside each other in its tile.

        Args:
            region: The region.
            reaches: The radius of each point.
            bottom: How far down they may reach.

        Returns:
            The middle of each.
        """
        tile = self.tile(region)
        wide = sum(2 * reach for reach in reaches)
        between = max(len(reaches) - 1, 1)
        # Of very many, each lies partly on the one before.
        gap = min(_POINT_GAP, (TILE_WIDTH - 2 * _POINT_GAP - wide) / between)
        x = (tile.left + tile.right - wide - gap * (len(reaches) - 1)) / 2
        middles: list[XY] = []
        for reach in reaches:
            middles.append((x + reach, bottom - max(reaches)))
            x += 2 * reach + gap
        return middles
