"""What every export says of itself: which format it has, which edition of the record it holds, under which licence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, NewerFormat

NAME = "maroc-offshoring"
VERSION = "1.0"
"""The version of the names and shapes of exports; the first part changes when older readers would be wrong."""

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
TITLE = "The record of Morocco's offshoring sector"
DESCRIPTION = (
    "Who promised what, where, by when and worth how much; what was measured afterwards; and who says so. "
    "Promises, aims and measurements never add up together, and a promise may be told several times or contain others: "
    "sum the lines that are counted, not the pledges."
)
CREATOR = "The maroc_offshoring contributors"
KEYWORDS = ("Morocco", "offshoring", "outsourcing", "open data", "provenance")
CREDIT = f"{TITLE}, by {CREATOR}, CC BY 4.0; cite the sources of the records you use too"
"""How to name where the data come from, as the licence asks."""

APPLICATION_ID = 0x4D414F46  # "MAOF", by which programs tell a database of ours

_VERSION = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})")


HEADER = ("format", "format_version", "title", "licence", "credit", "data_version", "published", "known_on")
"""The keys by which an export describes itself."""


@frozen
class Edition:
    """Which edition of the record an export holds.

    Args:
        version: The version of the data, where it has one.
        published: When the data was published, where that is known.
        known_on: The date that the records were taken back to, where they were.
    """

    version: str | None
    published: str | None
    known_on: str | None


def about(dataset: Dataset) -> dict[str, str]:
    """Describe the export of a dataset.

    Args:
        dataset: The dataset.

    Returns:
        The format and its version, the licence, and the edition of the data as far as it has one.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.files.format import about
        >>> about(mo.load())["format_version"]
        '1.0'
    """
    told = {"format": NAME, "format_version": VERSION, "title": TITLE, "licence": LICENCE, "credit": CREDIT}
    told |= {"data_version": dataset.version} if dataset.version else {}
    told |= {"published": str(dataset.published)} if dataset.published else {}
    return told | ({"known_on": str(dataset.known_on)} if dataset.known_on else {})


def checked(told: Mapping[str, Any], where: str) -> Edition:
    """Check that an export can be read.

    Args:
        told: What it says of itself.
        where: The export, for messages.

    Returns:
        The edition that it holds.

    Raises:
        InvalidField: Where it is no export of ours, or does not say its version.
        NewerFormat: Where the first part of its version is higher than ours.
    """
    if told.get("format") != NAME:
        raise InvalidField(
            f"{where}: format", told.get("format"), f"{NAME!r}, which each export of ours says of itself"
        )
    version = told.get("format_version")
    parts = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if parts is None:
        raise InvalidField(f"{where}: format_version", version, f"a version such as {VERSION!r}")
    if int(parts[1]) > int(VERSION.partition(".")[0]):
        raise NewerFormat(where, parts[0], VERSION)
    names = ("data_version", "published", "known_on")
    edition = [told.get(name) for name in names]
    for name, value in zip(names, edition, strict=True):
        if value is not None and not isinstance(value, str):
            raise InvalidField(f"{where}: {name}", value, "a text")
    return Edition(*edition)
