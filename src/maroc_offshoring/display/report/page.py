"""The page around the sections: its head, the policy that forbids all network, its style, its script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from attrs import frozen

from maroc_offshoring._version import __version__
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.cleaning import clean
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.style import STYLE


@frozen
class Section:
    """A section of the page.

    Args:
        id: The id of its element.
        title: Its heading.
        body: What stands in it, as HTML.
        labels: Rules of style that name the cells of its table in a narrow window.
    """

    id: str
    title: Sentence
    body: str
    labels: tuple[str, ...] = ()


def page(*, title: str, head: str, sections: Sequence[Section], reader: Reader) -> str:
    """Put sections into a page.

    Args:
        title: The title.
        head: What stands below the title, as HTML.
        sections: The sections.
        reader: Who reads.

    Returns:
        The text of the page.
    """
    labels = "\n".join(rule for section in sections for rule in section.labels)
    style = f"{STYLE}\n{_asset('report.css')}\n@media screen and (max-width: 60rem) {{\n{labels}\n}}"
    script = _asset("report.js")
    return "\n".join(_lines(clean(title), head, sections, reader, style=style, script=script)) + "\n"


def _asset(name: str) -> str:
    text = (files("maroc_offshoring.display.report") / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").strip()  # one hash, however the file was checked out


def _lines(
    title: str, head: str, sections: Sequence[Section], reader: Reader, *, style: str, script: str
) -> Iterator[str]:
    # Whatever a name may hold, the browser runs and fetches nothing but what bears these two hashes.
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    yield "<!doctype html>"
    yield f'<html lang="{reader.language}" dir="{"rtl" if reader.language == "ar" else "ltr"}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="maroc_offshoring {__version__}">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield f'<a class="skip" href="#main">{escape(reader.say(words.SKIP))}</a>'
    yield f"<header><h1><bdi>{escape(title)}</bdi></h1>"
    yield head
    yield f'<nav aria-label="{escape(reader.say(words.CONTENTS))}"><ul>'
    yield from (f'<li><a href="#{each.id}">{escape(reader.say(each.title))}</a></li>' for each in sections)
    yield "</ul></nav></header>"
    yield '<main id="main">'
    for each in sections:
        heading = escape(reader.say(each.title))
        yield f'<section id="{each.id}" aria-labelledby="{each.id}-title"><h2 id="{each.id}-title">{heading}</h2>'
        yield each.body
        yield "</section>"
    yield "</main>"
    yield f"<script>{script}</script>"
    yield "</body>"
    yield "</html>"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
