"""Strips: rows of bars, each with its name on one side and its figure, as it is stated, on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from maroc_offshoring.display.charts import colours
from maroc_offshoring.display.charts.canvas import PLOT, rows, sized
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import directed, safe
from maroc_offshoring.display.reader import Reader

_LINE, _GAP = 14, 8  # pixels


@frozen(kw_only=True)
class Piece:
    """A piece of a bar.

    Args:
        row: The name of its row.
        start: Where it begins.
        end: Where it ends.
        kind: What it is, as the legend says.
        says: What it says to who points at it, a line each by its heading.
        is_pale: Whether it only may be so: how far a range reaches.
    """

    row: str
    start: float
    end: float
    kind: str
    says: Mapping[str, str]
    is_pale: bool = False


@frozen(kw_only=True)
class End:
    """The end of a bar, with its figure.

    Args:
        row: The name of its row.
        at: Where the bar ends.
        text: The figure, as it is stated.
        is_open: Whether the figure may be more.
    """

    row: str
    at: float
    text: str
    is_open: bool


def strips(pieces: Sequence[Piece], ends: Sequence[End], key: Key, counted: str, reader: Reader) -> Any:
    """Draw rows of bars.

    Args:
        pieces: The pieces of the bars, the rows in their order.
        ends: The end of each bar.
        key: The colour of each kind of piece.
        counted: What the axis counts.
        reader: Who reads. In Arabic the names stand on the right and the bars grow to the left.

    Returns:
        A layer of altair.
    """
    alt = altair()
    is_arabic = reader.language == "ar"
    names = list(dict.fromkeys(piece.row for piece in pieces))
    across = alt.X(
        "start:Q",
        scale=alt.Scale(reverse=is_arabic, zero=True, nice=False),
        axis=alt.Axis(**sized(reader, counted, titleAlign="right" if is_arabic else "left")),
    )
    down = alt.Y("row:N", scale=alt.Scale(domain=names, paddingInner=0.28, paddingOuter=0.14), axis=name_axis(reader))
    headings = list(dict.fromkeys(heading for piece in pieces for heading in piece.says))
    bar = (
        alt.Chart(rows(_values(pieces, headings)))
        .mark_bar(stroke=colours.EDGE, strokeWidth=0.6)
        .encode(
            x=across,
            x2="end:Q",
            y=down,
            color=key.channel("kind", reader, is_turned=is_arabic, symbolType="square"),
            opacity=alt.condition("datum.is_pale", alt.value(0.35), alt.value(1)),
            tooltip=[alt.Tooltip(f"says_{place}:N", title=heading) for place, heading in enumerate(headings)],
        )
    )
    return alt.layer(bar, *_ends(ends, across, down, reader)).properties(
        width=PLOT, height=alt.Step(step(names, least=2))
    )


def step(names: Sequence[str], least: int = 1) -> int:
    """Say how high a row must be for the longest of the names.

    Args:
        names: The names, in lines.
        least: For how many lines there is always room.

    Returns:
        The height, in pixels.
    """
    return _GAP + _LINE * max(least, *(name.count("\n") + 1 for name in names))


def name_axis(reader: Reader) -> Any:
    """Make the axis of the names of rows: each in its lines, the middle of them at the row.

    Args:
        reader: Who reads; in Arabic the names stand on the right.

    Returns:
        The axis of altair.
    """
    alt = altair()
    lifts = [
        {"test": f"length(split(datum.label, '\\n')) == {lines}", "value": (1 - lines) * _LINE / 2} for lines in (2, 3)
    ]
    return alt.Axis(
        title=None, orient="right" if reader.language == "ar" else "left", labelExpr="split(datum.label, '\\n')",
        labelOffset={"condition": lifts, "value": 0}, domain=False, ticks=False, labelPadding=8,
    )  # fmt: skip


def _ends(ends: Sequence[End], across: Any, down: Any, reader: Reader) -> Iterator[Any]:
    """The figure of each bar, behind an arrow where it may be more."""
    alt = altair()
    align, beyond, shape = ("right", -1, "triangle-left") if reader.language == "ar" else ("left", 1, "triangle-right")
    for is_open in (False, True):
        found = [
            {"row": end.row, "start": end.at, "text": directed(end.text, reader)}
            for end in ends
            if end.is_open is is_open
        ]
        if not found:
            continue
        beside = alt.Chart(rows(found)).encode(x=across, y=down)
        if is_open:
            yield beside.mark_point(shape=shape, filled=True, size=60, color=colours.INK, opacity=1, xOffset=6 * beyond)
        dx = (14 if is_open else 6) * beyond
        yield beside.mark_text(align=align, dx=dx, fontSize=11, color=colours.INK).encode(text="text:N")


def _values(pieces: Sequence[Piece], headings: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "row": piece.row,
            "start": piece.start,
            "end": piece.end,
            "kind": piece.kind,
            "is_pale": piece.is_pale,
            **{f"says_{place}": safe(piece.says.get(heading, "")) for place, heading in enumerate(headings)},
        }
        for piece in pieces
    ]
