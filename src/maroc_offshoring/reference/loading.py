"""Loading the reference dataset: from the compiled file that ships, or from the TOML where that is newer."""

from __future__ import annotations

import json
import os
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.files.collector import collector_paused
from maroc_offshoring.reference.compilation import checksum, digest
from maroc_offshoring.reference.edition import PUBLISHED, VERSION

if TYPE_CHECKING:
    from maroc_offshoring.dataset.shelves import Records
    from maroc_offshoring.files.rows import Row
    from maroc_offshoring.problems import Problem

FOLDER = Path(__file__).parent
"""Where the reference records are."""

NAME = "the reference dataset"
"""What a message calls it."""


def load(*folders: str | PathLike[str]) -> Dataset:
    """Load the reference dataset, with one's own records laid over it.

    A folder may add records, which may refer to ours by id, and correct ours, each by its id and with a reason:
    see the page "Records of your own". Ids that two folders give, or a folder and the reference dataset, are conflicts.

    Args:
        folders: Folders with record files (`.toml`, `.json`), or such files, each laid over what comes before it.

    Returns:
        The dataset, made anew at each call; nothing is kept. Without folders its records are made at their first use.

    Raises:
        InvalidRecords: With every fault and conflict of every file; nothing is loaded then.
        WrongType: Where something is no path.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().operators["Webhelp"].id
        'webhelp'
        >>> ds = mo.load("examples/own_records")
        >>> ds.commitments["2022-04-20-phoneo"].check_note
        'Corrected: The convention itself names the city, which the press left out.'
    """
    if not folders:
        compiled, _ = _compiled(any(FOLDER.glob("*.toml")))
        if compiled is not None:
            # What was compiled was checked before it was shipped: its records are made when they are first asked for.
            return Dataset(lambda: _made_of(compiled), VERSION, PUBLISHED)
    from maroc_offshoring.files.loading import build

    found, problems = reference_rows()
    if not folders:
        return build(found, problems, version=VERSION, published=PUBLISHED)
    from maroc_offshoring.files.overlay import Layer, lay
    from maroc_offshoring.files.tables import read_path

    layers = [Layer(found, NAME)]
    for folder in folders:
        own, faults = read_path(folder)
        problems += faults
        layers.append(Layer(own))
    laid, conflicts = lay(layers)
    names = ".".join(Path(os.path.abspath(folder)).stem for folder in folders)
    return build(laid, (*problems, *conflicts), version=f"{VERSION}+{names}", published=PUBLISHED)


def reference_rows(*, with_lines: bool = False) -> tuple[list[Row], list[Problem]]:
    """Read the rows of the reference dataset.

    Args:
        with_lines: Whether to read the TOML files, where they are there, even if they were compiled: slower, but a
            problem can then name its file and line.

    Returns:
        The rows, and the problems of the files.
    """
    from maroc_offshoring.files.rows import rows
    from maroc_offshoring.files.tables import read_folder
    from maroc_offshoring.problems import Problem

    texts = any(FOLDER.glob("*.toml"))
    if not (texts and with_lines):
        compiled, damage = _compiled(texts)
        if compiled is not None:
            return rows(compiled, NAME)
        if not texts:
            return [], [Problem(f"{damage}; install the package anew", NAME)]
    return read_folder(FOLDER, suffixes=(".toml",))  # not what was compiled from them


def _made_of(compiled: dict[str, Any]) -> Records:
    from maroc_offshoring.files.loading import whole
    from maroc_offshoring.files.rows import rows

    return whole(*rows(compiled, NAME))


def _compiled(texts: bool) -> tuple[dict[str, Any] | None, str]:
    """Return the compiled records; None where they cannot be read, or where the texts have changed since, and why."""
    try:
        with collector_paused():
            content = (FOLDER / "records.json").read_bytes()
            compiled = json.loads(content)
        if texts and compiled["digest"] != digest(FOLDER):
            return None, "is older than the TOML files"
        if compiled["checksum"] != checksum(content):
            return None, "is damaged: its checksum is another"
        records: dict[str, Any] = compiled["records"]
        return records, ""
    except OSError as fault:
        return None, f"cannot be read: {fault.strerror}"
    except (ValueError, LookupError, TypeError, RecursionError) as fault:
        return None, f"is damaged: {fault}"
