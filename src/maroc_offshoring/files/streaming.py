"""Reading records from JSON Lines, one after another, however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from os import PathLike, fspath
from typing import Any

from attrs import evolve

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidRecords, UnknownWord, WrongType
from maroc_offshoring.files.collector import collector_paused
from maroc_offshoring.files.known import Known
from maroc_offshoring.files.limits import DEPTH, DIGITS, flaws, may_hold_no_text
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
_LONG = "0" * DIGITS
_BACKSLASH = ord("\\")


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
    structurer, cls, quickly = Structurer(known, many=True), KINDS[kind], _quick_reader()
    with open(path, "rb") as file:
        numbered = enumerate(file, 1)
        while lines := list(islice(numbered, _TOGETHER)):
            made: list[Record | Source] = []
            fault: InvalidRecords | None = None
            with collector_paused():
                try:
                    for number, line in lines:
                        try:
                            made.append(structurer.make(quickly(line), cls))
                        except Exception:  # of any kind: the line is read again, with care
                            values = _values(line, kind, path, number)
                            if values is not None:
                                made.append(_with_care(Row(kind, values, path, number), structurer, known))
                except InvalidRecords as found:
                    fault = found
            yield from made
            if fault is not None:
                raise fault from None  # not from what made the line to be read again


class _Unusual(Exception):
    """A line that must be read with care: it may hold what no record may, or tell something twice."""


def _quick_reader() -> Callable[[bytes], dict[str, Any]]:
    """What reads the usual line as :func:`_values` does, and raises at any other: msgspec, where it is installed.

    It keeps the last of two values under one key. So what it read is written again: that is the line itself, or has as
    many quotes as the line; a key that was dropped would take some along.
    """
    try:
        from msgspec.json import Decoder, Encoder
    except ImportError:
        return _by_json
    decode, encode = Decoder(float_hook=_short_decimal).decode, Encoder(decimal_format="number").encode

    def by_msgspec(line: bytes) -> dict[str, Any]:
        values: dict[str, Any] = decode(line)
        written = encode(values)
        if (
            (not line.startswith(written) and line.count(b'"') != written.count(b'"'))
            or (_BACKSLASH in line and b"\\u0022" in line)
            or may_hold_no_text(written)
        ):
            raise _Unusual
        return values  # whole numbers of any length are among them, but no class takes such

    return by_msgspec


def _short_decimal(text: str) -> Decimal:
    if len(text) > DIGITS or "e" in text or "E" in text:
        raise _Unusual
    return Decimal(text)


def _by_json(line: bytes) -> dict[str, Any]:
    text = line.decode()
    if _may_be_flawed(text, line):
        raise _Unusual
    return json_object(text)


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


def _values(line: bytes, kind: str, path: str, number: int) -> dict[str, Any] | None:
    """Read the values of a line with care, and refuse what no record may hold; None where it is empty."""
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
    row = Row(kind, values, path, number)
    problems = [row.problem(message, field) for field, message in flaws(values)]
    if problems:
        raise _refusal(row, problems)
    return values


def _with_care(row: Row, structurer: Structurer, known: Known) -> Record | Source:
    try:
        return structurer.make(row.values, KINDS[row.kind])  # type: ignore[no-any-return]
    except Exception:  # of any kind: what is wrong is told by the converter
        problems: list[Problem] = []
        record = made_with_care(row, known, problems)
        if record is None:
            raise _refusal(row, problems) from None
        return record


def _refusal(row: Row, problems: list[Problem]) -> InvalidRecords:
    return InvalidRecords([evolve(problem, line=row.position) for problem in problems])
