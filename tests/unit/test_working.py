"""The working of a total, as text."""

import json
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.derivation import Derivation


def test_the_working_lists_what_was_added_what_was_not_and_who_says_so(world: Any, look: Any) -> None:
    """At least 3,000 of which 1,000, the older 800 left out, and two papers: the whole working, to the letter."""
    whole = world.promise(
        "whole", "plus de 3000 emplois", title="Oujda operators together", places=[world.oujda],
        citations=[world.paper, world.other_paper],
    )  # fmt: skip
    old = world.promise("old", 800, title="Acme: 800 jobs")
    part = world.promise(
        "part", 1000, title="Acme: 1,000 jobs", places=[world.oujda_shore], part_of=whole, supersedes=old,
        citations=[world.other_paper],
    )  # fmt: skip
    assert look.text(world.promises(whole, old, part).total("jobs").explain()).splitlines() == [
        "jobs, additional: at least 3 000 jobs",
        "  + 1 000 jobs  Acme: 1,000 jobs [part], Oujda Shore (1)",
        "  + at least 2 000 jobs  what is beyond its parts: Oujda operators together [whole], Oujda (2, 1)",
        "left out:",
        "  - 800 jobs  Acme: 800 jobs [old]: a later promise changed it; counted instead: Acme: 1,000 jobs [part]",
        "sources:",
        "  1. Le Journal, 2025",
        "  2. CRI, 2026-03, Enquête 2026",
    ]


def test_the_working_shows_the_stated_amount_and_each_step(world: Any, look: Any) -> None:
    """65 MDH of 2022 at 10.6851 dirhams a euro: stated amount, rate, year, kind and source."""
    promises = world.promises(world.promise("a", "65 MDH", "investment", announced_on="2022"))
    working = look.text(promises.total("investment", currency="EUR").explain()).splitlines()
    assert working[0] == "investment, additional: 6 083 237.41 EUR"
    assert working[2] == "      stated: 65 000 000 MAD"
    assert working[3].startswith("      convert × 0.093588")
    assert "(average, 2022)" in working[3]
    assert working[3].endswith("1 EUR = 10.6851 MAD")


def test_the_working_of_nothing_says_so(world: Any) -> None:
    """No line, no source, and no zero."""
    assert world.promises().total("jobs").explain() == "jobs: nothing counted"


def test_the_working_of_what_was_all_left_out_says_why(world: Any, look: Any) -> None:
    """One promise without a basis: nothing counted, and its name and reason below."""
    assert look.text(world.promises(world.promise("a", 800, basis=None)).total("jobs").explain()).splitlines() == [
        "jobs, additional: nothing counted",
        "left out:",
        "  - 800 jobs  a [a]: it does not say what it counts, not additional",
    ]


def test_the_working_of_a_measurement_names_its_basis(world: Any, look: Any) -> None:
    """A stock is called a stock."""
    from maroc_offshoring import Dataset

    total = Dataset.of(world.seen("a", 1000)).observations.total("jobs")
    assert look.text(total.explain()).splitlines()[:2] == [
        "jobs, stock: 1 000 jobs",
        "  + 1 000 jobs  a [a], Oujda (1)",
    ]


def test_a_source_with_an_address_is_listed_with_it(world: Any) -> None:
    """A reader can open the page that gives the figure."""
    page = mo.Source(
        id="page", publisher="Médias24", title="Outsourcing", published="2022-04-20", url="https://example.org/a"
    )
    working = world.promises(world.promise("a", 300, citations=[page])).total("jobs").explain()
    assert working.splitlines()[-1] == "  1. Médias24, 2022-04-20, Outsourcing <https://example.org/a>"


# In three languages and three formats


def test_the_working_speaks_french_and_arabic(world: Any, look: Any) -> None:
    """The same lines, the same numbers of sources, every word of ours translated; titles stay as they are."""
    whole = world.promise("whole", "plus de 3000 emplois", title="Oujda ensemble", places=[world.oujda])
    old = world.promise("old", 800, title="Acme 800")
    part = world.promise("part", 1000, title="Acme 1000", part_of=whole, supersedes=old, places=[world.oujda])
    total = world.promises(whole, old, part).total("jobs")
    assert look.text(total.explain(language="fr")).splitlines() == [
        "emplois, supplémentaire : au moins 3 000 emplois",
        "  + 1 000 emplois  Acme 1000 [part], Oujda (1)",
        "  + au moins 2 000 emplois  ce qui dépasse ses parties : Oujda ensemble [whole], Oujda (1)",
        "écartés :",
        "  - 800 emplois  Acme 800 [old] : une promesse ultérieure l'a modifiée ; compté à sa place : Acme 1000 [part]",
        "sources :",
        "  1. CRI, 2026-03, Enquête 2026",
    ]
    assert look.text(total.explain(language="ar")).splitlines()[:3] == [
        "مناصب الشغل، إضافي: 3 000 منصب شغل على الأقل",
        "  + 1 000 منصب شغل  Acme 1000 [part]، Oujda (1)",
        "  + 2 000 منصب شغل على الأقل  ما يزيد على أجزائه: Oujda ensemble [whole]، Oujda (1)",
    ]


def test_a_step_is_told_in_french_with_its_own_source(world: Any, look: Any) -> None:
    """The action and the kind are ours to translate; who publishes the rate is not."""
    promises = world.promises(world.promise("a", "65 MDH", "investment", announced_on="2022"))
    working = look.text(promises.total("investment", currency="EUR").explain(language="fr")).splitlines()
    assert working[:3] == [
        "investissement, supplémentaire : 6 083 237,41 EUR",
        "  + 6 083 237,41 EUR  a [a] (1)",
        "      énoncé : 65 000 000 MAD",
    ]
    assert working[3].startswith("      converti × 0,093588 EUR/MAD (moyenne, 2022), World Bank")


def test_the_working_of_a_split_says_so_in_each_language(world: Any) -> None:
    """What is split equally is split `à parts égales` in French."""
    promises = world.promises(world.promise("a", 1000, places=[world.oujda, world.fes]))
    total = promises.total("jobs", spread="equally")
    assert "réparti × 0,5 (à parts égales)" in total.explain(language="fr")
    assert "(بالتساوي)" in total.explain(language="ar")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_reason_for_leaving_out_is_told_in_every_language(world: Any, language: str) -> None:
    """No English word of a rule is left in another language: each reason has its own."""
    from maroc_offshoring.totals import Reason
    from maroc_offshoring.totals.working import _BECAUSE

    assert set(_BECAUSE) == set(Reason)
    undated = world.promise("undated", "10 MDH", "investment")
    dated = world.promise("dated", "10 MDH", "investment", announced_on="2022")
    working = world.promises(undated, dated).total("investment", currency="EUR").explain(language=language)
    assert "is not known" not in working
    assert {"fr": "l'année de sa monnaie", "ar": "سنة قيمته النقدية"}[language] in working


def test_a_basket_is_explained_currency_by_currency(world: Any, look: Any) -> None:
    """Each sum with the lines that make it, and no single figure at the top."""
    promises = world.promises(
        world.promise("a", "10 M€", "investment"), world.promise("b", "65 MDH", "investment"),
        world.promise("c", "5 MDH", "investment"),
    )  # fmt: skip
    total = promises.total("investment")
    assert look.text(total.explain()).splitlines()[:6] == [
        "investment, additional: 10 000 000 EUR + 70 000 000 MAD",
        "  = 10 000 000 EUR  in EUR",
        "      + 10 000 000 EUR  a [a] (1)",
        "  = 70 000 000 MAD  in MAD",
        "      + 65 000 000 MAD  b [b] (1)",
        "      + 5 000 000 MAD  c [c] (1)",
    ]
    assert total.derivation.figure is None


def test_a_whole_that_is_firmer_than_its_lines_is_shown(world: Any, look: Any) -> None:
    """At least 1,000 and at most 2,000 come to exactly 3,000, as their whole states: the working says why."""
    whole = world.promise("whole", 3000, title="Together")
    part = world.promise("part", "plus de 1000 emplois", part_of=whole)
    working = look.text(world.promises(whole, part).total("jobs").explain()).splitlines()
    assert working[:4] == [
        "jobs, additional: 3 000 jobs",
        "  + at least 1 000 jobs  part [part] (1)",
        "  + at most 2 000 jobs  what is beyond its parts: Together [whole] (1)",
        "  = 3 000 jobs  what the lines of Together [whole] come to together, as that whole states",
    ]


def test_a_breakdown_explains_itself_part_by_part(world: Any, look: Any) -> None:
    """Its parts with their lines, what was left out once, and the sources."""
    promises = world.promises(
        world.promise("a", 300, made_by=[world.acme], places=[world.oujda]),
        world.promise("b", 200, made_by=[world.bolt], places=[world.fes], citations=[world.other_paper]),
        world.promise("c", 100, places=[world.oujda, world.fes]),
        world.promise("d", 50, basis=None),
    )
    breakdown = promises.breakdown("jobs", by=("operator", "city"))
    assert look.text(breakdown.explain()).splitlines() == [
        "jobs, additional, by operator, city: 600 jobs",
        "  + 300 jobs  Acme, Oujda",
        "      + 300 jobs  a [a], Oujda (1)",
        "  + 200 jobs  Bolt, Fès",
        "      + 200 jobs  b [b], Fès (2)",
        "  + 100 jobs  not stated, Oujda, Fès",
        "      + 100 jobs  c [c], Oujda, Fès (1)",
        "left out:",
        "  - 50 jobs  d [d]: it does not say what it counts, not additional",
        "sources:",
        "  1. CRI, 2026-03, Enquête 2026",
        "  2. Le Journal, 2025",
    ]
    french = look.text(breakdown.explain(language="fr")).splitlines()
    assert french[0] == "emplois, supplémentaire, par opérateur, ville : 600 emplois"
    assert french[5] == "  + 100 emplois  non indiqué, Oujda, Fès"
    assert world.promises().breakdown("jobs", by="city").explain() == "jobs, by city: nothing counted"


def test_a_breakdown_of_a_basket_names_the_sums_of_each_part(world: Any, look: Any) -> None:
    """A part of two currencies has no single figure; a key of one's own is told as its text."""
    promises = world.promises(world.promise("a", "10 M€", "investment"), world.promise("b", "65 MDH", "investment"))

    def letter(record: mo.Record) -> str | None:
        return "letter" if record.id in "ab" else None

    working = look.text(promises.breakdown("investment", by=letter).explain()).splitlines()
    assert working[0] == "investment, additional, by letter: 10 000 000 EUR + 65 000 000 MAD"
    assert working[1] == "  + letter: 10 000 000 EUR + 65 000 000 MAD"


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_text_html_and_data_are_one_tree(world: Any, language: str) -> None:
    """What a reader of the text sees is in the HTML and in the data, which reads back equal."""
    whole = world.promise("whole", "plus de 3000 emplois", title="A <b>title</b>")
    promises = world.promises(whole, world.promise("part", 1000, part_of=whole))
    for explained in (promises.total("jobs"), promises.breakdown("jobs", by="due")):
        data = json.loads(json.dumps(explained.explain("data")))
        tree = Derivation.from_dict(data)
        assert tree == explained.derivation
        assert tree.text(language) == explained.explain(language=language)
        html = explained.explain("html", language)
        assert html == tree.html(language)
        assert "<b>" not in html
        assert [node.record.id for node in tree.walk() if node.record and node.kind.value == "added"] == ["part"]


def test_an_unknown_format_or_language_is_refused(world: Any) -> None:
    """By name, with the nearest that exists."""
    total = world.promises(world.promise("a", 300)).total("jobs")
    with pytest.raises(mo.errors.UnknownWord, match="'htm' is not a format of explanations; did you mean 'html'"):
        total.explain("htm")
    with pytest.raises(mo.errors.UnknownWord, match="'de' is not a language of explanations"):
        total.explain("data", "de")


def test_the_units_of_ratios_and_prices_are_told_in_each_language() -> None:
    """Dirhams of 2015 and dirhams per job."""
    assert [mo.units.label("MAD_2015", language) for language in ("fr", "en", "ar")] == [
        "MAD de 2015", "MAD of 2015", "درهم لسنة 2015",
    ]  # fmt: skip
    assert [mo.units.label("MAD/job", language) for language in ("fr", "en", "ar")] == [
        "MAD/emploi", "MAD/job", "درهم لكل منصب شغل",
    ]  # fmt: skip
