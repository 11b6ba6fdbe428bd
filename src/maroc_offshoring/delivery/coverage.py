"""Whether an observation is of what was promised, of a part of it, of more than it, or of something else."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.delivery.promise import Promise
from maroc_offshoring.delivery.verdict import Caveat, Coverage
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.model import Commitment, Observation
from maroc_offshoring.vocabulary import Nature, Segment

FORECAST = Sentence("c'est une prévision", "it is a forecast", "إنه توقع")
UNDATED = Sentence("sa date n'est pas connue", "its date is not known", "تاريخه غير معروف")
OTHER_SCOPE = Sentence("il couvre un autre secteur", "it covers another sector", "يغطي قطاعا آخر")
OTHER_PERIMETER = Sentence(
    "il suit un autre périmètre d'exportation, ou n'en précise pas",
    "it follows another export series, or does not say which",
    "يتبع محيطا آخر للصادرات أو لا يحدده",
)


@frozen
class Covered:
    """How an observation covers a promise.

    Args:
        coverage: How.
        caveats: What a reader must know of it.
        moment: When it was measured; of a span, its end.
    """

    coverage: Coverage
    caveats: tuple[Caveat, ...]
    moment: PartialDate


class _Side(NamedTuple):
    """How an observation covers one side of a promise: its place, its makers or its branches."""

    coverage: Coverage
    caveats: tuple[Caveat, ...] = ()


@frozen
class Unfit:
    """An observation of the right measure that cannot judge a promise.

    Args:
        because: Why not.
        is_near: Whether a reader would expect it to: it is of the same place and companies.
    """

    because: Sentence
    is_near: bool


def covers(observation: Observation, promise: Promise) -> Covered | Unfit | None:
    """Say whether an observation is of what was promised.

    Args:
        observation: An observation of the same measure.
        promise: The promise.

    Returns:
        How it covers it; why it cannot judge it, though it is of the right place; None where it is of something else.
    """
    where, who, what = _places(observation, promise), _makers(observation, promise), _segments(observation, promise)
    if where is None or who is None or what is None:
        return None
    found = [where, who, what]
    coverages = {each.coverage for each in found} - {Coverage.SAME}
    is_near = not coverages
    if observation.scope is not promise.scope:
        return Unfit(OTHER_SCOPE, is_near)
    if observation.perimeter is not promise.perimeter:
        return Unfit(OTHER_PERIMETER, is_near)
    if observation.nature is Nature.FORECAST:
        return Unfit(FORECAST, is_near)
    if observation.period is None or observation.period.end is None:
        return Unfit(UNDATED, is_near)
    if len(coverages) > 1 or (coverages and not promise.measure.additive):
        return None  # a part of one thing and more than another says nothing; nor does the share of a part
    coverage = coverages.pop() if coverages else Coverage.SAME
    caveats = tuple(caveat for each in found for caveat in each.caveats)
    return Covered(coverage, caveats, observation.period.end)


_SAME = _Side(Coverage.SAME)


def _places(observation: Observation, promise: Promise) -> _Side | None:
    seen, places = observation.place, promise.places
    if len(places) == 1 and places[0].id == seen.id:
        return _SAME
    if any(seen.within(place) for place in places):
        return _Side(Coverage.PART, (Caveat.WITHIN,))
    if places and all(place.within(seen) for place in places):
        return _Side(Coverage.WIDER, (Caveat.AROUND,))
    return None


def _makers(observation: Observation, promise: Promise) -> _Side | None:
    seen, makers = observation.operator, promise.operators
    if promise.is_anonymous:
        return _Side(Coverage.WIDER, (Caveat.ALL_MAKERS,)) if seen is None else None
    if not makers:  # an aim, or what an institution promises for all who work there
        return _SAME if seen is None else _Side(Coverage.PART, (Caveat.SOME_MAKERS,))
    if seen is None:
        return _Side(Coverage.WIDER, (Caveat.ALL_MAKERS,))
    if all(maker.id != seen.id for maker in makers):
        return None
    return _SAME if len(makers) == 1 else _Side(Coverage.PART, (Caveat.SOME_MAKERS,))


def _segments(observation: Observation, promise: Promise) -> _Side | None:
    seen, asked = observation.segments, promise.segments
    if set(seen) == set(asked):
        return _SAME
    if not asked or (seen and _all_within(seen, asked)):
        return _Side(Coverage.PART, (Caveat.SOME_SEGMENTS,))
    if not seen and isinstance(promise.record, Commitment):
        # The branches of a promise say what the work is; a company's staff is not split by them.
        return _Side(Coverage.SAME, (Caveat.ALL_SEGMENTS,))
    if not seen or _all_within(asked, seen):
        return _Side(Coverage.WIDER, (Caveat.ALL_SEGMENTS,))
    return None


def _all_within(few: tuple[Segment, ...], many: tuple[Segment, ...]) -> bool:
    return all(any(one.within(other) for other in many) for one in few)
