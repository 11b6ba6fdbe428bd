"""Loading the reference dataset: from the compiled file that ships, or from the TOML where that is newer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from maroc_offshoring._version import __version__
from maroc_offshoring.dataset import Dataset
from maroc_offshoring.files.loading import build
from maroc_offshoring.files.tables import read_folder, rows
from maroc_offshoring.reference.compilation import digest

FOLDER = Path(__file__).parent


def load() -> Dataset:
    """Load the reference dataset.

    Returns:
        The dataset, made anew at each call; nothing is kept.

    Raises:
        InvalidRecords: Where the files beside the library were changed and have a fault.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().operators["Webhelp"].id
        'webhelp'
    """
    compiled = _compiled()
    if compiled is None:
        found, problems = read_folder(FOLDER, suffixes=(".toml",))  # not what was compiled from them
    else:
        found, problems = rows(compiled)
    if problems:
        from maroc_offshoring.errors import InvalidRecords

        raise InvalidRecords(problems)
    return build(found, version=__version__)


def _compiled() -> dict[str, Any] | None:
    """Return the compiled records; None in a checkout whose TOML files have changed since they were compiled."""
    file = FOLDER / "records.json"
    if not file.is_file():
        return None
    compiled = json.loads(file.read_bytes())
    if any(FOLDER.glob("*.toml")) and compiled["digest"] != digest(FOLDER):
        return None
    records: dict[str, Any] = compiled["records"]
    return records
