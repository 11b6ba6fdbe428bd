"""The order in which rows of one kind are made: each after those of its own kind that it refers to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from maroc_offshoring.files.rows import Row
from maroc_offshoring.model.kinds import LINKS
from maroc_offshoring.problems import Problem

_SHOWN = 8


def in_order(rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """Order the rows of one kind, in time that grows with the number of links.

    Args:
        rows: The rows, each with an id of its own.
        problems: Where each circle is reported, at the row that closes it.

    Returns:
        The rows, those that others refer to first; a row that closes a circle comes before what it refers to.
    """
    by_id = {row.id: row for row in rows}
    ordered: list[Row] = []
    done: set[str] = set()
    for first, row in by_id.items():
        if first in done:
            continue
        own_links = _links(row)
        if not own_links:
            done.add(first)
            ordered.append(row)
            continue
        # A walk into the depth without recursion: a chain of promises may be longer than Python's stack.
        way = {first: 0}
        waiting = [(first, iter(own_links))]
        while waiting:
            name, links = waiting[-1]
            for link, field in links:
                if link in way:
                    steps = len(way) - way[link]
                    circle = list(islice(reversed(way), steps))[::-1] if steps <= _SHOWN else [link, "…", name]
                    problems.append(by_id[name].problem(f"runs in a circle: {' → '.join([*circle, link])}", field))
                elif link in by_id and link not in done:
                    way[link] = len(way)
                    waiting.append((link, iter(_links(by_id[link]))))
                    break
            else:
                waiting.pop()
                del way[name]
                done.add(name)
                ordered.append(by_id[name])
    return ordered


def _links(row: Row) -> list[tuple[str, str]]:
    """The ids that a row may refer to in its own kind, each with its field."""
    values = row.values
    links: list[tuple[str, str]] = []
    for field in LINKS:
        if field in values:
            value = values[field]
            links += [
                (name, field) for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)
            ]
    return links
