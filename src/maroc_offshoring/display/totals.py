"""Totals and breakdowns: the sum with its parts, what was left out and why, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words
from maroc_offshoring.display.bars import bars
from maroc_offshoring.display.figures import steps
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Lines, Row, Table, View, cell
from maroc_offshoring.display.writing import about, dated, key, prices, record, sources, sums, thing, written
from maroc_offshoring.totals import Breakdown, Line, Total
from maroc_offshoring.totals.working import left_out_node
from maroc_offshoring.vocabulary import Qualifier

_ADDED = Sentence("compté", "counted", "المحتسب")
_LEFT_OUT = Sentence("écartés", "left out", "لم تُحتسب")
_REST = Sentence("au-delà de ses parties\u00a0: ", "beyond its parts: ", "ما يزيد على أجزائه: ")
_NOTHING = Sentence("rien n'est compté", "nothing counted", "لا شيء محتسب")
_ONE_WITHOUT = Sentence(
    "sans un montant dont le taux ou l'année n'est pas connu",
    "without one amount that has no rate or no year",
    "دون مبلغ واحد لا يُعرف سعر صرفه أو سنته",
)
_SOME_WITHOUT = Sentence(
    "sans {n} montants dont le taux ou l'année n'est pas connu",
    "without {n} amounts that have no rate or no year",
    "دون مبالغ عددها {n} لا يُعرف سعر صرفها أو سنتها",
)
_BY = Sentence("{measure}, par {by}", "{measure}, by {by}", "{measure}، حسب {by}")
_NAMED = Sentence("selon une fonction", "a function", "دالة")


def view(found: Total | Breakdown, reader: Reader) -> View:
    """Make the view of a total or a breakdown.

    Args:
        found: The total or the breakdown.
        reader: Who reads.

    Returns:
        The view.
    """
    return _of_breakdown(found, reader) if isinstance(found, Breakdown) else _of_total(found, reader)


def _of_total(total: Total, reader: Reader) -> View:
    return View(
        language=reader.language,
        title=_sum(total, reader),
        about=_about(total, reader),
        blocks=(*_counted(total, reader), *_below(total, reader)),
    )


def _of_breakdown(breakdown: Breakdown, reader: Reader) -> View:
    total = breakdown.total
    by = [reader.say(words.KEYS[each]) if isinstance(each, str) else _function(each, reader) for each in breakdown.by]
    parts = list(breakdown.items())
    drawn = bars([part.figure for _, part in parts], reader)
    rows = [
        Row((*_keys(name, len(by), reader), sums(part.figures, reader), () if bar is None else (bar,)))
        for (name, part), bar in reader.few(list(zip(parts, drawn, strict=True)))
    ]
    rows.append(
        Row((cell(reader.say(words.IN_ALL)), *[()] * (len(by) - 1), sums(total.figures, reader), ()), is_sum=True)
    )
    measure = total.measure.label(reader.language)
    caption = reader.say(_BY, measure=measure, by=reader.comma.join(by))
    columns = (*map(Column, by), Column(measure, is_number=True), Column(""))
    table = Table(caption=caption, columns=columns, rows=tuple(rows), more=reader.rest(parts))
    return View(
        language=reader.language,
        title=_sum(total, reader),
        about=_about(total, reader),
        blocks=(table, *_below(total, reader)),
    )


def _function(by: object, reader: Reader) -> str:
    name = getattr(by, "__name__", "")
    return name if name.isidentifier() else reader.say(_NAMED)


def _keys(name: object, count: int, reader: Reader) -> tuple[Cell, ...]:
    return tuple(key(part, reader) for part in name) if count > 1 and isinstance(name, tuple) else (key(name, reader),)


def _sum(total: Total, reader: Reader) -> Cell:
    return sums(total.figures, reader) if total.figures else cell(reader.say(_NOTHING))


def _about(total: Total, reader: Reader) -> tuple[Cell, ...]:
    """What the sum counts and at which prices; and what is missing from it, which whoever copies it must see."""
    basis = "" if total.basis is None else total.basis.label(reader.language)
    figure = total.figure
    ends = "" if figure is None or figure.qualifier is Qualifier.EXACT else total.bounds().describe(reader.language)
    said = prices([line.figure.unit for line in total.counted], total.steps, reader)
    missing = len(total.without_rate)
    return (
        *about(total.measure.label(reader.language), basis, ends, *said),
        *about(reader.say(_ONE_WITHOUT if missing == 1 else _SOME_WITHOUT, n=missing) if missing else ""),
    )


def _counted(total: Total, reader: Reader) -> tuple[Table, ...]:
    if not total.counted:
        return ()
    drawn = bars([line.figure for line in total.counted], reader)
    shown = reader.few(list(zip(total.counted, drawn, strict=True)))
    heads = ("place", "due")
    columns = (
        Column(reader.say(words.RECORD)),
        *(Column(reader.say(words.FIELDS[name])) for name in heads),
        Column(total.measure.label(reader.language), is_number=True),
        Column(""),
    )
    rows = [_line(line, reader, () if bar is None else (bar,)) for line, bar in shown]
    rows.append(Row((cell(reader.say(words.IN_ALL)), (), (), sums(total.figures, reader), ()), is_sum=True))
    caption = f"{reader.say(_ADDED)} ({len(total.counted)})"
    return (Table(caption=caption, columns=columns, rows=tuple(rows), more=reader.rest(total.counted)),)


def _line(line: Line, reader: Reader, bar: Cell) -> Row:
    rest = cell(reader.say(_REST)) if line.is_remainder else ()
    due = () if line.due is None else dated(line.due, reader)
    named = (*rest, *record(line.record, reader))
    return Row((named, thing(line.places, reader), due, written(line.figure, reader), bar))


def _below(total: Total, reader: Reader) -> tuple[Table | Lines, ...]:
    return (*_left_out(total, reader), *steps(total.steps, reader), *sources(total.sources, reader))


def _left_out(total: Total, reader: Reader) -> Iterator[Lines]:
    """What was left out, in the words of the working, which knows them in three languages."""
    if total.left_out:
        yield Lines(
            caption=f"{reader.say(_LEFT_OUT)} ({len(total.left_out)})",
            items=tuple(
                (*written(out.figure, reader), *cell(f"  {left_out_node(out).statement.label(reader.language)}"))
                for out in reader.few(total.left_out)
            ),
            more=reader.rest(total.left_out),
            is_folded=True,
        )
