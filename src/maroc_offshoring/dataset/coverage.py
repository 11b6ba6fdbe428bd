"""Coverage: what a dataset holds, by kind and year, so that nobody takes silence for zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from attrs import frozen

from maroc_offshoring.dataset.dating import own_date
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.model import Observation, Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.shown import Shown

_LEGEND = (
    "A dot means that no record is held, not that nothing happened; a count is of records, not of what they state.\n"
    "An observation stands in the year in which its period ends, a company in the year in which it is first seen;\n"
    "undated is what has no date of its own, as a city has none."
)


@frozen
class Years:
    """How many records there are, by the year of each record's own date.

    Args:
        by_year: The number of records of each year that has any, earliest year first.
        undated: The number of records that have no date of their own.
    """

    by_year: Mapping[int, int]
    undated: int = 0

    @classmethod
    def of(cls, dates: Iterable[PartialDate | None]) -> Years:
        """Count dates.

        Args:
            dates: The date of each record; None for one that has none.

        Returns:
            The counts.
        """
        counts: dict[int, int] = {}
        undated = 0
        for date in dates:
            if date is None:
                undated += 1
            else:
                counts[date.year] = counts.get(date.year, 0) + 1
        return cls(dict(sorted(counts.items())), undated)

    @property
    def records(self) -> int:
        """The number of records, dated or not."""
        return sum(self.by_year.values()) + self.undated

    @property
    def first(self) -> int | None:
        """The first year that has a record; None where none is dated."""
        return min(self.by_year, default=None)

    @property
    def last(self) -> int | None:
        """The last year that has a record; None where none is dated."""
        return max(self.by_year, default=None)


@frozen(repr=False)
class Coverage(Shown):
    """What a dataset holds: how many records of each kind and year, and how fresh it is.

    `str()` of it is a table to read, :meth:`rows` one to compute with.

    Args:
        kinds: The counts of each kind that has records.
        measures: The counts of each measure that is observed.
        version: The version of the data.
        published: When the data was published.
        known_on: The date that it was taken back to, where it was; see :meth:`Dataset.as_of`.
        latest_source: When the latest dated source was published.
        undated_sources: How many sources print no date.

    Example:
        >>> import maroc_offshoring as mo
        >>> held = mo.load().coverage()
        >>> held.kinds["regions"].records, held.measures["jobs"].first, held.measures["jobs"].by_year.get(1999)
        (12, 2004, None)
    """

    kinds: Mapping[str, Years]
    measures: Mapping[str, Years]
    version: str | None = None
    published: PartialDate | None = None
    known_on: PartialDate | None = None
    latest_source: PartialDate | None = None
    undated_sources: int = 0

    @classmethod
    def of(
        cls,
        records: Mapping[str, Iterable[Record | Source]],
        *,
        version: str | None = None,
        published: PartialDate | None = None,
        known_on: PartialDate | None = None,
    ) -> Coverage:
        """Count records.

        Args:
            records: The records of each kind.
            version: The version of the data.
            published: When the data was published.
            known_on: The date that it was taken back to.

        Returns:
            The coverage.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> mo.Coverage.of({"regions": ds.regions}).kinds["regions"].records
            12
        """
        by_kind = {kind: tuple(records.get(kind, ())) for kind in KINDS}
        observations = cast("tuple[Observation, ...]", by_kind["observations"])
        measures = sorted({observation.measure for observation in observations})
        dates = [date for source in by_kind["sources"] if (date := own_date(source)) is not None]
        return cls(
            kinds={kind: Years.of(map(own_date, held)) for kind, held in by_kind.items() if held},
            measures={
                measure.value: Years.of(own_date(each) for each in observations if each.measure is measure)
                for measure in measures
            },
            version=version,
            published=published,
            known_on=known_on,
            latest_source=max(dates, key=PartialDate.sort_key, default=None),
            undated_sources=len(by_kind["sources"]) - len(dates),
        )

    @property
    def records(self) -> int:
        """The number of records of all kinds, sources included."""
        return sum(years.records for years in self.kinds.values())

    def rows(self) -> list[dict[str, Any]]:
        """Return the counts as rows that hold each record once.

        Returns:
            Dicts with `kind`, `measure` (of observations; None for other kinds), `year` (None for what is undated) and
            `records`.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> sum(row["records"] for row in ds.coverage().rows() if row["kind"] == "commitments") == len(
            ...     ds.commitments
            ... )
            True
        """
        held: list[tuple[str, str | None, Years]] = []
        for kind, years in self.kinds.items():
            if kind == "observations":
                held += [(kind, measure, of_measure) for measure, of_measure in self.measures.items()]
            else:
                held.append((kind, None, years))
        rows: list[dict[str, Any]] = []
        for kind, measure, years in held:
            counts: list[tuple[int | None, int]] = [*years.by_year.items()]
            counts += [(None, years.undated)] if years.undated else []
            rows += [{"kind": kind, "measure": measure, "year": year, "records": count} for year, count in counts]
        return rows

    def __str__(self) -> str:
        parts = [self._heading(), _table("kind", self.kinds)]
        if self.measures:
            parts.append(_table("observations of", self.measures))
        return "\n\n".join([*parts, _LEGEND])

    def _heading(self) -> str:
        said = [f"{self.records} records"]
        said += [f"version {self.version}"] if self.version else []
        said += [f"published {self.published}"] if self.published else []
        said += [f"as known on {self.known_on}"] if self.known_on else []
        said += [f"latest dated source {self.latest_source}"] if self.latest_source else []
        said += [f"{self.undated_sources} sources without a date"] if self.undated_sources else []
        return "; ".join(said)

    def __repr__(self) -> str:
        return f"<Coverage: {self._heading()}>"


def _table(head: str, held: Mapping[str, Years]) -> str:
    """Write counts as a table with a column per year, headed by the year's last two figures."""
    spanned = [year for years in held.values() for year in years.by_year]
    span = range(min(spanned), max(spanned) + 1) if spanned else range(0)
    head += f", {span[0]} to {span[-1]}" if span else ""
    rows = [[head, "records", "undated", *(f"{year % 100:02}" for year in span)]]
    for name, years in held.items():
        counts = [years.records, years.undated, *(years.by_year.get(year, 0) for year in span)]
        rows.append([name.replace("_", " "), *(str(count) if count else "·" for count in counts)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        " ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
