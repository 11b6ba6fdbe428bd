"""A file that a disk or a download has damaged: it is read as it was, or refused with an error of ours."""

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from writers import MORE

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidRecords, MarocOffshoringError
from maroc_offshoring.export import datapackage, sqlite
from maroc_offshoring.reference import loading
from maroc_offshoring.reference.checking import review
from maroc_offshoring.reference.compilation import compile_folder


def damaged(content: bytes, times: int, seed: int) -> Iterator[bytes]:
    """A file that ends too soon, and one in which a bit is another."""
    random = Random(seed)
    for _ in range(times):
        yield content[: random.randrange(len(content))]
        flipped = bytearray(content)
        flipped[random.randrange(len(content))] ^= 1 << random.randrange(8)
        yield bytes(flipped)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sound files of every kind that is read."""
    folder = tmp_path_factory.mktemp("kept")
    mo.write(MORE, folder / "records")
    MORE.export("json", folder / "r.json")
    MORE.export("sqlite", folder / "r.db")
    MORE.export("datapackage", folder / "package")
    promises = [mo.to_dict(record) for record in MORE.commitments]
    lines = "".join(json.dumps(promise, ensure_ascii=False) + "\n" for promise in promises)
    (folder / "r.jsonl").write_text(lines, encoding="utf-8")
    return folder


READERS: list[tuple[str, Callable[[Path], object]]] = [
    ("records/commitments.toml", lambda path: mo.read(path.parent)),
    ("records/sources.toml", lambda path: mo.load(path.parent)),
    ("r.json", mo.read),
    ("r.jsonl", lambda path: list(mo.iter_records(path, "commitments", MORE))),
    ("r.db", sqlite.read),
    ("package/datapackage.json", lambda path: datapackage.read(path.parent)),
    ("package/commitments.csv", lambda path: datapackage.read(path.parent)),
]


@pytest.mark.parametrize(("name", "read"), READERS, ids=[name for name, _ in READERS])
def test_a_damaged_file_is_read_or_refused(kept: Path, name: str, read: Callable[[Path], object]) -> None:
    """Truncated anywhere, or one bit flipped: nothing but an error of ours comes out."""
    path = kept / name
    sound = path.read_bytes()
    times = 3 if name in {"records/sources.toml", "r.db"} else 20
    try:
        for content in damaged(sound, times, seed=len(sound)):
            path.write_bytes(content)
            with contextlib.suppress(MarocOffshoringError):
                read(path)
    finally:
        path.write_bytes(sound)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The compiled records as a wheel installs them, without the texts that they were compiled from."""
    path = tmp_path / "records.json"
    path.write_text(compile_folder(loading.FOLDER), encoding="utf-8", newline="\n")
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    return path


def test_what_was_installed_loads(installed: Path, ds: mo.Dataset) -> None:
    """The compiled records alone are the reference dataset."""
    assert mo.load() == ds
    assert not installed.with_name("commitments.toml").exists()


def test_no_damage_to_the_compiled_records_passes(installed: Path) -> None:
    """A flipped digit would be a wrong figure that nobody sees: a checksum finds each, wherever it is."""
    sound = installed.read_bytes()
    records = sound.index(b'"records":')
    digits = [at for at in range(records, len(sound)) if sound[at : at + 1].isdigit()]
    for at in Random(1).sample(digits, 24):
        installed.write_bytes(sound[:at] + (b"1" if sound[at : at + 1] != b"1" else b"2") + sound[at + 1 :])
        with pytest.raises(InvalidRecords, match=r"is damaged.*install the package anew"):
            mo.load()
    for content in damaged(sound[records:], 12, seed=2):
        installed.write_bytes(sound[:records] + content)
        with pytest.raises(InvalidRecords, match=r"is damaged.*install the package anew"):
            mo.load()
    for content in (b"", b"{}", b"[]", sound[:records], b"\xff" * 40, b"[" * 100_000):
        installed.write_bytes(content)
        with pytest.raises(InvalidRecords, match="is damaged"):
            mo.load()
    installed.unlink()
    with pytest.raises(InvalidRecords, match="cannot be read: No such file"):
        mo.load()
    assert review().errors


def test_damage_to_the_head_of_the_compiled_records_is_found_too(installed: Path) -> None:
    """Every bit of the checksum itself, and of the names around it."""
    sound = installed.read_bytes()
    start, end = sound.index(b'"checksum"'), sound.index(b'"records":') + len(b'"records":')
    for at in range(start, end):
        flipped = bytearray(sound)
        flipped[at] ^= 1
        installed.write_bytes(bytes(flipped))
        with pytest.raises(InvalidRecords, match="is damaged"):
            mo.load()


def test_damaged_compiled_records_beside_their_texts_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ds: mo.Dataset
) -> None:
    """A checkout has the texts: it reads them."""
    for path in loading.FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path)
    text = compile_folder(tmp_path)
    (tmp_path / "records.json").write_text(text.replace("2000", "2001", 1), encoding="utf-8")
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    assert mo.load() == ds
