"""A dataset and its coverage: how many records of each kind, from when to when, and how fresh they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dataset.coverage import Coverage, Years
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Bar, Cell, Column, Lines, Piece, Row, Table, View, cell
from maroc_offshoring.display.writing import about
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.measures import Measure

_TITLE = Sentence("{n} fiches", "{n} records", "عدد السجلات: {n}")
_VERSION = Sentence("version {it}", "version {it}", "الإصدار {it}")
_PUBLISHED = Sentence("publié le {it}", "published {it}", "نشر في {it}")
_KNOWN = Sentence("tel que connu le {it}", "as known on {it}", "كما كان معروفا في {it}")
_LATEST = Sentence("dernière source datée\u00a0: {it}", "latest dated source {it}", "آخر مصدر مؤرخ: {it}")
_UNDATED = Sentence("{it} sources sans date", "{it} sources without a date", "{it} من المصادر بدون تاريخ")
_FIRST = Sentence("première année", "first year", "أول سنة")
_LAST = Sentence("dernière année", "last year", "آخر سنة")
_BY_MEASURE = Sentence("observations, par mesure", "observations, by measure", "القياسات، حسب المؤشر")
_LEGEND = Sentence(
    "Une année sans fiche ne dit pas qu'il ne s'y est rien passé\u00a0: les nombres comptent des fiches, "
    "non ce qu'elles énoncent.",
    "A year without a record does not mean that nothing happened: the counts are of records, not of what they state.",
    "غياب سجل في سنة ما لا يعني أن شيئا لم يحدث: الأعداد أعداد سجلات لا ما ورد فيها.",
)


def view(shown: Dataset | Coverage, reader: Reader) -> View:
    """Make the view of a dataset or its coverage.

    Args:
        shown: The dataset or the coverage.
        reader: Who reads.

    Returns:
        The view; of a coverage with the measures, too.
    """
    covered = shown.coverage() if isinstance(shown, Dataset) else shown
    kinds = Table(
        caption=reader.say(words.RECORDS),
        columns=_columns(words.FIELDS["kind"], reader),
        rows=tuple(_rows(_named_kinds(covered.kinds, reader), reader)),
    )
    measures = Table(
        caption=reader.say(_BY_MEASURE),
        columns=_columns(words.FIELDS["measure"], reader),
        rows=tuple(_rows(_named_measures(covered.measures, reader), reader)),
        is_folded=isinstance(shown, Dataset),
    )
    return View(
        language=reader.language,
        title=cell(reader.say(_TITLE, n=number_in(Decimal(covered.records), reader.language))),
        about=about(*_said(covered, reader)),
        blocks=(
            kinds,
            *([measures] if measures.rows else []),
            Lines(items=(cell(Piece(reader.say(_LEGEND), "faint")),)),
        ),
    )


def _said(covered: Coverage, reader: Reader) -> Iterator[str]:
    found = (
        (_VERSION, covered.version),
        (_PUBLISHED, covered.published),
        (_KNOWN, covered.known_on),
        (_LATEST, covered.latest_source),
        (_UNDATED, covered.undated_sources),
    )
    for said, it in found:
        if it:
            yield reader.say(said, it=it)


def _named_kinds(counted: Mapping[str, Years], reader: Reader) -> dict[str, Years]:
    return {reader.say(words.KINDS[kind]): years for kind, years in counted.items()}


def _named_measures(counted: Mapping[str, Years], reader: Reader) -> dict[str, Years]:
    return {Measure.of(measure).label(reader.language): years for measure, years in counted.items()}


def _columns(first: Sentence, reader: Reader) -> tuple[Column, ...]:
    numbers = [Column(reader.say(name), is_number=True) for name in (words.RECORDS, _FIRST, _LAST)]
    return (Column(reader.say(first)), *numbers, Column(""))


def _rows(counted: Mapping[str, Years], reader: Reader) -> Iterator[Row]:
    most = max((years.records for years in counted.values()), default=0)
    for name, years in counted.items():
        share = years.records / most
        bar = Bar(share, share, says=reader.say(words.BAR, share=round(share * 100)))
        yield Row((cell(name), _number(years.records), _number(years.first), _number(years.last), (bar,)))


def _number(number: int | None) -> Cell:
    return () if number is None else cell(Piece(str(number), "figure"))
