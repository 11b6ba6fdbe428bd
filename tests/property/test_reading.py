"""What holds of every text: it is read exactly, or refused with one of our errors."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import Figure, parse_figure
from maroc_offshoring.figures.decimals import total
from maroc_offshoring.units import Unit
from maroc_offshoring.vocabulary import Qualifier

whole = st.integers(0, 10**15)
spaces = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])
qualifiers = st.sampled_from(
    [("", "exact"), ("plus de ", "at_least"), ("près de ", "nearly"), ("environ ", "about"), ("jusqu'à ", "at_most")]
)
scales = st.sampled_from([("", 0), (" millions de", 6), (" milliards de", 9)])
languages = st.sampled_from(["fr", "en", "ar"])
fragments = st.sampled_from(
    ["1", "23", "000", ".", ",", " ", "\u00a0", "-", "+", "e5", "plus de ", "près de", "d'", "MDH", "MMDH", "MMAD",
     "€", "m", "k", "million", "milliards de ", "billion", "emplois", "dirhams", "%", "entre", "et", "٣", "²", "\n",
     "'", "’", "de ", "à ", "un ", "une dizaine", "mille ", "cent ", "half a ", " and a half", "deux ", "/job",
     "of 2015", "ألف", " درهم", "و", "ou plus", "au moins", "\ud800", "１", "½"]
)  # fmt: skip

COUNTED = ("job", "person", "company", "call_centre", "workstation", "site", "rank", "month")
simple_units = st.sampled_from([unit.value for unit in Unit])
ratios = st.builds("{}/{}".format, st.sampled_from(["MAD", "EUR"]), st.sampled_from(["job", "m2", "month"]))
dated = st.builds("{}_{}".format, st.sampled_from(["MAD", "USD"]), st.integers(1990, 2040))
units = simple_units | ratios | dated


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@st.composite
def numbers(draw: st.DrawFn, unit: str) -> Decimal:
    """Draw a number that our writing shows to its last digit."""
    if unit in COUNTED:
        return Decimal(draw(whole))
    if draw(st.booleans()):
        return Decimal(draw(st.integers(0, 10**17))).scaleb(-2)
    return Decimal(draw(st.integers(1, 10**6 - 1))).scaleb(-6)


@st.composite
def stated(draw: st.DrawFn) -> Figure:
    """Draw a figure such as a source can state."""
    unit = draw(units)
    qualifier = draw(st.sampled_from(Qualifier))
    if qualifier is Qualifier.RANGE or (qualifier is Qualifier.ABOUT and draw(st.booleans())):
        low, high = sorted(draw(st.lists(numbers(unit), min_size=2, max_size=2, unique=True)))
        return Figure(None, unit, qualifier, low, high)
    return Figure(draw(numbers(unit)), unit, qualifier)


def same(one: Figure, other: Figure) -> bool:
    """Tell whether two figures say the same, whatever the words."""
    return (one.value, one.unit, one.qualifier, one.low, one.high) == (
        other.value, other.unit, other.qualifier, other.low, other.high,
    )  # fmt: skip


@given(stated(), languages)
@example(Figure(None, "job", "range", low=3, high=4000), "fr")
@example(Figure(Decimal("0.123"), "MAD"), "fr")
@example(Figure(Decimal("1234.5"), "EUR_2021"), "en")
def test_what_we_write_is_read_back(figure: Figure, language: str) -> None:
    """Every figure is read back from our own writing of it in each language, told or not."""
    text = figure.describe(language)
    assert same(parse_figure(text), figure)
    assert same(parse_figure(text, language=language), figure)
    assert same(parse_figure(str(figure)), figure)


@given(st.sampled_from(COUNTED[:6]), whole, whole, languages)
def test_sums_with_one_end_keep_it(unit: str, one: int, other: int, language: str) -> None:
    """A sum of which one end is known is read back with that end, as the press would state it."""
    low, high = sorted((one, other))
    assume(low < high)
    least = parse_figure(Figure(None, unit, "range", low=low).describe(language))
    most = parse_figure(Figure(None, unit, "range", high=high).describe(language))
    assert (least.lower, least.upper, least.unit) == (low, None, unit)
    assert (most.upper, most.unit) == (high, unit)
    stated = Figure(high, "job", "range", low=low)
    assert same(parse_figure(stated.describe(language)), stated)


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


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from([".", ","]))
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


@given(st.integers(0, 999_999), st.booleans())
def test_number_words_are_read_as_they_are_spelled(number: int, swiss: bool) -> None:
    """Every number below a million is read from its French and from its English words."""
    assert parse_figure(f"{in_french(number, swiss=swiss)} dirhams").value == number
    assert parse_figure(f"{in_english(number)} dirhams").value == number


_FRENCH = """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf
""".split()  # noqa: SIM905 - words are read more easily so
_FRENCH_TENS = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()  # noqa: SIM905
_SWISS_TENS = "vingt trente quarante cinquante soixante septante huitante nonante".split()  # noqa: SIM905
_ENGLISH = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
""".split()  # noqa: SIM905
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def in_french(number: int, *, swiss: bool) -> str:
    """Spell a number below a million in French, with the tens of France or of Switzerland."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        before = "" if thousands == 1 else in_french(thousands, swiss=swiss) + " "
        return f"{before}mille{' ' + in_french(rest, swiss=swiss) if rest else ''}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        before = "" if hundreds == 1 else _FRENCH[hundreds] + " "
        return f"{before}cent{' ' + in_french(rest, swiss=swiss) if rest else ''}"
    if number < 20:
        return _FRENCH[number]
    tens, units_ = divmod(number, 10)
    if not swiss and tens in (7, 9):
        units_ += 10
    ten = (_SWISS_TENS if swiss else _FRENCH_TENS)[tens - 2]
    return ten if units_ == 0 else f"{ten} et {_FRENCH[units_]}" if units_ in (1, 11) else f"{ten}-{_FRENCH[units_]}"


def in_english(number: int) -> str:
    """Spell a number below a million in English."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return f"{in_english(thousands)} thousand{' ' + in_english(rest) if rest else ''}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_ENGLISH[hundreds]} hundred{' and ' + in_english(rest) if rest else ''}"
    if number < 20:
        return _ENGLISH[number]
    tens, units_ = divmod(number, 10)
    return _ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[units_]}" if units_ else "")


@given(st.lists(fragments, max_size=12).map("".join) | st.text(max_size=40), languages | st.none())
@example("\ud800 5 emplois", None)
@example("1" * 200, "fr")
@example("de " * 66, None)
@example("entre " * 30, "fr")
def test_any_text_is_a_figure_or_an_error_of_ours(text: str, language: str | None) -> None:
    """No text makes the reader fail in another way; what is read is numbers of zero or more, with their text."""
    try:
        figure = parse_figure(text, language=language)
    except UnreadableFigure as error:
        written = str(error)
    else:
        written = figure.as_printed or ""
        known = [number for number in (figure.value, figure.low, figure.high) if number is not None]
        assert known
        assert min(known) >= Decimal(0)
    assert written == text or written.startswith("cannot read ")
