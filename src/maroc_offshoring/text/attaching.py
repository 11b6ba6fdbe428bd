"""Which figure a place, a date or a name belongs to: the one that fewest words, commas and figures part it from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from maroc_offshoring.text.words import Word, listed


class Placed(Protocol):
    """Anything that stands among the words of a sentence."""

    @property
    def first(self) -> int:
        """Its first word."""
        ...

    @property
    def last(self) -> int:
        """The word after it."""
        ...


P = TypeVar("P", bound=Placed)

_COMMA, _AND, _FIGURE, _VERB, _STOP, _BEFORE, _BEGINS = 3.0, 2.0, 6.0, 2.0, 8.0, 2.0, 8.0
_ANDS = listed("et and alors tandis while mais but")


class Distances:
    """The distances among the words of one sentence.

    Args:
        words: Its words.
        verbs: The words that are verbs with a time of their own.
    """

    __slots__ = ("_begins", "_signs", "_sums")

    def __init__(self, words: Sequence[Word], verbs: Sequence[int]) -> None:
        at = set(verbs)
        self._sums = [0.0]
        self._signs = [_sign(word) for word in words]
        self._begins = [index > 0 and words[index - 1].folded in ("et", "and") for index in range(len(words))]
        for index, word in enumerate(words):
            cost = 1.0 + self._signs[index]
            if word.figure is not None:
                cost += _FIGURE
            if word.folded in _ANDS:
                cost += _AND
            if index in at:
                cost += _VERB
            self._sums.append(self._sums[-1] + cost)

    def between(self, one: int, last: int, other: int) -> float:
        """Return how far a phrase is from a word.

        Args:
            one: The first word of the phrase.
            last: The word after it.
            other: The word.

        Returns:
            The cost of the words between them, with that of the signs before the later one.
        """
        if other >= last:
            start, end, later = last, other, other
        else:
            start, end, later = other + 1, one, one
        # What a figure is told of mostly stands behind it; before it, it is a little further off.
        ahead = _BEFORE if later == other else 0.0
        begins = _BEGINS if later == one and self._begins[one] else 0.0
        return self._sums[end] - self._sums[start] + self._signs[later] + ahead + begins


def _sign(word: Word) -> float:
    """Return what the signs before a word cost; those that hold a figure and a name together cost nothing."""
    if word.figure is not None and word.before in ("(", ":"):
        return 0.0  # "Technopolis (14.500 emplois)", "CGI : 800 emplois"
    if any(sign in word.before for sign in ":;(–—"):
        return _STOP
    return _COMMA if "," in word.before or ")" in word.before else 0.0


def attached(items: Sequence[P], figures: Sequence[int], distances: Distances) -> dict[int, list[P]]:
    """Give each item to the figure that is nearest.

    Args:
        items: The items of a sentence.
        figures: The words that are figures.
        distances: The distances of the sentence.

    Returns:
        The items of each figure, the nearest first.
    """
    found: dict[int, list[tuple[float, int, P]]] = {}
    for number, item in enumerate(items):
        after = bisect_left(figures, item.first)
        near = [(distances.between(item.first, item.last, at), at) for at in figures[max(0, after - 1) : after + 1]]
        if near:
            cost, figure = min(near)
            found.setdefault(figure, []).append((cost, number, item))
    return {figure: [item for _, _, item in sorted(mine, key=lambda one: one[:2])] for figure, mine in found.items()}
