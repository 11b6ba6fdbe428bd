"""Searching all records for a text: names first, whole words before beginnings of words, near spellings last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import frozen

from maroc_offshoring.dataset.wording import ABOUT, TITLE, Wording, wordings
from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, kind_of, singular
from maroc_offshoring.names import fold
from maroc_offshoring.shown import Shown

# Of equal matches, what has a place on the map or a desk comes before what was said, and sources come last.
_ORDER = (
    "countries", "regions", "cities", "sites", "operators", "institutions", "plans", "agreements", "events",
    "commitments", "targets", "observations", "incentives", "statements", "former_regions", "sources",
)  # fmt: skip
_GROUPS: dict[str, tuple[str, ...]] = {
    **{kind: (kind,) for kind in KINDS},
    **{singular(kind): (kind,) for kind in KINDS},
    "place": PLACES, "places": PLACES, "party": PARTIES, "parties": PARTIES,
}  # fmt: skip

_EXACT, _BEGINNING, _ONE_TEXT, _SEVERAL_TEXTS = 0.9, 0.85, 0.9, 0.65
_PREFIX, _NEAR = 0.8, 0.6
_ALIKE = 0.72
# difflib takes time by the square of the length; no name is longer, and no search is for more misspelled words.
_NEAR_LETTERS, _NEAR_WORDS = 64, 8
_LAST = chr(0x10FFFF)

# A word holds its accents and vowel marks, which are letters of their own in some texts.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])+")
_SMALL_WORDS = frozenset(
    (
        "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une",
        "and", "for", "in", "of", "on", "the", "to", "في", "من", "على", "و",
    )
)  # fmt: skip


@frozen(repr=False)
class Match(Shown):
    """A record that a search found.

    Args:
        record: The record.
        kind: Its kind, as in :data:`~maroc_offshoring.model.kinds.KINDS`.
        matched: The text of it that was found: a name, a title, an id, or words that are said in it.
        score: How well, from 0 to 1.
        exact: Whether what was asked for is one of its names, its title, its id or its address, but for case, accents,
            hyphens and spaces.

    Example:
        >>> import maroc_offshoring as mo
        >>> match = mo.load().find("fes shore")[0]
        >>> match.record.id, match.kind, match.exact, match.score
        ('fes-shore', 'sites', True, 1.0)
    """

    record: Record | Source
    kind: str
    matched: str
    score: float
    exact: bool

    def __repr__(self) -> str:
        few = self.matched if len(self.matched) <= 60 else f"{self.matched[:59]}…"
        return f"<Match {self.score:.2f} {singular(self.kind)} {self.record.id}: {few!r}>"


class _Text(NamedTuple):
    """A text of the index: whose it is, and how many letters it has."""

    owner: int
    wording: Wording
    letters: int


class SearchIndex:
    """The texts of some records, by their words and as wholes.

    Args:
        records: The records.
    """

    __slots__ = ("_beginnings", "_near", "_postings", "_records", "_texts", "_vocabulary", "_wholes")

    def __init__(self, records: Iterable[Record | Source]) -> None:
        self._records = tuple((record, kind_of(record)) for record in records)
        self._texts: list[_Text] = []
        self._postings: dict[str, list[int]] = {}
        self._wholes: dict[str, list[int]] = {}
        split: dict[str, tuple[str, ...]] = {}  # the same names stand in many records, and the same words in many names
        folded: dict[str, str] = {}
        near: set[str] = set()
        for owner, (record, _) in enumerate(self._records):
            seen: set[str] = set()
            for wording in wordings(record):
                text = wording.text
                if text in seen:
                    continue
                seen.add(text)
                if text not in split:
                    split[text] = _bare_words(text, folded)
                number = len(self._texts)
                self._texts.append(_Text(owner, wording, sum(map(len, split[text]))))
                if wording.is_spelling:
                    self._wholes.setdefault(fold(text), []).append(number)
                if wording.in_words:
                    for word in dict.fromkeys(split[text]):
                        self._postings.setdefault(word, []).append(number)
                if wording.in_words and wording.worth >= TITLE:
                    near.update(split[text])
        self._vocabulary = sorted(self._postings)
        self._beginnings = sorted(self._wholes)
        self._near = sorted(near)

    def find(self, text: str, kinds: str | Iterable[str] | None = None, limit: int | None = 20) -> tuple[Match, ...]:
        """Search the records; see :meth:`maroc_offshoring.Dataset.find`.

        Args:
            text: What to look for.
            kinds: The kinds to look among; None for all.
            limit: How many to return at the most; None for all.

        Returns:
            The matches, best first.

        Raises:
            UnknownWord: Where there is no such kind.
            WrongType: Where the text is none, or the limit no whole number.
            InvalidField: Where the limit is negative.
        """
        if not isinstance(text, str):
            raise WrongType("text", text, "a text to look for")
        if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int)):
            raise WrongType("limit", limit, "a whole number, or None for all")
        if limit is not None and limit < 0:
            raise InvalidField("limit", limit, "zero or more, or None for all")
        wanted_kinds = kinds_asked(kinds)
        whole = fold(text)
        if not whole:
            return ()
        found = _Found(self._texts)
        for number in self._wholes.get(whole, ()):
            found.offer(number, max(self._texts[number].wording.worth, _EXACT), exact=True)
        for number, share in self._beginning_with(whole):
            found.offer(number, self._texts[number].wording.worth * _BEGINNING * _covered(share))
        self._find_words(text, found)
        matches = [
            Match(record, kind, found.text(owner), found.score(owner), found.is_exact(owner))
            for owner in found.best
            for record, kind in (self._records[owner],)
            if kind in wanted_kinds
        ]
        matches.sort(key=lambda match: (-match.score, _ORDER.index(match.kind), match.record.id))
        return tuple(matches[:limit])

    def _beginning_with(self, whole: str) -> Iterator[tuple[int, float]]:
        """Walk the spellings that begin so, each with how much of it that is."""
        if len(whole) > 1:
            for spelling in _from(self._beginnings, whole):
                for number in self._wholes[spelling]:
                    yield number, len(whole) / len(spelling)

    def _find_words(self, text: str, found: _Found) -> None:
        """Find the records that have every word; where none has, those that have some.

        Where no word is spelled as anywhere in the records, names are compared as wholes, too.
        """
        all_words = tuple(dict.fromkeys(_bare_words(text, {})))
        asked = tuple(word for word in all_words if word not in _SMALL_WORDS) or all_words
        letters = sum(map(len, asked))
        in_text: dict[int, list[float]] = {}
        in_record: dict[int, dict[str, tuple[float, int]]] = {}
        misspelled = 0
        is_spelled = False
        for word in asked:
            hits = self._hits(word)
            is_spelled |= bool(hits)
            if not hits and misspelled < _NEAR_WORDS:
                misspelled += 1
                hits = self._near_hits(word)
            for number, how in hits.items():
                one = self._texts[number]
                in_text.setdefault(number, []).append(how)
                best = in_record.setdefault(one.owner, {})
                best[word] = max(best.get(word, (0.0, 0)), (one.wording.worth * how, -number))
        for number, hows in in_text.items():
            if len(hows) == len(asked):
                one = self._texts[number]
                share = min(1.0, letters / one.letters)
                found.offer(number, one.wording.worth * _ONE_TEXT * sum(hows) / len(hows) * _covered(share))
        # Where all words are found in nothing but a note, what has most of them in its name may be what was meant.
        whole = any(len(best) == len(asked) and min(best.values())[0] >= ABOUT * _PREFIX for best in in_record.values())
        for best in in_record.values():
            share = len(best) / len(asked)
            if share == 1 or (share >= 0.5 and not whole):
                worth = sum(worth for worth, _ in best.values()) / len(best)
                found.offer(-max(best.values())[1], worth * share * share * _SEVERAL_TEXTS)
        if not is_spelled and not found.has_spelling:
            self._find_near(fold(text), found)

    def _hits(self, word: str) -> dict[int, float]:
        """Return the texts that have a word, or a word that begins so, and what that is worth."""
        hits: dict[int, float] = {}
        if len(word) > 1:
            for longer in _from(self._vocabulary, word):
                hits.update(dict.fromkeys(self._postings[longer], _PREFIX))
        hits.update(dict.fromkeys(self._postings.get(word, ()), 1.0))
        return hits

    def _near_hits(self, word: str) -> dict[int, float]:
        hits: dict[int, float] = {}
        for near, ratio in _near(word, self._near):
            for number in self._postings[near]:
                hits[number] = max(hits.get(number, 0.0), ratio * _NEAR)
        return hits

    def _find_near(self, whole: str, found: _Found) -> None:
        for near, ratio in _near(whole, self._beginnings):
            for number in self._wholes[near]:
                found.offer(number, self._texts[number].wording.worth * _NEAR * ratio)


class _Found:
    """The best match of each record so far."""

    def __init__(self, texts: list[_Text]) -> None:
        self._texts = texts
        self.best: dict[int, tuple[float, bool, int]] = {}

    def offer(self, number: int, score: float, exact: bool = False) -> None:
        """Take a match of a text where the record has no better one; of equals, the text that comes first."""
        owner = self._texts[number].owner
        self.best[owner] = max(self.best.get(owner, (0.0, False, 0)), (score, exact, -number))

    @property
    def has_spelling(self) -> bool:
        """Whether a name, title or id is what was asked for, as a whole."""
        return any(exact for _, exact, _ in self.best.values())

    def score(self, owner: int) -> float:
        """Return the score, at a precision that no platform changes."""
        return round(min(self.best[owner][0], 1.0), 4)

    def is_exact(self, owner: int) -> bool:
        return self.best[owner][1]

    def text(self, owner: int) -> str:
        return self._texts[-self.best[owner][2]].wording.text


def kinds_asked(asked: str | Iterable[str] | None) -> frozenset[str]:
    """Understand which kinds of records are meant.

    Args:
        asked: Kinds, such as `"sites"`, `"place"` or `["operators", "institutions"]`; None for all.

    Returns:
        The kinds, as in :data:`~maroc_offshoring.model.kinds.KINDS`.

    Raises:
        UnknownWord: Where there is no such kind.
    """
    if asked is None:
        return frozenset(KINDS)
    found: set[str] = set()
    for one in (asked,) if isinstance(asked, str) else asked:
        if one not in _GROUPS:
            raise UnknownWord("kind of record", one, tuple(_GROUPS))
        found.update(_GROUPS[one])
    return frozenset(found)


def _bare_words(text: str, folded: dict[str, str]) -> tuple[str, ...]:
    """Split a text into folded words, Arabic ones without the article; what was folded before is taken from a dict."""
    found: list[str] = []
    for word in _WORD.findall(text):
        bare = folded.get(word)
        if bare is None:
            bare = fold(word)
            if bare.startswith("ال") and len(bare) > 4:
                bare = bare[2:]
            folded[word] = bare
        if bare:
            found.append(bare)
    return tuple(found)


def _covered(share: float) -> float:
    """Prefer the shorter of two texts, of which what was asked for is the larger share, but not by much."""
    return 0.8 + 0.2 * share


def _from(ordered: list[str], beginning: str) -> Iterator[str]:
    """Walk the words of an ordered list that begin so and are longer."""
    start = bisect_left(ordered, beginning)
    end = bisect_left(ordered, beginning + _LAST, lo=start)
    return (word for word in ordered[start:end] if word != beginning)


def _near(word: str, choices: list[str]) -> Iterator[tuple[str, float]]:
    """Walk the few choices that are spelled most like a word, with how alike they are."""
    from difflib import SequenceMatcher, get_close_matches  # only a search that finds nothing needs it

    if 3 < len(word) <= _NEAR_LETTERS:
        for near in get_close_matches(word, choices, n=8, cutoff=_ALIKE):
            yield near, SequenceMatcher(None, near, word).ratio()
