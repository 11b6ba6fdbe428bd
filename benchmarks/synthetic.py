"""Commitments made up for measuring: of real operators, cities and sources, about 330 bytes each as JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import maroc_offshoring as mo


def promises(count: int, ds: mo.Dataset) -> Iterator[dict[str, Any]]:
    """Make up promises of jobs as plain values.

    Args:
        count: How many.
        ds: The dataset whose operators, cities and sources they name.

    Yields:
        The promises, each the same for the same number at every call.
    """
    operators, cities, sources = ds.operators.ids, ds.cities.ids, ds.sources.ids
    for number in range(count):
        yield {
            "id": f"made-up-{number:07}",
            "title": f"Extension of a site, phase {number % 97}",
            "made_by": [operators[number % len(operators)]],
            "places": [cities[number % len(cities)]],
            "segments": ["CRM"],
            "announced_on": f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
            "pledges": [
                {
                    "measure": "jobs",
                    "figure": {"value": 50 + number % 950, "unit": "job"},
                    "due": str(2015 + number % 15),
                    "basis": "additional",
                }
            ],
            "citations": [sources[number % len(sources)]],
        }


@contextmanager
def json_lines(count: int, ds: mo.Dataset) -> Generator[Path]:
    """Write made-up promises to a file of JSON Lines.

    Args:
        count: How many.
        ds: The dataset whose operators, cities and sources they name.

    Yields:
        The file, which is there while the block runs.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "promises.jsonl")
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(values, separators=(",", ":")) + "\n" for values in promises(count, ds))
        yield path
