"""What was promised against what was measured, over time: rivals, ranges and open ends as they are stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.delivery import Delivery, Promise, Verdict, WhyNotJudged
from maroc_offshoring.delivery.measurements import YEARLY
from maroc_offshoring.derivation import when
from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.axes import Axes
from maroc_offshoring.display.charts.canvas import finished
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import directed, safe
from maroc_offshoring.display.charts.numbers import Span
from maroc_offshoring.display.charts.observed import Shapes, about, marks, rivals, seen_at, shapes_of
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.time_lines import title_of
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import called, written
from maroc_offshoring.errors import WrongType
from maroc_offshoring.series import Series, Subject
from maroc_offshoring.series.subject import in_order
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart


def promised_and_measured(series: Series, delivery: Delivery | None = None, *, language: str = "en") -> Chart:
    """Draw what was measured over time, with the levels that were promised at their dates.

    Args:
        series: What was measured: a panel for each of its strands.
        delivery: The promises and aims; None for none. Drawn are those that promise a level of just what a strand
            measures, in its unit; the others are counted below the title.
        language: `fr`, `en` or `ar`.

    Returns:
        The chart of altair.

    Raises:
        MissingExtra: Where altair is not installed.
        UnknownWord: Where the language is another.
        WrongType: Where it is no series or no delivery.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> jobs = ds.series("jobs", basis="stock", segment=None, scope="offshoring")
        >>> chart = mo.charts.promised_and_measured(jobs, ds.delivery(measure="jobs", place="Maroc"))
        >>> print(chart.title.text)
        Jobs, Morocco, stock: measured and promised
    """
    reader = Reader(language)
    if not isinstance(series, Series):
        raise WrongType("series", series, "a Series, such as ds.series('jobs')")
    if delivery is not None and not isinstance(delivery, Delivery):
        raise WrongType("delivery", delivery, "a Delivery, such as ds.delivery(measure='jobs')")
    levels = list(_levels(delivery))
    strands = [strand for strand in series.strands if strand.points]
    drawn = [level for level in levels if any(level.fits(strand.subject) for strand in strands)]
    keys = _Keys(_natures(series, reader), _verdicts(drawn, reader), shapes_of(series.observations), len(strands) > 1)
    panels = [
        _panel(strand, [level for level in drawn if level.fits(strand.subject)], keys, reader) for strand in strands
    ]
    title = reader.say(words.MEASURED_ALONE if delivery is None else words.MEASURED, subject=title_of(series, reader))
    elsewhere = len(levels) - len(drawn)
    lines = [reader.say(words.ELSEWHERE, n=elsewhere) if elsewhere else "", *about(series, reader)]
    return finished(panels, title, lines, reader, is_beside=True)


@frozen
class _Level:
    """A promised level: what was promised, what became of it, or why it is not judged."""

    promise: Promise
    verdict: Verdict | WhyNotJudged

    @property
    def due(self) -> Span | None:
        """When it is due at the latest; None where that is not stated."""
        end = self.promise.due.end if self.promise.due else None
        return None if end is None else Span.of(end)

    def fits(self, subject: Subject) -> bool:
        """Say whether it promises a level of just what a strand measures, so that the two stand on one axis."""
        promise = self.promise
        is_counted_so = subject.basis is Basis.STOCK or (subject.basis is Basis.FLOW and subject.measure in YEARLY)
        return (
            self.due is not None
            and promise.basis is Basis.LEVEL
            and is_counted_so
            and (promise.measure, promise.figure.unit) == (subject.measure, subject.unit)
            and (promise.places, promise.operators)
            == ((subject.place,), (subject.operator,) if subject.operator else ())
            and (in_order(promise.segments), promise.scope, promise.perimeter)
            == (subject.segments, subject.scope, subject.perimeter)
        )


def _levels(delivery: Delivery | None) -> Iterator[_Level]:
    """Take the promises of a delivery, each once: those that were judged, and those without a verdict."""
    for one in delivery or ():
        yield _Level(one.stated, one.verdict)
    for left in () if delivery is None else delivery.left_out:
        if left.reason is not WhyNotJudged.RESTATED:
            yield _Level(left.promise, left.reason)


@frozen
class _Keys:
    """What all panels share: what the colours and the shapes say, and whether each panel has a title."""

    natures: Key
    verdicts: Key
    shapes: Shapes
    are_titled: bool


def _natures(series: Series, reader: Reader) -> Key:
    used = {one.nature for one in series.observations}
    kinds = {nature.label(reader.language): colour for nature, colour in colours.NATURES.items() if nature in used}
    return Key(reader.say(words.NATURE), kinds)


def _verdicts(levels: Sequence[_Level], reader: Reader) -> Key:
    """Colour the verdicts that are drawn; what is not due yet is white."""
    used = {level.verdict for level in levels}
    known = [*colours.VERDICTS.items(), (WhyNotJudged.NOT_DUE, colours.PAPER)]
    kinds = {verdict.label(reader.language): colour for verdict, colour in known if verdict in used}
    return Key(reader.say(words.PROMISE), kinds)


def _panel(strand: Series, levels: Sequence[_Level], keys: _Keys, reader: Reader) -> Any:
    figures = [one.figure for one in strand.observations] + [level.promise.figure for level in levels]
    seen = seen_at(strand.points, lambda one: one.nature.label(reader.language))
    spans = [*(one.span for one in seen), *(level.due for level in levels if level.due)]
    axes = Axes.of(spans, Scale.of(figures, strand.subject.unit), reader)
    values = [_value(level, axes) for level in levels]
    # Of several promises of one date the highest is named above its mark, the others below.
    highest = {value["x"]: max(other["y"] for other in values if other["x"] == value["x"]) for value in values}
    over, under = (
        axes.labels([value for value in values if (value["y"] == highest[value["x"]]) is is_highest], dy=dy)
        for is_highest, dy in ((True, -15), (False, 17))
    )
    layers = [
        *over[0],
        *under[0],
        *rivals(strand.points, axes),
        *marks(seen, keys.natures, keys.shapes, axes),
        *_promised(values, keys.verdicts, axes),
        *over[1],
        *under[1],
    ]
    return axes.panel(layers, strand.subject.label(reader.language) if keys.are_titled else "")


def _value(level: _Level, axes: Axes) -> dict[str, Any]:
    promise, reader = level.promise, axes.reader
    place = axes.scale.place(promise.figure)
    return {
        "x": level.due.middle if level.due else 0.0, "y": place.low, "high": place.high,
        "verdict": level.verdict.label(reader.language),
        "text": directed(axes.scale.written(promise.figure, reader), reader),
        "figure": safe(written_out(written(promise.figure, reader))),
        "due": when(promise.due).label(reader.language),
        "name": safe(called(promise.record, reader)), "id": promise.record.id,
    }  # fmt: skip


_HEADINGS = {
    "name": words.PROMISE,
    "figure": words.FIGURE,
    "due": words.DUE,
    "verdict": words.VERDICT,
    "id": words.RECORD,
}


def _promised(values: Sequence[dict[str, Any]], key: Key, axes: Axes) -> Iterator[Any]:
    """Draw promised levels as diamonds at their dates; what is a range from end to end."""
    if not values:
        return
    alt, reader = altair(), axes.reader
    base = axes.chart(values)
    ranges = [value for value in values if value["high"] > value["y"]]
    if ranges:
        yield axes.chart(ranges).mark_rule(strokeWidth=2, color=colours.EDGE).encode(y2="high:Q")
    diamond = base.mark_point(shape="diamond", filled=True, size=150, opacity=1, stroke=colours.INK, strokeWidth=1.2)
    yield diamond.encode(
        fill=key.channel("verdict", reader, is_fill=True, symbolType="diamond", symbolSize=110),
        tooltip=[alt.Tooltip(f"{field}:N", title=reader.say(said)) for field, said in _HEADINGS.items()],
    )
