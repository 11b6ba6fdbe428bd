"""What can be explained: anything that has a derivation, in one of three formats."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Literal, overload

from maroc_offshoring.derivation.derivation import Derivation
from maroc_offshoring.derivation.sentence import language_of
from maroc_offshoring.errors import UnknownWord

FORMATS = ("text", "html", "data")
"""The formats of an explanation: lines to read, HTML, and plain data that :meth:`Derivation.from_dict` reads back."""


@overload
def explained(derivation: Derivation, format: Literal["text", "html"] = ..., language: str = ...) -> str: ...
@overload
def explained(derivation: Derivation, format: Literal["data"], language: str = ...) -> dict[str, Any]: ...
@overload
def explained(derivation: Derivation, format: str, language: str = ...) -> str | dict[str, Any]: ...
def explained(derivation: Derivation, format: str = "text", language: str = "en") -> str | dict[str, Any]:
    """Write a derivation in one of its formats.

    Args:
        derivation: The derivation.
        format: `"text"`, `"html"` or `"data"`.
        language: `fr`, `en` or `ar`; data has all three.

    Returns:
        The text, the HTML, or the plain data.

    Raises:
        UnknownWord: Where there is no such format or language.
    """
    if format not in FORMATS:
        raise UnknownWord("format of explanations", format, FORMATS)
    language_of(language)
    if format == "data":
        return derivation.to_dict()
    return derivation.text(language) if format == "text" else derivation.html(language)


class Explainable(ABC):
    """What has a derivation, and so can be explained."""

    __slots__ = ()

    @property
    @abstractmethod
    def derivation(self) -> Derivation:
        """How it came about, as a tree."""

    @overload
    def explain(self, format: Literal["text", "html"] = ..., language: str = ...) -> str: ...
    @overload
    def explain(self, format: Literal["data"], language: str = ...) -> dict[str, Any]: ...
    def explain(self, format: str = "text", language: str = "en") -> str | dict[str, Any]:
        """Write how it came about.

        Args:
            format: `"text"` for lines to read, `"html"` for lists that open and close, `"data"` for plain data that
                :meth:`maroc_offshoring.derivation.Derivation.from_dict` reads back.
            language: `fr`, `en` or `ar`; data has all three.

        Returns:
            The text, the HTML, or the data.

        Raises:
            UnknownWord: Where there is no such format or language.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> print(memoranda.total("jobs").explain().splitlines()[0])
            jobs, additional: 5 050 jobs
            >>> print(memoranda.total("jobs").explain(language="fr").splitlines()[0])
            emplois, supplémentaire : 5 050 emplois
        """
        return explained(self.derivation, format, language)
