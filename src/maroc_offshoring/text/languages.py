"""Which language a text is written in, by its small words."""

from __future__ import annotations

import re

from maroc_offshoring.errors import UnknownWord
from maroc_offshoring.text.words import listed

LANGUAGES = ("fr", "en")
_SMALL = {
    "fr": listed("le la les des du de et en un une dans pour est sur par au aux ce cette qui"),
    "en": listed("the of and to in a is for on by with at from this that it its will has"),
}
_READ = 20_000


def language_of(text: str, asked: str | None = None) -> str:
    """Say which language a text is in.

    Args:
        text: The text.
        asked: The language, where the caller says it.

    Returns:
        `fr` or `en`; French where nothing decides.

    Raises:
        UnknownWord: Where another language is asked for.
    """
    if asked is not None:
        if asked not in LANGUAGES:
            raise UnknownWord("language of articles", asked, LANGUAGES)
        return asked
    words = re.findall(r"[^\W\d_]+", text[:_READ].casefold())
    counts = {language: sum(word in small for word in words) for language, small in _SMALL.items()}
    return "en" if counts["en"] > counts["fr"] else "fr"
