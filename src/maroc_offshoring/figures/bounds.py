"""Bounds: the least and the most that a figure may stand for, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField, UnitMismatch
from maroc_offshoring.figures.decimals import total
from maroc_offshoring.figures.writing import known_language, number_in


@frozen
class Bounds:
    """The least and the most that a figure may stand for.

    Args:
        low: The least; zero where nothing else is known.
        high: The most; None where it is open.
        unit: The unit of both.
        assumed: Whether a convention of ours gave an end, rather than the source.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.conventions import bounds
        >>> found = bounds(mo.parse_figure("plus de 300 emplois"))
        >>> found.low, found.high, found.assumed
        (Decimal('300'), None, False)
    """

    low: Decimal
    high: Decimal | None
    unit: str
    assumed: bool

    def holds(self, number: Decimal) -> bool:
        """Say whether a number lies within the bounds, ends included.

        Args:
            number: A number in the unit of the bounds.

        Returns:
            True where it does.

        Example:
            >>> from decimal import Decimal
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.figures.conventions import bounds
            >>> found = bounds(mo.parse_figure("entre 200 et 300 emplois"))
            >>> found.holds(Decimal(300)), found.holds(Decimal(301))
            (True, False)
        """
        return self.low <= number and (self.high is None or number <= self.high)

    def meets(self, other: Bounds) -> bool:
        """Say whether some number lies within both bounds.

        Args:
            other: Bounds of the same unit.

        Returns:
            True where one does.

        Raises:
            UnitMismatch: Where the units differ.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.figures.conventions import bounds
            >>> found = bounds(mo.parse_figure("plus de 300 emplois"))
            >>> found.meets(bounds(mo.parse_figure("400 emplois"))), found.meets(bounds(mo.parse_figure("200 emplois")))
            (True, False)
        """
        _same_unit("compare", self.unit, other.unit)
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def describe(self, language: str = "en") -> str:
        """Write the bounds as readers of a language do.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The two ends and the unit, and whether a convention of ours gave them.

        Raises:
            UnknownWord: Where it is another language.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.figures.conventions import bounds
            >>> print(bounds(mo.load().observations["obs-jobs-fes-2019"].figure).describe("fr"))
            4 400 à 4 500 emplois, par convention
        """
        words = _WORDS[known_language(language)]
        numbers = {"low": number_in(self.low, language), "unit": f"\u00a0{units.label(self.unit, language)}"}
        if self.high is None:
            text = words["from"].format(**numbers)
        elif self.low == self.high:
            text = words["point"].format(**numbers)
        else:
            text = words["between"].format(**numbers, high=number_in(self.high, language))
        return f"{text}{words['assumed'] if self.assumed else ''}"

    def __str__(self) -> str:
        return self.describe()


_WORDS = {
    "en": {
        "point": "{low}{unit}",
        "from": "{low} or more{unit}",
        "between": "{low} to {high}{unit}",
        "assumed": ", by convention",
    },
    "fr": {
        "point": "{low}{unit}",
        "from": "{low}{unit} ou plus",
        "between": "{low} à {high}{unit}",
        "assumed": ", par convention",
    },
    "ar": {
        "point": "{low}{unit}",
        "from": "{low}{unit} أو أكثر",
        "between": "{low} إلى {high}{unit}",
        "assumed": "، حسب اصطلاحنا",
    },
}


def add_bounds(terms: Iterable[Bounds]) -> Bounds:
    """Add bounds end by end.

    Args:
        terms: At least one; all of the same unit.

    Returns:
        Their sum; open where one is, assumed where one is.

    Raises:
        UnitMismatch: Where the units differ.
        InvalidField: Where there is nothing to add.
    """
    found = list(terms)
    if not found:
        raise InvalidField("figures", (), "at least one figure to add")
    for term in found:
        _same_unit("add", found[0].unit, term.unit)
    highs = [term.high for term in found]
    return Bounds(
        total(term.low for term in found),
        None if None in highs else total(high for high in highs if high is not None),
        found[0].unit,
        any(term.assumed for term in found),
    )


def _same_unit(action: str, first: str, second: str) -> None:
    if first != second:
        raise UnitMismatch(action, (first, second), "state both in one unit first")
