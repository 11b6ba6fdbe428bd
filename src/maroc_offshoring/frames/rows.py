"""The rows of a user's table as the rules need them: a few columns of our own, cast once.

Only what a sum needs is read and carried along: on ten million rows that is most of the speed, and on a thousand rows
the time that a query takes to be made is the time that it takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.errors import InvalidField
from maroc_offshoring.frames import intervals
from maroc_offshoring.frames.asked import Asked
from maroc_offshoring.frames.engines import Opened
from maroc_offshoring.frames.survey import NUMBERS, Survey, is_blank

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame

RECORD, FIGURE, UNIT, YEAR, COUNT, PLACE, PLACES = "_record", "_figure", "_unit", "_year", "_count", "_place", "_places"
PROMISE, WHOLE, REPLACES, ANNOUNCED, BASIS, WITHIN = (
    "_promise",
    "_whole",
    "_replaces",
    "_announced",
    "_basis",
    "_within",
)
COMPARED = (
    "due", "due_first", "due_last", "segment", "operator", "scope", "perimeter", "country", "region", "city", "site",
)  # fmt: skip
"""What decides whether two figures may be added at all; each under its name with a line before it."""


def key(number: int) -> str:
    """Name the column of a key: the user's own name might be one of ours."""
    return f"_key{number}"


def is_counted(unit: str) -> nw.Expr:
    """Say of a row that its unit adds up: percentages, ranks and ratios do not.

    Args:
        unit: The column of the unit.

    Returns:
        The condition.
    """
    import narwhals as nw

    text = nw.col(unit).cast(nw.String())
    return ~(text.is_in(["percent", "rank"]) | text.str.contains("/", literal=True))


class Rows:
    """The rows of one measure.

    Args:
        table: The user's table.
        survey: What it holds.
        asked: What is asked of it.
        telling: Whether what is left out is to be told, rather than what counts added.
    """

    def __init__(self, table: Opened, survey: Survey, asked: Asked, *, telling: bool) -> None:
        import narwhals as nw

        self.table, self.survey, self.asked, self.telling = table, survey, asked, telling
        self.schema = table.frame.collect_schema()
        spread = [name for name in survey.lists if name in asked.by]
        if spread and (len(spread) > 1 or asked.spread != "equally"):
            raise InvalidField(
                "by", spread, "one column of lists at the most, and spread='equally'; or a row for each place"
            )
        if spread and table.engine == "pyarrow":
            raise InvalidField(
                spread[0], "a column of lists in PyArrow", "the table in Polars or DuckDB: polars.from_arrow(table)"
            )
        self.exploded = spread[0] if spread else ""
        self.joint = survey.joint or bool(spread)
        """Whether some figure stands in several rows."""
        self.splits = bool(asked.spread) and self.joint
        """Whether such figures are to be split."""
        self.careful = not survey.bulk or not asked.measure.over_places
        """Whether each figure must be compared with the others before they are added."""
        self.state = intervals.EXACT if survey.firm else intervals.STATE
        """The columns of a figure."""
        whole = survey.whole_numbers and not self.splits and not asked.converts
        self.dtype: nw.dtypes.DType = nw.Int64() if whole else nw.Float64()
        for name in ("figure", "places"):
            if survey.joint and name not in survey.columns:
                raise InvalidField(
                    "frame", f"no column {name!r}", "it beside place_count, which tells rows of one figure"
                )

    def all(self) -> Frame:
        """Return all rows of the measure, with the user's columns that matter."""
        import narwhals as nw

        survey, asked = self.survey, self.asked
        useful = (
            "record", "measure", "unit", "figure", "basis", "qualifier", "year", "announced", "place_count", "place",
            "places", "within", *NUMBERS, *survey.links, *asked.by, *(COMPARED if self.careful else ()),
        )  # fmt: skip
        names = [name for name in dict.fromkeys(useful) if name in survey.columns]
        frame = self.table.frame.select(*names).filter(nw.col("measure") == nw.lit(asked.measure.value))
        if not self.exploded:
            return frame
        many = frame.with_columns(place_count=nw.col(self.exploded).list.len().cast(nw.Int64()).fill_null(1))
        return many.explode(self.exploded)

    def blank(self) -> nw.Expr:
        """Say of a row that it has no number."""
        numbers = [name for name in NUMBERS if self.survey.has(name)]
        return is_blank(numbers, [name for name in numbers if self.schema[name].is_float()])

    def on_basis(self, column: str = "basis") -> nw.Expr | None:
        """Say of a row that it counts what is asked; None where the table does not tell."""
        import narwhals as nw

        if not self.survey.has("basis"):
            return None
        return nw.col(column).cast(nw.String()).fill_null("") == nw.lit(self.survey.basis.value)

    def keys(self) -> list[str]:
        """Return the names of the columns of the keys."""
        return [key(number) for number in range(len(self.asked.by))]

    def kept(self) -> list[str]:
        """Return the columns that a line has beside its keys and its numbers."""
        told = [RECORD, "_stated", "_stated_unit"] if self.telling else []
        joint = [FIGURE, COUNT, PLACE, PLACES, RECORD] if self.joint else []
        within = [WITHIN] if self.joint or self.survey.outside else []
        compared = [PLACE, RECORD, *(f"_{name}" for name in COMPARED)] if self.careful else []
        return list(dict.fromkeys((*told, *joint, *within, *compared)))

    def for_bulk(self, frame: Frame) -> Frame:
        """Take the columns of rows that are added without being looked at one by one.

        Args:
            frame: The rows.

        Returns:
            The rows: keys, unit, year where it is needed, and numbers.
        """
        import narwhals as nw

        numbers, _ = self.figures()
        if self.splits:
            places = nw.max_horizontal(nw.col("place_count").cast(nw.Float64()).fill_null(1.0), nw.lit(1.0))
            numbers |= {name: numbers[name] / places for name in intervals.NUMBERS if name in numbers}
        keys = {name: nw.col(own) for name, own in zip(self.keys(), self.asked.by, strict=True)}
        year = {name: nw.col("year") if self.survey.has("year") else found for name, found in self.year().items()}
        return frame.select(**keys, **{UNIT: nw.col("unit")}, **year, **numbers)

    def for_rules(self, frame: Frame) -> Frame:
        """Take the columns that the rules look at.

        Args:
            frame: The rows.

        Returns:
            The rows.
        """
        import narwhals as nw

        survey, text = self.survey, self.text
        within = nw.col("within").fill_null(True) if survey.outside else nw.lit(True)
        words = {
            RECORD: lambda: text("record"),
            FIGURE: lambda: nw.col("figure").cast(nw.Int64()) if survey.has("figure") else nw.lit(1),
            COUNT: lambda: nw.col("place_count").cast(nw.Int64()).fill_null(1),
            PLACE: lambda: text(self.exploded or "place"),
            PLACES: lambda: text("places"),
            WITHIN: lambda: intervals.flag(within),
            "_stated": lambda: nw.col("value").cast(nw.Float64()),
            "_stated_unit": lambda: text("unit"),
        } | {f"_{name}": (lambda name=name: text(name)) for name in COMPARED}
        columns = {RECORD: words[RECORD](), **{name: words[name]() for name in self.kept()}, UNIT: text("unit")}
        promise = nw.coalesce(text("promise"), text("record")) if "promise" in survey.links else text("record")
        columns |= {PROMISE: promise, **self.year()}
        columns |= {BASIS: text("basis")} if survey.has("basis") else {}
        columns |= {ANNOUNCED: text("announced")} if self.restates else {}
        columns |= {WHOLE: text("whole")} if survey.wholes else {}
        columns |= {REPLACES: text("replaces")} if survey.replaced else {}
        for name, own in zip(self.keys(), self.asked.by, strict=True):
            columns[name] = nw.col(own).cast(nw.String()) if self.is_text(own) else nw.col(own)
        figures, same = self.figures()
        found = frame.select(**columns, **figures)
        return found.with_columns(**same) if same else found

    @property
    def restates(self) -> bool:
        """Whether some record tells a promise that another told before it."""
        return bool({"promise", "restates"} & {*self.survey.links})

    def figures(self) -> tuple[dict[str, nw.Expr], dict[str, nw.Expr]]:
        """State the figures as intervals, and what follows from their columns."""
        return intervals.stated(self.survey, self.dtype)

    def typed(self, names: list[str]) -> dict[str, nw.Expr]:
        """Give sums the type of what was summed: engines widen it, each in its own way.

        Args:
            names: The columns of sums.

        Returns:
            The expressions.
        """
        import narwhals as nw

        return {name: nw.col(name).cast(self.dtype if name in intervals.NUMBERS else nw.Int64()) for name in names}

    def year(self) -> dict[str, nw.Expr]:
        """Return the year of a row's money, where it is needed."""
        import narwhals as nw

        if not self.asked.converts or self.asked.year is not None:
            return {}
        if self.survey.has("year"):
            return {YEAR: nw.col("year").cast(nw.Float64())}
        if self.survey.has("announced"):
            if self.schema["announced"].is_temporal():
                return {YEAR: nw.col("announced").dt.year().cast(nw.Float64())}
            return {YEAR: nw.col("announced").cast(nw.String()).str.slice(0, 4).cast(nw.Float64())}
        return {YEAR: nw.lit(None).cast(nw.Float64())}

    def text(self, name: str) -> nw.Expr:
        """Read a column as text; an empty one where the table has none."""
        import narwhals as nw

        return nw.col(name).cast(nw.String()) if self.survey.has(name) else nw.lit(None).cast(nw.String())

    def is_text(self, name: str) -> bool:
        """Say of a column that it holds words."""
        import narwhals as nw

        dtype = self.schema[name]
        return isinstance(dtype, (nw.String, nw.Categorical, nw.Enum)) or name == self.exploded


def grouped(frame: Frame, by: list[str], sums: list[str], **more: nw.Expr) -> Frame:
    """Sum columns by group.

    Args:
        frame: The rows.
        by: The columns of the groups.
        sums: The columns to sum; each keeps its name.
        more: Other aggregates.

    Returns:
        A row for each group.
    """
    import narwhals as nw

    return frame.group_by(*by).agg(nw.col(*sums).sum(), **more)
