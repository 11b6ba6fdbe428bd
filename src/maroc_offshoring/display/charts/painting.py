"""Painting: vl-convert draws a specification, with the locale and the fonts of this one call."""

from __future__ import annotations

import json
import subprocess
import sys
from os import PathLike
from typing import Any

from maroc_offshoring.display.charts.engine import vl_convert
from maroc_offshoring.errors import InvalidField
from maroc_offshoring.export.placing import path_of

# Fonts that are once registered stay for the life of a process; so those of one call get a process of their own.
_APART = """
import json, sys
asked = json.load(sys.stdin)
sys.path[:] = asked["path"]
import vl_convert
vl_convert.register_font_directory(asked["fonts"])
drawn = getattr(vl_convert, asked["function"])(asked["spec"], **asked["options"])
sys.stdout.buffer.write(drawn.encode("utf-8") if isinstance(drawn, str) else drawn)
"""
_PIXELS = 72  # in an inch, as vl-convert counts


def paint(
    format: str, spec: dict[str, Any], locale: dict[str, Any], fonts: str | PathLike[str] | None, scale: float = 1
) -> bytes:
    """Draw a specification.

    Args:
        format: `svg`, `png` or `pdf`.
        spec: The specification of Vega-Lite.
        locale: The locales of numbers and dates, as :data:`~maroc_offshoring.display.charts.locales.LOCALES` has them.
        fonts: A folder of fonts; None for those of the system.
        scale: How many pixels of a PNG stand for one of the chart.

    Returns:
        The bytes of the picture.

    Raises:
        InvalidField: Where there is no such folder.
        MissingExtra: Where vl-convert is not installed.
        RuntimeError: Where it fails, with what it says.
    """
    painter = vl_convert()
    function = f"vegalite_to_{format}"
    options: dict[str, Any] = {
        "format_locale": locale["formatLocale"], "time_format_locale": locale["timeFormatLocale"],
    } | ({"scale": scale, "ppi": _PIXELS} if format == "png" else {})  # fmt: skip
    if fonts is None:
        drawn = getattr(painter, function)(spec, **options)
        return drawn.encode("utf-8") if isinstance(drawn, str) else bytes(drawn)
    folder = path_of(fonts, "fonts", "a folder of fonts").resolve()
    if not folder.is_dir():
        raise InvalidField("fonts", str(fonts), "a folder of fonts that is there")
    asked = {"path": sys.path, "fonts": str(folder), "function": function, "spec": spec, "options": options}
    command = [sys.executable, "-c", _APART]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
