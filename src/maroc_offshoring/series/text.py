"""A series as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from maroc_offshoring.dates import Period
from maroc_offshoring.model import Institution, Observation, Party
from maroc_offshoring.vocabulary import Nature

if TYPE_CHECKING:
    from maroc_offshoring.series.point import Point
    from maroc_offshoring.series.series import Series

_FEW = 3


def in_short(series: Series) -> str:
    """Write a series in one line.

    Args:
        series: The series.

    Returns:
        What it is about, and how much of it there is.
    """
    subjects = series.subjects
    records = f"{len(series.observations)} records"
    if not subjects:
        return f"<Series {series.name}: no figure{_beside(series)}>"
    dated = [point.period for point in series.points]
    years = sorted({end.year for period in dated for end in (period.start, period.end) if end is not None})
    span = f"{years[0]}..{years[-1]}" if years else "undated"
    if len(subjects) == 1:
        return f"<Series {subjects[0]}: {len(series)} points, {span}, {records}>"
    return (
        f"<Series {series.name}: {len(series)} points in {len(subjects)} strands that do not join, {span}, {records}>"
    )


def as_text(series: Series) -> str:
    """Write a series in full: each strand, each period, each rival with who says so.

    Args:
        series: The series.

    Returns:
        The lines.
    """
    lines: list[str] = []
    for strand in series.strands:
        lines += [*([""] if lines else []), str(strand.subject), *_rows(strand.points)]
        lines += [f"  {'undated':<{_width(strand.points)}}  {_said(one)}" for one in strand.undated]
        if strand.gaps:
            lines.append(f"  no figure: {spans(strand.gaps)}")
    if not lines:
        return f"{series.name}: no figure{_beside(series)}"
    return "\n".join(lines)


def _rows(points: Sequence[Point]) -> Iterator[str]:
    width = _width(points)
    for point in points:
        period = str(point.period)
        for observation in point.observations:
            yield f"  {period:<{width}}  {_said(observation, point.period)}"
            period = ""  # the rivals of a period stand below one another


def _width(points: Sequence[Point]) -> int:
    return max((len(str(point.period)) for point in points), default=0)


def _said(observation: Observation, period: Period | None = None) -> str:
    """The figure with how it came about, and when where that is told more closely than by the period of its point."""
    told = [
        *([] if observation.nature is Nature.OBSERVED else [observation.nature.label("en")]),
        *([] if observation.period == period else [str(observation.period)]),
    ]
    note = f" ({', '.join(told)})" if told else ""
    return f"{observation.figure}{note}, {says(observation)}"


def says(observation: Observation) -> str:
    """Say who states a figure, and where it was read.

    Args:
        observation: The record.

    Returns:
        The party or the person, then the first source and how many more there are.
    """
    first, *more = observation.sources
    read = f"{first}{f' and {len(more)} more' if more else ''}"
    by = _short_name(observation.stated_by) if observation.stated_by is not None else observation.said_by
    return f"{by} in {read}" if by and by != first.publisher else read


def _short_name(party: Party) -> str:
    """The acronym of a national body; each region has an investment centre called CRI, so those keep their names."""
    acronym = party.acronym if isinstance(party, Institution) and party.region is None else None
    return acronym or party.name.label("en")


def _beside(series: Series) -> str:
    """What there is instead, where there is nothing."""
    if not series.aside:
        return ""
    few = "; ".join(str(subject) for subject in series.aside[:_FEW])
    more = f"; and {len(series.aside) - _FEW} more" if len(series.aside) > _FEW else ""
    return f"; there is {few}{more}"


def spans(years: Sequence[int]) -> str:
    """Write years compactly.

    Args:
        years: The years, in order.

    Returns:
        `2012, 2014, 2016-2020`.
    """
    found: list[list[int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found)
