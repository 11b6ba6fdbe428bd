"""Parties: operators, which are companies, and institutions, which are public bodies, federations, funds and clubs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import fields
from maroc_offshoring.model.places import Place, Region
from maroc_offshoring.model.record import Record
from maroc_offshoring.model.sources import Citation
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import InstitutionKind, NameKind, Segment


def _name_kind(value: NameKind | str) -> NameKind:
    return NameKind.of(value)


def _institution_kind(value: InstitutionKind | str | None) -> InstitutionKind | None:
    return None if value is None else InstitutionKind.of(value)


@frozen(kw_only=True, field_transformer=fields.named)
class OtherName:
    """A name that a company went by, and when.

    Args:
        name: The name.
        kind: Why it is one: `former_name`, `brand`, `subsidiary` or `spelling`.
        since: From when, where that is known.
        until: Until when, where that is known.
    """

    name: str = field(converter=fields.text)
    kind: NameKind = field(converter=_name_kind)
    since: PartialDate | None = field(default=None, converter=fields.optional_date)
    until: PartialDate | None = field(default=None, converter=fields.optional_date)


@frozen(kw_only=True, field_transformer=fields.named)
class Owner:
    """Who owned a company, and when; an owner's name does not find the company.

    Args:
        name: The owner.
        since: From when, where that is known.
        until: Until when, where that is known.
    """

    name: str = field(converter=fields.text)
    since: PartialDate | None = field(default=None, converter=fields.optional_date)
    until: PartialDate | None = field(default=None, converter=fields.optional_date)


def _presence_citations(value: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(map(Citation.of, value))


@frozen(kw_only=True, field_transformer=fields.named)
class Presence:
    """That a company was at a place, with its jobs there where they are stated.

    Args:
        place: The place.
        jobs: Its jobs there.
        as_of: When.
        citations: The sources.
    """

    place: Place = field(validator=fields.one(Place, "a Place; look it up with ds.place(...)"))
    jobs: Figure | None = field(default=None, converter=fields.optional_figure)
    as_of: PartialDate | None = field(default=None, converter=fields.optional_date)
    citations: tuple[Citation, ...] = field(default=(), converter=_presence_citations)


def _other_names(value: Iterable[OtherName]) -> tuple[OtherName, ...]:
    return fields.sequence(value, OtherName, "an OtherName")


def _owners(value: Iterable[Owner]) -> tuple[Owner, ...]:
    return fields.sequence(value, Owner, "an Owner")


def _presences(value: Iterable[Presence]) -> tuple[Presence, ...]:
    return fields.sequence(value, Presence, "a Presence")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Party(Record):
    """Someone who promises, signs, aims or organises.

    Args:
        name: Its names.
    """

    name: Name = field(converter=fields.name)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its names and its other names."""
        return self.name.main, self.name.aliases

    def __str__(self) -> str:
        return self.name.fr


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Institution(Party):
    """A public body, federation, fund or club.

    Args:
        acronym: Its acronym.
        kind: What sort of body it is.
        region: The region that it works for; None for the country.
        role: What it does in the sector.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().institutions["APEBI"].name.label("en")
        'Federation of Information Technology, Telecommunications and Offshoring'
    """

    acronym: str | None = field(default=None, converter=fields.optional_text)
    kind: InstitutionKind | None = field(default=None, converter=_institution_kind)
    region: Region | None = field(
        default=None, validator=fields.maybe(Region, "a Region; look it up with ds.region(...)")
    )
    role: str | None = field(default=None, converter=fields.optional_text)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its names, its acronym and its other names."""
        main, others = super().spellings()
        return main, (self.acronym, *others) if self.acronym else others


def _an_operator(record: Any, attribute: Any, value: Any) -> None:
    fields.maybe(Operator, "an Operator; look it up with ds.operators[...]")(record, attribute, value)


def operators(value: Iterable[Operator]) -> tuple[Operator, ...]:
    """Take a list of operators."""
    return fields.sequence(value, Operator, "an Operator; look it up with ds.operators[...]")


def parties(value: Iterable[Party]) -> tuple[Party, ...]:
    """Take a list of parties."""
    return fields.sequence(value, Party, "an Operator or an Institution; look it up with ds.party(...)")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Operator(Party):
    """A company that offshores services.

    Args:
        other_names: The names that it went by, with their dates.
        owners: Who owned it, with dates.
        parent: Its group.
        home_country: ISO 3166-1 code of the country that it comes from.
        segments: The branches that it works in.
        presences: Where it was, and when.
        succeeded_by: The operator that took it over.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().operators["Webcad"].id
        'webhelp'
    """

    other_names: tuple[OtherName, ...] = field(default=(), converter=_other_names)
    owners: tuple[Owner, ...] = field(default=(), converter=_owners)
    parent: str | None = field(default=None, converter=fields.optional_text)
    home_country: str | None = field(default=None, converter=fields.optional_text)
    segments: tuple[Segment, ...] = field(default=(), converter=fields.segments)
    presences: tuple[Presence, ...] = field(default=(), converter=_presences)
    succeeded_by: Operator | None = field(default=None, validator=_an_operator)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its name, and the names that it went by."""
        main, others = super().spellings()
        return main, (*others, *(other.name for other in self.other_names))
