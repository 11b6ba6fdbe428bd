"""The record as a Data Package: CSV tables with a description of each column, keys, licence and sources.

The form is that of the Data Package standard, version 2: https://datapackage.org/
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, InvalidRecords
from maroc_offshoring.export import cells, lines, views
from maroc_offshoring.export.layout import SHARED, Column, Kind, Table, all_tables
from maroc_offshoring.export.placing import path_of, place_all
from maroc_offshoring.export.rows import Value, assembled, columns, keys, of_things, rows
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.files.format import CREATOR, DESCRIPTION, KEYWORDS, LICENCE, LICENCE_URL, NAME, about, checked
from maroc_offshoring.files.tables import Refused, text_of
from maroc_offshoring.problems import Problem

DESCRIPTOR = "datapackage.json"

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {Kind.WHOLE: "integer", Kind.NUMBER: "number"}
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_WORDS = ("list", "word", "fr", "en", "ar")


def write(dataset: Dataset, folder: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset as a Data Package: `datapackage.json` and a CSV file per table.

    The files are UTF-8 with a point in numbers and ISO dates, at the precision that the sources give (`2019`,
    `2019-04`). A text that a spreadsheet would run as a formula has an apostrophe in front. A table without rows is
    written too, so that what reads one package reads another.

    Args:
        dataset: The dataset.
        folder: The folder; it is made where it is missing.
        overwrite: Whether files that stand there are replaced.

    Raises:
        InvalidField: Where the folder holds such files already and they shall not be replaced, or is none.
        WrongType: Where it is no dataset or no path.
        OSError: Where it cannot be written; then no file is left behind.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> from maroc_offshoring.export import datapackage
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     datapackage.write(mo.load(), folder)
        ...     print(pathlib.Path(folder, "countries.csv").read_text("utf-8").splitlines()[1][:19])
        morocco,Maroc,Moroc
    """
    place_all(folder, _texts(sound(dataset)), overwrite=overwrite)


def read(folder: str | PathLike[str]) -> Dataset:
    """Read the dataset of a Data Package that :func:`write` wrote.

    Args:
        folder: Its folder.

    Returns:
        The dataset.

    Raises:
        InvalidRecords: With every fault of every table and record.
        InvalidField: Where it is no such package.
        NewerFormat: Where a later version of the library wrote it.
    """
    place = path_of(folder, "folder", "the folder of a package")
    try:
        told = json.loads(text_of(place / DESCRIPTOR, place))
    except (Refused, ValueError, RecursionError) as fault:
        raise InvalidField("folder", str(place), f"a folder with a sound {DESCRIPTOR} ({fault})") from None
    edition = checked(told if isinstance(told, dict) else {}, str(place / DESCRIPTOR))
    problems: list[Problem] = []
    found = {table.name: _rows(place / f"{table.name}.csv", table, problems) for table in all_tables()}
    if problems:
        raise InvalidRecords(problems)
    return assembled(found, edition, str(place))


def _texts(dataset: Dataset) -> dict[str, str]:
    """The text of each file of the package."""
    found = rows(dataset) | of_things(lines.counted(dataset), lines.table())
    texts = {f"{name}.csv": _csv(("id", "kind"), found[name]) for name in SHARED}
    texts |= {f"{table.name}.csv": _csv(_names(table), found[table.name]) for table in _tables()}
    texts["words.csv"] = _csv(_WORDS, views.words())
    return texts | {DESCRIPTOR: json.dumps(_descriptor(dataset), ensure_ascii=False, indent=2) + "\n"}


def _tables() -> tuple[Table, ...]:
    """All tables but those that are lists of words and ids."""
    return (*all_tables(), *lines.table().walk())


def _csv(names: Sequence[str], found: Iterable[Sequence[Value]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([cells.written(value) for value in row] for row in found)
    return text.getvalue()


def _names(table: Table) -> list[str]:
    return [column.name for column in columns(table)]


def _descriptor(dataset: Dataset) -> dict[str, Any]:
    told = about(dataset)
    return {
        "$schema": _PROFILE,
        "name": NAME,
        "description": DESCRIPTION,
        **told,
        **({"version": dataset.version} if dataset.version else {}),
        "keywords": list(KEYWORDS),
        "contributors": [{"title": CREATOR, "roles": ["publisher"]}],
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": "Creative Commons Attribution 4.0"}],
        "sources": [
            {"title": source.title or str(source), **({"path": source.url} if source.url else {})}
            for source in dataset.sources
        ],
        "resources": [
            *(_resource(name, f"The ids of {', '.join(kinds)}.", _shared()) for name, kinds in SHARED.items()),
            *(_resource(table.name, table.meaning, _schema(table)) for table in _tables()),
            _resource("words", "The words of the closed lists, with their labels.", _words_schema()),
        ],
    }  # fmt: skip


def _resource(name: str, meaning: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "description": meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _shared() -> dict[str, Any]:
    names = ("id", "kind")
    return {
        "fields": [{"name": name, "type": "string", "constraints": {"required": True}} for name in names],
        "primaryKey": ["id"],
    }


def _words_schema() -> dict[str, Any]:
    return {"fields": [{"name": name, "type": "string"} for name in _WORDS], "primaryKey": ["list", "word"]}


def _schema(table: Table) -> dict[str, Any]:
    return {
        "fields": [_field(column) for column in columns(table)],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": list(own),
                "reference": {"resource": "" if other == table.name else other, "fields": list(there)},
            }
            for own, other, there in keys(table)
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = [str(word.value) for word in column.words]
    if column.kind is Kind.DATE:
        constraints["pattern"] = _DATE
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.meaning,
        **({"constraints": constraints} if constraints else {}),
    }


def _rows(path: Path, table: Table, problems: list[Problem]) -> list[tuple[Value, ...]]:
    own = columns(table)
    try:
        header, *found = cells.table(text_of(path, path.parent)) or [[]]
    except (Refused, ValueError) as fault:
        problems.append(Problem(str(fault) if isinstance(fault, Refused) else f"cannot be read: {fault}", str(path)))
        return []
    if sorted(header) != sorted(column.name for column in own):
        problems.append(Problem(f"has the columns {', '.join(header)}; expected {', '.join(_names(table))}", str(path)))
        return []
    at = [header.index(column.name) for column in own]
    wrong = [number for number, row in enumerate(found, 1) if len(row) != len(header)]
    if wrong:
        problems.append(Problem(f"row {wrong[0]} has {len(found[wrong[0] - 1])} cells, not {len(header)}", str(path)))
        return []
    return [tuple(cells.read(row[place], column.kind) for place, column in zip(at, own, strict=True)) for row in found]
