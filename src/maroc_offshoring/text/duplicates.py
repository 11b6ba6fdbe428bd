"""Drafts that tell what the dataset already has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Observation, Party, Place, Target
from maroc_offshoring.vocabulary import Confidence

HIGH, MEDIUM = Confidence.HIGH, Confidence.MEDIUM


class Told(NamedTuple):
    """What a draft tells, as far as it is needed to find its like."""

    kind: str
    measure: Measure
    figure: Figure
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    due: Period | None
    published: PartialDate | None


class Twin(NamedTuple):
    """A record that tells the same, and how sure that is."""

    record: Commitment | Target | Observation
    confidence: Confidence
    why: str


_LIKE = {
    Measure.JOBS: "people", Measure.HIRES: "people", Measure.CAPACITY_JOBS: "people", Measure.CAPACITY: "people",
    Measure.REVENUE: "sales", Measure.EXPORT_REVENUE: "sales",
}  # fmt: skip


class Twins:
    """The figures of a dataset, found by what they count and by their number.

    Args:
        dataset: The dataset.
    """

    __slots__ = ("_by_number",)

    def __init__(self, dataset: Dataset) -> None:
        self._by_number: dict[
            object, list[tuple[Commitment | Target | Observation, Measure, Figure, Period | None]]
        ] = {}
        for promise in dataset.commitments:
            for pledge in promise.pledges:
                self._enter("commitment", promise, pledge.measure, pledge.figure, pledge.due)
        for aim in dataset.targets:
            self._enter("target", aim, aim.measure, aim.figure, aim.due)
        for seen in dataset.observations:
            self._enter("observation", seen, seen.measure, seen.figure, seen.period)

    def _enter(
        self, kind: str, record: Commitment | Target | Observation, measure: Measure, figure: Figure, due: Period | None
    ) -> None:
        self._by_number.setdefault(_key(kind, measure, figure), []).append((record, measure, figure, due))

    def find(self, told: Told) -> Twin | None:
        """Find the record that a draft tells again.

        Args:
            told: What the draft tells.

        Returns:
            The record that agrees best; of equals the original, which restates none. None where no record agrees.
        """
        best: tuple[int, int, str, Twin] | None = None
        for record, measure, _, due in self._by_number.get(_key(told.kind, told.measure, told.figure), ()):
            twin = _compare(told, record, measure, due)
            if twin is None:
                continue
            again = isinstance(record, Commitment) and record.restates is not None
            rank = (0 if twin.confidence is HIGH else 1, int(again), record.id, twin)
            if best is None or rank[:3] < best[:3]:
                best = rank
        return best[3] if best else None


def _key(kind: str, measure: Measure, figure: Figure) -> object:
    number = figure.value if figure.value is not None else (figure.low, figure.high)
    unit = "people" if figure.unit in ("job", "person") else figure.unit
    return kind, _LIKE.get(measure, measure), number, unit


def _compare(
    told: Told, record: Commitment | Target | Observation, measure: Measure, due: Period | None
) -> Twin | None:
    parties = _parties(record)
    mine, theirs = {party.id for party in told.parties}, {party.id for party in parties}
    if mine and theirs and not mine & theirs:
        return None
    if not _meet(told.places, record.places):
        return None
    if told.due is not None and due is not None and not told.due.overlaps(due):
        return None
    if _later_told(told.published, record):
        return None
    same_party = mine == theirs and (bool(mine) or told.kind != "commitment")
    same_due = told.due == due or (told.kind == "commitment" and (told.due is None or due is None))
    agreed = told.due is not None and told.due == due
    if same_party and same_due and measure is told.measure:
        return Twin(record, HIGH, "the same party, figure and date")
    if not mine & theirs:
        where = {place.id for place in told.places} == {place.id for place in record.places}
        if not (agreed and measure is told.measure and where):
            return None
    parts = [
        "" if same_party else "the party is not the same",
        "" if same_due else "the dates differ",
        "" if measure is told.measure else f"it counts {measure.label('en')}",
    ]
    return Twin(record, MEDIUM, "the same figure, but " + " and ".join(part for part in parts if part))


def _parties(record: Commitment | Target | Observation) -> Sequence[Party]:
    if isinstance(record, Commitment):
        return record.made_by
    if isinstance(record, Target):
        return record.set_by
    return (record.operator,) if record.operator is not None else ()


def _meet(ours: Sequence[Place], theirs: Sequence[Place]) -> bool:
    return not ours or not theirs or any(one.within(other) or other.within(one) for one in ours for other in theirs)


def _later_told(published: PartialDate | None, record: Commitment | Target | Observation) -> bool:
    """Say whether the record was announced only after the article, so that the article cannot tell it."""
    announced = getattr(record, "announced_on", None)
    return published is not None and announced is not None and published < announced
