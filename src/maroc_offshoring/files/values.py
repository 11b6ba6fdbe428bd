"""The plain values of record files, read strictly: an int is no text, 3.9 is not 3, a time of day is no date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Protocol

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.limits import DIGITS, TOO_LARGE


class Resolver(Protocol):
    """What finds the record that an id names."""

    def resolve(self, cls: type, name: str) -> Any:
        """Return the record of that class, or raise."""


class UnknownKeys(MarocOffshoringError, ValueError):
    """Keys that a record does not have."""

    def __init__(self, got: tuple[str, ...], choices: tuple[str, ...]) -> None:
        super().__init__(got, choices)
        self.got = got
        self.choices = choices

    def _text(self) -> str:
        from maroc_offshoring.errors import nearest

        texts = []
        for key in self.got:
            near = nearest(key, self.choices)
            hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(self.choices)}"
            texts.append(f"{key!r} is no key here; {hint}")
        return " ".join(texts)


class MissingKey(MarocOffshoringError, ValueError):
    """A key that a record must have."""

    def _text(self) -> str:
        return "is missing"


def text(value: Any) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise WrongType("", value, "a text")
    return value


def whole(value: Any) -> int:
    """Take a whole number; of any length it would be none that a file may hold."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("", value, "a whole number")
    if abs(value) >= TOO_LARGE:
        raise InvalidField("", value, f"a number of at most {DIGITS} digits")
    return value


def items(value: Any) -> list[Any] | tuple[Any, ...]:
    """Take a list."""
    if not isinstance(value, (list, tuple)):
        raise WrongType("", value, "a list")
    return value


def date(value: Any) -> PartialDate:
    """Read a date; what is written alike becomes the same object, which many records share."""
    if isinstance(value, str):
        return _date_of(value)
    if not isinstance(value, (int, dt.date)):
        raise WrongType("", value, 'a date such as 2019-04-24, or "2019-04", or "2019"')
    return PartialDate.of(value)


def period(value: Any) -> Period:
    """Read a period; what is written alike becomes the same object."""
    if isinstance(value, str):
        return _period_of(value)
    if not isinstance(value, (int, dt.date)):
        raise WrongType("", value, 'a date, or a span such as "2014..2018"')
    return Period.of(value)


_date_of: Callable[[str], PartialDate] = lru_cache(maxsize=4096)(PartialDate.of)
_period_of: Callable[[str], Period] = lru_cache(maxsize=4096)(Period.of)


def as_it_is(value: Any) -> Any:
    """Take anything: the class reads it itself, strictly."""
    return value


LEAVES: Mapping[Any, Callable[[Any], Any]] = {
    str: text,
    int: whole,
    Decimal: as_it_is,
    Any: as_it_is,
    PartialDate: date,
    Period: period,
}
"""How the plain value of a field is read, by the type of the field."""

COMPUTED = {(Figure, "steps")}
"""The fields that no file holds, by class and name."""
