"""Numbers that are not those of the page: a figure beside the words of the source that give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from attrs import evolve

from maroc_offshoring import units
from maroc_offshoring.checks.codes import FindingCode, Severity
from maroc_offshoring.checks.exhibit import Exhibit, of_observation, of_pledge, of_target, sources_of
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.wording import say
from maroc_offshoring.errors import MarocOffshoringError, UnreadableFigure
from maroc_offshoring.figures import Figure, parse_figure
from maroc_offshoring.model import Commitment, Observation, Operator, Record, Site, Target

_NUMBER = re.compile(r"(\d+(?:\.\d+)?) [^\d ]+")


def not_as_printed(records: Iterable[Record]) -> Iterator[Finding]:
    """Find the figures whose number is none that their printed words can be read as.

    Words that cannot be read without guessing prove nothing, and neither does the unit: a page may count people where
    the record counts jobs.

    Args:
        records: Observations, promises, aims, sites and companies.

    Yields:
        A finding per figure.
    """
    for record in sorted(records, key=lambda each: (type(each).__name__, each.id)):
        for exhibit in _printed(record):
            figure = exhibit.figure
            if figure is None or figure.as_printed is None:
                continue
            read = _readings(figure.as_printed, figure.unit)
            if read and not any(_numbers(figure) <= each for each in read):
                sentence = say(
                    fr="{record} : le chiffre est {figure}, la page imprime « {printed} ».",
                    en="{record}: the figure is {figure}, the page prints “{printed}”.",
                    ar="{record}: الرقم هو {figure}، والصفحة تطبع «{printed}».",
                    record=record.id, figure=figure, printed=figure.as_printed,
                )  # fmt: skip
                yield Finding(
                    code=FindingCode.NOT_AS_PRINTED, severity=Severity.ERROR, sentence=sentence, exhibits=[exhibit]
                )


def _printed(record: Record) -> Iterator[Exhibit]:
    match record:
        case Observation():
            yield of_observation(record)
        case Target():
            yield of_target(record)
        case Commitment():
            whole = of_pledge(record, None)
            yield from (of_pledge(record, pledge) for pledge in record.pledges)
            for step in record.milestones:
                yield evolve(whole, figure=step.figure, measure=step.measure, period=step.due)
        case Site():
            for said in record.history:
                yield Exhibit(
                    record=record, figure=said.figure, measure=said.measure, places=(record,), dated=said.as_of,
                    sources=sources_of(said.citations), note=said.note,
                )  # fmt: skip
        case Operator():
            for seen in record.presences:
                yield Exhibit(
                    record=record, figure=seen.jobs, places=(seen.place,), dated=seen.as_of,
                    sources=sources_of(seen.citations),
                )  # fmt: skip
        case _:
            pass


@lru_cache(maxsize=4096)
def _readings(words: str, unit: str) -> tuple[frozenset[Decimal], ...]:
    """The numbers that the words may stand for, with the unit where they give none; none where they cannot be read."""
    for text in (words, f"{words} {units.label(unit, 'fr')}"):
        try:
            found = parse_figure(text)
        except UnreadableFigure as unread:
            numbers = [_NUMBER.fullmatch(each) for each in unread.readings]
            # A reading that is no plain number, or only repeats that of the page for want of a unit, is none.
            if any(number is not None and number[1] not in words for number in numbers) and all(numbers):
                return tuple(frozenset({Decimal(number[1])}) for number in numbers if number is not None)
        except MarocOffshoringError:
            continue
        else:
            return (_numbers(found),) if _countable(found.unit) == _countable(unit) else ()
    return ()


def _countable(unit: str) -> str:
    """What tells a unit apart: people may be told as jobs, but hectares not as square metres nor euros as dirhams."""
    part = units.parts(unit)
    return unit if part.currency or part.bottom or part.top in (units.Unit.M2, units.Unit.HA) else ""


def _numbers(figure: Figure) -> frozenset[Decimal]:
    return frozenset(number for number in (figure.value, figure.low, figure.high) if number is not None)
