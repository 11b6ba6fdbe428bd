"""Points: each place where it lies, or in the tile of its region, with a name where there is room for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from maroc_offshoring.display.maps import notes, style, svg, words
from maroc_offshoring.display.maps.canvas import OutlineCanvas, TileCanvas
from maroc_offshoring.display.maps.content import MapPoint
from maroc_offshoring.display.maps.legend import Sizes, disc, dot
from maroc_offshoring.display.maps.lettering import LEADING, Box, Line, few, wrapped
from maroc_offshoring.display.maps.placing import Mark, place
from maroc_offshoring.display.maps.regions import REGIONS, DrawnRegion
from maroc_offshoring.display.maps.scale import Scale, stated
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.writing import called
from maroc_offshoring.measures import Measure


@frozen
class Points:
    """The points of a map.

    Args:
        points: The points, largest first.
        sizes: What their sizes mean; None where they have no figures.
        reader: Who reads.
    """

    points: tuple[MapPoint, ...]
    sizes: Sizes | None
    reader: Reader

    def on_outlines(self, canvas: OutlineCanvas, taken: Sequence[Box], lines: Sequence[Line]) -> str:
        """Draw each point where it lies; those at one place share a name.

        Args:
            canvas: The outlines.
            taken: The room that is taken by other names.
            lines: The lines that lead to them.

        Returns:
            A group.
        """
        together: dict[tuple[float, float], list[MapPoint]] = {}
        for point in self.points:
            together.setdefault(canvas.projection.at(*(point.coordinates or (0.0, 0.0))), []).append(point)
        marks = [Mark(x, y, max(map(self._reach, here)), self._name_of(here)) for (x, y), here in together.items()]
        placed = place(marks, [*taken, canvas.legend], lines, canvas.frame, style.NAME)
        return svg.element(
            "g",
            *(self._drawn(point, x, y) for (x, y), here in together.items() for point in here),
            *(svg.line(*each.line) for each in placed if each.line is not None),
            *(self._lettered((each.mark.name,), each.x, each.box.top, style.NAME, each.anchor) for each in placed),
            class_="maroc-points",
        )

    def on_tiles(self, canvas: TileCanvas) -> str:
        """Stand the points of each region in its tile, with their cities below them.

        Args:
            canvas: The tiles.

        Returns:
            A group.
        """
        drawn = (each for region in REGIONS for each in self._in_tile(region, canvas))
        return svg.element("g", *drawn, class_="maroc-points")

    def _in_tile(self, region: DrawnRegion, canvas: TileCanvas) -> Iterator[str]:
        here = _within(region, self.points)
        if not here:
            return
        tile = canvas.tile(region)
        cities = dict.fromkeys(called(point.place.city or point.place, self.reader) for point in here)
        lines = few(wrapped(self.reader.comma.join(cities), tile.right - tile.left - 8, style.SMALL), 2)
        top = tile.bottom - 4 - len(lines) * style.SMALL * LEADING
        for point, (x, y) in zip(here, canvas.row(region, list(map(self._reach, here)), top - 3), strict=True):
            yield self._drawn(point, x, y)
        yield self._lettered(lines, (tile.left + tile.right) / 2, top, style.SMALL, "middle")

    def _lettered(self, lines: Sequence[str], x: float, top: float, size: float, anchor: str) -> str:
        return svg.lettered(lines, x, top, size, self.reader.language, anchor=anchor)

    def _reach(self, point: MapPoint) -> float:
        if point.figure is None or self.sizes is None:
            return style.DOT
        return self.sizes.radius(stated(point.figure))

    def _drawn(self, point: MapPoint, x: float, y: float) -> str:
        said = svg.element("title", svg.plain(notes.point_said(point.place, point.figure, self.reader)))
        look: svg.Look = {"class_": "maroc-point", "data_place": svg.cleaned(point.place.id)}
        if point.figure is None:
            return dot(x, y, said, **look)
        return disc(x, y, self._reach(point), said, is_zero=not stated(point.figure), **look)

    def _name_of(self, here: Sequence[MapPoint]) -> str:
        """Name what lies at one place: one thing with its figure, or the city and how many things are there."""
        first = here[0]
        if len(here) > 1 and first.at is not None:
            city = first.at.city or first.at
            return self.reader.say(words.TOGETHER, city=called(city, self.reader), count=len(here))
        name = called(first.place, self.reader)
        if first.figure is None or self.sizes is None:
            return name
        return f"{name} {self.sizes.scale.short(first.figure, self.reader)}"


def sizes_of(points: Sequence[MapPoint], measure: Measure, canvas: OutlineCanvas | TileCanvas) -> Sizes | None:
    """Choose the sizes of points.

    Args:
        points: The points.
        measure: What their figures measure.
        canvas: Where they stand.

    Returns:
        The sizes, at which the points of the fullest tile have room in it; None where they have no figures.
    """
    figures = [point.figure for point in points if point.figure is not None]
    if not figures:
        return None
    sizes = Sizes(max(map(stated, figures)), 1.0, Scale.of(figures, measure))
    if isinstance(canvas, OutlineCanvas):
        return sizes.reaching(style.LARGEST_DISC)
    rows = [_within(region, points) for region in REGIONS]
    widths = [[sizes.radius(stated(point.figure)) for point in row if point.figure is not None] for row in rows]
    return sizes.reaching(min(canvas.reach_of(row) for row in widths if row))


def _within(region: DrawnRegion, points: Sequence[MapPoint]) -> list[MapPoint]:
    return [point for point in points if point.place.region is not None and point.place.region.id == region.id]
