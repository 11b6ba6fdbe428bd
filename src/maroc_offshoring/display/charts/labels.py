"""Labels: names of records on a chart, safe in any page, in lines that fit, and in the direction of their language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import bidirectional

from maroc_offshoring.display.cleaning import clean
from maroc_offshoring.display.reader import Reader

WIDTH = 42
"""How many characters of a name stand on one line."""

_LINES = 2
# What no XML may hold, and so no SVG.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
# What could end the script that a page keeps a chart in: pages that others write of our charts do not escape it.
_TAG = re.compile("<(?=[/!?A-Za-z])")
_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"


def safe(text: object) -> str:
    r"""Make a text of a stranger safe on a chart, whoever turns the chart into a page.

    Args:
        text: Anything with a text.

    Returns:
        The text on one line; a word joiner, which no one sees, stands where a tag of HTML would begin.

    Example:
        >>> from maroc_offshoring.display.charts.labels import safe
        >>> ascii(safe("</script>"))
        "'<\\u2060/script>'"
    """
    return _TAG.sub("<\u2060", _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", clean(text)))


def isolated(text: str) -> str:
    """Keep the direction of a name that is read from the right, whatever stands around it.

    Args:
        text: A name, or a line of it.

    Returns:
        The text, within marks that isolate it where its first letter is Hebrew or Arabic.
    """
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return text if first == "L" else f"{_RIGHT_TO_LEFT}{text}{_END}"


def directed(text: str, reader: Reader) -> str:
    """Set the direction of a text, so that numbers and Latin names stand in it where Arabic readers expect them.

    Args:
        text: A line.
        reader: Who reads.

    Returns:
        The line; in Arabic within marks that isolate it from right to left.
    """
    return f"{_RIGHT_TO_LEFT}{text}{_END}" if reader.language == "ar" and text else text


def lines(text: object, *, width: int = WIDTH, most: int = _LINES) -> list[str]:
    """Break a name into lines.

    Args:
        text: The name.
        width: How many characters a line holds.
        most: How many lines there may be; what is longer is cut, with a sign.

    Returns:
        The lines, safe, and each in its own direction.
    """
    # Not at the spaces within a number or before a unit.
    left, found = [word for word in safe(text).split(" ") if word], list[str]()
    while left and len(found) < most:
        line = left.pop(0)
        if len(line) > width:
            line, rest = line[:width], line[width:]
            left.insert(0, rest)
        while left and len(line) + 1 + len(left[0]) <= width:
            line += f" {left.pop(0)}"
        found.append(line)
    if left:
        found[-1] = f"{found[-1][: width - 1]}…"
    return [isolated(line) for line in found]


def name(text: object, *, width: int = WIDTH, most: int = _LINES) -> str:
    """Write a name for an axis.

    Args:
        text: The name.
        width: How many characters a line holds.
        most: How many lines there may be.

    Returns:
        Its lines, with line ends between them.
    """
    return "\n".join(lines(text, width=width, most=most)) or "—"


def apart(names: Sequence[str]) -> list[str]:
    """Tell equal names apart, so that no two rows fall into one.

    Args:
        names: The names.

    Returns:
        The names; the second of two that are alike has a 2 behind it.
    """
    found: dict[str, None] = {}
    for each in names:
        shown, times = each, 1
        while shown in found:
            times += 1
            shown = f"{each} ({times})"
        found[shown] = None
    return list(found)
