"""The commands: their names, and how the arguments of a call are read.

Each command is a module of this folder with `EXAMPLES`, `arguments`, which tells the parser what it takes, and `run`.
The module is imported when its command is called, so that no command pays for what another needs. To add one, write the
module and list it here.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from maroc_offshoring.cli.printing import printable

PROGRAM = "maroc-offshoring"
OK, BAD = 0, 1
"""The exit statuses of a command that was understood."""

COMMANDS = {
    "overview": ("overviewing", "say what the record holds, by kind and year"),
    "find": ("finding", "search the records for a text"),
    "show": ("showing", "show a record, all that it states and who says so"),
    "total": ("totalling", "add up promises, aims or measurements, nothing twice"),
    "convert": ("converting", "convert an amount at the rate of a year"),
    "report": ("reporting", "write one page to hand over, that needs no network"),
    "check": ("checking", "check record files, and name every error and warning"),
    "draft": ("drafting", "draft records of an article, to be checked by hand"),
    "export": ("exporting", "write the record for other software"),
}
"""The commands, each with its module and what it does."""


def call_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments of a call.

    Args:
        arguments: The arguments; None for those of the process.

    Returns:
        What the call asks for; its `run` takes its `parser` and itself.

    Raises:
        SystemExit: Where the call was not understood, or asked for help.
    """
    from maroc_offshoring._version import __version__

    parser = _Parser(
        prog=PROGRAM,
        description="The open, cited record of Morocco's offshoring sector.",
        epilog="maroc-offshoring COMMAND --help says more of a command",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Command)
    for name, (module, summary) in COMMANDS.items():
        commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.", module=module)
    return parser.parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """A parser that writes out what could steer a terminal when it says what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


class _Command(_Parser):
    """The parser of a command, which asks the module of the command for its arguments when it is called."""

    def __init__(self, *, module: str, **options: Any) -> None:
        super().__init__(**options, formatter_class=argparse.RawDescriptionHelpFormatter)
        self._module = module

    def parse_known_args(self, *args: Any, **options: Any) -> Any:
        command = import_module(f"maroc_offshoring.cli.{self._module}")
        self.epilog = command.EXAMPLES
        command.arguments(self)
        self.set_defaults(run=command.run, parser=self)
        return super().parse_known_args(*args, **options)
