"""Numbers in words, in French, English and Arabic: how they join, and where a second number begins."""

from decimal import Decimal

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import find_figures

READ = [
    # French
    ("zéro emploi", 0),
    ("vingt et un emplois", 21),
    ("quatre-vingts emplois", 80),
    ("quatre vingt emplois", 80),
    ("quatre-vingt-un emplois", 81),
    ("quatre-vingt-onze emplois", 91),
    ("quatre-vingt-dix-neuf emplois", 99),
    ("soixante-quinze emplois", 75),
    ("soixante-dix-sept emplois", 77),
    ("soixante dix emplois", 70),
    ("nonante-neuf emplois", 99),
    ("dix-sept emplois", 17),
    ("dix-neuf emplois", 19),
    ("cent un emplois", 101),
    ("cent quatre-vingt-dix-neuf emplois", 199),
    ("deux cents emplois", 200),
    ("deux cent un emplois", 201),
    ("neuf cents emplois", 900),
    ("mille emplois", 1000),
    ("mille un emplois", 1001),
    ("mille deux cents emplois", 1200),
    ("deux mille quatre-vingts emplois", 2080),
    ("trois cents mille emplois", 300_000),
    ("cent mille cent emplois", 100_100),
    ("cent vingt et un mille deux emplois", 121_002),
    # English
    ("zero jobs", 0),
    ("six jobs", 6),
    ("nineteen jobs", 19),
    ("twenty-five jobs", 25),
    ("ninety nine jobs", 99),
    ("a hundred jobs", 100),
    ("one hundred and one jobs", 101),
    ("twelve hundred jobs", 1200),
    ("ninety-nine hundred and five jobs", 9905),
    ("a thousand jobs", 1000),
    ("one thousand and one jobs", 1001),
    ("one hundred thousand and five jobs", 100_005),
    ("two hundred and fifty thousand jobs", 250_000),
    # Arabic, where the unit stands before the ten
    ("ثلاثة مناصب", 3),
    ("خمسة عشر منصبا", 15),
    ("خمسة وعشرون منصبا", 25),
    ("تسعة وتسعين منصبا", 99),
    ("عشرون منصبا", 20),
    ("مائة وخمسة منصبا", 105),
    ("مائة وخمسة وعشرون منصبا", 125),
    ("مائتان وخمسون منصبا", 250),
    ("ثلاثمائة وخمسون منصبا", 350),
    ("ألف منصب", 1000),
    ("ألف ومائتان منصب", 1200),
    ("ألف ومائتان وخمسة وثلاثون منصب", 1235),
    ("خمسة آلاف وثلاثمائة منصب", 5300),
    ("أحد عشر ألف منصب", 11_000),
    ("عشرون ألفا منصب", 20_000),
    ("مائة ألف منصب", 100_000),
    ("ألفين منصب", 2000),
    ("مليونين منصب", 2_000_000),
    ("ثلاثة ملايين منصب", 3_000_000),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_number_words_join_as_people_say_them(text: str, value: int) -> None:
    """The value is that of the words, exactly, and a text that holds them is read the same."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.qualifier) == (value, "exact")
    inside = [found.figure.value for found in find_figures(f"Il y a là {text}, enfin.")]
    assert inside == [value] or text.startswith(("a ", "un "))


NOT_JOINED = [
    ("cent cent emplois", "'cent emplois' is no unit that is known here"),
    ("vingt cent emplois", "'cent emplois' is no unit that is known here"),
    ("dix cents emplois", "'cents emplois' is no unit that is known here"),
    ("onze cents emplois", "'cents emplois' is no unit that is known here"),
    ("deux vingt emplois", "'vingt emplois' is no unit that is known here"),
    ("vingt dix emplois", "'dix emplois' is no unit that is known here"),
    ("vingt trente emplois", "'trente emplois' is no unit that is known here"),
    ("trente quinze emplois", "'quinze emplois' is no unit that is known here"),
    ("dix six emplois", "'six emplois' is no unit that is known here"),
    ("onze deux emplois", "'deux emplois' is no unit that is known here"),
    ("quatre-vingt vingt emplois", "'vingt emplois' is no unit that is known here"),
    ("soixante vingt emplois", "'vingt emplois' is no unit that is known here"),
    ("cinq six emplois", "'six emplois' is no unit that is known here"),
    ("zéro cinq emplois", "'cinq emplois' is no unit that is known here"),
    ("cinq zéro emplois", "'zéro emplois' is no unit that is known here"),
    ("twenty ten jobs", "'ten jobs' is no unit that is known here"),
    ("ten five jobs", "'five jobs' is no unit that is known here"),
    ("five twenty jobs", "'twenty jobs' is no unit that is known here"),
    ("two hundred hundred jobs", "'hundred jobs' is no unit that is known here"),
    ("one hundred two hundred jobs", "'hundred jobs' is no unit that is known here"),
    ("hundred jobs", "no number where one was expected"),
    ("thousand jobs", "no number where one was expected"),
    ("dozen jobs", "no number where one was expected"),
    ("عشرون وخمسة منصبا", "'وخمسة منصبا' is no unit that is known here"),
    ("خمسة وعشرون وثلاثة منصبا", "'وثلاثة منصبا' is no unit that is known here"),
    ("ألفين وخمسمائة منصب", "'وخمسمائة منصب' is no unit that is known here"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_JOINED)
def test_number_words_that_do_not_join_are_no_number(text: str, reason: str) -> None:
    """Two numbers side by side are never added or multiplied by guessing."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == f"cannot read {text!r} as a figure: {reason}"


ABOUT = [
    ("une bonne dizaine d'emplois", "10", "about"),
    ("une petite centaine d'emplois", "100", "about"),
    ("une grosse vingtaine d'emplois", "20", "about"),
    ("une douzaine d'emplois", "12", "about"),
    ("trois dizaines d'emplois", "30", "about"),
    ("1,5 millier d'emplois", "1500", "about"),
    ("5 milliers de dizaines d'emplois", "50000", "about"),
    ("une centaine de milliers d'emplois", "100000", "about"),
    ("une demi-douzaine d'emplois", "6", "about"),
    ("half a dozen jobs", "6", "about"),
    ("two dozen jobs", "24", "about"),
    ("plus d'une dizaine d'emplois", "10", "at_least"),
    ("une centaine d'emplois au moins", "100", "at_least"),
    ("half a million jobs", "500000", "exact"),
    ("un demi-million d'emplois", "500000", "exact"),
    ("demi million d'emplois", "500000", "exact"),
    ("deux millions et demi d'emplois", "2500000", "exact"),
    ("2 millions et demi d'emplois", "2500000", "exact"),
    ("one and a half million jobs", "1500000", "exact"),
    ("a million and a half jobs", "1500000", "exact"),
    ("deux et demi millions d'emplois", "2500000", "exact"),
    ("مليار ونصف درهم", "1500000000", "exact"),
]


@pytest.mark.parametrize(("text", "value", "qualifier"), ABOUT)
def test_halves_and_dozens_are_read(text: str, value: str, qualifier: str) -> None:
    """Nouns that say about so many make the figure approximate, unless another word says more; halves do not."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.qualifier) == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "1.234 milliers d'emplois",  # 1 234 or 1.234 thousands
        "5 millions dizaines d'emplois",
        "deux et demi emplois",
        "une belle dizaine d'emplois",
        "half jobs",
        "half a job",
    ],
)
def test_halves_and_dozens_of_what_is_not_said_are_refused(text: str) -> None:
    """Half of one thing that is counted, or dozens of an ambiguous number."""
    with pytest.raises(UnreadableFigure):
        mo.parse_figure(text)
