"""A total: the sum, what it counts, what it leaves out, and its working."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from maroc_offshoring import units
from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import Derivation, Explainable
from maroc_offshoring.errors import NoSingleFigure
from maroc_offshoring.figures import Figure, Step, add
from maroc_offshoring.figures.bounds import Bounds, add_bounds
from maroc_offshoring.figures.conventions import DEFAULT, Convention, known_convention
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Record, Source
from maroc_offshoring.shown import Shown
from maroc_offshoring.totals.bounding import bounds_of_term
from maroc_offshoring.totals.currency import state_in
from maroc_offshoring.totals.entries import Entry, basis_to_add, measure_to_add, read
from maroc_offshoring.totals.families import Families, families, terms
from maroc_offshoring.totals.lines import LeftOut, Line, Reason, Spread, spread_over_places
from maroc_offshoring.totals.narrowing import Narrowing
from maroc_offshoring.totals.overlap import current_promises, within_wholes
from maroc_offshoring.totals.separation import refuse_what_does_not_add
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    import pint

    from maroc_offshoring.money import Rates
    from maroc_offshoring.totals.simulation import Simulation


@frozen(eq=False, repr=False)
class Total(Citable, Explainable, Shown):
    """The sum of one measure over some records.

    Args:
        measure: What is added.
        basis: What the figures count; None where there was nothing to count.
        counted: The lines that were added.
        left_out: What was not added, each with its reason and the record that counts in its place.
        families: The wholes with their parts that the lines come from, by the id of the outermost record.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> jobs = memoranda.total("jobs")
        >>> jobs.figure.value, len(jobs.counted), [left_out.reason.value for left_out in jobs.left_out]
        (Decimal('5050'), 4, ['restated', 'covered'])
    """

    measure: Measure
    basis: Basis | None
    counted: tuple[Line, ...]
    left_out: tuple[LeftOut, ...] = ()
    families: Families = field(factory=dict)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The sums, one per unit: several for money of several currencies."""
        by_unit: dict[str, list[Line]] = {}
        for line in self.counted:
            by_unit.setdefault(line.figure.unit, []).append(line)
        return tuple(add(term.figure for term in terms(by_unit[unit], self.families)) for unit in sorted(by_unit))

    @property
    def figure(self) -> Figure | None:
        """The sum; None where nothing was counted, or where there is one per currency."""
        figures = self.figures
        return figures[0] if len(figures) == 1 else None

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The sum as a pint quantity in our registry.

        Raises:
            NoSingleFigure: Where nothing was counted, where there is one figure per currency, or for a range.
        """
        return units.Quantity(self._single().number("the total"), self._single().unit)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of what was counted, each once."""
        return tuple({source.id: source for line in self.counted for source in line.sources}.values())

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done to the figures before they were added: conversions, deflations, splits."""
        return tuple(dict.fromkeys(step for line in self.counted for step in line.figure.steps))

    @property
    def without_rate(self) -> tuple[LeftOut, ...]:
        """The amounts that belong to the total and are missing from it, as no rate or no year is known for them."""
        return tuple(out for out in self.left_out if out.reason in (Reason.NO_RATE, Reason.NO_YEAR))

    @property
    def records(self) -> tuple[Record, ...]:
        """The records counted, each once."""
        return tuple({line.record.id: line.record for line in self.counted}.values())

    @property
    def derivation(self) -> Derivation:
        """How the total came about: what was added, what was not and why, what was done to the figures, who says so."""
        from maroc_offshoring.totals.working import derivation_of_total

        return derivation_of_total(self)

    def bounds(self, convention: Convention = DEFAULT) -> Bounds:
        """Return the least and the most that the total may be, `about` and `nearly` read by a convention of ours.

        Args:
            convention: What `about` and `nearly` reach.

        Returns:
            The bounds, taken from each figure as its source prints it; `assumed` says whether the convention gave one.

        Raises:
            NoSingleFigure: Where nothing was counted, or where there is one figure per currency.
            WrongType: Where it is no convention.

        Example:
            >>> import maroc_offshoring as mo
            >>> ids = ["2013-07-05-ibm-gdc-400", "2023-03-segula-agadir-1000"]
            >>> total = mo.load().commitments.where(ids=ids).total("jobs")
            >>> print(total, "|", total.bounds())
            about 1 400 jobs | 1 260 to 1 500 jobs, by convention
        """
        self._single()
        known_convention(convention)
        return add_bounds(bounds_of_term(term, convention) for term in terms(self.counted, self.families))

    def simulate(
        self,
        draws: int = 10_000,
        seed: int = 0,
        *,
        convention: Convention = DEFAULT,
        at_least_upto: Decimal | int | str | None = None,
        at_most_from: Decimal | int | str | None = None,
        about: str = "triangular",
        dependence: str = "independent",
    ) -> Simulation:
        """Draw the total many times, each uncertain figure within its bounds, under assumptions that are stated.

        An exact figure is taken as it is. A range and `nearly` are drawn anywhere alike between their ends; `about`
        most often near the number that is printed. What is open on one side is refused until an end is assumed. A
        whole and its parts stay consistent. It needs numpy.

        Args:
            draws: How many times, up to a million.
            seed: What decides the random numbers; the same seed gives the same draws on every machine.
            convention: Between which ends `about` and `nearly` are drawn.
            at_least_upto: Up to how many times its number an `at least` is drawn, such as `"1.25"`.
            at_most_from: From which share of its number an `at most` is drawn, such as `"0.5"`.
            about: `"triangular"`, or `"uniform"` for anywhere alike.
            dependence: `"independent"`, or `"together"` for all figures high or all low, which spreads the widest.

        Returns:
            The simulation; its percentiles carry the assumptions.

        Raises:
            InvalidField: Where an argument is out of range, or a figure is open and no end was assumed for it.
            MissingExtra: Where numpy is not installed.
            NoSingleFigure: Where nothing was counted, or where there is one figure per currency.
            WrongType: Where an argument is of another type.

        Example:
            >>> import maroc_offshoring as mo
            >>> ids = ["2013-07-05-ibm-gdc-400", "2023-03-segula-agadir-1000"]
            >>> simulated = mo.load().commitments.where(ids=ids).total("jobs").simulate(draws=1000, seed=1)
            >>> print(simulated.interval(90).describe().splitlines()[0])
            90 % of the draws lie within 1 311 to 1 449 jobs
        """
        from maroc_offshoring.totals.assumptions import Assumptions
        from maroc_offshoring.totals.simulation import simulate

        settings = Assumptions(
            draws=draws, seed=seed, convention=convention, at_least_upto=at_least_upto, at_most_from=at_most_from,
            about=about, dependence=dependence,
        )  # fmt: skip
        self._single()
        return simulate(self, settings)

    def only(self, lines: Sequence[Line]) -> Total:
        """Return the total of some of the lines, as a part of a breakdown.

        Args:
            lines: Some of the lines counted.

        Returns:
            Their total; what was left out stays with the whole.

        Example:
            >>> import maroc_offshoring as mo
            >>> jobs = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs")
            >>> jobs.only(jobs.counted[:2]).figure.value
            Decimal('2050')
        """
        return evolve(self, counted=tuple(lines), left_out=())

    def _single(self) -> Figure:
        figure = self.figure
        if figure is None:
            reason = "it is one figure per currency" if self.counted else "nothing was counted"
            remedy = "give currency= to state them in one" if self.counted else "look at .left_out"
            raise NoSingleFigure(f"this total of {self.measure.label('en')}", reason, remedy)
        return figure

    def __repr__(self) -> str:
        figures = " + ".join(str(figure) for figure in self.figures) or "nothing counted"
        return (
            f"<Total {self.measure.value}: {figures} from {len(self.records)} records, {len(self.left_out)} left out>"
        )

    def __str__(self) -> str:
        text = " + ".join(str(figure) for figure in self.figures) or "nothing counted"
        # An amount that no rate could state is missing from the sum: whoever copies the number must see that.
        missing = len(self.without_rate)
        if not missing:
            return text
        return (
            f"{text}, without {missing} {'amount that has' if missing == 1 else 'amounts that have'} no rate or no year"
        )


def total(
    records: Iterable[Record],
    measure: Measure | str,
    *,
    currency: str | None = None,
    on: int | str | PartialDate | Period | None = None,
    prices: int | None = None,
    spread: Spread | None = None,
    basis: Basis | str | None = Basis.ADDITIONAL,
    rates: Rates | None = None,
    narrowing: Narrowing | None = None,
) -> Total:
    """Add one measure over some records, never counting a thing twice.

    Args:
        records: Commitments, or targets, or observations.
        measure: What to add.
        currency: The currency to state money in; None for one figure per currency.
        on: The year of the rate; None for the year of each figure's own money.
        prices: The year whose prices to state money at; None for current prices.
        spread: How to split what is for several places: `"equally"`, or a weight per place; None to leave it whole.
        basis: `additional` or `level` for promises and aims; measurements have their own (`stock`, `flow`,
            `cumulative`).
        rates: Exchange rates of one's own; None for the reference rates.
        narrowing: What the records were selected by; a figure that is only partly within it is left out by name.

    Returns:
        The total.

    Raises:
        NotAdditive: Where the figures do not add up, with the reason.
        UnknownWord: Where there is no such measure or basis.
        InvalidField: Where the options do not fit the measure.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.totals import total
        >>> ds = mo.load()
        >>> parts = [ds.commitments[id] for id in ("2022-04-20-phoneo", "2022-04-20-cnexia")]
        >>> whole = ds.commitments["2022-04-20-four-memoranda"]
        >>> total(parts, "jobs").figure.value, total([*parts, whole], "jobs").figure.value
        (Decimal('3750'), Decimal('5050'))
    """
    known = measure_to_add(measure)
    all_entries = read(records, known)
    wanted = basis_to_add(basis, all_entries, known)
    promises = current_promises(all_entries)
    current = {record.id for record in promises.current}
    left_out = list(promises.left_out)
    kept: list[Entry] = []
    for entry in all_entries:
        if entry.record.id not in current:
            continue
        if entry.basis is not wanted:
            states = f"it counts a {entry.basis.value} figure" if entry.basis else "it does not say what it counts"
            because = f"{states}, not {wanted}"
            left_out.append(LeftOut(entry.record, entry.stated, Reason.OTHER_BASIS, because))
        elif units.parts(entry.figure.unit).top == units.Unit.PERCENT:
            left_out.append(LeftOut(entry.record, entry.stated, Reason.OTHER_UNIT, "a percentage does not add up"))
        else:
            kept.append(entry)
    stated, without_rate = state_in(kept, known, currency=currency, on=on, prices=prices, rates=rates)
    left_out.extend(without_rate)
    resolved = within_wholes(stated, promises)
    left_out.extend(resolved.left_out)
    lines: list[Line] = []
    outside: list[LeftOut] = []
    spread_lines = spread_over_places(resolved.lines, spread)
    for line in spread_lines:
        why = narrowing.why_outside(line) if narrowing is not None else ""
        if why:
            outside.append(LeftOut(line.record, line.figure, Reason.OUTSIDE, why))
        else:
            lines.append(line)
    refuse_what_does_not_add(lines, known, wanted)
    return Total(
        known,
        wanted if all_entries else None,
        tuple(lines),
        (*left_out, *outside),
        families(spread_lines, resolved.closings, left_out),
    )
