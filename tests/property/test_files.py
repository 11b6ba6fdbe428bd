"""What was written is read back equal, whatever the records hold."""

import json
import sqlite3
import tempfile
import tomllib
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.export import datapackage, sqlite
from maroc_offshoring.vocabulary import (
    AgreementKind,
    Checked,
    Confidence,
    IncentiveKind,
    InstitutionKind,
    NameKind,
    Nature,
    Perimeter,
    Scope,
    Segment,
    SiteKind,
    SiteStatus,
    SourceKind,
    Status,
)

# Every character of plain text: quotes, backslashes, tabs, line ends and separators, Arabic, emoji; no control signs.
characters = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\t\n\r\u2028"\\')
texts = st.text(characters, min_size=1, max_size=12).filter(str.strip)
maybe_text = st.none() | texts
numbers = st.one_of(
    st.integers(0, 10**12).map(Decimal),
    st.decimals(min_value=0, max_value=10**15, places=6, allow_nan=False, allow_infinity=False).map(abs),
    st.sampled_from([Decimal("1E+3"), Decimal("0.10"), Decimal("1e-9"), Decimal(0)]),
)
counts = st.none() | st.integers(0, 10**9)
degrees = st.none() | st.decimals(min_value=-90, max_value=90, places=5, allow_nan=False, allow_infinity=False)
dates = st.one_of(
    st.builds(mo.PartialDate, st.integers(1, 9999)),
    st.builds(mo.PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(mo.PartialDate.of),
)
maybe_date = st.none() | dates


@st.composite
def spans(draw: st.DrawFn) -> mo.Period:
    ends = [draw(maybe_date), draw(maybe_date)]
    if ends == [None, None]:
        ends[0] = draw(dates)
    if None not in ends:
        ends.sort(key=lambda date: (date.first_day, date.last_day))
    return mo.Period(*ends)


periods = spans() | dates.map(mo.Period.of)
maybe_period = st.none() | periods
names = texts.map(mo.Name) | st.builds(
    mo.Name,
    texts,
    en=maybe_text,
    ar=maybe_text,
    zgh=maybe_text,
    aliases=st.lists(texts, max_size=2),
    unconfirmed=st.lists(st.sampled_from(["ar", "zgh"]), max_size=2, unique=True),
)
segments = st.lists(st.sampled_from(Segment), max_size=3, unique=True)


@st.composite
def figures(draw: st.DrawFn, unit: str = "job") -> mo.Figure:
    qualifier = draw(st.sampled_from(["exact", "about", "nearly", "at_least", "at_most", "range"]))
    low, high = sorted([draw(numbers), draw(numbers)])
    printed = draw(maybe_text)
    if qualifier == "range":
        ends = draw(st.sampled_from([(low, high), (low, None), (None, high)]))
        return mo.Figure(None, unit, "range", *ends, as_printed=printed)
    return mo.Figure(high, unit, qualifier, as_printed=printed)


# What records refer to: one plain thing of each kind.
PAPER = mo.Source(id="paper", publisher="CRI")
OTHER = mo.Source(id="other", publisher="Le Journal", published="2025")
CITES = [PAPER]
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=CITES)
REGION = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=CITES)
CITY = mo.City(id="oujda", name="Oujda", parent=REGION, citations=CITES)
SITE = mo.Site(id="shore", name="Oujda Shore", parent=CITY, citations=CITES)
CRI = mo.Institution(id="cri", name="CRI", citations=CITES)
ACME = mo.Operator(id="acme", name="Acme", citations=CITES)
PLAN = mo.Plan(id="plan", name="Émergence", citations=CITES)
PACT = mo.Agreement(id="pact", title="Pacte", kind="mou", citations=CITES)
PROMISE = mo.Commitment(id="promise", citations=CITES)
SECOND = mo.Commitment(id="a-second", citations=CITES, part_of=PROMISE)
AIM = mo.Target(id="aim", measure="jobs", figure=mo.Figure(5, "job"), place=REGION, citations=CITES)
PLACES = [MOROCCO, REGION, CITY, SITE]

citations = st.lists(
    st.sampled_from([PAPER, OTHER])
    | st.builds(mo.Citation, source=st.sampled_from([PAPER, OTHER]), said_by=maybe_text, words=maybe_text),
    min_size=1,
    max_size=3,
)


def some(*things: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(things), max_size=2, unique_by=lambda thing: thing.id)


def maybe(*things: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *things])


def record(cls: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A record of a class with each field drawn, and an id that none of the others has."""
    always: dict[str, st.SearchStrategy[Any]] = {
        "citations": citations, "confidence": st.sampled_from([None, *Confidence]),
        "checked": st.sampled_from([None, *Checked]), "check_note": maybe_text, "note": maybe_text,
    }  # fmt: skip
    if cls is mo.Source:
        always = {"note": maybe_text}
    return st.builds(cls, id=st.integers(0, 10**9).map(lambda number: f"x-{cls.__name__}-{number}"), **always, **fields)


def ordered(first: str, last: str) -> Any:
    """Two dates of which the second is not before the first, as keywords."""
    pairs = st.tuples(maybe_date, maybe_date).filter(lambda two: None in two or not two[1] < two[0])
    return pairs.map(lambda two: {first: two[0], last: two[1]})


@st.composite
def dated(draw: st.DrawFn, cls: type, first: str, last: str, **fields: st.SearchStrategy[Any]) -> Any:
    """A record with two dates in order."""
    dates_drawn = draw(ordered(first, last))
    return draw(record(cls, **fields, **{name: st.just(date) for name, date in dates_drawn.items()}))


located = {"name": names, "latitude": degrees, "longitude": degrees}
presence = st.builds(
    mo.Presence, place=st.sampled_from(PLACES), jobs=st.none() | figures(), as_of=maybe_date, citations=citations
)
other_name = st.builds(mo.OtherName, name=texts, kind=st.sampled_from(NameKind), since=maybe_date)
outline = st.none() | st.lists(texts, max_size=2).flatmap(
    lambda named: st.builds(mo.Outline, count=st.integers(len(named), 40), named=st.just(named))
)
pledge = st.one_of(
    st.builds(
        mo.Pledge, measure=st.just("jobs"), figure=figures(), due=maybe_period,
        basis=st.sampled_from([None, "additional", "level"]), note=maybe_text,
    ),
    st.builds(mo.Pledge, measure=st.just("investment"), figure=st.sampled_from(["MAD", "EUR"]).flatmap(figures)),
)  # fmt: skip
measured = {
    "measure": st.just("jobs"), "figure": figures(), "place": st.sampled_from(PLACES), "segments": segments,
    "scope": st.sampled_from(Scope), "perimeter": st.sampled_from([None, *Perimeter]),
}  # fmt: skip
RECORDS = {
    mo.Source: record(
        mo.Source, publisher=texts, title=maybe_text, published=maybe_date, kind=st.sampled_from(SourceKind),
        language=maybe_text, url=maybe_text, seen_at=maybe_text,
    ),
    mo.Country: record(mo.Country, **located, code=maybe_text),
    mo.Region: record(
        mo.Region, **located, parent=st.just(MOROCCO), hcp_code=maybe_text, capital=maybe_text, population_2014=counts,
        population_2024=counts, area_km2=st.none() | numbers, neighbours=st.lists(texts, max_size=2),
        provinces=st.lists(texts, max_size=2), former_regions=maybe_text,
    ),
    mo.FormerRegion: record(mo.FormerRegion, name=names, code=texts, successors=some(REGION)),
    mo.City: record(
        mo.City, **located, parent=st.just(REGION), hcp_code=maybe_text, population_2014=counts, population_2024=counts,
        unlocode=maybe_text, geonames_id=counts, wikidata=maybe_text,
    ),
    mo.Institution: record(
        mo.Institution, name=names, acronym=maybe_text, kind=st.sampled_from([None, *InstitutionKind]),
        region=maybe(REGION), role=maybe_text,
    ),
    mo.Site: record(
        mo.Site, **located, parent=st.sampled_from([CITY, REGION, MOROCCO]), kind=st.sampled_from(SiteKind),
        status=st.sampled_from(SiteStatus), opened=maybe_date, managers=some(CRI), members=some(SITE),
        history=st.lists(
            st.builds(
                mo.SiteFigure, measure=st.just("floor_space"), figure=figures("m2"),
                basis=st.sampled_from(["stock", "plan"]), as_of=maybe_date, due=maybe_period, citations=citations,
                checked=st.sampled_from([None, *Checked]), check_note=maybe_text, note=maybe_text,
            ),
            max_size=2,
        ),
    ),
    mo.Operator: record(
        mo.Operator, name=names, other_names=st.lists(other_name, max_size=2), parent=maybe_text,
        home_country=maybe_text, owners=st.lists(st.builds(mo.Owner, name=texts, until=maybe_date), max_size=2),
        segments=segments, presences=st.lists(presence, max_size=2), succeeded_by=maybe(ACME),
    ),
    mo.Plan: record(mo.Plan, name=names, period=maybe_period),
    mo.Agreement: record(
        mo.Agreement, title=texts, kind=st.sampled_from(AgreementKind), signed_on=maybe_date, signed_at=maybe(*PLACES),
        parties=some(ACME, CRI), axes=outline, pillars=outline, part_of=maybe(PACT),
    ),
    mo.Commitment: record(
        mo.Commitment, title=maybe_text, made_by=some(ACME, CRI), made_with=some(CRI), agreement=maybe(PACT),
        announced_on=maybe_date, places=some(*PLACES), segments=segments, pledges=st.lists(pledge, max_size=2),
        milestones=st.lists(
            st.builds(
                mo.Milestone, measure=st.just("jobs"), figure=st.none() | figures(), due=maybe_period,
                basis=st.sampled_from([None, "additional"]), note=maybe_text,
            ),
            max_size=1,
        ),
        history=st.lists(
            st.builds(
                mo.StatusChange, status=st.sampled_from(Status), on=maybe_date, citations=citations, note=maybe_text
            ),
            max_size=2,
        ),
        part_of=maybe(PROMISE, SECOND), restates=maybe(PROMISE, SECOND), supersedes=maybe(PROMISE, SECOND),
    ),
    mo.Target: record(
        mo.Target, **measured, title=maybe_text, basis=st.sampled_from([None, "additional", "level"]), start=maybe_date,
        due=maybe_period, set_by=some(CRI), plan=maybe(PLAN), announced_on=maybe_date,
        part_of=maybe(AIM), supersedes=maybe(AIM),
    ),
    mo.Observation: record(
        mo.Observation, **measured, basis=st.sampled_from(["stock", "flow", "cumulative"]), period=maybe_period,
        operator=maybe(ACME), nature=st.sampled_from(Nature), stated_by=maybe(ACME, CRI), said_by=maybe_text,
    ),
    mo.Event: dated(
        mo.Event, "starts_on", "ends_on", series=texts, title=texts, edition=counts, place=maybe(*PLACES),
        organisers=some(CRI, ACME), chaired_by=st.lists(texts, max_size=2),
        awards=st.lists(st.builds(mo.Award, title=texts, count=st.integers(0, 9)), max_size=2),
    ),
    mo.Incentive: dated(
        mo.Incentive, "in_force_from", "in_force_to", kind=st.sampled_from(IncentiveKind), rule=texts,
        rate=st.none() | figures("percent"), amount=st.none() | figures("MAD/job"), conditions=maybe_text,
        places=some(*PLACES), instrument=maybe_text,
    ),
    mo.Statement: record(
        mo.Statement, summary=texts, said_by=maybe_text, party=maybe(ACME, CRI), said_on=maybe_date,
        places=some(*PLACES), parties=some(ACME, CRI), segments=segments, points=st.lists(texts, max_size=2),
    ),
}  # fmt: skip
"""A strategy for each kind of record."""

datasets = st.lists(st.one_of(*RECORDS.values()), min_size=1, max_size=3, unique_by=lambda record: record.id).map(
    lambda records: mo.Dataset.of(*records)
)

slow = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def test_every_kind_of_record_is_drawn() -> None:
    """A kind that the model gains must be drawn here too."""
    from maroc_offshoring.model.kinds import KINDS

    assert list(RECORDS) == list(KINDS.values())


@slow
@given(datasets)
def test_what_was_written_is_read_back_equal(ds: mo.Dataset) -> None:
    """Every kind of record, every field, every text that a file can hold; in the same order."""
    with tempfile.TemporaryDirectory() as folder:
        mo.write(ds, folder)
        back = mo.read(folder)
    assert back == ds
    assert [record.id for record in back.records()] == [record.id for record in ds.records()]


@slow
@given(datasets)
def test_what_was_written_is_written_again_to_the_byte(ds: mo.Dataset) -> None:
    """A dataset that went through files makes the same files, so that a diff shows changes only."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        mo.write(ds, one)
        mo.write(mo.read(one), other)
        names = sorted(path.name for path in Path(one).iterdir())
        assert names == sorted(path.name for path in Path(other).iterdir())
        for name in names:
            assert (Path(one) / name).read_bytes() == (Path(other) / name).read_bytes()


@slow
@given(datasets)
def test_json_of_the_same_values_is_read_as_the_same_dataset(ds: mo.Dataset) -> None:
    """Dates and decimals as texts: what JSON cannot say as such is understood all the same."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        mo.write(ds, one)
        tables: dict[str, Any] = {}
        for path in Path(one).iterdir():
            tables |= tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        (Path(other) / "all.json").write_text(json.dumps(tables, default=str), encoding="utf-8")
        back = mo.read(other)
    assert {record.id: record for record in back.records()} == {record.id: record for record in ds.records()}
    assert back == ds


@slow
@given(datasets)
def test_a_json_document_is_read_back_equal(ds: mo.Dataset) -> None:
    """Every kind of record, every field; and the document of what was read is the same to the byte."""
    text = ds.to_json()
    back = mo.Dataset.from_json(text)
    assert back == ds
    assert back.to_json() == text


@slow
@given(datasets)
def test_every_record_is_made_again_of_its_dict(ds: mo.Dataset) -> None:
    """`from_dict` undoes `to_dict`, and a dict holds nothing but what JSON has."""
    for kind in ("sources", "commitments", "sites", "observations", "agreements", "statements"):
        for record in ds.records(kind):
            values = mo.to_dict(record)
            assert json.loads(json.dumps(values)) == values
            assert mo.from_dict(kind, values, ds) == record


@slow
@given(datasets)
def test_a_data_package_is_read_back_equal(ds: mo.Dataset) -> None:
    """Through CSV: line ends, quotes, formulas, empty texts and long numbers come back as they were."""
    with tempfile.TemporaryDirectory() as folder:
        ds.export("datapackage", folder)
        assert datapackage.read(folder) == ds


@slow
@given(datasets)
def test_a_database_is_read_back_equal(ds: mo.Dataset) -> None:
    """Through SQLite: numbers of any length come back exactly, and no foreign key is broken."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        ds.export("sqlite", path)
        assert sqlite.read(path) == ds
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []


values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), texts, st.just("paper"), st.just("2019-13"), st.just("")
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "unit", "fr", "source"]), inner)
    ),
    max_leaves=5,
)
keys = st.sampled_from([
    "title", "made_by", "made_with", "agreement", "announced_on", "places", "segments", "pledges", "milestones",
    "history", "part_of", "restates", "supersedes", "citations", "confidence", "checked", "note", "id", "tittle",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(keys, values), st.dictionaries(st.sampled_from(["measure", "figure", "due", "basis"]), values))
def test_a_wrong_value_is_never_a_crash(record: dict[str, Any], pledge: dict[str, Any]) -> None:
    """Whatever stands in a field: the record is read, or the error is one of ours that names the file."""
    source = {"id": "paper", "publisher": "CRI"}
    promise = {"id": "p", "citations": ["paper"], "pledges": [pledge]} | record
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.json"
        file.write_text(json.dumps({"sources": [source], "commitments": [promise]}), encoding="utf-8")
        try:
            problems = () if len(mo.read(folder).commitments) == 1 else ("a record is missing",)
        except mo.errors.InvalidRecords as error:
            problems = error.problems
    assert all(problem.file == str(file) and problem.message for problem in problems)
