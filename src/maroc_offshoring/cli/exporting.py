"""`export`: the record for other software."""

from __future__ import annotations

import argparse

from maroc_offshoring.cli.asking import take_records
from maroc_offshoring.cli.placing import placed

EXAMPLES = """\
examples:
  maroc-offshoring export sqlite record.db     a database, also for Datasette
  maroc-offshoring export datapackage record   CSV tables, for R and portals
  maroc-offshoring export xlsx record.xlsx     a workbook
  maroc-offshoring export json record.json --overwrite
  maroc-offshoring export sqlite mine.db --records my_records

exit status: 0 where it is written, 1 where it could not be, 2 on a wrong call;
nothing is replaced unasked
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    from maroc_offshoring.export.exporting import FORMATS

    formats = "; ".join(f"{name}: {meaning}" for name, meaning in FORMATS.items())
    parser.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=formats)
    parser.add_argument("path", metavar="PATH", help="the file, or of datapackage and sdmx the folder")
    take_records(parser)
    parser.add_argument("--overwrite", action="store_true", help="replace what stands there")


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Write the record for other software.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.reference import load

    return placed(
        parser, call.path, lambda: load(*call.records).export(call.format, call.path, overwrite=call.overwrite)
    )
