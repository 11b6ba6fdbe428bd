"""The ledger of verdicts: what became of each promise and aim whose date has passed, and why."""

from __future__ import annotations

from maroc_offshoring.delivery import Delivery, Judgement, Verdict
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.derivation.html import tree
from maroc_offshoring.display import words as house
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.report.bibliography import Bibliography
from maroc_offshoring.display.report.ledger import Column, Entry, Filter, Ledger
from maroc_offshoring.display.view import Piece, cell
from maroc_offshoring.display.writing import dated, record, thing, written
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Source

_WHAT = Sentence("engagement ou objectif", "promise or aim", "الوعد أو الهدف")
_VERDICT = Sentence("verdict", "verdict", "الحكم")
_PROMISED = Sentence("promis", "promised", "الموعود")
_RATIO = Sentence("rapport", "ratio", "النسبة")


def ledger(delivery: Delivery, reader: Reader, bibliography: Bibliography) -> Ledger:
    """List the verdicts.

    Args:
        delivery: The verdicts.
        reader: Who reads.
        bibliography: The sources of the report.

    Returns:
        The ledger, in the order of the dates.
    """
    say = reader.say
    verdicts, measures = list(Verdict), list(Measure)
    return Ledger(
        id="ledger-delivery",
        caption=say(words.DELIVERY),
        columns=(
            Column(say(_WHAT)),
            Column(say(_VERDICT)),
            Column(say(house.FIELDS["measure"])),
            Column(say(_PROMISED), is_number=True),
            Column(say(house.FIELDS["due"])),
            Column(say(_RATIO), is_number=True),
        ),
        filters=(
            Filter(say(_VERDICT), lambda group: verdicts.index(Verdict.of(group[0]))),
            Filter(say(house.FIELDS["measure"]), lambda group: measures.index(Measure.of(group[0]))),
        ),
        entries=tuple(_entry(at, one, reader, bibliography) for at, one in enumerate(delivery, 1)),
        opens=say(words.WHY),
    )


def _entry(at: int, one: Judgement, reader: Reader, bibliography: Bibliography) -> Entry:
    language = reader.language
    ratio = one.ratio
    return Entry(
        id=f"v{at}",
        cells=(
            record(one.promise, reader),
            thing(one.verdict, reader),
            thing(one.measure, reader),
            written(one.figure, reader),
            dated(one.due, reader),
            () if ratio is None else cell(Piece(ratio.label(language), "figure")),
        ),
        values=(
            None,
            str(list(Verdict).index(one.verdict)),
            None,
            _number(one.figure.value if one.figure.value is not None else one.figure.low),
            "" if one.due is None else str(one.due.last_day or ""),
            "" if ratio is None else _number(ratio.low),
        ),
        groups=(
            ((one.verdict.value, one.verdict.label(language)),),
            ((one.measure.value, one.measure.label(language)),),
        ),
        links=(3, 5),
        sources=bibliography.refer(sources_of(one, bibliography)),
        working=tree(one.derivation, language, bibliography.cite),
        also=tuple(name for place in one.places for name in place.name.main),
    )


def sources_of(one: Judgement, bibliography: Bibliography) -> tuple[Source, ...]:
    """Take the sources of a verdict: of the promise and of what it was held against.

    Args:
        one: The verdict.
        bibliography: The sources of the report.

    Returns:
        The sources.
    """
    return tuple(source for source in one.sources if source.id in bibliography.numbers)


def _number(value: object) -> str:
    return "" if value is None else f"{value:f}"
