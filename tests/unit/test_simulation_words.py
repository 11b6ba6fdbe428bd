"""What a simulated total says of itself: percentiles, intervals and assumptions, in three languages."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.totals.simulation import Simulation

OPEN = {"at_least_upto": "1.25", "at_most_from": "0.5"}


def simulated(world: Any, *amounts: Any, **given: Any) -> Simulation:
    """The draws of promises of these amounts."""
    promises = world.promises(*(world.promise(f"p{n}", amount) for n, amount in enumerate(amounts)))
    found: Simulation = promises.total("jobs").simulate(draws=given.pop("draws", 200), **given)
    return found


# Percentiles and intervals


SAID = {
    "fr": [
        "2,5 % des tirages sont inférieurs ou égaux à environ 202 emplois",
        "90 % des tirages sont compris dans : 203 à 292 emplois",
        "en supposant :",
        "  les tirages disent comment les chiffres énoncés peuvent être lus, non si les promesses seront tenues",
        "  chiffres énoncés entre deux bornes (1) : tirés partout également entre elles",
    ],
    "en": [
        "2.5 % of the draws lie at or below about 202 jobs",
        "90 % of the draws lie within 203 to 292 jobs",
        "assuming:",
        "  the draws say how the stated figures may be read, not whether promises are kept",
        "  figures stated between two ends (1): drawn anywhere alike between them",
    ],
    "ar": [
        "2,5 % من السحوبات أقل من أو تساوي حوالي 202 منصب شغل",
        "90 % من السحوبات تقع ضمن 203 إلى 292 منصب شغل",
        "بافتراض:",
        "  السحوبات تبين كيف يمكن قراءة الأرقام المعلنة، لا هل يوفى بالوعود",
        "  أرقام مذكورة بين حدين (1): تسحب بالتساوي بينهما",
    ],
}


@pytest.mark.parametrize("language", SAID)
def test_percentiles_and_intervals_speak_three_languages(world: Any, look: Any, language: str) -> None:
    """The sentence, what it assumes, and nothing else; an interval is of 90 % unless another is asked for."""
    draws = simulated(world, (200, 300))
    percentile, interval, *assuming = SAID[language]
    assert look.text(draws.percentile(2.5).describe(language)).splitlines() == [percentile, *assuming]
    assert look.text(draws.interval().describe(language)).splitlines() == [interval, *assuming]


def test_a_share_with_decimals_is_written_as_its_readers_do(world: Any, look: Any) -> None:
    """12,5 % in French and Arabic, 12.5 % in English."""
    interval = simulated(world, 300).interval(12.5)
    assert [look.text(interval.describe(language)).split(" %")[0] for language in ("fr", "en", "ar")] == [
        "12,5", "12.5", "12,5",
    ]  # fmt: skip


def test_an_exact_percentile_names_its_level_and_what_it_assumes(world: Any, look: Any) -> None:
    """The number itself, and still under the two assumptions of every simulation."""
    draws = simulated(world, 300)
    assert look.text(repr(draws.percentile(5))) == "<Percentile 5: 300 jobs, under 2 assumptions>"
    assert look.text(repr(draws.interval(50))) == "<Interval 50 %: 300 to 300, under 2 assumptions>"
    assert look.text(draws.percentile(5)).splitlines() == [
        "5 % of the draws lie at or below 300 jobs",
        "assuming:",
        "  the draws say how the stated figures may be read, not whether promises are kept",
        "  figures stated exactly (1): taken as they are",
    ]


@pytest.mark.parametrize(
    ("ends", "median", "interval"),
    [
        ((0, 1), "about 0.48 jobs", "90 % of the draws lie within 0.03 to 0.92 jobs"),
        ((99, 100), "about 99.48 jobs", "90 % of the draws lie within 99.03 to 99.92 jobs"),
        ((100, 101), "about 100 jobs", "90 % of the draws lie within 100 to 101 jobs"),
    ],
)
def test_small_numbers_keep_two_decimals(
    world: Any, look: Any, ends: tuple[int, int], median: str, interval: str
) -> None:
    """Below a hundred a draw is told to the hundredth, from a hundred up to the whole."""
    draws = simulated(world, ends)
    assert look.text(draws.median.figure) == median
    assert look.text(draws.interval(90)).splitlines()[0] == interval


def test_the_lowest_and_the_highest_draw_can_be_asked_for(world: Any) -> None:
    """0 and 100 are levels too, and an interval of 0 is the median twice."""
    draws = simulated(world, (0, 1000))
    assert draws.percentile(0).value == draws.draws.min()
    assert draws.percentile(100).value == draws.draws.max()
    assert (draws.interval(100).low, draws.interval(100).high) == (draws.draws.min(), draws.draws.max())
    assert draws.interval(0).low == draws.interval(0).high == draws.median.value


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (-0.5, "got -0.5, expected a number from 0 to 100"),
        (100.5, "got 100.5, expected a number from 0 to 100"),
        ("5", "got '5' (str), expected a number from 0 to 100"),
        (True, "got True (bool), expected a number from 0 to 100"),
    ],
)
def test_what_is_no_share_is_refused_by_name(world: Any, wrong: Any, message: str) -> None:
    """The error names the argument, what was given and what was expected."""
    draws = simulated(world, 300)
    for name, ask in (("level", draws.percentile), ("share", draws.interval)):
        with pytest.raises((mo.errors.InvalidField, mo.errors.WrongType)) as caught:
            ask(wrong)
        assert str(caught.value) == f"{name}: {message}"


# Assumptions


def everything(world: Any, **given: Any) -> list[str]:
    """The assumptions of figures of every kind: a whole for two cities with a part, and one of each beside it."""
    top = world.promise("whole", "environ 5 000 emplois", places=[world.oujda, world.fes])
    promises = world.promises(
        top,
        world.promise("part", "près de 1 000 emplois", part_of=top),
        *(
            world.promise(f"p{n}", amount)
            for n, amount in enumerate(
                [
                    (0, 50), 20, "plus de 300 emplois", "plus de 500 emplois", "jusqu'à 80 emplois",
                    "près de 40 emplois", "environ 50 emplois",
                ]
            )
        ),
    )  # fmt: skip
    simulation = promises.total("jobs", spread="equally").simulate(draws=5, **OPEN, **given)
    return [str(each).replace("\u00a0", " ") for each in simulation.assumptions]


def test_every_kind_of_figure_is_counted_and_told(world: Any) -> None:
    """How many of each kind there are, in one order; a part within a whole that is counted is none of them."""
    first = [
        "the draws say how the stated figures may be read, not whether promises are kept",
        "figures stated exactly (1): taken as they are",
    ]
    reach = "reaches 1 × the unit of its last significant digit (at most 10 % of it) below"
    between = [
        f'figures stated as "nearly" (1): drawn anywhere alike below the number printed; "nearly" {reach} the number '
        "and nothing above",
        "figures stated between two ends (1): drawn anywhere alike between them",
        "figures open above (2): drawn anywhere alike from their number up to 1.25 times it",
        "figures open below (1): drawn anywhere alike from 0.5 times their number up to it",
    ]
    last = [
        "a whole is never less than its parts are at least; parts that would exceed it are brought down to it together",
        "what is for several places is split as was asked",
    ]
    assert everything(world) == [
        *first,
        'figures stated as "about" (2): drawn within the convention, most often near the number printed; '
        f'"about" {reach} and above the number',
        *between,
        "figures are drawn independently of one another: if they err the same way, the spread is wider",
        *last,
    ]
    assert everything(world, about="uniform", dependence="together") == [
        *first,
        'figures stated as "about" (2): drawn anywhere alike within the convention; '
        f'"about" {reach} and above the number',
        *between,
        "figures are all high or all low together, which gives the widest spread",
        *last,
    ]


def test_one_uncertain_figure_depends_on_no_other(world: Any) -> None:
    """Nothing is said of independence where there is nothing else to depend on."""
    one, two = simulated(world, 300, (0, 50)), simulated(world, (0, 10), (0, 50))
    assert not [each for each in one.assumptions if "independently" in each.en]
    assert [each for each in two.assumptions if "independently" in each.en]


def test_numbers_and_conventions_are_told_in_each_language(world: Any) -> None:
    """A factor has a comma in French and Arabic, and the convention is that language's own sentence."""
    convention = mo.figures.conventions.Convention(about_units=None, about_share="0.2")
    simulation = simulated(world, "environ 1 000 emplois", "plus de 300 emplois", convention=convention, **OPEN)
    french, arabic = (
        [each.label(language).replace("\u00a0", " ") for each in simulation.assumptions] for language in ("fr", "ar")
    )
    assert french[1].endswith(
        "le plus souvent près du nombre imprimé ; " + convention.describe("fr", "about").replace("\u00a0", " ")
    )
    assert arabic[1].endswith("؛ " + convention.describe("ar", "about").replace("\u00a0", " "))
    assert french[2].endswith("entre leur nombre et 1,25 fois celui-ci")
    assert arabic[2].endswith("إلى 1,25 أضعافه")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"currency": "EUR"}, "exchange rates and price indices are taken as exact"),
        ({"prices": 2021}, "exchange rates and price indices are taken as exact"),
        ({}, None),
    ],
)
def test_rates_and_what_has_none_are_told_where_there_are_any(
    world: Any, options: dict[str, Any], words: str | None
) -> None:
    """Rates and price indices are assumptions of what was converted, and what has none is not in the draws."""
    promises = world.promises(
        world.promise("a", "65 MDH", "investment", announced_on=2018), world.promise("b", "5 MDH", "investment")
    )
    said = [each.en for each in promises.total("investment", **options).simulate(draws=5).assumptions]
    expected = [words, "figures without a rate or a year (1): not in the draws"] if words else []
    assert said[2:] == expected


# The working


WORKING = {
    "fr": [
        "simulation, emplois : 1 000 tirages, graine 3",
        "  = environ 206 emplois  centile 5",
        "  = environ 226 emplois  centile 25",
        "  = environ 251 emplois  centile 50",
        "  = environ 275 emplois  centile 75",
        "  = environ 295 emplois  centile 95",
        "en supposant :",
    ],
    "en": [
        "simulation of jobs: 1 000 draws, seed 3",
        "  = about 206 jobs  percentile 5",
        "  = about 226 jobs  percentile 25",
        "  = about 251 jobs  percentile 50",
        "  = about 275 jobs  percentile 75",
        "  = about 295 jobs  percentile 95",
        "assuming:",
    ],
    "ar": [
        "محاكاة، مناصب الشغل: 1 000 سحبا، البذرة 3",
        "  = حوالي 206 منصب شغل  المئين 5",
        "  = حوالي 226 منصب شغل  المئين 25",
        "  = حوالي 251 منصب شغل  المئين 50",
        "  = حوالي 275 منصب شغل  المئين 75",
        "  = حوالي 295 منصب شغل  المئين 95",
        "بافتراض:",
    ],
}


@pytest.mark.parametrize("language", WORKING)
def test_the_working_of_a_simulation_begins_with_its_percentiles(world: Any, look: Any, language: str) -> None:
    """How often and with which seed it was drawn, five percentiles, what is assumed, and then the total."""
    simulation = simulated(world, (200, 300), draws=1000, seed=3)
    text = look.text(simulation.explain(language=language)).splitlines()
    assumed = [f"  {look.text(each.label(language))}" for each in simulation.assumptions]
    *total, sources, source = look.text(simulation.total.explain(language=language)).splitlines()
    assert text == [*WORKING[language], *assumed, *(f"  {line}" for line in total), sources, source]


def test_simulations_show_what_they_are(world: Any, look: Any) -> None:
    """The measure, the number of draws and the median; printed, the interval of 90 %."""
    simulation = simulated(world, (200, 300), draws=1000, seed=3)
    assert look.text(repr(simulation)) == "<Simulation of jobs: 1000 draws, median about 251 jobs>"
    assert look.text(simulation).splitlines()[0] == "90 % of the draws lie within 206 to 295 jobs"
    assert (simulation.unit, simulation.settings.draws, simulation.settings.seed) == ("job", 1000, 3)
    assert simulation.mean == pytest.approx(simulation.draws.mean())
