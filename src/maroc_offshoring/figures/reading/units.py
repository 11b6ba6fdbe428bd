"""A unit as it stands in a text, with the words around it: `nouveaux emplois directs et indirects`, `MAD/job`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maroc_offshoring.figures.reading import fillers, unit_words
from maroc_offshoring.figures.reading.tokens import NUMBER, WORD, Token
from maroc_offshoring.figures.reading.unit_words import UnitWord
from maroc_offshoring.units import CURRENCIES

_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
_MOST_WORDS = 4  # before a unit, and after it


class UnitRead(NamedTuple):
    """A unit as it stands in the text.

    Args:
        word: What its word means.
        end: The token after it and after what belongs to it.
        languages: The languages of its words.
        per: What it is counted per, as in `MAD/job`; mostly empty.
        year: The year whose prices it is stated in; mostly empty.
    """

    word: UnitWord
    end: int
    languages: tuple[str, ...]
    per: str = ""
    year: str = ""

    @property
    def unit(self) -> str:
        """The unit as a figure has it."""
        return self.word.unit + (f"_{self.year}" if self.year else "") + (f"/{self.per}" if self.per else "")


class UnitReader:
    """Reads units out of the tokens of one text.

    Args:
        tokens: The tokens.
        anchored: Whether the text is one figure and nothing else; then units are also read as our own writing has them.
    """

    def __init__(self, tokens: Sequence[Token], *, anchored: bool) -> None:
        self.tokens, self.anchored = tokens, anchored

    def link(self, at: int) -> int | None:
        """Find what joins a number to its unit.

        Args:
            at: The token where it is to stand.

        Returns:
            The token after it; None where there is none.
        """
        found = fillers.links().longest(self.tokens, at)
        return None if found is None else found[1]

    def unit(self, at: int, *, one: bool, scaled: bool) -> UnitRead | None:
        """Read the unit of a number.

        Args:
            at: The token after the number.
            one: Whether the number asks for the singular.
            scaled: Whether the number has a scale of millions or more.

        Returns:
            The unit; None where what follows is no unit.
        """
        if self._hyphenated(at):  # a 500-job centre
            noun = unit_words.unit_words().longest(self.tokens, at + 1)
            return None if noun is None or not noun[0].unit else self._with_rest(*noun, ("en",))
        start = at
        languages: tuple[str, ...] = ()
        places: list[tuple[int, tuple[str, ...]]] = [(at, languages)]
        linked = False
        while len(places) <= _MOST_WORDS:
            found_link = None if linked else fillers.links().longest(self.tokens, at)
            joint = fillers.joints().longest(self.tokens, at) if len(places) > 1 else None
            found = found_link or fillers.before().longest(self.tokens, joint[1] if joint else at)
            if found is None:
                break
            linked = linked or found_link is not None
            language, at = found
            languages = (*languages, language)
            places.append((at, languages))
        for place, before in reversed(places):
            found_unit = unit_words.unit_words().longest(self.tokens, place)
            if found_unit is not None and self._agrees(found_unit[0], one=one, scaled=scaled):
                read = self._with_rest(*found_unit, before)
                quoted = any(token.word in _OPENING for token in self.tokens[start:place])
                closed = quoted and read is not None and self.tokens[read.end].word in _CLOSING
                return read._replace(end=read.end + 1) if read is not None and closed else read
        return None

    def _hyphenated(self, at: int) -> bool:
        number, hyphen, noun = self.tokens[at - 1], self.tokens[at], self.tokens[min(at + 1, len(self.tokens) - 1)]
        return hyphen.word == "-" and number.end == hyphen.start and hyphen.end == noun.start and noun.kind == WORD

    def _agrees(self, word: UnitWord, *, one: bool, scaled: bool) -> bool:
        """Whether the form of the word fits the number; in one figure alone a slip is let pass."""
        if not word.unit and not word.readings:
            return False
        if word.label:
            return self.anchored
        if word.scaled:
            return scaled
        # `en 2019 personne ne…` and `500 job offers` count nobody; Arabic has the singular above ten.
        if word.form == "singular" and not one and word.language != "ar":
            return self.anchored and word.word != "personne"
        return True

    def _with_rest(self, word: UnitWord, end: int, before: tuple[str, ...]) -> UnitRead | None:
        if self.tokens[end].kind == NUMBER and self.tokens[end].start == self.tokens[end - 1].end:
            return None  # a £1.5m fund
        languages, per, year = (*before, word.language), "", ""
        if self.anchored and word.unit in CURRENCIES:
            price_year = self._price_year(end)
            if price_year is not None:
                year, end = price_year
        if word.unit in CURRENCIES or self.anchored:
            found = unit_words.per().longest(self.tokens, end)
            if found is not None:
                per, end = found
            elif self._other_rate(end):
                return None
        for count in range(0 if word.unit == "percent" else _MOST_WORDS):
            joint = fillers.joints().longest(self.tokens, end) if count else None
            found_after = fillers.after().longest(self.tokens, joint[1] if joint else end)
            if found_after is None:
                break
            language, end = found_after
            languages = (*languages, language)
        return UnitRead(word, end, languages, per, year)

    def _price_year(self, at: int) -> tuple[str, int] | None:
        """Read the year of constant prices, as our own writing has it: `MAD of 2015`."""
        found = unit_words.of_year().longest(self.tokens, at)
        if found is None:
            return None
        year = self.tokens[found[1]]
        is_year = year.kind == NUMBER and len(year.word) == 4 and year.word.isdecimal()
        return (year.word, found[1] + 1) if is_year else None

    def _other_rate(self, at: int) -> bool:
        """Whether money is followed by a rate that is no amount: `50 DH/h`; a yearly amount is one."""
        stroke = self.tokens[at]
        if stroke.word != "/" or stroke.start != self.tokens[at - 1].end:
            return False
        noun = self.tokens[at + 1]
        return (
            noun.kind == WORD and noun.start == stroke.end and unit_words.periods().longest(self.tokens, at + 1) is None
        )
