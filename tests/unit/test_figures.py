"""Figures: what they hold and refuse, their bounds, their sums, remainders and shares, and how they are written."""

import pickle
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs
import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import (
    InvalidField,
    NoSingleFigure,
    NotAdditive,
    UnitMismatch,
    UnknownUnit,
    UnknownWord,
    WrongType,
)
from maroc_offshoring.figures import Figure, Step, add, remainder, split
from maroc_offshoring.figures.addition import tightened

D = Decimal


def exactly(value: object, unit: str = "job") -> Figure:
    return Figure(value, unit)


def at_least(value: object) -> Figure:
    return Figure(value, "job", "at_least")


def at_most(value: object, low: object = None) -> Figure:
    return Figure(value, "job", "at_most", low=low)


def about(value: object, low: object = None, high: object = None) -> Figure:
    return Figure(value, "job", "about", low=low, high=high)


def nearly(value: object) -> Figure:
    return Figure(value, "job", "nearly")


def between(low: object, high: object) -> Figure:
    return Figure(None, "job", "range", low=low, high=high)


def from_on(low: object, stated: object) -> Figure:
    """A sum that is open above, whose value is neither its floor nor its ceiling."""
    return Figure(stated, "job", "range", low=low)


def plain(figure: Figure) -> str:
    return str(figure).replace("\u202f", " ").replace("\xa0", " ")


# What a figure holds


@pytest.mark.parametrize(
    ("given", "value"),
    [(5050, D(5050)), ("5050", D(5050)), ("1234.5", D("1234.5")), (D("0.10"), D("0.1")), (0, D(0)), ("1e3", D(1000))],
)
def test_a_number_is_an_exact_decimal(given: object, value: Decimal) -> None:
    """An int, a Decimal and plain digits are read without losing or inventing a digit."""
    figure = Figure(given, "job")
    assert figure.value == value
    assert isinstance(figure.value, Decimal)
    assert (figure.unit, figure.qualifier, figure.low, figure.high) == ("job", "exact", None, None)


@pytest.mark.parametrize(
    ("figure", "lower", "upper"),
    [
        (exactly(5), 5, 5),
        (at_least(5), 5, None),
        (at_most(5), 0, 5),
        (at_most(5, low=2), 2, 5),
        (between(3, 8), 3, 8),
        (between(3, None), 3, None),
        (between(None, 8), None, 8),
        (about(5), None, None),
        (about(5, low=3, high=8), None, None),
        (nearly(5), None, None),
        (exactly(0), 0, 0),
        (at_least(0), 0, None),
        (at_most(0), 0, 0),
    ],
)
def test_the_qualifier_gives_the_bounds(figure: Figure, lower: int | None, upper: int | None) -> None:
    """Exact is both bounds, at_least is open upward, at_most starts at zero, about and nearly promise none."""
    assert (figure.lower, figure.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        (
            (1.5, "job"),
            WrongType,
            "value: got 1.5 (float), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        (
            (True, "job"),
            WrongType,
            "value: got True (bool), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        (
            ([5], "job"),
            WrongType,
            "value: got [5] (list), expected an int, a Decimal or digits as text; write Decimal('1.5') for 1.5",
        ),
        ((-1, "job"), InvalidField, "value: got -1, expected a number of zero or more"),
        ((D("-0.5"), "job"), InvalidField, "value: got Decimal('-0.5'), expected a number of zero or more"),
        ((D("NaN"), "job"), InvalidField, "value: got Decimal('NaN'), expected a number of zero or more"),
        ((D("sNaN"), "job"), InvalidField, "value: got Decimal('sNaN'), expected a number of zero or more"),
        ((D("Infinity"), "job"), InvalidField, "value: got Decimal('Infinity'), expected a number of zero or more"),
        (
            ("12,5", "job"),
            InvalidField,
            "value: got '12,5', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        (
            ("NaN", "job"),
            InvalidField,
            "value: got 'NaN', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        (
            ("-5", "job"),
            InvalidField,
            "value: got '-5', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        (
            (" 5", "job"),
            InvalidField,
            "value: got ' 5', expected plain digits such as '1234.5'; mo.parse_figure reads what the press prints",
        ),
        ((5, "jobs"), UnknownUnit, "'jobs' is not a unit; did you mean 'job'?"),
        ((5, 5), WrongType, "unit: got 5 (int), expected a unit such as 'job' or 'MAD'"),
        ((5, ["job"]), WrongType, "unit: got ['job'] (list), expected a unit such as 'job' or 'MAD'"),
        (
            (5, "job", "sort of"),
            UnknownWord,
            "qualifier: 'sort of' is not a qualifier; expected one of: exact, about, nearly, at_least, at_most, range",
        ),
        (
            (5, "job", 5),
            WrongType,
            "qualifier: got 5 (int), expected a qualifier: one of exact, about, nearly, at_least, at_most, range",
        ),
        ((None, "job"), InvalidField, "value: got None, expected a number for a figure that is exact"),
        ((None, "job", "at_least"), InvalidField, "value: got None, expected a number for a figure that is at_least"),
        ((None, "job", "about"), InvalidField, "value: got None, expected a number for a figure that is about"),
        ((None, "job", "nearly", 3, 5), InvalidField, "value: got None, expected a number for a figure that is nearly"),
        ((None, "job", "range"), InvalidField, "low: got None, expected the ends of the range"),
        (
            (5, "job", "range", 1, 9),
            InvalidField,
            "value: got Decimal('5'), expected no value in a range: it has low and high",
        ),
        (
            (None, "job", "range", 9, 1),
            InvalidField,
            "low: got Decimal('9'), expected a lower end that is not above the upper end, 1",
        ),
        (
            (5, "job", "exact", 1),
            InvalidField,
            "low: got Decimal('1'), expected no ends for a figure that is exact; use qualifier='range'",
        ),
        (
            (5, "job", "nearly", 1, 9),
            InvalidField,
            "low: got Decimal('1'), expected no ends for a figure that is nearly; use qualifier='range'",
        ),
        (
            (5, "job", "at_least", 1),
            InvalidField,
            "low: got Decimal('1'), expected no ends for a figure that is at_least; use qualifier='range'",
        ),
    ],
)
def test_what_is_no_figure_is_refused(arguments: tuple[Any, ...], error: type[Exception], text: str) -> None:
    """The error names the field, what was got and what was expected."""
    with pytest.raises(error) as caught:
        Figure(*arguments)
    assert type(caught.value) is error
    assert str(caught.value) == text


@pytest.mark.parametrize("number", [D("1E+999"), D("1E-999"), D("1E+1000000"), 10**500])
def test_a_number_of_absurd_size_is_refused(number: Any) -> None:
    """A number that could not be added exactly or written out is refused when the figure is made."""
    with pytest.raises(InvalidField, match=r"^value: "):
        Figure(number, "job")


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("wrong", [-1, 1.5, True, "a few", D("NaN")])
def test_a_bad_end_is_named(end: str, wrong: Any) -> None:
    """The fault of an end is reported of that end, not of the value."""
    ends = {"low": 1, "high": 9, end: wrong}
    with pytest.raises((InvalidField, WrongType)) as caught:
        Figure(None, "job", "range", **ends)
    assert caught.value.where == end


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        (5, "about", 6, 8),
        (9, "about", 6, 8),
        (5, "about", 6, None),
        (9, "about", None, 8),
        (5, "at_most", 7, None),
    ],
)
def test_a_value_lies_between_its_ends(value: int, qualifier: str, low: int | None, high: int | None) -> None:
    """A value below its floor or above its ceiling contradicts itself and is refused."""
    with pytest.raises(InvalidField) as caught:
        Figure(value, "job", qualifier, low=low, high=high)
    assert str(caught.value) == f"value: got {D(value)!r}, expected a number between the ends, {low} and {high}"


def test_at_most_has_no_second_ceiling() -> None:
    """The value of at_most is its ceiling; another one is refused instead of being ignored."""
    with pytest.raises(InvalidField) as caught:
        Figure(5, "job", "at_most", high=9)
    assert str(caught.value) == (
        "high: got Decimal('9'), expected no upper end beside the value, which is the most it can be"
    )


@pytest.mark.parametrize(
    "qualifier", ["au moins", "at least", "على الأقل", "AT_LEAST", mo.vocabulary.Qualifier.AT_LEAST]
)
def test_a_qualifier_is_read_in_any_language(qualifier: str) -> None:
    """What a person would type is understood."""
    assert Figure(5, "job", qualifier) == at_least(5)


def test_figures_are_values() -> None:
    """They compare by number, unit and qualifier, whatever the steps, and survive pickling."""
    step = Step("convert", D("10.5"), "MAD/EUR", 2022, "average", "BAM")
    one, other = Figure("5.0", "job"), Figure(5, "job", steps=[step])
    assert one == other
    assert hash(one) == hash(other)
    assert one not in (Figure(5, "person"), at_least(5), Figure(6, "job"))
    assert pickle.loads(pickle.dumps(other)) == other
    assert pickle.loads(pickle.dumps(other)).steps == (step,)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.value = D(6)


def test_a_figure_is_handed_through_or_read() -> None:
    """A figure is taken as it is, a text is read as the press prints it, anything else is refused."""
    figure = exactly(5)
    assert Figure.of(figure) is figure
    assert Figure.of("65 MDH") == Figure(65_000_000, "MAD", as_printed="65 MDH")
    with pytest.raises(WrongType, match=r"^figure: got 5 \(int\), expected a Figure, or a text such as '65 MDH'$"):
        Figure.of(5)


def test_a_figure_describes_itself_in_each_language() -> None:
    """In English unless another language is asked for; the marks of its number are those of the language."""
    money = Figure("1234.5", "MAD", "nearly")
    assert money.describe() == str(money) == "nearly 1\u202f234.5\xa0MAD"
    assert money.describe("fr") == "près de 1\u202f234,5\xa0MAD"
    assert money.describe("ar") == "ما يقارب 1\u202f234,5\xa0درهم"
    with pytest.raises(UnknownWord, match="'de' is not a language of figures; expected one of: en, fr, ar"):
        money.describe("de")


def test_the_room_names_what_it_holds() -> None:
    """What reads text is loaded by its name; a name that is not there is Python's own error."""
    from maroc_offshoring import figures

    assert [getattr(figures, name).__name__ for name in figures.__all__] == figures.__all__
    with pytest.raises(AttributeError, match=r"^module 'maroc_offshoring.figures' has no attribute 'parse_figures'$"):
        figures.parse_figures  # noqa: B018 - looking the name up is what is tested


def test_a_figure_of_money_names_its_currency() -> None:
    """Money has a currency at current and at constant prices and per job; a count has none."""
    units = ("MAD", "MAD_2015", "EUR/job", "job", "percent")
    assert [Figure(5, unit).currency for unit in units] == ["MAD", "MAD", "EUR", None, None]


def test_a_range_has_no_single_number() -> None:
    """Asking one number of a range says what to use instead."""
    figure = between(1000, 2000)
    text = (
        "the figure has no single number: it is a range, between 1\u202f000 and 2\u202f000\xa0jobs; "
        "use .lower and .upper"
    )
    with pytest.raises(NoSingleFigure) as caught:
        figure.number()
    assert str(caught.value) == text
    with pytest.raises(NoSingleFigure, match=r"^quantity has no single number"):
        figure.quantity  # noqa: B018 - the property is what is tested
    assert exactly(5).number() == 5


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (exactly(5050), "5 050 jobs"),
        (exactly("1e3"), "1 000 jobs"),
        (exactly(0), "0 jobs"),
        (exactly(999), "999 jobs"),
        (exactly(13_000_000_000, "MAD"), "13 000 000 000 MAD"),
        (exactly("1234567.5", "MAD_2015"), "1 234 567.5 MAD of 2015"),
        (exactly("1234.5678", "EUR"), "1 234.57 EUR"),
        (exactly("0.123456789", "percent"), "0.123457 %"),
        (exactly("12.50", "percent"), "12.5 %"),
        (exactly(12, "MAD/job"), "12 MAD/job"),
        (at_least(2000), "at least 2 000 jobs"),
        (at_most(2000), "at most 2 000 jobs"),
        (at_most(2000, low=500), "between 500 and 2 000 jobs"),
        (about(2000), "about 2 000 jobs"),
        (nearly(4500), "nearly 4 500 jobs"),
        (between(1000, 2000), "between 1 000 and 2 000 jobs"),
        (between(1000, None), "1 000 or more jobs"),
        (between(None, 2000), "up to 2 000 jobs"),
        (about(2000, low=2000), "about 2 000 or more jobs"),
        (about(None, 1000, 2000), "about 1 000 to 2 000 jobs"),
        (about(None, 1000, None), "about 1 000 or more jobs"),
    ],
)
def test_a_figure_is_written_as_people_read_it(figure: Figure, text: str) -> None:
    """Thousands stand apart, how firmly it is stated comes first, and the unit follows after a no-break space."""
    assert plain(figure) == text
    assert str(figure).count("\xa0") == 1


def test_a_figure_is_multiplied_with_its_ends() -> None:
    """A conversion scales value and ends, keeps the qualifier and adds its step; the printed words stay behind."""
    step = Step("convert", D("0.1"), "EUR/MAD", 2022, "average", "BAM")
    figure = Figure(100, "MAD", "about", low=50, high=200, as_printed="une centaine de dirhams")
    scaled = figure.times(D("0.1"), "EUR", step)
    assert scaled == Figure(10, "EUR", "about", low=5, high=20)
    assert (scaled.steps, scaled.as_printed) == ((step,), None)


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (
            Step("convert", D("0.0936"), "EUR/MAD", 2022, "average", "World Bank", "1 EUR = 10.6851 MAD"),
            "convert × 0.0936 EUR/MAD (average, 2022), World Bank; 1 EUR = 10.6851 MAD",
        ),
        (Step("split", D("0.2"), "", kind="equally", note="one of 5 shares"), "split × 0.2 (equally); one of 5 shares"),
        (Step("deflate", D(2), "MAD_2015/MAD"), "deflate × 2 MAD_2015/MAD"),
    ],
)
def test_a_step_says_what_was_done(step: Step, text: str) -> None:
    """A step is written with its factor, kind, year, source and note, as far as it has them."""
    assert str(step) == text


# Sums

SUMS = [
    ([exactly(2000), exactly(1000)], exactly(3000)),
    ([exactly("0.1"), exactly("0.2")], exactly("0.3")),
    ([exactly(2000), exactly(0)], exactly(2000)),
    ([at_least(2000), exactly(1000)], at_least(3000)),
    ([at_least(2000), at_least(1000)], at_least(3000)),
    ([at_most(10), exactly(5)], at_most(15, low=5)),
    ([at_most(10), at_most(5)], at_most(15)),
    ([at_most(10, low=4), exactly(5)], at_most(15, low=9)),
    ([between(1, 3), exactly(5)], between(6, 8)),
    ([between(1, 3), between(10, 20)], between(11, 23)),
    ([between(1, None), exactly(5)], between(6, None)),
    ([between(None, 3), exactly(5)], between(5, 8)),
    ([between(1, 3), at_least(5)], between(6, None)),
    ([between(1, 3), at_most(5)], between(1, 8)),
    ([between(5, 5), exactly(1)], between(6, 6)),
    ([at_least(5), at_most(3)], from_on(5, stated=8)),
    ([at_least(0), at_most(3)], from_on(0, stated=3)),
    ([at_least(5), at_most(3), exactly(1)], from_on(6, stated=9)),
    ([about(5), exactly(3)], about(8)),
    ([about(5), about(3)], about(8)),
    ([nearly(5), exactly(3)], nearly(8)),
    ([nearly(5), nearly(3)], nearly(8)),
    ([nearly(5), about(3)], about(8)),
    ([nearly(5), nearly(3), about(1)], about(9)),
    ([about(5), at_least(3)], about(8, low=8)),
    ([nearly(5), at_least(3)], about(8, low=8)),
    ([about(5), at_most(3)], about(8, low=5, high=8)),
    ([nearly(5), at_most(3)], about(8, low=5, high=8)),
    ([about(5), between(1, 3)], about(None, low=6, high=8)),
    ([nearly(5), between(1, 3)], about(None, low=6, high=8)),
    ([about(5), between(1, None)], about(None, low=6)),
    ([about(8, low=3, high=10), exactly(1)], about(9, low=4, high=11)),
    ([at_least(5), at_most(3), about(1)], about(9, low=6)),
    ([at_most(0), exactly(5)], exactly(5)),
]


@pytest.mark.parametrize(("figures", "expected"), SUMS)
def test_a_sum_is_as_firm_as_what_is_added(figures: Sequence[Figure], expected: Figure) -> None:
    """Bounds add end by end, `about` spreads, and a single value is given only where it is an end of the sum."""
    assert add(figures) == expected
    assert add(list(reversed(figures))) == expected


def test_one_figure_is_its_own_sum() -> None:
    """The sum of one figure is that figure, without the words of its source."""
    for figure in (exactly(5), between(1, 3), about(5, low=3, high=8), between(None, 3)):
        assert add([attrs.evolve(figure, as_printed="as printed")]) == figure


def test_figures_add_with_plus_and_with_sum() -> None:
    """`+` and the builtin sum() add figures."""
    assert exactly(5) + at_least(3) == at_least(8)
    assert sum([exactly(5), at_least(3), nearly(2)]) == about(10, low=10)
    assert sum([exactly(5)]) == exactly(5)


@pytest.mark.parametrize("other", [5, 1, D(5), 0.0, "5", None])
def test_a_bare_number_is_never_added(other: Any) -> None:
    """A number has no unit, so Python's own error refuses it on either side; only sum() may begin at zero."""
    with pytest.raises(TypeError, match="unsupported operand"):
        exactly(5) + other
    with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate"):
        other + exactly(5)
    with pytest.raises(TypeError, match="unsupported operand"):
        exactly(5) + 0


def test_a_sum_keeps_the_steps_of_its_terms_once() -> None:
    """The working of a sum is the working of what was added."""
    first, second = Step("convert", D(2), "EUR/MAD", 2021), Step("convert", D(3), "EUR/MAD", 2022)
    terms = [Figure(1, "EUR", steps=[first]), Figure(2, "EUR", steps=[second]), Figure(3, "EUR", steps=[first])]
    assert add(terms).steps == (first, second)


@pytest.mark.parametrize(("figures", "expected"), SUMS)
def test_every_kind_of_sum_keeps_the_steps(figures: Sequence[Figure], expected: Figure) -> None:
    """However firm the sum is."""
    steps = tuple(Step("convert", D(place), "EUR/MAD") for place in range(len(figures)))
    whole = add([attrs.evolve(figure, steps=[step]) for figure, step in zip(figures, steps, strict=True)])
    assert (whole, whole.steps) == (expected, steps)


@pytest.mark.parametrize("bare", [0, 1])
def test_two_exact_figures_keep_their_steps(bare: int) -> None:
    """`+` takes a shorter way for two figures without steps, and not where either has one."""
    step = Step("convert", D(2), "EUR/MAD", 2021)
    terms = [Figure(1, "EUR", steps=[step]), Figure(2, "EUR", steps=[step])]
    assert (terms[0] + terms[1]).steps == (step,)
    terms[bare] = Figure(1, "EUR")
    assert (terms[0] + terms[1]).steps == (step,)


def test_a_sum_has_every_digit() -> None:
    """No context of the caller's, and no length of the numbers, rounds a sum."""
    big, small = exactly("9" * 40), exactly("0." + "1" * 40)
    assert add([big, small]).value == D("9" * 40 + "." + "1" * 40)


@pytest.mark.parametrize(
    ("units", "text"),
    [
        (["MAD", "EUR"], "cannot add MAD and EUR; convert first: mo.convert(figure, to='MAD', on=year)"),
        (
            ["MAD", "EUR", "USD"],
            "cannot add MAD and EUR and USD; convert first: mo.convert(figure, to='MAD', on=year)",
        ),
        (
            ["MAD", "MAD_2015"],
            "cannot add MAD and MAD_2015; current and constant prices do not mix: "
            "mo.deflate(figure, year=..., to=...) states both at one year's prices",
        ),
        (
            ["MAD_2014", "MAD_2015"],
            "cannot add MAD_2014 and MAD_2015; current and constant prices do not mix: "
            "mo.deflate(figure, year=..., to=...) states both at one year's prices",
        ),
        (
            ["MAD_2015", "EUR_2015"],
            "cannot add MAD_2015 and EUR_2015; mo.restate(figure, year=..., to=(currency, year), path=...) states both "
            "in one currency of one year",
        ),
        (["m2", "ha"], "cannot add m2 and ha; state both in m2: one hectare is 10000 m2"),
        (["m2", "job"], "cannot add m2 and job; they count different things"),
        (["job", "person"], "cannot add job and person; they count different things"),
        (["MAD", "job"], "cannot add MAD and job; they count different things"),
    ],
)
def test_different_units_are_never_added(units: list[str], text: str) -> None:
    """The error names the units and the call that does what was probably meant."""
    with pytest.raises(UnitMismatch) as caught:
        add([Figure(1, unit) for unit in units])
    assert str(caught.value) == text
    with pytest.raises(UnitMismatch):
        sum(Figure(1, unit) for unit in units)


def test_the_remedy_of_a_mismatch_can_be_followed() -> None:
    """Constant dirhams and current euros are brought together by a call that works."""
    with pytest.raises(UnitMismatch) as caught:
        add([Figure(1, "MAD_2015"), Figure(1, "EUR")])
    assert "to='MAD_2015'" not in str(caught.value)  # mo.convert knows current money only


@pytest.mark.parametrize(
    ("unit", "label"), [("percent", "%"), ("rank", "rank"), ("MAD/job", "MAD/job"), ("MAD_2015/job", "MAD of 2015/job")]
)
def test_shares_ranks_and_ratios_do_not_add_up(unit: str, label: str) -> None:
    """20 % and 30 % of different things are not 50 % of anything."""
    with pytest.raises(NotAdditive) as caught:
        add([Figure(1, unit), Figure(2, unit)])
    assert str(caught.value) == (
        f"{label} cannot be added here: shares, ranks and ratios do not add up; compare them instead"
    )


def test_only_figures_are_added() -> None:
    """A bare number among them is refused by its type."""
    with pytest.raises(WrongType) as caught:
        add([exactly(5), 5])  # type: ignore[list-item]
    assert str(caught.value) == "figures: got 5 (int), expected figures, such as mo.Figure(300, 'job')"


def test_nothing_has_no_sum() -> None:
    """A sum of no figures has no unit, and is refused instead of being zero."""
    with pytest.raises(InvalidField, match=r"^figures: got \(\), expected at least one figure to add$"):
        add([])


# Remainders

REMAINDERS = [
    (exactly(10), [exactly(3)], exactly(7)),
    (exactly(10), [exactly(3), exactly(4)], exactly(3)),
    (at_least(3000), [exactly(1000)], at_least(2000)),
    (nearly(10), [exactly(3)], nearly(7)),
    (about(10), [exactly(3)], about(7)),
    (at_most(10), [exactly(3)], at_most(7)),
    (at_most(10, low=8), [exactly(3)], at_most(7, low=5)),
    (exactly(10), [at_least(3)], at_most(7)),
    (at_least(10), [at_most(3)], at_least(7)),
    (exactly(10), [about(3)], about(7)),
    (exactly(10), [nearly(3)], about(7)),
    (between(10, 20), [exactly(3)], between(7, 17)),
    (between(10, 20), [exactly(15)], between(0, 5)),
    (between(10, None), [exactly(3)], between(7, None)),
    (exactly(10), [between(2, 4)], between(6, 8)),
    (exactly(10), [between(2, None)], between(0, 8)),
    (at_least(10), [between(2, 4)], between(6, None)),
    (about(10), [between(2, 4)], about(None, low=6, high=8)),
    (exactly(10), [exactly(10)], None),
    (exactly(10), [exactly(6), exactly(6)], None),
    (at_least(10), [exactly(10)], None),
    (at_most(10), [exactly(12)], None),
    (between(10, 20), [exactly(20)], None),
    # an end is kept where the value is that end
    (about(10, low=8, high=10), [exactly(3)], about(7, low=5, high=7)),
    (about(9, low=6, high=12), [exactly(3)], about(6)),
    (about(8, low=8), [exactly(3)], about(5, low=5)),
    (about(9, low=6), [exactly(3)], about(6)),
    # the parts may be more or fewer, and the whole says nothing of that
    (exactly(10), [at_most(3)], about(7)),
    (at_most(10), [at_most(3)], about(7)),
    (at_least(10), [at_least(3)], about(7)),
    # parts that reach the whole by their ceiling alone
    (exactly("0.5"), [at_most("0.8")], between(0, "0.5")),
    (about(10), [at_most(12)], about(None, low=0, high=10)),
    (exactly(10), [about(12, low=5, high=14)], about(None, low=0, high=5)),
    (between(10, 20), [between(5, 20)], between(0, 15)),
    (exactly(10), [at_most(6), exactly(4)], None),
]


@pytest.mark.parametrize(("whole", "parts", "expected"), REMAINDERS)
def test_a_remainder_is_what_the_whole_states_beyond_its_parts(
    whole: Figure, parts: list[Figure], expected: Figure | None
) -> None:
    """It is as firm as the whole where the parts are exact, and has the bounds that both allow otherwise."""
    assert remainder(whole, parts) == expected


@pytest.mark.parametrize(("whole", "parts", "expected"), [row for row in REMAINDERS if row[2] is not None])
def test_a_remainder_keeps_the_steps(whole: Figure, parts: list[Figure], expected: Figure) -> None:
    """What was done to the whole and to the parts was done to the rest, however firm that is."""
    first, second = Step("convert", D(2), "EUR/MAD", 2021), Step("convert", D(3), "EUR/MAD", 2022)
    rest = remainder(attrs.evolve(whole, steps=[first]), [attrs.evolve(part, steps=[second]) for part in parts])
    assert rest == expected
    assert rest is not None
    assert rest.steps == (first, second)


def test_without_parts_the_whole_remains() -> None:
    """A whole of which no part is known is its own remainder, shares and ranks too."""
    for whole in (about(5, low=3, high=8), Figure(20, "percent")):
        assert remainder(whole, []) is whole


def test_a_remainder_needs_one_unit() -> None:
    """Jobs are not taken from dirhams."""
    with pytest.raises(UnitMismatch, match=r"^cannot subtract MAD and job; they count different things$"):
        remainder(Figure(10, "MAD"), [Figure(3, "job")])


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (at_most(800), exactly(500), at_most(800, low=500)),
        (at_most(800, low=300), at_least(500), at_most(800, low=500)),
        (at_most(800, low=500), exactly(400), at_most(800, low=500)),
        (between(300, 800), exactly(500), between(500, 800)),
        (between(None, 800), exactly(500), between(500, 800)),
        (between(300, 800), about(500), between(300, 800)),
        (exactly(800), exactly(500), exactly(800)),
        (at_least(800), exactly(500), at_least(800)),
        (about(800), exactly(500), about(800)),
    ],
)
def test_a_whole_is_at_least_its_parts(whole: Figure, parts: Figure, expected: Figure) -> None:
    """Where a whole has an open or lower floor, what its parts are at least is its floor."""
    assert tightened(whole, parts) == expected


def test_a_whole_is_compared_with_parts_of_its_unit() -> None:
    """People are no floor of jobs."""
    with pytest.raises(UnitMismatch, match=r"^cannot compare job and person; they count different things$"):
        tightened(at_most(800), Figure(500, "person"))


# Shares


@pytest.mark.parametrize(
    ("figure", "weights", "shares"),
    [
        (exactly(5050), [1, 1, 1, 1, 1], [1010] * 5),
        (exactly(100), [1, 3], [25, 75]),
        (exactly(100), [0, 1, 1, 0], [0, 50, 50, 0]),
        (exactly(0), [1, 2], [0, 0]),
        (exactly(1), ["0.5", "1.5"], ["0.25", "0.75"]),
        (exactly(6), ["0.25", "0.5"], [2, 4]),
        (exactly(8), [1, 2], ["2.666666666666666", "5.333333333333334"]),
    ],
)
def test_a_figure_is_split_by_weights(figure: Figure, weights: list[object], shares: list[object]) -> None:
    """Only the proportions of the weights count."""
    found = split(figure, [D(str(weight)) for weight in weights], "by weights")
    assert [share.value for share in found] == [D(str(share)) for share in shares]


def test_shares_add_up_to_the_last_digit() -> None:
    """A third three times is a whole, whatever the division leaves over."""
    shares = split(exactly(100), [D(1)] * 3, "equally")
    assert add(shares) == exactly(100)
    assert shares[0].value == shares[1].value != shares[2].value


def test_shares_keep_how_firmly_the_whole_is_stated() -> None:
    """Qualifier and ends are split with the value, and each share says that it is one."""
    first, second = split(Figure(None, "job", "range", 10, 20, as_printed="10 à 20"), [D(1), D(1)], "equally")
    assert first == second == between(5, 10)
    assert [str(step) for step in first.steps] == ["split × 0.5 (equally); one of 2 shares"]
    assert split(at_least(10), [D(1), D(1)], "equally")[0] == at_least(5)


@pytest.mark.parametrize("weights", [[], [D(0)], [D(0), D(0)]])
def test_a_split_needs_a_weight(weights: list[Decimal]) -> None:
    """Without a weight above zero there is nothing to split by."""
    with pytest.raises(InvalidField) as caught:
        split(exactly(10), weights, "by weights")
    assert str(caught.value) == f"weights: got {weights!r}, expected at least one weight above zero"


@pytest.mark.parametrize("weights", [[D(-1), D(3)], [D("NaN"), D(1)]])
def test_a_weight_is_never_negative(weights: list[Decimal]) -> None:
    """The error is about the weight, not about the share that it would make."""
    with pytest.raises(InvalidField, match=r"^weights: "):
        split(exactly(10), weights, "by weights")


def test_a_share_is_never_negative() -> None:
    """Where rounded shares exceed the whole, the smallest share does not pay for it by falling below zero."""
    shares = split(exactly(1), [D(1)] * 6 + [D("1e-30")], "by weights")
    assert all(share.value is not None and share.value >= 0 for share in shares)
    assert add(shares) == exactly(1)
