"""Reading the tables of record files, before anything is made of them: TOML and JSON text to plain values."""

from __future__ import annotations

import json
import os
import re
import stat
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from maroc_offshoring.errors import InvalidRecords, MarocOffshoringError, WrongType
from maroc_offshoring.files.format import HEADER, Edition, checked
from maroc_offshoring.files.limits import DEPTH, DIGITS, flaws
from maroc_offshoring.files.lines import Lines
from maroc_offshoring.files.rows import Row, rows
from maroc_offshoring.problems import Problem

SUFFIXES = (".toml", ".json")
"""The endings of record files."""

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
# tomllib takes time that grows with the square of the parts of a key; no key of a record has more than three.
_LONG_KEY = re.compile(
    rf"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEPTH}}}"""
)


def read_path(path: str | os.PathLike[str]) -> tuple[list[Row], list[Problem]]:
    """Read the records of a folder, or of one file.

    Args:
        path: A folder with record files, or one such file.

    Returns:
        The records, and the problems of the files themselves.

    Raises:
        WrongType: Where it is no path.
    """
    if not isinstance(path, (str, os.PathLike)) or not isinstance(os.fspath(path), str):
        raise WrongType("path", path, "the path of a folder with record files, or of one such file")
    place = Path(path)
    return read_file(place) if os.path.isfile(place) else read_folder(place)  # a Path's may raise


def read_folder(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> tuple[list[Row], list[Problem]]:
    """Read the records of every TOML and JSON file of a folder.

    Files whose name begins with a point are left alone: editors keep their own there. So is a JSON file that was
    compiled from the TOML files beside it.

    Args:
        folder: The folder; folders within it are not read.
        suffixes: The endings of the files to read.

    Returns:
        The records in the order of the file names, and the problems of the files themselves.
    """
    try:
        names = sorted(os.listdir(folder))
    except (OSError, ValueError) as fault:
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        return [], [Problem(f"expected a folder with record files that end in .toml or .json: {reason}", shown(folder))]
    paths = [folder / name for name in names if not name.startswith(".") and name.lower().endswith(suffixes)]
    if not paths:
        return [], [Problem("expected a folder with record files that end in .toml or .json", shown(folder))]
    return together(_read(path, folder) for path in paths)


def read_file(path: Path) -> tuple[list[Row], list[Problem]]:
    """Read the records of one file.

    Args:
        path: A file that ends in `.toml` or `.json`.

    Returns:
        The records, and the problems of the file itself.
    """
    return _read(path, None)


def together(read: Iterable[tuple[list[Row], list[Problem]]]) -> tuple[list[Row], list[Problem]]:
    """Put what was read of several files together.

    Args:
        read: The records and problems of each.

    Returns:
        The records and the problems of all.
    """
    found: list[Row] = []
    problems: list[Problem] = []
    for some_rows, some_problems in read:
        found += some_rows
        problems += some_problems
    return found, problems


def shown(path: Path) -> str:
    """Write the name of a file so that it can be printed, whatever bytes it is made of.

    Args:
        path: The path.

    Returns:
        The path, bytes that are no text escaped.
    """
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


class Refused(Exception):
    """A file that cannot be read, with the reason and the line where it is known."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


def _read(path: Path, folder: Path | None) -> tuple[list[Row], list[Problem]]:
    name = shown(path)
    try:
        if path.suffix.lower() not in SUFFIXES:
            raise Refused("expected a file that ends in .toml or .json")
        text = text_of(path, folder)
        tables = _toml(text) if path.suffix.lower() == ".toml" else _json(text)
    except Refused as refused:
        return [], [Problem(str(refused), name, refused.line)]
    if folder is not None and tables.keys() == {"digest", "checksum", "records"}:
        return [], []
    return sound_rows(tables, name, Lines(text))


def sound_rows(
    tables: Mapping[str, Any], name: str = "", lines: Lines | None = None
) -> tuple[list[Row], list[Problem]]:
    """Take the records out of tables that anyone may have written.

    Args:
        tables: The tables by name.
        name: The name of the file.
        lines: Its lines.

    Returns:
        The records, and the problems of the tables and of values that no record may hold.
    """
    found, problems = rows(tables, name, lines)
    for number, row in enumerate(found):
        wrong = flaws(row.values)
        if wrong:
            problems += [row.problem(message, field) for field, message in wrong]
            found[number] = row.unsound()
    return found, problems


def document(text: str, name: str = "") -> tuple[Edition, list[Row], list[Problem]]:
    """Read the records of a JSON document that says of itself what it is.

    Args:
        text: The document.
        name: What to call it in messages.

    Returns:
        The edition that it holds, its records, and their problems.

    Raises:
        InvalidRecords: Where it is no JSON object.
        InvalidField: Where it does not say that it is an export of ours.
        NewerFormat: Where a later version of the library wrote it.
    """
    try:
        tables = json_object(text)
    except Refused as refused:
        raise InvalidRecords([Problem(str(refused), name, refused.line)]) from None
    edition = checked(tables, name or "the document")
    return edition, *sound_rows(_without_header(tables), name, Lines(text))


def text_of(path: Path, folder: Path | None) -> str:
    """Read the text of a file; one of a folder must lie in it, and a pipe or a device would never end.

    Args:
        path: The file.
        folder: The folder that it is of; None for a file by itself.

    Returns:
        The text.

    Raises:
        Refused: Where it is no UTF-8 text, no file, or a link that leads out of the folder.
    """
    try:
        if folder is not None:
            target = Path(os.path.realpath(path))
            if not target.is_relative_to(os.path.realpath(folder)):
                raise Refused(f"is a link that leads out of the folder, to {shown(target)}; put the file itself there")
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise Refused(f"is a {'folder' if stat.S_ISDIR(mode) else 'pipe or device'}, expected a file")
        return path.read_bytes().decode("utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as fault:
        raise Refused(f"is not UTF-8 text: byte {fault.start} is {fault.reason}") from None
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else None
        raise Refused(f"cannot be read: {reason or fault}") from None


def _toml(text: str) -> dict[str, Any]:
    long = _LONG_KEY.search(text)
    if long:
        line = text.count("\n", 0, long.start()) + 1
        raise Refused(f"is not valid TOML: it has a key of more than {DEPTH} parts", line)
    try:
        return tomllib.loads(text, parse_float=_exact)
    except (ValueError, RecursionError) as fault:
        message = _plainly(fault)
        at = _AT_LINE.search(message)
        end = text.count("\n") + 1 if message.endswith("(at end of document)") else None
        raise Refused(f"is not valid TOML: {message}", int(at[1]) if at else end) from None


def _json(text: str) -> dict[str, Any]:
    """Read the tables of a JSON file: a record file, or a document that was exported."""
    tables = json_object(text)
    if "format" in tables:
        try:
            checked(tables, "the document")
        except MarocOffshoringError as error:
            raise Refused(str(error)) from None
    return _without_header(tables)


def _without_header(tables: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tables.items() if key not in HEADER} if "format" in tables else tables


def json_object(text: str, expected: str = "an object that holds a list of records per kind") -> dict[str, Any]:
    """Read a JSON object, with exact decimals and no key twice.

    Args:
        text: The JSON text.
        expected: What it is, for the message.

    Returns:
        The object.

    Raises:
        Refused: Where it is no JSON, or no object.
    """
    try:
        tables = _exact_json().decode(text)
    except (ValueError, RecursionError) as fault:
        line = fault.lineno if isinstance(fault, json.JSONDecodeError) else None
        raise Refused(f"is not valid JSON: {_plainly(fault)}", line) from None
    if not isinstance(tables, dict):
        raise Refused(f"expected {expected}")
    return tables


@cache
def _exact_json() -> json.JSONDecoder:
    return json.JSONDecoder(parse_float=_exact, parse_constant=Decimal, object_pairs_hook=_once)


def _exact(text: str) -> Decimal:
    """The exact decimal of a number; a float would already be rounded."""
    try:
        return Decimal(text)
    except ArithmeticError:  # an exponent of twenty digits
        return Decimal("Infinity")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return table


def _plainly(fault: BaseException) -> str:
    if isinstance(fault, RecursionError):
        return "it is nested too deep"
    message = str(fault)
    return f"it has a number of more than {DIGITS} digits" if "integer string conversion" in message else message
