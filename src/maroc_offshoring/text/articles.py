"""Reading an article from the bytes of a file or of the standard input: plain text, or a web page."""

from __future__ import annotations

from attrs import evolve

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.model import Source
from maroc_offshoring.text.cleaning import clean
from maroc_offshoring.text.drafting import draft
from maroc_offshoring.text.drafts import Draft
from maroc_offshoring.text.html import Page, looks_like_html, main_text

_STDIN = "standard input"
PAGES = (".html", ".htm", ".xhtml")
"""How the names of web pages end."""


def read_article(content: bytes, name: str = "", *, html: bool = False) -> Page:
    """Read the article that a file holds.

    Args:
        content: The bytes of the file, in UTF-8.
        name: The name of the file, for messages, and to tell a web page by its ending.
        html: Whether it is a web page whatever its name; one that begins as a web page always is.

    Returns:
        The article.

    Raises:
        InvalidField: Where it is not UTF-8, or no text is left.
        MissingExtra: Where it is a web page and trafilatura is not installed.

    Example:
        >>> from maroc_offshoring.text.articles import read_article
        >>> read_article("300 emplois à Fès".encode()).text
        '300 emplois à Fès'
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        got = f"0x{content[fault.start]:02x} at byte {fault.start + 1}"
        raise InvalidField(clean(name) or _STDIN, got, "a text in UTF-8; save it as UTF-8 first") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    page = main_text(text) if html or name.lower().endswith(PAGES) or looks_like_html(text) else Page(text)
    if not page.text.strip():
        raise InvalidField(clean(name) or _STDIN, clean(text, 40), "an article; no text was found in it")
    return page


def draft_page(
    page: Page, *, dataset: Dataset, source: str | None, published: PartialDate | None, language: str | None
) -> Draft:
    """Draft an article as :func:`maroc_offshoring.draft` does, with what its page says of itself as its source.

    Args:
        page: The article.
        dataset: The dataset.
        source: The id of its source; None for a stub that the page fills as far as it can.
        published: When it was published; None for the date that the page gives.
        language: Its language; None to tell by its words.

    Returns:
        The draft.
    """
    date = published or (page.published if source is None else None)
    made = draft(page.text, source=source, dataset=dataset, published=date, language=language)
    if source is not None or page == Page(page.text):
        return made
    stub: Source = made.source
    told = {"title": page.title, "publisher": page.publisher, "url": page.url}
    return evolve(made, source=evolve(stub, **{key: clean(value) for key, value in told.items() if value}))
