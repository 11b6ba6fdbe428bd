"""A full disk and a folder that may not be written to: an `OSError`, and all that stood there stands there still."""

import contextlib
import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from writers import LESS, MORE, WRITERS, files, write

ROOT = os.name == "posix" and os.geteuid() == 0


def fill(disk: Path, left: int) -> None:
    """Fill a disk but for some bytes."""
    full = disk / "full"
    with full.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * 65_536)
    os.truncate(full, full.stat().st_size - left)


@pytest.mark.parametrize("left", [0, 4_096])
@pytest.mark.parametrize(("name", "path"), WRITERS.items())
def test_a_disk_that_is_full_changes_nothing(disk: Path, name: str, path: str, left: int) -> None:
    """Whether it is full from the start, or fills up in the middle of a file."""
    if name != "records":  # which replaces nothing
        write(name, LESS, disk / path)
    fill(disk, left)
    before = files(disk)
    fault: OSError | None = None
    try:
        write(name, MORE, disk / path)
    except OSError as raised:
        fault = raised
    if fault is None:
        assert left, "it was written where nothing could be"
        return
    assert fault.errno == errno.ENOSPC
    assert files(disk) == before


@pytest.mark.parametrize(("name", "path"), WRITERS.items())
def test_a_disk_for_reading_only_changes_nothing(disk: Path, name: str, path: str) -> None:
    """A disk that was mounted for reading: the error is that of the disk."""
    if name != "records":
        write(name, LESS, disk / path)
    before = files(disk)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    with pytest.raises(OSError, match="Read-only file system"):
        write(name, MORE, disk / path)
    assert files(disk) == before


@pytest.mark.skipif(ROOT or os.name != "posix", reason="root may write anywhere; the rights are those of POSIX")
@pytest.mark.parametrize(("name", "path"), WRITERS.items())
def test_a_folder_that_may_not_be_written_to_changes_nothing(tmp_path: Path, name: str, path: str) -> None:
    """A user who has no right to a folder is told so by the system's own error."""
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(PermissionError):
            write(name, MORE, tmp_path / path)
    finally:
        tmp_path.chmod(0o755)
    assert files(tmp_path) == {}


@pytest.mark.skipif(os.name != "posix", reason="limits of files as POSIX has them")
def test_a_file_that_may_not_grow_changes_nothing(tmp_path: Path, run: Callable[..., str]) -> None:
    """A limit on the size of files ends each writer in the middle, also for users who are not root."""
    code = """
import resource, sys
from pathlib import Path
from writers import LESS, MORE, WRITERS, files, write
folder = Path(sys.argv[1])
for name, path in WRITERS.items():
    if name != "records":
        write(name, LESS, folder / path)
before = files(folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
for name, path in WRITERS.items():
    try:
        write(name, MORE, folder / path)
        print(name, "was written")
    except OSError:
        pass
print(files(folder) == before)
"""
    assert run(code, tmp_path).split() == ["True"]
