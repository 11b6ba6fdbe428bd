"""The offshoring parks side by side: what was planned for each, what stands there, what was promised there and kept.

Run it with `python examples/compare_sites.py`, or name sites: `python examples/compare_sites.py "Fès Shore" Casashore`;
it needs no network and no file but the library's own.
"""

from __future__ import annotations

import sys

import maroc_offshoring as mo

PARKS = ("Casanearshore", "Technopolis Rabat", "Fès Shore", "Oujda Shore", "Tétouan Shore")
MEASURES = (mo.Measure.JOBS, mo.Measure.FLOOR_SPACE, mo.Measure.COMPANIES, mo.Measure.OCCUPANCY)


def table(title: str, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Print a table, its columns as wide as what stands in them."""
    lines = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"\n{title}")
    for line in lines:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def figures(ds: mo.Dataset, site: mo.Site, measure: mo.Measure) -> tuple[mo.Choice, ...]:
    """Take the figures of what stood at a site, one for each date; of rivals the one of the most official source."""
    strands = ds.series(measure, site, basis="stock", segment=None, operator=None).strands
    return tuple(strands[0].best("official")) if strands else ()


def on(choices: tuple[mo.Choice, ...], date: str) -> str:
    """Write the figure of one date, or a dash: the figure of another date does not stand in for it."""
    return next((str(choice.figure) for choice in choices if str(choice.period) == date), "–")


def main(names: list[str]) -> None:
    """Print the page."""
    ds = mo.load()
    sites = [ds.site(name) for name in names]
    seen = {(site.id, measure): figures(ds, site, measure) for site in sites for measure in MEASURES}

    # Figures of different dates do not compare. In January 2020 the developer of four parks gave those of each.
    rows = [(site, *(on(seen[site.id, measure], "2020-01") for measure in MEASURES[:2])) for site in sites]
    table("Stated for January 2020", ("site", "jobs", "floor space"), rows)

    # The last figure of each, with its own date.
    rows = []
    for site in sites:
        last = [seen[site.id, measure][-1:] for measure in MEASURES]
        rows.append((site, site.opened or "–", *(str(each[0]) if each else "–" for each in last)))
    table("Last stated", ("site", "opened", *(measure.label("en") for measure in MEASURES)), rows)

    # What a developer means to build for is no promise of jobs; each plan stands as it was told.
    rows = [
        (site, told.as_of, told.figure, told.due or "–")
        for site in sites
        for told in site.history
        if told.measure is mo.Measure.CAPACITY_JOBS
    ]
    table("Jobs planned for", ("site", "told in", "jobs", "by"), rows)

    # Promises of companies, no job counted twice, and what became of those whose date has passed.
    promises = {site.id: ds.commitments.where(site=site) for site in sites}
    rows = [(site, promises[site.id].total("jobs"), ds.delivery(site=site).tally) for site in sites]
    table("Promised, and kept?", ("site", "jobs promised", "promises and aims whose date has passed"), rows)

    print("\nWho states the jobs")
    for site in sites:
        for choice in seen[site.id, mo.Measure.JOBS][-1:]:
            print(f"  {site}, {choice.period}: {', '.join(map(str, choice.sources))}")


if __name__ == "__main__":
    main(sys.argv[1:] or list(PARKS))
