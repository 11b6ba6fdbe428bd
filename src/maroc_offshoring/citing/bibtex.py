r"""Citations as BibTeX, for LaTeX.

Written here and not by a library: of the two that are kept, pybtex escapes the underscores within addresses, which then
lead nowhere (its issues 118 and, after the move, 24), and bibtexparser writes what it is given, so that the escaping
would be ours all the same. Texts keep their letters, as UTF-8; the signs that TeX reads are escaped, and braces become
commands, because BibTeX counts even `\{`. Addresses are never escaped: what could break an entry is percent-encoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from maroc_offshoring.citing.publications import Publication, one_line, remark

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_NO_KEY = re.compile(r"[^A-Za-z0-9_.:-]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "id": "indonesian",
    "it": "italian", "nl": "dutch",
}  # fmt: skip
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=-._~"


def as_bibtex(sources: Iterable[Publication]) -> str:
    """Write publications as BibTeX entries.

    Args:
        sources: The publications.

    Returns:
        One `@misc` entry each, in order; the keys are the ids, made fit for BibTeX and unique.
    """
    taken: set[str] = set()
    return "\n\n".join(_entry(source, _key(source.id, taken)) for source in sources)


def _entry(source: Publication, key: str) -> str:
    lines = [f"  {name} = {value}," for name, value in _fields(source)]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _fields(source: Publication) -> Iterator[tuple[str, str]]:
    # Double braces: a publisher is no person with a first name, and a title keeps its capitals.
    yield "author", f"{{{{{_escaped(source.publisher)}}}}}"
    if source.title:
        yield "title", f"{{{{{_escaped(source.title)}}}}}"
    if date := source.published:
        yield "year", f"{{{date.year:04}}}"
        if date.month:
            yield "month", _MONTHS[date.month - 1]
        if date.day:
            yield "day", f"{{{date.day}}}"
    if address := source.url or source.seen_at:
        yield "url", f"{{{_address(address)}}}"
    if source.language in _LANGUAGES:
        yield "language", f"{{{_LANGUAGES[source.language]}}}"
    if note := remark(source):
        yield "note", f"{{{_escaped(note)}}}"


def _escaped(text: str) -> str:
    return one_line(text).translate(_ESCAPES)


def _address(url: str) -> str:
    from urllib.parse import quote

    return quote(url, safe=_IN_ADDRESSES)


def _key(name: str, taken: set[str]) -> str:
    """Make a key of an id; BibTeX holds keys that differ only in case for one."""
    key = base = _NO_KEY.sub("-", name).strip("-") or "source"
    number = 1
    while key.casefold() in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key.casefold())
    return key
