"""What never adds up, found in a table: as :mod:`maroc_offshoring.totals.separation` finds it among lines.

Promises of additions never come here, unless their measure does not add up over places. Everything else is compared:
each two figures must be apart by place, segment, operator or period. Two figures are compared only where the place of
one is, or lies in, the place of the other, so the comparison is a join and not every figure with every other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maroc_offshoring.errors import NotAdditive
from maroc_offshoring.frames import engines
from maroc_offshoring.frames.intervals import flag
from maroc_offshoring.frames.rows import FIGURE, PLACE, RECORD, Rows
from maroc_offshoring.vocabulary import Basis, Segment

if TYPE_CHECKING:
    import narwhals as nw

    from maroc_offshoring.frames.engines import Frame

_DATED = {Basis.LEVEL: "levels to reach", Basis.STOCK: "stocks", Basis.CUMULATIVE: "running totals"}
_ABOVE = ("_country", "_region", "_city", "_site")


def refuse_what_does_not_add(lines: Frame, shares: Frame, rows: Rows) -> None:
    """Refuse a sum that would mix what does not add up.

    Args:
        lines: The lines, overlap resolved, each with the outermost record that contains it in `_root`.
        shares: The rows of the figures, with a place each.
        rows: The table.

    Raises:
        NotAdditive: With the reason, the records at fault and the call that was probably meant.
    """
    import narwhals as nw

    survey = rows.survey
    facts: dict[str, nw.Expr] = {"lines": nw.len()}
    for name in ("_place", "_scope", "_perimeter"):
        known = nw.col(name).fill_null("")
        facts |= {f"first{name}": known.min(), f"last{name}": known.max()}
    found = rows.table.one(lines.select(**facts))
    if found["lines"] < 2:
        return
    if not rows.asked.measure.over_places and found["first_place"] != found["last_place"]:
        place = found["first_place"] or "morocco"
        _refuse(
            rows, "they do not add up over places: one may sit in several",
            f"take one place at a time: filter the rows where place is {place!r}",
        )  # fmt: skip
    if survey.basis in _DATED:
        _refuse_several_dates(lines, rows)
    if survey.kind == "commitment" and survey.basis is Basis.ADDITIONAL:
        return
    for name in ("scope", "perimeter"):
        first, last = found[f"first_{name}"], found[f"last_{name}"]
        if first != last:
            named = " and ".join(sorted(word or "not stated" for word in (first, last)))
            remedy = f"choose one: filter the rows where {name} is {first or last!r}"
            _refuse(rows, f"figures of different {name}s never add up: {named}", remedy)
    _refuse_what_is_not_apart(lines, shares, rows)


def _refuse_several_dates(lines: Frame, rows: Rows) -> None:
    import narwhals as nw

    # The latest date of a family is that of its whole.
    first, last = _days(rows)
    named = nw.concat_str(last.fill_null(""), first.fill_null(""), nw.col("_due"), separator="|")
    families = lines.with_columns(_named=named, _dated=flag(~nw.col("_due").is_null()))
    families = families.group_by("_root").agg(nw.col("_named").max(), nw.col("_dated").max())
    found = rows.table.one(
        families.select(
            families=nw.len(), dated=nw.col("_dated").sum(), first=nw.col("_named").min(), last=nw.col("_named").max()
        )
    )
    if found["families"] < 2 or (found["first"] == found["last"] and found["dated"] == found["families"]):
        return
    dates = sorted({str(text).rpartition("|")[2] for text in (found["first"], found["last"]) if text})
    words = [*dates, *(["no stated date"] if found["dated"] < found["families"] else [])]
    remedy = f"choose one date: filter the rows where due is {dates[0]!r}" if dates else "take the records one by one"
    _refuse(rows, f"{_DATED[rows.survey.basis]} of different dates never add up: {', '.join(words)}", remedy)


def _days(rows: Rows) -> tuple[nw.Expr, nw.Expr]:
    """The first and the last day of a date, as texts that compare; a span needs columns of its own to say them."""
    import narwhals as nw

    if rows.survey.has("due_first") and rows.survey.has("due_last"):
        return nw.col("_due_first"), nw.col("_due_last")
    due = nw.when(~nw.col("_due").str.contains("..", literal=True)).then(nw.col("_due"))
    return due, nw.concat_str(due, nw.lit("~"))


def _refuse_what_is_not_apart(lines: Frame, shares: Frame, rows: Rows) -> None:
    """Refuse two figures that may count the same thing."""
    import narwhals as nw

    first, last = _days(rows)
    about = ["_root", RECORD, "_segment", "_operator", "_due", "_first_day", "_last_day"]
    placed = lines.with_columns(_first_day=first, _last_day=last)
    if rows.joint:
        of_place = shares.select(
            _of=nw.col(RECORD), _at=nw.col(FIGURE), _where=nw.col(PLACE),
            **{f"_own{name}": nw.col(name) for name in _ABOVE},
        )  # fmt: skip
        placed = placed.join(of_place, left_on=[RECORD, FIGURE], right_on=["_of", "_at"])
        if rows.splits:
            unplaced = nw.col("_where").is_null()  # equal to nothing, not even to no place
            placed = placed.filter(unplaced | (nw.col(PLACE) == nw.col("_where")))
        placed = placed.with_columns(nw.col("_where").alias(PLACE), **{name: nw.col(f"_own{name}") for name in _ABOVE})
    placed = placed.select(*about, PLACE, *_ABOVE).unique()
    other = {name: nw.col(name) for name in about}
    lineage = [
        placed.filter(~nw.col(name).is_null()).select(
            _in=nw.col(name), **{f"_b{name}": each for name, each in other.items()}
        )
        for name in (PLACE, *_ABOVE)
    ]
    within = nw.concat(lineage).unique()
    pairs = [placed.filter(~nw.col(PLACE).is_null()).join(within, left_on=PLACE, right_on="_in").select(*_both(about))]
    anywhere = placed.filter(nw.col(PLACE).is_null()).with_columns(_all=nw.lit(1))
    every = placed.select(_each=nw.lit(1), **{f"_b{name}": each for name, each in other.items()}).unique()
    pairs.append(anywhere.join(every, left_on="_all", right_on="_each").select(*_both(about)))
    both = nw.concat(pairs).filter(nw.col("_root") != nw.col("_b_root"))
    both = _not_of_other_operators(both.filter(~_segments_apart() & ~_periods_apart(rows)), lines, rows)
    few = rows.table.few(both.sort(RECORD, f"_b{RECORD}").head(1))
    if few:
        pair = tuple(sorted((few[0][RECORD], few[0][f"_b{RECORD}"])))
        remedy = "narrow the selection: filter the rows, or link the records"
        _refuse(rows, _why(rows, few[0], lines), remedy, pair)


def _both(about: list[str]) -> list[str]:
    return [*about, *(f"_b{name}" for name in about)]


def _segments_apart() -> nw.Expr:
    import narwhals as nw

    one, other = nw.col("_segment").fill_null(""), nw.col("_b_segment").fill_null("")
    shared = one == other
    for segment in Segment:
        if segment.part_of is None:  # the word of a part contains the word of its whole
            word = segment.value
            shared = shared | (one.str.contains(word, literal=True) & other.str.contains(word, literal=True))
    return (one != "") & (other != "") & ~shared


def _periods_apart(rows: Rows) -> nw.Expr:
    import narwhals as nw

    if rows.survey.basis is not Basis.FLOW or not rows.asked.measure.over_time:
        return nw.lit(False)
    # An open end, which is empty, is apart from nothing.
    before = nw.col("_last_day").fill_null("~") < nw.col("_b_first_day").fill_null("")
    after = nw.col("_b_last_day").fill_null("~") < nw.col("_first_day").fill_null("")
    return before | after


def _not_of_other_operators(pairs: Frame, lines: Frame, rows: Rows) -> Frame:
    """Keep the pairs of which one has no operator, or both have one in common."""
    import narwhals as nw

    one, other = nw.col("_operator"), nw.col("_b_operator")
    unknown = one.is_null() | other.is_null() | (one.fill_null("") == other.fill_null(""))
    most = rows.table.one(lines.select(most=engines.words_in("_operator").max()))["most"] or 0
    if most < 2:
        return pairs.filter(unknown)
    known = lines.filter(~nw.col("_operator").is_null()).select(RECORD, "_operator").unique()
    words = engines.pieces(rows.table, known, "_operator", int(most)).select(RECORD, "_operator")
    again = words.select(_one=nw.col(RECORD), _same=nw.col("_operator"))
    shared = again.join(words.rename({RECORD: "_two"}), left_on="_same", right_on="_operator")
    in_common = shared.select("_one", "_two", _common=nw.lit(1)).unique()
    both = pairs.join(in_common, left_on=[RECORD, f"_b{RECORD}"], right_on=["_one", "_two"], how="left")
    return both.filter(unknown | ~nw.col("_common").is_null())


def _why(rows: Rows, pair: dict[str, Any], lines: Frame) -> str:
    import narwhals as nw

    kind = rows.survey.kind
    if kind == "commitment":
        return "two levels of the same operator at the same place never add up"
    if kind == "target":
        return "two aims for the same place may contain one another"
    named = lines.filter(nw.col(RECORD).is_in([pair[RECORD], pair[f"_b{RECORD}"]])).select(RECORD, PLACE).unique()
    places = {row[PLACE] for row in rows.table.few(named)}
    same = "they state the same thing twice"
    return same if len(places) == 1 else "a place and a place that lies in it never add up"


def _refuse(rows: Rows, reason: str, remedy: str, records: tuple[str, ...] = ()) -> None:
    raise NotAdditive(rows.asked.measure.label("en"), reason, remedy, records)
