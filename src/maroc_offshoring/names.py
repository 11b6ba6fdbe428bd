"""Names in French, English and Arabic, and finding a thing by any of its names.

A look-up goes from the exact to the tolerant and stops at the first step that answers: the id, the name, an alias, then
the same letters whatever their case, accents, hyphens, apostrophes, spaces or Arabic vowel marks. It never guesses: a
near miss is an error that suggests, and a name that two things share is an error that lists them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from attrs import field, frozen

from maroc_offshoring.errors import AmbiguousName, InvalidField, UnknownName, WrongType, nearest

LANGUAGES = ("fr", "en", "ar", "zgh")
"""The languages of names: French, English, Arabic and Amazigh (Tifinagh)."""

# Letters that Unicode does not decompose, and that writers use for one another.
_SAME_LETTER = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ٱ": "ا", "ى": "ي", "ـ": ""}
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce a name to its letters and digits, so that two spellings of one name become equal.

    Case, accents, hyphens, apostrophes, spaces, Arabic vowel marks and the forms of alif are folded away.

    Args:
        text: A name in any of the three languages.

    Returns:
        The folded text; empty where the name has no letter or digit.

    Example:
        >>> from maroc_offshoring.names import fold
        >>> fold("Fès-Shore"), fold("أكادير") == fold("اكادير")
        ('fesshore', True)
    """
    # Taken apart before and after the case is folded: some letters are plain only after the one or the other.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = apart.translate(_SAME_LETTER)
    return "".join(letter for letter in letters if letter.isalnum())


def words(text: str) -> tuple[str, ...]:
    """Split a name into its folded words.

    Args:
        text: A name.

    Returns:
        The folded words, in order, without empty ones.

    Example:
        >>> from maroc_offshoring.names import words
        >>> words("Technopark d'Oujda")
        ('technopark', 'd', 'oujda')
    """
    spaced = "".join(letter if letter.isalnum() or unicodedata.combining(letter) else " " for letter in text)
    return tuple(folded for folded in map(fold, spaced.split()) if folded)


def _texts(value: str | Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise WrongType("aliases", value, "a list of names")
    return tuple(value)


def _is_a_name(_name: Any, attribute: Any, value: Any) -> None:
    if value is None and attribute.name != "fr":
        return
    if not isinstance(value, str):
        raise WrongType(f"name.{attribute.name}", value, "a text")
    if not value.strip():
        raise InvalidField(f"name.{attribute.name}", value, "a name that is not empty")


def _are_names(_name: Any, attribute: Any, value: tuple[Any, ...]) -> None:
    for text in value:
        if not isinstance(text, str):
            raise WrongType(f"name.{attribute.name}", text, "a text")
        if not text.strip():
            raise InvalidField(f"name.{attribute.name}", text, "a name that is not empty")


def _are_languages(_name: Any, _attribute: Any, value: tuple[Any, ...]) -> None:
    for language in value:
        if language not in LANGUAGES:
            raise InvalidField("name.unconfirmed", language, "one of " + ", ".join(LANGUAGES))


@frozen
class Name:
    """What a thing is called in each language, and the other spellings that people use.

    Args:
        fr: The French name, which every named thing has.
        en: The English name, where it differs.
        ar: The Arabic name, where one is known.
        zgh: The Amazigh name in Tifinagh, where one is known.
        aliases: Other spellings, abbreviations and former names.
        unconfirmed: The languages whose form comes from general usage, not from a cited source.

    Raises:
        InvalidField: Where the French name is empty.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().region("Oriental").name.ar
        'الشرق'
    """

    fr: str = field(validator=_is_a_name)
    en: str | None = field(default=None, validator=_is_a_name)
    ar: str | None = field(default=None, validator=_is_a_name)
    zgh: str | None = field(default=None, validator=_is_a_name)
    aliases: tuple[str, ...] = field(default=(), converter=_texts, validator=_are_names)
    unconfirmed: tuple[str, ...] = field(default=(), converter=_texts, validator=_are_languages)

    @classmethod
    def of(cls, value: Name | str) -> Name:
        """Make a name of a plain text, or hand a name through.

        Args:
            value: A name, or the text of one that is the same in every language.

        Returns:
            The name.

        Raises:
            WrongType: Where it is neither.

        Example:
            >>> from maroc_offshoring.names import Name
            >>> Name.of("Phoneo").label("en")
            'Phoneo'
        """
        if isinstance(value, Name):
            return value
        if isinstance(value, str):
            return cls(value)
        raise WrongType("name", value, "a Name or a text")

    def label(self, language: str = "fr") -> str:
        """Return the name in one language, or the French one where that language has none.

        Args:
            language: `fr`, `en`, `ar` or `zgh`.

        Returns:
            The name.

        Raises:
            InvalidField: Where the language is none of these.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().city("Fès").name.label("en")
            'Fez'
        """
        if language not in LANGUAGES:
            raise InvalidField("language", language, "one of " + ", ".join(LANGUAGES))
        return getattr(self, language) or self.fr

    @property
    def main(self) -> tuple[str, ...]:
        """The names proper, one per language that has one, without repeats."""
        return tuple(dict.fromkeys(text for text in (self.fr, self.en, self.ar, self.zgh) if text))

    def __str__(self) -> str:
        return self.fr


class Named(Protocol):
    """Anything that can be looked up: it has an id and says how it is spelled.

    Example:
        >>> import maroc_offshoring as mo
        >>> oujda = mo.load().city("Oujda")
        >>> oujda.id, oujda.spellings()[0]
        ('oujda', ('Oujda', 'وجدة'))
    """

    @property
    def id(self) -> str:
        """The id."""
        ...

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names proper, and then the aliases, abbreviations and names of other times.

        Returns:
            The names proper, which are shown; and the other names, which only find it.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().operators["Webhelp"].spellings()
            (('Webhelp',), ('Webcad', 'Webhelp Maroc', 'Webhelp Afrique SAS'))
        """
        ...


N = TypeVar("N", bound=Named)


class NameIndex(Generic[N]):
    """The things of one kind, found by id or by any name.

    Args:
        kind: What they are, for messages: `site`, `operator`…
        things: The things, each with an id of its own.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().sites["Casa-shore"].id
        'casanearshore'
    """

    __slots__ = ("_alias", "_exact", "_folded", "_ids", "kind")

    def __init__(self, kind: str, things: Iterable[N]) -> None:
        self.kind = kind
        self._ids: dict[str, N] = {}
        self._exact: dict[str, dict[str, N]] = {}
        self._alias: dict[str, dict[str, N]] = {}
        self._folded: dict[str, dict[str, N]] = {}
        for thing in things:
            self._ids[thing.id] = thing
            main, others = thing.spellings()
            for text in main:
                self._exact.setdefault(text, {})[thing.id] = thing
            for text in others:
                self._alias.setdefault(text, {})[thing.id] = thing
            for text in (thing.id, *main, *others):
                if folded := fold(text):
                    self._folded.setdefault(folded, {})[thing.id] = thing

    def __iter__(self) -> Iterator[N]:
        return iter(self._ids.values())

    def matches(self, text: str) -> tuple[N, ...]:
        """Return what the text names, at the first step of the look-up that answers.

        Args:
            text: An id or a name.

        Returns:
            One thing, several that share the name, or none.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.names import NameIndex
            >>> institutions = NameIndex("institution", mo.load().institutions)
            >>> len(institutions.matches("CRI")) > 1, institutions.matches("Agence du numérique")
            (True, ())
        """
        if text in self._ids:
            return (self._ids[text],)
        for table, key in ((self._exact, text), (self._alias, text), (self._folded, fold(text))):
            found = table.get(key)
            if found:
                return tuple(found.values())
        return ()

    def find(self, text: str) -> N:
        """Return the one thing that the text names.

        Args:
            text: An id or a name.

        Returns:
            The thing.

        Raises:
            UnknownName: Where nothing is named so; the nearest names are suggested.
            AmbiguousName: Where several things are.
            WrongType: Where it is no text.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.names import NameIndex
            >>> NameIndex("site", mo.load().sites).find("Casa-shore").id
            'casanearshore'
        """
        if not isinstance(text, str):
            raise WrongType(self.kind, text, "an id or a name, as text")
        found = self.matches(text)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(self.kind, text, [described(thing) for thing in found])
        raise UnknownName(self.kind, text, [f"{name!r} ({thing.id})" for name, thing in self.near(text)])

    def near(self, text: str, count: int = 3) -> tuple[tuple[str, N], ...]:
        """Return the things whose name is spelled most like the text, each with that name.

        Names that hold the text as a whole word come first, then those with few letters changed.

        Args:
            text: What was looked for.
            count: How many to return at the most.

        Returns:
            Pairs of name and thing, best first.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.names import NameIndex
            >>> [(name, site.id) for name, site in NameIndex("site", mo.load().sites).near("Casashoar")]
            [('Casashore', 'casanearshore')]
        """
        wanted = fold(text)
        found: dict[str, tuple[str, N]] = {}
        spelled = [(name, thing) for thing in self for names in thing.spellings() for name in names]
        if wanted:
            for name, thing in spelled:
                if wanted in words(name):
                    found.setdefault(thing.id, (name, thing))
            by_fold: dict[str, list[tuple[str, N]]] = {}
            for name, thing in spelled:
                by_fold.setdefault(fold(name), []).append((name, thing))
            for folded in nearest(wanted, by_fold, count=count):
                # Of several spellings with the same letters, suggest the one written most like what was asked.
                alike = [name for name, _ in by_fold[folded]]
                for best in (*nearest(text, alike, count=len(alike)), *alike):
                    for name, thing in by_fold[folded]:
                        if name == best:
                            found.setdefault(thing.id, (name, thing))
        return tuple(found.values())[:count]


def described(thing: Named) -> str:
    """Name a thing with its id, as messages do.

    Args:
        thing: Anything with an id and names.

    Returns:
        Its first name and its id.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.names import described
        >>> described(mo.load().site("Oujda Shore"))
        'Oujda Shore (oujda-shore)'
    """
    main, _ = thing.spellings()
    return f"{main[0]} ({thing.id})" if main else thing.id
