"""Promises told again: those that are linked, told the same or otherwise, and those that only look alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.comparing import apart, disagree, outermost
from maroc_offshoring.checks.exhibit import of_pledge
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.promises import Stated, stated
from maroc_offshoring.checks.wording import say
from maroc_offshoring.dates import Period
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Operator


def repeats(commitments: Iterable[Commitment]) -> Iterator[Finding]:
    """Find the promises that are told more than once, and those that perhaps are.

    Args:
        commitments: The promises.

    Yields:
        A finding per promise told again, per figure told otherwise, and per pair that looks alike.
    """
    ordered = sorted(commitments, key=lambda each: each.id)
    families: dict[str, list[Commitment]] = {}
    for each in ordered:
        families.setdefault(original(each).id, []).append(each)
    for tellings in families.values():
        if len(tellings) > 1:
            first = original(tellings[0])
            told = [first, *(each for each in sorted(tellings, key=_announced) if each.id != first.id)]
            yield _repeated(told)
            yield from _told_otherwise(told)
    yield from _alike(ordered)


def original(commitment: Commitment) -> Commitment:
    """Return the first telling of a promise.

    Args:
        commitment: A telling.

    Returns:
        What it restates, and so on to the original; itself where it restates nothing.
    """
    while commitment.restates is not None:
        commitment = commitment.restates
    return commitment


def _announced(commitment: Commitment) -> tuple[object, ...]:
    date = commitment.announced_on
    return (date.sort_key() if date else (9999, 0, 0), commitment.id)


def _repeated(told: Sequence[Commitment]) -> Finding:
    first = told[0]
    sentence = say(
        fr="{title} : la même promesse est dite {count} fois ({dates}) ; elle ne compte qu'une fois.",
        en="{title}: the same promise is told {count} times ({dates}); it counts once.",
        ar="{title}: الوعد نفسه مذكور أكثر من مرة ({count}: {dates})؛ ولا يحتسب إلا مرة واحدة.",
        title=first, count=len(told), dates=tuple(dict.fromkeys(each.announced_on for each in told)),
    )  # fmt: skip
    exhibits = [
        of_pledge(each, pledge, Role.EARLIER if each is first else Role.LATER)
        for each in told
        for pledge in (each.pledges or (None,))
    ]
    return Finding(code=FindingCode.PROMISE_REPEATED, severity=Severity.NOTICE, sentence=sentence, exhibits=exhibits)


# Told otherwise


def _told_otherwise(told: Sequence[Commitment]) -> Iterator[Finding]:
    figures: dict[tuple[object, ...], list[Stated]] = {}
    for each in told:
        for one in stated(each):
            if one.basis is not None:
                figures.setdefault((one.measure, one.unit, one.basis), []).append(one)
    for rivals in figures.values():
        rivals.sort(key=Stated.sort_key)
        differing = [one for one in rivals if not _is_a_step(one, told)]
        ends = apart([one.figure for one in differing])
        dues = tuple(dict.fromkeys(one.due for one in differing if one.due is not None))
        if ends is not None:
            low, high = outermost(one.figure for one in differing)
            sentence = say(
                fr="{title} : {measure}, la même promesse est chiffrée à {low} et à {high}.",
                en="{title}: {measure}, the same promise is told as {low} and as {high}.",
                ar="{title}: {measure}، الوعد نفسه مذكور بـ {low} وبـ {high}.",
                title=told[0], measure=differing[0].measure, low=low, high=high,
            )  # fmt: skip
            severity = Severity.WARNING
        elif _no_common_day(dues):
            sentence = say(
                fr="{title} : {measure}, la même promesse est dite pour des dates différentes, {figures}.",
                en="{title}: {measure}, the same promise is told for different dates, {figures}.",
                ar="{title}: {measure}، الوعد نفسه مذكور بآجال مختلفة، {figures}.",
                title=told[0], measure=differing[0].measure, figures=_by_date(differing),
            )  # fmt: skip
            severity = Severity.NOTICE
        else:
            continue
        yield Finding(
            code=FindingCode.TELLINGS_DISAGREE,
            severity=severity,
            sentence=sentence,
            exhibits=[one.exhibit for one in differing],
        )


def _by_date(rivals: Iterable[Stated]) -> tuple[Sentence, ...]:
    told = dict.fromkeys((one.figure, one.due) for one in rivals if one.due is not None)
    return tuple(say("{figure} ({due})", "{figure} ({due})", "{figure} ({due})", figure=f, due=due) for f, due in told)


def _is_a_step(one: Stated, told: Sequence[Commitment]) -> bool:
    """Whether a telling gives only a step that another gives too: nearly 10,000 by 2015, of 15,000 by 2017."""
    return any(
        step.measure is one.measure
        and step.figure is not None
        and step.figure.unit == one.unit
        and step.due == one.due
        and not disagree(step.figure, one.figure)
        for each in told
        if each is not one.record
        for step in each.milestones
    )


def _no_common_day(dues: Sequence[Period]) -> bool:
    return any(not first.overlaps(second) for place, first in enumerate(dues) for second in dues[place + 1 :])


# Alike

_SOON = 2
"""Years within which a promise without a date may be told again."""


def _alike(ordered: Sequence[Commitment]) -> Iterator[Finding]:
    linked = _linked(ordered)
    pairs: dict[tuple[object, ...], list[Stated]] = {}
    for each in ordered:
        for one in stated(each):
            if not one.measure.additive or one.figure.value is None or not one.figure.value:
                continue
            for party in each.made_by:
                if isinstance(party, Operator):
                    pairs.setdefault((party.id, one.measure, one.unit, one.figure.value), []).append(one)
    seen: set[tuple[str, str, Measure]] = set()
    for rivals in pairs.values():
        rivals.sort(key=Stated.sort_key)
        for first, second in pairwise(rivals):
            key = (first.record.id, second.record.id, first.measure)
            if key in seen or linked[first.record.id] == linked[second.record.id] or not _may_be_one(first, second):
                continue
            seen.add(key)
            yield _perhaps(first, second)


def _linked(commitments: Iterable[Commitment]) -> dict[str, str]:
    """By the id of each promise, the name of the group that links of any kind put it into."""
    group: dict[str, str] = {}

    def find(name: str) -> str:
        root = name
        while group.setdefault(root, root) != root:
            root = group[root]
        while group[name] != root:
            group[name], name = root, group[name]
        return root

    for each in commitments:
        find(each.id)
        for other in (each.part_of, each.restates, each.supersedes):
            if other is not None:
                one, two = sorted((find(each.id), find(other.id)))
                group[two] = one
    return {name: find(name) for name in list(group)}


def _may_be_one(first: Stated, second: Stated) -> bool:
    places = [(a, b) for a in first.exhibit.places for b in second.exhibit.places]
    near = not places or any(a.within(b) or b.within(a) for a, b in places)
    if not near or (first.basis is not second.basis and None not in (first.basis, second.basis)):
        return False
    if first.due is not None and second.due is not None:
        return first.due.overlaps(second.due)
    # Recruits are counted year by year: as many in another year are other recruits.
    return first.measure is not Measure.HIRES and _while_it_stood(first, second)


def _while_it_stood(first: Stated, second: Stated) -> bool:
    """Whether the later one was announced before the earlier was due, or soon after it was announced."""
    then, now = first.record.announced_on, second.record.announced_on
    if then is None or now is None:
        return False
    if first.due is not None and first.due.end is not None:
        return now.first_day <= first.due.end.last_day
    return now.year - then.year <= _SOON


def _perhaps(first: Stated, second: Stated) -> Finding:
    sentence = say(
        fr="{first} et {second} : {figure} de part et d'autre, sans lien entre les deux annonces. "
        "C'est peut-être la même promesse, et elle compterait deux fois.",
        en="{first} and {second}: {figure} on both sides, and no link between the announcements. "
        "It is perhaps the same promise, and would count twice.",
        ar="{first} و{second}: {figure} في كليهما، دون رابط بين الإعلانين. ربما هو الوعد نفسه، وقد يحتسب مرتين.",
        first=first.record, second=second.record, figure=first.figure,
    )  # fmt: skip
    return Finding(
        code=FindingCode.PERHAPS_REPEATED,
        severity=Severity.HINT,
        sentence=sentence,
        exhibits=[first.exhibit.playing(Role.EARLIER), second.exhibit.playing(Role.LATER)],
    )
