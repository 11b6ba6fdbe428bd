"""Findings: what contradicts itself, with the figures side by side."""

from __future__ import annotations

from collections.abc import Iterator

from maroc_offshoring.checks import Finding, Findings
from maroc_offshoring.checks.exhibit import Exhibit
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Piece, Row, Table, View, cell
from maroc_offshoring.display.writing import about, dated, prices, record, sources, thing, written

_TITLE = Sentence("{n} constats", "{n} findings", "{n} من الملاحظات")
_SEVERITY = Sentence("gravité", "severity", "الخطورة")
_CODE = Sentence("constat", "finding", "الملاحظة")
_MESSAGE = Sentence("ce qui est constaté", "what was found", "ما لوحظ")
_ROLE = Sentence("rôle", "role", "الدور")
_EXHIBITS = Sentence("chiffres côte à côte", "figures side by side", "الأرقام جنبا إلى جنب")


def view(shown: Findings | Finding, reader: Reader) -> View:
    """Make the view of findings, or of one.

    Args:
        shown: The findings or the finding.
        reader: Who reads.

    Returns:
        The view.
    """
    return _of_one(shown, reader) if isinstance(shown, Finding) else _of_all(shown, reader)


def _of_all(findings: Findings, reader: Reader) -> View:
    counts = [f"{code.label(reader.language)} ({count})" for code, count in findings.counts.items()]
    heads = (_SEVERITY, _CODE, _MESSAGE)
    columns = (*(Column(reader.say(head)) for head in heads), Column(reader.say(words.FIELDS["id"]), is_code=True))
    rows = [
        Row((
            thing(one.severity, reader),
            thing(one.code, reader),
            cell(one.message(reader.language)),
            cell(Piece(one.key, "code")),
        ))
        for one in reader.few(findings)
    ]  # fmt: skip
    title = reader.say(_TITLE, n=len(findings))
    table = Table(caption=title, columns=columns, rows=tuple(rows), more=reader.rest(findings))
    return View(
        language=reader.language, title=cell(title), about=about(*counts), blocks=(table,) if len(findings) else ()
    )


def _of_one(finding: Finding, reader: Reader) -> View:
    heads = [_ROLE, *(words.FIELDS[name] for name in ("figure", "period", "places", "basis", "said_by"))]
    columns = [Column(reader.say(head), is_number=head is words.FIELDS["figure"]) for head in heads]
    columns.append(Column(reader.say(words.RECORD)))
    units = [exhibit.figure.unit for exhibit in finding.exhibits if exhibit.figure is not None]
    table = Table(
        caption=reader.say(_EXHIBITS),
        columns=tuple(columns),
        rows=tuple(Row(tuple(_exhibit(exhibit, reader))) for exhibit in reader.few(finding.exhibits)),
        more=reader.rest(finding.exhibits),
    )
    return View(
        language=reader.language,
        title=cell(finding.message(reader.language)),
        about=(
            *about(finding.severity.label(reader.language), finding.code.label(reader.language)),
            *about(*prices(units, (), reader), cell(Piece(finding.key, "code"))),
        ),
        blocks=(table, *sources(finding.sources, reader)),
    )


def _exhibit(exhibit: Exhibit, reader: Reader) -> Iterator[Cell]:
    yield thing(exhibit.role, reader)
    yield () if exhibit.figure is None else written(exhibit.figure, reader)
    yield () if exhibit.period is None else dated(exhibit.period, reader)
    yield thing(exhibit.places, reader)
    yield thing(exhibit.basis, reader)
    yield thing(exhibit.said_by, reader)
    yield record(exhibit.record, reader)
