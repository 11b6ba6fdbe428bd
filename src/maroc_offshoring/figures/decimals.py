"""Exact decimals: reading them strictly, and arithmetic that no caller's settings can change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal, Inexact
from functools import lru_cache, reduce
from typing import Any

from maroc_offshoring.errors import InvalidField, WrongType

_WRITTEN = r"[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?"

_BEFORE_POINT, _AFTER_POINT = 40, 100  # digits; computed figures have many more after the point than stated ones
_NOTHING, _ONE = Decimal(0), Decimal(1)
# Sums are exact: a figure has few enough digits, and a sum that would round is refused by the trap.
_SUMS = Context(prec=400, traps=[Inexact])
# Rates, index ratios and weights keep this many digits.
_QUOTIENTS = Context(prec=28)
_WIDE = Context(prec=100)
# An amount that a rate, an index or a split gives is kept to fifteen decimals: sums of such amounts are then
# exact in ordinary decimal arithmetic too, so that whoever adds up the parts of a total finds the total.
_AMOUNT = Decimal("1E-15")
_LEAST_SHOWN = Decimal("0.000001")


def decimal(value: object, field: str = "value") -> Decimal:
    """Read a number without losing or inventing a digit.

    Args:
        value: An int, a Decimal, or its digits as text (`"1234.5"`).
        field: What it is, for the message.

    Returns:
        The same number as a Decimal.

    Raises:
        WrongType: For a float, which is already rounded, and for anything else.
        InvalidField: For a negative or infinite number, and for a text that is not plain digits.
    """
    number = value if type(value) is Decimal else _number(value, field)
    if number.same_quantum(_ONE) and number.adjusted() < _BEFORE_POINT and not number.is_signed():
        return number  # a whole number, as most are: taking it apart would cost more than all else
    if not number.is_finite() or number.is_signed():
        raise InvalidField(field, value, "a number of zero or more")
    exponent = number.as_tuple().exponent
    if number and (number.adjusted() >= _BEFORE_POINT or (isinstance(exponent, int) and exponent < -_AFTER_POINT)):
        expected = f"at most {_BEFORE_POINT} digits before the point and {_AFTER_POINT} after it"
        raise InvalidField(field, f"{number:.6e}", expected)
    return number


def _number(value: object, field: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise WrongType(field, value, "an int, a Decimal or digits as text; write Decimal('1.5') for 1.5")
    if isinstance(value, str) and not re.fullmatch(_WRITTEN, value):
        raise InvalidField(field, value, "plain digits such as '1234.5'; mo.parse_figure reads what the press prints")
    return _whole(value) if type(value) is int else Decimal(value)


# Announced figures are round: many records share one object for each.
_whole = lru_cache(maxsize=4096)(Decimal)


def optional_decimal(value: object, field: str) -> Decimal | None:
    """Read a number that may be absent.

    Args:
        value: None, or a number as :func:`decimal` reads it.
        field: What it is, for the message.

    Returns:
        The number, or None.
    """
    return None if value is None else decimal(value, field)


def total(numbers: Iterable[Decimal]) -> Decimal:
    """Add numbers exactly.

    Args:
        numbers: The numbers.

    Returns:
        Their sum, with every digit; the same in any order.
    """
    return reduce(exact_sum, numbers, _NOTHING)


exact_sum: Callable[[Any, Any], Decimal] = _SUMS.add
"""Add two numbers exactly."""


def difference(first: Decimal, second: Decimal) -> Decimal:
    """Subtract exactly.

    Args:
        first: What is subtracted from.
        second: What is subtracted.

    Returns:
        The difference, with every digit.
    """
    return _SUMS.subtract(first, second)


def exact_product(first: Decimal, second: Decimal) -> Decimal:
    """Multiply exactly.

    Args:
        first: A factor.
        second: The other.

    Returns:
        The product, with every digit.
    """
    return _SUMS.multiply(first, second)


def amount(number: Decimal, factor: Decimal) -> Decimal:
    """Multiply an amount by a rate or an index ratio, to the fifteenth decimal.

    Args:
        number: The amount.
        factor: What to multiply it by.

    Returns:
        The product; exact where it has at most fifteen decimals.
    """
    return _kept(exact_product(number, factor), ROUND_HALF_EVEN)


def _kept(number: Decimal, rounding: str) -> Decimal:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -15:
        return number
    return number.quantize(_AMOUNT, rounding, _WIDE)


def share(number: Decimal, weight: Decimal, whole: Decimal) -> Decimal:
    """Take a share of a number, rounded down at its fifteenth decimal.

    Args:
        number: The number.
        weight: The weight of the share.
        whole: The sum of the weights.

    Returns:
        The share.
    """
    # Rounded down, so that what is left for the last share is never negative.
    return _kept(_WIDE.divide(exact_product(number, weight), whole), ROUND_DOWN)


def quotient(first: Decimal, second: Decimal) -> Decimal:
    """Divide, keeping 28 digits.

    Args:
        first: What is divided.
        second: What it is divided by.

    Returns:
        The quotient.
    """
    return _QUOTIENTS.divide(first, second)


def rounded(number: Decimal, places: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Round a number to some decimals, whatever the caller's settings and however many digits it has before the point.

    Args:
        number: The number.
        places: How many decimals.
        rounding: Which way, as :mod:`decimal` names it: to the nearest, and of two to the even one, unless given.

    Returns:
        A number with so many decimals.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures.decimals import rounded
        >>> rounded(Decimal("66.6667"), 2)
        Decimal('66.67')
    """
    return number.quantize(Decimal((0, (1,), -places)), rounding, _WIDE)


def grouped(number: Decimal) -> str:
    """Write a number with its thousands apart, as French and English readers both understand.

    Args:
        number: The number.

    Returns:
        Its digits in groups of three with narrow no-break spaces; at most six decimals, for display alone.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures.decimals import grouped
        >>> print(grouped(Decimal("13000000000")))
        13 000 000 000
    """
    if number and abs(number) < _LEAST_SHOWN:
        return f"less than {_LEAST_SHOWN:f}"
    shown = number if number == number.to_integral_value() else rounded(number, 6 if number < 1 else 2)
    text = f"{shown:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", "\u202f")
