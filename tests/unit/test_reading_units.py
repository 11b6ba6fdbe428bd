"""The units of figures in a text: the words around them, what they are counted per, currencies before a number."""

from decimal import Decimal

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import find_figures

READ = [
    # words before the unit, up to four, with one link; behind it up to four
    ("500 nos nouveaux jeunes autres emplois", "500", "job"),
    ("500 nouveaux et jeunes emplois", "500", "job"),
    ("2 millions de nouveaux emplois", "2000000", "job"),
    ("2 millions de nos emplois", "2000000", "job"),
    ("500 emplois directs et stables et permanents et qualifiés", "500", "job"),
    ("500 emplois directs stables permanents qualifiés", "500", "job"),
    ("500 « emplois »", "500", "job"),
    ("500 « emplois", "500", "job"),
    ('500 "emplois"', "500", "job"),
    ("500 “nouveaux emplois”", "500", "job"),
    # singular and plural
    ("1 personne", "1", "person"),
    ("0 personne", "0", "person"),
    ("1 personnes", "1", "person"),
    ("1,5 million de personnes", "1500000", "person"),
    ("2 emploi", "2", "job"),
    ("12 منصب شغل", "12", "job"),
    ("12 شخص", "12", "person"),
    # hyphens
    ("500-job", "500", "job"),
    ("500-seat", "500", "workstation"),
    # hundredths stand behind a scale of millions
    ("1 million de centimes", "10000", "MAD"),
    ("2 milliards de centimes de dirhams", "20000000", "MAD"),
    ("un milliard et demi de centimes", "15000000", "MAD"),
    ("2 milliards et demi de centimes", "25000000", "MAD"),
    ("1 milliard 200 millions de centimes", "12000000", "MAD"),
    ("DH 5 millions de centimes", "50000", "MAD"),
    ("5 M de centimes", "50000", "MAD"),
    # what it is counted per, and when
    ("500 DH par mois", "500", "MAD/month"),
    ("12,5 DH/m²", "12.5", "MAD/m2"),
    ("60 euros per square metre", "60", "EUR/m2"),
    ("6 000 درهم عن كل منصب شغل", "6000", "MAD/job"),
    ("65 USD de 2015", "65", "USD_2015"),
    ("65 MAD of 2015/job", "65", "MAD_2015/job"),
    ("3 rank", "3", "rank"),
    ("12 mois", "12", "month"),
    ("5 percent", "5", "percent"),
    # abbreviations of a scale and a currency
    ("5 M.DH", "5000000", "MAD"),
    ("5 MDHS", "5000000", "MAD"),
    ("5 KDH", "5000", "MAD"),
    ("5 MdDH", "5000000000", "MAD"),
    ("5 MRDDH", "5000000000", "MAD"),
    ("5 MM de dirhams", "5000000000", "MAD"),
    ("5 MM de DH", "5000000000", "MAD"),
    ("5 MM DHS", "5000000000", "MAD"),
    ("5 MUSD", "5000000", "USD"),
    ("5 KEUR", "5000", "EUR"),
    ("5 MdsEUR", "5000000000", "EUR"),
    # currencies before the number
    ("€50", "50", "EUR"),
    ("€50 euros", "50", "EUR"),
    ("MAD 5 MAD", "5", "MAD"),
    ("€50m/job", "50000000", "EUR/job"),
    ("€50 per job", "50", "EUR/job"),
    ("us$5k", "5000", "USD"),
    ("US $5", "5", "USD"),
    ("CA$5", "5", "CAD"),
    ("£5 m", "5000000", "GBP"),
    ("$5b", "5000000000", "USD"),
    ("Dh five hundred", "500", "MAD"),
    # scales by letters, and scales of scales
    ("5 b dollars", "5000000000", "USD"),
    ("5 bn jobs", "5000000000", "job"),
    ("5 M jobs", "5000000", "job"),
    ("5 mn euros", "5000000", "EUR"),
    ("5 m d'euros", "5000000", "EUR"),
    ("5 k emplois", "5000", "job"),
    ("5 mille millions de dirhams", "5000000000", "MAD"),
    ("mille milliards de dirhams", "1000000000000", "MAD"),
    ("مليون درهم", "1000000", "MAD"),
    ("مليار درهم", "1000000000", "MAD"),
    # what is added behind a scale
    ("un million deux cent mille dirhams", "1200000", "MAD"),
    ("1 million 200 000 dirhams", "1200000", "MAD"),
    ("1 million 1000 dirhams", "1001000", "MAD"),
    ("1 milliard 200 millions de dirhams", "1200000000", "MAD"),
    ("1 milliard 200 000 dirhams", "1000200000", "MAD"),
    ("1 milliard 5 mille dirhams", "1000005000", "MAD"),
]


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_unit_is_read_with_the_words_around_it(text: str, value: str, unit: str) -> None:
    """Alone, with its number to the last digit and nothing left over."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, "exact")


REFUSED = [
    ("500 nouveaux jeunes autres grands petits emplois", "'autres grands petits emplois' is not understood"),
    ("500 emplois directs stables permanents qualifiés nets", "'nets' is not understood"),
    ("500 «emplois» directs", "'directs' is not understood"),
    ("500 et emplois", "'et emplois' is no unit that is known here"),
    ("500 nouveaux et emplois", "'nouveaux et emplois' is no unit that is known here"),
    ("500 emplois et", "'et' is not understood"),
    ("2 millions de de emplois", "'de de emplois' is no unit that is known here"),
    ("5 % directs", "'directs' is not understood"),
    ("2 personne", "'personne' is no unit that is known here"),
    ("500 société civile", "'société civile' is no unit that is known here"),
    ("500 - job", "'- job' is no unit that is known here"),
    ("500- job", "'- job' is no unit that is known here"),
    ("500 -job", "'-job' is no unit that is known here"),
    ("500-parsec", "'-parsec' is no unit that is known here"),
    ("500-société civile", "'-société civile' is no unit that is known here"),
    ("500-", "'-' is no unit that is known here"),
    ("500 centimes", "'centimes' is no unit that is known here"),
    ("100 mille centimes", "'centimes' is no unit that is known here"),
    ("1 MAD1", "'MAD1' is no unit that is known here"),
    ("500 emplois2", "'emplois2' is no unit that is known here"),
    ("500 DH/h", "'DH/h' is no unit that is known here"),
    ("500 DH/an", "'/an' is not understood"),
    ("500 DH / h", "'/ h' is not understood"),
    ("500 DH/", "'/' is not understood"),
    ("500 DH/2", "'/2' is not understood"),
    ("500 DH par emploi par an", "'par an' is not understood"),
    ("65 MAD of 15", "'of 15' is not understood"),
    ("65 MAD of 20155", "'of 20155' is not understood"),
    ("65 MAD of 20,5", "'of 20,5' is not understood"),
    ("65 MAD of", "'of' is not understood"),
    ("65 emplois de 2015", "'de 2015' is not understood"),
    ("65 MAD 2015", "'2015' is not understood"),
    ("DH 500 emplois", "no number where one was expected"),
    ("€ 50 million dollars", "no number where one was expected"),
    ("€un", "no number where one was expected"),
    ("€", "no number where one was expected"),
    ("£1.5m2 fund", "no number where one was expected"),
    ("$10 to €20", "'to €20' is not understood"),
    ("million de dirhams", "no number where one was expected"),
    ("5 m jobs", "'m jobs' is no unit that is known here"),
    ("5 mn d'emplois", '"mn d\'emplois" is no unit that is known here'),
    ("5 b jobs", "'b jobs' is no unit that is known here"),
    ("half a b jobs", "no number where one was expected"),
    ("5 M MDH", "'M MDH' is no unit that is known here"),
    ("5 k MDH", "'k MDH' is no unit that is known here"),
    ("5 k millions de dirhams", "'k millions de dirhams' is no unit that is known here"),
    ("5 mille mille dirhams", "'mille dirhams' is no unit that is known here"),
    ("5 millions millions de dirhams", "'millions de dirhams' is no unit that is known here"),
    ("5 millions de milliards de dirhams", "'de milliards de dirhams' is no unit that is known here"),
    ("1 million 999 dirhams", "'999 dirhams' is no unit that is known here"),
    ("1 million 2 millions de dirhams", "'2 millions de dirhams' is no unit that is known here"),
    ("1 million 1 000 000 dirhams", "'1 000 000 dirhams' is no unit that is known here"),
    ("1 mille 1000 dirhams", "'1000 dirhams' is no unit that is known here"),
    ("1 milliard 200 millions", "'200 millions' is no unit that is known here"),
    ("1 milliard 200 m emplois", "'200 m emplois' is no unit that is known here"),
    ("1.234 millions et demi de dirhams", "'et demi de dirhams' is no unit that is known here"),
    ("1 milliard une dizaine de millions de dirhams",
     "'une dizaine de millions de dirhams' is no unit that is known here"),
    ("1 milliard 1.200,5 dirhams", "'1.200,5 dirhams' is no unit that is known here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_left_over_is_named(text: str, reason: str) -> None:
    """A unit that does not fit its number, and words that belong to none, are refused to the letter."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == f"cannot read {text!r} as a figure: {reason}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("un centre de 500-job capacity", ["500-job"]),
        ("500 emploi et 2 emplois", ["2 emplois"]),  # a slip is let pass in one figure alone
        ("1 emploi et 0 emploi", ["1 emploi", "0 emploi"]),
        ("12 MAD/emploi, 3 rank, 12 month et 5 job/month", ["12 MAD/emploi"]),
        ("65 MAD de 2015", ["65 MAD"]),
        ("60 DH/h, 50 DH/an et 40 DH /h", ["50 DH", "40 DH"]),
        ("500 « emplois » directs", ["500 « emplois »"]),
        ("une dizaine d'emplois", ["une dizaine d'emplois"]),
        ("Quelque deux mille emplois", ["Quelque deux mille emplois"]),
        ("a half-million jobs", ["a half-million jobs"]),
    ],
)
def test_a_text_is_read_more_strictly_than_one_figure(text: str, figures: list[str]) -> None:
    """Our own labels and slips of the singular are read only where the text is one figure and nothing else."""
    assert [text[found.start : found.end] for found in find_figures(text, "fr")] == figures


OWN = [
    ("entre 3 et 4\u202f000\u00a0emplois", 3, 4000, "range"),
    ("between 3 and 4\u202f000\u00a0call centres", 3, 4000, "range"),
    ("between 3 and 4\u202f000\u00a0call\u00a0centres", 3, 4000, "range"),
    ("ما بين 3 و4\u202f000\u00a0منصب شغل", 3, 4000, "range"),
    ("environ 3 à 4\u202f000\u00a0emplois", 3, 4000, "about"),
    ("about 3 to 4\u202f000\u00a0jobs", 3, 4000, "about"),
    ("about 3 or more\u00a0jobs", 3, None, "about"),
    ("about up to 4\u202f000\u00a0jobs", None, 4000, "about"),
    ("environ jusqu'à 4\u202f000\u00a0emplois", None, 4000, "about"),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), OWN)
def test_our_own_writing_is_read_to_the_letter(text: str, low: int, high: int, qualifier: str) -> None:
    """Ranges whose lower end is small, and forms that the press does not have."""
    figure = mo.parse_figure(text)
    assert (figure.low, figure.high, figure.qualifier, figure.value) == (low, high, qualifier, None)
    assert figure.as_printed == text


@pytest.mark.parametrize(
    "text",
    [
        "entre 3 et 4\u202f000 emplois",  # a common space before the unit
        "entre 3 et 4\u202f000\u00a0parsecs",
        "entre 3 et 4\u202f000\u00a0emplois directs",
        "entre 3 et 4\u202f000\u00a0postes",
        "entre 3 et 4000\u00a0emplois",
        "Entre 3 et 4\u202f000\u00a0emplois",
        "about 3 or more\u00a0parsecs",
    ],
)
def test_what_is_not_our_writing_stays_doubtful(text: str) -> None:
    """To the letter or not at all: an article may mean three thousand."""
    with pytest.raises(UnreadableFigure):
        mo.parse_figure(text)
