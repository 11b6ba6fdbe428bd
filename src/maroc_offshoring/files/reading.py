"""Reading a dataset of one's own from a folder of record files."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidRecords
from maroc_offshoring.files.loading import build
from maroc_offshoring.files.tables import read_file, read_folder


def read(path: str | PathLike[str]) -> Dataset:
    """Read the dataset of a folder, or of one file, without the reference dataset.

    Args:
        path: A folder with record files (`.toml`, `.json`), or one such file.

    Returns:
        The dataset.

    Raises:
        InvalidRecords: With every fault of every file; nothing is loaded then.

    Example:
        >>> import maroc_offshoring as mo, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.write(mo.Dataset.of(mo.load().region("Oriental")), folder)
        ...     mo.read(folder).region("Oriental").id
        'MA-02'
    """
    place = Path(path)
    rows, problems = read_file(place) if place.is_file() else read_folder(place)
    try:
        dataset = build(rows)
    except InvalidRecords as invalid:
        raise InvalidRecords((*problems, *invalid.problems)) from None
    if problems:
        raise InvalidRecords(problems)
    return dataset
