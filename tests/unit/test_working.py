"""The working of a total, as text."""

import json
from functools import partial
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
    assert look.text(total.explain(language="ar")).splitlines()[3:5] == [
        "لم تُحتسب:",
        "  - 800 منصب شغل  Acme 800 [old]: عدّله وعد لاحق؛ المحتسب بدلا منه: Acme 1000 [part]",
    ]
    assert total.derivation.children[-1].children[0].record.id == "old"


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


def told(explained: Any, look: Any, count: int) -> list[list[str]]:
    """The first lines of a working in French, English and Arabic."""
    return [look.text(explained.explain(language=language)).splitlines()[:count] for language in ("fr", "en", "ar")]


def test_the_working_of_nothing_says_so_in_each_language(world: Any, look: Any) -> None:
    """With nothing at all no basis is known; with what was left out the one that was asked for is named."""
    assert told(world.promises().total("jobs"), look, 1) == [
        ["emplois : rien n'est compté"],
        ["jobs: nothing counted"],
        ["مناصب الشغل: لا شيء محتسب"],
    ]
    assert told(world.promises(world.promise("a", 800, basis=None)).total("jobs"), look, 2) == [
        ["emplois, supplémentaire : rien n'est compté", "écartés :"],
        ["jobs, additional: nothing counted", "left out:"],
        ["مناصب الشغل، إضافي: لا شيء محتسب", "لم تُحتسب:"],
    ]


def test_a_basket_is_told_in_each_language_with_what_it_leaves_out(world: Any, look: Any) -> None:
    """Each sum by its currency, and below them what is not counted."""
    total = world.promises(
        world.promise("a", "10 M€", "investment"),
        world.promise("b", "65 MDH", "investment"),
        world.promise("c", "5 MDH", "investment", basis=None),
    ).total("investment")
    assert [[*lines[:2], *lines[5:7]] for lines in told(total, look, 7)] == [
        [
            "investissement, supplémentaire : 10 000 000 EUR + 65 000 000 MAD",
            "  = 10 000 000 EUR  en EUR",
            "écartés :",
            "  - 5 000 000 MAD  c [c] : il n'est pas donné sur la base demandée",
        ],
        [
            "investment, additional: 10 000 000 EUR + 65 000 000 MAD",
            "  = 10 000 000 EUR  in EUR",
            "left out:",
            "  - 5 000 000 MAD  c [c]: it does not say what it counts, not additional",
        ],
        [
            "الاستثمار، إضافي: 10 000 000 أورو + 65 000 000 درهم",
            "  = 10 000 000 أورو  بعملة EUR",
            "لم تُحتسب:",
            "  - 5 000 000 درهم  c [c]: ليس على الأساس المطلوب",
        ],
    ]


def test_a_telling_without_its_original_says_where_it_was_told_first(world: Any, look: Any) -> None:
    """In each language, with the record that told it first; the French and the Arabic name the same record."""
    original = world.promise("original", 1000)
    again = world.promise("again", 500, restates=original)
    total = world.promises(original, again).where(ids="again").total("jobs")
    assert told(total, look, 3) == [
        [
            "emplois, supplémentaire : 500 emplois",
            "  + 500 emplois  again [again] (1)",
            "      dit d'abord dans original, qui n'est pas choisi ou ne donne pas un tel chiffre",
        ],
        [
            "jobs, additional: 500 jobs",
            "  + 500 jobs  again [again] (1)",
            "      told first in original, which is not selected or gives no such figure",
        ],
        [
            "مناصب الشغل، إضافي: 500 منصب شغل",
            "  + 500 منصب شغل  again [again] (1)",
            "      ورد أولا في original، وهو غير مختار أو لا يعطي هذا الرقم",
        ],
    ]
    (line, *_) = total.derivation.children
    assert (line.record.id, line.children[0].record.id) == ("again", "original")


def test_a_firmer_whole_is_told_in_each_language_and_refers_to_its_record(world: Any, look: Any) -> None:
    """What the lines come to together, by the name and the id of the whole."""
    whole = world.promise("whole", 3000, title="Together")
    total = world.promises(whole, world.promise("part", "plus de 1000 emplois", part_of=whole)).total("jobs")
    assert [lines[3] for lines in told(total, look, 4)] == [
        "  = 3 000 emplois  ce que donnent ensemble les lignes de Together [whole], comme ce tout l'énonce",
        "  = 3 000 jobs  what the lines of Together [whole] come to together, as that whole states",
        "  = 3 000 منصب شغل  ما تعطيه معا أسطر Together [whole]، كما ورد في هذا الكل",
    ]
    assert [node.record.id for node in total.derivation.children] == ["part", "whole", "whole"]


def test_a_firmer_whole_is_shown_after_others_that_are_not(world: Any, look: Any) -> None:
    """50 alone, and 900 of which 200, are what their lines say; the 3,000 after them are firmer than theirs."""
    plain = world.promise("b", 900)
    whole = world.promise("whole", 3000)
    total = world.promises(
        world.promise("a", 50), plain, world.promise("c", 200, part_of=plain),
        whole, world.promise("part", "plus de 1000 emplois", part_of=whole),
    ).total("jobs")  # fmt: skip
    sums = [line for line in look.text(total.explain()).splitlines() if line.startswith("  = ")]
    assert sums == ["  = 3 000 jobs  what the lines of whole [whole] come to together, as that whole states"]


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


def test_parts_that_are_all_of_a_firmer_whole_are_shown_to_come_to_it(world: Any, look: Any) -> None:
    """About 600 and about 400 are exactly 1,000, as the whole that they cover states."""
    whole = world.promise("whole", 1000, title="Together")
    parts = [world.promise(name, f"environ {n} emplois", part_of=whole) for name, n in (("a", 600), ("b", 400))]
    working = look.text(world.promises(whole, *parts).total("jobs").explain()).splitlines()
    assert working[:6] == [
        "jobs, additional: 1 000 jobs",
        "  + about 600 jobs  a [a] (1)",
        "  + about 400 jobs  b [b] (1)",
        "  = 1 000 jobs  what the lines of Together [whole] come to together, as that whole states",
        "left out:",
        "  - 1 000 jobs  Together [whole]: its parts add up to it",
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


def test_a_breakdown_of_nothing_says_so_in_each_language(world: Any, look: Any) -> None:
    """The measure, what it was taken apart by, and that there is nothing."""
    breakdown = world.promises().breakdown("jobs", by=("city", "due"))
    assert [look.text(breakdown.explain(language=language)) for language in ("fr", "en", "ar")] == [
        "emplois, par ville, échéance : rien n'est compté",
        "jobs, by city, due: nothing counted",
        "مناصب الشغل، حسب المدينة، الأجل: لا شيء محتسب",
    ]


def test_a_breakdown_of_a_basket_names_the_sums_of_each_part(world: Any, look: Any) -> None:
    """A part of two currencies has no single figure; a key of one's own is told as its text, in each language."""
    promises = world.promises(world.promise("a", "10 M€", "investment"), world.promise("b", "65 MDH", "investment"))

    def letter(record: mo.Record) -> str | None:
        return "letter" if record.id in "ab" else None

    breakdown = promises.breakdown("investment", by=letter)
    sums, in_arabic = "10 000 000 EUR + 65 000 000 MAD", "10 000 000 أورو + 65 000 000 درهم"
    assert [look.text(breakdown.explain(language=language)).splitlines()[:2] for language in ("fr", "en", "ar")] == [
        [f"investissement, supplémentaire, par letter : {sums}", f"  + letter : {sums}"],
        [f"investment, additional, by letter: {sums}", f"  + letter: {sums}"],
        [f"الاستثمار، إضافي، حسب letter: {in_arabic}", f"  + letter: {in_arabic}"],
    ]


def initial(record: mo.Record, length: int) -> str:
    return record.id[:length]


@pytest.mark.parametrize(
    ("by", "first", "second"),
    [
        ((), "jobs, additional: 300 jobs", "  + 300 jobs  —"),
        (partial(initial, length=0), "jobs, additional, by function: 300 jobs", "  + 300 jobs  —"),
        (partial(initial, length=1), "jobs, additional, by function: 300 jobs", "  + 300 jobs  a"),
        (lambda _: (), "jobs, additional, by <lambda>: 300 jobs", "  + 300 jobs  —"),
        (lambda _: " ", "jobs, additional, by <lambda>: 300 jobs", "  + 300 jobs  —"),
        (lambda _: ("", "b"), "jobs, additional, by <lambda>: 300 jobs", "  + 300 jobs  —, b"),
    ],
)
def test_a_key_without_a_text_is_a_dash(world: Any, look: Any, by: Any, first: str, second: str) -> None:
    """A breakdown by nothing, or by a function that gives nothing to read, is explained all the same."""
    breakdown = world.promises(world.promise("a", 300)).breakdown("jobs", by)
    assert look.text(breakdown.explain()).splitlines()[:2] == [first, second]


def test_the_keys_of_a_breakdown_are_told_in_arabic(world: Any, look: Any) -> None:
    """Several keys stand with an Arabic comma between them, and what is not stated is said."""
    promises = world.promises(world.promise("a", 300, places=[world.oujda]), world.promise("b", 200, due=2026))
    working = look.text(promises.breakdown("jobs", by=("city", "due")).explain(language="ar")).splitlines()
    assert working[:4:3] == [
        "مناصب الشغل، إضافي، حسب المدينة، الأجل: 500 منصب شغل",
        "  + 200 منصب شغل  غير مذكور، 2026",
    ]
    assert working[1] == "  + 300 منصب شغل  Oujda، غير مذكور"


def test_a_part_that_is_a_record_refers_to_it(world: Any) -> None:
    """A city can be followed from the working to its record; a year cannot."""
    promises = world.promises(world.promise("a", 300, places=[world.oujda], announced_on="2020"))
    by_city, by_year = (promises.breakdown("jobs", by=by).derivation.children[0] for by in ("city", "announced"))
    assert (by_city.record.kind, by_city.record.id) == ("city", "oujda")
    assert by_year.record is None


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
