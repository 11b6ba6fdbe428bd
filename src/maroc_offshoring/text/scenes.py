"""One sentence, read: its words, figures, verbs, dates, places and actors, each with its place among the words."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from maroc_offshoring.text.actors import Actor
from maroc_offshoring.text.cues import Cue
from maroc_offshoring.text.horizons import Moment
from maroc_offshoring.text.sentences import Sentence
from maroc_offshoring.text.whereabouts import Where
from maroc_offshoring.text.words import Word, listed
from maroc_offshoring.vocabulary import Segment

CLAUSES = listed("que qu qui et and that which while alors tandis mais but dont ou")
"""Words that begin a clause of its own."""


@define
class Scene:
    """A sentence and what was found in it; numbers of words are counted from its beginning."""

    number: int
    sentence: Sentence
    words: Sequence[Word]
    figures: list[int]
    cues: list[Cue]
    moments: list[Moment]
    wheres: list[Where] = field(factory=list)
    standing: list[tuple[int, int, str]] = field(factory=list)
    actors: list[Actor] = field(factory=list)
    segments: list[tuple[int, int, Segment]] = field(factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where some of its words stand in the text."""
        return self.words[first].start, self.words[last - 1].end

    def goes_on_to(self, at: int, where: Where) -> bool:
        """Say whether no clause of its own stands between a figure and a place: that would be another matter.

        Args:
            at: The word that the figure is.
            where: The place, which comes after it.

        Returns:
            True where the place belongs to what is said of the figure.
        """
        for cue in self.cues:
            if at < cue.first < where.first and cue.act is not None and not cue.noun:
                before = self.words[max(at + 1, cue.first - 3) : cue.first + 1]
                if any(word.folded in CLAUSES for word in before) or any("," in word.before for word in before):
                    return False
        return True
