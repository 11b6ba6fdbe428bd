"""Units and quantities: a small registry in which nothing adds up that does not belong together."""

import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import units
from maroc_offshoring.errors import InvalidField, MarocOffshoringError, UnknownUnit, WrongType
from maroc_offshoring.units import Quantity, Unit, UnitParts

D = Decimal


def dimensionality_error() -> type[Exception]:
    import pint

    return pint.DimensionalityError


@pytest.mark.parametrize(
    ("unit", "top", "year", "bottom", "currency"),
    [
        ("job", "job", None, None, None),
        ("call_centre", "call_centre", None, None, None),
        ("m2", "m2", None, None, None),
        ("MAD", "MAD", None, None, "MAD"),
        ("MAD_2015", "MAD", 2015, None, "MAD"),
        ("MAD/job", "MAD", None, "job", "MAD"),
        ("EUR_2021/job", "EUR", 2021, "job", "EUR"),
        ("MAD/m2", "MAD", None, "m2", "MAD"),
        ("MAD/call_centre", "MAD", None, "call_centre", "MAD"),
        ("job/ha", "job", None, "ha", None),
    ],
)
def test_a_unit_is_taken_apart(unit: str, top: str, year: int | None, bottom: str | None, currency: str | None) -> None:
    """What is counted, the year of its prices, what it is counted per, and its currency."""
    part = units.parts(unit)
    assert part == UnitParts(top, year, bottom)
    assert part.currency == currency
    assert str(part) == unit


@pytest.mark.parametrize("unit", [*Unit, *(f"{currency}_2015" for currency in units.CURRENCIES)])
def test_every_unit_makes_a_quantity(unit: str) -> None:
    """Each unit of the vocabulary, and each currency at constant prices, is in the registry."""
    quantity = Quantity(D("1.5"), unit)
    assert quantity.magnitude == D("1.5")
    assert str(quantity.units) == unit


@pytest.mark.parametrize(
    ("unit", "suggested"),
    [
        ("jobs", "did you mean 'job'?"),
        ("dirham", "expected one of: job, person, company"),
        ("kilogram", "expected one of: job, person, company"),
        ("", "expected one of: job, person, company"),
        ("MAD_15", "did you mean 'MAD'"),
        ("MAD_20155", "is not a unit"),
        ("MAD_0000", "is not a unit"),
        ("job_2015", "is not a unit"),
        ("MAD/jbo", "is not a unit"),
        ("MAD/", "is not a unit"),
        ("/job", "is not a unit"),
        ("MAD / job", "is not a unit"),
        ("MAD*job", "is not a unit"),
        ("MAD/job/job", "is not a unit"),
        ("mad", "is not a unit"),
        ("2 MAD", "is not a unit"),
        ("MAD\n", "is not a unit"),
    ],
)
def test_an_unknown_unit_is_refused(unit: str, suggested: str) -> None:
    """The error suggests the nearest unit or lists them."""
    for use in (units.parts, lambda unit: Quantity(5, unit), lambda unit: mo.Figure(5, unit)):
        with pytest.raises(UnknownUnit) as caught:
            use(unit)
        assert str(caught.value).startswith(f"{unit!r} is not a unit")
        assert suggested in str(caught.value)


@pytest.mark.parametrize("unit", [5, None, ["job"], b"job"])
def test_a_unit_is_a_text(unit: Any) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(WrongType, match=r"^unit: got .*, expected a unit such as 'job' or 'MAD'$"):
        units.parts(unit)


@pytest.mark.parametrize(
    ("unit", "language", "text"),
    [
        ("job", "en", "jobs"),
        ("job", "fr", "emplois"),
        ("job", "ar", "منصب شغل"),
        ("MAD", "en", "MAD"),
        ("MAD_2015", "en", "MAD of 2015"),
        ("MAD_2015", "fr", "MAD de 2015"),
        ("MAD/job", "en", "MAD/job"),
        ("percent", "fr", "%"),
    ],
)
def test_a_unit_is_written_as_people_read_it(unit: str, language: str, text: str) -> None:
    """Units have labels in three languages."""
    assert units.label(unit, language) == text


@pytest.mark.parametrize("unit", ["kilogram", "meter", "second", "kMAD", "mMAD", "megajob", "degC", "radian", "dirham"])
def test_the_registry_knows_our_units_alone(unit: str) -> None:
    """No unit of physics, no prefix and no currency that is not ours is known."""
    assert unit not in units.registry()


def test_the_registry_is_built_once() -> None:
    """Every quantity is of one registry, so that quantities can be added."""
    assert units.registry() is units.registry()
    assert Quantity(1, "job")._REGISTRY is units.registry()
    assert len(list(units.registry())) < 40


def test_the_application_registry_is_left_alone() -> None:
    """A program that uses pint itself finds its own registry as it was."""
    import pint

    assert pint.get_application_registry().get() is not units.registry()
    assert "job" not in pint.UnitRegistry()


@pytest.mark.parametrize(
    ("value", "expected"), [(5, D(5)), (D("1.5"), D("1.5")), (D("0.10"), D("0.10")), (0, D(0)), (-5, D(-5))]
)
def test_a_quantity_is_an_exact_decimal(value: Any, expected: Decimal) -> None:
    """An int becomes a Decimal; a Decimal stays as it is."""
    magnitude = Quantity(value, "job").magnitude
    assert isinstance(magnitude, Decimal)
    assert magnitude == expected


@pytest.mark.parametrize("value", [1.5, True, "5", "5 MAD"])
def test_a_quantity_of_a_float_or_text_is_refused(value: Any) -> None:
    """The error says what to write instead."""
    with pytest.raises(WrongType) as caught:
        Quantity(value, "job")
    assert str(caught.value) == (
        f"value: got {value!r} ({type(value).__name__}), "
        "expected a Decimal, an int or an array; write Decimal('1.5') for 1.5"
    )


def test_a_quantity_of_nothing_is_refused() -> None:
    """None is no amount."""
    with pytest.raises((WrongType, InvalidField)):
        Quantity(None, "job")


def test_a_quantity_of_an_array_has_its_unit() -> None:
    """The column of a frame becomes one quantity, and its unit is guarded as one."""
    numpy = pytest.importorskip("numpy")
    quantity = Quantity(numpy.array([D(1), D(2)]), "MAD")
    assert (quantity + Quantity(D(1), "MAD")).magnitude.tolist() == [D(2), D(3)]
    with pytest.raises(dimensionality_error()):
        quantity + Quantity(D(1), "EUR")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("EUR", "MAD"),
        ("MAD", "MAD_2015"),
        ("MAD_2014", "MAD_2015"),
        ("job", "person"),
        ("job", "MAD"),
        ("MAD/job", "MAD"),
        ("percent", "job"),
        ("m2", "site"),
    ],
)
def test_what_does_not_belong_together_is_never_added_or_compared(first: str, second: str) -> None:
    """Each currency, each price year and each thing counted is a dimension of its own."""
    for one, other in ((first, second), (second, first)):
        with pytest.raises(dimensionality_error(), match=r"^Cannot convert from '"):
            Quantity(10, one) + Quantity(5, other)
        with pytest.raises(dimensionality_error()):
            Quantity(10, one) < Quantity(5, other)  # noqa: B015 - it raises
        with pytest.raises(dimensionality_error()):
            Quantity(10, one).to(other)


@pytest.mark.parametrize("unit", ["job", "MAD", "percent", "rank"])
def test_a_bare_number_is_never_added_to_a_quantity(unit: str) -> None:
    """Five jobs and three of nothing are no sum."""
    for add in (lambda q: q + 3, lambda q: 3 + q, lambda q: q + D(3), lambda q: q - 3):
        with pytest.raises(dimensionality_error()):
            add(Quantity(5, unit))


def test_quantities_are_divided_and_multiplied() -> None:
    """Dirhams over jobs are dirhams per job, and a rate turns one currency into another."""
    per_job = Quantity(65_000_000, "MAD") / Quantity(5000, "job")
    assert per_job == Quantity(13_000, "MAD/job")
    assert per_job * Quantity(2, "job") == Quantity(26_000, "MAD")
    assert Quantity(10, "EUR") * (Quantity(D("10.7"), "MAD") / Quantity(1, "EUR")) == Quantity(107, "MAD")
    assert Quantity(10, "job") + Quantity(5, "job") == Quantity(15, "job")
    assert Quantity(10, "job") > Quantity(5, "job")


def test_a_hectare_is_ten_thousand_square_metres() -> None:
    """The two units of area are the one pair that converts."""
    assert Quantity(D("0.5"), "ha").to("m2").magnitude == 5000
    assert Quantity(1, "ha") + Quantity(5000, "m2") == Quantity(D("1.5"), "ha")


def test_a_float_never_enters_a_quantity_of_decimals() -> None:
    """Scaling by a float is Python's own error, not a silent loss of digits."""
    with pytest.raises(TypeError, match=r"unsupported operand|'float'"):
        Quantity(10, "MAD") * 0.5


def test_a_figure_has_a_quantity() -> None:
    """The value of a figure in our registry."""
    assert mo.Figure("12.5", "MAD_2015").quantity == Quantity(D("12.5"), "MAD_2015")
    assert mo.Figure(5, "MAD/job").quantity * Quantity(2, "job") == Quantity(10, "MAD")


def test_a_sum_over_a_figure_of_jobs_gives_money_per_job(ds: mo.Dataset) -> None:
    """Totals divide into a price per job that keeps its unit."""
    memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    per_job = memoranda.total("investment").quantity / memoranda.total("jobs").quantity
    assert str(per_job.units) == "MAD / job"
    assert round(per_job.magnitude, 2) == round(D(65_000_000) / 5050, 2)


def test_units_are_defined_from_many_threads_at_once() -> None:
    """A price year that several threads ask for first is defined once, without a warning or an error."""
    code = """
import threading, warnings
warnings.simplefilter("error")
from maroc_offshoring import units
faults, gate = [], threading.Barrier(8)
def ask():
    gate.wait()
    try:
        for year in range(1990, 2020):
            one = units.Quantity(1, f"MAD_{year}")
            assert one + units.Quantity(1, f"MAD_{year}") == 2 * one
    except BaseException as fault:
        faults.append(fault)
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not faults, faults
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_our_errors_of_units_are_ours() -> None:
    """A caller can catch every refusal of a unit by the library's base class."""
    for make in (lambda: Quantity(5, "jobs"), lambda: Quantity(1.5, "job"), lambda: units.parts("x")):
        with pytest.raises(MarocOffshoringError):
            make()
