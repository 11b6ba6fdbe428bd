"""A derivation as HTML: lists that open and close, without script or style, with every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from maroc_offshoring.derivation.derivation import Derivation, SourceReference
from maroc_offshoring.derivation.sentence import language_of
from maroc_offshoring.derivation.stilling import stilled
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
    lines += _node(derivation, language, lambda source: str(numbers[source.id]), is_open=True)
    if sources:
        lines += [f'<p class="sources">{escape(SOURCES.label(language))}</p>', '<ol class="sources">']
        lines += [f"<li>{_source(source)}</li>" for source in sources]
        lines.append("</ol>")
    return "\n".join([*lines, "</div>"])


def tree(derivation: Derivation, language: str, cite: Callable[[SourceReference], str]) -> str:
    """Write a derivation as HTML without its sources, for a page that lists the sources of several once.

    Args:
        derivation: The derivation.
        language: `fr`, `en` or `ar`.
        cite: Writes the reference to a source as HTML; it may be a link.

    Returns:
        One `<div>`, as :func:`as_html` gives it.
    """
    direction = "rtl" if language_of(language) == "ar" else "ltr"
    lines = _node(derivation, language, cite, is_open=True, has_links=True)
    return "\n".join([f'<div class="derivation" lang="{language}" dir="{direction}">', *lines, "</div>"])


def _node(
    node: Derivation,
    language: str,
    cite: Callable[[SourceReference], str],
    *,
    is_open: bool = False,
    has_links: bool = False,
) -> Iterator[str]:
    numbers = ", ".join(map(cite, node.sources))
    cited = f" <sup>{numbers}</sup>" if numbers else ""
    # The text may be of another direction than the page: a French title among Arabic words.
    said = f'<bdi class="{node.kind.value}">{escape(MARKS.get(node.kind, "") + line_of(node, language))}</bdi>'
    if not node.children:
        yield f"{said}{cited}"
        return
    # A link may not stand in what opens and closes: one key would do two things.
    inside, below = ("", cited) if has_links else (cited, "")
    yield f"<details{' open' if is_open else ''}><summary>{said}{inside}</summary>{below}"
    yield "<ul>"
    for child in node.children:
        yield "<li>"
        yield from _node(child, language, cite, has_links=has_links)
        yield "</li>"
    yield "</ul>"
    yield "</details>"


def _source(source: SourceReference) -> str:
    text = f"<bdi>{escape(stilled(source.text))}</bdi>"
    if source.url is None or not source.url.lower().startswith(_ADDRESSES):
        return text if source.url is None else f"{text} <bdi>{escape(stilled(source.url))}</bdi>"
    return f'<a href="{escape(stilled(source.url))}">{text}</a>'
