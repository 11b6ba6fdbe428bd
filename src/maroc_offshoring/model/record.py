"""What every record has: an id, the sources that it rests on, and how far it is trusted."""

from __future__ import annotations

from typing import Any

from attrs import field, fields, frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.model.fields import identifier, named, optional_checked, optional_confidence, optional_text
from maroc_offshoring.model.sources import Citation, Source, citations
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Checked, Confidence


def _cites_something(_record: Any, _attribute: Any, value: tuple[Citation, ...]) -> None:
    if not value:
        raise InvalidField("citations", value, "at least one source: every record says where it comes from")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=named)
class Record(Citable, Shown):
    """One entry of the record: a place, a party, a promise, an aim, a measurement, an event or a rule.

    Args:
        id: Its id, which no other record of its kind has.
        citations: The sources that it rests on; at least one. A bare source is a citation without further words.
        confidence: How far the curators trust it.
        checked: What a second look at a cited page found; None where there was none.
        check_note: What the second look changed.
        note: What else a reader must know.

    Raises:
        InvalidField: Where it cites nothing, or its id has other signs than letters, digits and hyphens.

    Example:
        >>> import maroc_offshoring as mo
        >>> phoneo = mo.load().commitments["2022-04-20-phoneo"]
        >>> isinstance(phoneo, mo.Record), phoneo.id, [source.id for source in phoneo.sources][:1]
        (True, '2022-04-20-phoneo', ['afrique-medias24-com-nd-f48260'])
    """

    id: str = field(converter=identifier)
    citations: tuple[Citation, ...] = field(converter=citations, validator=_cites_something)
    confidence: Confidence | None = field(default=None, converter=optional_confidence)
    checked: Checked | None = field(default=None, converter=optional_checked)
    check_note: str | None = field(default=None, converter=optional_text)
    note: str | None = field(default=None, converter=optional_text)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources cited, each once, in order."""
        return tuple({citation.source.id: citation.source for citation in self.citations}.values())

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names proper and the other names by which the record is looked up.

        Returns:
            The names proper, and the other names; both empty for a record that is looked up by its id alone.

        Example:
            >>> import maroc_offshoring as mo
            >>> main, others = mo.load().institutions["CGEM"].spellings()
            >>> main[0], others
            ('Confédération générale des entreprises du Maroc', ('CGEM', 'patronat'))
        """
        return (), ()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return all(_same(getattr(self, a.name), getattr(other, a.name)) for a in fields(type(self)))

    def __hash__(self) -> int:
        # Equal records have equal ids; hashing all that a record refers to would walk the whole dataset.
        return hash((type(self).__name__, self.id))

    def __repr__(self) -> str:
        title = getattr(self, "title", None) or getattr(self, "name", None)
        return f"<{type(self).__name__} {self.id}{f': {title}' if title else ''}>"

    def __str__(self) -> str:
        return self.id


def _same(first: Any, second: Any) -> bool:
    """Compare two fields; the records that they refer to by kind and id, as files do.

    What those records say is their own affair: comparing it here would walk the whole dataset, and where two links lead
    to one chain, walk it again for each way there is through it.
    """
    if isinstance(first, Record):
        return type(first) is type(second) and first.id == second.id
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(map(_same, first, second))
    return bool(first == second)
