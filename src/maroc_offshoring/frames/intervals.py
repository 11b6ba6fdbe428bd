"""Figures as columns of numbers that can be summed: the intervals of :mod:`maroc_offshoring.figures.addition`.

A figure is six numbers: its value and whether it has one, the two ends of its interval and whether the upper one is
open, and whether it is approximate. Each of the six adds up, the flags as counts, so a sum of figures is six sums, in
any order and in any grouping.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame
    from maroc_offshoring.frames.survey import Survey

VALUE, VAGUE, LOW, HIGH, OPEN, ABOUT = "_value", "_vague", "_low", "_high", "_open", "_about"
NUMBERS = (VALUE, LOW, HIGH)
FLAGS = (VAGUE, OPEN, ABOUT)
STATE = (*NUMBERS, *FLAGS)
"""The columns of a figure."""
EXACT = (VALUE,)
"""The columns of a figure where all are exact: its bounds are its value."""
WHOLE, PARTS, REST = "_own", "_parts", "_rest"
"""What stands before the columns of a whole, of the sum of its parts, and of what it states beyond them."""

_ROUNDING = 1e-12  # of a sum; a float holds sixteen digits
_APPROXIMATE = [Qualifier.ABOUT.value, Qualifier.NEARLY.value]


def stated(survey: Survey, dtype: nw.dtypes.DType) -> tuple[dict[str, nw.Expr], dict[str, nw.Expr]]:
    """State the figures of a table as intervals.

    Args:
        survey: What the table holds; what it does not hold is not looked for in its rows.
        dtype: The type of its numbers.

    Returns:
        The columns to read of each row; and those of :data:`STATE` that follow from them, of a sum as of a row.
    """
    import narwhals as nw

    def number(name: str) -> nw.Expr:
        return nw.col(name).cast(dtype)

    def either(*conditions: nw.Expr | None) -> nw.Expr | None:
        known = [condition for condition in conditions if condition is not None]
        return reduce(or_, known) if known else None

    def is_one_of(*words: Qualifier) -> nw.Expr | None:
        text = nw.col("qualifier").cast(nw.String())
        here = [word.value for word in words if word.value in survey.qualifiers]
        return either(*((text == nw.lit(word)).fill_null(False) for word in here))

    value = number("value")
    if survey.firm:
        return {VALUE: value}, {}
    zero, none = 0 * value.fill_null(0), nw.lit(0).cast(nw.Int64())
    found, same = {VALUE: value.fill_null(0) if survey.vague else value}, {}
    at_least, at_most = is_one_of(Qualifier.AT_LEAST), is_one_of(Qualifier.AT_MOST)
    about = is_one_of(Qualifier.ABOUT, Qualifier.NEARLY)
    ended = either(*(~nw.col(name).is_null() for name in survey.ends))
    for other in (at_least, at_most):
        if ended is not None and other is not None:
            ended = ended & ~other  # else by its own ends, of which the upper one may be open
    floored, opened = either(ended, at_most), at_least
    if ended is not None:
        opened = either(at_least, ended & nw.col("high").is_null() if "high" in survey.ends else ended)
    if floored is not None or survey.vague:
        low = number("low").fill_null(0) if "low" in survey.ends else zero
        found[LOW] = (value if floored is None else nw.when(floored).then(low).otherwise(value)).fill_null(0)
    if ended is not None or at_least is not None or survey.vague:
        high = number("high").fill_null(0) if "high" in survey.ends else zero
        upper = value if ended is None else nw.when(ended).then(high).otherwise(value)
        found[HIGH] = (upper if at_least is None else nw.when(at_least).then(zero).otherwise(upper)).fill_null(0)
    flags = {VAGUE: nw.col("value").is_null() if survey.vague else None, OPEN: opened, ABOUT: about}
    found |= {name: flag(condition) for name, condition in flags.items() if condition is not None}
    for name in STATE:
        if name not in found:
            same[name] = nw.col(VALUE) if name in NUMBERS else none
    return found, same


def of_exact() -> dict[str, nw.Expr]:
    """State sums of exact figures as all others are."""
    import narwhals as nw

    ends = {name: nw.col(VALUE) for name in (LOW, HIGH)}
    return ends | {name: nw.lit(0).cast(nw.Int64()) for name in FLAGS}


def scaled(factor: nw.Expr, state: tuple[str, ...]) -> dict[str, nw.Expr]:
    """Multiply figures by a rate or a share.

    Args:
        factor: The rate or share.
        state: The columns of a figure.

    Returns:
        The columns that change.
    """
    import narwhals as nw

    return {name: nw.col(name) * factor for name in NUMBERS if name in state}


def flag(condition: nw.Expr) -> nw.Expr:
    """Turn a condition into a number that can be summed: 1 where it holds, 0 where it does not or is not known."""
    import narwhals as nw

    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64())


def bounds(state: tuple[str, ...], dtype: nw.dtypes.DType) -> dict[str, nw.Expr]:
    """Read sums as an answer shows them: the value, and the ends where they are known.

    Args:
        state: The columns of the sums.
        dtype: The type of their numbers.

    Returns:
        `total`, `lower` and `upper`.
    """
    import narwhals as nw

    value, low, high = (nw.col(name).cast(dtype) if name in state else None for name in NUMBERS)
    if value is None or low is None or high is None:
        return {name: nw.col(VALUE).cast(dtype) for name in ("total", "lower", "upper")}
    known = nw.col(ABOUT) == 0
    return {
        "total": nw.when(nw.col(VAGUE) == 0).then(value),
        "lower": nw.when(known).then(low),
        "upper": nw.when(known & (nw.col(OPEN) == 0)).then(high),
    }


def compared(frame: Frame, state: tuple[str, ...]) -> Frame:
    """Compare wholes with the sums of their parts, and say what each whole states beyond them.

    The rules are those of :func:`maroc_offshoring.figures.addition.remainder`, whose names these steps bear.

    Args:
        frame: The columns of the wholes, after :data:`WHOLE`, and of the sums of their parts, after :data:`PARTS`.
        state: The columns of a figure.

    Returns:
        The same with `_even` and `_more`, which say whether the parts add up to the whole and whether it states more,
        and with the columns of the rest, after :data:`REST`.
    """
    import narwhals as nw

    if state == EXACT:
        value = nw.col(WHOLE + VALUE) - nw.col(PARTS + VALUE)
        found = frame.with_columns(value.alias(REST + VALUE))
        even = _same(nw.col(WHOLE + VALUE), nw.col(PARTS + VALUE))
        return found.with_columns(_even=even, _more=(nw.col(REST + VALUE) > 0) & ~even)
    found = frame.with_columns(
        _stated=_middle(WHOLE),
        _taken=_middle(PARTS),
        _opened=nw.col(WHOLE + OPEN) > 0,
        _zero=0 * nw.col(WHOLE + VALUE),
    )
    found = found.with_columns(
        _value=nw.col("_stated") - nw.col("_taken"),
        _floor=nw.max_horizontal(nw.col(WHOLE + LOW) - nw.col(PARTS + HIGH), nw.col("_zero")),
        _ceiling=nw.max_horizontal(nw.col(WHOLE + HIGH) - nw.col(PARTS + LOW), nw.col("_zero")),
        _alike=_same(nw.col("_stated"), nw.col("_taken")),
        _one_vague=(nw.col(WHOLE + VAGUE) > 0) | (nw.col(PARTS + VAGUE) > 0),
        _both_vague=(nw.col(WHOLE + VAGUE) > 0) & (nw.col(PARTS + VAGUE) > 0),
    )
    # Parts that are at most so many may be fewer: their ceiling alone does not reach the whole.
    found = found.with_columns(
        _beyond=(nw.col("_value") > 0) & ~nw.col("_alike"),
        _open_to_more=(nw.col("_stated") > nw.col(PARTS + LOW)) & ~_same(nw.col("_stated"), nw.col(PARTS + LOW)),
    )
    found = found.with_columns(
        _vaguely=nw.col("_one_vague") | ~nw.col("_beyond"),
        _floor=nw.when(nw.col(PARTS + OPEN) > 0).then(nw.col("_zero")).otherwise(nw.col("_floor")),
    )
    # An end is kept where the value is that end: the parts and the rest then still add up to the value of the whole.
    end = nw.when(nw.col("_opened")).then(nw.col("_floor")).otherwise(nw.col("_ceiling"))
    found = found.with_columns(_ended=nw.col("_vaguely") | _same(nw.col("_value"), end))
    same_ends = (
        _same(nw.col(WHOLE + LOW), nw.col(PARTS + LOW))
        & _same(nw.col(WHOLE + HIGH), nw.col(PARTS + HIGH))
        & (nw.col("_opened") == (nw.col(PARTS + OPEN) > 0))
    )
    exact_or_not = ~nw.col("_ended")
    about = (nw.col(WHOLE + ABOUT) > 0) | (nw.col(PARTS + ABOUT) > 0) | exact_or_not
    rest = {
        VALUE: nw.when(nw.col("_vaguely")).then(nw.col("_zero")).otherwise(nw.col("_value")),
        LOW: nw.when(nw.col("_ended")).then(nw.col("_floor")).otherwise(nw.col("_value")),
        HIGH: nw.when(nw.col("_ended")).then(nw.col("_ceiling")).otherwise(nw.col("_value")),
        VAGUE: flag(nw.col("_vaguely")),
        OPEN: flag(nw.col("_ended") & nw.col("_opened")),
        ABOUT: flag(about),
    }
    even = nw.when(nw.col("_both_vague")).then(same_ends).otherwise(nw.col("_alike") & ~nw.col("_one_vague"))
    return found.with_columns(
        _even=even,
        _more=nw.col("_beyond") | (nw.col("_open_to_more") & ~even),
        **{REST + name: rest[name] for name in STATE},
    )


def tightened(state: tuple[str, ...]) -> dict[str, nw.Expr]:
    """State wholes with the floor that their parts give them, as :mod:`maroc_offshoring.figures.addition` does.

    Args:
        state: The columns of a figure.

    Returns:
        The columns.
    """
    import narwhals as nw

    found = {name: nw.col(WHOLE + name) for name in state}
    if LOW in state:
        known = (nw.col(WHOLE + ABOUT) == 0) & (nw.col(PARTS + ABOUT) == 0)
        floor = nw.max_horizontal(nw.col(WHOLE + LOW), nw.col(PARTS + LOW))
        found[LOW] = nw.when(known).then(floor).otherwise(nw.col(WHOLE + LOW))
    return found


def _middle(prefix: str) -> nw.Expr:
    """The number that a figure counts for in a subtraction: its value, or the upper end of its range."""
    import narwhals as nw

    end = nw.when(nw.col(prefix + OPEN) > 0).then(nw.col(prefix + LOW)).otherwise(nw.col(prefix + HIGH))
    return nw.when(nw.col(prefix + VAGUE) > 0).then(end).otherwise(nw.col(prefix + VALUE))


def _same(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Say of two numbers that they are one: floats that were converted differ by what their type cannot hold."""
    return (one - other).abs() <= _ROUNDING * (one + other)
