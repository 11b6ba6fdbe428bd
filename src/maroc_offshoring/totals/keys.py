"""The keys of what is sorted into groups: the thing itself, several things, or that it is not stated."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from enum import Enum

from attrs import frozen

from maroc_offshoring.errors import UnknownName, nearest
from maroc_offshoring.model import Record, Source
from maroc_offshoring.names import fold


class _NotStated(Enum):
    NOT_STATED = "not stated"

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return "NOT_STATED"


NOT_STATED = _NotStated.NOT_STATED
"""The key of what no source attributes: a line of its own, never dropped."""


@frozen(repr=False, eq=False)
class Several:
    """The key of what is for several things together and is not split.

    Args:
        things: The things, in the order of the record.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> [str(key) for key in memoranda.breakdown("jobs", by="city")]
        ['Tanger, Fès, Rabat, Casablanca, Agadir']
    """

    things: tuple[Hashable, ...]

    def __eq__(self, other: object) -> bool:
        # Two records that list the same things in another order are for the same things.
        return isinstance(other, Several) and frozenset(self.things) == frozenset(other.things)

    def __hash__(self) -> int:
        return hash(frozenset(self.things))

    def __str__(self) -> str:
        return ", ".join(str(thing) for thing in self.things)

    def __repr__(self) -> str:
        return f"<Several: {self}>"


def key_of(things: Sequence[Hashable], together: Sequence[Hashable] | None = None) -> Hashable:
    """Make one key of the things that something belongs to.

    Args:
        things: The things; None for one that is not stated.
        together: What several were read from, where that is what the key shall hold.

    Returns:
        The thing itself, :class:`Several`, or :data:`NOT_STATED`.
    """
    distinct = things if len(things) == 1 else tuple(dict.fromkeys(things))
    if not distinct:
        return NOT_STATED
    if len(distinct) == 1:
        return NOT_STATED if distinct[0] is None else distinct[0]
    return Several(tuple(together if together is not None else distinct))


def asked_key(asked: object, known: Collection[Hashable], kind: str) -> Hashable:
    """Find the key that is asked for: itself, its id or any of its names.

    Args:
        asked: What is asked for.
        known: The keys there are.
        kind: What they are keys of, as an error calls it.

    Returns:
        The key.

    Raises:
        UnknownName: Where none or several answer.
    """
    if isinstance(asked, Hashable) and asked in known:
        return asked
    found = [key for key in known if _answers(key, asked)]
    if len(found) == 1:
        return found[0]
    near = [written(key) for key in (found or known)]
    raise UnknownName(kind, written(asked), nearest(written(asked), near) or tuple(near[:5]))


def written(key: object) -> str:
    """Write a key.

    Args:
        key: A key, or several in a tuple.

    Returns:
        Its text.
    """
    return ", ".join(written(part) for part in key) if isinstance(key, tuple) else str(key)


def _answers(known: object, asked: object) -> bool:
    """Say whether a key is what was asked for, by id or by any of its names."""
    if isinstance(known, tuple):
        return isinstance(asked, tuple) and len(known) == len(asked) and all(map(_answers, known, asked))
    if known == asked:
        return True
    if not isinstance(asked, (str, int)):
        return False
    spellings = [str(known)]
    if isinstance(known, (Record, Source)):
        main, others = known.spellings()
        spellings += [known.id, *main, *others]
    return fold(str(asked)) in map(fold, spellings)
