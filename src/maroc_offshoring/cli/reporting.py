"""`report`: one page to hand over, that opens without a network."""

from __future__ import annotations

import argparse

from maroc_offshoring.cli.asking import LANGUAGES, dataset_of, take_dataset
from maroc_offshoring.cli.placing import placed

EXAMPLES = """\
examples:
  maroc-offshoring report offshoring.html            all of it, in French
  maroc-offshoring report oujda.html --place Oujda --language ar
  maroc-offshoring report mine.html --records my_records --overwrite
  maroc-offshoring report plain.html --no-charts     needs no extra

exit status: 0 where it is written, 1 where it could not be, 2 on a wrong call;
nothing is replaced unasked
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.add_argument("file", metavar="FILE", help="the HTML file")
    parser.add_argument("--language", choices=LANGUAGES, default="fr", help="of the report; fr unless given")
    parser.add_argument("--place", metavar="PLACE", help="only what is about this place and all within")
    parser.add_argument("--currency", default="MAD", metavar="CURRENCY", help="of the headline money; MAD unless given")
    parser.add_argument("--no-charts", action="store_true", help="leave the charts out; then no extra is needed")
    parser.add_argument("--no-outlines", action="store_true", help="a map of points and tiles alone")
    take_dataset(parser)
    parser.add_argument("--overwrite", action="store_true", help="replace what stands there")


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Write the report.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.display.report import report

    return placed(
        parser, call.file,
        lambda: report(
            dataset_of(call), call.file, language=call.language, place=call.place, currency=call.currency,
            charts=not call.no_charts, outlines=not call.no_outlines, overwrite=call.overwrite,
        ),
    )  # fmt: skip
