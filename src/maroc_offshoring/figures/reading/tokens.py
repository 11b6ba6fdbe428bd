"""Cutting a text into numbers, words and signs, each with its place in the text; one pass, in linear time.

What one thing is written in many ways is made equal here, character for character, so that places stay true: the kinds
of spaces, apostrophes, hyphens and digits. Words are folded: case, accents and the forms of alif do not matter.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from maroc_offshoring.names import fold

NUMBER: Final = "number"
WORD: Final = "word"
SIGN: Final = "sign"
BREAK: Final = "break"  # the end of a paragraph, of a line of a list, or of the text


class Token(NamedTuple):
    """A number, word or sign of a text.

    Args:
        kind: `number`, `word`, `sign` or `break`.
        word: The folded word, the sign, or the digits with their marks.
        start: Where it begins in the text.
        end: Where it ends.
    """

    kind: str
    word: str
    start: int
    end: int


_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2069\ufeff"  # marks of direction, mostly


def _same_characters() -> dict[int, str]:
    same = dict.fromkeys(map(ord, _SPACES + _UNSEEN), " ")
    same |= dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u2032"), "'")
    same |= dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
    same |= dict.fromkeys(map(ord, "\u2012\u2014\u2015"), "\u2013")
    for zero in (0x660, 0x6F0):  # Arabic and Persian digits; others are not read
        same |= {zero + digit: str(digit) for digit in range(10)}
    return same | {0x66A: "%"}


_SAME = _same_characters()
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"  # accents and vowel marks that stand apart from their letter
_TOKEN = re.compile(
    rf"""
    (?P<number>
        [0-9]{{1,3}}(?:[ ][0-9]{{3}}(?![0-9]))++(?:[.,\u066b][0-9]++)*+   # 1 234 567,50
      | [0-9]++(?:[.,'\u066b\u066c][0-9]++)*+                             # 1.234.567,50
    )
  | (?P<word> [mM]2(?![^\W_]) | (?:[^\W\d_]|[{_MARKS}])++(?:'(?=[^\W_]|\Z))?+ )
  | (?P<line> \n\s*+ )
  | (?P<space> [^\S\n]++ )
  | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_LONGEST_WORD = 40  # longer words stand in no table
_BULLETS = frozenset("-\u2013\u2022\u00b7*\u25aa\u25cf\u25e6\u2023")


def _folded(word: str) -> str:
    if word.isascii() or len(word) > _LONGEST_WORD:
        return word.lower()
    return fold(word) + ("'" if word.endswith("'") else "")


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens.

    Args:
        text: Any text.

    Returns:
        Its tokens in order, and a break at the end.
    """
    plain = text.translate(_SAME)
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        kind = found.lastgroup or ""
        if kind == "space":
            continue
        start, end = found.span()
        if kind == WORD:
            tokens.append(Token(WORD, _folded(plain[start:end]), start, end))
        elif kind in {NUMBER, SIGN}:
            tokens.append(Token(kind, plain[start:end], start, end))
        elif plain.count("\n", start, end) > 1 or end == len(plain) or plain[end].isupper() or plain[end] in _BULLETS:
            tokens.append(Token(BREAK, "\n", start, end))
    tokens.append(Token(BREAK, "\n", len(plain), len(plain)))
    return tokens
