"""Commands that write a file: what they end with where it cannot be written."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from maroc_offshoring.cli.commands import BAD, OK
from maroc_offshoring.cli.printing import complain, printable
from maroc_offshoring.errors import MarocOffshoringError


def placed(parser: argparse.ArgumentParser, path: str, write: Callable[[], None]) -> int:
    """Write what a command writes, and say so where the system does not let it.

    Args:
        parser: The parser of the command.
        path: Where it shall stand.
        write: What writes it.

    Returns:
        The exit status.

    Raises:
        MarocOffshoringError: Where the library refuses it; the command line says that of every command alike.
    """
    try:
        write()
    except OSError as fault:
        if isinstance(fault, MarocOffshoringError):
            raise
        complain(parser, f"cannot write {printable(path)}: {fault.strerror or fault}")
        return BAD
    return OK
