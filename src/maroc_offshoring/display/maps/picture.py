"""A map: the picture, what it shows, and where it goes."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from attrs import field, frozen

from maroc_offshoring.display.maps import notes, words
from maroc_offshoring.display.maps.content import Content, MapPoint, Unplaced, content
from maroc_offshoring.display.maps.drawing import Sheet, drawn
from maroc_offshoring.display.maps.pages import page, picture_and_tables
from maroc_offshoring.display.maps.tables import places_view
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.showing import view
from maroc_offshoring.display.view import Table, View
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.export.placing import path_of, placed
from maroc_offshoring.figures import Figure
from maroc_offshoring.shown import Shown

FILES = (".svg", ".html")
"""What a map is saved as: a picture on white paper, or a page with the picture and the table of its values."""


@frozen(repr=False, eq=False)
class Map(Shown):
    """A map of the twelve regions; :func:`map` makes it. A notebook draws it.

    Args:
        language: The language that it is in.
        title: Its title.
        attribution: Who drew the outlines, and whose division into regions it is.
        svg: The picture, as one `<svg>` that a page can hold: no script, no style sheet, nothing to fetch. It is as
            wide as its place, and has the colour of the text around it.

    Example:
        >>> import maroc_offshoring as mo
        >>> shown = mo.map(mo.load().commitments.breakdown("jobs", by="region"))
        >>> shown.svg.count('class="maroc-region"'), str(shown.regions["MA-02"].qualifier)
        (12, 'at_least')
        >>> [str(each.what) for each in shown.unplaced][:2]
        ['not stated', 'Tanger, Fès, Rabat, Casablanca, Agadir']
    """

    _sheet: Sheet
    _views: tuple[View, ...]
    attribution: str
    svg: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "svg", drawn(self._sheet))

    @property
    def language(self) -> str:
        """The language that it is in."""
        return self._sheet.reader.language

    @property
    def title(self) -> str:
        """Its title."""
        return self._sheet.title

    @property
    def regions(self) -> dict[str, Figure]:
        """The figure of each region that has one, by its id."""
        return dict(self._content.regions)

    @property
    def points(self) -> tuple[MapPoint, ...]:
        """The places that stand on it as points, largest first."""
        return self._content.points

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """What it tells below instead of showing it: what is for several regions, what is not stated where."""
        return (*self._content.of_no_region, *self._content.of_no_point)

    @property
    def _content(self) -> Content:
        return self._sheet.content

    def html(self, *, styled: bool = True) -> str:
        """Write the map as HTML: the picture, and below it the tables of its values.

        Args:
            styled: Whether the style of the tables goes with them.

        Returns:
            The HTML: no script, nothing to fetch, every text escaped.

        Example:
            >>> import maroc_offshoring as mo
            >>> html = mo.map(mo.load(), language="ar").html()
            >>> "تطوان شور" in html, "<script" in html
            (True, False)
        """
        return picture_and_tables(self.title, self.svg, self._views, styled=styled)

    def _repr_html_(self) -> str:
        return self.html()

    def save(self, path: str | PathLike[str], overwrite: bool = False) -> Path:
        """Write the map to a file.

        Args:
            path: Where it shall stand; it ends in `.svg` for the picture alone, on white paper, or in `.html` for a
                page with the picture and the tables of its values.
            overwrite: Whether a file that stands there is replaced.

        Returns:
            The path.

        Raises:
            InvalidField: Where the path ends otherwise, or a file stands there and shall not be replaced.
            WrongType: Where it is no path.
            OSError: Where it cannot be written; then nothing has changed.

        Example:
            >>> import maroc_offshoring as mo, pathlib, tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     mo.map(mo.load(), outlines=False).save(pathlib.Path(folder) / "sites.svg").name
            'sites.svg'
        """
        place = path_of(path, "path", "a file")
        if place.suffix.lower() not in FILES:
            raise InvalidField("path", str(place), f"a path that ends in {' or '.join(FILES)}")
        is_page = place.suffix.lower() == ".html"
        text = page(self.title, self.language, self.html()) if is_page else drawn(self._sheet, on_paper=True) + "\n"
        with placed(place, overwrite=overwrite) as (temporary,):
            temporary.write_text(text, encoding="utf-8", newline="")
        return place

    def __repr__(self) -> str:
        shown = f"{len(self.regions)} of 12 regions with a figure, " if self._content.shaded_by is not None else ""
        return f"<Map: {self.title}: {shown}{len(self.points)} points, {len(self.unplaced)} not on the map>"


def map(
    shown: object,
    *,
    sites: object = None,
    outlines: bool = True,
    language: str = "en",
    title: str | None = None,
) -> Map:
    """Draw a map of the twelve regions and what is in them; nothing is fetched, and the core is all that it needs.

    Every figure is one of the breakdown, with how firmly it is stated. What is for several regions together, or for
    none that is stated, is told below the map, and so is the sum.

    Args:
        shown: A dataset, whose sites become points; a breakdown by `region`, which colours the regions; or a breakdown
            by `city`, `site` or `place`, whose parts become points with areas in proportion to their figures.
        sites: The points on a map of regions: None for those that `shown` has, False for none, a list of sites or
            cities, or a breakdown by `city`, `site` or `place`. A site whose coordinates are not known stands in its
            city.
        outlines: Whether the regions have their outlines (from OpenStreetMap, in Mercator's projection). Otherwise
            each is a tile, roughly in its place.
        language: `fr`, `en` or `ar`; Arabic is written from right to left.
        title: The title; None for what is measured, and by what.

    Returns:
        The map: `.svg`, `.html()`, `.save(path)`.

    Raises:
        InvalidField: Where a breakdown is by something else.
        UnitMismatch: Where a breakdown has figures of several units; name one currency in it.
        UnknownWord: Where the language is another.
        WrongType: Where one is something else.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> mo.map(ds.commitments.breakdown("jobs", by="region"), language="fr")
        <Map: Emplois, par région: 6 of 12 regions with a figure, 0 points, 4 not on the map>
    """
    reader = Reader(language)
    if not isinstance(outlines, bool):
        raise WrongType("outlines", outlines, "True or False")
    if title is not None and (not isinstance(title, str) or not title.strip()):
        raise WrongType("title", title, "a text that is not empty, or None")
    found = content(shown, sites, has_outlines=outlines)
    views = _views(found, reader)
    by_whom = reader.say(words.OUTLINES_BY if outlines else words.TILES)
    attribution = f"{by_whom} {reader.say(words.REGIONS_BY)}"
    return Map(
        Sheet(
            content=found,
            reader=reader,
            title=title if title is not None else _title(found, views, reader),
            above=notes.above(views),
            below=notes.below(found, reader, attribution),
            has_outlines=outlines,
        ),
        views,
        attribution,
    )


def _views(found: Content, reader: Reader) -> tuple[View, ...]:
    breakdowns = [each for each in (found.shaded_by, found.sized_by) if each is not None]
    views = [view(each, reader.language, rows=None) for each in breakdowns]
    if found.sized_by is None and (found.points or found.of_no_point):
        views.append(places_view(found, reader))
    return tuple(views)


def _title(found: Content, views: tuple[View, ...], reader: Reader) -> str:
    """What is measured and by what, as the tables say it."""
    if found.shaded_by is None and found.sized_by is None:
        return reader.say(words.SITES)
    captions = [block.caption for each in views for block in each.blocks[:1] if isinstance(block, Table)]
    said = ("؛ " if reader.language == "ar" else "; ").join(captions)
    return said[:1].upper() + said[1:]
