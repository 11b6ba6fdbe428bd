"""Texts of strangers stilled: what steers a terminal, turns a page around or fits in no file is replaced."""

from __future__ import annotations

import re

# Line ends and tabs, not the no-break spaces of figures.
_BLANKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
# Control characters, which move a terminal's cursor; halves of characters, which no file can hold; what turns the
# direction of the text that follows. Isolation undoes the last on a page, and nothing does in a terminal.
_DISTURBING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def stilled(text: str) -> str:
    r"""Make a text harmless to show.

    Args:
        text: The text.

    Returns:
        The text on one line, with U+FFFD for what would disturb.

    Example:
        >>> from maroc_offshoring.derivation.stilling import stilled
        >>> stilled("two\nlines"), ascii(stilled("\u202egnp.exe"))
        ('two lines', "'\\ufffdgnp.exe'")
    """
    return _DISTURBING.sub("\N{REPLACEMENT CHARACTER}", _BLANKS.sub(" ", text))
