"""The document of a report: its sections in their order, in one page with its own style and script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain

from maroc_offshoring._version import __version__
from maroc_offshoring.dataset import Dataset
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.markup import inline
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import commitments, findings, pictures, verdicts, words
from maroc_offshoring.display.report.bibliography import Bibliography
from maroc_offshoring.display.report.headlines import Headline, headlines
from maroc_offshoring.display.report.ledger import Ledger
from maroc_offshoring.display.report.page import Section, page
from maroc_offshoring.display.report.scope import Scope
from maroc_offshoring.display.view import Cell, cell
from maroc_offshoring.display.writing import about
from maroc_offshoring.figures.conventions import DEFAULT
from maroc_offshoring.model import Place, Source


def document(
    dataset: Dataset,
    *,
    language: str = "fr",
    place: Place | str | None = None,
    currency: str = "MAD",
    charts: bool = True,
    outlines: bool = True,
) -> str:
    """Write a report as the text of one HTML page, as an application would serve it.

    Args:
        dataset: The dataset.
        language: As for :func:`report`.
        place: As for :func:`report`.
        currency: As for :func:`report`.
        charts: As for :func:`report`.
        outlines: As for :func:`report`.

    Returns:
        The page. Equal datasets give equal pages.

    Raises:
        InvalidField: Where there is no such currency.
        MissingExtra: Where charts are asked for and the packages that draw them are not installed.
        UnknownName: Where the place is not known.
        UnknownWord: Where the language is another.
        WrongType: Where it is no dataset or no place.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.display.report import document
        >>> page = document(mo.load(), language="ar", place="الشرق", charts=False)
        >>> print(page.splitlines()[1])
        <html lang="ar" dir="rtl">
    """
    scope = Scope.of(dataset, language, place, currency)
    drawn = tuple(_pictures(scope, charts=charts, outlines=outlines))
    found = headlines(scope)
    bibliography = Bibliography.of(_cited(scope, found))
    return page(
        title=_title(scope),
        head="\n".join(_head(scope)),
        sections=[
            _figures(scope, found, bibliography),
            *drawn,
            *_ledgers(scope, bibliography),
            *_end(scope, bibliography),
        ],
        reader=scope.reader,
    )


def _title(scope: Scope) -> str:
    if scope.place is None:
        return scope.reader.say(words.TITLE)
    return scope.reader.say(words.TITLE_OF, place=scope.place.name.label(scope.reader.language))


def _head(scope: Scope) -> Iterator[str]:
    reader = scope.reader
    yield f'<p class="subtitle">{escape(reader.say(words.SUBTITLE))}</p>'
    if scope.place is not None:
        said = reader.say(words.NARROWED, place=scope.place.name.label(reader.language))
        yield f'<p class="narrowed">{inline(cell(said), reader.language)}</p>'
    covered = scope.dataset.coverage()
    facts = (
        (words.VERSION, covered.version),
        (words.PUBLISHED, covered.published),
        (words.KNOWN, covered.known_on),
        (words.LATEST, covered.latest_source),
    )
    for line in about(*(reader.say(said, it=it) for said, it in facts if it)):
        yield f'<p class="edition">{inline(line, reader.language)}</p>'


def _figures(scope: Scope, found: tuple[Headline, ...], bibliography: Bibliography) -> Section:
    cards = "\n".join(line for each in found for line in each.html(scope, bibliography))
    return Section("figures", words.FIGURES, f'<div class="cards">\n{cards}\n</div>')


def _pictures(scope: Scope, *, charts: bool, outlines: bool) -> Iterator[Section]:
    yield Section("map", words.MAP, pictures.the_map(scope, outlines=outlines))
    if charts:
        yield Section("charts", words.CHARTS, pictures.the_charts(scope))


def _ledgers(scope: Scope, bibliography: Bibliography) -> Iterator[Section]:
    reader = scope.reader
    promised = commitments.ledger(scope, bibliography)
    yield _of_ledger("commitments", words.COMMITMENTS, promised, reader)
    if scope.delivery is None:
        yield Section("delivery", words.DELIVERY, f"<p>{escape(reader.say(words.NO_DATE_TO_JUDGE))}</p>")
    else:
        tally = scope.delivery.tally.label(reader.language)
        said = reader.say(words.TALLY, date=scope.delivery.as_of, tally=tally)
        judged = verdicts.ledger(scope.delivery, reader, bibliography)
        yield _of_ledger("delivery", words.DELIVERY, judged, reader, inline(cell(said), reader.language))
    found = findings.ledger(scope.findings, reader, bibliography)
    yield _of_ledger("findings", words.FINDINGS, found, reader)


def _of_ledger(id: str, title: Sentence, ledger: Ledger, reader: Reader, before: str = "") -> Section:
    lines = [f"<p>{before}</p>"] if before else []
    return Section(id, title, "\n".join([*lines, *ledger.html(reader)]), tuple(ledger.labels(reader)))


def _end(scope: Scope, bibliography: Bibliography) -> Iterator[Section]:
    yield Section("sources", words.SOURCES, "\n".join(bibliography.html(scope.reader)))
    yield Section("reading", words.READING, "\n".join(_reading(scope)))


def _reading(scope: Scope) -> Iterator[str]:
    reader = scope.reader
    said: list[Cell] = [
        cell(reader.say(each)) for each in (words.SIGNS, words.NEVER_TWICE, words.NEVER_MIXED, words.SILENCE)
    ]
    said.append(cell(DEFAULT.describe(reader.language)))
    said.append(cell(reader.say(words.LICENCE, version=__version__)))
    yield '<ul class="maroc-show">'
    yield from (f"<li>{inline(each, reader.language)}</li>" for each in said)
    yield "</ul>"


def _cited(scope: Scope, found: tuple[Headline, ...]) -> Iterator[Source]:
    """All sources that some part of the page refers to."""
    yield from chain.from_iterable(one.sources for one in (*found, *scope.commitments, *scope.findings))
    trees = [one.derivation for one in (*found, *(scope.delivery or ())) if one.derivation is not None]
    named = {reference.id for tree in trees for reference in tree.all_sources}
    named |= {source.id for one in scope.delivery or () for source in one.sources}
    yield from (source for source in scope.dataset.sources if source.id in named)
