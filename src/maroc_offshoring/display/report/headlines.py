"""The key figures: each with its bounds, what it counts, its working and its sources, and none added up here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from attrs import field, frozen

from maroc_offshoring.delivery import Outlook
from maroc_offshoring.derivation import Derivation, Sentence
from maroc_offshoring.derivation.html import tree
from maroc_offshoring.display import words as house
from maroc_offshoring.display.markup import blocks, inline
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.report.bibliography import Bibliography
from maroc_offshoring.display.report.scope import Scope
from maroc_offshoring.display.totals import view as view_of_total
from maroc_offshoring.display.view import Bar, Cell, Column, Piece, Row, Table, cell
from maroc_offshoring.display.writing import about, dated, prices, sums, written
from maroc_offshoring.model import Source
from maroc_offshoring.series import Choice, Series
from maroc_offshoring.series.growth import is_whole_year
from maroc_offshoring.totals import Total
from maroc_offshoring.vocabulary import Nature

_EARLIER = 2  # how many earlier measurements stand below the latest


@frozen(kw_only=True)
class Headline:
    """One key figure.

    Args:
        title: What it is.
        figure: The figure.
        notes: What a reader must know of it: its bounds, what it counts, at which prices.
        table: What it is made of; None where the working says it.
        derivation: How it came about; None where there is none.
        sources: Who says so.
    """

    title: str
    figure: Cell
    notes: tuple[Cell, ...] = ()
    table: Table | None = None
    derivation: Derivation | None = None
    sources: Sequence[Source] = field(default=())

    def html(self, scope: Scope, bibliography: Bibliography) -> Iterator[str]:
        """Write it as a card that opens to its working and its sources.

        Args:
            scope: What the report is of.
            bibliography: Its sources.

        Yields:
            The lines of the HTML.
        """
        reader = scope.reader
        yield f'<article class="card"><h3>{escape(self.title)}</h3>'
        yield f'<p class="figure">{inline(self.figure, reader.language)}</p>'
        yield '<div class="maroc-show">'
        yield from (f'<p class="maroc-faint">{inline(note, reader.language)}</p>' for note in self.notes)
        if self.table is not None:
            yield blocks([self.table], reader.language)
        if self.derivation is not None:
            yield f"<details><summary>{escape(reader.say(words.WORKING))}</summary>"
            yield tree(self.derivation, reader.language, bibliography.cite)
            yield "</details>"
        if self.sources:
            yield f"<details><summary>{escape(reader.say(words.SOURCES))} ({len(self.sources)})</summary>"
            yield bibliography.listed(self.sources, reader)
            yield "</details>"
        yield "</div></article>"


def headlines(scope: Scope) -> tuple[Headline, ...]:
    """Take the key figures of a report.

    Args:
        scope: What the report is of.

    Returns:
        The figures: what is promised, what was measured, what is still due, and what became of what was due.
    """
    return (
        _promised(scope, words.JOBS, scope.commitments.total("jobs")),
        _promised(scope, words.INVESTMENT, scope.commitments.total("investment", currency=scope.currency)),
        _measured(scope, words.EMPLOYED, _of(scope, "jobs", "stock")),
        _measured(scope, words.EXPORTS, _of(scope, "export_revenue", "flow")),
        *_still_due(scope),
        *_kept(scope),
    )


def _promised(scope: Scope, title: Sentence, total: Total) -> Headline:
    reader = scope.reader
    missing = view_of_total(total, reader).about[1:]  # what has no rate; whoever copies the sum must see it
    if not total.counted:
        if not total.left_out:
            return _nothing(scope, title)
        return Headline(
            title=reader.say(title),
            figure=cell(reader.say(words.NOT_COUNTED)),
            notes=missing,
            derivation=total.derivation,
        )
    return Headline(
        title=reader.say(title),
        figure=sums(total.figures, reader),
        notes=(*_notes(total, scope), *missing),
        derivation=total.derivation,
        sources=total.sources,
    )


def _nothing(scope: Scope, title: Sentence) -> Headline:
    reader = scope.reader
    return Headline(
        title=reader.say(title),
        figure=cell(reader.say(words.NOTHING)),
        notes=(cell(reader.say(words.NOT_ZERO)),),
    )


def _notes(total: Total, scope: Scope) -> Iterator[Cell]:
    reader = scope.reader
    if total.figure is not None:
        yield cell(reader.say(words.BOUNDS, it=total.bounds().describe(reader.language)))
    basis = "" if total.basis is None else total.basis.label(reader.language)
    units = [line.figure.unit for line in total.counted]
    yield from about(basis, *prices(units, total.steps, reader))
    yield cell(reader.say(words.COUNTED, n=len(total.counted), out=len(total.left_out)))


def _of(scope: Scope, measure: str, basis: str) -> Series | None:
    """The series of the place; None where none is asked for and the dataset has not one country."""
    if scope.place is None and len(scope.dataset.countries) != 1:
        return None
    return scope.dataset.series(measure, scope.place, basis=basis, scope="offshoring")


def _measured(scope: Scope, title: Sentence, series: Series | None) -> Headline:
    """The latest that was measured, in the strand that is nearest to the whole sector and goes on longest."""
    reader = scope.reader
    strands = [] if series is None else [_latest(strand) for strand in series.by_year().strands]
    told = [choices for choices in strands if choices]
    if not told:
        return _nothing(scope, title)
    choices = max(told, key=lambda found: (-len(found[-1].subject.segments), _day(found[-1])))
    latest = choices[-1]
    rivals = [lost.figure for lost in latest.lost]
    said = (
        cell(f"{latest.subject.label(reader.language)}, ", *dated(latest.chosen.period, reader)),
        *about(
            latest.nature.label(reader.language) if latest.nature is not Nature.OBSERVED else "", _by(latest, scope)
        ),
        *(cell(reader.say(words.RIVALS, it=""), *written(rival, reader)) for rival in rivals),
        *(
            cell(
                reader.say(words.BEFORE, it=""),
                *written(one.figure, reader),
                " (",
                *dated(one.chosen.period, reader),
                ")",
            )
            for one in reversed(choices[-1 - _EARLIER : -1])
        ),
        cell(reader.say(words.CHOSEN)),
    )
    return Headline(
        title=reader.say(title),
        figure=written(latest.figure, reader),
        notes=said,
        derivation=latest.derivation,
        sources=latest.sources,
    )


def _latest(strand: Series) -> list[Choice]:
    """What was measured of whole years or at one time, in order of time."""
    return [
        choice
        for choice in strand.best("official")
        if choice.nature is not Nature.FORECAST
        and choice.period.start is not None
        and (choice.subject.basis.value == "stock" or is_whole_year(choice.period))
    ]


def _day(choice: Choice) -> str:
    return str(choice.period.last_day)


def _by(choice: Choice, scope: Scope) -> Cell:
    stated = choice.chosen.stated_by
    if stated is None:
        return ()
    return cell(f"{scope.reader.say(house.FIELDS['stated_by'])} {stated.name.label(scope.reader.language)}")


def _still_due(scope: Scope) -> Iterator[Headline]:
    """What is promised and not due yet; none where there is no date to look ahead from."""
    if scope.delivery is None:
        return
    reader = scope.reader
    today = scope.delivery.as_of.year
    dues = [pledge.due for one in scope.commitments for pledge in one.pledges if pledge.due and pledge.due.end]
    until = max([today, *(due.end.year for due in dues if due.end)])
    outlook: Outlook = scope.dataset.outlook("jobs", scope.place, until=until)
    title = reader.say(words.DUE, year=until)
    if not outlook.total.counted and not outlook.undated.counted:
        yield Headline(title=title, figure=cell(reader.say(words.NOTHING)), notes=(cell(reader.say(words.NOT_ZERO)),))
        return
    notes: list[Cell] = []
    if outlook.total.figure is not None:
        notes.append(cell(reader.say(words.BOUNDS, it=outlook.total.bounds().describe(reader.language))))
    if outlook.undated.counted:
        notes.append(cell(reader.say(words.UNDATED, it=""), *sums(outlook.undated.figures, reader)))
    yield Headline(
        title=title,
        figure=sums(outlook.total.figures, reader),
        notes=tuple(notes),
        derivation=outlook.derivation,
        sources=outlook.sources,
    )


def _kept(scope: Scope) -> Iterator[Headline]:
    """How many of what was due were kept, each counted once."""
    if scope.delivery is None:
        return
    reader = scope.reader
    tally = scope.delivery.tally
    judged = reader.say(words.JUDGED, date=scope.delivery.as_of)
    most = max(tally.counts.values(), default=0)
    rows = tuple(
        Row((cell(verdict.label(reader.language)), cell(Piece(str(number), "figure")), (_share(number, most, reader),)))
        for verdict, number in tally.counts.items()
        if number
    )
    columns = (Column(reader.say(words.VERDICT)), Column(reader.say(words.NUMBER), is_number=True), Column(""))
    yield Headline(
        title=reader.say(words.KEPT),
        figure=cell(str(len(tally)) if len(tally) else reader.say(words.NOTHING)),
        notes=(cell(judged),),
        table=Table(caption=reader.say(words.VERDICTS), columns=columns, rows=rows) if rows else None,
    )


def _share(number: int, most: int, reader: Reader) -> Bar:
    return Bar(number / most, number / most, says=reader.say(house.BAR, share=round(number * 100 / most)))
