"""What belongs together: a total and its parts, and one figure that a text tells twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from maroc_offshoring.dates import Period
from maroc_offshoring.text.actors import Actor
from maroc_offshoring.text.horizons import Role
from maroc_offshoring.text.judging import HIGH, LOW, MEDIUM
from maroc_offshoring.text.readings import Reading
from maroc_offshoring.text.words import Phrases

_OF_WHICH = Phrases(
    dict.fromkeys(
        ("dont", "including", "of which", "of whom", "y compris", "parmi lesquels", "parmi lesquelles", "among them"),
        True,
    )
)
_SPREAD = Phrases(dict.fromkeys(("réparti", "répartis", "répartie", "réparties", "split between", "spread over"), True))
_MOST_ALIKE = 12
"""How many figures of one number are compared; no article has more, and a hostile text should not make it slow."""
_MOST_PARTS = 12
"""How many parts a total may have for their sum to be tried."""


def merged(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out what a text tells again, such as the headline's figure in the first sentence.

    Args:
        readings: The readings, in order.

    Returns:
        Those that stay, each with those that tell the same in `merged`.
    """
    kept: list[Reading] = []
    dropped: set[int] = set()
    by_figure: dict[object, list[Reading]] = {}
    for reading in readings:
        figure = reading.figure
        key = (reading.kind.value == "observation", reading.measure, figure.value, figure.low, figure.high, figure.unit)
        for other in by_figure.setdefault(key, [])[-_MOST_ALIKE:]:
            if _same(other, reading):
                better = _richness(reading) > _richness(other)
                keep, drop = (reading, other) if better else (other, reading)
                if better:
                    dropped.add(id(other))
                    kept.append(reading)
                    by_figure[key] = [reading if one is other else one for one in by_figure[key][-_MOST_ALIKE:]]
                _fill(keep, drop)
                keep.merged += [drop, *drop.merged]
                break
        else:
            kept.append(reading)
            by_figure[key].append(reading)
    return sorted((one for one in kept if id(one) not in dropped), key=lambda one: one.found.start)


def _same(one: Reading, other: Reading) -> bool:
    if one.scene is other.scene or (one.kind.value != other.kind.value and not _left_open(one, other)):
        return False
    if one.actors and other.actors and _names(one.actors) != _names(other.actors):
        return False
    if one.period is not None and other.period is not None and one.period != other.period:
        return one.due_sure is not HIGH or other.due_sure is not HIGH
    sure = one.places_sure is HIGH and other.places_sure is HIGH
    apart = not any(a.within(b) or b.within(a) for a in one.places for b in other.places)
    return not (sure and apart and one.places and other.places)


def _left_open(one: Reading, other: Reading) -> bool:
    """Say whether one is a headline that leaves open whether it is a promise or an aim: then the sentence says it."""
    return any(not reading.scene.sentence.ends and reading.kind.confidence is not HIGH for reading in (one, other))


def _names(actors: Sequence[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def _richness(reading: Reading) -> tuple[bool, bool, bool, bool, int]:
    headline = not reading.scene.sentence.ends
    due = reading.due is not None and reading.due_sure is HIGH
    return (not headline, bool(reading.actors), due, reading.places_sure is HIGH, -reading.found.start)


def _fill(keep: Reading, drop: Reading) -> None:
    if not keep.actors and drop.actors:
        keep.actors, keep.actors_sure, keep.state = drop.actors, MEDIUM, None
    if keep.due is None and drop.due is not None:
        keep.due, keep.due_sure, keep.due_scene = drop.due, MEDIUM, drop.due_scene
    if keep.places_sure is LOW and drop.places and drop.places_sure is not LOW:
        keep.places, keep.places_sure = drop.places, MEDIUM


def joined(readings: Sequence[Reading]) -> None:
    """Link parts to their totals, and let a part take from its total what it leaves open.

    Args:
        readings: The readings, in order; their `whole` is set.
    """
    for before, reading in pairwise(readings):
        if before.scene is reading.scene and _alike(before, reading):
            _join(before, reading)
    for index, whole in enumerate(readings):
        for run in (_after(readings, index), _before(readings, index)):
            if len(run) > 1 and whole.whole is None:
                for part in run:
                    part.whole, part.whole_sure = whole, HIGH
                break
    head: Reading | None = None
    for reading in readings:
        if not reading.scene.sentence.item:
            head = reading
        elif reading.whole is None and head is not None and _heads(head, reading):
            reading.whole, reading.whole_sure = head, MEDIUM
            reading.whole_why = "it is an item of a list after a total that it does not add up to"
    for reading in readings:
        if reading.whole is not None:
            _inherit(reading, reading.whole)


def _join(before: Reading, reading: Reading) -> None:
    whole = before.whole if before.whole is not None and _again(reading) else before
    if _says_of_which(before, reading):
        reading.whole, reading.whole_sure = whole, HIGH
    elif _SPREAD.all(reading.scene.words[before.at : reading.at]):
        reading.whole, reading.whole_sure, reading.whole_why = before, MEDIUM, "the total is said to be spread"


def _alike(whole: Reading, part: Reading) -> bool:
    same = (
        whole.measure is part.measure and whole.kind.value == part.kind.value and whole.figure.unit == part.figure.unit
    )
    return same and whole is not part


def _says_of_which(before: Reading, reading: Reading) -> bool:
    words = reading.scene.words[before.at + 1 : reading.at]
    return len(words) <= 12 and bool(_OF_WHICH.all(words))


def _again(reading: Reading) -> bool:
    """Say whether another part follows: `dont 400 à Fès et 200 à Rabat`."""
    return any(word.folded in ("et", "and") for word in reading.scene.words[max(0, reading.at - 4) : reading.at])


def _after(readings: Sequence[Reading], index: int) -> list[Reading]:
    return _adding_up(readings[index], readings[index + 1 : index + 1 + 2 * _MOST_PARTS])


def _before(readings: Sequence[Reading], index: int) -> list[Reading]:
    earlier = readings[max(0, index - 2 * _MOST_PARTS) : index]
    return _adding_up(readings[index], list(reversed(earlier)))


def _adding_up(whole: Reading, others: Sequence[Reading]) -> list[Reading]:
    """Take the next figures of the kind up to the total; they are its parts if they come to it exactly."""
    if whole.figure.value is None:
        return []
    run: list[Reading] = []
    total = whole.figure.value * 0
    for other in others:
        if not _alike(whole, other) or other.figure.value is None or other.whole is not None:
            continue
        if other.figure.value >= whole.figure.value:
            break
        total += other.figure.value
        run.append(other)
        if total >= whole.figure.value or len(run) == _MOST_PARTS:
            break
    return run if total == whole.figure.value else []


def _heads(head: Reading, item: Reading) -> bool:
    """Say whether a figure is the total that heads the list of an item."""
    larger = head.figure.value and item.figure.value and head.figure.value > item.figure.value
    return bool(larger) and head.scene.sentence.ends == ":" and _alike(head, item)


def _inherit(part: Reading, whole: Reading) -> None:
    if part.kind.value != "observation" and part.due is None and whole.due is not None:
        part.due, part.due_sure, part.due_scene = whole.due, MEDIUM, whole.due_scene
    if part.kind.value == "observation" and whole.due is not None:
        if part.due is None or part.due.role is Role.NOW:
            part.due, part.due_sure, part.due_scene = whole.due, MEDIUM, whole.due_scene
        elif part.due.role is Role.SINCE and part.period is not None and whole.period is not None:
            start, end = part.period.start, whole.period.end
            if start is not None and end is not None and start.first_day <= end.last_day:
                part.due = part.due._replace(period=Period(start, end))
    if part.places_sure is LOW and whole.places:
        part.places, part.places_sure = whole.places, MEDIUM
    if not part.actors and whole.actors:
        part.actors, part.actors_sure = whole.actors, MEDIUM
