"""The least and the most that a sum may be, by a convention for `about` and `nearly`.

The digits of a sum say nothing of how far off it may be, and those of a converted or split figure neither. So the
bounds are taken where a source prints a number, and then carried through conversions, splits and families.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from maroc_offshoring.figures import Figure, add
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.conventions import Convention, bounds
from maroc_offshoring.figures.decimals import amount, difference, quotient
from maroc_offshoring.model import Commitment
from maroc_offshoring.totals.families import Family, Term
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.vocabulary import Qualifier

_APPROXIMATE = (Qualifier.ABOUT, Qualifier.NEARLY)


def bounds_of_term(term: Term, convention: Convention) -> Bounds:
    """Return the least and the most that a term of a sum may be.

    Args:
        term: A line, or a whole family.
        convention: What `about` and `nearly` reach.

    Returns:
        The bounds.
    """
    if term.is_whole:
        return bounds_of_family(term.family, convention)
    (line,) = term.lines
    if line.is_remainder:
        return _of_rest(line, term.family, convention)
    return bounds_of_line(line, convention)


def bounds_of_family(family: Family, convention: Convention) -> Bounds:
    """Return the least and the most that all lines of a family together may be.

    Args:
        family: The family.
        convention: What `about` and `nearly` reach.

    Returns:
        What its whole states, at least what its parts come to; where its parts exceed the whole, what they come to.
        What the whole states at most prevails over what the convention takes its parts to be at least.
    """
    if not family.parts:
        return add_bounds(bounds_of_line(line, convention) for line in family.own)
    parts = bounds_of_parts(family, convention)
    whole = bounds_of_whole(family, convention)
    if whole is None:
        return parts
    raised = parts.low > whole.low
    low = max(parts.low, whole.low)
    low = low if whole.high is None else min(low, whole.high)
    return Bounds(low, whole.high, whole.unit, whole.assumed or (raised and parts.assumed))


def bounds_of_parts(family: Family, convention: Convention) -> Bounds:
    """Return the least and the most that the parts of a family come to.

    Args:
        family: A family with parts.
        convention: What `about` and `nearly` reach.

    Returns:
        The bounds.
    """
    return add_bounds(bounds_of_family(part, convention) for part in family.parts)


def bounds_of_whole(family: Family, convention: Convention) -> Bounds | None:
    """Return the least and the most that the whole of a family states, whatever its parts are.

    Args:
        family: A family with parts.
        convention: What `about` and `nearly` reach.

    Returns:
        The bounds; None where its parts exceed it, so that what it states does not hold.
    """
    if family.closing is None or not family.stated:
        return None
    stated = add(family.stated)
    is_sum = len(family.stated) > 1 or _is_sum(family, stated)
    return _carried(family.closing, stated, convention, computed=is_sum)


def bounds_of_line(line: Line, convention: Convention) -> Bounds:
    """Return the least and the most that a line may be which is no remainder.

    Args:
        line: The line.
        convention: What `about` and `nearly` reach.

    Returns:
        The bounds of what its source prints, converted and split as the line is.
    """
    return _carried(line.figure, line.stated, convention, computed=False)


def end_of(figure: Figure) -> Decimal:
    """Return the number by which figures of one kind compare: the value, or the upper or lower end.

    Args:
        figure: A figure.

    Returns:
        The number.
    """
    if figure.value is not None:
        return figure.value
    return figure.high if figure.high is not None else figure.low or Decimal(0)


def share_of_own(line: Line, own: Sequence[Line]) -> Decimal:
    """Return which share a line is of the lines that one figure of a record was split into.

    Args:
        line: One of them.
        own: All of them.

    Returns:
        The share, 0 to 1.
    """
    together = sum((end_of(other.figure) for other in own), Decimal(0))
    return quotient(end_of(line.figure), together) if together else quotient(Decimal(1), Decimal(len(own)))


def _carried(figure: Figure, stated: Figure, convention: Convention, *, computed: bool) -> Bounds:
    """The bounds of a figure that was computed from what a source prints."""
    own = bounds(figure, convention, computed=True)
    if figure.qualifier not in _APPROXIMATE or stated.qualifier not in _APPROXIMATE:
        return own
    printed = bounds(stated, convention, computed=computed)
    before, after = end_of(stated), end_of(figure)
    if before == after or not before:
        return Bounds(printed.low, printed.high, figure.unit, True)
    ratio = quotient(after, before)
    high = None if printed.high is None else amount(printed.high, ratio)
    return Bounds(amount(printed.low, ratio), high, figure.unit, True)


def _of_rest(line: Line, family: Family, convention: Convention) -> Bounds:
    """The bounds of what a whole states beyond its parts, or of its share of that."""
    whole = bounds_of_family(family, convention)
    parts = bounds_of_parts(family, convention)
    low = Decimal(0) if parts.high is None else max(difference(whole.low, parts.high), Decimal(0))
    high = None if whole.high is None else max(difference(whole.high, parts.low), Decimal(0))
    if len(family.own) > 1:
        share = share_of_own(line, family.own)
        low, high = amount(low, share), None if high is None else amount(high, share)
    return Bounds(low, high, whole.unit, whole.assumed or parts.assumed)


def _is_sum(family: Family, stated: Figure) -> bool:
    """Say whether what a whole states is the sum of several of its pledges, whose digits say nothing."""
    if not isinstance(family.record, Commitment):
        return False
    return all(
        (pledge.figure is None or (pledge.figure.value, pledge.figure.unit) != (stated.value, stated.unit))
        for pledge in family.record.pledges
    )
