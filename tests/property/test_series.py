"""What holds of series whatever the records: no order that matters, no rival lost, nothing unrelated that counts."""

import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.figures import Figure
from maroc_offshoring.series import Policy, Series, Subject
from maroc_offshoring.series.policy import is_better, rules

PAPERS = [
    mo.Source(id=f"paper-{n}", publisher=publisher, kind=kind, published=published)
    for n, (publisher, kind, published) in enumerate(
        [("CRI", "official", "2016"), ("Le Journal", "press", "2016-08"), ("Le Journal (via Archive)", "press", None),
         ("L'Agence", "agency", "2018-01-02")]
    )
]  # fmt: skip
MOROCCO = mo.Country(id="morocco", name="Maroc", citations=PAPERS[:1])
ORIENTAL = mo.Region(id="MA-02", name="Oriental", parent=MOROCCO, citations=PAPERS[:1])
OFFICE = mo.Institution(id="office", name="Office", kind="public_body", citations=PAPERS[:1])
CLUB = mo.Institution(id="club", name="Club", kind="club", citations=PAPERS[:1])
ACME = mo.Operator(id="acme", name="Acme", citations=PAPERS[:1])

numbers = st.integers(0, 6)  # few, so that rivals often agree
figures = st.one_of(
    st.builds(Figure, numbers, st.just("job"), st.sampled_from(["exact", "at_least", "at_most", "about", "nearly"])),
    st.tuples(numbers, numbers).map(lambda ends: Figure(None, "job", "range", min(ends), max(ends))),
)
periods = st.sampled_from(
    [None, "2014", "2015", "2015-04", "2015-01..2015-12", "2016-01..2016-06", "2014..2018", "..2018"]
)
policies = st.sampled_from(list(Policy))


@st.composite
def observations(draw: st.DrawFn) -> list[mo.Observation]:
    """Up to eight measurements of jobs, of a few subjects and periods."""
    return [
        mo.Observation(
            id=draw(st.sampled_from("amz")) + str(number),  # so that ids do not tell the order in which they were made
            measure="jobs",
            figure=draw(figures),
            place=draw(st.sampled_from([MOROCCO, MOROCCO, MOROCCO, ORIENTAL])),
            basis=draw(st.sampled_from(["stock", "stock", "flow", "cumulative"])),
            period=draw(periods),
            segments=draw(st.sampled_from([(), (), ("CRM",), ("BPO", "CRM")])),
            operator=draw(st.sampled_from([None, None, None, ACME])),
            nature=draw(st.sampled_from(["observed", "observed", "estimate", "forecast", "derived"])),
            confidence=draw(st.sampled_from([None, "high", "low"])),
            stated_by=draw(st.sampled_from([None, OFFICE, CLUB])),
            citations=draw(st.lists(st.sampled_from(PAPERS), min_size=1, max_size=3, unique=True)),
        )
        for number in range(draw(st.integers(0, 8)))
    ]  # fmt: skip


@given(observations(), st.randoms(use_true_random=False), policies)
def test_the_order_of_records_never_matters(records: list[mo.Observation], random: Any, policy: Policy) -> None:
    """A series, its best, its growth, its gaps and its texts are the same in whatever order the records come."""
    shuffled = list(records)
    random.shuffle(shuffled)
    first, second = Series.of(records), Series.of(shuffled)
    assert first == second
    assert first.best(policy) == second.best(policy)
    assert first.by_year().best(policy) == second.by_year().best(policy)
    assert first.growth(policy) == second.growth(policy)
    assert (str(first), repr(first), first.gaps) == (str(second), repr(second), second.gaps)
    assert first.explain("data") == second.explain("data")
    assert first.best(policy).explain() == second.best(policy).explain()


@given(observations())
def test_every_record_is_kept_once(records: list[mo.Observation]) -> None:
    """No rival is dropped or doubled, by period, by year, by strand or in a table; each stands with its own subject."""
    series = Series.of(records)
    ids = sorted(record.id for record in records)
    assert sorted(one.id for one in series.observations) == ids
    assert sorted(one.id for one in series.by_year().observations) == ids
    assert sorted(one.id for strand in series.strands for one in strand.observations) == ids
    for point in series:
        assert {Subject.of(one) for one in point} == {point.subject}
    for strand in series.strands:
        assert strand.subject == strand.subjects[0]


@given(observations(), policies)
def test_the_best_is_one_of_the_rivals(records: list[mo.Observation], policy: Policy) -> None:
    """One rival is taken; the others agree with it or lost to a rival by a rule by which that one is better."""
    for series in (Series.of(records), Series.of(records).by_year()):
        for point, choice in zip(series, series.best(policy), strict=True):
            others = {one.id for one in choice.agreeing} | {lost.observation.id for lost in choice.lost}
            assert others | {choice.chosen.id} == {one.id for one in point}
            assert len(others) == len(point) - 1
            for lost in choice.lost:
                assert is_better(lost.rule, lost.against, lost.own)
                assert lost.rule in rules(policy)
            forecasts = [one.nature == "forecast" for one in point]
            assert (choice.nature == "forecast") is all(forecasts)


@given(observations(), observations(), policies)
def test_an_unrelated_record_changes_nothing(
    records: list[mo.Observation], others: list[mo.Observation], policy: Policy
) -> None:
    """Records of other subjects leave a strand, its choices and its growth as they were."""
    for strand in Series.of(records).strands:
        unrelated = [
            mo.Observation(**{name: getattr(one, name) for name in FIELDS} | {"id": f"other-{one.id}"})
            for one in others
            if Subject.of(one) != strand.subject
        ]
        mixed = [*unrelated, *strand.observations]
        again = next(one for one in Series.of(mixed).strands if one.subject == strand.subject)
        assert again == strand
        assert again.best(policy).choices == strand.best(policy).choices
        assert again.growth(policy) == strand.growth(policy)
        assert again.gaps == strand.gaps


FIELDS = ("measure", "figure", "place", "basis", "period", "segments", "operator", "nature", "citations")


@given(observations(), policies)
def test_growth_stays_within_its_bounds_and_its_strand(records: list[mo.Observation], policy: Policy) -> None:
    """The number lies between the bounds; both ends have one subject; the later is certainly later."""
    for growth in Series.of(records).growth(policy):
        assert growth.earlier.subject == growth.later.subject
        assert growth.earlier.period.last_day < growth.later.period.first_day  # type: ignore[operator]
        if growth.percent is not None:
            assert growth.low is None or growth.low <= growth.percent
            assert growth.high is None or growth.percent <= growth.high
        assert growth.low is None or growth.high is None or growth.low <= growth.high


@given(observations())
def test_a_series_survives_pickling_and_its_tree_reads_back(records: list[mo.Observation]) -> None:
    """What is pickled is equal, and the working as data reads back as the same tree."""
    series = Series.of(records)
    assert pickle.loads(pickle.dumps(series)) == series
    for tree in (series.derivation, series.best().derivation):
        assert type(tree).from_dict(tree.to_dict()) == tree
