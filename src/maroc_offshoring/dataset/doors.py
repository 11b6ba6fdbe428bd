"""Doors: the methods by which a dataset and its collections lead to the rooms built on them.

Series, findings, verdicts, tables and exports stand above the dataset and import it. So that a user can still write
`ds.check()`, the methods stand here and import their room when they are called. This is the one module that looks
upward, and `lint-imports` lets no other do so.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from maroc_offshoring.checks import Findings
    from maroc_offshoring.dataset.collection import Collection
    from maroc_offshoring.dataset.dataset import Dataset, Date
    from maroc_offshoring.delivery import Delivery, Outlook
    from maroc_offshoring.figures.conventions import Convention
    from maroc_offshoring.measures import Measure
    from maroc_offshoring.model import Operator, Place
    from maroc_offshoring.series import Series
    from maroc_offshoring.vocabulary import Basis, Perimeter, Scope


class DatasetDoors:
    """What a dataset can do with the help of rooms above it."""

    __slots__ = ()

    def check(self) -> Findings:
        """Look through the records for what a reader must know before quoting them.

        Sources that disagree, parts that exceed their whole, shares and flows that do not fit, horizons that moved,
        promises announced again, series that do not join, dates that cannot be; `docs/findings.md` explains each code.

        Returns:
            The findings, the gravest first: a sequence that selects with `where`, counts, prints and exports.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check()
            >>> print(found.where(code="horizon_moved", record="2023-03-segula-agadir-1000")[0].message("en"))
            Segula Technologies, jobs: 1 000 jobs by 2021-12-31, then about 1 000 jobs by 2027-12-31.
        """
        from maroc_offshoring.checks import check

        return check(cast("Dataset", self))

    def delivery(self, as_of: Date | None = None, *, convention: Convention | None = None, **where: object) -> Delivery:
        """Judge each promise and aim whose date has passed against what was measured.

        A verdict is `met` or `missed` only where that is certain; else it is `partly`, `contested` or `not_measured`,
        and says why. `docs/delivery.md` has the rules.

        Args:
            as_of: The date to judge on, with what could be known then; None for the date that the dataset was taken
                back to with :meth:`as_of`, or the one that it was published on. There is no hidden clock.
            convention: What `about` and `nearly` reach; None for the documented default.
            where: What to judge: the keywords of `ds.commitments.where` and `ds.targets.where`. One that only promises
                take (`operator`), or only aims (`plan`), selects nothing of the other kind.

        Returns:
            The judgements in the order of the dates: a sequence that selects with `where`, counts with `by`, explains
            and cites; what has no verdict stands in `left_out`.

        Raises:
            InvalidField: Where no date is given and the dataset has none.
            UnknownKeyword: Where neither promises nor aims take a keyword.
            UnknownName: Where a name is not known.

        Example:
            >>> import maroc_offshoring as mo
            >>> aim = mo.load().delivery(plan="pai-2014-2020", measure="investment")[0]
            >>> aim.verdict.value, aim.observed[0].id, round(aim.ratio.value, 2)
            ('partly', 'obs-investment-morocco-2016_2018', Decimal('0.67'))
        """
        from maroc_offshoring.delivery import delivery
        from maroc_offshoring.figures.conventions import DEFAULT

        named = DEFAULT if convention is None else convention
        return delivery(cast("Dataset", self), as_of, convention=named, **where)

    def outlook(
        self,
        measure: Measure | str,
        place: Place | str | None = None,
        *,
        until: int | str,
        as_of: Date | None = None,
        kept: object = None,
        currency: str | None = None,
        convention: Convention | None = None,
    ) -> Outlook:
        """Look ahead: what is still promised and due by a year, each promise counted once.

        It is no forecast. What may come of the promises is given as two ends with every assumption: by default as many
        are kept as the record shows of past ones, with the sample and its bounds.

        Args:
            measure: What is promised.
            place: Where; None for the whole record.
            until: The last year.
            as_of: The date to look ahead from, with what could be known then; None as in :meth:`delivery`.
            kept: Which share of the promises is taken to be kept: a number from 0 to 1 (`Decimal("0.5")` or `"0.5"`),
                a pair of the least and the most, or a delivery to take it from; None for all past promises of the
                measure.
            currency: The currency to state money in.
            convention: What `about` and `nearly` reach; None for the documented default.

        Returns:
            The outlook: totals by year, what has no date or is for several places, and what may come with its
            assumptions.

        Raises:
            InvalidField: Where the last year has passed, or the dataset has no date to look ahead from.
            NotAdditive: For shares, ranks and rates, which do not add up.
            UnknownName: Where the place is not known.

        Example:
            >>> import maroc_offshoring as mo
            >>> outlook = mo.load().outlook("jobs", "Oujda", until=2030)
            >>> [(year, part.figure.value) for year, part in outlook.years.items()], outlook.undated.figure.value
            ([(2028, Decimal('200'))], Decimal('3500'))
        """
        from maroc_offshoring.delivery import outlook
        from maroc_offshoring.figures.conventions import DEFAULT

        return outlook(
            cast("Dataset", self), measure, place, until=until, as_of=as_of, kept=kept, currency=currency,
            convention=DEFAULT if convention is None else convention,
        )  # fmt: skip

    def series(
        self,
        measure: Measure | str,
        place: Place | str | None = None,
        *,
        segment: object = "any",
        operator: Operator | str | None = None,
        basis: Basis | str = "any",
        scope: Scope | str = "any",
        perimeter: Perimeter | str | None = "any",
        unit: str = "any",
        nature: object = "any",
        within: bool = False,
        **unknown: object,
    ) -> Series:
        """Take the time line of one measure at one place, with every rival value of every period.

        What is not narrowed stands in strands that never join: a stock and a flow, two perimeters, two currencies. The
        figures that sites and companies state of themselves belong to it like any observation.

        Args:
            measure: What is measured.
            place: Where; None for the country. Only figures of the place itself are taken, not of places in it.
            segment: A branch, or a list of branches that are counted together; None for the whole sector; `"any"` for
                each in a strand of its own.
            operator: The company; None for figures of all together, `"any"` for each in a strand of its own.
            basis: `stock`, `flow` or `cumulative`; `"any"` for each.
            scope: The sector counted; `"any"` for each.
            perimeter: The export series; None where the source does not say; `"any"` for each.
            unit: The unit, such as `MAD`; `"any"` for each.
            nature: `observed`, `derived`, `estimate` or `forecast`, or a list of these; `"any"` for all.
            within: Whether the places in the place are taken too, each in strands of its own.
            unknown: Nothing; a keyword that is not listed here is an error.

        Returns:
            The series; one without a point where nothing is recorded, which says what there is instead.

        Raises:
            UnknownKeyword: Where a keyword is not known.
            UnknownName: Where a place or a company is not known.
            UnknownWord: Where a measure or another word is not known.

        Example:
            >>> import maroc_offshoring as mo
            >>> exports = mo.load().series("export_revenue", perimeter="new", segment=None)
            >>> for choice in exports.best("official"):
            ...     print(choice)
            2023: 26 170 000 000 MAD
            2024: 26 220 000 000 MAD
            2024-01..2024-06: 12 900 000 000 MAD
            2025-01..2025-06: 13 400 000 000 MAD
        """
        from maroc_offshoring.series.asking import ask

        return ask(
            cast("Dataset", self), measure, place, segment=segment, operator=operator, basis=basis, scope=scope,
            perimeter=perimeter, unit=unit, nature=nature, within=within, **unknown,
        )  # fmt: skip

    def export(self, format: str, path: str | PathLike[str], *, overwrite: bool = False) -> None:
        """Write the dataset for other software.

        Args:
            format: `datapackage`, `sqlite`, `xlsx`, `json`, `jsonld`, `ftm` or `sdmx`; see `docs/exports.md`.
            path: Where the file shall stand; of `datapackage` and `sdmx`, the folder.
            overwrite: Whether files that stand there are replaced.

        Raises:
            UnknownWord: Where there is no such format.
            MissingExtra: Where the package that writes it is not installed.
            InvalidField: Where files stand there and shall not be replaced.
            WrongType: Where it is no path.
            OSError: Where it cannot be written; then nothing has changed.

        Example:
            >>> import maroc_offshoring as mo, pathlib, tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     mo.load().export("sqlite", pathlib.Path(folder, "record.db"))
            ...     sorted(path.name for path in pathlib.Path(folder).iterdir())
            ['record.db', 'record.metadata.json']
        """
        from maroc_offshoring.export.exporting import export

        export(cast("Dataset", self), format, path, overwrite=overwrite)

    def to_json(self) -> str:
        """Write the dataset as one JSON document.

        Returns:
            The text: the format and its version, the edition of the data, and the records by kind, each as
            :func:`maroc_offshoring.to_dict` gives it. Equal datasets give equal texts.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.Dataset.of(mo.load().region("Oriental"))
            >>> mo.Dataset.from_json(ds.to_json()) == ds
            True
        """
        from maroc_offshoring.export import document

        return document.dumps(cast("Dataset", self))

    @staticmethod
    def from_json(text: str | bytes) -> Dataset:
        """Read the dataset of a JSON document that :meth:`to_json` wrote.

        Args:
            text: The document, as text or as UTF-8 bytes.

        Returns:
            The dataset.

        Raises:
            InvalidRecords: With every fault of every record.
            InvalidField: Where it is no such document.
            NewerFormat: Where a later version of the library wrote it.
            WrongType: Where it is no text.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.Dataset.of(mo.load().region("Oriental"))
            >>> mo.Dataset.from_json(ds.to_json()).region("Oriental").id
            'MA-02'
        """
        from maroc_offshoring.export import document

        return document.loads(text)


class CollectionDoors:
    """What a collection can do with the help of rooms above it."""

    __slots__ = ()

    def to_frame(self, backend: str = "polars") -> Any:
        """Write the records as a long table: a row for each figure and each of its places.

        The columns are those of :data:`maroc_offshoring.frames.COLUMNS`. `maroc_offshoring.frames.total` adds up the
        table as :meth:`FigureCollection.total` adds up the records, also where it was narrowed with `where`.

        Args:
            backend: `polars`, `pandas`, `pyarrow`, `duckdb` or `pyspark`.

        Returns:
            The table.

        Raises:
            MissingExtra: Where the engine is not installed.
            UnknownWord: Where there is no such engine.
            WrongType: Where the records have no figures: only commitments, targets and observations do.

        Example:
            >>> import maroc_offshoring as mo
            >>> table = mo.load().observations.where(ids=["obs-jobs-fes-2019"]).to_frame("polars")
            >>> table.select("record", "value", "qualifier", "due").rows()[0]
            ('obs-jobs-fes-2019', 4500.0, 'nearly', '2019')
        """
        from maroc_offshoring.frames import to_frame

        collection = cast("Collection[Any]", self)
        return to_frame(collection, backend, narrowing=getattr(collection, "_narrowing", None))
