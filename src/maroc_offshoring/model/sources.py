"""Sources, and the citations by which records rest on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from attrs import field, frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import WrongType
from maroc_offshoring.model.fields import identifier, named, one, optional_date, optional_text, text
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import SourceKind


def _kind(value: SourceKind | str) -> SourceKind:
    return SourceKind.of(value)


@frozen(kw_only=True, repr=False, field_transformer=named)
class Source(Citable, Shown):
    """A publication that says something: an article, a report, a page.

    Args:
        id: Its id.
        publisher: Who publishes it.
        title: Its title, where it is known.
        published: When it was published, at the precision that it states; None where it prints no date.
        kind: Who publishes such things: `press`, `official`, `agency`, `company`, `academic` or `other`.
        language: The language it is written in, as an ISO 639-1 code.
        url: Its address.
        seen_at: Another address where the same page was read.
        note: What else a reader must know.

    Example:
        >>> import maroc_offshoring as mo
        >>> source = mo.load().sources["afrique-medias24-com-nd-f48260"]
        >>> source.publisher, str(source.published)
        ('Médias24', '2022-04-20')
    """

    id: str = field(converter=identifier)
    publisher: str = field(converter=text)
    title: str | None = field(default=None, converter=optional_text)
    published: PartialDate | None = field(default=None, converter=optional_date)
    kind: SourceKind = field(default=SourceKind.OTHER, converter=_kind)
    language: str | None = field(default=None, converter=optional_text)
    url: str | None = field(default=None, converter=optional_text)
    seen_at: str | None = field(default=None, converter=optional_text)
    note: str | None = field(default=None, converter=optional_text)

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the title, by which the source is looked up.

        Returns:
            The title as the one name proper, the address as the other name; each only where it has one.

        Example:
            >>> import maroc_offshoring as mo
            >>> (title,), (address,) = mo.load().sources["afrique-medias24-com-nd-f48260"].spellings()
            >>> title[:44]
            'Outsourcing : plus de 5.000 nouveaux emplois'
        """
        return (self.title,) if self.title else (), (self.url,) if self.url else ()

    def __str__(self) -> str:
        return f"{self.publisher}, {self.published or 'undated'}"

    def __repr__(self) -> str:
        return f"<Source {self.id}: {self}>"


@frozen(kw_only=True, field_transformer=named)
class Citation:
    """That a record rests on a source, and on which words of it.

    Args:
        source: The source.
        said_by: Who is quoted there as saying it, with the office held.
        words: The few printed words that give the figure.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().observations["obs-export_revenue-morocco-2018-2"].citations[0].said_by
        'Otmane Serraj, president of AMRC'
    """

    source: Source = field(validator=one(Source, "a Source; look it up with ds.sources[...]"))
    said_by: str | None = field(default=None, converter=optional_text)
    words: str | None = field(default=None, converter=optional_text)

    @classmethod
    def of(cls, value: Citation | Source) -> Citation:
        """Hand a citation through, or cite a source without further words.

        Args:
            value: A citation or a source.

        Returns:
            The citation.

        Raises:
            WrongType: Where it is neither.

        Example:
            >>> import maroc_offshoring as mo
            >>> source = mo.load().sources["afrique-medias24-com-nd-f48260"]
            >>> mo.Citation.of(source).source is source
            True
        """
        if isinstance(value, Citation):
            return value
        if isinstance(value, Source):
            return cls(source=value)
        raise WrongType("", value, "a Source or a Citation; look a source up with ds.sources[...]")


def citations(value: Iterable[Citation | Source]) -> tuple[Citation, ...]:
    """Take a list of citations; a bare source is one without further words."""
    if isinstance(value, (str, bytes, Source)) or not isinstance(value, Iterable):
        raise WrongType("", value, "a list of sources or citations")
    things = tuple(value)
    if all(type(thing) is Citation for thing in things):
        return cast("tuple[Citation, ...]", things)  # not copied: many records share them
    return tuple(map(Citation.of, things))
