"""Citing things in one of several styles."""

from __future__ import annotations

from typing import Any, Literal, overload

from maroc_offshoring.errors import UnknownWord

STYLES = ("text", "bibtex", "csl")
"""The styles: lines to read, BibTeX entries, and CSL-JSON items."""


@overload
def cite(thing: object, style: Literal["text", "bibtex"] = "text") -> str: ...
@overload
def cite(thing: object, style: Literal["csl"]) -> list[dict[str, Any]]: ...
def cite(thing: object, style: str = "text") -> str | list[dict[str, Any]]:
    """Cite the sources of a thing, with their addresses.

    Args:
        thing: A source, a record, a total, or several of these.
        style: `"text"` for one line per citation, which also says who is quoted; `"bibtex"` for BibTeX entries; `"csl"`
            for CSL-JSON items, ready for `json.dumps`.

    Returns:
        The text, or the list of items; each source once.

    Raises:
        UnknownWord: Where there is no such style.
        WrongType: Where a thing neither is a source nor has any.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.citing import cite
        >>> ds = mo.load()
        >>> phoneo = ds.commitments["2022-04-20-phoneo"]
        >>> [
        ...     item["issued"]
        ...     for item in cite([phoneo, ds.operators["Phoneo"]], "csl")
        ...     if "Médias24" in item["publisher"]
        ... ]
        [{'date-parts': [[2022, 4, 20]]}]
    """
    if style not in STYLES:
        raise UnknownWord("citation style", style, STYLES)
    from maroc_offshoring.citing.publications import publications, quotations  # records load without them

    quoted = quotations(thing)
    if style == "text":
        from maroc_offshoring.citing.text import as_text

        return as_text(quoted)
    if style == "csl":
        from maroc_offshoring.citing.csl import as_csl

        return as_csl(publications(quoted))
    from maroc_offshoring.citing.bibtex import as_bibtex

    return as_bibtex(publications(quoted))
