"""What holds of sums whatever the records: no job twice, no job lost, parts that add up, and no order that matters."""

import pickle
from collections import defaultdict
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
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
COMPANIES = [mo.Operator(id=name, name=name, citations=[PAPER]) for name in ("acme", "bolt", "crane")]
MINISTRY = mo.Institution(id="ministry", name="Ministère", citations=[PAPER])

LINKS = ("part_of", "restates", "supersedes")
KEYS = [
    "region", "city", "site", "place", "operator", "party", "segment", "agreement", "due", "announced", "status",
    "source", "kind",
]  # fmt: skip
WEIGHTS = {place: weight for weight, place in enumerate(PLACES, 1)}

bases_of_any_kind = st.sampled_from(["additional", "additional", "additional", "level", None])
numbers = st.integers(0, 10_000)
exact = st.builds(Figure, numbers, st.just("job"))
ranges = st.tuples(numbers, numbers).map(lambda ends: Figure(None, "job", "range", min(ends), max(ends)))
figures = st.one_of(
    exact,
    st.builds(Figure, numbers, st.just("job"), st.sampled_from(["at_least", "at_most", "about", "nearly"])),
    ranges,
)
money = st.builds(Figure, numbers, st.sampled_from(["MAD", "EUR", "USD"]))
dates = st.none() | st.sampled_from(["1990", "2019", "2019-04", "2020-07-10", "2022"])
dues = st.none() | st.sampled_from(["2020", "2022", "2022-06", "2026..2028"])
spreads = st.sampled_from([None, "equally", WEIGHTS])
keys = st.one_of(st.sampled_from(KEYS), st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True).map(tuple))


class Promises(list[mo.Commitment]):
    """Promises that a failing test shows in one line each."""

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # what Hypothesis prints
        for promise in self:
            (pledge,) = promise.pledges
            links = {name: getattr(promise, name).id for name in LINKS if getattr(promise, name)}
            about = [[thing.id for thing in things] for things in (promise.places, promise.made_by) if things]
            when = [str(date) for date in (promise.announced_on, pledge.due) if date]
            printer.text(f"\n    {promise.id}: {pledge.figure} {pledge.basis} {links or ''} {about or ''} {when or ''}")


@st.composite
def promises(
    draw: st.DrawFn,
    figure: st.SearchStrategy[Figure] = figures,
    links: tuple[str, ...] = LINKS,
    bases: st.SearchStrategy[str | None] = bases_of_any_kind,
    measure: str = "jobs",
) -> Promises:
    """Up to nine promises with one pledge each, linked at random to promises made before them."""
    made = Promises()
    for number in range(draw(st.integers(1, 9))):
        fields: dict[str, Any] = {}
        for link in links:
            if made and draw(st.integers(0, 2)) == 0:
                fields[link] = draw(st.sampled_from(made))
        pledge = mo.Pledge(measure=measure, figure=draw(figure), due=draw(dues), basis=draw(bases))
        made.append(
            mo.Commitment(
                id=draw(st.sampled_from("amz")) + str(number),  # so that ids do not tell the order of the links
                places=draw(st.lists(st.sampled_from(PLACES), max_size=3, unique_by=id)),
                made_by=draw(st.lists(st.sampled_from([*COMPANIES, MINISTRY]), max_size=2, unique_by=id)),
                segments=draw(st.lists(st.sampled_from(["CRM", "ITO", "BPO", "BPO-captive"]), max_size=2, unique=True)),
                announced_on=draw(dates),
                pledges=[pledge],
                history=draw(st.sampled_from([(), (mo.StatusChange(status="delivered"),)])),
                citations=draw(st.sampled_from([[PAPER], [OTHER], [PAPER, OTHER]])),
                **fields,
            )
        )
    return made


def dataset(records: list[mo.Commitment]) -> mo.Dataset:
    return mo.Dataset.of(*records, SHORE, FES, MEKNES, *COMPANIES, MINISTRY)


def shown(total: mo.Total) -> tuple[Any, ...]:
    """Everything of a total that a reader can see."""
    return (
        total.figures, [(line.record.id, line.figure, line.is_remainder) for line in total.counted],
        [(out.record.id, out.reason, out.because, out.instead and out.instead.id) for out in total.left_out],
        [source.id for source in total.sources], total.explain(),
    )  # fmt: skip


def interval(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """The numbers that a figure allows; an approximate one may be any."""
    return figure.lower or Decimal(0), figure.upper


# Breakdowns


@given(promises(exact), keys, spreads)
def test_the_parts_of_a_breakdown_add_up_to_the_total(records: Promises, by: Any, spread: Any) -> None:
    """For any key, several keys, and any spread, to the last digit."""
    breakdown = dataset(records).commitments.breakdown("jobs", by, spread=spread)
    parts = [part.figure for part in breakdown.values()]
    assert (mo.figures.add(parts).value if parts else None) == (breakdown.total.figure.value if parts else None)
    lines = [line for part in breakdown.values() for line in part.counted]
    assert sorted(map(id, lines)) == sorted(map(id, breakdown.total.counted))


@given(promises(figures, links=()), keys, spreads)
def test_without_links_the_figures_of_the_parts_add_up_bounds_and_all(records: Promises, by: Any, spread: Any) -> None:
    """Values, bounds and marks: the sum of the parts as figures is the figure of the total."""
    breakdown = dataset(records).commitments.breakdown("jobs", by, spread=spread)
    if breakdown:
        together = mo.figures.add([part.figure for part in breakdown.values()])
        assert (together.lower, together.upper) == (breakdown.total.figure.lower, breakdown.total.figure.upper)
        assert (together.value, together.low, together.high) == (
            breakdown.total.figure.value, breakdown.total.figure.low, breakdown.total.figure.high,
        )  # fmt: skip


@given(promises(figures), keys, spreads)
def test_a_total_agrees_with_the_bounds_of_its_parts(records: Promises, by: Any, spread: Any) -> None:
    """Where wholes and parts are open or ranges: the total is at least what its parts are at least, and can be met."""
    breakdown = dataset(records).commitments.breakdown("jobs", by, spread=spread)
    if not breakdown:
        assert breakdown.total.figure is None
        return
    if breakdown.total.figure.qualifier in ("about", "nearly"):
        return  # one approximate figure leaves no bounds to the whole sum
    low, _ = interval(breakdown.total.figure)
    lows, highs = zip(*(interval(part.figure) for part in breakdown.values()), strict=True)
    assert mo.figures.add(Figure(end, "job") for end in lows).value <= low
    assert None in highs or low <= mo.figures.add(Figure(end, "job") for end in highs).value


@given(promises(money, measure="investment"), keys, spreads)
def test_baskets_add_up_currency_by_currency(records: Promises, by: Any, spread: Any) -> None:
    """In each currency the parts add up to the total of that currency."""
    breakdown = dataset(records).commitments.breakdown("investment", by, spread=spread)
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for part in breakdown.values():
        for figure in part.figures:
            by_unit[figure.unit].append(figure)
    sums = {unit: mo.figures.add(figures).value for unit, figures in by_unit.items()}
    assert sums == {figure.unit: figure.value for figure in breakdown.total.figures}


@given(promises(money, measure="investment"), keys, spreads, st.sampled_from(["MAD", "EUR"]))
def test_converted_parts_add_up_too(records: Promises, by: Any, spread: Any, currency: str) -> None:
    """To far more digits than are shown."""
    breakdown = dataset(records).commitments.breakdown("investment", by, spread=spread, currency=currency)
    if breakdown.total.figure is not None:
        together = mo.figures.add([part.figure for part in breakdown.values()])
        assert together.unit == breakdown.total.figure.unit == currency
        assert abs(together.value - breakdown.total.figure.value) <= Decimal("1e-18") * (1 + together.value)


# Order


@given(promises(), st.randoms(use_true_random=False), keys, spreads)
def test_the_order_of_records_never_matters(records: Promises, random: Any, by: Any, spread: Any) -> None:
    """Figures, lines, what is left out, sources and the working are the same for any order of the same records."""
    shuffled = records[:]
    random.shuffle(shuffled)
    first = mo.totals.total(records, "jobs", spread=spread)
    second = mo.totals.total(shuffled, "jobs", spread=spread)
    assert shown(first) == shown(second)
    assert [(str(key), part.figure) for key, part in mo.totals.breakdown(first, by).items()] == [
        (str(key), part.figure) for key, part in mo.totals.breakdown(second, by).items()
    ]


# Overlap


@given(promises(), spreads)
def test_each_record_is_counted_or_left_out_and_never_both(records: Promises, spread: Any) -> None:
    """Nothing is lost without a word, and nothing is both added and set aside."""
    total = mo.totals.total(records, "jobs", spread=spread)
    counted = {line.record.id for line in total.counted}
    left_out = [out.record.id for out in total.left_out]
    assert counted | set(left_out) == {record.id for record in records}
    assert not counted & set(left_out)
    assert len(left_out) == len(set(left_out))


@given(promises(), st.data())
def test_what_counts_instead_counts(records: Promises, data: st.DataObject) -> None:
    """What a left-out record names in its place is among the selection, and was not changed in its turn."""
    ids = data.draw(st.lists(st.sampled_from([record.id for record in records]), unique=True))
    total = dataset(records).commitments.where(ids=ids).total("jobs")
    reasons = {out.record.id: out.reason for out in total.left_out}
    for out in total.left_out:
        if out.instead is not None:
            assert out.instead.id in ids
            assert out.instead.id != out.record.id
            if out.reason == "superseded":
                assert reasons.get(out.instead.id) != "superseded"


@given(promises(bases=st.just("additional")))
def test_a_promise_never_vanishes(records: Promises) -> None:
    """However promises restate, change and contain one another, something of them counts."""
    assert mo.totals.total(records, "jobs").counted


@given(promises(exact))
def test_a_total_never_exceeds_all_that_was_stated(records: Promises) -> None:
    """Taking out what counts twice can only take away; no line is below zero."""
    total = mo.totals.total(records, "jobs")
    assert sum(line.figure.value for line in total.counted) <= sum(record.pledges[0].figure.value for record in records)
    assert all(line.figure.value >= 0 for line in total.counted)


@given(promises(exact, links=("part_of",), bases=st.just("additional")), st.data())
def test_wholes_and_parts_count_as_a_simple_recursion_says(records: Promises, data: st.DataObject) -> None:
    """Of a tree of wholes and parts, each counts the greater of what it states and what its selected parts make."""
    chosen = data.draw(st.lists(st.sampled_from(records), unique_by=lambda record: record.id, min_size=1))
    ids = {record.id for record in chosen}

    def whole_of(record: mo.Commitment) -> str | None:
        whole = record.part_of
        while whole is not None and whole.id not in ids:
            whole = whole.part_of
        return whole.id if whole is not None else None

    def worth(record: mo.Commitment) -> Decimal:
        inside = sum(worth(other) for other in chosen if whole_of(other) == record.id)
        return max(record.pledges[0].figure.value, Decimal(inside))

    expected = sum(worth(record) for record in chosen if whole_of(record) is None)
    assert mo.totals.total(chosen, "jobs").figure.value == expected


@given(promises(exact, links=("restates",), bases=st.just("additional")), st.data())
def test_tellings_count_as_a_simple_grouping_says(records: Promises, data: st.DataObject) -> None:
    """Of each promise the original counts; where it is not selected, the earliest announced."""
    chosen = data.draw(st.lists(st.sampled_from(records), unique_by=lambda record: record.id, min_size=1))

    def original(record: mo.Commitment) -> str:
        return original(record.restates) if record.restates is not None else record.id

    groups: dict[str, list[mo.Commitment]] = defaultdict(list)
    for record in chosen:
        groups[original(record)].append(record)

    def rank(record: mo.Commitment) -> Any:
        date = record.announced_on
        return (record.restates is not None, date.sort_key() if date else (9999, 0, 0), record.id)

    expected = sum(min(group, key=rank).pledges[0].figure.value for group in groups.values())
    assert mo.totals.total(chosen, "jobs").figure.value == expected


@given(promises(exact, links=("supersedes",), bases=st.just("additional")), st.data())
def test_versions_count_as_a_simple_walk_says(records: Promises, data: st.DataObject) -> None:
    """What any selected promise supersedes, at any depth, does not count; all else does."""
    chosen = data.draw(st.lists(st.sampled_from(records), unique_by=lambda record: record.id, min_size=1))
    replaced: set[str] = set()
    for record in chosen:
        older = record.supersedes
        while older is not None:
            replaced.add(older.id)
            older = older.supersedes
    total = mo.totals.total(chosen, "jobs")
    assert {line.record.id for line in total.counted} == {record.id for record in chosen} - replaced


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine, drawing families takes its time
@given(promises(exact, bases=st.just("additional")))
def test_what_lies_within_a_promise_is_never_counted_beside_it(records: Promises) -> None:
    """Tellings, versions and parts taken together: what is, or was, inside a promise that counts is a line of it."""
    tellings: dict[str, list[mo.Commitment]] = defaultdict(list)
    by_id = {record.id: record for record in records}

    def original(record: mo.Commitment) -> str:
        return original(record.restates) if record.restates is not None else record.id

    for record in records:
        tellings[original(record)].append(record)
        assume(record.part_of is None or original(record.part_of) != original(record))

    def linked(promise: str, link: str) -> set[str]:
        found = (getattr(record, link) for record in tellings[promise])
        return {original(other) for other in found if other is not None} - {promise}

    def reached(promise: str, step: Any) -> set[str]:
        found: set[str] = set()
        waiting = step(promise)
        while waiting:
            found |= waiting
            waiting = set().union(*(step(other) for other in waiting)) - found
        return found

    older = {promise: reached(promise, lambda other: linked(other, "supersedes")) for promise in tellings}
    assume(all(promise not in older[promise] for promise in tellings))
    current = set(tellings) - set().union(*older.values())

    def wholes(promise: str) -> set[str]:
        named = set().union(*(linked(version, "part_of") for version in (promise, *older[promise])))
        return {other for other in current if other in named or named & older[other]} - {promise}

    assume(all(promise not in reached(promise, wholes) for promise in current))
    total = mo.totals.total(records, "jobs")
    assert {original(by_id[name]) for line in total.counted for name in line.path} <= current
    for line in total.counted:
        assert not wholes(original(by_id[line.path[0]]))


# Selections


@given(promises(links=()), st.sampled_from(["region", "city", "site", "operator", "segment"]), spreads)
def test_a_selection_counts_what_the_breakdown_says(records: Promises, by: str, spread: Any) -> None:
    """Without links, where(X).total is breakdown(by)[X], for each X that is one thing."""
    commitments = dataset(records).commitments
    for key, part in commitments.breakdown("jobs", by, spread=spread).items():
        if key is mo.NOT_STATED or isinstance(key, mo.Several):
            continue
        if key == "BPO":  # asked for BPO, captive BPO counts too; in a breakdown it is a line of its own
            continue
        assert commitments.where(**{by: key}).total("jobs", spread=spread).figure == part.figure


@given(promises(links=()), st.sampled_from(PLACES), spreads)
def test_a_selection_by_place_counts_no_more_than_the_country(records: Promises, place: mo.Place, spread: Any) -> None:
    """What is counted of a place lies in it, line by line."""
    total = dataset(records).commitments.where(place=place).total("jobs", spread=spread)
    assert all(own.within(place) for line in total.counted for own in line.places)
    assert all(line.places for line in total.counted)


# Conversions


@given(promises(money, measure="investment", bases=st.just("additional")))
def test_what_has_no_rate_or_year_is_left_out_by_name(records: Promises) -> None:
    """Each amount is converted, or is left out because its year is not known or has no rate; none becomes zero."""
    total = mo.totals.total(records, "investment", currency="EUR")
    for line in total.counted:
        assert line.figure.unit == "EUR"
    for out in total.left_out:
        if out.reason == "no_year":
            assert out.record.announced_on is None
        if out.reason == "no_rate":
            assert out.record.announced_on.year == 1990
            assert "1990" in out.because
    without = {
        record.id
        for record in records
        if record.pledges[0].figure.unit != "EUR" and (record.announced_on is None or record.announced_on.year == 1990)
    }
    assert not without & {line.record.id for line in total.counted}
    assert {out.record.id for out in total.left_out if out.reason in ("no_rate", "no_year")} <= without


# Values


@given(promises())
def test_a_dataset_survives_pickling(records: Promises) -> None:
    """Equal, with the same working of the same total."""
    ds = dataset(records)
    back = pickle.loads(pickle.dumps(ds))
    assert back == ds
    assert hash(back) == hash(ds)
    assert back.commitments.total("jobs").explain() == ds.commitments.total("jobs").explain()


@given(promises(), st.randoms(use_true_random=False))
def test_a_dataset_of_the_same_records_has_the_same_records(records: Promises, random: Any) -> None:
    """Whatever the order in which they are given, and however they refer to one another."""
    shuffled = records[:]
    random.shuffle(shuffled)
    first, second = mo.Dataset.of(*records), mo.Dataset.of(*shuffled)
    for kind in ("commitments", "cities", "operators", "sources"):
        assert {record.id: record for record in first.records(kind)} == {
            record.id: record for record in second.records(kind)
        }
    assert first.merge(second) == first
