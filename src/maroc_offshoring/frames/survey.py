"""What a table holds, found by one query of aggregates; what must be refused before it is added up.

A query that is built lazily cannot refuse a row when it runs. So the table is asked once, for one row of minima, maxima
and flags; the plan of the sum is then made for what is there, and takes no step for what is not.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from maroc_offshoring.errors import InvalidField, NotAdditive, UnknownKeyword, UnknownWord, nearest
from maroc_offshoring.frames.asked import Asked
from maroc_offshoring.frames.columns import NEEDED
from maroc_offshoring.frames.engines import Opened, words_in
from maroc_offshoring.measures import Measure
from maroc_offshoring.totals.entries import KINDS
from maroc_offshoring.vocabulary import Basis, Qualifier

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame

NUMBERS = ("value", "low", "high")
LINKS = ("part_of", "restates", "supersedes")
_NAMES = {kind.__name__.lower(): words for kind, words in KINDS.items()}


@frozen
class Survey:
    """What a table holds of one measure.

    Args:
        columns: Its columns.
        lists: The columns of lists.
        whole_numbers: Whether its figures are integers.
        kind: The kind of its records.
        basis: What its figures are to count.
        blank: Whether some row has no number.
        qualifiers: The qualifiers that its figures have.
        ends: The columns of ends, `low` and `high`, that hold any.
        vague: Whether some row has no value.
        joint: Whether some figure is for several places, in as many rows.
        outside: Whether some row lies outside of what the collection was narrowed to.
        resolved: Whether links are resolved, in `promise`, `whole` and `replaces`.
        links: The columns of links, resolved or not, that hold any.
        wholes: How many promises contain another at the most.
        replaced: How many promises another changed at the most.
    """

    columns: tuple[str, ...]
    lists: tuple[str, ...]
    whole_numbers: bool
    kind: str
    basis: Basis
    blank: bool
    qualifiers: tuple[str, ...]
    ends: tuple[str, ...]
    vague: bool
    joint: bool
    outside: bool
    resolved: bool
    links: tuple[str, ...]
    wholes: int
    replaced: int

    def has(self, column: str) -> bool:
        """Say whether the table has a column."""
        return column in self.columns

    @property
    def firm(self) -> bool:
        """Whether every figure is exact."""
        return not self.ends and not {*self.qualifiers} - {Qualifier.EXACT.value}

    @property
    def bulk(self) -> bool:
        """Whether figures that are linked with no other may be added without being looked at one by one."""
        return self.kind == "commitment" and self.basis is Basis.ADDITIONAL


def survey(table: Opened, asked: Asked) -> Survey:
    """Look at a table.

    Args:
        table: The table.
        asked: What is asked of it.

    Returns:
        What it holds.

    Raises:
        InvalidField: Where a column is missing or is no column of numbers, or a number is below zero.
        NotAdditive: Where records of several kinds are among its rows, or measurements of several bases.
        UnknownKeyword: Where there is no column to take the sum apart by.
        UnknownWord: Where a qualifier is not known.
    """
    import narwhals as nw

    schema = table.frame.collect_schema()
    columns = tuple(schema.names())
    for name in NEEDED:
        if name not in columns:
            near = nearest(name, columns)
            hint = f"; is it {near[0]!r}? rename it" if near else ""
            raise InvalidField("frame", f"no column {name!r}", f"the columns {', '.join(NEEDED)}{hint}")
    for name in asked.by:
        if name not in columns:
            raise UnknownKeyword("frames.total(by=...)", name, columns)
    needed = (*NEEDED, *asked.by)
    columns = tuple(name for name in columns if name in needed or not isinstance(schema[name], nw.Unknown))  # all empty
    numbers = [name for name in NUMBERS if name in columns]
    for name in numbers:
        if not schema[name].is_numeric():
            raise InvalidField(name, str(schema[name]), "a column of numbers")
    lists = tuple(name for name in columns if isinstance(schema[name], (nw.List, nw.Array)))
    objects = [name for name in asked.by if isinstance(schema[name], (nw.Object, nw.Struct))]
    if objects:
        raise InvalidField(
            objects[0], str(schema[objects[0]]), "text; lists need columns of Arrow: dtype_backend='pyarrow'"
        )
    floats = [name for name in numbers if schema[name].is_float()]
    facts = table.one(_of_measure(table, asked.measure).select(**_facts(columns, numbers, floats)))
    _refuse_unsound(table, asked.measure, facts, numbers)
    kind = _kind(table, asked.measure, columns)
    return Survey(
        columns=columns,
        lists=lists,
        whole_numbers=all(schema[name].is_integer() for name in numbers),
        kind=kind,
        basis=_basis(table, asked, kind, facts),
        blank=bool(facts["blank"]),
        **_bounds_found(facts),
        joint=(facts.get("most_places") or 1) > 1,
        outside=bool(facts.get("outside")),
        resolved="promise" in columns,
        links=tuple(name for name in ("promise", "whole", "replaces", "family", *LINKS) if facts.get(f"any_{name}")),
        wholes=int(facts.get("wholes") or 0),
        replaced=int(facts.get("replaced") or 0),
    )


def bounds_of(survey: Survey, table: Opened, frame: Frame) -> Survey:
    """Look at the bounds of some rows of a table: those of a linked few may all be exact.

    Args:
        survey: What the table holds.
        table: The table.
        frame: The rows, with the user's columns.

    Returns:
        The survey, with what these rows hold of bounds.
    """
    numbers = [name for name in NUMBERS if survey.has(name)]
    return evolve(survey, **_bounds_found(table.one(frame.select(**_bounds(survey.columns, numbers)))))


def _bounds(columns: tuple[str, ...], numbers: list[str]) -> dict[str, nw.Expr]:
    import narwhals as nw

    found = {"vague": _count(nw.col("value").is_null())}
    found |= {f"any_{name}": _count(~nw.col(name).is_null()) for name in numbers if name != "value"}
    if "qualifier" in columns:
        known = nw.col("qualifier").cast(nw.String())
        found |= {f"is_{word.value}": _count(known == nw.lit(word.value)) for word in Qualifier}
    return found


def _bounds_found(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "qualifiers": tuple(word.value for word in Qualifier if facts.get(f"is_{word.value}")),
        "ends": tuple(name for name in NUMBERS[1:] if facts.get(f"any_{name}")),
        "vague": bool(facts["vague"]),
    }


def _of_measure(table: Opened, measure: Measure) -> Any:
    import narwhals as nw

    return table.frame.filter(nw.col("measure") == nw.lit(measure.value))


def _facts(columns: tuple[str, ...], numbers: list[str], floats: list[str]) -> dict[str, nw.Expr]:
    """The aggregates to ask for."""
    import narwhals as nw

    found = {f"least_{name}": nw.col(name).min() for name in numbers}
    found["blank"] = _count(is_blank(numbers, floats))
    found |= _bounds(columns, numbers)
    if "qualifier" in columns:
        found["qualified"] = _count(~nw.col("qualifier").is_null())
    if "basis" in columns:
        text = nw.col("basis").cast(nw.String())
        found |= {"first_basis": text.min(), "last_basis": text.max()}
    if "place_count" in columns:
        found["most_places"] = nw.col("place_count").max()
    if "within" in columns:
        found["outside"] = _count(~nw.col("within"))
    for name in ("promise", "whole", "replaces", "family", *LINKS):
        if name == "promise" and name in columns:
            found["any_promise"] = _count(nw.col(name) != nw.col("record"))
        elif name in columns:
            found[f"any_{name}"] = _count(~nw.col(name).is_null())
    links = [~nw.col(name).is_null() for name in LINKS if name in columns]
    if links:
        found["nameless"] = _count(nw.col("record").is_null() & reduce(or_, links))
    if "whole" in columns:
        found["wholes"] = words_in("whole").max()
    if "replaces" in columns:
        found["replaced"] = words_in("replaces").max()
    return found


def _count(condition: nw.Expr) -> nw.Expr:
    """Count rows; flags are numbers, so that every engine takes them alike."""
    import narwhals as nw

    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).sum()


def is_blank(numbers: list[str], floats: list[str]) -> nw.Expr:
    """Say of a row that it has no number at all; what is no number (NaN) is none.

    Args:
        numbers: The columns of numbers.
        floats: Those that hold floats.

    Returns:
        The expression.
    """
    import narwhals as nw

    empty = [nw.col(name).is_null() for name in numbers if name not in floats]
    empty += [nw.col(name).is_null() | nw.col(name).is_nan().fill_null(False) for name in floats]
    return reduce(and_, empty)


def _refuse_unsound(table: Opened, measure: Measure, facts: dict[str, Any], numbers: list[str]) -> None:
    import narwhals as nw

    words = [word.value for word in Qualifier]
    if (facts.get("qualified") or 0) > sum(facts.get(f"is_{word}") or 0 for word in words):
        text = nw.col("qualifier").cast(nw.String())
        few = table.few(_of_measure(table, measure).filter(~text.is_in(words)).select("record", "qualifier").head(1))
        raise UnknownWord(f"qualifier (column qualifier, record {few[0]['record']})", few[0]["qualifier"], words)
    if facts.get("nameless"):
        raise InvalidField("record", None, "an id in every row that says what it is linked with")
    below = [name for name in numbers if (facts[f"least_{name}"] or 0) < 0]
    if below:
        rows = _of_measure(table, measure).filter(nw.col(below[0]) < 0).select("record", below[0]).head(1)
        few = table.few(rows)
        raise InvalidField(below[0], few[0][below[0]], f"a number of zero or more (record {few[0]['record']})")


def _kind(table: Opened, measure: Measure, columns: tuple[str, ...]) -> str:
    import narwhals as nw

    if "kind" not in columns:
        return "commitment"
    text = nw.col("kind").cast(nw.String())
    facts = table.one(table.frame.select(first=text.min(), last=text.max()))
    first, last = facts["first"], facts["last"]
    for word in (first, last):
        if word is not None and word not in _NAMES:
            raise UnknownWord("kind of record (column kind)", word, list(_NAMES))
    if first != last:
        words = [f"an {word}" if word == "aim" else f"a {word}" for word in (_NAMES[first], _NAMES[last])]
        remedy = f"total each kind by itself: filter the rows where kind is {first!r}"
        raise NotAdditive(measure.label("en"), f"{' and '.join(words)} never add up", remedy)
    return str(first or "commitment")


def _basis(table: Opened, asked: Asked, kind: str, facts: dict[str, Any]) -> Basis:
    """As :func:`maroc_offshoring.totals.entries.basis_to_add` decides it for records."""
    import narwhals as nw

    wanted = asked.basis
    if kind != "observation":
        if wanted is None or wanted not in (Basis.ADDITIONAL, Basis.LEVEL):
            raise InvalidField("basis", wanted and wanted.value, "'additional' or 'level' for promises and aims")
        return wanted
    if wanted is not None and wanted in (Basis.STOCK, Basis.FLOW, Basis.CUMULATIVE):
        return wanted
    if wanted in (Basis.LEVEL, Basis.PLAN):
        raise InvalidField("basis", wanted and wanted.value, "'stock', 'flow' or 'cumulative' for measurements")
    first, last = facts.get("first_basis"), facts.get("last_basis")
    if first is None:
        return Basis.STOCK
    if first != last:
        of_measure = _of_measure(table, asked.measure).group_by("basis").agg(nw.col("record").min())
        words = [str(row["basis"]) for row in table.few(of_measure.sort("record"))]
        reason = f"{' and '.join(words)} figures never add up"
        remedy = f"choose one: frames.total(frame, {asked.measure.value!r}, basis={words[0]!r})"
        raise NotAdditive(asked.measure.label("en"), reason, remedy)
    return Basis.of(first)
