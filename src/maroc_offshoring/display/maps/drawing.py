"""Drawing a map: its ground and its points, and around them what a reader must know to read them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from attrs import frozen

from maroc_offshoring.display.maps import ground, notes, style, svg
from maroc_offshoring.display.maps.canvas import OutlineCanvas, TileCanvas
from maroc_offshoring.display.maps.content import Content
from maroc_offshoring.display.maps.legend import Legend
from maroc_offshoring.display.maps.lettering import LEADING, wrapped
from maroc_offshoring.display.maps.points import Points, sizes_of
from maroc_offshoring.display.maps.shading import Shading
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.words import KINDS
from maroc_offshoring.model import Site

_HATCH = "maroc-hatch"
_FULL = style.WIDTH - 2 * style.MARGIN


@frozen(kw_only=True)
class Sheet:
    """All that is on a map.

    Args:
        content: What it shows.
        reader: Who reads.
        title: Its title.
        above: The lines below the title.
        below: The notes below the regions.
        has_outlines: Whether regions are outlines, and not tiles.
    """

    content: Content
    reader: Reader
    title: str
    above: Sequence[str]
    below: Sequence[notes.Note]
    has_outlines: bool


def drawn(sheet: Sheet, *, on_paper: bool = False) -> str:
    """Draw a map.

    Args:
        sheet: All that is on it.
        on_paper: Whether it stands by itself on white paper, and not on a page whose colours and width it takes.

    Returns:
        One `<svg>`.
    """
    reader, content = sheet.reader, sheet.content
    head, top = _lines((sheet.title,), style.MARGIN - 6, style.TITLE, reader, font_weight="700")
    subtitle, top = _lines(sheet.above, top + 2, style.NOTE, reader, fill_opacity=str(style.FAINT))
    canvas = _canvas(top + 6, has_outlines=sheet.has_outlines)
    middle = _middle(content, canvas, reader)
    foot, bottom = _notes(sheet.below, canvas.frame.bottom + 8, reader)
    inside = "".join((head, subtitle, middle, foot))
    # A page may hold several maps, whose patterns must not be taken for one another.
    hatch = f"{_HATCH}-{sha256(inside.encode()).hexdigest()[:12]}"
    height = bottom + style.MARGIN
    return svg.element(
        "svg",
        svg.element("title", svg.plain(sheet.title)),
        svg.element("desc", notes.described(content, reader)),
        svg.hatching(hatch),
        svg.element("rect", width=style.WIDTH, height=height, fill=style.PAPER) if on_paper else "",
        inside.replace(f"#{_HATCH}", f"#{hatch}"),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        direction="ltr",  # so that `start` is the left edge on pages of either direction
        aria_label=svg.cleaned(sheet.title),
        lang=reader.language,
        width=style.WIDTH if on_paper else "100%",
        height=height if on_paper else None,
        color=style.INK if on_paper else None,
        viewBox=f"0 0 {svg.number(style.WIDTH)} {svg.number(height)}",
        font_family=style.FONT,
        fill="currentColor",
    )


def _canvas(top: float, *, has_outlines: bool) -> OutlineCanvas | TileCanvas:
    if has_outlines:
        return OutlineCanvas.at(style.MARGIN, top, _FULL)
    return TileCanvas(style.MARGIN, top)


def _middle(content: Content, canvas: OutlineCanvas | TileCanvas, reader: Reader) -> str:
    by_region, by_place = content.shaded_by, content.sized_by
    shading = None if by_region is None else Shading.of(content.regions, by_region.total.measure, _HATCH)
    sizes = None if by_place is None else sizes_of(content.points, by_place.total.measure, canvas)
    points = Points(content.points, sizes, reader)
    named = list(ground.region_names(content, canvas, shading, reader))
    if isinstance(canvas, TileCanvas):
        pointed = points.on_tiles(canvas)
    else:
        pointed = points.on_outlines(
            canvas, [name.box for name in named], [each.spot.line for each in named if each.spot.line]
        )
    legend = Legend(canvas.legend, reader, shading, sizes, _dots(content, reader))
    return "".join(
        (
            ground.regions(content, canvas, shading, reader),
            pointed,
            ground.names(named, reader),
            svg.element("g", legend.drawn(), class_="maroc-legend"),
        )
    )


def _dots(content: Content, reader: Reader) -> str:
    """What points without figures are."""
    kinds = {"sites" if isinstance(point.place, Site) else "cities" for point in content.points}
    return reader.comma.join(reader.say(KINDS[kind]) for kind in sorted(kinds))


def _notes(below: Sequence[notes.Note], top: float, reader: Reader) -> tuple[str, float]:
    written: list[str] = []
    for note in below:
        faint = str(style.FAINT) if note.is_faint else None
        if note.heading:
            heading, top = _lines((note.heading,), top, style.NOTE, reader, font_weight="600")
            written.append(heading)
        lines, top = _lines(note.lines, top, style.NOTE, reader, fill_opacity=faint)
        written.append(lines)
        top += 5
    return svg.element("g", *written, class_="maroc-notes"), top - 5


def _lines(
    said: Sequence[str], top: float, size: float, reader: Reader, **look: str | float | None
) -> tuple[str, float]:
    """Write paragraphs over the whole width, and say where the next one may begin."""
    lines = [line for each in said for line in wrapped(each, _FULL, size)]
    rtl = reader.language == "ar"
    x = style.WIDTH - style.MARGIN if rtl else style.MARGIN
    written = svg.lettered(lines, x, top, size, reader.language, anchor="end" if rtl else "start", **look)
    return written, top + len(lines) * size * LEADING
