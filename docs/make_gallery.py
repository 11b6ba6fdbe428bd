"""Draw the pictures of the gallery: `python docs/make_gallery.py` writes them anew into docs/gallery.

They need the extra `charts`. The same data give the same pictures; a font for Arabic changes how wide Arabic lines are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import maroc_offshoring as mo

FOLDER = Path(__file__).parent / "gallery"


def _jobs_by_region(language: str) -> str:
    return mo.charts.svg(mo.charts.promised(mo.load(), language=language))


def _investment(language: str) -> str:
    return mo.charts.svg(mo.charts.promised(mo.load(), "investment", currency="MAD", language=language))


def _jobs_over_time(language: str) -> str:
    ds = mo.load()
    jobs = ds.series("jobs", basis="stock", segment=None, scope="offshoring")
    promises = ds.delivery(measure="jobs", place="Maroc")
    return mo.charts.svg(mo.charts.promised_and_measured(jobs, promises, language=language))


def _exports(language: str) -> str:
    exports = mo.load().series("export_revenue", segment=None)
    return mo.charts.svg(mo.charts.by_perimeter(exports, language=language))


def _announcements(language: str) -> str:
    return mo.charts.svg(mo.charts.announcements(mo.load().commitments.where(place="Oujda"), language=language))


def _waterfall(language: str) -> str:
    total = mo.load().commitments.where(place="Oriental").total("jobs")
    return mo.charts.svg(mo.charts.waterfall(total, language=language))


def _map(drawn: mo.Map) -> str:
    with TemporaryDirectory() as folder:
        return drawn.save(Path(folder, "map.svg")).read_text("utf-8")  # on paper; a page of one's own takes `drawn.svg`


def _map_of_jobs(language: str, *, outlines: bool = True) -> str:
    by_region = mo.load().commitments.breakdown("jobs", by="region")
    return _map(mo.map(by_region, language=language, outlines=outlines))


def _map_of_cities(language: str) -> str:
    commitments = mo.load().commitments
    by_region, by_city = commitments.breakdown("jobs", by="region"), commitments.breakdown("jobs", by="city")
    return _map(mo.map(by_region, sites=by_city, language=language))


CHARTS: Mapping[str, Callable[[], str]] = {
    "promised-en": lambda: _jobs_by_region("en"),
    "promised-fr": lambda: _jobs_by_region("fr"),
    "promised-ar": lambda: _jobs_by_region("ar"),
    "investment-fr": lambda: _investment("fr"),
    "promised-and-measured-en": lambda: _jobs_over_time("en"),
    "promised-and-measured-ar": lambda: _jobs_over_time("ar"),
    "by-perimeter-fr": lambda: _exports("fr"),
    "announcements-en": lambda: _announcements("en"),
    "waterfall-en": lambda: _waterfall("en"),
    "waterfall-ar": lambda: _waterfall("ar"),
}
"""The charts: the name of each file and what draws it."""

MAPS: Mapping[str, Callable[[], str]] = {
    "map-fr": lambda: _map_of_jobs("fr"),
    "map-ar": lambda: _map_of_jobs("ar"),
    "map-cities-en": lambda: _map_of_cities("en"),
    "map-sites-en": lambda: _map(mo.map(mo.load(), language="en")),
    "map-tiles-en": lambda: _map_of_jobs("en", outlines=False),
}
"""The maps: the name of each file and what draws it."""

PICTURES = {**CHARTS, **MAPS}
"""All that stands in docs/gallery, by the name of its file without `.svg`."""


def main() -> None:
    """Write every picture, and remove what is in no list."""
    FOLDER.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(draw(), encoding="utf-8", newline="\n")
    for path in FOLDER.glob("*.svg"):
        if path.stem not in PICTURES:
            path.unlink()


if __name__ == "__main__":
    main()
