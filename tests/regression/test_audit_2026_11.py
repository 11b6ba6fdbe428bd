"""Faults that an audit by a stranger found in November 2026, each with what it would have cost."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import MarocOffshoringError, RateNotFound, WrongType

KEYS = (
    "region",
    "city",
    "site",
    "place",
    "operator",
    "party",
    "segment",
    "agreement",
    "due",
    "announced",
    "status",
    "source",
)


@pytest.mark.parametrize("by", [*KEYS, "kind", ("segment", "due")])
def test_the_values_of_the_parts_add_up_where_a_family_is_cut_open(ds: mo.Dataset, by: Any) -> None:
    """A part of "at most 800" beside an "at least" had no value, and 800 promised jobs went missing from the sum."""
    breakdown = ds.commitments.breakdown("jobs", by=by)
    assert sum(part.figure.value for part in breakdown.values()) == breakdown.total.figure.value


def test_the_order_of_segments_makes_no_second_row(ds: mo.Dataset) -> None:
    """Promises for CRM and BPO stood in two rows, "CRM, BPO" and "BPO, CRM"."""
    keys = [key for key in ds.commitments.breakdown("jobs", by="segment") if isinstance(key, mo.Several)]
    assert len({frozenset(key.things) for key in keys}) == len(keys)


@pytest.mark.parametrize("asked", [{"currency": "EUR", "on": 1950}, {"prices": 1950}])
def test_a_year_without_any_rate_is_an_error(ds: mo.Dataset, asked: dict[str, Any]) -> None:
    """Asked for a year that no series has, a total left everything out and looked like a small sum."""
    with pytest.raises(RateNotFound, match="1950: the years held are 1999-2025"):
        ds.commitments.total("investment", **asked)


def test_a_part_is_found_where_its_whole_is_placed(ds: mo.Dataset) -> None:
    """The 1,750 jobs of Cnexia are for the five cities of its whole, but a search by city did not find them."""
    assert "2022-04-20-cnexia" in ds.commitments.where(place="Tanger").ids


def test_a_restatement_that_counts_says_what_it_restates(ds: mo.Dataset) -> None:
    """A site credited HCL with the 5,000 jobs of others; selected alone it counts, and the working says why."""
    total = ds.commitments.where(ids=["2022-05-hcl-afrikview-5000"]).total("jobs")
    assert "told first in 2022-04-20-four-memoranda, which is not selected" in total.explain()


def test_currencies_and_statuses_are_read_whatever_their_case(ds: mo.Dataset) -> None:
    """Segments were folded, currencies and statuses were not."""
    assert ds.commitments.total("investment", currency="eur").figure.unit == "EUR"
    assert ds.commitments.where(status="Open").ids == ds.commitments.where(status="open").ids


@pytest.mark.parametrize(
    "call",
    [
        lambda ds: ds.commitments.where("oujda"),
        lambda ds: ds.commitments.where(place=None),
        lambda ds: ds.commitments.breakdown("jobs", by=None),
        lambda ds: ds.commitments.breakdown("jobs", by=lambda record: [record]),
        lambda ds: ds.merge(None),
        lambda ds: ds.city("Oujda").within("Oriental"),
        lambda ds: mo.write(5, "nowhere"),
    ],
)
def test_a_call_of_the_wrong_kind_is_our_own_error(ds: mo.Dataset, call: Any) -> None:
    """Python's own error told nothing of what was expected."""
    with pytest.raises(WrongType) as caught:
        call(ds)
    assert isinstance(caught.value, MarocOffshoringError)
    assert "expected" in str(caught.value)
