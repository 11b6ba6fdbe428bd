"""Writing a dataset to a folder of record files, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from os import PathLike
from pathlib import Path

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.files.limits import flaws
from maroc_offshoring.files.plain import plain
from maroc_offshoring.files.toml import written
from maroc_offshoring.model.kinds import KINDS


def write(dataset: Dataset, folder: str | PathLike[str]) -> None:
    """Write a dataset as TOML files, one per kind, that :func:`read` reads back.

    Each file is written under a temporary name and then moved into place, so that a reader never finds half of one. A
    folder that already holds record files is refused: nothing is overwritten.

    Args:
        dataset: The dataset.
        folder: The folder; it is made where it is missing.

    Raises:
        InvalidField: Where the folder already holds record files or is none, or where a text of a record has signs that
            no file may have, such as half a character.
        WrongType: Where it is no path.
        OSError: Where the disk is full, or the folder may not be written to.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.write(mo.Dataset.of(mo.load().region("Oriental")), folder)
        ...     sorted(path.name for path in pathlib.Path(folder).iterdir())
        ['countries.toml', 'regions.toml', 'sources.toml']
    """
    if not isinstance(folder, (str, PathLike)):
        raise WrongType("folder", folder, "the path of a folder")
    place = Path(folder)
    files = {kind: _text(dataset, kind) for kind in KINDS}
    try:
        place.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise InvalidField("folder", str(place), "a folder; a file has this name") from None
    there = sorted(path.name for path in place.iterdir() if path.suffix.lower() in SUFFIXES)
    if there:
        raise InvalidField("folder", str(place), f"a folder without record files; it holds {', '.join(there)}")
    for kind, text in files.items():
        if text:
            replace(place / f"{kind}.toml", text)


def _text(dataset: Dataset, kind: str) -> str:
    tables = [plain(record) for record in dataset.records(kind)]
    for table in tables:
        for path, message in flaws(table):
            raise UnwritableRecord(kind, table["id"], path, message)
    return written(kind, tables)


def replace(path: Path, text: str) -> None:
    """Write a file under a temporary name and move it into place.

    Args:
        path: The file.
        text: Its text, written as UTF-8 with plain line ends.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
