"""The facts of the five articles that the record began with: each is there, and answers a query."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import NotAdditive

Articles = tuple[str, ...]


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture(scope="module")
def memoranda(ds: mo.Dataset) -> Any:
    """The promises of the four memoranda of 20 April 2022."""
    return ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")


# Sums


def test_by_city_the_memoranda_are_one_line_of_five_cities(memoranda: Any) -> None:
    """No source says which city gets how many of the 5,050."""
    by = memoranda.breakdown("jobs", by="city")
    ((key, part),) = by.items()
    assert isinstance(key, mo.Several)
    assert {place.id for place in key.things} == {"tanger", "fes", "rabat", "agadir", "casablanca"}
    assert part.figure.value == by.total.figure.value == 5050


def test_spread_equally_each_city_gets_a_fifth(memoranda: Any) -> None:
    """5,050 / 5 = 1,010 each; by region too, because the five lie in five regions."""
    for by in ("city", "region"):
        breakdown = memoranda.breakdown("jobs", by=by, spread="equally")
        assert [part.figure.value for part in breakdown.values()] == [1010] * 5
        assert breakdown.total.figure.value == 5050
        assert {step.kind for step in breakdown.total.steps} == {"equally"}


def test_spread_by_weights_names_the_cities_in_any_spelling(memoranda: Any) -> None:
    """Casablanca six tenths, the others one tenth each: 3,030 and 505."""
    weights = {"Casablanca": 6, "Tangier": 1, "Fez": 1, "الرباط": 1, "agadir": 1}
    by = memoranda.breakdown("jobs", by="city", spread=weights)
    assert by["Casablanca"].figure.value == 3030
    assert [part.figure.value for part in by.values()] == [3030, 505, 505, 505, 505]


def test_asked_for_one_city_the_promise_for_five_is_left_out_by_name(memoranda: Any) -> None:
    """where(place="Fès") shows the five-city promise, and counts none of its jobs for Fès."""
    selection = memoranda.where(place="Fès")
    assert "2022-04-20-four-memoranda" in selection.ids
    total = selection.total("jobs")
    assert total.figure is None
    left_out = {out.record.id: out for out in total.left_out}
    assert left_out["2022-04-20-four-memoranda"].reason == "covered"  # by its parts, which are for the five cities too
    for part in ("2022-04-20-phoneo", "2022-04-20-cnexia", "2022-04-20-ntt-data-morocco", "2022-04-20-eids-maroc"):
        assert left_out[part].reason == "outside"
        assert "Casablanca" in left_out[part].because
        assert "of which only Fès was asked for" in left_out[part].because


def test_the_seat_of_a_company_does_not_say_where_its_jobs_go(ds: mo.Dataset, memoranda: Any) -> None:
    """Cnexia's seat is in Fès; its 1,750 jobs are for the five cities, like the others."""
    by = memoranda.breakdown("jobs", by=("operator", "region"))
    (cnexia,) = [key for key in by if key[0] == ds.operators["Cnexia"]]
    assert isinstance(cnexia[1], mo.Several)
    assert by[cnexia].figure.value == 1750


def test_oujda_with_the_five_articles_alone(ds: mo.Dataset, articles: Articles) -> None:
    """Over 3,000 in time, of which Saccom 1,000: at least 3,000, and not 4,000."""
    oujda = ds.commitments.where(source=articles).where(place="oujda")
    total = oujda.total("jobs")
    assert plain(total.figure) == "at least 3 000 jobs"
    assert (total.figure.value, total.figure.qualifier, total.figure.lower, total.figure.upper) == (
        Decimal(3000), "at_least", Decimal(3000), None,
    )  # fmt: skip
    assert {line.record.id: plain(line.figure) for line in total.counted} == {
        "2020-07-10-saccom-oujda-1000": "1 000 jobs",
        "2020-07-10-siccam-oujda-3000": "at least 2 000 jobs",
    }
    by = oujda.breakdown("jobs", by="operator")
    assert plain(by["Saccom"]) == "1 000 jobs"
    assert plain(by[mo.NOT_STATED]) == "at least 2 000 jobs"


def test_oujda_is_the_same_in_either_order_of_selection(ds: mo.Dataset, articles: Articles) -> None:
    """where(place).where(source) and where of both are one selection."""
    both = ds.commitments.where(place="oujda", source=articles)
    assert both == ds.commitments.where(source=articles).where(place="oujda")
    assert both.total("jobs").figure == ds.commitments.where(source=list(articles), place="oujda").total("jobs").figure


def test_the_aims_of_the_oriental_never_make_six_thousand(ds: mo.Dataset, articles: Articles) -> None:
    """2,000 by 2020 lie within 4,000 by 2022: 4,000, of which 2,000 by 2020."""
    aims = ds.targets.where(source=articles, place="Oriental", measure="jobs")
    assert {str(aim.due): aim.figure.value for aim in aims} == {"2020": 2000, "2022": 4000}
    total = aims.total("jobs")
    assert total.figure.value == 4000
    by = aims.breakdown("jobs", by="due")
    assert {str(due): part.figure.value for due, part in by.items()} == {"2020": 2000, "2022": 2000}
    assert aims.where(due="2020").total("jobs").figure.value == 2000


def test_exports_measured_never_add_to_exports_aimed_at(ds: mo.Dataset, articles: Articles) -> None:
    """10 milliards measured in 2018 and 18 milliards more aimed at by 2020: each by itself, and never 28."""
    measured = ds.observations.where(source=articles, measure="export_revenue", period="2018")
    aimed = ds.targets.where(source=articles, measure="export_revenue")
    assert measured.total("export_revenue").figure.value == 10_000_000_000
    assert aimed.total("export_revenue").figure.value == 18_000_000_000
    with pytest.raises(NotAdditive, match="never add up"):
        mo.totals.total([*measured, *aimed], "export_revenue")
    with pytest.raises(NotAdditive, match="never add up"):
        mo.totals.total([*aimed, *ds.commitments.where(measure="investment")], "investment")


def test_jobs_created_since_2016_lie_within_those_since_2014(ds: mo.Dataset, articles: Articles) -> None:
    """69,900 of 2014 to 2018 and over 51,000 of 2016 to 2018 are not 120,900."""
    created = ds.observations.where(source=articles, measure="jobs", place="morocco", basis="cumulative")
    assert {str(seen.period): plain(seen.figure) for seen in created} == {
        "2014..2018": "69 900 jobs",
        "2016..2018": "at least 51 000 jobs",
    }
    with pytest.raises(NotAdditive, match="running totals of different dates never add up"):
        created.total("jobs")


# Facts


def test_le360_of_april_2019(ds: mo.Dataset) -> None:
    """The Oriental's aims, the five companies of Oujda Shore, 115,000 students, the 16th SICCAM and what was said."""
    source = "le360-2019-3b6c47"
    wide, near = ds.targets["tgt-jobs-ma-02-2022"], ds.targets["tgt-jobs-ma-02-2020"]
    assert (wide.figure.value, near.figure.value, near.part_of) == (4000, 2000, wide)
    (companies,) = ds.commitments.where(source=source, measure="companies")
    assert companies.places == (ds.site("Oujda Shore"),)
    assert companies.pledges[0].figure == mo.Figure(5, "company", as_printed=companies.pledges[0].figure.as_printed)
    (students,) = ds.observations.where(source=source, measure="students")
    assert (students.figure.value, students.place.id) == (115_000, "MA-02")
    fair = ds.events["siccam-16"]
    assert (fair.edition, fair.starts_on.year, fair.starts_on.month, fair.place.id) == (16, 2019, 4, "oujda")
    said = ds.statements.where(source=source)
    assert any("Othmane El Ferdaous" in (statement.said_by or "") for statement in said)


def test_le360_of_may_2019(ds: mo.Dataset) -> None:
    """A milliard invested of an aim of one and a half, 10 milliards exported, and a plan of 7 pillars and 37 axes."""
    source = "le360-le-360-francais-pr-nd-f15714"
    (aim,) = ds.targets.where(source=source, measure="investment")
    assert (aim.figure.value, str(aim.due)) == (1_500_000_000, "2020")
    (invested,) = ds.observations.where(source=source, measure="investment")
    assert invested.figure.value == 1_000_000_000
    (exports,) = ds.observations.where(source=source, measure="export_revenue")
    assert (exports.figure.value, str(exports.period)) == (10_000_000_000, "2018")
    assert "Otmane Serraj" in str(exports.citations[0].said_by)
    agreements = [agreement for agreement in ds.agreements.where(source=source) if agreement.pillars and agreement.axes]
    ((pillars, axes),) = {(agreement.pillars.count, agreement.axes.count) for agreement in agreements}
    assert (pillars, axes) == (7, 37)
    assert 1 <= len(agreements[0].pillars.named) <= 7


def test_journaleco_of_december_2020(ds: mo.Dataset) -> None:
    """Fès: 36 call centres, nearly 4,500 jobs, first employer; its region third with 11 %; a memorandum of 3 axes."""
    source = "journaleco-ma-nd-38971a"
    seen = {(s.measure.value, s.place.id): s for s in ds.observations.where(source=source)}
    assert plain(seen["jobs", "fes"].figure) == "nearly 4 500 jobs"
    assert seen["call_centres", "fes"].figure.value == 36
    assert (seen["rank", "fes"].figure.value, seen["rank", "MA-03"].figure.value) == (1, 3)
    share = seen["share_of_national_jobs", "MA-03"].figure
    assert (share.value, share.unit) == (11, "percent")
    (memorandum,) = [
        agreement for agreement in ds.agreements.where(source=source) if agreement.axes and agreement.axes.count == 3
    ]
    assert {party.id for party in memorandum.parties} >= {"cri-fes-meknes", "apebi"}
    assert str(memorandum.signed_on) == "2020-12-18"
    for name in ("Alten Delivery Center", "Webhelp", "Acticall", "CGI"):
        assert any(presence.place.id == "fes" for presence in ds.operators[name].presences), name


def test_leconomiste_of_july_2020(ds: mo.Dataset) -> None:
    """The 17th SICCAM with its prizes, the pact of FIRO and Notoriety, Jerada, and a launch without a figure."""
    source = "orientalmarocain-com-nd-5e9a0e"
    fair = ds.events["siccam-17"]
    assert (str(fair.starts_on), str(fair.ends_on), fair.place.id, sum(award.count for award in fair.awards)) == (
        "2020-07-10", "2020-07-11", "oujda", 8,
    )  # fmt: skip
    pact = ds.agreements["2020-07-10-firo-notoriety"]
    assert (pact.kind, {party.id for party in pact.parties}) == ("shareholders_pact", {"firo", "notoriety"})
    launch = ds.commitments["2020-07-10-intelcia-oujda-launch"]
    assert (launch.pledges, launch.milestones[0].measure, str(launch.milestones[0].due)) == ((), "launch", "2020-08")
    assert ds.commitments.where(source=source, place="Jerada").ids == ("2020-07-club-saccom-jerada",)
    together = ds.commitments["2020-07-10-siccam-oujda-3000"]
    assert {operator.id for operator in together.operators} >= {"intelcia", "notoriety", "saccom"}
    assert ds.commitments["2020-07-10-saccom-oujda-1000"].part_of is together


def test_medias24_of_april_2022(ds: mo.Dataset) -> None:
    """The memoranda, over 120,000 jobs in the sector, 13 milliards of exports in 2021, signed at Casanearshore."""
    source = "afrique-medias24-com-nd-f48260"
    (jobs,) = ds.observations.where(lambda seen: seen.operator is None, source=source, measure="jobs", basis="stock")
    assert plain(jobs.figure) == "at least 120 000 jobs"
    (exports,) = ds.observations.where(source=source, measure="export_revenue")
    assert (exports.figure.value, str(exports.period)) == (13_000_000_000, "2021")
    agreement = ds.agreements["2022-04-20-outsourcing-memoranda"]
    assert (agreement.signed_at.id, str(agreement.signed_on)) == ("casanearshore", "2022-04-20")
    segments = {
        promise.id: {segment.value for segment in promise.segments} for promise in ds.commitments.where(source=source)
    }
    assert "ITO" in segments["2022-04-20-ntt-data-morocco"]
    assert "BPO" in segments["2022-04-20-phoneo"]
    assert "CRM" in segments["2022-04-20-cnexia"]
    assert all(ds.commitments[name].pledges[0].due == mo.Period.of(2026) for name in segments)
