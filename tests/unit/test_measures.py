"""The measures: in which units they are stated, and what of each may be added."""

import pickle

import pytest

import maroc_offshoring as mo
from maroc_offshoring import units
from maroc_offshoring.measures import Measure

MONEY = ("MAD", "EUR", "USD", "GBP", "CAD")

# What adds up: over places and time, over places alone, over neither.
ADDS = {
    "jobs": (True, True, True),
    "hires": (True, True, True),
    "investment": (True, True, True),
    "export_revenue": (True, True, True),
    "revenue": (True, True, True),
    "public_support": (True, True, True),
    "workstations": (True, True, False),
    "call_centres": (True, True, False),
    "floor_space": (True, True, False),
    "capacity_jobs": (True, True, False),
    "companies": (True, False, False),
    "capacity_companies": (True, False, False),
    "share_of_gdp": (False, False, False),
    "share_of_national_jobs": (False, False, False),
    "occupancy": (False, False, False),
    "rank": (False, False, False),
    "hire_rate": (False, False, False),
    "subsidy_per_job": (False, False, False),
    "jobs_promised": (False, False, False),
    "equipment_subsidy_cap": (False, False, False),
    "launch": (False, False, False),
}


@pytest.mark.parametrize(("measure", "adds"), ADDS.items())
def test_a_measure_says_what_it_adds_up_over(measure: str, adds: tuple[bool, bool, bool]) -> None:
    """Shares, ranks and rates never add up; a stock never adds up over time; a firm may sit in two parks."""
    word = Measure.of(measure)
    assert (word.additive, word.over_places, word.over_time) == adds


@pytest.mark.parametrize("measure", Measure, ids=lambda measure: measure.value)
def test_a_measure_is_whole(measure: Measure) -> None:
    """What adds up over places or time is additive, and what is not additive says why."""
    assert measure.additive or not (measure.over_places or measure.over_time)
    assert measure.over_places or not measure.over_time
    assert bool(measure.why_not_additive) is not measure.additive
    assert [str(units.parts(unit)) for unit in measure.units] == list(measure.units)
    assert len(set(measure.units)) == len(measure.units)
    assert pickle.loads(pickle.dumps(measure)) is measure


@pytest.mark.parametrize("measure", Measure, ids=lambda measure: measure.value)
def test_a_share_or_rank_is_never_additive(measure: Measure) -> None:
    """What is stated only in percent, as a rank or as a ratio does not add up."""
    if measure.units and all(unit in ("percent", "rank") for unit in measure.units):
        assert not measure.additive
    if any("/" in unit for unit in measure.units):
        assert not measure.additive


def test_why_a_measure_does_not_add_up() -> None:
    """The reason is said in words."""
    assert Measure.OCCUPANCY.why_not_additive == "shares, ranks and rates do not add up"
    assert Measure.JOBS_PROMISED.why_not_additive == (
        "each figure is itself a running total of promises, which contains the earlier ones"
    )
    assert Measure.JOBS.why_not_additive == ""


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("jobs", ("job", "percent")),
        ("investment", MONEY),
        ("export_revenue", MONEY),
        ("companies", ("company",)),
        ("rank", ("rank",)),
        ("subsidy_per_job", (*MONEY, "MAD/job")),
        ("launch", ()),
    ],
)
def test_a_measure_has_its_units(measure: str, expected: tuple[str, ...]) -> None:
    """Money in any currency that is known, things in what they are counted in."""
    assert Measure.of(measure).units == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("emplois", "jobs"),
        ("Emplois", "jobs"),
        ("postes", "jobs"),
        ("employment", "jobs"),
        ("مناصب الشغل", "jobs"),
        ("chiffre d'affaires à l'export", "export_revenue"),
        ("chiffre d\u2019affaires à l\u2019export", "export_revenue"),
        ("export revenue", "export_revenue"),
        ("turnover", "revenue"),
        ("investissement", "investment"),
        ("الاستثمار", "investment"),
        ("taux d'occupation", "occupancy"),
    ],
)
def test_a_measure_is_read_in_any_language(text: str, measure: str) -> None:
    """A measure is asked for as a person would name it."""
    assert Measure.of(text) == measure


def test_what_is_recorded_is_in_a_unit_of_its_measure(ds: mo.Dataset) -> None:
    """No record of the reference holds a figure in a unit that its measure does not have."""
    for record in (
        *ds.targets,
        *ds.observations,
        *(pledge for promise in ds.commitments for pledge in promise.pledges),
    ):
        assert record.figure.unit in record.measure.units
