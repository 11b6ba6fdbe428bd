"""What holds of every text: figures are found where they stand, never twice, and in time that grows with the text."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maroc_offshoring.figures import find_figures, parse_figure
from maroc_offshoring.figures.reading.grammar import starters
from maroc_offshoring.figures.reading.phrases import Phrases
from maroc_offshoring.figures.reading.tokens import tokenize

fragments = st.sampled_from(
    ["1", "23", "000", "2020", ".", ",", " ", " ", " ", "\u00a0", "-", "+", "/", "(", ")", "\n", "\n\n", "plus de ",
     "près de ", "d'", " MDH", " MMDH", " MMAD", "€", "m", "k", " million", " milliards de ", " billion", " emplois",
     " dirhams", "%", "entre ", " et ", " à ", "à Fès", " en ", "dont ", "contre ", "passe de ", "de ", "un ",
     "une dizaine ", "mille ", "cent ", "half a ", "deux ", " par emploi", "ألف", " درهم", "و", " ou plus", " au moins",
     "\ud800", "nombre d'", "emplois : ", "effectif de ", "from ", " to ", "$", "Covid-", "n° ", "3e ", " sur 10",
     "nouveaux "]
)  # fmt: skip
table_words = st.sampled_from(sorted(starters() - {""})).map(" {} ".format)
texts = st.lists(fragments | table_words, max_size=25).map("".join) | st.text(max_size=60)
languages = st.sampled_from(["fr", "en", "ar", None])


@given(texts, languages)
@example("", None)
@example("500 emplois\ud800 et 300 à Fès", "fr")
def test_every_figure_stands_where_it_is_said_to(text: str, language: str | None) -> None:
    """Spans are those of the words, in order, without overlaps, and so are those of the figures that lend a unit."""
    last = 0
    for found in find_figures(text, language):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.figure.as_printed
        assert found.elided == (found.unit_from is not None)
        if found.unit_from is not None:
            start, end = found.unit_from
            assert 0 <= start < end <= len(text)
            assert end <= found.start or found.end <= start
        last = found.end


@given(texts, st.sampled_from(["fr", "en", "ar"]))
@example("3 à " + "9" * 60 + " emplois", "fr")
@example("passe de 1.234 MAD à 2.000 MAD", "en")
def test_a_figure_with_its_unit_is_read_alone_as_it_is_read_in_its_text(text: str, language: str) -> None:
    """One grammar serves a running text and a figure by itself."""
    for found in find_figures(text, language):
        if not found.elided:
            assert parse_figure(found.figure.as_printed or "", language=language) == found.figure


HEAVY = {
    "digits": "9",
    "groups": "1 000",
    "thousands": " 000",
    "spaces": " ",
    "lines": "\n",
    "letters": "x",
    "accents": "e\u0301",
    "apostrophes": "d'",
    "de": "de ",
    "qualifiers": "plus de ",
    "ranges": "entre 5 et ",
    "numbers": "5 à ",
    "dashes": "5-",
    "hundreds": "cent mille ",
    "millions": "un million ",
    "articles": "a ",
    "adjectives": "500 nouveaux ",
    "jobs": "500 emplois ",
    "parts": "500 emplois dont 5 à ",
    "changes": "passer de 5 ",
    "shares": "5% ",
    "headings": "emplois : 5 ",
    "staff": "effectif de 5 à ",
    "arabic": "خمسة وعشرون ألف ",
    "surrogates": "\ud800",
    "units": "emplois par poste ",
}


@pytest.mark.parametrize("piece", HEAVY.values(), ids=HEAVY)
def test_work_grows_with_the_text_and_no_faster(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text is at most a little more than four times the look-ups of phrases."""
    looked_up = 0
    longest: Callable[..., Any] = Phrases.longest

    def counting(self: Phrases[Any], *args: Any) -> Any:
        nonlocal looked_up
        looked_up += 1
        return longest(self, *args)

    monkeypatch.setattr(Phrases, "longest", counting)
    work = []
    for size in (3_000, 12_000):
        looked_up = 0
        find_figures((piece * size)[:size])
        work.append(looked_up)
    assert work[1] <= 4.2 * work[0] + 200
    assert work[0] <= 30 * 3_000


@pytest.mark.parametrize("name", ["digits", "groups", "thousands", "spaces", "lines", "letters"])
def test_a_megabyte_is_cut_into_tokens_in_one_pass(name: str) -> None:
    """The tokens of a megabyte lie one behind the other and cover no character twice."""
    text = (HEAVY[name] * 1_000_000)[:1_000_000]
    end = 0
    for token in tokenize(text):
        assert token.start >= end
        end = token.end
    assert end == len(text)


@pytest.mark.parametrize("name", ["digits", "thousands", "spaces", "letters"])
def test_a_megabyte_without_a_figure_has_none(name: str) -> None:
    """A megabyte of digits, of spaces or of letters neither hangs nor crashes."""
    assert find_figures((HEAVY[name] * 1_000_000)[:1_000_000]) == ()
