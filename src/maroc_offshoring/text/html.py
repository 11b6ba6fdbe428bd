"""The article of a web page: its main text, without menus, comments and notices, and what the page says of itself."""

from __future__ import annotations

import re

from attrs import frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import InvalidDate, InvalidField, MissingExtra, WrongType
from maroc_offshoring.text.markup import parse, self_description

# What pages say of their date to machines; a date that is only printed may be that of another article.
_PUBLISHED = re.compile(r"(?:article:published_time|datePublished)[\"'][^>]{0,40}?(\d{4})-(\d\d)-(\d\d)")
_HEAD = 400_000
LONGEST = 5_000_000
"""How many signs a page may have."""
_LARGE = 3_000  # elements from which no second opinions are asked for, which take the square of the time


@frozen
class Page:
    """The article of a web page.

    Args:
        text: Its headline and its text, a paragraph a line.
        title: Its headline.
        publisher: The name of the site, where the page gives it.
        published: The date that the page gives to machines.
        url: The address that the page gives as its own.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None


def main_text(html: str) -> Page:
    """Take the article out of a web page; nothing is fetched.

    Args:
        html: The source of the page.

    Returns:
        The article; its text is empty where the page has none.

    Raises:
        InvalidField: Where the page is larger than :data:`LONGEST` or has too many elements, or is so broken that no
            article can be looked for.
        MissingExtra: Where trafilatura is not installed.
        WrongType: Where it is no text.

    Example:
        >>> from maroc_offshoring.text.html import main_text
        >>> page = main_text(
        ...     "<html><body><article><h1>Oujda</h1><p>Intelcia va créer 300 emplois.</p></article></body></html>"
        ... )
        >>> print(page.text)
        Oujda
        Intelcia va créer 300 emplois.
    """
    if not isinstance(html, str):
        raise WrongType("html", html, "the source of a web page, as text")
    try:
        from trafilatura import bare_extraction, extract_metadata
    except ImportError:
        raise MissingExtra("reading a web page", "trafilatura", "text") from None
    if len(html) > LONGEST:
        raise InvalidField("html", f"a page of {len(html)} signs", f"at most {LONGEST}; save its text instead")
    page = parse(html)
    large = sum(1 for _ in page.iter()) > _LARGE
    try:
        said = extract_metadata(self_description(page), extensive=False)
        found = bare_extraction(page, include_comments=False, favor_recall=True, fast=large)
    except Exception as fault:  # of any kind: pages can be broken in ways that its parsers do not expect
        what = f"a web page that trafilatura can read ({type(fault).__name__}); save its text instead"
        raise InvalidField("html", html[:40], what) from fault
    if found is None or isinstance(found, dict):
        return Page("", published=_published(html))
    text = (found.text or "").strip()
    title = (said.title or "").strip() or None
    if title and title not in text:
        text = f"{title}\n{text}"
    return Page(text, title, said.sitename or None, _published(html), said.url or None)


def _published(html: str) -> PartialDate | None:
    for year, month, day in _PUBLISHED.findall(html[:_HEAD]):
        try:
            return PartialDate(int(year), int(month), int(day))
        except InvalidDate:
            continue
    return None


def looks_like_html(text: str) -> bool:
    """Say whether a text is the source of a web page.

    Args:
        text: The text.

    Returns:
        True where it begins as one.

    Example:
        >>> from maroc_offshoring.text.html import looks_like_html
        >>> looks_like_html("<!DOCTYPE html><html></html>"), looks_like_html("Oujda <3")
        (True, False)
    """
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
            text[:5000],
            re.IGNORECASE | re.DOTALL,
        )
    )
