"""Mercator's projection: shapes stay as they are on the ground, and north is up everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from math import asinh, degrees, radians, tan

from attrs import frozen

XY = tuple[float, float]


@frozen
class Projection:
    """Mercator's projection of a sphere into a drawing.

    What is drawn is as large as on the ground in every direction, times a factor that grows to the north: by 15 %
    between the south and the north of Morocco.

    Args:
        west: The longitude of the left edge, degrees.
        north: How far up the upper edge lies, in degrees of longitude.
        scale: How many units of the drawing a degree of longitude takes.
        left: Where the left edge lies in the drawing.
        top: Where the upper edge lies in the drawing.
    """

    west: float
    north: float
    scale: float
    left: float
    top: float

    @classmethod
    def fitting(cls, points: Iterable[XY], *, left: float, top: float, height: float) -> Projection:
        """Fit points into a drawing.

        Args:
            points: Longitudes and latitudes, degrees.
            left: Where the left edge lies in the drawing.
            top: Where the upper edge lies.
            height: How high the points may stand.

        Returns:
            The projection.
        """
        all_points = list(points)
        ups = [_up(latitude) for _, latitude in all_points]
        return cls(min(x for x, _ in all_points), max(ups), height / (max(ups) - min(ups)), left, top)

    def at(self, longitude: float, latitude: float) -> XY:
        """Project a point.

        Args:
            longitude: Degrees east.
            latitude: Degrees north.

        Returns:
            Where it lies in the drawing, to the right and down.
        """
        x = self.left + (longitude - self.west) * self.scale
        return x, self.top + (self.north - _up(latitude)) * self.scale


def _up(latitude: float) -> float:
    return degrees(asinh(tan(radians(latitude))))
