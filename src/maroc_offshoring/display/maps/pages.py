"""A map as HTML: the picture with the tables of its values, and a page for them."""

from __future__ import annotations

from collections.abc import Sequence

from maroc_offshoring.display.maps import svg
from maroc_offshoring.display.view import View

# On a telephone the map is moved sideways rather than made too small to be read; keys can move it too.
_PLACE = "max-width:60rem;overflow-x:auto"
_NARROWEST = "min-width:40rem"
_PAGE = (
    ":root{color-scheme:light dark}"
    "body{margin:1rem auto;padding:0 1rem;max-width:60rem;"
    "font-family:system-ui,'Noto Sans','Noto Sans Arabic',sans-serif}"
    "h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
)


def picture_and_tables(title: str, picture: str, views: Sequence[View], *, styled: bool) -> str:
    """Put the tables of a map below its picture.

    Args:
        title: The title of the map.
        picture: The picture.
        views: The views of what it shows.
        styled: Whether the style of the tables goes with them.

    Returns:
        The HTML.
    """
    tables = [view.html(styled=styled and number == 0) for number, view in enumerate(views)]
    return "\n".join(
        [
            f'<div class="maroc-map" role="group" tabindex="0" aria-label="{svg.plain(title)}" style="{_PLACE}">'
            f'<div style="{_NARROWEST}">{picture}</div></div>',
            *(f'<div style="margin-top:1em">{table}</div>' for table in tables),
        ]
    )


def page(title: str, language: str, inside: str) -> str:
    """Make a page.

    Args:
        title: Its title.
        language: `fr`, `en` or `ar`.
        inside: What stands on it, as HTML.

    Returns:
        The page, which fetches nothing.
    """
    direction = "rtl" if language == "ar" else "ltr"
    return f"""<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{svg.plain(title)}</title>
<style>{_PAGE}</style>
</head>
<body>
<main>
<h1>{svg.plain(title)}</h1>
{inside}
</main>
</body>
</html>
"""
