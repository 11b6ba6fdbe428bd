"""Growth between two periods of one subject, with the bounds that the figures leave."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import pairwise

from attrs import frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import Period
from maroc_offshoring.derivation import LANGUAGES, Derivation, Explainable, Sentence
from maroc_offshoring.errors import InvalidField, RateNotFound
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import DEFAULT, Convention, bounds
from maroc_offshoring.figures.decimals import rounded
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.model import Source
from maroc_offshoring.series.choice import Choice
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.units import Unit, parts
from maroc_offshoring.vocabulary import Basis, Nature, Qualifier

_EXACTLY = Context(prec=28, rounding=ROUND_HALF_EVEN)
_HUNDRED = Decimal(100)


@frozen(repr=False)
class Growth(Citable, Explainable):
    """How much a figure grew from one period to another of the same subject.

    Args:
        earlier: The choice that it starts from.
        later: The choice that it ends at.
        start: The figure it starts from: as stated, or at the prices asked for.
        end: The figure it ends at.
        reason: Why no growth can be given; None where it can.
        convention: How far `about` and `nearly` reach.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.load().series("export_revenue", perimeter="new", segment=None)
        >>> for growth in exports.growth():
        ...     print(growth)
        2023 → 2024: +0.2 %
        2024-01..2024-06 → 2025-01..2025-06: +3.9 %
    """

    earlier: Choice
    later: Choice
    start: Figure
    end: Figure
    reason: Sentence | None = None
    convention: Convention = DEFAULT

    @property
    def subject(self) -> Subject:
        """What grew."""
        return self.later.subject

    @property
    def is_contested(self) -> bool:
        """Whether a rival contradicts one of the two figures: the growth is then that of this policy alone."""
        return self.earlier.is_contested or self.later.is_contested

    @property
    def percent(self) -> Decimal | None:
        """The growth between the two numbers printed, in percent; None where one of them is only a bound or a range."""
        if self.reason or not (_is_a_number(self.start) and _is_a_number(self.end)):
            return None
        return _growth(self.start.value, self.end.value)

    @property
    def low(self) -> Decimal | None:
        """The least that the growth can be, in percent; `about` and `nearly` count as far as the convention reaches."""
        return None if self.reason else _growth(self._start.high, self._end.low)

    @property
    def high(self) -> Decimal | None:
        """The most that the growth can be, in percent; None where that is open."""
        return None if self.reason else _growth(self._start.low, self._end.high)

    @property
    def is_assumed(self) -> bool:
        """Whether the bounds rest on the convention for `about` and `nearly`, rather than on the sources alone."""
        return self._start.assumed or self._end.assumed

    @property
    def years(self) -> int | None:
        """How many years apart the two are; None where they are not the same part of a year: a May and a December."""
        first, second = self.earlier.chosen.period, self.later.chosen.period
        if first is None or second is None or season(first) is None or season(first) != season(second):
            return None
        return (second.year or 0) - (first.year or 0)

    @property
    def per_year(self) -> Decimal | None:
        """The mean growth of a year, compounded, in percent; None where :attr:`percent` or :attr:`years` is."""
        if self.percent is None or not self.years:
            return None
        ratio = _EXACTLY.divide(self.end.number(), self.start.number())
        yearly = _EXACTLY.power(ratio, _EXACTLY.divide(Decimal(1), Decimal(self.years))) if ratio else Decimal(0)
        return _EXACTLY.multiply(_EXACTLY.subtract(yearly, Decimal(1)), _HUNDRED)

    @property
    def _start(self) -> Bounds:
        return bounds(self.start, self.convention)

    @property
    def _end(self) -> Bounds:
        return bounds(self.end, self.convention)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of both figures, each once."""
        return tuple({source.id: source for source in (*self.earlier.sources, *self.later.sources)}.values())

    @property
    def sentence(self) -> Sentence:
        """It in words: from when to when, and how much or why not."""
        return Sentence.of(
            "{start} → {end}\u00a0: {much}", "{start} → {end}: {much}", "{start} ← {end}: {much}",
            start=self.earlier.chosen.period, end=self.later.chosen.period, much=self._much,
        )  # fmt: skip

    @property
    def _much(self) -> Sentence:
        if self.reason is not None:
            return _words("none", reason=self.reason)
        if self.low is None and self.high is None:
            return _words("open")
        low, high, percent = map(_signed, (self.low, self.high, self.percent))
        if self.low == self.high:
            return low
        ends = _words(
            "at_most" if self.low is None else "at_least" if self.high is None else "ends", low=low, high=high
        )
        if self.is_assumed:
            ends = _words("assumed", ends=ends)
        return ends if self.percent is None else _words("about", percent=percent, ends=ends)

    @property
    def derivation(self) -> Derivation:
        """The two choices that it compares, as a tree."""
        from maroc_offshoring.series.working import growth_derivation

        return growth_derivation(self)

    def __str__(self) -> str:
        return self.sentence.en

    def __repr__(self) -> str:
        return f"<Growth {self}>"


_WORDS = {
    "none": ("non calculée, {reason}", "none, {reason}", "غير محسوبة، {reason}"),
    "open": ("inconnue, les chiffres sont ouverts", "not known, the figures are open", "غير معروفة، الأرقام مفتوحة"),
    "at_most": ("au plus {high}", "at most {high}", "{high} على الأكثر"),
    "at_least": ("au moins {low}", "at least {low}", "{low} على الأقل"),
    "ends": ("entre {low} et {high}", "between {low} and {high}", "بين {low} و{high}"),
    "assumed": ("{ends}, par convention", "{ends}, by convention", "{ends}، اصطلاحا"),
    "about": ("environ {percent} ({ends})", "about {percent} ({ends})", "حوالي {percent} ({ends})"),
}


def _words(form: str, **words: Sentence) -> Sentence:
    fr, en, ar = _WORDS[form]
    return Sentence.of(fr, en, ar, **words)


def _signed(number: Decimal | None) -> Sentence:
    """A percentage with its sign, to one decimal, in the writing of each language."""
    if number is None:
        return Sentence.same("…")
    shown = rounded(number, 1)
    sign = "+" if shown > 0 else "-" if shown < 0 else ""
    return Sentence(*(f"{sign}{number_in(shown.copy_abs(), language)}\u00a0%" for language in LANGUAGES))


def _is_a_number(figure: Figure) -> bool:
    return figure.value is not None and figure.qualifier in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.NEARLY)


def _growth(start: Decimal | None, end: Decimal | None) -> Decimal | None:
    """Growth in percent; None where an end is open, or where it starts from nothing."""
    if not start or end is None:
        return None
    return _EXACTLY.multiply(_EXACTLY.divide(_EXACTLY.subtract(end, start), start), _HUNDRED)


Season = tuple[int, int, int]


def season(period: Period) -> Season | None:
    """Say which part of the year a period is, so that only like parts are compared.

    Args:
        period: The period.

    Returns:
        Its first month and day, its last month and its last day (0 for the end of the month); None where it is open or
        spans several years.
    """
    if period.year is None or period.first_day is None or period.last_day is None:
        return None
    first, last = period.first_day, period.last_day
    ends_a_month = last.day == monthrange(last.year, last.month)[1]
    return (first.month * 100 + first.day, last.month, 0 if ends_a_month else last.day)


def is_whole_year(period: Period) -> bool:
    """Say whether a period is one calendar year, however it is written.

    Args:
        period: The period.

    Returns:
        True for 2011 and for 2011-01..2011-12.
    """
    return season(period) == _YEAR


_YEAR = season(Period.of(2000))


def refuse_unlike(subject: Subject, start: Period, end: Period) -> None:
    """Refuse to compare what cannot be: shares, running totals, and periods that are not alike.

    Args:
        subject: What is compared.
        start: The earlier period.
        end: The later one.

    Raises:
        InvalidField: Where it cannot be, with what could be instead.
    """
    _refuse_shares(subject)
    if subject.basis is Basis.CUMULATIVE:
        expected = "a stock or a flow: running totals contain the earlier ones and are not compared"
        raise InvalidField("basis", subject.basis.value, expected)
    if start.last_day is None or end.first_day is None or end.first_day <= start.last_day:
        raise InvalidField("end", str(end), f"a period after {start}")
    if subject.basis is Basis.FLOW and season(start) != season(end):
        raise InvalidField("end", str(end), f"the same part of another year, as {start} is a flow of that part")


def _refuse_shares(subject: Subject) -> None:
    if parts(subject.unit).top in (Unit.PERCENT, Unit.RANK):
        expected = "a measure of amounts: shares, rates and ranks have no growth in percent; compare the points"
        raise InvalidField("measure", subject.measure.value, expected)


def grow(earlier: Choice, later: Choice, prices: int | None = None, convention: Convention = DEFAULT) -> Growth:
    """Compare two choices of one subject.

    Args:
        earlier: The choice that it starts from.
        later: The choice that it ends at.
        prices: The year at whose prices to compare money; None for money as it was.
        convention: How far `about` and `nearly` reach.

    Returns:
        The growth, or the reason why there is none.

    Raises:
        RateNotFound: Where no price index is held for the year asked for.
        InvalidField: Where prices are asked of what is no money.
    """
    start, end, reason = earlier.figure, later.figure, None
    if prices is not None:
        if parts(start.unit).currency is None:
            raise InvalidField("prices", prices, f"nothing: {later.subject.measure.label('en')} are no money")
        try:
            start, end = (_at_prices(choice, prices) for choice in (earlier, later))
        except RateNotFound as missing:
            if missing.year == prices:
                raise
            reason = Sentence.same(missing)
    forecast = next((choice for choice in (earlier, later) if choice.nature is Nature.FORECAST), None)
    if forecast is not None:
        reason = _forecast(forecast.period)
    elif start.value == 0:
        reason = _FROM_NOTHING
    return Growth(earlier, later, start, end, reason, convention)


def _forecast(period: Period) -> Sentence:
    return Sentence.of(
        "le chiffre de {period} est une prévision",
        "the figure of {period} is a forecast",
        "رقم {period} توقع",
        period=period,
    )


_FROM_NOTHING = Sentence("elle part de zéro", "it starts from nothing", "تبدأ من الصفر")


def _at_prices(choice: Choice, year: int) -> Figure:
    from maroc_offshoring.money import deflate

    return deflate(choice.figure, year=choice.period, to=year)


def growths(choices: Sequence[Choice], prices: int | None = None, convention: Convention = DEFAULT) -> Iterator[Growth]:
    """Compare each choice of one subject with the next that can be compared with it.

    Stocks follow one another by year. Flows are compared with the same part of another year only: a year with a year, a
    first half with a first half. Running totals contain the earlier ones and are not compared. A forecast is no figure
    to start from or to end at.

    Args:
        choices: The choices, one for each year or part of a year.
        prices: As for :func:`grow`.
        convention: As for :func:`grow`.

    Yields:
        The growths: of whole years first, then of each part of the year, in order of time.

    Raises:
        InvalidField: Where the measure is a share or a rank, or where prices are asked of what is no money.
        RateNotFound: As for :func:`grow`.
    """
    groups: dict[Season, list[Choice]] = {}
    for choice in choices:
        _refuse_shares(choice.subject)
        part = season(choice.period)
        is_comparable = choice.subject.basis is not Basis.CUMULATIVE and choice.nature is not Nature.FORECAST
        if part is not None and is_comparable:
            groups.setdefault(part, []).append(choice)
    for part in sorted(groups, key=lambda part: (part != _YEAR, part)):
        for earlier, later in pairwise(sorted(groups[part], key=lambda choice: choice.period.sort_key())):
            yield grow(earlier, later, prices, convention)
