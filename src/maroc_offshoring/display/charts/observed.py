"""Measured figures on an axis of years: how firmly each is stated is seen, and rivals stand above one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from maroc_offshoring.derivation import Sentence, when
from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.axes import Axes, on
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import directed, safe
from maroc_offshoring.display.charts.numbers import Span
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import called, written
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Observation
from maroc_offshoring.series import Point, Series
from maroc_offshoring.series.growth import is_whole_year
from maroc_offshoring.vocabulary import Basis, Nature, Qualifier

_WIDE = 0.3  # of a year: a period that is shorter is covered by its mark
_RING = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0ZM0.5,0A0.5,0.5,0,1,0,-0.5,0A0.5,0.5,0,1,0,0.5,0Z"
_TICK = "M-1,-0.25L1,-0.25L1,0.25L-1,0.25Z"
SHAPES = {
    words.EXACT: "circle",
    words.ABOUT: _RING,
    words.AT_LEAST: "triangle-up",
    words.AT_MOST: "triangle-down",
    words.BETWEEN: _TICK,
}
"""How firmly a figure is stated, and the shape of its mark."""

Shapes = frozenset[Sentence]
"""Some of :data:`SHAPES`."""


@frozen
class Seen:
    """An observation with where it stands and what it is drawn as.

    Args:
        observation: The observation.
        span: Its period.
        kind: What its colour says.
    """

    observation: Observation
    span: Span
    kind: str


def shapes_of(observations: Iterable[Observation]) -> Shapes:
    """Say which shapes observations need.

    Args:
        observations: The observations.

    Returns:
        How firmly they are stated.
    """
    return frozenset(firmness(one.figure) for one in observations)


def seen_at(points: Iterable[Point], kind: Callable[[Observation], str]) -> list[Seen]:
    """Place the observations of a series.

    Args:
        points: Its points.
        kind: What the colour of an observation says.

    Returns:
        Those whose period has an end.
    """
    found = [(one, Span.of(one.period or point.period)) for point in points for one in point]
    return [Seen(one, span, kind(one)) for one, span in found if span is not None]


def firmness(figure: Figure) -> Sentence:
    """Say how firmly a figure is stated.

    Args:
        figure: The figure.

    Returns:
        The words, one of :data:`SHAPES`.
    """
    match figure.qualifier:
        case Qualifier.EXACT:
            return words.EXACT
        case Qualifier.AT_LEAST:
            return words.AT_LEAST
        case Qualifier.AT_MOST:
            return words.AT_MOST
        case Qualifier.RANGE if figure.high is None:
            return words.AT_LEAST
        case Qualifier.RANGE if figure.low is None:
            return words.AT_MOST
        case Qualifier.RANGE:
            return words.BETWEEN
        case _:
            return words.ABOUT


def marks(seen: Sequence[Seen], key: Key, shapes: Shapes, axes: Axes) -> Iterator[Any]:
    """Draw observations: each over its period, with a mark for how firmly it is stated; a range from end to end.

    Args:
        seen: The observations.
        key: What the colours say.
        shapes: How firmly the figures of all panels are stated.
        axes: The axes.

    Yields:
        Layers of altair.
    """
    alt, reader = altair(), axes.reader
    values = [value for one in seen for value in _values(one, axes.scale, reader)]
    base = axes.chart(values).encode(color=key.channel("kind", reader))
    if any(value["end"] - value["start"] > _WIDE for value in values):
        wide = base.transform_filter(f"datum.end - datum.start > {_WIDE}")
        yield wide.mark_rule(strokeWidth=2).encode(x=on(axes.across, "start:Q"), x2="end:Q")
    if any(value["high"] > value["y"] for value in values):
        yield base.transform_filter("datum.high > datum.y").mark_rule(strokeWidth=3, opacity=0.45).encode(y2="high:Q")
    used = {reader.say(said): shape for said, shape in SHAPES.items() if said in shapes}
    yield base.mark_point(filled=True, size=70).encode(
        shape=alt.Shape(
            "firmness:N",
            scale=alt.Scale(domain=list(used), range=list(used.values())),
            legend=alt.Legend(title=directed(reader.say(words.FIGURE), reader)),
        ),
        opacity=alt.condition("datum.is_pale", alt.value(0.4), alt.value(1)),
        tooltip=[alt.Tooltip(f"{field}:N", title=reader.say(said)) for field, said in _HEADINGS.items()],
    )


_HEADINGS = {
    "figure": words.FIGURE,
    "period": words.PERIOD,
    "nature": words.NATURE,
    "by": words.STATED_BY,
    "id": words.RECORD,
}


def _values(one: Seen, scale: Scale, reader: Reader) -> Iterator[dict[str, Any]]:
    """The marks of an observation: one, or one at each end of a range."""
    seen = one.observation
    extent = scale.place(seen.figure)
    told_by = (
        called(seen.stated_by, reader) if seen.stated_by else "; ".join(source.publisher for source in seen.sources)
    )
    told = {
        "x": one.span.middle, "start": one.span.start, "end": one.span.end,
        "kind": one.kind, "is_pale": seen.nature is Nature.FORECAST, "firmness": reader.say(firmness(seen.figure)),
        "figure": safe(written_out(written(seen.figure, reader))),
        "period": when(seen.period).label(reader.language),
        "nature": seen.nature.label(reader.language),
        "by": safe(told_by),
        "id": seen.id,
    }  # fmt: skip
    if extent.high > extent.low and firmness(seen.figure) is words.AT_MOST:
        yield {**told, "y": extent.high, "high": extent.high}
        return
    yield {**told, "y": extent.low, "high": extent.high}
    if extent.high > extent.low:
        yield {**told, "y": extent.high, "high": extent.high}


def about(series: Series, reader: Reader) -> list[str]:
    """Say how a time line is read.

    Args:
        series: What it shows.
        reader: Who reads.

    Returns:
        A line for each thing that a reader of this one must know.
    """
    is_flow = any(point.subject.basis is Basis.FLOW and not is_whole_year(point.period) for point in series)
    return [
        reader.say(words.RIVALS) if any(point.is_contested for point in series) else "",
        reader.say(words.PALE_FORECAST) if any(one.nature is Nature.FORECAST for one in series.observations) else "",
        reader.say(words.PART_OF_YEAR) if is_flow else "",
        reader.say(words.UNDATED, n=len(series.undated)) if series.undated else "",
    ]


def rivals(points: Iterable[Point], axes: Axes) -> Iterator[Any]:
    """Join the figures that contradict each other on one period.

    Args:
        points: The points of a series.
        axes: The axes.

    Yields:
        A layer of altair, where there are any.
    """
    found = []
    for point in points:
        span = Span.of(point.period)
        if point.is_contested and span is not None:
            places = [axes.scale.place(figure) for figure in point.figures]
            low, high = min(place.low for place in places), max(place.high for place in places)
            found.append({"x": span.middle, "y": low, "high": high})
    if found:
        yield axes.chart(found).mark_rule(strokeWidth=5, color=colours.RIVAL, strokeCap="round").encode(y2="high:Q")
