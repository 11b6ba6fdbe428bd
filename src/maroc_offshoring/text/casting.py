"""Who is named in a sentence: names of the dataset, companies that it does not have, words that stand for others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.model import Party
from maroc_offshoring.names import fold
from maroc_offshoring.text.actors import SHORTENED, STANDING_FOR, Actor, Part, State, is_governed, part_of
from maroc_offshoring.text.mentions import Mention, Shortened
from maroc_offshoring.text.newcomers import Name
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.words import Word, listed

_MOST = 500
"""How many names of one text are kept in mind; no article has as many."""
_HOME = listed("maroc morocco group groupe international")
_OF = listed("de d du of l la")
_AT = listed("dans a en in de sur")


class Casting:
    """Finds who is named, sentence after sentence.

    Args:
        text: The text.
        dataset: The dataset whose names count.
        named: The names with capitals of each sentence.
    """

    __slots__ = ("_companies", "_dataset", "_seen", "_shortened", "_text")

    def __init__(self, text: str, dataset: Dataset, named: Sequence[tuple[Scene, Sequence[Name]]]) -> None:
        self._text = text
        self._dataset = dataset
        self._shortened = Shortened(dataset)
        self._seen: dict[str, Actor] = {}
        self._companies = self._collected(named)

    def _collected(self, named: Sequence[tuple[Scene, Sequence[Name]]]) -> dict[str, str]:
        """Collect the names that somewhere in the text are a company's, each by its letters and by its first word."""
        companies: dict[str, str] = {}
        people = {
            word.folded
            for scene, names in named
            for name in names
            if name.person
            for word in scene.words[name.first : name.last]
        }
        for scene, names in named:
            for name in names:
                if name.company and not any(word.folded in people for word in scene.words[name.first : name.last]):
                    written = self._written(scene, name.first, name.last)
                    companies.setdefault(fold(written), written)
        for written in list(companies.values()):
            short = written.split()[0]
            if len(short) > 3:
                companies.setdefault(fold(short), written)
        return companies

    def _written(self, scene: Scene, first: int, last: int) -> str:
        start, end = scene.span(first, last)
        return self._text[start:end]

    def actors(self, scene: Scene, parties: Sequence[Mention], names: Sequence[Name]) -> list[Actor]:
        """Find who is named in a sentence.

        Args:
            scene: The sentence.
            parties: The parties of the dataset that it names.
            names: The other names with capitals in it.

        Returns:
            The actors, in order, without overlaps.
        """
        actors = [self._party(scene, mention) for mention in parties if not _is_where(scene.words, mention)]
        taken = {index for actor in actors for index in range(actor.first, actor.last)}
        for name in names:
            written = self._companies.get(fold(self._written(scene, name.first, name.last)))
            if written is not None and not taken & set(range(name.first, name.last)):
                actors.append(self._newcomer(scene, name, written))
                taken.update(range(name.first, name.last))
        for first, last, id in SHORTENED.all(scene.words):
            if first not in taken and last - 1 not in taken and id in self._dataset.institutions:
                actors.append(self._actor(scene, first, last, State.KNOWN, (self._dataset.institutions[id],)))
                taken.update(range(first, last))
        for first, last, state in STANDING_FOR.all(scene.words):
            if not taken & set(range(first, last)):
                governed = is_governed(scene.words, first) or (first > 0 and scene.words[first].folded in ("un", "une"))
                actor = self._actor(scene, first, last, state)
                actors.append(self._actor(scene, first, last, state, part=Part.ASIDE) if governed else actor)
        return sorted(actors, key=lambda actor: actor.first)

    def _actor(
        self, scene: Scene, first: int, last: int, state: State, parties: tuple[Party, ...] = (),
        *, name: str | None = None, part: Part | None = None,
    ) -> Actor:  # fmt: skip
        start, end = scene.span(first, last)
        return Actor(
            first, last, start, end, name or self._text[start:end], state, part or part_of(scene.words, first), parties
        )

    def _newcomer(self, scene: Scene, name: Name, written: str) -> Actor:
        near = self._shortened.candidates(written)
        state = State.AMBIGUOUS if near else State.NEW
        return self._actor(scene, name.first, name.last, state, near, name=written)

    def _party(self, scene: Scene, mention: Mention) -> Actor:
        last = _extended(scene.words, mention)
        parties = tuple(cast("Party", record) for record in mention.records)
        if len(parties) == 1 and _goes_on(scene.words, last):
            # A longer name than the dataset has may be another company's.
            return self._kept(self._actor(scene, mention.first, last + 1, State.AMBIGUOUS, parties))
        state = State.KNOWN if len(parties) == 1 else State.AMBIGUOUS
        actor = self._actor(scene, mention.first, last, state, parties)
        if state is State.AMBIGUOUS:
            # `le CRI` is the one that the text named in full before, where it named one only.
            short = fold(actor.name)
            longer_names = [other for known, other in self._seen.items() if known.startswith(short) and known != short]
            if len(longer_names) == 1:
                one = longer_names[0]
                return self._actor(scene, mention.first, last, one.state, one.parties, name=one.name)
        return self._kept(actor)

    def _kept(self, actor: Actor) -> Actor:
        if len(self._seen) < _MOST:
            self._seen.setdefault(fold(actor.name), actor)
        return actor


def _is_where(words: Sequence[Word], mention: Mention) -> bool:
    """Say whether `la région de l'Oriental` is meant as a place, as after `dans`."""
    regional = all(getattr(record, "kind", None) == "region" for record in mention.records)
    before = [word.folded for word in words[max(0, mention.first - 2) : mention.first]]
    return regional and any(word in _AT for word in before)


def _extended(words: Sequence[Word], mention: Mention) -> int:
    """Take the words that go on with a name that several have: `CRI de Marrakech-Safi`."""
    last = mention.last
    if len(mention.records) == 1:
        return last
    while last < len(words) and words[last].before in ("", "'", "’") and words[last].folded in _OF:
        last += 1
    end = last
    while (
        last < len(words)
        and words[last].capital
        and words[last].figure is None
        and words[last].before in ("", "-", "'", "’")
    ):
        last += 1
    return last if last > end else mention.last


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Say whether a name goes on after the words that the dataset knows: `Capgemini Engineering`."""
    if last >= len(words):
        return False
    word = words[last]
    capital = word.capital and word.figure is None and not word.folded.isdecimal()
    return capital and word.before in ("", "-") and word.folded not in _HOME
