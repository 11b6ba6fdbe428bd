"""A derivation: how an answer came about, as a tree that is read as text or HTML, and that serialises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import Attribute, Factory, field, frozen

from maroc_offshoring.derivation.kinds import NodeKind
from maroc_offshoring.derivation.sentence import Sentence
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, WrongType
from maroc_offshoring.figures import Figure

DEEPEST = 50
"""How many levels a derivation may have; more is refused, so that no tree exhausts the stack of who walks it."""


def _texts(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, str):
        raise WrongType(attribute.name, value, "a text")
    if not value.strip():
        raise InvalidField(attribute.name, value, "a text that is not empty")


def _text_or_none(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    if value is not None:
        _texts(instance, attribute, value)


@frozen
class RecordReference:
    """Which record a node speaks of.

    Args:
        kind: The kind of the record, in the singular: `commitment`, `observation`…
        id: Its id.
    """

    kind: str = field(validator=_texts)
    id: str = field(validator=_texts)

    @classmethod
    def of(cls, record: Any) -> RecordReference:
        """Refer to a record of the model.

        Args:
            record: A record.

        Returns:
            The reference.
        """
        return cls(type(record).__name__.lower(), record.id)


@frozen
class SourceReference:
    """Which source says what a node says.

    Args:
        id: The id of the source.
        text: The source as a reader is shown it.
        url: Its address, where it has one.
    """

    id: str = field(validator=_texts)
    text: str = field(validator=_texts)
    url: str | None = field(default=None, validator=_text_or_none)

    @classmethod
    def of(cls, source: Any) -> SourceReference:
        """Refer to a source of the model.

        Args:
            source: A source.

        Returns:
            The reference.
        """
        return cls(source.id, f"{source}, {source.title}" if source.title else str(source), source.url)


def _kind(value: NodeKind | str) -> NodeKind:
    try:
        return NodeKind.of(value)
    except MarocOffshoringError as error:
        raise error.within("kind") from None


def _sources(value: Iterable[SourceReference]) -> tuple[SourceReference, ...]:
    return _all("sources", value, SourceReference)


def _children(value: Iterable[Derivation]) -> tuple[Derivation, ...]:
    return _all("children", value, Derivation)


def _all(name: str, value: Iterable[Any], cls: type) -> tuple[Any, ...]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise WrongType(name, value, f"a list of {cls.__name__}")
    found = tuple(value)
    for each in found:
        if not isinstance(each, cls):
            raise WrongType(name, each, f"a {cls.__name__}")
    return found


def _instance(cls: type, *, optional: bool = False) -> Any:
    def check(_instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, cls) and not (optional and value is None):
            raise WrongType(attribute.name, value, f"a {cls.__name__}{' or None' if optional else ''}")

    return check


def _depth(node: Derivation) -> int:
    depth = 1 + max((child.depth for child in node.children), default=0)
    if depth > DEEPEST:
        raise InvalidField("children", f"{depth} levels", f"at most {DEEPEST} levels")
    return depth


@frozen(kw_only=True, repr=False)
class Derivation:
    """One node of a derivation, with all that it was derived from below it.

    Args:
        kind: What the node says.
        statement: It in words, in three languages.
        figure: The figure that it is about, where there is one.
        record: The record that it speaks of, where there is one.
        sources: The sources that say so.
        children: What it was derived from, in order.
        depth: How many levels the tree has, counted when it is made.

    Raises:
        InvalidField: Where the tree is deeper than :data:`DEEPEST`.
        UnknownWord: Where there is no such kind.
        WrongType: Where a part is of another type.

    Example:
        >>> import maroc_offshoring as mo
        >>> tree = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs").derivation
        >>> tree.kind.value, tree.statement.fr, tree.figure.value, len(tree.children)
        ('total', 'emplois, supplémentaire', Decimal('5050'), 5)
        >>> type(tree).from_dict(tree.to_dict()) == tree
        True
    """

    kind: NodeKind = field(converter=_kind)
    statement: Sentence = field(validator=_instance(Sentence))
    figure: Figure | None = field(default=None, validator=_instance(Figure, optional=True))
    record: RecordReference | None = field(default=None, validator=_instance(RecordReference, optional=True))
    sources: tuple[SourceReference, ...] = field(default=(), converter=_sources)
    children: tuple[Derivation, ...] = field(default=(), converter=_children)
    depth: int = field(init=False, eq=False, default=Factory(_depth, takes_self=True))

    def walk(self) -> Iterator[Derivation]:
        """Walk the node and all below it, each before what it was derived from.

        Yields:
            The nodes.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> tree = memoranda.total("jobs").derivation
            >>> [node.kind.value for node in tree.walk()][:3]
            ['total', 'added', 'added']
        """
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def all_sources(self) -> tuple[SourceReference, ...]:
        """The sources of the node and of all below it, each once, in the order in which they are first cited."""
        return tuple({source.id: source for node in self.walk() for source in node.sources}.values())

    def text(self, language: str = "en") -> str:
        """Write the derivation as text.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            A line per node, what each was derived from below it, then the sources by number.

        Raises:
            UnknownWord: Where it is another language.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> tree = memoranda.total("jobs").derivation
            >>> print(tree.text("fr").splitlines()[0])
            emplois, supplémentaire : 5 050 emplois
        """
        from maroc_offshoring.derivation.text import as_text

        return as_text(self, language)

    def html(self, language: str = "en") -> str:
        """Write the derivation as HTML that stands by itself: no script, no style, nothing to fetch.

        Args:
            language: `fr`, `en` or `ar`; Arabic is written from right to left.

        Returns:
            One `<div>` of lists that open and close, with every text escaped.

        Raises:
            UnknownWord: Where it is another language.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> tree = memoranda.total("jobs").derivation
            >>> print(tree.html("ar").splitlines()[0])
            <div class="derivation" lang="ar" dir="rtl">
        """
        from maroc_offshoring.derivation.html import as_html

        return as_html(self, language)

    def to_dict(self) -> dict[str, Any]:
        """Write the derivation as plain data, ready for `json.dumps`.

        Returns:
            Dicts, lists, texts and None; numbers as texts, to the last digit; with the version of the format.

        Example:
            >>> import json
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> tree = memoranda.total("jobs").derivation
            >>> tree.to_dict()["version"], json.loads(json.dumps(tree.to_dict())) == tree.to_dict()
            (1, True)
        """
        from maroc_offshoring.derivation.plain import to_plain

        return to_plain(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Derivation:
        """Read a derivation back from what :meth:`to_dict` writes.

        Args:
            data: The data, as `json.loads` gives it.

        Returns:
            The derivation, equal to the one that was written.

        Raises:
            InvalidField: Where a value does not fit, the version is another or the tree is too deep.
            UnknownKeyword: Where a key is not known.
            WrongType: Where a value is of another type.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> tree = memoranda.total("jobs").derivation
            >>> mo.Derivation.from_dict(tree.to_dict()) == tree
            True
        """
        from maroc_offshoring.derivation.plain import from_plain

        return from_plain(data)

    def __repr__(self) -> str:
        return f"<Derivation {self.kind.value}: {self.statement.en}; {len(self.children)} below>"

    def __str__(self) -> str:
        return self.text()
