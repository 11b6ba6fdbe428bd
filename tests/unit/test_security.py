"""What the library promises to whoever gives it the files of strangers; SECURITY.md says the same in words."""

import ast
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.export import datapackage, sqlite

SOURCE = Path(mo.__file__).parent
# What runs code that stands in data, unpacks what was packed, parses what refers elsewhere, or asks the network.
MODULES = {
    "pickle", "marshal", "shelve", "dill", "yaml", "xml", "lxml", "zipfile", "tarfile", "gzip", "bz2", "lzma",
    "socket", "ssl", "http", "requests", "httpx", "urllib.request", "ftplib", "smtplib", "code", "ctypes", "subprocess",
}  # fmt: skip
CALLS = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
ALLOWED = {
    # A picture with fonts of the caller's is drawn in a process of its own: this Python, our script, data by a pipe.
    ("display/charts/painting.py", "subprocess"),
    # Its reader of HTML opens nothing and knows no entities of a page's own: the bombs of tests/fuzz/test_linear.py.
    ("text/markup.py", "lxml"),
}


def used(tree: ast.AST) -> Iterator[str]:
    """The modules that a module imports, and the builtins that it calls by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node.func.id
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"system", "popen"}
        ):
            yield f"os.{node.func.attr}"


def test_nothing_that_is_read_can_run() -> None:
    """No code is evaluated, no pickle or YAML is read, no archive unpacked, no address fetched, no program started."""
    forbidden = MODULES | CALLS | {"os.system", "os.popen"}
    found = set()
    files = sorted(SOURCE.rglob("*.py"))
    assert len(files) > 200
    for path in files:
        names = set(used(ast.parse(path.read_text("utf-8"))))
        parts = {name.partition(".")[0] for name in names} | names
        found |= {(path.relative_to(SOURCE).as_posix(), name) for name in parts & forbidden}
    assert found - ALLOWED == set()


@pytest.mark.parametrize("name", ["../outside.toml", "/etc/passwd", "~/secret.toml", "..\\outside.toml"])
def test_no_value_of_a_record_is_taken_for_a_path(tmp_path: Path, name: str) -> None:
    """Ids are plain words, and no address, title or note of a record opens a file."""
    with pytest.raises(mo.errors.InvalidField, match="expected an id"):
        testing.operator(id=name)
    ds = mo.Dataset.of(testing.source(url=name, title=name, seen_at=name))
    folder = tmp_path / "own"
    mo.write(ds, folder)
    assert mo.read(folder) == ds
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["own", "sources.toml"]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that no folder of records leads to."""
    path = tmp_path / "outside.csv"
    path.write_text("a secret,of another\n", encoding="utf-8")
    return path


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize("name", ["datapackage.json", "commitments.csv"])
def test_no_link_of_a_package_leads_out_of_it(tmp_path: Path, outside: Path, name: str) -> None:
    """The first line of a file that it leads to would stand in the message."""
    package = tmp_path / "package"
    testing.small_dataset().export("datapackage", package)
    (package / name).unlink()
    (package / name).symlink_to(outside)
    with pytest.raises(mo.errors.MarocOffshoringError, match="a link that leads out of the folder") as caught:
        datapackage.read(package)
    assert "secret" not in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize("name", ["datapackage.json", "commitments.csv"])
def test_a_pipe_in_a_package_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """Reading it would never end."""
    package = tmp_path / "package"
    testing.small_dataset().export("datapackage", package)
    (package / name).unlink()
    os.mkfifo(package / name)
    with pytest.raises(mo.errors.MarocOffshoringError, match="a pipe or device"):
        datapackage.read(package)


def test_a_link_to_a_folder_of_records_is_followed(tmp_path: Path) -> None:
    """The caller named it; only what lies in it may not lead out."""
    mo.write(testing.small_dataset(), tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert mo.read(tmp_path / "link") == testing.small_dataset()


def test_a_database_of_a_stranger_runs_nothing(tmp_path: Path) -> None:
    """Triggers and views of a database that is read are never asked, and it is opened for reading only."""
    path = tmp_path / "r.db"
    testing.small_dataset().export("sqlite", path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON about BEGIN DELETE FROM sources; END")
        database.commit()
    before = path.read_bytes()
    assert sqlite.read(path) == testing.small_dataset()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "call",
    [
        mo.parse_figure,
        mo.PartialDate.of,
        mo.Dataset.from_json,
        lambda text: testing.small_dataset().place(text),
    ],
)
def test_a_message_holds_no_sign_that_steers_a_terminal(call: Callable[[str], object]) -> None:
    """What was got is quoted with its control signs escaped."""
    with pytest.raises(mo.errors.MarocOffshoringError) as caught:
        call("\x1b[31mred\x07")
    assert not any(sign < " " for sign in str(caught.value).replace("\n", ""))


def test_no_thread_is_left_and_no_setting_changed() -> None:
    """Loading and totalling starts no thread and changes no decimal context, handler or search path."""
    import decimal
    import signal
    import sys

    before = (threading.active_count(), str(decimal.getcontext()), list(sys.path), signal.getsignal(signal.SIGINT))
    mo.load().commitments.total("investment", currency="EUR").explain()
    after = (threading.active_count(), str(decimal.getcontext()), list(sys.path), signal.getsignal(signal.SIGINT))
    assert [*after] == [*before]
