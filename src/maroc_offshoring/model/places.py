"""The tree of places: Morocco, its twelve regions, their cities; sites stand in :mod:`maroc_offshoring.model.sites`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from attrs import field, frozen

from maroc_offshoring.errors import WrongType
from maroc_offshoring.model import fields
from maroc_offshoring.model.record import Record
from maroc_offshoring.names import Name


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Place(Record):
    """A place in the tree Country > Region > City > Site, with one parent each.

    Args:
        name: Its names.
        latitude: Degrees north of a point in it, WGS 84.
        longitude: Degrees east of that point.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> ds.site("Oujda Shore").within(ds.region("Oriental"))
        True
    """

    name: Name = field(converter=fields.name)
    latitude: Decimal | None = field(default=None, converter=fields.optional_latitude)
    longitude: Decimal | None = field(default=None, converter=fields.optional_longitude)

    @property
    def lineage(self) -> tuple[Place, ...]:
        """The place itself, then its parent, and so on to the country."""
        places: list[Place] = [self]
        while (parent := cast("Place | None", getattr(places[-1], "parent", None))) is not None:
            places.append(parent)
        return tuple(places)

    @property
    def country(self) -> Country | None:
        """The country that it is or lies in."""
        return next((place for place in self.lineage if isinstance(place, Country)), None)

    @property
    def region(self) -> Region | None:
        """The region that it is or lies in; None for the country."""
        return next((place for place in self.lineage if isinstance(place, Region)), None)

    @property
    def city(self) -> City | None:
        """The city that it is or lies in; None above cities."""
        return next((place for place in self.lineage if isinstance(place, City)), None)

    def within(self, other: Place) -> bool:
        """Say whether this place is the other one or lies in it.

        Args:
            other: A place.

        Returns:
            True for Oujda within the Oriental, and for each place within itself.

        Raises:
            WrongType: Where it is no place.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> ds.city("Oujda").within(ds.region("Oriental")), ds.region("Oriental").within(ds.city("Oujda"))
            (True, False)
        """
        if not isinstance(other, Place):
            raise WrongType("other", other, "a Place; look it up with ds.place(...)")
        return any(place.id == other.id for place in self.lineage)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its names and its other names."""
        return self.name.main, self.name.aliases

    def __str__(self) -> str:
        return self.name.fr


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Country(Place):
    """A country.

    Args:
        code: Its ISO 3166-1 code.

    Example:
        >>> import maroc_offshoring as mo
        >>> morocco = mo.load().place("Maroc")
        >>> morocco.id, morocco.code
        ('morocco', 'MA')
    """

    code: str | None = field(default=None, converter=fields.optional_text)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class Region(Place):
    """One of the twelve regions of 2015; its id is its ISO 3166-2 code.

    Args:
        parent: The country.
        hcp_code: The code of the Haut-Commissariat au Plan.
        capital: Its chief town.
        population_2014: Legal population of the census of 2014, persons.
        population_2024: Legal population of the census of 2024, persons.
        area_km2: Published area, square kilometres.
        neighbours: Ids of the regions that it touches.
        provinces: Its provinces and prefectures, with their codes.
        former_regions: The regions of 1997 to 2015 that it was made of.

    Example:
        >>> import maroc_offshoring as mo
        >>> oriental = mo.load().region("الشرق")
        >>> oriental.id, oriental.capital, oriental.population_2024, oriental.neighbours
        ('MA-02', 'Oujda', 2294665, ('MA-01', 'MA-03', 'MA-08'))
    """

    parent: Country = field(validator=fields.one(Country, "a Country; look it up with ds.place('Maroc')"))
    hcp_code: str | None = field(default=None, converter=fields.optional_text)
    capital: str | None = field(default=None, converter=fields.optional_text)
    population_2014: int | None = field(default=None, converter=fields.optional_count)
    population_2024: int | None = field(default=None, converter=fields.optional_count)
    area_km2: Decimal | None = field(default=None, converter=fields.optional_number)
    neighbours: tuple[str, ...] = field(default=(), converter=fields.texts)
    provinces: tuple[str, ...] = field(default=(), converter=fields.texts)
    former_regions: str | None = field(default=None, converter=fields.optional_text)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class City(Place):
    """A city or town; its population is that of the commune.

    Args:
        parent: Its region.
        hcp_code: The commune's code of the Haut-Commissariat au Plan.
        population_2014: Population of the commune in 2014, persons.
        population_2024: Population of the commune in 2024, persons.
        unlocode: Its UN/LOCODE.
        geonames_id: Its GeoNames number.
        wikidata: Its Wikidata id.

    Example:
        >>> import maroc_offshoring as mo
        >>> oujda = mo.load().city("Oujda")
        >>> oujda.region.id, oujda.hcp_code, oujda.population_2024
        ('MA-02', '02.411.01.23', 506224)
    """

    parent: Region = field(validator=fields.one(Region, "a Region; look it up with ds.region(...)"))
    hcp_code: str | None = field(default=None, converter=fields.optional_text)
    population_2014: int | None = field(default=None, converter=fields.optional_count)
    population_2024: int | None = field(default=None, converter=fields.optional_count)
    unlocode: str | None = field(default=None, converter=fields.optional_text)
    geonames_id: int | None = field(default=None, converter=fields.optional_count)
    wikidata: str | None = field(default=None, converter=fields.optional_text)


def regions(value: Iterable[Region]) -> tuple[Region, ...]:
    """Take a list of regions."""
    return fields.sequence(value, Region, "a Region; look it up with ds.region(...)")


def places(value: Iterable[Place]) -> tuple[Place, ...]:
    """Take a list of places."""
    return fields.sequence(value, Place, "a Place; look it up with ds.place(...)")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=fields.named)
class FormerRegion(Record):
    """One of the sixteen regions of 1997 to 2015; its old ISO code now means another region.

    Args:
        name: Its names.
        code: Its ISO 3166-2 code until 2018, which collides with the codes of today.
        successors: The regions of today that it lies in.

    Example:
        >>> import maroc_offshoring as mo
        >>> old = mo.load().former_regions["former-MA-06"]
        >>> old.name.fr, old.code, [region.id for region in old.successors]
        ('Meknès-Tafilalet', 'MA-06', ['MA-03', 'MA-05', 'MA-08'])
    """

    name: Name = field(converter=fields.name)
    code: str = field(converter=fields.text)
    successors: tuple[Region, ...] = field(default=(), converter=regions)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return its names and its other names."""
        return self.name.main, self.name.aliases
