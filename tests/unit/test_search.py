"""Searching all kinds of records."""

from __future__ import annotations

import time

import pytest

import maroc_offshoring as mo


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    """The reference dataset."""
    return mo.load()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("oujda", ["oujda", "oujda-shore"]),
        ("OUJDA", ["oujda", "oujda-shore"]),
        ("وجدة", ["oujda", "oujda-shore"]),
        ("Oujda-Shore", ["oujda-shore"]),
        ("oujdash", ["oujda-shore"]),
        ("Casashoar", ["casanearshore"]),
        ("casa shore", ["casanearshore"]),
        ("Fez", ["fes"]),
        ("fès", ["fes"]),
        ("فاس", ["fes"]),
        ("الشرق", ["MA-02"]),
        ("شرق", ["MA-02"]),
        ("L'Oriental", ["MA-02"]),
        ("webhelp", ["webhelp"]),
        ("Acticall", ["acticall"]),
        ("foundevr", ["foundever"]),
        ("capgemni engineering", ["capgemini"]),
        ("technoparkoujada", ["technopark-oujda"]),
        ("CRI de l'Oriental", ["cri-oriental"]),
        ("Apebi", ["apebi"]),
        ("Altice", ["intelcia"]),  # an owner's name is no name of the company, but leads to it
        ("webhelp fès 2015", ["ofc-webhelp-fes-2015-2500"]),
        ("call centres fès 2019", ["obs-call_centres-fes-crm-2019"]),
        ("siccam-17", ["siccam-17"]),
        ("https://panorapost.com/post.php?id=21556", ["panorapost-com-nd-901eb4"]),
        ("Otmane Serraj", ["obs-export_revenue-morocco-2018-2"]),  # who is quoted
        ("Elalamy", ["tgt-jobs-morocco-2020-2"]),
        ("lasting jobs for young graduates", ["2019-04-24-cri-oriental-role"]),  # the words of a statement
    ],
)
def test_the_best_comes_first(ds: mo.Dataset, text: str, first: list[str]) -> None:
    """A search finds what was meant, in three languages and loose spelling."""
    assert [match.record.id for match in ds.find(text, limit=len(first))] == first


@pytest.mark.parametrize(
    ("text", "record", "matched", "exact"),
    [
        ("oujda", "oujda", "Oujda", True),
        ("casa-shore", "casanearshore", "Casa-shore", True),
        ("2022-04-20-phoneo", "2022-04-20-phoneo", "2022-04-20-phoneo", True),
        ("oujda", "oujda-shore", "Oujda Shore", False),
        ("Foundevr", "foundever", "Foundever", False),
        ("Sitel", "foundever", "Sitel", True),
    ],
)
def test_a_match_says_what_was_found(ds: mo.Dataset, text: str, record: str, matched: str, exact: bool) -> None:
    """The spelling that was hit, and whether it is what was asked for, stand in the match."""
    match = next(match for match in ds.find(text, limit=None) if match.record.id == record)
    assert mo.names.fold(match.matched) == mo.names.fold(matched)
    assert match.exact is exact
    assert match.record in list(ds.records(match.kind))
    assert record in repr(match)


def test_names_are_worth_more_than_titles_and_titles_than_notes(ds: mo.Dataset) -> None:
    """The scores fall from 1 by the rank of what was found."""
    matches = ds.find("oujda", limit=None)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert 0 < scores[-1] < 0.5
    kinds = [match.kind for match in matches]
    assert kinds.index("cities") < kinds.index("sites") < kinds.index("commitments") < kinds.index("sources")
    assert all(match.exact for match in matches[:1])
    near = ds.find("foundevr")
    assert not any(match.exact for match in near)
    assert near[0].score < ds.find("foundever")[0].score


def test_the_order_of_the_records_does_not_matter(ds: mo.Dataset) -> None:
    """Equal matches have one order."""
    backwards = mo.Dataset({kind: tuple(ds.records(kind))[::-1] for kind in ("sites", "operators", "commitments")})
    forwards = mo.Dataset({kind: tuple(ds.records(kind)) for kind in ("sites", "operators", "commitments")})
    for text in ("oujda", "jobs", "shore", "maroc", "conentrix"):
        assert backwards.find(text, limit=None) == forwards.find(text, limit=None)


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ("sites", {"sites"}),
        ("site", {"sites"}),
        ("place", {"cities", "sites", "regions"}),
        (["cities", "operator"], {"cities", "operators"}),
        ([], set()),
    ],
)
def test_kinds_narrow_the_search(ds: mo.Dataset, kinds: str | list[str], found: set[str]) -> None:
    """A kind is named in the singular or the plural; places and parties are groups."""
    assert {match.kind for match in ds.find("oujda", kinds, limit=None)} == found


def test_limits(ds: mo.Dataset) -> None:
    """Twenty matches at the most, unless another number is asked for."""
    assert len(ds.find("oujda")) == 20
    assert ds.find("oujda", limit=3) == ds.find("oujda")[:3]
    assert len(ds.find("oujda", limit=None)) > 20
    assert ds.find("oujda", limit=0) == ()


@pytest.mark.parametrize("text", ["", "   ", "%&§", "\ud800", "\u064b", "\x00", "xyzzyqwv", "🙂", "_", "'-’"])
def test_odd_text_finds_nothing(ds: mo.Dataset, text: str) -> None:
    """Nothing is found, and nothing is raised."""
    assert ds.find(text) == ()


def test_a_word_too_many_does_not_hide_the_name(ds: mo.Dataset) -> None:
    """Where no record has all words, those that have some are found, and are worth less."""
    some = ds.find("oujda xyzzyqwv")
    assert some[0].record.id == "oujda"
    assert some[0].score < ds.find("oujda")[0].score
    assert not some[0].exact


def test_misuse_is_refused(ds: mo.Dataset) -> None:
    """The errors say what is taken."""
    with pytest.raises(mo.errors.WrongType, match="a text to look for"):
        ds.find(5)  # type: ignore[arg-type]
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'sites'"):
        ds.find("oujda", "sitess")
    with pytest.raises(mo.errors.InvalidField, match="zero or more"):
        ds.find("oujda", limit=-1)
    for limit in (2.5, True, "3"):
        with pytest.raises(mo.errors.WrongType, match="a whole number, or None for all"):
            ds.find("oujda", limit=limit)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["oujda " * 100_000, "q" * 500_000, " ".join(f"zz{i}qx" for i in range(50_000))])
def test_long_text_takes_no_long_time(ds: mo.Dataset, text: str) -> None:
    """The time grows with the text, not with its square."""
    ds.find("warm")
    before = time.perf_counter()
    ds.find(text)
    assert time.perf_counter() - before < 5


def test_an_empty_dataset_has_nothing_to_find() -> None:
    """Searching it is no error."""
    assert mo.Dataset({}).find("oujda") == ()
