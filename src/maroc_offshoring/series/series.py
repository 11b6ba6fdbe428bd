"""A series: a time line of measured figures, with every rival value kept, in strands that are never joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, overload

from attrs import evolve, field, frozen

from maroc_offshoring.citing import Citable
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.derivation import Derivation, Explainable
from maroc_offshoring.errors import PeriodNotFound, StrandsDoNotJoin, UnknownKeyword
from maroc_offshoring.figures.conventions import DEFAULT, Convention, known_convention
from maroc_offshoring.model import Observation, Source
from maroc_offshoring.series.best import Best
from maroc_offshoring.series.growth import Growth, grow, growths, is_whole_year, refuse_unlike
from maroc_offshoring.series.narrowing import ANY, advice, narrowing
from maroc_offshoring.series.point import Point
from maroc_offshoring.series.policy import Policy
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Basis

When = Period | PartialDate | str | int


def _in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: (point.subject.sort_key(), point.period.sort_key())))


def _by_id(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(observations, key=lambda one: one.id))


def _subjects_in_order(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(sorted(set(subjects), key=Subject.sort_key))


@frozen(repr=False)
class Series(Sequence[Point], Citable, Explainable, Shown):
    """A time line of one measure at one place, with every rival figure of every period.

    Figures whose subjects differ never stand on one line: a stock and a flow, two perimeters, two currencies, CRM and
    the whole sector are strands of their own. A series of one strand can be compared over time; one of several is to
    look at, and to narrow with :meth:`only`.

    Args:
        name: What was asked for.
        points: The points, strand by strand and in order of time.
        undated: Records of the same subjects that give no period; they are in no point.
        aside: What else the dataset measures so, there or within: other subjects that were not asked for.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.load().series("export_revenue", segment=None)
        >>> for strand in exports.strands:
        ...     print(strand.subject, "|", len(strand))
        export revenue, Morocco, flow, MAD | 11
        export revenue, Morocco, flow, old perimeter, MAD | 10
        export revenue, Morocco, flow, new perimeter, MAD | 4
    """

    name: str
    points: tuple[Point, ...] = field(converter=_in_order)
    undated: tuple[Observation, ...] = field(default=(), converter=_by_id)
    aside: tuple[Subject, ...] = field(default=(), converter=_subjects_in_order, eq=False)

    @classmethod
    def of(cls, observations: Iterable[Observation], name: str = "series", aside: Iterable[Subject] = ()) -> Series:
        """Make a series of records, each in the strand of its subject.

        Args:
            observations: The records.
            name: What they were selected by.
            aside: Other subjects that were not asked for.

        Returns:
            The series, the same in whatever order the records come.

        Raises:
            WrongType: Where something else than an observation is among them.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.series import Series
            >>> Series.of(mo.load().observations.where(city="Fès", measure="call_centres"))
            <Series call centres, Fez, stock, CRM: 3 points, 2009..2019, 3 records>
        """
        groups: dict[tuple[Subject, object], dict[str, Observation]] = {}
        undated: dict[str, Observation] = {}
        for one in observations:
            subject = Subject.of(one)
            if one.period is None:
                undated[one.id] = one
            else:
                days = (one.period.first_day, one.period.last_day)
                groups.setdefault((subject, days), {})[one.id] = one
        points = [
            Point(subject, _period(group.values()), tuple(group.values())) for (subject, _), group in groups.items()
        ]
        return cls(name, points, undated.values(), aside)

    @overload
    def __getitem__(self, index: int) -> Point: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Point, ...]: ...
    def __getitem__(self, index: int | slice) -> Point | tuple[Point, ...]:
        return self.points[index]

    def __len__(self) -> int:
        return len(self.points)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What its figures are about: one subject per strand."""
        return _subjects_in_order([point.subject for point in self.points] + [Subject.of(one) for one in self.undated])

    @property
    def strands(self) -> tuple[Series, ...]:
        """The strands, each a series of its own whose figures have one subject."""
        return tuple(self._of([subject]) for subject in self.subjects)

    @property
    def subject(self) -> Subject:
        """What its figures are about, where it has one strand.

        Raises:
            StrandsDoNotJoin: Where it has several; they are listed, with the call that chooses one.
            PeriodNotFound: Where it has no figure.
        """
        subjects = self.subjects
        if len(subjects) == 1:
            return subjects[0]
        if not subjects:
            raise PeriodNotFound(self.name, "", ())
        raise StrandsDoNotJoin(self.name, [str(subject) for subject in subjects], advice(subjects))

    @property
    def observations(self) -> tuple[Observation, ...]:
        """All its records: those of the points in their order, then the undated ones."""
        return (*(one for point in self.points for one in point.observations), *self.undated)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all its records, each once."""
        return tuple({source.id: source for one in self.observations for source in one.sources}.values())

    @property
    def gaps(self) -> tuple[int, ...]:
        """The years without a measured figure, between the first year that has one and the last.

        A flow of a part of a year or of several years is no figure of a year, and neither is a forecast. In a series of
        several strands a year counts where any of them has a figure.
        """
        held = {
            point.year
            for point in self.points
            if point.year
            and not point.is_forecast
            and (point.subject.basis is Basis.STOCK or is_whole_year(point.period))
        }
        return tuple(year for year in range(min(held), max(held)) if year not in held) if held else ()

    def only(
        self,
        *,
        segment: object = ANY,
        basis: object = ANY,
        scope: object = ANY,
        perimeter: object = ANY,
        unit: object = ANY,
        **unknown: object,
    ) -> Series:
        """Narrow the series to some of its strands.

        Args:
            segment: A branch, or a list of branches that are counted together; None for the whole sector.
            basis: `stock`, `flow` or `cumulative`.
            scope: The sector counted.
            perimeter: The export series; None where the source does not say.
            unit: The unit, such as `MAD`.
            unknown: Nothing; a keyword that is not listed here is an error.

        Returns:
            The strands that fit, as a series.

        Raises:
            UnknownKeyword: Where a keyword is not known.
            UnknownWord: Where a word is not known; the nearest are suggested.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().series("jobs").only(basis="stock", segment=None, scope="offshoring").subject
            <Subject jobs, Morocco, stock>
        """
        for keyword in unknown:
            raise UnknownKeyword("series.only()", keyword, ("basis", "perimeter", "scope", "segment", "unit"))
        fits = narrowing(segment=segment, basis=basis, scope=scope, perimeter=perimeter, unit=unit)
        return self._of([subject for subject in self.subjects if fits(subject)])

    def by_year(self) -> Series:
        """Gather the stocks of each calendar year, whatever the day or the month that they are dated to.

        A stock of April 2019 and one of 2019 then stand in one point. Flows and running totals stay as they are.

        Returns:
            The series of years.

        Example:
            >>> import maroc_offshoring as mo
            >>> jobs = mo.load().series("jobs", basis="stock", segment=None, scope="offshoring")
            >>> print(jobs.by_year().at(2019))
            2019: nearly 80 000 jobs | 120 000 jobs
        """
        groups: dict[tuple[Subject, Period], list[Observation]] = {}
        for point in self.points:
            is_of_a_year = point.subject.basis is Basis.STOCK and point.year is not None
            period = Period.of(point.year) if is_of_a_year and point.year else point.period
            groups.setdefault((point.subject, period), []).extend(point.observations)
        return evolve(self, points=[Point(*key, group) for key, group in groups.items()])

    def at(self, period: When) -> Point:
        """Return the point of a period.

        Args:
            period: The period, as a person would type it.

        Returns:
            The point; for a year, that of the year itself and not of a month in it.

        Raises:
            PeriodNotFound: Where there is no figure; the periods that have one are listed.
            StrandsDoNotJoin: Where the series has several strands.
            InvalidDate: Where it is no period.

        Example:
            >>> import maroc_offshoring as mo
            >>> print(mo.load().series("jobs", "Fès", segment="CRM").at("2017-11"))
            2017-11: about 5 000 jobs
        """
        asked = Period.of(period)
        subject = self.subject
        for point in self.points:
            if (point.period.first_day, point.period.last_day) == (asked.first_day, asked.last_day):
                return point
        raise PeriodNotFound(str(subject), str(asked), [str(point.period) for point in self.points])

    def best(self, policy: Policy | str = Policy.OFFICIAL) -> Best:
        """Take one figure for each point.

        Args:
            policy: Which rule is asked first: `official`, `confidence`, `most_origins` or `latest_published`; the rules
                that follow are told by :func:`maroc_offshoring.series.policy.rules`.

        Returns:
            A choice per point, each with the rivals that lost and why.

        Raises:
            UnknownWord: Where there is no such policy.

        Example:
            >>> import maroc_offshoring as mo
            >>> exports = mo.load().series("export_revenue", perimeter="old", segment=None)
            >>> for choice in exports.best("confidence")[:2]:
            ...     print(choice)
            2011: 6 860 000 000 MAD, not 6 680 000 000 MAD (confidence: low, against high)
            2013: 7 200 000 000 MAD
        """
        known = Policy.of(policy)
        return Best(self._title, known, tuple(point.best(known) for point in self.points))

    def growth(
        self, policy: Policy | str = Policy.OFFICIAL, *, prices: int | None = None, convention: Convention = DEFAULT
    ) -> tuple[Growth, ...]:
        """Compare each year with the one before it that has a figure, strand by strand and never across.

        Args:
            policy: By which one figure is taken for each year; see :meth:`best`.
            prices: The year at whose prices to compare money; None for money as it was, not corrected for inflation.
            convention: How far `about` and `nearly` reach.

        Returns:
            The growths: of stocks by year, of flows by the same part of the year. Where one cannot be given, it says
            why.

        Raises:
            InvalidField: Where the measure is a share or a rank, or where prices are asked of what is no money.
            RateNotFound: Where no price index is held for the year of the prices.
            UnknownWord: Where there is no such policy.

        Example:
            >>> import maroc_offshoring as mo
            >>> captive = mo.load().series("export_revenue", perimeter="old", segment="BPO-captive")
            >>> print(*captive.growth(), sep=chr(10))
            2013 → 2015: -39.1 %
            2014-01..2014-06 → 2015-01..2015-06: -11.6 %
        """
        known = Policy.of(policy)
        known_convention(convention)
        strands = [strand.best(known).choices for strand in self.by_year().strands]
        return tuple(growth for choices in strands for growth in growths(choices, prices, convention))

    def change(
        self,
        start: When,
        end: When,
        policy: Policy | str = Policy.OFFICIAL,
        *,
        prices: int | None = None,
        convention: Convention = DEFAULT,
    ) -> Growth:
        """Compare two periods.

        Args:
            start: The earlier period.
            end: The later one; of a flow, the same part of a year.
            policy: As in :meth:`growth`.
            prices: As in :meth:`growth`.
            convention: As in :meth:`growth`.

        Returns:
            The growth from the one to the other.

        Raises:
            StrandsDoNotJoin: Where the series has several strands: two perimeters are never compared.
            PeriodNotFound: Where one of them has no figure.
            InvalidField: As in :meth:`growth`, and where the periods are not alike or not in this order.
            RateNotFound: As in :meth:`growth`.

        Example:
            >>> import maroc_offshoring as mo
            >>> exports = mo.load().series("export_revenue", perimeter="old", segment=None)
            >>> grown = exports.change(2011, 2015, "latest_published")
            >>> print(grown.later.figure, f"{grown.per_year:.1f}")
            7 540 000 000 MAD 2.4
        """
        known = Policy.of(policy)
        known_convention(convention)
        refuse_unlike(self.subject, Period.of(start), Period.of(end))
        return grow(self._of_year(start).best(known), self._of_year(end).best(known), prices, convention)

    def to_frame(self, backend: str = "pandas") -> Any:
        """Write the series as a table, a row for each record.

        Args:
            backend: `"pandas"`, `"polars"` or `"pyarrow"`.

        Returns:
            A table of that library; `docs/series.md` describes its columns.

        Raises:
            MissingExtra: Where that library is not installed.
            UnknownWord: Where it is another.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().series("jobs", "Fès Shore").to_frame("pyarrow")["value"].to_pylist()
            [2500.0, 2000.0, 1980.0]
        """
        from maroc_offshoring.series.frame import to_frame

        return to_frame(self, backend)

    @property
    def derivation(self) -> Derivation:
        """What is said of each period and by whom, with the gaps, as a tree."""
        from maroc_offshoring.series.working import series_derivation

        return series_derivation(self)

    @property
    def _title(self) -> str:
        subjects = self.subjects
        return str(subjects[0]) if len(subjects) == 1 else self.name

    def _of(self, subjects: Sequence[Subject]) -> Series:
        points = [point for point in self.points if point.subject in subjects]
        return Series(self.name, points, [one for one in self.undated if Subject.of(one) in subjects], self.aside)

    def _of_year(self, period: When) -> Point:
        asked = Period.of(period)
        is_year_of_stocks = self.subject.basis is Basis.STOCK and is_whole_year(asked)
        return (self.by_year() if is_year_of_stocks else self).at(asked)

    def __str__(self) -> str:
        from maroc_offshoring.series.text import as_text

        return as_text(self)

    def __repr__(self) -> str:
        from maroc_offshoring.series.text import in_short

        return in_short(self)


def _period(observations: Iterable[Observation]) -> Period:
    """The period of a point; of days that are written in two ways, as 2011 and 2011-01..2011-12, the shorter."""
    return min((one.period for one in observations if one.period), key=lambda period: (len(str(period)), str(period)))
