"""A total: the sum, what it counts, what it leaves out, and its working."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from maroc_offshoring import units
from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import NoSingleFigure
from maroc_offshoring.figures import Figure, Step, add
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Record, Source
from maroc_offshoring.totals.currency import state_in
from maroc_offshoring.totals.entries import Entry, basis_to_add, measure_to_add, read
from maroc_offshoring.totals.lines import LeftOut, Line, Reason, Spread, spread_over_places
from maroc_offshoring.totals.narrowing import Narrowing
from maroc_offshoring.totals.overlap import current_promises, within_wholes
from maroc_offshoring.totals.separation import refuse_what_does_not_add
from maroc_offshoring.vocabulary import Basis

if TYPE_CHECKING:
    import pint

    from maroc_offshoring.money import Rates


@frozen(eq=False, repr=False)
class Total(Citable):
    """The sum of one measure over some records.

    Args:
        measure: What is added.
        basis: What the figures count; None where there was nothing to count.
        counted: The lines that were added.
        left_out: What was not added, each with its reason and the record that counts in its place.
        closings: What the lines of each whole add up to, by the id of its record.
        sizes: How many lines each whole has, by the id of its record.

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
    closings: dict[str, Figure] = field(factory=dict)
    sizes: dict[str, int] = field(factory=dict)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The sums, one per unit: several for money of several currencies."""
        by_unit: dict[str, list[Line]] = {}
        for line in self.counted:
            by_unit.setdefault(line.figure.unit, []).append(line)
        return tuple(self._sum(by_unit[unit], 0) for unit in sorted(by_unit))

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
    def records(self) -> tuple[Record, ...]:
        """The records counted, each once."""
        return tuple({line.record.id: line.record for line in self.counted}.values())

    def explain(self) -> str:
        """Write the working, line by line.

        Returns:
            What was added, what was not and why, what was done to the figures, and the sources.

        Example:
            >>> import maroc_offshoring as mo
            >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> print(memoranda.total("jobs").explain().splitlines()[0])
            jobs, additional: 5 050 jobs
        """
        from maroc_offshoring.totals.working import explained

        return explained(self)

    def only(self, lines: Sequence[Line]) -> Total:
        """Return the total of some of the lines, as a part of a breakdown.

        Args:
            lines: Some of the lines counted.

        Returns:
            Their total; what was left out stays with the whole.
        """
        return evolve(self, counted=tuple(lines), left_out=())

    def _single(self) -> Figure:
        figure = self.figure
        if figure is None:
            reason = "it is one figure per currency" if self.counted else "nothing was counted"
            remedy = "give currency= to state them in one" if self.counted else "look at .left_out"
            raise NoSingleFigure(f"this total of {self.measure.label('en')}", reason, remedy)
        return figure

    def _sum(self, lines: Sequence[Line], depth: int) -> Figure:
        """Add lines; those of a whole family give what the whole states, which may be firmer than its parts."""
        families: dict[str, list[Line]] = {}
        here: list[Figure] = []
        for line in lines:
            if len(line.path) > depth:
                families.setdefault(line.path[depth], []).append(line)
            else:
                here.append(line.figure)
        for name, members in families.items():
            closing = self.closings.get(name)
            complete = (
                closing is not None and len(members) == self.sizes[name] and closing.unit == members[0].figure.unit
            )
            here.append(closing if complete and closing is not None else self._sum(members, depth + 1))
        return add(here)

    def __repr__(self) -> str:
        figures = " + ".join(str(figure) for figure in self.figures) or "nothing counted"
        return (
            f"<Total {self.measure.value}: {figures} from {len(self.records)} records, {len(self.left_out)} left out>"
        )

    def __str__(self) -> str:
        return " + ".join(str(figure) for figure in self.figures) or "nothing counted"


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
            because = f"{states}, not {wanted and wanted.value}"
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
        resolved.closings,
        _sizes(spread_lines),
    )


def _sizes(lines: Sequence[Line]) -> dict[str, int]:
    """Count the lines of each record and of all within it."""
    sizes: dict[str, int] = {}
    for line in lines:
        for name in line.path:
            sizes[name] = sizes.get(name, 0) + 1
    return sizes
