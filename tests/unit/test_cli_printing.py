"""What the command line prints, to whom, and in which characters."""

import io
import json
import sys
from typing import Any

import pytest

from maroc_offshoring.cli.printing import has_colours, printable, say, takes, write_json
from maroc_offshoring.cli.wording import in_options


class Stream(io.TextIOWrapper):
    """A standard output of some encoding, which may be a terminal."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def written(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make a standard output."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)

    def make(encoding: str = "utf-8", *, terminal: bool = False) -> Stream:
        stream = Stream(encoding, terminal=terminal)
        monkeypatch.setattr(sys, "stdout", stream)
        return stream

    return make


def test_a_file_and_a_program_are_given_utf_8_on_every_system(output: Any) -> None:
    """Whatever the system would have them read; a terminal is written to as it reads."""
    piped = output("cp1252")
    say("1\u202f000 منصب")
    assert piped.written == "1\u202f000 منصب\n".encode()
    terminal = output("cp1252", terminal=True)
    say("Fès 1\u202f000")
    assert terminal.written.rstrip() == b"F\xe8s 1\\u202f000"


def test_an_encoding_that_is_asked_for_is_kept(output: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own setting goes before."""
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    piped = output("latin-1")
    say("Fès €")
    assert piped.written == b"F\xe8s \\u20ac\n"


DATA = {"name": "Fès \u202e\x1b[2J\x9b منصب 1\u202f000", "number": "65", "none": None, "list": [1, True]}


@pytest.mark.parametrize(("encoding", "terminal"), [("utf-8", False), ("utf-8", True), ("ascii", True)])
def test_json_is_the_same_whatever_the_stream_takes(output: Any, encoding: str, terminal: bool) -> None:
    """What could steer a terminal stands there as JSON's own escapes, and so does what it has no bytes for."""
    stream = output(encoding, terminal=terminal)
    write_json(DATA)
    text = stream.written.decode(encoding)
    assert json.loads(text) == DATA
    assert all(sign.isprintable() or sign in "\r\n" for sign in text)
    assert ("Fès" in text) is (encoding == "utf-8")


def test_what_steers_a_terminal_is_written_out_and_figures_stay_whole() -> None:
    """The spaces of figures and the joiners of letters are no harm."""
    assert printable("a\x1b[2J\u202eb\x9b") == r"a\x1b[2J\u202eb\x9b"
    assert printable("1\u202f000\u00a0MAD \u200d") == "1\u202f000\u00a0MAD \u200d"


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals_whose_user_wants_them(
    output: Any, monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    """NO_COLOR counts where it is set to something, as its convention says."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_colours(output(terminal=terminal)) is expected


def test_a_stream_says_whether_it_takes_a_text(output: Any) -> None:
    """A terminal that has no bytes for lines is given none."""
    assert takes(output("utf-8", terminal=True), "─█")
    assert not takes(output("latin-1", terminal=True), "─█")
    assert takes(output("latin-1"), "─█")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no file stands yet; overwrite=True replaces it", "no file stands yet; --overwrite replaces it"),
        ("choose one date: where(period='2018')", "choose one date: --period 2018"),
        ("choose one: total('jobs', basis='level')", "choose one: --basis level"),
        ("narrow the selection with where(...), or link", "narrow the selection with options such as --place, or link"),
        ("give currency= to state them in one", "give --currency to state them in one"),
        ("observations.where() takes no 'due'; it takes", "total --of observations takes no 'due'; it takes"),
        ("without it charts=False does", "without it --no-charts does"),
        (
            "the years held are 1999-2025; pass rates= or prices= of your own to add a year",
            "the years held are 1999-2025",
        ),
    ],
)
def test_an_error_names_options_and_no_arguments_of_calls(said: str, expected: str) -> None:
    """Who typed a command is told what to type."""
    assert in_options(said) == expected
