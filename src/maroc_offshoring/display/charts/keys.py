"""The key of a chart: what its colours say, which all its panels share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.labels import directed
from maroc_offshoring.display.reader import Reader


@frozen
class Key:
    """What the colours of a chart say.

    Args:
        title: What they tell apart; empty where the words say it.
        colours: The colour of each word, in their order.
        is_shown: Whether there is something to tell apart.
    """

    title: str
    colours: Mapping[str, str]
    is_shown: bool = True

    def channel(
        self, field: str, reader: Reader, *, is_turned: bool = False, is_fill: bool = False, **options: Any
    ) -> Any:
        """Make the channel of the colours.

        Altair joins the scales of the panels of a chart, so that each of them must have all the words.

        Args:
            field: The field that holds the word.
            reader: Who reads.
            is_turned: Whether the words stand from right to left.
            is_fill: Whether marks are filled with the colour and have an edge of their own.
            options: How the legend looks.

        Returns:
            The channel of altair.
        """
        alt = altair()
        words = list(self.colours)[:: -1 if is_turned else 1]
        legend = alt.Legend(title=directed(self.title, reader) or None, symbolOpacity=1, **options)
        return (alt.Fill if is_fill else alt.Color)(
            f"{field}:N",
            scale=alt.Scale(domain=words, range=[self.colours[word] for word in words]),
            legend=legend if self.is_shown else None,
        )
