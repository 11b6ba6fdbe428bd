"""The kinds of records, in the order in which they can be built: each refers only to kinds before it, or to its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import fields, has

from maroc_offshoring.model.agreements import Agreement, Plan
from maroc_offshoring.model.events import Event, Incentive, Statement
from maroc_offshoring.model.observations import Observation
from maroc_offshoring.model.parties import Institution, Operator
from maroc_offshoring.model.places import City, Country, FormerRegion, Region
from maroc_offshoring.model.promises import Commitment, Target
from maroc_offshoring.model.record import Record
from maroc_offshoring.model.sites import Site
from maroc_offshoring.model.sources import Source

KINDS: dict[str, type[Record] | type[Source]] = {
    "sources": Source,
    "countries": Country,
    "regions": Region,
    "former_regions": FormerRegion,
    "cities": City,
    "institutions": Institution,
    "sites": Site,
    "operators": Operator,
    "plans": Plan,
    "agreements": Agreement,
    "commitments": Commitment,
    "targets": Target,
    "observations": Observation,
    "events": Event,
    "incentives": Incentive,
    "statements": Statement,
}
"""The class of each kind, by the name of its table in files and of its collection in a dataset."""

PLACES = ("countries", "regions", "cities", "sites")
"""The kinds that share the ids of places."""

PARTIES = ("institutions", "operators")
"""The kinds that share the ids of parties."""

LINKS = ("part_of", "restates", "supersedes", "succeeded_by", "members")
"""The fields that may refer to a record of the same kind, and so could run in a circle."""


def singular(kind: str) -> str:
    """Return the word for one record of a kind.

    Args:
        kind: The kind, as in :data:`KINDS`.

    Returns:
        `commitment` for `commitments`, `country` for `countries`.
    """
    return f"{kind[:-3]}y" if kind.endswith("ies") else kind.removesuffix("s")


def kind_of(record: Record | Source) -> str:
    """Return the kind of a record.

    Args:
        record: A record or a source.

    Returns:
        The name of its kind, as in :data:`KINDS`.

    Raises:
        KeyError: Where its class is none of the model's.
    """
    return _KIND_OF[type(record)]


_KIND_OF = {cls: kind for kind, cls in KINDS.items()}


def referred_to(record: Record | Source) -> Iterator[Record | Source]:
    """Walk all that a record refers to, directly.

    Args:
        record: A record.

    Yields:
        The records and sources in its fields, and in the fields of its parts.
    """
    waiting: list[Any] = [getattr(record, field.name) for field in fields(type(record))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (Record, Source)):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif has(type(value)):
            waiting.extend(getattr(value, field.name) for field in fields(type(value)))
