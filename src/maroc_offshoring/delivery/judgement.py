"""A judgement: one promise or aim whose date has passed, its verdict, and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.comparison import Ratio, least, ratio
from maroc_offshoring.delivery.evidence import Evidence
from maroc_offshoring.delivery.judging import Ruling, rule
from maroc_offshoring.delivery.promise import Made, Promise
from maroc_offshoring.delivery.verdict import Verdict
from maroc_offshoring.delivery.weighing import SetAside
from maroc_offshoring.derivation import Derivation, Explainable, Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.figures.conventions import Convention
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Observation, Operator, Place, Plan, Pledge, Source
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Basis


@frozen(repr=False)
class Judgement(Citable, Explainable, Shown):
    """What became of one promised or aimed figure whose date has passed.

    Args:
        stated: What was promised, with all that decides what can judge it.
        ruling: The verdict, and what it rests on.
        as_of: The date that it was judged on.
        convention: What `about` and `nearly` reach.

    Example:
        >>> import maroc_offshoring as mo
        >>> aim = mo.load().delivery(ids="tgt-export_revenue-morocco-2020-2")[0]
        >>> aim.verdict.value, round(aim.ratio.value, 2), [seen.id for seen in aim.observed][-1]
        ('missed', Decimal('0.50'), 'obs-export_revenue-morocco-2021-2')
    """

    stated: Promise
    ruling: Ruling
    as_of: PartialDate
    convention: Convention

    @property
    def promise(self) -> Made:
        """The commitment or the target that states it."""
        return self.stated.record

    @property
    def pledge(self) -> Pledge | None:
        """The pledge of the commitment; None for a target."""
        return self.stated.pledge

    @property
    def measure(self) -> Measure:
        """What was promised."""
        return self.stated.measure

    @property
    def figure(self) -> Figure:
        """How much was promised."""
        return self.stated.figure

    @property
    def basis(self) -> Basis | None:
        """What the figure counts; None where the source does not say."""
        return self.stated.basis

    @property
    def due(self) -> Period | None:
        """By when; the date of its whole, where a part gives none."""
        return self.stated.due

    @property
    def places(self) -> tuple[Place, ...]:
        """Where."""
        return self.stated.places

    @property
    def operators(self) -> tuple[Operator, ...]:
        """The companies that promise it."""
        return self.stated.operators

    @property
    def plan(self) -> Plan | None:
        """The plan that an aim is part of."""
        return self.stated.plan

    @property
    def tellings(self) -> tuple[Commitment, ...]:
        """The other records that tell the same promise."""
        return self.stated.tellings

    @property
    def superseded_by(self) -> tuple[Made, ...]:
        """What superseded it, nearest first."""
        return self.stated.successors

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        return self.ruling.verdict

    @property
    def required(self) -> Bounds:
        """The least that keeps it, as the two bounds between which it lies."""
        return least(self.figure, self.convention)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that speaks for or against it, in order of time."""
        return self.ruling.evidence

    @property
    def rests_on(self) -> tuple[Evidence, ...]:
        """The evidence that the verdict rests on, the most telling first; of a contested one, a piece of each side."""
        return self.ruling.rests_on

    @property
    def observed(self) -> tuple[Observation, ...]:
        """The observations among the evidence, each once, in order of time.

        A site's own dated figure is read as an observation of that site; its id is that of the site, the measure and
        the date.
        """
        return tuple({seen.id: seen for found in self.evidence for seen in found.observations}.values())

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Observations of the right thing and time that cannot judge it, each with the reason."""
        return self.ruling.set_aside

    @property
    def ratio(self) -> Ratio | None:
        """What was measured as a share of the least that keeps it; of a contested one, from the least to the most.

        None where the verdict rests on no measurement.
        """
        sides = self.rests_on if self.verdict is Verdict.CONTESTED else self.rests_on[:1]
        found = [one for side in sides if (one := self._ratio_of(side)) is not None]
        if not found or self.verdict is Verdict.NOT_MEASURED:
            return None
        if len(found) == 1:
            return found[0]
        highs = [one.high for one in found]
        return Ratio(min(one.low for one in found), None if None in highs else max(_numbers(highs)), None)

    def _ratio_of(self, found: Evidence) -> Ratio | None:
        return None if found.shown is None else ratio(found.shown, self.required, found.figure, self.figure)

    @property
    def reason(self) -> Sentence:
        """Why the verdict is as it is, in three languages; `str` of it is English."""
        from maroc_offshoring.delivery.reasons import reason

        return reason(self.stated, self.ruling, self.ratio)

    def message(self, language: str = "en") -> str:
        """Say why the verdict is as it is.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            A few sentences that can be printed as they stand.

        Raises:
            UnknownWord: Where it is another language.

        Example:
            >>> import maroc_offshoring as mo
            >>> aim = mo.load().delivery(ids="tgt-export_revenue-morocco-2020-2")[0]
            >>> print(aim.message())
            Aim for 2020, export revenue: 26 000 000 000 MAD a year. 13 000 000 000 MAD (2021), within...
        """
        return self.reason.label(language)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the promise and of the evidence, each once."""
        evidence = [source for found in self.evidence for source in found.sources]
        return tuple({source.id: source for source in (*self.promise.sources, *evidence)}.values())

    @property
    def derivation(self) -> Derivation:
        """How the verdict came about, as a tree."""
        from maroc_offshoring.delivery.working import derivation_of

        return derivation_of(self)

    def __str__(self) -> str:
        return f"{self.verdict.label('en')}: {self.reason}"

    def __repr__(self) -> str:
        due = f" due {self.due}" if self.due else ""
        return f"<Judgement {self.verdict.value}: {self.promise.id}, {self.figure}{due}>"


def _numbers(numbers: Sequence[Decimal | None]) -> list[Decimal]:
    return [number for number in numbers if number is not None]


def judge(
    promise: Promise, observations: Sequence[Observation], as_of: PartialDate, convention: Convention
) -> Judgement:
    """Judge a promise whose date has passed.

    Args:
        promise: The promise.
        observations: What was measured of its measure.
        as_of: The date to judge it on.
        convention: What `about` and `nearly` reach.

    Returns:
        The judgement.
    """
    return Judgement(promise, rule(promise, observations, convention), as_of, convention)
