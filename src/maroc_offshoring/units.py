"""The units that figures are stated in, and our small pint registry at the edge.

Each currency is a dimension of its own, so is each currency at constant prices (`MAD_2015`), and so are jobs, persons
and the other things that are counted: what does not belong together cannot be added. The registry is built when it is
first used and holds nothing else; pint never reads a text of ours and no application registry is touched.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.errors import InvalidField, UnknownUnit, WrongType
from maroc_offshoring.vocabulary import Term

if TYPE_CHECKING:
    import pint


class Unit(Term):
    """A simple unit, labelled in the plural as figures are read.

    Example:
        >>> from maroc_offshoring import units
        >>> units.Unit.WORKSTATION.label("fr"), units.Unit.of("workstation")
        ('positions', <Unit.WORKSTATION: 'workstation'>)
    """

    JOB = "job", "emplois", "jobs", "منصب شغل"
    PERSON = "person", "personnes", "people", "شخص"
    COMPANY = "company", "entreprises", "companies", "شركة"
    CALL_CENTRE = "call_centre", "centres d'appels", "call centres", "مركز نداء"
    WORKSTATION = "workstation", "positions", "workstations", "موقع عمل"
    SITE = "site", "sites", "sites", "موقع"
    M2 = "m2", "m²", "m²", "متر مربع"
    HA = "ha", "ha", "ha", "هكتار"
    PERCENT = "percent", "%", "%", "في المائة"
    RANK = "rank", "rang", "rank", "رتبة"
    MONTH = "month", "mois", "months", "شهر"
    MAD = "MAD", "MAD", "MAD", "درهم"
    EUR = "EUR", "EUR", "EUR", "أورو"
    USD = "USD", "USD", "USD", "دولار"
    GBP = "GBP", "GBP", "GBP", "جنيه إسترليني"
    CAD = "CAD", "CAD", "CAD", "دولار كندي"


CURRENCIES = ("MAD", "EUR", "USD", "GBP", "CAD")
"""The currencies that the library knows, by ISO 4217 code."""

_WRITTEN = re.compile(r"(?P<top>[A-Za-z][A-Za-z_]*?2?)(?:_(?P<year>[1-9]\d{3}))?(?:/(?P<bottom>[a-z_]+2?))?")


@frozen
class UnitParts:
    """A unit taken apart.

    Args:
        top: What is counted: `job`, `MAD`…
        year: The year whose prices a currency is stated in; None for current prices.
        bottom: What it is counted per: `job` in `MAD/job`.

    Example:
        >>> from maroc_offshoring import units
        >>> units.parts("MAD_2015/job")
        UnitParts(top='MAD', year=2015, bottom='job')
    """

    top: str
    year: int | None = None
    bottom: str | None = None

    @property
    def currency(self) -> str | None:
        """The currency, where the unit is money."""
        return self.top if self.top in CURRENCIES else None

    def __str__(self) -> str:
        return self.top + (f"_{self.year}" if self.year else "") + (f"/{self.bottom}" if self.bottom else "")


def parts(unit: str) -> UnitParts:
    """Take a unit apart.

    Args:
        unit: A simple unit (`job`, `MAD`), a currency at the prices of a year (`MAD_2015`), or a ratio (`MAD/job`).

    Returns:
        Its parts.

    Raises:
        UnknownUnit: Where it is none of these; the nearest units are suggested.
        WrongType: Where it is no text.

    Example:
        >>> from maroc_offshoring import units
        >>> units.parts("MAD_2015/job").currency
        'MAD'
    """
    if not isinstance(unit, str):
        raise WrongType("unit", unit, "a unit such as 'job' or 'MAD'")
    return _parts(unit)


@lru_cache(maxsize=512)
def _parts(unit: str) -> UnitParts:
    known = Unit._value2member_map_
    written = _WRITTEN.fullmatch(unit)
    if written is None:
        raise UnknownUnit("unit", unit, [*Unit])
    top, year, bottom = written["top"], written["year"], written["bottom"]
    if top not in known or (bottom is not None and bottom not in known) or (year and top not in CURRENCIES):
        raise UnknownUnit("unit", unit, [*Unit, *(f"{currency}_{year or 2015}" for currency in CURRENCIES)])
    return UnitParts(top, int(year) if year else None, bottom)


def label(unit: str, language: str = "en") -> str:
    """Write a unit as people read it.

    Args:
        unit: A unit.
        language: `fr`, `en` or `ar`.

    Returns:
        Its label: `jobs`, `MAD`, `MAD of 2015`, `MAD/job`.

    Example:
        >>> from maroc_offshoring import units
        >>> units.label("MAD_2015"), units.label("job", "fr")
        ('MAD of 2015', 'emplois')
    """
    part = parts(unit)
    text = Unit.of(part.top).label(language)
    if part.year:
        text += f" {_OF_YEAR.get(language, 'de')} {part.year}"
    if part.bottom is None:
        return text
    if language == "ar":
        return f"{text} لكل {Unit.of(part.bottom).label('ar')}"
    return f"{text}/{_ONE_IN_FRENCH.get(part.bottom, part.bottom) if language == 'fr' else part.bottom}"


_OF_YEAR = {"fr": "de", "en": "of", "ar": "لسنة"}
_ONE_IN_FRENCH = {
    "job": "emploi",
    "person": "personne",
    "company": "entreprise",
    "call_centre": "centre d'appels",
    "workstation": "position",
    "month": "mois",
}


_defining = RLock()


def registry() -> pint.UnitRegistry[Any]:
    """Return our pint registry, built at the first call.

    Returns:
        A registry of exact decimals that knows our units and no others.

    Example:
        >>> from maroc_offshoring import units
        >>> "kilogram" in units.registry(), "job" in units.registry()
        (False, True)
    """
    with _defining:  # two threads must not make two registries, whose quantities would not mix
        return _registry()


@cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint

    ours: pint.UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Decimal)  # pyright: ignore[reportArgumentType]
    for unit in Unit:
        ours.define("ha = 10000 * m2" if unit is Unit.HA else f"{unit.value} = [{unit.value}]")
    return ours


def Quantity(value: Any, unit: str) -> pint.Quantity[Any]:  # noqa: N802 - it stands in for pint's class
    """Build a pint quantity in our registry.

    pint unpickles quantities into its own registry, which does not know our units: pickle the figure instead.

    Args:
        value: A Decimal, an int, or a numpy array of amounts. A float is refused: write `Decimal("1.5")`.
        unit: A unit as in :func:`parts`.

    Returns:
        The quantity.

    Raises:
        UnknownUnit: Where the unit is not known.
        InvalidField: Where a Decimal is infinite or no number.
        WrongType: Where the value is a float, a bool or a text.

    Example:
        >>> import maroc_offshoring as mo
        >>> from decimal import Decimal
        >>> mo.units.Quantity(Decimal(10), "EUR")
        <Quantity(10, 'EUR')>
    """
    if value is None or isinstance(value, (bool, float, str)):
        raise WrongType("value", value, "a Decimal, an int or an array; write Decimal('1.5') for 1.5")
    if isinstance(value, int):
        value = Decimal(value)
    if isinstance(value, Decimal) and not value.is_finite():
        raise InvalidField("value", value, "a finite number")
    part = parts(unit)
    ours = registry()
    priced = f"{part.top}_{part.year}" if part.year else part.top
    if priced not in ours:
        with _defining:
            if priced not in ours:
                ours.define(f"{priced} = [{priced}]")
    made: pint.Quantity[Any] = ours.Quantity(value, f"{priced} / {part.bottom}" if part.bottom else priced)  # pyright: ignore[reportAssignmentType]
    return made
