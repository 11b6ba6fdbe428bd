"""What a value in a record file may be, before anything is made of it: so deep, so many digits, and text that is text.

Without these limits a hostile file could exhaust the stack, ask for a number of a million digits, or smuggle signs into
a title that steer a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

DEPTH = 20
"""How many tables and lists may stand within one another; the records have five at the most."""

DIGITS = 40
"""How many digits a number may have before the point, and how many after it."""

TOO_LARGE = 10**DIGITS
"""The least whole number of too many digits."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What of it JSON in UTF-8 shows, where a writer escapes what it must and no more; half a character is no UTF-8.
_ESCAPED = re.compile(rb"\\[ubf]")
_CONTROL_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
_BACKSLASH, _DELETE = ord("\\"), 0x7F

# A step of the way to a value: that to the value which holds it, and its own key or index.
_Way = tuple["_Way | None", "str | int"]


def flaws(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    r"""Find the values that no record may hold.

    Args:
        values: The keys and values of a record, as the parser of the file gave them.

    Returns:
        Of each flaw the path of the field and the message; none for a sound record.

    Example:
        >>> from maroc_offshoring.files.limits import flaws
        >>> flaws({"id": "oujda-2026", "title": "Oujda\u001b[31m"})
        [('title', 'holds the control sign U+001B; write plain text')]
    """
    found: list[tuple[str, str]] = []
    waiting: list[tuple[Any, _Way, int]] = [(value, (None, key), 1) for key, value in reversed(list(values.items()))]
    while waiting:
        value, way, depth = waiting.pop()
        message = _flaw(value)
        if isinstance(value, (dict, list)):
            if depth > DEPTH:
                message = f"is nested more than {DEPTH} tables or lists deep"
            else:
                items = list(value.items() if isinstance(value, dict) else enumerate(value))
                waiting.extend((item, (way, step), depth + 1) for step, item in reversed(items))
        if message:
            found.append((_path(way), message))
    return found


def text_flaw(text: str) -> str:
    """Say what of a text is no text.

    Args:
        text: Any string.

    Returns:
        The message; empty for plain text.
    """
    odd = _NO_TEXT.search(text)
    if odd is None:
        return ""
    what = "half a character" if odd[0] >= "\ud800" else "the control sign"
    return f"holds {what} U+{ord(odd[0]):04X}; write plain text"


def may_hold_no_text(written: bytes) -> bool:
    """Say of JSON whether some text in it may be none: a quick look at all of it, before one at each value.

    Args:
        written: What a writer that escapes no more than it must made of plain values.

    Returns:
        False where every text is one.
    """
    return (
        _DELETE in written
        or (_BACKSLASH in written and _ESCAPED.search(written) is not None)
        or (not written.isascii() and _CONTROL_IN_UTF8.search(written) is not None)
    )


def _flaw(value: Any) -> str:
    if isinstance(value, str):
        return text_flaw(value)
    if isinstance(value, int) and not -TOO_LARGE < value < TOO_LARGE:
        return f"is a number of more than {DIGITS} digits"
    if isinstance(value, Decimal):
        if not value.is_finite():
            return "is no finite number"
        exponent = value.as_tuple().exponent
        if value.adjusted() >= DIGITS or (isinstance(exponent, int) and exponent < -DIGITS):
            return f"is a number of more than {DIGITS} digits before or after the point"
    return ""


def _path(way: _Way) -> str:
    steps: list[str | int] = []
    rest: _Way | None = way
    while rest is not None:
        rest, step = rest
        steps.append(step)
    shown = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in reversed(steps[-4:])]
    return "".join(shown).lstrip(".")
