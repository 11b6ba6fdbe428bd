"""Measured wholes that are smaller than a part of theirs, or than the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.exhibit import Exhibit
from maroc_offshoring.checks.families import Family, Rivals, families
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.measurements import Measurement, ceiling, floor
from maroc_offshoring.checks.wording import in_turn, say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.decimals import total


def measured_wholes(measured: Sequence[Measurement]) -> Iterator[Finding]:
    """Find the measured wholes that are below a part of theirs, or below the sum of their parts.

    A whole is below its parts only where the highest figure told of it is below the lowest told of them, qualifiers
    and rounding allowed for.

    Args:
        measured: The measurements, in order.

    Yields:
        A finding per whole and kind of part.
    """
    for family in families(measured):
        finding = _single(family) or _together(family)
        if finding is not None:
            yield finding


def _single(family: Family) -> Finding | None:
    most = ceiling(family.whole)
    if most is None:
        return None
    above = [each for part in family.parts for each in part if each.read.low > most]
    if not above:
        return None
    sentence = say(
        fr="{subject}, {period} : {whole} pour le tout, moins que ce qui est dit d'une partie ({part}).",
        en="{subject}, {period}: {whole} for the whole, less than what is told of a part of it ({part}).",
        ar="{subject}، {period}: {whole} للكل، أي أقل مما يذكر عن جزء منه ({part}).",
        subject=family.whole[0].subject, period=family.whole[0].period, whole=_figures(family.whole),
        part=tuple(_part(each, family.whole[0]) for each in above),
    )  # fmt: skip
    if any(str(each.period) != str(family.whole[0].period) for each in above):
        sentence = in_turn(sentence, _SOME_DAY)
    return Finding(
        code=FindingCode.PARTS_EXCEED_WHOLE,
        severity=Severity.WARNING,
        sentence=sentence,
        exhibits=_exhibits(family.whole, [(each,) for each in above]),
    )


def _part(part: Measurement, whole: Measurement) -> Sentence:
    """Name a part by what sets it apart from the whole."""
    subject = part.subject
    own = {
        "place": subject.place,
        "segments": " + ".join(subject.segments),
        "operator": subject.operator,
        "period": part.period,
    }
    differing = [name for name in subject.differences(whole.subject) if name in own]
    words = own[differing[0]] if differing else part.period
    return say("{figure}, {part}", "{figure}, {part}", "{figure}، {part}", figure=part.figure, part=words)


_SOME_DAY = say(
    fr="Le tout est d'un jour non précisé de cette année.",
    en="The whole is of an unstated day of that year.",
    ar="الكل ليوم غير محدد من تلك السنة.",
)


def _together(family: Family) -> Finding | None:
    if len(family.apart) < 2:
        return None
    most, least = ceiling(family.whole), total(map(floor, family.apart))
    stated, added = _largest_value(family.whole), _added(family.apart)
    if most is not None and least > most:
        return _finding(family, FindingCode.PARTS_EXCEED_WHOLE, Severity.WARNING, _exceeded(family, least))
    if stated is not None and added is not None and added > stated:
        return _finding(family, FindingCode.WHOLE_BELOW_PARTS, Severity.NOTICE, _below(family, added))
    return None


def _exceeded(family: Family, least: Decimal) -> Sentence:
    return say(
        fr="{subject}, {period} : les {count} parties font au moins {sum}, plus que le tout, {whole}.",
        en="{subject}, {period}: its {count} parts come to {sum} or more, above the whole, {whole}.",
        ar="{subject}، {period}: مجموع الأجزاء ({count}) يبلغ على الأقل {sum}، أي أكثر من الكل، {whole}.",
        subject=family.whole[0].subject, period=family.whole[0].period, count=len(family.apart),
        sum=Figure(least, family.whole[0].figure.unit), whole=_figures(family.whole),
    )  # fmt: skip


def _below(family: Family, added: Decimal) -> Sentence:
    return say(
        fr="{subject}, {period} : les {count} parties font {sum}, et le tout est dit à {whole}. "
        "L'écart tient dans l'arrondi ou dans les mots du tout : dire lequel des deux on cite.",
        en="{subject}, {period}: its {count} parts add up to {sum}, and the whole is stated as {whole}. "
        "A rounding or the words of the whole allow for the gap: say which of the two you quote.",
        ar="{subject}، {period}: مجموع الأجزاء ({count}) {sum}، والكل المذكور {whole}. "
        "يسمح التقريب أو صيغة الكل بهذا الفرق: يجب ذكر أي الرقمين يُعتمد.",
        subject=family.whole[0].subject, period=family.whole[0].period, count=len(family.apart),
        sum=Figure(added, family.whole[0].figure.unit), whole=_figures(family.whole),
    )  # fmt: skip


def _finding(family: Family, code: FindingCode, severity: Severity, sentence: Sentence) -> Finding:
    return Finding(code=code, severity=severity, sentence=sentence, exhibits=_exhibits(family.whole, family.apart))


def _exhibits(whole: Rivals, parts: Sequence[Rivals]) -> list[Exhibit]:
    inside = sorted((each for part in parts for each in part), key=Measurement.sort_key)
    return [
        *(each.exhibit.playing(Role.WHOLE) for each in whole),
        *(each.exhibit.playing(Role.PART) for each in inside),
    ]


def _figures(rivals: Rivals) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(each.figure for each in rivals))


def _largest_value(rivals: Rivals) -> Decimal | None:
    values = [each.figure.value for each in rivals]
    return None if None in values else max(value for value in values if value is not None)


def _added(parts: Sequence[Rivals]) -> Decimal | None:
    """The sum of the lowest number told of each part; None where one of them has no number."""
    lowest = [
        min((each.figure.value for each in part if each.figure.value is not None), default=None) for part in parts
    ]
    return None if None in lowest else total(value for value in lowest if value is not None)
