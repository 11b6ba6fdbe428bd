"""Charts of the shipped record: each is drawn in three languages, and its figures are those of the library."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pytest

import maroc_offshoring as mo

DOCS = Path(__file__).parents[2] / "docs"
SVG = "{http://www.w3.org/2000/svg}"


def _promised(ds: mo.Dataset, language: str) -> Any:
    return mo.charts.promised(ds, language=language)


def _promised_and_measured(ds: mo.Dataset, language: str) -> Any:
    jobs = ds.series("jobs", basis="stock", segment=None, scope="offshoring")
    return mo.charts.promised_and_measured(jobs, ds.delivery(measure="jobs", place="Maroc"), language=language)


def _by_perimeter(ds: mo.Dataset, language: str) -> Any:
    return mo.charts.by_perimeter(ds.series("export_revenue", segment=None), language=language)


def _announcements(ds: mo.Dataset, language: str) -> Any:
    return mo.charts.announcements(ds, rows=12, language=language)


def _waterfall(ds: mo.Dataset, language: str) -> Any:
    return mo.charts.waterfall(ds.commitments.where(place="Oriental").total("jobs"), language=language)


CHARTS = (_promised, _promised_and_measured, _by_perimeter, _announcements, _waterfall)
LANGUAGES = ("en", "fr", "ar")


def plain(text: str) -> str:
    """A text without the marks of direction."""
    return re.sub("[\u2066-\u2069]", "", text)


@pytest.fixture(scope="module")
def pictures(ds: mo.Dataset) -> Callable[[Any, str], ElementTree.Element]:
    """Draws a chart as SVG once, and reads it as XML."""
    drawn: dict[tuple[str, str], ElementTree.Element] = {}

    def picture(draw: Any, language: str) -> ElementTree.Element:
        key = (draw.__name__, language)
        if key not in drawn:
            drawn[key] = ElementTree.fromstring(mo.charts.svg(draw(ds, language)))
        return drawn[key]

    return picture


def written(picture: ElementTree.Element) -> list[str]:
    """Every text of a picture."""
    return [plain("".join(text.itertext())) for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", CHARTS)
def test_each_chart_is_drawn_in_each_language(ds: mo.Dataset, pictures: Any, draw: Any, language: str) -> None:
    """The picture is sound, holds its title, fetches nothing, says what it shows, and no number in it is missing."""
    picture, chart = pictures(draw, language), draw(ds, language)
    texts = written(picture)
    assert plain(chart.title.text) in texts
    assert all(plain(line) in "".join(texts) for line in chart.title.subtitle)
    assert not [text for text in texts if re.search(r"NaN|undefined|null|Infinity|\bNone\b|\{\w+\}", text)]
    assert picture.get("role") == "img"
    assert len(picture.get("aria-label") or "") > 20
    names = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert names <= {"svg", "g", "path", "rect", "line", "text", "tspan", "defs", "clipPath", "title"}
    for element in picture.iter():
        assert not [value for name, value in element.items() if name.endswith(("href", "src", "id")) or "url(" in value]
    left, top, width, height = map(float, (picture.get("viewBox") or "").split())
    assert (left, top) == (0, 0)
    assert 300 < width < 1200
    assert 150 < height < 3000


@pytest.mark.parametrize("draw", CHARTS)
def test_each_language_has_its_own_words(pictures: Any, draw: Any) -> None:
    """Nothing of the frame of a chart is left in English in another language."""
    english = {text for text in written(pictures(draw, "en")) if re.fullmatch(r"[a-z][a-z ,:;()]+", text)}
    same_in_french = {"exact", "part"}
    for language in ("fr", "ar"):
        left = {text for text in english & set(written(pictures(draw, language))) if text not in same_in_french}
        assert not left


def test_the_rows_of_the_promised_are_the_breakdown(ds: mo.Dataset, pictures: Any) -> None:
    """Each region ends in its total as the library states it, and nothing else is written as a figure."""
    breakdown = ds.commitments.breakdown("jobs", by="region")
    texts = written(pictures(_promised, "en"))
    for part in breakdown.values():
        assert part.figure is not None
        stated = str(part.figure).replace("\u00a0jobs", "")
        signed = re.sub("^at least ", "≥\u00a0", re.sub("^about (?!.* or more)", "≈\u00a0", stated))
        assert signed in texts
    assert texts.index("not stated") > texts.index("Oriental")


def test_the_waterfall_ends_at_the_total(ds: mo.Dataset) -> None:
    """In regions with ranges, open ends and several currencies, the last part ends where the sum ends."""
    for region in ("Oriental", "Fès-Meknès", "Casablanca-Settat"):
        for measure in ("jobs", "investment"):
            total = ds.commitments.where(place=region).total(measure)
            spec = mo.charts.waterfall(total, rows=5).to_dict()
            ends = []
            for panel in spec.get("vconcat", [spec]):
                data = panel["layer"][0].get("data") or panel.get("data") or spec["data"]
                bars = [bar for bar in spec["datasets"][data["name"]] if bar["kind"] != "left out, not counted"]
                (reached,) = (bar["end"] for bar in bars if bar["kind"] == "sum" and not bar["is_pale"])
                assert max(bar["end"] for bar in bars if bar["kind"] != "sum") >= reached
                assert max(bar["start"] for bar in bars if bar["kind"] != "sum" and not bar["is_pale"]) < reached
                ends.append(reached)
            assert len(ends) == len(total.figures)


def test_the_break_of_export_revenue_is_drawn_and_nothing_crosses_it(ds: mo.Dataset) -> None:
    """No line leads from one perimeter to another, and the new one begins in 2023."""
    spec = _by_perimeter(ds, "en").to_dict()
    values = [value for dataset in spec["datasets"].values() for value in dataset]
    assert {(value["x"], value["text"]) for value in values if "break" in str(value.get("text"))} == {
        (2023.0, "break: new perimeter")
    }
    new = [value for value in values if "to" in value and value["kind"] == "new perimeter"]
    assert [(value["x"], value["to"]) for value in new] == [(2023.5, 2024.5)]
    old = [value for value in values if "to" in value and value["kind"] == "old perimeter"]
    assert max(value["to"] for value in old) == 2023.5
    assert {value["high"] for value in old}.isdisjoint({value["high"] for value in new})


def test_every_figure_of_a_series_has_its_mark(ds: mo.Dataset) -> None:
    """All observations with a period are drawn, rivals and forecasts too."""
    jobs = ds.series("jobs", basis="stock", segment=None, scope="offshoring")
    spec = mo.charts.promised_and_measured(jobs).to_dict()
    drawn = {value["id"] for dataset in spec["datasets"].values() for value in dataset if "firmness" in value}
    assert drawn == {one.id for point in jobs for one in point}


def test_a_notebook_is_given_html_or_a_picture_and_no_json(ds: mo.Dataset) -> None:
    """By default altair gives HTML; with its renderer for SVG a picture that needs no network."""
    chart = _waterfall(ds, "en")
    assert set(chart._repr_mimebundle_()) == {"text/html"}
    with alt.renderers.enable("svg"):
        assert set(chart._repr_mimebundle_()) == {"image/svg+xml"}


def test_the_files_are_what_their_names_say(ds: mo.Dataset, tmp_path: Path) -> None:
    """A PNG, a PDF and a page that holds Vega once and asks for nothing."""
    chart = _waterfall(ds, "ar")
    for name in ("chart.png", "chart.pdf", "chart.html"):
        mo.charts.save(chart, tmp_path / name)
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")
    html = (tmp_path / "chart.html").read_text("utf-8")
    assert len(html) < 1_000_000
    ours = html[: html.index("<script>")] + html[html.rindex("<script>") :]  # Vega stands between the two
    assert "vegaEmbed(" in ours
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", ours)


def test_the_gallery_is_what_its_script_draws() -> None:
    """The list of the script, the files beside it and the page that shows them agree, and the files are small."""
    script = runpy.run_path(str(DOCS / "make_gallery.py"), run_name="gallery")
    files = {path.stem: path for path in (DOCS / "gallery").glob("*.svg")}
    shown = re.findall(r"!\[[^\]]+\]\(gallery/([\w-]+)\.svg\)", (DOCS / "gallery.md").read_text("utf-8"))
    assert sorted(files) == sorted(script["PICTURES"])
    assert sorted(shown) == sorted(files)
    assert all(path.stat().st_size < 60_000 for path in files.values())
    drawn = ElementTree.fromstring(script["PICTURES"]["waterfall-en"]())
    assert written(ElementTree.parse(files["waterfall-en"]).getroot()) == written(drawn)  # widths hang on the fonts
