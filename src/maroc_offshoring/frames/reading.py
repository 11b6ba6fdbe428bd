"""Reading a table back as records, with every fault named by row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import define, field

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidField, InvalidRecords, MarocOffshoringError, UnknownWord, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.frames import engines
from maroc_offshoring.frames.columns import AND, NAMES, NEEDED
from maroc_offshoring.model import Commitment, Observation, Pledge, Record, StatusChange, Target
from maroc_offshoring.problems import Problem
from maroc_offshoring.vocabulary import Status

Row = dict[str, Any]

_KINDS = ("commitment", "target", "observation")
_FIGURE = ("measure", "value", "low", "high", "unit", "qualifier", "as_printed", "basis", "due", "place_count")
"""What all rows of a figure say alike."""
_RECORD = ("title", "party", "operator", "segment", "agreement", "plan", "announced", "start", "status", "nature",
           "scope", "perimeter", "part_of", "restates", "supersedes", "source")  # fmt: skip
"""What all rows of a record say alike."""
_COLUMNS = {"citations": "source", "made_by": "party", "set_by": "party", "announced_on": "announced",
            "period": "due", "segments": "segment", "id": "record", "figure": "value", "places": "place"}  # fmt: skip
"""The column of a field, where they are not called alike."""


def from_frame(frame: Any, *, dataset: Dataset) -> tuple[Record, ...]:
    """Read records from a table with the columns of :data:`~maroc_offshoring.frames.COLUMNS`.

    A lazy table is collected: records are objects. What no column holds is lost: the words of citations, notes,
    milestones, all of the history but the last status, with whom a promise was made, the order of parties, segments and
    sources, and digits beyond those of a 64-bit float.

    Args:
        frame: The table; `record`, `measure`, `value`, `unit` and `source` are needed, and `place` but for commitments.
        dataset: The dataset whose places, parties, sources, agreements and records the table names by id or name.

    Returns:
        The records, in the order of their first rows.

    Raises:
        InvalidRecords: Where something is wrong in the table: every fault, each with its row (from 1) and column.
        InvalidField: Where a needed column is missing.
        WrongType: Where it is no table, or no dataset.
        MissingExtra: Where narwhals is not installed.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> table = ds.observations.where(ids=["obs-jobs-fes-2019"]).to_frame("polars")
        >>> print(mo.frames.from_frame(table, dataset=ds)[0].figure)
        nearly 4 500 jobs
    """
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "the dataset that the table's names are of: dataset=mo.load()")
    table = engines.opened(frame)
    names = table.frame.collect_schema().names()
    for name in (*NEEDED, "source"):
        if name not in names:
            raise InvalidField("frame", f"no column {name!r}", f"the columns {', '.join((*NEEDED, 'source'))}")
    rows = table.few(table.frame.select(*(name for name in names if name in NAMES)))
    reader = _Reader(dataset)
    for number, row in enumerate(rows, 1):
        reader.take(number, {name: _text(value) for name, value in row.items()})
    return reader.records()


@define
class _Drafted:
    """The rows of one record, and the record once it is made."""

    kind: str
    id: str
    rows: list[tuple[int, Row]] = field(factory=list)
    record: Record | None = None
    begun: bool = False


@define
class _Reader:
    """Makes records of rows, each after those that it refers to."""

    dataset: Dataset
    drafts: dict[tuple[str, str], _Drafted] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def take(self, number: int, row: Row) -> None:
        kind, name = row.get("kind") or "commitment", row.get("record")
        if kind not in _KINDS:
            self._problem(number, row, "kind", UnknownWord("kind of record", kind, _KINDS).message)
        elif not name:
            self._problem(number, row, "record", "no id, expected that of the record which states the figure")
        else:
            self.drafts.setdefault((kind, name), _Drafted(kind, name)).rows.append((number, row))

    def records(self) -> tuple[Record, ...]:
        for draft in self.drafts.values():
            self._make(draft)
        if self.problems:
            problems = sorted(dict.fromkeys(self.problems), key=lambda problem: (problem.line or 0, problem.field))
            raise InvalidRecords(problems)
        return tuple(draft.record for draft in self.drafts.values() if draft.record is not None)

    def _make(self, draft: _Drafted) -> Record | None:
        if draft.begun:
            return draft.record
        draft.begun = True
        before = len(self.problems)
        number, first = draft.rows[0]
        self._agree(draft.rows, _RECORD)
        figures = self._figures(draft)
        given = self._fields(draft, number, first)
        makers: dict[str, Callable[..., Record]] = {
            "commitment": self._commitment, "target": self._target, "observation": self._observation
        }  # fmt: skip
        if len(self.problems) == before:
            try:
                draft.record = makers[draft.kind](figures, given, first)
            except MarocOffshoringError as fault:
                column = fault.where.partition(".")[0]
                self._problem(number, first, _COLUMNS.get(column, column), fault.message)
        return draft.record

    def _fields(self, draft: _Drafted, number: int, row: Row) -> dict[str, Any]:
        """The fields that name other things, found in the dataset or among the rows."""
        ds = self.dataset

        def each(column: str, find: Callable[[str], Any]) -> list[Any]:
            found = [self._try(number, row, column, find, word) for word in _words(row.get(column))]
            return [thing for thing in found if thing is not None]

        def one(column: str, find: Callable[[str], Any]) -> Any:
            return self._try(number, row, column, find, row[column]) if row.get(column) else None

        def linked(name: str) -> Record | None:
            return self._linked(draft, name)

        given: dict[str, Any] = {"id": draft.id, "citations": each("source", ds.sources.__getitem__)}
        given["segments"] = _words(row.get("segment"))
        for link in ("part_of", "restates", "supersedes"):
            given[link] = one(link, linked)
        given["party"] = each("party", ds.party) or each("operator", ds.operators.__getitem__)
        given["agreement"] = one("agreement", ds.agreements.__getitem__)
        given["plan"] = one("plan", ds.plans.__getitem__)
        places = dict.fromkeys((row["place"], number) for number, row in draft.rows if row.get("place"))
        given["places"] = []
        for name, line in places:
            place = self._try(line, row, "place", ds.place, name)
            if place is not None and place not in given["places"]:
                given["places"].append(place)
        return given

    def _linked(self, draft: _Drafted, name: str) -> Record | None:
        other = self.drafts.get((draft.kind, name))
        if other is None:
            collection: Any = getattr(self.dataset, f"{draft.kind}s")
            found: Record = collection[name]
            return found
        if other.begun and other.record is None and not self.problems:
            raise InvalidField("", name, "a record that does not lead back to this one")
        return self._make(other)

    def _figures(self, draft: _Drafted) -> list[tuple[int, Row, Figure]]:
        """The figures of a record, each of one or more rows."""
        by_figure: dict[Any, list[tuple[int, Row]]] = {}
        for number, row in draft.rows:
            several = (row.get("place_count") or 1) > 1
            by_figure.setdefault(row.get("figure") if several or row.get("figure") else -number, []).append(
                (number, row)
            )
        found: list[tuple[int, Row, Figure]] = []
        for rows in by_figure.values():
            number, row = rows[0]
            self._agree(rows, _FIGURE)
            count = row.get("place_count") or 1
            if count != len(rows):
                message = f"the figure stands in {count:g} rows, of which {len(rows)} are here"
                self._problem(number, row, "place_count", message)
            figure = self._figure(number, row)
            if figure is not None:
                found.append((number, row, figure))
        return found

    def _figure(self, number: int, row: Row) -> Figure | None:
        try:
            value, low, high = (_exact(row.get(name), name) for name in ("value", "low", "high"))
            default = "range" if value is None else "exact"
            return Figure(value, row["unit"], row.get("qualifier") or default, low, high, row.get("as_printed"))
        except MarocOffshoringError as fault:
            self._problem(number, row, fault.where if fault.where in NAMES else "value", fault.message)
            return None

    def _commitment(self, figures: Sequence[tuple[int, Row, Figure]], given: dict[str, Any], row: Row) -> Record:
        pledges = [
            Pledge(measure=row["measure"], figure=figure, due=row.get("due"), basis=row.get("basis"))
            for _, row, figure in figures
        ]
        status = Status.of(row["status"]) if row.get("status") else Status.ANNOUNCED
        history = () if status is Status.ANNOUNCED else (StatusChange(status=status),)
        names = ("id", "citations", "segments", "part_of", "restates", "supersedes", "agreement", "places")
        return Commitment(
            title=row.get("title"), made_by=given["party"], announced_on=row.get("announced"), pledges=pledges,
            history=history, **{name: given[name] for name in names},
        )  # fmt: skip

    def _target(self, figures: Sequence[tuple[int, Row, Figure]], given: dict[str, Any], row: Row) -> Record:
        names = ("id", "citations", "segments", "part_of", "supersedes", "plan")
        return Target(
            measure=row["measure"], figure=_single(figures), place=_single(given["places"], "place"),
            title=row.get("title"), basis=row.get("basis"), start=row.get("start"), due=row.get("due"),
            set_by=given["party"], announced_on=row.get("announced"), perimeter=row.get("perimeter"),
            **_scope(row), **{name: given[name] for name in names},
        )  # fmt: skip

    def _observation(self, figures: Sequence[tuple[int, Row, Figure]], given: dict[str, Any], row: Row) -> Record:
        names = ("id", "citations", "segments")
        nature = {"nature": row["nature"]} if row.get("nature") else {}
        return Observation(
            measure=row["measure"], figure=_single(figures), place=_single(given["places"], "place"),
            basis=row.get("basis") or "", period=row.get("due"), operator=next(iter(given["party"]), None),
            perimeter=row.get("perimeter"), **nature, **_scope(row), **{name: given[name] for name in names},
        )  # fmt: skip

    def _agree(self, rows: Sequence[tuple[int, Row]], columns: Iterable[str]) -> None:
        first_number, first = rows[0]
        for number, row in rows[1:]:
            for column in columns:
                if row.get(column) != first.get(column):
                    message = f"got {row.get(column)!r}, expected {first.get(column)!r} as in row {first_number}"
                    self._problem(number, row, column, message)

    def _try(self, number: int, row: Row, column: str, find: Callable[[str], Any], name: str) -> Any:
        try:
            return find(name)
        except MarocOffshoringError as fault:
            self._problem(number, row, column, fault.message)
            return None

    def _problem(self, number: int, row: Row, column: str, message: str) -> None:
        kind, record = row.get("kind") or "commitment", row.get("record") or ""
        self.problems.append(Problem(message, "row", number, str(kind), str(record), f"column {column}"))


def _single(things: Sequence[Any], column: str = "value") -> Any:
    if len(things) != 1:
        raise InvalidField(column, len(things), "exactly one, in one row")
    return things[0][-1] if isinstance(things[0], tuple) else things[0]


def _scope(row: Row) -> dict[str, Any]:
    return {"scope": row["scope"]} if row.get("scope") else {}


def _words(text: str | None) -> list[str]:
    return text.split(AND) if text else []


def _text(value: Any) -> Any:
    """Read a text without what is no word of it: an empty one is none."""
    return None if value == "" else value


def _exact(value: Any, column: str) -> Decimal | None:
    """Read a number of a table exactly as it is shown: the digits that tell a float from its neighbours."""
    if value is None:
        return None
    if isinstance(value, float):
        if not value.is_integer():
            return Decimal(repr(value))
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise WrongType(column, value, "a number")
    return Decimal(value)
