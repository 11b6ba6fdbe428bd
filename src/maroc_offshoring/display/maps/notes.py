"""Notes: what stands above and below a map, so that nobody takes the map for all that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from maroc_offshoring.display.maps import svg, words
from maroc_offshoring.display.maps.content import Content, Unplaced
from maroc_offshoring.display.maps.regions import REGIONS
from maroc_offshoring.display.maps.scale import Scale
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import View, written_out
from maroc_offshoring.display.writing import called, key, sums, written
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.model import Site
from maroc_offshoring.totals import Breakdown
from maroc_offshoring.vocabulary import Qualifier


@frozen
class Note:
    """Some lines below a map.

    Args:
        lines: The lines.
        heading: What they are, if they need a heading.
        is_faint: Whether they are of less weight.
    """

    lines: tuple[str, ...]
    heading: str = ""
    is_faint: bool = False


def above(views: Iterable[View]) -> list[str]:
    """Say what the figures count, at which prices, and what is missing from them.

    Args:
        views: The views of what is shown.

    Returns:
        The lines, each once.
    """
    return list(dict.fromkeys(written_out(line) for view in views for line in view.about))


def below(content: Content, reader: Reader, attribution: str) -> list[Note]:
    """Say what stands nowhere on the map, the sum of all, how to read the figures, and who drew the outlines.

    Args:
        content: What the map shows.
        reader: Who reads.
        attribution: Who drew the outlines.

    Returns:
        The notes.
    """
    both = content.shaded_by is not None and bool(content.sized_by is not None or content.points)
    return [
        *_not_on_map(content.of_no_region, content.shaded_by, reader, titled=both),
        *_not_on_map(content.of_no_point, content.sized_by, reader, titled=both),
        *_how_to_read(content, reader),
        Note((attribution,), is_faint=True),
    ]


def _not_on_map(
    unplaced: Sequence[Unplaced], breakdown: Breakdown | None, reader: Reader, *, titled: bool
) -> Iterator[Note]:
    """Tell what stands nowhere, and the sum of that and of what is shown."""
    if unplaced:
        heading = reader.say(words.NOT_ON_MAP)
        if titled:
            is_by_region = breakdown is not None and breakdown.by == ("region",)
            of = reader.say(words.REGIONS if is_by_region else words.ALL_POINTS)
            heading = reader.say(words.NOT_ON_MAP_OF, of=of)
        yield Note(tuple(told(each, reader) for each in unplaced), heading)
    if breakdown is not None:
        figure = written_out(sums(breakdown.total.figures, reader))
        yield Note((), reader.say(words.TOTAL, figure=figure))


def told(unplaced: Unplaced, reader: Reader) -> str:
    """Tell what a map does not show.

    Args:
        unplaced: What it is.
        reader: Who reads.

    Returns:
        Its name, its figure, and why it is not shown.
    """
    said = written_out(key(unplaced.what, reader))
    if unplaced.figure is not None:
        said = reader.say(words.LINE, what=said, figure=written_out(written(unplaced.figure, reader)))
    return said if unplaced.why is None else reader.say(words.BECAUSE, what=said, why=reader.say(unplaced.why))


def _how_to_read(content: Content, reader: Reader) -> Iterator[Note]:
    of_points = [point.figure for point in content.points if point.figure is not None]
    figures = [*content.regions.values(), *of_points]
    said = [*_signs(figures, reader)]
    if any(figure.value is None for figure in figures):
        said.append(reader.say(words.LOWER_END))
    drawn = ((content.shaded_by, list(content.regions.values())), (content.sized_by, of_points))
    if any(by is not None and Scale.of(each, by.total.measure).is_rounding(each) for by, each in drawn):
        said.append(reader.say(words.ROUNDED))
    if any(isinstance(point.place, Site) and point.at not in (None, point.place) for point in content.points):
        said.append(reader.say(words.AT_CITY))
    if said:
        yield Note((" ".join(said),), is_faint=True)


def _signs(figures: Iterable[Figure], reader: Reader) -> Iterator[str]:
    """Say what the signs stand for; in Arabic there are none."""
    shown = "".join(written_out(written(figure, reader)) for figure in figures)
    meanings = {"≥": Qualifier.AT_LEAST, "≤": Qualifier.AT_MOST, "≈": Qualifier.ABOUT}
    said = [f"{sign} {meaning.label(reader.language)}" for sign, meaning in meanings.items() if sign in shown]
    if said:
        yield f"{', '.join(said)}."


def described(content: Content, reader: Reader) -> str:
    """Tell the whole map in words, for who does not see it.

    Args:
        content: What the map shows.
        reader: Who reads.

    Returns:
        The regions with their figures, those without, the points, and what stands nowhere; escaped.
    """
    names = {region.id: region_name(region.id, content, reader) for region in REGIONS}
    said = [f"{names[id]}: {figure_in(figure, reader.language)}" for id, figure in content.regions.items()]
    if content.shaded_by is not None:
        missing = [name for id, name in names.items() if id not in content.regions]
        if missing:
            said.append(reader.say(words.WITHOUT_FIGURE, regions=reader.comma.join(missing)))
    said += [point_said(point.place, point.figure, reader) for point in content.points]
    said += [told(each, reader) for each in (*content.of_no_region, *content.of_no_point)]
    return ("؛ " if reader.language == "ar" else "; ").join(map(svg.plain, said))


def region_name(id: str, content: Content, reader: Reader) -> str:
    """Say what a region is called.

    Args:
        id: Its id.
        content: What the map shows, which may name it.
        reader: Who reads.

    Returns:
        Its name.
    """
    own = next(region.name for region in REGIONS if region.id == id)
    return content.names[id].label(reader.language) if id in content.names else own.label(reader.language)


def region_said(name: str, figure: Figure | None, reader: Reader) -> str:
    """Say what a region has.

    Args:
        name: What it is called.
        figure: Its figure, if any.
        reader: Who reads.

    Returns:
        `Oriental: at least 3 700 jobs`.
    """
    said = reader.say(words.NO_FIGURE) if figure is None else figure_in(figure, reader.language)
    return reader.say(words.LINE, what=name, figure=said)


def point_said(place: object, figure: Figure | None, reader: Reader) -> str:
    """Say what a point is.

    Args:
        place: Its place.
        figure: Its figure, if any.
        reader: Who reads.

    Returns:
        `Oujda: at least 3 700 jobs`.
    """
    name = called(place, reader)
    return name if figure is None else reader.say(words.LINE, what=name, figure=figure_in(figure, reader.language))
