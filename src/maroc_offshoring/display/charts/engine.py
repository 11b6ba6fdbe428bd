"""The packages that draw: altair makes a chart, vl-convert turns it into a picture without a browser."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from maroc_offshoring.errors import MissingExtra

EXTRA = "charts"


def altair() -> Any:
    """Import altair.

    Returns:
        The module.

    Raises:
        MissingExtra: Where it is not installed.
    """
    try:
        return import_module("altair")
    except ImportError:
        raise MissingExtra("mo.charts", "altair", EXTRA) from None


def vl_convert() -> Any:
    """Import vl-convert.

    Returns:
        The module.

    Raises:
        MissingExtra: Where it is not installed.
    """
    try:
        return import_module("vl_convert")
    except ImportError:
        raise MissingExtra("a picture of a chart", "vl-convert-python", EXTRA) from None
