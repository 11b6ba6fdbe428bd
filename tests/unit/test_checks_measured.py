"""What is found among measurements: rivals, wholes, shares, flows, perimeters, dates and printed words."""

from collections.abc import Callable
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.checks import Finding

Check = Callable[..., list[Finding]]


@pytest.fixture
def check() -> Check:
    """Check some records, and return the findings, of one code if one is given."""

    def run(*records: Any, code: str | None = None, **options: Any) -> list[Finding]:
        found = mo.Dataset.of(*records, **options).check()
        return list(found if code is None else found.where(code=code))

    return run


def ids(finding: Finding) -> list[tuple[str, str]]:
    return [(exhibit.role.value, exhibit.record.id) for exhibit in finding.exhibits]


# Rivals


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (70_000, 69_893),  # a rounding
        ("au moins 3 000 emplois", 3_500),
        ("près de 4 500 emplois", 4_450),
        ("environ 8 000 emplois", 7_500),
        ("près de 4 000 emplois", "plus de 4 000 emplois"),  # two words for the same number
        ((7_000, 8_000), 7_400),
        ("au plus 300 emplois", "au moins 300 emplois"),
    ],
)
def test_figures_that_one_number_fits_do_not_disagree(world: Any, check: Check, first: Any, second: Any) -> None:
    """What a qualifier or a rounding allows is no contradiction."""
    flow = {"basis": "flow", "period": 2019}
    assert check(world.seen("a", first, **flow), world.seen("b", second, citations=[world.other_paper], **flow)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (70_000, 75_000),
        (120_000, 110_000),  # 115,000 is no honest rounding of both
        (100_000, "plus de 105 000 emplois"),
        ("au moins 3 000 emplois", 2_500),
        ("environ 8 000 emplois", "plus de 10 000 emplois"),
        ("près de 4 500 emplois", 4_600),
        ((7_000, 8_000), 9_000),
    ],
)
def test_figures_that_no_number_fits_disagree(world: Any, check: Check, first: Any, second: Any) -> None:
    """The finding names the lowest and the highest, whatever their order."""
    flow = {"basis": "flow", "period": 2019}
    for one, other in ((first, second), (second, first)):
        (finding,) = check(world.seen("a", one, **flow), world.seen("b", other, citations=[world.other_paper], **flow))
        assert (finding.code, finding.severity) == ("sources_disagree", "warning")
        assert len(finding.exhibits) == 2


def test_all_rivals_stand_in_one_finding(world: Any, check: Check) -> None:
    """Three pages on one flow are one finding with three figures, lowest first, and the outermost are named."""
    low, high = (
        world.seen("low", 5000, basis="flow"), world.seen("high", 9000, basis="flow", citations=[world.other_paper])
    )  # fmt: skip
    (finding,) = check(high, low, world.seen("middle", 5040, basis="flow"))
    assert [int(exhibit.figure.value) for exhibit in finding.exhibits] == [5000, 5040, 9000]
    assert "5\u202f000\u00a0jobs to 9\u202f000\u00a0jobs" in finding.message("en")


@pytest.mark.parametrize(
    "apart",
    [
        {"place": "fes"},
        {"period": 2020},
        {"basis": "flow"},
        {"scope": "digital"},
        {"segments": ["CRM"]},
        {"operator": "acme"},
        {"perimeter": "old"},
        {"nature": "forecast"},
    ],
)
def test_figures_of_two_subjects_are_no_rivals(world: Any, check: Check, apart: dict[str, Any]) -> None:
    """Another place, date, basis, sector, branch, company or perimeter is another figure; so is a forecast."""
    named = {key: getattr(world, value) if key in ("place", "operator") else value for key, value in apart.items()}
    assert check(world.seen("a", 5000), world.seen("b", 4000, **named), code="sources_disagree") == []


def test_two_currencies_are_no_rivals(world: Any, check: Check) -> None:
    """A rate would decide, so dirhams and euros are not held against one another."""
    euros = world.seen("b", mo.Figure(400_000_000, "EUR"), "revenue", basis="flow")
    assert check(world.seen("a", 3_700_000_000, "revenue", basis="flow"), euros) == []


def test_stocks_of_one_year_may_be_of_two_days(world: Any, check: Check) -> None:
    """A gap of a twentieth is no news, one up to a quarter is explained, a larger one is a contradiction."""

    def rivals(first: int, second: int, **fields: Any) -> list[Finding]:
        return check(world.seen("a", first, **fields), world.seen("b", second, citations=[world.other_paper], **fields))

    assert rivals(1000, 1080) == []
    (explained,) = rivals(1000, 1200)
    assert (explained.severity, "unstated day" in explained.message("en")) == ("notice", True)
    (contradiction,) = rivals(1000, 2000)
    assert (contradiction.severity, "unstated day" in contradiction.message("en")) == ("warning", False)
    (of_a_month,) = rivals(1000, 1200, period="2019-04")
    assert of_a_month.severity == "warning"


def test_flows_of_an_unnamed_year_may_be_of_two_years(world: Any, check: Check) -> None:
    """Where no page names the year, the finding says so."""
    flow = {"basis": "flow", "period": "..2021"}
    (finding,) = check(
        world.seen("a", 14_000_000_000, "revenue", **flow),
        world.seen("b", 19_000_000_000, "revenue", citations=[world.other_paper], **flow),
    )
    assert (finding.severity, "No page names the year" in finding.message("en")) == ("notice", True)


def test_one_source_that_prints_both_does_not_disagree_with_itself(world: Any, check: Check) -> None:
    """A page that gives 7,500 and 11,000 speaks of two things; ranks may be in the world or in Africa."""
    both = {"citations": [world.paper, world.other_paper], "basis": "flow"}
    only = {"citations": [world.paper], "basis": "flow"}
    assert (
        len(check(world.seen("a", 7500, **only), world.seen("b", 11_000, citations=[world.other_paper], basis="flow")))
        == 1
    )
    assert check(world.seen("a", 7500, **both), world.seen("b", 11_000, **only)) == []
    rank = {"measure": "rank"}
    first, second = (
        mo.Observation(
            id=name, figure=mo.Figure(number, "rank"), place=world.morocco, basis="stock", period="2023-05",
            citations=[world.paper], **rank,
        )
        for name, number in (("world", 28), ("africa", 2))
    )  # fmt: skip
    assert check(first, second) == []


def test_the_own_figures_of_parks_and_companies_are_measured_too(world: Any, check: Check) -> None:
    """A park's figure that an observation confirms stands once; one that it contradicts is a rival."""

    def park(jobs: int) -> mo.Site:
        said = mo.SiteFigure(
            measure="jobs", figure=mo.Figure(jobs, "job"), basis="stock", as_of="2020-01", citations=[world.other_paper]
        )
        return mo.Site(id="park", name="Parc", parent=world.oujda, history=[said], citations=[world.paper])

    assert check(world.seen("a", 200, place=park(200), period="2020-01")) == []
    (finding,) = check(world.seen("a", 200, place=park(300), period="2020-01"))
    assert ids(finding) == [("figure", "a"), ("figure", "park")]

    def company(jobs: int) -> mo.Operator:
        seen = mo.Presence(place=world.fes, jobs=mo.Figure(jobs, "job"), as_of="2020-01", citations=[world.other_paper])
        return mo.Operator(id="delta", name="Delta", presences=[seen], citations=[world.paper])

    (finding,) = check(world.seen("a", 200, operator=company(300), place=world.fes, period="2020-01"))
    assert ids(finding) == [("figure", "a"), ("figure", "delta")]
    # the observation may say which branch it counts; the company's own record does not
    one = {"place": world.fes, "period": "2020-01", "segments": ["CRM"]}
    assert check(world.seen("a", 300, operator=company(300), **one)) == []


# Wholes and parts


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ({"place": "fes_meknes"}, {"place": "fes"}),
        ({}, {"segments": ["CRM"]}),
        ({"segments": ["CRM", "BPO"]}, {"segments": ["BPO-captive"]}),
        ({}, {"operator": "acme"}),
        ({"basis": "flow"}, {"basis": "flow", "period": "2019-01..2019-06"}),
    ],
)
def test_a_part_larger_than_its_whole_is_found(
    world: Any, check: Check, whole: dict[str, Any], part: dict[str, Any]
) -> None:
    """A city in its region, a branch in the sector, a company among all, a half-year in its year."""

    def named(options: dict[str, Any]) -> dict[str, Any]:
        return {key: getattr(world, value) if key in ("place", "operator") else value for key, value in options.items()}

    (finding,) = check(world.seen("whole", 1000, **named(whole)), world.seen("part", 1200, **named(part)))
    assert (finding.code, finding.severity) == ("parts_exceed_whole", "warning")
    assert ids(finding) == [("whole", "whole"), ("part", "part")]
    assert check(world.seen("whole", 1000, **named(whole)), world.seen("part", 900, **named(part))) == []
    assert (
        check(world.seen("whole", "plus de 1 000 emplois", **named(whole)), world.seen("part", 1200, **named(part)))
        == []
    )


def test_parts_together_larger_than_their_whole_are_found(world: Any, check: Check) -> None:
    """600 in Fès and 700 in Meknès do not fit into 1,000 for their region, though each does."""
    whole = world.seen("region", 1000, place=world.fes_meknes)
    fes, meknes = world.seen("fes", 600, place=world.fes), world.seen("meknes", 700, place=world.meknes)
    (finding,) = check(whole, fes, meknes)
    assert ids(finding) == [("whole", "region"), ("part", "fes"), ("part", "meknes")]
    # a park in Fès is inside the 600, and is not added to them
    assert check(whole, fes, world.seen("park", 500, place=world.fes_shore)) == []


def test_only_the_lowest_rival_of_a_part_counts_against_the_highest_of_the_whole(world: Any, check: Check) -> None:
    """Where one of the figures told of a whole has room for the parts, nothing need be wrong with it."""
    wholes = [world.seen("low", 1000, place=world.fes_meknes), world.seen("high", 1400, place=world.fes_meknes)]
    parts = [world.seen("fes", 600, place=world.fes), world.seen("meknes", 700, place=world.meknes)]
    assert check(*wholes, *parts, code="parts_exceed_whole") == []
    assert check(*wholes, *parts, world.seen("more", 900, place=world.fes), code="parts_exceed_whole") == []


def test_a_rounded_whole_below_the_sum_of_its_parts_is_told(world: Any, check: Check) -> None:
    """40,000 for a network whose parks add up to 40,200: explained by rounding, and worth knowing."""
    network = mo.Site(
        id="network", name="Parcs", parent=world.morocco, kind="park_network", citations=[world.paper],
        members=[world.oujda_shore, world.fes_shore],
    )  # fmt: skip
    whole = world.seen("all", 40_000, place=network)
    (finding,) = check(
        whole, world.seen("a", 10_200, place=world.oujda_shore), world.seen("b", 30_000, place=world.fes_shore)
    )
    assert (finding.code, finding.severity) == ("whole_below_parts", "notice")
    assert "40\u202f200\u00a0jobs" in finding.message("en")


def test_what_does_not_add_up_is_not_added(world: Any, check: Check) -> None:
    """A company may sit in two cities: companies are held against the whole one place at a time; shares never."""
    place = {"place": world.fes_meknes}
    whole = world.seen("region", 100, "companies", **place)
    fes, meknes = (world.seen(name, 80, "companies", place=getattr(world, name)) for name in ("fes", "meknes"))
    assert check(whole, fes, meknes) == []
    assert len(check(whole, world.seen("many", 120, "companies", place=world.fes))) == 1


def test_a_stock_of_a_month_lies_in_the_year_of_another(world: Any, check: Check) -> None:
    """70,000 in October 2014 do not fit into 65,000 for 2014, of which the day is not stated."""
    (finding,) = check(
        world.seen("all", 65_000, period=2014), world.seen("crm", 70_000, segments=["CRM"], period="2014-10")
    )
    assert "unstated day of that year" in finding.message("en")
    # but a whole of a month does not hold a part of the year
    assert (
        check(world.seen("all", 65_000, period="2014-10"), world.seen("crm", 70_000, segments=["CRM"], period=2014))
        == []
    )


def test_periods_that_overlap_are_not_added(world: Any, check: Check) -> None:
    """January to June and April to September share a quarter; of what overlaps, only one is added."""
    whole = world.seen("year", 1000, "revenue", basis="flow", period=2019)
    first = world.seen("first", 700, "revenue", basis="flow", period="2019-01..2019-06")
    overlapping = world.seen("middle", 700, "revenue", basis="flow", period="2019-04..2019-09")
    assert check(whole, first, overlapping) == []
    second = world.seen("second", 700, "revenue", basis="flow", period="2019-07..2019-12")
    (finding,) = check(whole, first, second)
    assert ids(finding) == [("whole", "year"), ("part", "first"), ("part", "second")]


# Shares


def share(world: Any, percent: int, **fields: Any) -> mo.Observation:
    given = {"place": world.fes_meknes, "basis": "stock", "period": 2019, "citations": [world.paper], **fields}
    return mo.Observation(id="share", measure="share_of_national_jobs", figure=mo.Figure(percent, "percent"), **given)


def test_a_share_of_a_region_is_explained_by_a_count_of_its_city(world: Any, check: Check) -> None:
    """4,500 of 120,000 are 3.75 %, not 11 %: but the count is of the city, and 11 % would take 13,200 in the region."""
    (finding,) = check(
        share(world, 11), world.seen("fes", 4500, place=world.fes), world.seen("all", 120_000, place=world.morocco)
    )
    assert (finding.code, finding.severity) == ("share_does_not_fit", "notice")
    assert ids(finding) == [("share", "share"), ("count", "fes"), ("whole", "all")]
    assert "between 3.7 and 3.8\u00a0%" in finding.message("en")
    assert "13\u202f200\u00a0jobs" in finding.message("en")
    assert "alone" in finding.message("en")


def test_a_share_is_contradicted_by_a_count_of_its_own_place(world: Any, check: Check) -> None:
    """Where the region itself was counted, nothing explains the gap; a rival that fits ends it."""
    region, country = (
        world.seen("region", 4500, place=world.fes_meknes),
        world.seen("all", 120_000, place=world.morocco),
    )
    (finding,) = check(share(world, 11), region, country)
    assert (finding.severity, "alone" in finding.message("en")) == ("warning", False)
    assert check(share(world, 4), region, country) == []
    rival = world.seen("other", 40_000, place=world.morocco)
    assert check(share(world, 11), region, country, rival, code="share_does_not_fit") == []


def test_a_city_above_the_share_of_its_region_contradicts_it(world: Any, check: Check) -> None:
    """A part can be smaller than the whole, never larger: 20,000 of 120,000 are more than 11 %."""
    (finding,) = check(
        share(world, 11), world.seen("fes", 20_000, place=world.fes), world.seen("all", 120_000, place=world.morocco)
    )
    assert finding.severity == "warning"


def test_open_ends_stay_open(world: Any, check: Check) -> None:
    """At least 120,000 in the country may be any number more: the ratio has no floor, and the need no ceiling."""
    (finding,) = check(
        share(world, 11),
        world.seen("fes", 4500, place=world.fes),
        world.seen("all", "plus de 120 000 emplois", place=world.morocco),
    )
    assert "between 0 and 3.8\u00a0%" in finding.message("en")
    assert "at least 13\u202f200\u00a0jobs" in finding.message("en")


def test_a_share_without_both_counts_is_left_alone(world: Any, check: Check) -> None:
    """Nothing of the same year, or nothing of the country, and nothing can be said."""
    fes, country = world.seen("fes", 4500, place=world.fes), world.seen("all", 120_000, place=world.morocco)
    assert check(share(world, 11), fes) == []
    assert check(share(world, 11), country) == []
    assert check(share(world, 11, period=2016), fes, country) == []
    assert check(share(world, 11, place=world.morocco), fes, country) == []
    created = world.seen("created", 120_000, place=world.morocco, basis="flow")
    assert check(share(world, 11), fes, created) == []


# Flows


def created(world: Any, amount: Any, period: str = "2014..2018", **fields: Any) -> mo.Observation:
    return world.seen("created", amount, basis="cumulative", period=period, **fields)  # type: ignore[no-any-return]


def test_a_flow_beyond_the_rise_of_the_stock_is_found(world: Any, check: Check) -> None:
    """69,900 created from 2014 to 2018, and a stock from 65,000 to 80,000: at most 80,500 - 64,500 = 16,000 more."""
    before, after = world.seen("before", 65_000, period="2014-10"), world.seen("after", 80_000, period=2018)
    (finding,) = check(created(world, 69_900), before, after)
    assert (finding.code, finding.severity) == ("stock_against_flow", "warning")
    assert ids(finding) == [("flow", "created"), ("stock_before", "before"), ("stock_after", "after")]
    # 80,000 may have been rounded from 84,000, and 65,000 from 64,500
    assert "at most 19\u202f500\u00a0jobs" in finding.message("en")
    assert check(created(world, 15_000), before, after) == []


def test_only_what_came_between_two_stocks_must_fit_between_them(world: Any, check: Check) -> None:
    """A stock of 2014 may be of its last day and one of 2018 of its first: three fifths of the flow lie between.

    At an even pace 25,000 from 2014 to 2018 leave 15,000 between 31 December 2014 and 1 January 2018, and the stocks
    rose by 80,000 less 65,000, roundings aside. Of months, January 2014 and December 2018, nearly all must fit.
    """
    years = world.seen("a", 65_000, period=2014), world.seen("b", 80_000, period=2018)
    assert check(created(world, 25_000), *years) == []
    assert len(check(created(world, 40_000), *years)) == 1
    months = world.seen("a", 65_000, period="2014-01"), world.seen("b", 80_000, period="2018-12")
    assert len(check(created(world, 25_000), *months)) == 1


def test_every_rival_stock_may_save_a_flow(world: Any, check: Check) -> None:
    """One page that puts the stock at 12,000 in 2014 leaves room for 69,900 more."""
    stocks = [
        world.seen("a", 65_000, period=2014),
        world.seen("b", 12_000, period=2014),
        world.seen("c", 80_000, period=2018),
    ]
    assert check(created(world, 69_900), *stocks, code="stock_against_flow") == []


def test_a_flow_below_the_rise_of_the_stock_is_found(world: Any, check: Check) -> None:
    """500 created while the stock doubled to at least 20,000."""
    (finding,) = check(
        created(world, 500),
        world.seen("a", 10_000, period=2014),
        world.seen("b", "plus de 20 000 emplois", period=2018),
    )
    assert "at least 9\u202f500\u00a0jobs" in finding.message("en")


def test_a_falling_stock_is_said_not_to_have_risen(world: Any, check: Check) -> None:
    """No negative rise is printed."""
    (finding,) = check(created(world, 500), world.seen("a", 30_000, period=2014), world.seen("b", 10_000, period=2018))
    assert "it did not rise" in finding.message("en")


def test_flows_of_what_does_not_stay_are_left_alone(world: Any, check: Check) -> None:
    """Graduates leave, so that a flow of them shows in no stock; a flow within one year has no two stocks."""
    people = {"place": world.oujda, "citations": [world.paper]}
    flow, before, after = (
        mo.Observation(
            id=name, measure="graduates", figure=mo.Figure(number, "person"), basis=basis, period=period, **people
        )
        for name, number, basis, period in (
            ("flow", 9000, "cumulative", "2014..2018"),
            ("before", 1000, "stock", "2014"),
            ("after", 1200, "stock", "2018"),
        )
    )
    assert check(flow, before, after) == []
    assert check(created(world, 9000, "2018"), world.seen("x", 1000, period=2018)) == []


# Perimeters


def exports(world: Any, name: str, billions: Any, year: Any, perimeter: str | None) -> mo.Observation:
    amount = mo.Figure(int(billions * 10) * 100_000_000, "MAD")
    return world.seen(  # type: ignore[no-any-return]
        name, amount, "export_revenue", basis="flow", period=year, perimeter=perimeter, place=world.morocco
    )


def test_two_series_of_overlapping_years_never_join(world: Any, check: Check) -> None:
    """The figures of the common year stand side by side; a gap of years between the series is no temptation."""
    old, new = exports(world, "old", 17.9, 2023, "old"), exports(world, "new", 26.1, 2023, "new")
    (finding,) = check(old, new, exports(world, "earlier", 15.7, 2022, "old"))
    assert finding.code == "perimeters_do_not_join"
    assert [record.id for record in finding.records] == ["old", "new"]
    (adjacent,) = check(old, exports(world, "next", 26.2, 2024, "new"))
    assert [record.id for record in adjacent.records] == ["old", "next"]
    assert check(old, exports(world, "later", 26.2, 2025, "new")) == []


def test_a_figure_that_does_not_say_its_perimeter(world: Any, check: Check) -> None:
    """It is told where it fits no figure of the year whose perimeter is known."""
    old = exports(world, "old", 7.2, 2013, "old")
    (finding,) = check(old, exports(world, "open", 8.0, 2013, None))
    assert (finding.code, [record.id for record in finding.records]) == ("perimeter_not_stated", ["open", "old"])
    assert check(old, exports(world, "open", 7.2, 2013, None)) == []
    assert check(old, exports(world, "open", 8.0, 2012, None)) == []


def test_an_aim_on_a_series_that_ended(world: Any, check: Check) -> None:
    """25 billion by 2026 on the old perimeter, while only the new one is still measured."""
    old, new = exports(world, "old", 17.9, 2022, "old"), exports(world, "new", 26.2, 2024, "new")
    aim = world.aim("aim", 25_000_000_000, "export_revenue", basis="level", due=2026, perimeter="old")
    assert [f.code for f in check(aim, old, new)] == ["aim_on_other_perimeter"]
    assert check(aim, old) == []
    assert (
        check(world.aim("aim", 25_000_000_000, "export_revenue", basis="level", due=2022, perimeter="old"), old, new)
        == []
    )
    on_new = world.aim("aim", 25_000_000_000, "export_revenue", basis="level", due=2026, perimeter="new")
    assert check(on_new, old, new) == []


# Dates


def test_nothing_is_measured_or_told_before_its_time(world: Any, check: Check) -> None:
    """The paper is of March 2026: a stock of May 2026 cannot be on it, nor a promise of then."""
    cases = [
        world.seen("stock", 5, period="2026-05"),
        world.seen("flow", 5, basis="flow", period="2025..2027"),
        world.promise("promise", 5, announced_on="2026-04-01"),
        world.aim("aim", 5, announced_on="2027"),
        mo.Agreement(id="deal", title="Accord", kind="mou", signed_on="2026-12", citations=[world.paper]),
    ]
    for case in cases:
        (finding,) = check(case)
        assert (finding.code, finding.severity) == ("dated_ahead", "error")
        assert "CRI, 2026-03" in finding.message("en")
    fine = [
        world.seen("stock", 5, period="2026"),
        world.seen("flow", 5, basis="flow", period="2025..2026"),
        world.seen("forecast", 5, period="2030", nature="forecast"),
        world.promise("promise", 5, announced_on="2026-03-14"),
    ]
    assert check(*fine) == []


def test_an_earlier_source_beside_a_later_one(world: Any, check: Check) -> None:
    """A measurement may repeat an older number; an announcement that was printed before has the wrong date."""
    both = {"citations": [world.paper, world.other_paper]}
    (measured,) = check(world.seen("stock", 5, period="2026-02", **both))
    assert (measured.severity, "own day" in measured.message("en")) == ("notice", True)
    (announced,) = check(world.promise("promise", 5, announced_on="2026-02", **both))
    assert announced.severity == "error"


def test_nothing_is_measured_after_the_record_was_closed(world: Any, check: Check) -> None:
    """Of undated sources, the edition of the dataset is the bound, where it has one."""
    undated = mo.Source(id="undated", publisher="Blog")
    late = world.seen("late", 5, period="2027", citations=[undated])
    assert check(late) == []
    (finding,) = check(late, published="2026-11-22")
    assert (finding.severity, "2026-11-22" in finding.message("en")) == ("error", True)


def test_the_dates_of_a_park_are_checked_too(world: Any, check: Check) -> None:
    """Each figure of its history by its own sources; a plan is no measurement."""

    def park(basis: str) -> mo.Site:
        said = mo.SiteFigure(
            measure="jobs", figure=mo.Figure(9, "job"), basis=basis, as_of="2027", citations=[world.paper]
        )
        return mo.Site(id="park", name="Parc", parent=world.oujda, history=[said], citations=[world.paper])

    assert [finding.code for finding in check(park("stock"))] == ["dated_ahead"]
    assert check(park("plan")) == []


# Printed words


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (4_277_999_999, "MAD", "4,278 Mds"),
        (1_500, "job", "environ 15.000 emplois"),
        (10_000, "job", "10 milliers et plus, soit 12.000 emplois"[-13:]),
        (700, "job", "plus de 7 000 personnes"),
        (65_000, "MAD", "65 MDH"),
    ],
)
def test_a_number_that_is_not_printed_is_found(world: Any, check: Check, value: int, unit: str, printed: str) -> None:
    """A slip of the hand shows where the words of the page cannot be read as the figure."""
    measure = "jobs" if unit == "job" else "revenue"
    figure = mo.Figure(value, unit, as_printed=printed)
    (finding,) = check(world.seen("slip", figure, measure, basis="flow"))
    assert (finding.code, finding.severity) == ("not_as_printed", "error")
    assert printed in finding.message("fr")


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (4_278_000_000, "MAD", "4,278 Mds"),
        (1_234, "MAD", "1.234 MAD"),  # one of its readings
        (300, "job", "plus de 300 personnes"),
        (7_200, "job", "7.200"),
        (12, "job", "une douzaine, dit-on, mais qui sait"),  # cannot be read, and proves nothing
        (8_000_000_000, "MAD", "8 billion dirhams"),
        (12, "job", f"{'9' * 60} emplois"),  # more digits than a figure has
    ],
)
def test_words_that_fit_or_prove_nothing_are_left_alone(
    world: Any, check: Check, value: int, unit: str, printed: str
) -> None:
    """People may stand for jobs, and what can be read in several ways fits if one of them does."""
    measure = "jobs" if unit == "job" else "revenue"
    figure = mo.Figure(value, unit, as_printed=printed)
    assert check(world.seen("fine", figure, measure, basis="flow")) == []


def test_the_words_of_every_kind_of_record_are_read(world: Any, check: Check) -> None:
    """Pledges, steps, aims, parks and companies."""
    slip = mo.Figure(100, "job", as_printed="200 emplois")
    step = mo.Milestone(measure="jobs", figure=slip, due=2027)
    said = mo.SiteFigure(measure="jobs", figure=slip, basis="plan", as_of="2025", citations=[world.paper])
    seen = mo.Presence(place=world.fes, jobs=slip, as_of="2025", citations=[world.paper])
    for record in (
        world.promise("pledge", slip),
        world.promise("step", 900, milestones=[step]),
        world.aim("aim", slip),
        mo.Site(id="park", name="Parc", parent=world.oujda, history=[said], citations=[world.paper]),
        mo.Operator(id="delta", name="Delta", presences=[seen], citations=[world.paper]),
    ):
        (finding,) = check(record)
        assert (finding.code, finding.records[0].id) == ("not_as_printed", record.id)
