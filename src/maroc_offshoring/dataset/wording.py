"""The wording of a record: every text that a search may find it by, and what such a find is worth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from maroc_offshoring.dataset import facets
from maroc_offshoring.dataset.dating import own_date
from maroc_offshoring.model import (
    Event,
    FormerRegion,
    Incentive,
    Institution,
    Operator,
    Party,
    Place,
    Plan,
    Record,
    Site,
    Source,
    Statement,
    Target,
)
from maroc_offshoring.vocabulary import Term

# A region of former times is not what its name means today.
NAME, OTHER_NAME, FORMER, TITLE, ABOUT, OF_A_SOURCE, SAID = 1.0, 0.95, 0.9, 0.8, 0.5, 0.4, 0.3

_NAMED = (Place, Party, Plan, FormerRegion)


class Wording(NamedTuple):
    """A text that a record is found by.

    Args:
        text: The text.
        worth: What it is worth: most for a name, least for the words of a note.
        is_spelling: Whether it stands for the record as a whole, as names, titles, ids and addresses do.
        in_words: Whether its words are searched one by one.
    """

    text: str
    worth: float
    is_spelling: bool = False
    in_words: bool = True


def wordings(record: Record | Source) -> Iterator[Wording]:
    """Walk the texts of a record, those of most worth first.

    Args:
        record: A record or a source.

    Yields:
        Its names, titles and id; the names of what it is about, in each language; then what is said in it, and by whom.
    """
    main, others = record.spellings()
    if isinstance(record, Source):
        yield from (Wording(text, OF_A_SOURCE, True) for text in main)
        yield Wording(record.publisher, OF_A_SOURCE)
        yield from (Wording(text, OF_A_SOURCE, True, in_words=False) for text in (record.id, *others))
        yield from (Wording(text, SAID) for text in (record.note,) if text)
        return
    is_named = isinstance(record, _NAMED)
    is_former = isinstance(record, FormerRegion)
    yield from (Wording(text, FORMER if is_former else NAME if is_named else TITLE, True) for text in main)
    yield from (Wording(text, FORMER if is_former else OTHER_NAME, True) for text in others)
    yield Wording(record.id, OTHER_NAME if is_named else ABOUT, True)
    yield from (Wording(text, ABOUT) for text in _about(record) if text)
    yield from (Wording(text, SAID) for text in _said(record) if text)


def _about(record: Record) -> Iterator[str | None]:
    about: tuple[Place | Party, ...] = (*facets.places(record), *facets.parties(record))
    for named in about:
        if named is not record:
            yield from named.name.main
            yield named.acronym if isinstance(named, Institution) else None
    for term in (*facets.segments(record), *facets.measures(record)):
        yield from _labels(term)
    match record:
        case Operator():
            yield record.parent
            yield from (owner.name for owner in record.owners)
        case Site():
            yield from record.parent.name.main
        case Target() if record.plan:
            yield from record.plan.name.main
        case Event():
            yield record.series
        case _:
            pass
    kind = getattr(record, "kind", None)
    if isinstance(kind, Term):
        yield from _labels(kind)
    if not isinstance(record, _NAMED) and (date := own_date(record)):
        yield str(date.year)


@lru_cache(maxsize=256)
def _labels(term: Term) -> tuple[str, ...]:
    return tuple(term.label(language) for language in ("fr", "en", "ar"))


def _said(record: Record) -> Iterator[str | None]:
    match record:
        case Statement():
            yield from (record.summary, record.said_by, *record.points)
        case Incentive():
            yield from (record.rule, record.conditions, record.instrument)
        case Institution():
            yield record.role
        case Event():
            yield from (*record.chaired_by, *(award.title for award in record.awards))
        case _:
            pass
    yield record.note
    yield getattr(record, "said_by", None)
    for name in ("pledges", "milestones", "history"):
        part: Any
        for part in getattr(record, name, ()):
            yield part.note
    for citation in record.citations:
        yield citation.said_by
        yield citation.words
