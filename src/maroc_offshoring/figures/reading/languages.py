"""The language of a text: which it is said to be in, or which its small words are of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from maroc_offshoring.errors import UnknownWord, WrongType
from maroc_offshoring.figures.reading.phrases import listed
from maroc_offshoring.figures.reading.tokens import WORD, Token, tokenize

LANGUAGES = ("fr", "en", "ar")
_SMALL_WORDS = {
    "fr": """
        le, la, les, des, du, et, une, dans, pour, sur, avec, au, aux, par, qui, que, est, en, ses, sa, son, d', l',
        ce, cette, sont
    """,
    "en": """
        the, of, and, in, to, for, with, by, is, will, has, its, at, from, was, are, that, this, as, their, an
    """,
}
_TELLING = {
    "fr": "emplois, postes, salariés, collaborateurs, milliard, milliards, mdh, mmdh, entreprises",
    "en": "jobs, employees, billion, companies",
}
_FEWEST = 2  # a telling word is as good as two small ones


@cache
def _weights() -> dict[str, tuple[str, int]]:
    """Return what each word says of the language, and how much."""
    return {
        tokenize(word)[0].word: (language, weight)
        for weight, table in ((1, _SMALL_WORDS), (2, _TELLING))
        for language, words in table.items()
        for word in listed(words)
    }


def checked(language: str | None) -> str | None:
    """Hand a language through, if it is one that is read.

    Args:
        language: `fr`, `en`, `ar` or None.

    Returns:
        The same.

    Raises:
        UnknownWord: Where it is another.
        WrongType: Where it is no text.
    """
    if language is None or (isinstance(language, str) and language in LANGUAGES):
        return language
    if not isinstance(language, str):
        raise WrongType("language", language, "'fr', 'en', 'ar' or None")
    raise UnknownWord("language", language, LANGUAGES)


def language_of(tokens: Iterable[Token]) -> str | None:
    """Tell the language of a text by its small words, and by some that only one language has.

    Args:
        tokens: The tokens of the text.

    Returns:
        The language that has most of them, clearly; None where none has.
    """
    counts: dict[str, int] = dict.fromkeys(LANGUAGES, 0)
    weights = _weights()
    for token in tokens:
        if token.kind == WORD:
            if token.word in weights:
                language, weight = weights[token.word]
                counts[language] += weight
            elif "\u0600" <= token.word[:1] <= "\u06ff":
                counts["ar"] += 1
    best, second = sorted(LANGUAGES, key=lambda language: -counts[language])[:2]
    return best if counts[best] >= _FEWEST and counts[best] > 2 * counts[second] else None
