"""Reading a dataset of one's own from a folder of record files."""

from __future__ import annotations

from os import PathLike

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.files.loading import build
from maroc_offshoring.files.tables import read_path


def read(path: str | PathLike[str]) -> Dataset:
    """Read the dataset of a folder, or of one file, without the reference dataset.

    Args:
        path: A folder with record files (`.toml`, `.json`), or one such file.

    Returns:
        The dataset.

    Raises:
        InvalidRecords: With every fault of every file; nothing is loaded then.
        WrongType: Where it is no path.

    Example:
        >>> import maroc_offshoring as mo, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.write(mo.Dataset.of(mo.load().region("Oriental")), folder)
        ...     mo.read(folder).region("Oriental").id
        'MA-02'
    """
    from maroc_offshoring.files.overlay import Layer, lay  # the reference dataset loads without it

    found, problems = read_path(path)
    rows, conflicts = lay([Layer(found)])
    return build(rows, (*problems, *conflicts))
