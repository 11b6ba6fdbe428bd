"""Exact decimals: limits of what is read, arithmetic that no caller's settings change, and how numbers are written."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_UP, Decimal, localcontext
from typing import Any

import pytest

from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures import Figure, Step
from maroc_offshoring.figures.decimals import (
    amount,
    decimal,
    grouped,
    optional_decimal,
    quotient,
    rounded,
    share,
    total,
)

D = Decimal
SPLIT = Step("split", D(1), "")


@pytest.mark.parametrize(
    "number", ["9" * 40, "0." + "9" * 40, "9" * 40 + "." + "9" * 40, "1e39", "1E-40", "0", "0.00", "1e+09", 10**40 - 1]
)
def test_a_number_of_forty_digits_is_read(number: str | int) -> None:
    """Up to forty digits before the point, and as many after it in a text."""
    assert decimal(number) == D(number)


@pytest.mark.parametrize("number", [D("1E-100"), D("0." + "1" * 100), D("0E+50"), D("0E-150"), D("1E+39")])
def test_a_computed_number_may_have_more_decimals(number: Decimal) -> None:
    """A hundred after the point; zero is zero, however it is written."""
    assert decimal(number) is number


@pytest.mark.parametrize(
    ("number", "got"),
    [
        (10**40, "'1.000000e+40'"),
        (D("1E+40"), "'1.000000e+40'"),
        ("1e40", "'1.000000e+40'"),
        (D("1E-101"), "'1.000000e-101'"),
        (D("1." + "1" * 101), "'1.111111e+0'"),
    ],
)
def test_a_number_of_too_many_digits_is_refused_in_short(number: Any, got: str) -> None:
    """The error shows how large the number is, not all of its digits."""
    with pytest.raises(InvalidField) as caught:
        decimal(number, "low")
    assert str(caught.value) == f"low: got {got}, expected at most 40 digits before the point and 100 after it"


@pytest.mark.parametrize("text", ["9" * 41, "1." + "1" * 41, "1e100", "1.", ".5", "1_000", "\u0661", "1\n", "", "e5"])
def test_a_text_is_plain_digits(text: str) -> None:
    """Longer texts, digits of other scripts and what Python alone would read are refused."""
    with pytest.raises(InvalidField) as caught:
        decimal(text)
    assert str(caught.value) == (
        f"value: got {text!r}, expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints"
    )


def test_an_absent_number_stays_absent() -> None:
    """None is no zero; what is there is read as any number, and named in its fault."""
    assert optional_decimal(None, "units") is None
    assert optional_decimal("1.5", "units") == D("1.5")
    assert optional_decimal(0, "units") == 0
    with pytest.raises(WrongType, match=r"^units: got 1.5 \(float\), "):
        optional_decimal(1.5, "units")


def test_a_small_int_is_the_same_as_its_digits() -> None:
    """Whether it was met before or not."""
    assert [repr(decimal(number)) for number in (300, 300, "300", D(300))] == ["Decimal('300')"] * 4


@pytest.mark.parametrize(
    ("number", "factor", "product"),
    [
        ("5", "2", "10"),
        ("5000", "1E+1", "5.000E+4"),
        ("1", "0.123456789012345", "0.123456789012345"),
        ("1", "0.1234567890123445", "0.123456789012344"),
        ("1", "0.1234567890123455", "0.123456789012346"),
        ("1", "0.12345678901234451", "0.123456789012345"),
        ("9" * 40, "0." + "3" * 28, "3" * 27 + "2" + "9" * 12 + ".666666666666667"),
    ],
)
def test_an_amount_is_kept_to_fifteen_decimals(number: str, factor: str, product: str) -> None:
    """What has fewer decimals stays as it is; of two amounts as near the even one is taken."""
    with localcontext(prec=3):
        assert str(amount(D(number), D(factor))) == product
        assert str(Figure(D(number), "MAD").times(D(factor), "EUR", SPLIT).value) == product


def test_a_share_is_rounded_down() -> None:
    """So that what is left for the last share is never negative, whatever the caller's settings."""
    with localcontext(prec=3):
        assert str(share(D(2), D(1), D(3))) == "0." + "6" * 15
        assert str(share(D("9" * 40), D(1), D(7))) == "1428571428571428571428571428571428571428.428571428571428"
        assert share(D(6), D(1), D(3)) == 2


def test_a_quotient_has_twenty_eight_digits() -> None:
    """Whatever the caller's settings."""
    with localcontext(prec=3):
        assert str(quotient(D(2), D(3))) == "0." + "6" * 27 + "7"


def test_a_total_has_every_digit() -> None:
    """Whatever the caller's settings; nothing adds up to zero."""
    with localcontext(prec=3):
        assert total(D(number) for number in ("1E+39", "1E-40", "2")) == D("1" + "0" * 38 + "2." + "0" * 39 + "1")
    assert total([]) == 0


@pytest.mark.parametrize(
    ("number", "places", "rounding", "written"),
    [
        ("66.6667", 2, ROUND_HALF_EVEN, "66.67"),
        ("2.5", 0, ROUND_HALF_EVEN, "2"),
        ("3.5", 0, ROUND_HALF_EVEN, "4"),
        ("2.5", 0, ROUND_UP, "3"),
        ("2.01", 1, ROUND_CEILING, "2.1"),
        ("2.09", 1, ROUND_FLOOR, "2.0"),
        ("7", 2, ROUND_UP, "7.00"),
        ("9" * 40 + ".5", 0, ROUND_FLOOR, "9" * 40),
    ],
)
def test_a_number_is_rounded_as_asked(number: str, places: int, rounding: str, written: str) -> None:
    """To so many decimals, in the way that is named, whatever the caller's settings."""
    with localcontext(prec=3, rounding=ROUND_UP):
        assert str(rounded(D(number), places, rounding)) == written
        if rounding == ROUND_HALF_EVEN:
            assert str(rounded(D(number), places)) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0", "0"),
        ("0.0", "0"),
        ("100", "100"),
        ("1E+3", "1 000"),
        ("1000.00", "1 000"),
        ("1234.50", "1 234.5"),
        ("1234.567", "1 234.57"),
        ("1.005", "1"),
        ("1.015", "1.02"),
        ("1.001", "1"),
        ("0.999999", "0.999999"),
        ("0.9999999", "1"),
        ("0.1234565", "0.123456"),
        ("0.10", "0.1"),
        ("0.000001", "0.000001"),
        ("0.00000099", "less than 0.000001"),
        ("1E-30", "less than 0.000001"),
        ("-1234.5", "-1 234.5"),
    ],
)
def test_a_number_is_written_in_groups_of_three(number: str, written: str) -> None:
    """Two decimals, six below one, and no zeros behind them; what would look like nothing says that it is not."""
    assert grouped(D(number)).replace("\u202f", " ") == written
