"""Sites: the parks and technopoles where the work is done, with what was said of them over time."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import fields
from maroc_offshoring.model.parties import Institution
from maroc_offshoring.model.places import City, Country, Place, Region
from maroc_offshoring.model.sources import Citation, citations
from maroc_offshoring.vocabulary import Basis, Checked, SiteKind, SiteStatus


def _kind(value: SiteKind | str) -> SiteKind:
    return SiteKind.of(value)


def _status(value: SiteStatus | str) -> SiteStatus:
    return SiteStatus.of(value)


def _managers(value: Iterable[Institution]) -> tuple[Institution, ...]:
    return fields.sequence(value, Institution, "an Institution; look it up with ds.institutions[...]")


@frozen(kw_only=True, field_transformer=fields.named)
class SiteFigure:
    """What was measured at a site, or planned for it, at a date.

    Args:
        measure: What is measured.
        figure: The figure.
        basis: `stock` for what was there, `plan` for what a developer meant to build.
        as_of: When it was said to be so.
        due: By when a plan was to be built.
        citations: The sources.
        checked: What a second look at a cited page found.
        check_note: What the second look changed.
        note: What else a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> first = mo.load().sites["Casanearshore"].history[0]
        >>> print(f"{first.as_of}, {first.basis}: {first.measure.label('en')}, {first.figure}")
        2005, plan: land area, 55 ha
    """

    measure: Measure = field(converter=fields.measure)
    figure: Figure = field(converter=fields.figure, validator=fields.fits)
    basis: Basis = field(converter=fields.basis, validator=fields.one_of(Basis.STOCK, Basis.PLAN))
    as_of: PartialDate | None = field(default=None, converter=fields.optional_date)
    due: Period | None = field(default=None, converter=fields.optional_period)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    checked: Checked | None = field(default=None, converter=fields.optional_checked)
    check_note: str | None = field(default=None, converter=fields.optional_text)
    note: str | None = field(default=None, converter=fields.optional_text)


def _history(value: Iterable[SiteFigure]) -> tuple[SiteFigure, ...]:
    return fields.sequence(value, SiteFigure, "a SiteFigure")


def _members(value: Iterable[Site]) -> tuple[Site, ...]:
    return fields.sequence(value, Site, "a Site; look it up with ds.sites[...]")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Site(Place):
    """A park, technopole or centre.

    Args:
        parent: The city that it lies in; the region or the country where no city is stated.
        kind: What sort of site it is.
        status: Where it stands between announcement and operation.
        opened: When it opened.
        managers: Who develops or manages it.
        members: The sites that a network of parks consists of.
        history: What was measured or planned there, with dates.

    Example:
        >>> import maroc_offshoring as mo
        >>> site = mo.load().sites["Casa-shore"]
        >>> site.city.name.fr, str(site.opened)
        ('Casablanca', '2008-10-16')
    """

    parent: City | Region | Country = field(
        validator=fields.one((City, Region, Country), "a City, a Region or a Country; look it up with ds.place(...)")
    )
    kind: SiteKind = field(default=SiteKind.OFFSHORING_PARK, converter=_kind)
    status: SiteStatus = field(default=SiteStatus.UNKNOWN, converter=_status)
    opened: PartialDate | None = field(default=None, converter=fields.optional_date)
    managers: tuple[Institution, ...] = field(default=(), converter=_managers)
    members: tuple[Site, ...] = field(default=(), converter=_members)
    history: tuple[SiteFigure, ...] = field(default=(), converter=_history)

    @property
    def point(self) -> Place | None:
        """The place whose coordinates stand for the site: itself where they are known, else its city."""
        return next((place for place in self.lineage if place.latitude is not None), None)
