"""What holds of all figures: order and grouping never matter, bounds hold, and shares and remainders add up."""

import re
from decimal import Decimal

import pytest
from attrs import astuple
from hypothesis import given
from hypothesis import strategies as st

from maroc_offshoring.errors import MarocOffshoringError
from maroc_offshoring.figures import Figure, add, remainder, split
from maroc_offshoring.figures.decimals import difference, grouped, total

numbers = st.integers(0, 20).map(Decimal) | st.decimals(
    min_value=0, max_value=10**13, places=2, allow_nan=False, allow_infinity=False
)


@st.composite
def bounded(draw: st.DrawFn, qualifier: str) -> Figure:
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    which = draw(st.sampled_from(["both", "low", "high"]))
    ends = {"low": None if which == "high" else low, "high": None if which == "low" else high}
    stated = value if qualifier == "about" and draw(st.booleans()) else None
    return Figure(stated, "job", qualifier, **ends)


plain = st.builds(Figure, numbers, st.just("job"), st.sampled_from(["exact", "at_least", "at_most", "about", "nearly"]))
at_most = st.tuples(numbers, numbers).map(lambda ends: Figure(max(ends), "job", "at_most", low=min(ends)))
figures = plain | at_most | bounded("range") | bounded("about")
several = st.lists(figures, min_size=2, max_size=6)


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_a_sum_never_matters(terms: list[Figure], random: object) -> None:
    """Adding is commutative, qualifiers and bounds included."""
    shuffled = terms[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert add(shuffled) == add(terms)


@given(st.lists(figures, min_size=3, max_size=6), st.data())
def test_the_grouping_of_a_sum_never_matters(terms: list[Figure], data: st.DataObject) -> None:
    """Adding is associative, qualifiers and bounds included, over any mixture."""
    start = data.draw(st.integers(0, len(terms) - 2))
    end = data.draw(st.integers(start + 2, len(terms)))
    assert add([*terms[:start], add(terms[start:end]), *terms[end:]]) == add(terms)


@given(figures, figures, figures)
def test_plus_is_the_sum_of_two(first: Figure, second: Figure, third: Figure) -> None:
    """`+`, sum() and add() agree."""
    assert first + second + third == first + (second + third) == add([first, second, third])
    assert sum([first, second, third]) == add([first, second, third])


@given(several)
def test_the_value_of_a_sum_lies_within_its_bounds(terms: list[Figure]) -> None:
    """No sum contradicts itself."""
    whole = add(terms)
    for low, high in ((whole.lower, whole.upper), (whole.low, whole.high)):
        assert low is None or high is None or low <= high
        if whole.value is not None:
            assert low is None or low <= whole.value
            assert high is None or whole.value <= high


@given(several)
def test_the_bounds_of_a_sum_are_the_sums_of_the_bounds(terms: list[Figure]) -> None:
    """Where every term has a bound, so has the sum, and where one is open upward, so is the sum."""
    whole = add(terms)
    if any(term.qualifier in ("about", "nearly") for term in terms):
        assert whole.qualifier in ("about", "nearly")
        return
    assert whole.lower == total(term.lower or Decimal(0) for term in terms)
    uppers = [term.upper for term in terms]
    assert whole.upper == (None if None in uppers else total(upper for upper in uppers if upper is not None))


@given(several)
def test_the_value_of_a_sum_is_the_sum_of_the_values(terms: list[Figure]) -> None:
    """A sum that has a value has no other than that."""
    whole = add(terms)
    if whole.value is not None:
        assert whole.value == total(term.number() for term in terms)
    if all(term.qualifier in ("exact", "at_least", "about", "nearly") and term.low is None for term in terms) and all(
        term.high is None for term in terms
    ):
        assert whole.value is not None


@given(st.lists(plain | at_most, min_size=2, max_size=6))
def test_a_sum_is_never_firmer_than_its_terms(terms: list[Figure]) -> None:
    """Exact comes of exact figures alone, nearly of exact and nearly ones."""
    qualifiers = {term.qualifier.value for term in terms}
    whole = add(terms)
    if whole.qualifier == "exact":
        assert whole.lower == whole.upper
        assert not qualifiers & {"about", "nearly"}
    if whole.qualifier == "nearly":
        assert "nearly" in qualifiers
        assert "about" not in qualifiers


@given(figures, st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any))
def test_shares_add_up_to_the_whole_exactly(figure: Figure, weights: list[int]) -> None:
    """Value, low and high are split to the last digit, and nothing goes to a weight of zero."""
    shares = split(figure, [Decimal(weight) for weight in weights], "by weights")
    assert len(shares) == len(weights)
    for name in ("value", "low", "high"):
        whole = getattr(figure, name)
        parts = [getattr(share, name) for share in shares]
        assert parts == [None] * len(weights) if whole is None else total(parts) == whole
    for share, weight in zip(shares, weights, strict=True):
        assert share.qualifier is figure.qualifier
        assert weight or not share.value


@given(plain, st.lists(numbers, min_size=1, max_size=5))
def test_parts_and_remainder_make_the_whole(whole: Figure, amounts: list[Decimal]) -> None:
    """What is left over exact parts, added to them, is the number that the whole states."""
    parts = [Figure(amount, "job") for amount in amounts]
    rest = remainder(whole, parts)
    if rest is None:
        assert total(amounts) >= whole.number()
        return
    assert add([rest, *parts]).value == whole.value
    if whole.qualifier in ("exact", "at_least", "nearly", "about"):
        assert add([rest, *parts]) == whole


@given(plain, st.lists(plain, min_size=1, max_size=5))
def test_a_remainder_counts_for_the_difference(whole: Figure, parts: list[Figure]) -> None:
    """Whatever is stated of whole and parts, the rest counts for the difference of their numbers.

    Parts whose ceiling alone reaches the whole may be fewer: their rest is a range from nothing on.
    """
    rest = remainder(whole, parts)
    taken = add(parts).value
    if taken is None or rest is None:
        return
    if taken >= whole.number():
        assert (rest.value, rest.low) == (None, 0)
        return
    assert rest.value == difference(whole.number(), taken)


@given(figures)
def test_a_figure_is_written_with_its_unit(figure: Figure) -> None:
    """Every figure can be written, on one line, with its unit after a no-break space."""
    assert str(figure).endswith("\xa0jobs")
    assert "\n" not in str(figure)


@given(st.integers(0, 10**20))
def test_grouping_keeps_every_digit(number: int) -> None:
    """A whole number is written with all its digits, in groups of three."""
    written = grouped(Decimal(number))
    assert written.replace("\u202f", "") == str(number)
    assert all(len(group) == 3 for group in written.split("\u202f")[1:])


@given(st.lists(st.decimals("0", "1e12", places=3), min_size=2, max_size=6), st.sampled_from(["at_least", "about"]))
def test_exact_figures_add_up_as_the_general_rule_says(numbers: list[Decimal], other: str) -> None:
    """A sum of exact figures is made by a shorter way: it has the value that the general rule gives."""
    exact = add([Figure(number, "MAD") for number in numbers])
    general = add([Figure(number, "MAD", other) for number in numbers])
    assert exact == Figure(sum(numbers, Decimal(0)), "MAD")
    assert str(exact.value) == str(general.value)
    assert (exact.qualifier.value, general.qualifier.value) == ("exact", other)


exact = st.builds(Figure, st.integers(0, 10**40 - 1).map(Decimal) | numbers, st.sampled_from(["job", "MAD", "percent"]))


@given(exact, exact)
def test_two_exact_figures_are_added_and_refused_as_many_are(first: Figure, second: Figure) -> None:
    """`+` takes a shorter way for two: it gives every field that add() gives, and raises what add() raises."""
    try:
        expected = add([first, second])
    except MarocOffshoringError as refusal:
        with pytest.raises(type(refusal), match=f"^{re.escape(str(refusal))}$"):
            first + second
    else:
        assert astuple(first + second) == astuple(expected)
