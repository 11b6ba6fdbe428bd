"""The example `oujda.py` runs from any folder, and prints what was promised, measured and kept."""

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "oujda.py"


def printed(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, str(EXAMPLE), *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    assert run.stderr == ""
    return run.stdout.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_example_prints_the_ten_years_of_oujda(tmp_path: Path) -> None:
    """Promises with the sum that counts no job twice, the counts, the verdicts and the sources.

    By hand, from the jobs promised: 600 (ECA) + 500 (Notoriety) + 1,000 (Saccom) + up to 800 (Intelcia) lie in "over
    3,000" of July 2020, which counts as a whole: 3,000. With 500 (SII) and 200 (2T Services) of 2025: at least 3,700.
    """
    page = printed(tmp_path)
    for line in (
        "  in all: at least 3 700 jobs, from 7 promises; 5 are not added:",
        "  due not stated: at least 3 500 jobs",
        "    2020-01  200 jobs, MEDZ in Copy of a press article, 2020-01-31",
        "  2019-03 → 2020-01: +185.7 %",
        "  2019  1 000 jobs level, Oujda Shore: missed",
        "  the same promise announced again: 4",
    ):
        assert line in page
    assert "Intelcia, “A new model to support Morocco's regional development”, 2020-07, https://" in page


def test_the_example_answers_for_a_place_without_promises(tmp_path: Path) -> None:
    """Nothing promised is nothing counted, not zero."""
    page = printed(tmp_path, "Nador")
    assert page.startswith("Nador: 0 promises on record\n")
    assert "  in all: nothing counted, from 0 promises; 0 are not added:" in page
