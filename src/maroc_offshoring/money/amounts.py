"""Amounts as callers hold them: the years they are of, and the numbers that a rate or an index multiplies.

An amount is a figure, or a pint quantity of our registry over a Decimal or an array. An array of floats stays one of
floats; an array of Decimals stays exact. numpy is imported only where a caller has made an array with it.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeGuard

from maroc_offshoring import units
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, UnitMismatch, WrongType
from maroc_offshoring.figures.decimals import amount as multiplied
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.money.origins import as_year

if TYPE_CHECKING:
    import pint

When = int | str | dt.date | PartialDate | Period
"""A year, or a date or period that lies in one."""


def year_of(value: object, name: str, call: str) -> int:
    """Return the one year that a date or period lies in.

    Args:
        value: A year, or a date or period in any form that :meth:`maroc_offshoring.dates.Period.of` reads.
        name: The argument it was given for.
        call: A call that is right, for the message.

    Returns:
        The year.

    Raises:
        InvalidDate: Where a text is no date.
        InvalidField: Where it spans several years.
        WrongType: Where it is missing, or no date at all.
    """
    if isinstance(value, (str, dt.date, PartialDate, Period)):
        found = Period.of(value).year
        if found is None:
            raise InvalidField(name, str(value), f"a date or period within one year: {call}")
        return found
    if value is None or is_array(value):
        raise WrongType(name, value, f"the year: {call}")
    return as_year(value, name)


def is_array(value: object) -> TypeGuard[Any]:
    """Say whether something is a column of values rather than one.

    Args:
        value: Anything.

    Returns:
        True for a list, a tuple, a numpy array and what numpy reads as one (a pandas or Polars Series).
    """
    return isinstance(value, (list, tuple)) or (hasattr(value, "__array__") and getattr(value, "ndim", 1) > 0)


def unit_of(amount: object, call: str) -> str:
    """Return the unit of a figure or a quantity, as figures write it.

    Args:
        amount: A figure, or a quantity of our registry.
        call: A call that is right, for the message.

    Returns:
        The unit: `MAD`, `MAD_2015`, `MAD/job`.

    Raises:
        UnitMismatch: Where the quantity is a product of units that no figure has.
        WrongType: Where it is neither a figure nor a quantity of our registry.
    """
    if isinstance(amount, Figure):
        return amount.unit
    pint = sys.modules.get("pint")  # where nobody imported it there is no quantity
    if pint is None or not isinstance(amount, pint.Quantity):
        raise WrongType("amount", amount, f"a Figure or a quantity, which say their unit: {call}")
    if not isinstance(amount, units.registry().Quantity):
        raise WrongType("amount", amount, "a quantity of the library's own registry: mo.units.Quantity(amount, 'MAD')")
    powers = dict(amount.unit_items())
    tops = [unit for unit, power in powers.items() if power == 1]
    bottoms = [unit for unit, power in powers.items() if power == -1]
    if len(tops) != 1 or len(bottoms) > 1 or len(powers) != len(tops) + len(bottoms):
        raise UnitMismatch(
            "convert or deflate", [str(amount.units)], "an amount is money, or money per one thing such as 'MAD/job'"
        )
    return "/".join(tops + bottoms)


def scaled(quantity: pint.Quantity[Any], factor: Decimal, unit: str) -> pint.Quantity[Any]:
    """Multiply a quantity by one factor, and give it the unit of the result.

    Args:
        quantity: A Decimal or an array of amounts.
        factor: The rate, or the ratio of prices.
        unit: The unit of the result.

    Returns:
        The new quantity: Decimal to the fifteenth decimal, or floats where the array was one of floats or of integers.

    Raises:
        WrongType: For a single float, and for an array of anything but numbers.
    """
    magnitude: Any = quantity.magnitude
    if not _is_column(magnitude):
        return units.Quantity(multiplied(_exact(magnitude), factor), unit)
    if _is_exact(magnitude):
        return units.Quantity(_each(magnitude, [factor] * magnitude.size), unit)
    return units.Quantity(magnitude * float(factor), unit)


def scaled_by_year(
    quantity: pint.Quantity[Any],
    years: object,
    unit: str,
    *,
    name: str,
    held: tuple[int, ...],
    factor_of: Callable[[int], Decimal],
) -> pint.Quantity[Any]:
    """Multiply each amount of an array by the factor of its own year.

    Args:
        quantity: An array of amounts.
        years: As many years, or dates that lie in one year each.
        unit: The unit of the result.
        name: The argument that the years were given for.
        held: The years that have a factor, first year first.
        factor_of: The factor of a year; it raises where there is none.

    Returns:
        The new quantity, as for :func:`scaled`.

    Raises:
        InvalidField: Where there are not as many years as amounts.
        RateNotFound: Where one of the years has no rate or index: nothing is left empty.
        WrongType: Where the amount is a single one, or the years are no whole numbers or dates.
    """
    magnitude: Any = quantity.magnitude
    if not _is_column(magnitude):
        raise WrongType(name, years, "one year for one amount; several years go with an array of amounts")
    import numpy as np

    if isinstance(years, (list, tuple)):
        years = [year_of(year, name, "one year per amount") for year in years]
    each: Any = np.asarray(years)
    if each.size and each.dtype.kind not in "iu":
        raise WrongType(name, years, "an array of whole years; pandas and Polars give them with .dt.year")
    if each.shape != magnitude.shape:
        raise InvalidField(name, f"years of shape {each.shape}", f"one year per amount: the shape {magnitude.shape}")
    if _is_exact(magnitude):
        known = cache(factor_of)
        return units.Quantity(_each(magnitude, [known(year) for year in each.flat]), unit)
    return units.Quantity(magnitude * _floats(each, held, factor_of) if each.size else magnitude * 1.0, unit)


def _floats(years: Any, held: tuple[int, ...], factor_of: Callable[[int], Decimal]) -> Any:
    """The factor of each of many years: a table with a place for every year, read by position."""
    import numpy as np

    first, last = (held[0], held[-1]) if held else (0, 0)
    for year in (int(years.min()), int(years.max())):
        if not held or not first <= year <= last:
            factor_of(year)  # says what is missing
    table = np.full(last - first + 1, np.nan)
    for year in held:
        table[year - first] = float(factor_of(year))
    found = table[years - first]
    if len(held) < len(table) and (gaps := years[np.isnan(found)]).size:
        factor_of(int(gaps[0]))
    return found


def _is_column(magnitude: object) -> bool:
    numpy = sys.modules.get("numpy")  # where nobody imported it there is no array
    return numpy is not None and isinstance(magnitude, numpy.ndarray)


def _is_exact(column: Any) -> bool:
    """Whether an array holds Decimals rather than floats; it is refused where it holds neither."""
    if column.dtype.kind not in "Ofiu":
        raise WrongType("amount", column, "an array of floats, of integers or of Decimals")
    return bool(column.dtype.kind == "O")


def _exact(number: object) -> Decimal:
    if isinstance(number, Decimal):
        return number
    if isinstance(number, int) and not isinstance(number, bool):
        return Decimal(number)
    raise WrongType("amount", number, "a Decimal: a float is already rounded; mo.units.Quantity(Decimal('1.5'), 'MAD')")


def _each(column: Any, factors: Iterable[Decimal]) -> Any:
    import numpy as np

    result: Any = np.empty(column.shape, dtype=object)
    result.flat = [multiplied(_exact(number), factor) for number, factor in zip(column.flat, factors, strict=True)]
    return result
