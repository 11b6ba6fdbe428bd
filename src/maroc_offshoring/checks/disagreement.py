"""Sources that disagree: two figures of one subject and one period that no single number fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from maroc_offshoring.checks.codes import FindingCode, Severity
from maroc_offshoring.checks.comparing import apart, outermost
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.measurements import Measurement
from maroc_offshoring.checks.wording import in_turn, say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import gap
from maroc_offshoring.measures import Measure
from maroc_offshoring.vocabulary import Basis

A_YEARS_DRIFT, A_YEARS_GROWTH = Decimal("0.05"), Decimal("0.25")
"""Two stocks of one year may be of two days of it: a gap of a twentieth is no news, one of a quarter is explained."""

_UNCLEAR = (Measure.RANK, Measure.LAUNCH)
"""What no two figures of need be about the same: a rank may be in the world or in Africa."""


def disagreements(measured: Sequence[Measurement]) -> Iterator[Finding]:
    """Find the measurements of one subject and period that disagree; forecasts are no measurements.

    Args:
        measured: The measurements, in order.

    Yields:
        A finding per subject and period, with every rival figure.
    """
    rivals: dict[tuple[object, str], list[Measurement]] = {}
    for each in measured:
        if not each.is_forecast and each.period is not None and each.subject.measure not in _UNCLEAR:
            rivals.setdefault((each.subject, str(each.period)), []).append(each)
    for told in rivals.values():
        ends = apart([each.figure for each in told])
        first = told[0]
        if ends is None or _one_source_says_both(told, *ends):
            continue
        drift = gap(*ends) if _of_some_day_of_a_year(first) else None
        if drift is not None and drift <= A_YEARS_DRIFT:
            continue
        low, high = outermost(each.figure for each in told)
        sentence = say(
            fr="{subject}, {period} : les sources ne s'accordent pas : {low} selon l'une, {high} selon une autre.",
            en="{subject}, {period}: the sources do not agree, from {low} to {high}.",
            ar="{subject}، {period}: المصادر لا تتفق: {low} في أحدها و{high} في آخر.",
            subject=first.subject, period=first.period, low=low, high=high,
        )  # fmt: skip
        why = _explanation(first, drift)
        yield Finding(
            code=FindingCode.SOURCES_DISAGREE,
            severity=Severity.NOTICE if why else Severity.WARNING,
            sentence=in_turn(sentence, why) if why else sentence,
            exhibits=[each.exhibit for each in told],
        )


def _one_source_says_both(told: Sequence[Measurement], low: Figure, high: Figure) -> bool:
    """A source that prints both figures does not contradict itself: it speaks of two things, or of two days."""
    printing = [
        {source.id for each in told if each.figure == end for source in each.exhibit.sources} for end in (low, high)
    ]
    return bool(printing[0] & printing[1])


def _of_some_day_of_a_year(measurement: Measurement) -> bool:
    period = measurement.period
    return (
        measurement.subject.basis is Basis.STOCK
        and period is not None
        and period.start is not None
        and period.start.month is None
    )


def _explanation(first: Measurement, drift: Decimal | None) -> Sentence | None:
    if first.subject.basis is Basis.FLOW and first.period is not None and first.period.start is None:
        return say(
            fr="Aucune page ne dit l'année : les chiffres peuvent être d'années différentes.",
            en="No page names the year: the figures may be of different years.",
            ar="لا تذكر أي صفحة السنة: قد تكون الأرقام لسنوات مختلفة.",
        )
    if drift is not None and drift <= A_YEARS_GROWTH:
        return say(
            fr="Ce sont des stocks d'un jour non précisé de l'année : l'écart peut être une évolution dans l'année.",
            en="They are stocks of an unstated day of the year: the gap may be a change within it.",
            ar="هي مخزونات ليوم غير محدد من السنة: قد يكون الفرق تطورا خلالها.",
        )
    return None
