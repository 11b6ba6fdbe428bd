"""The figures of records, read alike whether they are promised, aimed at or measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from attrs import frozen

from maroc_offshoring.dates import Period
from maroc_offshoring.errors import InvalidField, NotAdditive, WrongType
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Observation, Operator, Place, Record, Target
from maroc_offshoring.vocabulary import Basis, Segment

Summable = Commitment | Target | Observation
"""The records whose figures can be added, each kind with its own kind only."""

KINDS = {Commitment: "promise", Target: "aim", Observation: "measurement"}


@frozen(eq=False)
class Entry:
    """One figure of one record, with what decides where it belongs in a sum.

    Args:
        record: The record that states it.
        figure: What it counts for: as stated, or converted.
        stated: What the record states.
        basis: What it counts.
        places: Where it belongs.
        operators: Whose it is.
        segments: Its branches.
        due: By when, for a promise or an aim; the period, for a measurement.
        year: The year whose money it is stated in; None where that is not one year.
    """

    record: Summable
    figure: Figure
    stated: Figure
    basis: Basis | None
    places: tuple[Place, ...]
    operators: tuple[Operator, ...]
    segments: tuple[Segment, ...]
    due: Period | None
    year: int | None


def read(records: Iterable[Record], measure: Measure) -> tuple[Entry, ...]:
    """Read the figures of one measure from records of one kind.

    Args:
        records: Commitments, or targets, or observations.
        measure: The measure.

    Returns:
        The figures, in the order of the records' ids.

    Raises:
        NotAdditive: Where records of several kinds are among them.
        WrongType: Where a record has no figure to add.
    """
    found: list[Entry] = []
    read_already: set[str] = set()
    seen: dict[str, str] = {}
    for record in records:
        if not isinstance(record, (Commitment, Target, Observation)):
            raise WrongType("records", record, "commitments, targets or observations")
        seen.setdefault(KINDS[type(record)], record.id)
        if len(seen) > 1:
            raise NotAdditive(
                measure.label("en"),
                " and ".join(f"an {kind}" if kind == "aim" else f"a {kind}" for kind in seen) + " never add up",
                "total each kind by itself",
                tuple(seen.values()),
            )
        if record.id not in read_already:  # a list may hold a record twice; a sum counts it once
            read_already.add(record.id)
            found.extend(_entries(record, measure))
    return tuple(sorted(found, key=attrgetter("record.id")))  # so that no order of theirs can matter


def _entries(record: Summable, measure: Measure) -> list[Entry]:
    if isinstance(record, Commitment):
        pledges = [pledge for pledge in record.pledges if pledge.measure is measure]
        if not pledges:
            return []
        year = record.announced_on.year if record.announced_on else None
        places, operators, segments = record.places_within_whole, record.operators, record.segments
        return [
            Entry(
                record, pledge.figure, pledge.figure, pledge.basis, places, operators, segments,
                pledge.due or _due_of_whole(record, measure), year
            )
            for pledge in pledges
        ]  # fmt: skip
    if record.measure is not measure:
        return []
    figure, basis, places, segments = record.figure, record.basis, record.places, record.segments
    if isinstance(record, Target):
        year = record.announced_on.year if record.announced_on else None
        return [Entry(record, figure, figure, basis, places, (), segments, record.due, year)]
    operators = (record.operator,) if record.operator else ()
    year = record.period.year if record.period else None
    return [Entry(record, figure, figure, basis, places, operators, segments, record.period, year)]


def _wholes(record: Commitment) -> Iterator[Commitment]:
    whole = record.part_of
    while whole is not None:
        yield whole
        whole = whole.part_of


def _due_of_whole(record: Commitment, measure: Measure) -> Period | None:
    """The date of the whole that a promise is a part of, for one that gives none of its own."""
    for whole in _wholes(record):
        dues = {pledge.due for pledge in whole.pledges if pledge.measure is measure}
        if len(dues) == 1 and None not in dues:
            return dues.pop()
    return None


def measure_to_add(measure: Measure | str) -> Measure:
    """Take the measure of a sum, if it adds up at all.

    Args:
        measure: A measure by any of its names.

    Returns:
        The measure.

    Raises:
        NotAdditive: For shares, ranks and rates.
        UnknownWord: Where there is no such measure.
    """
    known = Measure.of(measure)
    if not known.additive:
        raise NotAdditive(known.label("en"), known.why_not_additive, "compare the records instead of adding them")
    return known


def basis_to_add(basis: Basis | str | None, entries: Sequence[Entry], measure: Measure) -> Basis | None:
    """Decide which basis a sum counts: the one asked for, or for measurements the only one there is.

    Args:
        basis: The basis asked for; for measurements `additional` stands for "the one that they have".
        entries: The figures.
        measure: The measure, for the message.

    Returns:
        The basis; None where there is nothing to count.

    Raises:
        NotAdditive: Where measurements of several bases are to be added and none was chosen.
        InvalidField: Where the basis does not fit the kind of record.
    """
    wanted = Basis.of(basis) if basis is not None else None
    if not entries:
        return wanted
    if not isinstance(entries[0].record, Observation):
        if wanted not in (Basis.ADDITIONAL, Basis.LEVEL):
            raise InvalidField("basis", wanted and wanted.value, "'additional' or 'level' for promises and aims")
        return wanted
    if wanted in (Basis.STOCK, Basis.FLOW, Basis.CUMULATIVE):
        return wanted
    if wanted is Basis.LEVEL or wanted is Basis.PLAN:
        raise InvalidField("basis", wanted.value, "'stock', 'flow' or 'cumulative' for measurements")
    found = list(dict.fromkeys(entry.basis for entry in entries))
    if len(found) > 1:
        names = [str(word) for word in found]
        raise NotAdditive(
            measure.label("en"),
            f"{' and '.join(names)} figures never add up",
            f"choose one: total({measure.value!r}, basis={names[0]!r})",
        )
    return found[0]
