"""A total as a waterfall: its parts one behind the other, the sum, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.canvas import finished
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import apart, lines, name, safe
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.charts.strips import End, Piece, strips
from maroc_offshoring.display.charts.sums import about, units_of
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import called, written
from maroc_offshoring.errors import WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.totals import LeftOut, Line, Total
from maroc_offshoring.totals.working import because_of

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart

ROWS = 20
"""How many parts of a total have a bar of their own, unless more are asked for."""

_NOTE = 90  # characters of a reason that stand beside a bar; who points at it sees all
_KINDS = {
    words.PART: colours.BLUE,
    words.REMAINDER: colours.ORANGE,
    words.TOGETHER: colours.SKY,
    words.SUM: colours.BLACK,
    words.LEFT_OUT: colours.PAPER,
}
"""What a bar may be, and its colour."""


def waterfall(total: Total, *, rows: int | None = ROWS, language: str = "en") -> Chart:
    """Draw what a total is made of: its parts, what is beyond the parts of a whole, the sum, and what was left out.

    Args:
        total: The total.
        rows: How many parts have a bar of their own, the largest first; the others stand in one together. As many are
            shown of what was left out. None for all.
        language: `fr`, `en` or `ar`.

    Returns:
        The chart of altair; a panel for each currency, where there are several.

    Raises:
        InvalidField: Where the number of rows is less than one.
        MissingExtra: Where altair is not installed.
        UnknownWord: Where the language is another.
        WrongType: Where it is no total.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> chart = mo.charts.waterfall(memoranda.total("jobs"))
        >>> print(chart.title.text, chart.title.subtitle[0], sep=" | ")
        Jobs: what the sum is made of | in all: 5 050 jobs
    """
    reader = Reader(language, rows)
    if not isinstance(total, Total):
        raise WrongType("total", total, "a Total, such as ds.commitments.total('jobs')")
    title = reader.say(words.WATERFALL, measure=total.measure.label(language))
    falls = [_fall(total, unit, reader) for unit in units_of(total)]
    used = {bar.kind for _, bars in falls for bar in bars}
    kinds = {reader.say(kind): colour for kind, colour in _KINDS.items() if kind in used}
    key = Key(reader.say(words.ROLE), kinds)
    panels = [_panel(scale, bars, key, reader) for scale, bars in falls]
    shown = sum(bar.kind is words.LEFT_OUT for _, bars in falls for bar in bars)
    cut = reader.say(words.SOME_LEFT_OUT, n=shown, all=len(total.left_out)) if shown < len(total.left_out) else ""
    return finished(panels, title, [*about(total, reader), reader.say(words.MAY_REACH) if panels else "", cut], reader)


@frozen
class _Bar:
    """A bar: what it stands for, from where to where it reaches, and what is said of it."""

    name: str
    kind: Sentence
    figure: Figure
    start: float
    end: float
    reach: float
    is_open: bool
    note: str = ""


def _fall(total: Total, unit: str, reader: Reader) -> tuple[Scale, list[_Bar]]:
    """The bars of one unit, in their order."""
    lines = [line for line in total.counted if line.figure.unit == unit]
    left_out = [out for out in total.left_out if out.figure.unit == unit]
    sum_of_all = total.only(lines).figure
    scale = Scale.of([out.figure for out in left_out] + ([sum_of_all] if sum_of_all else []), unit)
    parts, rest = _counted(total, lines, scale, reader), _left_out(left_out, scale, reader)
    return scale, [*parts, *_sum(sum_of_all, scale, reader), *rest]


def _panel(scale: Scale, bars: Sequence[_Bar], key: Key, reader: Reader) -> Any:
    names = apart([name(bar.name) for bar in bars])
    pieces: list[Piece] = []
    ends: list[End] = []
    for shown, bar in zip(names, bars, strict=True):
        kind = reader.say(bar.kind)
        says = {
            reader.say(words.ROLE): kind,
            reader.say(words.RECORD): safe(bar.name),
            reader.say(words.FIGURE): safe(written_out(written(bar.figure, reader))),
            reader.say(words.WHY): safe(bar.note),
        }
        pieces.append(Piece(row=shown, start=bar.start, end=bar.end, kind=kind, says=says))
        if bar.reach > bar.end:
            pieces.append(Piece(row=shown, start=bar.end, end=bar.reach, kind=kind, says=says, is_pale=True))
        note = "".join(f"{reader.comma}{line}" for line in lines(bar.note, width=_NOTE, most=1))
        ends.append(
            End(row=shown, at=bar.reach, text=f"{scale.written(bar.figure, reader)}{note}", is_open=bar.is_open)
        )
    return strips(pieces, ends, key, scale.title(reader), reader)


def _counted(total: Total, lines: Sequence[Line], scale: Scale, reader: Reader) -> Iterator[_Bar]:
    """The parts, each from where the sum of those before it ends, as the total adds them."""
    in_order = sorted(lines, key=lambda line: (-scale.place(line.figure).high, line.record.id))
    alone = in_order if reader.rows is None or len(in_order) <= reader.rows else in_order[: reader.rows]
    groups = [[line] for line in alone] + ([in_order[len(alone) :]] if len(alone) < len(in_order) else [])
    start, so_far = 0.0, list[Line]()
    for group in groups:
        so_far += group
        own, reached = total.only(group).figure, total.only(so_far).figure
        if own is None or reached is None:
            continue  # a line always has a figure
        extent, end = scale.place(own), scale.place(reached).low
        # A whole may be firmer than its parts: what it adds to their ends is pale.
        solid = min(start + extent.low, end)
        first = group[0]
        if len(group) > 1:
            kind, named = words.TOGETHER, reader.say(words.OTHERS, n=len(group))
        else:
            kind = words.REMAINDER if first.is_remainder else words.PART
            named = called(first.record, reader)
        yield _Bar(named, kind, own, start, solid, max(start + extent.high, end), extent.is_open)
        start = end


def _sum(figure: Figure | None, scale: Scale, reader: Reader) -> Iterator[_Bar]:
    if figure is not None:
        extent = scale.place(figure)
        yield _Bar(reader.say(words.SUM), words.SUM, figure, 0.0, extent.low, extent.high, extent.is_open)


def _left_out(left_out: Sequence[LeftOut], scale: Scale, reader: Reader) -> Iterator[_Bar]:
    for out in reader.few(left_out):
        extent = scale.place(out.figure)
        because = because_of(out).label(reader.language)
        named = called(out.record, reader)
        yield _Bar(named, words.LEFT_OUT, out.figure, 0.0, extent.low, extent.high, extent.is_open, because)
