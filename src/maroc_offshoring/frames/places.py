"""Figures for several places: rows of one figure as one line, or as shares where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.errors import InvalidField
from maroc_offshoring.frames import intervals
from maroc_offshoring.frames.columns import NAMES
from maroc_offshoring.frames.columns import PLACES as OF_PLACES
from maroc_offshoring.frames.intervals import flag
from maroc_offshoring.frames.rows import COUNT, FIGURE, PLACE, PLACES, RECORD, WITHIN, Rows

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame


def one_line_each(frame: Frame, rows: Rows, keys: list[str]) -> Frame:
    """Make one row of the rows of each figure.

    Args:
        frame: The rows of figures.
        rows: The table that they come from.
        keys: The columns of the keys. One that differs between the rows becomes the text of all places.

    Returns:
        A row for each figure; `_within` says whether all of it is there and lies within what was asked for.
    """
    import narwhals as nw

    if not rows.joint:
        return frame
    same = [name for name in frame.collect_schema().names() if name not in (RECORD, FIGURE, WITHIN, PLACE, *keys)]
    filled: list[nw.Expr] = [nw.col(WITHIN).sum().alias("_inside"), nw.len().alias("_rows")]
    for name in keys:
        filled += [nw.col(name).min().alias(f"_min{name}"), nw.col(name).max().alias(f"_max{name}")]
        filled.append(nw.col(f"_known{name}").sum())
    known = {f"_known{name}": flag(~nw.col(name).is_null()) for name in keys}
    one = (frame.with_columns(**known) if known else frame).group_by(RECORD, FIGURE).agg(nw.col(*same).min(), *filled)
    together = {}
    for name, own in zip(keys, rows.asked.by, strict=False):
        alike = (nw.col(f"_min{name}") == nw.col(f"_max{name}")) & (nw.col(f"_known{name}") == nw.col("_rows"))
        stated = nw.when(alike).then(nw.col(f"_min{name}"))
        none = nw.col(f"_known{name}") == 0
        if rows.is_text(own):
            together[name] = nw.when(~none & ~alike).then(nw.col(PLACES)).otherwise(stated)
        else:
            together[name] = stated
    complete = (nw.col("_inside") == nw.col("_rows")) & (nw.col("_rows") == nw.col(COUNT))
    return one.select(RECORD, FIGURE, *same, **together, **{WITHIN: flag(complete), PLACE: nw.col(PLACES)})


def shared_out(lines: Frame, frame: Frame, rows: Rows, keys: list[str]) -> Frame:
    """Split the lines that are for several places, as is asked for.

    Args:
        lines: The lines.
        frame: The rows of the figures.
        rows: The table that they come from.
        keys: The columns of the keys.

    Returns:
        The lines, one for each place of those that were split.

    Raises:
        InvalidField: Where a place has no weight.
    """
    import narwhals as nw

    if not rows.splits:
        return lines
    places = frame.filter(nw.col(COUNT) > 1)
    if rows.asked.spread == "equally":
        places = places.with_columns(_share=1.0 / nw.col(COUNT).cast(nw.Float64()), _whole=nw.lit(1))
    else:
        places = _weighed(places, rows)
    of_place = [name for name, own in zip(keys, rows.asked.by, strict=False) if own in OF_PLACES or own not in NAMES]
    shares = places.select(
        "_share", "_whole", _of=nw.col(RECORD), _at=nw.col(FIGURE), _in=nw.col(WITHIN), _where=nw.col(PLACE),
        **{f"_own{name}": nw.col(name) for name in of_place},
    )  # fmt: skip
    several = lines.filter(nw.col(COUNT) > 1).join(shares, left_on=[RECORD, FIGURE], right_on=["_of", "_at"])
    whole = nw.when(nw.col("_whole") > 0).then(nw.col("_in")).otherwise(nw.lit(0))
    changed = {name: nw.col(f"_own{name}") for name in of_place} | {WITHIN: whole, PLACE: nw.col("_where")}
    split = several.with_columns(**intervals.scaled(nw.col("_share"), rows.state), **changed)
    names = lines.collect_schema().names()
    return nw.concat([lines.filter(nw.col(COUNT) <= 1), split.select(*names)])


def _weighed(places: Frame, rows: Rows) -> Frame:
    """The share of each place by its weight; a figure of which rows are missing has no shares."""
    import narwhals as nw

    if not rows.survey.has("place"):
        raise InvalidField("frame", "no column 'place'", "it, for weights by place")
    weights = rows.asked.weights
    table = rows.table.table(
        {"_named": list(weights), "_weight": list(weights.values())}, {"_named": "text", "_weight": "number"}
    )
    found = places.join(table, left_on=PLACE, right_on="_named", how="left")
    few = rows.table.few(found.filter(nw.col("_weight").is_null()).select(RECORD, PLACE).head(1))
    if few:
        missing = f"a weight for {few[0][PLACE]} too, which {few[0][RECORD]} is for"
        raise InvalidField("spread", sorted(weights), missing)
    sums = found.group_by(RECORD, FIGURE).agg(_sum=nw.col("_weight").sum(), _there=nw.len())
    summed = found.join(sums, on=[RECORD, FIGURE], how="left")
    few = rows.table.few(summed.filter(nw.col("_sum") <= 0).select(RECORD).head(1))
    if few:
        raise InvalidField("weights", sorted(weights), f"at least one weight above zero for {few[0][RECORD]}")
    return summed.with_columns(
        _share=nw.col("_weight") / nw.col("_sum"), _whole=flag(nw.col("_there") == nw.col(COUNT))
    )
