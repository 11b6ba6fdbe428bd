"""A view as text for a terminal: columns that fit its width, and bars of block characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from maroc_offshoring.display.view import Bar, Lines, Row, Table, View, written_out

NARROWEST = 20
"""The least width that is written for; a narrower terminal breaks the lines itself."""

_GAP = "  "
_SHORTEST_WORDS = 10
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
        yield from _facts(table, width)
        return
    rows = [tuple(written_out(cell) for cell in row.cells) for row in table.rows]
    bars = [next((piece for cell in row.cells for piece in cell if isinstance(piece, Bar)), None) for row in table.rows]
    # A column of bars has no text: they stand at the end of the line, as far as there is room.
    kept = [at for at, column in enumerate(table.columns) if column.title or any(row[at] for row in rows)]
    heads = [table.columns[at].title for at in kept]
    cells = [[row[at] for at in kept] for row in rows]
    natural = [max(map(columns_of, column)) for column in zip(heads, *cells, strict=True)]
    numbers = [table.columns[at].is_number for at in kept]
    widths = _fitted(natural, [table.columns[at].is_whole for at in kept], width - len(_GAP) * (len(kept) - 1))
    left = width - sum(widths) - len(_GAP) * len(kept)
    room = min(left, _LONGEST_BAR) if any(bars) and left >= _SHORTEST_BAR else 0
    if any(heads):
        yield _line(heads, widths, numbers)
    for row, bar, is_sum in zip(cells, bars, [row.is_sum for row in table.rows], strict=True):
        if is_sum and table.more:
            yield table.more
        drawn = f"{_GAP}{_bar(bar, room)}" if bar is not None and room else ""
        yield _line(row, widths, numbers) + drawn
    if table.more and not any(row.is_sum for row in table.rows):
        yield table.more


def _facts(table: Table, width: int) -> Iterator[str]:
    """Write a table of names and values: the value goes on below itself where it is long."""
    found = [_name_and_value(row) for row in table.rows]
    names = min(max((columns_of(name) for name, _ in found), default=0), width // 2)
    for name, value in found:
        first, *others = _wrapped(value, width - names - len(_GAP))
        yield f"{_padded(name, names)}{_GAP}{first}"
        yield from (f"{' ' * names}{_GAP}{line}" for line in others)


def _name_and_value(row: Row) -> tuple[str, str]:
    name, *values = map(written_out, row.cells)
    return name, _GAP.join(values)


def _fitted(natural: Sequence[int], whole: Sequence[bool], room: int) -> list[int]:
    """Take width from the widest columns until all fit: from words before figures and ids, which must stay whole."""
    widths = list(natural)
    for shortest, may_shrink in ((_SHORTEST_WORDS, [not one for one in whole]), (1, [True] * len(widths))):
        while sum(widths) > room:
            shrinking = [at for at, width in enumerate(widths) if may_shrink[at] and width > shortest]
            if not shrinking:
                break
            widths[max(shrinking, key=lambda at: (widths[at], -at))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    return _GAP.join(
        _padded(cell, width, at_end=number) for cell, width, number in zip(cells, widths, numbers, strict=True)
    )


def _padded(text: str, width: int, *, at_end: bool = False) -> str:
    own = columns_of(text)
    if own > width:
        kept, own = "", 1
        for character in text:
            if own + columns_of(character) > width:
                break
            kept, own = kept + character, own + columns_of(character)
        text = f"{kept}…"
    blank = " " * (width - own)
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


def _bar(bar: Bar, room: int) -> str:
    full, eighth = divmod(round(bar.solid * room * 8), 8)
    drawn = "█" * full + (_EIGHTHS[eighth] if eighth else "")
    drawn += "░" * (round(bar.reach * room) - len(drawn))
    return f"{drawn}›" if bar.is_open and len(drawn) < room else drawn
