"""`convert`: an amount in another currency or at the prices of another year, with the rate, its year and its source."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from maroc_offshoring.cli.asking import date, take_form
from maroc_offshoring.cli.commands import OK
from maroc_offshoring.cli.drawing import draw_view, unfolded
from maroc_offshoring.cli.plain_data import figure_data
from maroc_offshoring.cli.printing import write_json

if TYPE_CHECKING:
    from maroc_offshoring.display.view import View
    from maroc_offshoring.figures import Figure

EXAMPLES = """\
examples:
  maroc-offshoring convert "65 MDH" EUR --on 2022    at its average rate
  maroc-offshoring convert "plus de 1,5 MMDH" USD --on 2019-04
  maroc-offshoring convert "1.200 MDH" EUR --on 2022 --reads fr
                                       where 1.200 could be read in two ways
  maroc-offshoring convert "20 MEUR" MAD --on 2025 --rate end
  maroc-offshoring convert "65 MDH" EUR --on 2022 --json

exit status: 0 where it is converted, 1 where no rate is held or it is no
money, 2 where the call is not understood
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.usage = f"{parser.prog} AMOUNT CURRENCY --on DATE [option ...]"
    parser.add_argument("amount", metavar="AMOUNT", help="as the press prints it: '65 MDH', '1,5 milliard de dirhams'")
    parser.add_argument("to", metavar="CURRENCY", help="MAD, EUR, USD, GBP or CAD; of what is per job, EUR/job")
    parser.add_argument("--on", required=True, type=date, metavar="DATE", help="the year of the rate, or a date in it")
    parser.add_argument("--rate", choices=("average", "end"), default="average", help="of the year, or at its end")
    parser.add_argument(
        "--reads", choices=("fr", "en", "ar"), help="the language of the amount, where it can be doubted"
    )
    take_form(parser)


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Convert an amount.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.figures import parse_figure
    from maroc_offshoring.money import convert

    amount = parse_figure(call.amount, call.reads)
    result: Figure = convert(amount, to=call.to.upper() if len(call.to) == 3 else call.to, on=call.on, kind=call.rate)
    if call.json:
        write_json({"amount": figure_data(amount), "on": str(call.on), "result": figure_data(result)})
    else:
        draw_view(_view(amount, result, call.language))
    return OK


def _view(amount: Figure, result: Figure, language: str) -> View:
    """The result, below it what was converted and between which bounds it lies, and by which rate of whom."""
    from attrs import evolve

    from maroc_offshoring.display import words
    from maroc_offshoring.display.reader import Reader
    from maroc_offshoring.display.showing import view
    from maroc_offshoring.display.view import Row, Table, cell
    from maroc_offshoring.display.writing import written

    reader = Reader(language)
    given = Row((cell(reader.say(words.FIELDS["amount"])), written(amount, reader)))
    blocks = [
        evolve(block, rows=(given, *block.rows)) if isinstance(block, Table) else block
        for block in view(result, language).blocks
    ]
    return unfolded(evolve(view(result, language), blocks=tuple(blocks)))
