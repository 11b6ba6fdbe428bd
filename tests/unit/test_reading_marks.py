"""The marks, spaces and lines of a text: what they make of its digits, and the language that settles them."""

from decimal import Decimal

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import find_figures


def found(text: str, language: str | None = None) -> list[str]:
    """Return the words of the figures of a text, as they stand in it."""
    figures = find_figures(text, language)
    assert [text[each.start : each.end] for each in figures] == [each.figure.as_printed for each in figures]
    return [each.figure.as_printed or "" for each in figures]


READ = [
    ("0" * 59 + "5", "5"),
    ("1'234", "1234"),
    ("1'234'567", "1234567"),
    ("1'234.5", "1234.5"),
    ("1\u066c234", "1234"),
    ("1\u066c234\u066b5", "1234.5"),
    ("1\u066b5", "1.5"),
    ("1\u066b234", "1.234"),
    ("1,234,567.89", "1234567.89"),
    ("1.234.567,89", "1234567.89"),
    ("1 234,567", "1234.567"),
    ("123 456.789", "123456.789"),
    ("01.234", "1.234"),
    ("0.000", "0"),
    ("1234.567", "1234.567"),
    ("12.3456", "12.3456"),
]


@pytest.mark.parametrize(("digits", "value"), READ)
def test_a_mark_that_can_mean_one_thing_means_it(digits: str, value: str) -> None:
    """Groups of three behind one to three digits, or decimals behind the last mark, when it is another."""
    assert mo.parse_figure(f"{digits} MAD").value == Decimal(value)


NO_NUMBERS = [
    "0" * 60 + "5",  # longer than any number
    "1'23",
    "1\u066c2345",
    "1.23.456",
    "1.234'5",
    "1,234\u066c5",
    "12.34,5",
    "1234.567,8",
    "1,234.567,8",
    "1.234.567.8",
    "1 234.567,8",
    "1\u066b234\u066b567",
    "1\u066b234.5",
    "1\u066b234\u066c567",
]


@pytest.mark.parametrize("digits", NO_NUMBERS)
def test_marks_that_fit_no_number_make_none(digits: str) -> None:
    """Groups that are no thousands, three kinds of marks, or a decimal mark before the last."""
    with pytest.raises(UnreadableFigure, match=r"as a figure: no number where one was expected$"):
        mo.parse_figure(f"{digits} MAD")


SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2069\ufeff"


@pytest.mark.parametrize("space", SPACES + UNSEEN)
def test_every_kind_of_space_groups_and_parts(space: str) -> None:
    """Narrow and wide ones, tabs, and marks that are not seen; places in the text stay true."""
    text = f"Il y a{space}5{space}050{space}emplois ici."
    assert found(text) == [f"5{space}050{space}emplois"]
    assert find_figures(text)[0].figure.value == 5050


@pytest.mark.parametrize("apostrophe", "'\u2018\u2019\u02bc\u2032")
def test_every_kind_of_apostrophe_is_one(apostrophe: str) -> None:
    """Straight, curled, raised or a prime."""
    text = f"Près de 2 millions d{apostrophe}emplois, soit 5{apostrophe}050 de plus."
    assert found(text) == [f"Près de 2 millions d{apostrophe}emplois"]
    assert mo.parse_figure(f"5{apostrophe}050 emplois").value == 5050


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
def test_every_kind_of_dash_stands_between_two_ends(dash: str) -> None:
    """Hyphens, dashes and the sign for minus."""
    figure = mo.parse_figure(f"500{dash}600 emplois")
    assert (figure.low, figure.high, figure.as_printed) == (500, 600, f"500{dash}600 emplois")


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2212")
def test_every_kind_of_hyphen_joins_words(hyphen: str) -> None:
    """A dash parts them."""
    assert mo.parse_figure(f"vingt{hyphen}cinq emplois").value == 25
    with pytest.raises(UnreadableFigure):
        mo.parse_figure("vingt\u2014cinq emplois")


def test_arabic_and_persian_digits_are_read() -> None:
    """Each of the ten, and the sign for per cent."""
    assert mo.parse_figure("٩٠١٢٣٤٥٦٧٨ درهم").value == 9_012_345_678
    assert mo.parse_figure("۹۰۱۲۳۴۵۶۷۸ درهم").value == 9_012_345_678
    assert (mo.parse_figure("٥٪").value, mo.parse_figure("٥٪").unit) == (5, "percent")


@pytest.mark.parametrize(
    "text", ["300 EMPLOIS", "300 EXPERTS", "300 Employés", "300 employe\u0301s", "300 مَناصِب", "300 أجراء"]
)
def test_case_and_accents_do_not_matter(text: str) -> None:
    """Capitals, letters with their accent apart, and vowel marks are folded away."""
    assert mo.parse_figure(text).unit == ("person" if "EX" in text else "job")
    assert found(text, "fr") == [text]


def test_a_wrapped_line_goes_on() -> None:
    """A single line's end before a small letter is a space."""
    assert found("un total de 10 000\nemplois", "fr") == ["10 000\nemplois"]
    assert found("300 emplois\n") == ["300 emplois"]
    assert found("300\n emplois", "fr") == ["300\n emplois"]


@pytest.mark.parametrize(
    "between", ["\n\n", "\n \n", "\n- ", "\n\u2013 ", "\n\u2022 ", "\n\u00b7 ", "\n* ", "\n\u25aa ", "\n\u25cf ",
                "\n\u25e6 ", "\n\u2023 "]
)  # fmt: skip
def test_a_paragraph_and_a_bullet_end_what_was_before(between: str) -> None:
    """No figure crosses them, nor the unit that one lends."""
    assert found(f"un total de 10 000{between}emplois", "fr") == []
    assert found(f"1.000 emplois{between}et 800 à Fès", "fr") == ["1.000 emplois"]


def test_a_capital_begins_a_new_line() -> None:
    """Titles and table rows have no full stop."""
    assert found("Objectif 10 000\nEmplois directs", "fr") == []
    assert found("1.000 emplois\nEt 800 à Fès", "fr") == ["1.000 emplois"]


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("6.000 DH des", False),
        ("6.000 DH des le", True),
        ("6.000 DH pour 12 salariés", True),  # a telling word is as good as two
        ("le la des du of in 6.000 DH", False),  # four French words are no more than twice two English ones
        ("le la des du et of in 6.000 DH", True),
        ("6.000 درهم", False),
        ("بلغت 6.000 درهم", True),
        ("le la بلغت 6.000 DH", False),
        ("le la et بلغت 6.000 DH", True),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, settled: bool) -> None:
    """At least two, and more than twice as many as those of any other language."""
    figures = [each.figure.value for each in find_figures(text) if each.figure.unit == "MAD"]
    assert figures == ([6000] if settled else [])


def test_english_words_settle_the_comma() -> None:
    """As French ones settle the point."""
    assert found("6,000 DH for the jobs") == ["6,000 DH"]
    assert found("6.000 DH for the jobs") == []
    assert found("6,000 DH jobs") == ["6,000 DH"]
    assert found("6,000 DH the") == []
