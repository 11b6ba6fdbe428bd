"""Promises against results: each verdict, and when it is given."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.delivery import Judgement

Judge = Callable[..., Judgement]


@pytest.fixture
def judge(world: Any) -> Judge:
    """Judge one promise or aim against some measurements, as of the end of 2026."""

    def of(promise: Any, *seen: Any, others: tuple[Any, ...] = (), **options: Any) -> Judgement:
        ds = mo.Dataset.of(promise, *seen, *others, *world.ground, published="2026-12-31")
        return ds.delivery(ids=promise.id, **options)[0]

    return of


def shown(judgement: Judgement) -> str:
    return judgement.message().replace("\u202f", " ").replace("\xa0", " ")


# A level against a stock


@pytest.mark.parametrize(
    ("period", "amount", "verdict"),
    [
        ("2019-06", 1000, "met"),  # already reached before the date
        ("2020", 1000, "met"),  # at the date
        ("2020-12", 1200, "met"),
        ("2020", 999, "missed"),
        ("2020-12-31", 0, "missed"),
        ("2019-06", 999, "partly"),  # it may still have grown
        ("2020-01", 999, "partly"),
        ("2021-06", 999, "missed"),  # within a year after the date
        ("2021-06", 1000, "partly"),  # reached, but perhaps too late
        ("2022", 999, "not_measured"),  # what is seen so much later says nothing of the date
        ("2025", 5000, "partly"),
        ("2017", 5000, "not_measured"),  # before the promise was made
    ],
)
def test_a_level_is_held_against_a_stock_at_its_time(
    world: Any, judge: Judge, period: str, amount: int, verdict: str
) -> None:
    """Before the date only reaching it counts, at the date both, a year later only falling short."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on="2018-03")
    judged = judge(aim, world.seen("seen", amount, period=period))
    assert judged.verdict == verdict


@pytest.mark.parametrize(
    ("promised", "measured", "verdict"),
    [
        ("1.000 emplois", "1.000 emplois", "met"),
        ("1.000 emplois", "plus de 1.000 emplois", "met"),
        ("1.000 emplois", "plus de 900 emplois", "partly"),  # more than 900 may be 1 000
        ("1.000 emplois", "jusqu'à 999 emplois", "missed"),
        ("1.000 emplois", "jusqu'à 1.500 emplois", "partly"),
        ("1.000 emplois", "900 à 1.100 emplois", "partly"),
        ("1.000 emplois", "1.000 à 1.100 emplois", "met"),
        ("1.000 emplois", "environ 1.000 emplois", "partly"),  # by convention 900 to 1 100
        ("1.000 emplois", "près de 1.000 emplois", "partly"),
        ("1.000 emplois", "environ 1.200 emplois", "met"),
        ("1.000 emplois", "près de 900 emplois", "missed"),
        ("plus de 3.000 emplois", "3.000 emplois", "met"),  # the least that keeps it is the number
        ("plus de 3.000 emplois", "2.999 emplois", "missed"),
        ("3.000 à 4.000 emplois", "3.000 emplois", "met"),
        ("3.000 à 4.000 emplois", "2.999 emplois", "missed"),
        ("jusqu'à 800 emplois", "800 emplois", "met"),
        ("jusqu'à 800 emplois", "1 emplois", "partly"),  # an `up to` names no least: it cannot be shown missed
        ("environ 1.000 emplois", "1.000 emplois", "met"),
        ("environ 1.000 emplois", "950 emplois", "partly"),
        ("environ 1.000 emplois", "899 emplois", "missed"),
        ("près de 500 emplois", "500 emplois", "met"),
        ("près de 500 emplois", "460 emplois", "partly"),
        ("près de 500 emplois", "449 emplois", "missed"),
    ],
)
def test_a_verdict_is_certain_or_it_is_not_given(
    world: Any, judge: Judge, promised: str, measured: str, verdict: str
) -> None:
    """The least that was measured must be surely enough for `met`, the most surely too little for `missed`."""
    aim = world.aim("aim", promised, basis="level", place=world.oujda, due=2020)
    assert judge(aim, world.seen("seen", measured, period=2020)).verdict == verdict


def test_what_about_and_nearly_reach_can_be_chosen(world: Any, judge: Judge) -> None:
    """A convention of one's own makes the bounds narrower or wider."""
    from maroc_offshoring.figures.conventions import Convention

    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020)
    seen = world.seen("seen", "environ 1.100 emplois", period=2020)
    assert judge(aim, seen).verdict == "met"
    assert judge(aim, seen, convention=Convention(about_units=None, about_share="0.2")).verdict == "partly"


def test_a_level_of_what_is_counted_by_the_year_is_held_against_one_year(world: Any, judge: Judge) -> None:
    """Exports of 2020 judge a level of exports for 2020; those of a half-year or of an unnamed year do not."""
    aim = world.aim("aim", 26, "export_revenue", basis="level", due=2020, announced_on=2016)

    def exports(amount: int, period: Any) -> Any:
        return world.seen("seen", amount, "export_revenue", basis="flow", period=period, place=world.morocco)

    assert judge(aim, exports(26, 2020)).verdict == "met"
    assert judge(aim, exports(13, 2021)).verdict == "missed"
    for period in ("2020-01..2020-06", "..2021"):
        judged = judge(aim, exports(30, period))
        assert judged.verdict == "not_measured"
        assert str(judged.set_aside[0].because) == "it does not cover one known year"


# So many more


@pytest.mark.parametrize(
    ("period", "amount", "verdict"),
    [
        ("2016..2020", 60, "met"),
        ("2016..2020", 59, "missed"),
        ("2016..2018", 51, "partly"),  # the span is not over
        ("2016..2018", 60, "met"),  # and no more is needed
        ("2018..2019", 60, "met"),
        ("2020", 10, "not_measured"),  # in that year, or until then: it does not say
        ("2014..2020", 59, "missed"),  # even the longer span brought less
        ("2014..2020", 70, "not_measured"),  # how much of it came after 2016 is not said
        ("2014..2018", 60, "not_measured"),
        ("2016..2022", 60, "partly"),  # perhaps after the date
        ("2010..2014", 60, "not_measured"),
        ("..2020", 59, "missed"),
    ],
)
def test_an_addition_is_held_against_what_was_gathered_over_its_span(
    world: Any, judge: Judge, period: str, amount: int, verdict: str
) -> None:
    """The span must lie within that of the promise to show how much came, and contain it to show how little."""
    aim = world.aim("aim", 60, start=2016, due=2020)
    seen = world.seen("seen", amount, place=world.morocco, basis="cumulative", period=period)
    assert judge(aim, seen).verdict == verdict


def test_a_year_of_the_span_is_a_part_of_the_answer(world: Any, judge: Judge) -> None:
    """It begins after the start of the promise, and is shown after what covers more of the span."""
    aim = world.aim("aim", 60, start=2016, due=2020)
    last = world.seen("last", 10, place=world.morocco, basis="flow", period=2020)
    most = world.seen("most", 40, place=world.morocco, basis="cumulative", period="2016..2018")
    assert judge(aim, last).verdict == "partly"
    judged = judge(aim, last, most)
    assert judged.verdict == "partly"  # parts of a span are not added: their sources may not count alike
    assert judged.rests_on[0].observations[0].id == "most"


def test_an_addition_is_held_against_the_difference_of_two_levels(world: Any, judge: Judge) -> None:
    """From 63 at the start to 120 at the date is 57 more; without a level at the start nothing is known."""
    aim = world.aim("aim", 60, place=world.oujda, start=2016, due=2020)
    base, later = world.seen("base", 63, period="2016-05"), world.seen("later", 120, period=2020)
    judged = judge(aim, base, later)
    assert judged.verdict == "missed"
    assert [seen.id for seen in judged.observed] == ["base", "later"]
    assert "from 63 jobs (2016-05) to 120 jobs (2020), which is 57 jobs more" in shown(judged).lower()
    assert judge(aim, base, world.seen("later", 123, period=2020)).verdict == "met"
    alone = judge(aim, later)
    assert alone.verdict == "not_measured"
    assert "no level is known at the start" in str(alone.set_aside[0])


def test_the_start_of_a_promise_is_its_announcement_where_none_is_stated(world: Any, judge: Judge) -> None:
    """The working says so."""
    promise = world.promise("p", 60, made_by=[world.acme], places=[world.oujda], announced_on="2016-05-05", due=2020)
    levels = [
        world.seen(f"at-{year}", jobs, operator=world.acme, period=year) for year, jobs in ((2016, 63), (2020, 123))
    ]
    judged = judge(promise, *levels)
    assert judged.verdict == "met"
    assert "counted from the announcement" in judged.explain()


def test_a_rise_cannot_exceed_the_whole_level(world: Any, judge: Judge) -> None:
    """Where all jobs together are fewer than the addition promised, it was missed, whatever the start was."""
    aim = world.aim("aim", 90, place=world.oujda, start=2016, due=2020)
    judged = judge(aim, world.seen("seen", 57, period=2020))
    assert judged.verdict == "missed"
    assert "57 jobs in all (2020), less than the rise itself" in shown(judged)
    assert judge(aim, world.seen("seen", 91, period=2020)).verdict == "not_measured"


def test_an_addition_in_per_cent_is_held_against_the_rise(world: Any, judge: Judge) -> None:
    """A doubling from 8 to 17 is met; from 8 to 15 it is missed."""
    aim = world.aim("aim", mo.Figure(100, "percent"), place=world.oujda, start=2004, due=2007)
    base = world.seen("base", 8, period=2004)
    assert judge(aim, base, world.seen("later", 17, period=2007)).verdict == "met"
    assert judge(aim, base, world.seen("later", 15, period=2007)).verdict == "missed"
    assert judge(aim, world.seen("later", 15, period=2007)).verdict == "not_measured"


def test_more_of_what_is_counted_by_the_year_is_the_difference_of_two_years(world: Any, judge: Judge) -> None:
    """Exports of 26 in 2020 after 8 in 2015 are 18 more."""
    aim = world.aim("aim", 18, "export_revenue", start=2015, due=2020)

    def exports(id: str, amount: int, period: Any) -> Any:
        return world.seen(id, amount, "export_revenue", basis="flow", period=period, place=world.morocco)

    assert judge(aim, exports("a", 8, 2015), exports("b", 26, 2020)).verdict == "met"
    assert judge(aim, exports("a", 8, 2015), exports("b", 25, 2020)).verdict == "missed"
    assert judge(aim, exports("b", 13, 2021)).verdict == "missed"  # the whole is less than the addition


def test_a_level_of_an_investment_over_a_plan_is_what_the_plan_gathered(world: Any, judge: Judge) -> None:
    """One billion by 2018 of the one and a half aimed at by 2020 is at most a partial answer."""
    aim = world.aim("aim", 1_500, "investment", basis="level", start=2016, due=2020)
    seen = world.seen("seen", 1_000, "investment", place=world.morocco, basis="cumulative", period="2016..2018")
    judged = judge(aim, seen)
    assert judged.verdict == "partly"
    assert "before the date: at most a partial answer (67 %)" in shown(judged)
    assert "published 2026-03" in shown(judged)


def test_a_promise_that_does_not_say_what_it_counts_is_read_both_ways(world: Any, judge: Judge) -> None:
    """The verdict is that of both readings; where they differ it is less than certain."""
    aim = world.aim("aim", 60, basis=None, place=world.oujda, start=2016, due=2020)
    base = world.seen("base", 10, period=2016)
    assert judge(aim, base, world.seen("later", 70, period=2020)).verdict == "met"
    assert judge(aim, base, world.seen("later", 50, period=2020)).verdict == "missed"
    both = judge(aim, base, world.seen("later", 65, period=2020))  # a level of 65, a rise of 55
    assert both.verdict == "contested"
    assert "as a level, met; as a rise, missed" in shown(both)
    assert "Sources disagree" not in shown(both)
    assert judge(aim, world.seen("later", 65, period=2020)).verdict == "partly"


# Rivals


def test_sources_that_lead_to_different_verdicts_contest_the_promise(world: Any, judge: Judge) -> None:
    """Each side is named; one that settles nothing does not contest it."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018)
    reached, short = world.seen("reached", 1100, period=2020), world.seen("short", 900, period=2020)
    judged = judge(aim, reached, short)
    assert judged.verdict == "contested"
    assert [found.observations[0].id for found in judged.rests_on] == ["reached", "short"]
    assert "Sources disagree. Reached: 1 100 jobs (2020). Not reached: 900 jobs (2020)." in shown(judged)
    assert judged.ratio is not None
    assert (judged.ratio.low, judged.ratio.high, judged.ratio.value) == (Decimal("0.9"), Decimal("1.1"), None)
    assert judge(aim, reached, world.seen("open", "plus de 900 emplois", period=2020)).verdict == "met"


def test_rivals_before_the_date_contest_it_too(world: Any, judge: Judge) -> None:
    """Of one month one says that it was reached and one that it was not; a lower figure of another month does not."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018)
    reached = world.seen("reached", 1100, period="2019-06")
    assert judge(aim, reached, world.seen("short", 900, period="2019-06")).verdict == "contested"
    assert judge(aim, reached, world.seen("short", 900, period="2019-01")).verdict == "met"


def test_a_level_that_was_reached_and_then_lost_is_contested(world: Any, judge: Judge) -> None:
    """Before the date it was reached, at the date it was not."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018)
    before, after = world.seen("a", 1100, period="2019-06"), world.seen("b", 900, period="2020-12")
    assert judge(aim, before, after).verdict == "contested"


def test_a_rival_after_the_date_contests_a_miss(world: Any, judge: Judge) -> None:
    """Within the year after it one says short and one reached: what was missed by the one was late by the other."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018)
    short, reached = world.seen("short", 900, period="2021-03"), world.seen("reached", 1100, period="2021-03")
    assert judge(aim, short, reached).verdict == "contested"


# What does not judge


@pytest.mark.parametrize(
    ("fields", "because"),
    [
        ({"nature": "forecast"}, "it is a forecast"),
        ({"scope": "digital"}, "it covers another sector"),
        ({"perimeter": "new"}, "it follows another export series"),
        ({"period": None}, "its date is not known"),
        ({"basis": "flow"}, "it counts a flow or a running total"),
        ({"period": "2018-03"}, "it says where the promise started from"),
    ],
)
def test_what_cannot_judge_is_set_aside_with_the_reason(
    world: Any, judge: Judge, fields: dict[str, Any], because: str
) -> None:
    """Forecasts, other sectors, other series, undated figures, flows for a level, and what came before."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on="2018-03")
    judged = judge(aim, world.seen("seen", 5000, **{"period": 2020, **fields}))
    assert judged.verdict == "not_measured"
    assert judged.observed == ()
    assert because in str(judged.set_aside[0])
    assert because in judged.explain()


def test_an_estimate_judges_and_says_so(world: Any, judge: Judge) -> None:
    """The reason names it as one."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020)
    judged = judge(aim, world.seen("seen", 500, period=2020, nature="estimate"))
    assert judged.verdict == "missed"
    assert "(2020; it is an estimate)" in judged.message()


def test_a_record_of_low_confidence_decides_nothing(world: Any, judge: Judge) -> None:
    """It is shown, and does not contest what others say."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018)
    low = world.seen("low", 500, period=2020, confidence="low")
    assert judge(aim, low).verdict == "not_measured"
    assert "of low confidence" in judge(aim, low).message()
    assert judge(aim, low, world.seen("sure", 1000, period=2020)).verdict == "met"


def test_money_of_another_currency_is_converted_at_the_rate_of_its_year(world: Any, judge: Judge) -> None:
    """The step is in the working; where a measurement has no one year, it is set aside."""
    aim = world.aim("aim", mo.Figure(1_500, "EUR"), "revenue", basis="level", due=2013)

    def revenue(period: Any, basis: str = "flow") -> Any:
        return world.seen("seen", 7_300, "revenue", basis=basis, period=period, place=world.morocco)

    judged = judge(aim, revenue(2013))
    assert judged.verdict == "missed"
    assert "EUR at the rate of the year" in judged.message()
    assert any(node.kind == "step" for node in judged.derivation.walk())
    unknown = judge(aim, revenue("2012..2013", "cumulative"))
    assert unknown.verdict == "not_measured"
    assert "no rate converts it" in str(unknown.set_aside[0])


# Places, companies, branches


def test_a_place_within_shows_how_much_and_a_place_around_how_little(world: Any, judge: Judge) -> None:
    """A part that reaches the aim keeps it, a whole that does not misses it, and the reason names which it was."""
    aim = world.aim("aim", 1000, basis="level", place=world.oriental, due=2020, announced_on=2018)
    within = judge(aim, world.seen("seen", 1000, period=2020))
    assert within.verdict == "met"
    assert "the place measured lies in the place promised" in within.message()
    assert judge(aim, world.seen("seen", 900, period=2020)).verdict == "partly"
    around = judge(aim, world.seen("seen", 900, period=2020, place=world.morocco))
    assert around.verdict == "missed"
    assert "the place measured contains the place promised" in around.message()
    assert str(around.ratio) == "at most 90\xa0%"
    assert judge(aim, world.seen("seen", 2000, period=2020, place=world.morocco)).verdict == "not_measured"
    assert judge(aim, world.seen("seen", 2000, period=2020, place=world.fes)).verdict == "not_measured"


def test_a_promise_for_two_places_is_judged_by_what_contains_both(world: Any, judge: Judge) -> None:
    """Neither place alone tells how little there is in both."""
    promise = world.promise(
        "p", 1000, basis="level", places=[world.oujda, world.jerada], due=2020, made_by=[world.acme]
    )
    one = world.seen("one", 10, period=2020, operator=world.acme)
    assert judge(promise, one).verdict == "partly"
    both = world.seen("both", 10, period=2020, operator=world.acme, place=world.oriental)
    assert judge(promise, both).verdict == "missed"


def test_a_promise_of_a_company_is_judged_by_its_own_figures(world: Any, judge: Judge) -> None:
    """Those of another say nothing; all companies together show how little; a part of the makers how much."""
    promise = world.promise("p", 1000, basis="level", places=[world.oujda], due=2020, made_by=[world.acme])

    def seen(jobs: int, operator: Any) -> Any:
        return world.seen("seen", jobs, period=2020, operator=operator)

    assert judge(promise, seen(1000, world.acme)).verdict == "met"
    assert judge(promise, seen(5000, world.bolt)).verdict == "not_measured"
    assert judge(promise, seen(5000, None)).verdict == "not_measured"
    assert judge(promise, seen(900, None)).verdict == "missed"
    joint = world.promise("j", 1000, basis="level", places=[world.oujda], due=2020, made_by=[world.acme, world.bolt])
    assert judge(joint, seen(1000, world.acme)).verdict == "met"
    assert judge(joint, seen(900, world.acme)).verdict == "not_measured"


def test_a_promise_whose_maker_is_not_named_is_bounded_by_all(world: Any, judge: Judge) -> None:
    """No figure of one company is known to be its maker's."""
    promise = world.promise("p", 1000, basis="level", places=[world.oujda], due=2020)
    assert judge(promise, world.seen("seen", 900, period=2020)).verdict == "missed"
    assert judge(promise, world.seen("seen", 2000, period=2020)).verdict == "not_measured"
    assert judge(promise, world.seen("seen", 2000, period=2020, operator=world.acme)).verdict == "not_measured"


def test_a_promise_of_an_institution_is_for_all_who_work_there(world: Any, judge: Judge) -> None:
    """The figure of the place is that of the promise."""
    promise = world.promise("p", 1000, basis="level", places=[world.oujda], due=2020, made_by=[world.ministry])
    assert judge(promise, world.seen("seen", 1000, period=2020)).verdict == "met"


def test_an_aim_for_a_branch_is_bounded_by_the_sector(world: Any, judge: Judge) -> None:
    """More of the whole sector says nothing of the branch; less of it says that the branch fell short."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, segments=["CRM"])
    assert judge(aim, world.seen("seen", 1000, period=2020, segments=["CRM"])).verdict == "met"
    assert judge(aim, world.seen("seen", 1000, period=2020, segments=["ITO"])).verdict == "not_measured"
    assert judge(aim, world.seen("seen", 1000, period=2020)).verdict == "not_measured"
    assert judge(aim, world.seen("seen", 900, period=2020)).verdict == "missed"
    sector = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020)
    assert judge(sector, world.seen("seen", 1000, period=2020, segments=["CRM"])).verdict == "met"
    assert judge(sector, world.seen("seen", 900, period=2020, segments=["CRM"])).verdict == "not_measured"


def test_the_branches_of_a_promise_do_not_split_the_staff_of_its_maker(world: Any, judge: Judge) -> None:
    """A figure of the company for all its branches judges what it promised."""
    promise = world.promise(
        "p", 1000, basis="level", places=[world.oujda], due=2020, made_by=[world.acme], segments=["ITO"]
    )
    assert judge(promise, world.seen("seen", 1000, period=2020, operator=world.acme)).verdict == "met"


def test_the_share_of_a_part_says_nothing_of_the_whole(world: Any, judge: Judge) -> None:
    """What does not add up is judged by the same place only."""
    aim = world.aim("aim", mo.Figure(40, "percent"), "occupancy", basis="level", place=world.oriental, due=2020)

    def seen(place: Any) -> Any:
        figure = mo.Figure(50, "percent")
        return world.seen("seen", figure, "occupancy", period=2020, place=place)

    assert judge(aim, seen(world.oriental)).verdict == "met"
    assert judge(aim, seen(world.oujda)).verdict == "not_measured"


def test_the_dated_figures_of_a_site_are_read_as_observations(world: Any, judge: Judge) -> None:
    """Their id is that of the site, the measure and the date; a plan is no measurement."""
    figures = [
        mo.SiteFigure(measure="floor_space", figure=mo.Figure(5000, "m2"), basis="stock", as_of=2020,
                      citations=[world.paper]),
        mo.SiteFigure(measure="floor_space", figure=mo.Figure(90_000, "m2"), basis="plan", as_of=2020),
    ]  # fmt: skip
    park = mo.Site(id="park", name="Park", parent=world.oujda, history=figures, citations=[world.paper])
    promise = world.promise(
        "p", mo.Figure(9000, "m2"), "floor_space", basis="level", places=[park], due=2020, made_by=[world.ministry]
    )
    judged = judge(promise)
    assert judged.verdict == "missed"
    assert [seen.id for seen in judged.observed] == ["park-floor_space-2020"]


def test_the_jobs_that_a_company_states_of_a_place_judge_its_promise(world: Any, judge: Judge) -> None:
    """They stand in the record of the company and in its series, so no promise of it goes without them."""
    here = mo.Presence(place=world.oujda, jobs=mo.Figure(800, "job"), as_of=2019, citations=[world.paper])
    dyne = mo.Operator(id="dyne", name="Dyne", presences=[here], citations=[world.paper])
    promise = world.promise("p", 500, basis="level", places=[world.oujda], due=2020, announced_on=2018, made_by=[dyne])
    judged = judge(promise)
    assert judged.verdict == "met"
    assert [seen.id for seen in judged.observed] == ["dyne-oujda-jobs-2019"]


def test_a_figure_of_the_whole_year_says_nothing_certain_of_a_month_in_it(world: Any, judge: Judge) -> None:
    """It may be of before the date or of after it."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due="2020-06", announced_on=2018)
    assert judge(aim, world.seen("seen", 2000, period=2020)).verdict == "partly"
    assert judge(aim, world.seen("seen", 500, period=2020)).verdict == "partly"
    assert judge(aim, world.seen("seen", 500, period="2020-06")).verdict == "missed"


def test_a_rank_that_is_reached_is_no_success(world: Any, judge: Judge) -> None:
    """The less the better: what is measured is set aside, with the reason."""
    aim = world.aim("aim", mo.Figure(20, "rank"), "rank", basis="level", place=world.morocco, due=2020)
    judged = judge(aim, world.seen("seen", mo.Figure(40, "rank"), "rank", place=world.morocco, period=2020))
    assert judged.verdict == "not_measured"
    assert "the less of it the better" in str(judged.set_aside[0].because)


def test_an_aim_that_is_told_only_after_its_date_has_no_start(world: Any, judge: Judge) -> None:
    """What was measured before it was told still judges its level."""
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2022)
    assert judge(aim, world.seen("seen", 1000, period=2020)).verdict == "met"


def test_hectares_are_held_against_square_metres(world: Any, judge: Judge) -> None:
    """One hectare is 10,000 of them."""
    aim = world.aim("aim", mo.Figure(20, "ha"), "land_area", basis="level", place=world.oujda, due=2020)
    assert judge(aim, world.seen("seen", mo.Figure(200_000, "m2"), "land_area", period=2020)).verdict == "met"
    assert judge(aim, world.seen("seen", mo.Figure(199_999, "m2"), "land_area", period=2020)).verdict == "missed"
