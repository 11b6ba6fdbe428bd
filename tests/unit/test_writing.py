"""Writing a dataset: whole or not at all, and read back equal."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField


@pytest.fixture
def small(world: Any) -> mo.Dataset:
    """A promise with a part, of every shape of figure and date, and an aim."""
    whole = mo.Commitment(
        id="whole",
        title='Un "titre"\nsur deux lignes, avec \\ et \t \u2028',
        made_by=[world.acme],
        places=[world.oujda, world.fes_shore],
        announced_on="2026-03-14",
        pledges=[
            mo.Pledge(measure="jobs", figure=mo.Figure(None, "job", "range", 100, "200.5"), due="2026..2028"),
            mo.Pledge(measure="investment", figure=mo.Figure(Decimal("1234.50"), "MAD"), basis="level", note="x"),
        ],
        history=[mo.StatusChange(status="under_way", on="2026", citations=[world.other_paper])],
        citations=[mo.Citation(source=world.paper, said_by="Quelqu'un", words="1.234 emplois"), world.other_paper],
        confidence="high",
    )
    part = world.promise("part", "plus de 100 emplois", due="2026-06", part_of=whole, announced_on="2026-04")
    return mo.Dataset.of(part, whole, world.aim("aim", 5000, due=2030, place=world.oriental))


def test_what_was_written_is_read_back_equal(small: mo.Dataset, tmp_path: Path) -> None:
    """Every record, in the same order, with its links shared again."""
    mo.write(small, tmp_path / "mine")
    back = mo.read(tmp_path / "mine")
    assert back == small
    assert back.commitments.ids == small.commitments.ids == ("part", "whole")
    assert back.commitments["part"].part_of is back.commitments["whole"]


def test_there_is_one_file_per_kind_and_nothing_else(small: mo.Dataset, tmp_path: Path) -> None:
    """No temporary file is left, and kinds without records have no file."""
    mo.write(small, tmp_path / "new" / "mine")
    assert sorted(path.name for path in (tmp_path / "new" / "mine").iterdir()) == [
        "cities.toml", "commitments.toml", "countries.toml", "operators.toml", "regions.toml", "sites.toml",
        "sources.toml", "targets.toml",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["mine"]


def test_the_files_are_plain_toml_that_people_review(small: mo.Dataset, tmp_path: Path) -> None:
    """Ids in place of records, native dates and numbers, no key that has its default, one line end everywhere."""
    mo.write(small, tmp_path)
    text = (tmp_path / "commitments.toml").read_bytes()
    assert b"\r" not in text
    part, whole = tomllib.loads(text.decode(), parse_float=Decimal)["commitments"]
    assert part == {
        "id": "part",
        "announced_on": "2026-04",
        "pledges": [
            {
                "measure": "jobs",
                "figure": {"value": 100, "unit": "job", "qualifier": "at_least", "as_printed": "plus de 100 emplois"},
                "due": "2026-06",
                "basis": "additional",
            }
        ],
        "part_of": "whole",
        "citations": ["paper"],
    }
    assert str(whole["announced_on"]) == "2026-03-14"
    assert not isinstance(whole["announced_on"], str)
    assert whole["pledges"][0] == {
        "measure": "jobs",
        "figure": {"unit": "job", "qualifier": "range", "low": 100, "high": Decimal("200.5")},
        "due": "2026..2028",
    }
    assert whole["pledges"][1]["figure"]["value"] == Decimal("1234.5")
    assert whole["places"] == ["oujda", "fes-shore"]
    assert whole["citations"] == [{"source": "paper", "said_by": "Quelqu'un", "words": "1.234 emplois"}, "other-paper"]
    assert text.decode().splitlines()[:3] == ["[[commitments]]", 'id = "part"', 'announced_on = "2026-04"']


@pytest.mark.parametrize("name", ["commitments.toml", "anything.json"])
def test_a_folder_that_has_records_is_refused(small: mo.Dataset, tmp_path: Path, name: str) -> None:
    """Nothing is overwritten or mixed in: the folder stays as it was."""
    (tmp_path / name).write_text("kept", encoding="utf-8")
    with pytest.raises(InvalidField) as caught:
        mo.write(small, tmp_path)
    assert (
        str(caught.value) == f"folder: got {str(tmp_path)!r}, expected a folder without record files; it holds {name}"
    )
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "kept"


def test_a_folder_with_other_files_is_written_to(small: mo.Dataset, tmp_path: Path) -> None:
    """A readme beside the records is welcome, and stays."""
    (tmp_path / "README.md").write_text("Nos données", encoding="utf-8")
    mo.write(small, tmp_path)
    assert mo.read(tmp_path) == small
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Nos données"


def test_a_failing_write_leaves_nothing_behind(
    small: mo.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills up at the third file: no half of a dataset, no temporary file, and the next try succeeds."""
    import os

    calls = 0
    fsync = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    folder = tmp_path / "mine"
    with pytest.raises(OSError, match="No space left"):
        mo.write(small, folder)
    assert not folder.exists() or list(folder.iterdir()) == []
    monkeypatch.undo()
    mo.write(small, folder)
    assert mo.read(folder) == small


def test_a_failing_write_leaves_what_was_there(
    small: mo.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with a readme, a failure takes away only what was being written."""
    import os

    (tmp_path / "README.md").write_text("Nos données", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        mo.write(small, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_text_that_utf_8_cannot_write_leaves_nothing_behind(world: Any, tmp_path: Path) -> None:
    """A lone surrogate, as a broken download may hold, fails before or while its file is written, and leaves none."""
    ds = mo.Dataset.of(world.promise("a", 300, note="broken \ud83d text"))
    with pytest.raises(ValueError):  # noqa: PT011 (a UnicodeEncodeError, or an error of ours)
        mo.write(ds, tmp_path / "mine")
    assert not (tmp_path / "mine").exists() or list((tmp_path / "mine").iterdir()) == []


def test_an_empty_dataset_writes_no_file(tmp_path: Path) -> None:
    """Nothing to write makes an empty folder, and reading it back is the error of an empty folder."""
    mo.write(mo.Dataset.of(), tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == []


def test_the_reference_dataset_is_written_and_read_back_equal(ds: mo.Dataset, tmp_path: Path) -> None:
    """All kinds of records that we ship, with all their fields."""
    mo.write(ds, tmp_path)
    back = mo.read(tmp_path)
    assert back == ds
    assert [record.id for record in back.records()] == [record.id for record in ds.records()]
