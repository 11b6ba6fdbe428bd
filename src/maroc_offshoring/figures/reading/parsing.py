"""One figure as the press prints it, and nothing else: the whole text is understood, or it is refused."""

from __future__ import annotations

from maroc_offshoring.errors import UnreadableFigure, WrongType
from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.figures.reading.amounts import Doubt
from maroc_offshoring.figures.reading.grammar import Grammar
from maroc_offshoring.figures.reading.languages import checked
from maroc_offshoring.figures.reading.own_writing import read_own
from maroc_offshoring.figures.reading.tokens import NUMBER

_LONGEST = 200  # no figure is written in more characters; longer texts are refused before they are searched


def parse_figure(text: str, language: str | None = None) -> Figure:
    """Read one figure as the press prints it.

    Args:
        text: The figure with its unit, in French, English or Arabic: at most 200 characters.
        language: `fr`, `en` or `ar`, which says what `1.234` and `billion` mean; without it, only what reads one way
            is read.

    Returns:
        The figure, with the text in `as_printed`.

    Raises:
        UnreadableFigure: Where some of the text is not understood, or where it can be read in several ways.
        UnknownWord: Where the language is not one of these.
        WrongType: Where it is no text.

    Example:
        >>> import maroc_offshoring as mo
        >>> figure = mo.parse_figure("plus de 300 emplois")
        >>> figure.value, figure.unit, figure.qualifier.value
        (Decimal('300'), 'job', 'at_least')
        >>> print(mo.parse_figure("1.200 MDH", language="fr"))
        1 200 000 000 MAD
    """
    if not isinstance(text, str):
        raise WrongType("figure", text, "a text such as '65 MDH'")
    language = checked(language)
    if len(text) > _LONGEST:
        raise UnreadableFigure(f"{text[:40]}…", f"a figure has at most {_LONGEST} characters")
    return read_own(text) or _read(text, language)


def _read(text: str, language: str | None) -> Figure:
    grammar = Grammar(text, anchored=True)
    tokens = grammar.tokens
    grows = tokens[0].word == "+" and tokens[1].kind == NUMBER
    reading = grammar.reading(1 if grows else 0)
    if reading is None:
        raise UnreadableFigure(text, "no number where one was expected")
    number = text[tokens[reading.first.start].start : tokens[reading.first.end - 1].end]
    rest = text[tokens[reading.end].start :].strip()
    if not reading.has_unit and not rest:
        raise UnreadableFigure(text, "it has no unit", [f"{number} emplois", f"{number} MAD", f"{number} %"])
    if not reading.has_unit:
        raise UnreadableFigure(text, f"{rest!r} is no unit that is known here")
    if rest:
        raise UnreadableFigure(text, f"{rest!r} is not understood")
    if grows and reading.unit_name != "percent":  # a growth, or more than so many
        raise UnreadableFigure(text, "a plus can mean two things", [number, f"plus de {number}"])
    try:
        return reading.figure(language, text)
    except Doubt as doubt:
        raise UnreadableFigure(text, doubt.reason, doubt.readings) from None
