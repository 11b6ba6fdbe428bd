"""Axes: years from left to right, amounts from zero, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from maroc_offshoring.display.charts import colours
from maroc_offshoring.display.charts.canvas import PLOT, rows, sized
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.labels import directed, safe
from maroc_offshoring.display.charts.numbers import Span
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.reader import Reader

HEIGHT = 260
"""How high the plot of a time line is."""

_STEPS = (1, 2, 5, 10, 50, 500)
_LABELS = 13  # that stand beside one another


@frozen
class Axes:
    """The two axes of a time line.

    Args:
        across: The years, as a channel of altair for the field `x`.
        up: The amounts, as a channel for the field `y`.
        scale: How the amounts are written.
        reader: Who reads.
    """

    across: Any
    up: Any
    scale: Scale
    reader: Reader

    @classmethod
    def of(cls, spans: Iterable[Span], scale: Scale, reader: Reader) -> Axes:
        """Make the axes.

        Args:
            spans: All that stands on the axis of years.
            scale: How the amounts are written.
            reader: Who reads. In Arabic the amounts stand on the right.

        Returns:
            The axes.
        """
        alt = altair()
        side = "right" if reader.language == "ar" else "left"
        axis = alt.Axis(**sized(
            reader, scale.title(reader), orient=side, domain=False, ticks=False, titleAngle=0, titleAlign=side,
            titleAnchor="end", titleX=0, titleY=-24,
        ))  # fmt: skip
        return cls(years(spans), alt.Y("y:Q", scale=alt.Scale(zero=True, nice=True), axis=axis), scale, reader)

    def chart(self, values: Iterable[Mapping[str, Any]]) -> Any:
        """Place some values on the axes.

        Args:
            values: The values, each with its `x` and `y`.

        Returns:
            A chart of altair, without a mark.
        """
        return altair().Chart(rows(values)).encode(x=self.across, y=self.up)

    def labels(self, values: Sequence[Mapping[str, Any]], **where: Any) -> tuple[list[Any], list[Any]]:
        """Write labels beside marks.

        Args:
            values: Where each label stands, and its `text`.
            where: How far they stand from there, as altair takes it.

        Returns:
            Layers of paper, which lie below the marks so that they hide none, and layers of text, which lie above.
        """
        if not values:
            return [], []
        text = self.chart(values).encode(text="text:N")
        paper = text.mark_text(stroke=colours.PAPER, strokeWidth=4, strokeJoin="round", fontSize=11, **where)
        return [paper], [text.mark_text(color=colours.INK, fontSize=11, **where)]

    def panel(self, layers: Sequence[Any], title: str) -> Any:
        """Put layers into one panel.

        Args:
            layers: The layers, the lowest first.
            title: What the panel shows; empty where the title of the chart says it.

        Returns:
            The panel of altair.
        """
        alt = altair()
        drawn = alt.layer(*layers).properties(width=PLOT, height=HEIGHT)
        if not title:
            return drawn
        text = directed(safe(title).replace(", ", self.reader.comma), self.reader)
        return drawn.properties(title=alt.TitleParams(text=text, fontSize=12, fontWeight="normal", offset=24))


def years(spans: Iterable[Span]) -> Any:
    """Make the axis of years, from left to right in every language, as Moroccan statistics print it.

    Args:
        spans: All that stands on it.

    Returns:
        The channel of altair. A year is named below its middle, where what is dated to it is drawn.
    """
    alt = altair()
    found = [end for span in spans for end in (span.start, span.end)] or [2000.0]
    first, last = int(min(found)), max(int(max(found)), int(min(found)) + 1)
    step = next((step for step in _STEPS if last - first <= _LABELS * step), 1000)
    axis = alt.Axis(
        title=None, values=[year + 0.5 for year in range(first, last + 1) if year % step == 0], tickSize=4, grid=False,
        labelExpr="format(floor(datum.value), 'd')", labelFlush=False,
    )  # fmt: skip
    return alt.X("x:Q", scale=alt.Scale(domain=[first, last + 1], nice=False), axis=axis)


def on(channel: Any, field: str) -> Any:
    """Take the same axis for another field.

    Args:
        channel: The axis, as a channel of altair.
        field: The field.

    Returns:
        The other channel.
    """
    other = channel.copy()
    other.shorthand = field
    return other
