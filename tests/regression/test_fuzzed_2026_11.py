"""Faults that fuzzing and the tests of faults found in November 2026, each with what it would have cost."""

import errno
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.cli import main
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.export import datapackage
from maroc_offshoring.text.articles import read_article

DS = testing.small_dataset()


@pytest.mark.parametrize("page", ["<svg> html", "<math> html", "<SVG>\nhtml"])
def test_a_page_that_begins_with_a_drawing_is_read(page: str) -> None:
    """It ended the command with an AssertionError out of lxml, then it was refused."""
    pytest.importorskip("trafilatura")
    assert read_article(page.encode(), "page.html").text == "html"
    with pytest.raises(InvalidField, match="no text was found"):
        read_article(b"<SVG>\n", "page.html")


def test_a_page_on_which_the_parsers_of_others_stumble(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever they raise comes out as an error of ours."""
    trafilatura = pytest.importorskip("trafilatura")

    def stumble(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(trafilatura, "bare_extraction", stumble)
    message = (
        "html: got '<p>300 emplois', expected a web page that trafilatura can read (AssertionError); "
        "save its text instead"
    )
    with pytest.raises(InvalidField) as fault:
        read_article(b"<p>300 emplois", "page.html")
    assert str(fault.value) == message


def test_a_full_disk_is_an_error_of_the_system_for_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer of workbooks raised an error of its own, which no caller of `export` expects, and left a file open."""

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        DS.export("xlsx", tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_error_of_the_system_for_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """sqlite3 raised its own OperationalError, and left a journal beside the file."""
    connect = sqlite3.connect

    def small(path: Path) -> sqlite3.Connection:
        database = connect(path)
        database.execute("PRAGMA max_page_count = 20")
        return database

    monkeypatch.setattr("maroc_offshoring.export.sqlite.sqlite3.connect", small)
    with pytest.raises(OSError, match="No space left") as caught:
        DS.export("sqlite", tmp_path / "r.db")
    assert caught.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_was_half_replaced_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was killed while it replaced the tables left some old, some new, and a description of neither."""
    DS.export("datapackage", tmp_path)
    replace, left = Path.replace, [5]

    def killed(path: Path, to: Path) -> Path:
        left[0] -= 1
        if not left[0]:
            raise SystemExit
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(SystemExit):
        mo.Dataset.of(testing.operator()).export("datapackage", tmp_path, overwrite=True)
    monkeypatch.undo()
    with pytest.raises(InvalidField, match=r"datapackage\.json"):
        datapackage.read(tmp_path)
    DS.export("datapackage", tmp_path, overwrite=True)
    assert datapackage.read(tmp_path) == DS


def test_a_name_that_no_file_can_have_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    """The name of an article that was too long for the system ended the command with its traceback."""
    with pytest.raises(SystemExit) as caught:
        main(["draft", "9" * 5_000])
    assert caught.value.code == 2
    assert "there is no file" in capsys.readouterr().err
