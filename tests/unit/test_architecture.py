"""The rooms import only downward, and the page that describes them tells the truth."""

import re
import tomllib
from pathlib import Path

import pytest
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

ROOT = Path(__file__).parents[2]


def layers() -> list[str]:
    """The rooms of the contract, lowest first, as far as they exist."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    rooms = [layer.strip("()") for layer in reversed(contract["layers"])]
    package = ROOT / "src" / "maroc_offshoring"
    return [room for room in rooms if (package / room).is_dir() or (package / f"{room}.py").is_file()]


def test_every_room_imports_only_rooms_below_it() -> None:
    """The import contract holds; on a fault, run `lint-imports` to see the imports."""
    configure()
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), is_debug_mode=True, cache_dir=None)


def test_the_page_lists_the_rooms_of_the_contract_in_their_order() -> None:
    """The table of docs/architecture.md and the contract name the same rooms, in the same order."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)/?` \|", page, re.MULTILINE) == layers()


@pytest.mark.parametrize("room", layers())
def test_every_module_of_a_room_is_short_enough_to_read(room: str) -> None:
    """No module is longer than about 400 lines."""
    package = ROOT / "src" / "maroc_offshoring"
    files = [package / f"{room}.py"] if (package / f"{room}.py").is_file() else sorted((package / room).rglob("*.py"))
    too_long = {file.name: n for file in files if (n := len(file.read_text("utf-8").splitlines())) > 420}
    assert not too_long


def test_mutation_is_told_of_rooms_and_tests_that_exist() -> None:
    """`mutmut run` changes whole rooms, and asks every test file of theirs."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    files = told["pytest_add_cli_args_test_selection"]
    assert [name for name in [*files, *told["also_copy"]] if not (ROOT / name).exists()] == []
    assert [pattern for pattern in told["only_mutate"] if not list(ROOT.glob(pattern))] == []
    for room in ("dates", "figures", "money", "totals"):
        assert any(pattern.startswith(f"src/maroc_offshoring/{room}") for pattern in told["only_mutate"])
        assert {str(path.relative_to(ROOT)) for path in ROOT.glob(f"tests/*/test_{room}*.py")} <= {*files}
