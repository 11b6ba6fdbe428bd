"""The lines of a sum: what each record counts for, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, frozen

from maroc_offshoring.dates import Period
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.figures import Figure, split
from maroc_offshoring.figures.decimals import decimal
from maroc_offshoring.model import Operator, Place, Record, Source
from maroc_offshoring.totals.entries import Entry, Summable
from maroc_offshoring.vocabulary import Segment


class Reason(StrEnum):
    """Why a figure is not counted.

    Example:
        >>> import maroc_offshoring as mo
        >>> left_out = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs").left_out
        >>> left_out[0].reason, left_out[0].reason == "restated"
        (<Reason.RESTATED: 'restated'>, True)
    """

    OTHER_BASIS = "other_basis"
    RESTATED = "restated"
    SUPERSEDED = "superseded"
    COVERED = "covered"
    EXCEEDED = "exceeded"
    INSIDE = "inside"
    OUTSIDE = "outside"
    NO_RATE = "no_rate"
    NO_YEAR = "no_year"
    OTHER_UNIT = "other_unit"


@frozen(eq=False)
class Line:
    """One line of a sum.

    Args:
        record: The record that states it.
        figure: What it counts for.
        stated: What the record states, before any conversion, subtraction or split.
        places: Where it belongs.
        operators: Whose it is.
        segments: Its branches.
        due: By when, or the period of a measurement.
        is_remainder: Whether it is what a whole states beyond its parts.
        path: The ids of the wholes that contain it, outermost first, and its own.

    Example:
        >>> import maroc_offshoring as mo
        >>> line = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs").counted[0]
        >>> print(line)
        1 750 jobs  Cnexia: 1,750 jobs [2022-04-20-cnexia], Tanger, Fès, Rabat, Casablanca, Agadir
        >>> line.operators[0].id, str(line.due), line.is_remainder, line.path
        ('cnexia', '2026', False, ('2022-04-20-four-memoranda', '2022-04-20-cnexia'))
    """

    record: Summable
    figure: Figure
    stated: Figure
    places: tuple[Place, ...]
    operators: tuple[Operator, ...]
    segments: tuple[Segment, ...]
    due: Period | None
    is_remainder: bool
    path: tuple[str, ...]

    @classmethod
    def of(cls, entry: Entry, path: tuple[str, ...]) -> Line:
        """Make the line of a figure that counts as it stands.

        Args:
            entry: The figure, as it was read out of its record.
            path: The ids of the wholes that contain it, outermost first, and its own.

        Returns:
            The line.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.totals import Line
            >>> from maroc_offshoring.totals.entries import read
            >>> (entry,) = read([mo.load().commitments["2022-04-20-phoneo"]], mo.Measure.JOBS)
            >>> print(Line.of(entry, (entry.record.id,)).figure)
            2 000 jobs
        """
        return cls(
            entry.record, entry.figure, entry.stated, entry.places, entry.operators, entry.segments, entry.due, False,
            path
        )  # fmt: skip

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of its record."""
        return self.record.sources

    def __str__(self) -> str:
        rest = "what is beyond its parts: " if self.is_remainder else ""
        where = f", {', '.join(str(place) for place in self.places)}" if self.places else ""
        return f"{self.figure}  {rest}{self.record} [{self.record.id}]{where}"


@frozen(eq=False)
class LeftOut:
    """A figure that is not counted.

    Args:
        record: The record that states it.
        figure: What it states.
        reason: Why it is not counted.
        instead: The record that is counted in its place, where there is one.
        because: The reason in words.

    Example:
        >>> import maroc_offshoring as mo
        >>> out = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs").left_out[0]
        >>> out.record.id, out.instead.id, out.because
        ('2022-04-20-four-memoranda-ministry', '2022-04-20-four-memoranda', 'the same promise told again')
    """

    record: Record
    figure: Figure
    reason: Reason
    because: str
    instead: Record | None = None

    def __str__(self) -> str:
        counted = f"; counted instead: {self.instead} [{self.instead.id}]" if self.instead is not None else ""
        return f"{self.figure}  {self.record} [{self.record.id}]: {self.because}{counted}"


Spread = str | Mapping[Place, Decimal | int]
"""How to split a promise for several places: `"equally"`, or a weight per place."""


def spread_over_places(lines: Sequence[Line], spread: Spread | None) -> tuple[Line, ...]:
    """Split the lines that are for several places.

    Args:
        lines: The lines.
        spread: None to leave them whole, `"equally"`, or a weight per place.

    Returns:
        The lines, each of those that were split as one line per place; their figures add up to the whole's.

    Raises:
        InvalidField: Where `spread` is neither, or gives no weight for a place.
    """
    if spread is None:
        return tuple(lines)
    if isinstance(spread, str) and spread != "equally":
        raise InvalidField("spread", spread, "'equally', or a weight for each place such as {'Fès': 2, 'Rabat': 3}")
    found: list[Line] = []
    for line in lines:
        if len(line.places) < 2:
            found.append(line)
            continue
        weights, kind = _weights(line, spread)
        shares = split(line.figure, weights, kind)
        found.extend(
            evolve(line, figure=share, places=(place,)) for share, place in zip(shares, line.places, strict=True)
        )
    return tuple(found)


def _weights(line: Line, spread: Spread) -> tuple[list[Decimal], str]:
    if isinstance(spread, str):
        return [Decimal(1)] * len(line.places), "equally"
    missing = [place for place in line.places if place not in spread]
    if missing:
        names = ", ".join(f"{place} ({place.id})" for place in missing)
        raise InvalidField(
            "spread", sorted(place.id for place in spread), f"a weight for {names} too, which {line.record.id} is for"
        )
    return [decimal(spread[place], "spread") for place in line.places], "by weights"
