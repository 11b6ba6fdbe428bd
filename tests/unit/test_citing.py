"""Citations as text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re

import pytest

import maroc_offshoring as mo
from maroc_offshoring.citing import cite

# The names of the CSL 1.0.2 input schema that we use, and its types.
CSL_FIELDS = {
    "id", "type", "title", "container-title", "author", "publisher", "issued", "language", "URL", "note",
}  # fmt: skip
CSL_TYPES = {"article-newspaper", "webpage", "document"}


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    """The reference dataset."""
    return mo.load()


def source(**fields: object) -> mo.Source:
    """Make a source with some fields of its own."""
    return mo.Source(**{"id": "paper", "publisher": "CRI", **fields})  # type: ignore[arg-type]


def entries(bibtex: str) -> dict[str, dict[str, str]]:
    """Read BibTeX as BibTeX does: by counting braces, whatever stands before them."""
    found: dict[str, dict[str, str]] = {}
    position = 0
    while position < len(bibtex):
        head = re.compile(r"\s*@misc\{([^\s,{}\"#%'()=~\\]+),").match(bibtex, position)
        assert head, bibtex[position : position + 60]
        assert head[1].casefold() not in map(str.casefold, found)
        fields = found[head[1]] = {}
        position = head.end()
        while not (end := re.compile(r"\s*\}\s*").match(bibtex, position)):
            name = re.compile(r"\s*([a-z]+) = ").match(bibtex, position)
            assert name, bibtex[position : position + 60]
            position = name.end()
            if bibtex[position] == "{":
                start, depth = position, 0
                while True:
                    depth += {"{": 1, "}": -1}.get(bibtex[position], 0)
                    position += 1
                    if depth == 0:
                        break
                value = bibtex[start + 1 : position - 1]
            else:
                word = re.compile(r"[a-z]+").match(bibtex, position)
                assert word
                value, position = word[0], word.end()
            assert bibtex[position] == ","
            assert name[1] not in fields
            fields[name[1]] = value
            position += 1
        position = end.end()
    return found


def test_all_sources_are_sound_bibtex(ds: mo.Dataset) -> None:
    """Each source is one entry with a key of its own, its address untouched."""
    read = entries(cite(ds.sources, "bibtex"))
    assert len(read) == len(ds.sources)
    for one, fields in zip(ds.sources, read.values(), strict=True):
        assert set(fields) <= {"author", "title", "year", "month", "day", "url", "language", "note"}
        assert not re.search(r"(?<!\\)[&%$#_^~]", fields["author"] + fields.get("title", "") + fields.get("note", ""))
        if one.url and one.url.isascii():
            assert fields["url"] == one.url
        assert ("year" in fields) == (one.published is not None)


def test_all_sources_are_sound_csl(ds: mo.Dataset) -> None:
    """Each source is one item of the schema's fields, fit for JSON."""
    items = cite(ds.sources, "csl")
    assert json.loads(json.dumps(items)) == items
    assert len({item["id"] for item in items}) == len(ds.sources)
    for item in items:
        assert set(item) <= CSL_FIELDS
        assert item["type"] in CSL_TYPES
        assert all(item.values())


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("R&D: 50% of 5 $ in #1_a", r"R\&D: 50\% of 5 \$ in \#1\_a"),
        ("a {brace", r"a \textbraceleft{}brace"),
        ("a} brace\\", r"a\textbraceright{} brace\textbackslash{}"),
        ("~ and ^", r"\textasciitilde{} and \textasciicircum{}"),
        ("Fès, « l'éco » وجدة", "Fès, « l'éco » وجدة"),
        ("two\n lines", "two lines"),
    ],
)
def test_what_tex_reads_is_escaped(title: str, written: str) -> None:
    """Signs become commands, letters stay."""
    (fields,) = entries(source(title=title).cite("bibtex")).values()
    assert fields["title"] == f"{{{written}}}"


@pytest.mark.parametrize(
    ("published", "fields", "issued"),
    [
        (None, {}, None),
        ("2019", {"year": "2019"}, [2019]),
        ("2019-04", {"year": "2019", "month": "apr"}, [2019, 4]),
        ("2019-04-24", {"year": "2019", "month": "apr", "day": "24"}, [2019, 4, 24]),
    ],
)
def test_a_date_keeps_its_precision(published: str | None, fields: dict[str, str], issued: list[int] | None) -> None:
    """No month or day is made up."""
    paper = source(published=published)
    (read,) = entries(paper.cite("bibtex")).values()
    assert {name: value for name, value in read.items() if name in ("year", "month", "day")} == fields
    assert paper.cite("csl")[0].get("issued") == (issued and {"date-parts": [issued]})
    assert (published or "undated") in paper.cite()


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.ma/x_y?b=1&c=50%25#d~e", "https://a.ma/x_y?b=1&c=50%25#d~e"),
        ("https://a.ma/{x} y", "https://a.ma/%7Bx%7D%20y"),
        ("https://a.ma/é", "https://a.ma/%C3%A9"),
    ],
)
def test_an_address_leads_where_it_led(url: str, written: str) -> None:
    """Addresses are never escaped; what would break an entry is percent-encoded."""
    (fields,) = entries(source(url=url).cite("bibtex")).values()
    assert fields["url"] == written
    assert source(url=url).cite("csl")[0]["URL"] == url


def test_keys_are_fit_and_unique() -> None:
    """Ids that BibTeX holds for one, whatever their case, get keys of their own."""
    papers = [source(id=name, title=name) for name in ("a.b", "a_b", "A-B", "a-b", "A.B")]
    assert list(entries(cite(papers, "bibtex"))) == ["a.b", "a_b", "A-B", "a-b-2", "A.B-2"]


def test_a_record_says_who_is_quoted(ds: mo.Dataset) -> None:
    """The text of a record has a line per citation, with the person and the words."""
    lines = ds.observations["obs-export_revenue-morocco-2018-2"].cite().splitlines()
    assert len(lines) == len(ds.observations["obs-export_revenue-morocco-2018-2"].citations)
    assert lines[0].endswith("(quoting Otmane Serraj, president of AMRC: “10 milliards de dirhams”)")
    assert "https://" in lines[0]


def test_a_total_leads_to_its_sources(ds: mo.Dataset) -> None:
    """From a sum one comes to the sources of what was counted, with their addresses."""
    total = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs")
    assert [item["id"] for item in total.cite("csl")] == [one.id for one in total.sources]
    assert list(entries(total.cite("bibtex"))) == [one.id for one in total.sources]
    assert all(one.url and one.url in total.cite() for one in total.sources)


def test_several_things_are_cited_together(ds: mo.Dataset) -> None:
    """A source that several things cite stands there once."""
    phoneo = ds.commitments["2022-04-20-phoneo"]
    both = cite([phoneo, phoneo.part_of, phoneo.citations[0].source], "csl")
    assert len({item["id"] for item in both}) == len(both)
    breakdown = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda").breakdown("jobs", by="operator")
    assert cite(breakdown, "csl") == cite(tuple(breakdown.values()), "csl")


def test_kinds_of_sources_have_their_types() -> None:
    """An article stands in a newspaper; of other pages the publisher is the author."""
    article = source(kind="press", url="https://a.ma").cite("csl")[0]
    assert (article["type"], article["container-title"], "author" in article) == ("article-newspaper", "CRI", False)
    page = source(kind="official", url="https://a.ma").cite("csl")[0]
    assert (page["type"], page["author"]) == ("webpage", [{"literal": "CRI"}])
    assert source(kind="official").cite("csl")[0]["type"] == "document"


def test_where_else_it_was_read_is_kept() -> None:
    """Another address stands in where there is none, and in the note."""
    paper = source(seen_at="https://b.ma/x_y", note="Lost since.")
    assert paper.cite("csl")[0]["URL"] == "https://b.ma/x_y"
    (fields,) = entries(paper.cite("bibtex")).values()
    assert fields["note"] == r"Lost since. Read at https://b.ma/x\_y"
    assert paper.cite() == "CRI, undated, https://b.ma/x_y"


def test_unknown_styles_and_things_are_refused(ds: mo.Dataset) -> None:
    """The error names what is taken."""
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'bibtex'"):
        ds.sources[0].cite("bibtext")  # type: ignore[call-overload]
    for thing in ("oujda", 5, None):
        with pytest.raises(mo.errors.WrongType, match="a source, a record, a total"):
            cite(thing)
    assert cite([]) == ""
