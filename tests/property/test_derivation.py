"""What holds of every derivation: it serialises without loss, and no text that it holds breaks its text or its HTML."""

import json
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from maroc_offshoring.derivation import Derivation, NodeKind, RecordReference, Sentence, SourceReference
from maroc_offshoring.figures import Figure, Step

# Any text with something to read in it; a surrogate half is no character.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
numbers = st.decimals(min_value=0, max_value=10**13, places=6, allow_nan=False, allow_infinity=False) | st.integers(
    0, 99
)
steps = st.builds(
    Step, texts, st.decimals(min_value=0, max_value=1000, allow_nan=False, allow_infinity=False, places=20), texts,
    st.none() | st.integers(1900, 2100), texts, texts, texts,
)  # fmt: skip
plain = st.builds(
    Figure, numbers, st.sampled_from(["job", "MAD", "MAD_2015", "MAD/job"]),
    st.sampled_from(["exact", "at_least", "at_most", "about", "nearly"]), as_printed=st.none() | texts,
    steps=st.lists(steps, max_size=2),
)  # fmt: skip
ranges = st.tuples(numbers, numbers).map(lambda ends: Figure(None, "EUR", "range", min(ends), max(ends)))
sentences = st.builds(Sentence, texts, texts, texts)
nodes = st.recursive(
    st.builds(Derivation, kind=st.sampled_from(NodeKind), statement=sentences, figure=st.none() | plain | ranges),
    lambda children: st.builds(
        Derivation,
        kind=st.sampled_from(NodeKind),
        statement=sentences,
        figure=st.none() | plain | ranges,
        record=st.none() | st.builds(RecordReference, texts, texts),
        sources=st.lists(st.builds(SourceReference, texts, texts, st.none() | texts), max_size=2),
        children=st.lists(children, max_size=3),
    ),
    max_leaves=8,
)
languages = st.sampled_from(["fr", "en", "ar"])


class Reader(HTMLParser):
    """Reads HTML and refuses what is not closed, or not of the few elements that are written."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"div", "details", "summary", "ul", "ol", "li", "bdi", "sup", "p", "a"}
        assert all(name in {"class", "lang", "dir", "open", "href"} for name, _ in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(nodes)
def test_a_derivation_reads_back_equal(node: Derivation) -> None:
    """Through JSON text, steps of figures included, which equality leaves aside."""
    back = Derivation.from_dict(json.loads(json.dumps(node.to_dict())))
    assert back == node
    assert back.to_dict() == node.to_dict()
    assert [each.figure and each.figure.steps for each in back.walk()] == [
        each.figure and each.figure.steps for each in node.walk()
    ]


@settings(max_examples=60)
@given(nodes, languages)
def test_html_is_well_formed_whatever_it_holds(node: Derivation, language: str) -> None:
    """No statement, source or address can open an element or an attribute of its own."""
    reader = Reader()
    reader.feed(node.html(language))
    reader.close()
    assert reader.open == []


@given(nodes, languages)
def test_text_has_one_line_for_each_node_and_each_source(node: Derivation, language: str) -> None:
    """Line breaks in what is said break no line."""
    sources = len(node.all_sources)
    expected = sum(1 for _ in node.walk()) + sources + (1 if sources else 0)
    assert len(node.text(language).splitlines()) == expected
