"""`find`: the records of all kinds that a text fits, best first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from maroc_offshoring.cli.asking import dataset_of, take_dataset, take_form
from maroc_offshoring.cli.commands import BAD, OK
from maroc_offshoring.cli.drawing import draw_view
from maroc_offshoring.cli.plain_data import reference
from maroc_offshoring.cli.printing import complain, write_json

if TYPE_CHECKING:
    from maroc_offshoring.dataset.search import Match

EXAMPLES = """\
examples:
  maroc-offshoring find oujda                   in any spelling or language
  maroc-offshoring find "jobs oriental 2019"    every word should be there
  maroc-offshoring find الشرق --kind region --language ar
  maroc-offshoring find webhelp --limit 5 --json
  maroc-offshoring find casashoar               a word may be misspelled

exit status: 0 where something is found, 1 where nothing is, 2 on a wrong call
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.usage = f"{parser.prog} TEXT [option ...]"
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    parser.add_argument("--kind", action="append", metavar="KIND", help="only among these: sites, places, operators…")
    parser.add_argument("--limit", type=_limit, default=20, metavar="N", help="at the most so many; 20 unless given")
    take_dataset(parser)
    take_form(parser)


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Find records.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.display.showing import view

    text = " ".join(call.text)
    limit = None if call.all else call.limit
    found = dataset_of(call).find(text, call.kind, None)
    if call.json:
        shown = [_as_json(match, call.language) for match in found[:limit]]
        write_json({"text": text, "found": len(found), "matches": shown})
    elif found:
        draw_view(view(found, call.language, limit))
    else:
        complain(parser, f"nothing is found for {text!r}")
    return OK if found else BAD


def _limit(text: str) -> int:
    limit = int(text)
    if limit < 1:
        raise argparse.ArgumentTypeError(f"{limit} is not 1 or more")
    return limit


def _as_json(match: Match, language: str) -> dict[str, Any]:
    from maroc_offshoring.derivation import in_language

    return {
        **reference(match.record),
        "name": in_language(match.record, language),
        "matched": match.matched,
        "score": match.score,
        "exact": match.exact,
    }
