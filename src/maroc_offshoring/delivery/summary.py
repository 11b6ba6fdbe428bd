"""Summaries: how many verdicts of each kind there are by place, plan, operator or year, each promise counted once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from maroc_offshoring.delivery.judgement import Judgement
from maroc_offshoring.delivery.verdict import Verdict
from maroc_offshoring.errors import UnknownKeyword
from maroc_offshoring.model import Record, Target
from maroc_offshoring.totals import NOT_STATED
from maroc_offshoring.totals.keys import asked_key, key_of

By = str | Callable[[Judgement], Hashable]
"""What to summarise by: the name of a key, or a function of the judgement."""


@frozen(repr=False)
class Tally:
    """How many verdicts of each kind some judgements have.

    Args:
        judgements: The judgements, each counted once.

    Example:
        >>> import maroc_offshoring as mo
        >>> tally = mo.load().delivery(plan="pai-2014-2020").tally
        >>> print(tally)
        1 met, 5 partly, 2 missed, 1 not measured
    """

    judgements: tuple[Judgement, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many there are of each verdict, none left out."""
        return {verdict: sum(one.verdict is verdict for one in self.judgements) for verdict in Verdict}

    @property
    def records(self) -> tuple[Record, ...]:
        """The promises and aims, each once."""
        return tuple({one.promise.id: one.promise for one in self.judgements}.values())

    def of(self, verdict: Verdict | str) -> tuple[Judgement, ...]:
        """Return the judgements of one verdict.

        Args:
            verdict: The verdict by any of its names.

        Returns:
            The judgements.

        Raises:
            UnknownWord: Where there is no such verdict.
        """
        wanted = Verdict.of(verdict)
        return tuple(one for one in self.judgements if one.verdict is wanted)

    def label(self, language: str = "en") -> str:
        """Write the counts.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            Those that are not zero.
        """
        found = [f"{number} {verdict.label(language)}" for verdict, number in self.counts.items() if number]
        return ("، " if language == "ar" else ", ").join(found) or "0"

    def __len__(self) -> int:
        return len(self.judgements)

    def __str__(self) -> str:
        return self.label("en")

    def __repr__(self) -> str:
        return f"<Tally: {self}>"


class Summary(Mapping[Any, Tally]):
    """Judgements sorted into groups: a mapping from key to tally, the largest first.

    A key is the thing itself (a place, an operator, a plan, a year), :class:`~maroc_offshoring.totals.Several` for what
    is promised by or for several together, or :data:`~maroc_offshoring.totals.NOT_STATED`. It is also found by its id
    or name.

    Args:
        judgements: The judgements that count.
        by: What to sort them by.

    Example:
        >>> import maroc_offshoring as mo
        >>> by_plan = mo.load().delivery(due="2020").by("plan")
        >>> print(by_plan["pai-2014-2020"])
        1 met, 5 partly, 2 missed, 1 not measured
    """

    __slots__ = ("_groups", "by")

    def __init__(self, judgements: Sequence[Judgement], by: By) -> None:
        key = by if callable(by) else _KEYS.get(by) if isinstance(by, str) else None
        if key is None:
            raise UnknownKeyword("delivery.by(...)", str(by), list(_KEYS))
        self.by = by
        groups: dict[Hashable, list[Judgement]] = {}
        for one in judgements:
            found = key(one)
            groups.setdefault(NOT_STATED if found is None else found, []).append(one)
        in_order = sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0])))
        self._groups = {group: Tally(tuple(members)) for group, members in in_order}

    def __getitem__(self, key: Any) -> Tally:
        return self._groups[asked_key(key, self._groups, "group of this summary")]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def __repr__(self) -> str:
        return f"<Summary by {self.by if isinstance(self.by, str) else 'function'}: {len(self)} groups>"

    def __str__(self) -> str:
        width = max((len(str(group)) for group in self._groups), default=0)
        return "\n".join(f"{group!s:<{width}}  {tally}" for group, tally in self._groups.items())


def _level(level: str) -> Callable[[Judgement], Hashable]:
    return lambda one: key_of([getattr(place, level) for place in one.places])


_KEYS: dict[str, Callable[[Judgement], Hashable]] = {
    "place": lambda one: key_of(one.places),
    "region": _level("region"),
    "city": _level("city"),
    "plan": lambda one: one.plan,
    "operator": lambda one: key_of(one.operators),
    "party": lambda one: key_of(one.promise.set_by if isinstance(one.promise, Target) else one.promise.made_by),
    "period": lambda one: one.due.end.year if one.due and one.due.end else None,
    "announced": lambda one: one.promise.announced_on.year if one.promise.announced_on else None,
    "measure": lambda one: one.measure,
    "segment": lambda one: key_of(one.stated.segments),
    "kind": lambda one: "aim" if isinstance(one.promise, Target) else "promise",
    "verdict": lambda one: one.verdict,
}
"""The keys of a summary. `period` is the year of the date; `kind` is `promise` or `aim`."""
