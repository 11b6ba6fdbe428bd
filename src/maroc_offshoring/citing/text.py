"""Citations as text: one line each, as a reader expects them under a figure."""

from __future__ import annotations

from collections.abc import Iterable

from maroc_offshoring.citing.publications import Quotation, one_line


def as_text(quoted: Iterable[Quotation]) -> str:
    """Write quotations as text.

    Args:
        quoted: The quotations.

    Returns:
        One line each: publisher, title, date, address, and who is quoted with which words.
    """
    return "\n".join(map(_line, quoted))


def _line(quoted: Quotation) -> str:
    source = quoted.source
    title = f"“{one_line(source.title)}”" if source.title else None
    parts = (one_line(source.publisher), title, str(source.published or "undated"), source.url or source.seen_at)
    line = ", ".join(part for part in parts if part)
    words = f"“{one_line(quoted.words)}”" if quoted.words else ""
    if quoted.said_by:
        return f"{line} (quoting {one_line(quoted.said_by)}{f': {words}' if words else ''})"
    return f"{line} ({words})" if words else line
