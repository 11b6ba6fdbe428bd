"""Properties of findings: no order matters, and what is unrelated changes nothing."""

import itertools
import sys
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.checks import Finding, Findings

PAPERS = [mo.Source(id=f"paper-{n}", publisher=f"Journal {n}", published=f"202{n}") for n in (3, 4, 5)]
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=PAPERS[:1])
REGIONS = [mo.Region(id=f"R{n}", name=f"Région {n}", parent=MOROCCO, citations=PAPERS[:1]) for n in (1, 2)]
CITIES = [
    mo.City(id=f"city-{n}", name=f"Ville {n}", parent=region, citations=PAPERS[:1])
    for n, region in enumerate(REGIONS * 2)
]
SITES = [
    mo.Site(id=f"site-{n}", name=f"Parc {n}", parent=city, citations=PAPERS[:1]) for n, city in enumerate(CITIES[:2])
]
NETWORK = mo.Site(id="network", name="Parcs", parent=MOROCCO, members=SITES, citations=PAPERS[:1])
PLACES: list[Any] = [MOROCCO, *REGIONS, *CITIES, *SITES, NETWORK]
OPERATORS = [mo.Operator(id=f"op-{n}", name=f"Société {n}", citations=PAPERS[:1]) for n in (1, 2)]
MINISTRY = mo.Institution(id="ministry", name="Ministère", citations=PAPERS[:1])

AMOUNTS = st.sampled_from([100, 120, 400, 500, 990, 1000, 1050, 2000, 7000, 69_893, 70_000])
WORDS = st.sampled_from(["exact", "about", "nearly", "at_least", "at_most"])
PERIODS = st.sampled_from(["2014", "2014-10", "2015", "2014..2016", "2016", "2015-01..2015-06"])
CITES = st.lists(st.sampled_from(PAPERS), min_size=1, max_size=2, unique_by=lambda source: source.id)


@st.composite
def jobs(draw: Any) -> mo.Figure:
    return mo.Figure(draw(AMOUNTS), "job", draw(WORDS))


@st.composite
def observations(draw: Any, name: str, places: list[Any] = PLACES) -> mo.Observation:
    basis = draw(st.sampled_from(["stock", "flow", "cumulative"]))
    is_share = draw(st.integers(0, 5)) == 0
    return mo.Observation(
        id=name,
        measure="share_of_national_jobs" if is_share else "jobs",
        figure=mo.Figure(draw(st.integers(1, 60)), "percent") if is_share else draw(jobs()),
        place=draw(st.sampled_from(places)),
        basis=basis,
        period=draw(PERIODS),
        segments=draw(st.sampled_from([[], [], ["CRM"], ["CRM", "BPO"], ["BPO-captive"]])),
        operator=draw(st.sampled_from([None, None, *OPERATORS])),
        nature=draw(st.sampled_from(["observed", "observed", "estimate", "forecast"])),
        perimeter=draw(st.sampled_from([None, "old", "new"])),
        citations=draw(CITES),
    )


@st.composite
def promises(draw: Any, name: str, earlier: list[mo.Commitment]) -> mo.Commitment:
    pledge = mo.Pledge(
        measure="jobs",
        figure=draw(jobs()),
        due=draw(st.sampled_from([None, "2020", "2026", "2030"])),
        basis=draw(st.sampled_from([None, "additional", "level"])),
    )
    link = draw(st.sampled_from(["none", "part_of", "restates", "supersedes"])) if earlier else "none"
    links = {} if link == "none" else {link: draw(st.sampled_from(earlier))}
    return mo.Commitment(
        id=name,
        made_by=draw(st.lists(st.sampled_from(OPERATORS), max_size=2, unique_by=lambda each: each.id)),
        announced_on=draw(st.sampled_from([None, "2018", "2019-05", "2026-02"])),
        places=draw(st.lists(st.sampled_from(PLACES), max_size=2, unique_by=lambda each: each.id)),
        pledges=[pledge],
        citations=draw(CITES),
        **links,
    )


@st.composite
def aims(draw: Any, name: str) -> mo.Target:
    return mo.Target(
        id=name,
        measure="jobs",
        figure=draw(jobs()),
        place=draw(st.sampled_from(PLACES[:3])),
        basis=draw(st.sampled_from([None, "additional", "level"])),
        due=draw(st.sampled_from([None, "2020", "2026"])),
        set_by=[MINISTRY],
        perimeter=draw(st.sampled_from([None, "old"])),
        citations=draw(CITES),
    )


@st.composite
def records(draw: Any) -> list[Any]:
    """Up to a dozen measurements, a few linked promises and a few aims."""
    seen: list[Any] = [draw(observations(f"seen-{n}")) for n in range(draw(st.integers(0, 12)))]
    made: list[mo.Commitment] = []
    for n in range(draw(st.integers(0, 5))):
        made.append(draw(promises(f"promise-{n}", made)))
    return [*seen, *made, *(draw(aims(f"aim-{n}")) for n in range(draw(st.integers(0, 4))))]


def check(*given_records: Any) -> Findings:
    return mo.Dataset.of(*given_records, *PLACES, *OPERATORS, *PAPERS).check()


def told(found: Findings) -> list[dict[str, Any]]:
    return found.to_data()


@given(records(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_records_never_matters(given_records: list[Any], random: Any) -> None:
    """Shuffled records give the same findings, in the same order, in the same words."""
    shuffled = list(given_records)
    random.shuffle(shuffled)
    first, second = check(*given_records), check(*shuffled)
    assert told(first) == told(second)
    assert first.text("fr") == second.text("fr")


@given(records(), st.data())
@settings(max_examples=100, deadline=None)
def test_an_unrelated_record_changes_no_finding(given_records: list[Any], data: Any) -> None:
    """What is measured, promised and aimed at elsewhere, by others, leaves every finding as it was."""
    paper = mo.Source(id="elsewhere-paper", publisher="Elsewhere", published="2026")
    country = mo.Country(id="elsewhere", name="Ailleurs", citations=[paper])
    other = mo.Operator(id="other", name="Autre", citations=[paper])
    added = [
        data.draw(observations("far-seen", [country])),
        mo.Commitment(
            id="far-promise", made_by=[other], places=[country], citations=[paper],
            pledges=[mo.Pledge(measure="jobs", figure=data.draw(jobs()), due="2026", basis="additional")],
        ),
        mo.Target(
            id="far-aim", measure="jobs", figure=data.draw(jobs()), place=country, basis="level", due="2020",
            citations=[paper],
        ),
    ]  # fmt: skip
    before = told(check(*given_records))
    after = told(check(*given_records, *added))
    assert [each for each in after if not any("far-" in exhibit["record"] for exhibit in each["exhibits"])] == before


@given(records())
@settings(max_examples=100, deadline=None)
def test_findings_stand_on_their_records(given_records: list[Any]) -> None:
    """Each finding has figures of records of the dataset, words in three languages, and a place in the order."""
    found = check(*given_records)
    held = {record.id for record in given_records} | {place.id for place in PLACES} | {each.id for each in OPERATORS}
    for finding in found:
        assert isinstance(finding, Finding)
        assert finding.exhibits
        assert {record.id for record in finding.records} <= held
        assert len({finding.message(language) for language in ("fr", "en", "ar")}) == 3
        assert list(found.where(record=finding.records[0], code=finding.code, severity=finding.severity))
    ranks = [("error", "warning", "notice", "hint").index(finding.severity) for finding in found]
    assert ranks == sorted(ranks)
    assert sum(found.counts.values()) == len(found)


@given(st.lists(jobs(), min_size=2, max_size=8))
@settings(max_examples=200, deadline=None)
def test_rivals_disagree_exactly_where_two_of_them_do(figures: list[mo.Figure]) -> None:
    """The two outermost decide for all, in whatever order they are told."""
    from maroc_offshoring.checks.comparing import apart, disagree

    any_two = any(disagree(first, second) for first, second in itertools.combinations(figures, 2))
    assert (apart(figures) is not None) == any_two
    assert (apart(list(reversed(figures))) is not None) == any_two


def test_checking_grows_with_the_records_and_not_with_their_pairs() -> None:
    """Four times the records take about four times the calls; comparing all pairs would take sixteen times as many."""

    def calls(count: int) -> int:
        cities = [mo.City(id=f"c{n}", name=f"C{n}", parent=REGIONS[0], citations=PAPERS[:1]) for n in range(count)]
        made: list[Any] = [world(city, n) for n, city in enumerate(cities)]
        dataset = mo.Dataset.of(*itertools.chain.from_iterable(made))
        list(dataset.observations)
        seen = 0

        def counting(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal seen
            seen += event == "call"

        sys.setprofile(counting)
        try:
            found = dataset.check()
        finally:
            sys.setprofile(None)
        assert found.counts["sources_disagree"] == count
        return seen

    def world(city: mo.City, n: int) -> tuple[Any, ...]:
        rivals = (
            mo.Observation(
                id=f"{name}-{n}", measure="jobs", figure=mo.Figure(amount, "job"), place=city, basis="flow",
                period=2019, citations=[paper],
            )
            for name, amount, paper in (("low", 1000, PAPERS[0]), ("high", 2000, PAPERS[1]))
        )  # fmt: skip
        pledge = mo.Pledge(measure="jobs", figure=mo.Figure(500 + n, "job"), due="2026", basis="additional")
        promise = mo.Commitment(
            id=f"promise-{n}", made_by=OPERATORS, places=[city], pledges=[pledge], citations=PAPERS[:1]
        )
        aim = mo.Target(
            id=f"aim-{n}", measure="jobs", figure=mo.Figure(500 + n, "job"), place=city, basis="level", due="2020",
            citations=PAPERS[:1],
        )  # fmt: skip
        return (*rivals, promise, aim)

    calls(10)  # what is loaded at the first call is no part of it
    few, many = calls(50), calls(200)
    assert many < 5 * few
