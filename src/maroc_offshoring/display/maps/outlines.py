"""The outlines of the twelve regions, as they ship: TopoJSON, in which a shared border is one arc, stored once."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pkgutil import get_data

from attrs import frozen

Arc = tuple[tuple[float, float], ...]


@frozen
class Outlines:
    """The outlines of the regions.

    Args:
        arcs: Lines of points, each a longitude and a latitude in degrees (WGS 84). Regions that touch share an arc.
        rings: The rings of each region by its id; a ring lists its arcs, `~n` being arc n from its end to its start.
    """

    arcs: tuple[Arc, ...]
    rings: dict[str, tuple[tuple[int, ...], ...]]

    def points(self, ring: tuple[int, ...]) -> Arc:
        """Follow the arcs of a ring.

        Args:
            ring: The ring.

        Returns:
            Its points; the last is the first again.
        """
        arcs = [self.arcs[at] if at >= 0 else self.arcs[~at][::-1] for at in ring]
        return (arcs[0][0], *(point for arc in arcs for point in arc[1:]))

    def holds(self, region: str, longitude: float, latitude: float) -> bool:
        """Say whether a point lies within a region.

        Args:
            region: The id of the region.
            longitude: Degrees east.
            latitude: Degrees north.

        Returns:
            Whether a line from the point to the east crosses the outline an odd number of times.
        """
        crossed = 0
        for ring in self.rings[region]:
            points = self.points(ring)
            for (x1, y1), (x2, y2) in pairwise(points):
                if (y1 > latitude) != (y2 > latitude):
                    crossed += longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
        return crossed % 2 == 1


@cache
def outlines() -> Outlines:
    """Read the outlines that ship.

    Returns:
        The outlines.

    Example:
        >>> from maroc_offshoring.display.maps.outlines import outlines
        >>> outlines().holds("MA-02", -1.91, 34.68)
        True
    """
    data = get_data("maroc_offshoring.display.maps", "outlines.json")  # from a folder or a zip archive
    if data is None:  # the loader reads no files: nothing that installs Python packages makes one
        raise FileNotFoundError("outlines.json")
    topology = json.loads(data)
    regions = topology["objects"]["regions"]["geometries"]
    return Outlines(
        tuple(_arc(steps, topology["transform"]) for steps in topology["arcs"]),
        {each["id"]: tuple(tuple(ring) for (ring,) in each["arcs"]) for each in regions},
    )


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Arc:
    """TopoJSON tells each point as its step from the one before, in cells of a grid."""
    (width, height), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((west + x * width, south + y * height))
    return tuple(points)
