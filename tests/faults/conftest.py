"""What the tests of faults share: a disk of their own, and scripts in processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SRC = HERE.parents[1] / "src"
sys.path.insert(0, str(HERE))  # for `writers`


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB, which only a root that may mount can make."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a disk of its own needs Linux, and root that may mount")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.fixture
def run() -> Callable[..., str]:
    """Run a script in a Python of its own, with the modules of this one and of this folder, and take what it prints."""

    def run(code: str, *arguments: object, python: str = sys.executable, cwd: Path | None = None, **own: str) -> str:
        paths = os.pathsep.join([str(SRC), str(HERE), *(path for path in sys.path if "site-packages" in path)])
        done = subprocess.run(
            [python, "-", *map(str, arguments)], input=code, env=os.environ | {"PYTHONPATH": paths} | own, cwd=cwd,
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=200,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
