"""What never adds up is refused, each time with the reason, the records and the call that was probably meant."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField, NotAdditive


def seen(*records: mo.Observation) -> Any:
    return mo.Dataset.of(*records).observations


def aims(*records: mo.Target) -> Any:
    return mo.Dataset.of(*records).targets


def refusal(records: Any, measure: str = "jobs", **options: Any) -> NotAdditive:
    with pytest.raises(NotAdditive) as caught:
        records.total(measure, **options)
    return caught.value


def test_a_promise_and_an_aim_never_add_up(world: Any) -> None:
    """3,000 promised and 2,000 aimed at are not 5,000."""
    with pytest.raises(NotAdditive) as caught:
        mo.totals.total([world.promise("a", 3000), world.aim("b", 2000)], "jobs")
    assert str(caught.value) == (
        "jobs cannot be added here: a promise and an aim never add up (a, b); total each kind by itself"
    )


@pytest.mark.parametrize("order", [1, -1])
def test_a_promise_and_a_measurement_never_add_up(world: Any, order: int) -> None:
    """Nor do 3,000 promised and 1,000 counted, in either order."""
    records = [world.promise("a", 3000), world.seen("b", 1000)][::order]
    with pytest.raises(NotAdditive, match="never add up") as caught:
        mo.totals.total(records, "jobs")
    assert {"promise", "measurement"} <= set(caught.value.reason.split())


def test_additions_and_levels_never_mix(world: Any, look: Any) -> None:
    """500 more jobs, and 800 in all by 2026: a total counts the one or the other, and says which it left out."""
    promises = world.promises(
        world.promise("more", 500, made_by=[world.acme]),
        world.promise("in-all", 800, basis="level", due=2026, made_by=[world.bolt]),
    )
    more = promises.total("jobs")
    assert (look.counted(more), more.basis) == ({"more": "500 jobs"}, "additional")
    assert [(out.record.id, out.reason, out.because) for out in more.left_out] == [
        ("in-all", "other_basis", "it counts a level figure, not additional")
    ]
    in_all = promises.total("jobs", basis="level")
    assert (look.counted(in_all), in_all.basis) == ({"in-all": "800 jobs"}, "level")
    assert look.left_out(in_all) == {"more": ("other_basis", None)}


def test_levels_of_one_date_add_up_over_operators_and_places(world: Any) -> None:
    """Acme reaches 800 and Bolt 300 by 2026: 1,100 by 2026."""
    promises = world.promises(
        world.promise("a", 800, basis="level", due=2026, made_by=[world.acme], places=[world.oujda]),
        world.promise("b", 300, basis="level", due=2026, made_by=[world.bolt], places=[world.oujda]),
    )
    assert promises.total("jobs", basis="level").figure.value == 1100


def test_levels_of_different_dates_are_refused(world: Any) -> None:
    """800 by 2026 and 1,000 by 2028 are not 1,800; the call that was meant chooses a date."""
    promises = world.promises(
        world.promise("a", 800, basis="level", due=2026, made_by=[world.acme]),
        world.promise("b", 1000, basis="level", due=2028, made_by=[world.bolt]),
    )
    assert str(refusal(promises, basis="level")) == (
        "jobs cannot be added here: levels to reach of different dates never add up: 2026, 2028 (a, b); "
        "choose one date: where(due='2026')"
    )
    assert promises.where(due="2026").total("jobs", basis="level").figure.value == 800


def test_two_levels_of_one_operator_at_one_place_are_refused(world: Any) -> None:
    """Acme at Oujda reaching 800, said twice and not linked, is not 1,600."""
    promises = world.promises(
        world.promise("a", 800, basis="level", due=2026, made_by=[world.acme], places=[world.oujda]),
        world.promise("b", 800, basis="level", due=2026, made_by=[world.acme], places=[world.oujda_shore]),
    )
    refused = refusal(promises, basis="level")
    assert refused.reason == "two levels of the same operator at the same place never add up"
    assert refused.remedy == "narrow the selection with where(...), or link the records"
    assert set(refused.records) == {"a", "b"}


def test_levels_of_many_dates_name_six_of_them(world: Any) -> None:
    """Six dates are all named; of seven the last is three dots, and an unknown one is said; two records are enough."""
    levels = [
        world.promise(f"p{year}", 100, basis="level", due=year, made_by=[world.acme]) for year in range(2021, 2028)
    ]
    undated = world.promise("undated", 100, basis="level", made_by=[world.acme])
    six = "levels to reach of different dates never add up: 2021, 2022, 2023, 2024, 2025, 2026"
    refused = refusal(world.promises(*levels[:6]), basis="level")
    assert (refused.measure, refused.reason, refused.records) == ("jobs", six, ("p2021", "p2022"))
    assert refusal(world.promises(*levels), basis="level").reason == f"{six}, …"
    assert refusal(world.promises(*levels, undated), basis="level").reason == f"{six}, …, no stated date"


def test_levels_of_no_date_are_to_be_taken_one_by_one(world: Any) -> None:
    """Two levels without a date are not known to be of one date, and no date can be chosen."""
    promises = world.promises(
        world.promise("a", 800, basis="level", made_by=[world.acme]),
        world.promise("b", 1000, basis="level", made_by=[world.bolt]),
    )
    assert str(refusal(promises, basis="level")) == (
        "jobs cannot be added here: levels to reach of different dates never add up: no stated date (a, b); "
        "take the records one by one"
    )


@pytest.mark.parametrize(
    ("whole", "parts", "reached"),
    [
        ((1000, 2028), [(300, 2026)], 1050),
        ((1000, None), [(300, 2028)], 1050),
        ((1000, 2028), [(300, None)], 1050),
        ((1000, 2028), [(600, 2028), (400, 2026)], 1050),
        ((1000, 2026), [(600, 2028), (600, 2026)], 1250),
    ],
)
def test_a_whole_and_its_parts_are_one_level_of_the_latest_date(
    world: Any, whole: tuple[int, int | None], parts: list[tuple[int, int | None]], reached: int
) -> None:
    """1,000 by 2028, of which 300 by 2026, and 50 elsewhere by 2028, are 1,050 by 2028."""
    number, due = whole
    top = world.promise("whole", number, basis="level", due=due, places=[world.oujda])
    inner = [
        world.promise(f"part-{n}", part, basis="level", due=when, places=[world.oujda], part_of=top)
        for n, (part, when) in enumerate(parts)
    ]
    beside = world.promise("beside", 50, basis="level", due=2028, places=[world.fes])
    assert world.promises(top, *inner, beside).total("jobs", basis="level").figure.value == reached


def test_a_family_of_another_date_is_named_by_its_first_line(world: Any) -> None:
    """Of a whole and its part, both by 2028, beside a level of 2026, the part is named."""
    top = world.promise("top", 1000, basis="level", due=2028)
    part = world.promise("part", 300, basis="level", due=2028, part_of=top)
    beside = world.promise("a-beside", 50, basis="level", due=2026)
    assert refusal(world.promises(top, part, beside), basis="level").records == ("a-beside", "part")


def test_a_level_of_no_stated_place_may_be_at_any(world: Any) -> None:
    """Acme's 800 somewhere may be its 300 at Oujda, whichever is told first."""
    somewhere = world.promise("a", 800, basis="level", due=2026, made_by=[world.acme])
    oujda = {"basis": "level", "due": 2026, "made_by": [world.acme], "places": [world.oujda]}
    for other in (world.promise("b", 300, **oujda), world.promise("0", 300, **oujda)):
        refused = refusal(world.promises(somewhere, other), basis="level")
        assert refused.reason == "two levels of the same operator at the same place never add up"


# Measurements


def test_stocks_of_one_date_add_up_over_places(world: Any) -> None:
    """1,000 in Oujda and 4,500 in Fès in 2019 are 5,500 in 2019."""
    total = seen(world.seen("a", 1000), world.seen("b", 4500, place=world.fes)).total("jobs")
    assert (total.figure.value, total.basis) == (5500, "stock")


def test_stocks_of_different_dates_are_refused(world: Any) -> None:
    """1,000 in 2018 and 1,200 in 2019 are the same desks counted twice."""
    records = seen(world.seen("a", 1000, period=2018), world.seen("b", 1200, place=world.fes, period=2019))
    assert str(refusal(records)) == (
        "jobs cannot be added here: stocks of different dates never add up: 2018, 2019 (a, b); "
        "choose one date: where(period='2018')"
    )
    assert records.where(period="2018").total("jobs").figure.value == 1000


def test_a_stock_without_a_date_is_refused_beside_another(world: Any) -> None:
    """An undated stock is not known to be of the same date."""
    assert "no stated date" in str(
        refusal(seen(world.seen("a", 1000), world.seen("b", 9, place=world.fes, period=None)))
    )


def test_running_totals_of_different_spans_are_refused(world: Any) -> None:
    """69,900 of 2014 to 2018 contain the 51,000 of 2016 to 2018."""
    records = seen(
        world.seen("a", 69_900, basis="cumulative", period="2014..2018"),
        world.seen("b", 51_000, basis="cumulative", period="2016..2018"),
    )
    assert "running totals of different dates never add up: 2014..2018, 2016..2018" in str(refusal(records))


def test_flows_of_different_years_add_up(world: Any) -> None:
    """Exports of 2018 and of 2019 are exports of two years."""
    records = seen(
        world.seen("a", "10 MDH", "export_revenue", basis="flow", period=2018),
        world.seen("b", "13 MDH", "export_revenue", basis="flow", period=2019),
    )
    assert records.total("export_revenue").figure.value == 23_000_000


def test_flows_of_overlapping_periods_are_refused(world: Any) -> None:
    """Exports of 2018 lie within those of 2018 to 2019."""
    records = seen(
        world.seen("a", "10 MDH", "export_revenue", basis="flow", period=2018),
        world.seen("b", "23 MDH", "export_revenue", basis="flow", period="2018..2019"),
    )
    assert refusal(records, "export_revenue").reason == "they state the same thing twice"


def test_measurements_of_several_bases_ask_for_one(world: Any) -> None:
    """A stock and a running total never add up; the error names the call that chooses."""
    records = seen(world.seen("a", 1000), world.seen("b", 800, basis="cumulative", place=world.fes))
    assert str(refusal(records)) == (
        "jobs cannot be added here: stock and cumulative figures never add up; choose one: total('jobs', basis='stock')"
    )
    assert records.total("jobs", basis="stock").figure.value == 1000
    assert records.total("jobs", basis="cumulative").figure.value == 800


def test_a_basis_that_no_measurement_has_is_refused(world: Any) -> None:
    """A measurement is never a level to reach."""
    for basis in ("level", "plan"):
        with pytest.raises(InvalidField) as caught:
            seen(world.seen("a", 1000)).total("jobs", basis=basis)
        assert str(caught.value) == f"basis: got '{basis}', expected 'stock', 'flow' or 'cumulative' for measurements"


def test_no_basis_is_the_one_that_measurements_have(world: Any) -> None:
    """None asks for nothing: measurements count what they count, and promises must be told which."""
    total = seen(world.seen("a", 1000)).total("jobs", basis=None)
    assert (total.figure.value, total.basis) == (1000, "stock")
    with pytest.raises(InvalidField, match=r"^basis: got None, expected 'additional' or 'level'"):
        world.promises(world.promise("a", 300)).total("jobs", basis=None)


def test_a_region_and_its_own_city_are_refused(world: Any) -> None:
    """The 4,500 of Fès are among those of Fès-Meknès."""
    records = seen(world.seen("a", 4500, place=world.fes), world.seen("b", 6000, place=world.fes_meknes))
    refused = refusal(records)
    assert refused.reason == "a place and a place that lies in it never add up"
    assert set(refused.records) == {"a", "b"}


def test_rival_measurements_are_refused(world: Any) -> None:
    """Two papers count the jobs of Oujda in 2019 differently: 1,000 or 1,200, and never 2,200."""
    refused = refusal(seen(world.seen("a", 1000), world.seen("b", 1200)))
    assert str(refused) == (
        "jobs cannot be added here: they state the same thing twice (a, b); "
        "narrow the selection with where(...), or link the records"
    )


def test_measurements_of_two_operators_at_one_place_add_up(world: Any) -> None:
    """800 at Acme and 300 at Bolt are 1,100; the sector's own figure contains both and is refused beside them."""
    acme, bolt = world.seen("a", 800, operator=world.acme), world.seen("b", 300, operator=world.bolt)
    assert seen(acme, bolt).total("jobs").figure.value == 1100
    assert refusal(seen(acme, bolt, world.seen("c", 5000))).reason == "they state the same thing twice"


def test_segments_apart_add_up_and_a_segment_within_another_does_not(world: Any) -> None:
    """CRM and ITO are apart; captive BPO is a part of BPO; a figure of no segment contains both."""
    crm, ito = world.seen("a", 800, segments=["CRM"]), world.seen("b", 300, segments=["ITO"])
    assert seen(crm, ito).total("jobs").figure.value == 1100
    bpo, captive = world.seen("c", 800, segments=["BPO"]), world.seen("d", 300, segments=["BPO-captive"])
    refusal(seen(bpo, captive))
    refusal(seen(crm, world.seen("e", 5000)))


@pytest.mark.parametrize(
    ("field", "first", "second", "named"),
    [
        ("scope", "offshoring", "digital", "digital and offshoring"),
        ("perimeter", "old", "new", "new and old"),
        ("perimeter", None, "old", "not stated and old"),
    ],
)
def test_scopes_and_perimeters_never_mix(world: Any, field: str, first: Any, second: Any, named: str) -> None:
    """The exports of the old heading and of the new one, or of two sectors, are not one series."""
    flow = {"basis": "flow"}
    records = seen(
        world.seen("a", "10 MDH", "export_revenue", period=2018, **flow, **{field: first}),
        world.seen("b", "13 MDH", "export_revenue", period=2019, **flow, **{field: second}),
    )
    refused = refusal(records, "export_revenue")
    assert str(refused) == (
        f"export revenue cannot be added here: figures of different {field}s never add up: {named} (a, b); "
        f"choose one: where({field}={first or second!r})"
    )
    assert records.where(**{field: second}).total("export_revenue").figure.value == 13_000_000


def test_three_perimeters_are_all_named_with_two_of_the_records(world: Any) -> None:
    """Whoever adds the old heading, the new one and one that is not stated reads all three, and two records."""
    records = [
        world.seen(id, "10 MDH", "export_revenue", basis="flow", period=2018, perimeter=perimeter, place=place)
        for id, perimeter, place in (("a", "old", world.oujda), ("b", None, world.fes), ("c", "new", world.meknes))
    ]
    assert str(refusal(seen(*records), "export_revenue")) == (
        "export revenue cannot be added here: figures of different perimeters never add up: new and not stated and old "
        "(a, b); choose one: where(perimeter='old')"
    )


# Aims


def test_aims_for_one_place_that_are_not_linked_are_refused(world: Any) -> None:
    """2,000 by 2020 and 4,000 by 2022 for one region may contain one another."""
    records = aims(
        world.aim("a", 2000, place=world.oriental, due=2020), world.aim("b", 4000, place=world.oriental, due=2022)
    )
    assert refusal(records).reason == "two aims for the same place may contain one another"


def test_aims_for_places_apart_add_up(world: Any) -> None:
    """2,000 for the Oriental and 3,000 for Fès-Meknès are 5,000; one for a city of the Oriental is not added to it."""
    oriental = world.aim("a", 2000, place=world.oriental)
    assert aims(oriental, world.aim("b", 3000, place=world.fes_meknes)).total("jobs").figure.value == 5000
    refusal(aims(oriental, world.aim("c", 500, place=world.oujda)))


def test_linked_aims_do_not_hide_those_that_are_not(world: Any) -> None:
    """4,000 with its part of 2,000 adds up; a third aim for the same region, linked to neither, is still refused."""
    wide = world.aim("wide", 4000, place=world.oriental, due=2022)
    near = world.aim("near", 2000, place=world.oriental, due=2020, part_of=wide)
    assert aims(wide, near).total("jobs").figure.value == 4000
    for stray in ("a-stray", "stray", "z-stray"):  # before, within and after the two
        refusal(aims(wide, near, world.aim(stray, 700, place=world.oujda)))


# Measures that never add up


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        ("share_of_gdp", "shares, ranks and rates do not add up"),
        ("rank", "shares, ranks and rates do not add up"),
        ("occupancy", "shares, ranks and rates do not add up"),
        ("jobs_promised", "each figure is itself a running total of promises, which contains the earlier ones"),
        ("launch", "a launch is a date without a figure"),
        ("equipment_subsidy_cap", "a ceiling is no amount"),
    ],
)
def test_measures_that_are_no_amounts_are_refused_even_when_there_is_nothing(
    world: Any, measure: str, reason: str
) -> None:
    """11 % of GDP and 12 % of GDP are not 23 %; the refusal does not wait for two records."""
    refused = refusal(world.promises(), measure)
    label = mo.Measure(measure).label("en")
    assert str(refused) == f"{label} cannot be added here: {reason}; compare the records instead of adding them"


def test_companies_over_places_are_refused_when_a_spread_makes_places(world: Any) -> None:
    """Five firms for two cities cannot be split into firms of each."""
    promises = world.promises(world.promise("a", 5, "companies", places=[world.oujda, world.fes]))
    assert promises.total("companies").figure.value == 5
    assert "they do not add up over places" in str(refusal(promises, "companies", spread="equally"))


@pytest.mark.parametrize(
    ("places", "meant"),
    [
        (("oujda", "fes", "jerada"), "fes"),
        (("oujda", None), "morocco"),
    ],
)
def test_companies_over_places_are_refused_with_the_call_for_one_place(
    world: Any, places: tuple[str | None, ...], meant: str
) -> None:
    """The first place by id is named, and the country where a promise names none; two records are enough."""
    promises = world.promises(
        *(
            world.promise(f"p{n}", 5, "companies", places=[getattr(world, place)] if place else [])
            for n, place in enumerate(places)
        )
    )
    assert str(refusal(promises, "companies")) == (
        "companies cannot be added here: they do not add up over places: one may sit in several (p0, p1); "
        f"take one place at a time: where(place='{meant}')"
    )


def test_one_record_alone_is_always_its_own_total(world: Any) -> None:
    """A stock, a level and a running total need no partner to be added to."""
    assert seen(world.seen("a", 1000)).total("jobs").figure.value == 1000
    assert world.promises(world.promise("b", 800, basis="level")).total("jobs", basis="level").figure.value == 800
