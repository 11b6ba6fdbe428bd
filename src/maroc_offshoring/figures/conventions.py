"""Our conventions: what `about`, `nearly` and a bare round number may stand for, as numbers.

No source says how far from 26,000 its "environ 26.000 emplois" may be, so :attr:`Figure.lower` and :attr:`Figure.upper`
of such a figure stay None. Whoever needs numbers asks for them here, by name: :func:`bounds` for what a figure says,
:func:`reading` for what it may say if round numbers are roundings. Both are readings of ours, not the source's, and
what they return says so. `docs/uncertainty.md` gives the reasons and the studies behind the defaults.

The measure of all three is the unit of the last significant digit: 1,000 in 26,000 and 10,000 in 70,000. Whoever means
a number further off has a nearer number with as many digits at hand. In 100,000 that unit is the number itself, so a
share of the number is the limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import field, frozen

from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.decimals import (
    decimal,
    difference,
    exact_product,
    optional_decimal,
    quotient,
    total,
)
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.figures.writing import known_language, number_in
from maroc_offshoring.vocabulary import Qualifier


def _units(value: Decimal | int | str | None) -> Decimal | None:
    return optional_decimal(value, "units")


def _share(value: Decimal | int | str) -> Decimal:
    number = decimal(value, "share")
    if number >= 1:
        raise InvalidField("share", value, "a share below 1, such as Decimal('0.1') for a tenth")
    return number


@frozen(kw_only=True)
class Convention:
    """How far a number may be from what is printed.

    Each word has two limits, and the nearer one holds: so many units of the last significant digit, and a share of the
    number.

    Args:
        about_units: How many units `about` reaches, below and above; None for the share alone.
        about_share: Which share of the number it reaches at the most.
        nearly_units: How many units `nearly` reaches below the number; it never reaches above.
        nearly_share: Which share of the number it reaches at the most.
        rounding_units: How many units a bare number may have been rounded by, up or down.
        rounding_share: Which share of the number that may be at the most.

    Raises:
        InvalidField: Where a limit is negative, or a share is not below 1.
        WrongType: Where one is a float.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import Convention, bounds
        >>> shore = mo.load().commitments["2008-10-16-casanearshore-26000"].pledges[0].figure
        >>> print(shore, "|", bounds(shore), "|", bounds(shore, Convention(about_units=None, about_share="0.2")))
        about 26 000 jobs | 25 000 to 27 000 jobs, by convention | 20 800 to 31 200 jobs, by convention
    """

    about_units: Decimal | None = field(default=Decimal(1), converter=_units)
    about_share: Decimal = field(default=Decimal("0.1"), converter=_share)
    nearly_units: Decimal | None = field(default=Decimal(1), converter=_units)
    nearly_share: Decimal = field(default=Decimal("0.1"), converter=_share)
    rounding_units: Decimal | None = field(default=Decimal("0.5"), converter=_units)
    rounding_share: Decimal = field(default=Decimal("0.05"), converter=_share)

    def reach(self, word: str, number: Decimal, *, computed: bool = False) -> Decimal:
        """Return how far from a number a word reaches.

        Args:
            word: `about`, `nearly` or `rounding`.
            number: The number that is printed.
            computed: Whether the number was computed: its digits then say nothing, and the share alone is the limit.

        Returns:
            The distance, in the unit of the number.

        Example:
            >>> from decimal import Decimal
            >>> from maroc_offshoring.figures.conventions import DEFAULT
            >>> [int(DEFAULT.reach("about", Decimal(number))) for number in (26_000, 100_000, 4_512)]
            [1000, 10000, 1]
        """
        count, share = self._limits(word)
        widest = exact_product(number, share)
        return widest if count is None or computed else min(widest, exact_product(count, unit_of_last_digit(number)))

    def describe(self, language: str = "en", word: str | None = None) -> str:
        """Say in words what the convention is.

        Args:
            language: `fr`, `en` or `ar`.
            word: `about`, `nearly` or `rounding`, to say that alone; None for all three.

        Returns:
            A sentence per word, with semicolons between.

        Raises:
            InvalidField: Where there is no such word.
            UnknownWord: Where it is another language.

        Example:
            >>> from maroc_offshoring.figures.conventions import Convention
            >>> print(Convention(about_units=None).describe(word="about"))
            "about" reaches 10 % below and above the number
        """
        templates = _WORDS[known_language(language)]
        asked = (word,) if word else ("about", "nearly", "rounding")
        said: list[str] = []
        for each in asked:
            count, share = self._limits(each)
            percent = f"{number_in(exact_product(share, Decimal(100)), language)}\u00a0%"
            reach = percent
            if count is not None:
                reach = templates["limits"].format(number_in(count, language), percent)
            said.append(templates[each].format(reach))
        return templates["between"].join(said)

    def _limits(self, word: str) -> tuple[Decimal | None, Decimal]:
        limits = {
            "about": (self.about_units, self.about_share),
            "nearly": (self.nearly_units, self.nearly_share),
            "rounding": (self.rounding_units, self.rounding_share),
        }
        if not isinstance(word, str) or word not in limits:
            raise InvalidField("word", word, "'about', 'nearly' or 'rounding'")
        return limits[word]

    def __str__(self) -> str:
        return self.describe()


_WORDS = {
    "en": {
        "about": '"about" reaches {} below and above the number',
        "nearly": '"nearly" reaches {} below the number and nothing above',
        "rounding": "a bare number may have been rounded by {}",
        "limits": "{} × the unit of its last significant digit (at most {} of it)",
        "between": "; ",
    },
    "fr": {
        "about": "«\u00a0environ\u00a0» s'étend à {} au-dessous et au-dessus du nombre",
        "nearly": "«\u00a0près de\u00a0» s'étend à {} au-dessous du nombre et à rien au-dessus",
        "rounding": "un nombre nu peut avoir été arrondi de {}",
        "limits": "{} × l'unité de son dernier chiffre significatif ({} au plus)",
        "between": "\u00a0; ",
    },
    "ar": {
        "about": "«حوالي» تمتد إلى {} تحت العدد وفوقه",
        "nearly": "«ما يقارب» تمتد إلى {} تحت العدد ولا شيء فوقه",
        "rounding": "العدد المجرد قد يكون مقربا بمقدار {}",
        "limits": "{} × وحدة آخر رقم ذي دلالة فيه ({} منه على الأكثر)",
        "between": "؛ ",
    },
}

DEFAULT = Convention()
"""The convention that holds where none is named."""


def known_convention(convention: Convention) -> Convention:
    """Take a convention.

    Args:
        convention: The convention.

    Returns:
        The same.

    Raises:
        WrongType: Where it is something else.
    """
    if not isinstance(convention, Convention):
        raise WrongType("convention", convention, "a Convention, such as Convention(about_share='0.2')")
    return convention


def unit_of_last_digit(number: Decimal) -> Decimal:
    """Return the unit of the last significant digit of a number.

    Args:
        number: A number of zero or more.

    Returns:
        A power of ten, by which the number can be divided; 0 for 0.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures.conventions import unit_of_last_digit
        >>> [f"{unit_of_last_digit(Decimal(number)):f}" for number in ("70000", "69893", "2090000000", "12.50")]
        ['10000', '1', '10000000', '0.1']
    """
    if not number:
        return Decimal(0)
    _, digits, exponent = number.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal((0, (1,), int(exponent) + zeros))


def bounds(figure: Figure, convention: Convention = DEFAULT, *, computed: bool | None = None) -> Bounds:
    """Return the least and the most that a figure as a source states it may stand for.

    What the source bounds itself (`exact`, `at_least`, `at_most`, `range`) keeps its bounds; `about` and `nearly` get
    those of the convention. The digits of a figure that was converted or split say nothing about it, so that the share
    alone is their limit. The digits of a sum say nothing either, and a sum does not show that it is one: take
    :func:`bounds_of_sum`, or :meth:`maroc_offshoring.totals.Total.bounds`.

    Args:
        figure: The figure.
        convention: What `about` and `nearly` reach.
        computed: Whether the number was computed, so that its digits say nothing; None for what its steps say.

    Returns:
        The bounds; `assumed` says whether the convention gave them.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import bounds
        >>> fes = mo.load().observations["obs-jobs-fes-2019"].figure
        >>> print(fes, "|", fes.lower, "|", bounds(fes))
        nearly 4 500 jobs | None | 4 400 to 4 500 jobs, by convention
    """
    _is_figure(figure)
    known_convention(convention)
    low, high = _ends(figure)
    known = bool(figure.steps) if computed is None else computed
    if figure.qualifier is Qualifier.ABOUT:
        return _widened(figure, low, high, convention, "about", computed=known)
    if figure.qualifier is Qualifier.NEARLY:
        return Bounds(difference(low, convention.reach("nearly", low, computed=known)), high, figure.unit, True)
    return Bounds(low, high, figure.unit, False)


def reading(figure: Figure, convention: Convention = DEFAULT) -> Bounds:
    """Return the least and the most that a figure may stand for if round numbers are roundings.

    A bare 70,000 may be 69,893 rounded. The number of an `exact` figure and the ends of a `range` are widened by what
    they may have been rounded; `at_least` and `at_most` are claims about that very number and stay as they are.

    Args:
        figure: The figure.
        convention: What `about`, `nearly` and rounding reach.

    Returns:
        The bounds; `assumed` unless the source gave both ends.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import reading
        >>> print(reading(mo.Figure(70_000, "job")))
        66 500 to 73 500 jobs, by convention
    """
    _is_figure(figure)
    known_convention(convention)
    if figure.qualifier in (Qualifier.EXACT, Qualifier.RANGE):
        return _widened(figure, *_ends(figure), convention, "rounding", computed=bool(figure.steps))
    return bounds(figure, convention)


def bounds_of_sum(figures: Iterable[Figure], convention: Convention = DEFAULT) -> Bounds:
    """Return the least and the most that figures may add up to.

    Args:
        figures: At least one figure as a source states it; all of the same unit.
        convention: What `about` and `nearly` reach.

    Returns:
        The sum of their lower and of their upper ends.

    Raises:
        UnitMismatch: Where the units differ.
        InvalidField: Where there is nothing to add.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import bounds_of_sum
        >>> print(bounds_of_sum([mo.parse_figure("environ 500 emplois"), mo.parse_figure("300 emplois")]))
        750 to 850 jobs, by convention
    """
    return add_bounds(bounds(figure, convention) for figure in figures)


def same(first: Figure, second: Figure, convention: Convention = DEFAULT) -> bool:
    """Say whether two figures may say the same, qualifiers and rounding allowed for.

    Args:
        first: A figure.
        second: Another of the same unit.
        convention: What `about`, `nearly` and rounding reach.

    Returns:
        True where one number fits both.

    Raises:
        UnitMismatch: Where the units differ.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import same
        >>> (
        ...     same(mo.Figure(70_000, "job"), mo.Figure(69_893, "job")),
        ...     same(mo.Figure(70_000, "job"), mo.Figure(75_000, "job")),
        ... )
        (True, False)
    """
    return gap(first, second, convention) == 0


def gap(first: Figure, second: Figure, convention: Convention = DEFAULT) -> Decimal:
    """Return how far apart two figures are beyond what qualifiers and rounding allow.

    Args:
        first: A figure.
        second: Another of the same unit.
        convention: What `about`, `nearly` and rounding reach.

    Returns:
        The distance between their readings as a share of the larger of the two ends between which it lies; 0 where
        one number fits both.

    Raises:
        UnitMismatch: Where the units differ.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import gap
        >>> print(round(gap(mo.Figure(100_000, "job"), mo.parse_figure("près de 80 000 emplois")), 3))
        0.158
    """
    one, other = reading(first, convention), reading(second, convention)
    if one.meets(other):
        return Decimal(0)
    below, above = (one, other) if one.low < other.low else (other, one)
    return quotient(difference(above.low, below.high or Decimal(0)), above.low)


def _ends(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """The ends of a figure, its word aside: those that it knows, or the number that it prints."""
    if figure.qualifier in (Qualifier.EXACT, Qualifier.NEARLY):
        return figure.number(), figure.value
    if figure.qualifier is Qualifier.AT_LEAST:
        return figure.number(), None
    if figure.qualifier is Qualifier.AT_MOST:
        return figure.low or Decimal(0), figure.value
    if figure.low is None and figure.high is None:
        return figure.number(), figure.value
    return figure.low or Decimal(0), figure.high


def _widened(
    figure: Figure, low: Decimal, high: Decimal | None, convention: Convention, word: str, *, computed: bool
) -> Bounds:
    # Where an approximate figure knows an end, it is a sum, whose digits say nothing.
    computed = computed or (word == "about" and low != high)
    return Bounds(
        difference(low, convention.reach(word, low, computed=computed)),
        None if high is None else total((high, convention.reach(word, high, computed=computed))),
        figure.unit,
        True,
    )


def _is_figure(figure: object) -> None:
    if not isinstance(figure, Figure):
        raise WrongType("figure", figure, "a figure, such as mo.Figure(300, 'job')")
