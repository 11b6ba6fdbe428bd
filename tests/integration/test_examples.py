"""The examples run, from any folder, and print what their page is about."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import maroc_offshoring as mo

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_example_is_there_and_a_page_long() -> None:
    """A reader takes each in at one look; the web service, which describes what it answers, needs two pages."""
    scripts = {path.name: len(path.read_text("utf-8").splitlines()) for path in sorted(EXAMPLES.glob("*.py"))}
    assert list(scripts) == [
        "compare_sites.py", "euros_of_2022.py", "oujda.py", "spark_or_duckdb.py", "targets_2020.py", "tour.py",
    ]  # fmt: skip
    assert max(scripts.values()) <= 80
    assert sum(len(path.read_text("utf-8").splitlines()) for path in (EXAMPLES / "own_records").glob("*.toml")) <= 80
    assert len((EXAMPLES / "api" / "app.py").read_text("utf-8").splitlines()) <= 160
    assert (EXAMPLES / "first_look.ipynb").is_file()


def test_the_tour_prints_promises_with_their_sources_in_two_currencies(tmp_path: Path) -> None:
    """Who promised how many jobs, by region and by horizon, with sources, in dirhams and euros."""
    run = subprocess.run(
        [sys.executable, str(EXAMPLES / "tour.py")], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    printed = run.stdout.replace("\u202f", " ").replace("\u00a0", " ")
    assert run.stderr == ""
    for line in (
        "  Phoneo            2 000 jobs",
        "  in all            5 050 jobs",
        "To be invested: 65 000 000 MAD, which is 6 083 237.41 EUR",
        "Jobs promised, by region",
        "Jobs promised, by horizon",
        "  measured: 10 000 000 000 MAD (Le360, 2019-05-15, Le Matin, 2019-06-14)",
    ):
        assert line in printed
    assert "<https://afrique.medias24.com/2022/04/20/" in printed


def test_the_notebook_runs_from_top_to_bottom(tmp_path: Path) -> None:
    """Jupyter itself executes it; its own assertion holds, and its last cell shows a dict."""
    notebook = tmp_path / "first_look.ipynb"
    notebook.write_bytes((EXAMPLES / "first_look.ipynb").read_bytes())
    command = [sys.executable, "-m", "jupyter", "execute", "--inplace", str(notebook)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    cells = [cell for cell in json.loads(notebook.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert "Phoneo" in "".join(cells[2]["outputs"][0]["text"])
    assert "2.000 emplois" in "".join(cells[-1]["outputs"][0]["data"]["text/plain"])


def printed_by(example: str, folder: Path, *arguments: str) -> str:
    """What an example prints when it is run in a folder, special spaces made plain; it writes no file and no error."""
    run = subprocess.run(
        [sys.executable, str(EXAMPLES / example), *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert run.stderr == ""
    assert list(folder.iterdir()) == []
    return run.stdout.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_sites_are_compared_at_one_date_with_what_was_planned_and_promised(tmp_path: Path) -> None:
    """The five parks side by side; what is not stated for a date is a dash, never the figure of another date."""
    printed = printed_by("compare_sites.py", tmp_path)
    for line in (
        "Stated for January 2020",
        "  Casanearshore      30 000 jobs  250 000 m²",
        "  Oujda Shore        200 jobs     7 000 m²",
        "  Tétouan Shore      –            –",
        "  Technopolis Rabat  2008     30 000 jobs         2013",
        "  Oujda Shore        2 100 jobs                1 missed",
        "  Tétouan Shore, 2023: Le360, undated",
    ):
        assert line in printed.splitlines()
    last = printed.partition("Last stated")[2].splitlines()[3]
    words = "Technopolis Rabat 2008-07 2020-01: 8 000 jobs 2025-12: at least 300 000 m² 2014-08: about 30 companies"
    assert " ".join(last.split()) == f"{words} 2014-08: 85 %"


def test_other_sites_are_compared_by_any_of_their_names(tmp_path: Path) -> None:
    """Sites are named as a person types them; a site without a figure is a row of dashes."""
    first, *_ = printed_by("compare_sites.py", tmp_path, "agadir shore", "Casashore").partition("Last stated")
    assert [line.split() for line in first.splitlines()[3:5]] == [
        ["Agadir", "Shore", "–", "–"],
        ["Casanearshore", "30", "000", "jobs", "250", "000", "m²"],
    ]


def test_money_of_twenty_years_is_stated_in_euros_of_one(tmp_path: Path) -> None:
    """One amount by both paths, all that was promised, and exports that grew less than their dirhams."""
    printed = printed_by("euros_of_2022.py", tmp_path)
    for line in (
        "1 500 000 000 MAD of 2014",
        "  what it would buy in Morocco: 162 370 583.42 EUR of 2022",
        "  what its euros would buy in the euro area: 157 406 707.12 EUR of 2022",
        "  2022  at least 76 742 379.58 EUR of 2022",
        "  2011  6 860 000 000 MAD: 744 529 892.49 EUR of 2022 (Challenge (via Maghress), undated)",
        "  2011 to 2023: times 2.61 in dirhams, times 2.08 in euros of 2022",
    ):
        assert line in printed.splitlines()
    assert "without 1 amount that has no rate or no year" in printed
    assert "  not in it: 75 000 000 MAD, BNP Paribas" in printed
    later = printed_by("euros_of_2022.py", tmp_path, "2024").splitlines()
    assert "  2011 to 2023: times 2.61 in dirhams, times 2.08 in euros of 2024" in later


MOST_PROMISED = (
    "operator                                        jobs    at least     M EUR",
    "intelcia                                       5 300       4 500         –",
    "phoneo                                         2 000       2 000         –",
    "jobs: 60 figures are not counted (covered, exceeded, other_basis, restated, superseded)",
)


def test_one_script_adds_up_the_record_on_duckdb(tmp_path: Path) -> None:
    """The operators that promise most, with what they promise in euros, and what is not counted."""
    printed = printed_by("spark_or_duckdb.py", tmp_path).splitlines()
    assert len(printed) == 13
    assert set(MOST_PROMISED) <= set(printed)


# One thread and few partitions: splitting and compiling take longer than a few rows do.
SPARK = """
spark.master local[1]
spark.sql.shuffle.partitions 1
spark.default.parallelism 1
spark.sql.adaptive.enabled false
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.ui.showConsoleProgress false
"""


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not on this machine")
def test_the_same_script_adds_up_files_of_ones_own_on_spark(tmp_path: Path) -> None:
    """The same promises, in a Parquet file, give the lines that DuckDB gives."""
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'maroc-offshoring[spark]'")
    mo.load().commitments.to_frame("polars").write_parquet(tmp_path / "promises.parquet")
    (tmp_path / "spark-defaults.conf").write_text(SPARK, "utf-8")
    command = [sys.executable, str(EXAMPLES / "spark_or_duckdb.py"), "spark", str(tmp_path / "*.parquet")]
    settings = {**os.environ, "SPARK_CONF_DIR": str(tmp_path)}
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", env=settings, check=True)
    assert set(MOST_PROMISED) <= set(run.stdout.replace("\u202f", " ").splitlines())
