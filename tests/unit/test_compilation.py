"""The compilation of the reference records."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from maroc_offshoring.reference import compilation
from maroc_offshoring.reference.compilation import checksum, compile_folder, digest, read_texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of commitments around one of places, written in another order than that of their names."""
    (tmp_path / "commitments-2022.toml").write_text('[[commitments]]\nid = "c"\n', encoding="utf-8")
    (tmp_path / "places.toml").write_text(
        '[[regions]]\nid = "MA-02"\nname = { fr = "Oriental", ar = "الشرق" }\n[[cities]]\nid = "oujda"\n',
        encoding="utf-8",
    )
    (tmp_path / "commitments-2019.toml").write_text(
        '[[commitments]]\nid = "a"\n[[commitments]]\nid = "b"\n', encoding="utf-8"
    )
    return tmp_path


def write(folder: Path, text: str) -> dict[str, object]:
    """Write a text as the one record of a folder, and read it."""
    (folder / "one.toml").write_text("[[records]]\n" + text, encoding="utf-8")
    (record,) = read_texts(folder)["records"]
    return record


def test_tables_of_one_kind_in_several_files_follow_the_file_names(folder: Path) -> None:
    records = read_texts(folder)

    assert list(records) == ["commitments", "regions", "cities"]
    assert [record["id"] for record in records["commitments"]] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("written", "compiled"),
    [
        ("2019-04-24", "2019-04-24"),
        ("2019-04-24T10:00:00Z", "2019-04-24T10:00:00+00:00"),
        ("10:30:00", "10:30:00"),
        ('"2019-04"', "2019-04"),
        ("12.50", "12.50"),
        ("0.1", "0.1"),
        ("123456789012345678.123456789", "123456789012345678.123456789"),
        ("-1_000.5", "-1000.5"),
        ("1.5e9", "1500000000"),
        ("2000", 2000),
        ("true", True),
        ("[2019-04-24, 1.0, { when = 2020-01-01 }]", ["2019-04-24", "1.0", {"when": "2020-01-01"}]),
    ],
)
def test_dates_and_decimals_become_exact_strings(tmp_path: Path, written: str, compiled: object) -> None:
    value = write(tmp_path, f"value = {written}\n")["value"]

    assert value == compiled
    assert type(value) is type(compiled)


def test_nested_tables_are_compiled_too(tmp_path: Path) -> None:
    record = write(tmp_path, "[[records.pledges]]\nfigure = { value = 1.50 }\n[records.dates]\nfirst = 2022-04-20\n")

    assert record == {"pledges": [{"figure": {"value": "1.50"}}], "dates": {"first": "2022-04-20"}}


def test_the_compiled_text_is_compact_and_keeps_arabic(folder: Path) -> None:
    text = compile_folder(folder)

    made = checksum(text.encode())
    assert json.loads(text) == {"digest": digest(folder), "checksum": made, "records": read_texts(folder)}
    head = f'{{"digest":"{digest(folder)}","checksum":"{made}","records":{{"commitments":[{{"id":"a"}},'
    assert text.startswith(head)
    assert "الشرق" in text


def test_compiling_twice_gives_the_same_text(folder: Path) -> None:
    assert compile_folder(folder) == compile_folder(folder)


def test_the_digest_is_a_sha256_and_changes_with_any_byte(folder: Path) -> None:
    before = digest(folder)
    path = folder / "places.toml"
    path.write_bytes(path.read_bytes() + b"\n")

    assert len(before) == len(hashlib.sha256().hexdigest())
    assert digest(folder) != before


def test_the_digest_changes_with_a_file_name(folder: Path) -> None:
    before = digest(folder)
    (folder / "places.toml").rename(folder / "towns.toml")

    assert digest(folder) != before


def test_the_digest_knows_where_a_file_ends(tmp_path: Path) -> None:
    """The same bytes, cut elsewhere into files, are other texts."""
    for name, first, second in (("left", "#a\n", "#b\n"), ("right", "#a\n#b\n", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.toml").write_text(first, encoding="utf-8")
        (tmp_path / name / "2.toml").write_text(second, encoding="utf-8")

    assert digest(tmp_path / "left") != digest(tmp_path / "right")


def test_only_the_toml_files_of_the_folder_itself_count(folder: Path) -> None:
    before = compile_folder(folder)
    (folder / "records.json").write_text("{}", encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "more.toml").write_text('[[commitments]]\nid = "d"\n', encoding="utf-8")

    assert compile_folder(folder) == before


@pytest.mark.parametrize("function", [read_texts, digest, compile_folder])
def test_a_folder_without_records_is_an_error(tmp_path: Path, function: object) -> None:
    assert callable(function)
    with pytest.raises(FileNotFoundError, match="no TOML file in"):
        function(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('commitments = "none"\n', r"one\.toml: 'commitments' must be an array of tables, \[\[commitments\]\]"),
        ("[commitments]\n", r"one\.toml: 'commitments' must be an array of tables"),
        ("commitments = [1]\n", r"one\.toml: 'commitments' must be an array of tables"),
        ("[[commitments]\n", r"one\.toml: .*line 1"),
        ("[[commitments]]\nvalue = nan\n", r"one\.toml: a number must be finite, not 'nan'"),
        ("[[commitments]]\nvalue = 2019-13-01\n", r"one\.toml: .*line 2"),
    ],
)
def test_an_error_names_the_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "one.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=message):
        compile_folder(tmp_path)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_bytes('[[regions]]\nname = "Fès"\n'.encode("latin-1"))

    with pytest.raises(ValueError, match=r"one\.toml: .*utf-8"):
        read_texts(tmp_path)


def test_the_standard_library_is_enough(folder: Path) -> None:
    """The build hook runs the file by its path, where nothing is installed."""
    code = (
        "import pathlib, runpy, sys; "
        "sys.stdout.buffer.write(runpy.run_path(sys.argv[1])['compile_folder'](pathlib.Path(sys.argv[2])).encode())"
    )
    command = [sys.executable, "-I", "-S", "-c", code, str(compilation.__file__), str(folder)]

    assert subprocess.run(command, check=True, capture_output=True).stdout.decode() == compile_folder(folder)
