"""Each figure of a text with what is read of it: its verb, measure, kind, basis, dates, places and who acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from attrs import Factory, define, evolve, field

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure, FoundFigure
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Place
from maroc_offshoring.text.actors import Actor, State
from maroc_offshoring.text.attaching import Distances, attached
from maroc_offshoring.text.cues import Cue, Time
from maroc_offshoring.text.governing import (
    governing,
    is_of_another_verb,
    is_start_of_change,
    reaches,
    reaches_by_its_words,
)
from maroc_offshoring.text.horizons import Moment, Role
from maroc_offshoring.text.judging import HIGH, LOW, MEDIUM, Judged, basis_of, is_more, is_yearly, kind_of, time_of
from maroc_offshoring.text.launches import Launch, launches
from maroc_offshoring.text.measuring import Measured, measured
from maroc_offshoring.text.memory import Memory
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.verbs import Act
from maroc_offshoring.text.whereabouts import Where
from maroc_offshoring.text.words import listed, split
from maroc_offshoring.vocabulary import Confidence, Qualifier


@define
class Reading:
    """A figure and what was read of it; `at` is its word in the scene."""

    scene: Scene
    at: int
    found: FoundFigure
    figure: Figure
    measured: Measured
    cue: Cue | None
    kind: Judged
    basis: Judged
    actors: tuple[Actor, ...] = ()
    state: State | None = None
    actors_sure: Confidence = HIGH
    wheres: tuple[Where, ...] = ()
    places: tuple[Place, ...] = ()
    places_sure: Confidence = HIGH
    due: Moment | None = None
    due_sure: Confidence = HIGH
    with_whom: tuple[Actor, ...] = ()
    cue_scene: Scene = field(default=Factory(lambda self: self.scene, takes_self=True))
    due_scene: Scene = field(default=Factory(lambda self: self.scene, takes_self=True))
    whole: Reading | None = None
    whole_sure: Confidence = HIGH
    whole_why: str = ""
    merged: list[Reading] = field(factory=list)

    @property
    def measure(self) -> Measure:
        """What it measures."""
        return cast("Measure", self.measured.measure)

    @property
    def period(self) -> Period | None:
        """Its due date, or the period of a measurement."""
        return self.due.period if self.due else None


@define
class Refused:
    """A figure that nothing is drafted of, and why."""

    found: FoundFigure
    why: str


_NEAR = 8
"""How many sentences after its exports the branches of the sector may be told."""
_SHIFTS = listed("porter passer passera passe passant monter increase raise grow expand porte portera from")


class Reader:
    """Reads the figures of a text, scene after scene, and remembers who and what was spoken of.

    Args:
        figures: The figures of the text.
        published: The date of the article.
        country: The place that all others lie in.
    """

    def __init__(self, figures: Sequence[FoundFigure], published: PartialDate | None, country: Place | None) -> None:
        self._figures = figures
        self._published = published
        self._memory = Memory(country)
        self._tells_money = False
        self.refused: list[Refused] = []
        self.launches: list[Launch] = []

    def read(self, scenes: Sequence[Scene]) -> list[Reading]:
        """Read all figures.

        Args:
            scenes: The sentences of the text.

        Returns:
            What was read, in order; figures that are none of the record's are in `refused`.
        """
        found: list[Reading] = []
        for scene in scenes:
            self._memory.enter(scene)
            found.extend(self._scene(scene))
            self._memory.leave(scene)
        return found

    def _scene(self, scene: Scene) -> Iterator[Reading]:
        distances = Distances(scene.words, [cue.first for cue in scene.cues if cue.firm and cue.act])
        wheres = attached(scene.wheres, scene.figures, distances)
        dates = attached(scene.moments, scene.figures, distances)
        self._tells_money = any(self._is_money(scene, at) for at in scene.figures)
        before: Reading | None = None
        governing: list[Cue] = []
        for at in scene.figures:
            reading = self._one(scene, at, wheres.get(at, []), dates.get(at, []), before)
            if reading is not None:
                before = reading
                self._memory.keep(reading)
                governing += [reading.cue] if reading.cue is not None else []
                yield reading
        self.launches.extend(launches(scene, governing, self._memory, self._suits))

    def _one(
        self, scene: Scene, at: int, wheres: list[Where], dates: list[Moment], before: Reading | None
    ) -> Reading | None:
        found = self._figures[cast("int", scene.words[at].figure)]
        cue, cue_scene = governing(scene, at), scene
        if is_start_of_change(scene, at):
            self.refused.append(Refused(found, "a change starts from it"))
            return None
        actors, state, sure, asides = self._memory.who(scene, at)
        site = self._memory.is_site(scene, at) and not any(actor.is_company for actor in actors)
        actors, asides = _split(actors, asides)
        public = state is State.PROGRAMME or (bool(actors) and not any(actor.is_company for actor in actors))
        read = measured(_meant(found.figure, scene, at), scene.words, at, cue, site=site, public=public)
        if read.measure is None and before is not None and _goes_on(scene, before, at, found.figure):
            read = Measured(before.measure, read.figure, MEDIUM)
        read = self._exported(scene, read)
        if (why := _refusal(found, read, scene, at, wheres)) is not None:
            self.refused.append(Refused(found, why))
            return None
        measure = cast("Measure", read.measure)
        yearly = is_yearly(scene.words, at)
        if cue is None and before is not None and before.cue is not None:
            cue, cue_scene = before.cue, before.cue_scene  # "700 emplois à Fès et 300 à Oujda"
        if reaches_by_its_words(found, scene, at):
            cue = (cue or Cue(at, at + 1, None, None, None, False))._replace(act=Act.REACH)
        if state is None and not actors and self._memory.is_of_paper(scene):
            state = State.PAPER
        time, time_sure = time_of(cue, measure, dates or scene.moments, self._published, yearly=yearly)
        if time is None:
            told = self._memory.told_before(scene)
            if told is not None and told.cue is not None:
                time, time_sure = told.cue.time, MEDIUM
                cue, cue_scene = (cue, scene) if cue is not None else (told.cue, told.cue_scene)
        if time is None and state is State.PAPER:
            time, time_sure = Time.AHEAD, MEDIUM  # what an agreement is about is still to come
        if time is None:
            self.refused.append(Refused(found, "no verb and no date says whether it is promised or measured"))
            return None
        more = is_more(scene.words, at, split(found.figure.as_printed or ""))
        kind = kind_of(time, cue, actors, state, measure)
        kind = kind._replace(confidence=_weaker(kind.confidence, time_sure if time_sure is not HIGH else HIGH))
        due, due_sure = self._when(
            scene,
            at,
            kind.value,
            dates,
            money=self._tells_money,
            flow=measure in (Measure.EXPORT_REVENUE, Measure.REVENUE),
            yearly=yearly,
        )
        near = [due] if due is not None else dates
        reading = Reading(
            scene, at, found, read.figure, read, cue, kind,
            basis_of(kind.value, measure, cue, near, more=more, yearly=yearly),
            actors, state, sure, due=due, due_sure=due_sure, with_whom=asides,
        )  # fmt: skip
        if kind.value == "commitment" and not actors and state is None and not scene.sentence.item:
            reading.actors = self._memory.company_of(scene)
            reading.kind = kind._replace(confidence=MEDIUM) if reading.actors else kind
        if kind.value == "target" and not actors and measure.additive:
            reading.actors, reading.actors_sure = self._memory.planner, LOW
        reading.wheres, reading.cue_scene = tuple(wheres), cue_scene
        reading.places, reading.places_sure = self._memory.where(
            scene, at, kind.value, actors=actors, state=state, wheres=wheres, before=before
        )
        return reading

    def _exported(self, scene: Scene, read: Measured) -> Measured:
        """Read the receipts of the sector, and those of its branches, as exports where the text speaks of exports."""
        exports = self._memory.exports
        if exports is None or exports.figure.unit != read.figure.unit:
            return read
        receipts = read.measure is Measure.REVENUE and any(word.folded == "recettes" for word in scene.words)
        branch = read.measure is None and bool(scene.segments) and scene.number - exports.scene.number <= _NEAR
        return Measured(Measure.EXPORT_REVENUE, read.figure, MEDIUM) if receipts or branch else read

    def _when(
        self, scene: Scene, at: int, kind: str, dates: list[Moment], *, money: bool, flow: bool, yearly: bool
    ) -> tuple[Moment | None, Confidence]:
        """Find the due date of what is ahead, or the period of what was seen."""
        for sure, moments in ((HIGH, dates), (MEDIUM, _ordered(scene.moments, at))):
            for moment in moments:
                if not self._suits(moment, kind, own=sure is HIGH, flow=flow) or is_of_another_verb(
                    scene, moment, at, kind
                ):
                    continue
                if sure is MEDIUM and not reaches(scene, moment, at, kind, money=money):
                    continue
                chosen = self._closed(moment) if kind == "observation" else _limit(moment)
                if chosen.period is None:
                    continue
                return chosen, MEDIUM if sure is HIGH and chosen.resolved and moment.role is not Role.NOW else sure
        same = self._memory.same_period(scene)
        if kind == "observation" and same is not None:
            return same, MEDIUM
        if kind == "observation" and yearly and self._published is not None:
            return Moment(at, at + 1, Period.of(PartialDate(self._published.year)), Role.NOW, True), MEDIUM
        if kind == "observation" and flow:
            return self._memory.year_before(at), LOW
        if kind == "observation" and self._published is not None and self._published.month is not None:
            cue = governing(scene, at)
            if cue is None or cue.time is not Time.PAST or cue.act is Act.HOLD:
                month = Period.of(PartialDate(self._published.year, self._published.month))
                return Moment(at, at + 1, month, Role.NOW, True), MEDIUM
        return None, HIGH

    def _is_money(self, scene: Scene, at: int) -> bool:
        return self._figures[cast("int", scene.words[at].figure)].figure.currency is not None

    def _suits(self, moment: Moment, kind: str, *, own: bool = True, flow: bool = False) -> bool:
        end = moment.period.last_day if moment.period else None
        past = bool(end and self._published and end <= self._published.last_day)
        if kind == "observation":
            if moment.role in (Role.DUE, Role.START, Role.LASTS) or (flow and moment.role is Role.NOW):
                return False
            return moment.role is not Role.WHEN or past or self._published is None
        if moment.role in (Role.SINCE, Role.NOW):
            return False
        return (
            moment.role in (Role.DUE, Role.LASTS)
            or not past
            or (kind == "target" and moment.role is Role.SPAN and not own)
        )

    def _closed(self, moment: Moment) -> Moment:
        """Read `depuis 2016` as the time from then to the end of the year before, or to the article."""
        if moment.role is Role.SINCE and moment.period is not None and moment.period.start is not None:
            now = self._published and PartialDate(self._published.year, self._published.month)
            end = now if now is not None and now.last_day >= moment.period.start.first_day else None
            return moment._replace(period=Period(moment.period.start, end))
        return moment


def _split(actors: tuple[Actor, ...], beside: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Where a ministry and a company sign together, the company promises, and the ministry stands beside it."""
    companies = tuple(actor for actor in actors if actor.is_company)
    if not companies or len(companies) == len(actors):
        return actors, beside
    return companies, (*beside, *(actor for actor in actors if not actor.is_company))


def _ordered(moments: Sequence[Moment], at: int) -> list[Moment]:
    return sorted(moments, key=lambda moment: (moment.first > at, abs(moment.first - at)))


def _limit(moment: Moment) -> Moment:
    """Read a span that lies ahead as its end, by which the promise is due."""
    if moment.role is Role.SPAN and moment.period is not None and moment.period.end is not None:
        return moment._replace(period=Period.of(moment.period.end))
    return moment


def _meant(figure: Figure, scene: Scene, at: int) -> Figure:
    """Read `porter ses effectifs de 2.300 à 3.200` as the level that is reached."""
    if figure.qualifier is Qualifier.RANGE and figure.high is not None and figure.value is None:
        printed = (figure.as_printed or "").lower()
        if printed.startswith(("de ", "d'", "d’", "from ")):
            before = {word.folded for word in scene.words[max(0, at - 10) : at]}
            if before & _SHIFTS:
                return evolve(figure, value=figure.high, qualifier=Qualifier.EXACT, low=None, high=None)
    return figure


def _goes_on(scene: Scene, before: Reading, at: int, figure: Figure) -> bool:
    """Say whether a figure continues the one before it: `12,8 milliards en 2019, contre 11,6 milliards`."""
    return before.scene is scene and before.figure.unit == figure.unit and at - before.at <= 14


_ONE = listed("un une a an one")


def _refusal(found: FoundFigure, read: Measured, scene: Scene, at: int, wheres: list[Where]) -> str | None:
    printed = split(found.figure.as_printed or "")
    if found.figure.value == 1 and printed and printed[0].folded in _ONE:
        return "a single one, told in passing"
    if read.measure is None:
        return read.why
    if wheres and not wheres[0].places:
        return "it is told of a place that the dataset does not have"
    following = scene.words[at].end
    if (
        scene.words[at].before.startswith("(")
        and at
        and scene.words[at - 1].figure is not None
        and found.figure.currency
    ):
        return "it is the amount before it in another currency"
    del following
    return None


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    order = (HIGH, MEDIUM, LOW)
    return max(one, other, key=order.index)
