"""`maroc-offshoring export` writes the record, or says why not and changes nothing."""

from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main

OWN = str(Path(__file__).parents[2] / "examples" / "own_records")


@pytest.mark.parametrize("format", ["json", "datapackage", "sqlite", "jsonld", "ftm", "sdmx"])
def test_every_format_is_written(tmp_path: Path, format: str) -> None:
    """One command, and the file or folder stands there."""
    assert main(["export", format, str(tmp_path / "record")]) == 0
    assert (tmp_path / "record").exists()


def test_ones_own_records_are_in_it(tmp_path: Path) -> None:
    """A folder that is laid over the reference dataset is exported with it."""
    assert main(["export", "json", str(tmp_path / "record.json"), "--records", OWN]) == 0
    assert mo.read(tmp_path / "record.json") == mo.load(OWN)


def test_nothing_is_replaced_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time it is refused, with the way to ask for it."""
    path = tmp_path / "record.json"
    path.write_text("mine")
    assert main(["export", "json", str(path)]) == 1
    assert "a path where no file stands yet; --overwrite replaces it" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert main(["export", "json", str(path), "--overwrite"]) == 0
    assert mo.read(path) == mo.load()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No folder is made for a file by guessing."""
    assert main(["export", "sqlite", str(tmp_path / "no" / "record.db")]) == 1
    assert "make" in capsys.readouterr().err


def test_an_unknown_format_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    """The formats are listed."""
    with pytest.raises(SystemExit) as ended:
        main(["export", "pdf", "record.pdf"])
    assert ended.value.code == 2
    assert "datapackage" in capsys.readouterr().err
