"""Figures and dates in the writing of a locale, by Babel and CLDR: exactly, with what is not certain said in words.

Nothing is rounded: every decimal of a figure is written. Objects that show themselves have one plain writing for all
screens and need no Babel; this is for texts that must look as those of their country do.
"""

from __future__ import annotations

import datetime as dt
import re
from copy import copy
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING

from maroc_offshoring import units
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.errors import MissingExtra, UnknownWord, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.writing import FORMS, spelled

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

LOCALES = ("fr_MA", "en", "ar_MA")
"""The locales of Morocco's readers; any other of the three languages is taken too."""

MARKS = ("latn", "arab")
"""What parts thousands and decimals: the marks of the locale, or `٬` and `٫`."""

_ENOUGH = Context(prec=400)  # Babel computes in the context of the caller, which could round
_CODE_BEFORE_NUMBER = re.compile(r"(?<=[A-Z])(?=\d)")  # CLDR wants a space there, and Babel leaves it out

# By power of ten: how the Moroccan press abbreviates dirhams.
_DIRHAMS = {
    9: Sentence("MMDH", "MMDH", "مليار درهم"),
    6: Sentence("MDH", "MDH", "مليون درهم"),
    0: Sentence("DH", "DH", "درهم"),
}
_DECIMALS = 2  # `1,234 MDH` could be read as 1234 MDH, and more decimals read worse than the number in full

_UP_TO = Sentence("jusqu'en {end}", "up to {end}", "إلى غاية {end}")
_UP_TO_DAY = Sentence("jusqu'au {end}", "up to {end}", "إلى غاية {end}")
_FROM = Sentence("depuis {start}", "from {start} on", "منذ {start}")
_FROM_DAY = Sentence("depuis le {start}", "from {start} on", "منذ {start}")


def format_figure(figure: Figure, locale: str = "fr_MA", *, moroccan: bool = False, marks: str = "latn") -> str:
    """Write a figure as a locale does: its numbers, its money and its share by Babel, exactly.

    Args:
        figure: The figure; of a total, its `figure`, or each of its `figures`.
        locale: `fr_MA`, `en`, `ar_MA`, or another locale of these languages.
        moroccan: Whether current dirhams are written as the Moroccan press does: `65 MDH`, `1,5 MMDH`, `650 000 DH`.
            The longest abbreviation is taken that needs two decimals at the most.
        marks: What parts thousands and decimals: `latn` for the marks of the locale, `arab` for `٬` and `٫`.

    Returns:
        How firmly it is stated, its number or its ends, each with its unit.

    Raises:
        MissingExtra: Where Babel is not installed.
        UnknownWord: Where the locale is not known or of another language, or the marks are none of the two.
        WrongType: Where it is no figure.

    Example:
        >>> import maroc_offshoring as mo
        >>> pledge = mo.load().commitments["2022-04-20-four-memoranda"].pledges[1]
        >>> for locale in ("fr_MA", "en"):
        ...     print(mo.format_figure(pledge.figure, locale))
        65 000 000 MAD
        MAD 65,000,000
        >>> print(mo.format_figure(pledge.figure, moroccan=True))
        65 MDH
    """
    if not isinstance(figure, Figure):
        raise WrongType("figure", figure, "a Figure, such as total.figure or record.pledges[0].figure")
    if marks not in MARKS:
        raise UnknownWord("kind of marks", marks, MARKS)
    known = _locale(locale, "mo.format_figure")
    part = units.parts(figure.unit)

    def written(number: Decimal, _language: str) -> str:
        if moroccan and part.top == units.Unit.MAD:
            return _dirhams(number, part, known, marks)
        if part.currency is not None:
            return _money(number, part, known, marks)
        if part.top == units.Unit.PERCENT and part.bottom is None:
            return _number(known.percent_formats[None], number.scaleb(-2), known, marks)
        return f"{_number(known.decimal_formats[None], number, known, marks)}\u00a0{_label(part, known)}"

    with localcontext(_ENOUGH):
        return spelled(figure, known.language, written, "")


def _dirhams(number: Decimal, part: units.UnitParts, locale: Locale, marks: str) -> str:
    """Write dirhams with the largest abbreviation that leaves few decimals."""
    power = max(power for power in _DIRHAMS if not power or _is_short(number.scaleb(-power)))
    text = _number(locale.decimal_formats[None], number.scaleb(-power), locale, marks)
    return f"{text}\u00a0{_DIRHAMS[power].label(locale.language)}{_behind(part, locale)}"


def _is_short(number: Decimal) -> bool:
    return number >= 1 and number == round(number, _DECIMALS)


def _money(number: Decimal, part: units.UnitParts, locale: Locale, marks: str) -> str:
    pattern = copy(locale.currency_formats["standard"])
    least = 0 if number == number.to_integral_value() else 2
    pattern.frac_prec = (least, least)  # no decimal beyond these is dropped
    text = _number(pattern, number, locale, marks, part.currency)
    return _CODE_BEFORE_NUMBER.sub("\u00a0", text) + _behind(part, locale)


def _number(pattern: NumberPattern, number: Decimal, locale: Locale, marks: str, currency: str | None = None) -> str:
    text: str = pattern.apply(
        number, locale, currency, currency_digits=False, decimal_quantization=False, numbering_system=marks
    )
    return text


def _behind(part: units.UnitParts, locale: Locale) -> str:
    """What stands behind the currency of a unit: the year of its prices, and what it is counted per."""
    if locale.language == "en" and part.year is not None:  # "MAD 5 of 2015" would read as something else
        return f"{f'/{part.bottom}' if part.bottom else ''} ({part.year} prices)"
    return _label(part, locale).removeprefix(units.label(part.top, locale.language))


def _label(part: units.UnitParts, locale: Locale) -> str:
    return units.label(str(part), locale.language)


def format_date(date: Period | PartialDate | dt.date | str | int, locale: str = "fr_MA") -> str:
    """Write a date or a period as a locale does, no more precisely than it is known.

    Args:
        date: A date, a period, or what :meth:`maroc_offshoring.Period.of` reads: `2019`, `"2019-04"`, `"2014..2018"`.
        locale: `fr_MA`, `en`, `ar_MA`, or another locale of these languages.

    Returns:
        `2019`, `avril 2019`, `24 avril 2019`, `2014–2018`, `jusqu'en 2018`.

    Raises:
        InvalidDate: Where it is no date.
        MissingExtra: Where Babel is not installed.
        UnknownWord: Where the locale is not known or of another language.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.format_date("2019-04"), mo.format_date(2019), mo.format_date("2019-04-24", "en")
        ('avril 2019', '2019', 'April 24, 2019')
        >>> mo.format_date("2019-11", "ar_MA")  # November, as Morocco calls it
        'نونبر 2019'
    """
    known = _locale(locale, "mo.format_date")
    period = Period.of(date)
    start, end = period.start, period.end
    if start is not None and end is not None:
        return _one(start, known) if start == end else _span(start, end, known)
    if end is not None:
        return (_UP_TO_DAY if end.day else _UP_TO).label(known.language).format(end=_one(end, known))
    if start is not None:
        return (_FROM_DAY if start.day else _FROM).label(known.language).format(start=_one(start, known))
    raise AssertionError("a period has a start or an end")  # pragma: no cover


def _one(date: PartialDate, locale: Locale) -> str:
    from babel import dates

    if date.day:
        return dates.format_date(date.first_day, "long", locale)
    return dates.format_skeleton("yMMMM" if date.month else "y", date.first_day, locale=locale)


def _span(start: PartialDate, end: PartialDate, locale: Locale) -> str:
    from babel import dates

    if start.precision == end.precision != "day":
        skeleton = "yMMMM" if start.month else "y"
        return dates.format_interval(start.first_day, end.first_day, skeleton, locale=locale)
    between: str = locale.interval_formats[None]
    return between.format(_one(start, locale), _one(end, locale))


def _locale(asked: str, call: str) -> Locale:
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        raise MissingExtra(call, "babel", "i18n") from None
    if not isinstance(asked, str):
        raise WrongType("locale", asked, f"a locale as text: {', '.join(LOCALES)}")
    try:
        found = Locale.parse(asked.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise UnknownWord("locale", asked, LOCALES) from None
    if found.language not in FORMS:
        raise UnknownWord("locale of this library's languages", asked, LOCALES)
    return found
