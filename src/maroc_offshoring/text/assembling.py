"""From what was read to drafts of records: figures that belong to one promise, ids, totals and their parts, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Party
from maroc_offshoring.text.cleaning import slug
from maroc_offshoring.text.drafts import DraftFigure, DraftRecord, Newcomer, Unsettled
from maroc_offshoring.text.fields import Fields
from maroc_offshoring.text.judging import HIGH, LOW, MEDIUM
from maroc_offshoring.text.launches import Launch
from maroc_offshoring.text.readings import Reading
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.words import Phrases, listed

_IN_ALL = Phrases(
    dict.fromkeys(
        ("au total", "in total", "in all", "au global", "l'ensemble", "globalement", "altogether", "combined"), True
    )
)
_NOT = listed("pas jamais not never aucun aucune ni")
_KINDS = {"commitment": "", "target": "aim", "observation": "obs"}
_LONGEST_ID = 90


class Assembler:
    """Makes drafts of what was read.

    Args:
        text: The text.
        dataset: The dataset.
        published: The date of the article.
        scenes: The sentences of the text.
    """

    def __init__(self, text: str, dataset: Dataset, published: PartialDate | None, scenes: Sequence[Scene]) -> None:
        self._fields = Fields(text, dataset, published, scenes)
        self._published = published
        kinds = ("commitments", "targets", "observations")
        self._ids = {record.id for kind in kinds for record in dataset.records(kind)}
        self._numbers: dict[str, int] = {}

    def drafts(self, readings: Sequence[Reading], launches: Sequence[Launch]) -> tuple[DraftRecord, ...]:
        """Make the drafts.

        Args:
            readings: What was read of the figures, in order.
            launches: The starts without a figure.

        Returns:
            The drafts, in the order of the text.
        """
        groups: list[list[Reading]] = []
        for reading in readings:
            if groups and _is_one_record(groups[-1], reading):
                groups[-1].append(reading)
            else:
                groups.append([reading])
        ids: dict[int, str] = {}
        for group in groups:
            id = self._id(group[0])
            ids.update((reading.found.start, id) for reading in group)
        wholes = {reading.whole.found.start for reading in readings if reading.whole is not None}
        named = {one.measure for one in readings if one.actors and one.kind.value == "commitment"}
        made = [
            (group[0].found.start, self._record(ids[group[0].found.start], group, ids, _doubts(group, wholes, named)))
            for group in groups
        ]
        made += [(one.scene.span(one.cue.first, one.cue.last)[0], self._launch(one)) for one in launches]
        return tuple(record for _, record in sorted(made, key=lambda pair: pair[0]))

    def _record(self, id: str, group: Sequence[Reading], ids: dict[int, str], doubts: tuple[str, ...]) -> DraftRecord:
        first, make = group[0], self._fields
        kind = first.kind.value
        fields = [make.who(first)]
        if kind == "commitment":
            fields.append(make.beside(first))
        fields += [make.where(first), make.branches(first), make.when(first)]
        if kind == "commitment":
            fields.append(make.agreement(first))
        if kind == "observation":
            fields.append(make.stated(first))
        fields.append(make.twin(first))
        if first.whole is not None:
            span = first.whole.found.start, first.whole.found.end
            fields.append(make.made("part_of", ids[span[0]], first.whole_sure, span, first.whole_why))
        return DraftRecord(
            kind=kind, id=id, figures=tuple(make.figure(reading) for reading in group),
            fields=tuple(one for one in fields if one is not None), kind_confidence=first.kind.confidence,
            start=first.scene.sentence.start, end=first.scene.sentence.end, doubts=doubts,
        )  # fmt: skip

    def _launch(self, launch: Launch) -> DraftRecord:
        scene, make, moment = launch.scene, self._fields, launch.due
        parties = tuple(make.party(actor) for actor in launch.actors)
        where = launch.places[0].id.lower() if launch.places else ""
        resolved = "worked out from the date of the article" if moment.resolved else ""
        due = make.made(
            "due", moment.period, MEDIUM if resolved else HIGH, scene.span(moment.first, moment.last), resolved
        )
        measure = make.made("measure", Measure.LAUNCH, HIGH, scene.span(launch.cue.first, launch.cue.last))
        span = launch.actors[0].start, max(launch.actors[0].end, launch.actors[-1].end)
        fields = [make.made("made_by", parties, launch.actors_sure, span)]
        if launch.places:
            fields.append(make.made("places", launch.places, launch.places_sure))
        announced = make.announced()
        return DraftRecord(
            kind="commitment",
            id=self._unique("-".join(part for part in (self._day(), _stem(parties), where, "launch") if part)),
            figures=(DraftFigure(measure=measure, due=due),),
            fields=(*fields, *([announced] if announced is not None else [])),
            start=scene.sentence.start,
            end=scene.sentence.end,
        )

    # Ids

    def _id(self, reading: Reading) -> str:
        parties = tuple(self._fields.party(actor) for actor in reading.actors if actor.is_named)
        where = reading.places[0].id.lower() if reading.places else ""
        measure = "" if reading.measure is Measure.JOBS else reading.measure.value.replace("_", "-")
        seen = reading.kind.value == "observation" and reading.period is not None
        when = str(reading.period).replace("..", "-to-").strip("-") if seen else self._day()
        parts = (when, _KINDS[reading.kind.value], _stem(parties) or where, _short(reading.figure), measure)
        return self._unique("-".join(part for part in parts if part))

    def _day(self) -> str:
        return str(self._published) if self._published is not None else "undated"

    def _unique(self, id: str) -> str:
        base = id[:_LONGEST_ID].strip("-")
        chosen = base
        while chosen in self._ids:
            self._numbers[base] = self._numbers.get(base, 1) + 1
            chosen = f"{base}-{self._numbers[base]}"
        self._ids.add(chosen)
        return chosen


def _doubts(group: Sequence[Reading], wholes: set[int], named: set[Measure]) -> tuple[str, ...]:
    """Say what keeps a record from standing as it is, although its fields may be sure."""
    first = group[0]
    words = first.scene.words
    doubts = [first.kind.why] if first.kind.confidence is not HIGH and first.kind.why else []
    is_whole = any(reading.found.start in wholes for reading in group)
    if _IN_ALL.all(words[: first.at + 4]) and not is_whole:
        doubts.append("it is told as a total, of which parts may stand beside it")
    elif _is_nameless(first) and first.measure in named and not is_whole:
        doubts.append("nobody is named, and it may contain the other promises of the text")
    verb = first.cue.first if first.cue is not None and first.cue_scene is first.scene else first.at
    if any(word.folded in _NOT for word in words[max(0, verb - 2) : first.at]):
        doubts.append("the sentence may deny it")
    return tuple(doubts)


def _is_nameless(reading: Reading) -> bool:
    return reading.kind.value == "commitment" and not reading.actors and reading.whole is None


def _is_one_record(group: Sequence[Reading], reading: Reading) -> bool:
    """Say whether a figure is one more pledge of the promise before: `300 emplois pour un investissement de 65 MDH`."""
    first = group[0]
    same = (
        first.scene is reading.scene
        and first.kind.value == reading.kind.value == "commitment"
        and LOW not in (first.kind.confidence, reading.kind.confidence)
        and [actor.name for actor in first.actors] == [actor.name for actor in reading.actors]
        and [place.id for place in first.places] == [place.id for place in reading.places]
    )
    new = reading.measure not in {one.measure for one in group}
    return same and new and first.whole is None and reading.whole is None


def _stem(parties: Iterable[Party | Newcomer | Unsettled]) -> str:
    ids = [slug(party.name) if isinstance(party, Unsettled) else party.id for party in parties]
    return "-".join(ids[:2])


def _short(figure: Figure) -> str:
    number = figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high
    return slug(format(number.normalize(), "f")[:24]) if number is not None else ""
