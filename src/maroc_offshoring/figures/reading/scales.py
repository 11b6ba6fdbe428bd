"""Scale words and abbreviations: `mille`, `millions`, `Mds`, `bn`, `k`; `MDH` and `MMDH` are made of them.

To add a word, put it in the table of its language, behind the power of ten that it stands for.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from maroc_offshoring.figures.reading.phrases import Phrases, listed


class Scale(NamedTuple):
    """What a scale word multiplies by.

    Args:
        power: The power of ten.
        word: The folded word.
        language: Its language; empty where it is written in several.
        needs: What must stand beside it: nothing, a `unit` or a `currency`.
        singular: Whether it is a word in the singular, so that the number is below two in French.
        other: What else it can mean, as `billion` can.
    """

    power: int
    word: str
    language: str = ""
    needs: str = ""
    singular: bool = False
    other: tuple[str, str] = ("", "")


WORDS = {
    3: {"fr": "mille", "en": "thousand, thousands", "ar": "ألف, آلاف, ألفا"},
    6: {"": "million, millions", "ar": "مليون, ملايين, مليونا"},
    9: {"fr": "milliard, milliards, mrd, mrds, miliard, miliards", "ar": "مليار, مليارات, مليارا"},
}
_SINGULAR = ("million", "milliard", "billion")
# Letters that are no scale without a unit or a currency beside them: "70 m" are metres, or nothing.
LETTERS = {
    3: {"unit": "k"},
    6: {"currency": "m, mn, mln, mio"},
    9: {"unit": "md, mds, bn", "currency": "b"},
}
LONG_AND_SHORT = {"billion": 9, "billions": 9, "trillion": 12, "trillions": 12}
"""Words that are a thousand times, or a million times, more in French than in English."""

GLUED = {3: "k", 6: "m", 9: "md, mds, mrd, mm"}
"""What is written onto a currency: `MDH` is a million dirhams, `MMDH` a milliard, `KDH` a thousand."""
GLUED_TO = {"MAD": "dh, dhs, mad", "EUR": "eur, euro, euros", "USD": "usd", "GBP": "gbp", "CAD": "cad"}
GLUED_AMBIGUOUS = {
    "mmad": ("a million dirhams, MDH", "a milliard dirhams, MMDH"),
    "mmeur": ("a million euros, M€", "a milliard euros, Md€"),
    "mmusd": ("a million dollars", "a milliard dollars"),
    "mm€": ("a million euros, M€", "a milliard euros, Md€"),
    "mm$": ("a million dollars", "a milliard dollars"),
}


@cache
def scales() -> Phrases[Scale]:
    """Return the table of scale words, compiled."""
    rows: list[tuple[str, Scale]] = []
    for power, by_language in WORDS.items():
        for language, words in by_language.items():
            rows += [(word, Scale(power, word, language, singular=word in _SINGULAR)) for word in listed(words)]
    for power, by_need in LETTERS.items():
        for needs, words in by_need.items():
            rows += [(word, Scale(power, word, needs=needs)) for word in listed(words)]
    for word, power in LONG_AND_SHORT.items():
        other = (f"10{'⁹' if power == 9 else '¹²'} in English", f"10{'¹²' if power == 9 else '¹⁸'} in French")
        rows.append((word, Scale(power, word, singular=word in _SINGULAR, other=other)))
    return Phrases(rows)


def glued() -> list[tuple[str, int, str]]:
    """Return every abbreviation of a scale and a currency in one word, with its power of ten and its currency."""
    return [
        (f"{scale}{mark}{currency}", power, unit)
        for mark in ("", ".")
        for power, letters in GLUED.items()
        for scale in listed(letters)
        for unit, currencies in GLUED_TO.items()
        for currency in listed(currencies)
        if f"{scale}{currency}" not in GLUED_AMBIGUOUS and (scale != "mm" or unit == "MAD")
    ]
