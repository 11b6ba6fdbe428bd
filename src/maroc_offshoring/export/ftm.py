"""The record as FollowTheMoney entities, a JSON object a line: companies, bodies, promises, addresses and articles.

The schema is that of https://followthemoney.tech/; a promise is a Project, who makes it a ProjectParticipant. Aims and
measurements are figures, not entities, and are not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.export.placing import placed
from maroc_offshoring.export.soundness import sound
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import (
    Agreement,
    Commitment,
    Event,
    Institution,
    Operator,
    Party,
    Place,
    Record,
    Site,
    Source,
)
from maroc_offshoring.model.kinds import kind_of, singular
from maroc_offshoring.vocabulary import InstitutionKind, Qualifier

Entity = dict[str, Any]

_LANGUAGES = {"fr": "fra", "en": "eng", "ar": "ara", "es": "spa", "de": "deu", "it": "ita", "nl": "nld", "pt": "por"}
_LONGEST = {"name": 384, "alias": 384, "previousName": 384, "notes": 65_000, "description": 65_000, "full": 250}
_LONGEST_OTHER = 1024
_LONGEST_URL = 4096
_PUBLIC = (
    InstitutionKind.GOVERNMENT, InstitutionKind.MINISTRY, InstitutionKind.PUBLIC_BODY, InstitutionKind.REGULATOR,
    InstitutionKind.REGION_BODY, InstitutionKind.REGION,
)  # fmt: skip


def write(dataset: Dataset, path: str | PathLike[str], *, overwrite: bool = False) -> None:
    """Write a dataset as FollowTheMoney entities, one JSON object a line.

    Args:
        dataset: The dataset.
        path: Where the file shall stand.
        overwrite: Whether a file that stands there is replaced.

    Raises:
        WrongType: Where it is no dataset or no path.
        InvalidField: Where a file stands there and shall not be replaced.
        OSError: Where it cannot be written; then nothing has changed.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.export import ftm
        >>> webhelp = mo.Dataset.of(mo.load().operators["Webhelp"])
        >>> [entity["properties"]["name"] for entity in ftm.entities(webhelp) if entity["schema"] == "Company"]
        [['Webhelp'], ['Concentrix']]
    """
    found = sound(dataset)
    with placed(path, overwrite=overwrite) as (temporary,), temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(found))


def entities(dataset: Dataset) -> Iterator[Entity]:
    """Walk the entities of a dataset.

    Args:
        dataset: The dataset.

    Yields:
        Entities as the followthemoney package reads them, each property a list of texts.
    """
    for source in dataset.sources:
        yield _of_source(source)
    for site in dataset.sites:
        yield _of_site(site)
    for institution in dataset.institutions:
        yield _of_institution(institution)
    for operator in dataset.operators:
        yield _of_operator(operator)
        if operator.succeeded_by:
            ends = {"predecessor": _id(operator), "successor": _id(operator.succeeded_by)}
            yield _entity(f"{_id(operator)}-succession", "Succession", ends)
    for agreement in dataset.agreements:
        yield _of_agreement(agreement)
    for commitment in dataset.commitments:
        yield from _of_commitment(commitment)
    for event in dataset.events:
        yield _of_event(event)


def _id(record: Record | Source) -> str:
    return f"mo-{singular(kind_of(record)).replace('_', '-')}-{record.id}"


def _entity(name: str, schema: str, properties: dict[str, Any]) -> Entity:
    """Make an entity; a property is a text or several, and an empty one is left out."""
    listed = {
        key: [_short(str(text), key) for text in dict.fromkeys([value] if isinstance(value, str) else value) if text]
        for key, value in properties.items()
        if value
    }
    return {"id": name, "schema": schema, "properties": {key: values for key, values in listed.items() if values}}


def _short(text: str, key: str) -> str:
    """Cut a text to what FollowTheMoney takes for its property."""
    longest = _LONGEST.get(key, _LONGEST_OTHER)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _thing(record: Record) -> dict[str, Any]:
    """What each entity says of where it comes from."""
    return {
        "sourceUrl": [source.url for source in record.sources if source.url and len(source.url) <= _LONGEST_URL],
        "publisher": [source.publisher for source in record.sources],
        "notes": record.note or "",
    }


def _interval(record: Record) -> dict[str, Any]:
    """The same of an entity that is an interval of time, which has no notes."""
    told = _thing(record)
    return {"sourceUrl": told["sourceUrl"], "publisher": told["publisher"], "description": told["notes"]}


def _of_source(source: Source) -> Entity:
    properties = {
        "title": source.title or str(source),
        "publisher": source.publisher,
        "publishedAt": str(source.published) if source.published else "",
        "sourceUrl": source.url or "",
        "language": _LANGUAGES.get(source.language or "", ""),
    }
    return _entity(_id(source), "Article", properties)


def _names(named: Place | Party) -> dict[str, Any]:
    first, *others = named.name.main
    return {"name": first, "alias": [*others, *named.name.aliases]}


def _of_site(site: Site) -> Entity:
    point = site.point
    properties = _names(site) | {
        "full": ", ".join(str(place) for place in site.lineage),
        "city": str(site.city) if site.city else "",
        "region": str(site.region) if site.region else "",
        "country": "ma",
        "latitude": str(point.latitude) if point else "",
        "longitude": str(point.longitude) if point else "",
    }
    return _entity(_id(site), "Address", properties | _thing(site))


def _of_institution(institution: Institution) -> Entity:
    schema = "PublicBody" if institution.kind in _PUBLIC else "Organization"
    properties = _names(institution) | {
        "abbreviation": institution.acronym or "",
        "country": "ma" if schema == "PublicBody" else "",
        "description": institution.role or "",
    }
    return _entity(_id(institution), schema, properties | _thing(institution))


def _of_operator(operator: Operator) -> Entity:
    names = _names(operator)
    former = [other.name for other in operator.other_names if other.kind == "former_name"]
    sites = {presence.place.id: presence.place for presence in operator.presences if isinstance(presence.place, Site)}
    properties = names | {
        "alias": [*names["alias"], *(other.name for other in operator.other_names if other.kind != "former_name")],
        "previousName": former,
        "mainCountry": (operator.home_country or "").lower(),
        "sector": [segment.label("en") for segment in operator.segments],
        "addressEntity": [_id(site) for site in sites.values()],
    }
    return _entity(_id(operator), "Company", properties | _thing(operator))


def _of_agreement(agreement: Agreement) -> Entity:
    date = str(agreement.signed_on) if agreement.signed_on else ""
    properties = {"title": agreement.title, "date": date, "keywords": agreement.kind.label("en")}
    return _entity(_id(agreement), "Article", properties | _thing(agreement))


def _of_commitment(commitment: Commitment) -> Iterator[Entity]:
    money = [pledge.figure for pledge in commitment.pledges if pledge.measure is Measure.INVESTMENT]
    # An amount has no qualifier in FollowTheMoney: what is not exact is told in words alone.
    exact = money[0] if len(money) == 1 and money[0].qualifier is Qualifier.EXACT else None
    dues = [pledge.due.end for pledge in commitment.pledges if pledge.due and pledge.due.end]
    about = [f"{pledge.measure.label('en')}: {pledge.figure}" for pledge in commitment.pledges]
    properties = {
        "name": commitment.title or commitment.id,
        "projectId": commitment.id,
        "status": commitment.status.label("en"),
        "goal": about,
        "startDate": str(commitment.announced_on) if commitment.announced_on else "",
        "endDate": str(max(dues, key=lambda date: date.sort_key())) if dues else "",
        "country": "ma",
        "amount": format(exact.number(), "f") if exact else "",
        "currency": (exact.currency or "") if exact else "",
        "addressEntity": [_id(place) for place in commitment.places if isinstance(place, Site)],
    }
    yield _entity(_id(commitment), "Project", properties | _thing(commitment))
    for role, parties in (("makes the promise", commitment.made_by), ("partner", commitment.made_with)):
        yield from _participants(commitment, parties, role)


def _participants(commitment: Commitment, parties: Iterable[Party], role: str) -> Iterator[Entity]:
    for party in parties:
        ends = {"project": _id(commitment), "participant": _id(party), "role": role}
        yield _entity(f"{_id(commitment)}-{_id(party)}", "ProjectParticipant", ends | _interval(commitment))


def _of_event(event: Event) -> Entity:
    properties = {
        "name": event.title,
        "startDate": str(event.starts_on) if event.starts_on else "",
        "endDate": str(event.ends_on) if event.ends_on else "",
        "location": str(event.place) if event.place else "",
        "organizer": [_id(party) for party in event.organisers],
    }
    return _entity(_id(event), "Event", properties | _thing(event))
