"""What can be cited: publications, and whatever rests on them.

This room stands below the model, so that a record can offer `cite` itself; it therefore knows records by what they
have, not by their classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from attrs import frozen

from maroc_offshoring.errors import WrongType

if TYPE_CHECKING:
    from maroc_offshoring.dates import PartialDate


class Publication(Protocol):
    """What a source says of itself; see :class:`~maroc_offshoring.model.sources.Source`."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def publisher(self) -> str:
        """Who publishes it."""
        ...

    @property
    def title(self) -> str | None:
        """Its title, where it is known."""
        ...

    @property
    def published(self) -> PartialDate | None:
        """When it was published, where it prints a date."""
        ...

    @property
    def kind(self) -> str:
        """Who publishes such things."""
        ...

    @property
    def language(self) -> str | None:
        """The language it is written in."""
        ...

    @property
    def url(self) -> str | None:
        """Its address."""
        ...

    @property
    def seen_at(self) -> str | None:
        """Another address where the same page was read."""
        ...

    @property
    def note(self) -> str | None:
        """What else a reader must know."""
        ...


@frozen
class Quotation:
    """A publication, and what is cited of it.

    Args:
        source: The publication.
        said_by: Who is quoted there.
        words: The few words that give the figure.
    """

    source: Publication
    said_by: str | None = None
    words: str | None = None


def quotations(thing: object) -> tuple[Quotation, ...]:
    """Gather what a thing rests on.

    Args:
        thing: A source, a record, a total, or several of these.

    Returns:
        The publications with what is quoted of them, each once, in order.

    Raises:
        WrongType: Where a thing neither is a source nor has any.
    """
    found: list[Quotation] = []
    waiting = [thing]
    while waiting:
        one: Any = waiting.pop()
        if hasattr(one, "publisher"):
            found.append(Quotation(one))
        elif hasattr(one, "citations"):
            found += [Quotation(citation.source, citation.said_by, citation.words) for citation in one.citations]
        elif hasattr(one, "sources"):
            found += [Quotation(source) for source in one.sources]
        elif isinstance(one, Mapping):
            waiting.extend(reversed(tuple(one.values())))
        elif isinstance(one, Iterable) and not isinstance(one, (str, bytes)):
            waiting.extend(reversed(tuple(one)))
        else:
            raise WrongType("thing", one, "a source, a record, a total, or several of these")
    by_content = {(each.source.id, each.said_by, each.words): each for each in reversed(found)}
    return tuple(reversed(by_content.values()))


def publications(quoted: Iterable[Quotation]) -> tuple[Publication, ...]:
    """Return the publications that are quoted, each once.

    Args:
        quoted: Quotations.

    Returns:
        Their publications, in order.
    """
    first: dict[str, Publication] = {}
    for each in quoted:
        first.setdefault(each.source.id, each.source)
    return tuple(first.values())


def one_line(text: str) -> str:
    """Put a text on one line.

    Args:
        text: A text that may have line breaks.

    Returns:
        The same words with one space between them.
    """
    return " ".join(text.split())


def remark(source: Publication) -> str | None:
    """Say what else a reader must know of a publication: its note, and where else it was read.

    Args:
        source: A publication.

    Returns:
        The remark; None where there is nothing to add.
    """
    parts = [one_line(source.note)] if source.note else []
    if source.seen_at:
        parts.append(f"Read at {source.seen_at}")
    return ". ".join(part.rstrip(".") for part in parts) or None
