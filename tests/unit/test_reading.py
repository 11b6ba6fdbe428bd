"""Reading one figure as the press prints it: what is understood, and what is refused because it is ambiguous."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure, WrongType

READ = [
    # counts
    ("5.050 emplois", "5050", "job", "exact"),
    ("5 050 emplois", "5050", "job", "exact"),
    ("5\u00a0050 emplois", "5050", "job", "exact"),
    ("5\u202f050\u00a0emplois", "5050", "job", "exact"),
    ("5050 emplois", "5050", "job", "exact"),
    ("5,050 jobs", "5050", "job", "exact"),
    ("5,050,000 jobs", "5050000", "job", "exact"),
    ("  300   emplois ", "300", "job", "exact"),
    ("0 emploi", "0", "job", "exact"),
    ("1 emploi", "1", "job", "exact"),
    ("12 mille emplois", "12000", "job", "exact"),
    ("2 millions d'emplois", "2000000", "job", "exact"),
    ("4.500 salariés", "4500", "job", "exact"),
    ("36 centres d'appels", "36", "call_centre", "exact"),
    ("36 centres d\u2019appels", "36", "call_centre", "exact"),
    ("36 call centres", "36", "call_centre", "exact"),
    ("170 entreprises", "170", "company", "exact"),
    ("10 000 étudiants", "10000", "person", "exact"),
    ("1.200 positions", "1200", "workstation", "exact"),
    # how firmly
    ("plus de 300 emplois", "300", "job", "at_least"),
    ("Plus de 3 000 emplois", "3000", "job", "at_least"),
    ("more than 2,000 jobs", "2000", "job", "at_least"),
    ("over 300 jobs", "300", "job", "at_least"),
    ("au moins 300 emplois", "300", "job", "at_least"),
    ("at least 300 jobs", "300", "job", "at_least"),
    ("près de 4 500 emplois", "4500", "job", "nearly"),
    ("nearly 4,500 employees", "4500", "job", "nearly"),
    ("environ 1.200 emplois", "1200", "job", "about"),
    ("quelque 300 emplois", "300", "job", "about"),
    ("some 300 jobs", "300", "job", "about"),
    ("about 300 jobs", "300", "job", "about"),
    ("jusqu'à 20 %", "20", "percent", "at_most"),
    ("jusqu\u2019à 20 %", "20", "percent", "at_most"),
    ("up to 300 jobs", "300", "job", "at_most"),
    # money
    ("65 MDH", "65000000", "MAD", "exact"),
    ("65MDH", "65000000", "MAD", "exact"),
    ("65 mdh", "65000000", "MAD", "exact"),
    ("1,5 MDH", "1500000", "MAD", "exact"),
    ("10 MMDH", "10000000000", "MAD", "exact"),
    ("65 millions de dirhams", "65000000", "MAD", "exact"),
    ("1,5 milliard de dirhams", "1500000000", "MAD", "exact"),
    ("18 milliards de DH", "18000000000", "MAD", "exact"),
    ("3 mds de dirhams", "3000000000", "MAD", "exact"),
    ("plus de 10 milliards de dirhams", "10000000000", "MAD", "at_least"),
    ("environ 65 millions d'euros", "65000000", "EUR", "about"),
    ("65 M€", "65000000", "EUR", "exact"),
    ("2 Md€", "2000000000", "EUR", "exact"),
    ("4 K€", "4000", "EUR", "exact"),
    ("5 $", "5", "USD", "exact"),
    ("3 million dollars", "3000000", "USD", "exact"),
    ("12,5 MAD", "12.5", "MAD", "exact"),
    ("12.5 MAD", "12.5", "MAD", "exact"),
    ("1.234,5 MAD", "1234.5", "MAD", "exact"),
    ("1,234.5 MAD", "1234.5", "MAD", "exact"),
    ("1 234 567,89 MAD", "1234567.89", "MAD", "exact"),
    ("1.234.567 MAD", "1234567", "MAD", "exact"),
    ("10 000 DH", "10000", "MAD", "exact"),
    ("500 درهم", "500", "MAD", "exact"),
    # shares and areas
    ("3,5 %", "3.5", "percent", "exact"),
    ("11 pour cent", "11", "percent", "exact"),
    ("20 000 m²", "20000", "m2", "exact"),
    ("0,5 ha", "0.5", "ha", "exact"),
    ("20 hectares", "20", "ha", "exact"),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier"), READ)
def test_a_figure_is_read_as_the_press_prints_it(text: str, value: str, unit: str, qualifier: str) -> None:
    """Marks, spaces, scales, units and how firmly it is stated are understood, and the text is kept."""
    figure = mo.parse_figure(text)
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)
    assert figure.as_printed == text
    assert (figure.low, figure.high, figure.steps) == (None, None, ())


REFUSED = [
    ("1.234 MAD", "'1.234' is ambiguous; it could be 1234 MAD or 1.234 MAD"),
    ("1,234 MAD", "'1,234' is ambiguous; it could be 1234 MAD or 1.234 MAD"),
    ("12.000 m²", "'12.000' is ambiguous; it could be 12000 m2 or 12.000 m2"),
    ("3,125 %", "'3,125' is ambiguous; it could be 3125 percent or 3.125 percent"),
    ("12", "it has no unit; it could be 12 emplois or 12 MAD or 12 %"),
    ("plus de 300", "it has no unit; it could be 300 emplois or 300 MAD or 300 %"),
    ("12 MMAD", "'mmad' means different things; it could be a million dirhams, MDH or a milliard dirhams, MMDH"),
    ("5 billion MAD", "'billion' means different things; it could be 10⁹ in English or 10¹² in French"),
    ("5 billions de dirhams", "'billions' means different things; it could be 10⁹ in English or 10¹² in French"),
    ("", "no number in digits where one was expected"),
    ("   ", "no number in digits where one was expected"),
    ("MMAD", "no number in digits where one was expected"),
    ("douze emplois", "no number in digits where one was expected"),
    ("emplois : 300", "no number in digits where one was expected"),
    ("-5 emplois", "no number in digits where one was expected"),
    ("NaN MAD", "no number in digits where one was expected"),
    ("entre 1000 et 2000 emplois", "no number in digits where one was expected"),
    ("12 parsecs", "'parsecs' is no unit that is known here"),
    ("70 m", "'m' is no unit that is known here"),
    ("70 k", "'k' is no unit that is known here"),
    ("1e5 MAD", "'e5 mad' is no unit that is known here"),
    ("3 000 emplois directs", "'emplois directs' is no unit that is known here"),
    ("300 emplois et 200 emplois", "'emplois et 200 emplois' is no unit that is known here"),
    ("1 23 emplois", "'23 emplois' is no unit that is known here"),
    ("1234 567 MAD", "'567 mad' is no unit that is known here"),
    ("300 MAD/job", "'mad/job' is no unit that is known here"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_not_understood_in_one_way_is_refused(text: str, reason: str) -> None:
    """The error shows the text, what is wrong with it, and the readings that it could have."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert str(caught.value) == f"cannot read {text!r} as a figure: {reason}"
    assert caught.value.got == text


def test_the_readings_of_a_scaled_number_say_the_scale() -> None:
    """`1.234 millions` could be 1.234 or 1 234 millions, never 1 234 dirhams."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure("1.234 millions de dirhams")
    assert "1234 MAD" not in caught.value.readings
    assert "1.234 MAD" not in caught.value.readings
    assert len(caught.value.readings) == 2


@pytest.mark.parametrize("text", [5, None, 5.0, b"5 emplois", ["5 emplois"]])
def test_only_a_text_is_read(text: Any) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(WrongType, match=r"^figure: got .*, expected a text such as '65 MDH'$"):
        mo.parse_figure(text)


@pytest.mark.parametrize(
    "text",
    ["9" * 1_000_000 + " MAD", "1 000" * 200_000, " " * 1_000_000, "1" + " 000" * 250_000 + " MAD", "x" * 1_000_000],
    ids=["digits", "groups", "spaces", "thousands", "letters"],
)
def test_a_long_text_is_refused_without_being_read(text: str) -> None:
    """A megabyte is refused for its length, before any of it is searched, and the error does not repeat it."""
    with pytest.raises(UnreadableFigure) as caught:
        mo.parse_figure(text)
    assert len(str(caught.value)) < 200
    assert str(caught.value).endswith("a figure has at most 200 characters")


def test_a_figure_of_two_hundred_characters_is_read() -> None:
    """The limit is on the text, and what is within it is read in full."""
    text = "plus de 300" + " " * 181 + "emplois"
    assert len(text) == 199
    assert mo.parse_figure(text).value == 300
    assert mo.parse_figure(text + " ").value == 300
    with pytest.raises(UnreadableFigure):
        mo.parse_figure(text + "  ")


@pytest.mark.parametrize("text", ["1" * 150 + " emplois", "1" * 60 + ",5 MAD"])
def test_a_number_of_too_many_digits_is_refused(text: str) -> None:
    """A figure read from a text obeys the same limit as one written in digits."""
    with pytest.raises(mo.errors.MarocOffshoringError):
        mo.parse_figure(text)
