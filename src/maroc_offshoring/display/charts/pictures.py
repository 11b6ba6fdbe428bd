"""Pictures of charts: SVG as text, and files of SVG, PNG, PDF and HTML, made without a browser or a network."""

from __future__ import annotations

from html import escape
from os import PathLike
from typing import TYPE_CHECKING, Any

from maroc_offshoring.derivation import language_of
from maroc_offshoring.display.charts.canvas import MARK
from maroc_offshoring.display.charts.engine import altair
from maroc_offshoring.display.charts.locales import LOCALES
from maroc_offshoring.display.charts.painting import paint
from maroc_offshoring.display.charts.web import page
from maroc_offshoring.errors import InvalidField, UnknownWord, WrongType
from maroc_offshoring.export.placing import path_of, placed

if TYPE_CHECKING:
    from maroc_offshoring.display.charts.canvas import Chart

FORMATS = ("html", "pdf", "png", "svg")
"""What a chart is saved as, by the end of the name of its file."""

_MOST = 10.0  # times as many pixels


def svg(chart: Chart, *, language: str | None = None, fonts: str | PathLike[str] | None = None) -> str:
    """Draw a chart as SVG, to be put into a page as it is.

    Args:
        chart: A chart of this module or any other of altair.
        language: How numbers and dates that a user added are written; None for the language that it was made in.
        fonts: A folder of fonts to draw with, for Arabic where the system has none; see `docs/charts.md`.

    Returns:
        The text of one `svg` element, which needs no script and fetches nothing.

    Raises:
        InvalidField: Where there is no such folder.
        MissingExtra: Where altair or vl-convert is not installed.
        UnknownWord: Where the language is another.
        WrongType: Where it is no chart.

    Example:
        >>> import maroc_offshoring as mo
        >>> memoranda = mo.load().commitments.where(agreement="2022-04-20-outsourcing-memoranda")
        >>> mo.charts.svg(mo.charts.waterfall(memoranda.total("jobs"), language="fr"))[:16]
        '<svg role="img" '
    """
    spec = _spec(chart)
    spec["config"] = {**spec.get("config", {}), "aria": False}  # the picture is described once, as a whole
    drawn = paint("svg", spec, LOCALES[_language(spec, language)], fonts).decode("utf-8")
    label = escape(str(spec.get("description", "")), quote=True)
    # A page that is read from the right would else turn each text around the point where it stands.
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" direction="ltr" ', 1)


def save(
    chart: Chart,
    path: str | PathLike[str],
    *,
    language: str | None = None,
    overwrite: bool = False,
    fonts: str | PathLike[str] | None = None,
    scale: float = 2,
) -> None:
    """Save a chart as a file: `.svg`, `.png`, `.pdf`, or `.html` that opens without a network.

    Args:
        chart: A chart of this module or any other of altair.
        path: Where the file shall stand; the end of its name says what it is.
        language: As for :func:`svg`.
        overwrite: Whether a file that stands there is replaced.
        fonts: As for :func:`svg`; of HTML, the browser chooses the fonts.
        scale: How many pixels of a PNG stand for one of the chart.

    Raises:
        InvalidField: Where a file stands there and shall not be replaced, where the folder is missing, or where the
            scale is out of range.
        MissingExtra: Where altair or vl-convert is not installed.
        OSError: Where it cannot be written; then nothing has changed.
        UnknownWord: Where the language or the end of the name is another.
        WrongType: Where it is no chart or no path.

    Example:
        >>> import maroc_offshoring as mo, pathlib, tempfile
        >>> chart = mo.charts.waterfall(mo.load().commitments.where(place="Oriental").total("jobs"), language="ar")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mo.charts.save(chart, pathlib.Path(folder, "oriental.png"))
        ...     pathlib.Path(folder, "oriental.png").read_bytes()[1:4]
        b'PNG'
    """
    format = path_of(path, "path", "a file").suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise UnknownWord("format of a chart", format, FORMATS)
    if isinstance(scale, bool) or not isinstance(scale, (int, float)):
        raise WrongType("scale", scale, "a number of pixels, such as 2")
    if not 0 < scale <= _MOST:
        raise InvalidField("scale", scale, f"a number above 0, up to {_MOST:g}")
    spec = _spec(chart)
    known = _language(spec, language)
    with placed(path, overwrite=overwrite) as (temporary,):
        if format == "svg":
            drawn = svg(chart, language=known, fonts=fonts).encode()
        elif format == "html":
            drawn = page(spec, known).encode()
        else:
            drawn = paint(format, spec, LOCALES[known], fonts, scale)
        temporary.write_bytes(drawn)


def _spec(chart: Any) -> dict[str, Any]:
    if not isinstance(chart, altair().TopLevelMixin):
        raise WrongType("chart", chart, "a chart of altair, such as mo.charts.promised(ds)")
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _language(spec: dict[str, Any], asked: str | None) -> str:
    return language_of(spec.get("usermeta", {}).get(MARK, {}).get("language", "en") if asked is None else asked)
