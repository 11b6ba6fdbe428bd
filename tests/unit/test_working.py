"""The working of a total, as text."""

from typing import Any


def test_the_working_lists_what_was_added_what_was_not_and_who_says_so(world: Any, look: Any) -> None:
    """At least 3,000 of which 1,000, the older 800 left out, and two papers: the whole working, to the letter."""
    whole = world.promise(
        "whole", "plus de 3000 emplois", title="Oujda operators together", places=[world.oujda],
        citations=[world.paper, world.other_paper],
    )  # fmt: skip
    old = world.promise("old", 800, title="Acme: 800 jobs")
    part = world.promise(
        "part", 1000, title="Acme: 1,000 jobs", places=[world.oujda_shore], part_of=whole, supersedes=old,
        citations=[world.other_paper],
    )  # fmt: skip
    assert look.text(world.promises(whole, old, part).total("jobs").explain()).splitlines() == [
        "jobs, additional: at least 3 000 jobs",
        "  + 1 000 jobs  Acme: 1,000 jobs [part], Oujda Shore (1)",
        "  + at least 2 000 jobs  what is beyond its parts: Oujda operators together [whole], Oujda (2, 1)",
        "left out:",
        "  - 800 jobs  Acme: 800 jobs [old]: a later promise changed it; counted instead: Acme: 1,000 jobs [part]",
        "sources:",
        "  1. Le Journal, 2025",
        "  2. CRI, 2026-03, Enquête 2026",
    ]


def test_the_working_shows_the_stated_amount_and_each_step(world: Any, look: Any) -> None:
    """65 MDH of 2022 at 10.6851 dirhams a euro: stated amount, rate, year, kind and source."""
    promises = world.promises(world.promise("a", "65 MDH", "investment", announced_on="2022"))
    working = look.text(promises.total("investment", currency="EUR").explain()).splitlines()
    assert working[0] == "investment, additional: 6 083 237.41 EUR"
    assert working[2] == "      stated: 65 000 000 MAD"
    assert working[3].startswith("      convert × 0.093588")
    assert "(average, 2022)" in working[3]
    assert working[3].endswith("1 EUR = 10.6851 MAD")


def test_the_working_of_nothing_says_so(world: Any) -> None:
    """No line, no source, and no zero."""
    assert world.promises().total("jobs").explain() == "jobs: nothing counted"


def test_the_working_of_what_was_all_left_out_says_why(world: Any, look: Any) -> None:
    """One promise without a basis: nothing counted, and its name and reason below."""
    assert look.text(world.promises(world.promise("a", 800, basis=None)).total("jobs").explain()).splitlines() == [
        "jobs, additional: nothing counted",
        "left out:",
        "  - 800 jobs  a [a]: it does not say what it counts, not additional",
    ]


def test_the_working_of_a_measurement_names_its_basis(world: Any, look: Any) -> None:
    """A stock is called a stock."""
    from maroc_offshoring import Dataset

    total = Dataset.of(world.seen("a", 1000)).observations.total("jobs")
    assert look.text(total.explain()).splitlines()[:2] == [
        "jobs, stock: 1 000 jobs",
        "  + 1 000 jobs  a [a], Oujda (1)",
    ]


def test_a_source_with_an_address_is_listed_with_it(world: Any) -> None:
    """A reader can open the page that gives the figure."""
    import maroc_offshoring as mo

    page = mo.Source(
        id="page", publisher="Médias24", title="Outsourcing", published="2022-04-20", url="https://example.org/a"
    )
    working = world.promises(world.promise("a", 300, citations=[page])).total("jobs").explain()
    assert working.splitlines()[-1] == "  1. Médias24, 2022-04-20, Outsourcing <https://example.org/a>"
