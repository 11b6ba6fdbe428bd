"""Showing a thing: finding the view that its class has, and writing it as HTML or text."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from attrs import field, frozen

from maroc_offshoring.display.reader import ROWS, Reader
from maroc_offshoring.display.view import View
from maroc_offshoring.errors import WrongType
from maroc_offshoring.shown import Shown

# By room and name, because naming the classes themselves would import every room in order to show a figure.
_VIEWS = {
    "figures": ("figures.Figure",),
    "totals": ("totals.Total", "totals.Breakdown"),
    "simulations": ("totals.Simulation",),
    "listings": ("dataset.Collection", "dataset.Match"),
    "records": ("model.Record", "model.Source"),
    "datasets": ("dataset.Dataset", "dataset.Coverage"),
    "time_lines": ("series.Series", "series.Best"),
    "findings": ("checks.Findings", "checks.Finding"),
    "verdicts": ("delivery.Delivery", "delivery.Judgement", "delivery.Outlook"),
    "drafts": ("text.Draft",),
}
_MODULE_OF = {name: module for module, names in _VIEWS.items() for name in names}

SHOWN = tuple(_MODULE_OF)
"""The classes that are shown, each by its room and its name."""


def view(thing: object, language: str = "en", rows: int | None = ROWS) -> View:
    """Make the view of a thing: what is shown of it, before it is HTML or text.

    Args:
        thing: A dataset, a collection, a record, a source, a figure, a total, a breakdown, a series or any other result
            of the library; or a list of records, of sources or of matches.
        language: `fr`, `en` or `ar`.
        rows: How many rows of each table to show; None for all.

    Returns:
        The view.

    Raises:
        InvalidField: Where the number of rows is less than one.
        UnknownWord: Where the language is another.
        WrongType: Where the thing is none of these.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display import view
        >>> shown = view(mo.load().observations["obs-jobs-fes-2019"].figure, "fr")
        >>> print(shown.title[0].text)
        près de 4 500 emplois
    """
    reader = Reader(language, rows)
    module = _module_of(thing)
    if module is not None:
        made: View = import_module(f"maroc_offshoring.display.{module}").view(thing, reader)
        return made
    if isinstance(thing, Sequence) and thing and {_module_of(each) for each in thing} <= {"listings", "records"}:
        from maroc_offshoring.display import listings

        return listings.view_of_list(thing, reader)
    raise WrongType("thing", thing, "an object of this library that can be shown, or a list of records")


def _module_of(thing: object) -> str | None:
    for cls in type(thing).__mro__:
        package, _, path = cls.__module__.partition(".")
        name = f"{path.partition('.')[0]}.{cls.__name__}"
        if package == "maroc_offshoring" and name in _MODULE_OF:
            return _MODULE_OF[name]
    return None


def html(thing: object, language: str = "en", *, rows: int | None = ROWS, styled: bool = True) -> str:
    """Write a thing as HTML, as notebooks show it: no script, nothing to fetch, every text escaped.

    Args:
        thing: What :func:`maroc_offshoring.display.view` takes.
        language: `fr`, `en` or `ar`; Arabic is written from right to left.
        rows: How many rows of each table to show; None for all.
        styled: Whether its style goes with it; see :data:`maroc_offshoring.display.style.STYLE`.

    Returns:
        The HTML.

    Raises:
        InvalidField: Where the number of rows is less than one.
        UnknownWord: Where the language is another.
        WrongType: Where it cannot be shown.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display import html
        >>> print(html(mo.load().region("Oriental"), "ar", styled=False).splitlines()[0])
        <div class="maroc-show" lang="ar" dir="rtl">
    """
    return view(thing, language, rows).html(styled=styled)


def text(thing: object, language: str = "en", *, rows: int | None = ROWS, width: int = 80) -> str:
    """Write a thing as text for a terminal.

    Args:
        thing: What :func:`maroc_offshoring.display.view` takes.
        language: `fr`, `en` or `ar`.
        rows: How many rows of each table to show; None for all.
        width: How wide a line may be.

    Returns:
        The lines. What a notebook folds away, such as the sources, is only counted.

    Raises:
        InvalidField: Where the number of rows is less than one.
        UnknownWord: Where the language is another.
        WrongType: Where it cannot be shown.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display import text
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> print(text(memoranda.breakdown("jobs", by="operator"), width=60))
        5 050 jobs
        jobs · additional
        <BLANKLINE>
        jobs, by operator
        operator                jobs
        Phoneo            2 000 jobs  ██████████████████████████████
        Cnexia            1 750 jobs  ██████████████████████████▎
        NTT Data Morocco  1 000 jobs  ███████████████
        Eids Maroc          300 jobs  ████▌
        in all            5 050 jobs
        left out (2)
        sources (2)
    """
    return view(thing, language, rows).text(width)


def show(thing: object, language: str = "en", *, rows: int | None = ROWS) -> Showing:
    """Show a thing in a language: a notebook draws what this returns, and `print` writes it as text.

    Args:
        thing: What :func:`maroc_offshoring.display.view` takes.
        language: `fr`, `en` or `ar`.
        rows: How many rows of each table to show; None for all.

    Returns:
        The thing with the language. Nothing is set for good: what is shown by itself is in English.

    Raises:
        InvalidField: Where the number of rows is less than one.
        UnknownWord: Where the language is another.
        WrongType: Where it cannot be shown.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display import show
        >>> show(mo.load().region("Oriental"), "fr")
        <Region MA-02: Oriental, shown in fr>
    """
    return Showing(thing, language, rows)


@frozen(repr=False)
class Showing(Shown):
    """A thing with the language that it is shown in.

    Args:
        thing: The thing.
        language: `fr`, `en` or `ar`.
        rows: How many rows of each table to show; None for all.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display import Showing
        >>> print(str(Showing(mo.load().region("Oriental"), "ar")).splitlines()[0])
        الشرق MA-02
    """

    thing: Any
    language: str = "en"
    rows: int | None = ROWS
    _view: View = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        # Made at once, so that a thing that cannot be shown is told where it was asked for.
        object.__setattr__(self, "_view", view(self.thing, self.language, self.rows))

    def _repr_html_(self) -> str:
        return self._view.html()

    def __str__(self) -> str:
        from shutil import get_terminal_size

        return self._view.text(get_terminal_size().columns)

    def __repr__(self) -> str:
        return f"{repr(self.thing).removesuffix('>')}, shown in {self.language}>"
