"""Agreements: signed instruments, and the plans that authorities set."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.model import fields
from maroc_offshoring.model.parties import Party, parties
from maroc_offshoring.model.places import Place
from maroc_offshoring.model.record import Record
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import AgreementKind


def _kind(value: AgreementKind | str) -> AgreementKind:
    return AgreementKind.of(value)


def _not_more_than_all(outline: Any, _attribute: Any, value: tuple[str, ...]) -> None:
    if len(value) > outline.count:
        raise InvalidField("named", value, f"at most the {outline.count} that there are")


def _an_agreement(_record: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, Agreement):
        raise WrongType(attribute.name, value, "an Agreement; look it up with ds.agreements[...]")


@frozen(kw_only=True, field_transformer=fields.named)
class Outline:
    """The axes or pillars of a text: how many it has, and those that a source names.

    Args:
        count: How many there are.
        named: Those that are named.

    Raises:
        InvalidField: Where more are named than there are.

    Example:
        >>> import maroc_offshoring as mo
        >>> axes = mo.load().agreements["2016-05-05-performance-contracts"].axes
        >>> axes.count, axes.named[0]
        (5, 'CRM')
    """

    count: int = field(converter=fields.count)
    named: tuple[str, ...] = field(default=(), converter=fields.texts, validator=_not_more_than_all)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Plan(Record):
    """A plan of the State or of a region, of which targets are a part.

    Args:
        name: Its names.
        period: The years that it runs.

    Example:
        >>> import maroc_offshoring as mo
        >>> plan = mo.load().plans["pai-2014-2020"]
        >>> plan.name.en, str(plan.period)
        ('Industrial acceleration plan 2014-2020', '2014..2020')
    """

    name: Name = field(converter=fields.name)
    period: Period | None = field(default=None, converter=fields.optional_period)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its names and its other names."""
        return self.name.main, self.name.aliases

    def __str__(self) -> str:
        return self.name.fr


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Agreement(Record):
    """A signed instrument: a memorandum, a convention, a performance contract, a shareholders' pact.

    Args:
        title: What it is.
        kind: What sort of instrument.
        signed_on: When it was signed.
        signed_at: Where it was signed, which does not say where its jobs go.
        parties: Who signed.
        axes: Its axes.
        pillars: Its pillars.
        part_of: The larger agreement that it belongs to.

    Example:
        >>> import maroc_offshoring as mo
        >>> pact = mo.load().agreements["2020-07-10-firo-notoriety"]
        >>> pact.kind.value, [party.id for party in pact.parties]
        ('shareholders_pact', ['firo', 'notoriety'])
    """

    title: str = field(converter=fields.text)
    kind: AgreementKind = field(converter=_kind)
    signed_on: PartialDate | None = field(default=None, converter=fields.optional_date)
    signed_at: Place | None = field(
        default=None, validator=fields.maybe(Place, "a Place; look it up with ds.place(...)")
    )
    parties: tuple[Party, ...] = field(default=(), converter=parties)
    axes: Outline | None = field(default=None, validator=fields.maybe(Outline, "an Outline"))
    pillars: Outline | None = field(default=None, validator=fields.maybe(Outline, "an Outline"))
    part_of: Agreement | None = field(default=None, validator=_an_agreement)

    def belongs_to(self, other: Agreement) -> bool:
        """Say whether this agreement is the other one or a part of it.

        Args:
            other: An agreement.

        Returns:
            True for the memorandum of Phoneo and the four memoranda of 20 April 2022.

        Example:
            >>> import maroc_offshoring as mo
            >>> agreements = mo.load().agreements
            >>> whole = agreements["2022-04-20-outsourcing-memoranda"]
            >>> agreements["2022-04-20-cnexia"].belongs_to(whole), whole.belongs_to(agreements["2022-04-20-cnexia"])
            (True, False)
        """
        agreement: Agreement | None = self
        while agreement is not None:
            if agreement.id == other.id:
                return True
            agreement = agreement.part_of
        return False

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its title, by which it is looked up."""
        return (self.title,), ()

    def __str__(self) -> str:
        return self.title
