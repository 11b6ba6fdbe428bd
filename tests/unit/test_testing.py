"""The small records that embedders test with are valid, and show each case."""

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing


def test_the_small_dataset_counts_no_job_twice() -> None:
    """A whole with its parts and a telling again: 600 + 400 = 1,000 jobs."""
    total = testing.small_dataset().commitments.total("jobs")
    assert total.figure == mo.Figure(1000, "job")
    assert sorted(left.reason.value for left in total.left_out) == ["covered", "restated"]


def test_the_small_dataset_goes_through_every_format_that_is_read_back() -> None:
    """It is one that an application may keep."""
    ds = testing.small_dataset()
    assert mo.Dataset.from_json(ds.to_json()) == ds


def test_each_builder_takes_other_fields() -> None:
    """What is given stands, the rest is as it was."""
    assert testing.source("s", language="fr").language == "fr"
    assert testing.operator(home_country="FR").home_country == "FR"
    assert testing.commitment(places=[testing.place("fes-shore")]).places[0].region == testing.place("MA-03")
    assert testing.target(due="2030").due == mo.Period.of("2030")
    assert testing.observation(nature="estimate").nature == "estimate"
    assert testing.commitment("m", "65 MDH", measure="investment").pledges[0].figure.unit == "MAD"


@pytest.mark.parametrize("place", ["morocco", "MA-02", "MA-03", "oujda", "fes", "oujda-shore", "fes-shore"])
def test_every_place_is_there(place: str) -> None:
    """By its id, with all that it lies in."""
    assert testing.place(place).id == place
    assert testing.place(place).country is not None


def test_records_can_be_added() -> None:
    """One's own record stands beside them; one with the id of another that differs is refused."""
    assert "mine" in testing.small_dataset(testing.commitment("mine")).commitments
    with pytest.raises(mo.errors.InvalidRecords, match="two different records have this id"):
        testing.small_dataset(testing.commitment("whole", "5 emplois"))
