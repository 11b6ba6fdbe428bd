"""`check`: every error and warning of record files."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maroc_offshoring.cli.commands import BAD, OK
from maroc_offshoring.cli.printing import has_colours, printable, say, write_json

if TYPE_CHECKING:
    from maroc_offshoring.problems import Problem
    from maroc_offshoring.reference.checking import Review

EXAMPLES = """\
examples:
  maroc-offshoring check                     the reference dataset itself
  maroc-offshoring check my_records          a folder, laid over the reference
  maroc-offshoring check ours theirs         two, the second over the first
  maroc-offshoring check --alone my_records  without the reference dataset
  maroc-offshoring check --json my_records   for a program to read

exit status: 0 where the records load, 1 where they have errors (with --strict:
or warnings), 2 on a wrong call
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="a folder with record files, or one such file")
    parser.add_argument("--alone", action="store_true", help="do not lay the records over the reference dataset")
    parser.add_argument("--strict", action="store_true", help="exit with 1 on warnings too")
    parser.add_argument("--json", action="store_true", help="write the findings as one JSON object")


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Check record files.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.reference.checking import review

    for folder in call.folders:
        if not os.path.lexists(folder):
            parser.error(f"there is no {printable(folder)!r} here ({Path.cwd()})")
    if call.alone and not call.folders:
        parser.error("--alone needs a FOLDER")
    found = review(*call.folders, alone=call.alone)
    if call.json:
        write_json(_as_json(found))
    else:
        colours = has_colours(sys.stdout)
        for problem in found.problems:
            say(_line(problem, colours=colours))
        beneath = ", laid over the reference dataset" if call.folders and not call.alone else ""
        say(f"{_counts(found)}{beneath}.")
    return BAD if found.errors or (call.strict and found.warnings) else OK


def _as_json(found: Review) -> dict[str, Any]:
    names = ("severity", "file", "line", "kind", "record", "field", "message")
    return {
        "errors": len(found.errors),
        "warnings": len(found.warnings),
        "records": found.records,
        "files": found.files,
        "problems": [{name: getattr(problem, name) for name in names} for problem in found.problems],
    }


def _line(problem: Problem, *, colours: bool) -> str:
    """A problem as compilers write it, which editors know how to follow: file, line, severity, message."""
    where = f"{problem.file}:{problem.line}" if problem.line else problem.file
    severity = problem.severity
    if colours:
        severity = f"\x1b[{31 if severity == 'error' else 33}m{severity}\x1b[0m"
    parts = (f"{problem.kind} {problem.record}".strip(), problem.field, problem.message)
    rest = ": ".join(printable(part) for part in parts if part)
    return f"{printable(where)}: {severity}: {rest}" if where else f"{severity}: {rest}"


def _counts(found: Review) -> str:
    errors, warnings = (
        f"{number or 'no'} {word}{'' if number == 1 else 's'}"
        for number, word in ((len(found.errors), "error"), (len(found.warnings), "warning"))
    )
    files = f" of {found.files} file{'' if found.files == 1 else 's'}" if found.files else ""
    text = f"{errors} and {warnings} in {found.records} record{'' if found.records == 1 else 's'}{files}"
    return f"{text[0].upper()}{text[1:]}"
