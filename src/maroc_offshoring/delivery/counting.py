"""Which verdicts a summary counts, so that none counts a promise twice."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from maroc_offshoring.delivery.judgement import Judgement
from maroc_offshoring.delivery.verdict import WhyNotCounted
from maroc_offshoring.errors import NotAdditive, UnitMismatch
from maroc_offshoring.figures import remainder


@frozen
class NotCounted:
    """A judgement that a summary does not count.

    Args:
        judgement: The judgement.
        reason: Why not.
        instead: The judgements that are counted in its place; none where the promise that replaced it is not due.
    """

    judgement: Judgement
    reason: WhyNotCounted
    instead: tuple[Judgement, ...] = ()

    def __str__(self) -> str:
        instead = ", ".join(one.promise.id for one in self.instead)
        counted = f"; counted instead: {instead}" if instead else ""
        return f"{self.judgement.figure}  {self.judgement.promise.id}: {self.reason.label('en')}{counted}"


def count_once(judgements: Sequence[Judgement]) -> tuple[tuple[Judgement, ...], tuple[NotCounted, ...]]:
    """Choose the judgements that count.

    A promise that was replaced before its date does not count: what replaced it does, when its own date comes. Of a
    whole and its parts the parts count where they add up to it; otherwise the whole counts, and its parts do not.

    Args:
        judgements: The judgements; only what is among them can contain another.

    Returns:
        Those that count, in the same order, and the others.
    """
    left: dict[int, NotCounted] = {}
    standing: list[int] = []
    for place, one in enumerate(judgements):
        newer = one.stated.replaced_by
        if newer is None:
            standing.append(place)
        else:
            instead = [other for other in judgements if other.promise.id == newer.id and _is_alike(one, other)]
            left[place] = NotCounted(one, WhyNotCounted.REPLACED, tuple(instead))
    whole_of = {place: whole for place in standing if (whole := _whole(place, standing, judgements)) is not None}
    parts: dict[int, list[int]] = {}
    for place, whole in whole_of.items():
        parts.setdefault(whole, []).append(place)

    def choose(place: int, inside: int | None) -> None:
        own = parts.get(place, [])
        if inside is not None:
            left[place] = NotCounted(judgements[place], WhyNotCounted.INSIDE, (judgements[inside],))
        elif own and _covers(judgements[place], [judgements[part] for part in own]):
            counted = tuple(judgements[part] for part in own)
            left[place] = NotCounted(judgements[place], WhyNotCounted.COVERED, counted)
        else:
            inside = place
        for part in own:
            choose(part, inside)

    for place in standing:
        if place not in whole_of:
            choose(place, None)
    counted = tuple(one for place, one in enumerate(judgements) if place not in left)
    return counted, tuple(left[place] for place in sorted(left))


def _is_alike(one: Judgement, other: Judgement) -> bool:
    return one.measure is other.measure


def _whole(place: int, standing: Sequence[int], judgements: Sequence[Judgement]) -> int | None:
    """The nearest whole that is judged too."""
    own = judgements[place]
    for whole in own.stated.wholes:
        for other in standing:
            if judgements[other].promise.id == whole.id and _is_alike(own, judgements[other]):
                return other
    return None


def _covers(whole: Judgement, parts: Sequence[Judgement]) -> bool:
    if any(part.basis is not whole.basis for part in parts):
        return False
    try:
        return remainder(whole.figure, [part.figure for part in parts]) is None
    except (UnitMismatch, NotAdditive):
        return False
