"""Shares that do not fit the numbers they are shares of.

"11 % of the national jobs" can be held against two counts: the jobs of the place, and those of the country. Where the
place itself was not counted, what was counted within it stands in: a city in its region. That part can only be smaller,
so a ratio below the share is explained, and one above it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from attrs import frozen

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.measurements import Measurement
from maroc_offshoring.checks.wording import in_turn, say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.conventions import bounds
from maroc_offshoring.figures.decimals import exact_product, quotient, rounded
from maroc_offshoring.measures import Measure
from maroc_offshoring.units import Unit
from maroc_offshoring.vocabulary import Basis

_SHARES = {
    Measure.SHARE_OF_NATIONAL_JOBS: (Measure.JOBS, Basis.STOCK),
    Measure.SHARE_OF_SECTOR_JOBS: (Measure.JOBS, Basis.STOCK),
    Measure.SHARE_OF_SECTOR_REVENUE: (Measure.REVENUE, Basis.FLOW),
}
"""What a share is a share of, and on which basis; of all jobs of a region, or of GDP, the record has no count."""


@frozen(eq=False)
class _Counts:
    """What a share can be held against.

    Args:
        inside: What was counted of the place, or within it.
        whole: What was counted of the country, all rivals.
        exact: Whether `inside` is of the very place of the share.
    """

    inside: tuple[Measurement, ...]
    whole: tuple[Measurement, ...]
    exact: bool

    def ratios(self, read: Sequence[Bounds], wholes: Sequence[Bounds]) -> list[tuple[Decimal, Decimal | None]]:
        """The bounds of each part over each whole, in per cent."""
        parts = read if self.exact else [add_bounds(read)]
        return [_ratio(part, whole) for part in parts for whole in wholes]


def shares(measured: Sequence[Measurement]) -> Iterator[Finding]:
    """Find the shares that do not fit what was counted of the place and of the country in the same year.

    Args:
        measured: The measurements, in order.

    Yields:
        A finding per share that no pair of counts fits.
    """
    counted: dict[tuple[object, ...], list[Measurement]] = {}
    for each in measured:
        subject, year = each.subject, _year(each)
        if (subject.measure, subject.basis) in _SHARES.values() and not each.is_forecast and year is not None:
            key = (year, subject.measure, subject.basis, subject.segments, subject.operator, subject.scope)
            counted.setdefault(key, []).append(each)
    for share in measured:
        if share.subject.measure in _SHARES and share.subject.unit == Unit.PERCENT and _year(share) is not None:
            counts = _counts(share, counted)
            if counts and (finding := _held_against(share, counts)):
                yield finding


def _year(measurement: Measurement) -> int | None:
    return measurement.period.year if measurement.period else None


def _counts(share: Measurement, counted: dict[tuple[object, ...], list[Measurement]]) -> _Counts | None:
    subject, year = share.subject, _year(share)
    measure, country = _SHARES[subject.measure], subject.place.country
    if country is None or (subject.place.id == country.id and not subject.segments and subject.operator is None):
        return None
    alike = _in_time(share, counted.get((year, *measure, subject.segments, subject.operator, subject.scope), ()))
    whole = _in_time(share, counted.get((year, *measure, (), None, subject.scope), ()))
    whole = [each for each in whole if each.subject.place.id == country.id]
    own = [each for each in alike if each.subject.place.id == subject.place.id]
    inside = own or _largest_apart([each for each in alike if each.subject.place.within(subject.place)])
    if not whole or not inside or len({each.figure.unit for each in (*whole, *inside)}) > 1:
        return None
    return _Counts(tuple(inside), tuple(whole), exact=bool(own))


def _in_time(share: Measurement, counts: Iterable[Measurement]) -> list[Measurement]:
    return [each for each in counts if each.period and share.period and each.period.overlaps(share.period)]


def _largest_apart(inside: Sequence[Measurement]) -> list[Measurement]:
    """Of what was counted within a place, the largest that do not lie in one another."""
    chosen: list[Measurement] = []
    for each in sorted(inside, key=lambda each: (-each.read.low, each.sort_key())):
        place = each.subject.place
        if not any(place.within(other.subject.place) or other.subject.place.within(place) for other in chosen):
            chosen.append(each)
    return sorted(chosen, key=Measurement.sort_key)


def _ratio(part: Bounds, whole: Bounds) -> tuple[Decimal, Decimal | None]:
    hundred = Decimal(100)
    low = quotient(exact_product(part.low, hundred), whole.high) if whole.high else Decimal(0)
    high = quotient(exact_product(part.high, hundred), whole.low) if part.high is not None and whole.low else None
    return low, high


def _held_against(share: Measurement, counts: _Counts) -> Finding | None:
    said = share.read
    tolerant = counts.ratios([each.read for each in counts.inside], [each.read for each in counts.whole])
    if any((high is None or said.low <= high) and (said.high is None or low <= said.high) for low, high in tolerant):
        return None
    below = all(high is not None and high < said.low for _, high in tolerant)
    explained = below and not counts.exact
    ratios = counts.ratios(
        [bounds(each.figure) for each in counts.inside], [bounds(each.figure) for each in counts.whole]
    )
    sentence = _said(share, counts, _range(ratios, Unit.PERCENT))
    return Finding(
        code=FindingCode.SHARE_DOES_NOT_FIT,
        severity=Severity.NOTICE if explained else Severity.WARNING,
        sentence=in_turn(sentence, _why(share, counts)) if explained else sentence,
        exhibits=[
            share.exhibit.playing(Role.SHARE),
            *(each.exhibit.playing(Role.COUNT) for each in counts.inside),
            *(each.exhibit.playing(Role.WHOLE) for each in counts.whole),
        ],
    )


def _said(share: Measurement, counts: _Counts, ratio: Figure) -> Sentence:
    return say(
        fr="{measure}, {place}, {period} : {share}. Mais {inside} ({where}) sur {whole} ({country}) font {ratio}.",
        en="{measure}, {place}, {period}: {share}. But {inside} ({where}) out of {whole} ({country}) make {ratio}.",
        ar="{measure}، {place}، {period}: {share}. لكن {inside} ({where}) من أصل {whole} ({country}) تعطي {ratio}.",
        measure=share.subject.measure, place=share.subject.place, period=share.period, share=share.figure,
        inside=_figures(counts.inside), whole=_figures(counts.whole), ratio=ratio,
        where=tuple(dict.fromkeys(each.subject.place for each in counts.inside)),
        country=counts.whole[0].subject.place,
    )  # fmt: skip


def _why(share: Measurement, counts: _Counts) -> Sentence:
    wholes = [bounds(each.figure) for each in counts.whole]
    part = bounds(share.figure)
    hundredth = Decimal("0.01")
    needed: list[tuple[Decimal, Decimal | None]] = [
        (
            exact_product(exact_product(whole.low, part.low), hundredth),
            None
            if whole.high is None or part.high is None
            else exact_product(exact_product(whole.high, part.high), hundredth),
        )
        for whole in wholes
    ]
    return say(
        fr="La part est dite de {place}, le compte est celui de {where} seulement : "
        "le reste de {place} n'est pas compté. La part demanderait {needed} dans {place}.",
        en="The share is told of {place}, the count is that of {where} alone: the rest of {place} is not counted. "
        "The share would take {needed} in {place}.",
        ar="الحصة مذكورة لـ {place}، والعدد خاص بـ {where} وحدها: باقي {place} غير معدود. "
        "تتطلب هذه الحصة {needed} في {place}.",
        place=share.subject.place, needed=_range(needed, counts.whole[0].figure.unit),
        where=tuple(dict.fromkeys(each.subject.place for each in counts.inside)),
    )  # fmt: skip


def _figures(counts: Iterable[Measurement]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(each.figure for each in counts))


def _range(ends: Sequence[tuple[Decimal, Decimal | None]], unit: str) -> Figure:
    """The range that some bounds lie in together, rounded outward to one decimal."""
    low = rounded(min(low for low, _ in ends), 1, ROUND_FLOOR)
    highs = [high for _, high in ends]
    if None in highs:
        return Figure(low, unit, "at_least")
    high = rounded(max(high for high in highs if high is not None), 1, ROUND_CEILING)
    return Figure(low, unit) if low == high else Figure(None, unit, "range", low, high)
