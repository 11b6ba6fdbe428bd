"""Weighing what was measured against a promise: as a level, or as so much more.

A level is held against a stock, or against one year of what is counted by the year. So much more is held against what
was gathered over the span of the promise, or against the difference of two levels, at its start and at its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.delivery.comparison import falls_short, least, meets, reaches, timing
from maroc_offshoring.delivery.coverage import Covered, Unfit, covers
from maroc_offshoring.delivery.evidence import Evidence, measured, tells_in_part
from maroc_offshoring.delivery.measurements import GATHERED, LESS_IS_BETTER, RATES, YEARLY, in_unit, whole_year
from maroc_offshoring.delivery.promise import Promise
from maroc_offshoring.delivery.verdict import Caveat, Coverage, Shows, Timing, Way
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import Convention, bounds
from maroc_offshoring.figures.decimals import difference, exact_product, quotient
from maroc_offshoring.model import Observation
from maroc_offshoring.series import Subject
from maroc_offshoring.units import Unit
from maroc_offshoring.vocabulary import Basis

_ZERO = Decimal(0)

OTHER_UNIT = Sentence(
    "son unité n'est pas celle de l'engagement, et aucun taux ne la convertit",
    "its unit is not that of the promise, and no rate converts it",
    "وحدته ليست وحدة الالتزام ولا سعر لتحويلها",
)
NO_LEVEL = Sentence(
    "il compte un flux ou un cumul, l'engagement vise un niveau",
    "it counts a flow or a running total, and the promise is for a level",
    "يحسب تدفقا أو تراكما والالتزام يخص مستوى",
)
NOT_A_YEAR = Sentence(
    "il ne couvre pas une année entière connue",
    "it does not cover one known year",
    "لا يغطي سنة معروفة كاملة",
)
OTHER_SPAN = Sentence(
    "sa période chevauche celle de l'engagement sans la contenir ni y être contenue",
    "its span overlaps that of the promise, and neither lies within the other",
    "فترته تتقاطع مع فترة الالتزام دون أن تحتوي إحداهما الأخرى",
)
OUTSIDE = Sentence(
    "sa période est hors de celle de l'engagement",
    "its span lies outside that of the promise",
    "فترته خارج فترة الالتزام",
)
SINCE_WHEN = Sentence(
    "il ne dit pas depuis quand il s'accumule",
    "it does not say since when it has gathered",
    "لا يقول منذ متى يتراكم",
)
NO_START = Sentence(
    "l'engagement n'a ni date de départ ni date d'annonce",
    "the promise has neither a start nor a date of announcement",
    "ليس للالتزام تاريخ بداية ولا تاريخ إعلان",
)
LESS_IS_MORE = Sentence(
    "moins il y en a, mieux c'est\u00a0: l'atteindre n'est pas un succès",
    "the less of it the better: reaching so much of it is no success",
    "كلما قل كان أفضل: بلوغه ليس نجاحا",
)
AT_START = Sentence(
    "il dit d'où part l'engagement, non où il est arrivé",
    "it says where the promise started from, not where it came to",
    "يقول من أين انطلق الالتزام لا أين وصل",
)
NO_BASE = Sentence(
    "aucun niveau n'est connu au départ de l'engagement, d'où mesurer la hausse",
    "no level is known at the start of the promise, from which to measure the rise",
    "لا يُعرف مستوى عند بداية الالتزام لقياس الزيادة",
)


@frozen
class SetAside:
    """An observation of the right thing that cannot judge a promise.

    Args:
        observation: The observation.
        because: Why not.
    """

    observation: Observation
    because: Sentence

    def __str__(self) -> str:
        return f"{self.observation.figure} ({self.observation.period}) [{self.observation.id}]: {self.because}"


@frozen
class _Seen:
    """An observation that covers a promise, with its figure in the unit of the promise."""

    observation: Observation
    figure: Figure
    bounds: Bounds
    moment: PartialDate
    coverage: Coverage
    caveats: tuple[Caveat, ...]


class Scale:
    """The scale on which what was measured is held against one promise, read on one basis.

    Args:
        promise: The promise.
        basis: The basis that it is read on.
        convention: What `about` and `nearly` reach.
    """

    def __init__(self, promise: Promise, basis: Basis, convention: Convention) -> None:
        self.promise = promise
        self.basis = basis
        self.convention = convention
        self.required = least(promise.figure, convention)
        self.evidence: list[Evidence] = []
        self.set_aside: list[SetAside] = []

    def weigh(self, observations: Iterable[Observation]) -> None:
        """Weigh what was measured.

        Args:
            observations: Observations of the measure that was promised.
        """
        levels: list[_Seen] = []
        for observation in observations:
            covered = covers(observation, self.promise)
            if isinstance(covered, Unfit) and covered.is_near:
                self.set_aside.append(SetAside(observation, covered.because))
            elif isinstance(covered, Covered):
                self._take(observation, covered, levels)
        self._rises(levels)

    def _take(self, observation: Observation, covered: Covered, levels: list[_Seen]) -> None:
        seen = self._seen(observation, covered)
        if observation.measure in LESS_IS_BETTER:
            why: Sentence | None = LESS_IS_MORE
        elif isinstance(seen, Sentence):
            why = seen
        elif self._is_a_level(observation):
            why = self._level(seen, levels)
        elif self._gathers(observation):
            why = self._gathered(seen)
        else:
            yearly = observation.measure in YEARLY and observation.basis is Basis.FLOW
            why = NOT_A_YEAR if yearly else NO_LEVEL
        if why is not None and covered.coverage is Coverage.SAME:
            self.set_aside.append(SetAside(observation, why))

    def _seen(self, observation: Observation, covered: Covered) -> _Seen | Sentence:
        unit, figure, moment = self.promise.figure.unit, observation.figure, covered.moment
        if unit != Unit.PERCENT:  # so many per cent more: only a rise can be stated so
            stated = in_unit(figure, unit, observation.period)
            if stated is None:
                return OTHER_UNIT
            figure = stated
        caveats = covered.caveats if figure is observation.figure else (*covered.caveats, Caveat.CONVERTED)
        return _Seen(observation, figure, bounds(figure, self.convention), moment, covered.coverage, caveats)

    def _is_a_level(self, observation: Observation) -> bool:
        if observation.basis is Basis.STOCK:
            return True
        if observation.basis is Basis.FLOW and whole_year(observation.period):
            return observation.measure in (YEARLY if self.basis is Basis.LEVEL else RATES)
        return False

    def _gathers(self, observation: Observation) -> bool:
        if observation.basis is Basis.STOCK or observation.measure in RATES:
            return False
        return self.basis is Basis.ADDITIONAL or observation.measure in GATHERED

    def _add(self, way: Way, seen: _Seen, shows: Shows | None = None, caveats: tuple[Caveat, ...] = ()) -> Evidence:
        found = measured(
            way, (seen.observation,), seen.moment, seen.bounds, required=self.required, promise=self.promise,
            coverage=seen.coverage, caveats=(*seen.caveats, *caveats), figure=seen.figure, shows=shows,
        )  # fmt: skip
        self.evidence.append(found)
        return found

    # A level

    def _level(self, seen: _Seen, levels: list[_Seen]) -> Sentence | None:
        if self.basis is Basis.LEVEL:
            if seen.figure.unit != self.promise.figure.unit:
                return OTHER_UNIT
            if self._is_no_later_than_start(seen):
                return AT_START
            self._add(Way.LEVEL, seen)
            return None
        levels.append(seen)
        self._ceiling(seen)
        return None

    def _is_no_later_than_start(self, seen: _Seen) -> bool:
        start = self.promise.start
        if start is None:
            return False
        return seen.moment.last_day <= start.last_day or (
            meets(seen.moment, start) and self._when(seen) is Timing.EARLY
        )

    def _ceiling(self, seen: _Seen) -> None:
        """What there is in all bounds how much more there is: a whole level below the addition shows that it failed."""
        if seen.coverage is Coverage.PART or seen.figure.unit != self.promise.figure.unit:
            return
        is_after = self._when(seen) in (Timing.AT, Timing.SOON) and not self._is_no_later_than_start(seen)
        if is_after and falls_short(seen.bounds, self.required):
            shown = Bounds(_ZERO, seen.bounds.high, seen.bounds.unit, seen.bounds.assumed)
            self.evidence.append(
                measured(
                    Way.CEILING, (seen.observation,), seen.moment, shown, required=self.required, promise=self.promise,
                    coverage=seen.coverage, caveats=seen.caveats, figure=seen.figure, shows=Shows.SHORT,
                )
            )  # fmt: skip

    def _when(self, seen: _Seen) -> Timing | None:
        return timing(seen.moment, self.promise.due) if self.promise.due else None

    # The difference of two levels

    def _rises(self, levels: list[_Seen]) -> None:
        same = [seen for seen in levels if seen.coverage is Coverage.SAME]
        bases = [seen for seen in same if self._is_at_start(seen)]
        for later in same:
            before = [base for base in bases if _comes_before(base, later) and _is_comparable(base, later)]
            for base in before:
                self._rise(base, later)
            if (
                not before
                and not self._is_at_start(later)
                and all(later.observation not in found.observations for found in self.evidence)
            ):
                self.set_aside.append(SetAside(later.observation, NO_BASE))

    def _is_at_start(self, seen: _Seen) -> bool:
        return self.promise.start is not None and meets(seen.moment, self.promise.start)

    def _rise(self, base: _Seen, later: _Seen) -> None:
        before, after = base.bounds, later.bounds
        low = _ZERO if before.high is None else max(difference(after.low, before.high), _ZERO)
        high = None if after.high is None else max(difference(after.high, before.low), _ZERO)
        unit = after.unit
        if self.promise.figure.unit == Unit.PERCENT and unit != Unit.PERCENT:
            unit = Unit.PERCENT.value
            low = _ZERO if not before.high else _percent(low, before.high)
            high = None if high is None or not before.low else _percent(high, before.low)
        start = () if self.promise.start_is_stated else (Caveat.FROM_ANNOUNCEMENT,)
        self.evidence.append(
            measured(
                Way.RISE, (base.observation, later.observation), later.moment,
                Bounds(low, high, unit, before.assumed or after.assumed), required=self.required, promise=self.promise,
                coverage=Coverage.SAME, caveats=(*base.caveats, *later.caveats, *start),
            )
        )  # fmt: skip

    # What was gathered over a span

    def _gathered(self, seen: _Seen) -> Sentence | None:
        """Hold what was gathered against the span of the promise; more of it can only be gathered in a longer span."""
        start, due, period = self.promise.start, self.promise.due, seen.observation.period
        if start is None or (self.basis is Basis.LEVEL and not self.promise.start_is_stated):
            return NO_START
        if seen.figure.unit != self.promise.figure.unit:
            return OTHER_UNIT
        if due is None or due.last_day is None or period is None or period.last_day is None:
            return OUTSIDE
        if seen.observation.basis is Basis.CUMULATIVE and period.start == period.end:
            return SINCE_WHEN  # in that year, or until then
        begins = period.start
        on_time = begins is not None and meets(begins, start)
        sooner = begins is None or begins.last_day < start.first_day
        if period.last_day < start.first_day or (begins is not None and begins.first_day > due.last_day):
            return OUTSIDE
        caveats = () if self.promise.start_is_stated else (Caveat.FROM_ANNOUNCEMENT,)
        when = self._when(seen)
        if when is Timing.AT and on_time:
            self._add(Way.GATHERED, seen, None, caveats)
        elif not sooner and period.last_day <= due.last_day:
            self._within(seen, caveats if on_time else (*caveats, Caveat.LATER_START))
        elif (sooner or on_time) and when is not Timing.EARLY:
            self._beyond(seen, caveats, on_time=on_time)
        else:
            return OTHER_SPAN
        return None

    def _within(self, seen: _Seen, caveats: tuple[Caveat, ...]) -> None:
        reached = reaches(seen.bounds, self.required)
        undecided = Shows.PART if tells_in_part(seen.coverage, seen.caveats) else Shows.NOTHING
        shows = Shows.REACHED if reached and seen.coverage is not Coverage.WIDER else undecided
        self._add(Way.GATHERED, seen, shows, (*caveats, Caveat.SOME_TIME))

    def _beyond(self, seen: _Seen, caveats: tuple[Caveat, ...], *, on_time: bool) -> None:
        short = falls_short(seen.bounds, self.required) and seen.coverage is not Coverage.PART
        late = reaches(seen.bounds, self.required) and on_time and seen.coverage is not Coverage.WIDER
        shows = Shows.SHORT if short else Shows.LATE if late else Shows.NOTHING
        self._add(Way.GATHERED, seen, shows, (*caveats, Caveat.MORE_TIME))


def _comes_before(base: _Seen, later: _Seen) -> bool:
    first, last = base.observation.period, later.observation.period
    return bool(first and last and first.last_day and last.first_day and first.last_day < last.first_day)


def _is_comparable(base: _Seen, later: _Seen) -> bool:
    return not Subject.of(base.observation).but(unit="").differences(Subject.of(later.observation).but(unit=""))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return quotient(exact_product(part, Decimal(100)), whole)
