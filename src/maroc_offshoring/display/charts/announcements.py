"""Announcements over time: when each was made and by when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dataset.dating import own_date
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.display import words as common
from maroc_offshoring.display.charts import colours, words
from maroc_offshoring.display.charts.axes import on, years
from maroc_offshoring.display.charts.canvas import PLOT, finished
from maroc_offshoring.display.charts.canvas import rows as data
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.keys import Key
from maroc_offshoring.display.charts.labels import apart, directed, name, safe
from maroc_offshoring.display.charts.numbers import Span
from maroc_offshoring.display.charts.strips import name_axis, step
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import written_out
from maroc_offshoring.display.writing import called, kind_named, written
from maroc_offshoring.errors import WrongType
from maroc_offshoring.model import Commitment, Record, Target
from maroc_offshoring.model.kinds import KINDS

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart

ROWS = 40
"""How many announcements have a row of their own, unless more are asked for."""

_COLOURS = (colours.BLUE, colours.ORANGE, colours.GREEN, colours.VERMILION, colours.PURPLE, colours.SKY, colours.BLACK)
_WIDTH = 46  # characters of a name on a line
_DOT = 7  # pixels that a dot takes


def announcements(records: Dataset | Iterable[Record], *, rows: int | None = ROWS, language: str = "en") -> Chart:
    """Draw when promises and aims were announced and by when they are due, and when agreements and events took place.

    Args:
        records: A dataset, for its commitments, targets, agreements and events; or records of any kind.
        rows: How many have a row of their own, the latest; where there are more, all of them stand as dots above. None
            for all.
        language: `fr`, `en` or `ar`.

    Returns:
        The chart of altair. A date that is known to the year is as wide as the year.

    Raises:
        InvalidField: Where the number of rows is less than one.
        MissingExtra: Where altair is not installed.
        UnknownWord: Where the language is another.
        WrongType: Where something else than a record is among them.

    Example:
        >>> import maroc_offshoring as mo
        >>> chart = mo.charts.announcements(mo.load().commitments.where(place="Oujda"))
        >>> print(chart.title.text, "|", *chart.title.subtitle)
        Announcements | dot: when announced; diamond: last date due
    """
    reader = Reader(language, rows)
    found = list(_records(records))
    dated = sorted(
        (one for record in found if (one := _Announced.of(record, reader))), key=_Announced.order, reverse=True
    )
    kinds = list(dict.fromkeys(one.kind for one in sorted(dated, key=lambda one: one.rank)))
    key = Key("", {kind: _COLOURS[place % len(_COLOURS)] for place, kind in enumerate(kinds)})
    few = list(reader.few(dated))
    panels = [_dots(dated, key, reader)] if len(few) < len(dated) else []
    panels += [_list(few, key, reader)] if few else []
    about = [
        reader.say(words.MARKS),
        reader.say(words.LATEST, n=len(few), all=len(dated)) if len(few) < len(dated) else "",
        reader.say(words.WITHOUT_DATE, n=len(found) - len(dated)) if len(found) > len(dated) else "",
    ]
    return finished(panels, reader.say(words.ANNOUNCEMENTS), about, reader)


def _records(records: object) -> Iterator[Record]:
    if isinstance(records, Dataset):
        yield from (*records.commitments, *records.targets, *records.agreements, *records.events)
        return
    if isinstance(records, (str, Record)) or not isinstance(records, Iterable):
        raise WrongType("records", records, "a Dataset, a Collection of it, or a list of records")
    for record in records:
        if not isinstance(record, Record):
            raise WrongType("records", record, "a record, such as a Commitment")
        yield record


@frozen
class _Announced:
    """A record with its own date, and with the date by which it is due."""

    record: Record
    date: PartialDate
    span: Span
    due: Span | None
    due_text: str
    kind: str
    rank: int
    label: str

    @classmethod
    def of(cls, record: Record, reader: Reader) -> _Announced | None:
        date = own_date(record)
        span = None if date is None else Span.of(date)
        if date is None or span is None:
            return None
        due = _due(record)
        rank = next(place for place, kind in enumerate(KINDS.values()) if isinstance(record, kind))
        return cls(
            record, date, span, None if due is None else Span.of(due), "" if due is None else str(due),
            kind_named(record, common.KIND, reader), rank, safe(_named(record, reader)),
        )  # fmt: skip

    def order(self) -> tuple[object, ...]:
        """In the order of time, and of what is of one day in that of the ids."""
        return self.span.end, self.span.start, self.record.id


def _named(record: Record, reader: Reader) -> str:
    """Its name; of an aim without a title, what is aimed at, and where."""
    if isinstance(record, Target) and record.title is None:
        basis = "" if record.basis is None else f" ({record.basis.label(reader.language)})"
        return reader.say(
            words.AIM,
            measure=f"{record.measure.label(reader.language)}{basis}",
            figure=written_out(written(record.figure, reader)),
            place=record.place.name.label(reader.language),
        )
    return called(record, reader)


def _due(record: Record) -> PartialDate | None:
    """The last date that a promise or an aim gives; the end of an event."""
    match record:
        case Commitment():
            ends = [pledge.due.end for pledge in record.pledges if pledge.due and pledge.due.end]
        case Target():
            ends = [record.due.end] if record.due and record.due.end else []
        case _:
            ends = []
    return max(ends, key=lambda end: (end.last_day, end.sort_key()), default=None)


def _value(one: _Announced) -> dict[str, Any]:
    return {
        "x": one.span.middle, "start": one.span.start, "end": one.span.end,
        "until": one.due.middle if one.due else None, "kind": one.kind, "label": one.label,
        "date": str(one.date), "due": one.due_text, "id": one.record.id,
    }  # fmt: skip


def _tips(reader: Reader) -> list[Any]:
    headings = {"label": words.NAME, "kind": words.KIND, "date": words.ANNOUNCED, "due": words.DUE, "id": words.RECORD}
    return [altair().Tooltip(f"{field}:N", title=reader.say(heading)) for field, heading in headings.items()]


def _dots(dated: Sequence[_Announced], key: Key, reader: Reader) -> Any:
    """All announcements: a dot each, above the year."""
    alt = altair()
    heights: dict[int, int] = {}
    values = []
    for one in sorted(dated, key=lambda one: (one.rank, *one.order())):
        year = int(one.span.middle)
        heights[year] = heights.get(year, 0) + 1
        values.append({**_value(one), "x": year + 0.5, "y": heights[year] - 0.5})
    highest = max(heights.values())
    up = alt.Y("y:Q", scale=alt.Scale(domain=[0, highest], nice=False), axis=None)
    chart = alt.Chart(data(values)).mark_circle(size=36, opacity=1)
    across = years([one.span for one in dated])
    title = alt.TitleParams(directed(reader.say(words.PER_YEAR), reader), fontSize=12, fontWeight="normal", offset=6)
    dots = chart.encode(x=across, y=up, color=key.channel("kind", reader, symbolType="circle"), tooltip=_tips(reader))
    return alt.layer(dots).properties(title=title, width=PLOT, height=max(40, _DOT * highest))


def _list(few: Sequence[_Announced], key: Key, reader: Reader) -> Any:
    """The latest announcements: a row each, with a dotted line to the date by which it is due."""
    alt = altair()
    names = apart([name(one.label, width=_WIDTH, most=2) for one in few])
    values = [{**_value(one), "row": shown} for one, shown in zip(few, names, strict=True)]
    across = years([one.span for one in few] + [one.due for one in few if one.due])
    down = alt.Y("row:N", scale=alt.Scale(domain=names), axis=name_axis(reader))
    hue = key.channel("kind", reader, symbolType="circle")
    base = alt.Chart(data(values)).encode(x=across, y=down, color=hue)
    due = base.transform_filter("isValid(datum.until)")
    end = due.encode(x=on(across, "until:Q"))
    layers = [
        alt.Chart(data(values)).mark_rule(color=colours.GRID).encode(y=down),
        due.mark_rule(strokeDash=[2, 3], strokeWidth=1.3).encode(x2="until:Q"),
        base.mark_rule(strokeWidth=3).encode(x=on(across, "start:Q"), x2="end:Q"),
        base.mark_circle(size=70, opacity=1).encode(tooltip=_tips(reader)),
        end.mark_point(shape="diamond", size=60, opacity=1, filled=False, fill=colours.PAPER, strokeWidth=1.5).encode(
            tooltip=_tips(reader)
        ),
    ]
    return alt.layer(*layers).properties(width=PLOT, height=alt.Step(step(names)))
