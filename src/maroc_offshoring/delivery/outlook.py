"""What is still promised, by year, and what of it may come under assumptions that are always shown."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor
from typing import TYPE_CHECKING, NoReturn

from attrs import frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.delivery import delivery
from maroc_offshoring.delivery.keeping import Kept
from maroc_offshoring.delivery.promise import NotJudged, Promise
from maroc_offshoring.delivery.verdict import WhyNotJudged
from maroc_offshoring.derivation import Derivation, Explainable, Sentence
from maroc_offshoring.errors import InvalidField, NoSingleFigure
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import DEFAULT, Convention
from maroc_offshoring.figures.decimals import exact_product
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Commitment, Place, Source, Target
from maroc_offshoring.shown import Shown
from maroc_offshoring.totals import LeftOut, Line, Reason, Total
from maroc_offshoring.totals.entries import read
from maroc_offshoring.vocabulary import Basis, Status

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset
    from maroc_offshoring.dataset.dataset import Date


@frozen(repr=False)
class Expected:
    """What may come of some promises: two ends and the assumptions that they rest on, never one number.

    Args:
        low: The least, if the assumptions hold.
        high: The most, if they hold.
        assumptions: The assumptions.

    Example:
        >>> import maroc_offshoring as mo
        >>> outlook = mo.load().outlook("jobs", until=2027, kept=("0.25", "0.5"))
        >>> outlook.expected.low.unit, len(outlook.expected.assumptions)
        ('job', 6)
    """

    low: Figure
    high: Figure
    assumptions: tuple[Sentence, ...]

    @property
    def figure(self) -> NoReturn:
        """Nothing: what may come is no single number.

        Raises:
            NoSingleFigure: Always.
        """
        raise NoSingleFigure("what may come", "it rests on assumptions", "use .low and .high, and print .assumptions")

    quantity = value = figure

    def label(self, language: str = "en") -> str:
        """Write both ends with the assumptions.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            A line for the ends, and one for each assumption.
        """
        ends = Sentence.of(
            "de {low} à {high}, si\u00a0:",
            "{low} to {high}, if:",
            "من {low} إلى {high}، إذا:",
            low=self.low,
            high=self.high,
        )
        return "\n".join([ends.label(language), *(f"  - {each.label(language)}" for each in self.assumptions)])

    def __str__(self) -> str:
        return self.label("en")

    def __repr__(self) -> str:
        return f"<Expected {self.low} to {self.high}, under {len(self.assumptions)} assumptions>"


@frozen(repr=False)
class Outlook(Citable, Explainable, Shown):
    """What is still promised of one measure and due by a year, each promise counted once.

    It is no forecast: it says what was promised, and what of it may come if promises are kept as often as assumed.

    Args:
        measure: What is promised.
        place: Where; None for the whole record.
        as_of: The date that it looks ahead from.
        until: The last year.
        whole: The total of all that is promised, from which the parts are taken.
        lines: The lines that are still open and due from then to the last year.
        undated: Those without a date.
        later: Those due after the last year.
        joint: What is promised for the place and for others together, and cannot be split.
        levels: Promises of a level to reach, due in these years; levels are not added.
        aims: What authorities and plans aim at for these years; aims are not promises.
        kept: Which share of the promises is taken to be kept.
        convention: What `about` and `nearly` reach.

    Example:
        >>> import maroc_offshoring as mo
        >>> outlook = mo.load().outlook("jobs", "Oujda", until=2030, as_of="2025-12-31")
        >>> print(outlook.total)
        200 jobs
        >>> print(f"{outlook.expected.low} to {outlook.expected.high}")
        0 jobs to 184 jobs
    """

    measure: Measure
    place: Place | None
    as_of: PartialDate
    until: int
    whole: Total
    lines: tuple[Line, ...]
    undated: Total
    later: Total
    joint: tuple[LeftOut, ...]
    levels: tuple[Promise, ...]
    aims: tuple[Target, ...]
    kept: Kept
    convention: Convention

    @property
    def total(self) -> Total:
        """What is promised and due from now to the last year."""
        return self.whole.only(self.lines)

    @property
    def years(self) -> dict[int, Total]:
        """What is promised and due in each year; a year in which nothing is due is not among them."""
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(_year(line), []).append(line)
        return {year: self.whole.only(found[year]) for year in sorted(found)}

    @property
    def expected(self) -> Expected:
        """What may come of all that is due in these years, with the assumptions.

        Raises:
            NoSingleFigure: Where nothing is due, or where it is money of several currencies.
        """
        return self._expected(self.total)

    @property
    def expected_by_year(self) -> dict[int, Expected]:
        """What may come of what is due in each year, with the assumptions."""
        return {year: self._expected(part) for year, part in self.years.items()}

    def _expected(self, total: Total) -> Expected:
        found = total.bounds(self.convention)
        stated = None if total.figure is None else total.figure.value
        high = found.high if found.high is not None else stated if stated is not None else found.low
        return Expected(
            # Whole units, rounded outward: what follows the point would only look exact.
            Figure(Decimal(floor(exact_product(found.low, self.kept.low))), found.unit),
            Figure(Decimal(ceil(exact_product(high, self.kept.high))), found.unit),
            self.assumptions,
        )

    @property
    def assumptions(self) -> tuple[Sentence, ...]:
        """What must hold for what may come; each is stated wherever a number is."""
        found = [
            self.kept.statement,
            Sentence(
                "les promesses à venir sont tenues aussi souvent que les promesses passées, grandes ou petites",
                "promises to come are kept as often as past ones, large or small",
                "الوعود القادمة تتحقق بنفس وتيرة السابقة كبيرة كانت أم صغيرة",
            ),
            Sentence(
                "chacune est tenue en entier ou pas du tout, à l'échéance annoncée\u00a0: les deux bornes sont des"
                " moyennes, et tout ou rien peut venir",
                "each is kept whole or not at all, and at the date announced: the two ends are averages, and all or"
                " nothing may come",
                "كل وعد يتحقق كاملا أو لا يتحقق، وفي أجله المعلن: الحدان متوسطان، وقد يأتي الكل أو لا شيء",
            ),
            Sentence(
                "«\u00a0au moins\u00a0» compte pour le nombre énoncé, en haut comme en bas",
                '"at least" counts for the number stated, at the most as at the least',
                "«على الأقل» تُحسب بالعدد المذكور",
            ),
            Sentence(
                "ce qui n'a pas d'échéance, ou vaut pour plusieurs lieux ensemble, n'est pas compris",
                "what has no date, or is for several places together, is not in it",
                "ما ليس له أجل أو يخص عدة أماكن معا غير محتسب",
            ),
            Sentence(
                "ni les promesses futures ni les emplois perdus ne sont comptés\u00a0: ce n'est pas une prévision",
                "neither promises yet to be made nor losses are counted: it is no forecast",
                "لا تحتسب وعود لم تعلن بعد ولا ما قد يضيع: ليس هذا توقعا",
            ),
        ]
        if any(getattr(line.record, "status", None) is Status.PARTLY_DELIVERED for line in self.lines):
            found.append(
                Sentence(
                    "une promesse tenue en partie compte en entier, faute de savoir ce qu'il en reste",
                    "a promise that is partly delivered counts whole, as what is left of it is not stated",
                    "الوعد المنجز جزئيا يحتسب كاملا لعدم معرفة ما تبقى منه",
                )
            )
        return tuple(found)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of what is promised, each once."""
        parts = (self.total, self.undated, self.later)
        return tuple({source.id: source for part in parts for source in part.sources}.values())

    @property
    def derivation(self) -> Derivation:
        """How the outlook came about, as a tree."""
        from maroc_offshoring.delivery.looking_ahead import derivation_of_outlook

        return derivation_of_outlook(self)

    def label(self, language: str = "en") -> str:
        """Write the outlook as a table, with what may come and its assumptions.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The lines.

        Example:
            >>> import maroc_offshoring as mo
            >>> outlook = mo.load().outlook("jobs", "Oujda", until=2030, as_of="2025-12-31")
            >>> print(outlook.label("fr").splitlines()[0])
            emplois, Oujda : ce qui reste promis d'ici 2030, vu du 2025-12-31
        """
        from maroc_offshoring.delivery.looking_ahead import table

        return table(self, language)

    def __str__(self) -> str:
        return self.label("en")

    def __repr__(self) -> str:
        where = f" at {self.place}" if self.place else ""
        return f"<Outlook {self.measure.value}{where}, {self.as_of} to {self.until}: {self.total} promised>"


def outlook(
    dataset: Dataset,
    measure: Measure | str,
    place: Place | str | None = None,
    *,
    until: int | str,
    as_of: Date | None = None,
    kept: object = None,
    currency: str | None = None,
    convention: Convention = DEFAULT,
) -> Outlook:
    """Look ahead: what is still promised and due by a year, as totals that count nothing twice.

    Args:
        dataset: The dataset.
        measure: What is promised.
        place: Where; None for the whole record.
        until: The last year.
        as_of: The date to look ahead from, with what could be known then; None as in :func:`delivery`.
        kept: Which share of the promises is taken to be kept; None for what the record shows of all past promises of
            the measure.
        currency: The currency to state money in.
        convention: What `about` and `nearly` reach.

    Returns:
        The outlook.

    Raises:
        InvalidField: Where the last year has passed, or the dataset has no date to look ahead from.
        NotAdditive: For shares, ranks and rates, which do not add up.
        UnknownName: Where the place is not known.
    """
    known = dataset if as_of is None else dataset.as_of(as_of)
    asked = Measure.of(measure)
    history = delivery(known, as_of, convention=convention, measure=asked)
    date = history.as_of
    last = Period.of(until).year
    if last is None or last < date.year:
        raise InvalidField("until", until, f"a year from {date.year} on: it looks ahead from {date}")
    where = {} if place is None else {"place": place}
    chosen = known.commitments.where(measure=asked, **where)
    whole = chosen.total(asked, currency=currency)
    standing = [line for line in whole.counted if _is_open(line.record)]
    dated = [line for line in standing if line.due and line.due.end and line.due.end.last_day > date.last_day]
    undated = [line for line in standing if line.due is None or line.due.end is None]
    due = Period(date, PartialDate(last))
    return Outlook(
        asked,
        None if place is None else _place(known, place),
        date,
        last,
        whole,
        tuple(line for line in dated if _year(line) <= last),
        whole.only(undated),
        whole.only([line for line in dated if _year(line) > last]),
        tuple(out for out in whole.left_out if _is_joint(out, asked, date)),
        _levels(history.left_out, frozenset(chosen.ids), due),
        _aims(known.targets.where(measure=asked, **where), due),
        Kept.of_history(history) if kept is None else Kept.of(kept),
        convention,
    )


def _place(dataset: Dataset, place: Place | str) -> Place:
    return place if isinstance(place, Place) else dataset.place(place)


def _year(line: Line) -> int:
    end = line.due and line.due.end
    return end.year if end else 9999


def _is_open(record: object) -> bool:
    return isinstance(record, Commitment) and record.status.is_open


def _is_joint(out: LeftOut, measure: Measure, date: PartialDate) -> bool:
    if out.reason is not Reason.OUTSIDE or not _is_open(out.record):
        return False
    dues = [entry.due for entry in read([out.record], measure)]
    return any(due is None or due.end is None or due.end.last_day > date.last_day for due in dues)


def _is_ahead(due: Period | None, within: Period) -> bool:
    """Whether a date has not passed at the start of a period and is not after its end."""
    first, last = within.last_day, due.last_day if due else None
    start = within.start.last_day if within.start else None
    return last is not None and first is not None and start is not None and start < last <= first


def _levels(left_out: Iterable[NotJudged], ids: frozenset[str], due: Period) -> tuple[Promise, ...]:
    """The levels that are promised and due in a period; told once, and as they stand."""
    ahead = (left.promise for left in left_out if left.reason is WhyNotJudged.NOT_DUE and left.record.id in ids)
    found = [
        promise
        for promise in ahead
        if promise.basis is Basis.LEVEL
        and not promise.successors
        and _is_open(promise.record)
        and _is_ahead(promise.due, due)
    ]
    return tuple(sorted(found, key=Promise.sort_key))


def _aims(targets: Iterable[Target], due: Period) -> tuple[Target, ...]:
    return tuple(sorted((aim for aim in targets if _is_ahead(aim.due, due)), key=lambda aim: aim.id))
