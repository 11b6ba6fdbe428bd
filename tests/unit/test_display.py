"""Views by themselves: what may be shown, to whom, how figures are drawn, and the colours."""

import re
import subprocess
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest

import maroc_offshoring as mo
from maroc_offshoring.display import Reader, html, show, text, view
from maroc_offshoring.display.bars import bars
from maroc_offshoring.display.cleaning import LONGEST, clean
from maroc_offshoring.display.plain import columns_of
from maroc_offshoring.display.style import CLASS, FAINT, STYLE
from maroc_offshoring.display.view import Column, Piece, Row, Table, View, cell, written_out
from maroc_offshoring.display.words import FIELDS, KIND, KINDS
from maroc_offshoring.display.writing import written
from maroc_offshoring.figures.writing import figure_in
from maroc_offshoring.model import kinds

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize("thing", [None, 5, "Oujda", {}, [], [1], ["Oujda"], mo.Measure.JOBS, object()])
def test_what_cannot_be_shown_is_refused(thing: Any) -> None:
    """Only objects of the library are shown, and the error says so at once."""
    for call in (html, text, show, view):
        with pytest.raises(mo.errors.WrongType, match="an object of this library"):
            call(thing)


def test_a_word_of_the_same_name_as_a_class_is_not_mistaken_for_it() -> None:
    """`Coverage` is a table of a dataset, and a word of the verdicts."""
    from maroc_offshoring.delivery import Coverage

    with pytest.raises(mo.errors.WrongType):
        html(Coverage.SAME)


def test_a_class_derived_from_ours_is_shown(world: Any) -> None:
    """Who derives a record class of their own need not tell anybody; a field of theirs goes by its own name."""

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Park(mo.Site):
        lake: str = ""

    park = Park(id="park", name="Park", parent=world.oujda, lake="small", citations=[world.paper])
    assert "lake    small" in text(park)
    assert text(park).split("\n")[:2] == ["Park park", "site"]
    assert "1 site" in text([park])
    assert text([park, world.acme]).startswith("2 records")


@pytest.mark.parametrize(
    ("language", "rows", "error"),
    [
        ("de", 20, mo.errors.UnknownWord),
        ("", 20, mo.errors.UnknownWord),
        (None, 20, mo.errors.UnknownWord),
        ("fr", 0, mo.errors.InvalidField),
        ("fr", -1, mo.errors.InvalidField),
        ("fr", True, mo.errors.WrongType),
        ("fr", "5", mo.errors.WrongType),
        ("fr", 2.5, mo.errors.WrongType),
    ],
)
def test_a_reader_of_no_language_or_no_row_is_refused(language: Any, rows: Any, error: type[Exception]) -> None:
    """The languages and the number of rows are checked where they are asked for."""
    with pytest.raises(error):
        show(mo.Figure(5, "job"), language, rows=rows)


def test_a_misspelt_language_is_answered_with_those_that_there_are() -> None:
    """The message lists the languages."""
    with pytest.raises(mo.errors.UnknownWord, match="fr"):
        html(mo.Figure(5, "job"), "french")


FIGURES = [
    mo.Figure(1500, "job"),
    mo.Figure(1500, "job", "at_least"),
    mo.Figure(1500, "job", "at_most"),
    mo.Figure(1500, "job", "at_most", low=100),
    mo.Figure(1500, "job", "about"),
    mo.Figure(1500, "job", "nearly"),
    mo.Figure(None, "job", "range", 1000, 2000),
    mo.Figure(None, "job", "range", 1000),
    mo.Figure(None, "job", "range", None, 2000),
    mo.Figure(1500, "job", "range", 1000),
    mo.Figure(1500, "job", "about", 1000),
    mo.Figure(1500, "job", "about", 1000, 2000),
    mo.Figure(0, "MAD"),
    mo.Figure("1234567.5", "MAD_2021"),
]


@pytest.mark.parametrize("figure", FIGURES, ids=str)
def test_a_sign_stands_for_the_words_and_for_no_more(figure: mo.Figure) -> None:
    """Where there is a sign, the words say the same number and the same unit; where there is none, the words stand."""
    for language in ("fr", "en", "ar"):
        shown = written_out(written(figure, Reader(language)))
        words = figure_in(figure, language)
        if shown[0] in "≥≤≈":
            assert language != "ar"
            assert len(re.findall(rf"[\d{NARROW}.,]*\d", words)) == 1
            meant = {"≥": mo.Figure.lower, "≤": mo.Figure.upper}.get(shown[0])
            number = figure.value if meant is None else meant.fget(figure)  # type: ignore[attr-defined]
            assert shown[2:].split(WIDE)[0].replace(NARROW, "") == str(number)
        else:
            assert shown == words


def test_signs_are_short_and_spaced_so_that_no_line_breaks_in_them() -> None:
    """The sign, the number and the unit stay together."""
    assert written_out(written(mo.parse_figure("plus de 300 emplois"), Reader("fr"))) == f"≥{WIDE}300{WIDE}emplois"


def test_bars_show_what_is_certain_what_may_be_and_what_is_open() -> None:
    """The longest has no more than the room that there is, and an open one goes on."""
    exact, ranged, open_end = (
        mo.Figure(500, "job"), mo.Figure(None, "job", "range", 200, 1000), mo.Figure(300, "job", "at_least"),
    )  # fmt: skip
    one, two, three = bars([exact, ranged, open_end], Reader())
    assert one is not None
    assert two is not None
    assert three is not None
    assert (one.solid, one.reach, one.is_open) == (0.47, 0.47, False)
    assert (round(two.solid, 3), round(two.reach, 3)) == (0.188, 0.94)
    assert (round(three.solid, 3), three.is_open) == (0.282, True)
    assert two.says == "100 % of the largest"


@pytest.mark.parametrize(
    "figures",
    [
        [],
        [mo.Figure(5, "job")],
        [mo.Figure(5, "job"), mo.Figure(5, "MAD")],
        [mo.Figure(0, "job"), mo.Figure(0, "job")],
        [None, None],
        [None, mo.Figure(5, "job")],
    ],
)
def test_there_are_no_bars_where_there_is_nothing_to_compare(figures: list[mo.Figure | None]) -> None:
    """One figure, two units, or nothing but zero."""
    assert bars(figures, Reader()) == [None] * len(figures)


def test_at_most_is_no_certain_length() -> None:
    """`at most 500` may be nothing: its bar is all possibility."""
    bar, _ = bars([mo.Figure(500, "job", "at_most"), mo.Figure(500, "job")], Reader())
    assert bar is not None
    assert (bar.solid, bar.reach) == (0.0, 1.0)


def test_a_breakdown_is_drawn_in_the_terminal(world: Any, look: Any) -> None:
    """The bars take what the words leave, and go where there is no room."""
    promises = world.promises(
        world.promise("one", 800, made_by=[world.acme]), world.promise("two", 200, made_by=[world.bolt])
    )
    found = promises.breakdown("jobs", by="operator")
    assert look.text(text(found, width=40)).split("\n")[3:8] == [
        "jobs, by operator",
        "operator        jobs",
        "Acme        800 jobs  ██████████████████",
        "Bolt        200 jobs  ████▌",
        "in all    1 000 jobs",
    ]
    assert "█" not in text(found, width=24)


def test_words_go_on_below_and_figures_and_ids_stay_whole() -> None:
    """In a narrow terminal nothing is cut: a name takes two lines, and a number one."""
    table = Table(
        caption="t", columns=(Column("name"), Column("jobs", is_number=True)),
        rows=(Row((cell("a very long name that goes on"), cell("1000000 jobs"))),),
    )  # fmt: skip
    lines = View(language="en", title=cell("x"), blocks=(table,)).text(30).split("\n")
    assert lines[-2:] == ["a very long name  1000000 jobs", "that goes on"]


def test_a_table_that_is_too_wide_is_a_list() -> None:
    """Where not even the figures and ids fit side by side, each row is written as names and values."""
    table = Table(
        caption="t", columns=(Column("name"), Column("jobs", is_number=True), Column("id", is_code=True)),
        rows=(
            Row((cell("Acme"), cell("1000000 jobs"), cell("acme-2026"))),
            Row((cell("in all"), cell("7 jobs"), ()), is_sum=True),
        ),
        more="… and 3 more",
    )  # fmt: skip
    lines = View(language="en", title=cell("x"), blocks=(table,)).text(24).split("\n")
    assert lines[2:] == [
        "t", "name  Acme", "jobs  1000000 jobs", "id    acme-2026", "", "… and 3 more", "", "name  in all",
        "jobs  7 jobs",
    ]  # fmt: skip


def test_a_terminal_narrower_than_any_table_is_not_written_for() -> None:
    """Twenty columns are the least."""
    assert text(mo.Figure(5, "job"), width=1) == text(mo.Figure(5, "job"), width=20)


def test_the_width_of_a_text_is_that_of_the_terminal() -> None:
    """Accents and vowel marks take no room, wide letters two columns."""
    assert [columns_of(each) for each in ("Fès", "Fe\u0300s", "表", "مُحَمَّد", "\u200d")] == [3, 3, 2, 4, 0]


def test_a_text_keeps_what_does_no_harm() -> None:
    """No-break spaces of figures, joiners of emoji and marks of direction stay."""
    for kept in (f"1{NARROW}000{WIDE}MAD", "🧑\u200d💻", "a\u200fb", "é\u0301", "ⵟⴰⵏⵊⴰ"):
        assert clean(kept) == kept
    assert len(clean("x" * 10_000)) == LONGEST


def test_every_field_of_every_record_has_a_name_in_three_languages() -> None:
    """No record shows a field by its Python name, and a new field cannot be forgotten."""
    waiting: list[Any] = [*kinds.KINDS.values(), mo.Pledge, mo.Milestone, mo.StatusChange, mo.SiteFigure, mo.Presence]
    waiting += [mo.OtherName, mo.Owner, mo.Award, mo.Citation]
    names = {field.name for cls in waiting for field in attrs.fields(cls)} - {"citations", "source"}
    assert names <= set(FIELDS)
    assert set(KINDS) == set(KIND) == set(kinds.KINDS)


def _luminance(colour: tuple[float, ...]) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(text: str, page: str, strength: float) -> float:
    over, under = ([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] for colour in (text, page))
    seen = tuple(strength * a + (1 - strength) * b for a, b in zip(over, under, strict=True))
    light, dark = sorted((_luminance(seen), _luminance(tuple(under))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("#212121", "#ffffff"),  # JupyterLab
        ("#ffffff", "#111111"),
        ("#212121", "#f5f5f5"),
        ("#3b3b3b", "#ffffff"),  # Visual Studio Code
        ("#cccccc", "#1f1f1f"),
        ("#1f2328", "#ffffff"),  # GitHub
        ("#c9d1d9", "#0d1117"),
    ],
)
def test_faint_text_is_read_on_light_and_on_dark_pages(words: str, page: str) -> None:
    """The contrast of the faintest text is 4.5 to 1 or more, whatever colours the page has."""
    strengths = [float(found) for found in re.findall(r"(?<!fill-)opacity:([\d.]+)", STYLE)]
    assert strengths == [FAINT]
    assert _contrast(words, page, FAINT) >= 4.5


def test_the_style_leaks_nowhere_and_brings_no_colour() -> None:
    """Each selector of each rule is bound to our class; text has the colour of the page."""
    for rule in STYLE.split("\n"):
        selectors, _, declarations = rule.partition("{")
        assert all(selector.startswith(f".{CLASS}.{CLASS}") for selector in selectors.split(","))
        colours = re.findall(r"(?:^|;)(?:color|fill|background):([^;}]+)", declarations)
        assert set(colours) <= {"inherit", "currentColor", "none"}
    assert len(STYLE) < 3000


def test_a_figure_is_shown_without_the_rooms_above_it() -> None:
    """Showing one thing imports what it needs, and importing the model imports nothing that shows."""
    code = """
import sys, maroc_offshoring as mo
figure = mo.Figure(5, "job")
assert not [name for name in sys.modules if name.startswith("maroc_offshoring.display")]
assert "5" in figure._repr_html_()
print(*sorted({name.split(".")[1] for name in sys.modules if name.startswith("maroc_offshoring.")}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"checks", "delivery", "series", "dataset", "reference", "text"} & set(done.stdout.split())


def test_a_piece_with_an_address_is_text_in_a_terminal() -> None:
    """The terminal shows the words of a link."""
    assert written_out(cell(Piece("here", url="https://e.example"), ", ", "there")) == "here, there"


def test_a_number_of_people_is_grouped_and_a_year_is_not(world: Any) -> None:
    """A population is an amount; an edition, a year and a number in a register are not."""
    city = mo.City(
        id="city", name="City", parent=world.oriental, population_2024=1275428, geonames_id=2553604,
        latitude=Decimal("34.68"), citations=[world.paper],
    )  # fmt: skip
    shown = text(city, "fr")
    assert f"1{NARROW}275{NARROW}428" in shown
    assert "2553604" in shown
    assert "34,68" in shown
