"""Install a wheel with each of its extras by itself, and use what the extra is for: `extras.py WHEEL [EXTRA...]`.

Each extra has a folder of its own, so that none can lean on the packages of another. Spark is large: it is used in the
environment that runs this, which has it, with the package of the wheel.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from smoke import USES

HERE = Path(__file__).resolve().parent


def install(wheel: Path, extra: str, folder: Path) -> None:
    """Install the wheel with an extra into a folder."""
    constraints = HERE.parent / "constraints.txt"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    command += ["--target", str(folder), "--constraint", str(constraints), f"{wheel}[{extra}]" if extra else str(wheel)]
    subprocess.run(command, check=True)


def use(extra: str, folder: Path) -> None:
    """Use an extra with the packages of a folder; `-S` keeps out those of this environment."""
    alone = [] if extra == "spark" else ["-S"]
    command = [sys.executable, *alone, str(HERE / "smoke.py"), extra]
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)})


def main(wheel: Path, extras: list[str]) -> None:
    """Install and use each extra, or some."""
    for extra in extras or USES:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            install(wheel, "" if extra == "spark" else extra, Path(folder))
            use(extra, Path(folder))
        print(f"  {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
