"""Cells of text files that spreadsheets open: what one holds is never run as a formula, and reads back as it was."""

from __future__ import annotations

import re
from decimal import Decimal

from maroc_offshoring.export.layout import Kind

_RUNS = re.compile(r"[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet take a text for a formula when it comes first; a full-width sign does in some of them."""


def written(value: str | int | Decimal | None) -> str:
    """Write a value as the cell of a CSV file.

    Numbers are written with a point and in full. A text that a spreadsheet would take for a formula gets an apostrophe
    in front, which :func:`read` takes off again; so does an empty text, because an empty cell means that there is none.

    Args:
        value: A text, a number or None.

    Returns:
        The cell.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.export.cells import written
        >>> written(Decimal("1.5E+9")), written("=cmd|' /C calc'!A0"), written(None)
        ('1500000000', "'=cmd|' /C calc'!A0", '')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if not value or _RUNS.match(value) else value


def read(cell: str, kind: Kind) -> str | int | Decimal | None:
    """Read the cell of a CSV file, as :func:`written` wrote it.

    Args:
        cell: The cell.
        kind: What its column holds.

    Returns:
        The value; of a number that is none the text, which the reader of records refuses by name.
    """
    if not cell:
        return None
    if kind in (Kind.NUMBER, Kind.WHOLE):
        return number(cell, kind)
    return cell.removeprefix("'")


_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|\Z)')


def table(text: str) -> list[list[str]]:
    r"""Take a CSV text apart; cells may be of any length, which the csv module of Python allows for all or none.

    Args:
        text: The text: cells parted by commas, in quotes where they need it, quotes in them doubled.

    Returns:
        The cells of each line; empty lines are left out.

    Raises:
        ValueError: Where it is no CSV, with the number of the row.

    Example:
        >>> from maroc_offshoring.export.cells import table
        >>> table('id,name\nfes,"Fès, la sage"\n')
        [['id', 'name'], ['fes', 'Fès, la sage']]
    """
    found: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at < len(text):
        cell = _CELL.match(text, at)
        if cell is None:
            raise ValueError(f"row {len(found) + 1} has a quote that is not closed, or text beside quotes")
        quoted, plain, end = cell.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        at = cell.end()
        if end != ",":
            found.append(row)
            row = []
    if row:  # a comma stands last
        found.append([*row, ""])
    return [row for row in found if row != [""]]


_WHOLE = re.compile(r"-?[0-9]{1,40}")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")


def number(text: str, kind: Kind) -> str | int | Decimal:
    """Read a number that was written in full with a point.

    Args:
        text: The text.
        kind: Whether the number is whole.

    Returns:
        The number; the text where it is none.
    """
    if kind is Kind.WHOLE:
        return int(text) if _WHOLE.fullmatch(text) else text
    return Decimal(text) if _NUMBER.fullmatch(text) else text
