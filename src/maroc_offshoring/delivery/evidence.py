"""One piece of evidence: something measured, or noted in the history of a record, and what it shows of a promise."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.comparison import falls_short, reaches, timing, what_it_shows
from maroc_offshoring.delivery.promise import Promise
from maroc_offshoring.delivery.verdict import Caveat, Coverage, Shows, Timing, Way
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.model import Commitment, Observation, Source, StatusChange
from maroc_offshoring.series import Subject
from maroc_offshoring.vocabulary import Confidence, Nature, Status


@frozen
class Evidence:
    """What something measured, or the history of a record, shows of a promise.

    Args:
        way: How it is held against the promise.
        shows: What it shows.
        coverage: Of what it was measured, against what was promised.
        timing: When, against the date of the promise; None for a history without a date.
        moment: When it was measured or noted; of a span, its end.
        shown: What was measured of the promise, in its unit; None for a history.
        figure: The figure that was measured, in the unit of the promise; None for a rise, which is computed.
        observations: What was measured; of a rise, the earlier level and the later one.
        reached: Whether it certainly keeps the promise, whenever that was.
        short: Whether it certainly does not, as things stood then.
        caveats: What a reader must know of it.
        status: The entry of the history, where it is one.
        record: The record whose history it is.
    """

    way: Way
    shows: Shows
    coverage: Coverage
    timing: Timing | None
    moment: PartialDate | None
    shown: Bounds | None
    figure: Figure | None
    observations: tuple[Observation, ...]
    reached: bool
    short: bool
    caveats: tuple[Caveat, ...]
    status: StatusChange | None = None
    record: Commitment | None = None

    @property
    def period(self) -> Period | None:
        """What the last of its observations covers; of a history, its date."""
        if self.observations:
            return self.observations[-1].period
        return None if self.moment is None else Period(self.moment, self.moment)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says so, each once; of an entry of a history that cites nothing, the sources of its record."""
        cited = [source for observation in self.observations for source in observation.sources]
        if self.status is not None:
            cited += [citation.source for citation in self.status.citations]
            cited += [] if cited or self.record is None else list(self.record.sources)
        return tuple({source.id: source for source in cited}.values())

    @property
    def is_decisive(self) -> bool:
        """Whether it can settle a verdict by itself."""
        return self.shows in (Shows.REACHED, Shows.SHORT)

    @property
    def rivals_of(self) -> tuple[object, ...]:
        """What it shares with its rivals: they speak of the same thing at the same time, and may differ."""
        if self.status is not None and self.record is not None:
            return Way.STATUS, self.record.id, self.record.history.index(self.status)
        last = self.observations[-1]
        return self.way, self.coverage, Subject.of(last).but(unit=""), str(last.period)

    @property
    def rank_in_time(self) -> tuple[int, int, int]:
        """The order of its date among others; an undated one comes last."""
        return self.moment.sort_key() if self.moment else (9999, 0, 0)

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of the sorting order: by time, then by way and record."""
        ids = tuple(observation.id for observation in self.observations)
        noted = "" if self.status is None else f"{self.status.status}{self.record and self.record.id}"
        return self.rank_in_time, list(Way).index(self.way), ids, noted


def measured(
    way: Way,
    observations: tuple[Observation, ...],
    moment: PartialDate,
    shown: Bounds,
    *,
    required: Bounds,
    promise: Promise,
    coverage: Coverage,
    caveats: Sequence[Caveat] = (),
    figure: Figure | None = None,
    shows: Shows | None = None,
) -> Evidence:
    """Make the evidence of something measured.

    Args:
        way: How it is held against the promise.
        observations: What was measured.
        moment: When; of a span, its end.
        shown: What was measured of the promise, in its unit.
        required: The least that keeps the promise.
        promise: The promise; its date has an end.
        coverage: Of what it was measured.
        caveats: What a reader must know of it.
        figure: The figure that was measured, where it is one.
        shows: What it shows, where that does not follow from when it was measured.

    Returns:
        The evidence. What is measured of a part says nothing of how much there is in all; what is measured of more
        says nothing of how little there is; and records of low confidence decide nothing.
    """
    if coverage is Coverage.PART:
        shown = Bounds(shown.low, None, shown.unit, shown.assumed)
    elif coverage is Coverage.WIDER:
        shown = Bounds(Decimal(0), shown.high, shown.unit, shown.assumed)
    when = timing(moment, promise.due or Period(moment, moment))
    reached, short = reaches(shown, required), falls_short(shown, required)
    if shows is None:
        shows = what_it_shows(reached=reached, short=short, when=when, tells_in_part=tells_in_part(coverage, caveats))
    found = [*caveats, *_nature(observations)]
    if shown.assumed or required.assumed:
        found.append(Caveat.CONVENTION)
    if any(observation.confidence is Confidence.LOW for observation in observations):
        found.append(Caveat.LOW_CONFIDENCE)
        reached, short, shows = False, False, Shows.NOTHING
    return Evidence(
        way, shows, coverage, when, moment, shown, figure, observations, reached, short, tuple(dict.fromkeys(found))
    )  # fmt: skip


def _nature(observations: tuple[Observation, ...]) -> list[Caveat]:
    words = {Nature.ESTIMATE: Caveat.ESTIMATE, Nature.DERIVED: Caveat.DERIVED}
    return [words[observation.nature] for observation in observations if observation.nature in words]


def tells_in_part(coverage: Coverage, caveats: Sequence[Caveat]) -> bool:
    """Say whether a figure that does not decide is a part of the answer.

    Args:
        coverage: Of what it was measured.
        caveats: What a reader must know of it.

    Returns:
        True for the very thing, and for a place within the one that was promised; a company or a branch of the sector
        is too small a part of it to say so.
    """
    parts = {Caveat.SOME_MAKERS, Caveat.SOME_SEGMENTS}
    return coverage is Coverage.SAME or (coverage is Coverage.PART and not parts & set(caveats))


_NOTED = {
    Status.DELIVERED: Shows.REACHED,
    Status.PARTLY_DELIVERED: Shows.PART,
    Status.MISSED: Shows.SHORT,
    Status.CANCELLED: Shows.SHORT,
}
"""What an entry of a history shows; `announced`, `under way` and `unknown` show nothing."""


def noted(promise: Promise) -> list[Evidence]:
    """Take the evidence out of the histories of a promise and of the tellings that give a figure of its measure.

    Args:
        promise: The promise.

    Returns:
        One piece for each entry that says what became of it. An entry speaks of the promise as a whole.
    """
    if not isinstance(promise.record, Commitment):
        return []
    found: list[Evidence] = []
    for record in (promise.record, *promise.tellings):
        if all(pledge.measure is not promise.measure for pledge in record.pledges):
            continue  # it tells of something else that was promised
        caveats = (Caveat.WHOLE_PROMISE,) if len(record.pledges) > 1 else ()
        for change in record.history:
            shows = _NOTED.get(change.status)
            if shows is None:
                continue
            when = timing(change.on, promise.due) if change.on and promise.due else None
            if shows is Shows.REACHED and when not in (Timing.EARLY, Timing.AT):
                shows = Shows.LATE  # that it was delivered in time is not said
            found.append(
                Evidence(
                    Way.STATUS, shows, Coverage.SAME, when, change.on, None, None, (), shows is Shows.REACHED,
                    shows is Shows.SHORT, caveats, change, record
                )
            )  # fmt: skip
    return found
