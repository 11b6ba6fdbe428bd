"""Reading one figure as the press prints it: `65 MDH`, `plus de 300 emplois`, `1,5 milliard de dirhams`.

The whole text must be understood, and in one way only; anything else is refused with the readings that it could have.
A point or comma before exactly three digits is a thousands mark where things are counted (`5.050 emplois`), and
ambiguous where money is (`1.234 MAD`). `MDH` is a million dirhams, `MMDH` a milliard (10⁹).
"""

from __future__ import annotations

import re
from decimal import Decimal

from maroc_offshoring.errors import UnreadableFigure, WrongType
from maroc_offshoring.figures.decimals import exact_product
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.vocabulary import Qualifier

_QUALIFIERS = {
    Qualifier.AT_LEAST: ("plus de", "plus d'", "au moins", "au minimum", "more than", "over", "at least"),
    Qualifier.ABOUT: ("environ", "quelque", "quelques", "autour de", "about", "around", "some", "approximately"),
    Qualifier.NEARLY: ("près de", "presque", "nearly", "almost"),
    Qualifier.AT_MOST: ("jusqu'à", "au plus", "au maximum", "up to", "at most"),
}
_SCALES = {
    Decimal(10) ** 3: ("mille", "thousand", "k"),
    Decimal(10) ** 6: ("million", "millions", "m"),
    Decimal(10) ** 9: ("milliard", "milliards", "md", "mds", "mrd"),
}
_UNITS = {
    "MAD": ("mad", "dh", "dhs", "dirham", "dirhams", "درهم", "د.م."),
    "EUR": ("eur", "€", "euro", "euros"),
    "USD": ("usd", "$", "dollar", "dollars"),
    "GBP": ("gbp", "£"),
    "CAD": ("cad",),
    "job": ("emploi", "emplois", "poste", "postes", "job", "jobs", "salariés", "collaborateurs", "employees"),
    "person": ("personne", "personnes", "person", "people", "jeunes", "étudiants", "students"),
    "workstation": ("workstation", "workstations", "positions"),
    "company": ("entreprise", "entreprises", "société", "sociétés", "company", "companies"),
    "call_centre": ("centre d'appel", "centres d'appel", "centres d'appels", "call centre", "call centres"),
    "site": ("site", "sites"),
    "m2": ("m2", "m²"),
    "ha": ("ha", "hectare", "hectares"),
    "percent": ("%", "percent", "pour cent"),
}
_GLUED = {
    "mdh": (6, "MAD"),
    "mmdh": (9, "MAD"),
    "m€": (6, "EUR"),
    "k€": (3, "EUR"),
    "md€": (9, "EUR"),
    "m$": (6, "USD"),
}
_AMBIGUOUS = {
    "mmad": ("a million dirhams, MDH", "a milliard dirhams, MMDH"),
    "billion": ("10⁹ in English", "10¹² in French"),
    "billions": ("10⁹ in English", "10¹² in French"),
}
_QUALIFIER_OF = {phrase: qualifier for qualifier, phrases in _QUALIFIERS.items() for phrase in phrases}
_SCALE_OF = {word: scale for scale, phrases in _SCALES.items() for word in phrases}
_UNIT_OF = {word: unit for unit, phrases in _UNITS.items() for word in phrases}

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_NUMBER = re.compile(r"\d{1,3}(?:(?P<mark>[ .,])\d{3})(?:(?P=mark)\d{3})*(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?(?![\d])")
_LONGEST = 200  # no figure is written in more characters; longer texts are refused before they are searched


def parse_figure(text: str) -> Figure:
    """Read one figure as the press prints it.

    Args:
        text: The figure with its unit, in French or English: at most 200 characters.

    Returns:
        The figure, with the text in `as_printed`.

    Raises:
        UnreadableFigure: Where some of the text is not understood, or where it can be read in several ways.
        WrongType: Where it is no text.

    Example:
        >>> import maroc_offshoring as mo
        >>> figure = mo.parse_figure("plus de 300 emplois")
        >>> figure.value, figure.unit, figure.qualifier.value
        (Decimal('300'), 'job', 'at_least')
    """
    if not isinstance(text, str):
        raise WrongType("figure", text, "a text such as '65 MDH'")
    if len(text) > _LONGEST:
        raise UnreadableFigure(f"{text[:40]}…", f"a figure has at most {_LONGEST} characters")
    qualifier, rest = _qualifier(_SPACES.sub(" ", text).replace("\u2019", "'").strip())
    written = _NUMBER.match(rest)
    if written is None:
        raise UnreadableFigure(text, "no number in digits where one was expected")
    scale, unit = _scale_and_unit(text, written.group(), rest[written.end() :].strip())
    number = _number(text, written.group(), scale, unit)
    return Figure(exact_product(number, scale), unit, qualifier, as_printed=text)


def _qualifier(text: str) -> tuple[Qualifier, str]:
    lowered = text.lower()
    for phrase in sorted(_QUALIFIER_OF, key=len, reverse=True):
        if lowered.startswith(phrase) and (phrase.endswith("'") or lowered[len(phrase) :].startswith(" ")):
            return _QUALIFIER_OF[phrase], text[len(phrase) :].lstrip()
    return Qualifier.EXACT, text


def _scale_and_unit(text: str, number: str, rest: str) -> tuple[Decimal, str]:
    words = rest.lower()
    if not words:
        raise UnreadableFigure(text, "it has no unit", [f"{number} emplois", f"{number} MAD", f"{number} %"])
    for word, readings in _AMBIGUOUS.items():
        if word in words.split():
            raise UnreadableFigure(text, f"{word!r} means different things", readings)
    if words in _GLUED:
        power, unit = _GLUED[words]
        return Decimal(10) ** power, unit
    scale = Decimal(1)
    first, _, after = words.partition(" ")
    # A bare "m" is a million only before a currency, so that "70 m" is not 70 million of something unsaid.
    if first in _SCALE_OF and after:
        scale, words = _SCALE_OF[first], after
    words = re.sub(r"^(?:de |d'|of )", "", words)
    if words not in _UNIT_OF:
        raise UnreadableFigure(text, f"{words!r} is no unit that is known here")
    return scale, _UNIT_OF[words]


def _number(text: str, number: str, scale: Decimal, unit: str) -> Decimal:
    marks = [mark for mark in number if mark in ".,"]
    plain = number.replace(" ", "")
    if not marks:
        return Decimal(plain)
    last = plain.rindex(marks[-1])
    decimals = plain[last + 1 :]
    if len(set(marks)) == 2:  # 1.234,5 and 1,234.5: the last mark is the decimal one
        return Decimal(plain[:last].replace(marks[0], "") + "." + decimals)
    if len(marks) > 1:  # 1.234.567
        return Decimal(plain.replace(marks[0], ""))
    if len(decimals) != 3 or " " in number or last > 3:  # no group of thousands begins with more than three digits
        return Decimal(plain[:last] + "." + decimals)
    thousands, decimal = Decimal(plain.replace(marks[0], "")), Decimal(plain[:last] + "." + decimals)
    if scale == 1 and unit in ("job", "person", "workstation", "company", "call_centre", "site"):
        return thousands
    scaled = (exact_product(reading, scale) for reading in (thousands, decimal))
    raise UnreadableFigure(text, f"{number!r} is ambiguous", [f"{reading:f} {unit}" for reading in scaled])
