"""What was measured by perimeter: each a line of its own, never joined, with the break between them drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.axes import HEIGHT, Axes
from maroc_offshoring.display.charts.canvas import finished, rows
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import directed
from maroc_offshoring.display.charts.numbers import Span
from maroc_offshoring.display.charts.observed import Shapes, about, marks, rivals, seen_at, shapes_of
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.time_lines import title_of
from maroc_offshoring.errors import WrongType
from maroc_offshoring.series import Choice, Point, Policy, Series, Subject
from maroc_offshoring.series.growth import is_whole_year
from maroc_offshoring.vocabulary import Nature, Perimeter

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart

_A_YEAR = 1.5  # more than this lies between the middles of two years that are not neighbours


def by_perimeter(series: Series, *, policy: Policy | str = Policy.OFFICIAL, language: str = "en") -> Chart:
    """Draw a series whose figures follow several perimeters, such as export revenue.

    Args:
        series: The series: a panel for all strands that differ only in their perimeter.
        policy: By which rule one figure of each year is taken for the line; every rival has its mark.
        language: `fr`, `en` or `ar`.

    Returns:
        The chart of altair. A line joins the whole years of one perimeter, and no other figures; it is dotted where
        years between have no figure.

    Raises:
        MissingExtra: Where altair is not installed.
        UnknownWord: Where the policy or the language is another.
        WrongType: Where it is no series.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.load().series("export_revenue", segment=None)
        >>> print(mo.charts.by_perimeter(exports, language="fr").title.text)
        Chiffre d'affaires à l'export, Maroc, par périmètre
    """
    reader = Reader(language)
    if not isinstance(series, Series):
        raise WrongType("series", series, "a Series, such as ds.series('export_revenue')")
    known = Policy.of(policy)
    groups: dict[Subject, list[Series]] = {}
    for strand in series.strands:
        if strand.points:
            groups.setdefault(strand.subject.but(perimeter=None), []).append(strand)
    key, shapes = _key(series, reader), shapes_of(series.observations)
    panels = [
        axes.panel(layers, subject.label(language) if len(groups) > 1 else "")
        for subject, strands in groups.items()
        for axes, layers in [_drawn(strands, known, key, shapes, reader)]
    ]
    said = [words.NEVER_JOINED, words.GAPS]
    lines = [*map(reader.say, said), *about(series, reader), reader.say(words.POLICY, policy=known.label(language))]
    title = reader.say(words.BY_PERIMETER, subject=title_of(series, reader))
    return finished(panels, title, lines, reader, is_beside=True)


def _key(series: Series, reader: Reader) -> Key:
    used = {subject.perimeter for subject in series.subjects}
    kinds = {_named(perimeter, reader): colour for perimeter, colour in colours.PERIMETERS.items() if perimeter in used}
    return Key(reader.say(words.PERIMETER), kinds)


def _named(perimeter: Perimeter | None, reader: Reader) -> str:
    return reader.say(words.NO_PERIMETER) if perimeter is None else perimeter.label(reader.language)


def _drawn(
    strands: Sequence[Series], policy: Policy, key: Key, shapes: Shapes, reader: Reader
) -> tuple[Axes, list[Any]]:  # fmt: skip
    """The axes of some strands that differ only in their perimeter, and all that stands on them."""
    figures = [one.figure for strand in strands for one in strand.observations]
    points = [point for strand in strands for point in strand.points]
    seen = seen_at(points, lambda one: _named(one.perimeter, reader))
    axes = Axes.of([one.span for one in seen], Scale.of(figures, strands[0].subject.unit), reader)
    joined = {strand.subject.perimeter: _whole_years(strand, policy) for strand in strands}
    # Two lines often run close to each other: the one without a perimeter has its figure below.
    over = axes.labels(_latest({at: line for at, line in joined.items() if at is not None}, axes), dy=-13)
    under = axes.labels(_latest({at: line for at, line in joined.items() if at is None}, axes), dy=16)
    return axes, [
        *over[0],
        *under[0],
        *_breaks(points, axes),
        *rivals(points, axes),
        *_lines(joined, axes),
        *marks(seen, key, shapes, axes),
        *over[1],
        *under[1],
    ]


Joined = Mapping[Perimeter | None, Sequence[Choice]]
"""The figures of each perimeter that a line joins."""


def _whole_years(strand: Series, policy: Policy) -> list[Choice]:
    """The figures that a line joins: of whole years, and no forecasts."""
    return [
        choice
        for choice in strand.best(policy)
        if is_whole_year(choice.period) and choice.nature is not Nature.FORECAST
    ]


def _place(choice: Choice, axes: Axes) -> tuple[float, float]:
    span = Span.of(choice.period)
    return (span.middle if span else 0.0), axes.scale.place(choice.figure).low


def _lines(joined: Joined, axes: Axes) -> Iterator[Any]:
    """Join the years of each perimeter, dotted where years between them have no figure."""
    found: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    for perimeter, choices in joined.items():
        for earlier, later in pairwise(choices):
            (start, low), (end, high) = _place(earlier, axes), _place(later, axes)
            value = {"x": start, "y": low, "to": end, "high": high, "kind": _named(perimeter, axes.reader)}
            found[end - start > _A_YEAR].append(value)
    for is_dotted, values in found.items():
        if values:
            line = axes.chart(values).mark_rule(strokeWidth=1.5, strokeDash=[2, 4] if is_dotted else [1, 0])
            yield line.encode(x2="to:Q", y2="high:Q", color="kind:N")


def _breaks(points: Sequence[Point], axes: Axes) -> Iterator[Any]:
    """Draw where a perimeter begins to be measured, after another."""
    begins: dict[Perimeter, float] = {}
    for point in points:
        span, perimeter = Span.of(point.period), point.subject.perimeter
        if span is not None and perimeter is not None:
            begins[perimeter] = min(span.start, begins.get(perimeter, span.start))
    first = min(begins.values(), default=0.0)
    values = [
        {
            "x": begin,
            "text": directed(axes.reader.say(words.BREAK, perimeter=_named(perimeter, axes.reader)), axes.reader),
        }
        for perimeter, begin in begins.items()
        if begin > first
    ]
    if values:
        alt = altair()
        base = alt.Chart(rows(values)).encode(x=axes.across)
        yield base.mark_rule(strokeDash=[6, 4], strokeWidth=1.2, color=colours.INK)
        label = base.mark_text(align="right", dx=-6, fontSize=11, color=colours.INK)
        yield label.encode(y=alt.value(HEIGHT - 10), text="text:N")


def _latest(joined: Joined, axes: Axes) -> list[dict[str, Any]]:
    """The labels: the figure of the last year of each perimeter."""
    found = []
    for choice in (choices[-1] for choices in joined.values() if choices):
        x, y = _place(choice, axes)
        found.append({"x": x, "y": y, "text": directed(axes.scale.written(choice.figure, axes.reader), axes.reader)})
    return found
