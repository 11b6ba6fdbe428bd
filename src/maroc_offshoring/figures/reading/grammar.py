"""One grammar of figures, for one figure alone and for figures in a running text.

A figure is a number with its unit, words that say how firmly it is stated, or two numbers with a range between them:

    [plus de] 300 emplois [au moins]        [entre] 3.000 [et] 5.000 postes        500 [à] 600 millions de DH
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from attrs import evolve, frozen

from maroc_offshoring.errors import MarocOffshoringError
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.figures.reading import qualifiers
from maroc_offshoring.figures.reading.amounts import Amount, AmountReader, Doubt, first_words
from maroc_offshoring.figures.reading.phrases import Phrases, listed
from maroc_offshoring.figures.reading.scales import Scale
from maroc_offshoring.figures.reading.tokens import BREAK, NUMBER, WORD, tokenize
from maroc_offshoring.figures.reading.units import UnitRead
from maroc_offshoring.vocabulary import Qualifier

RANGES = {  # what opens a range, and what stands between its ends
    "entre": "et",
    "between": "and",
    "ما بين": "و, إلى",
    "بين": "و, إلى",
    "de": "à, jusqu'à",
    "d'": "à, jusqu'à",
    "from": "to, up to",
    "من": "إلى",
    "": "à, to, ou, or, إلى, jusqu'à",
}
DASHES = ("-", "\u2013")
ARABIC_AND = "و"
_THOUSANDS_OF_THOUSANDS = 999_000
_ONE = ("un", "une")  # un à deux millions
_NEVER_BEFORE = frozenset("-\u2013+_#@&=°")
_AFTER_WORDS = frozenset("/.,:")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def is_year(digits: str) -> bool:
    """Tell whether digits are written as a year is.

    Args:
        digits: The digits and marks of a number.

    Returns:
        Whether they are four digits of this century or the last.
    """
    return _YEAR.fullmatch(digits) is not None


@cache
def openers() -> Phrases[str]:
    """Return the table of what opens a range, compiled."""
    return Phrases((opener, opener) for opener in RANGES if opener)


@cache
def _closers(opener: str) -> Phrases[None]:
    return Phrases((closer, None) for closer in listed(RANGES[opener]))


@cache
def starters() -> frozenset[str]:
    """Return every word or sign that a figure may begin with, but digits."""
    tables: tuple[Phrases[Any], ...] = (openers(), qualifiers.before(), *first_words())
    return frozenset(word for table in tables for word in table.first_words)


class Firm(NamedTuple):
    """How firmly a figure is stated, and where the words for it end."""

    qualifier: Qualifier
    end: int
    languages: tuple[str, ...] = ()


@frozen
class Reading:
    """A figure as it stands in a text.

    Args:
        qualifier: How firmly it is stated.
        first: Its number, or the lower end of its range.
        second: The upper end of its range.
        start: Its first token.
        end: The token after it.
        languages: The languages of its words.
        opener: What opens its range.
    """

    qualifier: Qualifier
    first: Amount
    second: Amount | None
    start: int
    end: int
    languages: tuple[str, ...]
    opener: str = ""

    @property
    def unit(self) -> UnitRead | None:
        """The unit that is written behind it."""
        return (self.second and self.second.unit) or self.first.unit

    @property
    def has_unit(self) -> bool:
        """Whether a unit or a currency stands with it."""
        return self.unit is not None or self.unit_name != ""

    @property
    def unit_name(self) -> str:
        """The unit as a figure has it; empty where there is none."""
        unit = self.unit
        return unit.unit if unit else self.first.currency or (self.second.currency if self.second else "")

    def figure(self, language: str | None, as_printed: str, unit: str = "") -> Figure:
        """Make the figure.

        Args:
            language: The language of the text, where that is known.
            as_printed: The words of the text.
            unit: The unit, where it stands elsewhere.

        Returns:
            The figure.

        Raises:
            Doubt: Where it could be several, or none.
        """
        # English writes its numbers in one way; the French of the Moroccan press has the marks of both.
        language = language or ("en" if {*self.languages} - {""} == {"en"} else None)
        written = self.unit
        if written is not None and (readings := written.word.means(language)):
            raise Doubt(f"{written.word.word!r} means different things", readings)
        unit = unit or self.unit_name
        power = written.word.power if written else 0
        try:
            if self.second is None:
                return Figure(self.first.value(unit, language, power), unit, self.qualifier, as_printed=as_printed)
            if self.qualifier not in (Qualifier.RANGE, Qualifier.ABOUT):
                raise Doubt("its ends are no ends, as they are not stated exactly")
            low, high = self.ends(unit, language)
            return Figure(None, unit, self.qualifier, low, high, as_printed=as_printed)
        except MarocOffshoringError as error:
            raise Doubt(error.message) from None

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scale words of its number, or of the upper end of its range."""
        return (self.second or self.first).scales

    @property
    def power(self) -> int:
        """The power of ten that is written into its unit, as in `MDH`."""
        return (self.second or self.first).power

    def alone(self) -> Reading:
        """Return its first number alone."""
        qualifier = Qualifier.EXACT if self.qualifier is Qualifier.RANGE else self.qualifier
        return evolve(self, qualifier=qualifier, second=None, end=self.first.end)

    def falls(self, language: str | None) -> bool:
        """Tell whether it would be a range from a greater number to a smaller one, which is none."""
        if self.second is None:
            return False
        try:
            return self.first.value(self.unit_name, language) > self.second.value(self.unit_name, language)
        except Doubt:
            return False

    def ends(self, unit: str, language: str | None) -> tuple[Decimal, Decimal]:
        """Say what the ends of a range are worth.

        Args:
            unit: The unit.
            language: The language of the text, where that is known.

        Returns:
            The lower and the upper end.

        Raises:
            Doubt: Where one of them could be several numbers, or where they are not in order.
        """
        first, second = self.first, self.second or self.first
        power = second.power
        high = second.value(unit, language, power)
        low = first.value(unit, language, first.power) if first.unit else first.shared(second, unit, language)
        if low > high:
            raise Doubt(f"the range goes from {low:f} down to {high:f}")
        plain = not (second.scales or power)
        thousands = low * 1000
        if plain and 0 < thousands < high <= _THOUSANDS_OF_THOUSANDS and high % 1000 == 0:  # 3 à 4.000 emplois
            raise Doubt("its lower end may be in thousands", [f"{low:f} to {high:f}", f"{thousands:f} to {high:f}"])
        return low, high


class Grammar:
    """The figures of one text.

    Args:
        text: The text.
        anchored: Whether the text is one figure and nothing else.
    """

    def __init__(self, text: str, *, anchored: bool) -> None:
        self.text, self.anchored = text, anchored
        self.tokens = tokenize(text)
        self.amounts = AmountReader(text, self.tokens, anchored=anchored)

    def reading(self, start: int) -> Reading | None:
        """Read the figure that begins at a token, with or without its unit.

        Args:
            start: The token.

        Returns:
            The reading, or None where no figure begins there.
        """
        opener, firm = openers().longest(self.tokens, start), self._before(start)
        if opener is not None and opener[1] > firm.end:  # `de` opens a range, `de l'ordre de` says about
            return self._between(start, *opener)
        first = self._amount(firm.end)
        if first is None:
            return None
        return self._range(start, firm, first, "") or self._single(start, firm, first)

    def _amount(self, start: int) -> Amount | None:
        """Read an amount that is not the tail of a word, of another number, of a date or of a negative number."""
        return self.amounts.amount(start) if start == 0 or self._begins(start) else None

    def _begins(self, start: int) -> bool:
        token, before = self.tokens[start], self.tokens[start - 1]
        if before.kind == NUMBER and token.kind == NUMBER:  # 1234 567 is no number, nor is 05 22 50 one by one
            return "\t" in self.text[before.end : token.start] or is_year(before.word)
        if before.end < token.start or before.kind == BREAK:
            return True
        if before.kind == WORD:
            return before.word.endswith("'") or before.word == ARABIC_AND
        if before.word == "+":  # a growth, where it is one of percent; else `+300 emplois` may be at least so many
            return self.anchored or self.tokens[start + 1].word == "%"
        if before.word in _NEVER_BEFORE or start == 1:
            return before.word not in _NEVER_BEFORE
        # `Emplois:500` begins a number, `12:30` and `24/24` do not
        return before.word not in _AFTER_WORDS or self.tokens[start - 2].kind == WORD

    def _before(self, start: int) -> Firm:
        """Read the words before a number that say how firmly it is stated."""
        found = qualifiers.before().longest(self.tokens, start)
        if found is None:
            return Firm(Qualifier.EXACT, start)
        firmness, end = found
        bridge = qualifiers.between_them().longest(self.tokens, end)
        return Firm(firmness.qualifier, bridge[1] if bridge else end, (firmness.language,))

    def _after(self, end: int) -> Firm | None:
        """Read the words after a figure that say how firmly it is stated; before a number they belong to that one."""
        found = qualifiers.after().longest(self.tokens, end)
        if found is None or self.tokens[found[1]].kind == NUMBER:
            return None
        return Firm(found[0].qualifier, found[1], (found[0].language,))

    def _single(self, start: int, firm: Firm, amount: Amount) -> Reading:
        qualifier, end, languages = firm.qualifier, amount.end, firm.languages + amount.languages
        if qualifier is Qualifier.EXACT and (amount.about or amount.at_least):
            qualifier = Qualifier.ABOUT if amount.about else Qualifier.AT_LEAST
        if (
            qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
            and firm.end == start
            and (amount.unit or amount.currency)
            and (after := self._after(end))
        ):
            qualifier, end, languages = after.qualifier, after.end, languages + after.languages
        return Reading(qualifier, amount, None, start, end, languages)

    def _between(self, start: int, opener: str, at: int) -> Reading | None:
        firm = self._before(at)
        first = self._amount(firm.end)
        return None if first is None else self._range(start, firm, first, opener)

    def _range(self, start: int, firm: Firm, first: Amount, opener: str) -> Reading | None:
        """Read the other end of a range."""
        if first.article and not opener and self.tokens[first.start].word not in _ONE:
            return None
        at = self._to(first, opener)
        if at is None:
            return None
        second_firm = self._before(at)
        second = self.amounts.amount(second_firm.end, first.currency)
        if second is None:
            return None
        units = {one for one in (self._name(first), self._name(second)) if one}
        if len(units) > 1 or (not self._name(second) and first.unit):
            return None
        languages = firm.languages + first.languages + second.languages
        firmness = {firm.qualifier, second_firm.qualifier} - {Qualifier.EXACT}
        if first.about or second.about:
            firmness.add(Qualifier.ABOUT)
        if first.at_least or second.at_least:
            firmness.add(Qualifier.AT_LEAST)
        # What is at least fifteen to twenty is no range; figures have no word for it.
        qualifier = firmness.pop() if len(firmness) == 1 else Qualifier.AT_LEAST if firmness else Qualifier.RANGE
        return Reading(qualifier, first, second, start, second.end, languages, opener)

    def _to(self, first: Amount, opener: str) -> int | None:
        """Find what stands between the ends of a range."""
        closer = _closers(opener).longest(self.tokens, first.end)
        if closer is not None:
            return closer[1]
        dash = self.tokens[first.end]
        # Between two figures that have their units, a dash is a dash.
        return first.end + 1 if dash.word in DASHES and not opener and first.unit is None else None

    @staticmethod
    def _name(amount: Amount) -> str:
        return amount.unit.unit if amount.unit else amount.currency
