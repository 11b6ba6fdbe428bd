"""The closed lists: every word has labels in three languages and is read by any of them."""

import copy
import inspect
import pickle
from enum import StrEnum
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import measures, units, vocabulary
from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType
from maroc_offshoring.names import fold
from maroc_offshoring.vocabulary import Qualifier, Segment, Status, Term

LISTS = [
    member
    for module in (vocabulary, units, measures)
    for _, member in inspect.getmembers(module, inspect.isclass)
    if issubclass(member, Term) and member is not Term and member.__module__ == module.__name__
]
WORDS = [word for words in LISTS for word in words]


def in_words(cls: type[Term]) -> str:
    """`AgreementKind` as a reader would say it."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).strip()


def test_there_are_lists() -> None:
    """The lists of the vocabulary, the units and the measures are all looked at."""
    assert {cls.__name__ for cls in LISTS} >= {"Qualifier", "Basis", "Status", "Segment", "Unit", "Measure", "Scope"}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_every_word_has_a_label_in_each_language_and_is_read_by_it(word: Term) -> None:
    """The word itself, its name in French, English and Arabic, and its aliases, all mean that word."""
    cls = type(word)
    assert all((word.name_.fr, word.name_.en, word.name_.ar))
    assert [word.label(language) for language in ("fr", "en", "ar")] == [word.name_.fr, word.name_.en, word.name_.ar]
    assert word.label() == word.name_.fr
    for spelling in (word, word.value, *word.name_.main, *word.name_.aliases):
        assert cls.of(spelling) is word
    for spelling in (word.value.upper(), word.name_.fr.upper(), f" {word.name_.en} ", word.value.replace("_", " ")):
        if fold(spelling):
            assert cls.of(spelling) is word


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_a_word_is_a_string(word: Term) -> None:
    """Files, frames and comparisons need no import from the library, and a word survives pickling and copying."""
    assert isinstance(word, StrEnum)
    assert word == word.value == str(word) == f"{word}"
    assert pickle.loads(pickle.dumps(word)) is word
    assert copy.deepcopy(word) is word


@pytest.mark.parametrize("cls", LISTS)
def test_no_two_words_of_a_list_share_a_label(cls: type[Term]) -> None:
    """In each language a reader can tell the words apart."""
    for language in ("fr", "en", "ar"):
        labels = [word.label(language) for word in cls]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("cls", LISTS)
@pytest.mark.parametrize("wrong", ["zzzzzz", "", " ", "-"])
def test_a_word_that_a_list_lacks_is_refused(cls: type[Term], wrong: str) -> None:
    """Where nothing is spelled alike, the error lists the words."""
    with pytest.raises(UnknownWord) as caught:
        cls.of(wrong)
    words = ", ".join(word.value for word in cls)
    assert str(caught.value).startswith(f"{wrong!r} is not ")
    assert str(caught.value).endswith(f"; expected one of: {words}")


@pytest.mark.parametrize("cls", LISTS)
def test_an_error_calls_a_list_as_people_would(cls: type[Term]) -> None:
    """`not a site kind` and `not an agreement kind`, not `not a agreementkind`."""
    article = "an" if in_words(cls)[0] in "aeio" else "a"
    with pytest.raises(UnknownWord, match=rf"^'zzzzzz' is not {article} {in_words(cls)}; "):
        cls.of("zzzzzz")


@pytest.mark.parametrize("wrong", [5, None, True, b"jobs", ["jobs"]])
def test_a_word_is_a_text(wrong: Any) -> None:
    """What is no text is refused by its type, with the words that there are."""
    with pytest.raises(WrongType) as caught:
        Qualifier.of(wrong)
    assert str(caught.value) == (
        f"got {wrong!r} ({type(wrong).__name__}), "
        "expected a qualifier: one of exact, about, nearly, at_least, at_most, range"
    )


@pytest.mark.parametrize(
    ("cls", "wrong", "text"),
    [
        (Status, "anounced", "'anounced' is not a status; did you mean 'announced'?"),
        (Status, "deliverd", "'deliverd' is not a status; did you mean 'delivered' or 'partly_delivered'?"),
        (mo.Measure, "jbos", "'jbos' is not a measure; did you mean 'jobs'?"),
        (Segment, "CRN", "'CRN' is not a segment; did you mean 'CRM'?"),
    ],
)
def test_a_near_miss_is_suggested_and_never_taken(cls: type[Term], wrong: str, text: str) -> None:
    """The nearest word is named in the error."""
    with pytest.raises(UnknownWord) as caught:
        cls.of(wrong)
    assert str(caught.value) == text


def test_a_label_is_asked_in_a_language_that_there_is() -> None:
    """German labels are refused by name."""
    with pytest.raises(InvalidField, match=r"^language: got 'de', expected one of fr, en, ar, zgh$"):
        Status.ANNOUNCED.label("de")


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("CRM", "CRM"),
        ("crm", "CRM"),
        ("GRC", "CRM"),
        ("centres d'appels", "CRM"),
        ("centres d\u2019appel", "CRM"),
        ("Contact centers", "CRM"),
        ("مراكز النداء", "CRM"),
        ("back office", "BPO"),
        ("Back-Office", "BPO"),
        ("externalisation des processus métiers", "BPO"),
        ("IT outsourcing", "ITO"),
        ("ingénierie et R&D", "ESO"),
        ("BPO captif", "BPO-captive"),
        ("bpo captive", "BPO-captive"),
    ],
)
def test_a_segment_is_read_as_the_press_names_it(text: str, segment: str) -> None:
    """The trade's own words, in three languages."""
    assert Segment.of(text) == segment


def test_captive_bpo_is_a_part_of_bpo() -> None:
    """A segment is within itself and within the one that contains it."""
    assert Segment.BPO_CAPTIVE.part_of is Segment.BPO
    assert Segment.BPO_CAPTIVE.within(Segment.BPO)
    assert not Segment.BPO.within(Segment.BPO_CAPTIVE)
    assert all(segment.within(segment) for segment in Segment)
    assert [segment for segment in Segment if segment.part_of] == [Segment.BPO_CAPTIVE]


def test_every_segment_is_defined() -> None:
    """Each branch says what it does in one sentence."""
    definitions = [segment.definition for segment in Segment]
    assert all(text.endswith(".") for text in definitions)
    assert len(set(definitions)) == len(definitions)


def test_a_promise_is_open_until_its_end_is_known() -> None:
    """Delivered, missed and cancelled are closed; all else is open."""
    assert [status.value for status in Status if not status.is_open] == ["delivered", "missed", "cancelled"]
