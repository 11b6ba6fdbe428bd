"""The page of the command line shows what the commands print."""

import io
import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
BLOCKS = re.findall(r"^```console\n\$ (.*)\n([\s\S]*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


class Terminal(io.StringIO):
    """A terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_the_page_shows_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, ds: mo.Dataset, command: str, printed: str
) -> None:
    """In a terminal of 80 columns, without rich."""
    monkeypatch.setattr("maroc_offshoring.reference.load", lambda: ds)
    monkeypatch.delitem(sys.modules, "maroc_offshoring.cli.rich_drawing", raising=False)
    for module in ("rich", "rich.box"):
        monkeypatch.setitem(sys.modules, module, None)
    for name, value in {"COLUMNS": "80", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    program, *arguments = shlex.split(command)
    assert program == "maroc-offshoring"
    with redirect_stdout(Terminal()) as out, redirect_stderr(out), suppress(SystemExit):
        main(arguments)
    assert OutputChecker().check_output(printed, out.getvalue(), ELLIPSIS), out.getvalue()


def test_the_page_has_blocks() -> None:
    """A page whose blocks are written otherwise would not be tested."""
    assert len(BLOCKS) == PAGE.read_text(encoding="utf-8").count("```console") > 8
