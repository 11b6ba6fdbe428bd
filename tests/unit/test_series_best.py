"""Choosing between rivals: the policies, the rules that follow them, what lost and why."""

from itertools import permutations
from types import SimpleNamespace
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.series import Choice, Policy, Rule, Series, Standing, origins, standing
from maroc_offshoring.series.policy import rules


def source(id: str, kind: str = "press", published: str | None = None, publisher: str | None = None) -> mo.Source:
    return mo.Source(id=id, publisher=publisher or id, kind=kind, published=published)


def body(id: str, kind: str) -> mo.Institution:
    return mo.Institution(id=id, name=id, kind=kind, citations=[source("register")])


OFFICE, FEDERATION, CLUB = body("office", "public_body"), body("federation", "federation"), body("club", "club")


@pytest.fixture
def choose(world: Any) -> Any:
    """Choose between rivals, each a number and its fields, in the order of their letters."""

    def one(policy: str, *rivals: tuple[Any, dict[str, Any]]) -> Choice:
        seen = [world.seen(chr(97 + n), amount, **fields) for n, (amount, fields) in enumerate(rivals)]
        choices = {Series.of(order).best(policy)[0] for order in permutations(seen)}
        assert len(choices) == 1  # no order of theirs matters
        return choices.pop()

    return one


@pytest.mark.parametrize(
    ("policy", "worse", "better", "rule"),
    [
        ("official", {"stated_by": OFFICE}, {"citations": [source("m", "official")]}, "official"),
        ("official", {"stated_by": FEDERATION}, {"stated_by": OFFICE}, "official"),
        ("official", {}, {"stated_by": FEDERATION}, "official"),
        ("official", {}, {"said_by": "Somebody"}, "official"),
        ("official", {"confidence": "low"}, {"confidence": "high"}, "confidence"),
        ("official", {}, {"confidence": "low"}, "confidence"),
        ("official", {}, {"citations": [source("x"), source("y")]}, "most_origins"),
        ("official", {}, {"citations": [source("x", published="2016")]}, "latest_published"),
        ("official", {"nature": "estimate"}, {"nature": "derived"}, "nature"),
        ("official", {"nature": "derived"}, {}, "nature"),
        ("confidence", {"citations": [source("m", "official")]}, {"confidence": "low"}, "confidence"),
        ("confidence", {"confidence": "low"}, {"confidence": "medium"}, "confidence"),
        ("confidence", {}, {"stated_by": OFFICE}, "official"),
        ("most_origins", {"stated_by": OFFICE}, {"citations": [source("x"), source("y")]}, "most_origins"),
        ("latest_published", {"stated_by": OFFICE}, {"citations": [source("x", published="2016")]}, "latest_published"),
        (
            "latest_published",
            {"citations": [source("x", published="2016-08-09")]},
            {"citations": [source("x", published="2017")]},
            "latest_published",
        ),
    ],
)  # fmt: skip
def test_a_policy_prefers(choose: Any, policy: str, worse: Any, better: Any, rule: str) -> None:
    """Each rule of each policy, with what is worse and what is better by it; the other rules tell them not apart."""
    plain = {"citations": [source("paper")]}
    choice = choose(policy, (5, {**plain, **worse}), (6, {**plain, **better}))
    assert choice.chosen.id == "b"
    assert [(lost.observation.id, lost.rule.value, lost.to.id) for lost in choice.lost] == [("a", rule, "b")]
    assert choice.decided_by is Rule.of(rule)


@pytest.mark.parametrize("policy", Policy)
def test_a_forecast_never_counts_before_a_measurement(choose: Any, policy: str) -> None:
    """Not even the most official, most trusted and latest forecast; alone it is taken, and says what it is."""
    forecast = {
        "nature": "forecast", "confidence": "high", "stated_by": OFFICE,
        "citations": [source("m", "official", "2026"), source("n", "official", "2026")],
    }  # fmt: skip
    choice = choose(policy, (5, forecast), (6, {"nature": "estimate", "confidence": "low"}))
    assert (choice.chosen.id, choice.nature, choice.decided_by) == ("b", "estimate", Rule.MEASURED)
    assert str(choice.lost[0].because) == "measured or forecast: forecast, against estimate"
    alone = choose(policy, (5, forecast))
    assert (alone.chosen.id, alone.nature, alone.decided_by) == ("a", "forecast", None)
    assert "(forecast)" in str(alone)


def test_publishers_who_repeat_one_office_are_one_origin(choose: Any) -> None:
    """Twenty pages that quote the office are one origin; two that quote nobody are two."""
    pages = [source(f"page-{n}") for n in range(20)]
    choice = choose("most_origins", (5, {"citations": pages, "stated_by": OFFICE}), (6, {"citations": pages[:2]}))
    assert choice.chosen.id == "b"
    assert str(choice.lost[0].because) == "independent origins: 1, against 2"


def test_origins_are_parties_then_people_then_publishers(world: Any) -> None:
    """A copy "via" an archive has the origin of what it copies; two towns' papers of one name stay two."""
    papers = [
        source("a", publisher="Challenge (via Maghress)"), source("b", publisher="Challenge"),
        source("c", publisher="Libération (Maroc, via allAfrica)"), source("d", publisher="Libération (Maroc)"),
        source("e", publisher="Libération (France)"),
    ]  # fmt: skip
    seen = world.seen
    assert len(origins([seen("x", 5, citations=papers)])) == 3
    assert origins([seen("x", 5, citations=papers, stated_by=OFFICE)]) == {"party office"}
    quoted = mo.Citation(source=papers[0], said_by="A. Speaker")
    assert origins([seen("x", 5, citations=[quoted])]) == origins([seen("y", 5, said_by="a speaker")])
    assert standing(seen("x", 5, citations=[quoted])) is Standing.NAMED


def test_records_that_print_the_same_number_back_one_another(choose: Any) -> None:
    """Their origins are counted together, however firmly each puts it, and they are agreeing, not lost."""
    two = {"citations": [source("x"), source("y")]}
    choice = choose(
        "most_origins",
        (5, two),
        ("plus de 6 emplois", {"stated_by": OFFICE}),
        (6, {"stated_by": FEDERATION}),
        (6, {"citations": [source("z")]}),
    )
    assert choice.chosen.id == "b"  # of those that print 6, the most official
    assert [agreeing.id for agreeing in choice.agreeing] == ["c", "d"]
    assert [lost.observation.id for lost in choice.lost] == ["a"]
    assert choice.is_contested
    assert [cited.id for cited in choice.sources] == ["paper", "z"]


def test_dates_that_may_be_the_same_decide_nothing(choose: Any) -> None:
    """A page of 2016 is neither before nor after one of August 2016, so the next rule is asked."""
    august = {"citations": [source("x", published="2016-08")]}
    year = {"citations": [source("x", published="2016")], "nature": "estimate"}
    choice = choose("latest_published", (5, year), (6, august))
    assert (choice.chosen.id, choice.decided_by) == ("b", Rule.NATURE)


def test_a_rival_may_lose_to_another_that_loses_later(choose: Any) -> None:
    """March loses to August, which loses to a page of the year that is more official; each reason says to which."""
    march, august, year = (
        {"citations": [source(f"s{published}", published=published)]} for published in ("2016-03", "2016-08", "2016")
    )
    choice = choose("latest_published", (1, march), (2, august), (3, {**year, "stated_by": OFFICE}))
    assert choice.chosen.id == "c"
    assert [(lost.observation.id, lost.rule.value, lost.to.id) for lost in choice.lost] == [
        ("a", "latest_published", "b"), ("b", "official", "c"),
    ]  # fmt: skip


def test_the_first_time_that_a_figure_was_printed_counts(choose: Any) -> None:
    """A page of 2024 that repeats the first release does not make it the latest."""
    first = {"citations": [source("x", published="2015"), source("y", published="2024")]}
    choice = choose("latest_published", (5, first), (6, {"citations": [source("z", published="2016")]}))
    assert choice.chosen.id == "b"


def test_what_nothing_tells_apart_is_taken_by_id_and_says_so(choose: Any) -> None:
    """The choice is the same each time, and does not pretend to a reason."""
    choice = choose("official", (5, {}), (6, {}))
    assert (choice.chosen.id, choice.decided_by) == ("a", Rule.ORDER)
    assert str(choice.lost[0].because) == "nothing tells them apart but the order of their ids"
    assert choice.lost[0].because.fr == "rien ne les départage, sauf l'ordre des identifiants"


def test_in_a_year_the_later_stock_is_taken_where_all_else_is_equal(world: Any) -> None:
    """Of March and December, December; of the year and one of its months, nothing decides."""
    stocks = [world.seen("a", 5, period="2019-03"), world.seen("b", 6, period="2019-12")]
    assert Series.of(stocks).by_year().best()[0].chosen.id == "b"
    assert str(Series.of(stocks).by_year().best()[0].lost[0].because) == "date of the figure: 2019-03, against 2019-12"
    stocks[1] = world.seen("b", 6, period="2019")
    assert Series.of(stocks).by_year().best()[0].decided_by is Rule.ORDER


def test_figures_of_two_dates_in_a_year_are_no_contradiction(world: Any) -> None:
    """Two companies in March and five in April may both be true; two in March and five in March may not."""
    march, april = (world.seen(f"o{month}", month, period=f"2019-0{month}") for month in (3, 4))
    assert not Series.of([march, april]).by_year().best().contested
    rival = world.seen("rival", 50, period="2019-03")
    assert Series.of([march, april, rival]).by_year()[0].is_contested


@pytest.mark.parametrize("policy", Policy)
def test_a_policy_asks_each_rule_once(policy: Policy) -> None:
    """Its own rule comes right after whether it was measured; ids come last."""
    order = rules(policy)
    assert (order[0], order[1].value, order[-1]) == (Rule.MEASURED, policy.value, Rule.ORDER)
    assert sorted(order) == sorted(Rule)


def test_policies_are_read_in_three_languages() -> None:
    """A policy has labels, and any of them is understood."""
    assert Policy.of("l'officiel d'abord") is Policy.OFFICIAL
    assert Policy.OFFICIAL.label("ar") == "الرسمي أولا"


def test_the_best_of_a_series_is_told_with_what_lost(world: Any, look: SimpleNamespace) -> None:
    """A choice per point; as text, with its reasons in each language, and as a tree that reads back."""
    best = Series.of(
        [
            world.seen("a", 5, period=2018),
            world.seen("b", 6, period=2019),
            world.seen("c", 9, period=2019, confidence="low"),
        ]
    ).best("confidence")
    assert look.text(best) == "2018: 5 jobs\n2019: 9 jobs, not 6 jobs (confidence: not stated, against low)"
    assert repr(best) == "<Best of jobs, Oujda, stock by confidence: 2 figures, 1 contested>"
    assert best.at(2019) is best[1]
    assert best[:1] == (best[0],)
    assert best.contested == (best[1],)
    assert look.text(repr(best[1])) == "<Choice 2019: 9 jobs, c, over 1 by confidence>"
    text = look.text(best.explain(language="fr"))
    assert "    - 6 emplois  observé [confiance : non indiqué, contre faible] (1)" in text
    assert "règles, dans cet ordre : mesuré ou prévu, confiance, caractère officiel" in text
    tree = best.derivation
    assert type(tree).from_dict(best.explain("data")) == tree
    assert look.text(best[1].explain()).splitlines()[:2] == ["2019", "  = 9 jobs  observed (1)"]
    assert "CRI" in best.cite()
    assert str(Series.of([]).best()) == "series: no figure"


def test_each_strand_of_a_best_is_told_under_its_own_heading(world: Any, look: SimpleNamespace) -> None:
    """The working of several strands names each, and who states each figure."""
    best = Series.of(
        [world.seen("a", 5, stated_by=OFFICE), world.seen("b", 6, basis="flow"), world.seen("c", 7, stated_by=CLUB)],
        "jobs",
    ).best()
    assert look.text(best.explain()).splitlines() == [
        "jobs, Oujda (official first)",
        "  rules, in this order: measured or forecast, how official, confidence, independent origins, first published, "
        "nature, date of the figure, order of ids",
        "jobs, Oujda, stock:",
        "  2019",
        "    = 5 jobs  observed, stated by office (1)",
        "    - 7 jobs  observed, stated by club [how official: stated by a named body or person, "
        "against stated by a public authority] (1)",
        "jobs, Oujda, flow:",
        "  2019",
        "    = 6 jobs  observed (1)",
        "sources:",
        "  1. CRI, 2026-03, Enquête 2026",
    ]
    lost = best[0].lost[0]
    assert look.text(lost) == f"7 jobs (c): {lost.because}"
    assert look.text(lost.figure) == "7 jobs"
