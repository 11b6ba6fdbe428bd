"""What is judged: one promised or aimed figure, with all that decides what can judge it.

A promise that is told several times is judged once, as its original tells it; where the original gives no such figure,
or no date for it, as the earliest telling that does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.verdict import WhyNotJudged
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Operator, Place, Plan, Pledge, Target
from maroc_offshoring.totals.entries import read
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope, Segment

Made = Commitment | Target
"""What can be judged: a promise or an aim."""


@frozen
class Promise:
    """One figure that was promised or aimed at.

    Args:
        record: The commitment or the target that states it.
        pledge: The pledge of the commitment; None for a target.
        measure: What is promised.
        figure: How much.
        basis: `additional` or `level`; None where the source does not say.
        due: By when; the date of the whole, where a part gives none.
        start: From when it counts: the start that is stated, or else the announcement.
        start_is_stated: Whether the start is stated.
        places: Where.
        segments: For which branches.
        operators: Which companies promise it; none for an aim, and for what institutions promise.
        is_anonymous: Whether the source does not name who promises.
        scope: The sector that it covers.
        perimeter: Which export series it is measured by.
        tellings: The other records that tell the same promise.
        successors: What superseded it, nearest first.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.delivery.promise import promises
        >>> ds = mo.load()
        >>> found, again = promises([ds.commitments["2022-04-20-phoneo"]], [])
        >>> found[0].record.id, found[0].figure.value, str(found[0].due), [whole.id for whole in found[0].wholes]
        ('2022-04-20-phoneo', Decimal('2000'), '2026', ['2022-04-20-four-memoranda'])
    """

    record: Made
    pledge: Pledge | None
    measure: Measure
    figure: Figure
    basis: Basis | None
    due: Period | None
    start: PartialDate | None
    start_is_stated: bool
    places: tuple[Place, ...]
    segments: tuple[Segment, ...]
    operators: tuple[Operator, ...]
    is_anonymous: bool
    scope: Scope
    perimeter: Perimeter | None
    tellings: tuple[Commitment, ...] = ()
    successors: tuple[Made, ...] = ()

    @property
    def plan(self) -> Plan | None:
        """The plan that an aim is part of."""
        return self.record.plan if isinstance(self.record, Target) else None

    @property
    def replaced_by(self) -> Made | None:
        """What replaced it before its date; None where nothing certainly did."""
        for newer in self.successors:
            announced = newer.announced_on
            if announced and self.due and self.due.last_day and announced.last_day <= self.due.last_day:
                return newer
        return None

    @property
    def wholes(self) -> tuple[Made, ...]:
        """The records whose figure contains this one, nearest first, whichever telling says so."""
        found: dict[str, Made] = {}
        waiting: list[Made | None] = [telling.part_of for telling in (self.record, *self.tellings)]
        while waiting:
            whole = waiting.pop(0)
            if whole is not None and whole.id not in found and whole.id != self.record.id:
                found[whole.id] = whole
                waiting += [whole.part_of, getattr(whole, "restates", None)]
        return tuple(found.values())

    def has_passed(self, day: dt.date) -> bool:
        """Say whether its date has passed: on its last day it has.

        Args:
            day: The day to judge it on.

        Returns:
            False too where it has no date.

        Example:
            >>> import datetime
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.delivery.promise import promises
            >>> (promise,), _ = promises([mo.load().commitments["2022-04-20-phoneo"]], [])
            >>> promise.has_passed(datetime.date(2026, 12, 30)), promise.has_passed(datetime.date(2026, 12, 31))
            (False, True)
        """
        return self.due is not None and self.due.last_day is not None and self.due.last_day <= day

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of the sorting order: by date, then by record and figure.

        Returns:
            The key of its date, then what tells promises of one date apart.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.delivery.promise import promises
            >>> found, _ = promises(mo.load().commitments, [])
            >>> found == sorted(found, key=mo.Promise.sort_key)
            True
        """
        never = ((9999, 0, 0), (0, 0, 0))
        basis = self.basis.value if self.basis else ""
        number = self.figure.value or self.figure.low or self.figure.high or Decimal(0)
        due = self.due.sort_key() if self.due else never
        return due, self.record.id, self.measure.value, basis, self.figure.unit, number


@frozen
class NotJudged:
    """A promise or aim without a verdict.

    Args:
        promise: The promise, or one telling of it.
        reason: Why it has none.
        instead: The promise that is judged in its place, where there is one.
    """

    promise: Promise
    reason: WhyNotJudged
    instead: Promise | None = None

    @property
    def record(self) -> Made:
        """The record that states it."""
        return self.promise.record

    @property
    def because(self) -> str:
        """The reason in words."""
        return self.reason.label("en")

    def __str__(self) -> str:
        instead = f"; judged instead: {self.instead.record.id}" if self.instead else ""
        due = f", due {self.promise.due}" if self.promise.due else ""
        return f"{self.promise.figure}{due}  {self.record} [{self.record.id}]: {self.because}{instead}"


def promises(commitments: Iterable[Commitment], targets: Iterable[Target]) -> tuple[list[Promise], list[NotJudged]]:
    """Take the promises and aims out of the records, each once.

    Args:
        commitments: The commitments.
        targets: The targets.

    Returns:
        The promises in the order of their dates, and the further tellings of them.
    """
    found: list[Promise] = []
    again: list[NotJudged] = []
    for one in _of_commitments(sorted(commitments, key=lambda record: record.id)):
        found.append(one[0])
        again += [NotJudged(other, WhyNotJudged.RESTATED, one[0]) for other in one[1:]]
    found += _of_targets(sorted(targets, key=lambda record: record.id))
    return sorted(found, key=Promise.sort_key), sorted(again, key=lambda left: left.promise.sort_key())


def _of_targets(targets: list[Target]) -> Iterator[Promise]:
    newer: dict[str, list[Target]] = {}
    for target in targets:
        if target.supersedes is not None:
            newer.setdefault(target.supersedes.id, []).append(target)
    for target in targets:
        yield Promise(
            target, None, target.measure, target.figure, target.basis, target.due,
            target.start or _announcement(target, target.due),
            target.start is not None, (target.place,), target.segments, (), False, target.scope, target.perimeter,
            successors=tuple(_later(target, target.measure, newer, {})),
        )  # fmt: skip


def _of_commitments(commitments: list[Commitment]) -> Iterator[list[Promise]]:
    """Walk the promises of each measure: the telling that is judged, then the others that give such a figure."""
    tellings: dict[str, list[Commitment]] = {}
    newer: dict[str, list[Commitment]] = {}
    for record in commitments:
        tellings.setdefault(_original(record).id, []).append(record)
        if record.supersedes is not None:
            newer.setdefault(_original(record.supersedes).id, []).append(record)
    for original, records in tellings.items():
        records.sort(key=lambda record: (record.id != original, _announced(record), record.id))
        for measure in dict.fromkeys(pledge.measure for record in records for pledge in record.pledges):
            later = {record.id: tuple(_later(record, measure, newer, tellings)) for record in records}
            told = [list(_pledged(record, measure, records, later[record.id])) for record in records]
            told = [pledged for pledged in told if pledged]
            # The original is judged; a later telling only where it alone gives a date.
            told.sort(key=lambda pledged: all(promise.due is None for promise in pledged))
            judged, others = told[0], [promise for pledged in told[1:] for promise in pledged]
            for place, promise in enumerate(judged):
                yield [promise, *(others if place == 0 else ())]


def _pledged(
    record: Commitment, measure: Measure, records: list[Commitment], successors: tuple[Made, ...]
) -> Iterator[Promise]:
    # Read as a total reads them: what a part leaves open, its whole states.
    entries = read([record], measure)
    pledges = [pledge for pledge in record.pledges if pledge.measure is measure]
    for pledge, entry in zip(pledges, entries, strict=True):
        yield Promise(
            record, pledge, measure, pledge.figure, pledge.basis, entry.due, _announcement(record, entry.due), False,
            entry.places, entry.segments, entry.operators, not record.made_by, Scope.OFFSHORING, None,
            tuple(other for other in records if other is not record), successors,
        )  # fmt: skip


def _announcement(record: Made, due: Period | None) -> PartialDate | None:
    """From when a promise counts where no start is stated; a page that tells of it after its date is no start."""
    announced, last = record.announced_on, due.last_day if due else None
    return None if announced and last and announced.first_day > last else announced


def _original(record: Commitment) -> Commitment:
    while record.restates is not None:
        record = record.restates
    return record


def _announced(record: Made) -> tuple[int, int, int]:
    return record.announced_on.sort_key() if record.announced_on else (9999, 0, 0)


def _later(
    record: Made, measure: Measure, newer: Mapping[str, Sequence[Made]], tellings: Mapping[str, Sequence[Commitment]]
) -> Iterator[Made]:  # fmt: skip
    """Walk what superseded a promise and gives a figure of that measure, nearest first; only what was told later."""
    waiting = [_name(record)]
    seen = {waiting[0]}
    while waiting:
        older = waiting.pop(0)
        for successor in sorted(newer.get(older, ()), key=lambda one: (_announced(one), one.id)):
            name = _name(successor)
            if name in seen or _announced(successor) < _announced(record):
                continue  # a party may go back to what it promised first
            seen.add(name)
            waiting.append(name)
            if any(_measures(telling, measure) for telling in (successor, *tellings.get(name, ()))):
                yield successor


def _name(record: Made) -> str:
    return _original(record).id if isinstance(record, Commitment) else record.id


def _measures(record: Made, measure: Measure) -> bool:
    if isinstance(record, Target):
        return record.measure is measure
    return any(pledge.measure is measure for pledge in record.pledges)
