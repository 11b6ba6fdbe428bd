"""Writing a report to a file: whole or not at all."""

from __future__ import annotations

from os import PathLike

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.display.report.document import document
from maroc_offshoring.export.placing import placed
from maroc_offshoring.model import Place


def report(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    language: str = "fr",
    place: Place | str | None = None,
    currency: str = "MAD",
    charts: bool = True,
    outlines: bool = True,
    overwrite: bool = False,
) -> None:
    """Write a report: one HTML file that opens from disk, asks the network for nothing, and can be mailed.

    It shows the key figures with their bounds, the map, charts, every commitment to search, sort and filter, what was
    kept of what was due, the findings, and all sources. Every figure opens to its working. `docs/report.md` shows it.

    Args:
        dataset: The dataset; :meth:`Dataset.as_of` takes it back to a date first.
        path: Where the file shall stand.
        language: `fr`, `en` or `ar`; Arabic is written from right to left.
        place: A place, its id or one of its names, to which everything is narrowed; None for the whole record.
        currency: The currency that sums of money are stated in, each amount at the rate of its own year.
        charts: Whether charts are drawn, which needs the extra `charts`.
        outlines: Whether the map has the outlines of the regions; else it is a grid of twelve tiles.
        overwrite: Whether a file that stands there is replaced.

    Raises:
        InvalidField: Where a file stands there and shall not be replaced, its folder is missing, or there is no such
            currency.
        MissingExtra: Where charts are asked for and the packages that draw them are not installed.
        UnknownName: Where the place is not known.
        UnknownWord: Where the language is another.
        WrongType: Where it is no dataset, no place or no path.
        OSError: Where it cannot be written; then nothing has changed.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "oriental.html")
        ...     mo.report(mo.load(), path, language="fr", place="Oriental", charts=False)
        ...     path.stat().st_size < 1_500_000
        True
    """
    with placed(path, overwrite=overwrite) as (temporary,):
        text = document(
            dataset, language=language, place=place, currency=currency, charts=charts, outlines=outlines
        )  # fmt: skip
        temporary.write_text(text, encoding="utf-8", newline="\n")
