"""The record as linked data: JSON-LD in the words of schema.org, PROV-O, DCAT and Dublin Core.

What these vocabularies have no word for is said in a small vocabulary of ours. The context stands in the file, so that
it is read without the network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import singledispatch
from os import PathLike
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.export.placing import placed
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.format import CREATOR, DESCRIPTION, KEYWORDS, LICENCE_URL, NAME, TITLE
from maroc_offshoring.model import (
    Agreement,
    City,
    Commitment,
    Country,
    Event,
    Incentive,
    Institution,
    Observation,
    Operator,
    Party,
    Place,
    Record,
    Region,
    Site,
    Source,
    Statement,
    Target,
)
from maroc_offshoring.model.kinds import KINDS, kind_of, singular
from maroc_offshoring.names import LANGUAGES, Name

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "mo": "urn:maroc-offshoring:word:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{
        name: {"@id": name, "@type": "@id"}
        for name in (
            "prov:wasDerivedFrom", "prov:wasAttributedTo", "prov:wasRevisionOf", "prov:alternateOf", "dcterms:isPartOf",
            "dcterms:isReplacedBy", "containedInPlace", "location", "mo:madeWith", "participant", "organizer",
            "license", "observationAbout", "author", "mo:agreement", "mo:plan", "mo:operator", "spatialCoverage",
            "distribution", "dcterms:license", "dcterms:spatial", "dcterms:language", "dcat:distribution",
            "dcat:mediaType",
        )
    },
}  # fmt: skip
"""The context of the file; each name that leads to another node is listed as such."""

DATASET, PUBLISHER = "urn:maroc-offshoring:dataset", "urn:maroc-offshoring:contributors"

_LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
FORMS = {
    "json": ("application/json", "One JSON document"),
    "datapackage": ("text/csv", "A Data Package of CSV tables"),
    "sqlite": ("application/vnd.sqlite3", "A SQLite database"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "An Excel workbook"),
    "jsonld": ("application/ld+json", "Linked data"),
    "ftm": ("application/x-ndjson", "FollowTheMoney entities"),
    "sdmx": ("application/vnd.sdmx.data+csv", "The measurements as SDMX-CSV"),
}
"""The forms in which the dataset is had: the media type and the title of each export."""

_TYPES: dict[type, list[str]] = {
    Source: ["CreativeWork", "prov:Entity"],
    Country: ["Country"],
    Region: ["AdministrativeArea"],
    City: ["City"],
    Site: ["Place"],
    Operator: ["Corporation", "prov:Agent"],
    Institution: ["Organization", "prov:Agent"],
    Agreement: ["mo:Agreement", "CreativeWork", "prov:Entity"],
    Commitment: ["mo:Commitment", "prov:Entity"],
    Target: ["mo:Target", "prov:Entity"],
    Observation: ["Observation", "prov:Entity"],
    Event: ["Event"],
    Incentive: ["mo:Incentive", "prov:Entity"],
    Statement: ["Claim", "prov:Entity"],
}
_DATE_TYPES = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}


def write(dataset: Dataset, path: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset as one JSON-LD document.

    Args:
        dataset: The dataset.
        path: Where the file shall stand.
        overwrite: Whether a file that stands there is replaced.

    Raises:
        WrongType: Where it is no dataset or no path.
        InvalidField: Where a file stands there and shall not be replaced.
        OSError: Where it cannot be written; then nothing has changed.
    """
    document = json.dumps(linked(dataset), ensure_ascii=False, indent=1)
    with placed(path, overwrite=overwrite) as (temporary,):
        temporary.write_text(document + "\n", encoding="utf-8", newline="\n")


def linked(dataset: Dataset) -> Node:
    """Return a dataset as a JSON-LD document.

    Args:
        dataset: The dataset.

    Returns:
        The document: its context, and a graph of the dataset itself and of a node per record.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export import jsonld
        >>> nodes = {node["@id"]: node for node in jsonld.linked(mo.load())["@graph"]}
        >>> nodes["urn:maroc-offshoring:commitment:2022-04-20-phoneo"]["prov:wasDerivedFrom"][0]
        'urn:maroc-offshoring:source:afrique-medias24-com-nd-f48260'
    """
    found = sound(dataset)
    nodes = [_node(record) for kind in KINDS for record in found.records(kind)]
    return {"@context": CONTEXT, "@graph": [*_catalogue(found), *nodes]}


def iri(record: Record | Source) -> str:
    """Return the identifier of a record in linked data.

    Args:
        record: The record.

    Returns:
        A URN of its kind and id.
    """
    return f"urn:maroc-offshoring:{singular(kind_of(record)).replace('_', '-')}:{record.id}"


def _catalogue(dataset: Dataset) -> Iterator[Node]:
    """Walk what a data portal reads: the dataset, who publishes it, and the forms in which it is had."""
    forms = {f"{DATASET}:{name}": form for name, form in FORMS.items()}
    yield _without_empty({
        "@id": DATASET,
        "@type": ["Dataset", "dcat:Dataset", "prov:Entity"],
        "name": _english(TITLE),
        "dcterms:title": _english(TITLE),
        "description": _english(DESCRIPTION),
        "dcterms:description": _english(DESCRIPTION),
        "dcterms:identifier": NAME,
        "license": LICENCE_URL,
        "dcterms:license": LICENCE_URL,
        "publisher": {"@id": PUBLISHER},
        "dcterms:publisher": {"@id": PUBLISHER},
        "version": dataset.version,
        "dcat:version": dataset.version,
        "datePublished": _date(dataset.published),
        "dcterms:issued": _date(dataset.published),
        "mo:knownOn": _date(dataset.known_on),
        "keywords": list(KEYWORDS),
        "dcat:keyword": [_english(word) for word in KEYWORDS],
        "dcterms:language": [f"{_LANGUAGE}{code}" for code in ("FRA", "ENG", "ARA")],
        "dcterms:spatial": _ids(dataset.countries),
        "spatialCoverage": _ids(dataset.countries),
        "dcat:distribution": list(forms),
        "distribution": list(forms),
    })  # fmt: skip
    yield {
        "@id": PUBLISHER,
        "@type": ["Organization", "foaf:Agent", "prov:Agent"],
        "name": CREATOR,
        "foaf:name": CREATOR,
    }
    for name, (media, title) in forms.items():
        yield {
            "@id": name,
            "@type": ["DataDownload", "dcat:Distribution"],
            "dcterms:title": _english(title),
            "name": _english(title),
            "dcterms:license": LICENCE_URL,
            "license": LICENCE_URL,
            "encodingFormat": media,
            "dcat:mediaType": f"{_MEDIA}{media}",
        }


def _english(text: str) -> Node:
    return {"@value": text, "@language": "en"}


def _node(record: Record | Source) -> Node:
    node: Node = {"@id": iri(record), "@type": _TYPES.get(type(record), ["Thing"])}
    if isinstance(record, Record):
        node["prov:wasDerivedFrom"] = _ids(record.sources)
        node["description"] = record.note
        node["mo:confidence"] = record.confidence.value if record.confidence else None
    name = getattr(record, "name", None)
    if isinstance(name, Name):
        node |= _named(name)
    return _without_empty(node | dict(_own(record)))


@singledispatch
def _own(record: Record | Source) -> Iterator[tuple[str, Any]]:
    """Walk what a node says beside what all say."""
    yield from ()


@_own.register
def _of_source(record: Source) -> Iterator[tuple[str, Any]]:
    yield from (("name", record.title or str(record)), ("publisher", record.publisher), ("url", record.url))
    yield from (("datePublished", _date(record.published)), ("inLanguage", record.language))


@_own.register
def _of_place(record: Place) -> Iterator[tuple[str, Any]]:
    yield "containedInPlace", iri(record.lineage[1]) if len(record.lineage) > 1 else None
    yield "identifier", record.id if isinstance(record, Region) else None
    if record.latitude is not None:
        point = {"latitude": _number(record.latitude), "longitude": _number(record.longitude)}
        yield "geo", {"@type": "GeoCoordinates"} | _without_empty(point)


@_own.register
def _of_operator(record: Operator) -> Iterator[tuple[str, Any]]:
    yield "alternateName", [*record.name.aliases, *(other.name for other in record.other_names)]
    yield "dcterms:isReplacedBy", _id(record.succeeded_by)
    yield "location", _ids({presence.place.id: presence.place for presence in record.presences}.values())


@_own.register
def _of_institution(record: Institution) -> Iterator[tuple[str, Any]]:
    yield "alternateName", [*record.name.aliases, *([record.acronym] if record.acronym else [])]


@_own.register
def _of_agreement(record: Agreement) -> Iterator[tuple[str, Any]]:
    yield from (("name", record.title), ("dateCreated", _date(record.signed_on)))
    yield from (("participant", _ids(record.parties)), ("dcterms:isPartOf", _id(record.part_of)))


@_own.register
def _of_event(record: Event) -> Iterator[tuple[str, Any]]:
    yield from (("name", record.title), ("location", _id(record.place)), ("organizer", _ids(record.organisers)))
    yield from (("startDate", _date(record.starts_on)), ("endDate", _date(record.ends_on)))


@_own.register
def _of_incentive(record: Incentive) -> Iterator[tuple[str, Any]]:
    yield from (("name", record.rule), ("location", _ids(record.places)))
    yield from (("validFrom", _date(record.in_force_from)), ("validThrough", _date(record.in_force_to)))
    yield "mo:figure", [_figure(figure) for figure in (record.rate, record.amount) if figure]


@_own.register
def _of_statement(record: Statement) -> Iterator[tuple[str, Any]]:
    yield from (("text", record.summary), ("author", _id(record.party)), ("dateCreated", _date(record.said_on)))


@_own.register
def _of_commitment(record: Commitment) -> Iterator[tuple[str, Any]]:
    yield from (("name", str(record)), ("dateCreated", _date(record.announced_on)))
    yield from (("prov:wasAttributedTo", _ids(record.made_by)), ("mo:madeWith", _ids(record.made_with)))
    yield from (("location", _ids(record.places)), ("mo:segment", [segment.value for segment in record.segments]))
    yield from (("mo:agreement", _id(record.agreement)), ("mo:status", record.status.value))
    yield "mo:pledge", [
        _figure(pledge.figure) | _without_empty({
            "@type": "QuantitativeValue", "name": pledge.measure.value, "mo:due": _period(pledge.due),
            "mo:basis": pledge.basis.value if pledge.basis else None,
        })
        for pledge in record.pledges
    ]  # fmt: skip
    yield from _relations(record.part_of, record.supersedes)
    yield "prov:alternateOf", _id(record.restates)


@_own.register
def _of_target(record: Target) -> Iterator[tuple[str, Any]]:
    yield from (("name", str(record)), ("dateCreated", _date(record.announced_on)), ("location", _id(record.place)))
    yield from (("prov:wasAttributedTo", _ids(record.set_by)), ("mo:plan", _id(record.plan)))
    yield from (("mo:measure", record.measure.value), ("mo:figure", _figure(record.figure)))
    yield from (("mo:due", _period(record.due)), ("mo:basis", record.basis.value if record.basis else None))
    yield "mo:scope", record.scope.value
    yield from _relations(record.part_of, record.supersedes)


@_own.register
def _of_observation(record: Observation) -> Iterator[tuple[str, Any]]:
    yield from (("observationAbout", iri(record.place)), ("mo:operator", _id(record.operator)))
    yield from (("measuredProperty", record.measure.value), ("mo:figure", _figure(record.figure)))
    yield from (("observationDate", _period(record.period)), ("mo:basis", record.basis.value))
    yield from (("mo:nature", record.nature.value), ("mo:scope", record.scope.value))
    yield "mo:perimeter", record.perimeter.value if record.perimeter else None
    yield "mo:segment", [segment.value for segment in record.segments]
    yield "prov:wasAttributedTo", _id(record.stated_by)


def _relations(part_of: Record | None, supersedes: Record | None) -> Iterator[tuple[str, Any]]:
    yield from (("dcterms:isPartOf", _id(part_of)), ("prov:wasRevisionOf", _id(supersedes)))


def _id(record: Record | None) -> str | None:
    return iri(record) if record is not None else None


def _ids(records: Iterable[Record | Source | Party]) -> list[str]:
    return [iri(record) for record in records]


def _named(name: Name) -> Node:
    texts = [{"@value": text, "@language": language} for language in LANGUAGES if (text := getattr(name, language))]
    return {"name": texts, "alternateName": list(name.aliases)}


def _figure(figure: Figure) -> Node:
    node = {
        "@type": "QuantitativeValue",
        "value": _number(figure.value),
        "minValue": _number(figure.lower),
        "maxValue": _number(figure.upper),
        "unitText": figure.unit,
        "mo:qualifier": figure.qualifier.value,
        "mo:asPrinted": figure.as_printed,
    }
    return _without_empty(node)


def _number(number: Any) -> Node | None:
    return None if number is None else {"@value": format(number, "f"), "@type": "xsd:decimal"}


def _date(date: PartialDate | None) -> Node | None:
    return None if date is None else {"@value": str(date), "@type": _DATE_TYPES[date.precision]}


def _period(period: Period | None) -> Any:
    """A date for a period of one; otherwise its two ends as ISO 8601 writes an interval, `..` for an open one."""
    if period is None:
        return None
    return _date(period.start) if period.start == period.end else f"{period.start or '..'}/{period.end or '..'}"


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None and value not in ([], "")}
