"""Series of the shipped record, against answers worked out by hand from what the sources print."""

from decimal import Decimal

import pytest

import maroc_offshoring as mo
from maroc_offshoring.series import OwnFigure, Rule, Series, origins


@pytest.fixture(scope="module")
def old(ds: mo.Dataset) -> Series:
    """Exports of the whole sector by the old heading of the Office des changes."""
    return ds.series("export_revenue", perimeter="old", segment=None)


@pytest.fixture(scope="module")
def new(ds: mo.Dataset) -> Series:
    """Exports of the whole sector by the new heading."""
    return ds.series("export_revenue", perimeter="new", segment=None)


@pytest.fixture(scope="module")
def jobs(ds: mo.Dataset) -> Series:
    """The stock of jobs of the whole sector in Morocco."""
    return ds.series("jobs", basis="stock", segment=None, scope="offshoring")


def plain(thing: object) -> str:
    return str(thing).replace("\u00a0", " ")


def chosen(series: Series, period: int | str, policy: str = "official") -> tuple[str, list[tuple[str, str]]]:
    choice = series.at(period).best(policy)
    return choice.chosen.id, [(lost.observation.id, lost.rule.value) for lost in choice.lost]


def test_exports_of_2011_to_2015_grew_by_2_4_percent_a_year(old: Series) -> None:
    """The mean growth that Fesnews prints on 9 August 2016 comes out of the figures that the library takes.

    By hand: for 2011 Challenge and Le360 print 6.86 bn (confidence high), Fesnews 6.68 bn (low: two digits inverted);
    both quote the Office des changes, so confidence decides. For 2015 the first release, 7.40 bn (Les Inspirations Éco,
    undated), was revised to 7.54 bn in June 2016 (Fesnews, 2016-08-09); all else is equal, so the dated one counts.
    7.54 / 6.86 = 1.09913, +9.9 % in four years; its fourth root is 1.02391: 2.4 % a year, as printed.
    """
    assert chosen(old, 2011) == (
        "obs-export_revenue-morocco-2011",
        [("obs-export_revenue-morocco-2011-2", "confidence")],
    )
    assert chosen(old, 2015) == (
        "obs-export_revenue-morocco-2015-2",
        [("obs-export_revenue-morocco-2015", "latest_published")],
    )
    growth = old.change(2011, 2015)
    assert f"{growth.percent:.3f}" == "9.913"
    assert f"{growth.per_year:.3f}" == "2.391"
    # From the misprint it would have been 7.54 / 6.68 = 1.12874, and its fourth root 1.03074.
    wrong = (Decimal(7540) / Decimal(6680)) ** Decimal("0.25")
    assert f"{wrong:.5f}" == "1.03074"


def test_exports_of_2011_to_2015_at_constant_prices_grew_by_half_as_much(old: Series) -> None:
    """Half of the growth was inflation.

    By hand: consumer prices (World Bank, 2010 = 100) stood at 100.90692 in 2011 and 106.21782 in 2015, so 6.86 bn of
    2011 are 6.86 x 106.21782 / 100.90692 = 7.22105 bn of 2015; 7.54 / 7.22105 = 1.04417, +4.4 %.
    """
    growth = old.change(2011, 2015, prices=2015)
    assert growth.start.unit == "MAD_2015"
    assert f"{growth.start.number() / 10**9:.5f}" == "7.22105"
    assert f"{growth.percent:.2f}" == "4.42"


def test_exports_of_two_perimeters_never_join(ds: mo.Dataset, old: Series, new: Series) -> None:
    """17.9 bn for 2023 by the old heading and 26.17 bn by the new one are two strands, not a leap of 46 %.

    Sources: the Office des changes as quoted by Le360 in April 2024 (17.9), and by Hespress and Express TV in
    October 2025 (26.17). No growth from 2022 (old) to 2024 (new) exists.
    """
    both = ds.series("export_revenue", segment=None)
    assert [strand.subject.perimeter for strand in both.strands] == [None, "old", "new"]
    assert (old.at(2023).best().figure.value, new.at(2023).best().figure.value) == (17_900_000_000, 26_170_000_000)
    with pytest.raises(mo.errors.StrandsDoNotJoin, match=r"old perimeter, MAD; .*new perimeter, MAD"):
        both.change(2022, 2024)
    with pytest.raises(mo.errors.PeriodNotFound, match=r"periods that have one are 2023, 2024, 2024-01\.\.2024-06"):
        new.change(2022, 2024)
    assert all(growth.earlier.subject == growth.later.subject for growth in both.growth())


def test_exports_of_2024_rose_by_0_2_percent(new: Series) -> None:
    """What the Office des changes calls +0.2 % is 26.22 / 26.17 = 1.00191.

    For the first half of 2025 the releases print +3.5 % beside 13.4 and 12.9 bn: 13.4 / 12.9 = 1.03876. The figures are
    rounded to 0.1 bn, and 13.35 / 12.95 = 1.0309 to 13.45 / 12.85 = 1.0467 holds 3.5 %.
    """
    year, half = new.growth()
    assert f"{year.percent:.3f}" == "0.191"
    assert str(half.later.chosen.period) == "2025-01..2025-06"
    assert f"{half.percent:.3f}" == "3.876"


def test_half_years_are_compared_with_half_years(ds: mo.Dataset, old: Series) -> None:
    """La Vie éco prints +4.4 % for the first half of 2015, and -11.6 % for captive centres.

    By hand: 3,781 / 3,623 = 1.04361; 387 / 438 = 0.88356.
    """
    assert plain(old.growth()[-1]) == "2014-01..2014-06 → 2015-01..2015-06: +4.4 %"
    captive = ds.series("export_revenue", perimeter="old", segment="BPO-captive")
    assert plain(captive.growth()[-1]) == "2014-01..2014-06 → 2015-01..2015-06: -11.6 %"


def test_exports_of_2023_rose_by_14_percent_or_a_little_more(old: Series) -> None:
    """The minister's "14 %" is from 15.7 bn; "près de 15.7" may be as low as 15.6 by our convention.

    By hand: 17.9 / 15.7 = 1.14013; 17.9 / 15.6 = 1.14744 (one unit of the last digit below, nothing above).
    """
    growth = old.change(2022, 2023)
    assert [f"{number:.2f}" for number in (growth.low, growth.percent, growth.high) if number] == [
        "14.01",
        "14.01",
        "14.74",
    ]
    assert growth.is_assumed


def test_two_dozen_pages_that_repeat_one_office_are_one_origin(new: Series) -> None:
    """26.22 bn for 2024 is printed by 24 pages, all of which quote the Office des changes."""
    (seen,) = new.at(2024)
    assert len(seen.sources) == 24
    assert origins([seen]) == {"party office-des-changes"}


def test_the_jobs_of_2019_are_contested(jobs: Series) -> None:
    """FMES says 120,000 for 2019, SICCAM nearly 80,000 in April 2019: both are kept, and the choice says why.

    By hand: a federation and a fair, neither a public authority; both of medium confidence; one origin each (FMES is
    quoted by seven pages). SICCAM's figure was first printed in 2019, that of FMES on 26 January 2021 (Wejeune).
    Nearly 80,000 is 72,000 to 80,000 by convention, and 120,000 rounded 114,000 to 126,000: no number fits both.
    """
    point = jobs.by_year().at(2019)
    assert [one.id for one in point] == ["obs-jobs-morocco-2019-04", "obs-jobs-morocco-2019"]
    assert point.is_contested
    choice = point.best()
    assert (choice.chosen.id, choice.decided_by) == ("obs-jobs-morocco-2019", Rule.LATEST_PUBLISHED)
    assert choice.lost[0].because.fr == "première publication\u00a0: 2019, contre 2021-01-26"


def test_the_jobs_of_2018_depend_on_the_policy(jobs: Series) -> None:
    """The ministry said nearly 75,000 in May 2018 (medium), a publisher nearly 80,000 for the end of that year (high).

    By hand: a ministry is a public authority and Oxford Business Group is none, so `official` takes 75,000;
    `confidence` takes 80,000; the page with 75,000 (La Nouvelle Tribune) prints no date and the other is of 2020, so
    `latest_published` takes 80,000 too.
    """
    years = jobs.by_year()
    found = {
        policy: years.at(2018).best(policy).figure.value for policy in ("official", "confidence", "latest_published")
    }
    assert found == {"official": 75_000, "confidence": 80_000, "latest_published": 80_000}


def test_the_stale_count_of_2012_loses(jobs: Series) -> None:
    """AMDI's 46,000 of 2012 repeats the level of 2010 (low confidence); the ministry has 57,000 (high).

    Both are public authorities. A study of McKinsey for the end of 2005 is a forecast, so 2005 stays a gap.
    """
    assert chosen(jobs, 2012) == ("obs-jobs-morocco-2012-2", [("obs-jobs-morocco-2012", "confidence")])
    assert jobs.gaps == (2005, 2006, 2007, 2008, 2017)
    assert jobs.by_year().at(2005).is_forecast


def test_two_bodies_outweigh_one_for_2023(jobs: Series) -> None:
    """For 2023 the minister is quoted with 130,000 and with 141,000, and CDG says 130,000 in November.

    By hand: 130,000 has two origins (the ministry and CDG), 141,000 one (the ministry again); standing and confidence
    are equal between the ministry's two.
    """
    choice = jobs.by_year().at(2023).best()
    assert choice.chosen.id == "obs-jobs-morocco-2023"
    assert [one.id for one in choice.agreeing] == ["obs-jobs-morocco-2023-11"]
    assert str(choice.lost[0].because) == "independent origins: 1, against 2"


def test_the_regulator_counts_before_the_press_of_2004(ds: mo.Dataset) -> None:
    """ANRT counts 5,500 call-centre jobs in 2004; El Watan has about 4,000 and Bladi.net 6,000, and name nobody."""
    choice = ds.series("jobs", segment="CRM", basis="stock").at(2004).best()
    assert choice.chosen.stated_by is ds.institutions["ANRT"]
    assert {lost.rule for lost in choice.lost} == {Rule.OFFICIAL}
    assert choice.is_contested


def test_the_call_centres_of_fes(ds: mo.Dataset) -> None:
    """22 call centres in 2009, 30 in November 2017, 36 in 2019: +36.4 %, then +20 %.

    By hand: 30 / 22 = 1.36364; 36 / 30 = 1.2. A year and a November are no whole number of years apart.
    """
    first, second = ds.series("call_centres", "Fès").growth()
    assert [f"{growth.percent:.1f}" for growth in (first, second)] == ["36.4", "20.0"]
    assert (first.years, second.years) == (None, None)
    assert ds.series("call_centres", "Fès").gaps == (2010, 2011, 2012, 2013, 2014, 2015, 2016, 2018)


def test_the_jobs_of_fes_and_those_of_its_call_centres_do_not_join(ds: mo.Dataset) -> None:
    """Nearly 4,500 jobs in 2019 (the sector) are no fall from about 5,000 in 2017 (call centres): two subjects."""
    fes = ds.series("jobs", "Fez")
    assert [strand.subject.segments for strand in fes.strands] == [(), ("CRM",)]
    assert [growth.subject.segments for growth in fes.growth()] == [("CRM",)]


def test_oujda_has_no_figure_of_its_own_but_its_park_has(ds: mo.Dataset) -> None:
    """No source counts the jobs of Oujda; Oujda Shore had 70 in March 2019 and 200 in January 2020.

    By hand: 200 / 70 = 2.857.
    """
    assert len(ds.series("jobs", "Oujda")) == 0
    assert repr(ds.series("jobs", "Oujda")) == "<Series jobs, Oujda: no figure; there is jobs, Oujda Shore, stock>"
    within = ds.series("jobs", "Oujda", within=True)
    assert [plain(growth) for growth in within.growth()] == ["2019-03 → 2020-01: +185.7 %"]


def test_the_record_of_a_park_fills_its_series(ds: mo.Dataset) -> None:
    """Casanearshore: two observations and three figures of the park's own record are one line.

    By hand: 2,000 jobs in 2009 (Topbladi), over 7,000 in 2010 (La Vie éco), over 18,000 in 2013 (a press copy), about
    20,000 in 2016 (Intelligent CIO Africa), 30,000 in January 2020 (MedZ). From "about 20,000" (one unit of its last
    digit is 10,000, a tenth of it 2,000: 18,000 to 22,000) to 30,000: +50 %, between 30 / 22 and 30 / 18.
    """
    series = ds.series("jobs", "Casanearshore")
    assert [int(choice.figure.number()) for choice in series.best()] == [2_000, 7_000, 18_000, 20_000, 30_000]
    assert [isinstance(choice.chosen, OwnFigure) for choice in series.best()] == [True, False, True, True, False]
    last = series.growth()[-1]
    assert [f"{number:.2f}" for number in (last.low, last.percent, last.high) if number] == ["36.36", "50.00", "66.67"]


def test_a_series_is_that_of_its_dataset(ds: mo.Dataset) -> None:
    """As known in June 2019, the 120,000 of FMES for 2019 had not been said."""
    then = ds.as_of("2019-06-30").series("jobs", basis="stock", segment=None, scope="offshoring")
    assert [one.id for one in then.by_year().at(2019)] == ["obs-jobs-morocco-2019-04"]


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_every_observation_is_in_one_series_and_its_table(ds: mo.Dataset, backend: str) -> None:
    """All measures, companies, places and natures: each record of the dataset stands in one series, once.

    So do the figures that sites and companies state of themselves, where no observation states them already.
    """
    found: list[str] = []
    own: list[str] = []
    for measure in mo.Measure:
        series = ds.series(measure, operator="any", within=True)
        assert len(series.to_frame(backend)) == len(series.observations)
        for one in series.observations:
            (own if isinstance(one, OwnFigure) else found).append(one.id)
        assert series.derivation.depth < 10
        assert series.best().explain(language="ar")
    assert sorted(found) == sorted(ds.observations.ids)
    assert len(set(own)) == len(own)
    assert not set(own) & set(found)
    assert "oujda-shore-floor_space-2013-06" in own
    assert "oujda-shore-jobs-2020-01" not in own  # an observation says the same
