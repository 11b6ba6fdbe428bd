"""Totals of small hand-made records: bounds, baskets of currencies, rates, prices, and what a total says of itself."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField, NoSingleFigure, NotAdditive, RateNotFound, UnknownWord, WrongType
from maroc_offshoring.vocabulary import Segment


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
    assert left_out.figure == mo.parse_figure("10 MDH")


@pytest.mark.parametrize("currency", [None, "MAD", "EUR"])
def test_no_year_of_prices_is_told_without_a_call_that_is_refused(world: Any, currency: str | None) -> None:
    """At one year's prices `on=` is refused, so that it is not what to give for an amount of no known year."""
    total = world.promises(world.promise("undated", "10 MDH", "investment")).total(
        "investment", currency=currency, prices=2021
    )
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [
        ("undated", "no_year", "the year of its money is not known, so it cannot be stated at the prices of another")
    ]


def test_a_year_without_a_rate_or_an_index_is_an_error_where_it_was_asked_for(world: Any) -> None:
    """To leave every amount out would look like nothing promised; one that needs no rate does not hide that."""
    promises = world.promises(
        world.promise("a", "10 MDH", "investment", announced_on="2019"), world.promise("b", "2 M€", "investment")
    )
    with pytest.raises(RateNotFound, match=r"^no average rate of MAD in EUR for 1990: the years held are 1999-2025"):
        promises.total("investment", currency="EUR", on=1990)
    with pytest.raises(RateNotFound, match="for 1950"):
        promises.total("investment", prices=1950)
    old = world.promises(world.promise("old", "10 MDH", "investment", announced_on="1990"))
    assert [out.reason for out in old.total("investment", currency="EUR").left_out] == ["no_rate"]


def test_one_amount_without_a_rate_does_not_stop_those_that_have_one(world: Any, look: Any) -> None:
    """With a rate for the euro of 1990 and none for the dollar, the dirhams count and the dollars do not."""
    promises = world.promises(
        world.promise("a", "10 MDH", "investment"),
        world.promise("b", mo.Figure(5, "USD"), "investment"),
        world.promise("c", "5 MDH", "investment"),
    )
    rates = mo.money.Rates.reference().extended({("EUR", 1990): 10})
    total = promises.total("investment", currency="EUR", on=1990, rates=rates)
    assert look.counted(total) == {"a": "1 000 000 EUR", "c": "500 000 EUR"}
    assert look.left_out(total) == {"b": ("no_rate", None)}


def test_aims_and_measurements_are_converted_at_the_rate_of_their_own_year(world: Any, look: Any) -> None:
    """An aim at that of its announcement, a measurement at that of its year; both say what was stated."""
    aim = world.aim("aim", "10 MDH", "investment", announced_on="2022", due=2026)
    seen = world.seen("seen", "10 MDH", "export_revenue", basis="flow", period=2022)
    ds = mo.Dataset.of(aim, seen)
    for records, measure in ((ds.targets, "investment"), (ds.observations, "export_revenue")):
        total = records.total(measure, currency="EUR")
        assert [(step.year, round(total.figure.value, 2)) for step in total.steps] == [(2022, Decimal("935882.68"))]
        assert look.text(total.counted[0].stated) == "10 000 000 MAD"
    assert [str(due) for due in ds.targets.breakdown("investment", "due")] == ["2026"]


def test_a_currency_is_read_in_small_letters_too(world: Any) -> None:
    """`eur` is the euro; what is no text is refused with the list."""
    promises = world.promises(world.promise("a", "2 M€", "investment"))
    for on in (None, 1990):  # what needs no rate asks for none
        assert promises.total("investment", currency="eur", on=on).figure == mo.Figure(2_000_000, "EUR")
    with pytest.raises(InvalidField, match=r"^currency: got 978, expected one of MAD, EUR, USD, GBP, CAD$"):
        promises.total("investment", currency=978)


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


def test_rates_of_one_s_own_are_taken_instead(world: Any) -> None:
    """At 8 dirhams a euro, 10 MDH of 1990 are 1,250,000 euros; at the prices of 2021 that year's rate is taken."""
    rates = mo.money.Rates.reference().extended({("EUR", 1990): 8, ("EUR", 2021): 4})
    old = world.promises(world.promise("old", "10 MDH", "investment", announced_on="1990"))
    assert old.total("investment", currency="EUR").figure is None
    assert old.total("investment", currency="EUR", rates=rates).figure.value == 1_250_000
    new = world.promises(world.promise("new", "10 MDH", "investment", announced_on="2018"))
    in_dirhams = new.total("investment", prices=2021, rates=rates).figure.value
    in_euros = new.total("investment", currency="EUR", prices=2021, rates=rates).figure
    assert (in_euros.unit, round(in_euros.value, 6)) == ("EUR_2021", round(in_dirhams / 4, 6))


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
    with pytest.raises(WrongType) as caught:
        mo.totals.total([world.acme], "jobs")
    assert str(caught.value) == (
        f"records: got {world.acme!r} (Operator), expected commitments, targets or observations"
    )


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
    assert left_out.figure == mo.Figure(11, "percent")


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


def test_a_total_shows_each_currency_and_what_is_missing(world: Any, look: Any) -> None:
    """Of nothing it says so; of several currencies each sum; and how many amounts have no rate or no year."""
    assert repr(world.promises(world.promise("a", 800, basis=None)).total("jobs")) == (
        "<Total jobs: nothing counted from 0 records, 1 left out>"
    )
    money = world.promises(
        world.promise("a", "10 M€", "investment"),
        world.promise("b", "65 MDH", "investment"),
        world.promise("c", "5 MDH", "investment", announced_on="1990"),
    )
    assert look.text(repr(money.total("investment"))) == (
        "<Total investment: 10 000 000 EUR + 70 000 000 MAD from 3 records, 0 left out>"
    )
    assert look.text(money.total("investment", currency="EUR")) == (
        "10 000 000 EUR, without 2 amounts that have no rate or no year"
    )
    assert look.text(money.where(ids=["a", "b"]).total("investment", currency="EUR")) == (
        "10 000 000 EUR, without 1 amount that has no rate or no year"
    )


@pytest.fixture
def narrowed(world: Any) -> Any:
    """3,000 by Acme and Bolt in two branches, of which Acme's 1,000 in one; 500 by Bolt at no place."""
    whole = world.promise("whole", 3000, due=2026, made_by=[world.acme, world.bolt], segments=["CRM", "ITO"])
    part = world.promise(
        "part", 1000, due=2028, places=[world.oujda, world.fes], made_by=[world.acme], segments=["CRM"], part_of=whole
    )
    alone = world.promise("alone", 500, made_by=[world.bolt], segments=["KPO"])
    lines = {line.record.id: line for line in world.promises(whole, part, alone).total("jobs").counted}
    return [lines[name] for name in ("part", "whole", "alone")]


NO_PLACE = "it states no place, and {} was asked for"
NO_OPERATOR = "it names no one operator, and {} was asked for"


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("", ("", "", "")),
        (
            "places oujda",
            (
                "it is for Oujda, Fès, of which only Oujda was asked for",
                NO_PLACE.format("Oujda"),
                NO_PLACE.format("Oujda"),
            ),
        ),
        ("places oriental fes", ("", NO_PLACE.format("Oriental, Fès"), NO_PLACE.format("Oriental, Fès"))),
        ("operators acme", ("", NO_OPERATOR.format("Acme"), "it is promised by Bolt, not by Acme")),
        (
            "operators crane bolt",
            ("it is promised by Acme, not by Crane, Bolt", NO_OPERATOR.format("Crane, Bolt"), ""),
        ),
        (
            "segments CRM BPO",
            (
                "",
                "it names no one segment, and CRM, BPO was asked for",
                "it is for KPO, of which only CRM, BPO was asked for",
            ),
        ),
        ("dues 2028 2025..2027", ("", "", "it is due at no stated date, not within 2028, 2025..2027")),
        ("dues 2026", ("it is due 2028, not within 2026", "", "it is due at no stated date, not within 2026")),
    ],
)
def test_a_narrowing_says_why_a_line_is_outside(
    world: Any, narrowed: Any, asked: str, why: tuple[str, str, str]
) -> None:
    """What a line does not state is outside of whatever was asked for, and is told as such."""
    name, *words = asked.split() or [""]
    make = {"segments": Segment.of, "dues": mo.Period.of}.get(name, lambda word: getattr(world, word))
    given = {name: tuple(map(make, words))} if name else {}
    narrowing = mo.totals.Narrowing().and_(**given)
    assert [narrowing.why_outside(line) for line in narrowed] == list(why)
    once_more = mo.totals.Narrowing().and_(operators=(world.acme, world.bolt)).and_(**given).and_()
    assert once_more.why_outside(narrowed[2]) == why[2]


def test_a_measurement_is_never_outside_of_a_due_date(world: Any) -> None:
    """It is of a period, and is due at none; its place is narrowed like any other."""
    (line,) = mo.Dataset.of(world.seen("a", 1000)).observations.total("jobs").counted
    narrowing = mo.totals.Narrowing().and_(dues=(mo.Period.of(2026),))
    assert narrowing.why_outside(line) == ""
    assert narrowing.and_(places=(world.fes,)).why_outside(line) == "it is for Oujda, of which only Fès was asked for"


def test_what_is_only_partly_asked_for_is_left_out_with_its_figure(world: Any, look: Any) -> None:
    """1,000 for Oujda and Fès are not those of Fès; the total of one line alone leaves nothing out."""
    promises = world.promises(
        world.promise("both", 1000, places=[world.oujda, world.fes]), world.promise("one", 100, places=[world.fes])
    )
    total = promises.where(place="Fès").total("jobs")
    assert [(out.reason, look.text(out)) for out in total.left_out] == [
        ("outside", "1 000 jobs  both [both]: it is for Oujda, Fès, of which only Fès was asked for")
    ]
    assert (look.text(total), total.only(total.counted).left_out) == ("100 jobs", ())


def test_lines_and_what_is_left_out_print_as_one_line_each(world: Any, look: Any) -> None:
    """The figure, whether it is what is beyond the parts, the record, where it belongs; why it does not count."""
    whole = world.promise("whole", "plus de 3000 emplois", title="Together", places=[world.oujda, world.fes])
    old = world.promise("old", 800, title="Old")
    part = world.promise("part", 1000, title="Part", part_of=whole, supersedes=old)
    total = world.promises(whole, old, part, world.promise("open", 50, basis=None)).total("jobs")
    assert [look.text(line) for line in total.counted] == [
        "1 000 jobs  Part [part]",
        "at least 2 000 jobs  what is beyond its parts: Together [whole], Oujda, Fès",
    ]
    assert sorted(look.text(out) for out in total.left_out) == [
        "50 jobs  open [open]: it does not say what it counts, not additional",
        "800 jobs  Old [old]: a later promise changed it; counted instead: Part [part]",
    ]


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
