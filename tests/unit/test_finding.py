"""Figures of a running text, edge by edge: what stands before a number, how near it leans, and what is never lent."""

from typing import Any

import pytest

from maroc_offshoring.errors import WrongType
from maroc_offshoring.figures import find_figures


def told(text: str, language: str | None = "fr") -> list[tuple[str, str]]:
    """Return the words of each figure with the words that lend its unit."""
    return [
        (text[found.start : found.end], text[slice(*found.unit_from)] if found.unit_from else "")
        for found in find_figures(text, language)
    ]


FILLER = "x "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1234\t567 emplois", ["567 emplois"]),  # a cell of a table
        ("2019 567 emplois", ["567 emplois"]),  # a year
        ("1234 567 emplois", []),
        ("(500 emplois)", ["500 emplois"]),
        (":500 emplois", ["500 emplois"]),
        ("Bilan :500 emplois", ["500 emplois"]),
        ("3 (500 emplois)", ["500 emplois"]),
        ("12:300 emplois", []),
        ("24/240 emplois", []),
        ("x -500 emplois", []),
        ("-500 emplois", []),
        ("abc500 emplois", []),
        ("و500 منصب شغل", ["500 منصب شغل"]),
    ],
)
def test_a_number_begins_behind_what_may_stand_before_it(text: str, words: list[str]) -> None:
    """Not as the tail of a word, of a time, of another number or behind a minus."""
    assert [figure for figure, _ in told(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "neuf sur dix mille agents",
        "Près de 9 sur 10 agents",
        "1 emploi sur deux",
        "1 emploi sur 10",
        "les dix sociétés ont signé",
    ],
)
def test_a_share_and_what_was_told_before_are_no_figures(text: str) -> None:
    """None of their words is read again as another number."""
    assert told(text) == []
    assert told("les onze sociétés ont signé") == [("onze sociétés", "")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("environ 600 emplois à 500 emplois", ["about 600", "500"]),
        ("1.200 emplois à 1.100 emplois", ["1200", "1100"]),
        ("1.200 DH à 1.100 DH", ["1200", "1100"]),
        ("1.234 milliards DH à 900 DH", []),
    ],
)
def test_a_range_that_falls_is_two_figures(text: str, figures: list[str]) -> None:
    """Each as firm as it is stated, where it is sure that it falls."""
    found = [found.figure for found in find_figures(text, "fr")]
    assert [f"{each.qualifier} {each.value}".removeprefix("exact ") for each in found] == figures


def test_where_numbers_may_be_several_nothing_is_told() -> None:
    """Without a language 1.234 dirhams may be less than 900, and no end of the range is picked out."""
    assert told("1.234 MAD à 900 MAD", None) == []


CHANGES: list[tuple[str, list[tuple[str, str]]]] = [
    ("L'effectif passera de 500 ou 600 emplois", [("500 ou 600 emplois", "")]),
    ("La part passera de 12 à 15 %", [("12", "15 %"), ("15 %", "")]),
    ("L'effectif augmente de 500 à 600 salariés", [("500", "600 salariés"), ("600 salariés", "")]),
    ("L'effectif passera de 500 à 600 à 700 emplois", [("500", "effectif"), ("600 à 700 emplois", "")]),
    ("passer de plus de 500 à 1.200 emplois", [("plus de 500", "1.200 emplois"), ("1.200 emplois", "")]),
    ("passer de 1.100 en 2019 à 1.200 emplois", [("1.100", "1.200 emplois"), ("1.200 emplois", "")]),
    ("passera de 500 en 2019 puis 1.200 emplois", [("1.200 emplois", "")]),
    ("passera de 500 à 600 emplois à 700 emplois", [("600 emplois à 700 emplois", "")]),
    (
        f"passera de 500 en 2019 {FILLER * 13}à 1.200 emplois",
        [("500", "1.200 emplois"), ("1.200 emplois", "")],
    ),
    (f"passera de 500 en 2019 {FILLER * 14}à 1.200 emplois", [("1.200 emplois", "")]),
    # the verb within the sentence, and not far away
    ("passera bien de 500 à 600 salariés", [("500", "600 salariés"), ("600 salariés", "")]),
    (f"passera {FILLER * 10}de 500 à 600 salariés", [("500", "600 salariés"), ("600 salariés", "")]),
    (f"passera {FILLER * 11}de 500 à 600 salariés", [("500 à 600 salariés", "")]),
    ("Il passera ; un site de 500 à 600 salariés", [("500 à 600 salariés", "")]),
    ("Il passera. Un site de 500 à 600 salariés", [("500 à 600 salariés", "")]),
    ("Il passera\n\nde 500 à 600 salariés", [("500 à 600 salariés", "")]),
]


@pytest.mark.parametrize(("text", "figures"), CHANGES)
def test_a_change_begins_and_ends(text: str, figures: list[tuple[str, str]]) -> None:
    """`de … à …` behind a verb that moves is two figures; where it begins is not looked for too far away."""
    assert told(text) == figures


def test_where_a_change_begins_is_as_firm_as_stated() -> None:
    """More than 1,100 stays more than 1,100, with or without a language."""
    for language in ("fr", None):
        first, second = find_figures("passer de plus de 1.100 à 1.200 emplois", language)
        assert (str(first.figure.qualifier), str(second.figure.qualifier)) == ("at_least", "exact")


LEANS: list[tuple[str, list[tuple[str, str]]]] = [
    (f"1.000 emplois {FILLER * 15}dont 800 à Fès", [("1.000 emplois", ""), ("800", "1.000 emplois")]),
    (f"1.000 emplois {FILLER * 16}dont 800 à Fès", [("1.000 emplois", "")]),
    ("3.000 emplois : Alpha (12), Beta (1.000)", [("3.000 emplois", ""), ("1.000", "3.000 emplois")]),
    ("3.000 emplois : Alpha (100), Beta (101)", [("3.000 emplois", ""), ("101", "3.000 emplois")]),
    ("3.000 emplois : Alpha 1.000, Beta", [("3.000 emplois", "")]),
    ("Alpha (3.000 emplois), Beta (800)", [("3.000 emplois", ""), ("800", "3.000 emplois")]),
    ("Alpha 3.000 emplois, Beta (800)", [("3.000 emplois", "")]),
    ("une hausse de 12%, dont 5.000 à Fès", [("12%", "")]),
    ("3.000 emplois, dont 12à Fès", [("3.000 emplois", "")]),
    ("3.000 emplois, dont 12/15", [("3.000 emplois", "")]),
    ("3.000 emplois, dont 12 :", [("3.000 emplois", "")]),
    ("1,2 Md DH, dont 300 millions de pièces", [("1,2 Md DH", "")]),
    ("€1 euro et €5", [("€1 euro", ""), ("€5", "")]),
    # a sum of money that looks like a year
    ("depuis €2019, en €2020 euros, en €2021 per job", [("€2019", ""), ("€2020 euros", ""), ("€2021 per job", "")]),
    ("Il grimpe de 12 positions et en gagne 3 positions", []),
    # where a sentence ends, nothing leans on it
    *((f"1.000 emplois à Oujda{mark} Et 800 à Fès", [("1.000 emplois", "")]) for mark in ".!?\u2026\u061f"),
    *(
        (f"1.000 emplois à Oujda{mark} et 800 à Fès", [("1.000 emplois", ""), ("800", "1.000 emplois")])
        for mark in (".", "!", ",", "")
    ),
    ("1.000 emplois à Oujda.Et 800 à Fès", [("1.000 emplois", ""), ("800", "1.000 emplois")]),
    ("1.000 emplois selon Mme. Et, dont 800 à Fès", [("1.000 emplois", ""), ("800", "1.000 emplois")]),
    ("1.000 emplois selon M. Et, dont 800 à Fès", [("1.000 emplois", ""), ("800", "1.000 emplois")]),
    ("1.000 emplois chez M . Et 800 à Fès", [("1.000 emplois", "")]),
    ("1.000 emplois chez M! Et 800 à Fès", [("1.000 emplois", "")]),
]


@pytest.mark.parametrize(("text", "figures"), LEANS)
def test_a_number_leans_on_what_is_near_and_fits(text: str, figures: list[tuple[str, str]]) -> None:
    """A part within sixteen words, a number of a list in brackets; never a share, nor where another noun follows."""
    assert told(text) == figures


NOUNS: list[tuple[str, list[tuple[str, str]]]] = [
    (f"L'effectif {FILLER * 13}atteint 2.500.", [("2.500", "effectif")]),
    (f"L'effectif {FILLER * 14}atteint 2.500.", []),
    ("L'effectif est grand et 900 à Fès", []),
    ("Le nombre d'emploi passera de 500 à 800", []),
    ("Le nombre d'emplois, avec 12 sites, atteint 900.", [("12 sites", "")]),
    ("Aujourd'hui, avec 12 sites, l'effectif atteint 900.", [("12 sites", ""), ("900", "effectif")]),
    ("Effectif : 1.200", [("1.200", "Effectif")]),
    ("Effectif total 1.200", [("1.200", "Effectif total")]),
    ("Emplois 1.200", [("1.200", "Emplois")]),
    ("Emplois - 1.200", [("1.200", "Emplois")]),
    ("Emplois 1.200 en", []),
    ("Emplois à créer : 1.200", [("1.200", "Emplois")]),
    ("Emplois directs à créer : 1.200", []),
    ("Emploi : 1.200", []),
    ("rank : 1.200", []),
    ("dirhams : 1.200", []),
    ("Bilan Emplois : 1.200", []),
    *((f"Bilan {mark} Emplois : 1.200", [("1.200", "Emplois")]) for mark in ".;|-\u2013\u2022*\u00b7"),
    *((f"Bilan {mark} Emplois : 1.200", []) for mark in ",(:"),
]


@pytest.mark.parametrize(("text", "figures"), NOUNS)
def test_a_noun_or_a_heading_lends_its_unit(text: str, figures: list[tuple[str, str]]) -> None:
    """Where it is near, leads to the number and counts things; a heading has at most three words."""
    assert told(text) == figures


@pytest.mark.parametrize("text", [None, 5, b"65 MDH"])
def test_the_error_shows_what_is_no_text(text: Any) -> None:
    """Its value and its type."""
    with pytest.raises(WrongType) as caught:
        find_figures(text)
    assert str(caught.value) == f"text: got {text!r} ({type(text).__name__}), expected a text"
