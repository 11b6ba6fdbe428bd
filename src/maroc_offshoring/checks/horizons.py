"""Horizons that moved: the same promise with a later date, and the same aim told for two dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.promises import Promise, Stated, stated
from maroc_offshoring.checks.wording import say
from maroc_offshoring.figures.conventions import reading
from maroc_offshoring.model import Commitment, Target


def horizons(commitments: Iterable[Commitment], targets: Iterable[Target]) -> Iterator[Finding]:
    """Find the promises and aims whose date moved.

    Args:
        commitments: The promises.
        targets: The aims.

    Yields:
        A finding per figure that was put off, and per aim that is told for several dates.
    """
    records: list[Promise] = [*commitments, *targets]
    for record in sorted(records, key=lambda each: (type(each).__name__, each.id)):
        if record.supersedes is not None:
            for newer in stated(record):
                for older in stated(record.supersedes):
                    if _put_off(older, newer):
                        yield _moved(older, newer)
    yield from _told_for_several_dates(targets)


def _put_off(older: Stated, newer: Stated) -> bool:
    """The same figure or less, for a later date; more than was promised at first is a further promise."""
    if (older.measure, older.unit) != (newer.measure, newer.unit) or older.due is None or newer.due is None:
        return False
    if older.due.last_day is None or newer.due.first_day is None or newer.due.first_day <= older.due.last_day:
        return False
    ceiling = reading(older.figure).high
    return ceiling is None or reading(newer.figure).low <= ceiling


def _moved(older: Stated, newer: Stated) -> Finding:
    record = newer.record
    whose = record.made_by if isinstance(record, Commitment) else record.set_by
    sentence = say(
        fr="{who}, {measure} : {old} pour {then}, puis {new} pour {now}.",
        en="{who}, {measure}: {old} by {then}, then {new} by {now}.",
        ar="{who}، {measure}: {old} في أفق {then}، ثم {new} في أفق {now}.",
        who=whose or (record,), measure=newer.measure, old=older.figure, then=older.due, new=newer.figure,
        now=newer.due,
    )  # fmt: skip
    return Finding(
        code=FindingCode.HORIZON_MOVED,
        severity=Severity.NOTICE,
        sentence=sentence,
        exhibits=[older.exhibit.playing(Role.EARLIER), newer.exhibit.playing(Role.LATER)],
    )


def _told_for_several_dates(targets: Iterable[Target]) -> Iterator[Finding]:
    aims: dict[tuple[object, ...], list[Stated]] = {}
    linked: set[tuple[str, str]] = set()
    for target in targets:
        linked |= {(target.id, other.id) for other in (target.part_of, target.supersedes) if other is not None}
        (own,) = stated(target)
        if own.basis is not None and own.due is not None and own.figure.value is not None:
            place, segments = target.place.id, frozenset(target.segments)
            key = (own.measure, own.unit, own.basis, own.scope, place, segments, own.figure.value)
            aims.setdefault(key, []).append(own)
    for told in aims.values():
        told.sort(key=lambda one: (one.due.sort_key() if one.due else ((0, 0, 0), (0, 0, 0)), one.sort_key()))
        first, last = told[0], told[-1]
        if first.due is None or last.due is None or first.due.overlaps(last.due):
            continue
        if (first.record.id, last.record.id) in linked or (last.record.id, first.record.id) in linked:
            continue
        sentence = say(
            fr="{place}, {measure} ({basis}) : le même chiffre, {figure}, est visé pour {dues}.",
            en="{place}, {measure} ({basis}): the same figure, {figure}, is aimed at for {dues}.",
            ar="{place}، {measure} ({basis}): الرقم نفسه، {figure}، مستهدف في أفق {dues}.",
            place=first.exhibit.places, measure=first.measure, basis=first.basis, figure=first.figure,
            dues=tuple(dict.fromkeys(one.due for one in told)),
        )  # fmt: skip
        yield Finding(
            code=FindingCode.HORIZON_MOVED,
            severity=Severity.NOTICE,
            sentence=sentence,
            exhibits=[one.exhibit.playing(Role.AIM) for one in told],
        )
