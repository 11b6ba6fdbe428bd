"""The build hook: it compiles the reference records, for a wheel and for an editable install alike."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReferenceRecords(BuildHookInterface):
    """Write `records.json` beside the TOML files that it is compiled from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the records, before hatchling collects the files."""
        folder = Path(self.root, "src", "maroc_offshoring", "reference")
        compilation = _load(folder / "compilation.py")
        (folder / "records.json").write_text(compilation.compile_folder(folder), encoding="utf-8", newline="\n")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
