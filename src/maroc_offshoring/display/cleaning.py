"""Texts of strangers made safe to show: what could disturb a page or a terminal is replaced, all else is kept."""

from __future__ import annotations

from maroc_offshoring.derivation.stilling import stilled

LONGEST = 600
"""How many characters of one text are shown; more is cut, with a sign."""


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
    shown = stilled(str(text))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
