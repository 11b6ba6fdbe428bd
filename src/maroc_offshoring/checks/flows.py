"""Stocks that do not follow the flow: so many jobs were created from one year to another, and the stocks rose by less.

The stocks rose by the highest told at the end less the lowest told at the start, and by no more; every rival counts. A
stock of 2014 may be of its last day, when a fifth of what came from 2014 to 2018 was there already: of the flow only
what came between two stocks, at an even pace, must fit between them. A flow that no pair of stocks has room for does
not fit, whichever rival is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.measurements import Measurement, ceiling, floor
from maroc_offshoring.checks.wording import say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.decimals import difference, exact_product, quotient
from maroc_offshoring.measures import Measure
from maroc_offshoring.series import Subject
from maroc_offshoring.vocabulary import Basis, Qualifier

_BUILT_UP = (Measure.JOBS, Measure.WORKSTATIONS, Measure.COMPANIES, Measure.CALL_CENTRES, Measure.FLOOR_SPACE)
"""What stays once it was added, so that a flow of it must show in its stock; students and graduates do not."""


def flows(measured: Sequence[Measurement]) -> Iterator[Finding]:
    """Find the flows over some years that the stocks of their first and last year do not allow.

    Args:
        measured: The measurements, in order.

    Yields:
        A finding per flow, with every rival stock of both years.
    """
    stocks: dict[tuple[Subject, int], list[Measurement]] = {}
    for each in measured:
        year = each.period.year if each.period else None
        if each.subject.basis is Basis.STOCK and year is not None and not each.is_forecast:
            stocks.setdefault((each.subject, year), []).append(each)
    for flow in measured:
        span = flow.period
        if flow.subject.measure not in _BUILT_UP or flow.subject.basis is Basis.STOCK or flow.is_forecast:
            continue
        if span is None or span.start is None or span.end is None or span.start.year >= span.end.year:
            continue
        subject = flow.subject.but(basis=Basis.STOCK)
        before = stocks.get((subject, span.start.year), [])
        after = stocks.get((subject, span.end.year), [])
        if before and after and (finding := _held_against(flow, before, after)):
            yield finding


def _held_against(flow: Measurement, before: Sequence[Measurement], after: Sequence[Measurement]) -> Finding | None:
    highest, top = ceiling(after), ceiling(before)
    most = None if highest is None else difference(highest, floor(before))
    least = None if top is None else difference(floor(after), top)
    too_much = most is not None and not any(_has_room(flow, start, end) for start in before for end in after)
    too_little = least is not None and flow.read.high is not None and flow.read.high < least
    if not too_much and not too_little:
        return None
    return Finding(
        code=FindingCode.STOCK_AGAINST_FLOW,
        severity=Severity.WARNING,
        sentence=_said(flow, before, after, _rise(most if too_much else least, flow.figure.unit, too_much)),
        exhibits=[
            flow.exhibit.playing(Role.FLOW),
            *(each.exhibit.playing(Role.STOCK_BEFORE) for each in before),
            *(each.exhibit.playing(Role.STOCK_AFTER) for each in after),
        ],
    )


def _has_room(flow: Measurement, start: Measurement, end: Measurement) -> bool:
    """Whether two stocks leave room for what the flow brings, at an even pace, from the one to the other."""
    highest = end.read.high
    if highest is None or flow.period is None or start.period is None or end.period is None:
        return True
    first, last = flow.period.first_day, flow.period.last_day
    begin, finish = start.period.last_day, end.period.first_day
    if first is None or last is None or begin is None or finish is None:
        return True
    share = quotient(Decimal((finish - begin).days), Decimal((last - first).days + 1))
    return exact_product(flow.read.low, share) <= difference(highest, start.read.low)


def _said(flow: Measurement, before: Sequence[Measurement], after: Sequence[Measurement], rise: Sentence) -> Sentence:
    span = flow.period
    return say(
        fr="{subject}, {period} : {flow}. Mais le stock est dit à {before} ({start}), puis à {after} ({end}) : {rise}. "
        "Un flux peut compter des créations sans les pertes ; le stock compte les deux.",
        en="{subject}, {period}: {flow}. But the stock goes from {before} ({start}) to {after} ({end}): {rise}. "
        "A flow may count what was created without what was lost; the stock counts both.",
        ar="{subject}، {period}: {flow}. لكن المخزون ينتقل من {before} ({start}) إلى {after} ({end}): {rise}. "
        "قد يحسب التدفق ما أُحدث دون ما فُقد؛ أما المخزون فيحسبهما معا.",
        subject=flow.subject, period=span, flow=flow.figure, rise=rise,
        before=_figures(before), after=_figures(after),
        start=span and span.start and span.start.year, end=span and span.end and span.end.year,
    )  # fmt: skip


def _figures(rivals: Sequence[Measurement]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(each.figure for each in rivals))


def _rise(amount: Decimal | None, unit: str, at_most: bool) -> Sentence:
    if amount is None or amount < 0:
        return say(fr="il n'a pas augmenté", en="it did not rise", ar="لم يرتفع")
    qualifier = Qualifier.AT_MOST if at_most else Qualifier.AT_LEAST
    figure = Figure(amount, unit, qualifier)
    return say(fr="une hausse d'{rise}", en="a rise of {rise}", ar="ارتفاع {rise}", rise=figure)
