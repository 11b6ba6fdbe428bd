"""Names of strangers in every output: none is taken for markup, none steers, and what cannot be written is refused."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main
from maroc_offshoring.display import html, text
from maroc_offshoring.errors import InvalidRecords
from maroc_offshoring.export.exporting import FORMATS

LANGUAGES = ("fr", "en", "ar")

WRITABLE = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script><!--",
    "end of style": "</style></title></textarea></svg><img src=x onerror=alert(1)>",
    "quotes": "\"'><a href=javascript:alert(1) onmouseover='alert(1)' x=\"",
    "entities": "&lt;b&gt; &amp; &#60; ]]> <![CDATA[",
    "formula": "=cmd|' /C calc'!A0",
    "emoji": "👩‍👩‍👧‍👦 🇲🇦 ⵟⴰⵏⵊⴰ 表",
    "long": "Compagnie " * 400,
    "long word": "x" * 4000,
    "templates": "{n} {0} {shown} %s ${x} `y` {{z}} \\u003cb\\n",
    "addresses": "https://example.org/?a=<b>&c=\"d\" url(https://example.org/x)",
    "arabic": "شركة <b>الشرق</b> (2026)",
}  # fmt: skip
"""What files can hold, and must hold as it is."""

TURNING = {"right to left": "\u202egnp.exe\u2066\u2067", "separators": "two\u2028lines\u2029here\ufeff"}
"""What text can hold, and turns or breaks what follows; no output but data may have it."""

STEERING = {
    "ansi": "\x1b[31mred\x1b]0;owned\x07",
    "nul": "before\x00after",
    "half a letter": "half \ud800 of it",
    "old controls": "\x9b2J\x7f\x08",
}
"""What no file may hold."""

NAMES = WRITABLE | TURNING | STEERING
DISTURBING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\ufeff]")
"""What no page and no terminal may be sent; marks of isolation may, in pairs, which is how pictures set names apart."""


def strangers(names: dict[str, str]) -> mo.Dataset:
    """A dataset in which each name stands in every text of some records."""
    records = [record for number, name in enumerate(names.values()) for record in records_of(name, number)]
    return mo.Dataset.of(*records, version="1", published="2026-11")


MOROCCO_PAPER = mo.Source(id="atlas", publisher="Atlas")
MOROCCO = mo.Country(id="morocco", name=mo.Name("Maroc", "Morocco", "المغرب"), citations=[MOROCCO_PAPER])
ORIENTAL = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=[MOROCCO_PAPER])


def records_of(name: str, number: int) -> Iterator[Any]:
    """A promise, the same told again, what was measured, and an aim."""
    paper = mo.Source(id=f"paper-{number}", publisher=name, title=name, url=name, published="2020", note=name)
    cites = [mo.Citation(source=paper, said_by=name, words=name)]
    named: dict[str, Any] = {"name": mo.Name(name, name, name), "citations": cites, "note": name}
    city = mo.City(id=f"city-{number}", parent=ORIENTAL, latitude="34.68", longitude="-1.91", **named)
    site = mo.Site(id=f"site-{number}", parent=city, latitude="34.65", longitude="-1.90", **named)
    acme = mo.Operator(id=f"acme-{number}", **named)
    figure = mo.Figure(300, "job", "about", as_printed=name)
    first = mo.Commitment(
        id=f"first-{number}", title=name, made_by=[acme], places=[site], announced_on="2019", segments=["CRM"],
        note=name, citations=cites,
        pledges=[
            mo.Pledge(measure="jobs", figure=figure, due="2022", basis="additional", note=name),
            mo.Pledge(measure="investment", figure=mo.Figure(5_000_000, "MAD"), basis="additional"),
        ],
        history=[mo.StatusChange(status="under_way", on="2020", citations=cites, note=name)],
    )  # fmt: skip
    yield first
    yield mo.Commitment(
        id=f"again-{number}", title=name, made_by=[acme], places=[city], announced_on="2020", restates=first,
        citations=cites,
        pledges=[mo.Pledge(measure="jobs", figure=mo.Figure(400, "job"), due="2023", basis="additional")],
    )  # fmt: skip
    seen: dict[str, Any] = {"measure": "jobs", "place": city, "basis": "stock", "citations": cites, "note": name}
    yield mo.Observation(id=f"seen-{number}", period="2022", figure=mo.Figure(900, "job", as_printed=name), **seen)
    yield mo.Observation(id=f"rival-{number}", period="2022", figure=mo.Figure(1200, "job"), **seen)
    yield mo.Target(
        id=f"aim-{number}", measure="jobs", figure=mo.Figure(1000, "job"), place=city, title=name, basis="level",
        due="2022", citations=cites,
    )  # fmt: skip


@pytest.fixture(scope="module")
def crowd() -> mo.Dataset:
    """All the names in one dataset."""
    return strangers(NAMES)


class Page(HTMLParser):
    """A page, read as a browser does: nothing in it may run or fetch."""

    VOID = ("meta", "input", "img", "br", "link", "base")

    def __init__(self, source: str, scripts: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []
        assert len(self.scripts) == scripts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("img", "iframe", "object", "embed", "link", "base", "textarea")
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in ("src", "srcdoc", "action", "formaction"), name
            assert name != "style" or re.fullmatch(r"[\w:;.,#% -]*", value or ""), value
            if name.endswith("href"):
                assert (value or "").startswith(("#", "https://example.org/")), value
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)
        elif "style" not in self.open:
            assert len(re.findall("[\u2066-\u2068]", data)) == data.count("\u2069")
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_pi = unknown_decl = handle_comment

    @property
    def text(self) -> str:
        return "".join(self.texts)


def kept(name: str) -> str:
    """What must be legible of a name: its beginning, without what is replaced."""
    replaced = re.sub(f"{DISTURBING.pattern}|[\u2066-\u2069]", "\ufffd", name).strip("\ufffd")
    return re.split("[\ufffd\\s]", replaced)[0][:30]


def holds_all(page: Page, names: dict[str, str] = NAMES) -> bool:
    """Whether every name is legible in a page, and nothing disturbs it."""
    assert not DISTURBING.search(page.text)
    assert [which for which, name in names.items() if kept(name) not in page.text] == []
    return True


def shown(ds: mo.Dataset) -> Iterator[Any]:
    """The things that have a working, and that notebooks show."""
    yield ds.commitments.total("jobs")
    yield ds.commitments.breakdown("jobs", by="operator")
    yield ds.series("jobs", within=True).best()
    yield ds.delivery()
    yield ds.outlook("jobs", until=2030)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notebooks_and_terminals_show_a_name_as_text(crowd: mo.Dataset, language: str) -> None:
    """Whatever it holds, it opens no element and steers no terminal."""
    for thing in (crowd.commitments, crowd.operators, crowd.sources, crowd.commitments.total("jobs")):
        assert holds_all(Page(html(thing, language, rows=None)))
    for thing in (crowd.commitments, crowd.operators, crowd.sources, *shown(crowd)):
        assert not DISTURBING.search(Page(html(thing, language, rows=None)).text)
        assert not DISTURBING.search(text(thing, language, rows=None))
    for thing in (*crowd.commitments, crowd.check(), *crowd.check()[:5], *crowd.delivery()[:5]):
        assert not DISTURBING.search(Page(html(thing, language)).text + text(thing, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_working_tells_a_name_as_text(crowd: mo.Dataset, language: str) -> None:
    """As HTML it opens no element; as text it stays on its line; as data it comes back whole."""
    for thing in shown(crowd):
        assert not DISTURBING.search(Page(thing.explain("html", language)).text)
        assert not DISTURBING.search(thing.explain("text", language))
        assert mo.Derivation.from_dict(json.loads(json.dumps(thing.explain("data")))) == thing.derivation
    assert holds_all(Page(crowd.commitments.total("jobs").explain("html", language)))


@pytest.mark.parametrize("outlines", [True, False])
def test_a_map_shows_a_name_as_text(crowd: mo.Dataset, outlines: bool) -> None:
    """In its titles, its labels and the table of its values."""
    for by in ("region", "city", "site"):
        sites = crowd.sites if by == "region" else None
        drawn = mo.map(crowd.commitments.breakdown("jobs", by=by), sites=sites, language="en", outlines=outlines)
        for page in (Page(drawn.svg), Page(drawn.html())):
            assert not DISTURBING.search(page.text)


def test_a_chart_shows_a_name_as_text(crowd: mo.Dataset) -> None:
    """In its labels, as SVG."""
    from maroc_offshoring.display import charts

    promised = crowd.commitments
    drawn = [
        charts.promised(promised.breakdown("jobs", by="operator")),
        charts.announcements(promised),
        charts.waterfall(promised.total("jobs")),
        charts.promised_and_measured(crowd.series("jobs", "city-0"), crowd.delivery()),
    ]
    for chart in drawn:
        page = Page(charts.svg(chart))
        assert not DISTURBING.search(page.text)
        assert "alert(1)" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_shows_a_name_as_text(crowd: mo.Dataset, language: str, tmp_path: Path) -> None:
    """It has its own script and no other."""
    path = tmp_path / "report.html"
    mo.report(crowd, path, language=language, charts=False)
    page = Page(path.read_text(encoding="utf-8"), scripts=1)
    assert holds_all(page)
    assert page.scripts[0].startswith('"use strict"')
    assert page.scripts[0].rstrip().endswith("})();")


def test_files_for_other_software_hold_a_name_as_it_is(tmp_path: Path) -> None:
    """Every format takes it; those that we read back give it back, and no cell of a table is a formula."""
    ds = strangers(WRITABLE)
    for format in FORMATS:
        ds.export(format, tmp_path / format)
    assert mo.Dataset.from_json((tmp_path / "json").read_text(encoding="utf-8")) == ds
    with closing(sqlite3.connect(tmp_path / "sqlite")) as database:
        titles = {title for (title,) in database.execute("SELECT title FROM commitments")}
    assert titles == set(WRITABLE.values())
    with (tmp_path / "datapackage" / "commitments.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert {cell.removeprefix("'") for cell in cells} >= set(WRITABLE.values())


@pytest.mark.parametrize("which", STEERING)
def test_files_refuse_what_they_cannot_hold(which: str, tmp_path: Path) -> None:
    """The refusal names the record, and nothing is written."""
    ds = strangers({which: NAMES[which]})
    for format in FORMATS:
        with pytest.raises(InvalidRecords, match="first-0"):
            ds.export(format, tmp_path / format)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("which", [*WRITABLE, *TURNING])
def test_the_draft_of_an_article_with_a_name_is_sound_toml(ds: mo.Dataset, which: str) -> None:
    """Whatever stands in the article, the draft reads back as TOML with no keys of the stranger's."""
    told = f"{NAMES[which]} va créer 300 emplois à Oujda d'ici 2028. « {NAMES[which]} » l'a dit."
    drafted = mo.draft(told, dataset=ds, published="2026-03-14")
    read = tomllib.loads(drafted.to_toml())
    assert set(read) <= {"commitments", "targets", "observations", "operators", "sources"}
    assert not DISTURBING.search(text(drafted, "en"))


def test_the_command_line_prints_a_name_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that names records, over a folder that holds such names."""
    folder = tmp_path / "own"
    folder.mkdir()
    tables = []
    for number, name in enumerate([*WRITABLE.values(), *TURNING.values()]):
        quoted = '"' + "".join(f"\\U{ord(character):08x}" for character in name) + '"'
        tables.append(
            f'[[sources]]\nid = "stranger-{number}"\npublisher = {quoted}\ntitle = {quoted}\npublished = "2026"\n'
            f'[[operators]]\nid = "acme-{number}"\nname = {quoted}\nnote = {quoted}\n'
            f'citations = ["stranger-{number}"]\n'
            f'[[commitments]]\nid = "ours-{number}"\ntitle = {quoted}\nmade_by = ["acme-{number}"]\n'
            f'places = ["jerada"]\nannounced_on = 2026-01-02\ncitations = ["stranger-{number}"]\n'
            f'[[commitments.pledges]]\nmeasure = "jobs"\nfigure = "300 emplois"\nbasis = "additional"\n'
        )
    (folder / "own.toml").write_text("\n".join(tables), encoding="utf-8")
    asked = (
        *(["show", f"ours-{number}"] for number in range(len(tables))),
        ["find", "ours"],
        ["total", "jobs", "--place", "Jerada", "--by", "operator"],
        ["total", "jobs", "--place", "Jerada", "--explain"],
        ["show", "acme-0", "--json"],
    )
    for words in asked:
        status = main([*words, "--records", str(folder)])
        printed = capsys.readouterr()
        assert status == 0, (words, printed.err)
        assert not re.search(f"{DISTURBING.pattern}|[\u2066-\u2069]", printed.out + printed.err), words
