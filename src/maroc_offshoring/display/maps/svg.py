"""Elements of SVG, with every text escaped and every number written the same way on each machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby, pairwise

from maroc_offshoring.display.cleaning import clean
from maroc_offshoring.display.maps.lettering import LEADING

# What no XML document may hold, and what clean leaves.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
Look = dict[str, "str | float | None"]
"""The attributes of an element."""

BORDER: Look = {"stroke": "currentColor", "stroke_opacity": ".55", "stroke_width": 0.8}
"""How edges are drawn."""

_ISOLATE = {"ar": "\N{RIGHT-TO-LEFT ISOLATE}"}


def number(value: float) -> str:
    """Write a length.

    Args:
        value: The length.

    Returns:
        It to a tenth of a unit: `12.5`, `3`.
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, /, *inside: str, **attributes: str | float | None) -> str:
    """Write an element.

    Args:
        name: Its name.
        inside: The elements and escaped texts in it.
        attributes: Its attributes; an underscore stands for a hyphen, one at the end for nothing, and one without a
            value is left out.

    Returns:
        The element.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{value_of(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def value_of(value: str | float) -> str:
    """Write the value of an attribute.

    Args:
        value: A text, cleaned if it is of anybody, or a length.

    Returns:
        The text, escaped.
    """
    return escape(value) if isinstance(value, str) else number(value)


def cleaned(text: str) -> str:
    """Take out of a text of anybody what would disturb a page, and what no XML document may hold.

    Args:
        text: The text.

    Returns:
        It with U+FFFD instead, cut where it is very long.
    """
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", clean(text))


def plain(text: str) -> str:
    """Write a text between elements.

    Args:
        text: The text, of anybody.

    Returns:
        It without what would disturb a page, escaped.
    """
    return escape(cleaned(text))


def isolated(text: str, language: str) -> str:
    """Write a text that is drawn, in the direction of its language wherever it stands.

    Programs that draw SVG agree on the isolates of Unicode, and differ in what they make of `direction`.

    Args:
        text: The text, of anybody.
        language: `fr`, `en` or `ar`.

    Returns:
        The text, escaped.
    """
    opened = _ISOLATE.get(language, "\N{LEFT-TO-RIGHT ISOLATE}")
    return f"{opened}{plain(text)}\N{POP DIRECTIONAL ISOLATE}"


def path(rings: Iterable[Iterable[tuple[float, float]]]) -> str:
    """Write closed rings as the data of a path.

    Args:
        rings: The points of each ring.

    Returns:
        The data: each point as its step from the one before, in whole tenths, so that no error adds up.
    """
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Iterable[tuple[float, float]]) -> str:
    points = [key for key, _ in groupby((round(x * 10), round(y * 10)) for x, y in ring)]
    if points[-1] == points[0]:
        points.pop()  # z closes the ring
    steps = [f"{_tenths(x - x0)} {_tenths(y - y0)}" for (x0, y0), (x, y) in pairwise(points)]
    return f"M{_tenths(points[0][0])} {_tenths(points[0][1])}l{' '.join(steps)}z".replace(" -", "-")


def _tenths(count: int) -> str:
    sign, (whole, tenth) = "-" if count < 0 else "", divmod(abs(count), 10)
    return f"{sign}{whole or ''}.{tenth}" if tenth else f"{sign}{whole}"


def lettered(
    lines: Iterable[str],
    x: float,
    top: float,
    size: float,
    language: str,
    *,
    anchor: str = "start",
    **attributes: str | float | None,
) -> str:
    """Write lines of text.

    Args:
        lines: The lines, of anybody.
        x: Where their start, middle or end stands, to the right.
        top: The upper edge of the first line.
        size: The size of the letters.
        language: `fr`, `en` or `ar`.
        anchor: `start` for the left edge, `middle`, or `end` for the right edge, in every language.
        attributes: Further attributes.

    Returns:
        An element for each line.
    """
    # A line is as high as its leading, and letters stand on a line a little above its lower edge.
    return "".join(
        element(
            "text",
            isolated(line, language),
            x=x,
            y=top + size * (number * LEADING + 0.98),
            font_size=size,
            text_anchor=None if anchor == "start" else anchor,
            **attributes,
        )
        for number, line in enumerate(lines)
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Draw a line.

    Args:
        x1: Where it begins, to the right.
        y1: Where it begins, down.
        x2: Where it ends, to the right.
        y2: Where it ends, down.

    Returns:
        The element.
    """
    return element("line", **BORDER, x1=x1, y1=y1, x2=x2, y2=y2)


def hatching(id: str) -> str:
    """Make a pattern of slanted lines.

    Args:
        id: Its id.

    Returns:
        The definition.
    """
    stripe = element("path", d="M0 0V6", stroke="currentColor", stroke_opacity=".3", stroke_width=1.6)
    pattern = element(
        "pattern", stripe, id=id, width=6.0, height=6.0, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return element("defs", pattern)
