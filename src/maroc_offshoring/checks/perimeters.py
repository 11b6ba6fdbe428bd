"""Perimeters: two export series that never join, figures that do not say which they follow, aims set on the old one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.comparing import disagree
from maroc_offshoring.checks.exhibit import of_target
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.measurements import Measurement
from maroc_offshoring.checks.wording import say
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Target
from maroc_offshoring.series import Subject
from maroc_offshoring.vocabulary import Basis, Perimeter, Segment

Line = dict[Perimeter | None, list[Measurement]]
"""What was measured of one subject, by the perimeter that it follows."""


def perimeters(measured: Sequence[Measurement], targets: Iterable[Target]) -> Iterator[Finding]:
    """Find where figures of two perimeters, or of none that is stated, could be taken for one series.

    Args:
        measured: The measurements, in order.
        targets: The aims.

    Yields:
        A finding per pair of series, per figure without a perimeter that fits none, and per aim on an ended series.
    """
    lines: dict[Subject, Line] = {}
    for each in measured:
        if each.period is not None and each.period.end is not None and not each.is_forecast:
            line = lines.setdefault(each.subject.but(perimeter=None), {})
            line.setdefault(each.subject.perimeter, []).append(each)
    for subject, line in lines.items():
        yield from _two_series(subject, line)
        yield from _not_stated(line)
    by_aim: dict[tuple[object, ...], Line] = {}
    for subject, line in lines.items():
        if subject.basis is not Basis.STOCK and subject.operator is None:
            by_aim[_aimed(subject, subject.unit, frozenset(subject.segments))] = line
    for target in sorted(targets, key=lambda each: each.id):
        line = by_aim.get(_aimed(target, target.figure.unit, frozenset(target.segments)), {})
        yield from _ended(target, line)


def _two_series(subject: Subject, line: Line) -> Iterator[Finding]:
    old, new = (_whole_years(line.get(perimeter, [])) for perimeter in (Perimeter.OLD, Perimeter.NEW))
    if not old or not new or min(new) - max(old) > 1:
        return
    both = sorted(set(old) & set(new))
    sides = [(old[year], new[year]) for year in both] or [(old[max(old)], new[min(new)])]
    shown = [each for side in sides for each in (*side[0], *side[1])]
    before, after = sides[-1]
    sentence = say(
        fr="{subject} : {before} ({then}) sur l'ancien périmètre, {after} ({now}) sur le nouveau. "
        "Les deux séries ne se raccordent pas : passer de l'une à l'autre change l'instrument, non la chose mesurée.",
        en="{subject}: {before} ({then}) on the old perimeter, {after} ({now}) on the new one. "
        "The two series do not join: a step from one to the other changes the ruler, not what is measured.",
        ar="{subject}: {before} ({then}) على المحيط القديم، و{after} ({now}) على الجديد. "
        "السلسلتان لا تتصلان: الانتقال من إحداهما إلى الأخرى يغير أداة القياس لا الشيء المقيس.",
        subject=subject, before=_figures(before), then=before[0].period, after=_figures(after), now=after[0].period,
    )  # fmt: skip
    yield Finding(
        code=FindingCode.PERIMETERS_DO_NOT_JOIN,
        severity=Severity.WARNING,
        sentence=sentence,
        exhibits=[
            each.exhibit.playing(Role.EARLIER if each.subject.perimeter is Perimeter.OLD else Role.LATER)
            for each in shown
        ],
    )


def _figures(rivals: Iterable[Measurement]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(each.figure for each in rivals))


def _whole_years(measured: Iterable[Measurement]) -> dict[int, list[Measurement]]:
    found: dict[int, list[Measurement]] = {}
    for each in measured:
        if each.period is not None and each.period.year is not None:
            found.setdefault(each.period.year, []).append(each)
    whole = {year: [each for each in found[year] if str(each.period) == str(year)] for year in sorted(found)}
    return {year: of_year for year, of_year in whole.items() if of_year} or found


def _not_stated(line: Line) -> Iterator[Finding]:
    by_period: dict[str, list[Measurement]] = {}
    for perimeter in (Perimeter.OLD, Perimeter.NEW):
        for each in line.get(perimeter, ()):
            by_period.setdefault(str(each.period), []).append(each)
    open_: dict[str, list[Measurement]] = {}
    for each in line.get(None, ()):
        known = by_period.get(str(each.period), ())
        if known and all(disagree(each.figure, other.figure) for other in known):
            open_.setdefault(str(each.period), []).append(each)
    for period, without in open_.items():
        known = by_period[period]
        sentence = say(
            fr="{subject}, {period} : {figure}, sans dire quel périmètre est compté ; cela ne s'accorde pas avec "
            "{others}, dont le périmètre est connu. Ni à comparer ni à joindre.",
            en="{subject}, {period}: {figure}, without saying which perimeter is counted; it does not fit "
            "{others}, whose perimeter is known. Neither to be compared nor joined.",
            ar="{subject}، {period}: {figure}، دون ذكر المحيط المعتمد؛ ولا يوافق {others}، المعروف محيطه. "
            "لا يقارن ولا يوصل.",
            subject=without[0].subject, period=without[0].period,
            figure=_figures(without), others=_figures(known),
        )  # fmt: skip
        yield Finding(
            code=FindingCode.PERIMETER_NOT_STATED,
            severity=Severity.NOTICE,
            sentence=sentence,
            exhibits=[each.exhibit for each in (*without, *known)],
        )


def _aimed(about: Subject | Target, unit: str, segments: frozenset[Segment]) -> tuple[object, ...]:
    return (about.measure, about.place.id, about.scope, unit, segments)


def _ended(target: Target, line: Line) -> Iterator[Finding]:
    """An aim on a perimeter whose series ended before its date, while another perimeter goes on."""
    if target.perimeter is None or target.due is None or target.due.end is None:
        return
    other = Perimeter.NEW if target.perimeter is Perimeter.OLD else Perimeter.OLD
    own, goes_on = _whole_years(line.get(target.perimeter, ())), _whole_years(line.get(other, ()))
    if not own or not goes_on or max(goes_on) <= max(own) or target.due.end.year <= max(own):
        return
    last, latest = own[max(own)][-1], goes_on[max(goes_on)][-1]
    sentence = say(
        fr="L'objectif ({figure}, {due}) est fixé sur un périmètre ({perimeter}) mesuré pour la dernière fois "
        "en {year}, {last} ; la série actuelle, {latest} ({now}), compte autre chose et ne peut pas en juger.",
        en="The aim of {figure} ({due}) is set on a perimeter ({perimeter}) that was last measured for {year}, {last}; "
        "the series of today, {latest} ({now}), counts something else and cannot judge it.",
        ar="هدف {figure} ({due}) محدد على محيط ({perimeter}) قيس آخر مرة سنة {year}، {last}؛ "
        "والسلسلة الحالية، {latest} ({now})، تعد شيئا آخر ولا يمكن أن تحكم عليه.",
        figure=target.figure, due=target.due, perimeter=target.perimeter, year=max(own), last=last.figure,
        latest=latest.figure, now=latest.period,
    )  # fmt: skip
    yield Finding(
        code=FindingCode.AIM_ON_OTHER_PERIMETER,
        severity=Severity.WARNING,
        sentence=sentence,
        exhibits=[
            of_target(target, Role.AIM),
            last.exhibit.playing(Role.EARLIER),
            latest.exhibit.playing(Role.LATER),
        ],
    )
