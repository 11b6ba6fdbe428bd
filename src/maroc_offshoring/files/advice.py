"""Warnings about records that load but that a reader would stumble over: what is missing, doubtful or told twice.

Each warning can be met in the record itself: by the missing word, by a link, or by a note that says what is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from maroc_offshoring.files.rows import Row
from maroc_offshoring.model import Source
from maroc_offshoring.model.kinds import kind_of, referred_to
from maroc_offshoring.vocabulary import Basis

_WORD = re.compile(r"[A-Za-z0-9][\w.-]*")

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset
    from maroc_offshoring.figures import Figure
    from maroc_offshoring.measures import Measure
    from maroc_offshoring.model import Commitment, Observation, Record, Target
    from maroc_offshoring.problems import Problem

    Promise = Commitment | Target
    Figured = Commitment | Target | Observation
    # A measure, a figure of it and its basis; by when or for when.
    Stated = tuple[Measure, Figure, Basis | None, object]


def advice(dataset: Dataset, rows: Iterable[Row], *, whole: bool = True) -> list[Problem]:
    """Look for what is missing, doubtful or told twice.

    Args:
        dataset: The records, with all that they refer to and are compared with.
        rows: The rows of the records to look at.
        whole: Whether no record was left out of the dataset; if one was, no source is called unused.

    Returns:
        The warnings.
    """
    looked_at = {(row.kind, row.id): row for row in rows}
    found: list[Problem] = []

    def warn(record: Record | Source, message: str, field: str) -> None:
        row = looked_at.get((kind_of(record), record.id))
        if row is not None:
            found.append(row.problem(message, field, "warning"))

    cited: set[str] = set()
    if whole and any(kind == "sources" for kind, _ in looked_at):
        for record in dataset.records():
            cited.update(other.id for other in referred_to(record) if isinstance(other, Source))
    for source in dataset.sources:
        if whole and source.id not in cited:
            warn(source, "is cited by no record; cite it or take it out", "id")
        if not (source.url or source.seen_at or source.title):
            warn(source, "has neither url nor title: nobody can find it again", "url")
    promises: list[Promise] = [*dataset.commitments, *dataset.targets]
    for promise in promises:
        _dates(promise, warn)
    for commitment in dataset.commitments:
        _undated(commitment, "announced_on", warn)
    for observation in dataset.observations:
        _undated(observation, "period", warn)
    for alike in _figures(dataset):
        _parts(alike, looked_at, warn)
        _told_twice(alike, looked_at, warn)
    return found


def _figures(dataset: Dataset) -> Iterator[list[Figured]]:
    """The records with figures, those of each kind together."""
    yield list(dataset.commitments)
    yield list(dataset.targets)
    yield list(dataset.observations)


_Warn = Callable[["Record | Source", str, str], None]


def _undated(record: Commitment | Observation, field: str, warn: _Warn) -> None:
    """A date that no source states is no fault, where the note says what is known of it."""
    if getattr(record, field) is not None:
        return
    dated = next((source for source in record.sources if source.published), None)
    if dated is not None:
        warn(
            record,
            f"is missing, though {dated.id} was published {dated.published}: write that date, or its year",
            field,
        )
    elif record.note is None:
        warn(record, "is missing: write the year at least, or say in the note what is known of the date", field)


def _dates(promise: Promise, warn: _Warn) -> None:
    announced = promise.announced_on
    if announced is None:
        return
    for due in dict.fromkeys(due for *_, due in _stated(promise)):
        end = getattr(due, "end", None)
        if end is not None and end.last_day < announced.first_day:
            warn(promise, f"{due} is over before the promise was announced, {announced}", "announced_on")
    published = [source.published for source in promise.sources]
    if published and all(day is not None and day.last_day < announced.first_day for day in published):
        warn(promise, f"{announced} comes after all its sources were published", "announced_on")


def _parts(records: Iterable[Figured], looked_at: dict[tuple[str, str], Row], warn: _Warn) -> None:
    """The parts of a whole, added up as far as they are certain, against the most that the whole can be."""
    parts: dict[str, list[Figured]] = {}
    wholes: dict[str, Figured] = {}
    for record in records:
        whole = getattr(record, "part_of", None)
        if whole is not None:
            wholes[whole.id] = whole
            parts.setdefault(whole.id, []).append(record)
    for name, whole in wholes.items():
        found = parts[name]
        # What is told again or was changed is counted once, by the record that tells it first or last.
        again = {part.id for part in found if getattr(part, "restates", None) is not None}
        again |= {earlier.id for part in found if (earlier := getattr(part, "supersedes", None)) is not None}
        single = [part for part in found if part.id not in again]
        for key in dict.fromkeys(_kinds(whole)):
            most = _amount((whole,), key, "upper")
            least = _amount(single, key, "lower")
            if most is not None and least is not None and least > most:
                measure, basis, unit = key
                at = next((part for part in reversed(single) if (kind_of(part), part.id) in looked_at), whole)
                message = (
                    f"the parts of {name!r} come to {least:f} {unit} of {measure.value} ({basis.value}), "
                    f"more than its {most:f}: "
                    f"{', '.join(part.id for part in single[:6])}{', …' if len(single) > 6 else ''}"
                )
                warn(at, message, "part_of" if at is not whole else "pledges")


def _amount(records: Iterable[Figured], key: tuple[Measure, Basis, str], bound: str) -> Decimal | None:
    """The bound of all figures of one measure, basis and unit; None where one has no such bound."""
    total: Decimal | None = None
    for record in records:
        bounds = [
            getattr(figure, bound)
            for measure, figure, basis, _ in _stated(record)
            if (measure, basis, figure.unit) == key
        ]
        if bound == "upper" and None in bounds:
            return None
        known = [one for one in bounds if one is not None]
        if known:
            own = max(known) if key[1] == Basis.LEVEL else sum(known, Decimal(0))
            total = own if total is None else total + own
    return total


def _kinds(record: Figured) -> Iterator[tuple[Measure, Basis, str]]:
    """What of a whole can be compared with the sum of its parts."""
    for measure, figure, basis, _ in _stated(record):
        if measure.additive and measure.over_places and basis is not None:
            yield measure, basis, figure.unit


def _told_twice(records: Iterable[Figured], looked_at: dict[tuple[str, str], Row], warn: _Warn) -> None:
    """Two records of one figure by one party for one place and date, that no link and no note holds together."""
    family = _Families()
    first: dict[object, Figured] = {}
    for record in records:
        for field in ("part_of", "restates", "supersedes"):
            other = getattr(record, field, None)
            if other is not None:
                family.join(record.id, other.id)
    warned: set[str] = set()
    for record in records:
        for key in _identities(record):
            other = first.setdefault(key, record)
            if other is record or record.id in warned or family.of(other.id) == family.of(record.id):
                continue
            if _names(record.note, other.id) or _names(other.note, record.id):
                continue
            warned.add(record.id)
            mine = (kind_of(record), record.id) in looked_at
            at, same = (record, other) if mine else (other, record)
            ways = {"commitments": "restates, part_of or supersedes", "targets": "part_of or supersedes"}
            link = ways.get(kind_of(record))
            remedy = f"link them with {link}, or name" if link else "drop one, or name"
            message = f"says the same as {same.id!r}, and would count twice; {remedy} that id in the note if it differs"
            warn(at, message, "id")


def _names(note: str | None, record: str) -> bool:
    """Whether a note names a record by its id."""
    return note is not None and record in {word.rstrip(".-") for word in _WORD.findall(note)}


def _identities(record: Figured) -> Iterator[object]:
    """What makes a record the same statement as another: who says how much of what, where and by when."""
    places = tuple(place.id for place in record.places)
    who: list[str | None] = [party.id for party in _speakers(record)]
    if kind_of(record) == "observations":
        own = [getattr(record, name) for name in ("scope", "perimeter", "nature", "segments", "said_by")]
        operator = getattr(record, "operator", None)
        who = [f"{who[0] if who else None} {operator and operator.id} {own}"]
    for measure, figure, basis, when in _stated(record):
        for party in who:
            yield (
                measure,
                figure.value,
                figure.low,
                figure.high,
                figure.qualifier,
                figure.unit,
                basis,
                when,
                places,
                party,
            )


def _speakers(record: Figured) -> tuple[Record, ...]:
    for field in ("made_by", "set_by"):
        if hasattr(record, field):
            return tuple(getattr(record, field))
    stated_by = getattr(record, "stated_by", None)
    return (stated_by,) if stated_by is not None else ()


def _stated(record: Figured) -> Iterator[Stated]:
    pledges = getattr(record, "pledges", None)
    if pledges is not None:
        for pledge in pledges:
            yield pledge.measure, pledge.figure, pledge.basis, pledge.due
    else:
        when = getattr(record, "due", None) or getattr(record, "period", None)
        yield record.measure, record.figure, record.basis, when  # type: ignore[union-attr]


class _Families:
    """Records that links hold together, directly or through others."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the record that stands for the whole family."""
        root = name
        while root in self._above:
            root = self._above[root]
        while name != root:
            self._above[name], name = root, self._above[name]
        return root

    def join(self, one: str, other: str) -> None:
        """Make one family of two."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[first] = second
