"""Print `constraints.txt` with the oldest version of each dependency that `pyproject.toml` admits (`name>=version`)."""

import tomllib
from pathlib import Path

root = Path(__file__).resolve().parents[1]
project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
oldest = dict(requirement.split(">=") for requirement in project["dependencies"])

for name, version in oldest.items():
    print(f"{name}=={version}")
for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines():
    if line.split("==")[0] not in oldest:
        print(line)
