"""What holds of every verdict: order does not matter, what is unrelated does not, and more precision never flatters."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.delivery import Delivery

PAPER = mo.Source(id="paper", publisher="CRI", published="2026-03")
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=[PAPER])
ORIENTAL = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=[PAPER])
FES_MEKNES = mo.Region(id="MA-03", name="Fès-Meknès", parent=MOROCCO, citations=[PAPER])
OUJDA = mo.City(id="oujda", name="Oujda", parent=ORIENTAL, citations=[PAPER])
FES = mo.City(id="fes", name="Fès", parent=FES_MEKNES, citations=[PAPER])
ACME = mo.Operator(id="acme", name="Acme", citations=[PAPER])
BOLT = mo.Operator(id="bolt", name="Bolt", citations=[PAPER])

amounts = st.integers(0, 20)
bases = st.sampled_from(["additional", "level", None])
periods = st.sampled_from(["2015", "2016", "2018", "2019-06", "2020-01", "2020", "2021-03", "2021", "2024"])
spans = st.sampled_from(["2014..2018", "2016..2018", "2016..2020", "2014..2021", "..2020", "2020", "2018..2022"])
statuses = st.sampled_from(["announced", "delivered", "partly_delivered", "missed", "cancelled", "unknown"])


@st.composite
def figures(draw: st.DrawFn) -> mo.Figure:
    """A figure with any qualifier."""
    number, more = draw(amounts), draw(st.integers(0, 5))
    qualifier = draw(st.sampled_from(["exact", "at_least", "at_most", "about", "nearly", "range"]))
    if qualifier == "range":
        return mo.Figure(None, "job", "range", number, number + more)
    return mo.Figure(number, "job", qualifier)


@st.composite
def observations(draw: st.DrawFn, id: str) -> mo.Observation:
    """A stock at a date, or a flow or running total over a span."""
    basis = draw(st.sampled_from(["stock", "stock", "flow", "cumulative"]))
    return mo.Observation(
        id=id, measure="jobs", figure=draw(figures()), basis=basis,
        place=draw(st.sampled_from([MOROCCO, ORIENTAL, OUJDA])),
        period=draw(periods if basis == "stock" else spans),
        operator=draw(st.sampled_from([None, None, ACME])),
        segments=draw(st.sampled_from([[], [], ["CRM"]])),
        nature=draw(st.sampled_from(["observed", "observed", "estimate", "forecast"])),
        confidence=draw(st.sampled_from([None, None, "low"])),
        citations=[PAPER],
    )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> list[Any]:
    """A few promises and aims, linked to one another, and what was measured."""
    found: list[Any] = []
    for number in range(draw(st.integers(1, 4))):
        due = draw(st.sampled_from(["2018", "2020", "2020", "2030", None]))
        if draw(st.booleans()):
            found.append(
                mo.Target(
                    id=f"aim-{number}", measure="jobs", figure=draw(figures()), basis=draw(bases), due=due,
                    place=draw(st.sampled_from([MOROCCO, ORIENTAL, OUJDA])), announced_on="2016",
                    start=draw(st.sampled_from([None, "2016"])), citations=[PAPER],
                )
            )  # fmt: skip
            continue
        earlier = [record for record in found if isinstance(record, mo.Commitment)]
        link = draw(st.sampled_from(["part_of", "restates", "supersedes", None]))
        links = {link: draw(st.sampled_from(earlier))} if earlier and link else {}
        change = mo.StatusChange(status=draw(statuses), on=draw(st.sampled_from(["2019", "2022", None])))
        found.append(
            mo.Commitment(
                id=f"promise-{number}",
                pledges=[mo.Pledge(measure="jobs", figure=draw(figures()), basis=draw(bases), due=due)],
                places=draw(st.sampled_from([[OUJDA], [ORIENTAL], [OUJDA, FES]])), announced_on=f"201{6 + number % 4}",
                made_by=draw(st.sampled_from([[], [ACME], [ACME, BOLT]])), history=[change], citations=[PAPER], **links,
            )
        )  # fmt: skip
    return found + [draw(observations(id=f"seen-{number}")) for number in range(draw(st.integers(0, 5)))]


def deliver(records: list[Any]) -> Delivery:
    return mo.Dataset.of(*records, OUJDA, FES, ACME, BOLT, published="2026-12-31").delivery()


def told(delivery: Delivery) -> list[tuple[str, str, str, str | None]]:
    return [(one.promise.id, one.verdict.value, one.message(), str(one.ratio)) for one in delivery]


@given(worlds(), st.randoms(use_true_random=False))
def test_verdicts_do_not_depend_on_the_order_of_the_records(records: list[Any], order: random.Random) -> None:
    """Nor do their reasons, their shares, or what a summary counts."""
    shuffled = list(records)
    order.shuffle(shuffled)
    first, second = deliver(records), deliver(shuffled)
    assert told(first) == told(second)
    assert [one.promise.id for one in first.counted] == [one.promise.id for one in second.counted]
    assert [str(left) for left in first.left_out] == [str(left) for left in second.left_out]


@given(worlds(), figures(), periods)
def test_an_unrelated_record_changes_no_verdict(records: list[Any], figure: mo.Figure, period: str) -> None:
    """Another measure, a place apart, another sector, another company, another promise."""
    unrelated = [
        mo.Observation(id="z-place", measure="jobs", figure=figure, place=FES, basis="stock", period=period,
                       citations=[PAPER]),
        mo.Observation(id="z-scope", measure="jobs", figure=figure, place=MOROCCO, basis="stock", period=period,
                       scope="digital", citations=[PAPER]),
        mo.Observation(id="z-measure", measure="students", figure=mo.Figure(9, "person"), place=OUJDA, basis="stock",
                       period=period, citations=[PAPER]),
        mo.Target(id="z-aim", measure="jobs", figure=figure, place=FES, basis="level", due="2020", citations=[PAPER]),
    ]  # fmt: skip
    # Fès is unrelated only where nothing is promised for it, nor for the country that it lies in.
    promised = [place for record in records if not isinstance(record, mo.Observation) for place in record.places]
    added = unrelated[1:] if any(FES.within(place) for place in promised) else unrelated
    before, after = deliver(records), deliver([*records, *added])
    assert [row for row in told(after) if row[0] != "z-aim"] == told(before)


@given(worlds(), st.data())
def test_narrower_bounds_never_turn_a_miss_into_a_kept_promise(records: list[Any], data: st.DataObject) -> None:
    """Nor a kept promise into a miss: what was certain stays so, or is contested."""
    before = {(one.promise.id, one.basis): one.verdict.value for one in deliver(records)}
    narrowed = [narrower(record, data) if isinstance(record, mo.Observation) else record for record in records]
    for one in deliver(narrowed):
        old = before[one.promise.id, one.basis]
        if old == "missed":
            assert one.verdict in ("missed", "contested")
        if old == "met":
            assert one.verdict in ("met", "contested")


def narrower(observation: mo.Observation, data: st.DataObject) -> mo.Observation:
    """The same observation with a figure that lies within the bounds of its own."""
    from attrs import evolve

    from maroc_offshoring.figures.conventions import bounds

    found = bounds(observation.figure)
    low, high = int(found.low.to_integral_value("ROUND_CEILING")), found.high
    highest = low + 20 if high is None else int(high)
    if highest < low:
        return observation
    number = data.draw(st.integers(low, highest))
    return evolve(observation, figure=mo.Figure(number, "job"))


@given(worlds())
def test_a_verdict_is_explained_by_what_it_rests_on(records: list[Any]) -> None:
    """Met and missed rest on evidence that says so, and each promise whose date has passed is judged once."""
    delivery = deliver(records)
    for one in delivery:
        shows = {found.shows.value for found in one.rests_on}
        if one.basis is not None and one.verdict in ("met", "missed"):
            assert shows == ({"reached"} if one.verdict == "met" else {"short"})
        assert one.explain()
    assert len({one.promise.id for one in delivery}) == len(delivery)
    assert len(delivery.counted) + len(delivery.not_counted) == len(delivery)
