"""The offline map: the twelve regions and what is in them, as a picture of our own, in three languages."""

from maroc_offshoring.display.maps.content import MapPoint, Unplaced
from maroc_offshoring.display.maps.picture import Map, map

__all__ = ["Map", "MapPoint", "Unplaced", "map"]
