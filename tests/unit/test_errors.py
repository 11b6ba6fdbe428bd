"""The errors: their texts, the builtins that they are, the field that they name, and pickling."""

import copy
import inspect
import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import errors
from maroc_offshoring.errors import (
    AmbiguousName,
    InvalidDate,
    InvalidField,
    InvalidRecords,
    MarocOffshoringError,
    MissingExtra,
    NewerFormat,
    NoSingleFigure,
    NotAdditive,
    PeriodNotFound,
    RateNotFound,
    StrandsDoNotJoin,
    UnitMismatch,
    UnknownKeyword,
    UnknownName,
    UnknownUnit,
    UnknownWord,
    UnreadableFigure,
    WrongType,
    nearest,
)

PROBLEM = mo.Problem("got -5, expected a number of zero or more", "mine.toml", 3, "commitment", "oujda-1", "pledges")

# The error, the builtin that catches it, its text, and its parts.
ERRORS: list[tuple[MarocOffshoringError, type[Exception], str, dict[str, Any]]] = [
    (MarocOffshoringError("a", 5), Exception, "a, 5", {}),
    (
        UnknownName("site", "Casashoar", ["'Casashore' (casanearshore)"]),
        LookupError,
        "no site is named 'Casashoar'; did you mean 'Casashore' (casanearshore)?",
        {"kind": "site", "got": "Casashoar", "suggestions": ("'Casashore' (casanearshore)",), "hint": ""},
    ),
    (UnknownName("site", "x"), LookupError, "no site is named 'x'", {"suggestions": ()}),
    (
        UnknownName("site", "x", ["'a'", "'b'"], "a region is not a site"),
        LookupError,
        "no site is named 'x'; did you mean 'a' or 'b'? (a region is not a site)",
        {"hint": "a region is not a site"},
    ),
    (
        AmbiguousName("institution", "CRI", ["CRI A (cri-a)", "CRI B (cri-b)"]),
        LookupError,
        "'CRI' names more than one institution: CRI A (cri-a), CRI B (cri-b); use the id of the one meant",
        {"kind": "institution", "got": "CRI", "candidates": ("CRI A (cri-a)", "CRI B (cri-b)")},
    ),
    (
        UnknownWord("measure", "jbos", ["jobs", "hires"]),
        ValueError,
        "'jbos' is not a measure; did you mean 'jobs'?",
        {"vocabulary": "measure", "got": "jbos", "choices": ("jobs", "hires")},
    ),
    (
        UnknownWord("measure", "zzz", ["jobs", "hires"]),
        ValueError,
        "'zzz' is not a measure; expected one of: jobs, hires",
        {},
    ),
    (UnknownUnit("unit", "jobs", ["job", "MAD"]), ValueError, "'jobs' is not a unit; did you mean 'job'?", {}),
    (
        InvalidDate("2019-13", "month must be in 1..12"),
        ValueError,
        "'2019-13' is no date: month must be in 1..12; write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020",
        {"got": "2019-13", "reason": "month must be in 1..12"},
    ),
    (
        InvalidField("value", -5, "a number of zero or more"),
        ValueError,
        "value: got -5, expected a number of zero or more",
        {"field": "value", "where": "value", "got": -5, "expected": "a number of zero or more"},
    ),
    (
        WrongType("value", 1.5, "a Decimal"),
        TypeError,
        "value: got 1.5 (float), expected a Decimal",
        {"field": "value", "where": "value", "got": 1.5, "expected": "a Decimal"},
    ),
    (WrongType("", 1.5, "a Decimal"), TypeError, "got 1.5 (float), expected a Decimal", {"where": ""}),
    (
        UnreadableFigure("1.234 MAD", "'1.234' is ambiguous", ["1234 MAD", "1.234 MAD"]),
        ValueError,
        "cannot read '1.234 MAD' as a figure: '1.234' is ambiguous; it could be 1234 MAD or 1.234 MAD",
        {"got": "1.234 MAD", "reason": "'1.234' is ambiguous", "readings": ("1234 MAD", "1.234 MAD")},
    ),
    (
        UnreadableFigure("", "no number in digits"),
        ValueError,
        "cannot read '' as a figure: no number in digits",
        {"readings": ()},
    ),
    (
        UnitMismatch("add", ["MAD", "EUR"], "convert first"),
        TypeError,
        "cannot add MAD and EUR; convert first",
        {"action": "add", "units": ("MAD", "EUR"), "remedy": "convert first"},
    ),
    (
        NoSingleFigure("the total", "it is a range", "use .lower and .upper"),
        ValueError,
        "the total has no single number: it is a range; use .lower and .upper",
        {"what": "the total", "reason": "it is a range", "remedy": "use .lower and .upper"},
    ),
    (
        NotAdditive("occupancy", "shares do not add up", "compare them", ["a", "b"]),
        ValueError,
        "occupancy cannot be added here: shares do not add up (a, b); compare them",
        {"measure": "occupancy", "reason": "shares do not add up", "remedy": "compare them", "records": ("a", "b")},
    ),
    (
        NotAdditive("rank", "ranks do not add up", "compare them"),
        ValueError,
        "rank cannot be added here: ranks do not add up; compare them",
        {"records": ()},
    ),
    (
        RateNotFound("EUR/MAD rate", 1980, [2001, 1999, 2000, 2004, 2000]),
        LookupError,
        "no EUR/MAD rate for 1980: the years held are 1999-2001, 2004; "
        "pass rates= or prices= of your own to add a year",
        {"series": "EUR/MAD rate", "year": 1980, "held": (2001, 1999, 2000, 2004, 2000)},
    ),
    (
        RateNotFound("JPY/MAD rate", 1980, []),
        LookupError,
        "no JPY/MAD rate for 1980: none is held for any year; pass rates= or prices= of your own to add a year",
        {"held": ()},
    ),
    (
        UnknownKeyword("where", "plase", ["place", "region"]),
        TypeError,
        "where takes no 'plase'; did you mean 'place'?; it takes place, region",
        {"call": "where", "got": "plase", "choices": ("place", "region")},
    ),
    (
        InvalidRecords([PROBLEM]),
        ValueError,
        "1 problem in the records; nothing was loaded\n"
        "  mine.toml:3: commitment oujda-1: pledges: got -5, expected a number of zero or more",
        {"problems": (PROBLEM,)},
    ),
    (
        InvalidRecords([PROBLEM, mo.Problem("unknown key 'nmae'", kind="site")]),
        ValueError,
        "2 problems in the records; nothing was loaded\n"
        "  mine.toml:3: commitment oujda-1: pledges: got -5, expected a number of zero or more\n"
        "  site: unknown key 'nmae'",
        {},
    ),
    (
        MissingExtra("to_frame('polars')", "polars", "frames"),
        ImportError,
        "to_frame('polars') needs the package 'polars', which is not installed: pip install 'maroc-offshoring[frames]'",
        {"feature": "to_frame('polars')", "package": "polars", "extra": "frames"},
    ),
    (
        NewerFormat("record.json", "2.0", "1.0"),
        ValueError,
        "record.json: is in version 2.0 of the format, and this library reads version 1.0; take a newer one: "
        "pip install --upgrade maroc-offshoring",
        {"where": "record.json", "got": "2.0", "known": "1.0"},
    ),
    (
        StrandsDoNotJoin(
            "jobs, Morocco", ["jobs, Morocco, stock", "jobs, Morocco, flow"], "Take one of series.strands"
        ),
        ValueError,
        "jobs, Morocco: these 2 strands do not join: jobs, Morocco, stock; jobs, Morocco, flow. "
        "Take one of series.strands",
        {"series": "jobs, Morocco", "strands": ("jobs, Morocco, stock", "jobs, Morocco, flow")},
    ),
    (
        StrandsDoNotJoin("jobs", list("abcdefg"), "Take one"),
        ValueError,
        "jobs: these 7 strands do not join: a; b; c; d; e; f; …. Take one",
        {"remedy": "Take one"},
    ),
    (
        PeriodNotFound("jobs, Fez, stock", "2012", ["2017-11", "2019"]),
        LookupError,
        "no figure of jobs, Fez, stock for 2012: the periods that have one are 2017-11, 2019",
        {"series": "jobs, Fez, stock", "period": "2012", "held": ("2017-11", "2019")},
    ),
    (
        PeriodNotFound("jobs, Oujda", "", []),
        LookupError,
        "no figure of jobs, Oujda: it has no dated figure at all",
        {"period": "", "held": ()},
    ),
]
NAMES = [f"{type(error).__name__}-{number}" for number, (error, *_) in enumerate(ERRORS)]


def test_every_error_class_is_in_the_table() -> None:
    """A new error needs its text here."""
    classes = {
        member
        for _, member in inspect.getmembers(errors, inspect.isclass)
        if issubclass(member, Exception) and member.__module__ == errors.__name__
    }
    assert classes == {type(error) for error, *_ in ERRORS}


@pytest.mark.parametrize(("error", "builtin", "text", "parts"), ERRORS, ids=NAMES)
def test_an_error_says_what_is_wrong(
    error: MarocOffshoringError, builtin: type[Exception], text: str, parts: dict[str, Any]
) -> None:
    """Its text, the builtin that catches it, and its parts as attributes."""
    assert str(error) == text
    assert isinstance(error, MarocOffshoringError)
    assert isinstance(error, builtin)
    assert {name: getattr(error, name) for name in parts} == parts


@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
@pytest.mark.parametrize("error", [error for error, *_ in ERRORS], ids=NAMES)
def test_an_error_survives_pickling_and_copying(error: MarocOffshoringError, again: Any) -> None:
    """An error that crosses a process keeps its text, its parts and its field."""
    twin = again(error)
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert twin.args == error.args
    assert vars(twin) == vars(error)
    located = again(again(error).within("figure").within("pledges"))
    assert located.where.startswith("pledges.figure")
    assert str(located) == f"{located.where}: {error.message}"


def test_an_error_names_the_path_of_the_field() -> None:
    """Each holder adds its name in front, and a field does not repeat itself."""
    error = InvalidField("value", -5, "a number of zero or more")
    assert error.within("value").where == "value"
    assert error.within("figure") is error
    assert str(error.within("pledges")) == "pledges.figure.value: got -5, expected a number of zero or more"
    assert InvalidDate("x", "y").within("due").where == "due"


def test_the_field_of_an_error_is_the_one_at_fault() -> None:
    """An error that a record's converter raised names that field in each of its attributes."""
    with pytest.raises(InvalidField) as caught:
        mo.Source(id="s", publisher=" ")
    assert (caught.value.where, caught.value.field) == ("publisher", "publisher")


@pytest.mark.parametrize(
    ("got", "choices", "found"),
    [
        ("jbos", ["jobs", "hires", "investment"], ("jobs",)),
        ("zzz", ["jobs", "hires"], ()),
        ("", ["jobs"], ()),
        ("jobs", [], ()),
    ],
)
def test_the_nearest_words_are_found(got: str, choices: list[str], found: tuple[str, ...]) -> None:
    """What is spelled alike is suggested, what is not is not."""
    assert nearest(got, choices) == found


def test_no_more_words_are_suggested_than_asked() -> None:
    """Suggestions are few, best first."""
    words = [f"job{number}" for number in range(9)]
    assert nearest("job3", words, count=2)[0] == "job3"
    assert len(nearest("job3", words)) == 3
    assert len(nearest("job3", words, count=2)) == 2


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (PROBLEM, "mine.toml:3: commitment oujda-1: pledges: got -5, expected a number of zero or more"),
        (mo.Problem("wrong", "mine.toml"), "mine.toml: wrong"),
        (mo.Problem("wrong", line=3), "wrong"),
        (mo.Problem("wrong", kind="site", record="x"), "site x: wrong"),
        (mo.Problem("wrong", field="id"), "id: wrong"),
        (mo.Problem("wrong"), "wrong"),
    ],
)
def test_a_problem_says_where_it_is(problem: mo.Problem, text: str) -> None:
    """File, line, record and field stand before the message, as far as they are known."""
    assert str(problem) == text
    assert pickle.loads(pickle.dumps(problem)) == problem
    assert problem.severity == "error"


def test_one_base_class_catches_every_refusal(ds: mo.Dataset) -> None:
    """A caller who catches the base class catches whatever the library refuses."""
    for ask in (
        lambda: ds.sites["Casashoar"],
        lambda: ds.institutions["CRI"],
        lambda: ds.commitments.where(plase="Oujda"),
        lambda: ds.commitments.total("jbos"),
        lambda: mo.Figure(1.5, "job"),
        lambda: mo.parse_figure("1.234 MAD"),
        lambda: mo.PartialDate.of("2019-13"),
        lambda: mo.Figure(1, "MAD") + mo.Figure(1, "EUR"),
    ):
        with pytest.raises(mo.errors.MarocOffshoringError):
            ask()
