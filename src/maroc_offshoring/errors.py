"""The errors of the library: each says what was got, what was expected and what to do about it.

Every error derives from :class:`MarocOffshoringError` and from the builtin that fits, keeps its parts as attributes,
and survives pickling (its arguments are its fields, its text is made when it is read).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self


def nearest(got: str, choices: Iterable[str], *, count: int = 3) -> tuple[str, ...]:
    """Return the choices spelled most like what was got, best first.

    Args:
        got: The word that was not known.
        choices: The words that are.
        count: How many to return at the most.

    Returns:
        Up to `count` of the choices; none where nothing is alike.

    Example:
        >>> from maroc_offshoring.errors import nearest
        >>> nearest("jbos", ["jobs", "hires", "investment"])
        ('jobs',)
    """
    from difflib import get_close_matches  # only an error needs it

    return tuple(get_close_matches(got, list(choices), n=count, cutoff=0.6))


def _did_you_mean(suggestions: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""


def a(noun: str) -> str:
    """Put the article before a noun, as messages need it.

    Args:
        noun: An English noun.

    Returns:
        `an operator`, `a region`.

    Example:
        >>> from maroc_offshoring.errors import a
        >>> a("operator"), a("region")
        ('an operator', 'a region')
    """
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


class MarocOffshoringError(Exception):
    """The base class of every error that the library raises on purpose.

    Attributes:
        where: The field at fault, as a path (`pledges.figure`); empty where the error is about no field.

    Example:
        >>> import maroc_offshoring as mo
        >>> try:
        ...     mo.Pledge(measure="jobs", figure="300 MAD", due="2028")
        ... except mo.errors.MarocOffshoringError as fault:
        ...     print(type(fault).__name__, fault.field, isinstance(fault, ValueError))
        InvalidField figure True
    """

    where: str = ""

    @property
    def field(self) -> str:
        """The field at fault, as :attr:`where` says it."""
        return self.where

    @property
    def message(self) -> str:
        """What is wrong, without the field."""
        return self._text()

    def within(self, field: str) -> Self:
        """Add the field that holds what is at fault.

        Args:
            field: The name of the field.

        Returns:
            The error itself, so that it can be raised again.

        Example:
            >>> import maroc_offshoring as mo
            >>> fault = mo.errors.InvalidField("figure", -1, "a number that is not negative")
            >>> print(fault.within("pledges"))
            pledges.figure: got -1, expected a number that is not negative
        """
        if self.where != field and not self.where.startswith(f"{field}."):
            self.where = f"{field}.{self.where}" if self.where else field
        return self

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def _text(self) -> str:
        return ", ".join(map(str, self.args))


class UnknownName(MarocOffshoringError, LookupError):
    """No thing of that kind has this name; the nearest names are suggested, never taken."""

    def __init__(self, kind: str, got: object, suggestions: Sequence[str] = (), hint: str = "") -> None:
        super().__init__(kind, got, tuple(suggestions), hint)
        self.kind = kind
        self.got = got
        self.suggestions = tuple(suggestions)
        self.hint = hint

    def _text(self) -> str:
        text = f"no {self.kind} is named {self.got!r}{_did_you_mean(self.suggestions)}"
        return f"{text} ({self.hint})" if self.hint else text


class AmbiguousName(MarocOffshoringError, LookupError):
    """Several things have this name; they are listed with the id that tells them apart."""

    def __init__(self, kind: str, got: str, candidates: Sequence[str]) -> None:
        super().__init__(kind, got, tuple(candidates))
        self.kind = kind
        self.got = got
        self.candidates = tuple(candidates)

    def _text(self) -> str:
        return (
            f"{self.got!r} names more than one {self.kind}: {', '.join(self.candidates)}; use the id of the one meant"
        )


class UnknownWord(MarocOffshoringError, ValueError):
    """A word that is not in one of the closed vocabularies."""

    def __init__(self, vocabulary: str, got: object, choices: Sequence[str]) -> None:
        super().__init__(vocabulary, got, tuple(choices))
        self.vocabulary = vocabulary
        self.got = got
        self.choices = tuple(choices)

    def _text(self) -> str:
        near = nearest(str(self.got), self.choices)
        text = f"{self.got!r} is not {a(self.vocabulary)}{_did_you_mean([repr(str(word)) for word in near])}"
        return text if near else f"{text}; expected one of: {', '.join(self.choices)}"


class UnknownUnit(UnknownWord):
    """A unit that the library does not know."""


class InvalidDate(MarocOffshoringError, ValueError):
    """Something that is no date or period of the calendar."""

    def __init__(self, got: object, reason: str) -> None:
        super().__init__(got, reason)
        self.got = got
        self.reason = reason

    def _text(self) -> str:
        return f"{self.got!r} is no date: {self.reason}; write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020"


class InvalidField(MarocOffshoringError, ValueError):
    """A field of a record holds something that it may not hold."""

    def __init__(self, field: str, got: object, expected: str) -> None:
        super().__init__(field, got, expected)
        self.where = field
        self.got = got
        self.expected = expected

    def _text(self) -> str:
        return f"got {self.got!r}, expected {self.expected}"


class WrongType(MarocOffshoringError, TypeError):
    """A value of another type than the field takes; nothing is converted by guessing."""

    def __init__(self, field: str, got: object, expected: str) -> None:
        super().__init__(field, got, expected)
        self.where = field
        self.got = got
        self.expected = expected

    def _text(self) -> str:
        return f"got {self.got!r} ({type(self.got).__name__}), expected {self.expected}"


class UnreadableFigure(MarocOffshoringError, ValueError):
    """A text that is no figure, or that can be read as several."""

    def __init__(self, got: str, reason: str, readings: Sequence[str] = ()) -> None:
        super().__init__(got, reason, tuple(readings))
        self.got = got
        self.reason = reason
        self.readings = tuple(readings)

    def _text(self) -> str:
        text = f"cannot read {self.got!r} as a figure: {self.reason}"
        return f"{text}; it could be {' or '.join(self.readings)}" if self.readings else text


class UnitMismatch(MarocOffshoringError, TypeError):
    """Figures of different units, currencies or price years that were to be added or compared."""

    def __init__(self, action: str, units: Sequence[str], remedy: str) -> None:
        super().__init__(action, tuple(units), remedy)
        self.action = action
        self.units = tuple(units)
        self.remedy = remedy

    def _text(self) -> str:
        return f"cannot {self.action} {' and '.join(self.units)}; {self.remedy}"


class NoSingleFigure(MarocOffshoringError, ValueError):
    """One number was asked of something that has none, or several."""

    def __init__(self, what: str, reason: str, remedy: str) -> None:
        super().__init__(what, reason, remedy)
        self.what = what
        self.reason = reason
        self.remedy = remedy

    def _text(self) -> str:
        return f"{self.what} has no single number: {self.reason}; {self.remedy}"


class NotAdditive(MarocOffshoringError, ValueError):
    """A sum that would count something twice or mix what does not add up."""

    def __init__(self, measure: str, reason: str, remedy: str, records: Sequence[str] = ()) -> None:
        super().__init__(measure, reason, remedy, tuple(records))
        self.measure = measure
        self.reason = reason
        self.remedy = remedy
        self.records = tuple(records)

    def _text(self) -> str:
        named = f" ({', '.join(self.records)})" if self.records else ""
        return f"{self.measure} cannot be added here: {self.reason}{named}; {self.remedy}"


class RateNotFound(MarocOffshoringError, LookupError):
    """No exchange rate or price index is held for that year; the years held are listed."""

    def __init__(self, series: str, year: int, held: Sequence[int]) -> None:
        super().__init__(series, year, tuple(held))
        self.series = series
        self.year = year
        self.held = tuple(held)

    def _text(self) -> str:
        held = f"the years held are {_spans(self.held)}" if self.held else "none is held for any year"
        return f"no {self.series} for {self.year}: {held}; pass rates= or prices= of your own to add a year"


class UnknownKeyword(MarocOffshoringError, TypeError):
    """A keyword or key that the call does not take."""

    def __init__(self, call: str, got: str, choices: Sequence[str]) -> None:
        super().__init__(call, got, tuple(choices))
        self.call = call
        self.got = got
        self.choices = tuple(choices)

    def _text(self) -> str:
        near = _did_you_mean([repr(word) for word in nearest(self.got, self.choices)])
        return f"{self.call} takes no {self.got!r}{near}; it takes {', '.join(self.choices)}"


class InvalidRecords(MarocOffshoringError, ValueError):
    """Records that cannot be loaded: every problem found, each with its file, record and field.

    Attributes:
        problems: One :class:`~maroc_offshoring.problems.Problem` per fault, in the order of the files.
    """

    def __init__(self, problems: Sequence[object]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def _text(self) -> str:
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        return "\n".join([f"{head} in the records; nothing was loaded", *(f"  {problem}" for problem in self.problems)])


class MissingExtra(MarocOffshoringError, ImportError):
    """A feature whose optional packages are not installed."""

    def __init__(self, feature: str, package: str, extra: str) -> None:
        super().__init__(feature, package, extra)
        self.feature = feature
        self.package = package
        self.extra = extra

    def _text(self) -> str:
        return (
            f"{self.feature} needs the package {self.package!r}, which is not installed: "
            f"pip install 'maroc-offshoring[{self.extra}]'"
        )


class NewerFormat(MarocOffshoringError, ValueError):
    """An export that a later version of the library wrote in a form that this one does not know."""

    def __init__(self, where: str, got: str, known: str) -> None:
        super().__init__(where, got, known)
        self.where = where
        self.got = got
        self.known = known

    def _text(self) -> str:
        return (
            f"is in version {self.got} of the format, and this library reads version {self.known}; "
            "take a newer one: pip install --upgrade maroc-offshoring"
        )


class StrandsDoNotJoin(MarocOffshoringError, ValueError):
    """One line was asked of a series that has several: two perimeters, a stock and a flow, two currencies."""

    def __init__(self, series: str, strands: Sequence[str], remedy: str) -> None:
        super().__init__(series, tuple(strands), remedy)
        self.series = series
        self.strands = tuple(strands)
        self.remedy = remedy

    def _text(self) -> str:
        named = "; ".join([*self.strands[:6], *(["…"] if len(self.strands) > 6 else [])])
        return f"{self.series}: these {len(self.strands)} strands do not join: {named}. {self.remedy}"


class PeriodNotFound(MarocOffshoringError, LookupError):
    """A series has no figure for that period; the periods that have one are listed."""

    def __init__(self, series: str, period: str, held: Sequence[str]) -> None:
        super().__init__(series, period, tuple(held))
        self.series = series
        self.period = period
        self.held = tuple(held)

    def _text(self) -> str:
        asked = f" for {self.period}" if self.period else ""
        held = f"the periods that have one are {', '.join(self.held)}" if self.held else "it has no dated figure at all"
        return f"no figure of {self.series}{asked}: {held}"


def _spans(years: Sequence[int]) -> str:
    """Write years compactly: 1999-2024, 2026."""
    spans: list[list[int]] = []
    for year in sorted(set(years)):
        if spans and spans[-1][1] == year - 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
