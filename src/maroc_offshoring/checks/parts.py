"""Parts of promises and aims: do those that a whole contains still fit into it?

A whole and its parts are linked by `part_of`; the steps of a promise stand in it. Only figures of one measure, unit and
basis are set against one another. Additions are added; a level is held against the whole by itself, because two levels
may be two steps of one staircase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.promises import Promise, Stated, stated
from maroc_offshoring.checks.wording import say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import bounds, reading
from maroc_offshoring.figures.decimals import total
from maroc_offshoring.model import Commitment
from maroc_offshoring.vocabulary import Basis


def parts_of_promises(records: Iterable[Promise]) -> Iterator[Finding]:
    """Find the promises and aims whose parts, or whose own steps, do not fit into them.

    Args:
        records: Commitments or targets, of one kind.

    Yields:
        A finding per whole and figure of it.
    """
    parts: dict[str, list[Promise]] = {}
    wholes: dict[str, Promise] = {}
    for record in sorted(records, key=lambda record: record.id):
        if isinstance(record, Commitment):
            yield from _steps(record)
        if record.part_of is not None:
            wholes[record.part_of.id] = record.part_of
            parts.setdefault(record.part_of.id, []).append(record)
    for name, whole in wholes.items():
        inside = [each for part in _each_once(parts[name]) for each in stated(part)]
        for own in stated(whole):
            if finding := _against(own, [each for each in inside if _alike(own, each)]):
                yield finding


def _each_once(parts: Sequence[Promise]) -> list[Promise]:
    """Leave out the parts that tell another part again, and those that another part replaced."""
    ids = {part.id for part in parts}
    replaced = {part.supersedes.id for part in parts if part.supersedes is not None}
    return [
        part
        for part in parts
        if part.id not in replaced
        and not (isinstance(part, Commitment) and part.restates is not None and part.restates.id in ids)
    ]


def _alike(whole: Stated, part: Stated) -> bool:
    return whole.measure.additive and all(
        getattr(whole, name) == getattr(part, name) for name in ("measure", "unit", "basis", "scope", "perimeter")
    )


def _against(whole: Stated, parts: Sequence[Stated]) -> Finding | None:
    ceiling = reading(whole.figure).high
    too_large = [part for part in parts if ceiling is not None and reading(part.figure).low > ceiling]
    if too_large:
        return _exceeded(whole, too_large)
    if whole.basis is not Basis.ADDITIONAL or len(parts) < 2:
        return None
    if ceiling is not None and total(reading(part.figure).low for part in parts) > ceiling:
        return _exceeded(whole, parts)
    values = [part.figure.value for part in parts if part.figure.value is not None]
    if whole.figure.value is None or len(values) < len(parts) or total(values) <= whole.figure.value:
        return None
    return _finding(FindingCode.WHOLE_BELOW_PARTS, Severity.NOTICE, _below(whole, total(values)), whole, parts)


def _exceeded(whole: Stated, parts: Sequence[Stated]) -> Finding:
    sentence = say(
        fr="{whole} : {measure}, {figure} pour le tout ; ses parties en font davantage, {parts}.",
        en="{whole}: {measure}, {figure} for the whole; its parts come to more, {parts}.",
        ar="{whole}: {measure}، {figure} للكل؛ وأجزاؤه أكثر من ذلك، {parts}.",
        whole=whole.record, measure=whole.measure, figure=whole.figure, parts=tuple(part.figure for part in parts),
    )  # fmt: skip
    return _finding(FindingCode.PARTS_EXCEED_WHOLE, Severity.WARNING, sentence, whole, parts)


def _below(whole: Stated, together: Decimal) -> Sentence:
    return say(
        fr="{whole} : {measure}, les parties font {sum} et le tout est annoncé à {figure}. "
        "L'écart tient dans l'arrondi ou dans les mots du tout : dire lequel des deux on cite.",
        en="{whole}: {measure}, the parts add up to {sum} and the whole is told as {figure}. "
        "A rounding or the words of the whole allow for the gap: say which of the two you quote.",
        ar="{whole}: {measure}، مجموع الأجزاء {sum} والكل معلن بـ {figure}. "
        "يسمح التقريب أو صيغة الكل بهذا الفرق: يجب ذكر أي الرقمين يُعتمد.",
        whole=whole.record, measure=whole.measure, figure=whole.figure, sum=Figure(together, whole.unit),
    )  # fmt: skip


def _finding(
    code: FindingCode, severity: Severity, sentence: Sentence, whole: Stated, parts: Sequence[Stated]
) -> Finding:
    exhibits = [whole.exhibit.playing(Role.WHOLE), *(part.exhibit.playing(Role.PART) for part in parts)]
    return Finding(code=code, severity=severity, sentence=sentence, exhibits=exhibits)


def _steps(record: Commitment) -> Iterator[Finding]:
    """A step on the way is contained in its promise, and cannot be larger."""
    for whole in stated(record):
        ceiling = bounds(whole.figure).high
        for step in record.milestones:
            if step.figure is None or ceiling is None or step.measure is not whole.measure:
                continue
            if step.figure.unit != whole.unit or reading(step.figure).low <= ceiling:
                continue
            sentence = say(
                fr="{whole} : {measure}, une étape à {step} ({due}) dépasse la promesse, {figure}.",
                en="{whole}: {measure}, a step of {step} ({due}) exceeds the promise, {figure}.",
                ar="{whole}: {measure}، مرحلة من {step} ({due}) تتجاوز الوعد، {figure}.",
                whole=record, measure=whole.measure, step=step.figure, due=step.due, figure=whole.figure,
            )  # fmt: skip
            inside = whole.but(figure=step.figure, period=step.due)
            yield _finding(FindingCode.PARTS_EXCEED_WHOLE, Severity.WARNING, sentence, whole, [inside])
