"""The ground of a map: the regions in their colours, with their names and figures."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from maroc_offshoring.display.maps import notes, style, svg
from maroc_offshoring.display.maps.canvas import Canvas, Spot
from maroc_offshoring.display.maps.content import Content
from maroc_offshoring.display.maps.lettering import LEADING, Box, few, width_of, wrapped
from maroc_offshoring.display.maps.regions import REGIONS, DrawnRegion
from maroc_offshoring.display.maps.shading import Shading
from maroc_offshoring.display.reader import Reader


@frozen
class RegionName:
    """The name of a region with its figure, where it stands.

    Args:
        name: The lines of the name.
        value: The lines of the figure; none where there is none.
        spot: Where they stand.
    """

    name: tuple[str, ...]
    value: tuple[str, ...]
    spot: Spot

    @property
    def box(self) -> Box:
        """The room that they take."""
        spot = self.spot
        height = (len(self.name) * style.NAME + len(self.value) * style.LABEL) * LEADING
        width = max(
            *(width_of(line, style.NAME) for line in self.name),
            *(width_of(line, style.LABEL) for line in self.value),
            0,
        )
        left = spot.x - (width if spot.anchor == "end" else width / 2)
        top = spot.y if spot.is_top else spot.y - height / 2
        return Box(left, top, left + width, top + height)

    def drawn(self, language: str, look: svg.Look) -> str:
        """Write it.

        Args:
            language: `fr`, `en` or `ar`.
            look: The attributes of the name.

        Returns:
            The elements.
        """
        spot, top = self.spot, self.box.top
        middle = top + len(self.name) * style.NAME * LEADING
        leader = "" if spot.line is None else svg.line(*spot.line)
        return (
            leader
            + svg.lettered(self.name, spot.x, top, style.NAME, language, anchor=spot.anchor, **look)
            + svg.lettered(self.value, spot.x, middle, style.LABEL, language, anchor=spot.anchor, font_weight="600")
        )


def region_names(content: Content, canvas: Canvas, shading: Shading | None, reader: Reader) -> list[RegionName]:
    """Find room for the name of each region.

    Args:
        content: What the map shows.
        canvas: Where the regions lie.
        shading: Their colours; None where they have none.
        reader: Who reads.

    Returns:
        The names, in the order of the regions.
    """
    found: list[RegionName] = []
    for region in REGIONS:
        spot = canvas.spot(region)
        name = few(wrapped(notes.region_name(region.id, content, reader), spot.room, style.NAME), 3)
        figure = content.regions.get(region.id)
        short = "" if figure is None or shading is None else shading.scale.short(figure, reader)
        found.append(RegionName(name, wrapped(short, spot.room, style.LABEL), spot))
    return found


def regions(content: Content, canvas: Canvas, shading: Shading | None, reader: Reader) -> str:
    """Draw the regions.

    Args:
        content: What the map shows.
        canvas: Where they lie.
        shading: Their colours; None where they have none.
        reader: Who reads.

    Returns:
        A group with an element for each region.
    """
    drawn = (_region(region, content, canvas, shading, reader) for region in REGIONS)
    return svg.element(
        "g", *drawn, class_="maroc-regions", stroke_linejoin="round", stroke="currentColor", stroke_width=0.5
    )


def _region(region: DrawnRegion, content: Content, canvas: Canvas, shading: Shading | None, reader: Reader) -> str:
    name = notes.region_name(region.id, content, reader)
    if shading is None:
        look: svg.Look = {"fill": "currentColor", "fill_opacity": ".06"}
        said = name
    else:
        look = shading.look(region.id)
        said = notes.region_said(name, content.regions.get(region.id), reader)
    title = svg.element("title", svg.plain(said))
    return canvas.shape(region, title, class_="maroc-region", data_region=region.id, **look)


def names(placed: Sequence[RegionName], reader: Reader) -> str:
    """Write the names of the regions.

    Args:
        placed: The names.
        reader: Who reads.

    Returns:
        A group; a name without a figure is fainter.
    """
    faint: svg.Look = {"fill_opacity": str(style.FAINT)}
    drawn = (each.drawn(reader.language, {} if each.value else faint) for each in placed)
    return svg.element("g", *drawn, class_="maroc-names")
