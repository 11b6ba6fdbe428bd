"""Every writer of the library, for tests and for the scripts that they run in processes of their own."""

from pathlib import Path

import maroc_offshoring as mo
from maroc_offshoring import testing

WRITERS = {
    "records": "records", "json": "r.json", "datapackage": "package", "sqlite": "r.db", "xlsx": "r.xlsx",
    "jsonld": "r.jsonld", "ftm": "r.ftm", "sdmx": "sdmx", "report": "r.html",
}  # fmt: skip
"""The writers, each with the name of what it writes."""

MORE = testing.small_dataset()
LESS = mo.Dataset.of(testing.operator())


def write(name: str, dataset: mo.Dataset, path: Path) -> None:
    """Write a dataset over what stands there; `records` replaces nothing, and writes only where nothing is."""
    if name == "records":
        mo.write(dataset, path)
    elif name == "report":
        mo.report(dataset, path, charts=False, overwrite=True)
    else:
        dataset.export(name, path, overwrite=True)


def files(folder: Path) -> dict[str, bytes]:
    """The files below a folder, with their content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def loaded(_: int) -> tuple[int, str]:
    """What a process of its own finds in the reference dataset."""
    dataset = mo.load()
    return len(dataset.commitments), str(dataset.commitments.total("jobs"))
