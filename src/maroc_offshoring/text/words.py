"""The words of a text with their places in it, and tables of phrases that are looked up word by word.

Nothing here changes the text: every word knows where it stands, so that whatever is read out of words can be shown in
the text again. A figure counts as one word, however many signs it is written with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar, cast

from maroc_offshoring.names import fold

T = TypeVar("T")

# A word holds its accents and vowel marks, which are signs of their own in some texts.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])+")
_LONGEST = 80
"""No word that is looked up is longer; of longer ones no more than this is read."""


def listed(words: str) -> frozenset[str]:
    """Read a list of words that is written as running text, so that it is easy to add to.

    Args:
        words: The words, with spaces or line ends between them.

    Returns:
        The words as a set.

    Example:
        >>> from maroc_offshoring.text.words import listed
        >>> sorted(listed("dont y compris"))
        ['compris', 'dont', 'y']
    """
    return frozenset(words.split())


class Word(NamedTuple):
    """One word of a text.

    Args:
        start: Where it begins in the text.
        end: Where it ends.
        lower: It in small letters, with its accents.
        folded: It as names are compared: without case and accents.
        capital: Whether it begins with a capital letter or a digit.
        before: The signs between the word before it and this one, spaces left out.
        figure: The number of the figure that it is; None for a word proper.
    """

    start: int
    end: int
    lower: str
    folded: str
    capital: bool
    before: str
    figure: int | None = None


def split(text: str, figures: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """Split a text into words.

    Args:
        text: The text.
        figures: Where the figures stand, in order, without overlaps.

    Returns:
        The words in order; each figure is one.

    Example:
        >>> from maroc_offshoring.text.words import split
        >>> [word.lower for word in split("D’ici 2026, à Fès")]
        ['d', 'ici', '2026', 'à', 'fès']
    """
    words: list[Word] = []
    last = 0

    def take(start: int, end: int, figure: int | None) -> None:
        nonlocal last
        raw = text[start : min(end, start + _LONGEST)]
        lower = "" if figure is not None else unicodedata.normalize("NFC", raw.casefold())
        folded = "" if figure is not None else fold(raw)
        before = "".join(text[last : min(start, last + _LONGEST)].split())
        words.append(Word(start, end, lower, folded, raw[:1].isupper() or raw[:1].isdigit(), before, figure))
        last = end

    position = 0
    for number, (start, end) in enumerate(figures):
        for found in _WORD.finditer(text, position, start):
            take(*found.span(), None)
        take(start, end, number)
        position = end
    for found in _WORD.finditer(text, position):
        take(*found.span(), None)
    return words


class Phrases(Generic[T]):
    """A table of phrases, each with what it means; the longest that fits is found.

    Args:
        table: What each phrase means. A phrase is written as a person would; case and accents do not count.

    Example:
        >>> from maroc_offshoring.text.words import Phrases, split
        >>> Phrases({"chiffre d'affaires": "revenue"}).at(split("Un Chiffre d’affaires"), 1)
        (3, 'revenue')
    """

    __slots__ = ("_by_first",)

    def __init__(self, table: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        pairs = cast("Iterable[tuple[str, T]]", table.items() if isinstance(table, Mapping) else table)
        for phrase, meaning in pairs:
            folded = tuple(word.folded for word in split(phrase))
            self._by_first.setdefault(folded[0], []).append((folded, meaning))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Sequence[Word], index: int) -> tuple[int, T] | None:
        """Look for a phrase that begins at a word.

        Args:
            words: The words.
            index: The word to begin at.

        Returns:
            How many words the phrase has, and what it means; None where none begins there.
        """
        for phrase, meaning in self._by_first.get(words[index].folded, ()):
            last = index + len(phrase)
            if last <= len(words) and all(words[index + i].folded == phrase[i] for i in range(1, len(phrase))):
                return len(phrase), meaning
        return None

    def all(self, words: Sequence[Word]) -> list[tuple[int, int, T]]:
        """Find every phrase, without overlaps.

        Args:
            words: The words.

        Returns:
            Of each phrase its first word, the word after it, and what it means.
        """
        found: list[tuple[int, int, T]] = []
        index = 0
        while index < len(words):
            hit = self.at(words, index)
            if hit is None:
                index += 1
            else:
                found.append((index, index + hit[0], hit[1]))
                index += hit[0]
        return found
