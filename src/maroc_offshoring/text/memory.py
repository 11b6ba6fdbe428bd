"""What a reader keeps in mind from sentence to sentence: who acts, where, and whether a list goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import City, Country, Institution, Place, Region, Site
from maroc_offshoring.text.actors import Actor, Part, State, is_governed, same_actors
from maroc_offshoring.text.horizons import Moment, Role
from maroc_offshoring.text.mentions import innermost
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.subjects import subject, together
from maroc_offshoring.text.whereabouts import Where
from maroc_offshoring.text.words import Phrases, listed
from maroc_offshoring.vocabulary import Confidence, InstitutionKind

if TYPE_CHECKING:
    from maroc_offshoring.text.readings import Reading

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
_LEVELS: dict[str, type[Place]] = {"site": Site, "city": City, "region": Region, "country": Country}
_HIS = listed("son sa ses leur leurs its their")
_SAME_PERIOD = Phrases(
    dict.fromkeys(
        (
            "la même période", "la même année", "cette période", "the same period", "the same year", "that period",
            "cette même année", "cette date", "la même date", "that date", "this period", "la période",
        ),
        True,
    )
)  # fmt: skip
_PARKS = listed("parc tranche technopole park plateforme technopark campus")
_PLANS = listed("strategie plan programme roadmap strategy feuille vision")
_MANY = ("ils", "elles", "they")
_GROUPS = listed("group company firm operator groupe entreprise operateur societe multinationale")
_WE = listed("nous notre nos we our")
_AGREED = listed(
    """
    signe signee conclu conclue premier second premiere seconde signed convention conventions memorandum memorandums
    accord contrat partenariat protocole memoranda agreement mou
    """
)


class Memory:
    """What was spoken of so far.

    Args:
        country: The place that all others lie in; None where the dataset has no country.
    """

    def __init__(self, country: Place | None) -> None:
        self._country = country
        self._actors: tuple[Actor, ...] = ()
        self._state: State | None = None
        self._authority: tuple[Actor, ...] = ()
        self._plans = False
        self._period: Moment | None = None
        self._places: tuple[Place, ...] = ()
        self._lead: tuple[Place, ...] = ()
        self._headline: tuple[Place, ...] = ()
        self._named: list[Place] = []
        self._head: Reading | None = None
        self._last: Reading | None = None
        self._list: Reading | None = None
        self._before: Scene | None = None
        self._signed = False
        self._we = False
        self.exports: Reading | None = None

    # Sentences

    def enter(self, scene: Scene) -> None:
        """Begin a sentence: an item goes on with what headed its list.

        Args:
            scene: The sentence.
        """
        self._we = any(
            word.folded in _WE and (index == 0 or not word.capital) for index, word in enumerate(scene.words)
        )
        self._plans = self._plans or bool(_PLANS & {word.folded for word in scene.words})
        opened = self._before is not None and self._before.sentence.ends == ":"
        if scene.sentence.item and opened:
            self._list = self._last if self._last is not None and self._last.scene is self._before else None
        elif not scene.sentence.item and not (self._before and self._before.sentence.ends == ";"):
            self._list = None

    def leave(self, scene: Scene) -> None:
        """End a sentence, and keep who and what it spoke of.

        Args:
            scene: The sentence.
        """
        for actor in scene.actors:
            # An authority of a region brings the region to mind.
            regions = [party.region for party in actor.parties if isinstance(party, Institution) and party.region]
            if actor.state is State.KNOWN:
                self._named.extend(regions)
        subjects = [actor for actor in scene.actors if actor.part not in (Part.ASIDE, Part.SOURCE)]
        companies = [actor for actor in subjects if actor.is_company]
        chosen = companies[-1] if companies else next((a for a in subjects if a.state is not State.SAME), None)
        if chosen is not None:
            self._actors = together(scene, subjects, chosen) if chosen.is_named else ()
            self._state = None if chosen.is_named else chosen.state
            if chosen.is_named and not chosen.is_company:
                self._authority = self._actors
        if not scene.figures:
            placed = [where for where in scene.wheres if where.places and where.located]
            if placed and not all(isinstance(place, Country) for place in placed[-1].places):
                self._places = placed[-1].places
            for moment in scene.moments:
                if moment.role is Role.WHEN and moment.first <= 1:
                    self._period = moment  # "En 2024, le Maroc a maintenu la stabilité de ses exportations."
        for where in scene.wheres:
            if where.places:
                self._named.extend(where.places)
                if not self._headline and scene.number <= 1:
                    self._headline = where.places
                wide = all(isinstance(place, Country) for place in self._lead)
                if (
                    wide
                    and scene.number < 8
                    and not scene.sentence.item
                    and not (self._lead and where.places == self._lead)
                ):
                    self._lead = where.places
        self._before = scene
        self._signed = any(word.folded in _AGREED for word in scene.words)

    def keep(self, reading: Reading) -> None:
        """Keep what was read last.

        Args:
            reading: It.
        """
        self._last = reading
        if reading.measure is Measure.EXPORT_REVENUE:
            self.exports = reading
        due = reading.due
        if due is not None and due.role in (Role.SPAN, Role.WHEN) and reading.kind.value == "observation":
            self._period = due
        before = reading.scene.words[max(0, reading.at - 4) : reading.at]
        if any(word.folded in ("dont", "including") for word in before):
            return
        if reading.places and reading.places_sure is not LOW:
            self._places = reading.places

    # Who

    def who(self, scene: Scene, at: int) -> tuple[tuple[Actor, ...], State | None, Confidence, tuple[Actor, ...]]:
        """Say who acts on a figure.

        Args:
            scene: The sentence.
            at: The word that the figure is.

        Returns:
            Those who act, what acts where no one is named, how sure that is, and who is named beside them.
        """
        asides = tuple(actor for actor in scene.actors if actor.part is Part.WITH and actor.is_named)
        agent = self._agent(scene, at)
        if agent is not None:
            return together(scene, scene.actors, agent), None, HIGH, ()
        before = [actor for actor in scene.actors if actor.last <= at and actor.part in (Part.SUBJECT, Part.AGENT)]
        met = [actor for actor in scene.actors if actor.last <= at and actor.part is Part.WITH and actor.is_company]
        agreed = any(word.folded in _AGREED for word in scene.words[:at])
        chosen = subject(scene, before)
        if met and agreed and (chosen is None or not chosen.is_company):
            others = (chosen,) if chosen is not None and chosen.is_named else ()
            return together(scene, scene.actors, met[-1]), None, MEDIUM, others
        if chosen is not None and chosen.state is State.SAME:
            if any(actor.is_named for actor in before[:-1]):
                chosen = [actor for actor in before[:-1] if actor.is_named][-1]
            elif chosen.name.casefold() in _MANY and len(self._actors) == 1:
                return (), State.COMPANIES, MEDIUM, asides
            else:
                return self._actors, self._state, MEDIUM, asides
        if chosen is not None and chosen.state is State.SECTOR and self._is_regional(chosen):
            return self._authority, None, MEDIUM, asides
        if chosen is not None and chosen.is_named:
            sure = HIGH if not self._place_between(scene, chosen, at) else MEDIUM
            return together(scene, before, chosen), None, sure, asides
        if chosen is not None:
            if chosen.state is State.PROGRAMME:
                return self._authority, chosen.state, MEDIUM, asides
            return (), chosen.state, HIGH, asides
        return self._unnamed(scene, at, asides)

    def _unnamed(
        self, scene: Scene, at: int, asides: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], State | None, Confidence, tuple[Actor, ...]]:
        words = scene.words
        stands = any(level in ("site", "thing") and last <= at for _, last, level in scene.standing)
        if stands and any(actor.is_company for actor in self._actors):
            return self._actors, None, MEDIUM, asides
        after = [actor for actor in scene.actors if actor.first > at and actor.is_named and actor.part is Part.SUBJECT]
        if self._we:
            if after:
                return (after[0],), None, MEDIUM, asides
            return self._actors, self._state, MEDIUM, asides
        if any(word.folded in _GROUPS for word in words[: min(at, 8)]):
            return (), State.COMPANIES, MEDIUM, asides
        if words[0].folded in _HIS:
            return self._actors, self._state, MEDIUM, asides
        if after and not any(cue.firm and cue.last <= at for cue in scene.cues) and len(scene.figures) == 1:
            return (after[0],), None, MEDIUM, asides
        if self._place_leads(scene, at):
            return (), State.SECTOR, HIGH, asides
        if self._authority and self._state is not None and self._state is State.PROGRAMME:
            return self._authority, self._state, LOW, asides
        return (), None, LOW, asides

    def _is_regional(self, actor: Actor) -> bool:
        """Say whether `la région` is the council that was named before."""
        named = [party for one in self._authority for party in one.parties if isinstance(party, Institution)]
        says = actor.name.casefold().endswith(("région", "region"))
        return says and any(party.kind is InstitutionKind.REGION for party in named)

    def _agent(self, scene: Scene, at: int) -> Actor | None:
        """Find who stands right after a figure as `par X`, `chez X` or `(X)`."""
        limit = next((figure for figure in scene.figures if figure > at), len(scene.words))
        for actor in scene.actors:
            if at < actor.first < min(limit, at + 9) and actor.part is Part.AGENT and actor.is_named:
                return actor
        return None

    def _place_leads(self, scene: Scene, at: int) -> bool:
        first = next((where for where in scene.wheres if where.last <= at), None)
        return first is not None and not first.located and first.first <= 2

    def _place_between(self, scene: Scene, actor: Actor, at: int) -> bool:
        return any(actor.last <= where.first < at and not where.located for where in scene.wheres)

    def is_site(self, scene: Scene, at: int) -> bool:
        """Say whether a site is what acts on a figure."""
        if any(level == "site" and last <= at for _, last, level in scene.standing):
            return True
        developer = [actor for actor in (*scene.actors, *self._actors) if actor.is_named and not actor.is_company]
        if any(word.folded in _PARKS for word in scene.words[:at]):
            return True
        first = next((where for where in scene.wheres if where.last <= at), None)
        heads = first is not None and first.first <= 2 and any(isinstance(place, Site) for place in first.places)
        return heads or (bool(developer) and any(isinstance(place, Site) for place in self._places))

    # When

    def told_before(self, scene: Scene) -> Reading | None:
        """Return what a figure without a verb goes on with: what headed its list, or what was told last.

        Args:
            scene: Its sentence.
        """
        last = self._last
        if self._list is not None and self._list.cue is not None and self._list.cue.time is not None:
            return self._list
        if last is None or last.cue is None or last.cue.time is None:
            return None
        near = last.scene is scene or scene.sentence.item
        return last if near or last.scene.sentence.paragraph == scene.sentence.paragraph else None

    def is_of_paper(self, scene: Scene) -> bool:
        """Say whether the sentence before spoke of agreements, so that this one says what is in them.

        Args:
            scene: The sentence.
        """
        before, signed = self._before, self._signed
        near = before is not None and scene.sentence.paragraph - before.sentence.paragraph <= 1
        return near and (self._state is State.PAPER or (signed and self._state is None and not self._actors))

    def same_period(self, scene: Scene) -> Moment | None:
        """Return the period told before, where a sentence says that it is the same."""
        said = _SAME_PERIOD.all(scene.words)
        if not said or self._period is None:
            return None
        return self._period._replace(first=said[0][0], last=said[0][1])

    def year_before(self, at: int) -> Moment | None:
        """Return the year of the period told before, for a figure that is told without one.

        Args:
            at: The word that the figure is.
        """
        if self.exports is not None and self.exports.due is not None:
            return self.exports.due._replace(first=at, last=at + 1)
        period = self._period.period if self._period is not None else None
        if period is None or period.year is None:
            return None
        return Moment(at, at + 1, Period.of(PartialDate(period.year)), Role.WHEN, True)

    def company_of(self, scene: Scene) -> tuple[Actor, ...]:
        """Return the companies that the paragraph speaks of, for a sentence that names no one.

        Args:
            scene: The sentence.
        """
        before = self._last
        if before is None or before.scene.sentence.paragraph != scene.sentence.paragraph or self._state is not None:
            return ()
        return before.actors if any(actor.is_company for actor in before.actors) else ()

    @property
    def planner(self) -> tuple[Actor, ...]:
        """The authority whose plan is spoken of, if one is."""
        return self._authority if self._plans else ()

    # Where

    def where(
        self, scene: Scene, at: int, kind: str, *, actors: tuple[Actor, ...], state: State | None,
        wheres: Sequence[Where], before: Reading | None,
    ) -> tuple[tuple[Place, ...], Confidence]:  # fmt: skip
        """Say which places a figure is for.

        Args:
            scene: The sentence.
            at: The word that the figure is.
            kind: Whether it is promised, aimed at or measured.
            actors: Who acts on it.
            state: What acts on it, where no one is named.
            wheres: The places that stand nearest to it.
            before: What was read before it.

        Returns:
            The places, and how sure they are.
        """
        own = [where for where in wheres if where.places]
        if own:
            places = own[0].places
            for where in own[1:]:
                merged = innermost((*places, *where.places))
                if any(one.within(other) or other.within(one) for one in places for other in where.places):
                    places = merged
            return places, HIGH
        stood = self._standing(scene, at)
        named = any(not isinstance(place, Country) for where in scene.wheres for place in where.places)
        if stood and not (named and isinstance(stood[0], Country)):
            acts = any(not is_governed(scene.words, first) for first, _, _ in scene.standing)
            wide = isinstance(stood[0], Country) or not acts
            if kind != "observation" and self._places and not wide and all(p.within(stood[0]) for p in self._places):
                return self._places, LOW  # "la région versera": for what was spoken of there
            return stood, MEDIUM
        earlier = [where for where in scene.wheres if where.places and where.last <= at]
        if earlier:
            return earlier[-1].places, MEDIUM
        if before is not None and before.scene is scene and before.places:
            return before.places, MEDIUM
        later = [where for where in scene.wheres if where.places and where.first > at and scene.goes_on_to(at, where)]
        if later and kind != "observation":
            return later[0].places, MEDIUM
        return self._inherited(actors, state, seen=kind == "observation")

    def _inherited(
        self, actors: tuple[Actor, ...], state: State | None, *, seen: bool
    ) -> tuple[tuple[Place, ...], Confidence]:
        country = (self._country,) if self._country is not None else ()
        if state is State.SECTOR:
            local = not seen and bool(self._headline) and self._headline != country
            return (self._headline, LOW) if local else (country, MEDIUM)
        before = self._before
        sector = seen and state is None and not actors and self._state is State.SECTOR
        if sector and before is not None and not before.wheres:
            return country, LOW  # "Que pèse le secteur ? 148.500 emplois"
        if state in (State.PAPER, State.COMPANIES) or (state is State.PROGRAMME):
            return (self._lead or country), LOW
        if self._list is not None and self._list.places:
            return self._list.places, MEDIUM
        same = self._last is not None and same_actors(self._last.actors, actors)
        if self._places and (same or not actors):
            return self._places, LOW
        return (self._places if actors and self._places else self._lead or country), LOW

    def _standing(self, scene: Scene, at: int) -> tuple[Place, ...]:
        for _, last, level in reversed(scene.standing):
            if last > at + 12:
                continue
            if level == "country":
                return (self._country,) if self._country is not None else ()
            if level == "last":
                near = [place for place in self._named if not isinstance(place, Country)]
                return (near[-1],) if near else ()
            if level == "thing":
                continue
            for place in reversed(self._named):
                for one in place.lineage:
                    if isinstance(one, _LEVELS[level]):
                        return (one,)
        return ()
