"""What was promised to a place, by whom and by when, what was measured there, and what was kept: Oujda in one page.

Run it with `python examples/oujda.py`, or `python examples/oujda.py Fès` for another place; it needs no network and no
file but the library's own. The page docs/oujda.md walks through the same questions.
"""

from __future__ import annotations

import sys

import maroc_offshoring as mo


def promised(promises: mo.FigureCollection[mo.Commitment]) -> None:
    """Print who promised how many jobs, and what that adds up to when no job counts twice."""
    print("\nPromised")
    rows = [
        (promise, pledge) for promise in promises for pledge in promise.pledges if pledge.measure is mo.Measure.JOBS
    ]
    for promise, pledge in sorted(rows, key=lambda row: (str(row[0].announced_on or ""), row[0].id)):
        who = ", ".join(map(str, promise.made_by)) or "not named"
        print(f"  {promise.announced_on or 'undated'}  {pledge.figure}, by {pledge.due or 'no date'}: {who}")
    total = promises.total("jobs")
    print(f"  in all: {total}, from {len(total.records)} promises; {len(total.left_out)} are not added:")
    for left_out in total.left_out:
        print(f"    {left_out.figure}, {left_out.record.id}: {left_out.because}")
    for due, part in promises.breakdown("jobs", by="due").items():
        print(f"  due {due}: {part}")


def measured(ds: mo.Dataset, place: mo.Place) -> None:
    """Print what was counted at the place and within it, every rival figure with who says so."""
    print("\nMeasured")
    for strand in ds.series("jobs", place, within=True).strands:
        print("\n".join(f"  {line}" for line in str(strand).splitlines()))
        for choice in strand.by_year().best("official").contested:
            print(f"  contested: {choice}")
        for growth in strand.growth():
            print(f"  {growth}")


def kept(ds: mo.Dataset, place: mo.Place) -> None:
    """Print the verdict on each promise and aim whose date has passed."""
    delivery = ds.delivery(place=place)
    print(f"\nKept, as of {delivery.as_of}")
    for judgement in delivery.counted:
        where = ", ".join(map(str, judgement.places))
        verdict = judgement.verdict.label("en")
        print(f"  {judgement.due}  {judgement.figure} {judgement.basis or ''}, {where}: {verdict}")
    print(f"  without a verdict, most for want of a date: {len(delivery.left_out)}")


def main() -> None:
    """Print the page."""
    ds = mo.load()
    place = ds.place(sys.argv[1] if len(sys.argv) > 1 else "Oriental")
    promises = ds.commitments.where(place=place)
    print(f"{place}: {len(promises)} promises on record")
    promised(promises)
    measured(ds, place)
    kept(ds, place)
    print("\nTo know before quoting")
    for code, count in ds.check().where(place=place).counts.items():
        print(f"  {code.label('en')}: {count}")
    print("\nSources of the jobs promised")
    print(promises.total("jobs").cite())


if __name__ == "__main__":
    main()
