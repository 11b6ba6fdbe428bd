"""Use the installed package, as its wheel has it, outside the checkout: `smoke.py`, or `smoke.py EXTRA`.

Without an extra, what the core does; and each feature that needs more says which extra has it. With the name of an
extra, the feature that the extra is for.
"""

import sys
import tempfile
import zipfile
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import metadata
from pathlib import Path
from typing import Annotated

import maroc_offshoring as mo


def table(engine: str) -> Callable[[mo.Dataset, Path], None]:
    """Make the use of an extra that brings a table engine: write the memoranda as a table and add it up."""

    def use(dataset: mo.Dataset, _folder: Path) -> None:
        promises = memoranda(dataset).to_frame(engine)
        total = mo.frames.total(promises, "jobs")
        rows = total.to_dicts() if engine == "polars" else total.to_pylist() if engine == "pyarrow" else total
        if engine == "duckdb":
            rows = [dict(zip(total.columns, row, strict=True)) for row in total.fetchall()]
        if engine == "pandas":
            rows = total.to_dict("records")
        assert [row["total"] for row in rows] == [5050], rows

    return use


def charts(dataset: mo.Dataset, _folder: Path) -> None:
    """Draw a chart."""
    drawn = mo.charts.svg(mo.charts.waterfall(memoranda(dataset).total("jobs")))
    assert drawn.startswith("<svg "), drawn[:80]


def excel(dataset: mo.Dataset, folder: Path) -> None:
    """Write a workbook."""
    dataset.export("xlsx", folder / "record.xlsx")
    assert "xl/workbook.xml" in zipfile.ZipFile(folder / "record.xlsx").namelist()


def fast(dataset: mo.Dataset, folder: Path) -> None:
    """Read JSON Lines with msgspec."""
    import_module("msgspec")
    from maroc_offshoring.files.streaming import iter_records

    line = '{"id": "a", "made_by": ["phoneo"], "places": ["fes"], "citations": ["afrique-medias24-com-nd-f48260"]}'
    (folder / "promises.jsonl").write_text(line, encoding="utf-8")
    assert [each.id for each in iter_records(folder / "promises.jsonl", "commitments", dataset)] == ["a"]
    assert "msgspec.json" in sys.modules


def frames(_dataset: mo.Dataset, _folder: Path) -> None:
    """Add up a table of an engine that is there already: here none is, but narwhals is."""
    import narwhals

    assert narwhals.__version__
    assert mo.frames.COLUMNS[0].name == "record"


def i18n(dataset: mo.Dataset, _folder: Path) -> None:
    """Write a figure as readers of a country do."""
    written = mo.format_figure(memoranda(dataset).total("jobs").figure, "fr_MA")
    assert written.replace("\u202f", "").replace("\u00a0", " ").startswith(("5050 ", "5.050 ")), written


def pydantic(dataset: mo.Dataset, _folder: Path) -> None:
    """Read a site as a field of a model."""
    from maroc_offshoring.contrib.pydantic import Adapter

    create_model = import_module("pydantic").create_model
    model = create_model("Project", site=(Annotated[mo.Site, Adapter(dataset)], ...))
    assert model(site="casanearshore").site is dataset.sites["Casa-shore"]


def simulation(dataset: mo.Dataset, _folder: Path) -> None:
    """Draw a total."""
    drawn = dataset.commitments.where(ids=["2023-03-segula-agadir-1000"]).total("jobs").simulate(draws=1000)
    assert 900 < drawn.mean < 1100, drawn


def spark(dataset: mo.Dataset, _folder: Path) -> None:
    """Ask for a table of Spark, which says that it needs a session: making one needs Java, as the tests do."""
    said = ""
    try:
        memoranda(dataset).to_frame("pyspark")
    except mo.errors.WrongType as error:
        said = str(error)
    assert "SparkSession" in said, said or "a session of Spark is active"


def terminal(dataset: mo.Dataset, _folder: Path) -> None:
    """Draw a prettier table."""
    from maroc_offshoring.cli.rich_drawing import in_rich
    from maroc_offshoring.display import view

    assert "\x1b[1m" in in_rich(view(memoranda(dataset).total("jobs")), 80, colours=True)


def text(dataset: mo.Dataset, folder: Path) -> None:
    """Draft a record of a web page."""
    from maroc_offshoring.text.html import main_text

    page = main_text("<html><body><article><p>Intelcia va créer 300 emplois à Oujda d'ici 2028.</p></article></html>")
    assert mo.draft(page.text, dataset=dataset, published="2026-03-14").commitments, page


USES: dict[str, Callable[[mo.Dataset, Path], None]] = {
    "charts": charts,
    "duckdb": table("duckdb"),
    "excel": excel,
    "fast": fast,
    "frames": frames,
    "i18n": i18n,
    "pandas": table("pandas"),
    "polars": table("polars"),
    "pyarrow": table("pyarrow"),
    "pydantic": pydantic,
    "simulation": simulation,
    "spark": spark,
    "terminal": terminal,
    "text": text,
}
"""What each extra is for."""
FOR_DEVELOPMENT = {"bench", "dev", "docs", "test"}
# Without the first all is done as well, later; the second needs nothing of ours to be missed; the command line draws
# plain tables without the third.
NOT_MISSED = {"fast", "frames", "terminal"}


def memoranda(dataset: mo.Dataset) -> mo.FigureCollection[mo.Commitment]:
    """Take the promises of the memoranda of 2022."""
    return dataset.commitments.where(agreement="2022-04-20-outsourcing-memoranda")


def missing(use: Callable[[mo.Dataset, Path], None], dataset: mo.Dataset, folder: Path) -> str:
    """Say which extra an error names when a feature is used without it; nothing where none of ours is raised."""
    try:
        use(dataset, folder)
    except mo.errors.MissingExtra as error:
        return error.extra
    except ImportError:
        return ""
    raise AssertionError("an extra is installed: this is no installation without extras")


def core(dataset: mo.Dataset, folder: Path) -> None:
    """Use what needs no extra; and what does names it."""
    extras = set(metadata("maroc-offshoring").get_all("Provides-Extra") or ())
    assert extras == USES.keys() | FOR_DEVELOPMENT, f"no use of {sorted(extras ^ (USES.keys() | FOR_DEVELOPMENT))}"
    total = memoranda(dataset).total("jobs")
    assert total.figure == mo.Figure(5050, "job"), total
    for name, use in USES.items():
        said = missing(use, dataset, folder)
        # A table engine needs narwhals first, which the extra of each engine brings.
        assert said in {name, "frames"} or (said == "" and name in NOT_MISSED), f"{name}: {said or 'not missed'}"
    print(f"{mo.__version__}: {len(dataset.commitments)} commitments, {total} in the memoranda of 2022")


def main(extra: str = "") -> None:
    """Use the package, or one extra."""
    checkout = Path(__file__).resolve().parents[1]
    assert not Path(mo.__file__).resolve().is_relative_to(checkout), f"not the installed package: {mo.__file__}"
    with tempfile.TemporaryDirectory() as folder:
        (USES[extra] if extra else core)(mo.load(), Path(folder))
    if extra:
        print(f"{extra}: used")


if __name__ == "__main__":
    main(*sys.argv[1:])
