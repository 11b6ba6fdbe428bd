"""What most commands take: which records are meant, and how the answer is written."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from maroc_offshoring.errors import InvalidDate

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset
    from maroc_offshoring.dates import PartialDate

LANGUAGES = ("fr", "en", "ar")


def take_records(parser: argparse.ArgumentParser) -> None:
    """Take folders of the user's own records.

    Args:
        parser: The parser of a command.
    """
    parser.add_argument("--records", metavar="FOLDER", action="append", default=[], help="your own records, laid over")


def take_dataset(parser: argparse.ArgumentParser) -> None:
    """Take the user's own records, and a date to take the record back to.

    Args:
        parser: The parser of a command.
    """
    take_records(parser)
    parser.add_argument("--as-of", metavar="DATE", type=date, help="only what could be known then: 2020-12-31, 2020")


def take_form(parser: argparse.ArgumentParser) -> None:
    """Take how the answer is written.

    Args:
        parser: The parser of a command.
    """
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of names and words; en unless given")
    parser.add_argument(
        "--all", action="store_true", help="every row, every source; as it is where the output is piped"
    )
    parser.add_argument("--json", action="store_true", help="write one JSON object, for a program to read")


def date(text: str) -> PartialDate:
    """Read a date of the call.

    Args:
        text: The date.

    Returns:
        The date.

    Raises:
        ArgumentTypeError: Where it is none.
    """
    from maroc_offshoring.dates import PartialDate

    try:
        return PartialDate.of(text)
    except InvalidDate as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def dataset_of(call: argparse.Namespace) -> Dataset:
    """Load the records that a call is about.

    Args:
        call: The call.

    Returns:
        The reference dataset with the folders laid over it, taken back to the date of the call if it names one.
    """
    from maroc_offshoring.reference import load

    dataset = load(*call.records)
    return dataset if call.as_of is None else dataset.as_of(call.as_of)
