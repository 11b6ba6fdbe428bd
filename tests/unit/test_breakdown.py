"""Breakdowns: keys, what is not stated, several places and spreads, and that the parts add up to the total."""

import pickle
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField, UnknownKeyword, UnknownName, WrongType


def amounts(breakdown: mo.Breakdown) -> dict[str, Decimal | None]:
    """The parts by the text of their key, in order."""
    return {
        ", ".join(map(str, key)) if isinstance(key, tuple) else str(key): part.figure.value
        for key, part in breakdown.items()
    }


def letters(record: mo.Record, length: int) -> str:
    return record.id[:length]


@pytest.fixture
def mixed(world: Any) -> Any:
    """1,000 in Oujda by Acme, 600 in Fès by Bolt, 500 at Fès Shore by Acme and Bolt, and 70 nowhere stated."""
    agreement = mo.Agreement(id="pact", title="Pacte", kind="mou", citations=[world.paper])
    return world.promises(
        world.promise(
            "a", 1000, due=2026, places=[world.oujda], made_by=[world.acme], segments=["CRM"],
            announced_on="2020-07-10", agreement=agreement,
        ),
        world.promise(
            "b", 600, due=2028, places=[world.fes], made_by=[world.bolt, world.ministry], segments=["ITO"],
            announced_on="2020", citations=[world.other_paper],
        ),
        world.promise(
            "c", 500, due=2028, places=[world.fes_shore], made_by=[world.acme, world.bolt], segments=["CRM", "BPO"],
            announced_on="2022-04", citations=[world.paper, world.other_paper],
            history=[mo.StatusChange(status="delivered", on="2023")],
        ),
        world.promise("d", 70),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("region", {"Fès-Meknès": 1100, "Oriental": 1000, "not stated": 70}),
        ("city", {"Fès": 1100, "Oujda": 1000, "not stated": 70}),
        ("site", {"not stated": 1670, "Fès Shore": 500}),
        ("place", {"Oujda": 1000, "Fès": 600, "Fès Shore": 500, "not stated": 70}),
        ("operator", {"Acme": 1000, "Bolt": 600, "Acme, Bolt": 500, "not stated": 70}),
        ("party", {"Acme": 1000, "Bolt, Ministère": 600, "Acme, Bolt": 500, "not stated": 70}),
        ("segment", {"CRM": 1000, "ITO": 600, "CRM, BPO": 500, "not stated": 70}),
        ("agreement", {"not stated": 1170, "Pacte": 1000}),
        ("due", {"2028": 1100, "2026": 1000, "not stated": 70}),
        ("announced", {"2020": 1600, "2022": 500, "not stated": 70}),
        ("status", {"announced": 1670, "delivered": 500}),
        (
            "source",
            {"CRI, 2026-03": 1070, "Le Journal, 2025": 600, "CRI, 2026-03, Le Journal, 2025": 500},
        ),
        ("kind", {"not stated": 1170, "mou": 1000}),
        (("region", "due"), {"Fès-Meknès, 2028": 1100, "Oriental, 2026": 1000, "not stated, not stated": 70}),
        ((), {"": 2170}),
    ],
)
def test_each_key_takes_the_total_apart(mixed: Any, by: Any, expected: dict[str, int]) -> None:
    """1,000 + 600 + 500 + 70 = 2,170, by each key; the largest part first, and equal parts by name."""
    breakdown = mixed.breakdown("jobs", by)
    assert amounts(breakdown) == expected
    assert list(amounts(breakdown)) == list(expected)
    assert sum(expected.values()) == breakdown.total.figure.value == 2170


def test_a_function_of_the_record_is_a_key(mixed: Any) -> None:
    """By whether a company of two promises: 500 by both, and what the function leaves open is not stated."""
    breakdown = mixed.breakdown("jobs", lambda record: len(record.operators) or None)
    assert {key: part.figure.value for key, part in breakdown.items()} == {1: 1600, 2: 500, mo.NOT_STATED: 70}
    assert repr(breakdown).startswith("<Breakdown of jobs by <lambda>: 3 parts, 2")


def test_a_function_without_a_name_is_called_a_function(mixed: Any, look: Any) -> None:
    """A callable that Python gives no name still makes a breakdown that says what it is by."""
    breakdown = mixed.breakdown("jobs", partial(letters, length=1))
    assert look.text(repr(breakdown)) == "<Breakdown of jobs by function: 4 parts, 2 170 jobs in all>"


def test_names_and_functions_can_be_keys_together(mixed: Any) -> None:
    """Several keys make tuples, whatever kind each is of."""
    breakdown = mixed.breakdown("jobs", ["region", lambda record: record.id])
    assert breakdown["Oriental", "a"].figure.value == 1000


def test_the_keys_are_the_things_themselves(world: Any, mixed: Any) -> None:
    """A key has its own names and fields: regions are regions, due dates periods, years numbers."""
    assert next(iter(mixed.breakdown("jobs", "region"))).parent == world.morocco
    assert set(mixed.breakdown("jobs", "announced")) == {2020, 2022, mo.NOT_STATED}
    assert mo.Period.of(2026) in mixed.breakdown("jobs", "due")
    assert mo.Several((world.acme, world.bolt)) in mixed.breakdown("jobs", "operator")


def test_a_part_is_found_by_id_name_or_thing(world: Any, mixed: Any) -> None:
    """`MA-02`, `oriental` and the region itself are one key; so are 2026 and "2026"."""
    by = mixed.breakdown("jobs", by="region")
    assert by["MA-02"].figure == by["oriental"].figure == by[world.oriental].figure == mo.Figure(1000, "job")
    due = mixed.breakdown("jobs", by="due")
    assert due[2026].figure == due["2026"].figure == due[mo.Period.of("2026")].figure
    both = mixed.breakdown("jobs", by=("region", "due"))
    assert both["MA-02", 2026].figure.value == 1000
    assert mixed.breakdown("jobs", by="operator")["Acme, Bolt"].figure.value == 500
    assert "Atlantis" not in by


def test_what_is_no_key_finds_no_part(world: Any, mixed: Any) -> None:
    """Another city, a number with decimals, nothing at all or a longer key is not taken for the only part there is."""
    oujda = world.promises(world.promise("a", 1000, due=2026, places=[world.oujda])).breakdown("jobs", by="city")
    for other in (world.fes, 2026.0, None, ("Oujda",), ["Oujda"]):
        assert other not in oujda
    due = world.promises(world.promise("a", 1000, due=2026)).breakdown("jobs", by=("due", "city"))
    for other in ("2026", (2026,), (2026, mo.NOT_STATED, mo.NOT_STATED), (2026, "Oujda")):
        assert other not in due
    assert (2026, "not stated") in due


def test_a_source_is_found_by_what_is_printed_its_id_and_its_title(world: Any, mixed: Any) -> None:
    """Like any other key; where two sources print alike, the id tells them apart."""
    by = mixed.breakdown("jobs", by="source")
    assert by["CRI, 2026-03"].figure == by["paper"].figure == by["Enquête 2026"].figure == mo.Figure(1070, "job")
    twin = mo.Source(id="twin", publisher="CRI", published="2026-03")
    alike = world.promises(world.promise("a", 300), world.promise("b", 200, citations=[twin])).breakdown(
        "jobs", by="source"
    )
    assert (alike["paper"].figure.value, alike["twin"].figure.value) == (300, 200)
    with pytest.raises(UnknownName, match=r"no part of this breakdown is named 'CRI, 2026-03'"):
        alike["CRI, 2026-03"]


def test_what_is_not_stated_has_a_name_to_read_and_one_to_type() -> None:
    """It prints as words, and shows as the name that code uses."""
    assert (str(mo.NOT_STATED), repr(mo.NOT_STATED)) == ("not stated", "NOT_STATED")


def test_a_part_that_is_not_there_is_an_error_that_lists_the_nearest(mixed: Any) -> None:
    """`Orientl` is no part; `Oriental` is."""
    with pytest.raises(UnknownName) as caught:
        mixed.breakdown("jobs", by="region")["Orientl"]
    assert str(caught.value) == "no part of this breakdown is named 'Orientl'; did you mean Oriental?"


def test_a_part_of_no_such_name_lists_five_that_there_are(world: Any) -> None:
    """Where none is near, the largest five are listed; several keys are written as they print."""
    promises = world.promises(*(world.promise(f"p{n}", 100 - n, announced_on=str(2010 + n)) for n in range(7)))
    with pytest.raises(UnknownName) as caught:
        promises.breakdown("jobs", by="announced")["Atlantis"]
    assert str(caught.value) == (
        "no part of this breakdown is named 'Atlantis'; did you mean 2010 or 2011 or 2012 or 2013 or 2014?"
    )
    both = promises[:1].breakdown("jobs", by=("announced", "city"))
    with pytest.raises(UnknownName) as caught:
        both["Atlantis", 1999]
    assert str(caught.value) == "no part of this breakdown is named 'Atlantis, 1999'; did you mean 2010, not stated?"


def test_equal_parts_of_several_keys_stand_by_name(world: Any, look: Any) -> None:
    """100 each: by the text of the first key, then of the second."""
    promises = world.promises(
        world.promise("a", 100, due=2028, places=[world.oujda]),
        world.promise("b", 100, due=2026, places=[world.oujda]),
        world.promise("c", 100, due=2027, places=[world.fes]),
    )
    assert look.text(promises.breakdown("jobs", by=("city", "due"))).splitlines() == [
        "Fès, 2027    100 jobs",
        "Oujda, 2026  100 jobs",
        "Oujda, 2028  100 jobs",
        "in all       300 jobs",
    ]


def test_parts_stand_by_their_value_or_the_end_that_is_known(world: Any) -> None:
    """A range by its upper end, an open one by its lower; nothing comes after less than one."""
    promises = world.promises(
        world.promise("a", 0),
        world.promise("b", mo.Figure("0.5", "job")),
        world.promise("c", (100, 900)),
        world.promise("d", 800),
        world.promise("e", mo.Figure(None, "job", "range", 850)),
    )
    assert list(promises.breakdown("jobs", by=lambda record: record.id)) == ["c", "e", "d", "b", "a"]


@pytest.mark.parametrize(
    ("by", "message"),
    [
        (5, "by: got 5 (int), expected the name of a key, a function of the record, or a list of these"),
        (
            lambda _: ["x"],
            "by: got ['x'] (list), expected a function that returns a key which can be looked up, such as a text",
        ),
    ],
)
def test_what_cannot_be_a_key_is_refused(mixed: Any, by: Any, message: str) -> None:
    """A number is no key, and a list cannot be looked up."""
    with pytest.raises(WrongType) as caught:
        mixed.breakdown("jobs", by)
    assert str(caught.value) == message


def test_an_unknown_key_is_an_error_that_lists_the_keys(mixed: Any) -> None:
    """`regoin` is no key; the message suggests `region` and lists them all."""
    with pytest.raises(UnknownKeyword) as caught:
        mixed.breakdown("jobs", by="regoin")
    assert str(caught.value) == (
        "breakdown(by=...) takes no 'regoin'; did you mean 'region'?; it takes region, city, site, place, operator, "
        "party, segment, agreement, due, announced, status, source, kind"
    )
    with pytest.raises(UnknownKeyword, match="'regoin'"):
        mixed.breakdown("jobs", by=("city", "regoin"))


def test_each_part_knows_its_records_and_sources(mixed: Any) -> None:
    """Fès-Meknès is two promises, of two papers."""
    part = mixed.breakdown("jobs", by="region")["MA-03"]
    assert [record.id for record in part.records] == ["b", "c"]
    assert [source.id for source in part.sources] == ["other-paper", "paper"]


def test_a_breakdown_of_nothing_is_empty(world: Any) -> None:
    """No promise, no part, no zero."""
    breakdown = world.promises().breakdown("jobs", by="region")
    assert (len(breakdown), dict(breakdown), breakdown.total.figure) == (0, {}, None)


def test_a_breakdown_prints_as_a_table(mixed: Any, look: Any) -> None:
    """One line a part, largest first, and the total below."""
    assert look.text(mixed.breakdown("jobs", by="region")).splitlines() == [
        "Fès-Meknès  1 100 jobs",
        "Oriental    1 000 jobs",
        "not stated  70 jobs",
        "in all      2 170 jobs",
    ]
    assert look.text(repr(mixed.breakdown("jobs", by=("region", "due")))) == (
        "<Breakdown of jobs by region, due: 3 parts, 2 170 jobs in all>"
    )


def test_money_of_several_currencies_is_a_basket_in_each_part(world: Any, look: Any) -> None:
    """Oujda: 10 MDH and 1 M€; Fès: 2 M€; the baskets add up to 10 MDH and 3 M€."""
    breakdown = world.promises(
        world.promise("a", "10 MDH", "investment", places=[world.oujda]),
        world.promise("b", "1 M€", "investment", places=[world.oujda]),
        world.promise("c", "2 M€", "investment", places=[world.fes]),
    ).breakdown("investment", by="city")
    assert {str(city): look.text(part) for city, part in breakdown.items()} == {
        "Oujda": "1 000 000 EUR + 10 000 000 MAD",
        "Fès": "2 000 000 EUR",
    }
    assert look.text(breakdown.total) == "3 000 000 EUR + 10 000 000 MAD"


def test_a_breakdown_of_measurements_by_operator_and_kind(world: Any) -> None:
    """Measurements have an operator of their own, and `kind` is how they came about."""
    seen = mo.Dataset.of(
        world.seen("a", 800, operator=world.acme), world.seen("b", 300, operator=world.bolt, nature="estimate")
    ).observations
    assert amounts(seen.breakdown("jobs", by="party")) == {"Acme": 800, "Bolt": 300}
    assert amounts(seen.breakdown("jobs", by="operator")) == {"Acme": 800, "Bolt": 300}
    assert amounts(seen.breakdown("jobs", by="kind")) == {"observed": 800, "estimate": 300}
    for by in ("announced", "agreement", "status"):
        assert amounts(seen.breakdown("jobs", by=by)) == {"not stated": 1100}


def test_a_breakdown_of_aims_by_plan_and_setter(world: Any) -> None:
    """An aim's `kind` is its plan, and its party is who set it."""
    plan = mo.Plan(id="emergence", name="Plan Émergence", citations=[world.paper])
    aims = mo.Dataset.of(
        world.aim("a", 500, place=world.oujda, plan=plan, set_by=[world.ministry]), world.aim("b", 300, place=world.fes)
    ).targets
    assert amounts(aims.breakdown("jobs", by="kind")) == {"Plan Émergence": 500, "not stated": 300}
    assert amounts(aims.breakdown("jobs", by="party")) == {"Ministère": 500, "not stated": 300}


def test_what_a_whole_promises_beyond_its_parts_is_no_one_maker_s(world: Any) -> None:
    """3,000 by Acme and Bolt, of which Acme 1,000: the rest is not said to be theirs; of Acme's own 900 the rest is."""
    both = world.promise("both", 3000, made_by=[world.acme, world.bolt])
    alone = world.promise("alone", 900, made_by=[world.acme])
    promises = world.promises(
        both,
        world.promise("part", 1000, made_by=[world.acme], part_of=both),
        alone,
        world.promise("step", 200, made_by=[world.ministry], part_of=alone),
    )
    assert amounts(promises.breakdown("jobs", by="party")) == {"not stated": 2000, "Acme": 1700, "Ministère": 200}


# Several places


@pytest.fixture
def together(world: Any) -> Any:
    """1,000 jobs for Oujda, Fès and Meknès together, and 100 for Fès alone."""
    return world.promises(
        world.promise("three", 1000, places=[world.oujda, world.fes, world.meknes]),
        world.promise("one", 100, places=[world.fes]),
    )


def test_a_promise_for_several_places_is_a_line_of_its_own(together: Any) -> None:
    """Nobody said how many of the 1,000 are for Fès, so none is given to Fès."""
    assert amounts(together.breakdown("jobs", by="city")) == {"Oujda, Fès, Meknès": 1000, "Fès": 100}
    assert amounts(together.breakdown("jobs", by="region")) == {"Oujda, Fès, Meknès": 1000, "Fès-Meknès": 100}


def test_a_site_and_a_city_together_are_told_by_their_names(world: Any) -> None:
    """By site a promise for Fès Shore and Oujda is for the two, and not for a site and nothing."""
    promises = world.promises(world.promise("a", 1000, places=[world.fes_shore, world.oujda]))
    assert amounts(promises.breakdown("jobs", by="site")) == {"Fès Shore, Oujda": 1000}


def test_several_places_of_one_region_are_that_region(world: Any) -> None:
    """Fès and Meknès together are one line by city, and Fès-Meknès by region."""
    promises = world.promises(world.promise("a", 1000, places=[world.fes, world.meknes]))
    assert amounts(promises.breakdown("jobs", by="city")) == {"Fès, Meknès": 1000}
    assert amounts(promises.breakdown("jobs", by="region")) == {"Fès-Meknès": 1000}


def test_spread_equally_splits_to_the_last_digit(together: Any) -> None:
    """1,000 / 3 leaves a rest: the three shares still add up to exactly 1,000, and 100 more make 1,100."""
    breakdown = together.breakdown("jobs", by="city", spread="equally")
    assert sum(part.figure.value for part in breakdown.values()) == breakdown.total.figure.value == 1100
    assert round(breakdown["Oujda"].figure.value, 3) == Decimal("333.333")
    assert round(breakdown["Fès"].figure.value, 3) == Decimal("433.333")
    assert not [key for key in breakdown if isinstance(key, mo.Several)]


def test_a_split_says_so_among_the_steps(together: Any) -> None:
    """The share and how it was chosen stand in the working."""
    total = together.total("jobs", spread="equally")
    (step,) = [step for step in total.steps if step.action == "split"]
    assert (step.kind, step.note, round(step.factor, 6)) == ("equally", "one of 3 shares", Decimal("0.333333"))
    assert "split" in total.explain()
    assert "equally" in total.explain()
    assert not together.total("jobs").steps


def test_spread_by_weights_takes_names_and_places(world: Any, together: Any) -> None:
    """Weights 5, 3, 2 of 10 over 1,000 jobs: 500, 300 and 200; only their proportions count."""
    for weights in (
        {"Oujda": 5, "fes": 3, "Meknès": 2},
        {world.oujda: Decimal("2.5"), world.fes: Decimal("1.5"), world.meknes: 1},
    ):
        breakdown = together.breakdown("jobs", by="city", spread=weights)
        assert amounts(breakdown) == {"Oujda": 500, "Fès": 400, "Meknès": 200}
        assert {step.kind for step in breakdown.total.steps} == {"by weights"}


def test_a_place_of_weight_zero_gets_nothing(together: Any) -> None:
    """Weights 1, 0, 1: nothing for Fès, half for each of the others."""
    breakdown = together.breakdown("jobs", by="city", spread={"Oujda": 1, "Fès": 0, "Meknès": 1})
    assert amounts(breakdown) == {"Meknès": 500, "Oujda": 500, "Fès": 100}


def test_a_missing_weight_is_an_error_that_names_the_place(together: Any) -> None:
    """Weights for two of three places leave the third to guessing."""
    with pytest.raises(InvalidField) as caught:
        together.total("jobs", spread={"Oujda": 5, "Fès": 3})
    assert str(caught.value) == (
        "spread: got ['fes', 'oujda'], expected a weight for Meknès (meknes) too, which three is for"
    )
    with pytest.raises(InvalidField, match=r"expected a weight for Oujda \(oujda\), Meknès \(meknes\) too, which"):
        together.total("jobs", spread={"Fès": 3})


@pytest.mark.parametrize(
    ("spread", "error", "message"),
    [
        (
            "equaly",
            InvalidField,
            "spread: got 'equaly', expected 'equally', or a weight for each place such as {'Fès': 2, 'Rabat': 3}",
        ),
        ({"Oujda": 0, "Fès": 0, "Meknès": 0}, InvalidField, "at least one weight above zero"),
        ({"Oujda": -1, "Fès": 1, "Meknès": 1}, InvalidField, "spread: got -1, expected a number of zero or more"),
        ({"Oujda": 0.5, "Fès": 1, "Meknès": 1}, WrongType, "spread: got 0.5 (float), expected an int, a Decimal"),
        ({"Atlantis": 1}, UnknownName, "no place is named 'Atlantis'"),
    ],
)
def test_a_spread_that_makes_no_sense_is_refused(together: Any, spread: Any, error: type, message: str) -> None:
    """A typo, weights of nothing, negative and rounded ones, and places that do not exist are errors."""
    with pytest.raises(error) as caught:
        together.total("jobs", spread=spread)
    assert message in str(caught.value)


def test_the_bounds_of_a_range_are_split_too(world: Any) -> None:
    """[1000, 2000] over two cities is [500, 1000] each."""
    promises = world.promises(world.promise("a", (1000, 2000), places=[world.oujda, world.fes]))
    part = promises.breakdown("jobs", by="city", spread="equally")["Fès"].figure
    assert (part.value, part.lower, part.upper) == (None, 500, 1000)


def test_a_spread_leaves_the_total_as_it_is(world: Any, look: Any) -> None:
    """3,000 for two cities with a part of 1,000 in Oujda: 2,000 beyond are spread, and 3,000 in all."""
    whole = world.promise("whole", "plus de 3000 emplois", places=[world.oujda, world.fes])
    part = world.promise("part", 1000, places=[world.oujda], part_of=whole)
    breakdown = world.promises(whole, part).breakdown("jobs", by="city", spread="equally")
    assert {str(city): look.text(part) for city, part in breakdown.items()} == {
        "Oujda": "at least 2 000 jobs",
        "Fès": "at least 1 000 jobs",
    }
    assert look.text(breakdown.total) == "at least 3 000 jobs"


def test_breakdowns_and_their_keys_survive_pickling(mixed: Any) -> None:
    """A breakdown can be sent to another process; what is not stated stays one and the same key."""
    breakdown = mixed.breakdown("jobs", by="operator")
    back = pickle.loads(pickle.dumps(breakdown))
    assert amounts(back) == amounts(breakdown)
    assert back[mo.NOT_STATED].figure.value == 70
