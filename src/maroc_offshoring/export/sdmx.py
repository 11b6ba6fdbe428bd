"""The measurements as SDMX: a data file in SDMX-CSV 2.0, and its codelists and structure in SDMX-JSON 2.0.

SDMX knows one value for each key. Where several sources give a value for the same key, the dimension `STATEMENT`
numbers them, in the order of the ids of their records; none is left out and none is chosen.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import Period
from maroc_offshoring.export.cells import written
from maroc_offshoring.export.placing import place_all
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Observation
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Basis, Nature, Perimeter, Qualifier, Scope, Segment, Term

DATA, STRUCTURES = "observations.csv", "structures.json"

AGENCY, STRUCTURE, VERSION = "MAROC_OFFSHORING", "OBSERVATIONS", "1.0"
TOTAL, NOT_APPLICABLE = "_T", "_Z"
"""The codes of SDMX for "all together" and for "does not apply"."""

_DIMENSIONS = (
    "MEASURE", "REF_AREA", "SEGMENT", "OPERATOR", "BASIS", "SCOPE", "PERIMETER", "UNIT", "STATEMENT", "TIME_PERIOD",
)  # fmt: skip
_CODED = {
    "MEASURE": "CL_MEASURE", "REF_AREA": "CL_AREA", "SEGMENT": "CL_SEGMENT", "OPERATOR": "CL_OPERATOR",
    "BASIS": "CL_BASIS", "SCOPE": "CL_SCOPE", "PERIMETER": "CL_PERIMETER", "UNIT": "CL_UNIT", "NATURE": "CL_NATURE",
    "QUALIFIER": "CL_QUALIFIER",
}  # fmt: skip
_ATTRIBUTES = ("QUALIFIER", "LOW", "HIGH", "NATURE", "RECORD", "SOURCES")
_NUMBERS = ("LOW", "HIGH")
_URN = "urn:sdmx:org.sdmx.infomodel"
_Codes = dict[str, Name]


def write(dataset: Dataset, folder: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write the measurements of a dataset as SDMX: `observations.csv` and `structures.json`.

    A measurement without a date cannot be told in SDMX and is not in it; :func:`undated` names those.

    Args:
        dataset: The dataset.
        folder: The folder; it is made where it is missing.
        overwrite: Whether files that stand there are replaced.

    Raises:
        InvalidField: Where the folder holds such files already and they shall not be replaced, or is none.
        WrongType: Where it is no dataset or no path.
        OSError: Where it cannot be written; then no file is left behind.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export import sdmx
        >>> row = next(row for row in sdmx.rows(mo.load()) if row["RECORD"] == "obs-jobs-fes-2019")
        >>> row["REF_AREA"], row["TIME_PERIOD"], row["OBS_VALUE"], row["QUALIFIER"]
        ('fes', '2019', '4500', 'nearly')
    """
    found = sound(dataset)
    message = json.dumps(structures(found), ensure_ascii=False, indent=1) + "\n"
    place_all(folder, {DATA: _csv(rows(found)), STRUCTURES: message}, overwrite=overwrite)


def undated(dataset: Dataset) -> tuple[Observation, ...]:
    """Return the measurements that have no date, or an open span, which SDMX cannot tell.

    Args:
        dataset: The dataset.

    Returns:
        The measurements.
    """
    return tuple(record for record in dataset.observations if _time(record.period) is None)


def rows(dataset: Dataset) -> Iterator[dict[str, str]]:
    """Walk the rows of the data file.

    Args:
        dataset: The dataset.

    Yields:
        The cells by the name of their column.
    """
    told: Counter[tuple[str, ...]] = Counter()
    for record in sorted(dataset.observations, key=lambda record: record.id):
        time = _time(record.period)
        if time is None:
            continue
        key = _key(record)
        told[*key.values(), time] += 1
        figure = record.figure
        yield {
            "STRUCTURE": "datastructure",
            "STRUCTURE_ID": f"{AGENCY}:{STRUCTURE}({VERSION})",
            "ACTION": "I",
            **key,
            "STATEMENT": str(told[*key.values(), time]),
            "TIME_PERIOD": time,
            "OBS_VALUE": written(figure.value),
            "QUALIFIER": figure.qualifier.value,
            "LOW": written(figure.low),
            "HIGH": written(figure.high),
            "NATURE": record.nature.value,
            "RECORD": record.id,
            "SOURCES": " ".join(source.id for source in record.sources),
        }


def structures(dataset: Dataset) -> dict[str, Any]:
    """Return the structure message: codelists, concepts, the structure of the data, and the dataflow.

    Args:
        dataset: The dataset, whose places and operators are codes.

    Returns:
        The message as SDMX-JSON 2.0 writes it.
    """
    own = {"agencyID": AGENCY, "version": VERSION}
    concepts = [*_DIMENSIONS, "OBS_VALUE", *_ATTRIBUTES]
    dimensions = [{"id": name, **_identity(name), **_values(name)} for name in _DIMENSIONS if name != "TIME_PERIOD"]
    attributes = [
        {"id": name, **_identity(name), "attributeRelationship": {"observation": {}},
         "measureRelationship": ["OBS_VALUE"], **_values(name)}
        for name in _ATTRIBUTES
    ]  # fmt: skip
    components = {
        "dimensionList": {
            "dimensions": dimensions,
            "timeDimension": {"id": "TIME_PERIOD", **_identity("TIME_PERIOD"), **_format("ObservationalTimePeriod")},
        },
        "measureList": {"measures": [{"id": "OBS_VALUE", **_identity("OBS_VALUE"), **_format("Decimal")}]},
        "attributeList": {"attributes": attributes},
    }
    name = "Measurements of Morocco's offshoring sector"
    return {
        "meta": {
            "id": STRUCTURE,
            "prepared": f"{dataset.published.last_day if dataset.published else '2000-01-01'}T00:00:00Z",
            "sender": {"id": AGENCY},
            "schema": "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/structure-message/tools/schemas/"
            "2.0.0/sdmx-json-structure-schema.json",
        },
        "data": {
            "codelists": [
                {**own, "id": name, "name": name, "codes": [_code(code, label) for code, label in codes.items()]}
                for name, codes in _codelists(dataset).items()
            ],
            "conceptSchemes": [
                {
                    **own,
                    "id": "CONCEPTS",
                    "name": "Concepts",
                    "concepts": [{"id": one, "name": one} for one in concepts],
                }
            ],
            "dataflows": [
                {**own, "id": STRUCTURE, "name": name, "structure": _urn("datastructure.DataStructure", STRUCTURE)}
            ],
            "dataStructures": [{**own, "id": STRUCTURE, "name": name, "dataStructureComponents": components}],
        },
    }


def _csv(found: Iterable[dict[str, str]]) -> str:
    text = io.StringIO(newline="")
    names: list[str] = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *_DIMENSIONS, "OBS_VALUE", *_ATTRIBUTES]
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def _key(record: Observation) -> dict[str, str]:
    """The dimensions that tell what was measured, beside when."""
    return {
        "MEASURE": record.measure.value,
        "REF_AREA": _code_of(record.place.id),
        "SEGMENT": _segments(record),
        "OPERATOR": _code_of(record.operator.id) if record.operator else TOTAL,
        "BASIS": record.basis.value,
        "SCOPE": record.scope.value,
        "PERIMETER": record.perimeter.value if record.perimeter else NOT_APPLICABLE,
        "UNIT": _code_of(record.figure.unit),
    }


def _code_of(id: str) -> str:
    """An id as the code of a list, which holds no point and no stroke; no id of ours has the sign put for a point."""
    return id.replace(".", "@").replace("/", "_PER_")


def _segments(record: Observation) -> str:
    return "_".join(sorted(segment.value for segment in record.segments)) or TOTAL


def _time(period: Period | None) -> str | None:
    """A period as SDMX writes it: a date, or the start of a span and how long it lasts; None for an open span."""
    if period is None or period.start is None or period.end is None:
        return None
    start, end = period.start, period.end
    if start == end:
        return str(start)
    if not start.month and not end.month:
        return f"{start.year}-01-01/P{end.year - start.year + 1}Y"
    if not start.day and not end.day and start.month and end.month:
        return f"{start.year}-{start.month:02}-01/P{(end.year - start.year) * 12 + end.month - start.month + 1}M"
    return f"{start.first_day}/P{(end.last_day - start.first_day).days + 1}D"


def _codelists(dataset: Dataset) -> dict[str, _Codes]:
    total = {TOTAL: Name("Total", "Total", "المجموع")}
    segments: _Codes = {}
    for record in dataset.observations:
        named = [segment.name_ for segment in sorted(record.segments, key=lambda segment: segment.value)]
        if named:
            fr, en, ar = (", ".join(name.label(language) for name in named) for language in ("fr", "en", "ar"))
            segments[_segments(record)] = Name(fr, en, ar)
    used = sorted({_code_of(record.figure.unit) for record in dataset.observations})
    return {
        "CL_MEASURE": _words(Measure),
        "CL_AREA": {_code_of(place.id): place.name for kind in _AREAS for place in getattr(dataset, kind)},
        "CL_SEGMENT": total | {segment.value: segment.name_ for segment in Segment} | dict(sorted(segments.items())),
        "CL_OPERATOR": total | {_code_of(operator.id): operator.name for operator in dataset.operators},
        "CL_BASIS": _words(Basis),
        "CL_SCOPE": _words(Scope),
        "CL_PERIMETER": {NOT_APPLICABLE: Name("Sans objet", "Not applicable", "غير معني")} | _words(Perimeter),
        "CL_UNIT": {unit: Name(unit) for unit in used},
        "CL_NATURE": _words(Nature),
        "CL_QUALIFIER": _words(Qualifier),
    }


_AREAS = ("countries", "regions", "cities", "sites")


def _words(vocabulary: type[Term]) -> _Codes:
    return {str(word.value): word.name_ for word in vocabulary}


def _code(code: str, label: Name) -> dict[str, Any]:
    names = {language: label.label(language) for language in ("en", "fr", "ar") if getattr(label, language)}
    return {"id": code, "name": label.label("en"), "names": names}


def _identity(name: str) -> dict[str, str]:
    return {"conceptIdentity": f"{_urn('conceptscheme.Concept', 'CONCEPTS')}.{name}"}


def _values(name: str) -> dict[str, Any]:
    if name in _CODED:
        return {"localRepresentation": {"enumeration": _urn("codelist.Codelist", _CODED[name])}}
    return _format("Decimal" if name in _NUMBERS else "Integer" if name == "STATEMENT" else "String")


def _format(kind: str) -> dict[str, Any]:
    return {"localRepresentation": {"format": {"dataType": kind}}}


def _urn(what: str, name: str) -> str:
    return f"{_URN}.{what}={AGENCY}:{name}({VERSION})"
