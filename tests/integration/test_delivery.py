"""Real promises and aims with verdicts worked out by hand from the pages that the record cites."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.delivery import Delivery, Judgement


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    return mo.load()


@pytest.fixture(scope="module")
def delivery(ds: mo.Dataset) -> Delivery:
    return ds.delivery(as_of="2026-11-22")


@pytest.fixture
def of(delivery: Delivery) -> "Of":
    return Of(delivery)


class Of:
    """Finds the one judgement on a record, or on one of its measures."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery

    def __call__(self, id: str, measure: str | None = None) -> Judgement:
        (found,) = [one for one in self.delivery if one.promise.id == id and measure in (None, one.measure.value)]
        return found


def rests_on(judgement: Judgement) -> list[tuple[str, ...]]:
    return [tuple(seen.id for seen in found.observations) for found in judgement.rests_on]


def percent(judgement: Judgement) -> tuple[float | None, float | None]:
    assert judgement.ratio is not None
    low, high = judgement.ratio.low, judgement.ratio.high
    return float(round(low * 100, 1)), None if high is None else float(round(high * 100, 1))


# The aims for 2020


def test_one_billion_of_one_and_a_half_is_a_partial_answer(of: Of) -> None:
    """The performance contracts of 2016 aimed at 1.5 bn MAD of investment over 2016-2020 (ministry, Le360, Al Bayane).

    Le360 of 15 May 2019, Le Matin of 14 June 2019 and La Vie éco of April 2019 print 1 bn over 2016-2018: 1.0 /
    1.5 = 66.7 %, with two of the five years to come. Les Inspirations Éco prints 1.3 bn for 2019 alone, by
    another federation; the two are shown and not added. So: partly, and no more than that.
    """
    aim = of("tgt-investment-morocco-2020")
    assert aim.verdict == "partly"
    assert rests_on(aim) == [("obs-investment-morocco-2016_2018",)]
    assert [seen.id for seen in aim.observed] == ["obs-investment-morocco-2016_2018", "obs-investment-morocco-2019"]
    assert percent(aim) == (66.7, 66.7)
    assert "published 2019-04), before the date: at most a partial answer" in aim.message()


def test_sixty_thousand_new_jobs_by_2020_are_not_proven(of: Of) -> None:
    """60,000 new jobs over 2016-2020 (ministry, May 2016), from 63,000 (the same release).

    More than 51,000 over 2016-2018 (ministry statistics of 8 April 2019, in Le360 of 15 May 2019): 51 / 60 = 85
    % or more, two years early. By levels: 120,000 in 2019 (FMES) is 57,000 more; 100,000 in January 2020 (MedZ)
    37,000. The 69,900 count from 2014, two years before the start. More than 130,000 in 2022 is 67,000 more,
    but two years late.
    """
    aim = of("tgt-jobs-morocco-2020")
    assert aim.verdict == "partly"
    assert rests_on(aim) == [
        ("obs-jobs-morocco-2016_2018",),
        ("obs-jobs-morocco-2016-05", "obs-jobs-morocco-2022"),
    ]
    assert percent(aim) == (85.0, None)
    why = {left.observation.id: str(left.because) for left in aim.set_aside}
    assert why["obs-jobs-morocco-2014_2018"].startswith("its span overlaps that of the promise")
    assert why["obs-jobs-morocco-2020-2"] == "it is a forecast"


def test_the_level_of_123_000_jobs_is_not_proven_either(of: Of) -> None:
    """123,000 jobs by 2020 = 63,000 + 60,000.

    FMES gives 120,000 for 2019 (97.6 %), MedZ 100,000 in January 2020 (81.3 %). The 110,000 of a CGEM speaker
    for 2021 would be a miss, but the record holds them of low confidence: they decide nothing. More than
    130,000 in 2022 came too late to show it.
    """
    aim = of("tgt-jobs-morocco-2020-2")
    assert aim.verdict == "partly"
    assert rests_on(aim) == [("obs-jobs-morocco-2020-01",), ("obs-jobs-morocco-2022",)]
    assert percent(aim) == (81.3, 81.3)
    assert "the record is of low confidence and decides nothing" in aim.explain()


def test_one_hundred_thousand_jobs_were_reached_in_january_2020(of: Of) -> None:
    """A level of 100,000 by 2020 (Oxford Business Group, 2020).

    MedZ: 100,000 in January 2020 (31 January 2020); another report of the same meeting prints nearly 110,000,
    by convention 100,000 to 110,000: reached in both. FMES: 120,000 for 2019. The nearly 80,000 of April 2019
    and of the end of 2018 are of earlier dates and do not contradict it.
    """
    aim = of("tgt-jobs-morocco-2020-4")
    assert aim.verdict == "met"
    assert rests_on(aim) == [("obs-jobs-morocco-2020-01",)]
    assert percent(aim) == (100.0, 100.0)


def test_exports_of_26_billion_by_2020_were_missed(of: Of) -> None:
    """26 bn MAD of exports a year by 2020 (ministry, May 2016).

    10 bn in 2018 (Le360, 15 May 2019), about 13 bn in 2019. Of 2020 only a forecast is known. The ministry's
    release of 20 April 2022 (Médias24) gives 13 bn for 2021, within a year of the date: 13 / 26 = 50 %. The
    14.7 bn of 2021 follow the old perimeter, which the aim does not name.
    """
    aim = of("tgt-export_revenue-morocco-2020-2")
    assert aim.verdict == "missed"
    assert rests_on(aim) == [("obs-export_revenue-morocco-2021-2",)]
    assert percent(aim) == (50.0, 50.0)
    why = {left.observation.id: str(left.because) for left in aim.set_aside}
    assert why["obs-export_revenue-morocco-2021"].startswith("it follows another export series")
    assert why["obs-export_revenue-morocco-2020"] == "it is a forecast"
    assert why["obs-export_revenue-morocco-2021-4"] == "it does not cover one known year"


def test_eighteen_billion_of_exports_more_cannot_be_there(of: Of) -> None:
    """18 bn MAD more over 2014-2020.

    No page gives the whole exports of 2014, but those of 2021 are 13 bn in all (ministry, 20 April 2022): what
    was added cannot be more, so it is at most 13 / 18 = 72.2 %.
    """
    aim = of("tgt-export_revenue-morocco-2020")
    assert aim.verdict == "missed"
    assert aim.rests_on[0].way == "ceiling"
    assert percent(aim) == (0.0, 72.2)


def test_the_aims_for_the_oriental_were_never_measured(of: Of) -> None:
    """2,000 jobs by 2020 and 4,000 by 2022 (CRI, Le360 of 24 April 2019); 3,000 in Oujda by 2021 (head of SICCAM).

    The record has 70 jobs at Oujda Shore in March 2019 and 200 in January 2020 (MedZ): no level at the start of
    the whole region, none at the dates. The 2,000 are inside the 4,000, so that only these count.
    """
    for id in ("tgt-jobs-ma-02-2020", "tgt-jobs-ma-02-2022", "tgt-jobs-oujda-2021"):
        assert of(id).verdict == "not_measured"
    not_counted = {left.judgement.promise.id: left for left in of.delivery.not_counted}
    assert [one.promise.id for one in not_counted["tgt-jobs-ma-02-2020"].instead] == ["tgt-jobs-ma-02-2022"]


def test_one_thousand_jobs_at_oujda_shore_in_2019_were_missed(of: Of) -> None:
    """1,000 expected by the end of 2019 (SICCAM, April 2019); 200 in January 2020 (MedZ, 31 January 2020): 20 %."""
    aim = of("tgt-jobs-oujda-shore-2019")
    assert aim.verdict == "missed"
    assert rests_on(aim) == [("obs-jobs-oujda-shore-2020-01",)]
    assert percent(aim) == (20.0, 20.0)


# Earlier plans


def test_plan_emergence_aimed_at_more_jobs_than_there_were(of: Of) -> None:
    """About 100,000 jobs more by 2015 (minister, July 2006): by convention surely missed below 90,000.

    All jobs of the sector together were nearly 70,000 at the end of 2015 (La Vie éco) and 63,000 in May 2016
    (ministry): no addition can exceed them. 70,000 / 90,000 = 77.8 % at the most.
    """
    aim = of("tgt-jobs-morocco-2015")
    assert aim.verdict == "missed"
    assert rests_on(aim) == [("obs-jobs-morocco-2015-12",)]
    assert percent(aim) == (0.0, 77.8)


def test_the_pact_of_2009_aimed_at_seventy_thousand_more(of: Of) -> None:
    """70,000 jobs more over 2009-2015 (pact, February 2009).

    About 32,000 in 2009: 31,000 to 33,000 by convention; nearly 70,000 at the end of 2015: 63,000 to 70,000.
    The rise is 63,000 - 33,000 = 30,000 to 70,000 - 31,000 = 39,000, that is 42.9 to 55.7 %.
    """
    aim = of("tgt-jobs-morocco-2015-3")
    assert aim.verdict == "missed"
    assert rests_on(aim) == [("obs-jobs-morocco-2009", "obs-jobs-morocco-2015-12")]
    assert percent(aim) == (42.9, 55.7)
    assert aim.rests_on[0].shown is not None
    assert (aim.rests_on[0].shown.low, aim.rests_on[0].shown.high) == (30_000, 39_000)


def test_an_aim_in_euros_is_held_against_dirhams_at_the_rate_of_the_year(of: Of, ds: mo.Dataset) -> None:
    """1.5 bn EUR by 2013 (Plan Émergence).

    7.3 bn MAD of revenue in 2013, at the average rate of 2013 654 M EUR: 43.6 %.
    """
    aim = of("tgt-jobs-morocco-crm-2013")
    assert aim.verdict == "missed"  # 90,000 in call centres alone: all offshoring had 55,000 in 2013
    aim = of("tfc-revenue-morocco-2013")
    assert aim.verdict == "missed"
    euros = mo.convert(ds.observations["obs-revenue-morocco-2013"].figure, to="EUR", on=2013)
    assert aim.rests_on[0].figure == euros
    assert euros.value is not None
    assert percent(aim) == (43.6, 43.6)
    assert round(euros.value / Decimal("1.5e9") * 100, 1) == Decimal("43.6")


def test_a_doubling_of_call_centre_jobs_is_contested(of: Of) -> None:
    """A doubling over 2004-2007 (head of SICCAM, October 2004).

    ANRT: 5,500 in 2004; 22,000 in March 2007: four times. AP counts over 10,000 already in 2004; a bank study
    gives about 17,000 in November 2008, at most 18,000 by convention: at most 80 % more. The sources disagree
    on where it began.
    """
    aim = of("tgt-jobs-morocco-crm-2007")
    assert aim.verdict == "contested"
    reached, short = aim.rests_on
    assert reached.observations[-1].id == "obs-jobs-morocco-crm-2007-03"
    assert [seen.id for seen in short.observations] == [
        "obs-jobs-morocco-crm-2004-10-2",
        "obs-jobs-morocco-crm-2008-11",
    ]
    assert short.shown is not None
    assert short.shown.high == 80


def test_an_aim_that_does_not_say_what_it_counts_is_read_both_ways(of: Of) -> None:
    """Over 25,000 offshoring jobs by 2010 (when TCS signed).

    As a level: 46,000 in 2010, met. As an addition: no level of 2006 is known for all offshoring, so nothing.
    Together: partly.
    """
    aim = of("tfc-jobs-morocco-2010")
    assert aim.verdict == "partly"
    assert [(basis.value, verdict.value) for basis, verdict in aim.ruling.readings] == [
        ("level", "met"), ("additional", "not_measured"),
    ]  # fmt: skip


# Promises of companies and parks


def test_the_floor_of_casanearshore_was_missed_and_the_promise_replaced(of: Of) -> None:
    """215,000 m2 of offices by 2010 (CDG, February 2007).

    The park's own record has 96,000 m2 in April 2011 (L'Économiste, 12 April 2011): 44.7 %. In October 2008 it
    was replaced by 300,000 m2 without a date. That 250,000 m2 stood in January 2020 says nothing of 2010.
    """
    promise = of("2007-02-08-casanearshore-30000", "floor_space")
    assert promise.verdict == "missed"
    assert rests_on(promise) == [("casanearshore-floor_space-2011-04",)]
    assert percent(promise) == (44.7, 44.7)
    assert promise.stated.replaced_by is not None
    assert promise.stated.replaced_by.id == "2008-10-16-casanearshore-26000"
    assert "Superseded before its date" in promise.message()


def test_the_revenue_of_casanearshore_cannot_have_been_reached(of: Of) -> None:
    """About 11 bn MAD by 2012 (opening of October 2008), surely missed below 10 bn by convention.

    The whole sector made 7.3 bn in 2012: at most 73 %.
    """
    promise = of("2008-10-16-casanearshore-26000", "revenue")
    assert promise.verdict == "missed"
    assert rests_on(promise) == [("obs-revenue-morocco-2012",)]
    assert percent(promise) == (0.0, 73.0)


def test_capgemini_had_half_of_what_it_promised(of: Of) -> None:
    """500 engineers in Casablanca by the end of 2009 (April 2008).

    260 staff in all of Morocco in June 2010: at most 52 %. The history of the record says missed too.
    """
    promise = of("2008-04-capgemini-500")
    assert promise.verdict == "missed"
    assert rests_on(promise) == [("ofc-capgemini-casanearshore-2010-06-260",)]
    assert percent(promise) == (0.0, 52.0)
    assert any(found.way == "status" for found in promise.evidence)


def test_what_came_years_later_does_not_show_that_it_was_in_time(of: Of) -> None:
    """Sofrecom, 700 by 2020: over 1,200 in November 2024.

    Acticall, nearly 500 at Fès by the end of 2016: 677 in 2018. Alten, over 1,000 by 2020: over 1,200 in
    September 2022. AXA, 1,500 by 2012: the record notes it in 2018.
    """
    for id in ("2017-12-12-sofrecom-700", "2015-10-13-acticall-fes-500", "2019-alten-1000-2020", "2006-09-25-axa-1500"):
        judged = of(id)
        assert judged.verdict == "partly"
        assert "reached, but seen only after the date" in judged.message()


def test_the_history_of_a_promise_counts_as_evidence(of: Of) -> None:
    """Technopolis, nearly 3.3 bn MAD by 2008: 3.314 bn reported on 11 October 2008: met.

    Agadir Shore: put off without a date on 22 June 2012: missed. Ubisoft, 150 more by 2010: closed with 48
    people in 2016: missed.
    """
    assert of("2007-06-14-technopolis-3300m").verdict == "met"
    assert of("2011-09-07-agadir-shore-5000", "investment").verdict == "missed"
    assert of("2007-ubisoft-150").verdict == "missed"


def test_where_a_company_was_when_it_promised_is_no_answer(of: Of) -> None:
    """Telys promised about fifty by the end of March 2007 and had 16 that month, as the same page says.

    Atos had 1,600 in 2018 and promised 2,000 by 2020; of 2020 nothing is known (the record notes nearly 600 in
    2025).
    """
    for id in ("2007-03-telys-50", "2019-02-28-atos-2000"):
        judged = of(id)
        assert judged.verdict == "not_measured"
        assert any("where the promise started from" in str(left.because) for left in judged.set_aside)


def test_segula_missed_its_first_date_and_promised_again(of: Of) -> None:
    """1,000 jobs in Agadir by the end of 2021; missed by March 2023, when a new convention set 2027.

    The miss counts, as the new promise came after the date.
    """
    promise = of("2019-03-segula-agadir-1000", "jobs")
    assert promise.verdict == "missed"
    assert promise.stated.replaced_by is None
    assert [newer.id for newer in promise.superseded_by] == ["2023-03-segula-agadir-1000"]
    assert promise in of.delivery.counted


# The whole record


def test_every_promise_and_aim_is_judged_or_left_out_once(delivery: Delivery, ds: mo.Dataset) -> None:
    """Each pledge and each aim of the record is in one place, and each verdict tells and explains itself."""
    told = {(one.promise.id, one.measure, one.figure) for one in delivery}
    left = {(out.record.id, out.promise.measure, out.promise.figure) for out in delivery.left_out}
    pledges = {(record.id, pledge.measure, pledge.figure) for record in ds.commitments for pledge in record.pledges}
    aims = {(aim.id, aim.measure, aim.figure) for aim in ds.targets}
    assert told | left == pledges | aims
    assert not told & left
    for one in delivery:
        for language in ("fr", "en", "ar"):
            assert one.message(language)
        assert one.sources
    assert "arabic" not in delivery.explain(language="ar")


def test_the_summary_of_the_plan_of_2014_to_2020_counts_each_aim_once(delivery: Delivery) -> None:
    """By hand from the tests above.

    Exports twice missed; 100,000 jobs met; 60,000, 123,000, the investment and revenue (twice) partly; 120,000
    more not measured. The 15,000 in call centres are a part of the 60,000 and not counted beside them.
    """
    tally = delivery.by("plan")["pai-2014-2020"]
    assert {verdict.value: number for verdict, number in tally.counts.items()} == {
        "met": 1, "partly": 5, "missed": 2, "contested": 0, "not_measured": 1,
    }  # fmt: skip


def test_an_outlook_on_the_real_record_counts_the_four_memoranda_once(ds: mo.Dataset) -> None:
    """Due in 2026.

    Of the 5,050 of the four memoranda 2,000 of Phoneo, 1,750 of Cnexia and 300 of Eids, as NTT Data moved its
    1,000 to 2027; 700 of Alten beyond its 300 of Tétouan (2024); 1,500 of Capgemini Engineering; 4,000 of
    Intelcia: 4,050 + 700 + 1,500 + 4,000 = 10,250.
    """
    outlook = ds.outlook("jobs", until=2030, as_of="2026-11-22")
    assert outlook.years[2026].figure == mo.Figure(10_250, "job")
    assert "2023-ntt-data-bpo-north-1000" in {line.record.id for line in outlook.years[2027].counted}
    assert sum(len(part.counted) for part in outlook.years.values()) == len(outlook.total.counted)
    assert outlook.kept.tally is not None
    assert (len(outlook.kept.tally), outlook.kept.tally.counts["met"]) == (35, 0)
    assert outlook.expected.low.value == 0


def test_the_example_prints_each_aim_for_2020_with_its_reason(tmp_path: Path) -> None:
    """From any folder, the same under any hash seed."""
    script = Path(__file__).parents[2] / "examples" / "targets_2020.py"
    printed = [
        subprocess.run(
            [sys.executable, str(script)],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert printed[0] == printed[1]
    assert "Aims for 2020, judged as of 2026-11-22: 1 met, 5 partly, 2 missed, 2 not measured" in printed[0]
    assert "  Alten Maroc: 1 partly" in printed[0]
    assert "inside a promise that is counted; counted instead: 2019-alten-1000-2020" in printed[0]
