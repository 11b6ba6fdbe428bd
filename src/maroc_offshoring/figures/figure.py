"""A figure: a number as a source states it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, fields, frozen

from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, NoSingleFigure, WrongType
from maroc_offshoring.figures import addition  # the two need each other, but not before they are used
from maroc_offshoring.figures.decimals import amount, decimal, grouped
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    import pint


@frozen
class Step:
    """One thing that was done to a figure: a conversion, a deflation, a split.

    Args:
        action: `convert`, `deflate` or `split`.
        factor: What the figure was multiplied by.
        unit: The unit of the factor, as in `EUR/MAD`.
        year: The year of the rate or index, where it has one.
        kind: What kind of rate, index or weight it is: `average`, `estimate`, `CPI`, `equally`…
        source: Who publishes the rate or index.
        note: What else a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> euros = mo.convert(mo.parse_figure("65 MDH"), to="EUR", on=2022)
        >>> step = euros.steps[0]
        >>> step.action, step.unit, step.year, step.kind
        ('convert', 'EUR/MAD', 2022, 'average')
    """

    action: str
    factor: Decimal
    unit: str
    year: int | None = None
    kind: str = ""
    source: str = ""
    note: str = ""

    def __str__(self) -> str:
        about = ", ".join(str(part) for part in (self.kind, self.year) if part)
        text = f"{self.action} × {grouped(self.factor)} {self.unit}".rstrip()
        text += f" ({about})" if about else ""
        text += f", {self.source}" if self.source else ""
        return f"{text}; {self.note}" if self.note else text


def _steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(value)


def _value(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else decimal(value)


def _low(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else decimal(value, "low")


def _high(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else decimal(value, "high")


def _qualifier(value: Qualifier | str) -> Qualifier:
    if type(value) is Qualifier:
        return value
    try:
        return Qualifier.of(value)
    except MarocOffshoringError as error:
        raise error.within("qualifier") from None


def _unit(value: str) -> str:
    return _written(value) if isinstance(value, str) else str(units.parts(value))


@lru_cache(maxsize=512)
def _written(unit: str) -> str:
    return str(units.parts(unit))


_EXACT = Qualifier.EXACT


@frozen
class Figure(Shown):
    """A number with its unit, how firmly it is stated, and its bounds where they are known.

    `value` is what the source prints. What the number may be lies between `lower` and `upper`, each None where it is
    open: an exact figure is both; `at_least` has no upper bound; `at_most` starts at zero; a `range` has two bounds and
    no value; `about` and `nearly` have a value and no bounds (:mod:`maroc_offshoring.figures.conventions` reads some
    into them, when it is asked).

    Args:
        value: The number; None for a range.
        unit: Its unit, such as `job`, `MAD`, `MAD_2015` or `MAD/job`; see :mod:`maroc_offshoring.units`.
        qualifier: How firmly it is stated.
        low: The lower end of a range, or a known floor.
        high: The upper end of a range, or a known ceiling.
        as_printed: The words of the source that give it.
        steps: What was computed to get it, first step first; not part of its identity.

    Raises:
        InvalidField: Where the number is negative, or the parts do not fit the qualifier.
        WrongType: Where a number is a float or no number.
        UnknownUnit: Where the unit is not known.

    Example:
        >>> import maroc_offshoring as mo
        >>> saccom = mo.load().commitments["2020-07-10-saccom-oujda-1000"].pledges[0].figure
        >>> saccom.value, saccom.unit, saccom.as_printed
        (Decimal('1000'), 'job', '1.000 emplois à terme')
    """

    value: Decimal | None = field(converter=_value)
    unit: str = field(converter=_unit)
    qualifier: Qualifier = field(default=Qualifier.EXACT, converter=_qualifier)
    low: Decimal | None = field(default=None, converter=_low)
    high: Decimal | None = field(default=None, converter=_high)
    as_printed: str | None = None
    steps: tuple[Step, ...] = field(default=(), converter=_steps, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.qualifier is _EXACT and self.value is not None and self.low is self.high is None:
            return  # as most figures are
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidField("low", self.low, f"a lower end that is not above the upper end, {self.high}")
        bounded = self.low is not None or self.high is not None
        match self.qualifier:
            case Qualifier.RANGE:
                if self.value is not None and (self.low is None or self.high is not None):
                    raise InvalidField("value", self.value, "no value in a range: it has low and high")
                if not bounded:
                    raise InvalidField("low", None, "the ends of the range")
            case Qualifier.ABOUT if bounded:
                pass  # a sum that is approximate may know an end, and need not have a value
            case _ if self.value is None:
                raise InvalidField("value", None, f"a number for a figure that is {self.qualifier.value}")
            case Qualifier.AT_MOST if self.high is not None:
                raise InvalidField("high", self.high, "no upper end beside the value, which is the most it can be")
            case Qualifier.AT_MOST:
                pass  # a floor may be known
            case _ if bounded:
                expected = f"no ends for a figure that is {self.qualifier.value}; use qualifier='range'"
                raise InvalidField("low", self.low, expected)
            case _:
                pass
        below = self.value is not None and self.low is not None and self.value < self.low
        above = self.value is not None and self.high is not None and self.value > self.high
        if below or above:
            raise InvalidField("value", self.value, f"a number between the ends, {self.low} and {self.high}")

    @classmethod
    def of(cls, value: Figure | str) -> Figure:
        """Hand a figure through, or read one as the press prints it.

        Args:
            value: A figure, or a text such as `"plus de 300 emplois"`.

        Returns:
            The figure.

        Raises:
            UnreadableFigure: Where the text cannot be read in one way only.
            WrongType: Where it is neither.

        Example:
            >>> from maroc_offshoring.figures import Figure
            >>> print(Figure.of("65 MDH"))
            65 000 000 MAD
        """
        if isinstance(value, Figure):
            return value
        if isinstance(value, str):
            from maroc_offshoring.figures.reading import parse_figure

            return parse_figure(value)
        raise WrongType("figure", value, "a Figure, or a text such as '65 MDH'")

    @property
    def lower(self) -> Decimal | None:
        """The least that the number can be; None where that is not known."""
        match self.qualifier:
            case Qualifier.EXACT | Qualifier.AT_LEAST:
                return self.value
            case Qualifier.AT_MOST:
                return self.low or Decimal(0)
            case Qualifier.RANGE:
                return self.low
            case _:
                return None

    @property
    def upper(self) -> Decimal | None:
        """The most that the number can be; None where that is open or not known."""
        match self.qualifier:
            case Qualifier.EXACT | Qualifier.AT_MOST:
                return self.value
            case Qualifier.RANGE:
                return self.high
            case _:
                return None

    @property
    def currency(self) -> str | None:
        """The currency, where the figure is money."""
        return units.parts(self.unit).currency

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The value as a pint quantity in our registry.

        Raises:
            NoSingleFigure: For a range, which has no single number.
        """
        return units.Quantity(self.number("quantity"), self.unit)

    def number(self, what: str = "the figure") -> Decimal:
        """Return the value, or say why there is none.

        Args:
            what: What it is asked for, for the message.

        Returns:
            The value.

        Raises:
            NoSingleFigure: For a range.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.parse_figure("plus de 300 emplois").number()
            Decimal('300')
            >>> mo.parse_figure("entre 200 et 300 emplois").number()
            Traceback (most recent call last):
            maroc_offshoring.errors.NoSingleFigure: the figure has no single number: it is a range, between 200 ...
        """
        if self.value is None:
            raise NoSingleFigure(what, f"it is a range, {self}", "use .lower and .upper")
        return self.value

    def times(self, factor: Decimal, unit: str, step: Step) -> Figure:
        """Multiply the figure by a rate, an index ratio or a share.

        Args:
            factor: What to multiply by.
            unit: The unit of the result.
            step: What was done, kept among the steps.

        Returns:
            The new figure, with the same qualifier; what the source prints stays with the original.

        Example:
            >>> from decimal import Decimal
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.figures import Step
            >>> half = Step("split", Decimal("0.5"), "", kind="equally")
            >>> print(mo.parse_figure("plus de 300 emplois").times(Decimal("0.5"), "job", half))
            at least 150 jobs
        """

        def scaled(number: Decimal | None) -> Decimal | None:
            return None if number is None else amount(number, factor)

        value, low, high = scaled(self.value), scaled(self.low), scaled(self.high)
        return Figure(value, unit, self.qualifier, low, high, steps=(*self.steps, step))

    def __add__(self, other: Figure) -> Figure:
        if not isinstance(other, Figure):
            return NotImplemented
        return addition.add_two(self, other)

    def __radd__(self, other: object) -> Figure:
        return self if other == 0 and isinstance(other, int) else NotImplemented  # so that sum() works

    def describe(self, language: str = "en") -> str:
        """Write the figure as readers of a language do.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            How firmly it is stated, its number or its ends, and its unit.

        Raises:
            UnknownWord: Where it is another language.

        Example:
            >>> import maroc_offshoring as mo
            >>> print(mo.parse_figure("plus de 300 emplois").describe("fr"))
            au moins 300 emplois
        """
        return figure_in(self, language)

    def __str__(self) -> str:
        return figure_in(self)


_SETTERS: tuple[Callable[[Figure, Any], None], ...] = tuple(
    getattr(Figure, field.name).__set__ for field in fields(Figure)
)


def exact_figure(value: Decimal, unit: str) -> Figure:
    """Make what `Figure(value, unit)` makes, for a sum: the number is checked, the unit was when its terms were made.

    Args:
        value: The number.
        unit: The unit of a figure.

    Returns:
        The figure.

    Raises:
        InvalidField: Where the number has too many digits.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures.figure import Figure, exact_figure
        >>> exact_figure(Decimal(300), "job") == Figure(300, "job")
        True
    """
    put_value, put_unit, put_qualifier, put_low, put_high, put_as_printed, put_steps = _SETTERS
    made = object.__new__(Figure)
    put_value(made, decimal(value))
    put_unit(made, unit)
    put_qualifier(made, _EXACT)
    put_low(made, None)
    put_high(made, None)
    put_as_printed(made, None)
    put_steps(made, ())
    return made
