"""Figures and dates in the writing of a locale."""

import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal, localcontext

import pytest

import maroc_offshoring as mo
from maroc_offshoring.display.formatting import LOCALES

pytest.importorskip("babel")

MARKS_OF_DIRECTION = "\u200e\u200f\u061c"


def plain(text: str) -> str:
    """A text with plain spaces and without marks of direction."""
    for mark in MARKS_OF_DIRECTION:
        text = text.replace(mark, "")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "french", "english", "arabic"),
    [
        ("65 MDH", "65 000 000 MAD", "MAD 65,000,000", "65.000.000 د.م."),
        ("plus de 300 emplois", "au moins 300 emplois", "at least 300 jobs", "300 منصب شغل على الأقل"),
        ("près de 4 500 emplois", "près de 4 500 emplois", "nearly 4,500 jobs", "ما يقارب 4.500 منصب شغل"),
        ("18,5 %", "18,5 %", "18.5%", "18,5%"),
        ("environ 20,5 M€", "environ 20 500 000 €", "about €20,500,000", "حوالي 20.500.000 €"),
        ("2,50 EUR", "2,50 €", "€2.50", "2,50 €"),
        (
            "entre 1 000 et 2 000 emplois",
            "entre 1 000 emplois et 2 000 emplois",
            "between 1,000 jobs and 2,000 jobs",
            "ما بين 1.000 منصب شغل و2.000 منصب شغل",
        ),
    ],
)
def test_a_figure_is_written_as_each_locale_does(text: str, french: str, english: str, arabic: str) -> None:
    """Babel writes numbers, money and shares; how firmly a figure is stated is always said."""
    figure = mo.parse_figure(text)
    written = [plain(mo.format_figure(figure, locale)) for locale in LOCALES]
    assert written == [french, english, arabic]


@pytest.mark.parametrize(
    ("value", "unit", "french", "arabic"),
    [
        ("65000000", "MAD", "65 MDH", "65 مليون درهم"),
        ("1500000000", "MAD", "1,5 MMDH", "1,5 مليار درهم"),
        ("1000000000000", "MAD", "1 000 MMDH", "1.000 مليار درهم"),
        ("650000", "MAD", "650 000 DH", "650.000 درهم"),
        ("1234000", "MAD", "1 234 000 DH", "1.234.000 درهم"),
        ("1234000000", "MAD", "1 234 MDH", "1.234 مليون درهم"),
        ("1250000", "MAD", "1,25 MDH", "1,25 مليون درهم"),
        ("0", "MAD", "0 DH", "0 درهم"),
        ("0.5", "MAD", "0,5 DH", "0,5 درهم"),
        ("65000000", "MAD_2015", "65 MDH de 2015", "65 مليون درهم لسنة 2015"),
        ("10000", "MAD/job", "10 000 DH/emploi", "10.000 درهم لكل منصب شغل"),
        ("65000000", "EUR", "65 000 000 €", "65.000.000 €"),
        ("65000000", "job", "65 000 000 emplois", "65.000.000 منصب شغل"),
    ],
)
def test_dirhams_may_be_written_as_the_moroccan_press_does(value: str, unit: str, french: str, arabic: str) -> None:
    """The longest abbreviation that needs two decimals at the most; what are no dirhams stays as it is."""
    figure = mo.Figure(value, unit)
    assert plain(mo.format_figure(figure, "fr_MA", moroccan=True)) == french
    assert plain(mo.format_figure(figure, "ar_MA", moroccan=True)) == arabic


def test_the_moroccan_abbreviations_stand_in_english_texts_too() -> None:
    """With the decimal point of English; constant prices say their year in words."""
    written = [
        mo.format_figure(mo.Figure(value, unit), "en", moroccan=True)
        for value, unit in (("1500000000", "MAD"), ("65000000", "MAD_2015"), ("65000000", "MAD_2015/job"))
    ]
    assert list(map(plain, written)) == ["1.5 MMDH", "65 MDH (2015 prices)", "65 MDH/job (2015 prices)"]


def test_each_end_of_a_range_has_its_unit() -> None:
    """Two ends may take different abbreviations, and neither is left without."""
    assert (
        plain(mo.format_figure(mo.parse_figure("entre 500 MDH et 1 MMDH"), moroccan=True)) == "entre 500 MDH et 1 MMDH"
    )
    about = mo.Figure(Decimal(3), "MAD", "about", low=Decimal(2))
    assert plain(mo.format_figure(about)) == "environ 2 MAD ou plus, 3 MAD selon l'énoncé"


def test_no_decimal_is_dropped_whatever_the_settings_of_the_caller() -> None:
    """A converted amount has fifteen decimals, and decimal's context may be set to three digits."""
    figure = mo.Figure("1234567890123456789012345678901234567890.123456789012345", "EUR")
    with localcontext() as context:
        context.prec = 3
        written = mo.format_figure(figure, "en")
        moroccan = mo.format_figure(mo.Figure("65123456.789", "MAD"), "en", moroccan=True)
    assert written == "€1,234,567,890,123,456,789,012,345,678,901,234,567,890.123456789012345"
    assert moroccan == "65,123,456.789\u00a0DH"


def test_the_arabic_marks_are_written_only_where_asked() -> None:
    """By default no locale writes them, and nor does what shows itself."""
    figure = mo.Figure("1234567.5", "job")
    assert mo.format_figure(figure, "ar_MA", marks="arab") == "1٬234٬567٫5\u00a0منصب شغل"
    for locale in ("ar_MA", "ar", "ar_EG", "fr_MA", "en"):
        assert not {"٬", "٫"} & set(mo.format_figure(figure, locale))
    assert not {"٬", "٫"} & set(str(mo.show(figure, "ar")))


@pytest.mark.parametrize(
    ("date", "french", "english", "arabic"),
    [
        (2019, "2019", "2019", "2019"),
        ("2019-04", "avril 2019", "April 2019", "أبريل 2019"),
        ("2019-11-24", "24 novembre 2019", "November 24, 2019", "24 نونبر 2019"),
        (date(2019, 7, 2), "2 juillet 2019", "July 2, 2019", "2 يوليوز 2019"),
        (mo.PartialDate(2020, 8), "août 2020", "August 2020", "غشت 2020"),
        ("2014..2018", "2014–2018", "2014 – 2018", "2014–2018"),
        ("2019-04..2019-11", "avril – novembre 2019", "April – November 2019", "أبريل – نونبر 2019"),
        ("2018..2019-04", "2018 – avril 2019", "2018 – April 2019", "2018 – أبريل 2019"),
        ("2019-04-24..2019-05-01", "24 avril 2019 – 1 mai 2019", "April 24, 2019 – May 1, 2019", None),
        (mo.Period.of("..2018"), "jusqu'en 2018", "up to 2018", "إلى غاية 2018"),
        ("..2018-04-24", "jusqu'au 24 avril 2018", "up to April 24, 2018", "إلى غاية 24 أبريل 2018"),
        ("2018-04..", "depuis avril 2018", "from April 2018 on", "منذ أبريل 2018"),
        ("2018-04-24..", "depuis le 24 avril 2018", "from April 24, 2018 on", "منذ 24 أبريل 2018"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    date: object, french: str, english: str, arabic: str | None
) -> None:
    """A year stays a year; months have the names that Morocco gives them."""
    written = [plain(mo.format_date(date, locale)) for locale in LOCALES]  # type: ignore[arg-type]
    assert written[:2] == [french, english]
    assert arabic is None or written[2] == arabic


@pytest.mark.parametrize("locale", ["de", "xx_YY", "zgh", "", "fr_MA_x_y_z", "../en", "fr\0"])
def test_a_locale_of_another_language_is_refused(locale: str) -> None:
    """Words and units are known in three languages, and none is guessed."""
    with pytest.raises(mo.errors.UnknownWord, match="fr_MA"):
        mo.format_figure(mo.Figure(1, "job"), locale)
    with pytest.raises(mo.errors.UnknownWord, match="fr_MA"):
        mo.format_date(2019, locale)


def test_a_locale_is_taken_with_a_hyphen_too() -> None:
    """As web pages write it."""
    assert mo.format_date("2019-11", "ar-MA") == mo.format_date("2019-11", "ar_MA")


def test_what_is_no_figure_no_date_and_no_mark_is_refused() -> None:
    """A total has to say which of its figures is meant, as it may have several or know that some are missing."""
    with pytest.raises(mo.errors.WrongType, match=r"total\.figure"):
        mo.format_figure(300)  # type: ignore[arg-type]
    with pytest.raises(mo.errors.WrongType, match="fr_MA"):
        mo.format_figure(mo.Figure(1, "job"), None)  # type: ignore[arg-type]
    with pytest.raises(mo.errors.UnknownWord, match="arab"):
        mo.format_figure(mo.Figure(1, "job"), marks="deva")
    for wrong in (None, "soon", datetime(2019, 4, 24, 12, 0)):
        with pytest.raises(mo.errors.InvalidDate):
            mo.format_date(wrong)  # type: ignore[arg-type]


def test_without_babel_it_says_what_to_install() -> None:
    """The rest of the library works without it."""
    program = (
        "import sys; sys.modules['babel'] = None\n"
        "import maroc_offshoring as mo\n"
        "for call in (lambda: mo.format_figure(mo.Figure(1, 'job')), lambda: mo.format_date(2019)):\n"
        "    try:\n        call()\n"
        "    except mo.errors.MissingExtra as error:\n        print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.count("pip install 'maroc-offshoring[i18n]'") == 2


def test_every_figure_of_the_dataset_is_written_in_each_locale(ds: mo.Dataset) -> None:
    """None is refused, and each says its number; so does each date."""
    found = [pledge.figure for record in ds.commitments for pledge in record.pledges]
    found += [record.figure for kind in (ds.targets, ds.observations) for record in kind]
    assert len({figure.unit for figure in found}) > 9
    for figure in found:
        for locale in LOCALES:
            digits = "".join(sign for sign in mo.format_figure(figure, locale) if sign.isdecimal())
            shown = figure.value if figure.value is not None else figure.low or figure.high
            assert format(shown, "f").replace(".", "").rstrip("0") in digits
    for period in {record.period for record in ds.observations if record.period is not None}:
        for locale in LOCALES:
            assert mo.format_date(period, locale)
