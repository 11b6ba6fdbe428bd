"""Phrases to look for: tables of words, compiled so that the longest phrase at a place is found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from maroc_offshoring.figures.reading.tokens import Token, tokenize

Meaning = TypeVar("Meaning")

_END = "end of a phrase"  # no token holds spaces


class Phrases(Generic[Meaning]):
    """A table of phrases, each with its meaning.

    Args:
        rows: Each phrase as people write it, with its meaning. The same phrase twice keeps its first meaning.
    """

    def __init__(self, rows: Iterable[tuple[str, Meaning]]) -> None:
        self._root: dict[str, Any] = {}
        for phrase, meaning in rows:
            node = self._root
            for token in tokenize(phrase)[:-1]:
                node = node.setdefault(token.word, {})
            node.setdefault(_END, meaning)

    def may_begin(self, word: str) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._root

    @property
    def first_words(self) -> frozenset[str]:
        """The words that its phrases begin with."""
        return frozenset(self._root)

    def longest(self, tokens: Sequence[Token], start: int) -> tuple[Meaning, int] | None:
        """Find the longest phrase that begins at a token.

        Args:
            tokens: The tokens of the text, with an end mark.
            start: Where the phrase is to begin.

        Returns:
            Its meaning and the token after it, or None where no phrase begins here.
        """
        found: tuple[Meaning, int] | None = None
        node: dict[str, Any] | None = self._root
        at = start
        while node is not None:
            if _END in node:
                found = node[_END], at
            node = node.get(tokens[at].word)
            at += 1
        return found


def listed(words: str) -> list[str]:
    """Split a line of a table into its phrases.

    Args:
        words: Phrases with commas between them.

    Returns:
        The phrases.
    """
    return [word.strip() for word in words.split(",")]
