"""The command line: `maroc-offshoring check` and its siblings, a module for each command.

Results go to the standard output, what is wrong with the call to the standard error. The exit status is 0 where all is
well, 1 where the answer is bad news or nothing is found, 2 where the call was not understood.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from maroc_offshoring.cli.commands import BAD, call_of
from maroc_offshoring.cli.printing import complain
from maroc_offshoring.cli.wording import in_options
from maroc_offshoring.errors import (
    InvalidDate,
    MarocOffshoringError,
    UnknownKeyword,
    UnknownWord,
    UnreadableFigure,
)

_BROKEN_PIPE = 141  # what a shell reports of a program that a closed pipe ended
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The arguments; None for those of the process.

    Returns:
        The exit status.

    Raises:
        SystemExit: Where the call was not understood, or asked for help.

    Example:
        >>> from maroc_offshoring.cli import main
        >>> main(["check", "examples/own_records"])  # doctest: +ELLIPSIS
        No errors and no warnings in ... of 3 files, laid over the reference dataset.
        0
    """
    call = call_of(arguments)
    parser: ArgumentParser = call.parser
    try:
        status: int = call.run(parser, call)
        sys.stdout.flush()
    except (InvalidDate, UnknownKeyword, UnknownWord, UnreadableFigure) as error:
        parser.error(in_options(str(error)))
    except MarocOffshoringError as error:
        complain(parser, in_options(str(error)))
        return BAD
    except BrokenPipeError:
        # The reader has what it wanted. What is left in the buffer must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status
