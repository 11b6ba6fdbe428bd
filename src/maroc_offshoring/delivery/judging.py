"""From evidence to a verdict, without a guess: what is not certain is not said to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import frozen

from maroc_offshoring.delivery.evidence import Evidence, noted
from maroc_offshoring.delivery.promise import Promise
from maroc_offshoring.delivery.verdict import Caveat, Coverage, Shows, Timing, Verdict, Way
from maroc_offshoring.delivery.weighing import Scale, SetAside
from maroc_offshoring.figures.conventions import Convention
from maroc_offshoring.model import Observation
from maroc_offshoring.vocabulary import Basis


@frozen
class Ruling:
    """A verdict, and what it rests on.

    Args:
        verdict: The verdict.
        rests_on: The evidence that it rests on, the most telling first; of a contested one, one piece of each side.
        evidence: All the evidence.
        set_aside: Observations of the right thing that could not judge.
        readings: Where the source does not say what it counts: the verdict of each reading.
    """

    verdict: Verdict
    rests_on: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    set_aside: tuple[SetAside, ...]
    readings: tuple[tuple[Basis, Verdict], ...] = ()


def rule(promise: Promise, observations: Sequence[Observation], convention: Convention) -> Ruling:
    """Judge a promise whose date has passed.

    Args:
        promise: The promise.
        observations: What was measured of its measure.
        convention: What `about` and `nearly` reach.

    Returns:
        The verdict with what it rests on.
    """
    if promise.basis is not None:
        return _read_as(promise, promise.basis, observations, convention)
    first, second = (_read_as(promise, basis, observations, convention) for basis in (Basis.LEVEL, Basis.ADDITIONAL))
    readings = ((Basis.LEVEL, first.verdict), (Basis.ADDITIONAL, second.verdict))
    evidence = _in_order({_identity(found): found for found in (*second.evidence, *first.evidence)}.values())
    aside = {left.observation.id: left for left in (*second.set_aside, *first.set_aside)}
    used = {observation.id for found in evidence for observation in found.observations}
    set_aside = tuple(left for name, left in sorted(aside.items()) if name not in used)
    rests_on = tuple({_identity(found): found for found in (*first.rests_on, *second.rests_on)}.values())
    return Ruling(_of_both(first.verdict, second.verdict), rests_on, evidence, set_aside, readings)


def _of_both(first: Verdict, second: Verdict) -> Verdict:
    """The verdict of two readings: what both say; less than that where they differ."""
    if first is second:
        return first
    if {first, second} == {Verdict.MET, Verdict.MISSED} or Verdict.CONTESTED in (first, second):
        return Verdict.CONTESTED
    return Verdict.PARTLY


def _identity(found: Evidence) -> tuple[object, ...]:
    return found.sort_key()


def _read_as(promise: Promise, basis: Basis, observations: Sequence[Observation], convention: Convention) -> Ruling:
    scale = Scale(promise, basis, convention)
    scale.weigh(observations)
    evidence = _in_order([*scale.evidence, *noted(promise)])
    verdict, rests_on = _verdict(evidence)
    aside = [left for left in scale.set_aside if _is_of_its_time(left, promise)]
    aside.sort(key=lambda left: left.observation.id)
    return Ruling(verdict, rests_on, _worth_showing(evidence, rests_on), tuple(aside))


def _worth_showing(evidence: Sequence[Evidence], rests_on: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Leave out what tells a reader nothing: long before the date, long after it, or of something else."""
    own = [found for found in evidence if found.shows is not Shows.NOTHING or found.coverage is Coverage.SAME]
    undecided = [found for found in own if found.timing is Timing.EARLY and not found.is_decisive]
    before = sorted({found.rank_in_time for found in undecided})[-_BEFORE:]
    late = [found for found in own if found.timing is Timing.LATE]
    after = {min(found.rank_in_time for found in some) for some in (late, [e for e in late if e.reached]) if some}
    return tuple(
        found
        for found in own
        if found in rests_on
        or (found.rank_in_time in before if found in undecided else found not in late or found.rank_in_time in after)
    )


_BEFORE = 3
"""How many of the last dates before that of a promise are shown, where what was measured then does not decide."""


def _is_of_its_time(left: SetAside, promise: Promise) -> bool:
    """Whether an observation that cannot judge is of the time of the promise, so that a reader may ask for it."""
    period, due = left.observation.period, promise.due
    if period is None or due is None:
        return True
    since = promise.start or due.start or due.end
    first = since.year - 1 if since else dt.MINYEAR
    last = due.end.year + 1 if due.end else dt.MAXYEAR
    ends, begins = period.end or period.start, period.start or period.end
    return ends is None or begins is None or (ends.year >= first and begins.year <= last)


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda found: found.sort_key()))


def _verdict(evidence: Sequence[Evidence]) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Rule on evidence in order: `met` and `missed` only where one side is certain and nothing speaks for the other."""
    reached = [found for found in evidence if found.shows is Shows.REACHED]
    short = [found for found in evidence if found.shows is Shows.SHORT]
    if reached and short:
        return Verdict.CONTESTED, (_most_telling(reached), _most_telling(short))
    if decisive := reached or short:
        # A rival speaks of the same thing at the same time; what it says may not settle the verdict, yet contradict it.
        against = [found for found in evidence if (found.short if reached else found.reached)]
        contradicted = {found.rivals_of for found in against}
        undisputed = [found for found in decisive if found.rivals_of not in contradicted]
        if undisputed:
            return Verdict.MET if reached else Verdict.MISSED, (_most_telling(undisputed),)
        disputed = {found.rivals_of for found in decisive}
        rivals = [found for found in against if found.rivals_of in disputed]
        return Verdict.CONTESTED, (_most_telling(decisive), _most_telling(rivals))
    partial = [found for found in evidence if found.shows is Shows.PART]
    late = [found for found in evidence if found.shows is Shows.LATE]
    if partial or late:
        return Verdict.PARTLY, tuple(_most_telling(some) for some in (partial, late) if some)
    after = [found for found in evidence if found.shows is Shows.NOTHING and found.coverage is Coverage.SAME]
    return Verdict.NOT_MEASURED, tuple([_most_telling(after)] if after else [])


def _most_telling(evidence: Sequence[Evidence]) -> Evidence:
    """Choose the piece to show first: what was measured of the very thing, from its start, nearest to the date."""

    def rank(place: int) -> tuple[object, ...]:
        found = evidence[place]
        days = found.moment.last_day.toordinal() if found.moment else 0
        way = _WAYS.index(found.way) + (2 if Caveat.LATER_START in found.caveats else 0)
        return (
            Caveat.LOW_CONFIDENCE in found.caveats,
            found.way is Way.STATUS,
            found.coverage is not Coverage.SAME,
            way,
            found.timing is not Timing.AT,
            found.timing is Timing.EARLY,
            days if found.timing in (Timing.SOON, Timing.LATE) else -days,
            len(found.caveats),
            place,
        )

    return evidence[min(range(len(evidence)), key=rank)]


_WAYS = (Way.LEVEL, Way.GATHERED, Way.RISE, Way.CEILING, Way.STATUS)
"""What says most of a promise first: a figure of it, then one that is computed, then what its record notes."""
