"""Reading records from JSON Lines, one after another, however many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from os import PathLike, fspath
from typing import Any

from attrs import evolve

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidRecords, UnknownWord, WrongType
from maroc_offshoring.files.collector import collector_paused
from maroc_offshoring.files.known import Known
from maroc_offshoring.files.limits import DEPTH, flaws
from maroc_offshoring.files.loading import made_with_care
from maroc_offshoring.files.rows import Row
from maroc_offshoring.files.structuring import Structurer
from maroc_offshoring.files.tables import Refused, json_object
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.problems import Problem

_TOGETHER = 256  # lines that are read while the garbage collector waits

_ESCAPE = re.compile(r"\\[ubf]")
_LONG_NUMBER = re.compile(r"[:,\[]\s*-?(?:[\d.]{40}|\d[\d.]*[eE])")
_CONTROL = re.compile(r"[\x80-\x9f]")
# With these signs made alike, two plain searches find all that may be a long or scaled number.
_ALIKE = bytes.maketrans(b"123456789.E", b"0000000000e")
_LONG = "0" * 40


def iter_records(path: str | PathLike[str], kind: str, dataset: Dataset) -> Iterator[Record | Source]:
    """Read the records of a JSON Lines file, without holding more than a few of them.

    Each line is one record as JSON record files write it; empty lines are passed over. The records are made and checked
    as those of any file, but each by itself: that two have one id is not seen, and they cannot refer to one another.
    Collected in a :class:`~maroc_offshoring.Dataset` they are checked for that too.

    Args:
        path: The file.
        kind: Their kind, as the table of a record file: `commitments`.
        dataset: The dataset in which the ids of what they refer to are found.

    Yields:
        The records, in the order of the lines.

    Raises:
        InvalidRecords: At the first line with a fault, with every fault of that line.
        OSError: Where the file cannot be read.
        UnknownWord: Where there is no such kind.
        WrongType: Where it is no path or no dataset.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> from maroc_offshoring.files.streaming import iter_records
        >>> line = (
        ...     '{"id": "a", "made_by": ["phoneo"], "places": ["fes"], "citations": ["afrique-medias24-com-nd-f48260"]}'
        ... )
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder, "promises.jsonl")
        ...     _ = file.write_text(line, encoding="utf-8")
        ...     [str(promise.made_by[0]) for promise in iter_records(file, "commitments", mo.load())]
        ['Phoneo']
    """
    if not isinstance(path, (str, PathLike)):
        raise WrongType("path", path, "the path of a JSON Lines file")
    if kind not in KINDS:
        raise UnknownWord("kind of record", kind, tuple(KINDS))
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset, in which ids are found; mo.load() is one")
    return _records(str(fspath(path)), kind, Known.of(dataset))


def _records(path: str, kind: str, known: Known) -> Iterator[Record | Source]:
    structurer, cls = Structurer(known), KINDS[kind]
    with open(path, "rb") as file:
        numbered = enumerate(file, 1)
        while lines := list(islice(numbered, _TOGETHER)):
            made: list[Record | Source] = []
            fault: InvalidRecords | None = None
            with collector_paused():
                try:
                    for number, line in lines:
                        values = _values(line, kind, path, number)
                        if values is None:
                            continue
                        try:
                            made.append(structurer.make(values, cls))
                        except Exception:  # of any kind: what is wrong is told by the converter
                            made.append(_with_care(Row(kind, values, path, number), known))
                except InvalidRecords as found:
                    fault = found
            yield from made
            if fault is not None:
                raise fault


def _values(line: bytes, kind: str, path: str, number: int) -> dict[str, Any] | None:
    """Read the values of a line; None where it is empty."""
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        if not text:
            return None
        values = json_object(text, "an object, one record")
    except UnicodeDecodeError as fault:
        message = f"is not UTF-8 text: byte {fault.start} is {fault.reason}"
        raise InvalidRecords([Problem(message, path, number)]) from None
    except Refused as fault:
        raise InvalidRecords([Problem(str(fault), path, number)]) from None
    if _may_be_flawed(text, line):
        row = Row(kind, values, path, number)
        problems = [row.problem(message, field) for field, message in flaws(values)]
        if problems:
            raise _refusal(row, problems)
    return values


def _may_be_flawed(text: str, line: bytes) -> bool:
    """Whether the text of a line has what every flaw that a record can have leaves there.

    An escape or a control sign, a long or scaled number, a word for no number, many brackets: a line without these, as
    nearly all are, need not be walked value by value.
    """
    numbers = line.translate(_ALIKE).decode("latin-1")  # any bytes will do: only these signs are looked for
    return (
        ("\\" in text and _ESCAPE.search(text) is not None)
        or "\x7f" in text
        or "NaN" in text
        or "Infinity" in text
        or (("0e" in numbers or _LONG in numbers) and _LONG_NUMBER.search(text) is not None)
        or (not text.isascii() and _CONTROL.search(text) is not None)
        or text.count("[") + text.count("{") > DEPTH
    )


def _with_care(row: Row, known: Known) -> Record | Source:
    problems: list[Problem] = []
    record = made_with_care(row, known, problems)
    if record is None:
        raise _refusal(row, problems)
    return record


def _refusal(row: Row, problems: list[Problem]) -> InvalidRecords:
    return InvalidRecords([evolve(problem, line=row.position) for problem in problems])
