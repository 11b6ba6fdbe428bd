"""A table gives the total that its records give: on every engine, whatever the records, refusals and all."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring import frames
from maroc_offshoring.figures import Figure

PAPER = mo.Source(id="paper", publisher="CRI", published="2026")
OTHER = mo.Source(id="other", publisher="Le Journal", published="2025")
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=[PAPER])
ORIENTAL = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=[PAPER])
FES_MEKNES = mo.Region(id="MA-03", name="Fès-Meknès", parent=MOROCCO, citations=[PAPER])
OUJDA = mo.City(id="oujda", name="Oujda", parent=ORIENTAL, citations=[PAPER])
FES = mo.City(id="fes", name="Fès", parent=FES_MEKNES, citations=[PAPER])
MEKNES = mo.City(id="meknes", name="Meknès", parent=FES_MEKNES, citations=[PAPER])
SHORE = mo.Site(id="oujda-shore", name="Oujda Shore", parent=OUJDA, citations=[PAPER])
PLACES = [MOROCCO, ORIENTAL, FES_MEKNES, OUJDA, FES, MEKNES, SHORE]
COMPANIES = [mo.Operator(id=name, name=name, citations=[PAPER]) for name in ("acme", "bolt")]
MINISTRY = mo.Institution(id="ministry", name="Ministère", citations=[PAPER])
GROUND = (SHORE, FES, MEKNES, *COMPANIES, MINISTRY, PAPER, OTHER)
WEIGHTS = {place: weight for weight, place in enumerate(PLACES, 1)}

ENGINES = {"polars": 4, "lazy": 2, "pandas": 2, "pyarrow": 6, "duckdb": 2}
"""The engines, and how many random tables each gets: as many as its query on a few rows is quick."""
LINKS = ("part_of", "restates", "supersedes")
KEYS = ["region", "city", "site", "place", "operator", "party", "segment", "due", "status", "source"]

numbers = st.integers(0, 10_000)
ranges = st.tuples(numbers, numbers).map(lambda ends: Figure(None, "job", "range", min(ends), max(ends)))
exact = st.builds(Figure, numbers, st.just("job"))
marked = st.builds(Figure, numbers, st.just("job"), st.sampled_from(["at_least", "at_most", "about", "nearly"]))
money = st.builds(Figure, numbers, st.sampled_from(["MAD", "EUR", "USD"]))
dates = st.none() | st.sampled_from(["1990", "2019", "2019-04", "2020-07-10", "2022"])
dues = st.none() | st.sampled_from(["2020", "2022", "2022-06", "2026..2028"])
bases = st.sampled_from(["additional", "additional", "additional", "level", None])
by = st.one_of(st.just(()), st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True).map(tuple))
segments = st.lists(st.sampled_from(["CRM", "ITO", "BPO", "BPO-captive"]), max_size=2, unique=True)


class Records(list[Any]):
    """Records that a failing test shows in one line each."""

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # what Hypothesis prints
        for record in self:
            figures = [(str(pledge.figure), pledge.basis, str(pledge.due)) for pledge in getattr(record, "pledges", ())]
            links = {name: getattr(record, name).id for name in LINKS if getattr(record, name, None)}
            printer.text(f"\n    {record.id}: {figures or record.figure} {links} {[p.id for p in record.places]}")


@st.composite
def promises(
    draw: st.DrawFn,
    figure: st.SearchStrategy[Figure] = exact | marked | ranges,
    links: tuple[str, ...] = LINKS,
    measure: str = "jobs",
    basis: st.SearchStrategy[str | None] = bases,
) -> Records:
    """Up to seven promises of one or two pledges, linked at random to promises made before them."""
    made = Records()
    for number in range(draw(st.integers(1, 7))):
        fields: dict[str, Any] = {}
        for link in links:
            if made and draw(st.integers(0, 2)) == 0:
                fields[link] = draw(st.sampled_from(made))
        pledges = [
            mo.Pledge(measure=measure, figure=draw(figure), due=draw(dues), basis=draw(basis))
            for _ in range(draw(st.sampled_from([1, 1, 1, 2])))
        ]
        made.append(
            mo.Commitment(
                id=draw(st.sampled_from("amz")) + str(number),  # so that ids do not tell the order of the links
                places=draw(st.lists(st.sampled_from(PLACES), max_size=3, unique_by=id)),
                made_by=draw(st.lists(st.sampled_from([*COMPANIES, MINISTRY]), max_size=2, unique_by=id)),
                segments=draw(segments),
                announced_on=draw(dates),
                pledges=pledges,
                history=draw(st.sampled_from([(), (mo.StatusChange(status="delivered"),)])),
                citations=draw(st.sampled_from([[PAPER], [OTHER], [PAPER, OTHER]])),
                **fields,
            )
        )
    return made


@st.composite
def measured(draw: st.DrawFn) -> Records:
    """A few measurements, or a few aims, which may or may not be apart."""
    kind = draw(st.sampled_from([mo.Observation, mo.Target]))
    basis = draw(st.sampled_from(["stock", "flow"] if kind is mo.Observation else ["additional", "level"]))
    made = Records()
    for number in range(draw(st.integers(1, 3))):
        fields: dict[str, Any] = {
            "id": f"r{number}", "measure": draw(st.sampled_from(["jobs", "companies"])), "citations": [PAPER],
            "place": draw(st.sampled_from(PLACES)), "segments": draw(segments), "basis": basis,
            "scope": draw(st.sampled_from(["offshoring", "offshoring", "digital"])),
        }  # fmt: skip
        unit = "job" if fields["measure"] == "jobs" else "company"
        fields["figure"] = Figure(draw(numbers), unit, draw(st.sampled_from(["exact", "about"])))
        when = draw(st.sampled_from(["2019", "2020-04", "2018..2019", None]))
        if kind is mo.Observation:
            made.append(mo.Observation(**fields, period=when, operator=draw(st.sampled_from([None, *COMPANIES]))))
        else:
            whole = {"part_of": draw(st.sampled_from([None, *made]))}
            made.append(mo.Target(**fields, due=when, **whole))
    return made


def text(key: object) -> str | None:
    """Write the key of a breakdown as a table holds it."""
    if key is mo.NOT_STATED:
        return None
    if isinstance(key, mo.Several):
        return ", ".join(sorted(str(getattr(thing, "id", thing)) for thing in key.things))
    return str(getattr(key, "id", key))


def of_records(records: Any, measure: str, by: tuple[str, ...], **how: Any) -> Any:
    """The answer of the object path, row by row, and what it leaves out; or its refusal."""
    try:
        total = records.total(measure, **how)
    except mo.errors.MarocOffshoringError as error:
        return error
    parts = {((),): total} if not by else {
        tuple(map(text, key if isinstance(key, tuple) else (key,))): part
        for key, part in mo.totals.breakdown(total, by).items()
    }  # fmt: skip
    rows = {}
    for key, part in parts.items():
        for figure in part.figures:
            approximate = figure.qualifier in ("about", "nearly")
            count = sum(line.figure.unit == figure.unit for line in part.counted)
            bounds = (None, None) if approximate else (figure.lower or Decimal(0), figure.upper)
            rows[*(key if by else ()), figure.unit] = (figure.value, *bounds, count)
    return rows, {(out.record.id, out.reason.value) for out in total.left_out}


def of_table(table: Any, measure: str, by: tuple[str, ...], **how: Any) -> Any:
    """The same of a table."""
    try:
        answer = listed(frames.total(table, measure, by=by or None, **how))
        out = listed(frames.left_out(table, measure, **how))
    except mo.errors.MarocOffshoringError as error:
        return error
    rows = {
        (*(row[name] for name in by), row["unit"]): (row["total"], row["lower"], row["upper"], row["records"])
        for row in answer
    }
    assert len(rows) == len(answer)
    return rows, {(row["record"], row["reason"]) for row in out}


def listed(native: Any) -> list[dict[str, Any]]:
    """The rows of a table of any engine, with None for an empty place."""
    if hasattr(native, "fetchall"):
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]
    if hasattr(native, "to_pylist"):
        return native.to_pylist()  # type: ignore[no-any-return]
    if hasattr(native, "collect"):
        native = native.collect()
    if hasattr(native, "to_dicts"):
        return native.to_dicts()  # type: ignore[no-any-return]
    return native.astype(object).where(native.notna(), None).to_dict("records")  # type: ignore[no-any-return]


def written(records: Any, engine: str) -> Any:
    return records.to_frame("polars").lazy() if engine == "lazy" else records.to_frame(engine)


def close(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-9 * max(1.0, abs(float(one)))


def agree(records: Any, engine: str, measure: str, by: tuple[str, ...], **how: Any) -> None:
    """Check that a table and its records give one answer, or one refusal."""
    expected, found = of_records(records, measure, by, **how), of_table(written(records, engine), measure, by, **how)
    if isinstance(found, mo.errors.NotAdditive) and ("circle" in found.reason or "links" in found.reason):
        event("links that tables refuse")
        return
    if isinstance(expected, Exception) or isinstance(found, Exception):
        event("refused by both")
        assert type(expected) is type(found), (expected, found)
        if isinstance(expected, mo.errors.NotAdditive) and "dates" not in expected.reason:
            assert expected.reason == found.reason
        return
    rows, out = expected
    assert set(rows) == set(found[0])
    for key, row in rows.items():
        assert all(map(close, row, found[0][key])), (key, row, found[0][key])
    assert out == found[1]


def dataset(records: Iterable[Any]) -> mo.Dataset:
    return mo.Dataset.of(*records, *GROUND)


def some(engine: str, share: float = 1.0) -> Any:
    """As many examples as an engine is quick."""
    return settings(
        max_examples=max(int(ENGINES[engine] * share), 2), deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_of_promises_gives_the_total_of_the_promises(engine: str) -> None:
    """Values, bounds, lines and what is left out, for any key and spread, with wholes, parts, tellings and versions."""
    pytest.importorskip("polars" if engine == "lazy" else engine)

    @some(engine)
    @given(promises(), by, st.sampled_from([None, "equally", WEIGHTS]), st.sampled_from(["additional", "level"]))
    def check(records: list[mo.Commitment], by: tuple[str, ...], spread: Any, basis: str) -> None:
        agree(dataset(records).commitments, engine, "jobs", by, spread=spread, basis=basis)

    check()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("link", LINKS)
def test_each_link_is_resolved_as_among_records(engine: str, link: str) -> None:
    """Of each kind of link by itself, also where whole and part are open, ranges, or approximate."""
    pytest.importorskip("polars" if engine == "lazy" else engine)

    @some(engine, 0.5)
    @given(promises(links=(link,), basis=st.just("additional")), by)
    def check(records: list[mo.Commitment], by: tuple[str, ...]) -> None:
        agree(dataset(records).commitments, engine, "jobs", by)

    check()


@pytest.mark.parametrize("engine", ENGINES)
def test_money_is_converted_as_among_records(engine: str) -> None:
    """At the rate of its own year or of a given one, at constant prices, or as a basket; what has no rate is named."""
    pytest.importorskip("polars" if engine == "lazy" else engine)
    ways: list[dict[str, Any]] = [
        {}, {"currency": "EUR"}, {"currency": "MAD", "on": 2019}, {"prices": 2021}, {"prices": 2021, "currency": "EUR"},
        {"currency": "USD", "on": 1990},
    ]  # fmt: skip

    @some(engine)
    @given(promises(money, ("part_of",), "investment"), by, st.sampled_from(ways))
    def check(records: list[mo.Commitment], by: tuple[str, ...], how: dict[str, Any]) -> None:
        agree(dataset(records).commitments, engine, "investment", by, **how)

    check()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_never_adds_up_is_refused_of_a_table_too(engine: str) -> None:
    """Measurements and aims of several dates, of places within one another, of two scopes, and the same thing twice."""
    pytest.importorskip("polars" if engine == "lazy" else engine)

    @some(engine)
    @given(measured(), st.sampled_from(["jobs", "companies"]), st.sampled_from(["additional", "level"]))
    def check(records: list[Any], measure: str, basis: str) -> None:
        ds = dataset(records)
        if isinstance(records[0], mo.Observation):
            agree(ds.observations, engine, measure, ("place",))
        else:
            agree(ds.targets, engine, measure, ("place",), basis=basis)

    check()


@settings(max_examples=12, deadline=None)
@given(promises(links=("part_of",)), st.sampled_from(PLACES), st.sampled_from([None, "equally"]))
def test_a_narrowed_collection_gives_a_narrowed_table(records: Any, place: mo.Place, spread: str | None) -> None:
    """What is only partly within what was asked for is left out by name of the table too."""
    agree(dataset(records).commitments.where(place=place), "pyarrow", "jobs", ("city",), spread=spread)


@settings(max_examples=20, deadline=None)
@given(promises(links=()), st.data())
def test_a_table_may_be_filtered_after_it_was_written(records: list[mo.Commitment], data: st.DataObject) -> None:
    """Of any of the records, the filtered table gives what the same selection of records gives, where wholes nest."""
    polars = pytest.importorskip("polars")
    nested: list[mo.Commitment] = []
    for record in records:  # a chain of wholes, so that one in the middle may fall away
        whole = data.draw(st.sampled_from([None, *nested[-1:]]))
        nested.append(
            mo.Commitment(
                id=record.id, places=record.places, pledges=record.pledges, citations=record.citations, part_of=whole
            )
        )
    kept = data.draw(st.lists(st.sampled_from([record.id for record in nested]), min_size=1, unique=True))
    collection = dataset(nested).commitments
    table = collection.to_frame("polars").filter(polars.col("record").is_in(kept))
    expected, found = of_records(collection.where(ids=kept), "jobs", ()), of_table(table, "jobs", ())
    if isinstance(found, mo.errors.NotAdditive):
        return
    assert {key: row[3] for key, row in expected[0].items()} == {key: row[3] for key, row in found[0].items()}
    assert all(
        close(one, other) for key, row in expected[0].items() for one, other in zip(row, found[0][key], strict=True)
    )


@settings(max_examples=20, deadline=None)
@given(promises() | measured())
def test_records_survive_a_table(records: list[Any]) -> None:
    """What columns hold is the same after a table was written, read and written again; so is every total."""
    ds = dataset(records)
    (collection,) = (kind for kind in (ds.commitments, ds.targets, ds.observations) if len(kind))
    table = collection.to_frame("pyarrow")
    back = mo.Dataset.of(*frames.from_frame(table, dataset=ds), *GROUND)
    again = getattr(back, collection.kind)
    assert again.to_frame("pyarrow").to_pylist() == table.to_pylist()
    before, after = of_records(collection, "jobs", ()), of_records(again, "jobs", ())
    assert str(before) == str(after) if isinstance(before, Exception) else before == after
