"""Texts of strangers made safe to show: what could disturb a page or a terminal is replaced, all else is kept."""

from __future__ import annotations

import re

LONGEST = 600
"""How many characters of one text are shown; more is cut, with a sign."""

# Line ends and tabs, not the no-break spaces of figures.
_BLANKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
# Control characters, which move a terminal's cursor; halves of characters, which no file can hold; what turns the
# direction of the text that follows. Isolation undoes the last on a page, and nothing does in a terminal.
_DISTURBING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def clean(text: object) -> str:
    r"""Make a text safe to show.

    Args:
        text: Anything with a text.

    Returns:
        The text on one line, with U+FFFD for what would disturb, cut where it is very long.

    Example:
        >>> from maroc_offshoring.display.cleaning import clean
        >>> clean("two\nlines"), ascii(clean("\u202egnp.exe"))
        ('two lines', "'\\ufffdgnp.exe'")
    """
    shown = _DISTURBING.sub("\N{REPLACEMENT CHARACTER}", _BLANKS.sub(" ", str(text)))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
