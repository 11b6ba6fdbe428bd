"""The report as a file: what stands in it, in three languages, and that it needs nothing but itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.display.report import document
from maroc_offshoring.errors import AmbiguousName, InvalidField, MissingExtra, UnknownName, UnknownWord, WrongType
from maroc_offshoring.figures.writing import figure_in

LANGUAGES = ("fr", "en", "ar")
VOID = ("meta", "input")


@pytest.fixture(scope="session")
def made(ds: mo.Dataset) -> Callable[..., str]:
    """Makes the page of the reference dataset, each once: `made("fr", place="Oriental")`."""
    pages: dict[tuple[Any, ...], str] = {}

    def make(language: str, place: str | None = None, charts: bool = True) -> str:
        asked = (language, place, charts)
        if asked not in pages:
            pages[asked] = document(ds, language=language, place=place, charts=charts)
        return pages[asked]

    return make


class Page(HTMLParser):
    """A page read strictly: each tag that opens is closed in turn, and no two elements have one id."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(source)
        self.close()
        assert self.open == []
        self.ids = [attributes["id"] for _, attributes in self.elements if "id" in attributes]
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_one_sound_page_in_the_language(made: Callable[..., str], language: str) -> None:
    """It says its language and direction; headings, tables and controls have names; its own links lead somewhere."""
    source = made(language)
    assert source.startswith("<!doctype html>\n")
    page = Page(source)
    (root,) = page.all("html")
    assert (root["lang"], root["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert {section["aria-labelledby"] for section in page.all("section")} <= set(page.ids)
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(head["scope"] in ("col", "row") for head in page.all("th"))
    inner = [link["href"] for link in page.all("a") if link["href"].startswith("#")]
    assert {link[1:] for link in inner} <= set(page.ids)
    assert len(inner) > 500
    for form in re.findall(r"<form.*?</form>", source, re.DOTALL):
        assert form.count("<label") == form.count("<select") + form.count("<input")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_report_with_map_and_charts_stays_small(made: Callable[..., str], language: str) -> None:
    """Under 1.5 MB, so that it can be mailed; with a map and several charts."""
    source = made(language)
    assert len(source.encode()) < 1_500_000
    page = Page(source)
    assert len([figure for figure in page.all("figure") if figure["class"] == "map"]) == 1
    assert len([figure for figure in page.all("figure") if figure["class"] == "chart"]) == 5
    assert len([each for each in page.elements if each[1].get("class", "").startswith("maroc-region")]) >= 12


def test_a_report_needs_nothing_but_itself(made: Callable[..., str]) -> None:
    """There is no address but behind links, and the policy allows nothing but the page's own style and script."""
    source = made("fr")
    without_links = re.sub(r'<a href="[^"]*"', "", source)
    without_names = re.sub(r' xmlns(:xlink)?="[^"]*"', "", without_links)
    assert not re.search(
        r"""(?i)<link|<img|<iframe|<object|<embed|<base|\bsrc=|@import|url\((?!#)|href="(?!#)""", without_names
    )
    assert not re.search(r'="https?://', without_names)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    for tag in ("script", "style"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert rules.pop(f"{tag}-src") == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    assert rules == {}
    assert ' style="' not in source
    assert not re.search(r' on\w+="', source)


def test_the_script_neither_evaluates_nor_writes_markup(made: Callable[..., str]) -> None:
    """It is small and plain; nothing that a record holds can become code or an element."""
    (script,) = re.findall(r"<script>(.*?)</script>", made("en"), re.DOTALL)
    assert len(script) < 8_000
    assert not re.search(
        r"eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write|fetch|XMLHttp|import\(|cookie|Storage",
        script,
    )


def test_the_figures_are_those_of_the_library(made: Callable[..., str], ds: mo.Dataset) -> None:
    """The key figures with their bounds, a row for each commitment, verdict and finding, and each source once."""
    source = unescape(re.sub(r"</?(bdi|span)[^>]*>", "", made("fr")))
    jobs, money = ds.commitments.total("jobs"), ds.commitments.total("investment", currency="MAD")
    for total in (jobs, money):
        assert figure_in(total.figure, "fr") in source
        assert f"bornes\u00a0: {total.bounds().describe('fr')}" in source
    assert ds.delivery().tally.label("fr") in source
    page = Page(made("fr"))
    rows = [body["id"] for body in page.all("tbody") if "id" in body]
    assert {row[2:] for row in rows if row.startswith("c-")} == set(ds.commitments.ids)
    assert len([row for row in rows if re.fullmatch(r"v\d+", row)]) == len(ds.delivery())
    assert len([row for row in rows if re.fullmatch(r"f\d+", row)]) == len(ds.check())
    cited = {one.id for promise in ds.commitments for one in promise.sources}
    assert len([name for name in page.ids if re.fullmatch(r"s\d+", name)]) >= len(cited)


def test_each_commitment_shows_its_words_and_its_sources(made: Callable[..., str]) -> None:
    """The working of a row has the printed words, the bounds, who is quoted, and the numbers of the sources."""
    (row,) = re.findall(r'<tbody id="c-2025-07-22-onepoint-500".*?</tbody>', made("en"), re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", "", row))
    assert "as printed: “plus de 500 emplois qualifiés”" in text
    assert "bounds: 500 or more\u00a0jobs" in text
    assert len(re.findall(r'<a href="#s\d+">', row)) >= 4
    assert "<details>" in row


def test_a_place_narrows_everything_and_the_report_says_so(made: Callable[..., str], ds: mo.Dataset) -> None:
    """A region, by any of its names; what is for other places too is shown and not added."""
    source = made("en", place="الشرق", charts=False)
    assert "This whole report is narrowed to: Oriental." in source
    assert "<title>Offshoring: Oriental</title>" in source
    rows = re.findall(r'<tbody id="c-([^"]+)"', source)
    assert set(rows) == set(ds.commitments.where(place="Oriental").ids)
    total = ds.commitments.where(place="Oriental").total("jobs")
    assert escape(total.bounds().describe("en")) in source
    assert source == made("en", place="Oriental", charts=False)


def test_the_same_records_give_the_same_bytes(ds: mo.Dataset) -> None:
    """Whatever the seed of hashes is."""
    code = (
        "import hashlib, maroc_offshoring as mo; from maroc_offshoring.display.report import document;"
        "print(hashlib.sha256(document(mo.load(), language='ar', place='Oriental', charts=False).encode()).hexdigest())"
    )
    path = os.pathsep.join(sys.path)
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert found == {sha256(document(ds, language="ar", place="Oriental", charts=False).encode()).hexdigest()}


def test_a_report_is_written_whole_and_replaces_nothing_unasked(ds: mo.Dataset, tmp_path: Path) -> None:
    """A file that stands there is kept; with overwrite it is replaced; a report that fails leaves nothing."""
    path = tmp_path / "report.html"
    mo.report(ds, path, place="Jerada", charts=False)
    written = path.read_bytes()
    assert written == document(ds, place="Jerada", charts=False).encode()
    with pytest.raises(InvalidField, match="overwrite=True"):
        mo.report(ds, path, place="Jerada", language="en", charts=False)
    assert path.read_bytes() == written
    mo.report(ds, path, place="Jerada", language="en", charts=False, overwrite=True)
    assert b'<html lang="en"' in path.read_bytes()
    with pytest.raises(UnknownName, match="Oujdaa"):
        mo.report(ds, tmp_path / "other.html", place="Oujdaa", charts=False)
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"language": "es"}, UnknownWord),
        ({"place": "Atlantis"}, UnknownName),
        ({"place": 7}, WrongType),
        ({"currency": "XAU"}, InvalidField),
    ],
)
def test_what_is_not_known_is_refused(ds: mo.Dataset, asked: dict[str, Any], error: type[Exception]) -> None:
    """By the errors that the rest of the library raises, before anything is drawn."""
    with pytest.raises(error):
        document(ds, charts=False, **asked)


def test_what_is_no_dataset_is_refused(tmp_path: Path) -> None:
    """With what was expected."""
    with pytest.raises(WrongType, match="Dataset"):
        mo.report("data", tmp_path / "report.html")  # type: ignore[arg-type]
    assert issubclass(AmbiguousName, LookupError)


def test_charts_without_their_extra_say_how_to_do_without(
    ds: mo.Dataset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The error names the extra and the keyword; nothing is written; and without charts the core suffices."""
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtra, match=r"charts=False.*maroc-offshoring\[charts\]"):
        mo.report(ds, tmp_path / "report.html", place="Jerada")
    assert list(tmp_path.iterdir()) == []
    mo.report(ds, tmp_path / "report.html", place="Jerada", charts=False)


def test_a_report_without_charts_imports_no_extra() -> None:
    """Neither altair nor any table engine nor Babel is loaded for it."""
    code = (
        "import sys, maroc_offshoring as mo; from maroc_offshoring.display.report import document;"
        "document(mo.load(), place='Jerada', charts=False);"
        "print(sorted({'altair', 'vl_convert', 'babel', 'pandas', 'polars', 'numpy', 'rich'} & set(sys.modules)))"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_records_without_a_date_are_not_judged_and_the_report_says_so(world: Any) -> None:
    """One's own records, which do not say when they were published."""
    ours = mo.Dataset.of(world.promise("one", "plus de 300 emplois", due=2020, places=[world.oujda]), *world.ground)
    source = document(ours, language="en", charts=False)
    assert "without a date, no promise is judged" in source
    assert "300" in source
    dated = mo.Dataset.of(*ours.records(), published="2026-11")
    assert "without a date, no promise is judged" not in document(dated, language="en", charts=False)


@pytest.mark.parametrize("outlines", [True, False])
def test_any_dataset_has_a_report(world: Any, outlines: bool) -> None:
    """Also one without a record, without a country, without a promise."""
    for found in (
        mo.Dataset.of(),
        mo.Dataset.of(world.oriental),
        mo.Dataset.of(world.seen("seen", 300), published=2026),
    ):
        for language in LANGUAGES:
            Page(document(found, language=language, charts=False, outlines=outlines))


def test_an_empty_place_says_nothing_rather_than_zero(world: Any) -> None:
    """No promise and no measurement is shown as such, with the reason why it is no zero."""
    ours = mo.Dataset.of(world.promise("one", 300, due=2030, places=[world.oujda]), *world.ground, published="2026-11")
    source = document(ours, language="en", place="Jerada", charts=False)
    assert source.count("Absence is not zero") >= 4
    assert not re.search(r'class="figure">0', source)


def test_money_without_a_rate_is_named_beside_the_sum(world: Any) -> None:
    """An amount of a year without a rate is missing from the sum, and the key figure says so."""
    known = world.promise("known", mo.Figure(10, "EUR"), "investment", announced_on=2022, places=[world.oujda])
    lost = world.promise("lost", mo.Figure(10, "EUR"), "investment", places=[world.oujda])
    ours = mo.Dataset.of(known, lost, *world.ground, published="2026-11")
    assert "without one amount that has no rate or no year" in document(ours, language="en", charts=False)
    only = mo.Dataset.of(lost, *world.ground, published="2026-11")
    source = document(only, language="en", charts=False)
    assert "nothing counted" in source
    assert "without one amount that has no rate or no year" in source


def test_currency_restates_the_headline_money(made: Callable[..., str], ds: mo.Dataset) -> None:
    """In euros, each amount at the rate of its own year."""
    source = document(ds, language="en", currency="EUR", place="Oriental", charts=False)
    total = ds.commitments.where(place="Oriental").total("investment", currency="EUR")
    assert figure_in(total.figure, "en") in unescape(re.sub(r"</?(bdi|span)[^>]*>", "", source))
