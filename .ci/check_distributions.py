"""Check what a wheel and a source distribution hold: `check_distributions.py FOLDER`."""

import json
import re
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

PACKAGE = "maroc_offshoring"
LARGEST_WHEEL = 1_000_000  # bytes
# `testing.py` is no test: it is what applications test themselves with.
A_TEST = re.compile(
    r"(^|/)(tests?|fixtures|corpus|benchmarks|examples)/|(^|/)(test_\w+|\w+_test|conftest)\.py$|__pycache__"
)


def main(folder: Path) -> None:
    """Print what the distributions of a folder hold, or stop at what is wrong."""
    (wheel_path,) = folder.glob("*.whl")
    (source_path,) = folder.glob("*.tar.gz")

    with zipfile.ZipFile(wheel_path) as wheel:
        names = wheel.namelist()
        compiled = json.loads(wheel.read(f"{PACKAGE}/reference/records.json"))
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        told = message_from_bytes(wheel.read(metadata))
        version = wheel.read(f"{PACKAGE}/_version.py").decode()
    assert f"{PACKAGE}/py.typed" in names, "the wheel has no py.typed"
    strangers = [name for name in names if not name.startswith((f"{PACKAGE}/", f"{PACKAGE}-"))]
    assert not strangers, f"the wheel holds what is not the package: {strangers}"
    texts = [name for name in names if name.startswith(f"{PACKAGE}/reference/") and name.endswith(".toml")]
    assert not texts, f"the wheel holds the records twice: {texts}"
    tests = [name for name in names if A_TEST.search(name)]
    assert not tests, f"the wheel holds tests: {tests}"
    licences = {name.rpartition("/")[2] for name in names if ".dist-info/licenses/LICENSES/" in name}
    needed = {f"{licence}.txt" for licence in re.split(r" AND | OR ", told["License-Expression"])}
    assert needed == licences, f"the wheel says {sorted(needed)} and holds {sorted(licences)}"
    assert f'"{told["Version"]}"' in version, f"the wheel is version {told['Version']}, the package says {version}"
    assert wheel_path.stat().st_size < LARGEST_WHEEL, f"the wheel has {wheel_path.stat().st_size} bytes"

    with tarfile.open(source_path) as source:
        members = [member.split("/", 1)[-1] for member in source.getnames()]
    assert any(name.startswith(f"src/{PACKAGE}/reference/") and name.endswith(".toml") for name in members), (
        "the source distribution has no records"
    )
    assert f"src/{PACKAGE}/reference/records.json" not in members, "the source distribution holds the records twice"

    assert f"-{told['Version']}.tar.gz" in source_path.name, f"two versions: {wheel_path.name}, {source_path.name}"

    records = sum(map(len, compiled["records"].values()))
    print(f"{wheel_path.name}: {len(names)} files, {wheel_path.stat().st_size} bytes, {records} records")
    print(f"{source_path.name}: {len(members)} files, {source_path.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
