"""Dates that cannot be: what is dated later than the page that tells it, or than the record itself.

A stock of May 2025 cannot be read on a page of November 2023, and nothing can be announced after it was printed. A flow
or a running total may be told once its last year or month has begun; a forecast may always be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from maroc_offshoring.checks.codes import FindingCode, Severity
from maroc_offshoring.checks.exhibit import Exhibit, of_observation, of_pledge, of_target, sources_of
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.wording import in_turn, say
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.model import Agreement, Commitment, Observation, Record, Site, Source, Statement, Target
from maroc_offshoring.vocabulary import Basis, Nature


@frozen(eq=False)
class _Dated:
    """Something with a date of its own.

    Args:
        record: The record.
        date: When it was so, or was announced.
        sources: Who prints it.
        exhibit: The figure, for the finding.
        is_first: Whether the date says when it was first told: an earlier source then proves the date wrong.
    """

    record: Record
    date: PartialDate
    sources: tuple[Source, ...]
    exhibit: Exhibit
    is_first: bool


def dates(records: Iterable[Record], published: PartialDate | None) -> Iterator[Finding]:
    """Find what is dated later than a source of it, or than the edition of the record.

    Args:
        records: Observations, promises, aims, agreements, statements and sites.
        published: When the dataset was published; None where that is not known.

    Yields:
        A finding per date.
    """
    for record in sorted(records, key=lambda each: (type(each).__name__, each.id)):
        for dated in _dated(record):
            earlier = [each for each in dated.sources if each.published is not None and each.published < dated.date]
            if earlier:
                yield _before_it_was_so(dated, earlier)
            elif published is not None and published < dated.date:
                yield _after_the_record(dated, published)


def _dated(record: Record) -> Iterator[_Dated]:
    match record:
        case Observation() if record.period is not None and record.nature is not Nature.FORECAST:
            date = record.period.start if record.basis is Basis.STOCK else record.period.end
            if date is not None:
                yield _Dated(record, date, record.sources, of_observation(record), is_first=False)
        case Site():
            for said in record.history:
                if said.basis is Basis.STOCK and said.as_of is not None:
                    on = Period(said.as_of, said.as_of)
                    sources = sources_of(said.citations)
                    exhibit = Exhibit(
                        record=record, figure=said.figure, measure=said.measure, period=on, places=(record,),
                        sources=sources, note=said.note,
                    )  # fmt: skip
                    yield _Dated(record, said.as_of, sources, exhibit, is_first=False)
        case Commitment() if record.announced_on is not None:
            exhibit = of_pledge(record, record.pledges[0] if record.pledges else None)
            yield _Dated(record, record.announced_on, record.sources, exhibit, is_first=True)
        case Target() if record.announced_on is not None:
            yield _Dated(record, record.announced_on, record.sources, of_target(record), is_first=True)
        case Agreement() if record.signed_on is not None:
            yield _document(record, record.signed_on)
        case Statement() if record.said_on is not None:
            yield _document(record, record.said_on)
        case _:
            pass


def _document(record: Record, date: PartialDate) -> _Dated:
    exhibit = Exhibit(record=record, dated=date, sources=record.sources, note=record.note)
    return _Dated(record, date, record.sources, exhibit, is_first=True)


def _before_it_was_so(dated: _Dated, earlier: Sequence[Source]) -> Finding:
    papers = tuple(str(source) for source in earlier)
    sentence = say(
        fr="{record} porte la date {date}, mais une source est parue avant : {papers}.",
        en="{record} is dated {date}, but a source of it came out before: {papers}.",
        ar="{record} مؤرخ بـ {date}، لكن مصدرا له صدر قبل ذلك: {papers}.",
        record=dated.record.id, date=dated.date, papers=papers,
    )  # fmt: skip
    explained = not dated.is_first and len(earlier) < len(dated.sources)
    return Finding(
        code=FindingCode.DATED_AHEAD,
        severity=Severity.NOTICE if explained else Severity.ERROR,
        sentence=in_turn(sentence, _OF_ITS_OWN_DAY) if explained else sentence,
        exhibits=[dated.exhibit],
    )


_OF_ITS_OWN_DAY = say(
    fr="Cette source ne vaut que pour sa propre date ; une autre peut dire celle-ci.",
    en="That source speaks of its own day only; another one may tell of this one.",
    ar="هذا المصدر لا يصلح إلا لتاريخه؛ وقد يذكر مصدر آخر هذا التاريخ.",
)


def _after_the_record(dated: _Dated, published: PartialDate) -> Finding:
    sentence = say(
        fr="{record} porte la date {date}, après la clôture de la base, {published}, sans être une prévision.",
        en="{record} is dated {date}, after the record was closed on {published}, and is not said to be a forecast.",
        ar="{record} مؤرخ بـ {date}، بعد إقفال القاعدة في {published}، ولا يقال إنه توقع.",
        record=dated.record.id, date=dated.date, published=published,
    )  # fmt: skip
    return Finding(code=FindingCode.DATED_AHEAD, severity=Severity.ERROR, sentence=sentence, exhibits=[dated.exhibit])
