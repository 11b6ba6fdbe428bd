"""A simulated total: seeded, consistent within families, refused where it would have to guess, and never bare."""

import subprocess
import sys
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import maroc_offshoring as mo
from maroc_offshoring.derivation import Derivation
from maroc_offshoring.figures.conventions import DEFAULT, Convention

OPEN = {"at_least_upto": "1.25", "at_most_from": "0.5"}


def drawn(total: mo.Total, **given: Any) -> Any:
    return total.simulate(draws=given.pop("draws", 4000), **given).draws


def of(world: Any, *amounts: Any) -> mo.Total:
    """The total of promises of these amounts."""
    total: mo.Total = world.promises(*(world.promise(f"p{n}", amount) for n, amount in enumerate(amounts))).total(
        "jobs"
    )
    return total


# How each kind of figure is drawn


def test_an_exact_total_is_a_point(world: Any) -> None:
    """Nothing is drawn where nothing is uncertain, to the last digit."""
    simulated = of(world, 300, 200, 0).simulate(draws=50)
    assert set(simulated.draws.tolist()) == {500.0}
    assert simulated.percentile(5).value == simulated.percentile(95).value == simulated.mean == 500.0
    assert str(simulated.median.figure) == "500\u00a0jobs"


def test_about_is_drawn_within_the_convention_and_mostly_near_its_number(world: Any) -> None:
    """About 1,000 is 900 to 1,100; half of a triangle lies within 29.3 of its middle, of an even spread within 50."""
    triangular = drawn(of(world, "environ 1 000 emplois"))
    assert 900 <= triangular.min() < 910
    assert 1090 < triangular.max() <= 1100
    assert abs(np.percentile(triangular, 75) - np.percentile(triangular, 25) - 58.6) < 4
    even = drawn(of(world, "environ 1 000 emplois"), about="uniform")
    assert abs(np.percentile(even, 75) - np.percentile(even, 25) - 100) < 5


def test_nearly_is_drawn_below_its_number(world: Any) -> None:
    """Nearly 500 is anywhere from 450 to 500."""
    draws = drawn(of(world, "près de 500 emplois"))
    assert 450 <= draws.min() < 452
    assert 498 < draws.max() <= 500
    assert abs(draws.mean() - 475) < 1


def test_a_range_is_drawn_anywhere_between_its_ends(world: Any) -> None:
    """Between 500 and 600, the mean 550."""
    draws = drawn(of(world, (500, 600)))
    assert 500 <= draws.min() < 502
    assert abs(draws.mean() - 550) < 2


def test_another_convention_gives_other_draws(world: Any) -> None:
    """A fifth instead of a tenth."""
    wide = drawn(of(world, "environ 1 000 emplois"), convention=Convention(about_units=None, about_share="0.2"))
    assert wide.min() < 850


def test_at_least_nothing_is_told_as_open(world: Any) -> None:
    """No factor of zero reaches further, and the draws say that the figure was open."""
    simulated = of(world, mo.Figure(0, "job", "at_least"), 300).simulate(draws=5, at_least_upto=2)
    assert set(simulated.draws.tolist()) == {300.0}
    assert "figures open above (1)" in str(simulated)


@pytest.mark.parametrize(
    ("amount", "name", "value", "ends"),
    [
        ("plus de 300 emplois", "at_least_upto", "1.25", (300, 375)),
        ("jusqu'à 800 emplois", "at_most_from", Decimal("0.5"), (400, 800)),
    ],
)
def test_an_open_end_is_drawn_only_up_to_what_is_assumed(
    world: Any, amount: str, name: str, value: Any, ends: tuple[int, int]
) -> None:
    """Refused without an assumption, by name and with the call; drawn to the assumed end with one."""
    (low, high), total = ends, of(world, amount, 200)
    with pytest.raises(
        mo.errors.InvalidField, match=rf"{name}: got None, expected .* such as {name}='.*1 figure is open"
    ):
        total.simulate()
    draws = drawn(total, **{name: value}) - 200
    assert low <= draws.min() < draws.max() <= high
    assert abs(draws.mean() - (low + high) / 2) < 5


@pytest.mark.parametrize(
    ("figure", "ends"),
    [
        (mo.Figure(2800, "job", "range", 2000), (2000, 3500)),
        (mo.Figure(None, "job", "range", 2000), (2000, 2500)),
    ],
)
def test_an_open_range_reaches_up_to_a_factor_of_what_it_states(
    world: Any, figure: mo.Figure, ends: tuple[int, int]
) -> None:
    """2,000 or more, 2,800 as stated: up to 1.25 times the 2,800; without them, times the 2,000."""
    draws = drawn(of(world, figure), at_least_upto="1.25")
    assert ends[0] <= draws.min() < ends[0] + 5
    assert ends[1] - 5 < draws.max() <= ends[1]


def test_a_part_of_at_most_so_many_lifts_no_floor(world: Any) -> None:
    """Between 0 and 10, of which at most 5: it may still be nothing."""
    top = world.promise("whole", (0, 10))
    draws = drawn(world.promises(top, world.promise("part", "jusqu'à 5 emplois", part_of=top)).total("jobs"))
    assert 0 <= draws.min() < 0.1


ABOVE = (
    "at_least_upto: got None, expected a factor: up to how many times its number it is drawn, such as "
    "at_least_upto='1.25': {}"
)
BELOW = "at_most_from: got None, expected a share: from which of its number it is drawn, such as at_most_from='0.5': {}"


@pytest.mark.parametrize(
    ("amounts", "message"),
    [
        (["plus de 300 emplois", 200], ABOVE.format("1 figure is open above (p0)")),
        (["jusqu'à 800 emplois", 200], BELOW.format("1 figure is open below (p0)")),
        (["plus de 300 emplois"] * 5, ABOVE.format("5 figures are open above (p0, p1, p2, p3, p4)")),
        (["plus de 300 emplois"] * 6, ABOVE.format("6 figures are open above (p0, p1, p2, p3, p4, …)")),
        (["jusqu'à 800 emplois"] * 7, BELOW.format("7 figures are open below (p0, p1, p2, p3, p4, …)")),
    ],
)
def test_open_figures_are_named_with_the_call_that_closes_them(world: Any, amounts: list[Any], message: str) -> None:
    """How many there are, five of them, and what to assume, with an example."""
    with pytest.raises(mo.errors.InvalidField) as caught:
        of(world, *amounts).simulate()
    assert str(caught.value) == message


def test_an_end_that_the_whole_closes_needs_no_assumption(world: Any) -> None:
    """At least 1,000 within a whole of exactly 3,000 does not matter for the total, but for the rest it does."""
    top = world.promise("whole", 3000)
    total = world.promises(top, world.promise("part", "plus de 1 000 emplois", part_of=top)).total("jobs")
    assert set(drawn(total).tolist()) == {3000.0}
    rest = total.only([line for line in total.counted if line.is_remainder])
    with pytest.raises(mo.errors.InvalidField, match=r"open above \(part\)"):
        rest.simulate()
    draws = drawn(rest, at_least_upto="1.25")
    assert 1750 <= draws.min() < draws.max() <= 2000


def test_a_ceiling_whose_parts_give_it_a_floor_is_a_range(world: Any) -> None:
    """At most 800 with 500 known: between 500 and 800, and no assumption needed."""
    top = world.promise("whole", "jusqu'à 800 emplois")
    draws = drawn(world.promises(top, world.promise("part", 500, part_of=top)).total("jobs"))
    assert 500 <= draws.min() < draws.max() <= 800


# Families


def parts_of(total: mo.Total, **given: Any) -> tuple[Any, dict[str, Any]]:
    """The draws of a total and of each of its lines, by record and whether it is a rest."""
    lines = {f"{line.record.id}{' rest' if line.is_remainder else ''}": total.only([line]) for line in total.counted}
    return drawn(total, **given), {name: drawn(line, **given) for name, line in lines.items()}


def test_parts_and_rest_add_up_to_the_whole_in_every_draw(world: Any) -> None:
    """About 5,000 of which about 3,000 and nearly 1,500: each draw of the three lines is the draw of the whole."""
    top = world.promise("whole", "environ 5 000 emplois")
    total = world.promises(
        top,
        world.promise("a", "environ 3 000 emplois", part_of=top),
        world.promise("b", "près de 1 500 emplois", part_of=top),
    ).total("jobs")
    whole, lines = parts_of(total)
    assert set(lines) == {"a", "b", "whole rest"}
    assert np.allclose(sum(lines.values()), whole)
    assert lines["whole rest"].min() >= 0
    assert whole.min() >= 4500


def test_parts_never_exceed_their_whole(world: Any) -> None:
    """Parts of at least 600 and at least 2,300, up to twice that, under exactly 3,000: brought down together."""
    top = world.promise("whole", 3000)
    total = world.promises(
        top,
        world.promise("a", "plus de 600 emplois", part_of=top),
        world.promise("b", "plus de 2 300 emplois", part_of=top),
    ).total("jobs")
    whole, lines = parts_of(total, at_least_upto=2)
    assert set(whole.tolist()) == {3000.0}
    assert (lines["a"] + lines["b"]).max() <= 3000 + 1e-9
    assert lines["a"].min() >= 600
    assert lines["b"].min() >= 2300
    assert np.allclose(sum(lines.values()), 3000)


def test_what_a_whole_states_prevails_over_what_is_assumed_of_its_parts(world: Any) -> None:
    """Half of "at most 300" is more than the whole can be: neither the total nor its lines are drawn above it."""
    whole = world.promise("whole", (0, 100))
    total = world.promises(whole, world.promise("part", "jusqu'à 300 emplois", part_of=whole)).total("jobs")
    lines = [total.only([line]).simulate(**OPEN).draws for line in total.counted]
    assert set(total.simulate(**OPEN).draws) == {100.0}
    assert set(sum(lines)) == {100.0}


def test_an_assumption_gives_way_before_what_the_other_parts_state(world: Any) -> None:
    """Beside exactly 2,800 of 2,900 there is room for 100: half of "at most 300" gives way, and 2,800 stands."""
    whole = world.promise("whole", 2900)
    parts = [world.promise("p1", "jusqu'à 300 emplois", part_of=whole), world.promise("p2", 2800, part_of=whole)]
    total = world.promises(whole, *parts).total("jobs")
    drawn = {line.record.id: set(total.only([line]).simulate(**OPEN).draws) for line in total.counted}
    assert drawn == {"p1": {100.0}, "p2": {2800.0}, "whole": {0.0}}


def test_bounds_by_convention_stay_within_what_the_whole_states(world: Any) -> None:
    """Of "about 200" inside "at most 200" inside "between 0 and 100": the convention alone would say 180 at least."""
    outer = world.promise("outer", (0, 100))
    inner = world.promise("inner", "jusqu'à 200 emplois", part_of=outer)
    total = world.promises(outer, inner, world.promise("part", "environ 200 emplois", part_of=inner)).total("jobs")
    bounds = total.bounds()
    assert (str(total.figure), bounds.low, bounds.high, bounds.assumed) == (
        "between 0 and 100\u00a0jobs",
        100,
        100,
        True,
    )
    assert set(total.simulate(**OPEN).draws) == {100.0}


def test_parts_that_are_all_of_their_whole_follow_it(world: Any) -> None:
    """About 600 and about 400 add up to exactly 1,000, and so they do in every draw."""
    top = world.promise("whole", 1000)
    total = world.promises(
        top,
        world.promise("a", "environ 600 emplois", part_of=top),
        world.promise("b", "environ 400 emplois", part_of=top),
    ).total("jobs")
    whole, lines = parts_of(total)
    assert set(lines) == {"a", "b"}
    assert np.allclose(lines["a"] + lines["b"], whole)
    assert set(whole.tolist()) == {1000.0}
    assert 540 <= lines["a"].min() < lines["a"].max() <= 660


def test_parts_that_exceed_their_whole_are_drawn_by_themselves(world: Any) -> None:
    """About 1,000 twice under a whole of 1,500, which does not hold."""
    top = world.promise("whole", 1500)
    total = world.promises(
        top,
        world.promise("a", "environ 1 000 emplois", part_of=top),
        world.promise("b", "environ 1 000 emplois", part_of=top),
    ).total("jobs")
    whole, lines = parts_of(total)
    assert np.allclose(lines["a"] + lines["b"], whole)
    assert abs(whole.mean() - 2000) < 5


def test_wholes_within_wholes_stay_consistent(world: Any) -> None:
    """Three levels, all uncertain: all lines of the outermost add up to it in every draw."""
    top = world.promise("top", "environ 9 000 emplois")
    middle = world.promise("middle", "plus de 6 000 emplois", part_of=top)
    inner = world.promise("inner", "près de 4 000 emplois", part_of=middle)
    leaf = world.promise("leaf", (500, 900), part_of=inner)
    whole, lines = parts_of(world.promises(top, middle, inner, leaf).total("jobs"), at_least_upto="1.5")
    assert len(lines) == 4
    assert np.allclose(sum(lines.values()), whole)
    assert all(draws.min() >= 0 for draws in lines.values())


def test_exact_parts_of_an_exact_whole_are_points(world: Any) -> None:
    """600 and 400 of 1,000, each by itself."""
    top = world.promise("whole", 1000)
    parts = [world.promise(name, amount, part_of=top) for name, amount in (("a", 600), ("b", 400))]
    whole, lines = parts_of(world.promises(top, *parts).total("jobs"))
    assert [set(draws.tolist()) for draws in (whole, lines["a"], lines["b"])] == [{1000.0}, {600.0}, {400.0}]


@pytest.mark.parametrize(
    ("amounts", "ends"),
    [
        ((600, 400), (600, 600)),
        (("environ 600 emplois", "environ 400 emplois"), (540, 660)),
    ],
)
def test_parts_of_a_whole_that_may_be_more_stay_within_their_own_ends(
    world: Any, amounts: tuple[Any, Any], ends: tuple[int, int]
) -> None:
    """At least 1,000, up to twice that, of which 600 and 400: what the whole may have more is not the parts'."""
    top = world.promise("whole", "plus de 1 000 emplois")
    parts = [world.promise(name, amount, part_of=top) for name, amount in zip("ab", amounts, strict=True)]
    whole, lines = parts_of(world.promises(top, *parts).total("jobs"), at_least_upto=2)
    assert whole.max() > 1900
    assert ends[0] <= lines["a"].min() <= lines["a"].max() <= ends[1]


def test_parts_that_exceed_a_whole_follow_the_whole_above_it(world: Any) -> None:
    """About 1,000 twice exceed the 1,500 that they are in, and come to the exactly 2,000 that this is in."""
    top = world.promise("top", 2000)
    middle = world.promise("middle", 1500, part_of=top)
    parts = [world.promise(name, "environ 1 000 emplois", part_of=middle) for name in "ab"]
    whole, lines = parts_of(world.promises(top, middle, *parts).total("jobs"))
    assert set(whole.tolist()) == {2000.0}
    assert set(lines) == {"a", "b"}
    assert np.allclose(lines["a"] + lines["b"], 2000)
    assert lines["a"].max() <= 1100


def test_several_figures_of_one_part_follow_its_whole(world: Any) -> None:
    """About 500 by 2026 and about 300 by 2027 come to exactly 800, and so they do in every draw."""
    top = world.promise("whole", 800)
    pledges = [
        mo.Pledge(measure="jobs", figure=figure, due=due, basis="additional")
        for figure, due in (("environ 500 emplois", 2026), ("environ 300 emplois", 2027))
    ]
    part = mo.Commitment(id="part", pledges=pledges, part_of=top, citations=[world.paper])
    total = world.promises(top, part).total("jobs")
    first, second = (drawn(total.only([line])) for line in total.counted)
    assert set(drawn(total).tolist()) == {800.0}
    assert np.allclose(first + second, 800)
    assert 450 <= first.min() < first.max() <= 550


def test_only_the_open_ends_that_matter_are_asked_for(world: Any) -> None:
    """What is open within a part that is not asked for needs no assumption; within one that is, it does."""
    top = world.promise("top", 3000)
    middle = world.promise("middle", 1000, part_of=top)
    inner = world.promise("inner", "plus de 300 emplois", part_of=middle)
    total = world.promises(top, middle, inner, world.promise("beside", 500, part_of=top)).total("jobs")
    lines = {line.record.id: total.only([line]) for line in total.counted}
    assert set(drawn(lines["beside"]).tolist()) == {500.0}
    assert set(drawn(lines["top"]).tolist()) == {1500.0}
    for name in ("inner", "middle"):
        with pytest.raises(mo.errors.InvalidField, match=r"1 figure is open above \(inner\)"):
            lines[name].simulate()


def test_shares_of_a_split_depend_on_their_whole(world: Any) -> None:
    """About 1,000 for two cities: the two halves are one number, not two."""
    promises = world.promises(world.promise("a", "environ 1 000 emplois", places=[world.oujda, world.fes]))
    breakdown = promises.breakdown("jobs", by="city", spread={"Oujda": 3, "Fès": 1})
    assert np.allclose(drawn(breakdown["Oujda"]), 3 * drawn(breakdown["Fès"]))
    assert np.allclose(drawn(breakdown["Oujda"]) + drawn(breakdown["Fès"]), drawn(breakdown.total))


def test_several_figures_of_one_record_are_drawn_apart(world: Any) -> None:
    """Two pledges of about 500 are two numbers: their sum spreads less than twice one of them."""
    pledges = [
        mo.Pledge(measure="jobs", figure="environ 500 emplois", due=due, basis="additional") for due in (2026, 2027)
    ]
    total = world.promises(mo.Commitment(id="a", pledges=pledges, citations=[world.paper])).total("jobs")
    assert drawn(total).std() < 1.6 * drawn(total.only(total.counted[:1])).std()


def test_a_converted_amount_is_drawn_in_its_new_currency(world: Any) -> None:
    """About 65 MDH of 2022 is 64 to 66 MDH, at 10.6851 dirhams a euro."""
    promises = world.promises(world.promise("a", "environ 65 MDH", "investment", announced_on="2022"))
    draws = drawn(promises.total("investment", currency="EUR"))
    assert 5_989_649 <= round(draws.min()) < round(draws.max()) <= 6_176_827


# Seeds, order and dependence


def test_the_same_seed_gives_the_same_draws_on_every_machine(world: Any) -> None:
    """The numbers themselves are fixed: only the bits of PCG64 and plain arithmetic are used."""
    total = of(world, "environ 1 000 emplois", (500, 600))
    assert np.array_equal(drawn(total, seed=7), drawn(total, seed=7))
    assert not np.array_equal(drawn(total, seed=7), drawn(total, seed=8))
    assert [round(float(draw), 3) for draw in total.simulate(draws=3, seed=7).draws] == [1550.842, 1509.328, 1605.197]


def test_figures_drawn_together_have_draws_of_their_own(world: Any) -> None:
    """All figures take the same random numbers, which are no record's and are fixed as well."""
    together = of(world, "environ 1 000 emplois", (500, 600)).simulate(draws=3, seed=7, dependence="together")
    assert [round(float(draw), 3) for draw in together.draws] == [1610.891, 1426.095, 1575.774]


def test_the_draws_of_a_record_are_the_same_in_every_total(world: Any) -> None:
    """What else is added does not change them."""
    alone = drawn(of(world, "environ 1 000 emplois"))
    assert np.allclose(drawn(of(world, "environ 1 000 emplois", 250)), alone + 250)


def test_figures_that_err_together_spread_wider(world: Any) -> None:
    """Ten times about 1,000: independent errors cancel, common ones do not."""
    total = of(world, *["environ 1 000 emplois"] * 10)
    apart, together = drawn(total), drawn(total, dependence="together")
    assert together.std() > 2.5 * apart.std()
    assert np.allclose(together, 10 * together / 10)
    assert 9000 <= together.min() < 9100


# Percentiles carry the assumptions


def test_a_percentile_prints_with_its_assumptions(world: Any, look: Any) -> None:
    """The number alone is never printed."""
    simulated = of(world, "environ 1 000 emplois", "plus de 300 emplois", 200).simulate(draws=100, **OPEN)
    printed = look.text(simulated.percentile(5)).splitlines()
    assert printed[0].startswith("5 % of the draws lie at or below about 1 ")
    assert printed[1:] == [
        "assuming:",
        "  the draws say how the stated figures may be read, not whether promises are kept",
        "  figures stated exactly (1): taken as they are",
        '  figures stated as "about" (1): drawn within the convention, most often near the number printed; "about" '
        "reaches 1 × the unit of its last significant digit (at most 10 % of it) below and above the number",
        "  figures open above (1): drawn anywhere alike from their number up to 1.25 times it",
        "  figures are drawn independently of one another: if they err the same way, the spread is wider",
    ]
    assert look.text(simulated.interval(90)).splitlines()[1:] == printed[1:]
    assert str(simulated) == str(simulated.interval(90))
    assert repr(simulated.median).startswith("<Percentile 50: about")
    assert repr(simulated.interval(50)).startswith("<Interval 50 %: ")
    assert repr(simulated).startswith("<Simulation of jobs: 100 draws, median about")


def test_only_assumptions_that_mattered_are_listed(world: Any) -> None:
    """An exact total assumes nothing but how it is read."""
    assert [each.en.split(" ")[0] for each in of(world, 300).simulate(draws=5).assumptions] == ["the", "figures"]


def test_conversions_splits_families_and_missing_amounts_are_among_the_assumptions(world: Any) -> None:
    """Each is said once where it plays a part."""
    top = world.promise("whole", "65 MDH", "investment", announced_on="2022", places=[world.oujda, world.fes])
    part = world.promise("part", "près de 15 MDH", "investment", announced_on="2022", part_of=top)
    undated = world.promise("undated", "10 MDH", "investment")
    total = world.promises(top, part, undated).total("investment", currency="EUR", spread="equally")
    said = "\n".join(each.en for each in total.simulate(draws=5).assumptions)
    for words in ("exchange rates", "split as was asked", "never less than its parts", "without a rate or a year (1)"):
        assert said.count(words) == 1


def test_percentiles_and_intervals_are_those_of_the_draws(world: Any) -> None:
    """The quartiles of 0, 1, … of the sorted draws; as many below an interval as above."""
    simulated = of(world, (0, 1000)).simulate(draws=101)
    ordered = sorted(simulated.draws.tolist())
    assert simulated.percentile(25).value == pytest.approx(ordered[25])
    assert simulated.median.value == pytest.approx(ordered[50])
    interval = simulated.interval(80)
    assert (interval.low, interval.high) == (pytest.approx(ordered[10]), pytest.approx(ordered[90]))
    for wrong in (-1, 101, float("nan")):
        with pytest.raises(mo.errors.InvalidField, match="a number from 0 to 100"):
            simulated.percentile(wrong)
    for wrong in ("5", True, None):
        with pytest.raises(mo.errors.WrongType, match="a number from 0 to 100"):
            simulated.interval(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="read-only"):
        simulated.draws[0] = 1


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_a_simulation_explains_itself(world: Any, language: str) -> None:
    """Its percentiles, its assumptions and the working of the total, as text, HTML and data."""
    simulated = of(world, "environ 1 000 emplois", "plus de 300 emplois").simulate(draws=100, **OPEN)
    text = simulated.explain(language=language)
    assert all(each.label(language) in text for each in simulated.assumptions)
    assert simulated.total.derivation.statement.label(language) in text
    assert '<bdi class="assumption">' in simulated.explain("html", language)
    assert Derivation.from_dict(simulated.explain("data")) == simulated.derivation
    assert simulated.interval(90).describe(language) != ""


# Arguments


DRAWS = "a whole number from 1 to 1000000"
SEEDS = "a whole number from 0 to 9223372036854775807"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"draws": 0}, f"draws: got 0, expected {DRAWS}"),
        ({"draws": 1_000_001}, f"draws: got 1000001, expected {DRAWS}"),
        ({"draws": 1.5}, f"draws: got 1.5 (float), expected {DRAWS}"),
        ({"draws": True}, f"draws: got True (bool), expected {DRAWS}"),
        ({"seed": -1}, f"seed: got -1, expected {SEEDS}"),
        ({"seed": 2**63}, f"seed: got 9223372036854775808, expected {SEEDS}"),
        ({"seed": "a"}, f"seed: got 'a' (str), expected {SEEDS}"),
        (
            {"convention": 0.1},
            "convention: got 0.1 (float), expected a Convention, such as Convention(about_share='0.2')",
        ),
        (
            {"at_least_upto": "0.9"},
            "at_least_upto: got '0.9', expected a factor of 1 or more, such as Decimal('1.25')",
        ),
        (
            {"at_most_from": "1.1"},
            "at_most_from: got '1.1', expected a share of 1 or less, such as Decimal('0.5')",
        ),
        ({"about": "normal"}, "about: got 'normal', expected one of 'triangular', 'uniform'"),
        ({"dependence": "some"}, "dependence: got 'some', expected one of 'independent', 'together'"),
    ],
)
def test_arguments_are_checked(world: Any, given: dict[str, Any], message: str) -> None:
    """By our own errors, before anything is drawn."""
    with pytest.raises((mo.errors.InvalidField, mo.errors.WrongType)) as caught:
        of(world, 300).simulate(**given)
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["at_least_upto", "at_most_from"])
def test_a_factor_is_no_float(world: Any, name: str) -> None:
    """A float is not the number that was typed; the error names the argument."""
    with pytest.raises(mo.errors.WrongType, match=rf"^{name}: got 1\.0 \(float\), expected an int, a Decimal"):
        of(world, 300).simulate(**{name: 1.0})


@pytest.mark.parametrize(
    "given",
    [
        {"draws": 1},
        {"draws": 1_000_000},
        {"seed": 0},
        {"seed": 2**63 - 1},
        {"at_least_upto": 1, "at_most_from": 1},
        {"at_most_from": 0},
    ],
)
def test_the_ends_of_the_arguments_are_taken(world: Any, given: dict[str, Any]) -> None:
    """One draw or a million, the first seed and the last, a factor of one, and a share of nothing or of all."""
    simulated = of(world, 300).simulate(**{"draws": 5, **given})
    assert set(simulated.draws.tolist()) == {300.0}


def test_ten_thousand_draws_of_the_first_seed_are_made_unless_told(world: Any) -> None:
    """And the convention is ours, `about` is a triangle, figures are independent, and no end is assumed."""
    settings = of(world, 300).simulate().settings
    assert (settings.draws, settings.seed, settings.convention) == (10_000, 0, DEFAULT)
    assert (settings.about, settings.dependence) == ("triangular", "independent")
    assert (settings.at_least_upto, settings.at_most_from) == (None, None)


def test_what_has_no_single_figure_is_not_drawn(world: Any) -> None:
    """An empty total, and a basket of two currencies."""
    with pytest.raises(mo.errors.NoSingleFigure, match="nothing was counted"):
        world.promises().total("jobs").simulate()
    basket = world.promises(
        world.promise("a", "10 M€", "investment"), world.promise("b", "65 MDH", "investment")
    ).total("investment")
    with pytest.raises(mo.errors.NoSingleFigure, match="give currency="):
        basket.simulate()


def test_drawing_without_numpy_names_the_extra(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error holds the call, the package and the extra, and says what to install."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(mo.errors.MissingExtra) as caught:
        of(world, 300).simulate()
    assert str(caught.value) == (
        "total.simulate() needs the package 'numpy', which is not installed: pip install 'maroc-offshoring[simulation]'"
    )


def test_without_numpy_the_extra_is_named() -> None:
    """A core install loads, adds and explains; only drawing needs numpy, and says so."""
    code = """
import sys
sys.modules["numpy"] = None
import maroc_offshoring as mo
total = mo.load().commitments.where(ids=["2023-03-segula-agadir-1000"]).total("jobs")
total.explain(); total.bounds()
try:
    total.simulate()
except mo.errors.MissingExtra as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "total.simulate() needs the package 'numpy', which is not installed: "
        "pip install 'maroc-offshoring[simulation]'\n"
    )
