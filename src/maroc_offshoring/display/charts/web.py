"""A page of one chart: everything it needs stands in it once, and nothing is fetched."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from maroc_offshoring.display.charts.engine import vl_convert
from maroc_offshoring.display.charts.locales import LOCALES

_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:"
_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 1rem; overflow-x: auto; font-family: sans-serif }}</style>
<script>{bundle}</script>
</head>
<body>
<main id="chart" dir="ltr" role="img" aria-label="{description}"></main>
<script>
vegaEmbed("#chart", {spec}, {options});
</script>
</body>
</html>
"""


def page(spec: dict[str, Any], language: str) -> str:
    """Write a page of one chart.

    Args:
        spec: The specification of Vega-Lite.
        language: `fr`, `en` or `ar`.

    Returns:
        The page, with Vega in it once. Names of strangers cannot leave the script that they stand in.

    Raises:
        MissingExtra: Where vl-convert is not installed.
    """
    options = {"renderer": "svg", "actions": False, **LOCALES[language]}
    title = spec.get("title", "")
    return _PAGE.format(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        policy=escape(_POLICY, quote=True),
        title=escape(str(title.get("text", "") if isinstance(title, dict) else title)),
        bundle=vl_convert().javascript_bundle().replace("</script", "<\\/script"),
        description=escape(str(spec.get("description", "")), quote=True),
        spec=_in_script(spec),
        options=_in_script(options),
    )


def _in_script(value: object) -> str:
    return (
        json.dumps(value, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
