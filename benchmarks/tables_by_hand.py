"""The query of `frames.total(projects, "investment", by="region", currency="EUR")`, written by hand for each engine.

Each takes out what is told again, states money in euros at the rate of its year, sets each whole down to what it states
beyond its parts, and gives by region the sum, whether it is open above, and how many lines it has.
"""

from __future__ import annotations

from typing import Any

from benchmarks.harness import need
from benchmarks.tables_data import rates

DUCKDB = """
WITH told AS (
    SELECT record, value, unit, year, region, qualifier, part_of FROM {table} t WHERE measure = 'investment'
    AND NOT (restates IS NOT NULL AND restates IN (SELECT record FROM {table} WHERE measure = 'investment'))
), euros AS (SELECT told.* REPLACE (value * rate AS value) FROM told JOIN rates USING (unit, year)),
parts AS (SELECT part_of AS whole, sum(value) AS inside FROM euros WHERE part_of IS NOT NULL GROUP BY part_of)
SELECT region, sum(greatest(value - coalesce(inside, 0), 0)), bool_or(qualifier = 'at_least'), count(*)
FROM euros LEFT JOIN parts ON record = whole WHERE inside IS NULL OR value > inside GROUP BY region
"""
DUCKDB_PLAIN = """
SELECT region, sum(value * rate), false, count(*) FROM {table} JOIN rates USING (unit, year)
WHERE measure = 'investment' GROUP BY region
"""
DUCKDB_LISTS = """
SELECT region, sum(amount), false, count(*) FROM (
    SELECT unnest(region) AS region, value * rate / len(region) AS amount FROM {table} JOIN rates USING (unit, year)
    WHERE measure = 'investment'
) GROUP BY region
"""


def polars(frame: Any) -> Any:
    """The query in Polars."""
    pl = need("polars")
    held = pl.from_arrow(rates()).lazy()
    table = frame.lazy().filter(pl.col("measure") == "investment")
    again = table.filter(pl.col("restates").is_not_null()).join(
        table.select("record"), left_on="restates", right_on="record", how="semi"
    )
    told = table.join(again.select("record"), on="record", how="anti")
    euros = told.join(held, on=["unit", "year"]).with_columns(value=pl.col("value") * pl.col("rate"))
    parts = euros.filter(pl.col("part_of").is_not_null()).group_by("part_of").agg(inside=pl.col("value").sum())
    both = euros.join(parts, left_on="record", right_on="part_of", how="left")
    lines = both.filter(pl.col("inside").is_null() | (pl.col("value") > pl.col("inside")))
    answer = lines.group_by("region").agg(
        total=(pl.col("value") - pl.col("inside").fill_null(0)).sum(),
        open=(pl.col("qualifier") == "at_least").any(),
        records=pl.len(),
    )
    return answer.collect().rows()


def polars_plain(frame: Any) -> Any:
    """The query in Polars, of a table without links and bounds."""
    pl = need("polars")
    held = pl.from_arrow(rates()).lazy().with_columns(pl.col("unit").cast(frame.schema["unit"]))
    euros = frame.lazy().filter(pl.col("measure") == "investment").join(held, on=["unit", "year"])
    answer = euros.group_by("region").agg(
        total=(pl.col("value") * pl.col("rate")).sum(), open=pl.lit(False).any(), records=pl.len()
    )
    return answer.collect().rows()


def polars_lists(frame: Any) -> Any:
    """The query in Polars, of a table whose regions are lists."""
    pl = need("polars")
    held = pl.from_arrow(rates()).lazy()
    euros = frame.lazy().filter(pl.col("measure") == "investment").join(held, on=["unit", "year"])
    shares = euros.select("region", amount=pl.col("value") * pl.col("rate") / pl.col("region").list.len())
    answer = (
        shares.explode("region")
        .group_by("region")
        .agg(total=pl.col("amount").sum(), open=pl.lit(False).any(), records=pl.len())
    )
    return answer.collect().rows()


def pandas(frame: Any) -> Any:
    """The query in pandas."""
    held = rates().to_pandas(types_mapper=need("pandas").ArrowDtype)
    table = frame[frame["measure"] == "investment"]
    told = table[~(table["restates"].notna() & table["restates"].isin(table["record"]))]
    euros = told.merge(held, on=["unit", "year"])
    euros["value"] = euros["value"] * euros["rate"]
    parts = euros[euros["part_of"].notna()].groupby("part_of")["value"].sum().rename("inside").reset_index()
    both = euros.merge(parts.rename(columns={"part_of": "whole"}), left_on="record", right_on="whole", how="left")
    lines = both[both["inside"].isna() | (both["value"] > both["inside"])]
    lines = lines.assign(rest=lines["value"] - lines["inside"].fillna(0), open=lines["qualifier"] == "at_least")
    answer = lines.groupby("region").agg(total=("rest", "sum"), open=("open", "any"), records=("record", "size"))
    return list(answer.reset_index().itertuples(index=False, name=None))


def pyarrow(table: Any) -> Any:
    """The query in PyArrow."""
    pc = need("pyarrow.compute")
    table = table.filter(pc.equal(table["measure"], "investment")).drop_columns("measure")
    again = pc.and_(pc.is_valid(table["restates"]), pc.is_in(table["restates"], value_set=table["record"]))
    told = table.filter(pc.invert(again)).drop_columns("restates")
    euros = told.join(rates(), ["unit", "year"], join_type="inner")
    euros = euros.append_column("euros", pc.multiply(euros["value"], euros["rate"]))
    parts = euros.filter(pc.is_valid(euros["part_of"])).group_by("part_of").aggregate([("euros", "sum")])
    both = euros.select(["record", "region", "qualifier", "euros"]).join(parts, "record", "part_of")
    inside = both["euros_sum"]
    lines = both.filter(pc.or_kleene(pc.is_null(inside), pc.greater(both["euros"], inside)))
    rest = pc.subtract(lines["euros"], pc.fill_null(lines["euros_sum"], 0))
    lines = lines.append_column("rest", rest).append_column("open", pc.equal(lines["qualifier"], "at_least"))
    answer = lines.group_by("region").aggregate([("rest", "sum"), ("open", "any"), ("open", "count")])
    return [tuple(row.values()) for row in answer.select(["region", "rest_sum", "open_any", "open_count"]).to_pylist()]
