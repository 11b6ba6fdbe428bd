"""Writing a dataset to a folder of record files, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, InvalidRecords, WrongType
from maroc_offshoring.files.limits import flaws
from maroc_offshoring.files.plain import plain
from maroc_offshoring.files.tables import SUFFIXES
from maroc_offshoring.files.toml import written
from maroc_offshoring.model.kinds import KINDS, singular
from maroc_offshoring.problems import Problem


def write(dataset: Dataset, folder: str | PathLike[str]) -> None:
    """Write a dataset as TOML files, one per kind, that :func:`read` reads back.

    All files are written under temporary names and then moved into place, so that a reader never finds half of one and
    a full disk leaves none. A folder that already holds record files is refused: nothing is overwritten.

    Args:
        dataset: The dataset.
        folder: The folder; it is made where it is missing.

    Raises:
        InvalidField: Where the folder already holds record files, or is none.
        InvalidRecords: Where records hold what no file may, such as half a character; then nothing is written.
        WrongType: Where it is no path.
        OSError: Where the disk is full, or the folder may not be written to.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.write(mo.Dataset.of(mo.load().region("Oriental")), folder)
        ...     sorted(path.name for path in pathlib.Path(folder).iterdir())
        ['countries.toml', 'regions.toml', 'sources.toml']
    """
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset; make one of records with mo.Dataset.of(...)")
    if not isinstance(folder, (str, PathLike)):
        raise WrongType("folder", folder, "the path of a folder")
    place = Path(folder)
    problems: list[Problem] = []
    tables = {kind: [plain(record) for record in dataset.records(kind)] for kind in KINDS}
    for kind, of_kind in tables.items():
        for table in of_kind:
            found = flaws(table)
            problems += [Problem(message, "", None, singular(kind), table["id"], field) for field, message in found]
    if problems:
        raise InvalidRecords(problems)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise InvalidField("folder", str(place), "a folder; a file has this name") from None
    there = sorted(path.name for path in place.iterdir() if path.suffix.lower() in SUFFIXES)
    if there:
        raise InvalidField("folder", str(place), f"a folder without record files; it holds {', '.join(there)}")
    # Every record cites a source: without the sources, which come last, a part of the files does not load.
    texts = {place / f"{kind}.toml": written(kind, of_kind) for kind, of_kind in reversed(tables.items()) if of_kind}
    write_all(texts)


def write_all(texts: Mapping[Path, str]) -> None:
    """Write several new files, all of them or none.

    Args:
        texts: The text of each file, which is not there yet; written as UTF-8 with plain line ends.

    Raises:
        OSError: Where one cannot be written; then none is left behind.
    """
    ready: dict[Path, Path] = {}
    moved: list[Path] = []
    try:
        for path, text in texts.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
            ready[path] = Path(name)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for path, temporary in ready.items():
            temporary.replace(path)
            moved.append(path)
    except BaseException:
        for left in (*ready.values(), *moved):
            left.unlink(missing_ok=True)
        raise
