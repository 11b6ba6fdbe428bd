"""A derivation as HTML: lists that open and close, without script or style, with every text escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from maroc_offshoring.derivation.derivation import Derivation, SourceReference
from maroc_offshoring.derivation.sentence import language_of
from maroc_offshoring.derivation.text import MARKS, SOURCES, line_of

_ADDRESSES = ("https://", "http://")  # what else an address may begin with could be run


def as_html(derivation: Derivation, language: str = "en") -> str:
    """Write a derivation as HTML.

    Args:
        derivation: The derivation.
        language: `fr`, `en` or `ar`.

    Returns:
        One `<div>`; the kind of each node is the class of its element, so that a page can style it.
    """
    language_of(language)
    sources = derivation.all_sources
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    direction = "rtl" if language == "ar" else "ltr"
    lines = [f'<div class="derivation" lang="{language}" dir="{direction}">']
    lines += _node(derivation, language, numbers, is_open=True)
    if sources:
        lines += [f'<p class="sources">{escape(SOURCES.label(language))}</p>', '<ol class="sources">']
        lines += [f"<li>{_source(source)}</li>" for source in sources]
        lines.append("</ol>")
    return "\n".join([*lines, "</div>"])


def _node(node: Derivation, language: str, numbers: Mapping[str, int], *, is_open: bool = False) -> Iterator[str]:
    cited = ", ".join(str(numbers[source.id]) for source in node.sources)
    # The text may be of another direction than the page: a French title among Arabic words.
    said = f'<bdi class="{node.kind.value}">{escape(MARKS.get(node.kind, "") + line_of(node, language))}</bdi>'
    said += f" <sup>{cited}</sup>" if cited else ""
    if not node.children:
        yield said
        return
    yield f"<details{' open' if is_open else ''}><summary>{said}</summary>"
    yield "<ul>"
    for child in node.children:
        yield "<li>"
        yield from _node(child, language, numbers)
        yield "</li>"
    yield "</ul>"
    yield "</details>"


def _source(source: SourceReference) -> str:
    text = f"<bdi>{escape(source.text)}</bdi>"
    if source.url is None or not source.url.lower().startswith(_ADDRESSES):
        return text if source.url is None else f"{text} <bdi>{escape(source.url)}</bdi>"
    return f'<a href="{escape(source.url)}">{text}</a>'
