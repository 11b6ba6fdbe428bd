"""What a table tells twice: the same promise told again, an older version of it; and which promise contains which.

A table that `to_frame` wrote says so in `promise`, `whole` and `replaces`. A user's own may give `restates`,
`supersedes` and `part_of`: those are followed by joins, at most :data:`DEEPEST` links far, and a longer chain is
refused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from maroc_offshoring.errors import NotAdditive
from maroc_offshoring.frames import engines
from maroc_offshoring.frames.rows import ANNOUNCED, PROMISE, RECORD, REPLACES, WHOLE, Rows
from maroc_offshoring.frames.survey import LINKS

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame

DEEPEST = 3
"""How many links are followed: a whole of a whole of a whole."""

_MOST = 9  # promises that contain one


@frozen(eq=False)
class Links:
    """The links between promises.

    Args:
        promises: The promise of each record that restates another; None where none does, or where each row says it.
        replaced: Pairs of a promise (`_newer`) and one that it changed (`_older`); None where there are none.
        wholes: A promise (`_promise`), one that contains it (`_over`), and how far that is (`_rank`); or None.
        rounds: How many wholes may lie within one another.
    """

    promises: Frame | None
    replaced: Frame | None
    wholes: Frame | None
    rounds: int


def stated(rows: Rows) -> Frame | None:
    """Take the records that say which others they are linked with, whatever they state a figure of.

    Args:
        rows: The rows of a table.

    Returns:
        Their ids and links, in the user's columns; None where links are resolved already, or there are none.
    """
    import narwhals as nw

    names = [name for name in LINKS if name in rows.survey.links]
    if rows.survey.resolved or not names:
        return None
    has_any = reduce(or_, (~nw.col(name).is_null() for name in names))
    return rows.table.held(rows.table.frame.filter(has_any).select("record", *names))


def linked(rows: Rows, stated: Frame | None) -> Links:
    """Find the links of a table.

    Args:
        rows: Its rows.
        stated: The records that say which others they are linked with.

    Returns:
        The links.

    Raises:
        NotAdditive: Where they lead further than they are followed, or in a circle.
    """
    found = _resolved(rows) if rows.survey.resolved else _followed(rows, stated)
    if found.wholes is None or found.rounds:
        return found
    return evolve(found, rounds=_depth(rows, found.wholes, found.replaced))


def _resolved(rows: Rows) -> Links:
    """The links as the table's columns say them."""
    import narwhals as nw

    survey = rows.survey
    if max(survey.wholes, survey.replaced) > _MOST:
        _refuse(rows, f"a promise is linked with more than {_MOST} others")
    every = rows.for_rules(rows.all())
    replaced = wholes = None
    if survey.replaced:
        pairs = engines.pieces(rows.table, every.select(PROMISE, REPLACES), REPLACES, survey.replaced)
        replaced = pairs.select(_newer=nw.col(PROMISE), _older=nw.col(REPLACES)).unique()
    if survey.wholes:
        pairs = engines.pieces(rows.table, every.select(PROMISE, WHOLE), WHOLE, survey.wholes)
        wholes = pairs.select(PROMISE, "_rank", _over=nw.col(WHOLE)).unique()
    return Links(None, _held(rows, replaced), _held(rows, wholes), 0)


def _held(rows: Rows, frame: Frame | None) -> Frame | None:
    return None if frame is None else rows.table.held(frame)


def _followed(rows: Rows, stated: Frame | None) -> Links:
    """The links as they are found by going from record to record."""
    import narwhals as nw

    if stated is None:
        return Links(None, None, None, 0)
    steps = {name: _pairs(stated, name) for name in LINKS if name in rows.survey.links}
    if _are_apart(rows, [*steps.values()]):
        changes, parts = steps.get("supersedes"), steps.get("part_of")
        return Links(
            steps.get("restates"),
            None if changes is None else changes.select(_newer=nw.col("_from"), _older=nw.col("_to")),
            None if parts is None else _ranked([parts]),
            1,
        )
    promises = replaced = wholes = None
    if "restates" in steps:
        promises = step = steps["restates"]
        for _ in _levels(rows, step, "restates")[1:]:
            promises = _further(promises, step)

    def of_promises(link: str) -> Frame:
        """The same links, from promise to promise."""
        pairs = steps[link]
        for end in ("_from", "_to"):
            if promises is None:
                break
            theirs = promises.select(_same=nw.col("_from"), _first=nw.col("_to"))
            joined = pairs.join(theirs, left_on=end, right_on="_same", how="left")
            pairs = joined.with_columns(nw.coalesce("_first", end).alias(end)).select("_from", "_to")
        return pairs.filter(nw.col("_from") != nw.col("_to")).unique()

    if "supersedes" in steps:
        direct = of_promises("supersedes")
        levels = _levels(rows, direct, "supersedes")
        replaced = nw.concat(levels).select(_newer=nw.col("_from"), _older=nw.col("_to")).unique()
    if "part_of" in steps:
        direct = of_promises("part_of")
        if replaced is not None:  # what contained an older version contains the newer one
            older = replaced.join(direct, left_on="_older", right_on="_from")
            inherited = older.select(_from=nw.col("_newer"), _to=nw.col("_to"))
            direct = nw.concat([direct, inherited]).unique()
        wholes = _ranked(_levels(rows, direct, "part_of"))
    return Links(promises, _held(rows, replaced), _held(rows, wholes), 0)


def _pairs(stated: Frame, link: str) -> Frame:
    import narwhals as nw

    pairs = stated.filter(~nw.col(link).is_null())
    return pairs.select(_from=nw.col("record").cast(nw.String()), _to=nw.col(link).cast(nw.String())).unique()


def _ranked(levels: list[Frame]) -> Frame:
    """What contains a promise, by how far that is."""
    import narwhals as nw

    ranked = [level.with_columns(_rank=nw.lit(rank)) for rank, level in enumerate(levels)]
    return nw.concat(ranked).select(**{PROMISE: nw.col("_from"), "_rank": nw.col("_rank"), "_over": nw.col("_to")})


def _are_apart(rows: Rows, steps: list[Frame]) -> bool:
    """Whether no link leads on: each record has one at the most, to a record that has none. That is how most are."""
    import narwhals as nw

    every = nw.concat(steps)
    reached = every.select("_to").unique().with_columns(_on=nw.lit(1))
    starts = every.group_by("_from").agg(_links=nw.len()).join(reached, left_on="_from", right_on="_to", how="left")
    found = rows.table.one(starts.select(most=nw.col("_links").max(), on=nw.col("_on").sum()))
    return found["most"] == 1 and not found["on"]


def _levels(rows: Rows, step: Frame, link: str) -> list[Frame]:
    """The pairs that one link joins, that two do, and so on, as far as there are any."""
    import narwhals as nw

    onward = step.select(_here=nw.col("_from"), _next=nw.col("_to"))
    levels = [step]
    while True:
        joined = levels[-1].join(onward, left_on="_to", right_on="_here")
        further = rows.table.held(joined.select(_from=nw.col("_from"), _to=nw.col("_next")).unique())
        few = rows.table.few(further.head(1))
        if not few:
            return levels
        if len(levels) == DEEPEST:
            _refuse(rows, f"{link} leads more than {DEEPEST} records far, or in a circle", few[0]["_from"])
        levels.append(further)


def _further(pairs: Frame, step: Frame) -> Frame:
    """Lead each pair one link further, where there is one."""
    import narwhals as nw

    onward = step.select(_here=nw.col("_from"), _next=nw.col("_to"))
    joined = pairs.join(onward, left_on="_to", right_on="_here", how="left")
    return joined.select(_from=nw.col("_from"), _to=nw.coalesce("_next", "_to"))


def _depth(rows: Rows, wholes: Frame, replaced: Frame | None) -> int:
    """How many wholes lie within one another at the most."""
    import narwhals as nw

    contained = wholes.select(_from=nw.col(PROMISE), _to=nw.col("_over"))
    if replaced is not None:  # the newer version of a whole contains what the whole did
        newer = contained.join(replaced, left_on="_to", right_on="_older")
        contained = nw.concat([contained, newer.select(_from=nw.col("_from"), _to=nw.col("_newer"))])
    contained = contained.filter(nw.col("_from") != nw.col("_to")).unique()
    return len(_levels(rows, rows.table.held(contained), "part_of"))


def _refuse(rows: Rows, reason: str, record: str = "") -> None:
    remedy = "take the parts by themselves, or total the records: frames.from_frame(frame, dataset=ds)"
    raise NotAdditive(rows.asked.measure.label("en"), reason, remedy, (record,) if record else ())


def with_promise(frame: Frame, links: Links) -> Frame:
    """Say of each row which promise it tells.

    Args:
        frame: The rows.
        links: The links.

    Returns:
        The rows with their promise.
    """
    import narwhals as nw

    if links.promises is None:
        return frame
    theirs = links.promises.select(_same=nw.col("_from"), _first=nw.col("_to"))
    joined = frame.join(theirs, left_on=RECORD, right_on="_same", how="left")
    return joined.with_columns(nw.coalesce("_first", PROMISE).alias(PROMISE)).drop("_first")


def with_least(frame: Frame, by: str, **columns: str) -> Frame:
    """Give each row the least value that a column has in its group.

    Args:
        frame: The rows.
        by: The column of the group.
        columns: A column for each new one.

    Returns:
        The rows.
    """
    import narwhals as nw

    # No window function: on PyArrow, whose joins keep no order, it hands rows the values of others.
    least = frame.group_by(by).agg(**{name: nw.col(column).min() for name, column in columns.items()})
    return frame.join(least, on=by, how="left")


def told_once(frame: Frame) -> tuple[Frame, Callable[[], Frame]]:
    """Of each promise take the original, or the telling that was announced first.

    Args:
        frame: Figures, with their promise.

    Returns:
        The figures that stand, with the least id of all tellings in `_first`; and those told again, with the record
        that counts in `_instead`.
    """
    import narwhals as nw

    later = nw.when(nw.col(RECORD) == nw.col(PROMISE)).then(nw.lit("0")).otherwise(nw.lit("1"))
    order = nw.concat_str(later, nw.col(ANNOUNCED).fill_null("9999"), nw.col(RECORD), separator=" ")
    ordered = with_least(frame.with_columns(_order=order), PROMISE, _best="_order", _first=RECORD)
    stands = ordered.filter(nw.col("_order") == nw.col("_best")).drop("_order", "_best")

    def again() -> Frame:
        others = ordered.filter(nw.col("_order") != nw.col("_best"))
        counted = stands.select(_told=nw.col(PROMISE), _instead=nw.col(RECORD)).unique()
        return others.join(counted, left_on=PROMISE, right_on="_told", how="left")

    return stands, again


def latest(frame: Frame, replaced: Frame) -> tuple[Frame, Callable[[], Frame]]:
    """Of promises that changed take the latest version.

    Args:
        frame: Figures, each promise once.
        replaced: Pairs of a promise and one that it changed.

    Returns:
        The figures that stand, and those that a later promise changed, with a record that changed it in `_instead`.
    """
    import narwhals as nw

    here = frame.select(_told=nw.col(PROMISE), _by=nw.col(RECORD)).unique()
    present = replaced.join(here, left_on="_newer", right_on="_told").filter(nw.col("_newer") != nw.col("_older"))
    gone = present.select("_older").unique()

    def changed() -> Frame:
        standing = present.join(gone.rename({"_older": "_gone"}), left_on="_newer", right_on="_gone", how="anti")
        instead = standing.group_by("_older").agg(_instead=nw.col("_by").max())
        out = frame.join(gone, left_on=PROMISE, right_on="_older", how="semi")
        return out.join(instead, left_on=PROMISE, right_on="_older", how="left")

    return frame.join(gone, left_on=PROMISE, right_on="_older", how="anti"), changed


def parents(frame: Frame, wholes: Frame, replaced: Frame | None) -> Frame:
    """Find for each promise that counts the nearest one that counts and contains it.

    Args:
        frame: The figures that count, with `_first`.
        wholes: A promise, one that contains it, and how far that is.
        replaced: Pairs of a promise and one that it changed, where there are any.

    Returns:
        A row for each promise that lies in another: `_child` and `_parent`.
    """
    import narwhals as nw

    first = nw.col("_first") if "_first" in frame.collect_schema().names() else nw.col(RECORD)
    here = frame.select(_told=nw.col(PROMISE), _name=first).unique()
    inside = wholes.join(here.select(_own=nw.col("_told")), left_on=PROMISE, right_on="_own", how="semi")
    direct = inside.join(here, left_on="_over", right_on="_told", how="semi")
    found = [direct.select(**_candidate(nw.col("_over"), nw.lit("0"), nw.lit("")))]
    if replaced is not None:  # the newest version of a whole stands in its place
        newer = replaced.join(here, left_on="_newer", right_on="_told")
        through = inside.join(newer, left_on="_over", right_on="_older")
        found.append(through.select(**_candidate(nw.col("_newer"), nw.lit("1"), nw.col("_name"))))
    every = nw.concat(found).filter(nw.col("_child") != nw.col("_parent"))
    nearest = with_least(every, "_child", _best="_order")
    return nearest.filter(nw.col("_order") == nw.col("_best")).select("_child", "_parent").unique()


def _candidate(parent: nw.Expr, kind: nw.Expr, name: nw.Expr) -> dict[str, nw.Expr]:
    import narwhals as nw

    order = nw.concat_str(nw.col("_rank").cast(nw.String()), kind, name, separator=" ")
    return {"_child": nw.col(PROMISE), "_parent": parent, "_order": order}
