"""The sources of a report, numbered once: every working refers to them by number, also on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from attrs import frozen

from maroc_offshoring.derivation import SourceReference, when
from maroc_offshoring.display.markup import ADDRESS, inline
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Piece, cell
from maroc_offshoring.model import Source
from maroc_offshoring.names import fold


@frozen
class Bibliography:
    """The sources that a report cites, each with its number.

    Args:
        sources: The sources, in the order of their numbers.
        numbers: The number of each, by its id.
    """

    sources: tuple[Source, ...]
    numbers: dict[str, int]

    @classmethod
    def of(cls, cited: Iterable[Source]) -> Bibliography:
        """Number sources: by publisher, then by date.

        Args:
            cited: The sources, in any order, some perhaps several times.

        Returns:
            The bibliography.
        """
        each = {source.id: source for source in cited}.values()
        found = tuple(sorted(each, key=lambda one: (fold(one.publisher), str(one.published or "~"), one.id)))
        return cls(found, {source.id: number for number, source in enumerate(found, 1)})

    def refer(self, cited: Iterable[Source]) -> str:
        """Refer to sources by their numbers.

        Args:
            cited: The sources.

        Returns:
            Links into the list, as HTML.
        """
        numbers = sorted({self.numbers[source.id] for source in cited})
        return ", ".join(map(_link, numbers))

    def cite(self, reference: SourceReference) -> str:
        """Refer to the source of a node of a derivation.

        Args:
            reference: The source, as the node names it.

        Returns:
            A link into the list, as HTML; empty where the list has no such source.
        """
        number = self.numbers.get(reference.id)
        return "" if number is None else _link(number)

    def listed(self, cited: Iterable[Source], reader: Reader) -> str:
        """List sources shortly: who and when, with the address, and the number under which more is said.

        Args:
            cited: The sources.
            reader: Who reads.

        Returns:
            The list, as HTML.
        """
        items = "".join(f"<li>{self.short(each, reader)}</li>" for each in cited)
        return f"<ul>{items}</ul>"

    def short(self, cited: Source, reader: Reader) -> str:
        """Name a source shortly.

        Args:
            cited: The source.
            reader: Who reads.

        Returns:
            Who published it and when, linked to its address, and its number, as HTML.
        """
        date = when(cited.published).label(reader.language)
        said = inline(cell(cited.publisher, reader.comma, date), reader.language)
        return f"{_leading(said, cited.url, reader)} [{_link(self.numbers[cited.id])}]"

    def html(self, reader: Reader) -> Iterator[str]:
        """Write the list.

        Args:
            reader: Who reads.

        Yields:
            The lines of the HTML.
        """
        yield "<ol>"
        for number, each in enumerate(self.sources, 1):
            date = inline(cell(when(each.published).label(reader.language)), reader.language)
            publisher = inline(cell(each.publisher), reader.language)
            if each.title is None:
                who = _leading(publisher, each.url, reader)
            else:
                title = inline(cell(each.title), reader.language)
                who = f"{publisher}{reader.comma}{_leading(title, each.url, reader)}"
            yield f'<li id="s{number}">{who}{reader.comma}{date}</li>'
        yield "</ol>"


def _leading(said: str, url: str | None, reader: Reader) -> str:
    """Let HTML lead to an address; one that is no web address stands behind it as text."""
    if url is None:
        return said
    if not ADDRESS.fullmatch(url):
        return f"{said} {inline(cell(Piece(url, 'code')), reader.language)}"
    return f'<a href="{escape(url)}">{said}</a>'


def _link(number: int) -> str:
    return f'<a href="#s{number}">{number}</a>'
