"""The command line: `maroc-offshoring check`."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "own_records"

SOURCE = '[[sources]]\nid = "survey"\npublisher = "CRI"\ntitle = "Enquête"\npublished = "2026-03"\n'
PROMISE = (
    '[[commitments]]\nid = "mine"\nmade_by = ["intelcia"]\nannounced_on = "2026"\nplaces = ["oujda-shore"]\n'
    'pledges = [{measure = "jobs", figure = {value = 300, unit = "job"}, due = "2028", basis = "additional"}]\n'
    'citations = ["survey"]\n'
)

Check = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check a file `own/all.toml` of some text; the status, and the lines printed."""

    def run(text: str, *options: str) -> tuple[int, list[str]]:
        (tmp_path / "own").mkdir(exist_ok=True)
        (tmp_path / "own" / "all.toml").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        status = main(["check", "own", *options])
        printed = capsys.readouterr()
        assert printed.err == ""
        return status, printed.out.splitlines()

    return run


def test_records_without_fault(check: Check) -> None:
    assert check(SOURCE + PROMISE) == (
        0,
        ["No errors and no warnings in 2 records of 1 file, laid over the reference dataset."],
    )


def test_the_reference_data_has_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("No errors and ")


def test_the_reference_data_has_no_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict"]) == 0, capsys.readouterr().out


def test_errors_are_told_by_file_and_line_and_end_with_1(check: Check) -> None:
    text = SOURCE.replace('publisher = "CRI"\n', "") + PROMISE.replace('"jobs"', '"jbos"')

    assert check(text) == (
        1,
        [
            "own/all.toml:1: error: source survey: publisher: is missing",
            "own/all.toml:10: error: commitment mine: pledges[0].measure: 'jbos' is not a measure; "
            "did you mean 'jobs'?",
            "2 errors and no warnings in 2 records of 1 file, laid over the reference dataset.",
        ],
    )


def test_warnings_are_told_beside_errors(check: Check) -> None:
    text = SOURCE + PROMISE.replace('announced_on = "2026"\n', "") + '[[sources]]\nid = "other"\n'

    assert check(text) == (
        1,
        [
            "own/all.toml:6: warning: commitment mine: announced_on: is missing, though survey was published 2026-03: "
            "write that date, or its year",
            "own/all.toml:12: error: source other: publisher: is missing",
            "1 error and 1 warning in 3 records of 1 file, laid over the reference dataset.",
        ],
    )


def test_warnings_fail_only_where_asked(check: Check) -> None:
    text = SOURCE + PROMISE.replace('announced_on = "2026"\n', "")

    assert check(text)[0] == 0
    assert check(text, "--strict")[0] == 1


def promise(own: str, figure: str, more: str = "", unit: str = "job", qualifier: str = "exact") -> str:
    """A promise of jobs by Intelcia in Oujda."""
    return (
        f'[[commitments]]\nid = "{own}"\nmade_by = ["intelcia"]\nannounced_on = "2026"\nplaces = ["oujda"]\n'
        f'citations = ["survey"]\npledges = [{{measure = "jobs", basis = "additional", due = "2029", '
        f'figure = {{value = {figure}, unit = "{unit}", qualifier = "{qualifier}"}}}}]\n{more}'
    )


SEEN = (
    '[[observations]]\nid = "{}"\nmeasure = "jobs"\nfigure = {{value = 77, unit = "job"}}\nplace = "oujda"\n'
    'basis = "stock"\ncitations = ["survey"]\n'
)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        pytest.param(
            SOURCE.replace('published = "2026-03"\n', "") + PROMISE.replace('announced_on = "2026"\n', ""),
            "commitment mine: announced_on: is missing: write the year at least, "
            "or say in the note what is known of the date",
            id="a promise without date",
        ),
        pytest.param(
            SOURCE + SEEN.format("seen"),
            "observation seen: period: is missing, though survey was published 2026-03: write that date, or its year",
            id="a measurement without period",
        ),
        pytest.param(
            SOURCE + PROMISE.replace('"2028"', '"2025"'),
            "commitment mine: announced_on: 2025 is over before the promise was announced, 2026",
            id="due before it was announced",
        ),
        pytest.param(
            SOURCE.replace("2026-03", "2025-12") + PROMISE,
            "commitment mine: announced_on: 2026 comes after all its sources were published",
            id="announced after its sources",
        ),
        pytest.param(
            SOURCE + PROMISE + SOURCE.replace("survey", "spare"),
            "source spare: id: is cited by no record; cite it or take it out",
            id="an unused source",
        ),
        pytest.param(
            SOURCE.replace('title = "Enquête"\n', "") + PROMISE,
            "source survey: url: has neither url nor title: nobody can find it again",
            id="a source that nobody finds",
        ),
        pytest.param(
            SOURCE + promise("whole", "500") + promise("a", "300", 'part_of = "whole"\n')
            + promise("b", "201", 'part_of = "whole"\n', qualifier="at_least"),
            "commitment b: part_of: the parts of 'whole' come to 501 job of jobs (additional), more than its 500: a, b",
            id="parts that exceed their whole",
        ),
        pytest.param(
            SOURCE + promise("a", "2001").replace('"intelcia"', '"phoneo"').replace("2029", "2026")
            + 'part_of = "2022-04-20-phoneo"\n',
            "commitment a: part_of: the parts of '2022-04-20-phoneo' come to 2001 job of jobs (additional), "
            "more than its 2000: a",
            id="parts that exceed a whole of ours",
        ),
        pytest.param(
            SOURCE + promise("a", "2000").replace('"intelcia"', '"phoneo"').replace("2029", "2026")
            .replace('"oujda"', '"morocco"'),
            "commitment a: id: says the same as '2022-04-20-phoneo', and would count twice; "
            "link them with restates, part_of or supersedes, or name that id in the note if it differs",
            id="a promise of ours told again",
        ),
        pytest.param(
            SOURCE + SEEN.format("one") + 'note = "Undated."\nperiod = "2026"\n'
            + SEEN.format("two") + 'period = "2026"\n',
            "observation two: id: says the same as 'one', and would count twice; "
            "drop one, or name that id in the note if it differs",
            id="a measurement told again",
        ),
        pytest.param(
            '[[corrections]]\nkind = "commitments"\nid = "2022-04-20-phoneo"\nreason = "x"\n'
            "set.announced_on = 2022-04-20\n",
            "correction 2022-04-20-phoneo: changes nothing: the record already says so; take the correction out",
            id="a correction that changes nothing",
        ),
        pytest.param(
            '[[corrections]]\nkind = "commitments"\nid = "2022-04-20-phoneo"\nreason = "x"\n'
            'set.announced_on = "2027"\n',
            "commitment 2022-04-20-phoneo: announced_on: 2026 is over before the promise was announced, 2027",
            id="a correction that makes one doubtful",
        ),
    ],
)  # fmt: skip
def test_each_warning(check: Check, text: str, warning: str) -> None:
    status, lines = check(text)

    assert status == 0
    assert warning in {line.partition(": warning: ")[2] for line in lines}
    assert all(line.startswith("own/all.toml:") for line in lines[:-1])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            SOURCE.replace('published = "2026-03"\n', "")
            + PROMISE.replace('announced_on = "2026"\n', 'note = "Before 2027."\n'),
            id="a note says what is known of the date",
        ),
        pytest.param(
            SOURCE + promise("a", "300") + promise("b", "300", 'restates = "a"\n'), id="a promise told again and linked"
        ),
        pytest.param(
            SOURCE + promise("a", "300") + promise("b", "300", 'note = "Other jobs than a."\n'), id="a note tells apart"
        ),
        pytest.param(
            SOURCE + promise("whole", "500") + promise("a", "300", 'part_of = "whole"\n')
            + promise("b", "300", 'part_of = "whole"\nrestates = "a"\n'),
            id="a part told twice is counted once",
        ),
        pytest.param(
            SOURCE + promise("whole", "500", qualifier="at_least") + promise("a", "600", 'part_of = "whole"\n'),
            id="an open whole takes any part",
        ),
        pytest.param(SOURCE + promise("a", "300") + promise("b", "300").replace("oujda", "fes"), id="another place"),
    ],
)  # fmt: skip
def test_what_a_record_explains_is_no_warning(check: Check, text: str) -> None:
    assert check(text, "--strict")[0] == 0


def test_alone_leaves_the_reference_dataset_out(check: Check) -> None:
    status, lines = check(SOURCE + PROMISE, "--alone")

    assert status == 1
    assert lines == [
        "own/all.toml:8: error: commitment mine: made_by[0]: no party is named 'intelcia' (by id, as files write it)",
        "own/all.toml:10: error: commitment mine: places[0]: no place is named 'oujda-shore' "
        "(by id, as files write it)",
        "2 errors and no warnings in 2 records of 1 file.",
    ]  # fmt: skip


def test_several_folders_are_laid_over_one_another(check: Check, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "promises.toml").write_text(PROMISE, encoding="utf-8")

    assert check(SOURCE, "theirs") == (
        0,
        ["No errors and no warnings in 2 records of 2 files, laid over the reference dataset."],
    )


def test_json_is_for_programs(check: Check) -> None:
    status, lines = check('[[sources]]\nid = "survey"\n', "--json")

    assert status == 1
    assert json.loads("\n".join(lines)) == {
        "errors": 1,
        "warnings": 0,
        "records": 1,
        "files": 1,
        "problems": [
            {
                "severity": "error",
                "file": "own/all.toml",
                "line": 1,
                "kind": "source",
                "record": "survey",
                "field": "publisher",
                "message": "is missing",
            }
        ],
    }


def test_a_folder_without_record_files_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()

    assert main(["check", "empty"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "empty: error: expected a folder with record files that end in .toml or .json"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["chekc"], "argument COMMAND: invalid choice: 'chekc'"),
        (["check", "--fast"], "unrecognized arguments: --fast"),
        (["check", "--alone"], "--alone needs a FOLDER"),
        (["check", "no such folder"], "there is no 'no such folder' here ("),
    ],
)
def test_a_call_that_is_not_understood_ends_with_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    printed = capsys.readouterr()
    assert caught.value.code == 2
    assert printed.out == ""
    assert printed.err.startswith("usage: maroc-offshoring")
    assert message in printed.err


def test_help_has_examples_and_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "--help"])
    assert caught.value.code == 0
    assert "maroc-offshoring check --alone my_records" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"maroc-offshoring {mo.__version__}\n"


def test_colours_only_on_a_terminal(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    text = '[[sources]]\nid = "survey"\n'
    assert "\x1b" not in check(text)[1][0]
    monkeypatch.setattr("maroc_offshoring.cli.checking.has_colours", lambda _stream: True)
    assert "\x1b[31merror\x1b[0m" in check(text)[1][0]


def test_signs_that_steer_a_terminal_are_escaped(check: Check) -> None:
    lines = check('[["\\u001b]0;x\\u0007"]]\n[[sources]]\nid = "a\u202eb"\n')[1]

    assert not [line for line in lines if not line.isprintable()]
    assert r"source a\u202eb: publisher: is missing" in lines[1]


# In processes of their own


def run(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """Run `python -m maroc_offshoring`."""
    command = [sys.executable, "-m", "maroc_offshoring", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_the_module_runs_and_its_status_is_the_answer(tmp_path: Path) -> None:
    good = run("check", str(EXAMPLE), "--strict")
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout == "No errors and no warnings in 5 records of 3 files, laid over the reference dataset.\n"

    (tmp_path / "all.toml").write_text("[[", encoding="utf-8")
    bad = run("check", str(tmp_path))
    assert (bad.returncode, bad.stderr) == (1, "")
    assert "all.toml:1: error: is not valid TOML: " in bad.stdout

    wrong = run("check", "--fast")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("usage: maroc-offshoring")


def test_any_encoding_of_the_output_will_do(tmp_path: Path) -> None:
    (tmp_path / "é.toml").write_text('[[sources]]\nid = "é"\n', encoding="utf-8")
    environment = {"PATH": "", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    found = run("check", str(tmp_path), env=environment)

    assert (found.returncode, found.stderr) == (1, "")
    assert r"\xe9.toml:1: error: source \xe9: publisher: is missing" in found.stdout


def test_a_reader_may_stop_reading(tmp_path: Path) -> None:
    blocks = "".join(f'[[sources]]\nid = "s{number}"\n' for number in range(5000))
    (tmp_path / "all.toml").write_text(blocks, encoding="utf-8")
    command = [sys.executable, "-m", "maroc_offshoring", "check", "--alone", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"all.toml:1: error: source s0" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
