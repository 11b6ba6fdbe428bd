"""The JSON Schema of the record, read off the classes of the model.

`record.schema.json` beside this module is what it makes; `python -m maroc_offshoring.export.schema` prints it anew.
"""

from __future__ import annotations

import json
from decimal import Decimal
from inspect import cleandoc
from types import UnionType
from typing import Any, get_args, get_origin

from attrs import NOTHING, resolve_types

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.export.layout import meanings, ordered, without_none
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.format import DESCRIPTION, HEADER, NAME, TITLE, VERSION
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.vocabulary import Term

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_LEAVES: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    PartialDate: {"type": "string", "pattern": f"^{_DATE}$"},
    Period: {"type": "string", "pattern": rf"^({_DATE}|{_DATE}\.\.({_DATE})?|\.\.{_DATE})$"},
}
_ID: Schema = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}


def schema() -> Schema:
    """Return the JSON Schema of a document as :meth:`maroc_offshoring.Dataset.to_json` writes it.

    Returns:
        The schema, in the dialect of 2020-12. Each class is one of its definitions, by which a single record or figure
        can be checked too.

    Example:
        >>> from maroc_offshoring.export.schema import schema
        >>> schema()["$defs"]["Pledge"]["required"]
        ['measure', 'figure']
    """
    found: dict[str, Schema] = {}
    for cls in KINDS.values():
        _define(cls, found)
    header: dict[str, Schema] = {key: {"type": "string"} for key in HEADER}
    header["format"] = {"const": NAME}
    header["format_version"] = {"type": "string", "pattern": rf"^{VERSION.partition('.')[0]}\.[0-9]+$"}
    lists = {kind: {"type": "array", "items": _reference(cls)} for kind, cls in KINDS.items()}
    return {
        "$schema": DIALECT,
        "$id": f"urn:maroc-offshoring:schema:{VERSION}",
        "title": TITLE,
        "description": DESCRIPTION,
        "type": "object",
        "properties": header | lists,
        "required": ["format", "format_version", *KINDS],
        "additionalProperties": False,
        "$defs": dict(sorted(found.items())),
    }


def of_type(cls: Any) -> Schema:
    """Return the schema of a value of one type of ours.

    Args:
        cls: The class of a part of a record, of a word, a date or a record; a record stands for its id.

    Returns:
        The schema, in which other classes are references to the definitions of :func:`schema`.
    """
    return _of(cls, {})


def _define(cls: Any, found: dict[str, Schema]) -> None:
    """Add the definition of a class, and those of the classes in it."""
    if cls.__name__ in found:
        return
    described = " ".join(cleandoc(cls.__doc__ or "").split("\n\n")[0].split())
    if issubclass(cls, Term):
        words = {"title": cls.__name__, "description": described, "enum": [str(word.value) for word in cls]}
        found[cls.__name__] = words
        return
    found[cls.__name__] = {}  # a class may be met again within itself
    resolve_types(cls)
    told = meanings(cls)
    held = ordered(cls)
    properties = {
        field.name: _of(without_none(field.type)[0], found)
        | ({"description": told[field.name]} if field.name in told else {})
        for field in held
    }
    if issubclass(cls, (Record, Source)):
        properties["id"] |= _ID
    found[cls.__name__] = {
        "title": cls.__name__,
        "description": described,
        "type": "object",
        "properties": properties,
        "required": [
            field.name for field in held if field.default is NOTHING and not _may_be_left_out(cls, field.name)
        ],
        "additionalProperties": False,
    }


def _may_be_left_out(cls: type, name: str) -> bool:
    """A range leaves its value out."""
    return cls is Figure and name == "value"


def _of(kind: Any, found: dict[str, Schema]) -> Schema:
    """The schema of a value of a type."""
    if kind in _LEAVES:
        return dict(_LEAVES[kind])
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], found)}
    if get_origin(kind) is UnionType or issubclass(kind, (Record, Source)):
        return dict(_ID)
    _define(kind, found)
    return _reference(kind)


def _reference(cls: type) -> Schema:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def text() -> str:
    """Return the schema as the text that ships.

    Returns:
        The text of `record.schema.json`.
    """
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(text())
