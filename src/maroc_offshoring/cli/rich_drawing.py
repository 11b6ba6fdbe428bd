"""Drawing a view with rich: headings, colours and links, in the columns that the plain text has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from maroc_offshoring.display.plain import NARROWEST, Layout, as_facts, bar_of, columns_of, drawn, layout
from maroc_offshoring.display.view import Bar, Cell, Lines, Row, Table, View, written_out

_HEADING = Style(bold=True)
_STYLES = {"code": Style(color="cyan"), "strong": Style(bold=True), "faint": Style(dim=True)}
_BAR = Style(color="blue")
# What an address may hold between the escapes that make a link of it: no control character, and no space.
_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")


def in_rich(view: View, width: int, *, colours: bool) -> str:
    """Draw a view.

    Args:
        view: The view.
        width: How wide the terminal is.
        colours: Whether it shows colours and links.

    Returns:
        The lines, with the escapes that colour them.
    """
    room = max(width, NARROWEST)
    console = Console(
        file=StringIO(), width=room, force_terminal=True, legacy_windows=False, highlight=False, markup=False,
        emoji=False, color_system="standard" if colours else None, no_color=not colours,
    )  # fmt: skip
    with console.capture() as captured:
        for part in _parts(view, room):
            console.print(part, overflow="fold")
    return "\n".join(line.rstrip(" ") for line in captured.get().rstrip("\n").split("\n"))


def _parts(view: View, width: int) -> Iterator[RenderableType]:
    yield _text(view.title, _HEADING)
    for each in view.about:
        yield _text(each, Style(dim=True))
    for block in view.blocks:
        if block.is_folded:
            yield Text(block.caption, Style(dim=True))
            continue
        yield Text()
        if block.caption and not view.is_titled(block):
            yield Text(block.caption, _HEADING)
        parts = _table(block, width) if isinstance(block, Table) else _lines(block)
        yield from parts


def _lines(lines: Lines) -> Iterator[RenderableType]:
    for item in lines.items:
        made = RichTable.grid(padding=(0, 1, 0, 0))
        made.add_row("-", _text(item))
        yield made
    if lines.more:
        yield Text(lines.more, Style(dim=True))


def _table(table: Table, width: int) -> Iterator[RenderableType]:
    if not table.columns:
        yield _facts(table.rows, width)
        return
    fitted = layout(table, width)
    shown, sums = [row for row in table.rows if not row.is_sum], [row for row in table.rows if row.is_sum]
    more = [Text(table.more, Style(dim=True))] if table.more else []
    if fitted is None:
        stacked: list[RenderableType] = [_facts(as_facts(table, row), width) for row in shown]
        stacked += more
        stacked += [_facts(as_facts(table, row), width) for row in sums]
        for number, part in enumerate(stacked):
            if number:
                yield Text()
            yield part
        return
    yield _grid(table, fitted, shown, [] if more else sums)
    if more:
        yield from more
        if sums:
            yield _grid(table, fitted, [], sums)


def _grid(table: Table, fitted: Layout, rows: Iterable[Row], sums: Iterable[Row]) -> RichTable:
    """Draw rows in the columns of the plain text, and bars behind them."""
    columns = [table.columns[at] for at in fitted.columns]
    heads = any(column.title for column in columns) and bool(rows)
    made = RichTable(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), show_header=heads, header_style=_HEADING
    )
    for column, width in zip(columns, fitted.widths, strict=True):
        made.add_column(
            Text(column.title), justify="right" if column.is_number else "left", width=width, overflow="fold"
        )
    if fitted.bars:
        made.add_column("", style=_BAR, width=fitted.bars, no_wrap=True, overflow="crop")
    for row, style in (*((row, None) for row in rows), *((row, _HEADING) for row in sums)):
        bar = bar_of(row)
        blocks = [Text("" if bar is None else drawn(bar, fitted.bars))] if fitted.bars else []
        made.add_row(*(_text(row.cells[at]) for at in fitted.columns), *blocks, style=style)
    return made


def _facts(rows: Iterable[Row], width: int) -> RichTable:
    """Draw names and values."""
    found = [(row.cells[0], row.cells[1:]) for row in rows]
    names = min(max((columns_of(written_out(name)) for name, _ in found), default=0), width // 2)
    made = RichTable.grid(padding=(0, 2, 0, 0))
    made.add_column(width=names, style=Style(dim=True), overflow="fold")
    made.add_column(overflow="fold")
    for name, values in found:
        made.add_row(_text(name), Text("  ").join(map(_text, values)))
    return made


def _text(shown: Cell, style: Style | None = None) -> Text:
    """Write a cell; its web addresses are links, where the terminal knows links."""
    made = Text(style=style or "")
    for piece in shown:
        if isinstance(piece, Bar):
            continue
        own = _STYLES.get(piece.kind, Style())
        linked = piece.url is not None and _ADDRESS.fullmatch(piece.url)
        made.append(piece.text, own + Style(link=piece.url) if linked else own)
    return made
