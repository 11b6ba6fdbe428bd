"""The command line: `maroc-offshoring check` and what follows it.

Results go to the standard output, what is wrong with the call to the standard error. The exit status is 0 where all is
well, 1 where the answer is bad news, 2 where the call was not understood.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maroc_offshoring.errors import MarocOffshoringError

if TYPE_CHECKING:
    from maroc_offshoring.problems import Problem
    from maroc_offshoring.reference.checking import Review

_OK, _BAD, _USAGE = 0, 1, 2
_BROKEN_PIPE = 141  # what a shell reports of a program that a closed pipe ended
_INTERRUPTED = 130

_CHECK = """\
examples:
  maroc-offshoring check                        the reference dataset itself
  maroc-offshoring check my_records             a folder, laid over the reference dataset
  maroc-offshoring check ours theirs            two folders, the second laid over the first
  maroc-offshoring check --alone my_records     a folder without the reference dataset
  maroc-offshoring check --json my_records      for a program to read

exit status: 0 where the records load, 1 where they have errors (with --strict: or warnings), 2 on a wrong call
"""

_DRAFT = """\
examples:
  maroc-offshoring draft article.txt > my_records/article.toml   drafts of an article, to be checked by hand
  maroc-offshoring draft --published 2026-03-14 article.txt      `d'ici trois ans` counts from the date of the article
  maroc-offshoring draft page.html                               a web page that was saved (needs the extra `text`)
  pbpaste | maroc-offshoring draft -                             the standard input
  maroc-offshoring draft --table article.txt                     a table to look at

exit status: 0 where something was drafted, 1 where the article cannot be read or holds no figure, 2 on a wrong call
"""


_EXPORT = """\
examples:
  maroc-offshoring export sqlite record.db           a database, for SQL and Datasette
  maroc-offshoring export datapackage record         a folder of CSV tables, for R, spreadsheets and data portals
  maroc-offshoring export xlsx record.xlsx           a workbook
  maroc-offshoring export json record.json --overwrite
  maroc-offshoring export sqlite mine.db --records my_records

exit status: 0 where it is written, 1 where it could not be, 2 on a wrong call; nothing is replaced unasked
"""


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
    parser = _parser()
    call = parser.parse_args(arguments)
    run: Callable[[argparse.ArgumentParser, argparse.Namespace], int] = call.run
    try:
        status = run(call.parser, call)
        sys.stdout.flush()
    except MarocOffshoringError as error:
        _print(f"{parser.prog}: {error}", sys.stderr)
        return _BAD
    except BrokenPipeError:
        # The reader has what it wanted. What is left in the buffer must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    from maroc_offshoring._version import __version__

    parser = argparse.ArgumentParser(
        prog="maroc-offshoring",
        description="The open, cited record of Morocco's offshoring sector.",
        epilog="maroc-offshoring COMMAND --help says more of a command",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_draft(commands)
    _add_export(commands)
    return parser


def _command(commands: Any, name: str, summary: str, epilog: str, run: Callable[..., int]) -> argparse.ArgumentParser:
    """Add a command, which a function of its own runs."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run, parser=parser)
    return parser


# check


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", "check record files, and name every error and warning", _CHECK, _check)
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="a folder with record files, or one such file")
    parser.add_argument("--alone", action="store_true", help="do not lay the records over the reference dataset")
    parser.add_argument("--strict", action="store_true", help="exit with 1 on warnings too")
    parser.add_argument("--json", action="store_true", help="write the findings as one JSON object")


def _check(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    from maroc_offshoring.reference.checking import review

    for folder in call.folders:
        if not os.path.lexists(folder):
            parser.error(f"there is no {_printable(folder)!r} here ({Path.cwd()})")
    if call.alone and not call.folders:
        parser.error("--alone needs a FOLDER")
    found = review(*call.folders, alone=call.alone)
    if call.json:
        _print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        colours = _colours(sys.stdout)
        for problem in found.problems:
            _print(_line(problem, colours=colours))
        beneath = ", laid over the reference dataset" if call.folders and not call.alone else ""
        _print(f"{_counts(found)}{beneath}.")
    return _BAD if found.errors or (call.strict and found.warnings) else _OK


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
    rest = ": ".join(_printable(part) for part in parts if part)
    return f"{_printable(where)}: {severity}: {rest}" if where else f"{severity}: {rest}"


def _counts(found: Review) -> str:
    errors, warnings = (
        f"{number or 'no'} {word}{'' if number == 1 else 's'}"
        for number, word in ((len(found.errors), "error"), (len(found.warnings), "warning"))
    )
    files = f" of {found.files} file{'' if found.files == 1 else 's'}" if found.files else ""
    text = f"{errors} and {warnings} in {found.records} record{'' if found.records == 1 else 's'}{files}"
    return f"{text[0].upper()}{text[1:]}"


# draft


def _add_draft(commands: Any) -> None:
    parser = _command(commands, "draft", "draft records of an article, to be checked by hand", _DRAFT, _draft)
    parser.add_argument("article", metavar="ARTICLE", help="a text or a saved web page in UTF-8; - for standard input")
    parser.add_argument("--source", metavar="ID", help="the source that it is; else a stub of one is written")
    parser.add_argument("--published", metavar="DATE", help="when it was published: 2026-03-14, 2026-03 or 2026")
    parser.add_argument("--language", choices=("fr", "en"), help="its language, where its words do not tell")
    parser.add_argument("--records", metavar="FOLDER", action="append", default=[], help="your own records, laid over")
    parser.add_argument("--html", action="store_true", help="read it as a web page, whatever its name")
    parser.add_argument("--table", action="store_true", help="print a table to look at, and no record file")


def _draft(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    from maroc_offshoring.dates import PartialDate
    from maroc_offshoring.reference import load
    from maroc_offshoring.text.articles import draft_page, read_article

    if call.article != "-" and not Path(call.article).is_file():
        parser.error(f"there is no file {_printable(call.article)!r} here ({Path.cwd()})")
    published = None if call.published is None else PartialDate.of(call.published)
    try:
        content = sys.stdin.buffer.read() if call.article == "-" else Path(call.article).read_bytes()
    except OSError as fault:
        _print(f"{parser.prog}: cannot read {_printable(call.article)}: {fault.strerror}", sys.stderr)
        return _BAD
    page = read_article(content, "" if call.article == "-" else call.article, html=call.html)
    made = draft_page(
        page, dataset=load(*call.records), source=call.source, published=published, language=call.language
    )
    left = f"; {_number(len(made.unplaced), 'figure')} left aside" if made.unplaced else ""
    if not made.drafts:
        told = "no figure of the article is told as a promise, an aim or a measurement"
        _print(f"{parser.prog}: nothing to draft: {told}{left}", sys.stderr)
        return _BAD
    if call.table:
        _print(repr(made))
        return _OK
    _write(made.to_toml())
    sure = f"{len(made.records)} of them sure enough to stand as they are"
    _print(f"{parser.prog}: {_number(len(made), 'draft')}, {sure}{left}", sys.stderr)
    return _OK


# export


def _add_export(commands: Any) -> None:
    from maroc_offshoring.export.exporting import FORMATS

    parser = _command(commands, "export", "write the record for other software", _EXPORT, _export)
    formats = "; ".join(f"{name}: {meaning}" for name, meaning in FORMATS.items())
    parser.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=formats)
    parser.add_argument("path", metavar="PATH", help="the file, or of datapackage and sdmx the folder")
    parser.add_argument("--records", metavar="FOLDER", action="append", default=[], help="your own records, laid over")
    parser.add_argument("--overwrite", action="store_true", help="replace what stands there")


def _export(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    from maroc_offshoring.reference import load

    try:
        load(*call.records).export(call.format, call.path, overwrite=call.overwrite)
    except OSError as fault:
        if isinstance(fault, MarocOffshoringError):
            raise
        _print(f"{parser.prog}: cannot write {_printable(call.path)}: {fault.strerror or fault}", sys.stderr)
        return _BAD
    return _OK


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


# What all commands share


def _colours(stream: Any) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _printable(text: str) -> str:
    """Escape what could steer a terminal: control signs, and the marks that turn the direction of what follows."""
    return "".join(
        sign if sign.isprintable() or sign in "\u200c\u200d" else sign.encode("unicode_escape").decode()
        for sign in text
    )


def _write(text: str) -> None:
    """Write a file to the standard output, in UTF-8 whatever the terminal takes."""
    to = getattr(sys.stdout, "buffer", None)
    if to is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        to.write(text.encode("utf-8"))
        to.flush()


def _print(text: str, stream: Any = None) -> None:
    """Print a text, with escapes in place of signs that the stream has no bytes for."""
    to = stream or sys.stdout
    encoding = getattr(to, "encoding", None) or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=to)
