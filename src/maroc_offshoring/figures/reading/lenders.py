"""Nouns that lend their unit to a number: `le nombre d'emplois passera de 500 à 800`, `Emplois prévus : 1.200`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maroc_offshoring.figures.reading import surroundings as around
from maroc_offshoring.figures.reading import unit_words
from maroc_offshoring.figures.reading.tokens import BREAK, Token
from maroc_offshoring.figures.reading.unit_words import COUNTED
from maroc_offshoring.figures.reading.units import UnitReader

NUMBER_OF = """
    nombre, le nombre total, nombre total, nombre global, nombre cumulé, number, total number, عدد
"""
"""What is followed by the unit: `nombre d'emplois`, `number of companies`."""
STAFF = "effectif, effectifs, headcount, workforce, staff, effectif total, effectif global"
"""What counts jobs by itself."""
LEADS = """
    de, d', à, to, of, at, from, is, was, est, était, sera, serait, atteint, atteindra, atteindrait, atteindre,
    atteignait, atteignant, reached, reaches, reach, reaching, totalise, dépasse, soit, إلى, من, :, contre, against
"""
"""What stands between such a noun and its number, at the last."""
_NEAR = 14  # tokens between the noun and its number
_HEADING = 4  # tokens of a heading before its colon


class Noun(NamedTuple):
    """A noun that lends its unit.

    Args:
        unit: The unit.
        start: Its first token.
        end: The token after it.
    """

    unit: str
    start: int
    end: int


def noun_words() -> frozenset[str]:
    """Return every word that such a noun may begin with."""
    return around.first_words(NUMBER_OF) | around.first_words(STAFF)


def noun_at(tokens: Sequence[Token], units: UnitReader, at: int) -> Noun | None:
    """Read a noun that lends its unit to the numbers behind it.

    Args:
        tokens: The tokens of the text.
        units: The reader of its units.
        at: The token.

    Returns:
        The noun; None where none begins there.
    """
    end = around.begins(STAFF, tokens, at)
    if end is not None:
        return Noun("job", at, end)
    end = around.begins(NUMBER_OF, tokens, at)
    unit = None if end is None or units.link(end) is None else units.unit(end, one=False, scaled=False)
    return Noun(unit.unit, at, unit.end) if unit is not None and unit.unit in COUNTED else None


def lends(noun: Noun, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun lends its unit to a number.

    Args:
        noun: The noun.
        tokens: The tokens of the text.
        at: The number.

    Returns:
        Whether it is near, and a word that leads to a number stands before it.
    """
    return at - noun.end <= _NEAR and around.ends(LEADS, tokens, at) is not None


def heading_before(tokens: Sequence[Token], at: int) -> Noun | None:
    """Read the heading of a number in a list or a table: `Emplois prévus : 1.200`.

    Args:
        tokens: The tokens of the text.
        at: The number.

    Returns:
        The noun; None where there is no heading.
    """
    if at == 0 or (tokens[at - 1].word != ":" and tokens[at + 1].kind != BREAK):
        return None
    for start in range(at - 1, max(at - 1 - _HEADING, -1), -1):
        if start > 0 and tokens[start - 1].kind != BREAK and tokens[start - 1].word not in _ITEMS:
            continue
        staff = around.begins(STAFF, tokens, start)
        if staff is not None:
            return Noun("job", start, staff)
        found = unit_words.unit_words().longest(tokens, start)
        if found is not None and found[0].unit in COUNTED and found[0].form != "singular" and not found[0].label:
            return Noun(found[0].unit, start, found[1])
        return None
    return None


_ITEMS = frozenset(".;|-\u2013\u2022*\u00b7")
