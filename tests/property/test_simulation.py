"""What holds of every simulated total, and of the bounds that it lies in, whatever the records."""

from decimal import Decimal
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.conventions import Convention

PAPER = mo.Source(id="paper", publisher="CRI", published="2026")
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=[PAPER])
REGION = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=[PAPER])
CITIES = [mo.City(id=name, name=name, parent=REGION, citations=[PAPER]) for name in ("oujda", "fes", "meknes")]
ASSUMED: dict[str, Any] = {"draws": 60, "at_least_upto": "1.5", "at_most_from": "0.5"}

numbers = st.integers(0, 60).map(lambda number: number * 100) | st.integers(0, 6000)
ranges = st.tuples(numbers, numbers).map(lambda ends: Figure(None, "job", "range", min(ends), max(ends)))
plain = st.builds(Figure, numbers, st.just("job"), st.sampled_from(["exact", "at_least", "at_most", "about", "nearly"]))
figures = plain | ranges
exact = st.builds(Figure, numbers, st.just("job"))
conventions = st.builds(
    Convention,
    about_units=st.sampled_from([None, 1, 2]),
    about_share=st.sampled_from([Decimal(0), Decimal("0.1"), Decimal("0.4")]),
    nearly_share=st.sampled_from([Decimal("0.05"), Decimal("0.3")]),
)


@st.composite
def promises(draw: st.DrawFn, figure: st.SearchStrategy[Figure] = figures) -> list[mo.Commitment]:
    """Up to seven promises, one or two pledges each, some of them parts of one made before."""
    made: list[mo.Commitment] = []
    for number in range(draw(st.integers(1, 7))):
        whole = draw(st.sampled_from(made)) if made and draw(st.integers(0, 2)) else None
        pledges = [
            mo.Pledge(measure="jobs", figure=draw(figure), due=due, basis="additional")
            for due in draw(st.sampled_from([[2026], [2026], [2026, 2028]]))
        ]
        made.append(
            mo.Commitment(
                id=f"{draw(st.sampled_from('amz'))}{number}",
                places=draw(st.lists(st.sampled_from(CITIES), max_size=2, unique_by=id)),
                pledges=pledges,
                part_of=whole,
                citations=[PAPER],
            )
        )
    return made


def total_of(records: list[mo.Commitment], spread: str | None = None) -> mo.Total:
    total: mo.Total = mo.Dataset.of(*records, *CITIES).commitments.total("jobs", spread=spread)
    return total


spreads = st.sampled_from([None, "equally"])


@given(promises(), spreads, conventions, st.sampled_from(["independent", "together"]))
def test_every_draw_lies_within_the_bounds(
    records: list[mo.Commitment], spread: str | None, convention: Convention, dependence: str
) -> None:
    """Of the total and of each of its lines: those of the convention, and those that the figure itself knows."""
    total = total_of(records, spread)
    for one in (total, *(total.only([line]) for line in total.counted)):
        assert one.figure is not None
        bounds = one.bounds(convention)
        draws = one.simulate(convention=convention, dependence=dependence, **ASSUMED).draws
        for low, high in ((bounds.low, bounds.high), (one.figure.lower, one.figure.upper)):
            assert low is None or draws.min() >= float(low)
            assert high is None or draws.max() <= float(high)


@given(promises(exact), spreads)
def test_exact_totals_are_points(records: list[mo.Commitment], spread: str | None) -> None:
    """Every draw is the total itself."""
    total = total_of(records, spread)
    assert total.figure is not None
    assert set(total.simulate(draws=20).draws.tolist()) == {float(total.figure.number())}


@given(promises(), st.randoms(use_true_random=False), st.integers(0, 2**63 - 1))
def test_the_order_of_records_never_matters(records: list[mo.Commitment], random: Any, seed: int) -> None:
    """The same records in another order, drawn with the same seed, give the same numbers to the last bit."""
    shuffled = records[:]
    random.shuffle(shuffled)
    first, second = (total_of(each).simulate(seed=seed, **ASSUMED) for each in (records, shuffled))
    assert np.array_equal(first.draws, second.draws)
    assert first.explain() == second.explain()
    assert np.array_equal(first.draws, total_of(records).simulate(seed=seed, **ASSUMED).draws)


@given(promises(), spreads)
def test_the_lines_of_a_total_never_exceed_it(records: list[mo.Commitment], spread: str | None) -> None:
    """In every draw the lines together are the total; less only where a whole may exceed the parts that cover it."""
    total = total_of(records, spread)
    whole = total.simulate(**ASSUMED).draws
    lines = sum(total.only([line]).simulate(**ASSUMED).draws for line in total.counted)
    assert np.all(lines <= whole + 1e-6)
    if not any(out.reason == "covered" for out in total.left_out):
        assert np.allclose(lines, whole)


@given(promises())
def test_the_bounds_of_a_total_without_approximations_are_those_of_its_figure(records: list[mo.Commitment]) -> None:
    """The convention adds nothing where nothing is approximate, and never makes firmer what is."""
    total = total_of(records)
    assert total.figure is not None
    bounds = total.bounds()
    if any(line.stated.qualifier in ("about", "nearly") for line in total.counted) or total.left_out:
        return
    assert not bounds.assumed
    assert (bounds.low, bounds.high) == (total.figure.lower or 0, total.figure.upper)


@given(promises(), spreads)
def test_a_wider_convention_gives_wider_bounds(records: list[mo.Commitment], spread: str | None) -> None:
    """No bound moves inward where `about` and `nearly` may reach further."""
    total = total_of(records, spread)
    narrow, wide = (
        total.bounds(Convention(about_units=units, about_share=share, nearly_units=units, nearly_share=share))
        for units, share in ((1, Decimal("0.05")), (None, Decimal("0.2")))
    )
    assert wide.low <= narrow.low
    assert (narrow.high is None) == (wide.high is None)
    assert narrow.high is None or wide.high is None or narrow.high <= wide.high


@settings(max_examples=30)
@given(promises(), st.sampled_from(["place", "due", "party"]))
def test_every_total_explains_itself_in_every_format(records: list[mo.Commitment], by: str) -> None:
    """The working of a total and of a breakdown serialises, reads back equal, and names every line."""
    total = total_of(records)
    for explained in (total, mo.totals.breakdown(total, by)):
        tree = explained.derivation
        assert type(tree).from_dict(explained.explain("data")) == tree
        for language in ("fr", "en", "ar"):
            text = explained.explain(language=language)
            assert all(f"[{line.record.id}]" in text for line in total.counted)
            assert all(f"[{out.record.id}]" in text for out in total.left_out)
            assert explained.explain("html", language).startswith(f'<div class="derivation" lang="{language}"')
