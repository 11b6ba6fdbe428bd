"""Who reads: in which language, and how many rows of a long table at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from attrs import field, frozen

from maroc_offshoring.derivation import LANGUAGES, Sentence
from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType

ROWS = 20
"""How many rows of a table are shown, unless more are asked for."""

T = TypeVar("T")

_MORE = Sentence("… et {n} de plus", "… and {n} more", "… و{n} أخرى")


def _a_language(_reader: Any, _attribute: Any, value: object) -> None:
    if value not in LANGUAGES:
        raise UnknownWord("language", value, LANGUAGES)


def _a_number_of_rows(_reader: Any, _attribute: Any, value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("rows", value, "a whole number of rows, or None for all")
    if value < 1:
        raise InvalidField("rows", value, "at least 1, or None for all")


@frozen
class Reader:
    """Who reads.

    Args:
        language: `fr`, `en` or `ar`.
        rows: How many rows of a table to show; None for all.

    Raises:
        InvalidField: Where the number of rows is less than one.
        UnknownWord: Where the language is another.
        WrongType: Where the number of rows is none.
    """

    language: str = field(default="en", validator=_a_language)
    rows: int | None = field(default=ROWS, validator=_a_number_of_rows)

    def say(self, sentence: Sentence, **words: object) -> str:
        """Say something in the language of the reader.

        Args:
            sentence: What to say, with `{word}` where a word goes.
            words: What goes there.

        Returns:
            The text.
        """
        said = sentence.label(self.language)
        return said.format(**words) if words else said

    def few(self, things: Sequence[T]) -> Sequence[T]:
        """Take as many of some things as are shown.

        Args:
            things: The things.

        Returns:
            The first of them.
        """
        return things if self.rows is None else things[: self.rows]

    def rest(self, things: Sequence[object]) -> str:
        """Say how many things are not shown.

        Args:
            things: All of them.

        Returns:
            `… and 12 more`; empty where all are shown.
        """
        left = len(things) - len(self.few(things))
        return self.say(_MORE, n=left) if left else ""

    @property
    def comma(self) -> str:
        """What stands between the members of a list."""
        return "، " if self.language == "ar" else ", "
