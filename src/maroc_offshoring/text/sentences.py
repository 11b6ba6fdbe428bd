"""Splitting a text into sentences: the room in which a figure's verb, its place and its party are sought."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from maroc_offshoring.text.words import listed

_END = re.compile(r"[.!?…]+[\"»”’)\]]*(?=\s|$)|[;\n]")
_BULLET = re.compile(r"\s*(?:[-–—•*▪◦‣·►➢✔o]|\d{1,2}[.)]|[a-z]\))\s+")
_BLANK = re.compile(r"\n[^\S\n]*\n")

# A point after these words ends no sentence.
_ABBREVIATIONS = listed(
    """
    m mm mme mlle dr pr me st ste art av bd cf ex env etc n no p pp s.a s.a.r.l s.a.s vs mr mrs ms inc ltd corp co
    e.g i.e approx md mds mrd mio dh dhs u.s u.k p.m a.m fév janv sept oct nov déc
    """
)
# Within a hard-wrapped text a line end is a space; such texts have no line much longer than this.
_WRAP_FROM, _WRAP_TO = 55, 100
_LONGEST = 1500


@frozen
class Sentence:
    """One sentence, or one item of a list.

    Args:
        start: Where it begins in the text.
        end: Where it ends.
        paragraph: The number of its paragraph.
        item: Whether it is an item of a list, which completes the sentence before the list.
        ends: The sign that it ends with; empty for a headline.
    """

    start: int
    end: int
    paragraph: int
    item: bool
    ends: str


def sentences(text: str) -> list[Sentence]:
    """Split a text into sentences.

    A blank line ends a paragraph, and so does every line end unless the next line goes on in small letters, or the text
    is broken into lines of equal length. An item of a list is a sentence of its own, and so is what stands between two
    semicolons.

    Args:
        text: The text.

    Returns:
        The sentences in order, without the spaces around them.

    Example:
        >>> from maroc_offshoring.text.sentences import sentences
        >>> text = "M. Alami prévoit 50 postes. Il en compte 20."
        >>> [text[one.start : one.end] for one in sentences(text)]
        ['M. Alami prévoit 50 postes.', 'Il en compte 20.']
    """
    wrapped = _is_wrapped(text)
    found: list[Sentence] = []
    paragraph = 0
    start = 0
    item = False

    def close(end: int, sign: str) -> None:
        nonlocal start
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.append(Sentence(first, last, paragraph, item, sign or text[last - 1] * (text[last - 1] in ":,")))
        start = end

    for end in _END.finditer(text):
        sign = end[0]
        if sign == "\n":
            rest = end.end()
            blank = _BLANK.match(text, end.start()) is not None
            bullet = _BULLET.match(text, rest, rest + 12)
            goes_on = wrapped or text[rest : rest + 1].islower()
            if goes_on and not blank and bullet is None:
                continue
            close(end.start(), "")
            start = bullet.end() if bullet else rest
            item = bullet is not None
            paragraph += 1
        elif sign == ";":
            close(end.end(), sign)
        elif not _is_abbreviation(text, end.start(), end.end()):
            close(end.end(), sign[:1])
            item = False
    close(len(text), "")
    return [part for one in found for part in _parts(text, one)]


def _parts(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """Cut what is no sentence of the press, a text without points, into pieces that can be read in a short time."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        yield evolve(sentence, start=start, end=end, ends="")
        start = end
    yield evolve(sentence, start=start) if start != sentence.start else sentence


def _is_abbreviation(text: str, point: int, after: int) -> bool:
    if text[point] != "." or after - point > 1:
        return False
    first = point
    while first > max(0, point - 8) and (text[first - 1].isalpha() or text[first - 1] == "."):
        first -= 1
    word = text[first:point].casefold()
    if not word:
        return False
    following = text[after : after + 40].lstrip()[:1]
    if not following:
        return False
    # A single capital is an initial; an abbreviation of an amount ends the sentence where a capital follows.
    if len(word) == 1 and text[first].isupper():
        return True
    money = word in ("md", "mds", "mrd", "mio", "dh", "dhs", "etc", "sept", "oct", "nov")
    return word in _ABBREVIATIONS and not (money and following.isupper())


def _is_wrapped(text: str) -> bool:
    lines = [len(line) for line in text.splitlines() if line.strip()]
    full = sum(_WRAP_FROM <= length <= _WRAP_TO for length in lines)
    return len(lines) > 4 and max(lines) <= _WRAP_TO and full * 2 > len(lines)
