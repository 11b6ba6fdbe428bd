"""The markup of a web page as a tree of bounded size: in trees of some shapes it takes too long to find an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from itertools import islice
from typing import Any

from maroc_offshoring.errors import InvalidField

MOST_ELEMENTS = 30_000
"""How many elements a page may have; an article has a few thousand."""
_DEEPEST = 100  # elements within one another; nested tables take time for each level
_MOST_ATTRIBUTES = 50  # of an element; a tree looks for each among those before it
_DATA = ("application/ld+json", "application/settings+json")
_NAME = re.compile(r"[a-z][\w:.-]*", re.IGNORECASE | re.ASCII)
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no tree of lxml may hold
_MOST_SAID = 20_000  # signs of its headings and its data for machines


def parse(html: str) -> Any:
    """Parse a web page.

    Comments, styles and scripts that hold no data about the page are left out, so are attributes of an element beyond
    the fiftieth. Of what is nested deeper than a hundred elements only the text is kept.

    Args:
        html: The source of the page.

    Returns:
        Its element ``html``, with a ``body``, as :mod:`lxml.html` makes them.

    Raises:
        InvalidField: Where the page has more than :data:`MOST_ELEMENTS` elements.
    """
    from lxml.etree import SubElement
    from lxml.html import HTMLParser

    tree = _Tree(HTMLParser().makeelement("html"), SubElement)
    parser = HTMLParser(target=tree, encoding="utf-8")
    parser.feed(_UNFIT.sub("", html).encode())
    return parser.close()


def self_description(page: Any) -> Any:
    """Take out of a page what it says of itself: its head, its headings and its data for machines.

    Args:
        page: The element ``html`` of the page, which stays as it is.

    Returns:
        The element ``html`` of a page that holds nothing else.
    """
    made, head, body = map(page.makeelement, ("html", "head", "body"))
    made.extend((head, body))
    for found in page.iterchildren("head"):
        head.extend(map(deepcopy, found.iterchildren("base", "link", "meta", "title")))
    room = _MOST_SAID
    for found in page.iter("h1", "h2", "h3", "script"):
        room -= _size(found, room)
        if room < 0:
            break
        body.append(deepcopy(found))
    return made


def _size(element: Any, most: int) -> int:
    """Count the signs of an element, a hundred for each part of it; no further than to what is too much."""
    size = 0
    for part in element.iter():
        size += 100 + len(part.text or "") + len(part.tail or "")
        if size > most:
            break
    return size


class _Tree:
    """What a parser calls with the tags and texts of a page: it makes those elements that are let in."""

    def __init__(self, page: Any, add: Any) -> None:
        self._page, self._add = page, add
        self._body = add(page, "body")
        self._within = [self._body]  # the elements that are open
        self._before: Any = None  # the last element that ended in the innermost of them
        self._texts: list[str] = []  # since then
        self._let_in: list[bool] = []  # whether each open tag became an element of its own
        self._count = self._silent = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            what = f"at most {MOST_ELEMENTS}, and an article has far fewer; save its text instead"
            raise InvalidField("html", f"a page of more than {MOST_ELEMENTS} elements", what)
        if self._silent or tag == "style" or (tag == "script" and attributes.get("type") not in _DATA):
            self._silent += 1
            return
        fit = islice(((name, value) for name, value in attributes.items() if _NAME.fullmatch(name)), _MOST_ATTRIBUTES)
        kept = {name: _UNFIT.sub("", value) for name, value in fit}
        self._let_in.append(self._lets_in(tag))
        if self._let_in[-1]:
            self._write()
            self._within.append(self._added(tag, kept))
            self._before = None
        elif tag in ("html", "body"):  # a page has one of each, however often it says so
            element = self._page if tag == "html" else self._body
            if not element.attrib:
                element.attrib.update(kept)

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
        elif self._let_in.pop():
            self._write()
            ended = self._within.pop()
            self._before = None if tag == "head" else ended

    def data(self, text: str) -> None:
        if not self._silent:
            self._texts.append(text)

    def close(self) -> Any:
        self._write()
        return self._page

    def _lets_in(self, tag: str) -> bool:
        if tag == "head":  # a page has one, before all else
            return self._within == [self._body] and self._before is None and self._page[0] is self._body
        return tag not in ("html", "body") and len(self._within) < _DEEPEST and _NAME.fullmatch(tag) is not None

    def _added(self, tag: str, attributes: dict[str, str]) -> Any:
        if tag != "head":
            return self._add(self._within[-1], tag, attributes)
        head = self._page.makeelement(tag, attributes)
        self._page.insert(0, head)
        return head

    def _write(self) -> None:
        """Put the texts since the last tag where they stand: at the beginning of an element, or after one in it."""
        text = _UNFIT.sub("", "".join(self._texts))
        self._texts.clear()
        if self._before is not None:
            self._before.tail = text or None
        elif text:
            self._within[-1].text = (self._within[-1].text or "") + text
