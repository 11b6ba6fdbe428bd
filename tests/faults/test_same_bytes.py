"""The same records make the same bytes: whatever the language, the time zone, the hash seed and the folder."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

# Languages with another decimal mark, other digits and dates, another order of letters, and another lower case of I.
LANGUAGES = ("fr_FR", "ar_MA", "tr_TR")
ZONES = {"C": "UTC", "fr_FR": "Africa/Casablanca", "ar_MA": "Asia/Tokyo", "tr_TR": "America/St_Johns"}

EVERYTHING = """
import hashlib, json, locale, sys
from pathlib import Path

found = "C"
try:
    found = locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
import maroc_offshoring as mo
from maroc_offshoring.export.exporting import FORMATS

folder, digests = Path(sys.argv[1]), {}
ds = mo.load()
for name in FORMATS:
    ds.export(name, folder / f"record.{name}")
mo.write(ds, folder / "records")
mo.report(ds, folder / "report.html", charts=False)
for path in sorted(path for path in folder.rglob("*") if path.is_file()):
    digests[str(path.relative_to(folder))] = path.read_bytes()
jobs, money = ds.commitments.total("jobs"), ds.commitments.total("investment", currency="EUR")
article = "Intelcia va créer 300 emplois à Oujda d'ici deux ans. INWI investira 65 MDH à Tiznit en 2027."
texts = {
    "repr": [repr(ds), repr(jobs), repr(ds.commitments), *map(repr, ds.commitments)],
    "totals": [jobs.explain(), money.explain(), str(ds.commitments.breakdown("jobs", by=("region", "due")))],
    "found": [repr(ds.find(word)) for word in ("oujda", "INTELCIA", "الدار البيضاء", "ıntelcıa", "offshoring")],
    "findings": [repr(finding) + finding.message("fr") for finding in ds.check()],
    "delivery": [repr(ds.delivery()), *(judgement.explain() for judgement in ds.delivery()[:20])],
    "draft": [mo.draft(article, dataset=ds, published=2026).to_toml()],
    "cited": [mo.cite(source) for source in ds.sources[:50]],
    "series": [repr(ds.series("jobs", "morocco"))],
    "shown": [mo.show(jobs, language="fr")._repr_html_(), mo.show(ds, language="ar")._repr_html_()],
    "figures": [mo.parse_figure("près de 12,5 MDH"), mo.convert(mo.parse_figure("65 MDH"), to="EUR", on=2022)],
}
digests |= {name: "\\n".join(map(str, lines)).encode() for name, lines in texts.items()}
print(json.dumps([found, {name: hashlib.sha256(content).hexdigest() for name, content in digests.items()}]))
"""


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The languages, compiled for the tests where the system can do so; else the system's own are tried."""
    if not shutil.which("localedef"):
        return None
    folder = tmp_path_factory.mktemp("languages")
    for name in LANGUAGES:
        command = ["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
    return folder


def test_the_same_bytes_everywhere(tmp_path: Path, run: Callable[..., str], languages: Path | None) -> None:
    """Exports, reports, drafts, texts and reprs of the reference dataset, made in four different surroundings."""
    told: dict[str, tuple[str, dict[str, str]]] = {}
    for seed, (language, zone) in enumerate(ZONES.items()):
        folder, cwd = tmp_path / language, tmp_path / f"a folder {seed}"
        folder.mkdir()
        cwd.mkdir()
        own = {"LC_ALL": language if language == "C" else f"{language}.UTF-8", "TZ": zone, "PYTHONHASHSEED": str(seed)}
        own |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **({"LOCPATH": str(languages)} if languages else {})}
        told[language] = tuple(json.loads(run(EVERYTHING, folder, cwd=cwd, **own)))
    if languages:
        assert {name: language.split(".")[0] for name, (language, _) in told.items()} == {name: name for name in ZONES}
    digests = [made for _, made in told.values()]
    assert len(digests[0]) > 80
    differing = {name for name in digests[0] for other in digests[1:] if other[name] != digests[0][name]}
    assert differing == set()
    assert all(made.keys() == digests[0].keys() for made in digests)
