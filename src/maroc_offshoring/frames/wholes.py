"""Wholes and their parts: what each whole states beyond its parts, and what a family of both comes to.

The tree is worked from its leaves upward in as many rounds as it is deep, each a sum by parent and a join. What the
lines of a whole family add up to is what the whole states, which can be firmer than the sum of the lines; that is its
closing, as in :mod:`maroc_offshoring.totals.overlap`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from maroc_offshoring.frames import intervals
from maroc_offshoring.frames.columns import AND
from maroc_offshoring.frames.intervals import PARTS, REST, WHOLE, flag
from maroc_offshoring.frames.rows import COUNT, FIGURE, PROMISE, UNIT, Rows, grouped
from maroc_offshoring.totals.lines import Reason

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame

_CLOSING = "_closing"
SINGLE, BEYOND, COVERED, EXCEEDED, APART = 0, 1, 2, 3, 4
"""What becomes of a promise: it has no parts; it states more than they do; as much; less; or it is of another unit."""


@frozen(eq=False)
class Tree:
    """The promises that count, as wholes and parts.

    Args:
        promises: A row for each: `_promise`, what becomes of it (`_fate`), whether it lies in one of another unit
            (`_hidden`), the whole that it lies in (`_parent`) and the outermost (`_root`), its rest, its closing, how
            many lines it comes to (`_size`), and how deep it lies (`_depth`).
        rounds: How many wholes lie within one another at the most.
    """

    promises: Frame
    rounds: int


def tree(rows: Rows, counted: Frame, parents: Frame, rounds: int) -> Tree:
    """Work out wholes and parts.

    Args:
        rows: The table.
        counted: The figures that count.
        parents: The whole of each part.
        rounds: How many wholes lie within one another at the most.

    Returns:
        The tree.
    """
    import narwhals as nw

    state = rows.state
    lines = nw.col(COUNT) if rows.splits else nw.lit(1)
    own = grouped(
        counted.with_columns(_lines=lines), [PROMISE], [*state, "_lines"],
        _least=nw.col(UNIT).min(), _most=nw.col(UNIT).max(), _rest_lines=nw.col("_lines").min(),
    )  # fmt: skip
    nodes = own.select(
        PROMISE,
        "_lines",
        "_rest_lines",
        _own_unit=nw.col("_least"),
        _sound=flag(nw.col("_least") == nw.col("_most")),
        **{WHOLE + name: nw.col(name) for name in state},
    ).join(parents, left_on=PROMISE, right_on="_child", how="left")
    nodes = rows.table.held(nodes)
    closed = nodes.with_columns(
        _closed=nw.col("_sound"), _size=nw.col("_lines"), **{_CLOSING + name: nw.col(WHOLE + name) for name in state}
    )
    for _ in range(rounds):
        closed = rows.table.held(_closed(nodes, closed, state))
    placed = closed.with_columns(
        _depth=flag(~nw.col("_parent").is_null()), _hidden=nw.lit(0), _root=nw.coalesce("_parent", PROMISE)
    )
    units = rows.table.one(counted.select(first=nw.col(UNIT).min(), last=nw.col(UNIT).max()))
    if rounds > 1 or units["first"] != units["last"]:
        for _ in range(rounds):
            placed = rows.table.held(_placed(closed, placed))
    return Tree(placed, rounds)


def _closed(nodes: Frame, closed: Frame, state: tuple[str, ...]) -> Frame:
    """Close each whole over what its parts came to in the round before."""
    import narwhals as nw

    parts = grouped(
        closed.filter(~nw.col("_parent").is_null()).with_columns(_one=nw.lit(1)),
        ["_parent"],
        [*(_CLOSING + name for name in state), "_closed", "_one", "_size"],
        _least=nw.col("_own_unit").min(),
        _most=nw.col("_own_unit").max(),
    ).select(
        _whole=nw.col("_parent"),
        _together=flag((nw.col("_closed") == nw.col("_one")) & (nw.col("_least") == nw.col("_most"))),
        _parts_unit=nw.col("_least"),
        _parts_size=nw.col("_size"),
        **{PARTS + name: nw.col(_CLOSING + name) for name in state},
    )
    both = nodes.join(parts, left_on=PROMISE, right_on="_whole", how="left")
    both = both.with_columns(nw.col("_together", "_parts_size", *(PARTS + name for name in state)).fill_null(0))
    both = intervals.compared(both, state)
    apart = (nw.col("_together") == 0) | (nw.col("_sound") == 0) | (nw.col("_parts_unit") != nw.col("_own_unit"))
    fate = (
        nw.when(nw.col("_parts_unit").is_null()).then(nw.lit(SINGLE))
        .when(apart).then(nw.lit(APART))
        .when(nw.col("_more")).then(nw.lit(BEYOND))
        .when(nw.col("_even")).then(nw.lit(COVERED))
        .otherwise(nw.lit(EXCEEDED))
    )  # fmt: skip
    both = both.with_columns(_fate=fate).with_columns(_alone=nw.col("_fate").is_in([SINGLE, APART]))
    tight = intervals.tightened(state)
    closing = {
        _CLOSING + name: nw.when(nw.col("_alone")).then(nw.col(WHOLE + name))
        .when(nw.col("_fate") == EXCEEDED).then(nw.col(PARTS + name))
        .otherwise(tight[name])
        for name in state
    }  # fmt: skip
    size = (
        nw.when(nw.col("_alone")).then(nw.col("_lines"))
        .when(nw.col("_fate") == BEYOND).then(nw.col("_parts_size") + nw.col("_rest_lines"))
        .otherwise(nw.col("_parts_size"))
    )  # fmt: skip
    closes = nw.when(nw.col("_alone")).then(nw.col("_sound")).otherwise(nw.lit(1))
    return both.select(
        PROMISE,
        "_parent",
        "_fate",
        "_own_unit",
        *(REST + name for name in state),
        _closed=closes,
        _size=size,
        **closing,
    )


def _placed(closed: Frame, placed: Frame) -> Frame:
    """Say how deep each promise lies, and whether in one of another unit, from its whole in the round before."""
    import narwhals as nw

    above = placed.select(
        _over=nw.col(PROMISE),
        _depth=nw.when(nw.col("_parent").is_null()).then(nw.lit(1)).otherwise(nw.col("_depth") + 1),
        _hidden=flag((nw.col("_fate") == APART) | (nw.col("_hidden") > 0)),
        _root=nw.when(nw.col("_parent").is_null()).then(nw.col(PROMISE)).otherwise(nw.col("_root")),
    )
    found = closed.join(above, left_on="_parent", right_on="_over", how="left")
    return found.with_columns(nw.col("_depth", "_hidden").fill_null(0), _root=nw.coalesce("_root", PROMISE))


def lines(
    rows: Rows, counted: Frame, tree: Tree, keys: list[str], joint: list[str]
) -> tuple[Frame, Callable[[], Frame]]:
    """Make the lines that count of figures, and say of the others why they do not.

    Args:
        rows: The table.
        counted: The figures.
        tree: Their wholes and parts.
        keys: The columns that a line keeps beside its numbers.
        joint: Those of them in which several words mean "together".

    Returns:
        The lines; and the figures left out, with their reason.
    """
    import narwhals as nw

    state = rows.state
    place = ["_parent", "_depth", "_root", PROMISE]
    known = tree.promises.select(
        "_fate", "_hidden", "_parent", "_depth", "_root", *(REST + name for name in state), _node=nw.col(PROMISE)
    )
    figures = counted.join(known, left_on=PROMISE, right_on="_node", how="left")
    shown, fate = nw.col("_hidden") == 0, nw.col("_fate")
    entries = figures.filter(shown & fate.is_in([SINGLE, APART])).select(*place, UNIT, *keys, *state)
    aggregates = [nw.len().alias("_entries")]
    for name in keys:
        aggregates += [nw.col(name).min().alias(f"_min{name}"), nw.col(name).max().alias(f"_max{name}")]
        aggregates.append(nw.col(f"_known{name}").sum())
    wholes = figures.filter(shown & (fate == BEYOND))
    if keys:
        wholes = wholes.with_columns(**{f"_known{name}": flag(~nw.col(name).is_null()) for name in keys})
    rest = wholes.group_by(*place).agg(nw.col(UNIT, *(REST + name for name in state)).min(), *aggregates)
    alike: dict[str, nw.Expr] = {
        name: nw.when(_alike(name, together=name in joint)).then(nw.col(f"_min{name}")) for name in keys
    }
    if FIGURE in alike:  # its places are those of the first figure, as of every other
        alike[FIGURE] = nw.col(f"_min{FIGURE}")
    rests = rest.select(*place, UNIT, **alike, **{name: nw.col(REST + name) for name in state})

    def inside() -> Frame:
        settled = fate.is_in([COVERED, EXCEEDED])
        reason = (
            nw.when(fate == COVERED).then(nw.lit(Reason.COVERED.value))
            .when(fate == EXCEEDED).then(nw.lit(Reason.EXCEEDED.value))
            .otherwise(nw.lit(Reason.INSIDE.value))
        )  # fmt: skip
        instead = nw.when(~settled).then(nw.col("_parent"))
        return figures.filter(settled | ~shown).with_columns(_reason=reason, _instead=instead)

    both = [part.with_columns(**rows.typed([*state])) for part in (entries, rests)]
    return nw.concat(both), inside


def _alike(name: str, *, together: bool) -> nw.Expr:
    """Whether what a whole states beyond its parts has one value of a column, that is of one thing."""
    import narwhals as nw

    same = (nw.col(f"_min{name}") == nw.col(f"_max{name}")) & (nw.col(f"_known{name}") == nw.col("_entries"))
    return same & ~nw.col(f"_min{name}").str.contains(AND, literal=True) if together else same


def closed_by_group(sums: Frame, tree: Tree, keys: list[str], state: tuple[str, ...]) -> Frame:
    """Let each whole family that lies in one group count for what its whole states.

    Args:
        sums: Sums by key, unit and promise, with `_depth` and how many lines they are, in `_records`.
        tree: The tree.
        keys: The columns of the keys.
        state: The columns of a figure.

    Returns:
        Sums by key and unit.
    """
    import narwhals as nw

    known = tree.promises.select(
        _node=nw.col(PROMISE), _next=nw.col("_parent"), _whole_size=nw.col("_size"), _ok=nw.col("_closed"),
        _whole_unit=nw.col("_own_unit"), **{_CLOSING + name: nw.col(_CLOSING + name) for name in state},
    )  # fmt: skip
    found = sums
    for depth in range(tree.rounds, -1, -1):
        both = found.join(known, left_on=PROMISE, right_on="_node", how="left").with_columns(
            _now=nw.col("_depth") == depth
        )
        complete = nw.col("_now") & (nw.col("_records") == nw.col("_whole_size")) & (nw.col("_ok") > 0)
        both = both.with_columns(_complete=complete & (nw.col("_whole_unit") == nw.col(UNIT)))
        changed = {
            name: nw.when(nw.col("_complete")).then(nw.col(_CLOSING + name)).otherwise(nw.col(name)) for name in state
        }
        if not depth:
            return grouped(both.with_columns(**changed), [*keys, UNIT], [*state, "_records"])
        up = nw.when(nw.col("_now")).then(nw.col("_next")).otherwise(nw.col(PROMISE))
        higher = nw.when(nw.col("_now")).then(nw.lit(depth - 1)).otherwise(nw.col("_depth"))
        both = both.with_columns(up.alias(PROMISE), _depth=higher, **changed)
        found = grouped(both, [*keys, UNIT, PROMISE, "_depth"], [*state, "_records"])
    return found
