"""The places, parties and segments that a text names, by the names of a dataset: the longest counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import AmbiguousName, UnknownName
from maroc_offshoring.model import Party, Place, Record
from maroc_offshoring.names import fold
from maroc_offshoring.text.words import Phrases, Word
from maroc_offshoring.vocabulary import Segment

_LONGEST = 14
"""How many words a name may have."""
_ACRONYM = 4
"""A name of so many capital letters or fewer is meant only where it stands in capitals."""


class Mention(NamedTuple):
    """A name in a text.

    Args:
        first: Its first word in the sentence.
        last: The word after it.
        records: What is named so; several where the name is ambiguous.
    """

    first: int
    last: int
    records: tuple[Record, ...]


class Gazetteer:
    """The names of some records, found in running text; what a name means, the dataset's own look-up says.

    Args:
        dataset: The dataset that has them.
        kinds: The kinds of records, as in :data:`~maroc_offshoring.model.kinds.KINDS`.
        look_up: The look-up of the dataset.
        text: The text.
    """

    __slots__ = ("_acronyms", "_beginnings", "_look_up", "_names", "_text", "_written")

    def __init__(self, dataset: Dataset, kinds: Iterable[str], look_up: Callable[[str], Record], text: str) -> None:
        self._text = text
        self._look_up = look_up
        self._names: dict[str, dict[str, Record]] = {}
        self._acronyms: set[str] = set()
        self._written: set[str] = set()
        self._beginnings: set[str] = set()
        for kind in kinds:
            for record in cast("Iterable[Any]", dataset.records(kind)):
                self._enter(record)

    def _enter(self, record: Record) -> None:
        main, others = record.spellings()
        for name in (record.id, *main, *others):
            folded = fold(name)
            if not folded or folded.isdecimal():
                continue
            self._names.setdefault(folded, {})[record.id] = record
            self._beginnings.add(folded[:2])
            if len(name) <= _ACRONYM and name.isupper():
                self._acronyms.add(folded)
            elif name != record.id:
                self._written.add(folded)

    def find(self, words: Sequence[Word]) -> list[Mention]:
        """Find the names in a sentence.

        Args:
            words: Its words.

        Returns:
            The mentions in order, without overlaps.
        """
        found: list[Mention] = []
        index = 0
        while index < len(words):
            mention = self._at(words, index)
            if mention is None:
                index += 1
            else:
                found.append(mention)
                index = mention.last
        return found

    def _at(self, words: Sequence[Word], index: int) -> Mention | None:
        word = words[index]
        if word.figure is not None or word.folded[:2] not in self._beginnings:
            return None
        best: Mention | None = None
        folded = ""
        last = index
        capitals = False
        for last in range(index, min(index + _LONGEST, len(words))):
            following = words[last]
            if following.figure is not None or (last > index and not _joined(following.before)):
                break
            folded += following.folded
            capitals = capitals or following.capital or not following.lower.isascii()
            records = self._names.get(folded)
            if records and capitals and self._is_written(folded, words, index, last):
                best = Mention(index, last + 1, tuple(records[id] for id in sorted(records)))
        return best and best._replace(records=self._meant(words, best))

    def _meant(self, words: Sequence[Word], mention: Mention) -> tuple[Record, ...]:
        try:
            return (self._look_up(self._text[words[mention.first].start : words[mention.last - 1].end]),)
        except (AmbiguousName, UnknownName):
            return mention.records

    def _is_written(self, folded: str, words: Sequence[Word], first: int, last: int) -> bool:
        """Say whether an acronym stands in capitals, and any name has no more small letters at its head than needed."""
        written = self._text[words[first].start : words[last].end]
        if folded in self._acronyms and folded not in self._written:
            return written == written.upper()
        return words[first].capital or not written.isascii() or last > first


def _joined(before: str) -> bool:
    return before in ("", "'", "’", "-", "‑", "–", "&", ".", ",", "/")


class Naming:
    """All that a text can name in a dataset.

    Args:
        dataset: The dataset.
        text: The text.
    """

    __slots__ = ("parties", "places")

    def __init__(self, dataset: Dataset, text: str) -> None:
        self.places = Gazetteer(dataset, ("countries", "regions", "cities", "sites"), dataset.place, text)
        self.parties = Gazetteer(dataset, ("institutions", "operators"), dataset.party, text)


class Shortened:
    """Finds the parties whose name begins with some words, as people shorten names.

    Args:
        dataset: The dataset that has the parties.
    """

    __slots__ = ("_found", "_spellings")

    def __init__(self, dataset: Dataset) -> None:
        parties: Iterator[Party] = (party for kind in (dataset.operators, dataset.institutions) for party in kind)
        self._spellings = [
            (fold(spelling), party) for party in parties for spellings in party.spellings() for spelling in spellings
        ]
        self._found: dict[str, tuple[Party, ...]] = {}

    def candidates(self, name: str) -> tuple[Party, ...]:
        """Find the parties that may be meant; they are never taken for the party meant.

        Args:
            name: The words.

        Returns:
            The parties by id.
        """
        wanted = fold(name)
        if wanted not in self._found:
            found = {party.id: party for spelling, party in self._spellings if wanted and spelling.startswith(wanted)}
            self._found[wanted] = tuple(found[id] for id in sorted(found))
        return self._found[wanted]


_SEGMENTS: Phrases[Segment] = Phrases(
    [
        *((spelling, segment) for segment in Segment for spelling in (*segment.name_.main[:2], *segment.name_.aliases)
          if spelling.isascii() or any(sign.isalpha() and sign.isascii() for sign in spelling)),
        *((segment.value, segment) for segment in Segment if segment is not Segment.BPO_CAPTIVE),
        ("relation clients", Segment.CRM), ("relations clients", Segment.CRM), ("expérience client", Segment.CRM),
        ("centre d'appels", Segment.CRM), ("centre d'appel", Segment.CRM), ("call center", Segment.CRM),
        ("call centre", Segment.CRM), ("contact center", Segment.CRM), ("contact centre", Segment.CRM),
        ("call-centre", Segment.CRM), ("centre de contact", Segment.CRM), ("customer relations", Segment.CRM),
        ("customer experience", Segment.CRM), ("customer service", Segment.CRM), ("téléconseillers", Segment.CRM),
        ("externalisation des métiers de l'informatique", Segment.ITO), ("services informatiques", Segment.ITO),
        ("ingénierie informatique", Segment.ITO), ("technologies de l'information", Segment.ITO),
        ("it services", Segment.ITO), ("software development", Segment.ITO), ("développement logiciel", Segment.ITO),
        ("informatique", Segment.ITO), ("ingénierie et la r&d", Segment.ESO), ("engineering services", Segment.ESO),
        ("services d'ingénierie", Segment.ESO), ("recherche et développement", Segment.ESO), ("r&d", Segment.ESO),
    ]
)  # fmt: skip


def segments(words: Sequence[Word]) -> list[tuple[int, int, Segment]]:
    """Find the branches that a sentence names.

    Args:
        words: Its words.

    Returns:
        Of each its first word, the word after it, and the segment.
    """
    return _SEGMENTS.all(words)


def innermost(places: Iterable[Place]) -> tuple[Place, ...]:
    """Leave out the places that contain another one of them, and what is named twice.

    Args:
        places: The places as named, such as a site, its city and the country.

    Returns:
        The innermost ones, in the order in which they were named.
    """
    named = tuple({place.id: place for place in places}.values())
    return tuple(one for one in named if not any(other.id != one.id and other.within(one) for other in named))
