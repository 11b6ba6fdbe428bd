"""Reading one figure as the press prints it: what is understood, and what is refused because it is ambiguous."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnknownWord, UnreadableFigure, WrongType
from maroc_offshoring.figures import parse_figure

READ = [
    # counts
    ("5.050 emplois", "5050", "job", "exact"),
    ("5 050 emplois", "5050", "job", "exact"),
    ("5\u00a0050 emplois", "5050", "job", "exact"),
    ("5\u2009050\u2009emplois", "5050", "job", "exact"),
    ("5\u202f050\u00a0emplois", "5050", "job", "exact"),
    ("5'050 emplois", "5050", "job", "exact"),
    ("5050 emplois", "5050", "job", "exact"),
    ("5,050 jobs", "5050", "job", "exact"),
    ("5,050,000 jobs", "5050000", "job", "exact"),
    ("  300   emplois ", "300", "job", "exact"),
    ("300\nemplois", "300", "job", "exact"),
    ("0 emploi", "0", "job", "exact"),
    ("1 emploi", "1", "job", "exact"),
    ("500 job", "500", "job", "exact"),
    ("12 mille emplois", "12000", "job", "exact"),
    ("10k jobs", "10000", "job", "exact"),
    ("2 millions d'emplois", "2000000", "job", "exact"),
    ("1,5 million d'emplois", "1500000", "job", "exact"),
    ("2 M d'emplois", "2000000", "job", "exact"),
    ("4.500 salariés", "4500", "job", "exact"),
    ("3.500 postes d'emploi", "3500", "job", "exact"),
    ("36 centres d'appels", "36", "call_centre", "exact"),
    ("36 centres d\u2019appels", "36", "call_centre", "exact"),
    ("36 call centres", "36", "call_centre", "exact"),
    ("170 entreprises", "170", "company", "exact"),
    ("10 000 étudiants", "10000", "person", "exact"),
    ("400 ingénieurs", "400", "person", "exact"),
    ("1.200 positions", "1200", "workstation", "exact"),
    ("1.200 positions de travail", "1200", "workstation", "exact"),
    ("500-seat", "500", "workstation", "exact"),
    ("12 sites", "12", "site", "exact"),
    # with words between, and behind
    ("10.000 nouveaux emplois directs et indirects", "10000", "job", "exact"),
    ("3 000 emplois directs", "3000", "job", "exact"),
    ("95.000 emplois supplémentaires", "95000", "job", "exact"),
    ("500 new and direct jobs", "500", "job", "exact"),
    ("2,000 call centre jobs", "2000", "job", "exact"),
    ("1,000 highly skilled jobs", "1000", "job", "exact"),
    # in words
    ("deux mille emplois", "2000", "job", "exact"),
    ("deux mille cinq cents emplois", "2500", "job", "exact"),
    ("mille deux cent trente-quatre emplois", "1234", "job", "exact"),
    ("quatre-vingt-dix-sept entreprises", "97", "company", "exact"),
    ("soixante et onze entreprises", "71", "company", "exact"),
    ("deux cent mille personnes", "200000", "person", "exact"),
    ("two thousand jobs", "2000", "job", "exact"),
    ("three hundred and fifty jobs", "350", "job", "exact"),
    ("twelve hundred employees", "1200", "job", "exact"),
    ("un million cinq cent mille dirhams", "1500000", "MAD", "exact"),
    ("1 milliard 200 millions de dirhams", "1200000000", "MAD", "exact"),
    ("un demi-milliard de dirhams", "500000000", "MAD", "exact"),
    ("un milliard et demi de dirhams", "1500000000", "MAD", "exact"),
    ("half a billion dollars", "500000000", "USD", "exact"),
    ("two and a half million euros", "2500000", "EUR", "exact"),
    ("un millier d'emplois", "1000", "job", "about"),
    ("une dizaine de sociétés", "10", "company", "about"),
    ("une centaine de millions de dirhams", "100000000", "MAD", "about"),
    ("2 milliers d'emplois", "2000", "job", "about"),
    ("une demi-douzaine d'entreprises", "6", "company", "about"),
    ("a dozen firms", "12", "company", "about"),
    ("près d'un millier d'emplois", "1000", "job", "nearly"),
    # how firmly
    ("plus de 300 emplois", "300", "job", "at_least"),
    ("+ de 300 emplois", "300", "job", "at_least"),
    ("Plus de 3 000 emplois", "3000", "job", "at_least"),
    ("PLUS DE 3 000 EMPLOIS", "3000", "job", "at_least"),
    ("more than 2,000 jobs", "2000", "job", "at_least"),
    ("over 300 jobs", "300", "job", "at_least"),
    ("au moins 300 emplois", "300", "job", "at_least"),
    ("pas moins de 300 emplois", "300", "job", "at_least"),
    ("dépasser le cap des 300 emplois", "300", "job", "at_least"),
    ("300 emplois au moins", "300", "job", "at_least"),
    ("300 or more jobs", "300", "job", "at_least"),
    ("50+ employees", "50", "job", "at_least"),
    ("at least 300 jobs", "300", "job", "at_least"),
    ("près de 4 500 emplois", "4500", "job", "nearly"),
    ("un peu moins de 500 emplois", "500", "job", "nearly"),
    ("nearly 4,500 employees", "4500", "job", "nearly"),
    ("almost 4,500 employees", "4500", "job", "nearly"),
    ("environ 1.200 emplois", "1200", "job", "about"),
    ("1.200 emplois environ", "1200", "job", "about"),
    ("de l'ordre de 1.200 emplois", "1200", "job", "about"),
    ("quelque 300 emplois", "300", "job", "about"),
    ("some 300 jobs", "300", "job", "about"),
    ("about 300 jobs", "300", "job", "about"),
    ("jusqu'à 20 %", "20", "percent", "at_most"),
    ("jusqu\u2019à 20 %", "20", "percent", "at_most"),
    ("moins de 300 emplois", "300", "job", "at_most"),
    ("up to 300 jobs", "300", "job", "at_most"),
    # money
    ("65 MDH", "65000000", "MAD", "exact"),
    ("65MDH", "65000000", "MAD", "exact"),
    ("65 mdh", "65000000", "MAD", "exact"),
    ("65 M DH", "65000000", "MAD", "exact"),
    ("65 M.DH", "65000000", "MAD", "exact"),
    ("1,5 MDH", "1500000", "MAD", "exact"),
    ("10 MMDH", "10000000000", "MAD", "exact"),
    ("10 MM DH", "10000000000", "MAD", "exact"),
    ("3,6 Mds DH", "3600000000", "MAD", "exact"),
    ("150 KDH", "150000", "MAD", "exact"),
    ("65 millions de dirhams", "65000000", "MAD", "exact"),
    ("1,5 milliard de dirhams", "1500000000", "MAD", "exact"),
    ("1.234 milliard de dirhams", "1234000000", "MAD", "exact"),
    ("18 milliards de DH", "18000000000", "MAD", "exact"),
    ("2 milliards de centimes", "20000000", "MAD", "exact"),
    ("3 mds de dirhams", "3000000000", "MAD", "exact"),
    ("plus de 10 milliards de dirhams", "10000000000", "MAD", "at_least"),
    ("environ 65 millions d'euros", "65000000", "EUR", "about"),
    ("65 M€", "65000000", "EUR", "exact"),
    ("2 Md€", "2000000000", "EUR", "exact"),
    ("4 K€", "4000", "EUR", "exact"),
    ("€50m", "50000000", "EUR", "exact"),
    ("$1.2bn", "1200000000", "USD", "exact"),
    ("US$ 5 million", "5000000", "USD", "exact"),
    ("MAD 65 million", "65000000", "MAD", "exact"),
    ("Dh16bn", "16000000000", "MAD", "exact"),
    ("over 5 billion dirhams", "5000000000", "MAD", "at_least"),
    ("£4 million", "4000000", "GBP", "exact"),
    ("10 dollars canadiens", "10", "CAD", "exact"),
    ("5 $", "5", "USD", "exact"),
    ("3 million dollars", "3000000", "USD", "exact"),
    ("12,5 MAD", "12.5", "MAD", "exact"),
    ("12.5 MAD", "12.5", "MAD", "exact"),
    ("0.123 MAD", "0.123", "MAD", "exact"),
    ("1.234,5 MAD", "1234.5", "MAD", "exact"),
    ("1,234.5 MAD", "1234.5", "MAD", "exact"),
    ("1 234 567,89 MAD", "1234567.89", "MAD", "exact"),
    ("3 225 571 180,00 DH", "3225571180", "MAD", "exact"),
    ("1.234.567 MAD", "1234567", "MAD", "exact"),
    ("10 000 DH", "10000", "MAD", "exact"),
    ("6 000 DH par emploi créé", "6000", "MAD/job", "exact"),
    ("300 MAD/job", "300", "MAD/job", "exact"),
    ("60 DH/m²", "60", "MAD/m2", "exact"),
    ("65 MAD of 2015", "65", "MAD_2015", "exact"),
    # shares and areas
    ("3,5 %", "3.5", "percent", "exact"),
    ("+15%", "15", "percent", "exact"),
    ("11 pour cent", "11", "percent", "exact"),
    ("20 000 m²", "20000", "m2", "exact"),
    ("7 500 m2", "7500", "m2", "exact"),
    ("0,5 ha", "0.5", "ha", "exact"),
    ("20 hectares", "20", "ha", "exact"),
    # Arabic
    ("500 درهم", "500", "MAD", "exact"),
    ("500 د.م.", "500", "MAD", "exact"),
    ("٥٠٠ درهم", "500", "MAD", "exact"),
    ("270 ألف وظيفة جديدة", "270000", "job", "exact"),
    ("أكثر من 1200 منصب شغل", "1200", "job", "at_least"),
    ("خمسة آلاف منصب شغل", "5000", "job", "exact"),
    ("خمسة وعشرون ألف منصب شغل", "25000", "job", "exact"),
    ("ملياري درهم", "2000000000", "MAD", "exact"),
    ("مليار درهم", "1000000000", "MAD", "exact"),
    ("حوالي 18 مليار درهم", "18000000000", "MAD", "about"),
    ("11 في المائة", "11", "percent", "exact"),
    ("500 منصب شغل على الأقل", "500", "job", "at_least"),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier"), READ)
def test_a_figure_is_read_as_the_press_prints_it(text: str, value: str, unit: str, qualifier: str) -> None:
    """Marks, spaces, scales, units and how firmly it is stated are understood, and the text is kept."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)
    assert figure.as_printed == text
    assert (figure.low, figure.high, figure.steps) == (None, None, ())


RANGES = [
    ("entre 3.000 et 5.000 postes", "3000", "5000", "job", "range"),
    ("de 500 à 600 emplois", "500", "600", "job", "range"),
    ("500 à 600 emplois", "500", "600", "job", "range"),
    ("500-600 jobs", "500", "600", "job", "range"),
    ("500 ou 600 emplois", "500", "600", "job", "range"),
    ("between 300 and 400 jobs", "300", "400", "job", "range"),
    ("from 300 to 400 jobs", "300", "400", "job", "range"),
    ("7 à 10 millions d'euros", "7000000", "10000000", "EUR", "range"),
    ("800 000 à 1,2 million de dirhams", "800000", "1200000", "MAD", "range"),
    ("un à deux millions de dirhams", "1000000", "2000000", "MAD", "range"),
    ("trois à quatre mille emplois", "3000", "4000", "job", "range"),
    ("trois à quatre cents emplois", "300", "400", "job", "range"),
    ("twelve to fifteen hundred jobs", "1200", "1500", "job", "range"),
    ("cent à deux cent mille emplois", "100000", "200000", "job", "range"),
    ("deux cents à trois cent mille emplois", "200000", "300000", "job", "range"),
    ("neuf cents à mille emplois", "900", "1000", "job", "range"),
    ("un à mille emplois", "1", "1000", "job", "range"),
    ("cinq à deux mille emplois", "5", "2000", "job", "range"),
    ("trois à cinq cent trente emplois", "3", "530", "job", "range"),
    ("zéro à quatre mille emplois", "0", "4000", "job", "range"),
    ("0 à 4000 emplois", "0", "4000", "job", "range"),
    ("4 à 4000 emplois", "4", "4000", "job", "range"),
    ("10 à 1000 emplois", "10", "1000", "job", "range"),
    ("3 à 4500 emplois", "3", "4500", "job", "range"),
    ("3 à 1 000 000 emplois", "3", "1000000", "job", "range"),
    ("3 mille à 4000 emplois", "3000", "4000", "job", "range"),
    ("3 KDH à 4 KDH", "3000", "4000", "MAD", "range"),
    ("1 DH à 5 KDH", "1", "5000", "MAD", "range"),
    ("3 emplois à 4 mille emplois", "3", "4000", "job", "range"),
    ("500 MDH à 2 MMDH", "500000000", "2000000000", "MAD", "range"),
    ("5 MDH à MAD 6 millions", "5000000", "6000000", "MAD", "range"),
    ("1.200 emplois à 1.500 emplois", "1200", "1500", "job", "range"),
    ("500 à 500 emplois", "500", "500", "job", "range"),
    ("5 à 5 millions de dirhams", "5000000", "5000000", "MAD", "range"),
    ("ثلاثة إلى مليونين درهم", "3", "2000000", "MAD", "range"),
    ("about 1,100 to 1,234 dirhams", "1100", "1234", "MAD", "about"),
    ("une dizaine à 20 sociétés", "10", "20", "company", "about"),
    ("10 à une vingtaine de sociétés", "10", "20", "company", "about"),
    ("$10m to $15m", "10000000", "15000000", "USD", "range"),
    ("$10-20m", "10000000", "20000000", "USD", "range"),
    ("12 à 15 MMDH", "12000000000", "15000000000", "MAD", "range"),
    ("15 à 20 %", "15", "20", "percent", "range"),
    ("500 emplois à 600 emplois", "500", "600", "job", "range"),
    ("ما بين 200 و250 مليون درهم", "200000000", "250000000", "MAD", "range"),
    ("environ 500 à 600 emplois", "500", "600", "job", "about"),
    ("entre une dizaine et une vingtaine de sociétés", "10", "20", "company", "about"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "qualifier"), RANGES)
def test_a_range_has_two_ends_and_no_value(text: str, low: str, high: str, unit: str, qualifier: str) -> None:
    """Both ends are read; a scale that stands once holds for both, where they stay in order."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.low, figure.high) == (None, Decimal(low), Decimal(high))
    assert (figure.unit, figure.qualifier, figure.as_printed) == (unit, qualifier, text)


REFUSED = [
    ("1.234 MAD", "'1.234' is ambiguous; it could be 1234 MAD or 1.234 MAD"),
    ("1,234 MAD", "'1,234' is ambiguous; it could be 1234 MAD or 1.234 MAD"),
    ("plus de 1.234 MAD", "'1.234' is ambiguous; it could be 1234 MAD or 1.234 MAD"),
    ("12.000 m²", "'12.000' is ambiguous; it could be 12000 m2 or 12.000 m2"),
    ("3,125 %", "'3,125' is ambiguous; it could be 3125 percent or 3.125 percent"),
    ("1.234", "it has no unit; it could be 1.234 emplois or 1.234 MAD or 1.234 %"),
    ("12", "it has no unit; it could be 12 emplois or 12 MAD or 12 %"),
    ("plus de 300", "it has no unit; it could be 300 emplois or 300 MAD or 300 %"),
    ("20 à 30", "it has no unit; it could be 20 emplois or 20 MAD or 20 %"),
    ("près de 4 Mds", "'Mds' is no unit that is known here"),
    ("12 MMAD", "'mmad' means different things; it could be a million dirhams, MDH or a milliard dirhams, MMDH"),
    ("5 billion MAD", "'billion' means different things; it could be 10⁹ in English or 10¹² in French"),
    ("5 billions de dirhams", "'billions' means different things; it could be 10⁹ in English or 10¹² in French"),
    ("150 postes de travail", "'postes de travail' means different things; it could be emplois or positions"),
    ("30 centres", "'centres' means different things; it could be centres d'appels or sites"),
    ("more than 500 positions", "'positions' means different things; it could be jobs or workstations"),
    ("+300 emplois", "a plus can mean two things; it could be 300 emplois or plus de 300 emplois"),
    ("3 à 4000 emplois", "its lower end may be in thousands; it could be 3 to 4000 or 3000 to 4000"),
    ("trois à 4000 emplois", "its lower end may be in thousands; it could be 3 to 4000 or 3000 to 4000"),
    ("500 à 600 000 emplois", "its lower end may be in thousands; it could be 500 to 600000 or 500000 to 600000"),
    ("998 à 999 000 emplois", "its lower end may be in thousands; it could be 998 to 999000 or 998000 to 999000"),
    ("au moins 15 à 20 %", "its ends are no ends, as they are not stated exactly"),
    ("50+ employees to 60 employees", "its ends are no ends, as they are not stated exactly"),
    ("50 employees to 60+ employees", "its ends are no ends, as they are not stated exactly"),
    ("environ 50 à au moins 60 emplois", "its ends are no ends, as they are not stated exactly"),
    (
        "2.345 milliard de dirhams",
        "'2.345' is ambiguous; it could be 2345000000000 MAD or 2345000000 MAD",
    ),
    (
        "2.000 milliard de dirhams",
        "'2.000' is ambiguous; it could be 2000000000000 MAD or 2000000000 MAD",
    ),
    (
        "1" * 41 + " MAD",
        "got '1.111111e+40', expected at most 40 digits before the point and 100 after it",
    ),
    ("entre emplois", "no number where one was expected"),
    ("a to five jobs", "'to five jobs' is no unit that is known here"),
    ("600 à 500 emplois", "the range goes from 600 down to 500"),
    ("1,5 emplois", "1.5 is no whole number, as figures of job are"),
    ("un demi emploi", "no number where one was expected"),
    ("", "no number where one was expected"),
    ("   ", "no number where one was expected"),
    ("MMAD", "no number where one was expected"),
    ("emplois : 300", "no number where one was expected"),
    ("-5 emplois", "no number where one was expected"),
    ("NaN MAD", "no number where one was expected"),
    ("²³ emplois", "no number where one was expected"),
    ("１２ emplois", "no number where one was expected"),
    ("½ milliard de dirhams", "no number where one was expected"),
    ("1.2.3 MAD", "no number where one was expected"),
    ("12.50.000 MAD", "no number where one was expected"),
    ("12 parsecs", "'parsecs' is no unit that is known here"),
    ("70 m", "'m' is no unit that is known here"),
    ("70 k", "'k' is no unit that is known here"),
    ("70 m d'emplois", '"m d\'emplois" is no unit that is known here'),
    ("1e5 MAD", "'e5 MAD' is no unit that is known here"),
    ("10² emplois", "'² emplois' is no unit that is known here"),
    ("2019 personne", "'personne' is no unit that is known here"),
    ("4G", "'G' is no unit that is known here"),
    ("300 emplois et 200 emplois", "'et 200 emplois' is not understood"),
    ("300 emplois à terme", "'à terme' is not understood"),
    ("1,5 MMDH/an", "'/an' is not understood"),
    ("1 23 emplois", "'23 emplois' is no unit that is known here"),
    ("1234 567 MAD", "'567 MAD' is no unit that is known here"),
    ("300 emplois\n\nà Oujda", "'à Oujda' is not understood"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_not_understood_in_one_way_is_refused(text: str, reason: str) -> None:
    """The error shows the text, what is wrong with it, and the readings that it could have."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == f"cannot read {text!r} as a figure: {reason}"
    assert caught.value.got == text


TOLD = [
    ("1.234 MAD", "fr", "1234"),
    ("1,234 MAD", "en", "1234"),
    ("1,234 dirhams or more", None, "1234"),
    ("over 1,234 dirhams", None, "1234"),
    ("1,234 moroccan dirhams", None, "1234"),
    ("1,234 thousand dirhams", None, "1234000"),
    ("five billion dirhams", None, "5000000000"),
    ("un billion et demi de dirhams", "fr", "1500000000000"),
    ("a billion and a half dirhams", "en", "1500000000"),
    ("1.200 MDH", "fr", "1200000000"),
    ("1,234 million dirhams", "en", "1234000000"),
    ("1,234 MDH", "fr", "1234000"),
    ("4,278 Mds DH", "fr", "4278000000"),
    ("1.234 billion dirhams", "en", "1234000000"),
    ("5 billion dirhams", "en", "5000000000"),
    ("5 billions de dirhams", "fr", "5000000000000"),
    ("131.000 m²", "fr", "131000"),
    ("131,000 square metres", "en", "131000"),
    ("3,125 %", "fr", "3.125"),
    ("3.125 percent", "en", "3.125"),
    ("1,234 ha", "fr", "1.234"),
    ("1.5 MDH", "fr", "1500000"),
    ("2 thousand jobs", "fr", "2000"),
    ("6.000 درهم", "ar", "6000"),
]


@pytest.mark.parametrize(("text", "language", "value"), TOLD)
def test_the_language_says_what_a_mark_means(text: str, language: str | None, value: str) -> None:
    """French groups with the point, English with the comma, and English words tell; others are still understood."""
    assert parse_figure(text, language=language).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1,234 MAD", "fr"),  # no dirham has three decimals, and the comma groups nothing in French
        ("1.234 MAD", "en"),
        ("1.234 مليون درهم", "ar"),  # thousands in Morocco, decimals elsewhere
        ("1,234 مليار درهم", "ar"),
        ("1.234 milliards de dirhams", "fr"),  # nobody counts a thousand milliards
        ("1.234 %", "fr"),
        ("500 positions", "en"),
        ("12 MMAD", "fr"),
        ("5 billion MAD", "ar"),
    ],
)
def test_the_language_does_not_settle_everything(text: str, language: str) -> None:
    """What stays ambiguous in the language of the text is refused, with its readings."""
    with pytest.raises(UnreadableFigure) as caught:
        parse_figure(text, language=language)
    assert len(caught.value.readings) == 2


def test_the_readings_of_a_scaled_number_say_the_scale() -> None:
    """`1.234 millions` could be 1.234 or 1 234 millions, never 1 234 dirhams."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure("1.234 millions de dirhams")
    assert caught.value.readings == ("1234000000 MAD", "1234000 MAD")


@pytest.mark.parametrize(("low", "high"), [("1.200 DH", "1.500 DH"), ("800.000", "1,2 million de dirhams")])
def test_the_language_says_what_the_marks_of_both_ends_mean(low: str, high: str) -> None:
    """Whether each has its unit and its scale, or one has that of the other."""
    figure = parse_figure(f"{low} à {high}", language="fr")
    assert (figure.low, figure.high) in ((1200, 1500), (800_000, 1_200_000))
    with pytest.raises(UnreadableFigure, match="is ambiguous"):
        parse_figure(f"{low} à {high}")


@pytest.mark.parametrize("text", [5, None, 5.0, b"5 emplois", ["5 emplois"]])
def test_only_a_text_is_read(text: Any) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(WrongType) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == (f"figure: got {text!r} ({type(text).__name__}), expected a text such as '65 MDH'")


def test_only_the_three_languages_are_known() -> None:
    """Another language is refused, whatever the text."""
    with pytest.raises(UnknownWord, match="'nl' is not a language; expected one of: fr, en, ar"):
        parse_figure("65 MDH", language="nl")
    with pytest.raises(WrongType, match=r"^language: got 5 \(int\), expected 'fr', 'en', 'ar' or None$"):
        parse_figure("65 MDH", language=5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["9" * 1_000_000 + " MAD", "1 000" * 200_000, " " * 1_000_000, "1" + " 000" * 250_000 + " MAD", "x" * 1_000_000],
    ids=["digits", "groups", "spaces", "thousands", "letters"],
)
def test_a_long_text_is_refused_without_being_read(text: str) -> None:
    """A megabyte is refused for its length, before any of it is searched, and the error does not repeat it."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == f"cannot read '{text[:40]}…' as a figure: a figure has at most 200 characters"


def test_a_figure_of_two_hundred_characters_is_read() -> None:
    """The limit is on the text, and what is within it is read in full."""
    text = "plus de 300" + " " * 181 + "emplois"
    assert len(text) == 199
    assert mo.parse_figure(text).value == 300
    assert mo.parse_figure(text + " ").value == 300
    with pytest.raises(UnreadableFigure):
        mo.parse_figure(text + "  ")


@pytest.mark.parametrize("text", ["1" * 150 + " emplois", "1" * 60 + ",5 MAD", "1" * 40 + " milliards de dirhams"])
def test_a_number_of_too_many_digits_is_refused(text: str) -> None:
    """A figure read from a text obeys the same limit as one written in digits, and Python's own is not met."""
    with pytest.raises(UnreadableFigure):
        mo.parse_figure(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("entre 1 et 2\u00a0MDH", 1_000_000, 2_000_000),
        ("entre 1 et 2\u00a0MMDH", 10**9, 2 * 10**9),
        ("between 1 and 2\u00a0MDH", 1_000_000, 2_000_000),
    ],
)
def test_an_abbreviated_unit_keeps_its_thousands_in_any_form(text: str, low: int, high: int) -> None:
    """`MDH` is a million dirhams, also where the rest of the text is to the letter what we would write."""
    read = mo.parse_figure(text)
    assert (read.low, read.high, read.unit) == (low, high, "MAD")


def test_sums_of_which_one_end_is_known_are_read_back_as_we_write_them() -> None:
    """Forms that only our own writing has are understood to the letter."""
    sums = [
        mo.Figure(4000, "job", "range", low=3000),
        mo.Figure(None, "MAD", "about", low=3000),
        mo.Figure(None, "MAD_2015", "about", high=3000),
    ]
    for figure in sums:
        for language in ("fr", "en", "ar"):
            read = mo.parse_figure(figure.describe(language))
            assert (read.value, read.low, read.high) == (figure.value, figure.low, figure.high)
            assert (read.unit, read.qualifier) == (figure.unit, figure.qualifier)
