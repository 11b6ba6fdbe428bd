"""Narrowing a series to some of its strands: one test of a subject for the keywords of every call that narrows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from maroc_offshoring.errors import UnknownUnit
from maroc_offshoring.measures import Measure
from maroc_offshoring.series.subject import Subject, in_order
from maroc_offshoring.units import parts
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope, Segment

ANY = "any"
"""What a keyword says that narrows nothing; None says that the source states none."""


def narrowing(
    *, segment: object = ANY, basis: object = ANY, scope: object = ANY, perimeter: object = ANY, unit: object = ANY
) -> Callable[[Subject], bool]:
    """Read what a series is to be narrowed to.

    Args:
        segment: A branch, or several that are counted together; None for the whole sector.
        basis: `stock`, `flow` or `cumulative`.
        scope: The sector counted.
        perimeter: The export series; None where the source does not say.
        unit: The unit, such as `MAD`.

    Returns:
        A test of subjects.

    Raises:
        UnknownWord: Where a word is not known; the nearest are suggested.
    """
    wanted: dict[str, object] = {}
    if segment != ANY:
        wanted["segments"] = segments(segment)
    if basis != ANY:
        wanted["basis"] = Basis.of(basis)
    if scope != ANY:
        wanted["scope"] = Scope.of(scope)
    if perimeter != ANY:
        wanted["perimeter"] = None if perimeter is None else Perimeter.of(perimeter)
    if unit != ANY:
        wanted["unit"] = _unit(unit)
    return lambda subject: all(getattr(subject, name) == value for name, value in wanted.items())


def segments(asked: object) -> tuple[Segment, ...]:
    """Read the branches that are counted together.

    Args:
        asked: A branch, several of them, or None for the whole sector.

    Returns:
        The branches in the order of the vocabulary.

    Raises:
        UnknownWord: Where one is not known.
    """
    return () if asked is None else in_order(tuple(map(Segment.of, each(asked))))


def each(asked: object) -> tuple[object, ...]:
    """Return what a keyword asks for as several: a list stays one, a word becomes one of one.

    Args:
        asked: A word, or several.

    Returns:
        The words.
    """
    return tuple(asked) if isinstance(asked, Iterable) and not isinstance(asked, str) else (asked,)


def _unit(asked: object) -> str:
    known = sorted({unit for measure in Measure for unit in measure.units})
    if not isinstance(asked, str) or asked not in known:
        try:
            return str(parts(asked))  # type: ignore[arg-type]
        except UnknownUnit:
            raise UnknownUnit("unit", asked, known) from None
    return asked


def advice(subjects: Sequence[Subject]) -> str:
    """Say how to choose one of several strands.

    Args:
        subjects: What the strands are about.

    Returns:
        A sentence that shows the call which takes the first of them.
    """
    first = subjects[0]
    differing = {name for subject in subjects for name in first.differences(subject)}
    told = [_told(name, first) for name in ("basis", "segments", "scope", "perimeter", "unit") if name in differing]
    if not told:
        return "Take them one by one: series.strands"
    return f"Take one of series.strands, or narrow it: series.only({', '.join(told)})"


def _told(name: str, subject: Subject) -> str:
    value = getattr(subject, name)
    if name == "segments":
        words = [str(segment) for segment in value]
        return f"segment={words[0]!r}" if len(words) == 1 else f"segment={words or None}"
    return f"{name}={None if value is None else str(value)!r}"
