"""Where rates and price indices come from, and the reading of the tables that we ship."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, SupportsIndex

from attrs import field, frozen

from maroc_offshoring.errors import InvalidField, UnknownUnit, WrongType
from maroc_offshoring.units import CURRENCIES


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise WrongType("source", value, "who publishes it, as text or as an Origin")
    if not value.strip():
        raise InvalidField("source", value, "who publishes it")
    return value


@frozen
class Origin:
    """Who publishes a rate or an index, and how it was made.

    Args:
        name: The publisher and its series, as a step of a figure names them.
        url: Its address.
        licence: On what terms it may be used.
        method: How it was computed.
        revision: Which state of it was read.
        id: Its id among the origins that we ship; empty for a caller's own.

    Raises:
        InvalidField: Where the name is empty.

    Example:
        >>> from maroc_offshoring.money import Rates
        >>> origin = Rates.reference().rate("USD", "MAD", 2022).source
        >>> origin.id, origin.name, origin.licence
        ('wdi-fcrf', 'World Bank, PA.NUS.FCRF', 'CC BY 4.0')
    """

    name: str = field(converter=_name)
    url: str = ""
    licence: str = ""
    method: str = ""
    revision: str = ""
    id: str = ""

    @classmethod
    def of(cls, value: object) -> Origin:
        """Hand an origin through, or make one of a name alone.

        Args:
            value: An origin, or the name of one.

        Returns:
            The origin.

        Raises:
            WrongType: Where it is neither.

        Example:
            >>> from maroc_offshoring.money import Origin
            >>> str(Origin.of("our bank"))
            'our bank'
        """
        return value if isinstance(value, Origin) else cls(value)

    def __str__(self) -> str:
        return self.name


OWN = Origin("given by the caller")
"""The origin of a rate or an index whose caller names none."""


def joined(*sources: Origin) -> Origin:
    """Name several origins as one, for what was computed from all of them.

    Args:
        sources: The origins, at least one.

    Returns:
        The origin itself where they are the same, otherwise one that names each.
    """
    each = list(dict.fromkeys(sources))
    if len(each) == 1:
        return each[0]

    def both(texts: list[str]) -> str:
        return "; ".join(dict.fromkeys(text for text in texts if text))

    return Origin(
        both([one.name for one in each]), both([one.url for one in each]), both([one.licence for one in each]),
        both([one.method for one in each]), both([one.revision for one in each]), both([one.id for one in each]),
    )  # fmt: skip


def as_currency(value: object, name: str) -> str:
    """Check that something is the code of a currency that we know.

    Args:
        value: The code.
        name: The field or argument it was given for.

    Returns:
        The same code.

    Raises:
        UnknownUnit: Where it is no currency of ours.
        WrongType: Where it is no text.
    """
    if not isinstance(value, str):
        raise WrongType(name, value, f"a currency: {', '.join(CURRENCIES)}")
    if value not in CURRENCIES:
        raise UnknownUnit("currency", value, CURRENCIES)
    return value


def as_year(value: object, name: str = "year") -> int:
    """Check that something is a year.

    Args:
        value: The year as a number; an integer of numpy's does too.
        name: The field or argument it was given for.

    Returns:
        The year.

    Raises:
        WrongType: Where it is no whole number.
    """
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise WrongType(name, value, "a year such as 2022")
    return value.__index__()


def several(value: object, name: str, expected: str) -> tuple[Any, ...]:
    """Gather what a caller passed as several things.

    Args:
        value: An iterable, not a text.
        name: The argument it was given for.
        expected: What the argument takes, for the message.

    Returns:
        Its items.

    Raises:
        WrongType: Where it is no iterable.
    """
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise WrongType(name, value, expected)
    return tuple(value)


def _text(name: str) -> str:
    """The text of a file that stands beside this module, in a folder or in a zip archive."""
    # A third of what importlib.resources costs a process that has nothing else to do with archives.
    from pkgutil import get_data

    data = get_data("maroc_offshoring.money", name)
    if data is None:  # the loader reads no files: nothing that installs Python packages makes one
        raise FileNotFoundError(name)
    return data.decode("utf-8")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read one of the tables that stand beside this module.

    Args:
        name: The name of the file.

    Yields:
        Its rows, one mapping of column to text each.
    """
    import csv

    yield from csv.DictReader(_text(name).splitlines())


@cache
def shipped() -> Mapping[str, Origin]:
    """Return the origins of the tables that we ship, by id.

    Returns:
        The origins, read at the first call.

    Example:
        >>> from maroc_offshoring.money.origins import shipped
        >>> shipped()["hcp-cpi-2025"].method[:34]
        'Estimate: the index of 2024 times '
    """
    import tomllib

    tables: dict[str, dict[str, str]] = tomllib.loads(_text("origins.toml"))
    return MappingProxyType({key: Origin(id=key, **fields) for key, fields in tables.items()})
