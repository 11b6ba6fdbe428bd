"""Lettering: how wide a text may be, where it breaks, and which texts would lie on one another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

LEADING = 1.25
"""How far lines stand apart, in sizes of the letters."""

# In sizes of the letters. No font is known here, so these are the widths of a wide one.
_NARROW, _WIDE = set("iljtfrI.,:;'|!()[]-·  \u00a0\u202f"), set("mwMWOQGCDNHU@%—≈≥≤")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


def width_of(text: str, size: float) -> float:
    """Say how wide a text may be.

    Args:
        text: The text.
        size: The size of its letters.

    Returns:
        Its width, rather too wide than too narrow.
    """
    return size * sum(_width(character) for character in text)


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.38
    if character in _WIDE or ord(character) > 0x2E80:
        return 1.0 if ord(character) > 0x2E80 else 0.84
    if _ARABIC.match(character):
        return 0.55
    return 0.7 if character.isupper() else 0.62


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text into lines.

    Args:
        text: The text.
        width: How wide a line may be.
        size: The size of its letters.

    Returns:
        The lines; they break at spaces and after hyphens, and inside a word only where it is wider than a line.
    """
    lines = [""]
    for word in re.findall(r"[^ -]*-|[^ -]+ ?| ", text):
        for part in _parts(word, width, size):
            if lines[-1] and width_of((lines[-1] + part).rstrip(" "), size) > width:
                lines.append("")
            lines[-1] += part
    return tuple(line.strip(" ") for line in lines if line.strip(" "))


def few(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Keep a text from taking all the room.

    Args:
        lines: Its lines.
        most: How many may stay.

    Returns:
        That many of them, with a sign where more are left out.
    """
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def _parts(word: str, width: float, size: float) -> Iterable[str]:
    if width_of(word.rstrip(" "), size) <= width:
        return [word]
    count = max(1, int(width / size))
    return [word[at : at + count] for at in range(0, len(word), count)]


Line = tuple[float, float, float, float]
"""A line from one point to another: to the right, down, to the right, down."""


@frozen
class Box:
    """A rectangle that something takes up.

    Args:
        left: Its left edge.
        top: Its upper edge.
        right: Its right edge.
        bottom: Its lower edge.
    """

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> Box:
        """Make the box of a circle.

        Args:
            x: Its middle, to the right.
            y: Its middle, down.
            reach: Its radius.

        Returns:
            The box.
        """
        return cls(x - reach, y - reach, x + reach, y + reach)

    def overlaps(self, other: Box) -> bool:
        """Say whether two boxes have room in common.

        Args:
            other: The other box.

        Returns:
            Whether they have.
        """
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Say whether this box lies in another.

        Args:
            other: The other box.

        Returns:
            Whether it does.
        """
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def is_crossed_by(self, line: Line) -> bool:
        """Say whether a line passes through the box.

        Args:
            line: The line.

        Returns:
            Whether some of it lies within.
        """
        x1, y1, x2, y2 = line
        first, last = 0.0, 1.0
        # What is left of the line after each edge has cut off what lies beyond it.
        for start, step, low, high in ((x1, x2 - x1, self.left, self.right), (y1, y2 - y1, self.top, self.bottom)):
            if not step:
                if not low < start < high:
                    return False
                continue
            near, far = sorted(((low - start) / step, (high - start) / step))
            first, last = max(first, near), min(last, far)
        return first < last
