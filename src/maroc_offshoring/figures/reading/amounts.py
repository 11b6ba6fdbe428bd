"""A number with its scale and unit: `65 millions de dirhams`, `$1.2bn`, `une dizaine de sociétés`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from maroc_offshoring.figures.decimals import exact_product, total
from maroc_offshoring.figures.reading import number_words, qualifiers, unit_words
from maroc_offshoring.figures.reading.digits import Digits, read_digits
from maroc_offshoring.figures.reading.phrases import Phrases
from maroc_offshoring.figures.reading.scales import Scale, scales
from maroc_offshoring.figures.reading.tokens import NUMBER, WORD, Token
from maroc_offshoring.figures.reading.unit_words import COUNTED
from maroc_offshoring.figures.reading.units import UnitRead, UnitReader
from maroc_offshoring.units import CURRENCIES

_LONG_SCALE = {9: 3, 12: 6}  # how many powers of ten more a French billion and trillion have
# The mark that groups thousands, and the greatest scale before which it surely does. The Arabic press of Morocco groups
# as the French does, that of other countries as the English: before a scale, either may be meant.
_GROUPS = {"fr": (".", 6), "en": (",", 6), "ar": (".", 0)}
_WORDS_END = 10**6  # number words without a scale are below a million
_SMALL, _LARGE = ("bonne", "petite", "grosse"), 6


class Doubt(Exception):
    """What is read can be several figures, or none: the reason and the readings."""

    def __init__(self, reason: str, readings: Sequence[str] = ()) -> None:
        super().__init__(reason, tuple(readings))
        self.reason, self.readings = reason, tuple(readings)


@frozen
class Amount:
    """A number with what stands beside it; what it is worth depends on its unit and on the language.

    Args:
        number: In digits, or the number that words say.
        start: Its first token.
        end: The token after it.
        scales: What multiplies it.
        plus: What is added to it after its scale: `un million deux cent mille`.
        about: Whether a word says about so many.
        article: Whether it is a bare `un`, which may be no number at all.
        at_least: Whether a plus behind it says that it may be more: `50+ employees`.
        currency: The currency before it.
        unit: The unit after it.
        languages: The languages of its words.
    """

    number: Digits | Decimal
    start: int
    end: int
    scales: tuple[Scale, ...] = ()
    plus: Decimal = Decimal(0)
    about: bool = False
    article: bool = False
    at_least: bool = False
    currency: str = ""
    unit: UnitRead | None = None
    languages: tuple[str, ...] = ()

    @property
    def large(self) -> bool:
        """Whether it has a scale of millions or more."""
        return sum(scale.power for scale in self.scales) >= _LARGE

    @property
    def in_words(self) -> bool:
        """Whether it is written in words alone."""
        return isinstance(self.number, Decimal)

    @property
    def one(self) -> bool:
        """Whether a noun behind it stands in the singular: zero, one, and all below two."""
        number = self.number if isinstance(self.number, Decimal) else self.number.only
        return not self.scales and number is not None and number < 2

    @property
    def power(self) -> int:
        """The power of ten that is written into its unit, as in `MDH`."""
        return self.unit.word.power if self.unit else 0

    def shared(self, later: Amount, unit: str, language: str | None) -> Decimal:
        """Say what a number is worth that stands before another of the same unit and, mostly, the same scale.

        Args:
            later: The other, as `10 millions` in `7 à 10 millions`.
            unit: The unit of both.
            language: The language of the text, where that is known.

        Returns:
            The number; without the scale of the other where it would be above it, as in `800.000 à 1,2 million`.

        Raises:
            Doubt: Where it could be several.
        """
        limit = later.value(unit, language, later.power)
        worth = self.value(unit, language, later.power, later.scales)
        if worth > limit and not self.scales and (later.scales or later.power):
            return self.value(unit, language)
        if self.in_words and later.in_words and not self.scales and not later.scales:
            factor = 100 if limit % 1000 else 1000  # trois à quatre cents, deux cents à trois cent mille
            if limit < _WORDS_END and limit % factor == 0 and worth * factor < limit:
                return worth * factor
        return worth

    def value(self, unit: str, language: str | None, power: int = 0, borrowed: tuple[Scale, ...] = ()) -> Decimal:
        """Say what the amount is worth.

        Args:
            unit: The unit of the figure.
            language: The language of the text, where that is known.
            power: The power of ten that is written into the unit.
            borrowed: The scales of the other end of a range.

        Returns:
            The number.

        Raises:
            Doubt: Where it could be several, or where it is no number of such units.
        """
        multiplied, of_unit = self.scales or borrowed, Decimal(1).scaleb(power)
        for scale in multiplied:
            if scale.other[0] and language not in ("fr", "en"):
                raise Doubt(f"{scale.word!r} means different things", scale.other)
            power += scale.power + (_LONG_SCALE[scale.power] if scale.other[0] and language == "fr" else 0)
        number = self.number
        if isinstance(number, Digits):
            number = _chosen(number, multiplied, power, unit, language)
        worth = total((exact_product(number, Decimal(1).scaleb(power)), exact_product(self.plus, of_unit)))
        if unit in COUNTED and worth != worth.to_integral_value():
            raise Doubt(f"{worth:f} is no whole number, as figures of {unit} are")
        return worth


def _chosen(digits: Digits, multiplied: tuple[Scale, ...], power: int, unit: str, language: str | None) -> Decimal:
    """Choose what a mark before three digits means; where it is not sure, that is a doubt."""
    grouped, pointed = digits.grouped, digits.pointed
    if grouped is None or pointed is None:
        return grouped if grouped is not None else pointed or Decimal(0)
    if power == 0 and unit in COUNTED:
        return grouped
    if multiplied and multiplied[-1].singular and language != "en" and pointed < 2:
        return pointed  # French writes the singular below two
    groups, scales_above = _GROUPS.get(language or "", ("", 0))
    # Money and floors have no three decimals, and nothing is counted in thousands of milliards.
    if digits.mark == groups and power <= scales_above and unit not in COUNTED and unit != "percent":
        return grouped
    if groups and digits.mark != groups and language != "ar" and (power > 0 or unit in ("percent", "ha")):
        return pointed
    factor = Decimal(1).scaleb(power)
    readings = [f"{exact_product(reading, factor):f} {unit}" for reading in (grouped, pointed)]
    raise Doubt(f"{digits.text!r} is ambiguous", readings)


def first_words() -> tuple[Phrases[Any], ...]:
    """Return the tables of words that an amount may begin with."""
    return (*number_words.tables(), scales(), unit_words.prefixes())


class AmountReader:
    """Reads amounts out of the tokens of one text.

    Args:
        text: The text.
        tokens: Its tokens.
        anchored: Whether the text is one figure and nothing else; then units are also read as our own writing has them.
    """

    def __init__(self, text: str, tokens: Sequence[Token], *, anchored: bool) -> None:
        self.text, self.tokens = text, tokens
        self.units = UnitReader(tokens, anchored=anchored)

    def amount(self, start: int, currency: str = "") -> Amount | None:
        """Read an amount.

        Args:
            start: The token where it is to begin.
            currency: The currency that stands before the other end of its range, as in `$10-20m`.

        Returns:
            The amount with the unit that follows it, if one does; None where no number stands there.
        """
        prefix = unit_words.prefixes().longest(self.tokens, start)
        if prefix is None:
            return self._with_unit(self._scaled(start, currency))
        currency, at = prefix
        read = self._scaled(at, currency)
        if read is None or read.article:
            return None
        after = self.units.unit(read.end, one=read.one, scaled=bool(read.scales))
        if after is None:
            per = unit_words.per().longest(self.tokens, read.end)
            if per is None:
                return evolve(read, start=start, currency=currency)
            return evolve(read, start=start, currency=f"{currency}/{per[0]}", end=per[1])
        # `€50 euros` says it twice; `DH 500 emplois` is the heading of a column, perhaps.
        return evolve(read, start=start, unit=after, end=after.end) if after.unit == currency else None

    def _with_unit(self, read: Amount | None) -> Amount | None:
        if read is None:
            return None
        at, scaled = read.end, any(scale.power >= _LARGE for scale in read.scales)
        more = qualifiers.or_more().longest(self.tokens, at)
        unit = self.units.unit(more[1] if more else at, one=read.one, scaled=scaled)
        if unit is None:
            return read
        languages = read.languages + unit.languages
        return evolve(read, unit=unit, end=unit.end, languages=languages, at_least=more is not None)

    def _scaled(self, start: int, currency: str) -> Amount | None:
        """Read a number with its scales and what is added to them."""
        read = self._number(start)
        if read is not None and isinstance(read.number, Decimal):
            end = number_words.and_a_half(self.tokens, read.end)
            if end is not None and scales().longest(self.tokens, end) is not None:  # two and a half million
                read = evolve(read, number=read.number + Decimal("0.5"), end=end, article=False)
        while read is not None and (scaled := self._with_scale(read, currency)) is not None:
            read = scaled
        if read is None or not read.scales:
            return read
        if (end := number_words.and_a_half(self.tokens, read.end)) is None:
            return self._with_smaller(read, sum(scale.power for scale in read.scales))
        number = read.number if isinstance(read.number, Decimal) else read.number.only
        return read if number is None else evolve(read, number=number + Decimal("0.5"), end=end)

    def _with_smaller(self, read: Amount, power: int) -> Amount:
        """Read what is added after the scale: `un million deux cent mille`, `1 milliard 200 millions`."""
        added = self._number(read.end)
        if power < _LARGE or added is None or added.article or added.about:
            return read
        added = self._with_scale(added, "") or added
        smaller = sum(scale.power for scale in added.scales)
        number = added.number if isinstance(added.number, Decimal) else added.number.grouped
        if number is None or not (added.scales or number >= 1000):
            return read
        plus = exact_product(number, Decimal(1).scaleb(smaller))
        if plus >= Decimal(1).scaleb(power) or self.units.unit(added.end, one=False, scaled=True) is None:
            return read
        return evolve(read, plus=plus, end=added.end)

    def _with_scale(self, read: Amount, currency: str) -> Amount | None:
        at = read.end
        if read.about and (link := self.units.link(at)) is not None:
            at = link  # une centaine de millions
        if (noun := number_words.about(self.tokens, at)) is not None and not read.scales:
            many, language, end = noun
            number = read.number if isinstance(read.number, Decimal) else read.number.only
            if number is None:
                return None
            languages = (*read.languages, language)
            return evolve(read, number=number * many, end=end, about=True, article=False, languages=languages)
        found = scales().longest(self.tokens, at)
        if found is None or not self._fits(found[0], read, currency, found[1]):
            return None
        scale, end = found
        languages = (*read.languages, scale.language)
        return evolve(read, scales=(*read.scales, scale), end=end, article=False, languages=languages)

    def _fits(self, scale: Scale, read: Amount, currency: str, end: int) -> bool:
        """Whether a scale can follow what is read: millions multiply thousands, and `m` needs a currency."""
        if read.scales and (read.scales[-1].power != 3 or scale.power < _LARGE or read.scales[-1].needs):
            return False
        if not scale.needs or currency:
            return True
        unit = self.units.unit(end, one=False, scaled=True)
        if unit is None or unit.word.power > 0:
            return False
        token = self.tokens[end - 1]
        return scale.needs == "unit" or unit.unit in CURRENCIES or self.text[token.start : token.end] == "M"

    def _scale_alone(self, start: int) -> Amount | None:
        """Read a scale that says one of itself, as Arabic does: `مليار درهم`."""
        found = scales().longest(self.tokens, start)
        if found is None or found[0].language != "ar" or found[0].power < _LARGE:
            return None
        return Amount(Decimal(1), start, found[1], scales=(found[0],), languages=("ar",))

    def _number(self, start: int) -> Amount | None:
        """Read digits, number words or a half, without scale."""
        token = self.tokens[start]
        if token.kind == NUMBER:
            digits = read_digits(token.word)
            return None if digits is None else Amount(digits, start, start + 1)
        if token.kind != WORD:
            return None
        if (half := number_words.half(self.tokens, start)) is not None:
            language, end = half
            return self._with_scale(Amount(Decimal("0.5"), start, end, languages=(language,)), "")
        words = number_words.read_words(self.tokens, start)
        if words is None:
            return self._scale_alone(start)
        end = words.end
        if words.article and self.tokens[end].word in _SMALL and number_words.about(self.tokens, end + 1) is not None:
            end += 1  # une bonne dizaine
        return Amount(words.value, start, end, article=words.article, languages=(words.language,))
