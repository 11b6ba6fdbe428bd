"""The sector's 2020 targets: kept? Each aim for 2020 with its verdict, its reason and its sources, in one page.

Run it with `python examples/targets_2020.py`; it needs no network and no file but the library's own.
"""

from __future__ import annotations

import maroc_offshoring as mo


def main() -> None:
    """Print the page."""
    ds = mo.load()
    aims = ds.delivery(due="2020").where(lambda one: isinstance(one.promise, mo.Target))
    print(f"Aims for 2020, judged as of {aims.as_of}: {aims.tally}")

    # The verdict is certain or it says what it is; the reason can be printed as it stands, in French or English.
    for aim in aims:
        print(f"\n{aim.verdict.label('en').upper()}  {aim.plan or aim.places[0]}")
        print(f"  {aim.message('en')}")
        print(f"  {aim.message('fr')}")

    # The working of one: what the verdict rests on, what else was seen, and what could not judge it.
    jobs = aims.where(ids="tgt-jobs-morocco-2020")[0]
    print(f"\nThe working of the 60,000 jobs:\n{jobs.explain()}")

    # A verdict is as of a date: what could be known at the end of 2020?
    then = ds.delivery(as_of="2020-12-31", due="2020").where(lambda one: isinstance(one.promise, mo.Target))
    print(f"\nThe same aims on 2020-12-31: {then.tally}")

    # What companies promised by 2020, counted once each.
    promises = ds.delivery(due="2020").where(lambda one: isinstance(one.promise, mo.Commitment))
    print(f"\nPromises of companies by 2020: {promises.tally}")
    for operator, tally in promises.by("operator").items():
        print(f"  {operator}: {tally}")
    for left in promises.not_counted:
        print(f"  not counted: {left}")


if __name__ == "__main__":
    main()
