"""Who stands behind a measured figure: how official it is, and how many say it independently of one another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.model import Institution, Observation
from maroc_offshoring.names import fold
from maroc_offshoring.vocabulary import InstitutionKind, SourceKind, Term


class Standing(Term):
    """How official a figure is, the most official first."""

    OFFICIAL_SOURCE = (
        "official_source", "publié par une source officielle", "published by an official source", "نشره مصدر رسمي",
    )  # fmt: skip
    PUBLIC_AUTHORITY = (
        "public_authority", "attribué à une autorité publique", "stated by a public authority", "صرحت به سلطة عمومية",
    )  # fmt: skip
    NAMED = (
        "named", "attribué à un organisme ou à une personne", "stated by a named body or person",
        "صرحت به هيئة أو شخص معروف",
    )  # fmt: skip
    UNNAMED = "unnamed", "sans auteur nommé", "stated by nobody named", "دون قائل معروف"


_PUBLIC = frozenset(
    {
        InstitutionKind.GOVERNMENT,
        InstitutionKind.MINISTRY,
        InstitutionKind.PUBLIC_BODY,
        InstitutionKind.REGULATOR,
        InstitutionKind.REGION,
        InstitutionKind.REGION_BODY,
    }
)
"""The kinds of institutions that are public authorities; a developer, a fund or a federation is none."""

_COPIED = re.compile(r"\s*\(via [^)]*\)|, via [^)]*(?=\))")


def standing(observation: Observation) -> Standing:
    """Say how official a figure is.

    A press article that quotes a ministry is worth more than one that quotes nobody, and less than the ministry's page.

    Args:
        observation: The observation.

    Returns:
        Its standing: by the kind of its sources, then by who is quoted.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series.standing import standing
        >>> seen = mo.load().observations
        >>> [
        ...     standing(seen[name]).value
        ...     for name in ("obs-jobs-morocco-2016-05", "obs-jobs-fes-2019", "obs-jobs-morocco-2014")
        ... ]
        ['official_source', 'public_authority', 'named']
    """
    if any(source.kind is SourceKind.OFFICIAL for source in observation.sources):
        return Standing.OFFICIAL_SOURCE
    party = observation.stated_by
    if isinstance(party, Institution) and party.kind in _PUBLIC:
        return Standing.PUBLIC_AUTHORITY
    if party or observation.said_by or any(citation.said_by for citation in observation.citations):
        return Standing.NAMED
    return Standing.UNNAMED


def origins(observations: Iterable[Observation]) -> frozenset[str]:
    """Return the independent origins of some records: publishers who repeat one office are one origin.

    The origin of a figure is the party that states it, or else the person who does; only where nobody is named, each
    publisher is one. A copy of an article ("via Maghress") has the origin of the article.

    Args:
        observations: Records of one figure.

    Returns:
        A key for each origin.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series.standing import origins
        >>> exports = mo.load().observations["obs-export_revenue-morocco-2024"]
        >>> len(exports.sources), sorted(origins([exports]))
        (24, ['party office-des-changes'])
    """
    found: set[str] = set()
    for observation in observations:
        said_by = observation.said_by or next((c.said_by for c in observation.citations if c.said_by), None)
        if observation.stated_by is not None:
            found.add(f"party {observation.stated_by.id}")
        elif said_by:
            found.add(f"person {fold(said_by)}")
        else:
            found |= {f"publisher {fold(_COPIED.sub('', source.publisher))}" for source in observation.sources}
    return frozenset(found)


def first_published(observation: Observation) -> PartialDate | None:
    """Return when the figure was first printed, as far as its sources are dated.

    A page of later years that repeats a figure does not make it new.

    Args:
        observation: The observation.

    Returns:
        The earliest date among its sources; None where none is dated.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series.standing import first_published
        >>> print(first_published(mo.load().observations["obs-export_revenue-morocco-2023"]))
        2024-04
    """
    dates = [source.published for source in observation.sources if source.published is not None]
    return min(dates, key=PartialDate.sort_key, default=None)
