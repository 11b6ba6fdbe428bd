"""The plan of a sum over a table: which rows are simply added, and which must be looked at by the rules.

What is linked with no other record, and is for one place or is to be split equally, is added as it stands: that is
nearly all of a large table. The rest goes through the rules, figure by figure, in joins on its own few rows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce
from operator import and_
from typing import TYPE_CHECKING

from attrs import frozen

from maroc_offshoring.frames import intervals, links, money, places, wholes
from maroc_offshoring.frames.asked import Asked
from maroc_offshoring.frames.columns import TOGETHER
from maroc_offshoring.frames.engines import Opened
from maroc_offshoring.frames.rows import (
    BASIS,
    PROMISE,
    RECORD,
    UNIT,
    WITHIN,
    Rows,
    grouped,
    is_counted,
)  # fmt: skip
from maroc_offshoring.frames.separation import refuse_what_does_not_add
from maroc_offshoring.frames.survey import LINKS, bounds_of, survey
from maroc_offshoring.totals.lines import Reason

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame


_Told = Callable[[], "Frame"]


@frozen(eq=False)
class Plan:
    """What a sum counts, and what it leaves out; nothing of it has been run.

    Args:
        rows: The table.
        few: The same, with the bounds that the rows have which go through the rules.
        bulk: The rows that are added as they stand; None where all go through the rules.
        minus: Those of them that go through the rules too, whose sums are taken off again; None where there are none.
        lines: The lines of the others; None where there are no others.
        tree: Their wholes and parts; None where nothing lies in another.
        out: Tables of what is left out, with `_reason` and perhaps `_instead`, each made when it is asked for.
    """

    rows: Rows
    few: Rows
    bulk: Frame | None
    minus: Frame | None
    lines: Frame | None
    tree: wholes.Tree | None
    out: tuple[Callable[[], Frame], ...]

    def sums(self) -> list[Frame]:
        """Sum what counts, by key and unit.

        Returns:
            Tables of sums with the same columns; one sum may stand in several of them.
        """
        found = [] if self.bulk is None else [self._bulk_sum(self.bulk)]
        if self.lines is not None:  # it stands on steps that are dropped after the call
            found.append(self.rows.table.settled(self._line_sum(self.lines)))
        if len(found) > 1:
            names = [*self.rows.keys(), UNIT]
            found = [sums.select(*names, **self.rows.typed([*self.rows.state, "_records"])) for sums in found]
        return found

    def left_out(self) -> Frame:
        """Say what is left out.

        Returns:
            A row for each figure.
        """
        import narwhals as nw

        told: list[Frame] = []
        for made in self.out:
            frame = made()
            names = frame.collect_schema().names()
            instead = nw.col("_instead") if "_instead" in names else nw.lit(None).cast(nw.String())
            told.append(
                frame.select(
                    record=nw.col(RECORD), value=nw.col("_stated"), unit=nw.col("_stated_unit"),
                    reason=nw.col("_reason"), instead=instead.cast(nw.String()),
                )
            )  # fmt: skip
        return nw.concat(told).unique()

    def _bulk_sum(self, bulk: Frame) -> Frame:
        import narwhals as nw

        rows, keys = self.rows, self.rows.keys()
        figures, same = rows.figures()
        by, numbers = [*keys, UNIT, *rows.year()], [*figures, "_records"]
        sums = grouped(rows.for_bulk(bulk), by, [*figures], _records=nw.len())
        if self.minus is not None:
            off = grouped(rows.for_bulk(self.minus), by, [*figures], _records=nw.len())
            off = off.select(*by, **{name: -each for name, each in rows.typed(numbers).items()})
            sums = nw.concat([sums.select(*by, **rows.typed(numbers)), rows.table.settled(off)])
        named = [*zip(keys, rows.asked.by, strict=True), (UNIT, "unit")]
        as_it_is = rows.table.engine != "pyarrow"  # which knows two kinds of text, and joins neither with the other
        words = [
            name for name, own in named if rows.is_text(own) and not (as_it_is and rows.schema[own] == nw.String())
        ]
        changed = dict(same) | {name: nw.col(name).cast(nw.String()) for name in words}  # the sums are few
        changed |= {name: nw.col(name).cast(nw.Float64()) for name in rows.year()}
        sums = sums.with_columns(**changed) if changed else sums
        if not rows.asked.converts:
            return sums.filter(is_counted(UNIT))
        sums, _ = money.converted(sums, rows.table, rows.asked, rows.state)  # what is no money has no rate
        return grouped(sums, [*keys, UNIT], [*rows.state, "_records"])

    def _line_sum(self, lines: Frame) -> Frame:
        import narwhals as nw

        rows, keys, numbers = self.few, self.few.keys(), [*self.few.state, "_records"]
        counted = lines.with_columns(_records=nw.lit(1).cast(nw.Int64()))
        if self.tree is None or rows.survey.firm:  # exact lines add up to exactly what their whole states
            found = grouped(counted, [*keys, UNIT], numbers)
        else:
            by_promise = grouped(counted, [*keys, UNIT, PROMISE, "_depth"], numbers)
            found = wholes.closed_by_group(by_promise, self.tree, keys, rows.state)
        return found if rows.state == self.rows.state else found.with_columns(**intervals.of_exact())


def planned(table: Opened, asked: Asked, *, telling: bool = False) -> Plan:
    """Make the plan of a sum.

    Args:
        table: The table.
        asked: What is asked.
        telling: Whether what is left out is to be told, rather than what counts added.

    Returns:
        The plan.

    Raises:
        MarocOffshoringError: Where what is asked cannot be added.
    """
    rows = Rows(table, survey(table, asked), asked, telling=telling)
    every = rows.all()
    out: list[_Told] = [partial(_told, every.head(0), ~rows.blank(), "")]
    if rows.survey.blank:
        out.append(partial(_told, every, rows.blank(), "no_figure"))
        every = every.filter(~rows.blank())
    stated = links.stated(rows)
    bulk, minus, rest = _parted(every, rows, stated)
    lines, tree, few = None, None, rows
    conversions: list[Callable[[], Frame]] = []
    if rest is not None:
        if not (rows.survey.firm or rows.careful or table.postpones):
            few = Rows(table, bounds_of(rows.survey, table, rest), asked, telling=telling)
        lines, tree = _by_the_rules(rest, few, stated, out, conversions)
    if bulk is not None:
        bulk = _as_it_stands(bulk, rows, out, conversions)
    if minus is not None:
        minus = _as_it_stands(minus, rows, [], [])
    money.refuse_without_any_rate(conversions, table, asked)
    return Plan(rows, few, bulk, minus, lines, tree, tuple(out))


def _parted(every: Frame, rows: Rows, stated: Frame | None) -> tuple[Frame | None, Frame | None, Frame | None]:
    """Part the rows that are added as they stand from those that the rules must look at.

    A row that another links to shows no link of its own. To look for all such rows once is enough: a sum adds them with
    the others and takes them off again, and only to tell what is left out they are looked for twice.
    """
    import narwhals as nw

    survey, asked = rows.survey, rows.asked
    if rows.careful or (survey.resolved and survey.links and "family" not in survey.columns):
        return None, None, every
    together = survey.joint and asked.spread != "equally"
    plain: list[nw.Expr] = [nw.col("place_count").fill_null(1) <= 1] if together else []
    said = ("family",) if survey.resolved else LINKS
    plain += [nw.col(name).is_null() for name in said if name in survey.links]
    if not plain:
        return every, None, None
    as_it_stands = reduce(and_, plain)
    rest, bulk = every.filter(~as_it_stands), every.filter(as_it_stands)
    if stated is None:
        return bulk, None, rows.table.held(rest)
    alike = all(rows.schema[name] == rows.schema["record"] for name in LINKS if name in survey.links)
    if not alike:
        every, bulk = (frame.with_columns(nw.col("record").cast(nw.String())) for frame in (every, bulk))
    ends = ["record", *(name for name in LINKS if name in survey.links)]
    named = [stated.select(_id=nw.col(name) if alike else nw.col(name).cast(nw.String())) for name in ends]
    named += [rest.select(_id=nw.col("record") if alike else nw.col("record").cast(nw.String()))] if together else []
    linked = nw.concat(named).filter(~nw.col("_id").is_null())
    linked = rows.table.held(linked.unique())
    rest = rows.table.held(every.join(linked, left_on="record", right_on="_id", how="semi"))
    if rows.telling:
        return bulk.join(linked, left_on="record", right_on="_id", how="anti"), None, rest
    return bulk, rest.filter(as_it_stands), rest


def _as_it_stands(bulk: Frame, rows: Rows, out: list[_Told], conversions: list[Callable[[], Frame]]) -> Frame:
    """Leave out of rows that are not linked what is of another basis or unit, lies outside, or has no rate."""
    import narwhals as nw

    if (right := rows.on_basis()) is not None:
        out.append(partial(_told, bulk, ~right, Reason.OTHER_BASIS.value))
        bulk = bulk.filter(right)
    out.append(partial(_told, bulk, ~is_counted("unit"), Reason.OTHER_UNIT.value))  # a sum drops them group by group
    if rows.asked.converts:
        figures = partial(rows.for_rules, bulk.filter(is_counted("unit")))

        def without_rate() -> Frame:
            return money.converted(figures(), rows.table, rows.asked, rows.state)[1]()

        conversions.append(figures)
        out.append(without_rate)
    if rows.survey.outside:
        inside = nw.col("within").fill_null(True)
        out.append(partial(_told, bulk, ~inside, Reason.OUTSIDE.value))
        bulk = bulk.filter(inside)
    return bulk


def _by_the_rules(
    rest: Frame, rows: Rows, stated: Frame | None, out: list[_Told], conversions: list[Callable[[], Frame]]
) -> tuple[Frame, wholes.Tree | None]:
    """Resolve overlap, convert, set wholes down to their rest, split, and refuse what does not add up."""
    import narwhals as nw

    table, keys = rows.table, rows.keys()
    known = links.linked(rows, stated)
    shares = table.held(rows.for_rules(rest))
    figures = links.with_promise(places.one_line_each(shares, rows, keys), known)
    if rows.restates:
        figures, again = links.told_once(table.held(figures))
        out.append(partial(_because, again, Reason.RESTATED))
    if known.replaced is not None:
        figures, changed = links.latest(table.held(figures), known.replaced)
        out.append(partial(_because, changed, Reason.SUPERSEDED))
    if (right := rows.on_basis(BASIS)) is not None:
        out.append(partial(_because, figures.filter, Reason.OTHER_BASIS, ~right))
        figures = figures.filter(right)
    counted = is_counted(UNIT)
    out.append(partial(_because, figures.filter, Reason.OTHER_UNIT, ~counted))
    figures = figures.filter(counted)
    if rows.asked.converts:
        before = figures
        conversions.append(lambda: before)
        figures, without = money.converted(figures, table, rows.asked, rows.state)
        out.append(without)
    kept = [*keys, *rows.kept()]
    tree: wholes.Tree | None = None
    if known.wholes is not None:
        figures = table.held(figures)
        tree = wholes.tree(rows, figures, links.parents(figures, known.wholes, known.replaced), known.rounds)
        joint = [name for name, own in zip(keys, rows.asked.by, strict=True) if own in TOGETHER]
        joint += [name for name in rows.kept() if name[1:] in TOGETHER]
        figures, inside = wholes.lines(rows, figures, tree, kept, joint)
        out.append(inside)
    lines = places.shared_out(figures, shares, rows, keys)
    if rows.joint or rows.survey.outside:
        lies_within = nw.col(WITHIN) > 0
        out.append(partial(_because, lines.filter, Reason.OUTSIDE, ~lies_within))
        lines = lines.filter(lies_within)
    if rows.careful:
        lines = table.held(lines if tree else lines.with_columns(_root=nw.col(PROMISE)))
        refuse_what_does_not_add(lines, shares, rows)
    return lines, tree


def _told(frame: Frame, condition: nw.Expr, reason: str) -> Frame:
    """Say of rows of the user's table why they are left out."""
    import narwhals as nw

    return frame.filter(condition).select(
        **{RECORD: nw.col("record").cast(nw.String())},
        _stated=nw.col("value").cast(nw.Float64()),
        _stated_unit=nw.col("unit").cast(nw.String()),
        _reason=nw.lit(reason),
    )


def _because(made: Callable[..., Frame], reason: Reason, *conditions: nw.Expr) -> Frame:
    """Say of figures why they are left out."""
    import narwhals as nw

    return made(*conditions).with_columns(_reason=nw.lit(reason.value))
