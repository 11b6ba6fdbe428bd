"""The canvas: the title, the lines below it, the type and the direction that all charts share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.labels import directed, safe
from maroc_offshoring.display.charts.locales import LOCALES
from maroc_offshoring.display.reader import Reader

if TYPE_CHECKING:
    from typing import TypeAlias

    import altair as alt

    Chart: TypeAlias = alt.LayerChart | alt.VConcatChart

PLOT = 520
"""How wide the plot of a chart is."""

MARK = "maroc_offshoring"
"""The name under which a chart keeps what we know of it."""

_LATIN = "Arial, Liberation Sans, sans-serif"
# First a font that has the signs between Arabic words too: vl-convert takes no second one for them.
_ARABIC = "DejaVu Sans, Segoe UI, Noto Sans Arabic, Arial, sans-serif"

# Ticks are written without the reader's locale: what is saved by altair itself would else say 2,500 for 2500 in French.
_TICKS = "replace(replace(format(datum.value, '~f'), /[.,\u066b]/, '{point}'), /\\B(?=(\\d{{3}})+(?!\\d))/g, '\u202f')"


def rows(values: Iterable[Mapping[str, Any]]) -> Any:
    """Put rows of data into a chart, however many.

    Args:
        values: The rows.

    Returns:
        Data that altair does not count.
    """
    return altair().InlineData(values=tuple(values))  # a list would be copied with each step that makes the chart


def ticks(reader: Reader) -> str:
    """Write the numbers of an axis as we write all numbers.

    Args:
        reader: Who reads.

    Returns:
        An expression of Vega.
    """
    return _TICKS.format(point="." if reader.language == "en" else ",")


def sized(reader: Reader, title: str, **options: Any) -> dict[str, Any]:
    """Describe the axis of an amount.

    Args:
        reader: Who reads.
        title: What it counts.
        options: More options of an axis.

    Returns:
        The options of the axis.
    """
    return {
        "title": directed(safe(title), reader),
        "labelExpr": ticks(reader),
        "tickCount": 6,
        "titleAnchor": "start",
        **options,
    }


def finished(
    panels: Sequence[Any], title: str, about: Sequence[str], reader: Reader, *, is_beside: bool = False
) -> Chart:
    """Put panels below one another, with the title above them and the type that all charts share.

    Args:
        panels: The panels; none where there is nothing to show.
        title: The title.
        about: What a reader must know before the figures, a line each.
        reader: Who reads.
        is_beside: Whether the legend stands beside the panels, rather than below them.

    Returns:
        The chart: the panel itself where there is one.
    """
    alt = altair()
    title, about = safe(title).replace(", ", reader.comma), [safe(line) for line in about if line]
    is_arabic = reader.language == "ar"
    side = "end" if is_arabic else "start"
    chart = panels[0] if len(panels) == 1 else alt.vconcat(*(panels or [_nothing(reader)]), spacing=30)
    titled = chart.properties(
        title=alt.TitleParams(
            text=directed(title[:1].upper() + title[1:], reader),
            subtitle=[directed(line, reader) for line in about],
        ),
        description=". ".join([title, *about]),
        usermeta={MARK: {"language": reader.language}, "embedOptions": LOCALES[reader.language]},
        background=colours.PAPER,
        padding=12,
    )
    done: Chart = (
        titled.configure(font=_ARABIC if is_arabic else _LATIN)
        .configure_title(
            fontSize=15, subtitleFontSize=11, color=colours.INK, subtitleColor=colours.FAINT, offset=14,
            subtitlePadding=5, anchor=side,
        )
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=11, labelColor=colours.INK, labelLimit=420, titleFontSize=11, titleFontWeight="normal",
            titleColor=colours.FAINT, titleLimit=500, gridColor=colours.GRID, domainColor=colours.AXIS,
            tickColor=colours.AXIS,
        )
        .configure_legend(
            orient="bottom" if not is_beside else "left" if is_arabic else "right", labelFontSize=11, labelLimit=360,
            labelColor=colours.INK, titleFontSize=11, titleFontWeight="normal", titleColor=colours.FAINT,
            titleLimit=360, titleAnchor="start" if is_beside else side, columnPadding=18,
            symbolStrokeColor=colours.EDGE,
        )
    )  # fmt: skip
    return done


def _nothing(reader: Reader) -> Any:
    alt = altair()
    return alt.layer(
        alt.Chart(rows([{"text": directed(reader.say(words.NOTHING), reader)}]))
        .mark_text(fontSize=13, color=colours.FAINT)
        .encode(text="text:N")
    ).properties(width=PLOT, height=60)
