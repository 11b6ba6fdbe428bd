"""Exports are put in their place whole or not at all, whatever stands there and whoever else writes."""

import hashlib
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.export.placing import placed

FORMATS = {
    "json": "r.json", "datapackage": "package", "sqlite": "r.db", "xlsx": "r.xlsx", "jsonld": "r.jsonld",
    "ftm": "r.ftm", "sdmx": "sdmx",
}  # fmt: skip
DS = testing.small_dataset()
LESS = mo.Dataset.of(testing.operator())


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(("name", "path"), FORMATS.items())
def test_a_full_disk_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, path: str, last: bool
) -> None:
    """Where the first or the last of the files cannot be finished, all that stood there stands there still."""
    DS.export(name, tmp_path / path)
    before = files(tmp_path)
    left = [len(before) if last else 1]

    def full(_file: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("maroc_offshoring.export.placing.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        LESS.export(name, tmp_path / path, overwrite=True)
    assert files(tmp_path) == before


def test_a_file_that_came_in_the_meantime_is_not_replaced(tmp_path: Path) -> None:
    """Of two programs that write to one place, the later is refused, and leaves nothing of its own."""

    def write() -> None:
        with placed(tmp_path / "a", tmp_path / "b") as (one, other):
            one.write_text("ours")
            other.write_text("ours")
            (tmp_path / "b").write_text("theirs")

    with pytest.raises(mo.errors.InvalidField, match="overwrite=True replaces it"):
        write()
    assert files(tmp_path) == {"b": b"theirs"}


def test_many_threads_write_one_file_whole(tmp_path: Path) -> None:
    """Whoever comes last wins; the file is that of one of them, and no temporary file is left."""
    path = tmp_path / "r.json"
    texts = {DS.to_json(), LESS.to_json()}
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(ds.export, "json", path, overwrite=True) for ds in [DS, LESS] * 10]:
            done.result()
    assert path.read_text("utf-8") in texts
    assert [found.name for found in tmp_path.iterdir()] == ["r.json"]


def test_many_threads_read_and_write_the_same(ds: mo.Dataset) -> None:
    """Converters are shared among threads; what they make is equal."""
    text = DS.to_json()
    promise = ds.commitments["2022-04-20-phoneo"]
    with ThreadPoolExecutor(8) as threads:
        back = list(threads.map(lambda _: mo.Dataset.from_json(text), range(16)))
        made = list(threads.map(lambda _: mo.from_dict("commitment", mo.to_dict(promise), ds), range(16)))
    assert all(one == DS for one in back)
    assert all(one == promise for one in made)


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_what_was_private_stays_private(tmp_path: Path) -> None:
    """A new file has the rights that the user's mask gives; one that is replaced keeps its own."""
    old = os.umask(0o027)
    try:
        DS.export("json", tmp_path / "r.json")
        assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == 0o640
        (tmp_path / "r.json").chmod(0o600)
        DS.export("json", tmp_path / "r.json", overwrite=True)
        assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == 0o600
    finally:
        os.umask(old)


@pytest.mark.skipif(os.name != "posix", reason="links and devices as POSIX has them")
def test_a_link_is_followed_and_a_device_is_refused(tmp_path: Path) -> None:
    """The file that a link leads to is replaced, the link stays; a pipe is never replaced by a file."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "real" / "r.json")
    DS.export("json", tmp_path / "link.json")
    DS.export("json", tmp_path / "link.json", overwrite=True)
    assert (tmp_path / "link.json").is_symlink()
    assert mo.read(tmp_path / "real" / "r.json") == DS
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(mo.errors.InvalidField, match="a device or a pipe has this name"):
        DS.export("json", tmp_path / "pipe", overwrite=True)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("path", ["", "a\0b", "\ud800"])
@pytest.mark.parametrize("name", FORMATS)
def test_what_no_file_can_be_called_is_refused(tmp_path: Path, name: str, path: str) -> None:
    """An empty path, one with a zero, and half a character; nothing is written anywhere."""
    before = sorted(Path().iterdir())
    with pytest.raises(mo.errors.InvalidField, match="of characters that a name of a file may hold"):
        DS.export(name, path)
    assert sorted(Path().iterdir()) == before


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no UTF-8")
def test_a_name_that_is_no_utf_8_is_written_to(tmp_path: Path) -> None:
    """Linux lets a name be any bytes."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/r\xe9cord"))
    for name in FORMATS:
        DS.export(name, path.with_name(f"{path.name}.{name}"))
    assert len(list(tmp_path.iterdir())) == len(FORMATS) + 1


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_that_no_file_may_hold_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    """What could not be read back is not written, and the record is named."""
    for title in ("half \ud800", "steers \x1b[31m"):
        with pytest.raises(mo.errors.InvalidRecords, match=r"(?s)test-paper.*title"):
            mo.Dataset.of(testing.source(title=title)).export(name, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_equal_datasets_make_equal_bytes_everywhere(tmp_path: Path) -> None:
    """Neither the hash seed nor the language nor the time zone of the process shows in any file."""
    code = (
        "import sys; from maroc_offshoring import testing; ds = testing.small_dataset()\n"
        f"for name, path in {FORMATS!r}.items(): ds.export(name, sys.argv[1] + '/' + path)"
    )
    found: list[dict[str, str]] = []
    for seed, language, zone in (
        ("1", "C", "UTC"),
        ("2", "fr_FR.UTF-8", "Africa/Casablanca"),
        ("3", "tr_TR", "Asia/Tokyo"),
    ):
        folder = tmp_path / seed
        folder.mkdir()
        own = {"PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": zone, "PYTHONUTF8": "0"}
        subprocess.run([sys.executable, "-c", code, str(folder)], env=os.environ | own, check=True)
        found.append({name: hashlib.sha256(content).hexdigest() for name, content in files(folder).items()})
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > len(FORMATS)
