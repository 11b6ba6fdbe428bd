"""Charts: what is drawn is what the library says, in three languages, and no name of a stranger breaks it."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import altair as alt
import pytest

import maroc_offshoring as mo
from maroc_offshoring.display.charts import colours, labels, locales, numbers, scales
from maroc_offshoring.display.charts.web import page
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.series import Series

NASTY = (
    "</script><script>alert(1)</script>", "<!--<script>", "\"quotes\" ' \\ ` ${x} {{y}} #{z}", "\u202eevil\u202c RTL",
    "x" * 700, "a very long name " * 40, "🎉 emoji 👩‍👩‍👧", "شركة مغربية (2020) & Co", "\uffff\ufffe\x00\x1b[31m",
    "two\nlines\tand a tab", "datum.label", "a<b>&amp;</b>",
)  # fmt: skip


def spec(chart: Any) -> dict[str, Any]:
    """The specification of a chart."""
    found: dict[str, Any] = chart.to_dict()
    return found


def panels(chart: Any) -> list[dict[str, Any]]:
    """The panels of a chart."""
    found = spec(chart)
    return found.get("vconcat", [found])


def drawn(chart: Any, mark: str, panel: int = 0) -> list[dict[str, Any]]:
    """The values behind the marks of one kind in a panel."""
    found, whole = [], spec(chart)
    holder = panels(chart)[panel]
    for layer in holder["layer"]:
        if layer["mark"]["type"] == mark:  # data that all layers share stand above them
            data = layer.get("data") or holder.get("data") or whole["data"]
            found += whole["datasets"][data["name"]]
    return found


def texts(chart: Any, panel: int = 0) -> list[str]:
    """What is written beside the marks of a panel, with plain spaces."""
    return [re.sub("[\u00a0\u202f]", " ", value["text"]) for value in drawn(chart, "text", panel)]


def encodings(thing: Any, channel: str) -> list[dict[str, Any]]:
    """Every use of a channel that has a legend of its own, anywhere in a specification."""
    if isinstance(thing, dict):
        own = thing.get("encoding", {}).get(channel, {})
        return [
            *([own] if "scale" in own else []),
            *(one for value in thing.values() for one in encodings(value, channel)),
        ]
    return [one for value in thing for one in encodings(value, channel)] if isinstance(thing, list) else []


# --- what is promised


def test_a_region_is_a_bar_as_long_as_its_total(world: Any) -> None:
    """The pieces of a bar end where the total of the region ends, and the end bears the figure as it is stated."""
    promises = world.promises(
        world.promise("a", 100, due="2020", places=[world.oujda]),
        world.promise("b", "plus de 300 emplois", due="2027", places=[world.jerada]),
        world.promise("c", 50, places=[world.fes]),
    )
    chart = mo.charts.promised(promises)
    bars = drawn(chart, "bar")
    assert [(bar["row"], bar["start"], bar["end"], bar["kind"]) for bar in bars] == [
        ("Oriental", 0, 100, "2016 to 2020"),
        ("Oriental", 100, 400, "2026 to 2030"),
        ("Fès-Meknès", 0, 50, "no date"),
    ]
    assert set(texts(chart)) == {"≥ 400", "50"}
    assert [value["row"] for value in drawn(chart, "point")] == ["Oriental"]  # the arrow of what may be more


def test_what_no_source_attributes_stands_last(world: Any) -> None:
    """A region, then what is for several regions together, then what is not stated, however large."""
    promises = world.promises(
        world.promise("a", 9000),
        world.promise("b", 800, places=[world.oujda, world.fes]),
        world.promise("c", 10, places=[world.fes]),
    )
    rows = [bar["row"] for bar in drawn(mo.charts.promised(promises), "bar")]
    assert rows == ["Fès-Meknès", "Oujda, Fès", "not stated"]


def test_a_range_is_pale_where_it_only_may_reach(world: Any) -> None:
    """A range is solid to its lower end and pale to its upper one; at most is all pale."""
    promises = world.promises(
        world.promise("a", (100, 150), places=[world.fes]),
        world.promise("b", "au plus 80 emplois", places=[world.oujda]),
    )
    chart = mo.charts.promised(promises)
    bars = [(bar["row"], bar["start"], bar["end"], bar["is_pale"]) for bar in drawn(chart, "bar")]
    assert bars == [
        ("Fès-Meknès", 0, 100, False), ("Fès-Meknès", 100, 150, True),
        ("Oriental", 0, 0, False), ("Oriental", 0, 80, True),
    ]  # fmt: skip
    assert texts(chart) == ["between 100 and 150", "≤ 80"]


def test_money_of_several_currencies_has_a_panel_each(world: Any) -> None:
    """Dirhams and euros never share an axis, and the panels share what the colours say."""
    euros = world.promise("b", mo.Figure(2_000_000, "EUR"), "investment", due="2009", places=[world.fes])
    promises = world.promises(world.promise("a", 3_000_000_000, "investment", due="2027", places=[world.fes]), euros)
    chart = mo.charts.promised(promises, "investment", language="fr")
    assert [panel["layer"][0]["encoding"]["x"]["axis"]["title"] for panel in panels(chart)] == [
        "millions de EUR",
        "milliards de MAD",
    ]
    assert texts(chart, 0) == ["2"]
    assert texts(chart, 1) == ["3"]
    scales_used = [one["scale"] for one in encodings(spec(chart), "color")]
    assert len(scales_used) == 2
    assert scales_used[0] == scales_used[1] == {
        "domain": ["2006 à 2010", "2026 à 2030"], "range": colours.steps(2),
    }  # fmt: skip
    one_currency = mo.charts.promised(promises, "investment", currency="EUR")
    assert len(panels(one_currency)) == 1


def test_a_breakdown_of_ones_own_is_drawn(world: Any) -> None:
    """A breakdown by one key has no horizon and no legend; one by other keys is refused."""
    promises = world.promises(world.promise("a", 100, made_by=[world.acme], due="2020", places=[world.oujda]))
    chart = mo.charts.promised(promises.breakdown("jobs", by="operator"), language="fr")
    assert [bar["kind"] for bar in drawn(chart, "bar")] == ["emplois"]
    assert encodings(spec(chart), "color")[0]["legend"] is None
    by_year = promises.breakdown("jobs", by=lambda record: str(record.announced_on))
    assert "<lambda>" not in json.dumps(spec(mo.charts.promised(by_year)))
    with pytest.raises(mo.errors.InvalidField, match="by one key, or by a key and 'due'"):
        mo.charts.promised(promises.breakdown("jobs", by=("due", "region")))


# --- a total


def test_the_parts_of_a_waterfall_lead_to_the_sum(world: Any) -> None:
    """Each part begins where the sum of those before it ends; the sum and what was left out begin at zero."""
    whole = world.promise("whole", 500)
    promises = world.promises(
        whole,
        world.promise("part", 300, part_of=whole),
        world.promise("told-again", 300, restates=world.promise("part", 300, part_of=whole)),
        world.promise("other", "environ 1 000 emplois"),
    )
    total = promises.total("jobs")
    chart = mo.charts.waterfall(total)
    bars = [(bar["row"], bar["kind"], bar["start"], bar["end"]) for bar in drawn(chart, "bar")]
    assert bars == [
        ("other", "counted", 0, 1000),
        ("part", "counted", 1000, 1300),
        ("whole", "beyond the parts of a whole", 1300, 1500),
        ("sum", "sum", 0, 1500),
        ("told-again", "left out, not counted", 0, 300),
    ]
    assert texts(chart) == ["≈ 1 000", "300", "200", "≈ 1 500", "300, the same promise told again"]
    assert total.figure.value == Decimal(1500)


def test_parts_without_a_row_stand_together(world: Any) -> None:
    """Of many parts the largest have a row; the others have one together, which the library adds."""
    promises = world.promises(*(world.promise(f"p{number}", number) for number in range(1, 31)))
    chart = mo.charts.waterfall(promises.total("jobs"), rows=3, language="fr")
    bars = [(bar["row"], bar["start"], bar["end"]) for bar in drawn(chart, "bar")]
    assert bars == [("p30", 0, 30), ("p29", 30, 59), ("p28", 59, 87), ("27 autres", 87, 465), ("somme", 0, 465)]
    assert len(drawn(mo.charts.waterfall(promises.total("jobs"), rows=None), "bar")) == 31


def test_a_whole_that_is_firmer_than_its_parts_adds_a_pale_piece(world: Any) -> None:
    """A whole of exactly 3,000 with a part of at least 1,000 is 3,000, though its lines are 1,000 and at most 2,000."""
    whole = world.promise("whole", 3000)
    total = world.promises(whole, world.promise("part", "au moins 1 000 emplois", part_of=whole)).total("jobs")
    chart = mo.charts.waterfall(total)
    assert str(total.figure.value) == "3000"
    assert max(bar["end"] for bar in drawn(chart, "bar")) == 3000
    assert [bar["end"] for bar in drawn(chart, "bar") if bar["kind"] == "sum"] == [3000]


def test_nothing_to_show_is_said() -> None:
    """An empty total, series or list gives a chart that says so, in the language of the reader."""
    empty = mo.Dataset.of()
    for language, said in (("en", "nothing to show"), ("fr", "rien à montrer"), ("ar", "لا شيء للعرض")):
        charts = (
            mo.charts.promised(empty, language=language),
            mo.charts.waterfall(empty.commitments.total("jobs"), language=language),
            mo.charts.by_perimeter(Series.of([]), language=language),
            mo.charts.promised_and_measured(Series.of([]), language=language),
            mo.charts.announcements([], language=language),
        )
        for chart in charts:
            assert said in texts(chart)[0]


# --- time


def test_measured_figures_show_how_firmly_they_are_stated(world: Any) -> None:
    """Exact, about, at least, at most and a range have shapes of their own; a range has a mark at each end."""
    amounts = [500, "environ 600 emplois", "plus de 700 emplois", "au plus 800 emplois", (900, 1000)]
    seen = [world.seen(f"s{place}", amount, period=2015 + place) for place, amount in enumerate(amounts)]
    chart = mo.charts.promised_and_measured(Series.of(seen))
    marks = [(one["firmness"], one["y"], one["high"]) for one in drawn(chart, "point")]
    assert marks == [
        ("exact", 500, 500), ("about, nearly", 600, 600), ("at least", 700, 700), ("at most", 800, 800),
        ("range", 900, 1000), ("range", 1000, 1000),
    ]  # fmt: skip
    assert [one["x"] for one in drawn(chart, "point")][:2] == [2015.5, 2016.5]
    shape = encodings(spec(chart), "shape")[0]["scale"]
    assert shape["domain"] == ["exact", "about, nearly", "at least", "at most", "range"]
    assert len(set(shape["range"])) == 5


def test_figures_that_contradict_each_other_are_joined_by_a_grey_line(world: Any) -> None:
    """Rivals of one period stand above one another; those that agree have no line."""
    seen = [
        world.seen("a", 500),
        world.seen("b", 800),
        world.seen("c", 400, period=2020),
        world.seen("d", 400, period=2020),
    ]
    chart = mo.charts.promised_and_measured(Series.of(seen), language="fr")
    grey = [layer for layer in spec(chart)["layer"] if layer["mark"].get("color") == colours.RIVAL]
    assert [list(spec(chart)["datasets"][layer["data"]["name"]]) for layer in grey] == [
        [{"x": 2019.5, "y": 500, "high": 800}]
    ]
    assert "un trait gris relie les chiffres qui se contredisent sur une même période" in chart.title.subtitle


def test_promised_levels_stand_at_their_dates(world: Any) -> None:
    """A level of the same subject is drawn with its verdict; a rise, another place and what has no date are counted."""
    seen = world.seen("seen", 500, place=world.morocco)
    aims = [
        world.aim("kept", 400, basis="level", due="2019"),
        world.aim("failed", "plus de 800 emplois", basis="level", due="2019"),
        world.aim("coming", 900, basis="level", due="2030"),
        world.aim("rise", 100, due="2019"),
        world.aim("elsewhere", 100, basis="level", due="2019", place=world.oujda),
        world.aim("undated", 100, basis="level"),
    ]
    ds = mo.Dataset.of(seen, *aims, *world.ground, published="2026-01-01")
    chart = mo.charts.promised_and_measured(ds.series("jobs", "Maroc"), ds.delivery(measure="jobs"))
    diamonds = [one for one in drawn(chart, "point") if "verdict" in one]
    assert {(one["id"], one["verdict"], one["x"], one["y"], one["text"]) for one in diamonds} == {
        ("kept", "met", 2019.5, 400, "400"),
        ("failed", "missed", 2019.5, 800, "≥\u00a0800"),
        ("coming", "its date has not passed", 2030.5, 900, "900"),
    }
    assert chart.title.subtitle == [
        "promises and aims that are not on this axis: 3 (a rise, another place, another scope, or no date)"
    ]
    alone = mo.charts.promised_and_measured(ds.series("jobs", "Maroc"))
    assert not [one for one in drawn(alone, "point") if "verdict" in one]


def exports(world: Any, *figures: tuple[Any, Any, Any]) -> Series:
    """A series of export revenue of period, amount and perimeter."""
    return Series.of(
        world.seen(
            f"e{place}", mo.Figure(amount, "MAD"), "export_revenue", place=world.morocco, basis="flow", period=period,
            perimeter=perimeter,
        )
        for place, (period, amount, perimeter) in enumerate(figures)
    )  # fmt: skip


def test_perimeters_are_never_joined_and_their_break_is_drawn(world: Any) -> None:
    """Lines join whole years of one perimeter; a rule stands where the next perimeter begins."""
    series = exports(
        world, (2020, 10**9, "old"), (2021, 2 * 10**9, "old"), (2023, 3 * 10**9, "old"), (2023, 9 * 10**9, "new"),
        (2024, 10**10, "new"), ("2024-01..2024-06", 5 * 10**9, "new"), (2022, 10**8, None),
    )  # fmt: skip
    chart = mo.charts.by_perimeter(series, language="fr")
    lines = {(one["x"], one["to"], one["kind"]) for one in drawn(chart, "rule") if "to" in one}
    assert lines == {
        (2020.5, 2021.5, "ancien périmètre"), (2021.5, 2023.5, "ancien périmètre"),
        (2023.5, 2024.5, "nouveau périmètre"),
    }  # fmt: skip
    breaks = [one for one in drawn(chart, "rule") if "text" in one]
    assert breaks == [{"x": 2023.0, "text": "rupture\u00a0: nouveau périmètre"}]
    dotted = [layer for layer in spec(chart)["layer"] if layer["mark"].get("strokeDash") == [2, 4]]
    assert [one["x"] for one in spec(chart)["datasets"][dotted[0]["data"]["name"]]] == [2021.5]
    half = next(one for one in drawn(chart, "point") if one["id"] == "e5")
    assert (half["start"], half["end"]) == (2024.0, pytest.approx(2024.5, abs=0.01))
    assert encodings(spec(chart), "color")[0]["scale"]["domain"] == [
        "périmètre non indiqué",
        "ancien périmètre",
        "nouveau périmètre",
    ]


def test_a_forecast_is_pale_and_joined_with_nothing(world: Any) -> None:
    """A line joins measurements; the mark of a forecast is pale."""
    seen = [
        world.seen(f"f{period}", mo.Figure(10**9, "MAD"), "export_revenue", place=world.morocco, basis="flow",
                   period=period, perimeter="old", nature=nature)
        for period, nature in ((2019, "observed"), (2020, "forecast"))
    ]  # fmt: skip
    chart = mo.charts.by_perimeter(Series.of(seen))
    assert [one["is_pale"] for one in drawn(chart, "point")] == [False, True]
    assert not [one for one in drawn(chart, "rule") if "to" in one]
    assert "pale mark: forecast" in chart.title.subtitle


def test_strands_of_other_subjects_have_panels_of_their_own(world: Any) -> None:
    """Places, units and bases never share an axis; all panels share what colours and shapes say."""
    seen = [
        world.seen("a", 500),
        world.seen("b", "environ 800 emplois", place=world.fes),
        world.seen("c", (1, 2), basis="flow"),
    ]
    for chart in (mo.charts.by_perimeter(Series.of(seen)), mo.charts.promised_and_measured(Series.of(seen))):
        assert len(panels(chart)) == 3
        for channel in ("color", "shape"):
            used = [json.dumps(one["scale"]) for one in encodings(spec(chart), channel)]
            assert len(used) >= 3
            assert len(set(used)) == 1


def test_an_announcement_is_as_wide_as_its_date_and_leads_to_its_last_due_date(world: Any) -> None:
    """A year is as wide as a year, a day is a point, and what has no date is counted."""
    records = [
        world.promise("year", 100, announced_on="2020", due="2026"),
        world.promise("day", 100, announced_on="2021-07-02"),
        world.promise("undated", 100),
        mo.Event(id="fair", series="fair", title="A fair", starts_on="2019-04", citations=[world.paper]),
    ]
    chart = mo.charts.announcements(records, language="en")
    rows = {one["id"]: one for one in drawn(chart, "circle")}
    assert list(rows) == ["day", "year", "fair"]
    assert (rows["year"]["start"], rows["year"]["end"], rows["year"]["until"]) == (2020.0, 2021.0, 2026.5)
    assert rows["day"]["end"] - rows["day"]["start"] < 0.01
    assert rows["day"]["until"] is None
    assert [rows[id]["kind"] for id in rows] == ["commitment", "commitment", "event"]
    assert "without a date, not shown: 1" in chart.title.subtitle


def test_of_many_announcements_the_latest_have_rows_and_all_have_dots(world: Any) -> None:
    """Where rows are too few, a panel above shows every announcement, one dot each."""
    records = [world.promise(f"p{year}", 100, announced_on=str(year)) for year in range(2000, 2020)]
    chart = mo.charts.announcements(records, rows=5)
    assert len(panels(chart)) == 2
    assert len(drawn(chart, "circle", 0)) == 20
    assert [one["id"] for one in drawn(chart, "circle", 1)] == ["p2019", "p2018", "p2017", "p2016", "p2015"]
    assert len(panels(mo.charts.announcements(records, rows=None))) == 1


# --- languages


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("fr", "left"), ("ar", "right")])
def test_names_stand_where_readers_begin(world: Any, language: str, side: str) -> None:
    """In Arabic names stand on the right and bars grow to the left; years run from left to right in all languages."""
    promises = world.promises(world.promise("a", 100, due="2020", places=[world.fes], announced_on="2019"))
    bar = spec(mo.charts.promised(promises, language=language))["layer"][0]["encoding"]
    assert bar["y"]["axis"]["orient"] == side
    assert bar["x"]["scale"]["reverse"] is (language == "ar")
    line = spec(mo.charts.promised_and_measured(Series.of([world.seen("a", 5)]), language=language))["layer"][0][
        "encoding"
    ]
    assert line["y"]["axis"]["orient"] == side
    assert "reverse" not in line["x"]["scale"]


def test_arabic_lines_are_isolated_and_state_in_words_how_firm_a_figure_is(world: Any) -> None:
    """A sign such as ≥ would be mirrored, and a number before a word would change places with it."""
    chart = mo.charts.promised(world.promises(world.promise("a", "plus de 300 emplois")), language="ar")
    assert texts(chart) == ["\u2067300 على الأقل\u2069"]
    assert chart.title.text.startswith("\u2067")


@pytest.mark.parametrize("language", ["de", "", None, 1])
def test_another_language_is_refused(language: Any) -> None:
    """French, English and Arabic, and no other."""
    empty = mo.Dataset.of()
    for draw in (
        lambda: mo.charts.promised(empty, language=language),
        lambda: mo.charts.waterfall(empty.commitments.total("jobs"), language=language),
        lambda: mo.charts.by_perimeter(Series.of([]), language=language),
        lambda: mo.charts.promised_and_measured(Series.of([]), language=language),
        lambda: mo.charts.announcements([], language=language),
    ):
        with pytest.raises(mo.errors.UnknownWord):
            draw()


def test_what_is_no_object_of_the_library_is_refused(world: Any) -> None:
    """Each chart says what it takes."""
    for draw in (
        lambda: mo.charts.promised([world.promise("a", 1)]),  # type: ignore[arg-type]
        lambda: mo.charts.waterfall(5),  # type: ignore[arg-type]
        lambda: mo.charts.by_perimeter([world.seen("a", 1)]),  # type: ignore[arg-type]
        lambda: mo.charts.promised_and_measured("jobs"),  # type: ignore[arg-type]
        lambda: mo.charts.promised_and_measured(Series.of([]), []),  # type: ignore[arg-type]
        lambda: mo.charts.announcements("all"),  # type: ignore[arg-type]
        lambda: mo.charts.announcements([5]),  # type: ignore[list-item]
        lambda: mo.charts.svg("chart"),  # type: ignore[arg-type]
    ):
        with pytest.raises(mo.errors.WrongType):
            draw()


def test_numbers_are_written_as_everywhere_in_the_library() -> None:
    """A scale divides money exactly, keeps three decimals and says how firmly a figure is stated."""
    money = scales.Scale.of([mo.Figure(26_220_000_000, "MAD")], "MAD")
    english, french, arabic = Reader("en"), Reader("fr"), Reader("ar")
    assert (money.title(english), money.title(french), money.title(arabic)) == (
        "billion MAD",
        "milliards de MAD",
        "مليار درهم",
    )
    assert money.written(mo.Figure(3_623_000_000, "MAD"), french) == "3,623"
    assert money.written(mo.Figure(10_403_480_300, "MAD"), english) == "10.403"
    assert money.written(mo.Figure(10, "MAD", "at_least"), english) == "≥\u00a00"
    assert money.written(mo.Figure(None, "MAD", "range", 10**9, 2 * 10**9), french) == "entre 1 et 2"
    jobs = scales.Scale.of([mo.Figure(5_000_000_000, "job")], "job")
    assert jobs.written(mo.Figure(1_234_567, "job", "about"), english) == "≈\u00a01\u202f234\u202f567"
    assert jobs.title(french) == "emplois"


# --- names of strangers


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_name_breaks_a_chart(world: Any, language: str) -> None:
    """Names of strangers stay data: no tag begins in them, no line of them is endless, none turns what follows it."""
    operators = [mo.Operator(id=f"op{place}", name=name, citations=[world.paper]) for place, name in enumerate(NASTY)]
    records = [
        world.promise(operator.id.replace("op", "p"), 100, made_by=[operator], title=name, announced_on="2020")
        for operator, name in zip(operators, NASTY, strict=True)
    ]
    ds = mo.Dataset.of(*records)
    for chart in (
        mo.charts.promised(ds.commitments.breakdown("jobs", by="operator"), language=language),
        mo.charts.waterfall(ds.commitments.total("jobs"), language=language),
        mo.charts.announcements(ds, language=language),
    ):
        text = json.dumps(spec(chart), ensure_ascii=False)
        assert not re.search(r"<[/!a-z]", text, re.IGNORECASE)
        assert not re.search("[\u202a-\u202e\ufffe\uffff\x00-\x09\x0b-\x1f]", text)
        marks = drawn(chart, "circle") or drawn(chart, "bar")
        assert len({one["row"] for one in marks if one.get("kind") not in ("sum", "somme", "المجموع")}) == len(NASTY)
        assert max(len(line) for one in marks for line in one["row"].split("\n")) <= 60


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_tooltips_have_headings_that_differ(world: Any, language: str) -> None:
    """Vega keeps one of two lines of a tooltip that are headed alike, so no heading comes twice; none is empty."""
    promises = world.promises(world.promise("a", 100, places=[world.fes], due="2030", announced_on="2020"))
    ds = mo.Dataset.of(*promises, world.aim("b", 5, basis="level", due="2019"), *world.ground, published="2026")
    measured = Series.of([world.seen("c", 5, place=world.morocco)])
    for chart in (
        mo.charts.promised(promises, language=language),
        mo.charts.waterfall(promises.total("jobs"), language=language),
        mo.charts.promised_and_measured(measured, ds.delivery(), language=language),
        mo.charts.announcements(promises, language=language),
    ):
        tips = [layer["encoding"]["tooltip"] for layer in spec(chart)["layer"] if "tooltip" in layer["encoding"]]
        assert tips
        for tip in tips:
            titles = [line["title"] for line in tip]
            assert all(titles)
            assert len(set(titles)) == len(titles)
        for value in (value for dataset in spec(chart)["datasets"].values() for value in dataset):
            assert "\ufffd" not in json.dumps(value, ensure_ascii=False)


def test_a_page_of_a_chart_cannot_be_left_by_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a chart that a user made of unsafe names stays in its script, and the page fetches nothing."""
    vega = SimpleNamespace(javascript_bundle=lambda: "let vega = '</script>';")  # the real one takes long to bundle
    monkeypatch.setattr("maroc_offshoring.display.charts.web.vl_convert", lambda: vega)
    hostile = alt.Chart(alt.InlineData(values=[{"n": "</script><script>alert(1)</script>\u2028"}]), title="</title><b>")
    made = page(hostile.mark_bar().encode(x="n:N").to_dict(), "ar")
    assert "<script>alert" not in made
    assert made.count("</script>") == 2
    assert "</title><b>" not in made
    assert 'lang="ar" dir="rtl"' in made
    assert "default-src &#x27;none&#x27;" in made
    assert not re.search(
        r"""(?:src|href)\s*=\s*["']?https?:""", made[: made.index("<script>")] + made[made.rindex("<script>") :]
    )


def test_labels_break_at_words_and_never_within_a_number() -> None:
    """A long name has two lines, then a sign; the spaces of a number hold; an Arabic line keeps its direction."""
    assert labels.lines("one two three", width=8) == ["one two", "three"]
    assert labels.lines("40\u202f000\u00a0MAD more", width=12) == ["40\u202f000\u00a0MAD", "more"]
    assert labels.lines("a b c d e f", width=3, most=2) == ["a b", "c …"] or labels.lines("a b c d e f", width=3)[
        1
    ].endswith("…")
    assert labels.lines("x" * 100, width=10)[-1] == "xxxxxxxxx…"
    assert labels.lines("الدار البيضاء") == ["\u2067الدار البيضاء\u2069"]
    assert labels.name("") == "—"
    assert labels.apart(["a", "a", "a (2)", "b"]) == ["a", "a (2)", "a (2) (2)", "b"]


def test_dates_stand_where_they_belong() -> None:
    """2019 is as wide as the year; a day is narrow; a period that is open has one end; an open one has none."""
    year, day = numbers.Span.of(mo.PartialDate.of("2019")), numbers.Span.of(mo.PartialDate.of("2019-12-31"))
    assert (year, year.middle if year else 0) == (numbers.Span(2019.0, 2020.0), 2019.5)
    assert day is not None
    assert (day.end, day.end - day.start) == (2020.0, pytest.approx(0.003, abs=0.001))
    assert numbers.Span.of(mo.Period.of("..2018")) == numbers.Span(2019.0, 2019.0)
    assert numbers.Span.of(mo.Period.of("2018..")) == numbers.Span(2018.0, 2018.0)


def _grey(colour: str) -> float:
    """How light a colour is on a grey print, from 0 to 255."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_colours_differ_in_lightness() -> None:
    """Steps of one blue go from light to dark, so that they differ in grey too."""
    light = [sum(int(colour[place : place + 2], 16) for place in (1, 3, 5)) for colour in colours.steps(6)]
    assert light == sorted(light, reverse=True)
    assert len(set(light)) == 6
    assert colours.steps(1) == [colours.steps(6)[0]]
    kept, partly, missed = (colours.VERDICTS[mo.Verdict(word)] for word in ("met", "partly", "missed"))
    for apart in ((kept, partly, missed, colours.PAPER), tuple(colours.PERIMETERS.values())):
        greys = sorted(_grey(colour) for colour in apart)
        assert min(darker - lighter for lighter, darker in pairwise(greys)) > 20


def test_locales_write_numbers_as_the_library_does() -> None:
    """What a user adds to a chart has our thousands, our decimal sign and the months of Morocco."""
    assert locales.LOCALES["fr"]["formatLocale"]["decimal"] == ","
    assert {locale["formatLocale"]["thousands"] for locale in locales.LOCALES.values()} == {"\u202f"}
    assert locales.LOCALES["ar"]["timeFormatLocale"]["months"][7] == "غشت"
    for locale in locales.LOCALES.values():
        times = locale["timeFormatLocale"]
        assert [len(times[name]) for name in ("days", "shortDays", "months", "shortMonths")] == [7, 7, 12, 12]


# --- files


@pytest.fixture
def small(world: Any) -> Any:
    """A small chart."""
    return mo.charts.waterfall(world.promises(world.promise("a", 100)).total("jobs"), language="fr")


def test_a_chart_is_saved_whole_or_not_at_all(small: Any, tmp_path: Path) -> None:
    """What stands there is replaced only where that is asked; nothing else is left behind."""
    path = tmp_path / "chart.SVG"
    mo.charts.save(small, path)
    assert path.read_text("utf-8").startswith('<svg role="img" aria-label="emplois')
    assert ' direction="ltr" ' in path.read_text("utf-8")[:400]  # or a page from right to left would turn every text
    with pytest.raises(mo.errors.InvalidField, match="overwrite=True"):
        mo.charts.save(small, path)
    mo.charts.save(small, path, overwrite=True)
    mo.charts.save(small, tmp_path / "chart.png", scale=0.5)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["chart.SVG", "chart.png"]


def test_what_cannot_be_saved_is_refused(small: Any, tmp_path: Path) -> None:
    """A name without a known end, a scale out of range, a folder that is not there, a language."""
    for name, options, error in (
        ("chart.gif", {}, mo.errors.UnknownWord),
        ("chart", {}, mo.errors.UnknownWord),
        ("chart.png", {"scale": 0}, mo.errors.InvalidField),
        ("chart.png", {"scale": 11}, mo.errors.InvalidField),
        ("chart.png", {"scale": "2"}, mo.errors.WrongType),
        ("chart.png", {"fonts": "no-such-folder"}, mo.errors.InvalidField),
        ("chart.png", {"language": "de"}, mo.errors.UnknownWord),
        ("no/chart.png", {}, mo.errors.InvalidField),
    ):
        with pytest.raises(error):
            mo.charts.save(small, tmp_path / name, **options)
    with pytest.raises(mo.errors.WrongType):
        mo.charts.save(small, 5)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_drawing_leaves_nothing_set(small: Any) -> None:
    """The locale is that of one call: altair's own settings are as before, and so is what it draws."""
    plain = alt.Chart(alt.InlineData(values=[{"x": 12345.5}])).mark_text().encode(text=alt.Text("x:Q", format=",.1f"))
    before = (dict(alt.renderers.options), alt.renderers.active, alt.data_transformers.active, alt.theme.active)
    assert "12\u202f345,5" in mo.charts.svg(plain, language="fr")
    assert "12\u202f345.5" in mo.charts.svg(plain)
    assert before == (dict(alt.renderers.options), alt.renderers.active, alt.data_transformers.active, alt.theme.active)


def test_fonts_of_one_call_are_not_kept(small: Any, tmp_path: Path) -> None:
    """A folder of fonts is given to a process of its own; without a font in it the picture is as without it."""
    assert mo.charts.svg(small, fonts=tmp_path) == mo.charts.svg(small)


def test_a_user_goes_on_with_a_chart(small: Any) -> None:
    """What is returned is altair's own, so that its methods work."""
    assert isinstance(small, alt.LayerChart)
    assert small.properties(width=300).to_dict()["width"] == 300
    assert isinstance(alt.vconcat(alt.Chart().mark_point(), alt.Chart().mark_point()), alt.VConcatChart)


def test_many_records_make_no_trouble(world: Any) -> None:
    """Altair's limit of 5,000 rows does not hold for what is drawn here."""
    records = [world.promise(f"p{number}", 1, announced_on="2020") for number in range(5001)]
    assert len(drawn(mo.charts.announcements(records, rows=1), "circle", 0)) == 5001


# --- what it needs


def test_without_altair_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, world: Any, small: Any) -> None:
    """Each function says what to install; importing the module needs nothing."""
    total = world.promises(world.promise("a", 100)).total("jobs")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(mo.errors.MissingExtra, match=r"'vl-convert-python'.*maroc-offshoring\[charts\]"):
        mo.charts.svg(small)
    monkeypatch.setitem(sys.modules, "altair", None)
    for draw in (
        lambda: mo.charts.waterfall(total),
        lambda: mo.charts.promised(mo.Dataset.of()),
        lambda: mo.charts.by_perimeter(Series.of([])),
        lambda: mo.charts.promised_and_measured(Series.of([])),
        lambda: mo.charts.announcements([]),
    ):
        with pytest.raises(mo.errors.MissingExtra, match=r"needs the package 'altair'.*maroc-offshoring\[charts\]"):
            draw()


def test_naming_the_module_loads_neither_package() -> None:
    """`mo.charts` is there without altair; only drawing loads it."""
    code = "import sys, maroc_offshoring as mo; mo.charts.promised; print({'altair', 'vl_convert'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
