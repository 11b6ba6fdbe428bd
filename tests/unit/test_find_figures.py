"""Finding the figures of a running text: what is one, what is none, and what lends its unit to what."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnknownWord, WrongType
from maroc_offshoring.figures import FoundFigure, find_figures


def words(text: str, language: str | None = None) -> list[str]:
    """Return the words of the figures of a text."""
    return [found.figure.as_printed or "" for found in find_figures(text, language)]


NONE = [
    "En 2020, le secteur a connu une année difficile.",
    "La convention a été signée le 24 avril 2019 à 15h30.",
    "Tél. : 05 22 50 00 00 ou +212 5 22 50 00 01",
    "Tél : 0522 50 20 20 emplois@exemple.ma",
    "La loi 47-18 et l'article 12 du décret n° 2-19-1086.",
    "Elle occupe la 3e place, le 1er rang et le 2ème site du pays.",
    "La 4G, l'ISO 9001, le CAC 40, le Covid-19 et la COP22.",
    "12 rue des Orangers, 20000 Casablanca",
    "Un service 24h/24 et 7j/7.",
    "Le Fortune 500 et le Top 10 des villes.",
    "Des fonds de 2015 à 2020, entre 2018 et 2019, 2009-2015.",
    "Une entreprise, un site et un emploi.",
    "Les deux entreprises et ces trois sociétés ont signé.",
    "Un emploi sur deux et 1 emploi sur 10.",
    "La version 1.2.3 du 12.05.2019 et l'adresse 192.168.1.1.",
    "Il faut 500 offres d'emploi et 12 conventions.",
    "500 job offers and 300 company cars",
    "Le loyer est de 14,81 DH/h.",
    "Des dizaines de milliers d'emplois, plusieurs centaines de postes.",
    "En 2019, personne ne le savait.",
    "70 m de long et 12 mois de travaux",
    "Il a reçu 12 MMAD et 30 centres ont ouvert.",
    "-15% et -500 MDH",
    "+300 emplois",
    "Il gagne 12 positions au classement.",
    "Nine out of ten agents",
    "2 x 500 emplois",
    "3 groupes de travail et 5 sites web",
    "entre 3 et 4.000 emplois",
    "1,5 emplois",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    """Dates, years, ranks, telephone numbers, names, rates and what is ambiguous are left out."""
    assert words(text, "fr") == []


LENT = [
    ("3.000 emplois, dont 1.000 à Oujda", ["1.000"], "3.000 emplois"),
    ("3.000 emplois, dont plus de 1.000 à Oujda", ["plus de 1.000"], "3.000 emplois"),
    ("1.000 emplois à Oujda et 800 à Fès", ["800"], "1.000 emplois"),
    ("500 emplois en 2019, 600 en 2020 et 700 en 2021", ["600", "700"], "500 emplois"),
    ("3 000 emplois (2 000 directs et 1 000 indirects)", ["2 000", "1 000"], "3 000 emplois"),
    ("3.000 emplois, selon M. Alami, dont 1.000 à Oujda", ["1.000"], "3.000 emplois"),
    ("60 entreprises, dont 12 marocaines", ["12"], "60 entreprises"),
    ("2.000 emplois, ramenés à 800.", ["800"], "2.000 emplois"),
    ("120.000 personnes, contre 90.000 en 2018", ["90.000"], "120.000 personnes"),
    ("1,2 Md DH, dont 300 millions apportés par l'État", ["300 millions"], "1,2 Md DH"),
    ("1,4 milliard d'euros (+12%), contre 1,25 milliard", ["1,25 milliard"], "1,4 milliard d'euros"),
    ("passer de 500 emplois à 1.200 en 2026", ["1.200"], "500 emplois"),
    ("passer de 500 à 1.200 emplois", ["500"], "1.200 emplois"),
    ("passer de 500 en 2019 à 1.200 emplois en 2026", ["500"], "1.200 emplois"),
    ("le nombre d'emplois est passé de 500 à 1.200 en dix ans", ["500", "1.200"], "nombre d'emplois"),
    ("un effectif de 2.500, contre 900 en 2012", ["2.500", "900"], "effectif"),
    ("Emplois prévus : 1.200", ["1.200"], "Emplois"),
    ("Budget : 80 MDH. Postes : 1.500 à 2.000.", ["1.500 à 2.000"], "Postes"),
    ("60 emplois à Fès, contre 20 à 30 en 2012", ["20 à 30"], "60 emplois"),
    ("passer de 1.234 MAD à 2.000 MAD, contre 500 en 2012", ["500"], "2.000 MAD"),
    ("3.000 emplois : Alpha (1.000), Beta (800)", ["1.000", "800"], "3.000 emplois"),
    ("14 MMDH en 2019 et 3 milliards d'investissements", ["3 milliards"], "14 MMDH"),
    ("46,000 jobs in 2010, up from 5500 six years earlier", ["5500"], "46,000 jobs"),
    ("At least 20 companies, including 5 from France", ["5"], "At least 20 companies"),
    ("500 منصب جديد، منها 200 بمدينة فاس", ["200"], "500 منصب جديد"),
]


@pytest.mark.parametrize(("text", "elided", "lender"), LENT)
def test_a_number_takes_its_unit_from_what_it_belongs_to(text: str, elided: list[str], lender: str) -> None:
    """A part, a coordinate, a comparison or the start of a change takes a unit, and says where that stands."""
    taken = [found for found in find_figures(text, "fr") if found.unit_from is not None]
    assert [found.figure.as_printed for found in taken] == elided
    for found in taken:
        assert found.elided
        assert found.unit_from is not None
        assert text[slice(*found.unit_from)] == lender


NOT_LENT = [
    "1.000 emplois en 2019 et 2020 à Fès",  # years
    "1.000 emplois, dont 3 ans de formation",  # a noun of its own
    "1.000 emplois à Oujda. Et 800 à Fès",  # another sentence
    "1.000 emplois\n\n800 à Fès",  # another paragraph
    "65 millions de dirhams à Fès et 20 à Oujda",  # twenty of what?
    "1.000 emplois ouverts de 9 à 18 heures",
    "300 emplois, soit une hausse de 12%, et 20 en 2019",  # jobs or percent
]


@pytest.mark.parametrize("text", NOT_LENT)
def test_no_unit_is_guessed(text: str) -> None:
    """Without a clear tie in the same sentence a number stays a number."""
    assert not [found for found in find_figures(text, "fr") if found.elided]


def test_a_change_is_two_figures_and_a_range_is_one() -> None:
    """`passer de … à …` says where something begins and ends; `de … à …` alone says between what it lies."""
    assert [str(found.figure) for found in find_figures("L'effectif passera de 500 à 600 salariés.")] == [
        "500\u00a0jobs",
        "600\u00a0jobs",
    ]
    (found,) = find_figures("Un site de 500 à 600 salariés.")
    assert (found.figure.low, found.figure.high) == (500, 600)
    (found,) = find_figures("Les ventes ont progressé de 12 à 15 %.")
    assert found.figure.qualifier == "range"
    assert len(find_figures("Sales slowed from 12% to 7 percent.")) == 2


@pytest.mark.parametrize("text", ["the creation of 2000 jobs", "will grow by 2000 jobs", "vers 2000 emplois"])
def test_a_count_may_look_like_a_year(text: str) -> None:
    """Four digits with their unit are a count, unless a word for years stands before them."""
    assert [found.figure.value for found in find_figures(text)] == [2000]
    assert find_figures("En 2019 entreprises et salariés ont souffert.") == ()


def test_the_words_of_a_figure_are_all_in_its_span() -> None:
    """How firmly it is stated and the words around its unit belong to it; a leading `de` and `par an` do not."""
    assert words(
        "un projet de 20 à 30 MDH par an pour plus de 300 nouveaux emplois directs et stables à terme", "fr"
    ) == [
        "20 à 30 MDH",
        "plus de 300 nouveaux emplois directs et stables",
    ]


def test_the_language_of_the_text_settles_its_marks() -> None:
    """The small words of the text tell whether its point groups or parts; without them it is left out."""
    assert words("Le coût de la prime est de 6.000 DH pour les entreprises.") == ["6.000 DH"]
    assert words("The cost of the bonus is 6,000 dirhams for the firms.") == ["6,000 dirhams"]
    assert words("6.000 DH") == []
    assert words("6.000 DH", "fr") == ["6.000 DH"]
    assert words("6.000 DH", "en") == []


def test_lines_of_a_list_are_read_one_by_one() -> None:
    """Nothing crosses from an item to the next, or from a title to its text; a wrapped line does."""
    assert words("Objectif 500\nEmplois : 300\n- 20 MDH\n- 12 sites", "fr") == ["300", "20 MDH", "12 sites"]
    assert words("un total de 10 000\nemplois", "fr") == ["10 000\nemplois"]


def test_figures_are_values() -> None:
    """What is found can be compared, hashed and read again; a text without figures has none."""
    one, other = find_figures("65 MDH"), find_figures("65 MDH")
    assert one == other == (FoundFigure(mo.parse_figure("65 MDH"), 0, 6),)
    assert len({*one, *other}) == 1
    assert find_figures("") == ()


@pytest.mark.parametrize("text", [None, 5, b"65 MDH", ["65 MDH"]])
def test_only_a_text_is_searched(text: Any) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(WrongType, match=r"^text: got .*, expected a text$"):
        find_figures(text)


def test_only_the_three_languages_are_known() -> None:
    """Another language is refused."""
    with pytest.raises(UnknownWord, match="'es' is not a language"):
        find_figures("65 MDH", "es")
