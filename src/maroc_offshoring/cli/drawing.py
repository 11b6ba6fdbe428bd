"""Drawing a result in the terminal: with rich where it is installed, with the standard library alone where it is not.

Both write the same words. Where the output goes into a file or another program, nothing is cut, folded or coloured,
and rich is not asked.
"""

from __future__ import annotations

import argparse
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from maroc_offshoring.cli.printing import has_colours, is_terminal, say, takes

if TYPE_CHECKING:
    from maroc_offshoring.display.view import View

_AS_WIDE_AS_IT_IS = 1_000_000


def draw(thing: Any, call: argparse.Namespace) -> None:
    """Print a result of the library.

    Args:
        thing: What :func:`maroc_offshoring.display.view` takes.
        call: The call, which says in which language, and whether all of it.
    """
    from maroc_offshoring.display.reader import ROWS
    from maroc_offshoring.display.showing import view

    whole = call.all or not is_terminal(sys.stdout)
    made = view(thing, call.language, None if whole else ROWS)
    draw_view(unfolded(made) if whole else made)
    if not whole and any(block.is_folded or block.more for block in made.blocks):
        say("--all shows the rest")


def draw_view(made: View) -> None:
    """Print a view.

    Args:
        made: The view.
    """
    if not is_terminal(sys.stdout):
        say(made.text(_AS_WIDE_AS_IT_IS))
        return
    width = get_terminal_size().columns
    say((_in_rich(made, width) if takes(sys.stdout, "─█") else None) or made.text(width))


def _in_rich(made: View, width: int) -> str | None:
    try:
        from maroc_offshoring.cli.rich_drawing import in_rich
    except ImportError:
        return None
    return in_rich(made, width, colours=has_colours(sys.stdout))


def unfolded(made: View) -> View:
    """Unfold what a page folds away.

    Args:
        made: A view.

    Returns:
        The same with all its tables and lists open.
    """
    from attrs import evolve

    return evolve(made, blocks=tuple(evolve(block, is_folded=False) for block in made.blocks))
