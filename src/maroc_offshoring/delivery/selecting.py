"""What is asked of a delivery: promises and aims together, by the keywords of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from maroc_offshoring.dataset.facets import keywords
from maroc_offshoring.dates import Period
from maroc_offshoring.delivery.promise import Promise
from maroc_offshoring.errors import UnknownKeyword, UnknownName
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Target
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset

_BY_ID = ("ids", "part_of")
"""Keywords that name records of one kind; the other kind has none of that name."""


class Selected(NamedTuple):
    """What was asked for.

    Args:
        commitments: The ids of the commitments.
        targets: The ids of the targets.
        measures: The measures; None for all.
        bases: The bases; None for all.
        dues: The dates; None for all.
    """

    commitments: frozenset[str]
    targets: frozenset[str]
    measures: frozenset[Measure] | None
    bases: frozenset[Basis] | None
    dues: tuple[Period, ...] | None


def selected(dataset: Dataset, asked: Mapping[str, object]) -> Selected:
    """Understand what is asked for.

    Args:
        dataset: The dataset, by whose names it is understood.
        asked: Keywords of `where`. One that only promises take, or only aims, selects no record of the other kind.

    Returns:
        The records selected, and what must hold of each of their figures.

    Raises:
        UnknownKeyword: Where neither kind takes a keyword.
        UnknownName: Where a name is not known.
    """
    known = {Commitment: keywords(Commitment), Target: keywords(Target)}
    for keyword in asked:
        if all(keyword not in words for words in known.values()):
            raise UnknownKeyword("delivery()", keyword, sorted({*known[Commitment], *known[Target]}))
    commitments = _ids(dataset, "commitments", asked, known[Commitment])
    targets = _ids(dataset, "targets", asked, known[Target])
    return Selected(
        frozenset(commitments),
        frozenset(targets),
        frozenset(Measure.of(word) for word in _each(asked["measure"])) if "measure" in asked else None,
        frozenset(Basis.of(word) for word in _each(asked["basis"])) if "basis" in asked else None,
        tuple(Period.of(date) for date in _each(asked["due"])) if "due" in asked else None,  # type: ignore[arg-type]
    )


def _ids(dataset: Dataset, kind: str, asked: Mapping[str, object], known: tuple[str, ...]) -> Iterable[str]:
    if any(keyword not in known for keyword in asked):
        return ()
    # A part without a date takes that of its whole, so a date is asked of each figure and not of the record.
    given = {keyword: value for keyword, value in asked.items() if keyword != "due"}
    other = "targets" if kind == "commitments" else "commitments"
    for keyword in _BY_ID:
        if keyword in given:
            names = [name for name in _each(given[keyword]) if not _is_only_in(dataset, other, kind, name)]
            if not names:
                return ()
            given[keyword] = names
    collection = dataset.commitments if kind == "commitments" else dataset.targets
    return collection.where(**given).ids


def _is_only_in(dataset: Dataset, kind: str, other: str, name: object) -> bool:
    """Say whether a name is that of a record of one kind only, so that the other kind need not know it."""
    own = getattr(dataset, kind)
    if not isinstance(name, str):
        return isinstance(name, Target if kind == "targets" else Commitment)
    try:
        own[name]
    except UnknownName:
        return False
    return name not in getattr(dataset, other)


def wanted(promise: Promise, chosen: Selected) -> bool:
    """Say whether a promise was asked for, by itself or by another telling of it.

    Args:
        promise: The promise.
        chosen: What was asked for.

    Returns:
        Whether it was.
    """
    if isinstance(promise.record, Target):
        is_named = promise.record.id in chosen.targets
    else:
        is_named = any(telling.id in chosen.commitments for telling in (promise.record, *promise.tellings))
    return (
        is_named
        and (chosen.measures is None or promise.measure in chosen.measures)
        and (chosen.bases is None or promise.basis in chosen.bases)
        and (chosen.dues is None or (promise.due is not None and any(promise.due.within(due) for due in chosen.dues)))
    )


def _each(asked: object) -> tuple[object, ...]:
    if isinstance(asked, Iterable) and not isinstance(asked, (str, bytes)):
        return tuple(asked)
    return (asked,)
