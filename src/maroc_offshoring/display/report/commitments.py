"""The ledger of commitments: who promised what, where, by when, with the figures, the words and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from maroc_offshoring.dataset import facets
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display import words as house
from maroc_offshoring.display.markup import blocks, inline
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.report.bibliography import Bibliography
from maroc_offshoring.display.report.ledger import Column, Entry, Filter, Group, Ledger
from maroc_offshoring.display.report.scope import Scope
from maroc_offshoring.display.view import Cell, Lines, Piece, cell, joined
from maroc_offshoring.display.writing import about, called, dated, record, thing, written
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import bounds
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Citation, Commitment, Milestone, Party, Place, Pledge, StatusChange
from maroc_offshoring.vocabulary import Basis, Qualifier, Status

_NOWHERE = Sentence("sans région", "no region", "بدون جهة")
_NOBODY = Sentence("sans opérateur nommé", "no operator named", "بدون شركة مسماة")
_NO_SEGMENT = Sentence("non indiqué", "not stated", "غير مذكور")
_MORE = ("made_with", "agreement", "part_of", "restates", "supersedes", "confidence", "checked")


def ledger(scope: Scope, bibliography: Bibliography) -> Ledger:
    """List every commitment of a report.

    Args:
        scope: What the report is of.
        bibliography: Its sources.

    Returns:
        The ledger, the latest announcement first.
    """
    reader = scope.reader
    say = reader.say
    newest_first = sorted(scope.commitments, key=lambda one: one.id)
    newest_first.sort(key=lambda one: str(one.announced_on or ""), reverse=True)
    statuses = list(Status)
    return Ledger(
        id="ledger-commitments",
        caption=say(words.COMMITMENTS),
        columns=(
            Column(say(house.KIND["commitments"])),
            Column(say(words.MADE_BY)),
            Column(say(house.FIELDS["places"])),
            Column(say(house.FIELDS["announced_on"])),
            Column(Measure.JOBS.label(reader.language), is_number=True),
            Column(say(words.OTHER_FIGURES)),
            Column(say(house.FIELDS["segments"])),
            Column(say(house.FIELDS["status"])),
        ),
        filters=(
            Filter(say(house.FIELDS["region"])),
            Filter(say(house.FIELDS["operator"])),
            Filter(say(words.SEGMENT)),
            Filter(say(house.FIELDS["status"]), lambda group: statuses.index(Status.of(group[0]))),
            Filter(say(words.YEAR), lambda group: -int(group[0] or 0)),
        ),
        entries=tuple(_entry(each, reader, bibliography) for each in newest_first),
        opens=say(words.DETAIL),
    )


def _entry(promise: Commitment, reader: Reader, bibliography: Bibliography) -> Entry:
    jobs = [pledge for pledge in promise.pledges if pledge.measure is Measure.JOBS]
    others = [pledge for pledge in promise.pledges if pledge.measure is not Measure.JOBS]
    largest = max(filter(None, (_size(pledge.figure) for pledge in jobs)), default=None)
    return Entry(
        id=element_id(promise),
        cells=(
            record(promise, reader),
            thing(promise.made_by, reader),
            thing(promise.places, reader),
            dated(promise.announced_on, reader),
            joined((_short(pledge, reader) for pledge in jobs), reader.comma),
            joined((_named(pledge, reader) for pledge in others), reader.comma),
            thing(promise.segments, reader),
            thing(promise.status, reader),
        ),
        values=(
            None,
            None,
            None,
            str(promise.announced_on or ""),
            "" if largest is None else f"{largest:f}",
            None,
            None,
            str(list(Status).index(promise.status)),
        ),
        groups=tuple(_groups(promise, reader)),
        links=(4, 5),
        sources=bibliography.refer(promise.sources),
        working=_working(promise, reader, bibliography),
        also=tuple(_also(promise)),
    )


def element_id(promise: Commitment) -> str:
    """Name the element of a commitment, so that other parts of the page lead to it.

    Args:
        promise: The commitment.

    Returns:
        The id of the element.
    """
    return f"c-{promise.id}"


def _groups(promise: Commitment, reader: Reader) -> Iterator[tuple[Group, ...]]:
    regions = {place.region.id: place.region for place in facets.places(promise) if place.region is not None}
    yield tuple((name, called(region, reader)) for name, region in sorted(regions.items())) or _none(_NOWHERE, reader)
    yield tuple((one.id, called(one, reader)) for one in promise.operators) or _none(_NOBODY, reader)
    named = tuple((one.value, f"{one.value} · {one.label(reader.language)}") for one in promise.segments)
    yield named or _none(_NO_SEGMENT, reader)
    yield ((promise.status.value, promise.status.label(reader.language)),)
    year = "" if promise.announced_on is None else str(promise.announced_on.year)
    yield ((year, year or reader.say(Sentence("sans date", "undated", "بدون تاريخ"))),)


def _none(said: Sentence, reader: Reader) -> tuple[Group, ...]:
    return (("", f"({reader.say(said)})"),)


def _also(promise: Commitment) -> Iterator[str]:
    """The names in all languages of who promises and where, so that one finds them in any."""
    regions = [place.region for place in promise.places if place.region is not None]
    named: list[Party | Place] = [*promise.made_by, *promise.places, *regions]
    for one in named:
        yield from (*one.name.main, *one.name.aliases)


def _size(figure: Figure) -> Decimal | None:
    return next((number for number in (figure.value, figure.low, figure.high) if number is not None), None)


def _short(pledge: Pledge | Milestone, reader: Reader) -> Cell:
    """A figure with what must stand beside it: that it is a level, and by when."""
    level = pledge.basis is Basis.LEVEL
    beside = about(
        thing(pledge.basis, reader) if level else "", () if pledge.due is None else dated(pledge.due, reader)
    )
    shown = written(pledge.figure, reader) if pledge.figure is not None else ()
    return (*shown, *_faint(beside[0])) if beside else shown


def _faint(beside: Cell) -> Cell:
    said = "".join(piece.text for piece in beside if isinstance(piece, Piece))
    return cell(" ", Piece(f"({said})", "faint"))


def _named(pledge: Pledge | Milestone, reader: Reader) -> Cell:
    return cell(f"{pledge.measure.label(reader.language)} ", *_short(pledge, reader))


def _working(promise: Commitment, reader: Reader, bibliography: Bibliography) -> str:
    found: list[Lines] = []
    pledges = tuple(_pledge(pledge, reader) for pledge in promise.pledges)
    steps = tuple(_named(step, reader) for step in promise.milestones)
    history = tuple(_change(change, reader) for change in promise.history)
    for name, items in (("pledges", pledges), ("milestones", steps), ("history", history)):
        if items:
            found.append(Lines(caption=reader.say(house.FIELDS[name]), items=items))
    facts = (*about(*_facts(promise, reader)), *(cell(note) for note in (promise.note, promise.check_note) if note))
    found.append(Lines(caption=reader.say(house.KIND["commitments"]), items=facts))
    cited = "".join(f"<li>{_citation(each, reader, bibliography)}</li>" for each in promise.citations)
    title = escape(f"{reader.say(house.SOURCES)} ({len(promise.citations)})")
    return f"{blocks(found, reader.language)}\n<p>{title}</p>\n<ul>{cited}</ul>"


def _pledge(pledge: Pledge, reader: Reader) -> Cell:
    """A figure with all that is known of it: what it counts, its bounds, the words of the source."""
    figure = pledge.figure
    bound = "" if figure.qualifier is Qualifier.EXACT else bounds(figure).describe(reader.language)
    return about(
        (*cell(f"{pledge.measure.label(reader.language)} "), *written(figure, reader)),
        thing(pledge.basis, reader),
        () if pledge.due is None else cell(f"{reader.say(house.FIELDS['due'])} ", *dated(pledge.due, reader)),
        bound and reader.say(words.BOUNDS, it=bound),
        () if figure.as_printed is None else _quoted(figure.as_printed, reader, reader.say(words.AS_PRINTED)),
        pledge.note or "",
    )[0]


def _quoted(printed: str, reader: Reader, before: str = "") -> Cell:
    """The words of a source between the quotation marks of the reader, in the direction of their own language."""
    opening, closing = reader.say(words.QUOTES).split("|")
    return cell(f"{before}{opening}", printed, closing)


def _change(change: StatusChange, reader: Reader) -> Cell:
    date = () if change.on is None else dated(change.on, reader)
    return about(thing(change.status, reader), date, change.note or "")[0]


def _facts(promise: Commitment, reader: Reader) -> Iterator[Cell]:
    for name in _MORE:
        value = getattr(promise, name)
        if value is not None and value != ():
            shown = record(value, reader) if isinstance(value, Commitment) else thing(value, reader)
            yield (*cell(f"{reader.say(house.FIELDS[name])} "), *shown)


def _citation(citation: Citation, reader: Reader, bibliography: Bibliography) -> str:
    """A source with the few words that give the figure, and who is quoted there."""
    said = about(() if citation.words is None else _quoted(citation.words, reader), citation.said_by or "")
    shown = [bibliography.short(citation.source, reader), *(inline(each, reader.language) for each in said)]
    return " · ".join(shown)
