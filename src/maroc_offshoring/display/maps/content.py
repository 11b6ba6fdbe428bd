"""What a map shows: a figure for each region, points for places, and what can stand at neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve, field, frozen

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.maps import words
from maroc_offshoring.display.maps.regions import REGIONS
from maroc_offshoring.display.maps.scale import stated
from maroc_offshoring.errors import InvalidField, UnitMismatch, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import City, Place, Region, Site
from maroc_offshoring.names import Name
from maroc_offshoring.totals import Breakdown

BY_PLACE = ("city", "site", "place")
"""The keys of a breakdown whose parts are points."""

_FRAME = (-18.0, 20.0, 2.0, 37.0)
"""West, south, east and north of what a map has room for, degrees."""

_SHOWN = "a Dataset, or a breakdown by region, city, site or place: ds.commitments.breakdown('jobs', by='region')"
_SITES = "True, False, a list of sites or cities, or a breakdown by city, site or place"


@frozen
class MapPoint:
    """A place that a map shows as a point.

    Args:
        place: The place, a site or a city.
        at: The place whose coordinates stand for it: itself, or the city of a site; None in a tile, which needs none.
        figure: Its figure, which the area of the point is in proportion to; None for a place alone.
    """

    place: Site | City
    at: Place | None
    figure: Figure | None = None

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Where it stands, degrees east and north; None in a tile."""
        return None if self.at is None else _coordinates(self.at)


@frozen
class Unplaced:
    """What a map tells below instead of showing it.

    Args:
        what: A place, several places, or what is not stated, as the breakdown names it.
        figure: Its figure, if any.
        why: Why it stands nowhere; None where what it is says so.
    """

    what: Any
    figure: Figure | None = None
    why: Sentence | None = None


@frozen(kw_only=True)
class Content:
    """What a map shows.

    Args:
        names: What the regions are called in the record at hand, by their ids.
        shaded_by: The breakdown by region.
        regions: The figure of each region that has one, by its id.
        of_no_region: What has a figure and is no region.
        sized_by: The breakdown whose parts are points.
        points: The points, largest first.
        of_no_point: What stands nowhere as a point.
    """

    names: dict[str, Name] = field(factory=dict)
    shaded_by: Breakdown | None = None
    regions: dict[str, Figure] = field(factory=dict)
    of_no_region: tuple[Unplaced, ...] = ()
    sized_by: Breakdown | None = None
    points: tuple[MapPoint, ...] = ()
    of_no_point: tuple[Unplaced, ...] = ()


def content(shown: object, sites: object, *, has_outlines: bool) -> Content:
    """Sort out what a map shows.

    Args:
        shown: A dataset, or a breakdown by region, city, site or place.
        sites: What stands on it as points.
        has_outlines: Whether points stand at their coordinates, and not in the tile of their region.

    Returns:
        The content.

    Raises:
        InvalidField: Where a breakdown is by something else.
        UnitMismatch: Where a breakdown has figures of several units.
        WrongType: Where one is something else.
    """
    if isinstance(shown, Dataset):
        found = Content(names={region.id: region.name for region in shown.regions})
        return _with_sites(found, shown.sites if sites is None or sites is True else sites, has_outlines)
    if not isinstance(shown, Breakdown):
        raise WrongType("shown", shown, _SHOWN)
    if shown.by == ("region",):
        return _with_sites(_shaded(shown), sites, has_outlines)
    if not _is_by_place(shown):
        raise InvalidField("shown", shown, "a breakdown by one key: region, city, site or place")
    if sites not in (None, False):
        raise InvalidField("sites", sites, "None: what is shown has its own points")
    return _sized(Content(), shown, has_outlines)


def _is_by_place(breakdown: Breakdown) -> bool:
    return len(breakdown.by) == 1 and breakdown.by[0] in BY_PLACE


def _with_sites(shown: Content, sites: object, has_outlines: bool) -> Content:
    if sites is None or sites is False:
        return shown
    if isinstance(sites, Breakdown):
        if not _is_by_place(sites):
            raise InvalidField("sites", sites, "a breakdown by one key: city, site or place")
        return _sized(shown, sites, has_outlines)
    if isinstance(sites, (str, bytes)) or not isinstance(sites, Iterable):
        raise WrongType("sites", sites, _SITES)
    places = list(sites)
    for place in places:
        if not isinstance(place, (Site, City)):
            raise WrongType("sites", place, "a Site or a City; look it up with ds.sites[...] or ds.city(...)")
    return _with_points(shown, [(place, None) for place in dict.fromkeys(places)], has_outlines)


def _shaded(breakdown: Breakdown) -> Content:
    """Give each region its figure; what is for several regions, or for none that is stated, stays a line of its own."""
    known = {region.id for region in REGIONS}
    parts = _figures(breakdown)
    of_regions = {key: figure for key, figure in parts if isinstance(key, Region) and key.id in known}
    return Content(
        names={region.id: region.name for region in of_regions},
        shaded_by=breakdown,
        regions={region.id: figure for region, figure in of_regions.items()},
        of_no_region=tuple(
            Unplaced(key, figure, words.NO_SUCH_REGION if isinstance(key, Region) else None)
            for key, figure in parts
            if key not in of_regions
        ),
    )


def _sized(shown: Content, breakdown: Breakdown, has_outlines: bool) -> Content:
    return _with_points(evolve(shown, sized_by=breakdown), _figures(breakdown), has_outlines)


def _figures(breakdown: Breakdown) -> list[tuple[Any, Figure]]:
    """Take the figure of each part; on one map all have one unit, as areas and colours compare."""
    found = [(key, figure) for key, part in breakdown.items() for figure in part.figures]
    used = sorted({figure.unit for _, figure in found})
    if len(used) > 1:
        raise UnitMismatch("draw on one map", used, "state them in one: breakdown(..., currency='MAD')")
    return found


def _with_points(shown: Content, parts: Sequence[tuple[Any, Figure | None]], has_outlines: bool) -> Content:
    found = [_point(key, figure, has_outlines) for key, figure in parts]
    points = [each for each in found if isinstance(each, MapPoint)]
    points.sort(key=lambda point: (-stated(point.figure) if point.figure else 0, point.place.id))
    return evolve(shown, points=tuple(points), of_no_point=tuple(each for each in found if isinstance(each, Unplaced)))


def _point(key: Any, figure: Figure | None, has_outlines: bool) -> MapPoint | Unplaced:
    if not isinstance(key, (Site, City)):
        return Unplaced(key, figure, words.WIDER if isinstance(key, Place) else None)
    if not has_outlines:
        known = key.region is not None and any(key.region.id == region.id for region in REGIONS)
        return MapPoint(key, None, figure) if known else Unplaced(key, figure, words.NO_REGION)
    # The site or its city: the middle of a region would be a place that nobody named.
    at = next((place for place in (key, key.city) if place is not None and _coordinates(place) is not None), None)
    if at is None:
        return Unplaced(key, figure, words.NO_CITY if key.city is None else words.NO_COORDINATES)
    longitude, latitude = _coordinates(at) or (0.0, 0.0)
    west, south, east, north = _FRAME
    if not (west <= longitude <= east and south <= latitude <= north):
        return Unplaced(key, figure, words.OUTSIDE)
    return MapPoint(key, at, figure)


def _coordinates(place: Place) -> tuple[float, float] | None:
    if place.longitude is None or place.latitude is None:
        return None
    return float(place.longitude), float(place.latitude)
