"""The shell lines and the record files of the pages work, as they stand there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import maroc_offshoring as mo

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(page for page in (ROOT / "docs").rglob("*.md") if "_build" not in page.parts)]
BEGINS = r"(?:\.venv|maroc|pip|python|uv|datasette)"
SHELL = re.compile(rf"^```sh\n([\s\S]*?)^```$|\n\n((?:    {BEGINS}[^\n]*\n(?:    [^\n]*\n)*))", re.MULTILINE)

ELSEWHERE = {
    "python3 -m venv": "sets up: continuous integration runs the two commands of the README",
    "uv ": "sets up, with uv",
    "pip install": "sets up",
    "datasette": "a server, which test_exports asks",
    "python -m benchmarks": "takes minutes: test_benchmarks makes a short run of each",
    "python tests/fuzz/run.py": "takes minutes: tests/fuzz makes a short run of each",
    "python tests/fuzz/shapes.py": "takes minutes: tests/fuzz/test_linear.py tries some of them",
    "coverage run": "runs all tests",
    "mutmut ": "takes an hour: test_architecture looks at its settings",
}
"""How the lines begin that do not run here, each with what is tried instead."""

ARTICLE = "Intelcia va créer 300 emplois à Oujda d'ici 2028. Le Maroc compte 150.000 emplois en 2025.\n"
SOURCE = '[[sources]]\nid = "my-paper-2026"\npublisher = "CRI"\npublished = 2026-03-14\n'


def shell_lines() -> list[tuple[str, str]]:
    """Each line of a shell block, with its page."""
    found = []
    for page in PAGES:
        for blocks in SHELL.findall(page.read_text(encoding="utf-8")):
            lines = [line.strip() for line in "".join(blocks).splitlines()]
            found += [(str(page.relative_to(ROOT)), line) for line in lines if line and not line.startswith("#")]
    return found


LINES = [(page, line) for page, line in shell_lines() if not line.startswith(tuple(ELSEWHERE))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the lines speak of, and the commands as an environment has them."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples" / "own_records", folder / "examples" / "own_records")
    (folder / "my_records").mkdir()
    (folder / "my_records" / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    page = f"<html><body><article><h1>Oujda</h1><p>{ARTICLE * 5}</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name, call in {"maroc-offshoring": "-m maroc_offshoring", "python": ""}.items():
        command = folder / ".venv" / "bin" / name
        command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" {call} "$@"\n')
        command.chmod(0o755)
    return folder


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell")
@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}: {line}" for page, line in LINES])
def test_a_shell_line_of_a_page_works(page: str, line: str, desk: Path) -> None:
    """It ends with 0, in a folder that has the files it names."""
    for made in ("my_records/article.toml", "record.db", "record.metadata.json", "oriental.html"):
        (desk / made).unlink(missing_ok=True)
    run = subprocess.run(
        ["sh", "-c", f'PATH="$PWD/.venv/bin:$PATH"; {line}'], cwd=desk, input=ARTICLE, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, f"{page}: {line}\n{run.stderr}"


def test_the_pages_have_shell_lines() -> None:
    """Lines that are found nowhere would not be tested, nor would reasons that fit no line say anything."""
    assert {"README.md", "docs/drafting.md", "docs/report.md", "docs/exports.md"} <= {page for page, _ in LINES}
    assert [begin for begin in ELSEWHERE if not any(line.startswith(begin) for _, line in shell_lines())] == []


def blocks(page: str) -> list[str]:
    return re.findall(r"^```toml\n([\s\S]*?)^```$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)


def test_the_records_that_the_data_page_shows_load(tmp_path: Path) -> None:
    """A source and a promise of it, laid over the reference dataset."""
    (block,) = blocks("data.md")
    (tmp_path / "records.toml").write_text(block, encoding="utf-8")
    assert str(mo.load(tmp_path).commitments["2026-03-14-example-oujda-300"].pledges[0].figure.qualifier) == "at_least"


def test_the_correction_that_the_page_of_own_records_shows_is_that_of_the_example() -> None:
    """It stands in `examples/own_records`, whose records the tests load."""
    (block,) = blocks("own-records.md")
    example = (ROOT / "examples" / "own_records" / "corrections.toml").read_text(encoding="utf-8")
    assert [line for line in block.splitlines() if line not in example.splitlines()] == []
