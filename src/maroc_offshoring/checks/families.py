"""Families of measured figures: which lie within which, and which of the parts may be added.

Two figures belong to one family where they differ in one thing only: the place, the branches, the company or the
period. A stock of a known month lies in the year that another is dated to, but is not added to figures of that year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from maroc_offshoring.checks.measurements import Measurement, floor
from maroc_offshoring.dates import Period
from maroc_offshoring.model import Place, Site
from maroc_offshoring.vocabulary import Basis, Segment

Rivals = tuple[Measurement, ...]
"""The figures of one subject and one period, all that are told."""


@frozen(eq=False)
class Family:
    """A whole with the figures that lie within it.

    Args:
        whole: The rival figures of the whole.
        parts: Those of each part; parts may overlap.
        apart: Of these, some that do not overlap and are of the very period of the whole; empty where the measure
            does not add up.
    """

    whole: Rivals
    parts: tuple[Rivals, ...]
    apart: tuple[Rivals, ...] = ()


def families(measured: Iterable[Measurement]) -> Iterator[Family]:
    """Find the families among measured figures; forecasts are left aside.

    Args:
        measured: The measurements, in order.

    Yields:
        The families, by place, then by branch, by company and by period.
    """
    groups: dict[tuple[object, str], list[Measurement]] = {}
    for each in measured:
        if not each.is_forecast and each.period is not None and each.subject.measure.additive:
            groups.setdefault((each.subject, str(each.period)), []).append(each)
    held = [tuple(group) for group in groups.values()]
    for find, left_open in ((_by_place, "place"), (_by_segment, "segments"), (_by_operator, "operator")):
        for period, alike in _alike(held, left_open):
            yield from find(period, alike)
    yield from _by_period(held)


_NAMES = ("measure", "place", "basis", "unit", "segments", "operator", "scope", "perimeter")


def _alike(held: Sequence[Rivals], left_open: str) -> Iterator[tuple[str, list[Rivals]]]:
    """The figures of one period whose subjects are the same but for one thing; for a year, with those of its months."""
    found: dict[tuple[object, ...], list[Rivals]] = {}
    names = [name for name in _NAMES if name != left_open]
    for rivals in held:
        subject, period = rivals[0].subject, rivals[0].period
        key = tuple(getattr(subject, name) for name in names)
        found.setdefault((*key, str(period)), []).append(rivals)
        if subject.basis is Basis.STOCK and period and period.year and str(period) != str(period.year):
            found.setdefault((*key, str(period.year)), []).append(rivals)
    for key, alike in found.items():
        if len(alike) > 1:
            yield str(key[-1]), alike


def _is_of(rivals: Rivals, period: str) -> bool:
    return str(rivals[0].period) == period


def _largest_first(parts: Iterable[Rivals]) -> list[Rivals]:
    return sorted(parts, key=floor, reverse=True)


# By place


def _by_place(period: str, alike: Sequence[Rivals]) -> Iterator[Family]:
    wholes = {rivals[0].subject.place.id: rivals for rivals in alike if _is_of(rivals, period)}
    networks: dict[str, list[str]] = {}
    for rivals in wholes.values():
        for member in _members(rivals[0].subject.place):
            networks.setdefault(member.id, []).append(rivals[0].subject.place.id)
    parts: dict[str, list[Rivals]] = {}
    for rivals in alike:
        own, *above = rivals[0].subject.place.lineage
        around = [place.id for place in above]
        around += [name for place in (own, *above) for name in networks.get(place.id, ())]
        for name in dict.fromkeys(around):
            if name in wholes and name != own.id:
                parts.setdefault(name, []).append(rivals)
    for name, inside in parts.items():
        whole = wholes[name]
        adds = whole[0].subject.measure.over_places
        yield Family(whole, tuple(inside), _places_apart(inside, period) if adds else ())


def _members(place: Place) -> tuple[Site, ...]:
    return place.members if isinstance(place, Site) else ()


def _places_apart(parts: Iterable[Rivals], period: str) -> tuple[Rivals, ...]:
    chosen: list[Rivals] = []
    taken: set[str] = set()
    above_taken: set[str] = set()
    for rivals in _largest_first(parts):
        place = rivals[0].subject.place
        lineage = [each.id for each in place.lineage]
        # A network of parks lies in several cities, and would overlap each of them.
        if _members(place) or not _is_of(rivals, period) or place.id in above_taken or taken.intersection(lineage):
            continue
        chosen.append(rivals)
        taken.add(place.id)
        above_taken.update(lineage)
    return tuple(chosen)


# By branch


def _by_segment(period: str, alike: Sequence[Rivals]) -> Iterator[Family]:
    for whole in alike:
        outer = whole[0].subject.segments
        parts = [rivals for rivals in alike if rivals is not whole and _within(rivals[0].subject.segments, outer)]
        if parts and _is_of(whole, period):
            yield Family(whole, tuple(parts), _segments_apart(parts, period))


def _within(inner: tuple[Segment, ...], outer: tuple[Segment, ...]) -> bool:
    if not inner or inner == outer:
        return False
    return not outer or all(any(one.within(other) for other in outer) for one in inner)


def _segments_apart(parts: Iterable[Rivals], period: str) -> tuple[Rivals, ...]:
    chosen: list[Rivals] = []
    taken: list[Segment] = []
    for rivals in _largest_first(parts):
        own = rivals[0].subject.segments
        if _is_of(rivals, period) and not any(a.within(b) or b.within(a) for a in own for b in taken):
            chosen.append(rivals)
            taken.extend(own)
    return tuple(chosen)


# By company


def _by_operator(period: str, alike: Sequence[Rivals]) -> Iterator[Family]:
    parts = tuple(rivals for rivals in alike if rivals[0].subject.operator is not None)
    for whole in alike:
        if parts and whole[0].subject.operator is None and _is_of(whole, period):
            yield Family(whole, parts, tuple(rivals for rivals in parts if _is_of(rivals, period)))


# By period


def _by_period(held: Iterable[Rivals]) -> Iterator[Family]:
    lines: dict[object, list[tuple[Period, Rivals]]] = {}
    for rivals in held:
        subject, period = rivals[0].subject, rivals[0].period
        if subject.basis is Basis.FLOW and subject.measure.over_time and period and period.start and period.end:
            lines.setdefault(subject, []).append((period, rivals))
    for line in lines.values():
        line.sort(key=lambda pair: _longest_first(pair[0]))
        for place, (period, whole) in enumerate(line):
            inside: list[tuple[Period, Rivals]] = []
            for after in range(place + 1, len(line)):
                later, rivals = line[after]
                if not later.overlaps(period):
                    break
                if later.within(period):
                    inside.append((later, rivals))
            if inside:
                yield Family(whole, tuple(rivals for _, rivals in inside), _periods_apart(inside))


def _longest_first(period: Period) -> tuple[int, int]:
    first, last = period.first_day, period.last_day
    return (first.toordinal() if first else 0, -(last.toordinal() if last else 0))


def _periods_apart(inside: Sequence[tuple[Period, Rivals]]) -> tuple[Rivals, ...]:
    chosen: list[Rivals] = []
    last: Period | None = None
    for period, rivals in sorted(inside, key=lambda pair: (-_longest_first(pair[0])[1], -_longest_first(pair[0])[0])):
        if last is None or not period.overlaps(last):
            chosen.append(rivals)
            last = period
    return tuple(chosen)
