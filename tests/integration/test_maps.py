"""The shipped outlines and the maps of the shipped record: borders, places, names, and what lies on what."""

import gzip
import json
import os
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

import maroc_offshoring as mo
from maroc_offshoring.display.maps.outlines import outlines
from maroc_offshoring.display.maps.regions import REGIONS

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("fr", "en", "ar")
Rings = list[list[tuple[int, int]]]


def sharing() -> dict[int, list[str]]:
    """The regions that each arc belongs to."""
    found: dict[int, list[str]] = {}
    for region, rings in outlines().rings.items():
        for ring in rings:
            for at in ring:
                found.setdefault(~at if at < 0 else at, []).append(region)
    return found


def path_points(data: str) -> Rings:
    """The points of the rings of a path, in tenths."""
    rings = []
    for ring in data.split("z")[:-1]:
        start, steps = ring.removeprefix("M").split("l")
        numbers = [[round(float(n) * 10) for n in re.findall(r"-?\d*\.?\d+", part)] for part in (start, steps)]
        x, y = numbers[0]
        points = [(x, y)]
        for dx, dy in zip(numbers[1][::2], numbers[1][1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        rings.append(points)
    return rings


@pytest.fixture(scope="module")
def maps(ds: mo.Dataset) -> dict[tuple[str, str], mo.Map]:
    """Maps of the record in each language, with and without points."""
    jobs, cities = (ds.commitments.breakdown("jobs", by=by) for by in ("region", "city"))
    money = ds.commitments.breakdown("investment", by="region", currency="MAD")
    sites = ds.commitments.breakdown("jobs", by="site")
    return {
        (name, language): mo.map(shown, sites=points, language=language, outlines=name != "tiles")
        for language in LANGUAGES
        for name, shown, points in (
            ("regions", jobs, None), ("cities", cities, None), ("both", jobs, cities), ("sites", ds, None),
            ("money", money, sites), ("tiles", jobs, cities),
        )
    }  # fmt: skip


def test_the_twelve_regions_have_an_outline_each(ds: mo.Dataset) -> None:
    """The outlines, the drawn regions and the record have the same twelve ids and names."""
    assert sorted(outlines().rings) == [region.id for region in REGIONS] == sorted(region.id for region in ds.regions)
    for drawn in REGIONS:
        name = ds.regions[drawn.id].name
        assert (drawn.name.fr, drawn.name.en, drawn.name.ar) == (name.fr, name.en, name.ar)


def test_regions_share_arcs_exactly_with_their_neighbours(ds: mo.Dataset) -> None:
    """Each arc belongs to one region or two; the pairs that share one are the neighbours that the record states."""
    found = sharing()
    assert set(found) == set(range(len(outlines().arcs)))
    assert {len(regions) for regions in found.values()} == {1, 2}
    pairs = {tuple(sorted(regions)) for regions in found.values() if len(regions) == 2}
    assert pairs == {tuple(sorted((region.id, other))) for region in ds.regions for other in region.neighbours}


def test_rings_are_closed_and_no_line_crosses_another() -> None:
    """Arcs meet end to end, and simplifying has made no line cross."""
    shipped = outlines()
    for rings in shipped.rings.values():
        for ring in rings:
            points = shipped.points(ring)
            assert points[0] == points[-1]
            ends = [shipped.arcs[at] if at >= 0 else shipped.arcs[~at][::-1] for at in ring]
            assert all(first[-1] == second[0] for first, second in pairwise([*ends, ends[0]]))
    topology = json.loads((Path(mo.__file__).parent / "display" / "maps" / "outlines.json").read_text("utf-8"))
    script = outlines_script()
    assert list(script.crossings([script.decoded(arc) for arc in topology["arcs"]])) == []


def test_every_city_lies_in_the_outline_of_its_region(ds: mo.Dataset) -> None:
    """Coordinates of the record and outlines agree; a city lies in its own region and in no other."""
    known = [city for city in ds.cities if city.latitude is not None and city.longitude is not None]
    assert len(known) > 30
    for city in known:
        within = [id for id in outlines().rings if outlines().holds(id, float(city.longitude), float(city.latitude))]  # type: ignore[arg-type]
        assert within == [city.parent.id], city.id


def test_every_site_is_drawn_within_its_region_or_told(ds: mo.Dataset, maps: dict[tuple[str, str], mo.Map]) -> None:
    """Each site is a point inside the path of its region, or stands below the map."""
    shown = maps["sites", "en"]
    root = ElementTree.fromstring(shown.svg)
    paths = {
        e.attrib["data-region"]: path_points(e.attrib["d"])
        for e in root.iter(f"{SVG}path")
        if "data-region" in e.attrib
    }
    drawn = {e.attrib["data-place"]: e for e in root.iter(f"{SVG}circle") if "data-place" in e.attrib}
    assert {*drawn, *(each.what.id for each in shown.unplaced)} == {site.id for site in ds.sites}
    for id, circle in drawn.items():
        region = ds.sites[id].region
        assert region is not None
        x, y = (round(float(circle.attrib[key]) * 10) for key in ("cx", "cy"))
        assert inside(x, y, paths[region.id]), id


def inside(x: float, y: float, rings: Rings) -> bool:
    """Whether a point lies in rings, by counting the lines to its right."""
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            if (y1 > y) != (y2 > y):
                crossed += x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossed % 2 == 1


def test_neighbours_are_drawn_with_the_same_points(ds: mo.Dataset, maps: dict[tuple[str, str], mo.Map]) -> None:
    """In the picture too, regions that touch have points in common to the last digit, and others have none."""
    root = ElementTree.fromstring(maps["regions", "fr"].svg)
    points = {
        each.attrib["data-region"]: {point for ring in path_points(each.attrib["d"]) for point in ring}
        for each in root.iter(f"{SVG}path")
        if "data-region" in each.attrib
    }
    assert len(points) == 12
    for first, second in combinations(sorted(points), 2):
        common = len(points[first] & points[second])
        assert common >= 4 if second in ds.regions[first].neighbours else common <= 1, (first, second)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["regions", "cities", "both", "sites", "money", "tiles"])
def test_every_map_is_sound(maps: dict[tuple[str, str], mo.Map], name: str, language: str) -> None:
    """It parses, draws each region once, keeps every text within the picture, and lays no name on another."""
    root = ElementTree.fromstring(maps[name, language].svg)
    ids = [each.attrib["data-region"] for each in root.iter() if each.get("class") == "maroc-region"]
    assert sorted(ids) == [region.id for region in REGIONS]
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    boxes = {group: text_boxes(root, group) for group in ("maroc-names", "maroc-points", "maroc-legend", "maroc-notes")}
    for box in (box for group in boxes.values() for box in group):
        assert box[1] >= 0
        assert box[2] >= 0
        assert box[3] <= width
        assert box[4] <= height
    for first, second in combinations([*boxes["maroc-names"], *boxes["maroc-points"], *boxes["maroc-legend"]], 2):
        assert apart(first, second), (first, second)


Box = tuple[str, float, float, float, float]


def text_boxes(root: ElementTree.Element, group: str) -> list[Box]:
    """The room that the texts of a group take, their letters being half as wide as high."""
    found = []
    for text in (
        text for each in root.iter(f"{SVG}g") if each.get("class") == group for text in each.iter(f"{SVG}text")
    ):
        said = re.sub("[\u2066-\u2069]", "", "".join(text.itertext()))
        x, y, size = (float(text.attrib[key]) for key in ("x", "y", "font-size"))
        width = len(said) * size * 0.5
        left = x - {"middle": width / 2, "end": width}.get(text.attrib.get("text-anchor", ""), 0)
        found.append((said, left, y - size * 0.75, left + width, y + size * 0.2))
    return found


def apart(first: Box, second: Box) -> bool:
    return first[1] >= second[3] or second[1] >= first[3] or first[2] >= second[4] or second[2] >= first[4]


def test_every_part_of_a_breakdown_is_on_the_map_or_below_it(
    ds: mo.Dataset, maps: dict[tuple[str, str], mo.Map]
) -> None:
    """Nothing of the breakdown is lost: its figures are those of the regions and of what is told below, no more."""
    breakdown = ds.commitments.breakdown("jobs", by="region")
    shown = maps["regions", "en"]
    on_map = {key.id: part.figure for key, part in breakdown.items() if isinstance(key, mo.Region)}
    below = [(key, part.figure) for key, part in breakdown.items() if not isinstance(key, mo.Region)]
    assert shown.regions == on_map
    assert [(each.what, each.figure) for each in shown.unplaced] == below


def test_the_picture_does_not_depend_on_hashing() -> None:
    """Two processes with other hash seeds draw the same bytes."""
    code = (
        "import hashlib, maroc_offshoring as mo; ds = mo.load(); "
        "shown = mo.map(ds.commitments.breakdown('jobs', by='region'), sites=ds.sites, language='ar'); "
        "print(hashlib.sha256(shown.html().encode()).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_the_outlines_are_small_and_say_whose_they_are() -> None:
    """The file is well below 30 KB compressed, and names OpenStreetMap, its licence and its origin."""
    data = (Path(mo.__file__).parent / "display" / "maps" / "outlines.json").read_bytes()
    assert len(gzip.compress(data)) < 10_000
    topology = json.loads(data)
    assert (topology["attribution"], topology["license"]) == ("© OpenStreetMap contributors", "ODbL-1.0")
    assert "morocco-map" in topology["source"]


def outlines_script() -> ModuleType:
    """The script that makes the outlines."""
    spec = spec_from_file_location("outlines_script", ROOT / "scripts" / "outlines.py")
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def square_topology() -> dict[str, Any]:
    """Two squares side by side; their common border wriggles, and an islet lies beside them."""
    border = [[50, 0], *([1, 5] if n % 2 else [-1, 5] for n in range(20))]
    left = [[50, 100], [-50, 0], [0, -100], [50, 0]]
    right = [[50, 0], [50, 0], [0, 100], [-50, 0]]
    islet = [[-20, 0], [1, 0], [0, 1], [-1, -1]]
    return {
        "transform": {"scale": [0.01, 0.01], "translate": [-10.0, 30.0]},
        "arcs": [border, left, right, islet],
        "objects": {
            "regions": {
                "geometries": [
                    {"type": "MultiPolygon", "id": "A", "arcs": [[[0, 1]], [[3]]]},
                    {"type": "Polygon", "id": "B", "arcs": [[2, ~0]]},
                ]
            }
        },
    }


def test_the_script_simplifies_a_border_once_for_both_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A border is thinned between its two ends and stays one arc; an islet too small to be seen goes."""
    script = outlines_script()
    monkeypatch.setattr(script, "SMALLEST_TRIANGLE_KM2", 10)
    monkeypatch.setattr(script, "SMALLEST_RING_KM2", 2)
    made = script.simplified(square_topology())
    first, second = made["objects"]["regions"]["geometries"]
    assert (first["arcs"], second["arcs"]) == ([[[0, 1]]], [[[2, -1]]])
    border = script.decoded(made["arcs"][0])
    assert (border[0], border[-1]) == ((50, 0), (50, 100))
    assert len(border) < 10


def test_the_script_refuses_lines_that_cross() -> None:
    """Two lines that cross would be a wrong map; the script stops."""
    script = outlines_script()
    with pytest.raises(SystemExit, match="lines cross"):
        script.refuse_crossings([[(0, 0), (10, 10)], [(0, 10), (10, 0)]])
