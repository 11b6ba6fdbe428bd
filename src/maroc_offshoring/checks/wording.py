"""Wording a finding in three languages at once: periods, subjects and lists as sentences need them."""

from __future__ import annotations

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import LANGUAGES, Sentence, in_language, when
from maroc_offshoring.series import Subject


def say(fr: str, en: str, ar: str, **words: object) -> Sentence:
    """Fill one template per language from one set of words.

    Args:
        fr: The French template, with `{word}` where a word goes.
        en: The English one.
        ar: The Arabic one.
        words: What goes there: figures, places, periods, subjects, words of a closed list, texts, or tuples of these.

    Returns:
        The sentence.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.checks.wording import say
        >>> told = say("emplois, {when}", "jobs, {when}", "مناصب الشغل، {when}", when=mo.Period.of("2014..2018"))
        >>> told.fr, told.en
        ('emplois, de 2014 à 2018', 'jobs, 2014 to 2018')
    """
    spaced = fr.replace(" :", "\u00a0:").replace(" ;", "\u00a0;").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return Sentence.of(spaced, en, ar, **{word: _in_words(thing) for word, thing in words.items()})


def in_turn(*sentences: Sentence) -> Sentence:
    """Put sentences one after the other.

    Args:
        sentences: The sentences, in order.

    Returns:
        One text in each language.
    """
    return Sentence(*(" ".join(each.label(language) for each in sentences) for language in LANGUAGES))


def _in_words(thing: object) -> object:
    if thing is None or isinstance(thing, (Period, PartialDate)):
        return when(thing)
    if isinstance(thing, Subject):
        return Sentence(*(thing.label(language) for language in LANGUAGES))
    if isinstance(thing, tuple) and len(thing) > 1:
        # Figures and places hold commas of their own, so that a semicolon keeps them apart.
        parts = tuple(map(_in_words, thing))
        joined = {"fr": "\u00a0; ", "en": "; ", "ar": "؛ "}
        return Sentence(
            *(joined[language].join(in_language(each, language) for each in parts) for language in LANGUAGES)
        )
    return _in_words(thing[0]) if isinstance(thing, tuple) and thing else thing
