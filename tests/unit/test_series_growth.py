"""Growth: within one strand only, between like parts of a year, with the bounds that the figures leave."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.figures.conventions import Convention
from maroc_offshoring.series import Growth, Series


@pytest.fixture
def line(world: Any) -> Any:
    """Make a series of figures by period: a stock of jobs unless told otherwise."""

    def make(figures: dict[str, Any], measure: str = "jobs", **fields: Any) -> Series:
        return Series.of(
            [world.seen(f"o-{period.replace('..', '_')}", figure, measure, period=period, **fields)
             for period, figure in figures.items()]
        )  # fmt: skip

    return make


def rounded(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:.2f}"


@pytest.mark.parametrize(
    ("figures", "percents", "text"),
    [
        ((100, 110), ("10.00", "10.00", "10.00"), "+10 %"),
        ((200, 100), ("-50.00", "-50.00", "-50.00"), "-50 %"),
        ((100, 100), ("0.00", "0.00", "0.00"), "0 %"),
        ((100, "plus de 110 emplois"), ("10.00", None, None), "at least +10 %"),
        (("plus de 100 emplois", 110), (None, None, "10.00"), "at most +10 %"),
        (("plus de 100 emplois", "plus de 110 emplois"), (None, None, None), "not known, the figures are open"),
        ((100, (110, 130)), ("10.00", None, "30.00"), "between +10 % and +30 %"),
        (((100, 110), (110, 132)), ("0.00", None, "32.00"), "between 0 % and +32 %"),
        (
            ("près de 4 500 emplois", 9_000),
            ("100.00", "100.00", "104.55"),
            "about +100 % (between +100 % and +104.5 %, by convention)",
        ),
        (
            (1_000, "environ 1 100 emplois"),
            ("0.00", "10.00", "20.00"),
            "about +10 % (between 0 % and +20 %, by convention)",
        ),
        ((0, 100), (None, None, None), "none, it starts from nothing"),
        ((100, 0), ("-100.00", "-100.00", "-100.00"), "-100 %"),
    ],
)
def test_growth_has_the_bounds_of_its_figures(
    line: Any, look: SimpleNamespace, figures: tuple[Any, Any], percents: tuple[str | None, ...], text: str
) -> None:
    """From the highest it may start at to the lowest it may end at, and the other way round; a bound is no number."""
    (growth,) = line({"2018": figures[0], "2019": figures[1]}).growth()
    assert (rounded(growth.low), rounded(growth.percent), rounded(growth.high)) == percents
    assert look.text(growth) == f"2018 → 2019: {text}"
    assert growth.is_assumed is ("convention" in text)


def test_about_reaches_as_far_as_the_convention_says(line: Any) -> None:
    """Another convention gives other bounds and the same number between the numbers printed."""
    series = line({"2018": "environ 1 000 emplois", "2019": 1_100})
    wide = Convention(about_units=None, about_share="0.2")
    (growth,) = series.growth(convention=wide)
    assert (rounded(growth.low), rounded(growth.percent), rounded(growth.high)) == ("-8.33", "10.00", "37.50")
    assert series.change(2018, 2019, convention=wide) == growth


def test_stocks_follow_one_another_by_year(line: Any, look: SimpleNamespace) -> None:
    """A year without a figure is stepped over, with the dates of the figures; a forecast is no figure."""
    series = line({"2014": 100, "2016-05": 110, "2018-05": 121, "2020": 500})
    assert [look.text(growth) for growth in series.growth()] == [
        "2014 → 2016-05: +10 %", "2016-05 → 2018-05: +10 %", "2018-05 → 2020: +313.2 %",
    ]  # fmt: skip


def test_a_forecast_is_neither_start_nor_end(world: Any, look: SimpleNamespace) -> None:
    """Growth steps over a forecast; asked for it by name, it says why there is none."""
    series = Series.of(
        [
            world.seen("a", 100, period=2018),
            world.seen("b", 900, period=2019, nature="forecast"),
            world.seen("c", 120, period=2020),
        ]
    )
    assert [look.text(growth) for growth in series.growth()] == ["2018 → 2020: +20 %"]
    asked = series.change(2018, 2019)
    assert look.text(asked) == "2018 → 2019: none, the figure of 2019 is a forecast"
    assert (asked.percent, asked.low, asked.high, asked.per_year) == (None, None, None, None)
    assert look.text(asked.sentence.fr) == "2018 → 2019 : non calculée, le chiffre de 2019 est une prévision"


def test_flows_are_compared_with_the_same_part_of_a_year(line: Any, look: SimpleNamespace) -> None:
    """A year with a year, a first half with a first half; a half never with a year, and no span of years at all."""
    series = line(
        {
            "2013": 100,
            "2014": 110,
            "2014-01..2014-06": 50,
            "2015-01..2015-06": 60,
            "2015-02..2015-07": 7,
            "2016..2018": 9,
        },
        basis="flow",
    )
    assert [look.text(growth) for growth in series.growth()] == [
        "2013 → 2014: +10 %", "2014-01..2014-06 → 2015-01..2015-06: +20 %",
    ]  # fmt: skip
    assert look.text(series.change("2014-01..2014-06", "2015-01..2015-06")) == look.text(series.growth()[1])


def test_a_february_is_a_february_in_every_year(line: Any) -> None:
    """The last day of a part of a year is that of its month, leap years or not."""
    assert len(line({"2019-01..2019-02": 5, "2020-01..2020-02": 6}, basis="flow").growth()) == 1


@pytest.mark.parametrize(
    ("figures", "basis", "asked", "text"),
    [
        ({"2013": 1, "2014-01..2014-06": 2}, "flow", (2013, "2014-01..2014-06"), "the same part of another year"),
        ({"2013": 1, "2014": 2}, "stock", (2014, 2013), "a period after 2014"),
        ({"2013": 1, "2014": 2}, "stock", (2014, 2014), "a period after 2014"),
        ({"2013": 1, "2014": 2}, "stock", ("2013..", 2014), "a period after 2013.."),
        ({"2011..2013": 1, "2014..2016": 2}, "cumulative", ("2011..2013", "2014..2016"), "running totals contain"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    line: Any, figures: dict[str, int], basis: str, asked: tuple[Any, Any], text: str
) -> None:
    """Unlike parts of a year, the wrong order and running totals are refused, with what could be instead."""
    with pytest.raises(mo.errors.InvalidField, match=text):
        line(figures, basis=basis).change(*asked)


def test_running_totals_and_shares_do_not_grow(line: Any) -> None:
    """Running totals are never paired; shares and ranks have no growth in percent."""
    assert line({"2011..2013": 1, "2014..2016": 2}, basis="cumulative").growth() == ()
    with pytest.raises(mo.errors.InvalidField, match="compare the points"):
        line({"2018": mo.Figure(3, "percent"), "2019": mo.Figure(4, "percent")}, "share_of_gdp").growth()
    with pytest.raises(mo.errors.InvalidField, match="compare the points"):
        line({"2018": mo.Figure(3, "rank"), "2019": mo.Figure(4, "rank")}, "rank").change(2018, 2019)


def test_a_period_without_a_figure_is_named_with_those_that_have_one(line: Any) -> None:
    """Growth to a gap is an error that lists the years held."""
    with pytest.raises(mo.errors.PeriodNotFound, match="the periods that have one are 2013, 2015"):
        line({"2013": 1, "2015": 2}).change(2013, 2014)


def test_years_of_stocks_are_found_by_their_months(line: Any) -> None:
    """A year stands for the stock of one of its months; the month itself is found too."""
    series = line({"2016-05": 100, "2018-05": 121})
    assert series.change(2016, 2018) == series.growth()[0]
    assert series.change("2016-05", "2018-05").percent == 21


@pytest.mark.parametrize(
    ("figures", "years", "per_year"),
    [
        ({"2010": 100, "2012": 121}, 2, "10.00"),
        ({"2010-05": 100, "2012-05": 121}, 2, "10.00"),
        ({"2010": 121, "2012": 100}, 2, "-9.09"),
        ({"2010": 100, "2012": 0}, 2, "-100.00"),
        ({"2010": 100, "2012-05": 121}, None, None),
        ({"2010": 100, "2012": "plus de 121 emplois"}, 2, None),
    ],
)
def test_the_mean_growth_of_a_year_is_compounded(
    line: Any, figures: dict[str, Any], years: int | None, per_year: str | None
) -> None:
    """Twice 10 % is 21 %; dates of unlike parts of a year are no whole number of years apart."""
    (growth,) = line(figures).growth()
    assert (growth.years, rounded(growth.per_year)) == (years, per_year)


def test_money_grows_as_it_was_unless_prices_are_asked_for(line: Any, look: SimpleNamespace) -> None:
    """At the prices of one year, growth is smaller by inflation, and the steps say by which indices."""
    series = line({"2014": 100, "2015": 110}, "revenue", basis="flow")
    (nominal,), (real,) = series.growth(), series.growth(prices=2021)
    assert (nominal.percent, nominal.start.unit, real.start.unit) == (10, "MAD", "MAD_2021")
    expected = (
        mo.deflate(mo.Figure(110, "MAD"), year=2015, to=2021).number()
        / mo.deflate(mo.Figure(100, "MAD"), year=2014, to=2021).number()
    )
    assert abs(real.percent / 100 + 1 - expected) < Decimal("1E-20")
    assert real.percent < nominal.percent
    assert "deflate × " in look.text(real.explain())
    assert series.change(2014, 2015, prices=2021) == real


def test_prices_are_refused_where_they_mean_nothing(line: Any) -> None:
    """Jobs have no prices; a year without an index is an error where it was asked for and a reason where it was not."""
    with pytest.raises(mo.errors.InvalidField, match="jobs are no money"):
        line({"2014": 1, "2015": 2}).growth(prices=2021)
    with pytest.raises(mo.errors.RateNotFound, match="1850"):
        line({"2014": 1, "2015": 2}, "revenue", basis="flow").growth(prices=1850)
    (growth,) = line({"1850": 1, "2015": 2}, "revenue", basis="flow").growth(prices=2021)
    assert growth.percent is None
    assert "1850" in str(growth)


def test_growth_never_crosses_strands(world: Any) -> None:
    """Two perimeters of one export series are compared each with itself alone."""
    given = {"measure": "export_revenue", "basis": "flow"}
    series = Series.of(
        [
            world.seen("a", 10, period=2022, perimeter="old", **given),
            world.seen("b", 20, period=2023, perimeter="new", **given),
            world.seen("c", 11, period=2023, perimeter="old", **given),
            world.seen("d", 22, period=2024, perimeter="new", **given),
        ]
    )
    assert [(growth.subject.perimeter, growth.percent) for growth in series.growth()] == [("old", 10), ("new", 10)]
    with pytest.raises(mo.errors.StrandsDoNotJoin, match=r"series.only\(perimeter='old'\)"):
        series.change(2022, 2024)


def test_growth_says_whether_a_rival_contradicts_it(world: Any, look: SimpleNamespace) -> None:
    """The growth of a policy is told with the rivals that it left, in three languages, and reads back."""
    series = Series.of(
        [world.seen("a", 100), world.seen("b", 110, period=2020), world.seen("c", 150, period=2020, confidence="low")]
    )
    trusted, official = series.growth("most_origins")[0], series.growth("confidence")[0]
    assert isinstance(official, Growth)
    assert (official.percent, official.is_contested, trusted.is_contested) == (50, True, True)
    text = look.text(official.explain())
    assert text.startswith("jobs, Oujda, stock, 2019 → 2020: +50 %\n")
    assert "- 110 jobs  observed [confidence: not stated, against low] (1)" in text
    assert type(official.derivation).from_dict(official.explain("data")) == official.derivation
    assert look.text(official.explain(language="ar")).startswith("مناصب الشغل")
    assert look.text(repr(official)) == "<Growth 2019 → 2020: +50 %>"
    assert "CRI" in official.cite()
