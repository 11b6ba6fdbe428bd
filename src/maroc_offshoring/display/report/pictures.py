"""The pictures of a report: its map and its charts, each a picture of the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from maroc_offshoring.delivery import Delivery
from maroc_offshoring.display.markup import blocks
from maroc_offshoring.display.report import words
from maroc_offshoring.display.report.scope import Scope
from maroc_offshoring.display.showing import view
from maroc_offshoring.display.view import Table
from maroc_offshoring.errors import MissingExtra

_TAG = re.compile(r'<\w+(?:\s+[\w:-]+="[^"]*")*\s*/?>')
_SPEAKING = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
_PARTS = 10  # of a sum
_ROWS = 25  # of the announcements: the ledger has them all
_ID = re.compile(r'(?<=\sid=")[^"]+(?=")')


def the_map(scope: Scope, *, outlines: bool) -> str:
    """Draw the map: the jobs promised by region, and the sites.

    Args:
        scope: What the report is of.
        outlines: Whether the regions have their outlines.

    Returns:
        The picture and the table of its values, as HTML.
    """
    from maroc_offshoring.display.maps import map as draw

    reader = scope.reader
    narrowed = {} if scope.place is None else {"place": scope.place}
    sites = scope.dataset.sites.where(**narrowed)
    jobs = scope.commitments.breakdown("jobs", by="region")
    drawn = draw(jobs, sites=sites, outlines=outlines, language=reader.language)
    values = [block for block in view(jobs, reader.language, None).blocks if isinstance(block, Table)]
    return "\n".join([
        _framed("map", reader.say(words.MAP), inlined(drawn.svg, "map")),
        f'<details class="maroc-show"><summary>{escape(reader.say(words.VALUES))}</summary>',
        blocks(values, reader.language),
        "</details>",
    ])  # fmt: skip


def the_charts(scope: Scope) -> str:
    """Draw the charts.

    Args:
        scope: What the report is of.

    Returns:
        The pictures, as HTML.

    Raises:
        MissingExtra: Where the packages that draw them are not installed; it also says how to do without.
    """
    try:
        from maroc_offshoring.display import charts

        pictures = [
            _framed(
                "chart",
                f"{scope.reader.say(words.CHARTS)} {number}",
                inlined(whole(charts.svg(chart)), f"chart{number}"),
            )
            for number, chart in enumerate(_drawn(scope), 1)
        ]
    except MissingExtra as missing:
        feature = f"{missing.feature} (charts=False makes a report without charts)"
        raise MissingExtra(feature, missing.package, missing.extra) from None
    return "\n".join(pictures)


def _drawn(scope: Scope) -> Iterator[Any]:
    """The charts that have something to show."""
    from maroc_offshoring.display import charts

    language, place = scope.reader.language, scope.place
    jobs = scope.commitments.total("jobs")
    if jobs.counted:
        yield charts.promised(scope.commitments, language=language)
        yield charts.waterfall(jobs, rows=_PARTS, language=language)
    if place is None and len(scope.dataset.countries) != 1:
        return
    series = scope.dataset.series("jobs", place, basis="stock", segment=None, scope="offshoring")
    if len(series):
        yield charts.promised_and_measured(series, _of_the_place(scope), language=language)
    exports = scope.dataset.series("export_revenue", place, basis="flow", segment=None)
    if len(exports):
        yield charts.by_perimeter(exports, language=language)
    if len(scope.commitments):
        yield charts.announcements(scope.commitments, rows=_ROWS, language=language)


def _of_the_place(scope: Scope) -> Delivery | None:
    """The verdicts on jobs for just the place that the series is of, not for places in it."""
    if scope.delivery is None:
        return None
    where = scope.dataset.countries[0] if scope.place is None else scope.place
    return scope.delivery.where(lambda one: one.places == (where,), measure="jobs")


def _framed(kind: str, name: str, svg: str) -> str:
    """Put a picture into a frame, which scrolls where a window is too narrow for it, by keyboard too."""
    return f'<figure class="{kind}" role="region" tabindex="0" aria-label="{escape(name)}">{svg}</figure>'


def whole(svg: str) -> str:
    """Let a picture speak as one: its parts lose the roles and labels by which each would speak, or would be silent.

    Args:
        svg: The picture, which says what it shows.

    Returns:
        The picture.

    Example:
        >>> from maroc_offshoring.display.report.pictures import whole
        >>> print(whole('<svg role="img" aria-label="jobs"><g role="graphics-object" class="mark"></g></svg>'))
        <svg role="img" aria-label="jobs"><g class="mark"></g></svg>
    """
    head, end, parts = svg.partition(">")
    return head + end + _TAG.sub(lambda tag: _SPEAKING.sub("", tag[0]), parts)


def inlined(svg: str, prefix: str) -> str:
    """Make the ids of a picture its own, so that several stand in one page.

    Args:
        svg: The picture.
        prefix: What its ids begin with.

    Returns:
        The picture, in which every id and every reference to it is renamed.

    Example:
        >>> from maroc_offshoring.display.report.pictures import inlined
        >>> print(inlined('<svg><g id="a"/><use href="#a"/></svg>', "map"))
        <svg><g id="map-a"/><use href="#map-a"/></svg>
    """
    names = {name for tag in _TAG.findall(svg) for name in _ID.findall(tag)}
    return _TAG.sub(lambda tag: _renamed(tag[0], names, prefix), svg)


def _renamed(tag: str, names: set[str], prefix: str) -> str:
    for name in sorted(names):
        for before, after in ((' id="', '"'), ("url(#", ")"), ('href="#', '"')):
            tag = tag.replace(f"{before}{name}{after}", f"{before}{prefix}-{name}{after}")
    return tag
