"""What is promised, by region or anything else, and by when: a bar for each, in bands of five years."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.dataset import Dataset, FigureCollection
from maroc_offshoring.dates import Period
from maroc_offshoring.display import words as common
from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.canvas import finished
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import apart, name, safe
from maroc_offshoring.display.charts.numbers import Extent
from maroc_offshoring.display.charts.scales import Scale
from maroc_offshoring.display.charts.strips import End, Piece, strips
from maroc_offshoring.display.charts.sums import about, units_of
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import key, written
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.totals import NOT_STATED, Breakdown, Line, Several

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart

Kinds = Mapping[int | None, tuple[str, str]]
"""The name and the colour of each band, by its last year; None for what has no date."""

_BAND = 5  # years: as long as the plans of the sector


def promised(
    promised: Dataset | FigureCollection[Any] | Breakdown,
    measure: Measure | str = Measure.JOBS,
    *,
    currency: str | None = None,
    language: str = "en",
) -> Chart:
    """Draw what is promised, by region and by when it is due.

    Args:
        promised: A dataset, for its commitments; commitments or targets; or a breakdown of your own by one key, or by a
            key and `"due"`.
        measure: What is promised; a breakdown has its own.
        currency: The currency to state money in; None for a panel for each.
        language: `fr`, `en` or `ar`.

    Returns:
        The chart of altair. What no source attributes stands in the last row.

    Raises:
        InvalidField: Where the breakdown is by something else.
        MissingExtra: Where altair is not installed.
        NotAdditive: Where the figures do not add up.
        UnknownWord: Where the measure or the language is another.
        WrongType: Where it is none of these.

    Example:
        >>> import maroc_offshoring as mo
        >>> chart = mo.charts.promised(mo.load().commitments.where(place="Oriental"), language="fr")
        >>> print(chart.title.text)
        Emplois : ce qui est promis, par région
    """
    reader = Reader(language, 1)
    taken = _breakdown(promised, measure, currency)
    by = taken.by[0]
    named = reader.say(common.KEYS[by]) if isinstance(by, str) else reader.say(words.BY_FUNCTION)
    title = reader.say(words.PROMISED, measure=taken.total.measure.label(language), by=named)
    kinds = _kinds(taken, reader)
    panels = [_panel(taken, unit, kinds, named, reader) for unit in units_of(taken.total)]
    return finished(panels, title, [*about(taken, reader), reader.say(words.MAY_REACH) if panels else ""], reader)


def _breakdown(promised: object, measure: Measure | str, currency: str | None) -> Breakdown:
    if isinstance(promised, Dataset):
        promised = promised.commitments
    if isinstance(promised, FigureCollection):
        return promised.breakdown(measure, by=("region", "due"), currency=currency)
    if not isinstance(promised, Breakdown):
        raise WrongType("promised", promised, "a Dataset, commitments or targets, or a Breakdown of them")
    if len(promised.by) > 2 or promised.by[1:] not in ((), ("due",)):
        raise InvalidField("promised", promised.by, "a breakdown by one key, or by a key and 'due'")
    return promised


@frozen
class _Row:
    """A row: its key, its lines by the last year of their band, and what they come to."""

    key: Hashable
    bands: Mapping[int | None, Sequence[Line]]
    figure: Figure
    place: Extent

    def order(self) -> tuple[bool, bool, float]:
        """What is for several together comes behind what is for one, and what is not stated comes last."""
        return self.key is NOT_STATED, isinstance(self.key, Several), -self.place.high


def _panel(taken: Breakdown, unit: str, kinds: Kinds, named: str, reader: Reader) -> Any:
    total = taken.total
    scale = Scale.of([figure for part in taken.values() for figure in part.figures if figure.unit == unit], unit)
    found = sorted(_rows(taken, unit, scale), key=_Row.order)
    names = apart([name(written_out(key(row.key, reader))) for row in found])
    pieces: list[Piece] = []
    for shown, row in zip(names, found, strict=True):
        whole = {
            named: safe(written_out(key(row.key, reader))),
            reader.say(words.SUM): safe(written_out(written(row.figure, reader))),
        }
        start, lines = 0.0, list[Line]()
        for band in (band for band in kinds if band in row.bands):
            lines += row.bands[band]
            reached, own = total.only(lines).figure, total.only(row.bands[band]).figure
            if reached is None or own is None:
                continue  # as no line is without a figure, there is none such
            end = scale.place(reached).low
            says = {
                **whole,
                reader.say(words.HORIZON): kinds[band][0],
                reader.say(words.FIGURE): safe(written_out(written(own, reader))),
            }
            pieces.append(Piece(row=shown, start=start, end=end, kind=kinds[band][0], says=says))
            start = end
        if row.place.high > row.place.low:
            pieces.append(
                Piece(
                    row=shown, start=row.place.low, end=row.place.high, kind=pieces[-1].kind, says=whole, is_pale=True
                )
            )
    ends = [
        End(row=shown, at=row.place.high, text=scale.written(row.figure, reader), is_open=row.place.is_open)
        for shown, row in zip(names, found, strict=True)
    ]
    legend = Key(reader.say(words.HORIZON), dict(kinds.values()), len(taken.by) == 2)
    return strips(pieces, ends, legend, scale.title(reader), reader)


def _rows(taken: Breakdown, unit: str, scale: Scale) -> Iterator[_Row]:
    """Group the lines of one unit by the first key, and by the band of their date."""
    found: dict[Hashable, dict[int | None, list[Line]]] = {}
    for part, total in taken.items():
        row, due = part if len(taken.by) == 2 else (part, NOT_STATED)
        lines = [line for line in total.counted if line.figure.unit == unit]
        if lines:
            found.setdefault(row, {}).setdefault(_band(due), []).extend(lines)
    for row, bands in found.items():
        figure = taken.total.only([line for lines in bands.values() for line in lines]).figure
        if figure is not None:
            yield _Row(row, bands, figure, scale.place(figure))


def _band(due: object) -> int | None:
    """The last year of the band that a date lies in: 2020 for 2016 to 2020."""
    end = due.end if isinstance(due, Period) else None
    return None if end is None else -(-end.year // _BAND) * _BAND


def _kinds(taken: Breakdown, reader: Reader) -> Kinds:
    """Name and colour the bands, the earliest first; what has no date comes last. All panels share them."""
    if len(taken.by) == 1:
        return {None: (taken.total.measure.label(reader.language), colours.BLUE)}
    used = {_band(part[1]) for part in taken}
    bands = sorted(band for band in used if band is not None)
    kinds: dict[int | None, tuple[str, str]] = {
        band: (reader.say(words.BAND, first=band - _BAND + 1, last=band), colour)
        for band, colour in zip(bands, colours.steps(len(bands)), strict=True)
    }
    if None in used:
        kinds[None] = reader.say(words.NO_HORIZON), colours.PAPER
    return kinds
