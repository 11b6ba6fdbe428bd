"""How figures are written in French, English and Arabic: every form, its marks and its unit."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnknownWord
from maroc_offshoring.figures.writing import figure_in, known_language, number_in, spelled


def jobs(value: Any, qualifier: str = "exact", low: Any = None, high: Any = None) -> mo.Figure:
    return mo.Figure(value, "job", qualifier, low, high)


FORMS = [
    (jobs(2000), "2 000~emplois", "2 000~jobs", "2 000~منصب شغل"),
    (jobs(2000, "about"), "environ 2 000~emplois", "about 2 000~jobs", "حوالي 2 000~منصب شغل"),
    (jobs(2000, "nearly"), "près de 2 000~emplois", "nearly 2 000~jobs", "ما يقارب 2 000~منصب شغل"),
    (jobs(2000, "at_least"), "au moins 2 000~emplois", "at least 2 000~jobs", "2 000~منصب شغل على الأقل"),
    (jobs(2000, "at_most"), "au plus 2 000~emplois", "at most 2 000~jobs", "2 000~منصب شغل على الأكثر"),
    (
        jobs(2000, "at_most", 500),
        "entre 500 et 2 000~emplois",
        "between 500 and 2 000~jobs",
        "ما بين 500 و2 000~منصب شغل",
    ),
    (jobs(2000, "at_most", 0), "au plus 2 000~emplois", "at most 2 000~jobs", "2 000~منصب شغل على الأكثر"),
    (
        jobs(None, "range", 500, 2000),
        "entre 500 et 2 000~emplois",
        "between 500 and 2 000~jobs",
        "ما بين 500 و2 000~منصب شغل",
    ),
    (jobs(None, "range", 5, 5), "entre 5 et 5~emplois", "between 5 and 5~jobs", "ما بين 5 و5~منصب شغل"),
    (jobs(None, "range", 500), "500~emplois ou plus", "500 or more~jobs", "500~منصب شغل أو أكثر"),
    (jobs(None, "range", None, 500), "jusqu'à 500~emplois", "up to 500~jobs", "إلى غاية 500~منصب شغل"),
    (jobs(500, "range", 500), "500~emplois ou plus", "500 or more~jobs", "500~منصب شغل أو أكثر"),
    (
        jobs(600, "range", 500),
        "500~emplois ou plus, 600 selon l'énoncé",
        "500 or more, 600 as stated~jobs",
        "500~منصب شغل أو أكثر، 600 كما ورد",
    ),
    (
        jobs(None, "about", 500, 600),
        "environ 500 à 600~emplois",
        "about 500 to 600~jobs",
        "حوالي 500 إلى 600~منصب شغل",
    ),
    (jobs(None, "about", 500, 500), "environ 500~emplois", "about 500~jobs", "حوالي 500~منصب شغل"),
    (jobs(500, "about", 500, 500), "environ 500~emplois", "about 500~jobs", "حوالي 500~منصب شغل"),
    (jobs(None, "about", 500), "environ 500~emplois ou plus", "about 500 or more~jobs", "حوالي 500~منصب شغل أو أكثر"),
    (
        jobs(600, "about", 500),
        "environ 500~emplois ou plus, 600 selon l'énoncé",
        "about 500 or more, 600 as stated~jobs",
        "حوالي 500~منصب شغل أو أكثر، 600 كما ورد",
    ),
    (
        jobs(None, "about", None, 500),
        "environ jusqu'à 500~emplois",
        "about up to 500~jobs",
        "حوالي 500~منصب شغل كحد أقصى",
    ),
    (jobs(0), "0~emplois", "0~jobs", "0~منصب شغل"),
    (jobs(None, "range", 0, 5), "entre 0 et 5~emplois", "between 0 and 5~jobs", "ما بين 0 و5~منصب شغل"),
    (
        mo.Figure("1234.5", "MAD_2015/job", "nearly"),
        "près de 1 234,5~MAD de 2015/emploi",
        "nearly 1 234.5~MAD of 2015/job",
        "ما يقارب 1 234,5~درهم لسنة 2015 لكل منصب شغل",
    ),
]


@pytest.mark.parametrize(("figure", "fr", "en", "ar"), FORMS)
def test_a_figure_is_written_as_the_readers_of_a_language_do(figure: mo.Figure, fr: str, en: str, ar: str) -> None:
    """What is known of it and no more, with the decimal mark and the unit of the language."""
    written = [figure_in(figure, language).replace("\u202f", " ") for language in ("fr", "en", "ar")]
    assert [text.replace("\u00a0", "~") for text in written] == [fr, en, ar]
    assert figure_in(figure) == figure_in(figure, "en")


@pytest.mark.parametrize(
    ("number", "fr", "en", "ar"),
    [
        ("6.5", "6,5", "6.5", "6,5"),
        ("1234567.25", "1 234 567,25", "1 234 567.25", "1 234 567,25"),
        ("1E-9", "moins de 0,000001", "less than 0.000001", "أقل من 0,000001"),
    ],
)
def test_a_number_is_written_with_the_mark_of_its_language(number: str, fr: str, en: str, ar: str) -> None:
    """A comma in French and Arabic, as they are written in Morocco; a point in English, which is the default."""
    written = [number_in(Decimal(number), language).replace("\u202f", " ") for language in ("fr", "en", "ar")]
    assert written == [fr, en, ar]
    assert number_in(Decimal(number)) == number_in(Decimal(number), "en")


@pytest.mark.parametrize("language", ["de", "", "EN", None, 5, ["fr"]])
def test_other_languages_are_refused(language: Any) -> None:
    """Wherever a figure or a number is written, and whatever is given for a language."""
    figure = mo.Figure(5, "job")
    for write in (
        lambda: figure_in(figure, language),
        lambda: spelled(figure, language, number_in, ""),
        lambda: number_in(Decimal(5), language),
        lambda: known_language(language),
    ):
        with pytest.raises(UnknownWord) as caught:
            write()
        assert str(caught.value) == f"{language!r} is not a language of figures; expected one of: en, fr, ar"


def test_a_known_language_is_handed_through() -> None:
    """The three that figures are written in."""
    assert [known_language(language) for language in ("fr", "en", "ar")] == ["fr", "en", "ar"]


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (jobs(None, "range", 1000, 2000), "entre fr:1000 et fr:2000 k"),
        (jobs(2000, "at_most", 500), "entre fr:500 et fr:2000 k"),
        (jobs(600, "about", 500), "environ fr:500 k ou plus, fr:600 selon l'énoncé"),
    ],
)
def test_numbers_and_units_may_be_spelled_otherwise(figure: mo.Figure, written: str) -> None:
    """Each number that is shown is written by the caller's own function, and the unit as it is given."""
    assert spelled(figure, "fr", lambda number, language: f"{language}:{number}", " k") == written
