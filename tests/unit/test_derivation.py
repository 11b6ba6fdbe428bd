"""A derivation is read as text and HTML in three languages, and serialises without losing a digit."""

import json
import pickle
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.derivation import (
    DEEPEST,
    Derivation,
    NodeKind,
    RecordReference,
    Sentence,
    SourceReference,
    in_language,
)

PAGE = SourceReference("page", "Médias24, 2022", "https://example.org/a?b=1&c=2")


def said(text: str) -> Sentence:
    return Sentence.same(text)


def node(kind: str = "added", text: str = "a promise", **fields: Any) -> Derivation:
    return Derivation(kind=kind, statement=said(text), **fields)


def tree() -> Derivation:
    """A small derivation with every kind of part."""
    euros = mo.convert(mo.parse_figure("1,5 milliard de dirhams"), to="EUR", on=2022)
    return node(
        "total", "investment",
        figure=euros,
        children=[
            node(figure=euros, record=RecordReference("commitment", "a"), sources=[PAGE], children=[
                node("stated", "stated", figure=mo.parse_figure("1,5 milliard de dirhams")),
            ]),
            node("heading", "left out", children=[node("left_out", "b [b]: told again", figure=mo.Figure(5, "job"))]),
        ],
    )  # fmt: skip


def test_text_indents_what_something_was_derived_from() -> None:
    """The root, its lines, their details, a heading at the level of what it heads, and the sources by number."""
    lines = tree().text().replace("\u202f", " ").replace("\u00a0", " ").splitlines()
    assert lines == [
        "investment: 140 382 401.66 EUR",
        "  + 140 382 401.66 EUR  a promise (1)",
        "      stated: 1 500 000 000 MAD",
        "left out:",
        "  - 5 jobs  b [b]: told again",
        "sources:",
        "  1. Médias24, 2022 <https://example.org/a?b=1&c=2>",
    ]


def test_text_speaks_each_language() -> None:
    """French has its comma and its space before the colon, Arabic its words."""
    french = tree().text("fr").replace("\u202f", " ")
    assert french.splitlines()[0] == "investment\u00a0: 140 382 401,66\u00a0EUR"
    assert french.splitlines()[-2] == "sources\u00a0:"
    assert "المصادر:" in tree().text("ar")
    with pytest.raises(mo.errors.UnknownWord, match="language of explanations"):
        tree().text("de")


def test_a_source_is_numbered_once_however_often_it_is_cited() -> None:
    """Two lines of one page, one number; a second page the next."""
    other = SourceReference("other", "CRI")
    lines = node(
        "total", "t", children=[node(sources=[PAGE]), node(sources=[other, PAGE]), node(sources=[PAGE])]
    ).text().splitlines()  # fmt: skip
    assert [line[-6:] for line in lines[1:4]] == ["se (1)", "(2, 1)", "se (1)"]
    assert lines[5:] == ["  1. Médias24, 2022 <https://example.org/a?b=1&c=2>", "  2. CRI"]


def test_no_line_break_of_a_title_breaks_the_lines_of_the_text() -> None:
    """A statement with a line break stays on its line."""
    assert node("note", "one\ntwo").text() == "one two"


class Elements(HTMLParser):
    """Reads HTML and refuses what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def elements(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


def test_html_is_closed_lists_without_script_or_style() -> None:
    """Details where there is something below, list items elsewhere, one link per source."""
    found = elements(tree().html())
    tags = [tag for tag, _ in found.seen]
    assert set(tags) == {"div", "details", "summary", "ul", "li", "bdi", "sup", "p", "ol", "a"}
    assert found.seen[0] == ("div", {"class": "derivation", "lang": "en", "dir": "ltr"})
    assert ("a", {"href": "https://example.org/a?b=1&c=2"}) in found.seen
    assert "left out" in found.text


def test_html_in_arabic_runs_from_right_to_left() -> None:
    """The language and the direction are stated, and each text is kept apart from the direction of its neighbours."""
    found = elements(tree().html("ar"))
    assert found.seen[0][1] == {"class": "derivation", "lang": "ar", "dir": "rtl"}
    assert "المصادر" in found.text


@pytest.mark.parametrize("attack", ['<script>alert("x")</script>', "'><img src=x onerror=y>", "a & b"])
def test_html_escapes_every_text(attack: str) -> None:
    """A title, a source and an address that hold markup come out as text."""
    hostile = node(
        text=attack, record=RecordReference("commitment", attack),
        sources=[SourceReference(attack, attack, f"https://example.org/{attack}")], children=[node(text=attack)],
    )  # fmt: skip
    found = elements(hostile.html())
    assert not {"script", "img"} & {tag for tag, _ in found.seen}
    assert found.text.count(attack) == 3


def test_html_links_to_web_addresses_alone() -> None:
    """An address that could be run is shown as text."""
    for url in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " https://example.org"):
        found = elements(node(sources=[SourceReference("s", "text", url)]).html())
        assert "a" not in [tag for tag, _ in found.seen]
        assert url.strip() in found.text


def test_data_reads_back_equal() -> None:
    """Through JSON, with every digit, every step and every language."""
    derivation = tree()
    back = Derivation.from_dict(json.loads(json.dumps(derivation.to_dict())))
    assert back == derivation
    assert back.figure is not None
    assert derivation.figure is not None
    assert back.figure.steps == derivation.figure.steps
    assert back.text("ar") == derivation.text("ar")
    assert pickle.loads(pickle.dumps(derivation)) == derivation


def test_data_is_plain_and_says_its_version() -> None:
    """Numbers are texts, so that no reader rounds them."""
    data = tree().to_dict()
    assert (data["format"], data["version"]) == ("maroc_offshoring.derivation", 1)
    figure = data["derivation"]["figure"]
    assert figure["value"] == str(tree().figure.value)  # type: ignore[union-attr]
    assert figure["steps"][0]["unit"] == "EUR/MAD"
    assert data["derivation"]["children"][0]["record"] == {"kind": "commitment", "id": "a"}


def change(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The data with one value changed; `...` takes the key away."""
    changed: dict[str, Any] = json.loads(json.dumps(data))
    here: Any = changed
    *above, last = path.split(".")
    for key in above:
        here = here[int(key) if key.isdigit() else key]
    if value is ...:
        del here[last]
    else:
        here[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "error", "message"),
    [
        ("format", "other", "InvalidField", "format: got 'other'"),
        ("version", 2, "InvalidField", "version: got 2, expected 1"),
        ("version", True, "InvalidField", "version: got True"),
        ("derivation", [], "WrongType", "derivation: got .*expected a table"),
        ("derivation", ..., "InvalidField", "derivation: got None"),
        ("derivation.kind", "totl", "UnknownWord", "derivation.kind: 'totl' is not a node kind; did you mean 'total'"),
        ("derivation.kind", ..., "InvalidField", "derivation.kind: got None"),
        ("derivation.statement.ar", ..., "InvalidField", "derivation.statement.ar: got None"),
        ("derivation.statement.ar", " ", "InvalidField", "derivation.statement.ar: got ' ', expected a sentence"),
        ("derivation.statement.ar", 5, "WrongType", "derivation.statement.ar: got 5"),
        ("derivation.statement.de", "x", "UnknownKeyword", "derivation.statement: a derivation takes no 'de'"),
        ("derivation.colour", "red", "UnknownKeyword", "takes no 'colour'"),
        ("derivation.figure.value", 5.5, "WrongType", "derivation.figure.value: got 5.5"),
        ("derivation.figure.value", "NaN", "InvalidField", "derivation.figure.value: got 'NaN'"),
        ("derivation.figure.value", "-5", "InvalidField", "derivation.figure.value: got '-5'"),
        ("derivation.figure.value", "1e999999999", "InvalidField", "derivation.figure.value"),
        ("derivation.figure.value", None, "InvalidField", "derivation.figure.value: got None"),
        ("derivation.figure.unit", "jbo", "UnknownUnit", "'jbo' is not a unit"),
        ("derivation.figure.qualifier", "abuot", "UnknownWord", "did you mean 'about'"),
        ("derivation.figure.as_printed", 7, "WrongType", "derivation.figure.as_printed: got 7"),
        ("derivation.figure.steps", {}, "WrongType", "derivation.figure.steps: got {}"),
        ("derivation.figure.steps.0.year", "2022", "WrongType", r"derivation.figure.steps\[0\].year: got '2022'"),
        ("derivation.figure.steps.0.factor", None, "WrongType", r"derivation.figure.steps\[0\].factor: got None"),
        ("derivation.figure.steps.0.note", None, "WrongType", r"derivation.figure.steps\[0\].note: got None"),
        ("derivation.children", "abc", "WrongType", "derivation.children: got 'abc'"),
        ("derivation.children.0.kind", 3, "WrongType", r"derivation.children\[0\].kind: got 3"),
        ("derivation.children.0.record.id", "", "InvalidField", r"derivation.children\[0\].record.id: got ''"),
        ("derivation.children.0.record", "a", "WrongType", r"derivation.children\[0\].record: got 'a'"),
        ("derivation.children.0.sources.0.url", 4, "WrongType", r"derivation.children\[0\].sources\[0\].url: got 4"),
        ("derivation.children.0.sources.0.text", ..., "InvalidField", r"sources\[0\].text: got None"),
    ],
)
def test_bad_data_is_refused_by_name(path: str, value: Any, error: str, message: str) -> None:
    """Each fault names its place in the data, what was got and what was expected."""
    with pytest.raises(getattr(mo.errors, error), match=message):
        Derivation.from_dict(change(tree().to_dict(), path, value))


def test_data_that_is_no_table_is_refused() -> None:
    """A list, a text and None are no derivation."""
    for wrong in ([], "text", None, 5):
        with pytest.raises(mo.errors.WrongType, match="expected a table"):
            Derivation.from_dict(wrong)  # type: ignore[arg-type]


def test_a_hostile_deep_tree_is_refused_and_exhausts_nothing() -> None:
    """A hundred thousand levels of data, and one level too many of nodes: our own error."""
    inner: dict[str, Any] = {"kind": "note", "statement": {"fr": "a", "en": "a", "ar": "a"}}
    data = inner
    for _ in range(100_000):
        data = {"kind": "note", "statement": {"fr": "a", "en": "a", "ar": "a"}, "children": [data]}
    with pytest.raises(mo.errors.InvalidField, match=f"at most {DEEPEST} levels"):
        Derivation.from_dict({"format": "maroc_offshoring.derivation", "version": 1, "derivation": data})
    deepest = node()
    for _ in range(DEEPEST - 1):
        deepest = node(children=[deepest])
    assert deepest.depth == DEEPEST
    assert Derivation.from_dict(deepest.to_dict()) == deepest
    with pytest.raises(mo.errors.InvalidField, match="51 levels"):
        node(children=[deepest])
    del data["children"]  # Python itself frees nested tables level by level; these are too many for it


def test_data_that_unfolds_without_end_is_refused() -> None:
    """Two children that are one and the same table, forty levels deep, are more nodes than anyone has."""
    data: dict[str, Any] = {"kind": "note", "statement": {"fr": "a", "en": "a", "ar": "a"}}
    for _ in range(40):
        data = {**data, "children": [data] * 1000}
    from maroc_offshoring.derivation import plain

    reader = plain._Reader()
    reader.left = 10_000  # the limit itself is a hundred times as many, and the same rule
    with pytest.raises(mo.errors.InvalidField, match="nodes"):
        reader.node(data, 1)


def test_the_parts_of_a_node_are_checked() -> None:
    """A wrong kind, statement, figure or child is refused when the node is made."""
    with pytest.raises(mo.errors.UnknownWord, match="kind: 'sum of all'"):
        node("sum of all")
    with pytest.raises(mo.errors.WrongType, match="statement: got 'text'"):
        Derivation(kind="note", statement="text")  # type: ignore[arg-type]
    with pytest.raises(mo.errors.WrongType, match="figure: got 5"):
        node(figure=5)
    with pytest.raises(mo.errors.WrongType, match="children: got 'a'"):
        node(children=["a"])
    with pytest.raises(mo.errors.WrongType, match="sources: got 'a'"):
        node(sources="a")


def test_a_sentence_is_filled_from_one_set_of_words(ds: mo.Dataset) -> None:
    """A figure, a measure, a place and a number, each as its language writes it."""
    place = ds.city("Fès")
    sentence = Sentence.of(
        "{measure} à {place}\u00a0: {figure}", "{measure} in {place}: {figure}", "{measure} في {place}: {figure}",
        measure=mo.Measure.JOBS, place=place, figure=mo.parse_figure("près de 4 500 emplois"),
    )  # fmt: skip
    assert sentence.fr == "emplois à Fès\u00a0: près de 4\u202f500\u00a0emplois"
    assert sentence.en == "jobs in Fez: nearly 4\u202f500\u00a0jobs"
    assert sentence.ar == "مناصب الشغل في فاس: ما يقارب 4\u202f500\u00a0منصب شغل"
    assert str(sentence) == sentence.en
    with pytest.raises(mo.errors.InvalidField, match="one in each language"):
        Sentence("a", "", "b")
    assert in_language(("a", mo.Measure.JOBS), "ar") == "a، مناصب الشغل"


def test_every_kind_has_a_name_in_every_language() -> None:
    """The closed list is complete."""
    for kind in NodeKind:
        assert all(kind.label(language) for language in ("fr", "en", "ar"))
        assert kind.name_.ar


def test_walking_meets_each_node_before_what_it_came_from() -> None:
    """Root, line, detail, heading, what is left out."""
    assert [each.kind.value for each in tree().walk()] == ["total", "added", "stated", "heading", "left_out"]
    assert repr(tree()) == "<Derivation total: investment; 2 below>"


# Figures in words


@pytest.mark.parametrize(
    ("figure", "french", "english", "arabic"),
    [
        (mo.Figure(5050, "job"), "5 050 emplois", "5 050 jobs", "5 050 منصب شغل"),
        (
            mo.Figure(3000, "job", "at_least"), "au moins 3 000 emplois", "at least 3 000 jobs",
            "3 000 منصب شغل على الأقل",
        ),
        (mo.Figure(800, "job", "at_most"), "au plus 800 emplois", "at most 800 jobs", "800 منصب شغل على الأكثر"),
        (
            mo.Figure(None, "job", "range", low=5, high=9), "entre 5 et 9 emplois", "between 5 and 9 jobs",
            "ما بين 5 و9 منصب شغل",
        ),
        (mo.Figure(None, "job", "range", low=5), "5 emplois ou plus", "5 or more jobs", "5 منصب شغل أو أكثر"),
        (mo.Figure(None, "job", "range", high=5), "jusqu'à 5 emplois", "up to 5 jobs", "إلى غاية 5 منصب شغل"),
        (
            mo.Figure(Decimal("2.5"), "MAD_2015", "about"), "environ 2,5 MAD de 2015", "about 2.5 MAD of 2015",
            "حوالي 2,5 درهم لسنة 2015",
        ),
        (mo.Figure(9, "MAD/job", "nearly"), "près de 9 MAD/emploi", "nearly 9 MAD/job", "ما يقارب 9 درهم لكل منصب شغل"),
    ],
)  # fmt: skip
def test_a_figure_describes_itself_in_each_language(
    figure: mo.Figure, french: str, english: str, arabic: str, look: Any
) -> None:
    """The qualifier, the number and the unit, in the order and with the comma of the language."""
    assert [look.text(figure.describe(language)) for language in ("fr", "en", "ar")] == [french, english, arabic]
    assert figure.describe() == str(figure)
    with pytest.raises(mo.errors.UnknownWord, match="language of figures"):
        figure.describe("de")
