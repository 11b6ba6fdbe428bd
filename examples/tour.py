"""Who promised how many jobs, where and by when, and what the money is worth in euros: the main job in one page.

Run it with `python examples/tour.py`; it needs no network and no file but the library's own.
"""

from __future__ import annotations

import maroc_offshoring as mo


def table(title: str, breakdown: mo.Breakdown) -> None:
    """Print the parts of a breakdown, largest first, and their sum."""
    print(f"\n{title}")
    rows = [
        (" · ".join(map(str, key)) if isinstance(key, tuple) else str(key), part) for key, part in breakdown.items()
    ]
    width = max(len(name) for name, _ in rows)
    for name, part in rows:
        print(f"  {name:<{width}}  {part}")
    print(f"  {'in all':<{width}}  {breakdown.total}")


def main() -> None:
    """Print the tour."""
    ds = mo.load()
    print(ds)

    # One day, one announcement: the whole and its four parts are one sum.
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    jobs = memoranda.total("jobs")
    table(
        "Jobs promised by the four memoranda of 20 April 2022, by operator", memoranda.breakdown("jobs", by="operator")
    )
    print("\nThe working:")
    print(jobs.explain())

    # Money: dirhams as promised, euros at the average rate of the year of the promise.
    investment = memoranda.total("investment")
    euros = memoranda.total("investment", currency="EUR")
    print(f"\nTo be invested: {investment}, which is {euros}")
    for step in euros.steps:
        print(f"  {step}")
    print(f"  per job: {(investment.quantity / jobs.quantity).magnitude:,.0f} MAD")

    # The whole record, by region and by horizon. What no source attributes stays a line of its own.
    table("Jobs promised, by region", ds.commitments.breakdown("jobs", by="region"))
    table("Jobs promised, by horizon", ds.commitments.breakdown("jobs", by="due"))
    table(
        "Jobs promised in the Oriental, by operator",
        ds.commitments.where(place="Oriental").breakdown("jobs", by="operator"),
    )
    table("Jobs promised, by region and horizon", ds.commitments.breakdown("jobs", by=("region", "due")))

    money = ds.commitments.total("investment")
    in_dirhams, in_euros = (ds.commitments.total("investment", currency=currency) for currency in ("MAD", "EUR"))
    print(f"\nInvestment promised, as stated: {money}")
    print(f"  in dirhams of each year: {in_dirhams}\n  in euros of each year:   {in_euros}")
    for left_out in in_euros.left_out:
        if left_out.reason in ("no_rate", "no_year"):
            print(f"  not converted: {left_out}")

    # A promise, an aim and a measurement are three things; they are read side by side and never added.
    print("\nExport revenue of 2018, measured, and the addition aimed at by 2020:")
    for observation in ds.observations.where(measure="export_revenue", place="Maroc", period="2018"):
        print(f"  measured: {observation.figure} ({', '.join(map(str, observation.sources[:2]))})")
    for target in ds.targets.where(measure="export_revenue", due="2020"):
        print(f"  aimed at: {target.figure} {target.basis or ''} ({target.sources[0]})")

    print("\nSources of the jobs promised in the Oriental:")
    for source in ds.commitments.where(place="Oriental").total("jobs").sources:
        print(f"  {source}: {source.title or 'no title'} <{source.url}>")


if __name__ == "__main__":
    main()
