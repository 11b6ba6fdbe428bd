"""The record as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Hashable
from os import PathLike
from typing import Any, cast

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.export.dicts import writer
from maroc_offshoring.export.placing import placed
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.files import tables
from maroc_offshoring.files.collector import collector_paused
from maroc_offshoring.files.format import about
from maroc_offshoring.files.limits import may_hold_no_text
from maroc_offshoring.files.loading import whole
from maroc_offshoring.model.kinds import KINDS

SCHEMA = "record.schema.json"
"""The JSON Schema of the document, which ships beside this module."""


def write(dataset: Dataset, path: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset as one JSON document.

    Args:
        dataset: The dataset.
        path: Where the file shall stand.
        overwrite: Whether a file that stands there is replaced.

    Raises:
        WrongType: Where it is no dataset or no path.
        InvalidField: Where a file stands there and shall not be replaced.
        OSError: Where it cannot be written; then nothing has changed.
    """
    text = dumps(dataset)
    with placed(path, overwrite=overwrite) as (temporary,):
        temporary.write_text(text, encoding="utf-8", newline="")


def dumps(dataset: Dataset) -> str:
    """Write a dataset as the text of a JSON document; see :meth:`maroc_offshoring.Dataset.to_json`.

    Args:
        dataset: The dataset.

    Returns:
        The text.
    """
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset; make one of records with mo.Dataset.of(...)")
    try:
        with collector_paused():
            text = _encoded(_document(dataset))  # nothing else holds the document: it is gone before the collector runs
    except (InvalidField, UnicodeEncodeError):  # a number of too many digits, half a character
        sound(dataset)
        raise
    if may_hold_no_text(text):
        sound(dataset)
    return (text + b"\n").decode()


def _document(dataset: Dataset) -> dict[str, Any]:
    records = {kind: list(map(writer(cast("Hashable", cls)), dataset.records(kind))) for kind, cls in KINDS.items()}
    return dict(about(dataset)) | records


def _encoded(document: dict[str, Any]) -> bytes:
    """Write plain values as JSON; msgspec, where it is installed, gives the same text sooner."""
    try:
        from msgspec.json import encode
    except ImportError:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return encode(document)


def loads(text: str | bytes) -> Dataset:
    """Read a dataset from the text of a JSON document; see :meth:`maroc_offshoring.Dataset.from_json`.

    Args:
        text: The text.

    Returns:
        The dataset.
    """
    if isinstance(text, (bytes, bytearray)):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise InvalidField("text", text[:20], f"UTF-8 text; byte {fault.start} is none") from None
    if not isinstance(text, str):
        raise WrongType("text", text, "the text of a JSON document, as to_json() writes it")
    edition, found, problems = tables.document(text)
    return Dataset(whole(found, problems), edition.version, edition.published, edition.known_on)
