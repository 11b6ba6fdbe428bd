"""The tour of the design, line by line, as a reader would type it."""

from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\xa0", " ")


def test_any_spelling_in_any_of_the_three_languages_finds_a_thing(ds: mo.Dataset) -> None:
    """Casa-shore is Casanearshore, الشرق is the Oriental, and Webhelp is found by its name."""
    assert ds.sites["Casa-shore"].id == "casanearshore"
    assert ds.sites["CASA SHORE"] is ds.sites["casanearshore"]
    assert ds.place("الشرق").id == "MA-02"
    assert ds.place("Oriental") is ds.place("L’Oriental") is ds.region("MA-02")
    assert ds.operators["Webhelp"].id == "webhelp"


def test_a_misspelled_site_is_an_error_that_suggests(ds: mo.Dataset) -> None:
    """`Casashoar` is refused, with the name that was probably meant and its id."""
    with pytest.raises(mo.errors.UnknownName) as caught:
        ds.sites["Casashoar"]
    assert str(caught.value) == "no site is named 'Casashoar'; did you mean 'Casashore' (casanearshore)?"


def test_the_memoranda_are_one_sum(ds: mo.Dataset) -> None:
    """1,000 + 2,000 + 1,750 + 300 = 5,050: the whole and its four parts are one sum, not 10,100."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    jobs = memoranda.total("jobs")
    assert jobs.figure == mo.Figure(5050, "job")
    assert (jobs.quantity.magnitude, str(jobs.quantity.units)) == (Decimal(5050), "job")
    assert isinstance(jobs.quantity.magnitude, Decimal)
    assert {line.record.id: line.figure.value for line in jobs.counted} == {
        "2022-04-20-ntt-data-morocco": 1000, "2022-04-20-phoneo": 2000, "2022-04-20-cnexia": 1750,
        "2022-04-20-eids-maroc": 300,
    }  # fmt: skip
    assert {out.record.id: out.reason for out in jobs.left_out} == {
        "2022-04-20-four-memoranda": "covered",
        "2022-04-20-four-memoranda-ministry": "restated",
    }
    assert "afrique-medias24-com-nd-f48260" in [source.id for source in jobs.sources]
    working = plain(jobs.explain())
    assert working.startswith("jobs, additional: 5 050 jobs\n")
    assert "  + 2 000 jobs  Phoneo: 2,000 jobs [2022-04-20-phoneo]" in working
    assert "its parts add up to it" in working
    assert "https://afrique.medias24.com/2022/04/20/" in working


def test_the_memoranda_by_operator(ds: mo.Dataset) -> None:
    """NTT Data 1,000, Phoneo 2,000, Cnexia 1,750, Eids 300; together 5,050."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    by = memoranda.breakdown("jobs", by="operator")
    assert [(str(operator), part.figure.value) for operator, part in by.items()] == [
        ("Phoneo", 2000),
        ("Cnexia", 1750),
        ("NTT Data Morocco", 1000),
        ("Eids Maroc", 300),
    ]
    assert by["NTT Data Morocco"].figure.value == 1000
    assert sum(part.figure for part in by.values()) == by.total.figure


def test_all_promises_by_region_and_date(ds: mo.Dataset) -> None:
    """The parts of the whole record's promises, by region and date, add up to their total."""
    by = ds.commitments.breakdown("jobs", by=("region", "due"))
    assert all(isinstance(key, tuple) and len(key) == 2 for key in by)
    assert {type(key[0]).__name__ for key in by} <= {"Region", "Several", "_NotStated"}
    assert sum(len(part.counted) for part in by.values()) == len(by.total.counted)
    assert len(by) > 10


def test_a_selection_by_place_segment_date_and_status(ds: mo.Dataset) -> None:
    """The promises of the Oriental in customer relations, of 2019 and 2020, that still stand."""
    found = ds.commitments.where(place="Oriental", segment="CRM", announced="2019..2020", status="open")
    assert "2020-07-10-siccam-oujda-3000" in found.ids
    for promise in found:
        assert any(place.within(ds.region("Oriental")) for place in promise.places)
        assert promise.announced_on.year in (2019, 2020)
        assert "CRM" in promise.segments
        assert promise.status in ("announced", "under_way", "partly_delivered", "unknown")


def test_the_money_of_the_memoranda_in_euros(ds: mo.Dataset) -> None:
    """65,000,000 / 10.6851 = 6,083,237.41 euros at the average rate of 2022, and the step says so."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    euros = memoranda.total("investment", currency="EUR")
    assert (round(euros.figure.value, 2), euros.figure.unit) == (Decimal("6083237.41"), "EUR")
    (step,) = euros.steps
    assert (step.action, step.unit, step.year, step.kind) == ("convert", "EUR/MAD", 2022, "average")
    assert step.source


def test_the_lines_about_money() -> None:
    """65 MDH in euros; 1.5 milliard of 2014 at prices of 2021; 10 milliards of 2018 in euros of 2021."""
    euros = mo.convert(mo.parse_figure("65 MDH"), to="EUR", on=2022)
    assert round(euros.value, 2) == Decimal("6083237.41")
    constant = mo.deflate(mo.parse_figure("1,5 milliard de dirhams"), year=2014, to=2021)
    assert constant.unit == "MAD_2021"
    restated = mo.restate(mo.parse_figure("10 MMDH"), year=2018, to=("EUR", 2021), path="deflate_then_convert")
    assert restated.unit == "EUR_2021"


def test_dirhams_and_euros_per_job(ds: mo.Dataset) -> None:
    """65,000,000 / 5,050 = 12,871.29 dirhams a job, or 1,204.60 euros at 10.6851 dirhams."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    per_job = memoranda.total("investment").quantity / memoranda.total("jobs").quantity
    assert (round(per_job.magnitude, 2), str(per_job.units)) == (Decimal("12871.29"), "MAD / job")
    converted = mo.convert(per_job, to="EUR/job", on=2022)
    assert round(converted.magnitude, 2) == Decimal("1204.60")
    assert str(converted.units) == "EUR / job"


def test_the_series_keeps_its_contradictions(ds: mo.Dataset) -> None:
    """Export revenue of Morocco: two sources on 2018 that differ are both there, and are not added."""
    series = ds.observations.where(measure="export_revenue", place="morocco")
    of_2018 = {seen.figure.value for seen in series.where(period="2018")}
    assert len(of_2018) > 1
    with pytest.raises(mo.errors.NotAdditive):
        series.total("export_revenue")


def test_ones_own_records_are_laid_beside_ours(ds: mo.Dataset) -> None:
    """Our own at least 300 for Oujda come on top of what the record has for Oujda."""
    paper = mo.Source(id="our-survey-2026", publisher="CRI", title="Enquête 2026", published="2026-03")
    ours = mo.Commitment(
        id="intelcia-oujda-2026",
        made_by=[ds.operators["Intelcia"]],
        places=[ds.sites["Oujda Shore"]],
        announced_on="2026-03",
        pledges=[mo.Pledge(measure="jobs", figure="plus de 300 emplois", due="2028", basis="additional")],
        citations=[paper],
    )
    before = ds.commitments.where(place="Oujda").total("jobs")
    merged = ds.merge(mo.Dataset.of(ours))
    after = merged.commitments.where(place="Oujda").total("jobs")
    assert after.figure == mo.figures.add([before.figure, mo.Figure(300, "job", "at_least")])
    assert "intelcia-oujda-2026" in [line.record.id for line in after.counted]
    assert "our-survey-2026" in [source.id for source in after.sources]
    assert "intelcia-oujda-2026" not in ds.commitments


def test_quantities_do_not_mix_what_does_not_belong_together(ds: mo.Dataset) -> None:
    """Jobs and dirhams are different dimensions in our registry."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    jobs: Any = memoranda.total("jobs").quantity
    with pytest.raises(Exception, match="Cannot convert") as caught:
        jobs + memoranda.total("investment").quantity
    assert type(caught.value).__name__ == "DimensionalityError"
    assert jobs + mo.units.Quantity(Decimal(10), "job") == mo.units.Quantity(Decimal(5060), "job")
