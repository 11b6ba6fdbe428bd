"""What records count twice: the same promise told again, an older version of it, a whole and its parts.

Records linked by `restates` are one promise: the original counts, or the earliest selected where the original is not
among them. Of a chain linked by `supersedes` the latest selected counts. A whole counts for what it states beyond its
parts. A promise that changed stays a part of the whole that contained its older version, so that a whole never comes
back for what its part has become.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from maroc_offshoring.errors import NotAdditive, UnitMismatch
from maroc_offshoring.figures import Figure, add, remainder
from maroc_offshoring.figures.addition import same_amount, tightened
from maroc_offshoring.model import Commitment, Observation, Record
from maroc_offshoring.totals.entries import Entry, Summable
from maroc_offshoring.totals.lines import LeftOut, Line, Reason

_DEEPEST = 100  # wholes within wholes; no record has more than two


@frozen(eq=False)
class Promises:
    """The promises that some records tell.

    Args:
        known: By the id of the original, every record known to tell the promise, selected or not, by id.
        older: By the id of the original, the originals of the promises that the promise supersedes, nearest first.
        current: The records that count: one telling of each promise that no later one changed.
        left_out: The figures of the others, each with the record that counts in its place.
    """

    known: dict[str, dict[str, Summable]]
    older: dict[str, dict[str, None]]
    current: tuple[Summable, ...]
    left_out: tuple[LeftOut, ...]


@frozen(eq=False)
class Resolved:
    """The lines of a sum without what would count twice.

    Args:
        lines: The lines.
        left_out: What is not counted because its whole or its parts are.
        closings: By the id of a whole or a single record, the figure that all its lines together add up to.
    """

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    closings: dict[str, Figure]


def current_promises(entries: Sequence[Entry]) -> Promises:
    """Find among the records of some figures those that count: one telling of each promise, in its latest version.

    Args:
        entries: The figures of one measure, on whatever basis: a promise whose latest version is on another basis does
            not stand any more.

    Returns:
        The promises.
    """
    by_record = _by_record(entries)
    left_out: list[LeftOut] = []
    tellings = _one_of_each_promise(by_record, left_out)
    known = known_tellings(tellings)
    older = superseded_by(tellings, known)
    current = _latest_of_each_chain(tellings, older, by_record, left_out)
    return Promises(known, older, tuple(current), tuple(left_out))


def within_wholes(entries: Sequence[Entry], promises: Promises) -> Resolved:
    """Set each whole down to what it states beyond its parts.

    Args:
        entries: The figures of the current promises, on one basis and in one currency each.
        promises: The promises that they are of.

    Returns:
        The lines that count, and what does not.
    """
    by_record = _by_record(entries)
    counted = [record for record in promises.current if record.id in by_record]
    parents = _parents(counted, promises)
    left_out: list[LeftOut] = []
    tree = _Tree(by_record, left_out)
    for record in counted:
        if (parent := parents.get(record.id)) is not None:
            tree.children.setdefault(parent.id, []).append(record)
    lines = tuple(line for record in counted if record.id not in parents for line in tree.lines_of(record, ()))
    return Resolved(lines, tuple(left_out), tree.closings)


def _by_record(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Group figures by record."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.record.id, []).append(entry)
    return found


# One promise, told several times


def tellings_of(record: Summable) -> Iterator[Summable]:
    """Walk from a record through the one that it restates to the original.

    Args:
        record: The record.

    Yields:
        The record, then each earlier telling, the original last.
    """
    telling: Summable | None = record
    while telling is not None:
        yield telling
        telling = telling.restates if isinstance(telling, Commitment) else None


def original_of(record: Summable) -> Summable:
    """Find the record that told a promise first.

    Args:
        record: A telling of it.

    Returns:
        The original; the record itself where it restates none.
    """
    while (earlier := getattr(record, "restates", None)) is not None:
        record = earlier
    return record


def _one_of_each_promise(by_record: dict[str, list[Entry]], left_out: list[LeftOut]) -> dict[str, list[Summable]]:
    """Group the records by the promise that they tell; the one that counts comes first."""
    promises: dict[str, list[Summable]] = {}
    for entries in by_record.values():
        record = entries[0].record
        promises.setdefault(original_of(record).id, []).append(record)
    for original, tellings in promises.items():
        if len(tellings) == 1:
            continue
        tellings.sort(key=lambda record: (record.id != original, when_announced(record), record.id))
        first = tellings[0]
        for other in tellings[1:]:
            because = (
                "the same promise told again"
                if first.id == original
                else "the same promise, told earlier by another record"
            )
            left_out += _leave_out(other, by_record, Reason.RESTATED, because, first)
    return promises


def when_announced(record: Summable) -> tuple[int, int, int]:
    """Give the key by which the tellings of a promise are ordered.

    Args:
        record: A telling.

    Returns:
        The date that it was announced; later than all where that is not known.
    """
    date = None if isinstance(record, Observation) else record.announced_on
    return date.sort_key() if date else (9999, 0, 0)


# Versions of a promise


def older_than(tellings: Sequence[Summable]) -> list[Summable]:
    """Find the tellings of the promises that one promise supersedes, directly or not.

    Args:
        tellings: Its tellings.

    Returns:
        The older tellings, nearest first.
    """
    found: dict[str, Summable] = {}
    waiting = [telling for record in tellings for telling in tellings_of(record)]
    while waiting:
        record = waiting.pop(0)
        older = None if isinstance(record, Observation) else record.supersedes
        if older is not None:
            for telling in tellings_of(older):
                if telling.id not in found:
                    found[telling.id] = telling
                    waiting.append(telling)
    return list(found.values())


def known_tellings(promises: dict[str, list[Summable]]) -> dict[str, dict[str, Summable]]:
    """Find every record known to tell some promises: the selected ones and what they link to.

    Args:
        promises: The selected tellings, by the id of the original.

    Returns:
        By the id of an original, the records, by id.
    """
    found: dict[str, dict[str, Summable]] = {}
    for original, tellings in promises.items():
        (first, *others) = tellings
        if not others and not _is_linked(first):
            found.setdefault(original, {})[first.id] = first
            continue
        for record in (*(telling for first in tellings for telling in tellings_of(first)), *older_than(tellings)):
            found.setdefault(original_of(record).id, {})[record.id] = record
    return found


def _is_linked(record: Summable) -> bool:
    """Whether a record tells an earlier promise again, or changes one."""
    return not isinstance(record, Observation) and (
        record.supersedes is not None or getattr(record, "restates", None) is not None
    )


def superseded_by(
    promises: dict[str, list[Summable]], known: dict[str, dict[str, Summable]]
) -> dict[str, dict[str, None]]:
    """Find what promises supersede, directly or not.

    Args:
        promises: The selected tellings, by the id of the original.
        known: What :func:`known_tellings` finds of them.

    Returns:
        For each promise, the originals of those that it supersedes, nearest first.
    """
    direct: dict[str, dict[str, None]] = {}
    for original, tellings in known.items():
        for record in tellings.values():
            older = getattr(record, "supersedes", None)
            if older is not None:
                direct.setdefault(original, {})[original_of(older).id] = None
    found: dict[str, dict[str, None]] = {}
    for original in promises:
        seen: dict[str, None] = {}
        waiting = list(direct.get(original, ()))
        for older_id in waiting:
            if older_id not in seen and older_id != original:
                seen[older_id] = None
                waiting.extend(direct.get(older_id, ()))
        found[original] = seen
    return found


def _latest_of_each_chain(
    promises: dict[str, list[Summable]],
    reach: dict[str, dict[str, None]],
    by_record: dict[str, list[Entry]],
    left_out: list[LeftOut],
) -> list[Summable]:
    def last_word(original: str) -> tuple[tuple[int, int, int], str]:
        return max((when_announced(record), record.id) for record in promises[original])

    def changes(newer: str, older: str) -> bool:
        # A party may go back to its first promise: of two that supersede one another the one told last stands.
        return older in reach[newer] and (newer not in reach[older] or last_word(newer) > last_word(older))

    changed: dict[str, list[str]] = {}
    for newer in promises:
        for older in reach[newer]:
            if older in promises and changes(newer, older):
                changed.setdefault(older, []).append(newer)
    for original, tellings in promises.items():
        if original in changed:
            standing = max((newer for newer in changed[original] if newer not in changed), key=last_word)
            because, instead = "a later promise changed it", promises[standing][0]
            left_out += _leave_out(tellings[0], by_record, Reason.SUPERSEDED, because, instead)
    return [tellings[0] for original, tellings in promises.items() if original not in changed]


# Wholes and parts


def _parents(counted: Sequence[Summable], promises: Promises) -> dict[str, Summable]:
    """Find for each record that counts the selected whole that contains it."""
    by_promise = {original_of(record).id: record for record in counted}
    known, reach = promises.known, promises.older
    replaced_by: dict[str, list[Summable]] = {}
    for original, record in by_promise.items():
        for older in reach[original]:
            replaced_by.setdefault(older, []).append(record)

    def wholes(original: str, tellings: Iterable[Summable] = ()) -> list[Summable]:
        """The wholes that a promise is a part of, nearest first: its own, then those of its older versions."""
        versions = [known.get(name, {}).values() for name in (original, *reach.get(original, ()))]
        records = [record for version in (tellings, *versions) for record in version]
        parts = [None if isinstance(record, Observation) else record.part_of for record in records]
        return [whole for whole in parts if whole is not None]

    def selected_whole(record: Summable) -> Summable | None:
        waiting = wholes(original_of(record).id)
        seen: set[str] = set()
        for stated in waiting:
            whole = original_of(stated)
            if whole.id in seen:
                continue
            seen.add(whole.id)
            found = [by_promise[whole.id]] if whole.id in by_promise else replaced_by.get(whole.id, [])
            for candidate in found:
                if candidate is not record:
                    return candidate
            # a part of a part of a selected whole is a part of that whole
            tellings = list(tellings_of(stated))
            waiting += wholes(whole.id, (*tellings, *older_than(tellings)))
        return None

    parents: dict[str, Summable] = {}
    for original, record in by_promise.items():
        if len(known[original]) == 1 and not reach[original] and getattr(record, "part_of", None) is None:
            continue  # it is linked to nothing, as most records are
        whole = selected_whole(record)
        above = whole
        while above is not None and above is not record:
            above = parents.get(above.id)
        if whole is not None and above is None:  # never a circle of records, each inside the other
            parents[record.id] = whole
    return parents


class _Tree:
    """The records that count as a tree of wholes and parts, walked from the outermost whole inward."""

    def __init__(self, by_record: dict[str, list[Entry]], left_out: list[LeftOut]) -> None:
        self.by_record = by_record
        self.left_out = left_out
        self.children: dict[str, list[Summable]] = {}
        self.closings: dict[str, Figure] = {}

    def lines_of(self, record: Summable, path: tuple[str, ...]) -> tuple[Line, ...]:
        """Make the lines of a record and of all within it, and note what they add up to."""
        path = (*path, record.id)
        if len(path) > _DEEPEST:
            reason = f"it lies in a whole of a whole, more than {_DEEPEST} deep"
            raise NotAdditive("a promise", reason, "take the parts by themselves", path[-2:])
        entries = self.by_record[record.id]
        own = _sum([entry.figure for entry in entries])
        as_stated = tuple([Line.of(entry, path) for entry in entries])
        parts = self.children.get(record.id)
        if not parts:
            return self._close(own, as_stated, record.id)
        lines = tuple(line for part in parts for line in self.lines_of(part, path))
        figures = [self.closings[part.id] for part in parts if part.id in self.closings]
        together = _sum(figures) if len(figures) == len(parts) else None
        if own is None or together is None or own.unit != together.unit:
            because = "it is inside a whole that is stated in another currency; total with currency= to see it apart"
            self.left_out += [LeftOut(line.record, line.stated, Reason.INSIDE, because, record) for line in lines]
            return self._close(own, as_stated, record.id)
        rest = remainder(own, [together])
        if rest is not None:
            return self._close(tightened(own, together), (*lines, _remainder_line(entries, rest, path)), record.id)
        even = same_amount(own, together)
        reason = Reason.COVERED if even else Reason.EXCEEDED
        because = "its parts add up to it" if even else "its parts add up to more than it states"
        self.left_out += [LeftOut(record, entry.stated, reason, because) for entry in entries]
        return self._close(tightened(own, together) if even else together, lines, record.id)

    def _close(self, figure: Figure | None, lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
        if figure is not None:
            self.closings[name] = figure
        return lines


def _remainder_line(entries: Sequence[Entry], rest: Figure, path: tuple[str, ...]) -> Line:
    first = Line.of(entries[0], path)
    dues = {entry.due for entry in entries}
    return evolve(
        first,
        figure=rest,
        stated=_sum([entry.stated for entry in entries]) or first.stated,
        is_remainder=True,
        # What the parts have of their own, the rest does not say: several operators or segments become none.
        operators=first.operators if len(first.operators) == 1 else (),
        segments=first.segments if len(first.segments) == 1 else (),
        due=dues.pop() if len(dues) == 1 else None,
    )


def _sum(figures: Sequence[Figure]) -> Figure | None:
    """The sum of some figures; None where they are of several units, or do not add up."""
    try:
        return add(figures)
    except (UnitMismatch, NotAdditive):
        return None


def _leave_out(
    record: Summable, by_record: dict[str, list[Entry]], reason: Reason, because: str, instead: Record
) -> list[LeftOut]:
    return [LeftOut(record, entry.stated, reason, because, instead) for entry in by_record[record.id]]
