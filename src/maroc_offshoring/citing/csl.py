"""Citations as CSL-JSON, which Zotero, pandoc and every citation processor read.

The names are those of the CSL 1.0.2 input schema. Written here and not by a library: the one that is kept (citeproc-py)
reads CSL-JSON and does not write it, and the whole of it is this table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from maroc_offshoring.citing.publications import Publication, one_line, remark


def as_csl(sources: Iterable[Publication]) -> list[dict[str, Any]]:
    """Write publications as CSL-JSON items.

    Args:
        sources: The publications.

    Returns:
        One item each, ready for `json.dumps`; what is not known has no key.
    """
    return [{key: value for key, value in _item(source) if value} for source in sources]


def _item(source: Publication) -> Iterable[tuple[str, Any]]:
    publisher = one_line(source.publisher)
    is_press = source.kind == "press"
    yield "id", source.id
    yield "type", "article-newspaper" if is_press else "webpage" if source.url else "document"
    yield "title", one_line(source.title) if source.title else None
    # A newspaper contains the article; of other pages the publisher is the only author that is known.
    yield "container-title", publisher if is_press else None
    yield "author", None if is_press else [{"literal": publisher}]
    yield "publisher", publisher
    yield "issued", _issued(source)
    yield "language", source.language
    yield "URL", source.url or source.seen_at
    yield "note", remark(source)


def _issued(source: Publication) -> dict[str, Any] | None:
    date = source.published
    if date is None:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part is not None]]}
