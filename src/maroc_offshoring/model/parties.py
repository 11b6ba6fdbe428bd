"""Parties: operators, which are companies, and institutions, which are public bodies, federations, funds and clubs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import fields
from maroc_offshoring.model.places import Place, Region
from maroc_offshoring.model.record import Record
from maroc_offshoring.model.sources import Citation, citations
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

    Example:
        >>> import maroc_offshoring as mo
        >>> sitel = mo.load().operators["Foundever"].other_names[0]
        >>> sitel.name, sitel.kind.value, str(sitel.since), str(sitel.until)
        ('Sitel', 'former_name', '2003', '2023')
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

    Example:
        >>> import maroc_offshoring as mo
        >>> owner = mo.load().operators["Majorel"].owners[0]
        >>> owner.name, str(owner.since), str(owner.until)
        ('Bertelsmann', '2019', '2023-11')
    """

    name: str = field(converter=fields.text)
    since: PartialDate | None = field(default=None, converter=fields.optional_date)
    until: PartialDate | None = field(default=None, converter=fields.optional_date)


@frozen(kw_only=True, field_transformer=fields.named)
class Presence:
    """That a company was at a place, with its jobs there where they are stated.

    Args:
        place: The place.
        jobs: Its jobs there.
        as_of: When.
        citations: The sources.

    Example:
        >>> import maroc_offshoring as mo
        >>> seen = mo.load().operators["Acticall"].presences[2]
        >>> print(f"{seen.as_of}, {seen.place}: {seen.jobs}")
        2018, Fès Shore: 677 jobs
    """

    place: Place = field(validator=fields.one(Place, "a Place; look it up with ds.place(...)"))
    jobs: Figure | None = field(default=None, converter=fields.optional_figure)
    as_of: PartialDate | None = field(default=None, converter=fields.optional_date)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)


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

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> [type(ds.party(name)).__name__ for name in ("Webhelp", "APEBI")]
        ['Operator', 'Institution']
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


def _an_operator(_record: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, Operator):
        raise WrongType(attribute.name, value, "an Operator; look it up with ds.operators[...]")


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

    @property
    def successors(self) -> tuple[Operator, ...]:
        """The operators that took it over, one after the other, the latest last."""
        found: list[Operator] = []
        operator = self.succeeded_by
        while operator is not None:
            found.append(operator)
            operator = operator.succeeded_by
        return tuple(found)

    def name_on(self, date: PartialDate | dt.date | str | int) -> str:
        """Return the name that the company went by at a date, as far as the record knows.

        Its former names and brands count, where they are dated; subsidiaries and spellings are no names of its own. A
        name holds from the start of its `since` to the start of its `until`, so that in the year of a change the later
        name is given. Without a `since` it holds for all time before its end. Without an `until` it holds for the date
        of its `since` only, because nobody says that it still held later; but a brand of a company that was taken over
        holds to the last, since the name of such a record is no later one. Of several, the one with both dates is
        given, then the one that began last, then the one that the record lists first. Where no dated name fits, it is
        the name of the record. A company keeps its own names after it was taken over; see :attr:`successors`.

        Args:
            date: A date in any form that a person would type; of a year or month, the name at its end.

        Returns:
            The name.

        Raises:
            InvalidDate: Where it is no date.

        Example:
            >>> import maroc_offshoring as mo
            >>> operators = mo.load().operators
            >>> [operators["Foundever"].name_on(year) for year in ("2019", "2024")]
            ['Sitel', 'Foundever']
            >>> operators["Acticall"].name_on("2019"), [after.name.fr for after in operators["Acticall"].successors]
            ('Acticall-Sitel Group', ['Foundever'])
        """
        asked = PartialDate.of(date)
        held = [other for other in self.other_names if self._went_by(other, asked)]
        # Of equals max() returns the first.
        best = max(
            held,
            key=lambda other: (bool(other.since and other.until), other.since.sort_key() if other.since else (0, 0, 0)),
            default=None,
        )
        return best.name if best else self.name.fr

    def _went_by(self, other: OtherName, asked: PartialDate) -> bool:
        day = asked.last_day
        if other.kind not in (NameKind.FORMER_NAME, NameKind.BRAND) or not (other.since or other.until):
            return False
        if other.since and day < other.since.first_day:
            return False
        if other.until:
            return day < other.until.first_day
        if other.kind is NameKind.BRAND and self.succeeded_by is not None:
            return True
        return other.since is not None and asked.first_day <= other.since.last_day

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its name, and the names that it went by."""
        main, others = super().spellings()
        return main, (*others, *(other.name for other in self.other_names))
