"""What notebooks show: every object of the library, over the shipped records and over records of strangers."""

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.display import html, show, text, view
from maroc_offshoring.display.cleaning import clean
from maroc_offshoring.display.showing import SHOWN
from maroc_offshoring.display.style import STYLE
from maroc_offshoring.display.view import Bar, Lines, Piece, View, cell
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.shown import Shown

LANGUAGES = ("fr", "en", "ar")

TAGS = {
    "div", "style", "p", "strong", "bdi", "span", "code", "a", "abbr", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "details", "summary", "ul", "li", "svg", "rect",
}  # fmt: skip
ATTRIBUTES = {
    "class", "lang", "dir", "scope", "colspan", "href", "target", "rel", "title", "role", "aria-label", "viewbox",
    "preserveaspectratio", "x", "y", "width", "height", "fill-opacity",
}  # fmt: skip


class Page(HTMLParser):
    """A page read strictly: each tag and attribute is one of ours, and each that opens is closed in turn."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "rect"
        self._element(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert {name for name, _ in attrs} <= ATTRIBUTES
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}, tuple(self.open)))

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes, _ in self.elements if name == tag]


KINDS = (
    "sources", "countries", "regions", "former_regions", "cities", "institutions", "sites", "operators", "plans",
    "agreements", "commitments", "targets", "observations", "events", "incentives", "statements",
)  # fmt: skip


def memoranda(ds: mo.Dataset) -> Any:
    return ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")


def uncertain(ds: mo.Dataset) -> Any:
    return ds.commitments.where(ids=["2013-07-05-ibm-gdc-400", "2023-03-segula-agadir-1000"]).total("jobs")


def article(ds: mo.Dataset) -> Any:
    from maroc_offshoring.text import draft

    told = "Intelcia va créer 300 emplois à Oujda d'ici 2028, pour 65 MDH. Le secteur emploie 120 000 personnes."
    return draft(told, dataset=ds, published="2026-03-14")


OBJECTS: dict[str, Callable[[mo.Dataset], Any]] = {
    "dataset.Dataset": lambda ds: ds,
    "dataset.Coverage": lambda ds: ds.coverage(),
    **{f"dataset.Collection {kind}": lambda ds, kind=kind: getattr(ds, kind) for kind in KINDS},  # type: ignore[misc]
    "dataset.Collection of none": lambda ds: ds.sites[:0],
    **{f"model.Record {kind}": lambda ds, kind=kind: _fullest(getattr(ds, kind)) for kind in KINDS[1:]},  # type: ignore[misc]
    "model.Source": lambda ds: _fullest(ds.sources),
    "dataset.Match": lambda ds: ds.find("oujda")[0],
    "dataset.Match, several": lambda ds: ds.find("oujda"),
    "dataset.Match and a record": lambda ds: [ds.find("oujda")[0], ds.plans[0]],
    "figures.Figure": lambda ds: ds.observations["obs-jobs-fes-2019"].figure,
    "figures.Figure converted": lambda ds: mo.convert(mo.parse_figure("65 MDH"), to="EUR", on=2022),
    "totals.Total": lambda ds: memoranda(ds).total("jobs"),
    "totals.Total of a basket": lambda ds: ds.commitments.total("investment"),
    "totals.Total at constant prices": lambda ds: ds.commitments.total("investment", currency="EUR", prices=2021),
    "totals.Total of nothing": lambda ds: ds.commitments[:0].total("jobs"),
    "totals.Breakdown": lambda ds: ds.commitments.breakdown("jobs", by="region"),
    "totals.Breakdown by two": lambda ds: ds.commitments.breakdown("jobs", by=("region", "due")),
    "totals.Breakdown of a basket": lambda ds: ds.commitments.breakdown("investment", by="status"),
    "totals.Breakdown by a function": lambda ds: ds.commitments.breakdown("jobs", by=lambda record: record.confidence),
    "totals.Simulation": lambda ds: uncertain(ds).simulate(draws=200),
    "series.Series": lambda ds: ds.series("export_revenue", perimeter="old", segment=None),
    "series.Series in strands": lambda ds: ds.series("jobs"),
    "series.Series of nothing": lambda ds: ds.series("jobs", "Jerada"),
    "series.Best": lambda ds: ds.series("export_revenue", perimeter="old", segment=None).best(),
    "checks.Findings": lambda ds: ds.check(),
    "checks.Finding": lambda ds: ds.check()[0],
    "delivery.Delivery": lambda ds: ds.delivery(),
    "delivery.Judgement": lambda ds: ds.delivery(ids="tgt-investment-morocco-2020")[0],
    "delivery.Outlook": lambda ds: ds.outlook("jobs", until=2030),
    "delivery.Outlook of a basket": lambda ds: ds.outlook("investment", until=2040),
    "text.Draft": article,
}


def _fullest(records: Any) -> Any:
    """The record of a kind that says most."""
    return max(records, key=lambda record: (len(str(mo.to_dict(record))), record.id))


def test_every_class_that_is_shown_has_an_object_here() -> None:
    """The objects of these tests cover all the classes that the display room lists, and each has the hook."""
    assert {re.match(r"[\w.]+", name)[0] for name in OBJECTS} == set(SHOWN)  # type: ignore[index]
    for name in SHOWN:
        room, _, cls = name.partition(".")
        homes = {"Simulation": "totals.simulation", "Match": "dataset.search", "Coverage": "dataset.coverage"}
        assert issubclass(getattr(import_module(f"maroc_offshoring.{homes.get(cls, room)}"), cls), Shown)


@pytest.fixture(scope="session")
def shown(ds: mo.Dataset) -> Callable[[str], Any]:
    """The objects by name, each made once."""
    made: dict[str, Any] = {}

    def one(name: str) -> Any:
        if name not in made:
            made[name] = OBJECTS[name](ds)
        return made[name]

    return one


@pytest.mark.parametrize("name", OBJECTS)
def test_an_object_is_shown_as_sound_html_in_each_language(name: str, shown: Callable[[str], Any]) -> None:
    """Each table has a caption and headings with a scope, and each bar and sign says what it stands for."""
    for language in LANGUAGES:
        written = html(shown(name), language, rows=6)
        assert written == html(shown(name), language, rows=6)
        page = Page(written)
        (outer,) = page.all("div")
        assert (outer["lang"], outer["dir"]) == (language, "rtl" if language == "ar" else "ltr")
        assert len(page.all("caption")) == len(page.all("table"))
        assert all(caption.strip() for caption in re.findall(r"<caption[^>]*>(.*?)</caption>", written))
        assert all(head.get("scope") in ("col", "row") for head in page.all("th"))
        assert all(bar["role"] == "img" and "%" in bar["aria-label"] for bar in page.all("svg"))
        assert all(sign["title"] for sign in page.all("abbr"))
        for link in page.all("a"):
            assert link["href"].lower().startswith(("https://", "http://"))
            assert link["rel"] == "noopener noreferrer"
        assert page.text.strip()
        assert "None" not in page.text.split()


@pytest.mark.parametrize("name", OBJECTS)
def test_an_object_is_shown_as_text_that_fits(name: str, shown: Callable[[str], Any]) -> None:
    """No line is wider than the terminal, and none holds a character that moves its cursor."""
    from maroc_offshoring.display.plain import columns_of

    for language, width in (("fr", 80), ("ar", 60), ("en", 132)):
        written = text(shown(name), language, rows=6, width=width)
        assert max(map(columns_of, written.split("\n"))) <= width
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written)
        assert not re.search(r" $", written, re.MULTILINE)


@pytest.mark.parametrize("name", [name for name in OBJECTS if "several" not in name and "and a" not in name])
def test_a_notebook_finds_html_and_nothing_else(name: str, shown: Callable[[str], Any]) -> None:
    """The hook gives English HTML; no object hands out JSON or draws itself in another way."""
    thing = shown(name)
    assert thing._repr_html_() == html(thing)
    for hook in ("_repr_json_", "_repr_mimebundle_", "_ipython_display_", "_repr_javascript_"):
        assert not hasattr(thing, hook)


def test_rows_of_a_page_add_up_to_their_columns(shown: Callable[[str], Any]) -> None:
    """Each row of a table has as many cells as the table has headings."""
    written = html(shown("totals.Breakdown by two"), "en", rows=3)
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", written)
    assert {
        sum(int(span or 1) for span in re.findall(r'<t[hd](?: [^>]*?)?(?: ?colspan="(\d)")?>', row)) for row in rows
    } == {4}


def test_html_needs_nothing_from_elsewhere(shown: Callable[[str], Any]) -> None:
    """There is no script, no image, no font and no address but those of the links."""
    written = html(shown("totals.Total"))
    without_links = re.sub(r'href="[^"]*"', "", written)
    assert not re.search(r"(?i)<script|<img|<link|<iframe|@import|url\(|https?://(?!\S*</bdi>)", without_links)


def test_a_hidden_seed_changes_nothing() -> None:
    """Two processes with different hash seeds write the same."""
    code = """
import hashlib, maroc_offshoring as mo
from maroc_offshoring.display import html
ds = mo.load()
parts = ds.commitments.breakdown("jobs", by="region")
things = [ds, ds.commitments, parts, ds.series("jobs"), ds.find("oujda")]
print(hashlib.sha256("".join(html(thing, "fr") for thing in things).encode()).hexdigest())
"""
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": _path()},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def _path() -> str:
    assert mo.__file__ is not None
    return os.path.dirname(os.path.dirname(mo.__file__))


def test_names_and_amounts_are_those_of_the_language(ds: mo.Dataset) -> None:
    """A region has its Arabic name in Arabic; dirhams are grouped and joined as French readers write them."""
    arabic = Page(html(ds.commitments.breakdown("jobs", by="region"), "ar")).text
    table, _, _ = arabic.partition("لم تُحتسب")
    assert "الشرق" in table
    assert "Oriental" not in table
    pledges = Page(html(ds.commitments["2009-01-16-fes-shore-15000"], "fr")).text
    assert "1\u202f000\u202f000\u202f000\u00a0MAD" in pledges
    assert "prix courants" in pledges


def test_dates_among_arabic_words_are_set_from_left_to_right(ds: mo.Dataset) -> None:
    """The parts of a date would change places after Arabic letters."""
    assert '<bdi dir="ltr">2026-11-22</bdi>' in html(ds, "ar")
    assert '<bdi dir="ltr">' not in html(ds, "fr")


def test_how_firmly_a_figure_stands_is_seen(ds: mo.Dataset) -> None:
    """Signs stand for `at least` and `about`, explained; what takes words has words, and in Arabic all has."""
    found = ds.commitments.breakdown("jobs", by="region")
    english = html(found)
    oriental = found["Oriental"].figure
    assert oriental.qualifier == "at_least"
    assert '<abbr class="maroc-sign" title="at least">≥</abbr>' in english
    assert f"≥\u00a0{figure_in(oriental).removeprefix('at least ')}" in Page(english).text
    assert figure_in(found.total.figure) in english
    assert "≥" not in html(found, "ar")
    assert figure_in(oriental, "ar") in html(found, "ar")


def test_the_head_says_what_is_counted_and_at_which_prices(ds: mo.Dataset) -> None:
    """Nominal or constant, the years of the rates, and what is missing stand above the figures."""
    nominal = text(ds.commitments.total("investment", currency="EUR", on=2020), "en", width=200)
    assert "current prices · converted at the rate of 2020" in nominal
    total = ds.commitments.total("investment", currency="EUR", prices=2021)
    constant = text(total, "en", width=200)
    assert "constant prices of 2021 · converted at the rate of 2021" in constant
    missing = len(total.without_rate)
    assert missing > 0
    assert f"without {'one amount that has' if missing == 1 else f'{missing} amounts that have'} no rate" in constant


def test_a_long_collection_says_how_much_is_not_shown(ds: mo.Dataset) -> None:
    """Twenty rows by default, all on demand, and never a row dropped in silence."""
    page = Page(html(ds.cities))
    assert f"… and {len(ds.cities) - 20} more" in page.text
    everything = Page(html(ds.cities, rows=None))
    assert "more" not in everything.text
    assert len(everything.all("tr")) == len(ds.cities) + 1
    parts = ds.commitments.breakdown("jobs", by="due")
    lines = text(parts, rows=2).split("\n")
    assert lines.index(f"… and {len(parts) - 2} more") == next(
        at - 1 for at, line in enumerate(lines) if line.startswith("in all")
    )


def test_the_sources_lead_where_they_were_read(ds: mo.Dataset) -> None:
    """A total lists its sources with their titles as links."""
    page = Page(html(memoranda(ds).total("jobs")))
    assert {link["href"] for link in page.all("a")} == {source.url for source in memoranda(ds).total("jobs").sources}


def test_a_language_is_asked_for_and_not_set(ds: mo.Dataset) -> None:
    """`show` gives the language to one object; the next one is in English again."""
    french = show(ds.region("Oriental"), "fr")
    assert french._repr_html_() == html(ds.region("Oriental"), "fr")
    assert repr(french) == "<Region MA-02: Oriental, shown in fr>"
    assert "région" in str(french)
    assert 'lang="en"' in ds.region("Oriental")._repr_html_()


def test_the_text_of_a_shown_thing_is_as_wide_as_the_terminal(ds: mo.Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """`print(show(...))` asks the terminal for its width."""
    parts = ds.commitments.breakdown("jobs", by="region")
    monkeypatch.setenv("COLUMNS", "50")
    assert str(show(parts)) == text(parts, width=50)


def test_a_thing_that_is_shown_pickles_and_compares_as_before(ds: mo.Dataset) -> None:
    """The hook adds nothing to an object: no field, no dictionary."""
    record = ds.commitments["2022-04-20-phoneo"]
    assert pickle.loads(pickle.dumps(record)) == record
    assert not hasattr(record, "__dict__")
    assert not hasattr(record.pledges[0].figure, "__dict__")
    assert pickle.loads(pickle.dumps(show(record, "ar")))._repr_html_() == show(record, "ar")._repr_html_()


def test_an_outlook_shows_its_assumptions_and_what_stands_beside(ds: mo.Dataset) -> None:
    """What may come is never seen without what it rests on; levels and aims are named and not added."""
    outlook = ds.outlook("jobs", until=2030)
    page = Page(html(outlook))
    assert all(each.label("en") in page.text for each in outlook.assumptions)
    assert "levels promised, not added" in page.text
    assert "aims, never added to promises" in page.text


HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style></td></table><svg onload=alert(1)>",
    "'\" onmouseover=alert(1) x='",
    "<!-- <![CDATA[ ]]> --> &lt;b&gt; &amp;nbsp; &#60;",
    "\u202egnp.exe \u2066\u2067 اسم",
    "two\nlines\r\nand\ttabs\u2028and\u0085more",
    "\x1b[31mred\x1b]0;title\x07\x00",
    "half \ud800 of a letter",
    "🧑\u200d💻 مكتب 表 ⵟⴰⵏⵊⴰ",
    "long" * 2000,
    "{n} {0} %s \\ `code` $(rm)",
)
ADDRESSES = (
    "javascript:alert(1)",
    "JAVA\tSCRIPT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://e.example/"onmouseover="alert(1)',
    "https://e.example/<script>",
    "https://e.example/\njavascript:alert(1)",
    "//e.example",
    "https://e.example/?a=1&b=2",
)


def strangers(name: str, address: str) -> Iterator[Any]:
    """Objects made of records whose every text is the one given."""
    paper = mo.Source(id="paper", publisher=name, title=name, url=address, seen_at=address, published="2020")
    bare = mo.Source(id="bare", publisher=name, url=address)
    cites = [mo.Citation(source=paper, said_by=name, words=name), bare]
    morocco = mo.Country(id="morocco", name=mo.Name(name, name, name, aliases=[name]), citations=cites, note=name)
    region = mo.Region(id="MA-02", name=name, parent=morocco, citations=cites, provinces=[name], capital=name)
    city = mo.City(id="city", name=name, parent=region, citations=cites)
    acme = mo.Operator(id="acme", name=name, citations=cites, parent=name, owners=[mo.Owner(name=name)])
    bolt = mo.Operator(id="bolt", name=f"{name} 2", citations=cites)
    body = mo.Institution(id="body", name=name, acronym=name, role=name, citations=cites)
    words = {"value": 500, "unit": "job", "qualifier": "at_least", "as_printed": name}

    def promise(id: str, by: mo.Operator, due: str, **more: Any) -> mo.Commitment:
        pledge = mo.Pledge(measure="jobs", figure=mo.Figure(**words), due=due, basis="additional", note=name)
        return mo.Commitment(
            id=id, title=name, made_by=[by], places=[city], pledges=[pledge], citations=cites, note=name,
            announced_on="2019", history=[mo.StatusChange(status="announced", on="2019", note=name)], **more,
        )  # fmt: skip

    first = promise("first", acme, "2020")
    told_again = promise("again", acme, "2020", restates=first)
    seen = [
        mo.Observation(
            id=f"seen-{jobs}", measure="jobs", figure=mo.Figure(jobs, "job", as_printed=name), place=city,
            basis="stock", period="2020", said_by=name, citations=cites,
        )
        for jobs in (100, 900)
    ]  # fmt: skip
    event = mo.Event(
        id="event", series=name, title=name, chaired_by=[name], awards=[mo.Award(title=name, count=1)], citations=cites
    )
    rule = mo.Incentive(id="rule", kind="training", rule=name, instrument=name, conditions=name, citations=cites)
    said = mo.Statement(id="said", summary=name, said_by=name, points=[name], citations=cites)
    signed = mo.Agreement(
        id="signed", title=name, kind="mou", parties=[body], axes=mo.Outline(count=2, named=[name]), citations=cites
    )
    ds = mo.Dataset.of(
        first, told_again, promise("second", bolt, "2030"), *seen, event, rule, said, signed, version=name,
        published="2026-11-22",
    )  # fmt: skip
    yield ds
    yield from ds.records()
    yield from (getattr(ds, kind) for kind in KINDS)
    yield seen[0].figure
    yield ds.commitments.total("jobs")
    yield ds.commitments.breakdown("jobs", by=("operator", "region", lambda record: name))
    yield ds.series("jobs", "city")
    yield ds.series("jobs", "city").best()
    yield ds.check()
    yield from ds.check()
    yield ds.delivery()
    yield from ds.delivery()
    yield ds.outlook("jobs", until=2031)
    yield list(ds.records())


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:24])
def test_no_text_of_a_stranger_breaks_what_is_shown(name: str) -> None:
    """Whatever a name holds, the page stays sound and the terminal whole, in each language."""
    from maroc_offshoring.display.plain import columns_of

    address = ADDRESSES[HOSTILE.index(name) % len(ADDRESSES)]
    for thing in strangers(name, address):
        for language in LANGUAGES:
            page = Page(html(thing, language, rows=None))
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", page.text)
            assert page.text.encode()
            assert max(map(len, page.texts)) < 1500
            assert {link["href"] for link in page.all("a")} <= {"https://e.example/?a=1&b=2"}
            for line in text(thing, language, rows=None, width=72).split("\n"):
                assert columns_of(line) <= 72
                assert not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2028]", line)


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_a_web_address_becomes_a_link(address: str) -> None:
    """Any other address stands there as text, so that a reader sees it and cannot follow it by accident."""
    paper = mo.Source(id="paper", publisher="Le Journal", url=address)
    links = [link["href"] for link in Page(html(paper)).all("a")]
    assert links == ([address] if address == ADDRESSES[-1] else [])
    assert "e.example" not in address or "e.example" in Page(html(paper)).text


def test_names_that_look_like_markup_are_read_as_they_are() -> None:
    """A name is shown letter by letter, not swallowed and not written twice over."""
    body = mo.Institution(
        id="body", name="R&D <b>Lab</b> \"Oujda\" 'x'",
        citations=[mo.Source(id="paper", publisher="&amp;")],
    )  # fmt: skip
    page = Page(html(body))
    assert "R&D <b>Lab</b> \"Oujda\" 'x'" in page.texts
    assert "&amp;" in page.texts


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:24])
def test_what_is_said_to_who_does_not_see_is_escaped_too(name: str) -> None:
    """The explanation of a sign, the text of a bar and a caption may hold anything."""
    shown = cell(Piece("?", explained=name), Bar(0.5, 0.5, says=name), Piece(name, "code"))
    page = Page(View(language="en", title=shown, blocks=(Lines(caption=name, items=(shown,), is_folded=True),)).html())
    assert len(page.all("abbr")) == len(page.all("svg")) == 2
    assert page.all("abbr")[0]["title"] == page.all("svg")[0]["aria-label"] == clean(name)


def test_a_view_goes_without_its_style_into_a_page_that_has_it(ds: mo.Dataset) -> None:
    """The report writes the rules once."""
    assert html(ds.plans, styled=False) == html(ds.plans).removeprefix(f"<style>\n{STYLE}\n</style>\n")
    assert view(ds.plans).html(styled=False) == html(ds.plans, styled=False)
