"""What holds of every text: it is read exactly, or refused with one of our errors."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import parse_figure
from maroc_offshoring.figures.decimals import total

whole = st.integers(0, 10**15)
spaces = st.sampled_from([" ", "\u00a0", "\u202f"])
qualifiers = st.sampled_from(
    [("", "exact"), ("plus de ", "at_least"), ("près de ", "nearly"), ("environ ", "about"), ("jusqu'à ", "at_most")]
)
scales = st.sampled_from([("", 0), (" millions de", 6), (" milliards de", 9)])
fragments = st.sampled_from(
    ["1", "23", "000", ".", ",", " ", "\u00a0", "-", "e5", "plus de ", "près de", "d'", "MDH", "MMDH", "MMAD", "€", "m",
     "k", "million", "milliards de ", "billion", "emplois", "dirhams", "%", "entre", "et", "٣", "²", "\n", "'", "’"]
)  # fmt: skip


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(whole, spaces, spaces, qualifiers)
def test_a_count_in_groups_is_read_whatever_the_space(
    number: int, space: str, before: str, qualifier: tuple[str, str]
) -> None:
    """Any space may group the digits and part the unit."""
    word, expected = qualifier
    figure = parse_figure(f"{word}{grouped(number, space)}{before}emplois")
    assert (figure.value, figure.unit, figure.qualifier) == (number, "job", expected)


@given(whole, st.sampled_from([".", ","]))
def test_a_mark_before_three_digits_groups_counted_things(number: int, mark: str) -> None:
    """A point or comma before three digits is a thousands mark where things are counted."""
    assert parse_figure(f"{grouped(number, mark)} emplois").value == number


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from([".", ","]))
def test_a_mark_before_three_digits_of_money_is_refused(number: int, decimals: int, mark: str) -> None:
    """What 1.234 dirhams means is never guessed."""
    with pytest.raises(UnreadableFigure, match="is ambiguous"):
        parse_figure(f"{number}{mark}{decimals:03} MAD")


@given(st.integers(0, 10**30), st.integers(0, 99), st.sampled_from([".", ","]), scales)
@example(10**30 + 1, 5, ",", (" millions de", 6))
def test_money_is_read_to_the_last_digit(number: int, decimals: int, mark: str, scale: tuple[str, int]) -> None:
    """Neither the decimals nor the scale costs a digit, however many there are."""
    word, power = scale
    figure = parse_figure(f"{number}{mark}{decimals:02}{word} dirhams")
    hundredths = number * 100 + decimals
    assert figure.unit == "MAD"
    assert figure.value is not None
    assert total([figure.value] * 100) == hundredths * 10**power


@given(st.lists(fragments, max_size=8).map("".join) | st.text(max_size=40))
def test_any_text_is_a_figure_or_an_error_of_ours(text: str) -> None:
    """No text makes the reader fail in another way; what is read is a number of zero or more, with its text."""
    try:
        figure = parse_figure(text)
    except UnreadableFigure as error:
        written = str(error)
    else:
        written = figure.as_printed
        assert figure.value is not None
        assert figure.value >= Decimal(0)
    assert written == text or written.startswith("cannot read ")
