"""Makes the outlines that maps draw: the twelve regions of OpenStreetMap, simplified; shared borders stay shared.

The npm package `morocco-map` (ODbL 1.0, © OpenStreetMap contributors) carries the regions as TopoJSON: a border that
two regions share is one arc, stored once. Each arc is simplified by itself, between its two ends, with the method of
Visvalingam and Whyatt (1993): the corner that spans the smallest triangle goes first. So no gap opens between two
regions, and no corner is moved. Islets that a map could not show are left out. Lines that would cross after that are
refused.

    npm pack morocco-map@1.3.0
    python scripts/outlines.py morocco-map-1.3.0.tgz

Without a path, npm is asked for the package.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, floor, radians
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PACKAGE = "morocco-map@1.3.0"
OUTLINES = Path(__file__).parents[1] / "src" / "maroc_offshoring" / "display" / "maps" / "outlines.json"
SMALLEST_TRIANGLE_KM2 = 0.6
"""A corner that spans less goes; a map 900 pixels high shows 3.5 square kilometres as one pixel."""
SMALLEST_RING_KM2 = 1.0
"""An islet that is smaller goes."""
KM_PER_DEGREE = 111.2

Point = tuple[int, int]
Arc = list[Point]
Rings = list[list[int]]


def main(arguments: Sequence[str]) -> int:
    """Read the package, simplify its arcs, and write the outlines."""
    source = read_topology(Path(arguments[0])) if arguments else fetch_topology()
    outlines = simplified(source)
    OUTLINES.write_text(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    count = sum(map(len, outlines["arcs"]))
    sys.stdout.write(
        f"{OUTLINES.name}: {len(outlines['arcs'])} arcs, {count} points, {OUTLINES.stat().st_size} bytes\n"
    )
    return 0


def fetch_topology() -> dict[str, Any]:
    """Ask npm for the package, in a folder that goes away again."""
    with TemporaryDirectory() as folder:
        packed = subprocess.run(  # noqa: S603
            ["npm", "pack", "--silent", PACKAGE],  # noqa: S607
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        return read_topology(Path(folder) / packed.stdout.split()[-1])


def read_topology(package: Path) -> dict[str, Any]:
    """Read the regions out of the package."""
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/data/regions.json")
        if member is None:
            raise SystemExit(f"{package}: there is no package/data/regions.json in it")
        topology: dict[str, Any] = json.load(member)
        return topology


def simplified(source: dict[str, Any]) -> dict[str, Any]:
    """Simplify a TopoJSON of regions; what is left is TopoJSON again, on the grid of the source."""
    width, height = source["transform"]["scale"]
    middle = (
        source["transform"]["translate"][1]
        + height * max(y for arc in map(decoded, source["arcs"]) for _, y in arc) / 2
    )
    cell_km2 = width * height * KM_PER_DEGREE**2 * cos(radians(middle))
    arcs = [decoded(arc) for arc in source["arcs"]]
    regions = {each["id"]: kept_rings(each, arcs, cell_km2) for each in source["objects"]["regions"]["geometries"]}
    used = sorted({arc_number(at) for rings in regions.values() for ring in rings for at in ring})
    thinned = [thin(arcs[at], SMALLEST_TRIANGLE_KM2 / cell_km2) for at in used]
    refuse_crossings(thinned)
    place = {at: number for number, at in enumerate(used)}
    return {
        "type": "Topology",
        "attribution": "© OpenStreetMap contributors",
        "license": "ODbL-1.0",
        "source": f"npm {PACKAGE}, data/regions.json, simplified by scripts/outlines.py",
        "transform": source["transform"],
        "objects": {
            "regions": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "MultiPolygon", "id": name, "arcs": [[renumbered(ring, place)] for ring in regions[name]]}
                    for name in sorted(regions)
                ],
            }
        },
        "arcs": [encoded(arc) for arc in thinned],
    }


def kept_rings(region: dict[str, Any], arcs: list[Arc], cell_km2: float) -> Rings:
    """List the rings of a region that a map can show; a hole in a region would need a thought that nobody had yet."""
    polygons = region["arcs"] if region["type"] == "MultiPolygon" else [region["arcs"]]
    if any(len(polygon) != 1 for polygon in polygons):
        raise SystemExit(f"{region['id']} has a hole in it: look at the map, and teach this script what to do")
    return [ring for (ring,) in polygons if area(ring, arcs) * cell_km2 >= SMALLEST_RING_KM2]


def arc_number(reference: int) -> int:
    """In TopoJSON, ~n is arc n from its end to its start."""
    return ~reference if reference < 0 else reference


def renumbered(ring: list[int], place: dict[int, int]) -> list[int]:
    """Give a ring the new numbers of its arcs."""
    return [~place[~at] if at < 0 else place[at] for at in ring]


def area(ring: list[int], arcs: list[Arc]) -> float:
    """The area that a ring encloses, in cells of the grid."""
    points = [point for at in ring for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True))) / 2


def decoded(arc: list[list[int]]) -> Arc:
    """The points of an arc, each told as its step from the one before."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def encoded(arc: Arc) -> list[list[int]]:
    """The steps of an arc."""
    before = [(0, 0), *arc]
    return [[x - x0, y - y0] for (x0, y0), (x, y) in zip(before, arc, strict=False)]


def thin(arc: Arc, smallest: float) -> Arc:
    """Take away the corners that span less than so much; the ends of an arc stay, as other arcs meet there."""
    before = [at - 1 for at in range(len(arc))]
    after = [at + 1 for at in range(len(arc))]
    spans = {at: triangle(arc[at - 1], arc[at], arc[at + 1]) for at in range(1, len(arc) - 1)}
    queue = [(span, at) for at, span in spans.items()]
    heapify(queue)
    floor_span = 0.0
    while queue:
        span, at = heappop(queue)
        if spans.get(at) != span:
            continue  # it was measured again since
        floor_span = max(floor_span, span)
        if floor_span >= smallest:
            break
        del spans[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in spans:
                # Never less than what went before, or a whole curve would go corner by corner.
                spans[near] = max(floor_span, triangle(arc[before[near]], arc[near], arc[after[near]]))
                heappush(queue, (spans[near], near))
    return [point for at, point in enumerate(arc) if at in spans or at in (0, len(arc) - 1)]


def triangle(a: Point, b: Point, c: Point) -> float:
    """The area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def refuse_crossings(arcs: list[Arc]) -> None:
    """Stop where two lines cross, which simplifying may bring about."""
    found = sorted(crossings(arcs))
    if found:
        raise SystemExit(f"lines cross after simplifying: {found}; choose a smaller SMALLEST_TRIANGLE_KM2")


def crossings(arcs: list[Arc]) -> Iterator[tuple[Point, Point]]:
    """Yield the starts of lines that cross, looking only at lines that come near each other."""
    lines = [(a, b) for arc in arcs for a, b in pairwise(arc)]
    tile = 64
    tiles: dict[Point, list[tuple[Point, Point]]] = {}
    for a, b in lines:
        for x in range(floor(min(a[0], b[0]) / tile), floor(max(a[0], b[0]) / tile) + 1):
            for y in range(floor(min(a[1], b[1]) / tile), floor(max(a[1], b[1]) / tile) + 1):
                tiles.setdefault((x, y), []).append((a, b))
    for near in tiles.values():
        for number, (a, b) in enumerate(near):
            for c, d in near[number + 1 :]:
                if not {a, b} & {c, d} and side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                    yield a, c


def side(a: Point, b: Point, c: Point) -> int:
    """On which side of a line a point lies: above zero to its left, below to its right."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
