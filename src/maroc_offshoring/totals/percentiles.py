"""Percentiles and intervals of a simulation, which carry what was assumed to draw it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.derivation.text import heading
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.writing import number_in

ASSUMING = Sentence("en supposant", "assuming", "بافتراض")


@frozen(eq=False, repr=False)
class Percentile:
    """A number below which so many of the draws lie, with all that was assumed.

    Args:
        level: How many draws in a hundred lie at or below it.
        value: The number.
        figure: It as a figure, rounded as it is shown: approximate, unless all draws are alike.
        assumptions: What was assumed, a sentence each.
    """

    level: float
    value: float
    figure: Figure
    assumptions: tuple[Sentence, ...]

    def describe(self, language: str = "en") -> str:
        """Write the percentile with its assumptions.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            One sentence, and a line per assumption.
        """
        said = Sentence.of(
            "{level}\u00a0% des tirages sont inférieurs ou égaux à {figure}",
            "{level}\u00a0% of the draws lie at or below {figure}",
            "{level}\u00a0% من السحوبات أقل من أو تساوي {figure}",
            level=_written(self.level),
            figure=self.figure,
        )
        return _with_assumptions(said, self.assumptions, language)

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<Percentile {self.level:g}: {self.figure}, under {len(self.assumptions)} assumptions>"


@frozen(eq=False, repr=False)
class Interval:
    """Two numbers between which so many of the draws lie, with all that was assumed.

    Args:
        share: How many draws in a hundred lie between them; as many lie below as above.
        low: The lower number.
        high: The upper number.
        unit: Their unit.
        assumptions: What was assumed, a sentence each.
    """

    share: float
    low: float
    high: float
    unit: str
    assumptions: tuple[Sentence, ...]

    def describe(self, language: str = "en") -> str:
        """Write the interval with its assumptions.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            One sentence, and a line per assumption.
        """
        ends = Bounds(shown(self.low), shown(self.high), self.unit, False)
        said = Sentence.of(
            "{share}\u00a0% des tirages sont compris dans\u00a0: {ends}",
            "{share}\u00a0% of the draws lie within {ends}",
            "{share}\u00a0% من السحوبات تقع ضمن {ends}",
            share=_written(self.share),
            ends=Sentence(ends.describe("fr"), ends.describe("en"), ends.describe("ar")),
        )
        return _with_assumptions(said, self.assumptions, language)

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<Interval {self.share:g} %: {self.low:g} to {self.high:g}, under {len(self.assumptions)} assumptions>"


def _written(share: float) -> Sentence:
    number = Decimal(f"{share:g}")
    return Sentence(*(number_in(number, language) for language in ("fr", "en", "ar")))


def _with_assumptions(said: Sentence, assumptions: Sequence[Sentence], language: str) -> str:
    lines = [f"  {each.label(language)}" for each in assumptions]
    return "\n".join([said.label(language), heading(ASSUMING.label(language), language), *lines])


def shown(number: float) -> Decimal:
    """Round a number to what a reader can use.

    Args:
        number: A number that was drawn.

    Returns:
        A whole number from a hundred up, and otherwise two decimals.
    """
    return Decimal(f"{number:.0f}" if number >= 100 else f"{number:.2f}")
