"""A view as text for a terminal: columns that fit its width, and bars of block characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from maroc_offshoring.display.view import Bar, Lines, Piece, Row, Table, View, cell, written_out

NARROWEST = 20
"""The least width that is written for; a narrower terminal breaks the lines itself."""

_GAP = "  "
_WORD = 20  # what is longer, such as an address, may be broken
_SHORTEST_BAR, _LONGEST_BAR = 6, 30
_EIGHTHS = " ▏▎▍▌▋▊▉"


def as_text(view: View, width: int = 80) -> str:
    """Write a view as text.

    Args:
        view: The view.
        width: How wide a line may be.

    Returns:
        The lines. Of what a page folds away, only the heading is written.
    """
    room = max(width, NARROWEST)
    lines = _wrapped(written_out(view.title), room)
    for each in view.about:
        lines += _wrapped(written_out(each), room)
    for block in view.blocks:
        if block.is_folded:
            lines += _wrapped(block.caption, room)
        else:
            heading = [] if view.is_titled(block) else _wrapped(block.caption, room) if block.caption else []
            lines += ["", *heading, *(_table(block, room) if isinstance(block, Table) else _lines(block, room))]
    return "\n".join(line.rstrip(" ") for line in lines)


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines at its spaces, by the columns that it takes; a word too long for a line is broken too."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if columns_of(longer) <= width:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for character in word:
            if columns_of(lines[-1]) + columns_of(character) > width:
                lines.append("")
            lines[-1] += character
    return lines


def _lines(lines: Lines, width: int) -> Iterator[str]:
    for item in lines.items:
        for number, line in enumerate(_wrapped(written_out(item), width - 2)):
            yield f"{' ' if number else '-'} {line}"
    if lines.more:
        yield lines.more


def _table(table: Table, width: int) -> Iterator[str]:
    if not table.columns:
        yield from _facts(table.rows, width)
        return
    fitted = layout(table, width)
    if fitted is None:
        yield from _stacked(table, width)
        return
    numbers = [table.columns[at].is_number for at in fitted.columns]
    heads = [table.columns[at].title for at in fitted.columns]
    if any(heads):
        yield from _row(heads, fitted.widths, numbers)
    for row in table.rows:
        if row.is_sum and table.more:
            yield table.more
        first, *others = _row([written_out(row.cells[at]) for at in fitted.columns], fitted.widths, numbers)
        bar = bar_of(row)
        yield f"{first}{_GAP}{drawn(bar, fitted.bars)}" if bar is not None and fitted.bars else first
        yield from others
    if table.more and not any(row.is_sum for row in table.rows):
        yield table.more


class Layout(NamedTuple):
    """How a table fits a terminal.

    Args:
        columns: The numbers of the columns that have a text. A column of bars has none.
        widths: How wide each of these is; two columns of the terminal stand between them.
        bars: How much room is left for bars behind them.
    """

    columns: tuple[int, ...]
    widths: tuple[int, ...]
    bars: int


def layout(table: Table, width: int) -> Layout | None:
    """Fit a table into a terminal.

    Args:
        table: A table with columns.
        width: How wide the terminal is.

    Returns:
        How it fits; None where not even its figures, its ids and its longest words fit side by side.
    """
    texts = [tuple(written_out(cell) for cell in row.cells) for row in table.rows]
    kept = [at for at, column in enumerate(table.columns) if column.title or any(row[at] for row in texts)]
    natural = [max(map(columns_of, (table.columns[at].title, *(row[at] for row in texts)))) for at in kept]
    gaps = len(_GAP) * (len(kept) - 1)
    widths = _fitted(natural, [_least(table, at) for at in kept], width - gaps)
    left = width - sum(widths) - gaps
    if left < 0:
        return None
    room = min(left - len(_GAP), _LONGEST_BAR) if any(map(bar_of, table.rows)) else 0
    return Layout(tuple(kept), tuple(widths), room if room >= _SHORTEST_BAR else 0)


def bar_of(row: Row) -> Bar | None:
    """Return the bar of a row.

    Args:
        row: The row.

    Returns:
        Its first bar; None where it has none.
    """
    return next((piece for cell in row.cells for piece in cell if isinstance(piece, Bar)), None)


def as_facts(table: Table, row: Row) -> list[Row]:
    """Write a row of a table as names and values, for a terminal that is too narrow for the table.

    Args:
        table: The table.
        row: One of its rows.

    Returns:
        A row of a name and a value for each cell that holds a text.
    """
    told = zip(table.columns, row.cells, strict=True)
    return [Row((cell(column.title), value)) for column, value in told if written_out(value)]


def _stacked(table: Table, width: int) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        if row.is_sum and table.more:
            yield from ("", table.more)
        yield from ([""] if number else [])
        yield from _facts(as_facts(table, row), width)
    if table.more and not any(row.is_sum for row in table.rows):
        yield from ("", table.more)


def _facts(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Write rows of a name and a value: the value goes on below itself where it is long."""
    found = [_name_and_value(row) for row in rows]
    names = min(max((columns_of(name) for name, _ in found), default=0), width // 2)
    for name, value in found:
        yield from _row([name, value], [names, width - names - len(_GAP)], [False, False])


def _name_and_value(row: Row) -> tuple[str, str]:
    name, *values = map(written_out, row.cells)
    return name, _GAP.join(values)


def _least(table: Table, at: int) -> int:
    """The least width of a column: figures and ids stay whole, texts go on below after a word."""
    column = table.columns[at]
    cells = [row.cells[at] for row in table.rows]
    if column.is_whole:
        return max([_longest_word(column.title), *(columns_of(written_out(each)) for each in cells)])
    whole = [piece for each in cells for piece in each if isinstance(piece, Piece) and piece.kind in ("code", "figure")]
    texts = (column.title, *map(written_out, cells))
    return max([*(columns_of(piece.text) for piece in whole), *(min(_longest_word(text), _WORD) for text in texts)])


def _longest_word(text: str) -> int:
    return max(map(columns_of, text.split(" ")))


def _fitted(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Take width from the widest columns until all fit, as far as each of them may shrink."""
    widths = list(natural)
    while sum(widths) > room:
        shrinking = [at for at, width in enumerate(widths) if width > least[at]]
        if not shrinking:
            break
        widths[max(shrinking, key=lambda at: (widths[at], -at))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[str]:
    """Write a row: what is too long for its column goes on in the next line."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(
            _padded(part, width, at_end=number) for part, width, number in zip(line, widths, numbers, strict=True)
        )


def _padded(text: str, width: int, *, at_end: bool = False) -> str:
    blank = " " * (width - columns_of(text))
    return f"{blank}{text}" if at_end else f"{text}{blank}"


def columns_of(text: str) -> int:
    r"""Count the columns that a text takes in a terminal.

    Args:
        text: The text.

    Returns:
        Two for a wide character, none for an accent or a vowel mark that stands on another letter.

    Example:
        >>> from maroc_offshoring.display.plain import columns_of
        >>> columns_of("Fès"), columns_of("表"), columns_of("e\u0301")
        (3, 2, 1)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def drawn(bar: Bar, room: int) -> str:
    """Draw a bar in block characters.

    Args:
        bar: The bar.
        room: How long the longest is.

    Returns:
        Full blocks as far as it certainly reaches, light ones as far as it may, and a sign where it may go on.
    """
    full, eighth = divmod(round(bar.solid * room * 8), 8)
    blocks = "█" * full + (_EIGHTHS[eighth] if eighth else "")
    blocks += "░" * (round(bar.reach * room) - len(blocks))
    return f"{blocks}›" if bar.is_open and len(blocks) < room else blocks
