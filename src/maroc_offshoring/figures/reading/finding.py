"""Every figure of a running text, with its place."""

from __future__ import annotations

from collections import deque
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.errors import MarocOffshoringError, WrongType
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.figures.reading import fillers, number_words, qualifiers
from maroc_offshoring.figures.reading import surroundings as around
from maroc_offshoring.figures.reading.amounts import Amount, Doubt
from maroc_offshoring.figures.reading.grammar import ARABIC_AND, Grammar, Reading, is_year, starters
from maroc_offshoring.figures.reading.languages import checked, language_of
from maroc_offshoring.figures.reading.lenders import Noun, heading_before, lends, noun_at, noun_words
from maroc_offshoring.figures.reading.phrases import listed
from maroc_offshoring.figures.reading.tokens import NUMBER, WORD
from maroc_offshoring.units import CURRENCIES

_PREPOSITIONS = frozenset(listed(around.FROM))
_NO_END = frozenset("/-\u2013°%$€£:")
_JOINING = frozenset((",", ";", "(", ARABIC_AND))
_FEW = 10  # a number in words up to it may point at things already told
_WHOLE_SHARE = 100
_KEPT = 6  # figures of the sentence that may lend their unit
_NEAR = 16  # tokens between a figure and one that takes its unit


@frozen
class FoundFigure:
    """A figure in a text.

    Args:
        figure: The figure; its `as_printed` is `text[start:end]`.
        start: Where it begins in the text.
        end: Where it ends.
        unit_from: Where the figure stands that lends its unit; None where it has its own.

    Example:
        >>> import maroc_offshoring as mo
        >>> first, second = mo.find_figures("3.000 emplois, dont 1.000 à Oujda")
        >>> second.figure.value, second.start, second.end, second.elided
        (Decimal('1000'), 20, 25, True)
    """

    figure: Figure
    start: int
    end: int
    unit_from: tuple[int, int] | None = None

    @property
    def elided(self) -> bool:
        """Whether its unit stands with another figure, as that of 1.000 in `3.000 emplois, dont 1.000 à Oujda`."""
        return self.unit_from is not None


def find_figures(text: str, language: str | None = None) -> tuple[FoundFigure, ...]:
    """Find every figure of a text.

    A number is a figure where its unit is written with it, or with the figure that it belongs to (`3.000 emplois, dont
    1.000 à Oujda`; `1.000 emplois à Oujda et 800 à Fès`; `passer de 500 à 1.200 emplois`): such a one says where its
    unit stands. Years, dates, ranks, telephone numbers and names (`4G`, `loi 47-18`) are none, and what could be read
    in several ways is left out.

    Args:
        text: An article, a page or a sentence, in French, English or Arabic.
        language: `fr`, `en` or `ar`; without it, the small words of the text tell.

    Returns:
        The figures in the order of the text; none overlap.

    Raises:
        UnknownWord: Where the language is not one of these.
        WrongType: Where it is no text.

    Example:
        >>> from maroc_offshoring.figures import find_figures
        >>> text = "Le site emploiera plus de 300 personnes en 2026, dont 120 à Oujda."
        >>> for found in find_figures(text):
        ...     print(found.start, found.end, found.figure, found.elided)
        18 39 at least 300 people False
        54 57 120 people True
    """
    if not isinstance(text, str):
        raise WrongType("text", text, "a text")
    return _Finder(text, checked(language)).found()


class _Finder:
    """One walk through one text, from left to right."""

    def __init__(self, text: str, language: str | None) -> None:
        self.text = text
        self.grammar = Grammar(text, anchored=False)
        self.tokens = self.grammar.tokens
        self.language = language or language_of(self.tokens)
        self.figures: list[FoundFigure] = []
        # Within the sentence: the figures with a unit, the last first, and a number that waits for
        # the unit of the next.
        self.last: deque[tuple[Reading, FoundFigure]] = deque(maxlen=_KEPT)
        self.waiting: Reading | None = None
        self.noun: Noun | None = None

    def found(self) -> tuple[FoundFigure, ...]:
        """Walk through the text."""
        at, end, begin, nouns = 0, len(self.tokens) - 1, starters(), noun_words()
        while at < end:
            token = self.tokens[at]
            if token.kind != NUMBER and token.word not in begin:
                if token.kind != WORD:
                    if around.closes_sentence(self.text, self.tokens, at):
                        self.last.clear()
                        self.waiting = self.noun = None
                elif token.word in nouns:
                    self.noun = noun_at(self.tokens, self.grammar.amounts.units, at) or self.noun
                at += 1
                continue
            # A leading `de` or `from` is the sentence's, not the figure's; `de l'ordre de` is.
            leading = token.word in _PREPOSITIONS and not qualifiers.before().longest(self.tokens, at)
            reading = None if leading else self.grammar.reading(at)
            at = at + 1 if reading is None else self._take(reading)
        return tuple(self.figures)

    def _take(self, reading: Reading) -> int:
        """Keep what is a figure, and return the token to go on at."""
        if not reading.has_unit:
            return self._lean(reading)
        if self._is_no_figure(reading):
            return reading.start + 1 if reading.first.article else reading.first.end
        if reading.second is not None and self._changes(reading):
            return self._change(reading)
        try:
            figure = self._found(reading)
        except Doubt:
            # Numbers that are no range are told one by one; what can be meant in several ways is not told.
            return self._take(reading.alone()) if reading.falls(self.language) else reading.end
        earlier = self.waiting
        near = earlier is not None and reading.start - earlier.end <= _NEAR
        if earlier is not None and near and around.ends(around.TO, self.tokens, reading.start) is not None:
            self._lend_back(earlier, reading, figure)
        self.waiting = None
        self.figures.append(figure)
        self.last.appendleft((reading, figure))
        return reading.end

    def _found(self, reading: Reading) -> FoundFigure:
        start, end = self._span(reading.start, reading.end)
        return FoundFigure(reading.figure(self.language, self.text[start:end]), start, end)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[end - 1].end

    def _is_no_figure(self, reading: Reading) -> bool:
        """Whether the words around say that it is something else: a year, a name, a share, a thing already told."""
        first, start, tokens = reading.first, reading.start, self.tokens
        if first.article and reading.second is None:
            return True
        if around.ends(around.NAMES, tokens, start) is not None:
            return True
        if reading.unit_name == "workstation" and around.is_climb(tokens, start):
            return True
        if self._out_of(start):
            return True
        out_of = around.begins(around.OUT_OF, tokens, reading.end)
        if first.one and out_of is not None and (tokens[out_of].kind == NUMBER or self.grammar.amounts.amount(out_of)):
            return True
        if first.in_words and reading.second is None and not first.scales and not first.about and first.start == start:
            few = isinstance(first.number, Decimal) and first.number <= _FEW
            return few and around.ends(around.DEFINITE, tokens, start) is not None
        return self._is_year(first) and around.ends(around.BEFORE_YEARS, tokens, start) is not None

    def _changes(self, reading: Reading) -> bool:
        """Whether two numbers are where a change begins and ends; sales that grow by 12 to 15 % are a range."""
        if reading.opener or around.ends(around.TO, self.tokens, (reading.second or reading.first).start) is None:
            return False
        moves = around.is_change(self.tokens, reading.start, around.MOVES)
        return moves or (reading.unit_name != "percent" and around.is_change(self.tokens, reading.start))

    def _out_of(self, start: int) -> bool:
        """Whether a number is the whole of a share: `nine out of ten agents`."""
        share = around.ends(around.OUT_OF, self.tokens, start)
        if share is None or share == 0:
            return False
        return self.tokens[share - 1].kind == NUMBER or number_words.read_words(self.tokens, share - 1) is not None

    def _is_year(self, amount: Amount) -> bool:
        return not amount.scales and is_year(self.tokens[amount.start].word)

    def _change(self, reading: Reading) -> int:
        """Tell where a change begins and ends: `passera de 500 à 1.200 collaborateurs` is two figures."""
        to = around.begins(around.TO, self.tokens, reading.first.end)
        later = None if to is None else self.grammar.reading(to)
        if later is None or later.second is not None:
            return reading.first.end
        try:
            figure = self._found(later)
            alone = self._found(reading.alone()) if reading.first.unit or reading.first.currency else None
        except Doubt:
            return reading.end
        if alone is None:
            self._lend_back(reading, later, figure)
        else:
            self.figures.append(alone)
        self.figures.append(figure)
        self.last.appendleft((later, figure))
        return later.end

    def _lend_back(self, earlier: Reading, later: Reading, lender: FoundFigure) -> None:
        """Give a number the unit, and the scale, of the figure behind it."""
        start, end = self._span(earlier.start, earlier.first.end)
        try:
            value = earlier.first.shared(later.first, later.unit_name, self.language)
            figure = Figure(value, later.unit_name, earlier.alone().qualifier, as_printed=self.text[start:end])
        except (Doubt, MarocOffshoringError):
            return
        self.figures.append(FoundFigure(figure, start, end, (lender.start, lender.end)))

    def _lean(self, reading: Reading) -> int:
        """Give a number without unit the unit of the figure before it, where the words say so."""
        if reading.second is not None and (self._changes(reading) or not self._stands_alone(reading)):
            return self._lean(reading.alone())
        first, tokens, end = reading.first, self.tokens, reading.first.end
        if first.article or self._is_year(first) or not self._stands_alone(reading):
            return end
        noun = self._noun(reading)
        if noun is not None:
            return self._lend(reading, noun.unit, self._span(noun.start, noun.end))
        if around.is_change(tokens, reading.start):
            self.waiting = reading
            return end
        lent = self._lender(first) if self.last and self._leans(reading) else None
        if lent is None:
            return end
        lender, found = lent
        unit = lender.unit_name
        if unit in CURRENCIES and not reading.scales and (lender.scales or lender.power):
            return end  # 65 millions à Fès et 20 à Oujda: twenty millions, most likely, and that is not enough
        return self._lend(reading, unit, (found.start, found.end))

    def _noun(self, reading: Reading) -> Noun | None:
        """Find the noun before a number that lends its unit, where no figure stands between them."""
        heading = heading_before(self.tokens, reading.start)
        if heading is not None or self.noun is None:
            return heading
        between = self.last and self.last[0][0].start > self.noun.start
        return self.noun if not between and lends(self.noun, self.tokens, reading.start) else None

    def _lend(self, reading: Reading, unit: str, lender: tuple[int, int]) -> int:
        """Keep a number with the unit that stands elsewhere."""
        start, end = self._span(reading.start, reading.end)
        try:
            figure = reading.figure(self.language, self.text[start:end], unit)
        except Doubt:
            return reading.first.end
        self.waiting = None
        self.figures.append(FoundFigure(figure, start, end, lender))
        return reading.end

    def _bracketed(self, reading: Reading) -> bool:
        """Whether a number stands in brackets, as those of a list do: `3.000 emplois : Alpha (1.000), Beta (800)`."""
        before, after = self.tokens[reading.start - 1], self.tokens[reading.end]
        if (before.word, after.word) != ("(", ")") or not self._is_large(reading.first):
            return False
        last = self.last[0][0]
        listed_before = self.tokens[last.start - 1].word == "("
        between = self.tokens[last.end : min(reading.start, last.end + _NEAR)]
        return listed_before or any(token.word == ":" for token in between)

    @staticmethod
    def _is_large(amount: Amount) -> bool:
        return not isinstance(amount.number, Decimal) and (amount.number.grouped or 0) > _WHOLE_SHARE

    def _lender(self, amount: Amount) -> tuple[Reading, FoundFigure] | None:
        """Choose the figure whose unit a number takes: the last, unless that is a share and another is not."""
        others = [pair for pair in self.last if pair[0].unit_name != "percent"]
        if amount.scales or self._is_large(amount):
            return others[0] if others else None
        return self.last[0] if len(others) in (0, len(self.last)) else None

    def _stands_alone(self, reading: Reading) -> bool:
        """Whether no noun of its own follows the number."""
        after = self.tokens[reading.end]
        if after.start == self.tokens[reading.end - 1].end and after.kind == WORD:
            return False
        if after.kind != WORD:
            return after.kind != NUMBER and after.word not in _NO_END
        if (reading.second or reading.first).large:  # 300 millions apportés par l'État
            link = self.grammar.amounts.units.link(reading.end)
            return link is None or around.begins(around.OF_MONEY, self.tokens, link) is not None
        to = around.begins(around.TO, self.tokens, reading.end)
        if to is not None and self.tokens[to].kind == NUMBER:  # les effectifs passeront de 300 à 800
            return around.is_change(self.tokens, reading.start)
        behind = around.begins(around.BEHIND, self.tokens, reading.end)
        if behind is None and (words := number_words.read_words(self.tokens, reading.end)) is not None:
            behind = around.begins(around.TIME, self.tokens, words.end)  # 5500 six years earlier
        if behind is None and (adjective := fillers.after().longest(self.tokens, reading.end)) is not None:
            behind = adjective[1]  # dont 12 marocaines
        return behind is not None and (self.tokens[behind].kind != NUMBER or is_year(self.tokens[behind].word))

    def _leans(self, reading: Reading) -> bool:
        """Whether the words before a number tie it to the last figure."""
        tokens, start = self.tokens, reading.start
        last = self.last[0][0]
        currencies = {pair[0].unit_name for pair in self.last} & {*CURRENCIES}
        if (reading.second or reading.first).large and len(currencies) == 1:
            return True  # millions of a sentence that tells of one currency
        if self._bracketed(reading):
            return True
        if start - last.end > _NEAR:
            return False
        if around.ends(around.PART, tokens, start) is not None:
            return True
        followed = tokens[reading.end].kind == WORD
        joined = tokens[start - 1].word in _JOINING or around.ends(around.ALSO, tokens, start) is not None
        if joined and followed:
            return True
        to = around.ends(around.TO, tokens, start)
        if to is None:
            return False
        # passer de 500 emplois à 1.200; a été ramené à 800
        return around.is_change(tokens, last.start) or around.ends(around.CHANGES, tokens, to) is not None
