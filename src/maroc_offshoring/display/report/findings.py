"""The ledger of findings: what contradicts itself, with the figures side by side."""

from __future__ import annotations

from maroc_offshoring.checks import Exhibit, Finding, FindingCode, Findings, Severity
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.markup import blocks
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.report.bibliography import Bibliography
from maroc_offshoring.display.report.ledger import Column, Entry, Filter, Ledger
from maroc_offshoring.display.view import Cell, Lines, cell
from maroc_offshoring.display.writing import about, dated, record, thing, written

_MESSAGE = Sentence("ce qui est constaté", "what was found", "ما لوحظ")
_SEVERITY = Sentence("gravité", "severity", "الخطورة")
_CODE = Sentence("constat", "finding", "الملاحظة")


def ledger(findings: Findings, reader: Reader, bibliography: Bibliography) -> Ledger:
    """List the findings.

    Args:
        findings: The findings.
        reader: Who reads.
        bibliography: The sources of the report.

    Returns:
        The ledger, the gravest first.
    """
    say = reader.say
    severities, codes = list(Severity), list(FindingCode)
    return Ledger(
        id="ledger-findings",
        caption=say(words.FINDINGS),
        columns=(Column(say(_MESSAGE)), Column(say(_SEVERITY)), Column(say(_CODE))),
        filters=(
            Filter(say(_SEVERITY), lambda group: severities.index(Severity.of(group[0]))),
            Filter(say(_CODE), lambda group: codes.index(FindingCode.of(group[0]))),
        ),
        entries=tuple(_entry(at, one, reader, bibliography) for at, one in enumerate(findings, 1)),
        opens=say(words.SIDE_BY_SIDE),
    )


def _entry(at: int, one: Finding, reader: Reader, bibliography: Bibliography) -> Entry:
    language = reader.language
    exhibits = Lines(items=tuple(_exhibit(exhibit, reader) for exhibit in one.exhibits))
    return Entry(
        id=f"f{at}",
        cells=(cell(one.message(language)), thing(one.severity, reader), thing(one.code, reader)),
        values=(None, str(list(Severity).index(one.severity)), None),
        groups=(
            ((one.severity.value, one.severity.label(language)),),
            ((one.code.value, one.code.label(language)),),
        ),
        links=(),
        sources=bibliography.refer(one.sources),
        working=blocks([exhibits], language),
        also=tuple(name for place in one.places for name in place.name.main),
    )


def _exhibit(exhibit: Exhibit, reader: Reader) -> Cell:
    """One of the figures side by side, with all that sets it apart."""
    figure = exhibit.figure
    return about(
        () if figure is None else written(figure, reader),
        () if exhibit.period is None else dated(exhibit.period, reader),
        *(thing(value, reader) for value in (exhibit.role, exhibit.places, exhibit.basis, exhibit.said_by)),
        record(exhibit.record, reader),
    )[0]
