"""`total`: one measure added up over the promises, aims or measurements that fit, never counting a thing twice."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from maroc_offshoring.cli.asking import dataset_of, date, take_dataset, take_form
from maroc_offshoring.cli.commands import BAD, OK
from maroc_offshoring.cli.drawing import draw
from maroc_offshoring.cli.printing import complain, number, printable_lines, say, write_json
from maroc_offshoring.cli.wording import in_options
from maroc_offshoring.errors import InvalidField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maroc_offshoring.totals import Breakdown, Total

EXAMPLES = """\
examples:
  maroc-offshoring total jobs --by region
  maroc-offshoring total jobs --place Oujda --status open --explain
  maroc-offshoring total jobs --announced 2022 --by city --spread equally
  maroc-offshoring total investment --currency EUR --announced 2019..2022
  maroc-offshoring total investment --currency MAD --prices 2021
  maroc-offshoring total investment --of targets --plan pai-2014-2020
  maroc-offshoring total jobs --of observations --place Fès --period 2019

exit status: 0 where something is counted, 1 where nothing is or it cannot be
added up, 2 on a wrong call
"""

_CONDITIONS = {
    "place": ("PLACE", "a place and all within: a region, a city, a site"),
    "region": ("REGION", "a region"),
    "city": ("CITY", "a city"),
    "site": ("SITE", "a site"),
    "operator": ("COMPANY", "a company that promises, or whose figure it is"),
    "party": ("PARTY", "a company or institution, whatever its part"),
    "segment": ("SEGMENT", "a branch and its parts: ITO, CRM…"),
    "agreement": ("ID", "an agreement and its parts"),
    "announced": ("DATES", "when it was announced: 2022, 2019..2020"),
    "due": ("DATES", "by when it is promised or aimed at"),
    "period": ("DATES", "when it was measured"),
    "status": ("STATUS", "open, closed, or a status such as delivered"),
    "source": ("ID", "a source that it cites"),
    "part-of": ("ID", "a record that it is a part of"),
    "plan": ("ID", "a plan that set the aim"),
    "scope": ("SCOPE", "the sector that is counted"),
    "perimeter": ("PERIMETER", "the export series: old, new"),
    "nature": ("NATURE", "observed, derived, estimate or forecast"),
    "ids": ("ID", "this record"),
}
"""What records are selected by, as `where` takes it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.usage = f"{parser.prog} MEASURE [option ...]"
    parser.add_argument("measure", metavar="MEASURE", help="jobs, investment, export_revenue, revenue, companies…")
    parser.add_argument(
        "--of", choices=("commitments", "targets", "observations"), default="commitments",
        help="promises, unless aims or measurements are asked for: the three never add up together",
    )  # fmt: skip
    chosen = parser.add_argument_group("which records", "an option given twice means either")
    for name, (metavar, meaning) in _CONDITIONS.items():
        chosen.add_argument(f"--{name}", action="append", metavar=metavar, help=meaning)
    chosen.add_argument(
        "--basis", metavar="BASIS",
        help="of promises and aims: additional (unless given) or level; of measurements: stock, flow, cumulative",
    )  # fmt: skip
    added = parser.add_argument_group("how they are added")
    added.add_argument(
        "--by", action="append", metavar="KEY", help="take apart by region, operator, due…; or by several"
    )
    added.add_argument("--currency", metavar="CURRENCY", help="state money in this one; else one sum for each")
    added.add_argument("--on", type=date, metavar="DATE", help="the year of the rate; else the own year of each amount")
    added.add_argument("--prices", type=int, metavar="YEAR", help="state money at the prices of this year")
    added.add_argument(
        "--spread", type=_spread, metavar="HOW",
        help="split what is for several places: equally, or by weights such as 'Fès=2,Rabat=3'",
    )  # fmt: skip
    added.add_argument("--explain", action="store_true", help="print the working: what was added, what not, and why")
    take_dataset(parser)
    take_form(parser)


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Add up.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    given = {name.replace("-", "_"): getattr(call, name.replace("-", "_")) for name in _CONDITIONS}
    where = {name: value for name, value in given.items() if value is not None}
    how = {"currency": call.currency, "prices": call.prices, "spread": call.spread}
    if call.on is not None:
        how["on"] = str(call.on)
    if call.basis is not None:
        (where if call.of == "observations" else how)["basis"] = call.basis
    chosen = getattr(dataset_of(call), call.of).where(**where)
    try:
        total: Total = chosen.total(call.measure, **how)
    except InvalidField as error:
        parser.error(in_options(str(error)))
    by = [key.strip() for keys in call.by or () for key in keys.split(",")]
    parts = _taken_apart(total, by) if by else None
    found = total if parts is None else parts
    if call.json:
        from maroc_offshoring.cli.totals_data import total_data

        write_json({"of": call.of, **total_data(total, parts, explained=call.explain)})
    elif call.explain:
        say(printable_lines(found.explain("text", call.language)))
    elif total.counted or total.left_out:
        draw(found, call)
    if total.counted:
        return OK
    left = f"; {number(len(total.left_out), 'figure')} left out" if total.left_out else ""
    complain(parser, f"nothing is counted of {number(len(chosen), 'record')}{left}" if chosen else "no record fits")
    return BAD


def _taken_apart(total: Total, by: list[str]) -> Breakdown:
    from maroc_offshoring.totals import breakdown

    return breakdown(total, by)


def _spread(text: str) -> str | Mapping[str, Decimal]:
    """Read how to split: a word, or a weight for each place."""
    if "=" not in text:
        return text
    pairs = [part.rpartition("=") for part in text.split(",")]
    try:
        return {place.strip(): Decimal(weight.strip()) for place, _, weight in pairs}
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not written as 'Fès=2,Rabat=3'") from None
