"""`show`: one record with all that it states and who says so."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, cast

from maroc_offshoring.cli.asking import dataset_of, take_dataset, take_form
from maroc_offshoring.cli.commands import OK
from maroc_offshoring.cli.drawing import draw
from maroc_offshoring.cli.printing import say, write_json
from maroc_offshoring.model.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maroc_offshoring.dataset import Dataset
    from maroc_offshoring.model import Record, Source

EXAMPLES = """\
examples:
  maroc-offshoring show 2022-04-20-phoneo       an agreement and a commitment
                                                have this id: both are shown
  maroc-offshoring show 2022-04-20-phoneo --kind commitments
  maroc-offshoring show "Casa-shore"            a name, if it names one thing
  maroc-offshoring show MA-02 --language ar
  maroc-offshoring show oujda --json            as the library's JSON has it

exit status: 0 where it is found, 1 where nothing is named so or several things
are, 2 on a wrong call
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.usage = f"{parser.prog} ID [option ...]"
    parser.add_argument("name", nargs="+", metavar="ID", help="the id of a record, or a name of it")
    parser.add_argument("--kind", action="append", metavar="KIND", help="only among these: sites, places, operators…")
    take_dataset(parser)
    take_form(parser)


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Show a record.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    found = _named(dataset_of(call), " ".join(call.name), call.kind)
    if call.json:
        from maroc_offshoring.export.converter import to_dict

        write_json({"records": [{"kind": kind_of(one), "record": to_dict(one)} for one in found]})
        return OK
    for number, one in enumerate(found):
        if number:
            say("")
        draw(one, call)
    return OK


def _named(dataset: Dataset, text: str, kinds: Sequence[str] | None) -> Sequence[Record | Source]:
    """The records that have an id, which may be of several kinds; else the one record that has a name."""
    from maroc_offshoring.dataset.search import kinds_asked
    from maroc_offshoring.names import NameIndex

    wanted = kinds_asked(kinds)
    records = [record for record in dataset.records() if kind_of(record) in wanted]
    same = [record for record in records if record.id == text]
    if same:
        return same
    names: NameIndex[Any] = NameIndex("record", cast("list[Any]", records))
    return [names.find(text)]
