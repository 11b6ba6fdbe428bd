"""A writer that is killed at any step leaves what was there or what shall be there, and the next call goes through."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from writers import WRITERS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

# Each child writes, and kills itself before its nth step that touches a file of the folder; then what stands there is
# looked at. The steps are told by Python's audit events: opening, renaming, linking and removing a file.
KILLED = """
import json, os, signal, sys
from pathlib import Path
from writers import LESS, MORE, files, write
import maroc_offshoring as mo
from maroc_offshoring.export import datapackage, sqlite

name, path, most = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
folder = path.parent
READERS = {"records": mo.read, "json": mo.read, "datapackage": datapackage.read, "sqlite": sqlite.read}
EVENTS = {"open", "os.rename", "os.link", "os.remove"}


def cleared():
    for found in sorted(folder.rglob("*"), reverse=True):
        found.rmdir() if found.is_dir() else found.unlink()


def shown():  # what a user sees: the hidden files of a writer that was killed are none of the result
    return {name: content for name, content in files(folder).items() if not Path(name).name.startswith(".")}


def written(step):
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [step]

    def hook(event, arguments):
        if event in EVENTS and str(folder) in str(arguments[0]):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    write(name, MORE, path)
    os._exit(0)


write(name, MORE, path)
new = shown()
steps = 1
while True:  # how many steps there are, to spread the kills over them
    cleared()
    if name != "records":
        write(name, LESS, path)
    old = shown()
    if written(steps) == 0:
        break
    steps *= 2
told = {"old": 0, "new": 0, "refused": 0, "wrong": [], "kills": 0}
for step in sorted({1 + number * (steps - 1) // most for number in range(most)} | {steps // 2 + 1}):
    cleared()
    if name != "records":
        write(name, LESS, path)
    if written(step) == 0:
        break
    told["kills"] += 1
    found = shown()
    if found == old:
        told["old"] += 1
    elif found == new:
        told["new"] += 1
    else:
        try:
            if name in READERS:
                is_whole = READERS[name](path) in (LESS, MORE)
                told["old" if is_whole else "wrong"] += 1 if is_whole else [step]
            else:
                told["refused"] += name == "sdmx" and "structures.json" not in {Path(one).name for one in found}
        except mo.errors.MarocOffshoringError:
            told["refused"] += 1
    if name == "records":
        for part in path.glob("*.toml"):
            part.unlink()
    write(name, MORE, path)  # what was left behind stands in nobody's way
    if shown() != new:
        told["wrong"].append(-step)
print(json.dumps(told))
"""


@pytest.mark.parametrize(("name", "path"), WRITERS.items())
def test_a_writer_that_is_killed_at_any_step(tmp_path: Path, run: Callable[..., str], name: str, path: str) -> None:
    """One file is old or new, byte for byte; of several, a mixture is never read as a whole."""
    told = json.loads(run(KILLED, name, tmp_path / path, 12))
    assert told["wrong"] == []
    assert told["kills"] >= 4
    assert told["old"] + told["new"] + told["refused"] == told["kills"]
    if name in {"json", "xlsx", "jsonld", "ftm", "report"}:
        assert told["refused"] == 0


ANY_MOMENT = """
import os, random, signal, sys, time
from pathlib import Path
from writers import LESS, MORE, write
import maroc_offshoring as mo

path, times = Path(sys.argv[1]), int(sys.argv[2])
write("json", MORE, path)
texts = {ds.to_json() for ds in (LESS, MORE)}
random.seed(7)
for _ in range(times):
    child = os.fork()
    if not child:
        while True:
            write("json", LESS, path)
            write("json", MORE, path)
    time.sleep(random.uniform(0.001, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if path.read_text("utf-8") not in texts:
        print("half-written")
print(sorted({found.suffix for found in path.parent.iterdir()} - {".tmp"}))
"""


def test_a_writer_that_is_killed_at_any_moment(tmp_path: Path, run: Callable[..., str]) -> None:
    """Forty times at random, also in the middle of a step; only hidden temporary files are ever left."""
    assert run(ANY_MOMENT, tmp_path / "r.json", 40).split() == ["['.json']"]
