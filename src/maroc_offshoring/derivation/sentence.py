"""Sentences in French, English and Arabic, filled from one set of words, so that no language is left behind."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term

LANGUAGES = ("fr", "en", "ar")
"""The languages that everything is explained in: French, English and Arabic."""


def language_of(language: object) -> str:
    """Take a language that explanations are written in.

    Args:
        language: `fr`, `en` or `ar`.

    Returns:
        The same.

    Raises:
        UnknownWord: Where it is another.
    """
    if language not in LANGUAGES:
        raise UnknownWord("language of explanations", language, LANGUAGES)
    return str(language)


def _is_text(_sentence: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise WrongType(attribute.name, value, "a text")
    if not value.strip():
        raise InvalidField(attribute.name, value, "a sentence that is not empty: one in each language")


@frozen
class Sentence:
    """One sentence in three languages.

    Args:
        fr: The French one.
        en: The English one.
        ar: The Arabic one.

    Raises:
        InvalidField: Where one is empty.
        WrongType: Where one is no text.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.derivation import Sentence
        >>> said = Sentence.of("{n}, promis", "{n}, promised", "{n}، موعودة", n=mo.parse_figure("plus de 300 emplois"))
        >>> print(said.fr, "|", said.en, "|", said.ar)
        au moins 300 emplois, promis | at least 300 jobs, promised | 300 منصب شغل على الأقل، موعودة
    """

    fr: str = field(validator=_is_text)
    en: str = field(validator=_is_text)
    ar: str = field(validator=_is_text)

    @classmethod
    def of(cls, fr: str, en: str, ar: str, **words: object) -> Sentence:
        """Fill one template per language from one set of words.

        Args:
            fr: The French template, with `{word}` where a word goes.
            en: The English one.
            ar: The Arabic one.
            words: What goes there. A figure, a word of a closed list, a name, a thing with a name, or a sentence is
                written in the language of the template; anything else as its text.

        Returns:
            The sentence.
        """
        filled = {
            language: template.format(**{word: in_language(thing, language) for word, thing in words.items()})
            for language, template in (("fr", fr), ("en", en), ("ar", ar))
        }
        return cls(**filled)

    @classmethod
    def same(cls, text: object) -> Sentence:
        """Say the same in every language: a title, a name that no one translates.

        Args:
            text: Anything with a text.

        Returns:
            The sentence.
        """
        return cls(str(text), str(text), str(text))

    def label(self, language: str = "en") -> str:
        """Return the sentence in one language.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The text.

        Raises:
            UnknownWord: Where it is another language.
        """
        return str(getattr(self, language_of(language)))

    def __str__(self) -> str:
        return self.en


def in_language(thing: object, language: str) -> str:
    """Write a thing in one language.

    Args:
        thing: A figure, a word of a closed list, a name, a thing that has a name, a sentence, several of these in a
            tuple, or anything else.
        language: `fr`, `en` or `ar`.

    Returns:
        Its text in that language; the plain text of what has none.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.derivation import in_language
        >>> in_language(mo.load().region("Oriental"), "en"), in_language((mo.Measure.JOBS, "Oujda"), "fr")
        ('Oriental', 'emplois, Oujda')
    """
    if isinstance(thing, Figure):
        return figure_in(thing, language)
    if isinstance(thing, (Term, Name, Sentence)):
        return thing.label(language)
    if isinstance(thing, tuple):
        return ("، " if language == "ar" else ", ").join(in_language(each, language) for each in thing)
    name = getattr(thing, "name", None)
    return name.label(language) if isinstance(name, Name) else str(thing)


def when(period: Period | PartialDate | None) -> Sentence:
    """Write a date or a period in each language.

    Args:
        period: The period; None where none is stated.

    Returns:
        `2019-04`, `2014 to 2018`, `up to 2018`, `undated`.
    """
    if period is None:
        return Sentence("sans date", "undated", "بدون تاريخ")
    if isinstance(period, PartialDate) or period.start == period.end:
        return Sentence.same(period)
    if period.start is None:
        return Sentence(f"jusqu'à {period.end}", f"up to {period.end}", f"إلى غاية {period.end}")
    if period.end is None:
        return Sentence(f"depuis {period.start}", f"from {period.start} on", f"منذ {period.start}")
    start, end = period.start, period.end
    return Sentence(f"de {start} à {end}", f"{start} to {end}", f"من {start} إلى {end}")
