"""`draft`: drafts of records out of an article."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from maroc_offshoring.cli.asking import date, take_records
from maroc_offshoring.cli.commands import BAD, OK
from maroc_offshoring.cli.printing import complain, number, printable, printable_lines, say, write

EXAMPLES = """\
examples:
  maroc-offshoring draft article.txt > new.toml   drafts, to be checked by hand
  maroc-offshoring draft --published 2026-03-14 article.txt
                             `d'ici trois ans` counts from the article's date
  maroc-offshoring draft page.html                a page that was saved (needs
                                                  the extra `text`)
  pbpaste | maroc-offshoring draft -              the standard input
  maroc-offshoring draft --table article.txt      a table to look at

exit status: 0 where something was drafted, 1 where the article cannot be read
or holds no figure, 2 on a wrong call
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes.

    Args:
        parser: The parser of the command.
    """
    parser.add_argument("article", metavar="ARTICLE", help="a text or a saved web page in UTF-8; - for standard input")
    parser.add_argument("--source", metavar="ID", help="the source that it is; else a stub of one is written")
    parser.add_argument(
        "--published", type=date, metavar="DATE", help="when it was published: 2026-03-14, 2026-03 or 2026"
    )
    parser.add_argument("--language", choices=("fr", "en"), help="its language, where its words do not tell")
    take_records(parser)
    parser.add_argument("--html", action="store_true", help="read it as a web page, whatever its name")
    parser.add_argument("--table", action="store_true", help="print a table to look at, and no record file")


def run(parser: argparse.ArgumentParser, call: argparse.Namespace) -> int:
    """Draft records of an article.

    Args:
        parser: The parser of the command.
        call: What was asked for.

    Returns:
        The exit status.
    """
    from maroc_offshoring.reference import load
    from maroc_offshoring.text.articles import draft_page, read_article

    if call.article != "-" and not os.path.isfile(call.article):  # a Path's may raise
        parser.error(f"there is no file {printable(call.article)!r} here ({Path.cwd()})")
    try:
        content = sys.stdin.buffer.read() if call.article == "-" else Path(call.article).read_bytes()
    except OSError as fault:
        complain(parser, f"cannot read {printable(call.article)}: {fault.strerror}")
        return BAD
    page = read_article(content, "" if call.article == "-" else call.article, html=call.html)
    made = draft_page(
        page, dataset=load(*call.records), source=call.source, published=call.published, language=call.language
    )
    left = f"; {number(len(made.unplaced), 'figure')} left aside" if made.unplaced else ""
    if not made.drafts:
        told = "no figure of the article is told as a promise, an aim or a measurement"
        complain(parser, f"nothing to draft: {told}{left}")
        return BAD
    if call.table:
        say(printable_lines(repr(made)))
        return OK
    write(made.to_toml())
    sure = f"{len(made.records)} of them sure enough to stand as they are"
    complain(parser, f"{number(len(made), 'draft')}, {sure}{left}")
    return OK
