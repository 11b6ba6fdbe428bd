"""What importing costs: names alone, until something is used; and no heavy library for what does not need it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import maroc_offshoring as mo

HEAVY = (
    "altair", "babel", "duckdb", "matplotlib", "msgspec", "narwhals", "numpy", "openpyxl", "pandas", "pint", "polars",
    "pyarrow", "rich", "vl_convert",
)  # fmt: skip
BY_USE = ("attrs", "attr", "cattrs", *HEAVY)


def loaded_after(code: str, *, flags: tuple[str, ...] = ()) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after some code."""
    report = "import sys, json; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, *flags, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def rooms_after(code: str) -> set[str]:
    """The modules of the package that a fresh interpreter has loaded after some code."""
    report = "import sys; print(*[name for name in sys.modules if name.startswith('maroc_offshoring')])"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_defines_names_and_loads_nothing() -> None:
    """No library and no room of the package is loaded by the import."""
    assert not loaded_after("import maroc_offshoring") & set(BY_USE)
    assert rooms_after("import maroc_offshoring") == {"maroc_offshoring"}


def test_the_import_time_of_the_package_names_no_heavy_library() -> None:
    """`python -X importtime` lists what was imported: none of the libraries is among it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import maroc_offshoring"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "maroc_offshoring" in imported
    assert not imported & set(BY_USE)


USES = """
mo.load()
mo.load().commitments.total('jobs').explain()
mo.load().commitments.total('investment', currency='EUR').figure
mo.load().commitments.breakdown('jobs', by=('region', 'due')).total
mo.convert(mo.parse_figure('65 MDH'), to='EUR', on=2022)
mo.deflate(mo.parse_figure('65 MDH'), year=2014, to=2021)
mo.load().sites['Casa-shore']
mo.load().commitments.where(place='Oujda', announced='2019..2020')
__import__('pickle').loads(__import__('pickle').dumps(mo.load()))
list(mo.load().records()), repr(mo.load()), dir(mo)
"""


def test_the_core_loads_no_heavy_library() -> None:
    """Loading, looking up, selecting, adding, converting and pickling need neither pint nor a frame library."""
    code = f"""
import sys, maroc_offshoring as mo
for use in {USES.split(chr(10))!r}:
    if use:
        eval(use)
        loaded = {{name.partition(".")[0] for name in sys.modules}} & set({HEAVY!r})
        assert not loaded, (use, loaded)
"""
    assert not loaded_after(code) & set(HEAVY)


def test_pint_is_loaded_by_the_first_quantity() -> None:
    """The registry is built where a quantity is asked for, and only there."""
    code = "import maroc_offshoring as mo\nfigure = mo.Figure(5, 'job')"
    assert "pint" not in loaded_after(code)
    assert "pint" in loaded_after(f"{code}\nfigure.quantity")


@pytest.mark.parametrize("name", mo.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """What the package lists can be got from it, again and again, and is the same thing."""
    assert getattr(mo, name) is getattr(mo, name)
    assert name in dir(mo)


@pytest.mark.parametrize("name", ["Figure", "load", "units", "__version__"])
def test_a_name_is_imported_by_itself(name: str) -> None:
    """`from maroc_offshoring import ...` works for classes, functions, rooms and the version."""
    assert rooms_after(f"from maroc_offshoring import {name}") > {"maroc_offshoring"}


def test_all_lists_every_name_once_in_order() -> None:
    """The public names are sorted and listed once."""
    assert len(set(mo.__all__)) == len(mo.__all__)
    assert list(dir(mo)) == sorted(mo.__all__)


def test_a_name_that_the_package_lacks_is_pythons_own_error() -> None:
    """A misspelt attribute raises as of any module."""
    with pytest.raises(AttributeError, match=r"^module 'maroc_offshoring' has no attribute 'laod'"):
        mo.laod  # type: ignore[attr-defined]  # noqa: B018
    assert not hasattr(mo, "laod")


def test_a_star_import_brings_the_public_names() -> None:
    """`import *` gives what the package lists."""
    code = "from maroc_offshoring import *\nassert Figure and load and parse_figure"
    assert "maroc_offshoring" in rooms_after(code)


def test_importing_writes_and_prints_nothing(tmp_path: Path) -> None:
    """No file, no folder, no log and no warning: importing and loading leave no trace."""
    code = """
import maroc_offshoring as mo
mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs").quantity
import logging
assert not logging.root.handlers
"""
    environment = {"HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": _path()}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True, text=True, check=False, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def _path() -> str:
    assert mo.__file__ is not None
    return str(Path(mo.__file__).parents[1])


def test_importing_reads_no_file_of_ours() -> None:
    """The records are read by load(), not by the import."""
    code = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import maroc_offshoring
assert not [name for name in opened if not name.endswith((".py", ".pyc", ".so")) and "maroc_offshoring" in name], opened
"""
    assert "maroc_offshoring" in rooms_after(code)


def test_several_threads_may_use_a_name_first(ds: mo.Dataset) -> None:
    """A name that eight threads ask for at once is the same thing for all."""
    code = """
import threading, maroc_offshoring as mo
found, gate = [], threading.Barrier(8)
def ask():
    gate.wait()
    found.append((mo.load(), mo.Figure, mo.load().commitments))
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(found) == 8
assert all(one[1] is mo.Figure and one[0] == found[0][0] for one in found)
"""
    assert "maroc_offshoring.figures" in rooms_after(code)
    assert ds == mo.load()
