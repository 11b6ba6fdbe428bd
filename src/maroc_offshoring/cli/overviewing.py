"""`overview`: what the record holds, by kind and year, and how fresh it is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from maroc_offshoring.cli.asking import dataset_of, take_dataset, take_form
from maroc_offshoring.cli.commands import OK
from maroc_offshoring.cli.drawing import draw
from maroc_offshoring.cli.printing import write_json

if TYPE_CHECKING:
    from maroc_offshoring.dataset.coverage import Coverage

EXAMPLES = """\
examples:
  maroc-offshoring overview                       by kind, and by measure
  maroc-offshoring overview --language fr
  maroc-offshoring overview --as-of 2020-12-31    as known at that date
  maroc-offshoring overview --records my_records  with your own records
  maroc-offshoring overview --json                by kind, measure and year

exit status: 0 where the records load, 1 where they do not, 2 on a wrong call
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    take_dataset(parser)
    take_form(parser)


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Print what the record holds.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    held = dataset_of(call).coverage()
    if call.json:
        write_json(_as_json(held))
    else:
        draw(held, call)
    return OK


def _as_json(held: Coverage) -> dict[str, Any]:
    dates = {"published": held.published, "known_on": held.known_on, "latest_source": held.latest_source}
    return {
        "version": held.version,
        **{name: None if date is None else str(date) for name, date in dates.items()},
        "undated_sources": held.undated_sources,
        "records": held.records,
        "counts": held.rows(),
    }
