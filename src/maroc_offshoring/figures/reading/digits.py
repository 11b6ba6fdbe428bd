"""Numbers in digits: `1 234,5`, `5.050`, `3.225.571.180,00`; a mark before three digits may group or part them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_LONGEST = 60  # characters; Python's own limit on digits is never met
_MARK = re.compile(r"[^0-9]")
_DECIMAL, _GROUPING = "\u066b", "'\u066c"  # marks that mean one thing only


class Digits(NamedTuple):
    """A number in digits, with what it can mean.

    Args:
        text: The digits and marks.
        grouped: What it is where its mark groups thousands; None where that cannot be.
        pointed: What it is where its mark parts the decimals; None where that cannot be.
        mark: The mark in question, where there are two meanings.
    """

    text: str
    grouped: Decimal | None
    pointed: Decimal | None
    mark: str = ""

    @property
    def only(self) -> Decimal | None:
        """The one thing that it can mean; None where there are two."""
        if self.grouped is not None and self.pointed is not None:
            return None
        return self.pointed if self.grouped is None else self.grouped


def read_digits(text: str) -> Digits | None:
    """Read a number in digits.

    Args:
        text: Digits with marks, as the tokens have them.

    Returns:
        What it can mean; None where it is no number, as `1.2.3` and dates are not.
    """
    if len(text) > _LONGEST:
        return None
    marks, groups = _MARK.findall(text), _MARK.split(text)
    if not marks:
        return Digits(text, Decimal(text), None)
    if _DECIMAL in marks[:-1]:
        return None
    whole = Decimal("".join(groups))
    last = marks[-1]
    pointed = Decimal("".join(groups[:-1]) + "." + groups[-1])
    in_threes = all(len(group) == 3 for group in groups[1:]) and 0 < len(groups[0]) <= 3 and groups[0][0] != "0"
    before_in_threes = all(len(group) == 3 for group in groups[1:-1]) and len(groups[0]) <= 3
    if len(set(marks)) == 1:
        if last in _GROUPING or last == " " or len(marks) > 1:
            return Digits(text, whole, None) if in_threes else None
        if in_threes and last != _DECIMAL:
            return Digits(text, whole, pointed, last)
        return Digits(text, None, pointed)
    if len(set(marks[:-1])) == 1 and last not in _GROUPING and before_in_threes:
        return Digits(text, None, pointed)
    return None
