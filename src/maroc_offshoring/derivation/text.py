"""A derivation as text: a line per node, indented by what it was derived from, then the sources by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from maroc_offshoring.derivation.derivation import Derivation, SourceReference
from maroc_offshoring.derivation.kinds import NodeKind
from maroc_offshoring.derivation.sentence import Sentence, language_of
from maroc_offshoring.derivation.stilling import stilled
from maroc_offshoring.figures.writing import figure_in

MARKS = {
    NodeKind.ADDED: "+ ",
    NodeKind.REST: "+ ",
    NodeKind.PART: "+ ",
    NodeKind.SUM: "= ",
    NodeKind.RESULT: "= ",
    NodeKind.CHOSEN: "= ",
    NodeKind.LEFT_OUT: "- ",
    NodeKind.SET_ASIDE: "- ",
}
"""The signs before the lines: what is added, what it comes to, what is not taken."""

FIGURE_FIRST = frozenset(MARKS)
"""The kinds whose figure stands before the words; the figure of the others stands after them."""

SOURCES = Sentence("sources", "sources", "المصادر")


def as_text(derivation: Derivation, language: str = "en") -> str:
    """Write a derivation as text.

    Args:
        derivation: The derivation.
        language: `fr`, `en` or `ar`.

    Returns:
        Its lines.
    """
    language_of(language)
    sources = derivation.all_sources
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    lines = list(_lines(derivation, language, 0, numbers))
    if sources:
        lines.append(heading(SOURCES.label(language), language))
        lines += [f"  {number}. {_source(source)}" for number, source in enumerate(sources, 1)]
    return "\n".join(lines)


def _source(source: SourceReference) -> str:
    return " ".join(stilled(f"{source.text} <{source.url}>" if source.url else source.text).split())


def line_of(node: Derivation, language: str) -> str:
    """Write what one node says: its words and its figure.

    Args:
        node: The node.
        language: `fr`, `en` or `ar`.

    Returns:
        One line.
    """
    words = stilled(node.statement.label(language))
    if node.kind is NodeKind.HEADING:
        return heading(words, language)
    if node.figure is None:
        return words
    figure = figure_in(node.figure, language)
    return f"{figure}  {words}" if node.kind in FIGURE_FIRST else f"{heading(words, language)} {figure}"


def heading(words: str, language: str) -> str:
    """Put the colon of a language after some words.

    Args:
        words: The words.
        language: `fr`, `en` or `ar`.

    Returns:
        The words with a colon; in French with the space before it.
    """
    return f"{words}\u00a0:" if language == "fr" else f"{words}:"


def _lines(node: Derivation, language: str, indent: int, numbers: Mapping[str, int]) -> Iterator[str]:
    mark = MARKS.get(node.kind, "")
    cited = ", ".join(str(numbers[source.id]) for source in node.sources)
    yield f"{' ' * indent}{mark}{line_of(node, language)}{f' ({cited})' if cited else ''}"
    for child in node.children:
        # A heading stands at the level of what it heads.
        below = indent if child.kind is NodeKind.HEADING else indent + 2 + len(mark)
        yield from _lines(child, language, below, numbers)
