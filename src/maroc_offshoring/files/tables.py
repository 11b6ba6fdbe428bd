"""Reading the tables of record files, before anything is made of them: TOML and JSON text to plain values."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import field, frozen

from maroc_offshoring.errors import nearest
from maroc_offshoring.model.kinds import KINDS, singular
from maroc_offshoring.problems import Problem

Table = dict[str, Any]


@frozen(eq=False)
class Row:
    """One record as a file writes it.

    Args:
        kind: Its kind.
        values: Its keys and values.
        file: The file; empty where it came from none.
        position: Its place among the records of its kind in that file, from 1.
        text: The text of the file, by which the line is found when there is a problem.
    """

    kind: str
    values: Table
    file: str = ""
    position: int = 0
    text: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """Its id, or its place in the file where it has none."""
        found = self.values.get("id")
        return found if isinstance(found, str) and found else f"number {self.position}"

    def problem(self, message: str, field: str = "") -> Problem:
        """Make a problem of this record.

        Args:
            message: What is wrong.
            field: The path of the field.

        Returns:
            The problem, with the file and line.
        """
        return Problem(message, self.file, self._line(field), singular(self.kind), self.id, field)

    def _line(self, field: str) -> int | None:
        """Find the line of a field, or else of the record: tomllib keeps no positions, so the text is searched."""
        lines = self.text.splitlines()
        heads = [number for number, line in enumerate(lines, 1) if line.strip() == f"[[{self.kind}]]"]
        if not 0 < self.position <= len(heads):
            return None
        start = heads[self.position - 1]
        end = heads[self.position] - 1 if self.position < len(heads) else len(lines)
        key = field.partition(".")[0].partition("[")[0]
        for number in range(start, end):
            name = lines[number].partition("=")[0].strip()
            if key and name == key:
                return number + 1
        return start


def rows(tables: Mapping[str, Any], file: str = "", text: str = "") -> tuple[list[Row], list[Problem]]:
    """Take the records out of a file's tables.

    Args:
        tables: The tables by name.
        file: The name of the file.
        text: Its text.

    Returns:
        The records, and the problems of the tables themselves.
    """
    found: list[Row] = []
    problems: list[Problem] = []
    for kind, values in tables.items():
        if kind not in KINDS:
            near = nearest(kind, KINDS)
            hint = f"did you mean {near[0]!r}?" if near else f"the kinds are {', '.join(KINDS)}"
            problems.append(Problem(f"{kind!r} is no kind of record; {hint}", file, field=kind))
        elif not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            problems.append(Problem(f"expected records, each under [[{kind}]]", file, field=kind))
        else:
            found += [Row(kind, value, file, number, text) for number, value in enumerate(values, 1)]
    return found, problems


def read_file(path: Path) -> tuple[list[Row], list[Problem]]:
    """Read the records of one file.

    Args:
        path: A file that ends in `.toml` or `.json`.

    Returns:
        The records, and the problems of the file itself.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as fault:
        return [], [Problem(f"cannot be read: {fault.strerror or fault}", str(path))]
    except UnicodeDecodeError as fault:
        return [], [Problem(f"is not UTF-8 text: byte {fault.start} is {fault.reason}", str(path))]
    try:
        # The exact decimal of a number is kept; a float would already be rounded.
        tables = (
            tomllib.loads(text, parse_float=Decimal)
            if path.suffix == ".toml"
            else json.loads(text, parse_float=Decimal)
        )
    except (ValueError, RecursionError) as fault:
        return [], [Problem(f"is not valid {path.suffix[1:].upper()}: {fault}", str(path))]
    if not isinstance(tables, dict):
        return [], [Problem("expected an object that holds a list of records per kind", str(path))]
    return rows(tables, str(path), text if path.suffix == ".toml" else "")


def read_folder(folder: Path, suffixes: tuple[str, ...] = (".toml", ".json")) -> tuple[list[Row], list[Problem]]:
    """Read the records of every TOML and JSON file of a folder.

    Args:
        folder: The folder; folders within it are not read.
        suffixes: The endings of the files to read.

    Returns:
        The records in the order of the file names, and the problems of the files themselves.
    """
    paths = sorted(path for path in folder.iterdir() if path.suffix in suffixes) if folder.is_dir() else []
    if not paths:
        return [], [Problem("expected a folder with record files that end in .toml or .json", str(folder))]
    return _together(read_file(path) for path in paths)


def _together(read: Iterable[tuple[list[Row], list[Problem]]]) -> tuple[list[Row], list[Problem]]:
    found: list[Row] = []
    problems: list[Problem] = []
    for some_rows, some_problems in read:
        found += some_rows
        problems += some_problems
    return found, problems
