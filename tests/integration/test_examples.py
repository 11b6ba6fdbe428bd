"""The examples run, from any folder, and print what their page is about."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


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
