"""A total taken apart by region, operator, due date or anything else; its parts add up to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from maroc_offshoring.derivation import Derivation, Explainable
from maroc_offshoring.errors import UnknownKeyword, WrongType
from maroc_offshoring.model import Commitment, Observation, Party, Record, Site
from maroc_offshoring.shown import Shown
from maroc_offshoring.totals.keys import NOT_STATED, asked_key, key_of, written
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.totals.total import Total

Key = Hashable
By = str | Callable[[Record], Hashable]
"""What to break down by: the name of a key, or a function of the record."""


def _within(level: str, line: Line) -> Key:
    return key_of([getattr(place, level) for place in line.places], line.places)


def _site(line: Line) -> Key:
    found = [place if isinstance(place, Site) else None for place in line.places]
    return key_of(found, line.places)


def _parties(line: Line) -> Key:
    record = line.record
    if isinstance(record, Observation):
        return record.operator or NOT_STATED
    makers: tuple[Party, ...] = record.made_by if isinstance(record, Commitment) else record.set_by
    # What a whole promises beyond its parts is not said to be any one maker's.
    return NOT_STATED if line.is_remainder and len(makers) > 1 else key_of(makers)


def _announced(line: Line) -> Key:
    date = None if isinstance(line.record, Observation) else line.record.announced_on
    return date.year if date else NOT_STATED


def _kind(line: Line) -> Key:
    if isinstance(line.record, Commitment):
        return line.record.agreement.kind if line.record.agreement else NOT_STATED
    return line.record.nature if isinstance(line.record, Observation) else line.record.plan or NOT_STATED


def _attribute(name: str, line: Line) -> Key:
    return key_of([getattr(line.record, name, None)])


KEYS: dict[str, Callable[[Line], Key]] = {
    "region": partial(_within, "region"),
    "city": partial(_within, "city"),
    "site": _site,
    "place": lambda line: key_of(line.places),
    "operator": lambda line: key_of(line.operators),
    "party": _parties,
    "segment": lambda line: key_of(line.segments),
    "agreement": partial(_attribute, "agreement"),
    "due": lambda line: line.due or NOT_STATED,
    "announced": _announced,
    "status": partial(_attribute, "status"),
    "source": lambda line: key_of(line.sources),
    "kind": _kind,
}
"""The keys of a breakdown. `kind` is the instrument of a promise, the plan of an aim, the nature of a measurement."""


class Breakdown(Mapping[Any, Total], Explainable, Shown):
    """A total taken apart: a mapping from key to total, largest first, whose parts add up to :attr:`total`.

    The keys are the things themselves (a region, an operator, a period, a year), tuples of them where several keys were
    asked for, :class:`Several` for what is for several things together, and :data:`NOT_STATED`. A part is also found
    by the id or a name of its key.

    Args:
        total: The total.
        by: What it is taken apart by.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> jobs = memoranda.breakdown("jobs", by="operator")
        >>> [(str(operator), int(part.figure.value)) for operator, part in jobs.items()]
        [('Phoneo', 2000), ('Cnexia', 1750), ('NTT Data Morocco', 1000), ('Eids Maroc', 300)]
        >>> jobs["phoneo"].figure.value
        Decimal('2000')
    """

    __slots__ = ("_parts", "by", "total")

    def __init__(self, total: Total, by: By | Sequence[By]) -> None:
        self.total = total
        if not isinstance(by, Iterable) and not callable(by):
            raise WrongType("by", by, "the name of a key, a function of the record, or a list of these")
        self.by: tuple[By, ...] = (by,) if isinstance(by, str) or callable(by) else tuple(by)
        keys = [_key_function(key) for key in self.by]
        grouped: dict[Key, list[Line]] = {}
        for line in total.counted:
            parts = tuple(key(line) for key in keys)
            grouped.setdefault(parts[0] if len(parts) == 1 else parts, []).append(line)
        found = {key: total.only(lines) for key, lines in grouped.items()}
        self._parts = dict(sorted(found.items(), key=lambda item: (_size(item[1]), written(item[0]))))

    def __getitem__(self, key: Any) -> Total:
        return self._parts[asked_key(key, self._parts, "part of this breakdown")]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __contains__(self, key: object) -> bool:
        try:
            self[key]
        except LookupError:
            return False
        return True

    @property
    def derivation(self) -> Derivation:
        """How the breakdown came about: its parts with their lines, what was not added and why, and who says so."""
        from maroc_offshoring.totals.working import derivation_of_breakdown

        return derivation_of_breakdown(self)

    def __repr__(self) -> str:
        by = ", ".join(key if isinstance(key, str) else getattr(key, "__name__", "function") for key in self.by)
        return f"<Breakdown of {self.total.measure.value} by {by}: {len(self)} parts, {self.total} in all>"

    def __str__(self) -> str:
        rows = [(written(key), str(part)) for key, part in self.items()] + [("in all", str(self.total))]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:<{width}}  {figure}" for name, figure in rows)


def breakdown(total: Total, by: By | Sequence[By]) -> Breakdown:
    """Take a total apart.

    Args:
        total: The total.
        by: A key (`region`, `city`, `site`, `place`, `operator`, `party`, `segment`, `agreement`, `due`, `announced`,
            `status`, `source`, `kind`), a function of the record, or several of these.

    Returns:
        The breakdown.

    Raises:
        UnknownKeyword: Where there is no such key.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.totals import breakdown
        >>> jobs = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs")
        >>> [(str(due), part.figure.value) for due, part in breakdown(jobs, "due").items()]
        [('2026', Decimal('5050'))]
    """
    return Breakdown(total, by)


def _key_function(by: By) -> Callable[[Line], Key]:
    if callable(by):
        function = by

        def key(line: Line) -> Key:
            found = function(line.record)
            if not isinstance(found, Hashable):
                raise WrongType("by", found, "a function that returns a key which can be looked up, such as a text")
            return NOT_STATED if found is None else found

        return key
    if by not in KEYS:
        raise UnknownKeyword("breakdown(by=...)", str(by), list(KEYS))
    return KEYS[by]


def _size(part: Total) -> float:
    """The sorting key of a part: the larger its figure, the earlier; only the order uses a float."""
    figures = [figure.value if figure.value is not None else figure.high or figure.low for figure in part.figures]
    return -max(float(number or 0) for number in figures)
