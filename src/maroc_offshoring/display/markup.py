"""A view as HTML: tables that a screen reader can read, with every text escaped and set apart in its own direction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from unicodedata import bidirectional

from maroc_offshoring.display.style import CLASS, STYLE
from maroc_offshoring.display.view import Bar, Cell, Column, Lines, Piece, Row, Table, View

# A blank or a quote is in no address that a browser writes.
ADDRESS = re.compile(r"https?://[^\s\"'<>`\\]+", re.IGNORECASE)
"""What becomes a link: a web address, and nothing that could be run."""
# For viewers that take styles out.
_BAR_WIDTH, _BAR_HEIGHT = 140, 10
_NEUTRAL = frozenset(" \u00a0\u202f,.'’()-–·%&+،؛")
# After Arabic letters, the parts of a date would be set from right to left.
_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")


def as_html(view: View, *, styled: bool = True) -> str:
    """Write a view as HTML.

    Args:
        view: The view.
        styled: Whether its style goes with it.

    Returns:
        One `<div>`, before it its style.
    """
    rtl = view.language == "ar"
    style = f"<style>\n{STYLE}\n</style>\n" if styled else ""
    lines = [f'{style}<div class="{CLASS}" lang="{view.language}" dir="{"rtl" if rtl else "ltr"}">']
    lines.append(f'<p class="maroc-title">{_cell(view.title, rtl)}</p>')
    lines += [f'<p class="maroc-about">{_cell(each, rtl)}</p>' for each in view.about]
    for block in view.blocks:
        is_titled = view.is_titled(block)
        lines += _table(block, rtl, is_titled) if isinstance(block, Table) else _lines(block, rtl)
    return "\n".join([*lines, "</div>"])


def inline(shown: Cell, language: str) -> str:
    """Write one cell as HTML, for a page that has a table of its own.

    Args:
        shown: The cell.
        language: `fr`, `en` or `ar`.

    Returns:
        The HTML, which stands within a line.
    """
    return _cell(shown, language == "ar")


def blocks(shown: Iterable[Table | Lines], language: str) -> str:
    """Write tables and lists as HTML, for a page that has a heading of its own.

    Args:
        shown: The tables and lists.
        language: `fr`, `en` or `ar`.

    Returns:
        The HTML; it is to stand in an element of the class :data:`maroc_offshoring.display.style.CLASS`.
    """
    rtl = language == "ar"
    return "\n".join(
        line
        for block in shown
        for line in (_table(block, rtl, False) if isinstance(block, Table) else _lines(block, rtl))
    )


def _table(table: Table, rtl: bool, is_titled: bool) -> Iterator[str]:
    yield from _opened(table)
    yield "<table>"
    # A screen reader names a table by its caption, also where the eye has read those words just above it.
    hidden = ' class="maroc-hidden"' if is_titled or table.is_folded else ""
    yield f"<caption{hidden}>{escape(table.caption)}</caption>"
    if table.columns:
        yield f"<thead><tr>{''.join(map(_head, table.columns))}</tr></thead>"
    yield "<tbody>"
    numbers = [column.is_number for column in table.columns]
    for row in table.rows:
        if row.is_sum:
            yield from _more(table)
        yield _row(row, numbers, rtl)
    if not any(row.is_sum for row in table.rows):
        yield from _more(table)
    yield "</tbody>"
    yield "</table>"
    yield from _closed(table)


def _head(column: Column) -> str:
    if not column.title:
        return "<td></td>"  # the bars say what they are; a heading without words would be read out as nothing
    return f'<th scope="col"{_look(column.is_number)}>{escape(column.title)}</th>'


def _more(table: Table) -> Iterator[str]:
    """Say how many rows are not shown, where they would stand: before the sum, which counts them."""
    if table.more:
        span = f' colspan="{len(table.columns)}"' if len(table.columns) > 1 else ""
        yield f'<tr class="maroc-more"><th scope="row"{span}>{escape(table.more)}</th></tr>'


def _row(row: Row, numbers: list[bool], rtl: bool) -> str:
    first, *others = row.cells
    known = [*numbers, *([False] * (len(row.cells) - len(numbers)))]
    cells = [f'<th scope="row"{_look(known[0], first)}>{_cell(first, rtl)}</th>']
    cells += [f"<td{_look(at, each)}>{_cell(each, rtl)}</td>" for each, at in zip(others, known[1:], strict=True)]
    look = ' class="maroc-sum"' if row.is_sum else ""
    return f"<tr{look}>{''.join(cells)}</tr>"


def _look(is_number: bool, cell: Cell = ()) -> str:
    if is_number:
        return ' class="maroc-number"'
    # An address may be broken anywhere, which must not make its column one letter wide.
    return ' class="maroc-wide"' if any(isinstance(each, Piece) and each.url for each in cell) else ""


def _lines(lines: Lines, rtl: bool) -> Iterator[str]:
    yield from _opened(lines)
    if lines.caption and not lines.is_folded:
        yield f"<p>{escape(lines.caption)}</p>"
    yield "<ul>"
    for item in lines.items:
        yield f"<li>{_cell(item, rtl)}</li>"
    if lines.more:
        yield f'<li class="maroc-more">{escape(lines.more)}</li>'
    yield "</ul>"
    yield from _closed(lines)


def _opened(block: Table | Lines) -> Iterator[str]:
    if block.is_folded:
        yield f"<details><summary>{escape(block.caption)}</summary>"


def _closed(block: Table | Lines) -> Iterator[str]:
    if block.is_folded:
        yield "</details>"


def _cell(cell: Cell, rtl: bool) -> str:
    return "".join(_bar(each, rtl) if isinstance(each, Bar) else _piece(each, rtl) for each in cell)


def _piece(piece: Piece, rtl: bool) -> str:
    text = escape(piece.text)
    if rtl:
        text = _DATE.sub(r'<bdi dir="ltr">\g<0></bdi>', text)
    if any(map(str.isalnum, piece.text)) and not _flows_with_the_page(piece.text, rtl):
        # It may be of another direction than the page: a French title among Arabic words.
        text = f"<bdi>{text}</bdi>"
    if piece.explained:
        look = "" if any(map(str.isalnum, piece.text)) else ' class="maroc-sign"'
        text = f'<abbr{look} title="{escape(piece.explained)}">{text}</abbr>'
    if piece.url is not None and ADDRESS.fullmatch(piece.url):
        text = f'<a href="{escape(piece.url)}" target="_blank" rel="noopener noreferrer">{text}</a>'
    match piece.kind:
        case "code":
            return f"<code>{text}</code>"
        case "figure":
            return f'<span class="maroc-figure">{text}</span>'
        case "strong":
            return f"<strong>{text}</strong>"
        case "faint":
            return f'<span class="maroc-faint">{text}</span>'
        case _:
            return text


def _flows_with_the_page(text: str, rtl: bool) -> bool:
    """Whether all its letters run as the page does, so that it need not be set apart; digits run as Latin ones."""
    ways = ("AL", "NSM") if rtl else ("L", "EN", "NSM")
    return all(character in _NEUTRAL or bidirectional(character) in ways for character in text)


def _bar(bar: Bar, rtl: bool) -> str:
    """Draw a bar: what is certain solid, what is possible faint, and two slivers where it may go on."""
    parts = [(0.0, bar.solid, 0.8), (bar.solid, bar.reach, 0.45)]
    if bar.is_open:
        parts += [(bar.reach + 0.015, bar.reach + 0.03, 0.8), (bar.reach + 0.045, bar.reach + 0.06, 0.5)]
    drawn = "".join(_rectangle(start, end, strength, rtl) for start, end, strength in parts if end > start)
    return (
        f'<svg role="img" aria-label="{escape(bar.says)}" viewBox="0 0 1000 10" preserveAspectRatio="none" '
        f'width="{_BAR_WIDTH}" height="{_BAR_HEIGHT}">'
        f"{drawn}</svg>"
    )


def _rectangle(start: float, end: float, strength: float, rtl: bool) -> str:
    at = 1 - end if rtl else start
    return f'<rect x="{at * 1000:.0f}" y="0" width="{(end - start) * 1000:.0f}" height="10" fill-opacity="{strength}"/>'
