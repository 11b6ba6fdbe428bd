"""The fields of a drafted record, each with the words of the text that it rests on and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Operator, Party
from maroc_offshoring.text.actors import Actor, Part, State
from maroc_offshoring.text.agreements import agreements, announcements
from maroc_offshoring.text.cleaning import clean, slug
from maroc_offshoring.text.drafts import DraftField, DraftFigure, Newcomer, Unsettled
from maroc_offshoring.text.duplicates import Told, Twins
from maroc_offshoring.text.horizons import Moment
from maroc_offshoring.text.judging import HIGH, LOW, MEDIUM
from maroc_offshoring.text.readings import Reading
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.vocabulary import Basis, Confidence, Segment

_WORDS = 80
_BACK_FOR_DATES, _BACK_FOR_AGREEMENTS = 6, 12
_OF_ARTICLE = "the date of the article; it may have been announced before"
_RESOLVED = "worked out from the date of the article"


class Fields:
    """Makes the fields of what was read.

    Args:
        text: The text.
        dataset: The dataset.
        published: The date of the article.
        scenes: The sentences of the text.
    """

    def __init__(self, text: str, dataset: Dataset, published: PartialDate | None, scenes: Sequence[Scene]) -> None:
        self._text = text
        self._dataset = dataset
        self._published = published
        self._twins = Twins(dataset)
        self._dates = announcements(scenes, published)
        self._scenes = {scene.number: scene for scene in scenes}
        self._segments: dict[str, DraftField] = {}

    def made(
        self, name: str, value: Any, confidence: Confidence, span: tuple[int, int] | None = None, why: str = ""
    ) -> DraftField:
        """Make a field.

        Args:
            name: Its name.
            value: Its value.
            confidence: How sure it is.
            span: The words that it rests on; None where there are none.
            why: What makes it doubtful.

        Returns:
            The field, with its words.
        """
        start, end = span or (None, None)
        words = "" if span is None else clean(self._text[span[0] : span[1]], _WORDS)
        return DraftField(name=name, value=value, confidence=confidence, start=start, end=end, words=words, why=why)

    # Figures

    def figure(self, reading: Reading) -> DraftFigure:
        """Make the figure of a record, with its measure, its basis and its due date.

        Args:
            reading: What was read of it.

        Returns:
            The figure.
        """
        at = reading.found.start, reading.found.end
        printed = clean(reading.figure.as_printed or "", _WORDS) or None
        elided = "its unit is taken over from another figure" if reading.found.elided else ""
        cue = reading.cue
        verb = reading.cue_scene.span(cue.first, cue.last) if cue is not None else at
        ahead = reading.kind.value != "observation"
        basis = Basis.of(reading.basis.value)
        return DraftFigure(
            measure=self.made("measure", reading.measure, reading.measured.confidence, at),
            figure=self.made(
                "figure", evolve(reading.figure, as_printed=printed), MEDIUM if elided else HIGH, at, elided
            ),
            basis=self.made("basis", basis, reading.basis.confidence, verb, reading.basis.why),
            due=self.dated("due", reading.due, reading) if ahead and reading.due is not None else None,
        )

    def dated(self, name: str, moment: Moment, reading: Reading) -> DraftField:
        """Make the field of a date or period.

        Args:
            name: Its name.
            moment: The date.
            reading: What it belongs to.

        Returns:
            The field.
        """
        if moment.first == reading.at and reading.due_scene is reading.scene:
            return self.made(name, moment.period, reading.due_sure, why=_RESOLVED)  # no words say it
        span = reading.due_scene.span(moment.first, moment.last)
        elsewhere = "the date stands with another figure" if reading.due_sure is not HIGH else ""
        return self.made(name, moment.period, reading.due_sure, span, _RESOLVED if moment.resolved else elsewhere)

    # Who

    def who(self, reading: Reading) -> DraftField | None:
        """Make the field of those who promise or aim, or of the company that was measured."""
        kind = reading.kind.value
        actors = [actor for actor in reading.actors if actor.is_named and (kind != "observation" or actor.is_company)]
        if not actors:
            return None
        values = tuple(self.party(actor) for actor in actors)
        name = {"commitment": "made_by", "target": "set_by", "observation": "operator"}[kind]
        why = "" if reading.actors_sure is HIGH else "who acts is told by another word, or in another sentence"
        span = actors[0].start, max(actors[0].end, actors[-1].end)
        if kind != "observation":
            return self.made(name, values, reading.actors_sure, span, why)
        if len(actors) > 1:
            return self.made(name, values, LOW, span, "the figure is told of several companies together")
        return self.made(name, self.party(actors[0]), reading.actors_sure, span, why)

    def beside(self, reading: Reading) -> DraftField | None:
        """Make the field of those with whom a promise is made."""
        actors = [actor for actor in reading.with_whom if actor.state is State.KNOWN]
        if not actors:
            return None
        values = tuple(actor.parties[0] for actor in actors)
        why = "it is named beside the one who acts"
        return self.made("made_with", values, MEDIUM, (actors[0].start, actors[0].end), why)

    def stated(self, reading: Reading) -> DraftField | None:
        """Make the field of the party that is quoted for a measurement."""
        said = [actor for actor in reading.scene.actors if actor.part is Part.SOURCE and actor.is_named]
        if not said:
            return None
        sure = HIGH if said[0].state is State.KNOWN else LOW
        return self.made("stated_by", self.party(said[0]), sure, (said[0].start, said[0].end))

    def party(self, actor: Actor) -> Party | Newcomer | Unsettled:
        """Return the party that an actor is, or the name that is not settled."""
        if actor.state is State.KNOWN:
            return actor.parties[0]
        name = clean(actor.name, _WORDS)
        id = slug(name)
        if actor.state is State.NEW and id:
            taken = id in self._dataset.operators or id in self._dataset.institutions
            return Newcomer(id=f"{id}-new" if taken else id, name=name)
        return Unsettled(name=name, candidates=tuple(party.id for party in actor.parties))

    # Where, what and when

    def where(self, reading: Reading) -> DraftField | None:
        """Make the field of the places, or of the one place of a target or a measurement."""
        if not reading.places:
            return None
        own = [where for where in reading.wheres if where.places]
        span = reading.scene.span(own[0].first, own[0].last) if own else None
        why = "" if reading.places_sure is HIGH else "the place stands elsewhere in the text, or nowhere"
        if reading.kind.value == "commitment":
            return self.made("places", reading.places, reading.places_sure, span, why)
        if len(reading.places) == 1:
            return self.made("place", reading.places[0], reading.places_sure, span, why)
        return self.made("place", reading.places, LOW, span, "such a record is for one place: choose one")

    def branches(self, reading: Reading) -> DraftField | None:
        """Make the field of the segments: those of the sentence, or those said of the company before."""
        scene, found = reading.scene, _nearest(reading)
        names = [actor.name for actor in reading.actors]
        if found:
            values = tuple(dict.fromkeys(segment for _, _, segment in found))
            alone = len(scene.figures) == 1 or len({segment for _, _, segment in scene.segments}) == 1
            why = "" if alone else "the sentence has several figures and several branches"
            span = scene.span(found[0][0], found[0][1])
            one = self.made("segments", values, HIGH if alone else MEDIUM, span, why)
            for name in names:
                self._segments.setdefault(name, one)
            return one
        told = next((self._segments[name] for name in names if name in self._segments), None)
        if told is not None:
            return evolve(told, confidence=MEDIUM, why="it is said of the company in another sentence")
        if reading.measure is Measure.CALL_CENTRES:
            return self.made("segments", (Segment.CRM,), HIGH, (reading.found.start, reading.found.end))
        return None

    def when(self, reading: Reading) -> DraftField | None:
        """Make the field of the period of a measurement, or of the day on which a promise was announced."""
        if reading.kind.value == "observation":
            return self.dated("period", reading.due, reading) if reading.due is not None else None
        number = reading.scene.number
        for back in range(_BACK_FOR_DATES):
            moment = self._dates.get(number - back)
            if moment is not None and moment.period is not None:
                near = back == 0 or reading.scene.sentence.item
                span = self._scenes[number - back].span(moment.first, moment.last)
                why = "" if near else "the date stands in an earlier sentence"
                return self.made("announced_on", moment.period.end, HIGH if near else MEDIUM, span, why)
        return self.announced()

    def announced(self) -> DraftField | None:
        """Make the field of the day of announcement from the date of the article."""
        if self._published is None:
            return None
        return self.made("announced_on", self._published, MEDIUM, why=_OF_ARTICLE)

    def agreement(self, reading: Reading) -> DraftField | None:
        """Make the field of the kind of agreement that a promise is signed in."""
        here = reading.scene
        for back in range(_BACK_FOR_AGREEMENTS):
            scene = self._scenes.get(here.number - back)
            found = agreements(scene) if scene is not None else []
            if scene is not None and found:
                first, last, kind = found[0]
                why = "an agreement is a record of its own: name its id"
                return self.made("agreement", kind, MEDIUM if back == 0 else LOW, scene.span(first, last), why)
        return None

    def twin(self, reading: Reading) -> DraftField | None:
        """Make the field of the record of the dataset that tells the same."""
        kind = reading.kind.value
        named = [actor for actor in reading.actors if actor.is_named and (kind != "observation" or actor.is_company)]
        parties = tuple(actor.parties[0] for actor in named if actor.state is State.KNOWN)
        if kind == "observation":
            parties = tuple(party for party in parties if isinstance(party, Operator))
        if named and not parties:
            return None  # whoever it is, the dataset does not have the name
        told = Told(kind, reading.measure, reading.figure, parties, reading.places, reading.period, self._published)
        twin = self._twins.find(told)
        if twin is None:
            return None
        span = reading.found.start, reading.found.end
        return self.made("restates", twin.record, twin.confidence, span, twin.why)


def _nearest(reading: Reading) -> list[tuple[int, int, Segment]]:
    """Take the branches told between the figure before and this one, or after it; all where there is but one figure."""
    scene, at = reading.scene, reading.at
    if len(scene.figures) == 1:
        return scene.segments
    before = max((figure for figure in scene.figures if figure < at), default=-1)
    after = min((figure for figure in scene.figures if figure > at), default=len(scene.words))
    ahead = [one for one in scene.segments if before < one[0] < at]
    near = ahead or [one for one in scene.segments if at < one[0] < after]
    return near or (scene.segments if len({segment for _, _, segment in scene.segments}) == 1 else [])
