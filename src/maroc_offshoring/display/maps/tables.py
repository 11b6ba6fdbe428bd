"""The table of a map of places, for who does not see where they lie."""

from __future__ import annotations

from maroc_offshoring.display import words as common
from maroc_offshoring.display.maps import notes, words
from maroc_offshoring.display.maps.content import Content, MapPoint
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Column, Lines, Row, Table, View, cell
from maroc_offshoring.display.writing import called, record, thing


def places_view(content: Content, reader: Reader) -> View:
    """Make the view of places that have no figures.

    Args:
        content: What the map shows.
        reader: Who reads.

    Returns:
        The view: each place with its city, its region, and where it stands on the map.
    """
    said = reader.say(words.PLACES)
    columns = (words.PLACE, common.KIND["cities"], common.KIND["regions"], words.STANDS)
    table = Table(
        caption=said,
        columns=tuple(Column(reader.say(each)) for each in columns),
        rows=tuple(_row(point, reader) for point in content.points),
    )
    unplaced = tuple(cell(notes.told(each, reader)) for each in content.of_no_point)
    below = (Lines(caption=reader.say(words.NOT_ON_MAP), items=unplaced),) if unplaced else ()
    return View(language=reader.language, title=cell(said), blocks=(table, *below))


def _row(point: MapPoint, reader: Reader) -> Row:
    place = point.place
    where = cell(_stands(point, reader))
    return Row((record(place, reader), thing(place.city, reader), thing(place.region, reader), where))


def _stands(point: MapPoint, reader: Reader) -> str:
    if point.at is None:
        return reader.say(words.IN_TILE)
    if point.at is point.place:
        return reader.say(words.ITSELF)
    return reader.say(words.IN_CITY, city=called(point.at, reader))
