"""Promises against results: each promise and aim whose date has passed, with its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.delivery.counting import NotCounted, count_once
from maroc_offshoring.delivery.judgement import Judgement, judge
from maroc_offshoring.delivery.measurements import measurements
from maroc_offshoring.delivery.promise import NotJudged, promises
from maroc_offshoring.delivery.selecting import selected, wanted
from maroc_offshoring.delivery.summary import By, Summary, Tally
from maroc_offshoring.delivery.verdict import Verdict, WhyNotJudged
from maroc_offshoring.derivation import Derivation, Explainable
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures.conventions import DEFAULT, Convention, known_convention
from maroc_offshoring.model import Source
from maroc_offshoring.shown import Shown

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset
    from maroc_offshoring.dataset.dataset import Date


class Delivery(Citable, Explainable, Shown, Sequence[Judgement]):
    """The judgements on some promises and aims whose date has passed, in the order of their dates.

    Args:
        judgements: The judgements.
        left_out: The promises and aims without a verdict, each with the reason.
        as_of: The date that they were judged on.
        dataset: The dataset, by whose names :meth:`where` understands what it is asked.

    Example:
        >>> import maroc_offshoring as mo
        >>> kept = mo.load().delivery(due="2020", place="Maroc")
        >>> [aim.promise.id for aim in kept.where(verdict="met")]
        ['tgt-jobs-morocco-2020-4']
    """

    __slots__ = ("_judgements", "as_of", "dataset", "left_out")

    def __init__(
        self, judgements: Iterable[Judgement], left_out: Iterable[NotJudged], as_of: PartialDate, dataset: Dataset
    ) -> None:
        self._judgements = tuple(judgements)
        self.left_out = tuple(left_out)
        self.as_of = as_of
        self.dataset = dataset

    @overload
    def __getitem__(self, key: int) -> Judgement: ...
    @overload
    def __getitem__(self, key: slice) -> Delivery: ...
    def __getitem__(self, key: int | slice) -> Judgement | Delivery:
        if isinstance(key, slice):
            return Delivery(self._judgements[key], (), self.as_of, self.dataset)
        return self._judgements[key]

    def __iter__(self) -> Iterator[Judgement]:
        return iter(self._judgements)

    def __len__(self) -> int:
        return len(self._judgements)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Delivery):
            return NotImplemented
        return self.as_of == other.as_of and self._judgements == other._judgements and self.left_out == other.left_out

    def __hash__(self) -> int:
        return hash((self.as_of, len(self._judgements)))

    def where(
        self,
        *predicates: Callable[[Judgement], bool],
        verdict: Verdict | str | Iterable[Verdict | str] | None = None,
        **asked: object,
    ) -> Delivery:
        """Select judgements.

        Args:
            predicates: Functions of the judgement.
            verdict: A verdict, or several.
            asked: Any keyword of `ds.commitments.where` or `ds.targets.where`: place, measure, operator, plan, due…

        Returns:
            The judgements that fit. What has no verdict stays in `left_out` where it fits, unless verdicts or functions
            select.

        Raises:
            UnknownWord: Where there is no such verdict.
            UnknownKeyword: Where neither promises nor aims take a keyword.
            UnknownName: Where a name is not known.
            WrongType: Where a test is no function, or a verdict no word.

        Example:
            >>> import maroc_offshoring as mo
            >>> missed = mo.load().delivery().where(verdict="missed", place="Fès Shore")
            >>> sorted({promise.promise.id for promise in missed})
            ['2009-01-16-fes-shore-10000', '2009-01-16-fes-shore-15000']
        """
        for test in predicates:
            if not callable(test):
                raise WrongType("where()", test, "a function of a judgement, or keywords such as verdict='missed'")
        verdicts = _verdicts(verdict)
        chosen = selected(self.dataset, asked)
        found = [
            one
            for one in self._judgements
            if one.verdict in verdicts and wanted(one.stated, chosen) and all(test(one) for test in predicates)
        ]
        kept = (
            ()
            if verdict is not None or predicates
            else [left for left in self.left_out if wanted(left.promise, chosen)]
        )
        return Delivery(found, kept, self.as_of, self.dataset)

    @property
    def counted(self) -> tuple[Judgement, ...]:
        """The judgements that a summary counts: each promise once."""
        return count_once(self._judgements)[0]

    @property
    def not_counted(self) -> tuple[NotCounted, ...]:
        """The judgements that a summary does not count, each with the reason."""
        return count_once(self._judgements)[1]

    @property
    def tally(self) -> Tally:
        """How many there are of each verdict, each promise counted once."""
        return Tally(self.counted)

    def by(self, key: By) -> Summary:
        """Summarise by place, plan, operator, period or anything else, each promise counted once.

        Args:
            key: `place`, `region`, `city`, `plan`, `operator`, `party`, `period`, `announced`, `measure`, `segment`,
                `kind`, `verdict`, or a function of the judgement.

        Returns:
            A mapping from key to tally, the largest first.

        Raises:
            UnknownKeyword: Where there is no such key.

        Example:
            >>> import maroc_offshoring as mo
            >>> print(mo.load().delivery(operator=["TCS", "Ubisoft"]).by("operator")["TCS"])
            1 missed
        """
        return Summary(self.counted, key)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the promises and of the evidence, each once."""
        return tuple({source.id: source for one in self._judgements for source in one.sources}.values())

    @property
    def derivation(self) -> Derivation:
        """How the verdicts came about, as a tree."""
        from maroc_offshoring.delivery.working import derivation_of_all

        return derivation_of_all(self)

    def __str__(self) -> str:
        rows = [(one.verdict.label("en"), f"{one.promise.id} ({one.measure.label('en')})") for one in self]
        width = max((len(verdict) for verdict, _ in rows), default=0)
        head = f"as of {self.as_of}: {self.tally}"
        return "\n".join([head, *(f"  {verdict:<{width}}  {what}" for verdict, what in rows)])

    def __repr__(self) -> str:
        return f"<Delivery as of {self.as_of}: {len(self)} judged, {self.tally}; {len(self.left_out)} left out>"

    def __reduce__(self) -> tuple[Any, ...]:
        return Delivery, (self._judgements, self.left_out, self.as_of, self.dataset)


def _verdicts(asked: object) -> frozenset[Verdict]:
    if asked is None:
        return frozenset(Verdict)
    words = [asked] if isinstance(asked, str) or not isinstance(asked, Iterable) else asked
    return frozenset(map(Verdict.of, words))


def delivery(
    dataset: Dataset, as_of: Date | None = None, *, convention: Convention = DEFAULT, **where: object
) -> Delivery:
    """Judge each promise and aim whose date has passed against what was measured.

    Args:
        dataset: The dataset.
        as_of: The date to judge on, with what could be known then; None for the date that the dataset was taken back
            to, or the one that it was published on. There is no hidden clock.
        convention: What `about` and `nearly` reach.
        where: What to judge, as `ds.commitments.where` and `ds.targets.where` take it.

    Returns:
        The judgements in the order of the dates, and what has no verdict and why.

    Raises:
        InvalidField: Where no date is given and the dataset has none.
        UnknownKeyword: Where neither promises nor aims take a keyword.
    """
    known_convention(convention)
    known = dataset if as_of is None else dataset.as_of(as_of)
    date = known.known_on or known.published
    if date is None:
        expected = "a date to judge on, such as as_of='2026-11-22': this dataset does not say when it was published"
        raise InvalidField("as_of", None, expected)
    chosen = selected(known, where)
    found, again = promises(known.commitments, known.targets)
    left_out = [left for left in again if wanted(left.promise, chosen)]
    asked = [promise for promise in found if wanted(promise, chosen)]
    seen = measurements(known, (promise.measure for promise in asked))
    judged: list[Judgement] = []
    for promise in asked:
        if promise.has_passed(date.last_day):
            judged.append(judge(promise, seen[promise.measure], date, convention))
        else:
            has_date = promise.due is not None and promise.due.end is not None
            left_out.append(NotJudged(promise, WhyNotJudged.NOT_DUE if has_date else WhyNotJudged.NO_DATE))
    return Delivery(judged, left_out, date, known)
