"""A choice between rival figures of one subject and one period: which was taken, which lost, and why."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import Period
from maroc_offshoring.derivation import Derivation, Explainable, Sentence
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import same
from maroc_offshoring.model import Observation, Source
from maroc_offshoring.series.policy import Grade, Policy, Rule, grade, is_better, number_of, rules
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.vocabulary import Nature


@frozen
class Lost:
    """A rival that was not taken.

    Args:
        observation: The rival.
        rule: The first rule by which another is better.
        own: What it has by that rule.
        to: The record that is better: the one taken, or one that lost later.
        against: What that one has.
    """

    observation: Observation
    rule: Rule
    own: Grade
    to: Observation
    against: Grade

    @property
    def figure(self) -> Figure:
        """What it states."""
        return self.observation.figure

    @property
    def because(self) -> Sentence:
        """Why it lost: the rule, what it has by it, and what the other has."""
        if self.rule is Rule.ORDER:
            return _ALIKE
        return Sentence.of(
            "{rule}\u00a0: {own}, contre {against}",
            "{rule}: {own}, against {against}",
            "{rule}: {own}، مقابل {against}",
            rule=self.rule,
            own=_NOT_STATED if self.own is None else self.own,
            against=self.against,
        )

    def __str__(self) -> str:
        return f"{self.figure} ({self.observation.id}): {self.because}"


_NOT_STATED = Sentence("non indiqué", "not stated", "غير مذكور")
_ALIKE = Sentence(
    "rien ne les départage, sauf l'ordre des identifiants",
    "nothing tells them apart but the order of their ids",
    "لا يفرق بينهما سوى ترتيب المعرفات",
)


@frozen(repr=False)
class Choice(Citable, Explainable):
    """Which of the rival figures of one period a policy takes.

    Args:
        subject: What they are about.
        period: Their period.
        policy: The policy.
        chosen: The record taken.
        agreeing: Other records that print the same number.
        lost: The rivals that print another, each with the reason.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.load().series("export_revenue", perimeter="old", segment=None)
        >>> choice = exports.at(2015).best("latest_published")
        >>> print(choice.figure, "|", choice.lost[0].figure, "|", choice.lost[0].because)
        7 540 000 000 MAD | 7 400 000 000 MAD | first published: not stated, against 2016-08-09
    """

    subject: Subject
    period: Period
    policy: Policy
    chosen: Observation
    agreeing: tuple[Observation, ...] = ()
    lost: tuple[Lost, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure taken, as its source states it."""
        return self.chosen.figure

    @property
    def nature(self) -> Nature:
        """How the figure taken came about; a forecast is taken only where there is nothing else."""
        return self.chosen.nature

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the figure taken, and of the records that print the same number."""
        records = (self.chosen, *self.agreeing)
        return tuple({source.id: source for record in records for source in record.sources}.values())

    @property
    def is_contested(self) -> bool:
        """Whether a rival contradicts the one taken; see :func:`contradict`."""
        return any(contradict(self.chosen, lost.observation) for lost in self.lost)

    @property
    def decided_by(self) -> Rule | None:
        """The last rule that was needed to leave one figure; None where there was no other.

        :attr:`Rule.ORDER` says that nothing in the record speaks for the one rather than the other.
        """
        order = rules(self.policy)
        return max((lost.rule for lost in self.lost), key=order.index, default=None)

    @property
    def derivation(self) -> Derivation:
        """The figure taken and those that were not, with the reasons, as a tree."""
        from maroc_offshoring.series.working import choice_derivation

        return choice_derivation(self)

    def __str__(self) -> str:
        nature = "" if self.nature is Nature.OBSERVED else f" ({self.nature.label('en')})"
        rivals = ", ".join(f"{lost.figure} ({lost.because})" for lost in self.lost)
        return f"{self.chosen.period}: {self.figure}{nature}{f', not {rivals}' if rivals else ''}"

    def __repr__(self) -> str:
        when, over = self.chosen.period, f"over {len(self.lost)} by {self.policy.value}"
        return f"<Choice {when}: {self.figure}, {self.chosen.id}, {over}>"


def contradict(first: Observation, second: Observation) -> bool:
    """Say whether two records of one subject cannot both be true.

    Args:
        first: A record.
        second: Another, of the same unit.

    Returns:
        True where neither is a forecast, their periods may meet, and no number fits both figures, their qualifiers and
        rounding allowed for.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series.choice import contradict
        >>> seen = mo.load().observations
        >>> contradict(seen["obs-jobs-morocco-2019"], seen["obs-jobs-morocco-2019-04"])
        True
    """
    if Nature.FORECAST in (first.nature, second.nature):
        return False
    meet = first.period is None or second.period is None or first.period.overlaps(second.period)
    return meet and not same(first.figure, second.figure)


def choose(subject: Subject, period: Period, rivals: Sequence[Observation], policy: Policy | str) -> Choice:
    """Take one of several rival figures.

    Args:
        subject: What they are about.
        period: Their period.
        rivals: The records; at least one.
        policy: The policy.

    Returns:
        The choice, the same in whatever order the rivals come.

    Raises:
        UnknownWord: Where there is no such policy.
    """
    known = Policy.of(policy)
    by_id = sorted(rivals, key=lambda rival: rival.id)
    alike = {number_of(rival): [other for other in by_id if number_of(other) == number_of(rival)] for rival in by_id}
    left, lost = by_id, dict[str, Lost]()
    for rule in rules(known):
        if len(left) == 1:
            break
        grades = [(rival, grade(rule, rival, alike[number_of(rival)])) for rival in left]
        for rival, own in grades:
            # Each rule leaves those that none of the others certainly beats, so that no order of theirs can matter.
            better = [(other, against) for other, against in grades if is_better(rule, against, own)]
            if better:
                lost[rival.id] = Lost(rival, rule, own, *_best(rule, better))
        left = [rival for rival in left if rival.id not in lost]
    (chosen,) = left
    agreeing = tuple(rival for rival in alike[number_of(chosen)] if rival is not chosen)
    losers = tuple(lost[rival.id] for rival in by_id if rival.id in lost and rival not in agreeing)
    return Choice(subject, period, known, chosen, agreeing, losers)


def _best(rule: Rule, better: Sequence[tuple[Observation, Grade]]) -> tuple[Observation, Grade]:
    """The one that none of them beats, and of several the first by id."""
    return next(one for one in better if not any(is_better(rule, other[1], one[1]) for other in better))
