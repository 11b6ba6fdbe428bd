"""The dictionary of the data: each table with its columns, as a page for people.

`docs/tables.md` is what it makes; `python -m maroc_offshoring.export.dictionary` prints it anew.
"""

from __future__ import annotations

from maroc_offshoring.export import lines
from maroc_offshoring.export.layout import SHARED, Column, Kind, Table, all_tables
from maroc_offshoring.export.rows import columns
from maroc_offshoring.files.format import VERSION

_HEAD = f"""# Tables: every column of the exports

The tables of the Data Package and of the database, version {VERSION} of the format. The JSON document and the record
files have the same names as fields: `figure_value` of a table is `value` within `figure`, and a table such as
`commitments_pledges` is the list `pledges` of a commitment. This page is made of the classes of the model:

    python -m maroc_offshoring.export.dictionary

Dates are texts at the precision of the source: `2019`, `2019-04`, `2019-04-24`. A column that refers to a table holds
an id of it. Columns in **bold** are never empty.
"""
_KINDS = {
    Kind.TEXT: "text", Kind.WHOLE: "whole number", Kind.NUMBER: "number", Kind.DATE: "date", Kind.WORD: "word",
    Kind.ID: "id",
}  # fmt: skip


def text() -> str:
    """Return the page.

    Returns:
        The text of `docs/tables.md`.

    Example:
        >>> from maroc_offshoring.export.dictionary import text
        >>> next(line for line in text().splitlines() if "publisher" in line)
        '| **`publisher`** | text | Who publishes it. |'
    """
    shared = [
        f"## {name}\n\nThe ids that {', '.join(kinds)} share, each once.\n\n{_HEADING}"
        f"| **`id`** | id | Its id. |\n| **`kind`** | word | Of which kind it is. |\n"
        for name, kinds in SHARED.items()
    ]
    tables = [_table(table) for table in (*all_tables(), *lines.table().walk())]
    return "\n".join([_HEAD, *shared, *tables])


_HEADING = "| column | holds | meaning |\n| --- | --- | --- |\n"


def _table(table: Table) -> str:
    meaning = f"The list `{'.'.join(table.path)}` of each row of `{table.above}`." if table.path else table.meaning
    return f"## {table.name}\n\n{meaning}\n\n{_HEADING}{''.join(_row(column) for column in columns(table))}"


def _row(column: Column) -> str:
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    holds = f"id of `{column.refers_to}`" if column.refers_to else _KINDS[column.kind]
    words = f" One of {', '.join(f'`{word.value}`' for word in column.words)}." if column.words else ""
    return f"| {name} | {holds} | {column.meaning}{words} |\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(text())
