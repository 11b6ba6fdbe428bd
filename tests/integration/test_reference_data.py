"""The reference dataset is whole: every record is there, cited, linked and placed, and the page about it is true."""

import re
from collections import Counter
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.figures import add
from maroc_offshoring.model.kinds import KINDS, referred_to

ROOT = Path(__file__).parents[2]
INDEX = Path(__file__).with_name("reference_index.txt")

AT_LEAST = {
    "commitments": 188,
    "operators": 92,
    "sites": 25,
    "regions": 12,
    "cities": 33,
    "observations": 353,
    "targets": 68,
    "institutions": 69,
    "agreements": 60,
    "events": 32,
    "incentives": 24,
    "sources": 580,
}

# Promises whose pages print no date and let none be inferred; each says so in its note.
UNDATED_PROMISES = {"bnp-cib-200", "bnp-paribas-370", "outsourcia-casanearshore-150", "webhelp-agadir-400"}


@pytest.mark.parametrize(("kind", "least"), AT_LEAST.items())
def test_nothing_of_what_was_gathered_is_missing(ds: mo.Dataset, kind: str, least: int) -> None:
    """Each kind has at least the records that were gathered for it."""
    assert len(list(ds.records(kind))) >= least


def test_ten_editions_of_siccam_are_there(ds: mo.Dataset) -> None:
    """The record knows at least ten editions of the fair."""
    assert len(ds.events.where(lambda event: event.series == "siccam")) >= 10


def test_the_records_are_those_of_the_index(ds: mo.Dataset) -> None:
    """No record comes or goes without its line in the index; the index is `kind id`, a line each, sorted."""
    found = sorted(f"{kind} {record.id}" for kind in KINDS for record in ds.records(kind))
    assert found == INDEX.read_text("utf-8").splitlines()


def test_no_source_is_later_than_the_edition(ds: mo.Dataset) -> None:
    """What is published after the day on which the record was closed belongs to the next edition."""
    assert ds.published is not None
    closed = ds.published.last_day
    assert [source.id for source in ds.sources if source.published and source.published.first_day > closed] == []


def test_the_page_counts_the_records(ds: mo.Dataset) -> None:
    """The table of docs/data.md has the number of records of each kind."""
    page = (ROOT / "docs" / "data.md").read_text("utf-8")
    table = page.partition("<!-- counts -->")[2].partition("<!-- /counts -->")[0]
    counts = {
        kind: int(number.replace(",", ""))
        for kind, number in re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", table, re.MULTILINE)
    }
    assert counts == {kind: len(list(ds.records(kind))) for kind in KINDS}


def test_every_record_cites_a_source_that_is_there(ds: mo.Dataset) -> None:
    """Each record rests on sources of the dataset, and each source is rested on."""
    cited = {
        source.id for kind in KINDS for record in ds.records(kind) if kind != "sources" for source in record.sources
    }
    assert all(record.sources for kind in KINDS if kind != "sources" for record in ds.records(kind))
    used = cited | {
        thing.id for kind in KINDS for r in ds.records(kind) for thing in referred_to(r) if isinstance(thing, mo.Source)
    }
    assert used == set(ds.sources.ids)


def test_every_reference_is_to_a_record_of_the_dataset(ds: mo.Dataset) -> None:
    """Whatever a record refers to is the very object that the dataset holds."""
    held = {id(record) for kind in KINDS for record in ds.records(kind)}
    strays = [
        record.id
        for kind in KINDS
        for record in ds.records(kind)
        if any(id(t) not in held for t in referred_to(record))
    ]
    assert strays == []


def test_every_promise_has_a_date(ds: mo.Dataset) -> None:
    """Each promise says when it was announced, but for those whose pages are undated, which say so."""
    undated = ds.commitments.where(lambda promise: promise.announced_on is None)
    assert set(undated.ids) == UNDATED_PROMISES
    assert all(promise.note for promise in undated)


def test_every_promise_is_placed(ds: mo.Dataset) -> None:
    """Each promise, aim and measurement says where, if only the country."""
    assert [record.id for record in (*ds.commitments, *ds.targets, *ds.observations) if not record.places] == []


def test_no_exact_parts_exceed_an_exact_whole(ds: mo.Dataset) -> None:
    """The exact parts of an exact whole, of one measure and basis, add up to no more than it states."""
    faults = []
    for whole in ds.commitments:
        for pledge in whole.pledges:
            if pledge.figure.qualifier != "exact":
                continue
            parts = [
                part.figure
                for promise in ds.commitments
                if promise.part_of is whole
                for part in promise.pledges
                if (part.measure, part.basis, part.figure.unit) == (pledge.measure, pledge.basis, pledge.figure.unit)
                and part.figure.qualifier == "exact"
            ]
            if parts and add(parts).value > pledge.figure.value:
                faults.append(whole.id)
    assert faults == []


def test_nobody_is_named_but_where_a_source_quotes_them(ds: mo.Dataset) -> None:
    """Those quoted by name stand with their office in citations and statements."""
    quoted = {citation.said_by for record in ds.observations for citation in record.citations if citation.said_by}
    assert "Otmane Serraj, president of AMRC" in quoted


def test_publishers_have_one_spelling_each(ds: mo.Dataset) -> None:
    """No two publishers differ in case, accents or signs alone."""
    spellings: dict[str, set[str]] = {}
    for source in ds.sources:
        spellings.setdefault(mo.names.fold(source.publisher), set()).add(source.publisher)
    assert [found for found in spellings.values() if len(found) > 1] == []


def test_regions_and_cities_have_names_in_three_languages(ds: mo.Dataset) -> None:
    """French, English and Arabic for each region, city and segment."""
    assert [place.id for place in (*ds.regions, *ds.cities) if not (place.name.en and place.name.ar)] == []
    assert all(segment.label("ar") for segment in mo.vocabulary.Segment)


def test_ids_of_former_regions_never_collide_with_those_of_today(ds: mo.Dataset) -> None:
    """An old code such as MA-06 meant another region; no former region is found by it."""
    assert {region.code for region in ds.former_regions} >= set(ds.regions.ids)
    assert not set(ds.former_regions.ids) & set(ds.regions.ids)
    assert Counter(
        type(ds.place(region.code)).__name__ for region in ds.former_regions if region.code in ds.regions.ids
    ) == {"Region": 12}
