"""What the fields of records take: converters that read what a person would type, and refuse the rest by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, wraps
from types import NoneType
from typing import Any, TypeVar, cast

from attrs import Attribute, Converter

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.decimals import decimal
from maroc_offshoring.measures import Measure
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Basis, Checked, Confidence, Perimeter, Scope, Segment

T = TypeVar("T")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def named(_cls: type, attributes: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Make the converters of a class say which field they were reading: attrs' field transformer of every record class.

    Args:
        _cls: The class.
        attributes: Its fields.

    Returns:
        The fields, each converter wrapped so that its errors name the field.
    """
    return [
        a if isinstance(a.converter, (Converter, NoneType)) else a.evolve(converter=_naming(a.converter))
        for a in attributes
    ]


@cache
def _naming(read: Callable[[Any], Any]) -> Converter[Any, Any]:
    """The converter that reads as a function does and says for which field; one for all fields that read alike."""

    @wraps(read)
    def convert(value: Any, field: Attribute[Any]) -> Any:
        try:
            return read(value)
        except MarocOffshoringError as error:
            raise error.within(field.name) from None

    return Converter(convert, takes_field=True)


def read(field: Attribute[Any], value: Any) -> Any:
    """Read a value as a field of a record class does.

    Args:
        field: The field.
        value: The value.

    Returns:
        What the field would hold.

    Raises:
        MarocOffshoringError: Where the field refuses it.
    """
    own: Any = field.converter
    if isinstance(own, Converter):
        return own.converter(value, field)  # type: ignore[attr-defined] # what attrs itself calls, untyped in its stubs
    return own(value) if own else value


def sequence(value: Iterable[T], kind: type[T], what: str) -> tuple[T, ...]:
    """Make a tuple of things of one kind.

    Args:
        value: The things.
        kind: The class that each must be of.
        what: How to get such a thing, for the message.

    Returns:
        The things.

    Raises:
        WrongType: Where one is of another kind, or where a text stands in place of a list.
    """
    if not isinstance(value, (list, tuple)) and (isinstance(value, (str, bytes)) or not isinstance(value, Iterable)):
        raise WrongType("", value, f"a list, each {what}")
    things = tuple(value)
    for thing in things:
        if not isinstance(thing, kind):
            raise WrongType("", thing, what)
    return things


def one(kind: type | tuple[type, ...], what: str) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make a validator: the field holds a thing of that kind.

    Args:
        kind: The class.
        what: How to get such a thing, for the message.

    Returns:
        The validator.
    """

    def validate(_record: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            raise WrongType(attribute.name, value, what)

    return validate


def maybe(kind: type | tuple[type, ...], what: str) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make a validator: the field holds a thing of that kind or None.

    Args:
        kind: The class.
        what: How to get such a thing, for the message.

    Returns:
        The validator.
    """
    validate_one = one(kind, what)

    def validate(record: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None:
            validate_one(record, attribute, value)

    return validate


def identifier(value: str) -> str:
    """Take an id: letters without accents, digits, hyphens, underscores and points."""
    if not isinstance(value, str):
        raise WrongType("", value, "an id, as text")
    if not _ID.fullmatch(value):
        raise InvalidField("", value, "an id of plain letters, digits and hyphens, such as 'oujda-shore'")
    return value


def text(value: str) -> str:
    """Take a text that is not empty."""
    if not isinstance(value, str):
        raise WrongType("", value, "a text")
    if not value.strip():
        raise InvalidField("", value, "a text that is not empty")
    return value


def optional_text(value: str | None) -> str | None:
    """Take a text or None."""
    return None if value is None else text(value)


def texts(value: Iterable[str]) -> tuple[str, ...]:
    """Take a list of texts."""
    return sequence(value, str, "a text")


def count(value: int) -> int:
    """Take a whole number of zero or more."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("", value, "a whole number")
    if value < 0:
        raise InvalidField("", value, "zero or more")
    return value


def optional_count(value: int | None) -> int | None:
    """Take a whole number of zero or more, or None."""
    return None if value is None else count(value)


def optional_number(value: Decimal | int | str | None) -> Decimal | None:
    """Take an exact number of zero or more, or None."""
    return None if value is None else decimal(value, "")


def _degrees(value: Decimal | int | str | None, most: int) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise WrongType("", value, "degrees as a Decimal, an int or digits as text")
    try:
        degrees = Decimal(value)
    except ArithmeticError:
        raise InvalidField("", value, "degrees such as '-1.90858'") from None
    if not degrees.is_finite() or abs(degrees) > most:
        raise InvalidField("", value, f"degrees between -{most} and {most}")
    return degrees


def optional_latitude(value: Decimal | int | str | None) -> Decimal | None:
    """Take degrees north, or None."""
    return _degrees(value, 90)


def optional_longitude(value: Decimal | int | str | None) -> Decimal | None:
    """Take degrees east, or None."""
    return _degrees(value, 180)


def date(value: PartialDate | str | int) -> PartialDate:
    """Take a date in any form that a person would type."""
    return PartialDate.of(value)


def optional_date(value: PartialDate | str | int | None) -> PartialDate | None:
    """Take a date or None."""
    return None if value is None else PartialDate.of(value)


def optional_period(value: Period | PartialDate | str | int | None) -> Period | None:
    """Take a period or None."""
    return None if value is None else Period.of(value)


def name(value: Name | str) -> Name:
    """Take a name, or the text of one."""
    return Name.of(value)


def figure(value: Figure | str) -> Figure:
    """Take a figure, or one as the press prints it."""
    return Figure.of(value)


def optional_figure(value: Figure | str | None) -> Figure | None:
    """Take a figure or None."""
    return None if value is None else Figure.of(value)


def measure(value: Measure | str) -> Measure:
    """Take a measure by any of its names."""
    return Measure.of(value)


def basis(value: Basis | str) -> Basis:
    """Take a basis by any of its names."""
    return Basis.of(value)


def optional_basis(value: Basis | str | None) -> Basis | None:
    """Take a basis or None."""
    return None if value is None else Basis.of(value)


def segments(value: Iterable[Segment | str]) -> tuple[Segment, ...]:
    """Take a list of segments, each by any of its names."""
    if isinstance(value, str):
        raise WrongType("", value, "a list of segments")
    words = tuple(value)
    if all(type(word) is Segment for word in words):
        return cast("tuple[Segment, ...]", words)  # not copied: many records share them
    return tuple(map(Segment.of, words))


def optional_confidence(value: Confidence | str | None) -> Confidence | None:
    """Take a confidence or None."""
    return None if value is None else Confidence.of(value)


def optional_checked(value: Checked | str | None) -> Checked | None:
    """Take what a second look found, or None."""
    return None if value is None else Checked.of(value)


def scope(value: Scope | str) -> Scope:
    """Take a sector by any of its names."""
    return Scope.of(value)


def optional_perimeter(value: Perimeter | str | None) -> Perimeter | None:
    """Take the perimeter of an export series, or None."""
    return None if value is None else Perimeter.of(value)


def one_of(*allowed: Basis | None) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make a validator: the basis is one of those that this kind of record can have.

    Args:
        allowed: The bases; None among them where it may be absent.

    Returns:
        The validator.
    """

    def validate(_record: Any, attribute: Attribute[Any], value: Any) -> None:
        if value not in allowed:
            raise InvalidField(
                attribute.name, value and value.value, "one of " + ", ".join(b.value for b in allowed if b)
            )

    return validate


def fits(record: Any, attribute: Attribute[Any], value: Figure | None) -> None:
    """Validate that a figure is in a unit of its record's measure."""
    allowed = record.measure.units
    if value is not None and allowed and value.unit not in allowed:
        raise InvalidField(attribute.name, value.unit, f"a figure of {record.measure.value} in {' or '.join(allowed)}")


def not_before(start: str) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make a validator: the date is not certainly before the one in another field.

    Args:
        start: The other field.

    Returns:
        The validator.
    """

    def validate(record: Any, attribute: Attribute[Any], value: PartialDate | None) -> None:
        first = getattr(record, start)
        if value is not None and first is not None and value < first:
            raise InvalidField(attribute.name, str(value), f"a date that is not before {start}, {first}")

    return validate
