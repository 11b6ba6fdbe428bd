"""What is shipped compiled says what the TOML says that people edit."""

import json
import shutil
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.reference import compilation

FOLDER = Path(compilation.__file__).parent


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the TOML files of the reference dataset and nothing else."""
    folder = tmp_path_factory.mktemp("texts")
    files = sorted(FOLDER.glob("*.toml"))
    assert files, "the tests run in a checkout, where the TOML files are"
    for file in files:
        shutil.copy(file, folder)
    return folder


def test_the_compiled_records_are_the_dataset_of_the_text(texts: Path, tmp_path: Path, ds: mo.Dataset) -> None:
    """Read from the compiled JSON, from the TOML, and as loaded by a user: three equal datasets, in the same order."""
    compiled = json.loads(compilation.compile_folder(texts))
    (tmp_path / "records.json").write_text(json.dumps(compiled["records"]), encoding="utf-8")
    from_json, from_text = mo.read(tmp_path), mo.read(texts)
    assert from_json == from_text
    assert ds == from_text
    ids = [(type(record).__name__, record.id) for record in from_text.records()]
    assert ids == [(type(record).__name__, record.id) for record in from_json.records()]
    assert ids == [(type(record).__name__, record.id) for record in ds.records()]
    assert len(ids) > 1000


def test_the_compiled_figures_have_the_digits_of_the_text(texts: Path, tmp_path: Path) -> None:
    """Equal numbers may differ in their digits (1.50 and 1.5); compiled ones do not even in that."""
    compiled = json.loads(compilation.compile_folder(texts))
    (tmp_path / "records.json").write_text(json.dumps(compiled["records"]), encoding="utf-8")

    def digits(ds: mo.Dataset) -> list[str]:
        records = [*ds.targets, *ds.observations, *(pledge for promise in ds.commitments for pledge in promise.pledges)]
        return [str(record.figure.value) for record in records]

    assert digits(mo.read(tmp_path)) == digits(mo.read(texts))
