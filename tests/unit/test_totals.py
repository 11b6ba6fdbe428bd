"""Totals of small hand-made records: bounds, baskets of currencies, rates, prices, and what a total says of itself."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField, NoSingleFigure, NotAdditive, UnknownWord, WrongType


def test_promises_that_are_not_linked_add_up(world: Any, look: Any) -> None:
    """1,000 + 300 = 1,300, and both are counted."""
    total = world.promises(world.promise("a", 1000), world.promise("b", 300)).total("jobs")
    assert total.figure == mo.Figure(1300, "job")
    assert look.counted(total) == {"a": "1 000 jobs", "b": "300 jobs"}
    assert total.left_out == ()


def test_two_pledges_of_one_promise_both_count(world: Any) -> None:
    """300 more by 2026 and 500 more by 2028 are 800 more."""
    pledges = [
        mo.Pledge(measure="jobs", figure=mo.Figure(number, "job"), due=due, basis="additional")
        for number, due in ((300, 2026), (500, 2028))
    ]
    promise = mo.Commitment(id="a", pledges=pledges, citations=[world.paper])
    total = world.promises(promise).total("jobs")
    assert total.figure.value == 800
    assert total.records == (promise,)
    assert {str(key): part.figure.value for key, part in world.promises(promise).breakdown("jobs", "due").items()} == {
        "2028": 500,
        "2026": 300,
    }


def test_one_record_given_twice_counts_once(world: Any) -> None:
    """A list that holds the promise of 300 jobs twice is still a promise of 300 jobs."""
    promise = world.promise("a", 300)
    assert mo.totals.total([promise, promise], "jobs").figure.value == 300


def test_at_least_and_exact_is_at_least(world: Any, look: Any) -> None:
    """At least 2,000 + 1,000 is at least 3,000: no upper bound."""
    figure = world.promises(world.promise("a", "plus de 2000 emplois"), world.promise("b", 1000)).total("jobs").figure
    assert look.text(figure) == "at least 3 000 jobs"
    assert (figure.lower, figure.upper) == (3000, None)


def test_at_most_and_exact_has_both_bounds(world: Any) -> None:
    """At most 800 and exactly 1,000 lie between 1,000 and 1,800."""
    figure = world.promises(world.promise("a", "jusqu'à 800 emplois"), world.promise("b", 1000)).total("jobs").figure
    assert (figure.value, figure.lower, figure.upper) == (1800, 1000, 1800)
    assert figure.qualifier == "at_most"


def test_a_sum_with_a_range_has_bounds_and_no_single_value(world: Any, look: Any) -> None:
    """[100, 200] + 50 is [150, 250]."""
    total = world.promises(world.promise("a", (100, 200)), world.promise("b", 50)).total("jobs")
    assert (total.figure.value, total.figure.lower, total.figure.upper) == (None, 150, 250)
    assert look.text(total.figure) == "between 150 and 250 jobs"
    with pytest.raises(
        NoSingleFigure, match=r"^the total has no single number: it is a range, .*use \.lower and \.upper"
    ):
        _ = total.quantity


def test_an_at_least_and_an_at_most_leave_only_the_floor(world: Any) -> None:
    """[2000, ∞) + [0, 800] is [2000, ∞); 2,800 is what is stated, and neither its floor nor its ceiling."""
    figure = (
        world.promises(world.promise("a", "plus de 2000 emplois"), world.promise("b", "jusqu'à 800 emplois"))
        .total("jobs")
        .figure
    )
    assert (figure.value, figure.lower, figure.upper) == (2800, 2000, None)
    assert figure.qualifier == "range"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("environ 500 emplois", 100, "about 600 jobs"),
        ("environ 500 emplois", "près de 100 emplois", "about 600 jobs"),
        ("près de 500 emplois", "près de 100 emplois", "nearly 600 jobs"),
    ],
)
def test_a_sum_of_abouts_stays_about(world: Any, look: Any, first: Any, second: Any, expected: str) -> None:
    """What is not exact does not become exact by adding."""
    assert (
        look.text(world.promises(world.promise("a", first), world.promise("b", second)).total("jobs").figure)
        == expected
    )


def test_money_of_two_currencies_is_a_basket(world: Any, look: Any) -> None:
    """65 MDH and 2 M€ are two figures, not one."""
    total = world.promises(world.promise("a", "65 MDH", "investment"), world.promise("b", "2 M€", "investment")).total(
        "investment"
    )
    assert total.figure is None
    assert {figure.unit: figure.value for figure in total.figures} == {"EUR": 2_000_000, "MAD": 65_000_000}
    assert look.text(total) == "2 000 000 EUR + 65 000 000 MAD"
    with pytest.raises(
        NoSingleFigure,
        match=r"^this total of investment has no single number: it is one figure per currency; "
        r"give currency= to state them in one$",
    ):
        _ = total.quantity


def test_an_empty_total_is_no_zero(world: Any) -> None:
    """Nothing promised is nothing known: no figure, and the quantity says so."""
    total = world.promises(world.promise("a", 300)).total("investment")
    assert (total.figure, total.figures, total.counted, total.left_out, total.sources) == (None, (), (), (), ())
    with pytest.raises(NoSingleFigure, match=r"nothing was counted; look at \.left_out"):
        _ = total.quantity
    assert str(total) == "nothing counted"


def test_each_amount_is_converted_at_the_rate_of_its_own_year(world: Any) -> None:
    """10,000,000 / 10.7651 (2019) + 10,000,000 / 10.6851 (2022) = 928,927.74 + 935,882.68 = 1,864,810.42 euros."""
    found = world.promises(
        world.promise("a", "10 MDH", "investment", announced_on="2019-04"),
        world.promise("b", "10 MDH", "investment", announced_on="2022-04-20"),
    ).total("investment", currency="EUR")
    assert round(found.figure.value, 2) == Decimal("1864810.42")
    assert [(step.action, step.year, step.kind) for step in found.steps] == [
        ("convert", 2019, "average"),
        ("convert", 2022, "average"),
    ]
    assert all(step.source for step in found.steps)


def test_on_gives_one_year_for_all_rates(world: Any) -> None:
    """With on=2021 both take the rate of 2021, whenever announced: 20,000,000 / 10.6274 = 1,881,927.85 euros."""
    found = world.promises(
        world.promise("a", "10 MDH", "investment", announced_on="2019"),
        world.promise("b", "10 MDH", "investment"),
    ).total("investment", currency="EUR", on="2021-06")
    assert [step.year for step in found.steps] == [2021]
    assert round(found.figure.value, 2) == Decimal("1881927.85")


def test_what_is_in_the_currency_already_is_not_converted(world: Any) -> None:
    """Euros asked for in euros need no rate and no year."""
    total = world.promises(world.promise("a", "2 M€", "investment")).total("investment", currency="EUR")
    assert (total.figure.value, total.steps, total.left_out) == (2_000_000, (), ())


def test_no_rate_leaves_the_record_out_by_name(world: Any, look: Any) -> None:
    """No rate is held for 1990, so the amount of 1990 is not counted, and is no zero."""
    total = world.promises(
        world.promise("old", "10 MDH", "investment", announced_on="1990"),
        world.promise("new", "10 MDH", "investment", announced_on="2022"),
    ).total("investment", currency="EUR")
    assert list(look.counted(total)) == ["new"]
    (left_out,) = total.left_out
    assert (left_out.record.id, left_out.reason) == ("old", "no_rate")
    assert "1990" in left_out.because
    assert "the years held are 1999-2025" in left_out.because
    assert look.text(left_out.figure) == "10 000 000 MAD"


def test_no_year_leaves_the_record_out_by_name(world: Any) -> None:
    """An amount of no known year has no rate of its own year."""
    total = world.promises(world.promise("undated", "10 MDH", "investment")).total("investment", currency="EUR")
    assert total.figure is None
    (left_out,) = total.left_out
    assert (left_out.record.id, left_out.reason) == ("undated", "no_year")
    assert left_out.because == "the year of its money is not known, so no rate can be chosen; give one with on="


def test_a_flow_over_several_years_has_no_year_of_its_own(world: Any) -> None:
    """Exports of 2014 to 2018 are money of five years; a flow of 2018 is money of 2018."""
    several = world.seen("a", "10 MDH", "export_revenue", basis="flow", period="2014..2018")
    one = world.seen("b", "10 MDH", "export_revenue", basis="flow", period="2018")
    total = mo.Dataset.of(several).observations.total("export_revenue", currency="EUR")
    assert [out.reason for out in total.left_out] == ["no_year"]
    assert [step.year for step in mo.Dataset.of(one).observations.total("export_revenue", currency="EUR").steps] == [
        2018
    ]


def test_prices_state_each_amount_at_one_year(world: Any) -> None:
    """Dirhams of 2014 and of 2018 at the prices of 2021 are dirhams of 2021."""
    found = world.promises(
        world.promise("a", "10 MDH", "investment", announced_on="2014"),
        world.promise("b", "10 MDH", "investment", announced_on="2018"),
    ).total("investment", prices=2021)
    assert found.figure.unit == "MAD_2021"
    ten = mo.parse_figure("10 MDH")
    assert found.figure.value == sum(mo.deflate(ten, year=year, to=2021).value for year in (2014, 2018))


def test_prices_in_another_currency_deflate_first(world: Any) -> None:
    """10 MMDH of 2018 in euros of 2021 is what restate says on the named path."""
    promise = world.promise("a", "10 MMDH", "investment", announced_on="2018")
    found = world.promises(promise).total("investment", currency="EUR", prices=2021)
    expected = mo.restate(mo.parse_figure("10 MMDH"), year=2018, to=("EUR", 2021), path="deflate_then_convert")
    assert (found.figure.unit, found.figure.value) == (expected.unit, expected.value)


@pytest.mark.parametrize(
    ("measure", "options", "message"),
    [
        ("jobs", {"currency": "EUR"}, "currency: got 'EUR', expected nothing: jobs are no money"),
        ("jobs", {"prices": 2021}, "prices: got 2021, expected nothing: jobs are no money"),
        ("investment", {"currency": "XOF"}, "currency: got 'XOF', expected one of MAD, EUR, USD, GBP, CAD"),
        ("investment", {"on": 2022}, "on: got 2022, expected nothing without currency=: it is the year of the rate"),
        (
            "investment",
            {"currency": "EUR", "on": "2019..2021"},
            "on: got '2019..2021', expected one year, or a date within one",
        ),
        (
            "investment",
            {"prices": 2021, "on": 2022},
            "on: got 2022, expected nothing beside prices=: constant amounts are converted at the rate of that year",
        ),
        ("jobs", {"basis": "stock"}, "basis: got 'stock', expected 'additional' or 'level' for promises and aims"),
    ],
)
def test_options_that_do_not_fit_are_refused(world: Any, measure: str, options: dict[str, Any], message: str) -> None:
    """An option that would have no effect, or a wrong one, is an error that says what fits."""
    promises = world.promises(world.promise("a", 300), world.promise("b", "10 MDH", "investment", announced_on="2019"))
    with pytest.raises(InvalidField) as caught:
        promises.total(measure, **options)
    assert str(caught.value) == message


def test_an_unknown_measure_suggests_the_nearest(world: Any) -> None:
    """`jbos` is no measure; `emplois` is one, in French."""
    promises = world.promises(world.promise("a", 300))
    with pytest.raises(UnknownWord, match=r"^'jbos' is not a measure; did you mean 'jobs'\?$"):
        promises.total("jbos")
    assert promises.total("emplois").figure.value == 300


def test_a_record_without_figures_cannot_be_added(world: Any) -> None:
    """An operator promises nothing by itself."""
    with pytest.raises(WrongType, match="expected commitments, targets or observations"):
        mo.totals.total([world.acme], "jobs")


def test_quantity_is_a_pint_quantity_of_decimals(world: Any) -> None:
    """300 jobs for 60 MDH are 200,000 dirhams a job, exactly."""
    promises = world.promises(world.promise("a", 300), world.promise("b", "60 MDH", "investment"))
    per_job = promises.total("investment").quantity / promises.total("jobs").quantity
    assert per_job.magnitude == Decimal(200_000)
    assert str(per_job.units) == "MAD / job"


def test_sources_are_those_of_what_was_counted_each_once(world: Any) -> None:
    """Two promises of one paper and one of another: two sources; a promise that is left out adds none."""
    total = world.promises(
        world.promise("a", 300),
        world.promise("b", 300),
        world.promise("c", 300, citations=[world.other_paper, world.paper]),
    ).total("jobs")
    assert [source.id for source in total.sources] == ["paper", "other-paper"]
    changed = world.promise("a", 300, citations=[world.other_paper])
    total = world.promises(world.promise("b", 200, supersedes=changed), changed).total("jobs")
    assert [source.id for source in total.sources] == ["paper"]


def test_jobs_given_as_a_share_are_left_out(world: Any) -> None:
    """A promise of 11 % of the jobs is no number of jobs."""
    total = world.promises(world.promise("a", 300), world.promise("b", mo.Figure(11, "percent"))).total("jobs")
    assert total.figure.value == 300
    (left_out,) = total.left_out
    assert (left_out.record.id, left_out.reason, left_out.because) == (
        "b",
        "other_unit",
        "a percentage does not add up",
    )


def test_a_pledge_that_does_not_say_what_it_counts_is_left_out(world: Any) -> None:
    """`800 jobs`, without a word on more or in all, is shown and not added."""
    total = world.promises(world.promise("a", 300), world.promise("b", 800, basis=None)).total("jobs")
    assert total.figure.value == 300
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [
        ("b", "other_basis", "it does not say what it counts, not additional")
    ]


def test_totals_survive_pickling_and_have_a_readable_repr(world: Any, look: Any) -> None:
    """A total can be sent to another process, and reads well in a notebook."""
    import pickle

    total = world.promises(world.promise("a", 1000), world.promise("b", 300)).total("jobs")
    back = pickle.loads(pickle.dumps(total))
    assert (back.figure, look.counted(back)) == (total.figure, look.counted(total))
    assert look.text(repr(total)) == "<Total jobs: 1 300 jobs from 2 records, 0 left out>"


def test_a_number_of_companies_is_refused_over_places(world: Any) -> None:
    """One firm may sit in Oujda and in Fès, so 5 and 2 firms need not be 7; in one place they add up."""
    there = [
        world.promise("a", 5, "companies", places=[world.oujda]),
        world.promise("b", 2, "companies", places=[world.fes]),
    ]
    with pytest.raises(NotAdditive) as caught:
        world.promises(*there).total("companies")
    assert caught.value.reason == "they do not add up over places: one may sit in several"
    assert set(caught.value.records) == {"a", "b"}
    here = [
        world.promise("a", 5, "companies", places=[world.oujda]),
        world.promise("b", 2, "companies", places=[world.oujda]),
    ]
    assert world.promises(*here).total("companies").figure.value == 7


def test_a_part_without_a_date_has_that_of_the_nearest_whole_that_has_one(world: Any) -> None:
    """A whole that takes its own date from its whole does not hide that date from its parts."""
    top = world.promise("top", 1000, due=2028)
    middle = world.promise("middle", 600, part_of=top)
    total = world.promises(top, middle, world.promise("leaf", 100, part_of=middle)).total("jobs")
    assert {line.record.id: str(line.due) for line in total.counted} == {
        "top": "2028",
        "middle": "2028",
        "leaf": "2028",
    }
