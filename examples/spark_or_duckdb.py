"""One script for one machine and for a cluster: how many jobs does each operator promise, and what do they cost?

    python examples/spark_or_duckdb.py                      # the reference dataset, on DuckDB
    python examples/spark_or_duckdb.py spark                # the same on Spark
    python examples/spark_or_duckdb.py duckdb 'own/*.parquet'   # your own files, larger than memory or not

Your own files need the columns record, measure, value and unit; docs/frames.md lists the others. The engine computes
the answer: only its few rows come here.
"""

import sys

import maroc_offshoring as mo


def table(engine: str, files: str):
    """Open the promises on an engine: those of files, or the reference dataset."""
    if engine == "duckdb":
        import duckdb

        return duckdb.read_parquet(files) if files else mo.load().commitments.to_frame("duckdb")
    from pyspark.sql import SparkSession

    session = SparkSession.builder.config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session.read.parquet(files) if files else mo.load().commitments.to_frame("pyspark")


def rows(answer) -> list[dict]:
    """Bring the rows of an answer here."""
    if hasattr(answer, "fetchall"):
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]
    return [row.asDict() for row in answer.collect()]


def main(engine: str = "duckdb", files: str = "") -> None:
    """Print the ten operators that promise most jobs, with the investment that they promise in euros."""
    from maroc_offshoring import frames

    promises = table(engine, files)
    jobs = rows(frames.total(promises, "jobs", by="operator"))
    euros = {row["operator"]: row for row in rows(frames.total(promises, "investment", by="operator", currency="EUR"))}
    print(f"{'operator':<40}{'jobs':>12}{'at least':>12}{'M EUR':>10}")
    for row in jobs[:10]:
        cost = euros.get(row["operator"], {}).get("total")
        numbers = [number(row["total"]), number(row["lower"]), number(cost and cost / 1e6)]
        print(f"{row['operator'] or 'not stated':<40}{numbers[0]:>12}{numbers[1]:>12}{numbers[2]:>10}")
    for measure, how in (("jobs", {}), ("investment", {"currency": "EUR"})):
        out = rows(frames.left_out(promises, measure, **how))
        print(f"{measure}: {len(out)} figures are not counted ({', '.join(sorted({row['reason'] for row in out}))})")


def number(value: float | None) -> str:
    """Write a number, or a dash where there is no single one or it is not known."""
    return "–" if value is None else f"{value:,.0f}".replace(",", "\u202f")


if __name__ == "__main__":
    main(*sys.argv[1:])
