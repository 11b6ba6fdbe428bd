"""Print `constraints.txt` with the oldest version of each dependency that `pyproject.toml` admits (`name>=version`).

These are the dependencies of the core, and those of the extras that users install.
"""

import tomllib
from pathlib import Path

FOR_DEVELOPMENT = {"bench", "dev", "docs", "test"}

root = Path(__file__).resolve().parents[1]
project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
requirements = [*project["dependencies"], *(each for name in extras.keys() - FOR_DEVELOPMENT for each in extras[name])]
oldest = dict(sorted(each.split(">=") for each in requirements if ">=" in each))

for name, version in oldest.items():
    print(f"{name}=={version}")
for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines():
    name = line.split("==")[0]
    # `pydantic-core` and `polars-runtime-32` go with one version of their package each.
    if name not in oldest and not name.startswith(tuple(f"{each}-" for each in oldest)):
        print(line)
