"""Numbers in words, in French, English and Arabic: `deux mille cinq cents`, `half a billion`, `خمسة وعشرون`.

To add a word, put it in its table with its value. How words join is the same for the three languages: a unit follows a
ten, a ten a hundred, and a thousand multiplies what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from maroc_offshoring.figures.reading.phrases import Phrases, listed
from maroc_offshoring.figures.reading.tokens import Token

UNITS = {
    "fr": "zéro:0, un:1, une:1, deux:2, trois:3, quatre:4, cinq:5, six:6, sept:7, huit:8, neuf:9",
    "en": "zero:0, a:1, an:1, one:1, two:2, three:3, four:4, five:5, six:6, seven:7, eight:8, nine:9",
    "ar": """
        ثلاث:3, ثلاثة:3, أربع:4, أربعة:4, خمس:5, خمسة:5, ست:6, ستة:6, سبع:7, سبعة:7, ثمان:8, ثماني:8, ثمانية:8, تسع:9,
        تسعة:9, واحد:1, اثنين:2, اثنان:2
    """,
}
TEENS = {
    "fr": "dix:10, onze:11, douze:12, treize:13, quatorze:14, quinze:15, seize:16",
    "en": """
        ten:10, eleven:11, twelve:12, thirteen:13, fourteen:14, fifteen:15, sixteen:16, seventeen:17, eighteen:18,
        nineteen:19
    """,
    "ar": """
        عشر:10, عشرة:10, أحد عشر:11, إحدى عشرة:11, اثنا عشر:12, اثني عشر:12, ثلاثة عشر:13, أربعة عشر:14, خمسة عشر:15,
        ستة عشر:16, سبعة عشر:17, ثمانية عشر:18, تسعة عشر:19
    """,
}
TENS = {
    "fr": """
        vingt:20, vingts:20, trente:30, quarante:40, cinquante:50, soixante:60, septante:70, octante:80, huitante:80,
        nonante:90
    """,
    "en": "twenty:20, thirty:30, forty:40, fourty:40, fifty:50, sixty:60, seventy:70, eighty:80, ninety:90",
    "ar": """
        عشرون:20, عشرين:20, ثلاثون:30, ثلاثين:30, أربعون:40, أربعين:40, خمسون:50, خمسين:50, ستون:60, ستين:60,
        سبعون:70, سبعين:70, ثمانون:80, ثمانين:80, تسعون:90, تسعين:90
    """,
}
HUNDREDS = {  # what multiplies the unit before it; in Arabic, what has it in one word
    "fr": "cent:100, cents:100",
    "en": "hundred:100",
    "ar": """
        مائة:100, مئة:100, مائتان:200, مائتين:200, مئتان:200, مئتين:200, مائتي:200, مئتي:200, ثلاثمائة:300,
        ثلاثمئة:300, أربعمائة:400, أربعمئة:400, خمسمائة:500, خمسمئة:500, ستمائة:600, ستمئة:600, سبعمائة:700,
        سبعمئة:700, ثمانمائة:800, ثمانمئة:800, تسعمائة:900, تسعمئة:900
    """,
}
THOUSANDS = {"fr": "mille:1000", "en": "thousand:1000", "ar": "ألف:1000, آلاف:1000, ألفا:1000"}
WHOLE = {  # words that are a number by themselves
    "ar": "ألفي:2000, ألفين:2000, ألفان:2000, مليوني:2000000, مليونين:2000000, ملياري:2000000000, مليارين:2000000000",
}
ABOUT = {  # nouns that say about so many: une dizaine, un millier
    "fr": """
        dizaine/dizaines:10, douzaine/douzaines:12, quinzaine:15, vingtaine:20, trentaine:30, quarantaine:40,
        cinquantaine:50, soixantaine:60, centaine/centaines:100, millier/milliers:1000
    """,
    "en": "dozen:12",
}
HALF = {"fr": "demi, demie, un demi, une demi", "en": "half a, half an, half, a half"}
AND_A_HALF = "et demi, et demie, and a half, ونصف, ونصف مليون, ونصف مليار"
_JOINED_BY = {"fr": ("et", "-"), "en": ("and", "-"), "ar": ("و", "-")}
_ARTICLES = frozenset(("un", "une", "a", "an"))


class NumberWords(NamedTuple):
    """A number in words.

    Args:
        value: The number.
        end: The token after it.
        language: Its language; empty where it reads the same in two.
        article: Whether it is a bare `un` or `a`, which may be no number at all.
    """

    value: Decimal
    end: int
    language: str = ""
    article: bool = False


def _rows(table: dict[str, str], language: str) -> list[tuple[str, int]]:
    rows = [row.rpartition(":") for row in listed(table.get(language, "")) if row]
    return [(word, int(value)) for word, _, value in rows]


@cache
def _cardinals(language: str) -> Phrases[tuple[str, int]]:
    kinds = {"add": (UNITS, TEENS, TENS), "hundred": (HUNDREDS,), "thousand": (THOUSANDS,), "whole": (WHOLE,)}
    rows = [
        (word, (kind, value))
        for kind, tables in kinds.items()
        for table in tables
        for word, value in _rows(table, language)
    ]
    if language == "ar":  # `and` is written onto the word
        rows += [(f"و{word}", meaning) for word, meaning in rows]
    return Phrases(rows)


@cache
def _abouts() -> Phrases[tuple[int, str]]:
    return Phrases(
        (word, (value, language))
        for language in ABOUT
        for words, value in _rows(ABOUT, language)
        for word in words.split("/")
    )


@cache
def _halves() -> Phrases[str]:
    return Phrases((phrase, language) for language, phrases in HALF.items() for phrase in listed(phrases))


def about(tokens: Sequence[Token], start: int) -> tuple[int, str, int] | None:
    """Read a noun that says about so many: `centaine`, `milliers`, `dozen`.

    Args:
        tokens: The tokens of the text.
        start: Where it is to stand.

    Returns:
        How many, the language and the token after it; None where there is no such noun.
    """
    found = _abouts().longest(tokens, start)
    return None if found is None else (*found[0], found[1])


def half(tokens: Sequence[Token], start: int) -> tuple[str, int] | None:
    """Find `un demi-` or `half a` at a token.

    Args:
        tokens: The tokens of the text.
        start: Where it is to stand.

    Returns:
        The language and the token after it, behind its hyphen; None where it does not stand there.
    """
    found = _halves().longest(tokens, start)
    if found is None:
        return None
    language, end = found
    return language, end + 1 if tokens[end].word == "-" else end


@cache
def _and_halves() -> Phrases[None]:
    return Phrases((phrase, None) for phrase in listed(AND_A_HALF))


def and_a_half(tokens: Sequence[Token], start: int) -> int | None:
    """Find `et demi` or `and a half` at a token.

    Args:
        tokens: The tokens of the text.
        start: Where it is to stand.

    Returns:
        The token after it; None where it does not stand there.
    """
    found = _and_halves().longest(tokens, start)
    return None if found is None else found[1]


def read_words(tokens: Sequence[Token], start: int) -> NumberWords | None:
    """Read a number in words.

    Args:
        tokens: The tokens of the text.
        start: Where it is to begin.

    Returns:
        The longest number that begins there, in whichever language; None where none does.
    """
    best: NumberWords | None = None
    for language in UNITS:
        if not _cardinals(language).may_begin(tokens[start].word):
            continue
        read = _Cardinal(tokens, start, language).read()
        if read is None or (best is not None and read.end < best.end):
            continue
        if best is not None and (read.end, read.value) == (best.end, best.value):
            best = best._replace(language="")  # `six` is six in both
        else:
            best = read
    if best is not None and best.end == start + 1 and tokens[start].word in _ARTICLES:
        best = best._replace(article=True)
    return best


def tables() -> tuple[Phrases[Any], ...]:
    """Return the tables of words that a number may begin with."""
    return (*(_cardinals(language) for language in UNITS), _halves())


class _Cardinal:
    """One number in the words of one language, read from left to right."""

    def __init__(self, tokens: Sequence[Token], start: int, language: str) -> None:
        self.tokens, self.start, self.language = tokens, start, language
        self.thousands, self.rest, self.last = 0, 0, 0
        self.room: tuple[int, int] = (0, 999)  # what may be added next, from and to

    def read(self) -> NumberWords | None:
        words = _cardinals(self.language)
        at = end = self.start
        while (found := words.longest(self.tokens, at)) is not None:
            (kind, value), after = found
            if not self._take(kind, value):
                break
            end = at = after
            if self.tokens[at].word in _JOINED_BY[self.language]:
                at += 1
        return NumberWords(Decimal(self.thousands + self.rest), end, self.language) if end > self.start else None

    def _take(self, kind: str, value: int) -> bool:
        """Add the next word, if it can follow what is there."""
        empty = self.last == 0 and self.thousands == 0
        last, self.last = self.last, value
        if kind == "whole" and empty:
            self.rest, self.room = value, (1, 0)
        elif kind == "thousand" and self.thousands == 0 and (self.rest or self.language != "en"):
            self.thousands, self.rest, self.room = (self.rest or 1) * value, 0, (1, 999)
        elif (
            kind == "hundred"
            and value == 100
            and 0 < last < 100
            and 1 <= self.rest < 100
            and (self.rest < 10 or self.language == "en")
        ):
            self.rest, self.room = self.rest * 100, (1, 99)
        elif kind == "hundred" and self.language == "en":
            return False
        elif value == 20 and last == 4 and self.language == "fr":  # quatre-vingts
            self.rest, self.room, self.last = self.rest + 76, (1, 19), 80
        elif value in (*range(20, 100, 10),) and self.language == "ar" and 0 < last < 10:  # the unit stands first
            self.rest, self.room = self.rest + value, (1, 0)
        elif self.room[0] <= value <= self.room[1]:
            self.rest, self.room = self.rest + value, self._room_after(value)
        else:
            return False
        return True

    def _room_after(self, value: int) -> tuple[int, int]:
        if value >= 100:
            return 1, 99
        if self.language == "fr" and value in (60, 80):
            return 1, 19
        if self.language == "fr" and value == 10:
            return 7, 9
        return (1, 9) if value >= 20 and self.language != "ar" else (1, 0)
