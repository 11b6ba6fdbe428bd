"""One call for every door: a dataset is written in the format that is named."""

from __future__ import annotations

from importlib import import_module
from os import PathLike

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import UnknownWord

FORMATS = {
    "datapackage": "a folder of CSV tables with a description, for R, spreadsheets and data portals",
    "sqlite": "a database, for SQL and Datasette",
    "xlsx": "a workbook, for Excel",
    "json": "one document, for programs",
    "jsonld": "linked data in the words of schema.org, PROV-O and DCAT",
    "ftm": "FollowTheMoney entities, a JSON object a line",
    "sdmx": "a folder with the measurements as SDMX-CSV, and their codelists",
}
"""The formats, each with what it is."""


def export(dataset: Dataset, format: str, path: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset for other software.

    Args:
        dataset: The dataset.
        format: One of :data:`FORMATS`.
        path: Where the file or the folder shall stand.
        overwrite: Whether files that stand there are replaced.

    Raises:
        UnknownWord: Where there is no such format.
        MissingExtra: Where the package that writes it is not installed.
        InvalidField: Where files stand there and shall not be replaced.
        WrongType: Where it is no dataset or no path.
        OSError: Where it cannot be written; then nothing has changed.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.load().export("datapackage", folder)
        ...     len(list(pathlib.Path(folder).glob("commitments*.csv")))
        10
    """
    if format not in FORMATS:
        raise UnknownWord("format", format, tuple(FORMATS))
    import_module(f"maroc_offshoring.export.{_ROOMS.get(format, format)}").write(dataset, path, overwrite=overwrite)


_ROOMS = {"json": "document"}  # a module named json would be taken for Python's own
