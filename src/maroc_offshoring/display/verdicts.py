"""Promises against results, and what is still promised: verdicts with their reasons, and an outlook by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maroc_offshoring.delivery import Delivery, Judgement, Outlook
from maroc_offshoring.delivery.evidence import Evidence
from maroc_offshoring.delivery.promise import NotJudged
from maroc_offshoring.derivation import NodeKind, Sentence
from maroc_offshoring.derivation.text import heading
from maroc_offshoring.display import words
from maroc_offshoring.display.bars import bars
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Lines, Piece, Row, Table, View, cell
from maroc_offshoring.display.writing import about, dated, prices, record, sources, sums, thing, written
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.totals import Total

_JUDGED = Sentence(
    "{n} engagements et objectifs jugés", "{n} promises and aims judged", "{n} من الوعود والأهداف محكوم عليها"
)
_ON = Sentence("au {date}", "as of {date}", "بتاريخ {date}")
_ONCE = Sentence("chacun compté une fois\u00a0: {tally}", "each counted once: {tally}", "كل واحد محتسب مرة: {tally}")
_VERDICT = Sentence("verdict", "verdict", "الحكم")
_WHAT = Sentence("engagement ou objectif", "promise or aim", "الوعد أو الهدف")
_PROMISED = Sentence("promis", "promised", "الموعود")
_RATIO = Sentence("rapport", "ratio", "النسبة")
_LEFT_OUT = Sentence("sans verdict", "without a verdict", "بدون حكم")
_EVIDENCE = Sentence("ce qui a été mesuré", "what was measured", "ما قيس")
_SHOWS = Sentence("ce que cela montre", "what it shows", "ما يبينه")
_STILL = Sentence(
    "{what}, {place}\u00a0: ce qui reste promis d'ici {until}",
    "{what}, {place}: what is still promised by {until}",
    "{what}، {place}: ما تبقى موعودا إلى غاية {until}",
)
_EVERYWHERE = Sentence("tous lieux", "all places", "كل الأماكن")
_YEAR = Sentence("année", "year", "السنة")
_UNDATED = Sentence("sans échéance", "without a date", "بدون أجل")
_LATER = Sentence("après {year}", "after {year}", "بعد {year}")
_IN_ALL = Sentence("en tout, daté", "in all, dated", "المجموع المؤرخ")
_MAY_COME = Sentence(
    "ce qui peut en venir, sous ces hypothèses\u00a0: de {low} à {high}",
    "what may come of it, under these assumptions: {low} to {high}",
    "ما قد يتحقق منه بهذه الفرضيات: من {low} إلى {high}",
)
_ASSUMED = Sentence("hypothèses", "assumptions", "الفرضيات")


def view(shown: Delivery | Judgement | Outlook, reader: Reader) -> View:
    """Make the view of verdicts, of one verdict, or of an outlook.

    Args:
        shown: The delivery, the judgement or the outlook.
        reader: Who reads.

    Returns:
        The view.
    """
    if isinstance(shown, Outlook):
        return _of_outlook(shown, reader)
    return _of_one(shown, reader) if isinstance(shown, Judgement) else _of_all(shown, reader)


def _of_all(delivery: Delivery, reader: Reader) -> View:
    heads = (_VERDICT, _WHAT, words.FIELDS["measure"], _PROMISED, words.FIELDS["due"], _RATIO)
    columns = [Column(reader.say(head), is_number=head in (_PROMISED, _RATIO)) for head in heads]
    rows = [
        Row((
            thing(one.verdict, reader),
            record(one.promise, reader),
            thing(one.measure, reader),
            written(one.figure, reader),
            dated(one.due, reader),
            _ratio(one, reader),
        ))
        for one in reader.few(delivery)
    ]  # fmt: skip
    title = reader.say(_JUDGED, n=len(delivery))
    tally = delivery.tally.label(reader.language)
    table = Table(caption=title, columns=tuple(columns), rows=tuple(rows), more=reader.rest(delivery))
    return View(
        language=reader.language,
        title=cell(title),
        about=(*about(reader.say(_ON, date=delivery.as_of)), *about(reader.say(_ONCE, tally=tally))),
        blocks=(*([table] if len(delivery) else []), *_left_out(delivery.left_out, reader)),
    )


def _ratio(judgement: Judgement, reader: Reader) -> Cell:
    ratio = judgement.ratio
    return () if ratio is None else cell(Piece(ratio.label(reader.language), "figure"))


def _left_out(left_out: Sequence[NotJudged], reader: Reader) -> Iterator[Lines]:
    if left_out:
        yield Lines(
            caption=f"{reader.say(_LEFT_OUT)} ({len(left_out)})",
            items=tuple(
                (*record(left.promise.record, reader), Piece(f": {left.reason.label(reader.language)}"))
                for left in reader.few(left_out)
            ),
            more=reader.rest(left_out),
            is_folded=True,
        )


def _of_one(judgement: Judgement, reader: Reader) -> View:
    heads = (words.FIELDS["period"], words.FIELDS["figure"], _SHOWS, words.RECORD)
    columns = [Column(reader.say(head), is_number=head is words.FIELDS["figure"]) for head in heads]
    evidence = judgement.evidence
    table = Table(
        caption=reader.say(_EVIDENCE),
        columns=tuple(columns),
        rows=tuple(Row(tuple(_evidence(each, reader))) for each in reader.few(evidence)),
        more=reader.rest(evidence),
    )
    facts = Table(
        caption=reader.say(_PROMISED),
        rows=(
            Row((cell(reader.say(_WHAT)), record(judgement.promise, reader))),
            Row((cell(reader.say(words.FIELDS["figure"])), written(judgement.figure, reader))),
            Row((cell(reader.say(words.FIELDS["due"])), dated(judgement.due, reader))),
            Row((cell(reader.say(words.FIELDS["places"])), thing(judgement.places, reader))),
        ),
    )
    verdict = heading(judgement.verdict.label(reader.language), reader.language)
    basis = "" if judgement.basis is None else judgement.basis.label(reader.language)
    return View(
        language=reader.language,
        title=cell(verdict, " ", judgement.message(reader.language)),
        about=about(
            judgement.measure.label(reader.language),
            basis,
            *prices([judgement.figure.unit], judgement.figure.steps, reader),
            reader.say(_ON, date=judgement.as_of),
        ),
        blocks=(facts, *([table] if evidence else []), *sources(judgement.sources, reader)),
    )


def _evidence(found: Evidence, reader: Reader) -> Iterator[Cell]:
    yield dated(found.period, reader)
    if found.figure is not None:
        yield written(found.figure, reader)
    else:
        yield () if found.shown is None else cell(Piece(found.shown.describe(reader.language), "figure"))
    yield thing(found.shows, reader)
    ids = [one.id for one in found.observations] or ([found.record.id] if found.record is not None else [])
    yield cell(*(piece for name in ids for piece in (Piece(name, "code"), " ")))


def _of_outlook(outlook: Outlook, reader: Reader) -> View:
    place = reader.say(_EVERYWHERE) if outlook.place is None else outlook.place.name.label(reader.language)
    title = reader.say(_STILL, what=outlook.measure.label(reader.language), place=place, until=outlook.until)
    years = list(outlook.years.items())
    drawn = bars([part.figure for _, part in years], reader)
    rows = [
        Row((cell(str(year)), sums(part.figures, reader), () if bar is None else (bar,)))
        for (year, part), bar in zip(years, drawn, strict=True)
    ]
    rows.append(Row((cell(reader.say(_IN_ALL)), sums(outlook.total.figures, reader), ()), is_sum=True))
    beside = ((reader.say(_UNDATED), outlook.undated), (reader.say(_LATER, year=outlook.until), outlook.later))
    rows += [Row((cell(name), sums(part.figures, reader), ())) for name, part in beside if part.counted]
    columns = (Column(reader.say(_YEAR)), Column(reader.say(_PROMISED), is_number=True), Column(""))
    parts = (outlook.total, outlook.undated, outlook.later)
    return View(
        language=reader.language,
        title=cell(title),
        about=about(reader.say(_ON, date=outlook.as_of), *_prices(parts, reader)),
        blocks=(
            Table(caption=title, columns=columns, rows=tuple(rows)),
            *_apart(outlook, reader),
            _may_come(outlook, reader),
            *sources(outlook.sources, reader),
        ),
    )


def _prices(parts: Sequence[Total], reader: Reader) -> list[str]:
    lines = [line for part in parts for line in part.counted]
    return prices([line.figure.unit for line in lines], [step for part in parts for step in part.steps], reader)


def _apart(outlook: Outlook, reader: Reader) -> list[Lines]:
    """What stands beside the years and is never added to them, as the working lists it under headings."""
    found: dict[str, list[Cell]] = {}
    title = ""
    for node in outlook.derivation.children:
        if node.kind is NodeKind.HEADING:
            title = node.statement.label(reader.language)
        elif node.kind is NodeKind.STATED and node.record is not None:
            said = cell(node.statement.label(reader.language), " ", Piece(node.record.id, "code"))
            found.setdefault(title, []).append(said)
    return [
        Lines(
            caption=f"{title} ({len(items)})",
            items=tuple(reader.few(items)),
            more=reader.rest(items),
            is_folded=True,
        )
        for title, items in found.items()
    ]


def _may_come(outlook: Outlook, reader: Reader) -> Lines:
    """Both ends of what may come, and always with every assumption."""
    items = tuple(cell(each.label(reader.language)) for each in outlook.assumptions)
    if len(outlook.total.figures) != 1:
        return Lines(caption=reader.say(_ASSUMED), items=items)
    expected = outlook.expected
    ends = {"low": figure_in(expected.low, reader.language), "high": figure_in(expected.high, reader.language)}
    return Lines(caption=reader.say(_MAY_COME, **ends), items=items)
