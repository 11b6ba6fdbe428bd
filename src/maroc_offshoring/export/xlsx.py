"""The record as an Excel workbook: a sheet per kind, with filters, real numbers and dates, and links to the sources."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import BytesIO
from os import PathLike
from typing import TYPE_CHECKING, Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, MissingExtra
from maroc_offshoring.export.lines import MEANING
from maroc_offshoring.export.placing import placed
from maroc_offshoring.export.sheets import Cell, Link, Sheet, sheets
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.files.format import DESCRIPTION, LICENCE_URL, TITLE, about

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_767  # what a cell of Excel holds
_LONGEST_LINK = 2_079
_MOST_ROWS, _MOST_LINKS = 1_048_576, 65_530  # what a sheet of Excel holds
_DIGITS = 15  # what a number of Excel holds
_FIRST_DAY = dt.date(1900, 3, 1)  # Excel takes 1900 for a leap year
_WIDEST = 60
_A3 = 8  # as Excel numbers the sizes of paper


def write(dataset: Dataset, path: str | PathLike[str], *, overwrite: bool = False, language: str = "en") -> None:
    """Write a dataset as an Excel workbook.

    Numbers of one unit stand in one column, whose head gives the unit; a number of more than fifteen digits is written
    as text, because Excel would round it. A full date is a date, one of a year or month is text as the source gives it.
    No text is taken for a formula, a number or a link.

    Args:
        dataset: The dataset.
        path: Where the workbook shall stand.
        overwrite: Whether a file that stands there is replaced.
        language: The language of names and words: `fr`, `en` or `ar`.

    Raises:
        MissingExtra: Where xlsxwriter is not installed.
        WrongType: Where it is no dataset or no path.
        InvalidField: Where a file stands there and shall not be replaced.
        OSError: Where it cannot be written; then nothing has changed.
    """
    found = sheets(sound(dataset), language)
    try:
        from xlsxwriter.workbook import Workbook
    except ImportError:
        raise MissingExtra("export xlsx", "xlsxwriter", "excel") from None
    with placed(path, overwrite=overwrite) as (temporary,):
        # Made in memory: on a full disk xlsxwriter would raise an error of its own, and leave a file open.
        content = BytesIO()
        book = Workbook(content, {"default_date_format": "yyyy-mm-dd", "in_memory": True, "use_zip64": True})
        book.set_properties({"title": TITLE, "comments": DESCRIPTION, "created": _created(dataset)})
        writer = _Writer(book)
        writer.notes(dataset, found)
        for sheet in found:
            writer.sheet(sheet)
        book.close()
        temporary.write_bytes(content.getvalue())


def _created(dataset: Dataset) -> dt.datetime:
    """A date for the file that depends on the data alone, so that the same data make the same bytes."""
    day = dataset.published.last_day if dataset.published else dt.date(2000, 1, 1)
    return dt.datetime(day.year, day.month, day.day)


class _Writer:
    """Writes sheets into a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._links = 0
        self._head: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._title: Format = book.add_format({"bold": True, "font_size": 14})
        self._text: Format = book.add_format({"valign": "top", "text_wrap": True})
        self._number: Format = book.add_format({"valign": "top", "num_format": "#,##0.##########"})
        self._whole: Format = book.add_format({"valign": "top", "num_format": "#,##0"})
        self._plain: Format = book.add_format({"valign": "top", "num_format": "0"})
        self._date: Format = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        self._link: Format = book.add_format({"valign": "top", "font_color": "#0B57D0", "underline": 1})

    def sheet(self, sheet: Sheet) -> None:
        """Write one sheet, its head frozen and with filters."""
        if len(sheet.rows) >= _MOST_ROWS:
            raise InvalidField("dataset", len(sheet.rows), f"at most {_MOST_ROWS - 1} rows of {sheet.name}; use sqlite")
        page = self._book.add_worksheet(sheet.name)
        self._links = 0
        for column, head in enumerate(sheet.headings):
            page.write_string(0, column, head.text, self._head)
            if head.meaning:
                page.write_comment(0, column, head.meaning, {"author": "", "x_scale": 2})
            cells = [row[column] for row in sheet.rows]
            page.set_column(column, column, _width([head.text, *map(_shown, cells)]))
            for row, cell in enumerate(cells, 1):
                self._cell(page, row, column, cell)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
        page.set_paper(_A3)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def notes(self, dataset: Dataset, found: tuple[Sheet, ...]) -> None:
        """Write the sheet that says what the others hold."""
        page = self._book.add_worksheet("notes")
        page.set_column(0, 1, 28)
        page.set_column(2, 2, 100)
        page.write_string(0, 0, TITLE, self._title)
        page.merge_range(1, 0, 1, 2, "", self._text)
        page.write_string(1, 0, DESCRIPTION, self._text)
        page.set_row(1, 48)
        lines: list[tuple[Cell, ...]] = [
            (key.replace("_", " "), value) for key, value in about(dataset).items() if key != "title"
        ]
        lines += [("licence text", Link(LICENCE_URL, LICENCE_URL)), (), ("sheet", "column", "what it says")]
        if any(sheet.name == "counted lines" for sheet in found):
            lines.append(("counted lines", "", MEANING))
        lines += [(sheet.name, head.text, head.meaning) for sheet in found for head in sheet.headings if head.meaning]
        for row, cells in enumerate(lines, 3):
            for column, cell in enumerate(cells):
                if column == 1 and row < 3 + len(about(dataset)):
                    page.merge_range(row, 1, row, 2, "", self._text)
                self._cell(page, row, column, cell)
        page.set_paper(_A3)
        page.set_landscape()
        page.fit_to_pages(1, 0)

    def _cell(self, page: Worksheet, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case Link() if self._links < _MOST_LINKS and _leads(cell):
                page.write_url(row, column, cell.url, self._link, cell.text[:_LONGEST_TEXT])
                self._links += 1
            case dt.date() if cell >= _FIRST_DAY:
                page.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day), self._date)
            case int() | Decimal() if _fits(cell):
                page.write_number(row, column, float(cell), self._of_number(cell))
            case _:
                page.write_string(row, column, _shown(cell)[:_LONGEST_TEXT], self._text)

    def _of_number(self, number: int | Decimal) -> Format:
        """The form of a number; a small whole one that is no figure may be a year or a count of a few."""
        if isinstance(number, int):
            return self._plain if number < 10_000 else self._whole
        return self._whole if number == number.to_integral_value() else self._number


def _leads(link: Link) -> bool:
    """Whether Excel takes a link as one."""
    return len(link.url) <= _LONGEST_LINK and link.url.startswith(("http://", "https://"))


def _fits(number: int | Decimal) -> bool:
    """Whether Excel holds a number exactly as far as anyone can see."""
    digits = Decimal(number).normalize().as_tuple()
    return len(digits.digits) <= _DIGITS


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Link():
            return cell.text
        case Decimal():
            return format(cell, "f")
        case _:
            return str(cell)


def _width(texts: list[Any]) -> int:
    return min(_WIDEST, 2 + max(len(text) for text in texts))
