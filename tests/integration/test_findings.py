"""What is found in the reference dataset, each case worked out by hand from the records and their sources."""

import json
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.checks import Finding, FindingCode, Findings


@pytest.fixture(scope="module")
def found(ds: mo.Dataset) -> Findings:
    """The findings of the reference dataset."""
    return ds.check()


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\xa0", " ")


def told(found: Findings, code: str, record: str) -> Finding:
    """The one finding of a code that is about a record."""
    (finding,) = found.where(code=code, record=record)
    return finding


def shown(finding: Finding) -> dict[tuple[str, str], str]:
    """By role and record, the figure."""
    return {(each.role.value, each.record.id): plain(each.figure) for each in finding.exhibits}


def test_the_stock_against_69900_jobs_created(found: Findings) -> None:
    """69,900 jobs created 2014-2018 (Le360, 2019-05-15, after the ministry) do not fit the stocks of both years.

    2014: 65,000 (AMRC, charter of October 2014), about 60,000 (11th SICCAM), at least 60,000 (La Vie éco, 2014-08).
    2018: nearly 75,000 (15th SICCAM), nearly 80,000 at the end (Oxford Business Group 2020).
    "About 60,000" may be as low as 60,000 - 10 % = 54,000; "nearly 80,000" is 80,000 at most.
    The stock rose by 80,000 - 54,000 = 26,000 at the most. From 31 May 2014 to 1 December 2018 lie 1,645 of the 1,826
    days of the flow, which brings 62,971 of the 69,900 at an even pace: more than twice as many.
    """
    finding = told(found, "stock_against_flow", "obs-jobs-morocco-2014_2018")
    assert finding.severity == "warning"
    assert shown(finding) == {
        ("flow", "obs-jobs-morocco-2014_2018"): "69 900 jobs",
        ("stock_before", "obs-jobs-morocco-2014"): "65 000 jobs",
        ("stock_before", "obs-jobs-morocco-2014-05"): "about 60 000 jobs",
        ("stock_before", "obs-jobs-morocco-2014-08"): "at least 60 000 jobs",
        ("stock_after", "obs-jobs-morocco-2018-05"): "nearly 75 000 jobs",
        ("stock_after", "obs-jobs-morocco-2018-12"): "nearly 80 000 jobs",
    }
    assert "a rise of at most 26 000 jobs" in plain(finding.message("en"))
    assert "une hausse d'au plus 26 000 emplois" in plain(finding.message("fr"))


def test_the_stock_against_51000_jobs_since_2016(found: Findings) -> None:
    """Over 51,000 since the contracts of 2016 (Le360, 2019-05-15), from 63,000 (the ministry, May 2016).

    63,000 may be a rounding of 62,500, and nearly 80,000 is 80,000 at most: 80,000 - 62,500 = 17,500 at the most.
    From 31 May 2016 to 1 December 2018 lie 914 of 1,096 days, which bring 42,531 of the 51,000.
    """
    finding = told(found, "stock_against_flow", "obs-jobs-morocco-2016_2018")
    assert "from 63 000 jobs (2016)" in plain(finding.message("en")).replace("goes from", "from")
    assert "at most 17 500 jobs" in plain(finding.message("en"))


def test_41000_jobs_from_2021_to_2023_have_room(found: Findings) -> None:
    """110,000 in 2021 and 141,000 in 2023 may be two years apart: a third of the 41,000 fits into 36,500."""
    assert not found.where(code="stock_against_flow", record="obs-jobs-morocco-2021_2023")


def test_the_net_jobs_of_two_years_fit_their_stocks(found: Findings) -> None:
    """18,500 net over 2023-2024 (the ministry, January 2026) fit: 148,500 less 130,000, one of the stocks of 2023."""
    assert not found.where(code="stock_against_flow", record="obs-jobs-morocco-2023_2024")


def test_eleven_per_cent_of_the_national_jobs(found: Findings) -> None:
    """11 % is said of the region Fès-Meknès, nearly 4,500 of the city of Fès (both Journaleco, 2020-12).

    Of the nation 2019 tells 120,000 (FMES) and nearly 80,000 (16th SICCAM). Nearly 4,500 is 4,400 to 4,500, nearly
    80,000 is 72,000 to 80,000. 4,400 / 120,000 = 3.67 %, 4,500 / 72,000 = 6.25 %: between 3.6 and 6.3 %, not 11 %.
    11 % would take 0.11 x 72,000 = 7,920 to 0.11 x 120,000 = 13,200 jobs in the region, most of them outside Fès.
    """
    finding = told(found, "share_does_not_fit", "obs-share_of_national_jobs-ma-03-2019")
    assert finding.severity == "notice"  # city against region explains it
    assert shown(finding) == {
        ("share", "obs-share_of_national_jobs-ma-03-2019"): "11 %",
        ("count", "obs-jobs-fes-2019"): "nearly 4 500 jobs",
        ("whole", "obs-jobs-morocco-2019"): "120 000 jobs",
        ("whole", "obs-jobs-morocco-2019-04"): "nearly 80 000 jobs",
    }
    message = plain(finding.message("en"))
    assert "between 3.6 and 6.3 %" in message
    assert "between 7 920 and 13 200 jobs in Fez-Meknes" in message
    assert "the count is that of Fez alone" in message
    assert "le compte est celui de Fès seulement" in plain(finding.message("fr"))


def test_forty_per_cent_in_the_parks_fit(found: Findings) -> None:
    """About 40 % of the jobs in the MedZ parks: 40,000 of 100,000 in January 2020 (copy of 2020-01-31) are that."""
    assert not found.where(code="share_does_not_fit", record="obs-share_of_sector_jobs-medz-offshoring-parks-2020-01")


def test_the_exports_of_2018_by_two_federations(found: Findings) -> None:
    """10 billion (AMRC's president, Le360 2019-05-15) against over 10.5 billion (FMES, early 2019).

    10 billion may be anything from 9.5 to 10.5 if it was rounded, and "over 10.5" starts where that ends: no number
    is both.
    """
    finding = told(found, "sources_disagree", "obs-export_revenue-morocco-2018-2")
    assert shown(finding) == {
        ("figure", "obs-export_revenue-morocco-2018-2"): "10 000 000 000 MAD",
        ("figure", "obs-export_revenue-morocco-2018-3"): "at least 10 500 000 000 MAD",
    }
    assert finding.severity == "warning"
    assert "Otmane Serraj, president of AMRC" in finding.exhibits[0].said_by


def test_inverted_digits_of_2011(found: Findings) -> None:
    """6.86 billion (Challenge) and 6.68 billion (Fesnews, 2016-08-09) of one series: apart beyond any rounding."""
    finding = told(found, "sources_disagree", "obs-export_revenue-morocco-2011")
    assert {record.id for record in finding.records} == {
        "obs-export_revenue-morocco-2011", "obs-export_revenue-morocco-2011-2",
    }  # fmt: skip
    assert all(exhibit.perimeter == "old" for exhibit in finding.exhibits)


def test_rounded_tellings_of_2011_do_not_disagree(found: Findings) -> None:
    """About 7 billion (6.3 to 7.7) and 7.6 billion, both without a perimeter, may be one number."""
    assert not found.where(code="sources_disagree", record="obs-export_revenue-morocco-2011-3")


def test_stocks_of_2012_may_be_of_two_days(found: Findings) -> None:
    """About 46,000 (AMDI) reaches 47,000, 57,000 starts at 56,500: 9,500 / 56,500 = 17 % apart, within a quarter."""
    finding = told(found, "sources_disagree", "obs-jobs-morocco-2012")
    assert (finding.severity, "unstated day" in finding.message("en")) == ("notice", True)


def test_ranks_are_not_rivals(found: Findings) -> None:
    """28th in the world and 2nd in Africa, of 2023, are two ranks."""
    assert not found.where(measure="rank")


def test_the_parks_of_january_2020_add_up_to_more_than_their_group(found: Findings) -> None:
    """30,000 + 8,000 + 2,000 + 200 = 40,200, and the group is told as 40,000 (copy of 2020-01-31): a rounding.

    The floors: 250,000 + 70,000 + 26,000 + 7,000 = 353,000 m2 in the records of the parks, against 350,000 told.
    """
    jobs = told(found, "whole_below_parts", "obs-jobs-medz-offshoring-parks-2020-01")
    assert jobs.severity == "notice"
    assert "its 4 parts add up to 40 200 jobs, and the whole is stated as 40 000 jobs" in plain(jobs.message("en"))
    floors = told(found, "whole_below_parts", "obs-floor_space-medz-offshoring-parks-2020-01")
    assert "353 000 m²" in plain(floors.message("en"))
    assert {exhibit.record.id for exhibit in floors.exhibits[1:]} == {
        "casanearshore", "technopolis-rabat", "fes-shore", "oujda-shore",
    }  # fmt: skip


def test_three_memoranda_of_gitex_2025(found: Findings) -> None:
    """700 + 150 + 200 = 1,050 (MAP, 2025-04-16), told as over 1,000: no contradiction, and the sum says more."""
    finding = told(found, "whole_below_parts", "2025-04-15-gitex-three-memoranda")
    assert "the parts add up to 1 050 jobs and the whole is told as at least 1 000 jobs" in plain(finding.message("en"))


def test_the_parts_of_oujda_and_of_the_four_memoranda_fit(found: Findings) -> None:
    """1,000 + 2,000 + 1,750 + 300 = 5,050 exactly; in Oujda 600 + 500 + 1,000 and up to 800 within over 3,000."""
    for whole in ("2022-04-20-four-memoranda", "2020-07-10-siccam-oujda-3000"):
        assert not found.where(code=["parts_exceed_whole", "whole_below_parts"], record=whole)


def test_call_centres_above_the_whole_sector(found: Findings) -> None:
    """At least 70,000 in call centres in October 2014 (Aujourd'hui le Maroc) against 65,000 for the sector in 2014."""
    finding = told(found, "parts_exceed_whole", "obs-jobs-morocco-crm-2014-10")
    assert shown(finding) == {
        ("whole", "obs-jobs-morocco-2014"): "65 000 jobs",
        ("part", "obs-jobs-morocco-crm-2014-10"): "at least 70 000 jobs",
    }
    assert "unstated day of that year" in finding.message("en")


def test_a_step_above_its_promise(found: Findings) -> None:
    """TCS, December 2006: nearly 500 jobs, with at least 1,000 within a couple of years as a step of it."""
    finding = told(found, "parts_exceed_whole", "2006-12-tcs-500")
    assert [plain(exhibit.figure) for exhibit in finding.exhibits] == ["nearly 500 jobs", "at least 1 000 jobs"]


def test_horizons_that_moved(found: Findings) -> None:
    """Segula: 2021 became 2027; NTT Data: 2026 became 2027; Alten: over 3,400 by 2024 became 3,000 by 2026."""
    for later, dates in (
        ("2023-03-segula-agadir-1000", ["2021-12-31", "2027-12-31"]),
        ("2023-ntt-data-1000-2027", ["2026", "2027"]),
        ("2025-alten-3000-2026", ["2024-12", "2026"]),
    ):
        assert [str(exhibit.period) for exhibit in told(found, "horizon_moved", later).exhibits] == dates
    # Acticall's 800 of 2018 after nearly 500 by 2016 is a further promise
    assert not found.where(code="horizon_moved", record="2018-acticall-fes-800")


def test_one_level_aimed_at_for_2015_and_for_2020(found: Findings) -> None:
    """About 100,000 jobs by 2015 (pact of 2009), and 100,000 by 2020 (Oxford Business Group 2020)."""
    finding = told(found, "horizon_moved", "tgt-jobs-morocco-2020-4")
    assert [(exhibit.record.id, str(exhibit.period)) for exhibit in finding.exhibits] == [
        ("tgt-jobs-morocco-2015-2", "2015"),
        ("tgt-jobs-morocco-2020-4", "2020"),
    ]


def test_the_four_memoranda_were_told_five_times(found: Findings) -> None:
    """The press, the ministry, the minister in Parliament, TelQuel, and a mix-up with HCL: one promise."""
    finding = told(found, "promise_repeated", "2022-04-20-four-memoranda")
    assert [record.id for record in finding.records] == [
        "2022-04-20-four-memoranda", "2022-04-20-four-memoranda-ministry", "2022-05-hcl-afrikview-5000",
        "2022-05-mezzour-parliament-5050", "2022-05-27-telquel-5050",
    ]  # fmt: skip
    # 5,000 may be 5,050 rounded, and about 65M is 65M: the tellings agree
    assert not found.where(code="tellings_disagree", record="2022-04-20-four-memoranda")


def test_tellings_that_do_not_agree(found: Findings) -> None:
    """Engie: nearly 400 (half of 800, Challenge) against 800 (Bladi, citing it); NTT Data: by 2026 and by 2025."""
    engie = told(found, "tellings_disagree", "2017-05-05-engie-800")
    assert engie.severity == "warning"
    ntt = told(found, "tellings_disagree", "2022-04-22-ntt-data-company")
    assert (ntt.severity, "1 000 jobs (2026); 1 000 jobs (2025)" in plain(ntt.message("en"))) == ("notice", True)


def test_nearly_10000_by_2015_is_a_step_to_15000_by_2017(found: Findings) -> None:
    """The agency's number at Fès Shore is the 9,800 of 2015 rounded, which is a step of the promise: no rival."""
    about_jobs = found.where(code="tellings_disagree", record="2009-01-16-fes-shore-10000", measure="capacity_jobs")
    assert not about_jobs


def test_aims_of_one_plan_at_two_figures(found: Findings) -> None:
    """60,000 and 120,000 additional by 2020; 123,000 and 100,000 as a level: both of the acceleration plan."""
    additional = told(found, "aims_disagree", "tgt-jobs-morocco-2020-3")
    assert {record.id for record in additional.records} == {"tgt-jobs-morocco-2020", "tgt-jobs-morocco-2020-3"}
    level = told(found, "aims_disagree", "tgt-jobs-morocco-2020-4")
    assert {record.id for record in level.records} == {"tgt-jobs-morocco-2020-2", "tgt-jobs-morocco-2020-4"}


def test_two_series_of_exports_never_join(found: Findings) -> None:
    """2023: 17.9 billion on the old perimeter, 26.17 on the new; the aims of 2026 and 2030 were set on the old one."""
    finding = told(found, "perimeters_do_not_join", "obs-export_revenue-morocco-2023")
    assert shown(finding)["later", "obs-export_revenue-morocco-2023-3"] == "26 170 000 000 MAD"
    assert shown(finding)["earlier", "obs-export_revenue-morocco-2023"] == "17 900 000 000 MAD"
    aims = found.where(code="aim_on_other_perimeter")
    assert sorted(str(aim.exhibits[0].period) for aim in aims) == ["2026", "2030"]
    assert all(plain(aim.exhibits[-1].figure) == "26 220 000 000 MAD" for aim in aims)


def test_a_figure_that_does_not_say_what_it_counts(found: Findings) -> None:
    """13 billion of 2021 (the ministry, 2022-04-20) beside 14.7 billion of the Office des changes."""
    finding = told(found, "perimeter_not_stated", "obs-export_revenue-morocco-2021-2")
    assert [exhibit.record.id for exhibit in finding.exhibits] == [
        "obs-export_revenue-morocco-2021-2", "obs-export_revenue-morocco-2021",
    ]  # fmt: skip


def test_an_old_page_beside_a_new_date(found: Findings) -> None:
    """TelQuel of 2019-09-17 is cited for a share of January 2020, beside an undated page: told, and explained."""
    finding = told(found, "dated_ahead", "obs-share_of_sector_jobs-medz-offshoring-parks-2020-01")
    assert (finding.severity, "TelQuel, 2019-09-17" in finding.message("en")) == ("notice", True)


def test_no_number_of_the_record_differs_from_its_printed_words_by_more_than_a_slip(found: Findings) -> None:
    """Of more than 600 figures with their printed words, hardly any can be read as another number."""
    assert len(found.where(code="not_as_printed")) <= 1


def test_findings_can_be_selected_by_place_and_measure(found: Findings, ds: mo.Dataset) -> None:
    """All that is about Oujda, and of that the jobs."""
    oujda = found.where(place="Oujda")
    assert 0 < len(oujda) < len(found)
    assert all(any(place.within(ds.city("Oujda")) for place in finding.places) for finding in oujda)
    assert set(oujda.where(measure="jobs")) <= set(oujda)


def test_everything_found_is_told_in_every_language_and_exported(found: Findings) -> None:
    """Each finding has its sentence in French, English and Arabic, rows and data; no template leaks."""
    assert len({finding.key for finding in found}) == len(found)
    for finding in found:
        for language in ("fr", "en", "ar"):
            message = finding.message(language)
            assert message
            assert "{" not in message
            assert "None" not in message
    rows = found.to_records()
    assert {row["code"] for row in rows} == {code.value for code in found.counts}
    data = found.to_data()
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data


def test_a_dataset_taken_back_and_one_with_records_of_ones_own_are_checked_alike(ds: mo.Dataset) -> None:
    """What was known in 2016 holds fewer contradictions; a record merged in finds its rivals among ours."""
    then = ds.as_of("2016-12-31").check()
    assert not then.where(code="stock_against_flow")
    paper = mo.Source(id="our-survey", publisher="CRI", published="2026-03")
    fes = ds.observations["obs-jobs-fes-2019"]
    ours = mo.Observation(
        id="ours", measure="jobs", figure=mo.Figure(6200, "job"), place=fes.place, basis="stock", period=2019,
        citations=[paper],
    )  # fmt: skip
    merged: Any = ds.merge(mo.Dataset.of(ours)).check()
    (finding,) = merged.where(record="ours", code=FindingCode.SOURCES_DISAGREE)
    assert {record.id for record in finding.records} == {"ours", "obs-jobs-fes-2019"}
