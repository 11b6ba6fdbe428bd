"""Printing: to whom, in which characters, and never what could steer a terminal."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any

_NO_BREAK = "\u00a0\u202f"  # between a number and its unit, and between thousands
_JOINERS = "\u200c\u200d"


def is_terminal(stream: Any) -> bool:
    """Say whether a person reads a stream.

    Args:
        stream: The stream.

    Returns:
        True for a terminal, False for a file and for another program.
    """
    return bool(stream.isatty())


def has_colours(stream: Any) -> bool:
    """Say whether a stream shows colours.

    Args:
        stream: The stream.

    Returns:
        True for a terminal that can, where nobody asked for none.
    """
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def takes(stream: Any, text: str) -> bool:
    """Say whether a stream has bytes for a text.

    Args:
        stream: The stream.
        text: The text.

    Returns:
        True where it can be written as it is.
    """
    try:
        text.encode(_encoding(stream))
    except UnicodeEncodeError:
        return False
    return True


def printable(text: str) -> str:
    """Escape what could steer a terminal: control signs, and the marks that turn the direction of what follows.

    Args:
        text: The text.

    Returns:
        The text with such signs written out; line ends too.
    """
    return "".join(
        sign if sign.isprintable() or sign in _JOINERS + _NO_BREAK else sign.encode("unicode_escape").decode()
        for sign in text
    )


def printable_lines(text: str) -> str:
    """Escape what could steer a terminal in a text of several lines.

    Args:
        text: The text.

    Returns:
        Its lines, each as :func:`printable` has it.
    """
    return "\n".join(map(printable, text.split("\n")))


def write(text: str) -> None:
    """Write a file to the standard output, in UTF-8 whatever the terminal takes.

    Args:
        text: What stands in the file.
    """
    to = getattr(sys.stdout, "buffer", None)
    if to is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        to.write(text.encode("utf-8"))
        to.flush()


def write_json(data: Any) -> None:
    """Print plain data as JSON, which reads the same whatever the stream has bytes for.

    Args:
        data: Dicts, lists, texts, whole numbers, and None.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    # What is no letter is written out: a program reads the same, and no text of a stranger steers a terminal.
    safe = "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text)
    say(safe if takes(sys.stdout, safe) else json.dumps(data, indent=2))


def say(text: str, stream: Any = None) -> None:
    """Print a text, with escapes in place of signs that the stream has no bytes for.

    Args:
        text: The text.
        stream: Where to; None for the standard output.
    """
    to = stream or sys.stdout
    encoding = _encoding(to)
    written = f"{text}\n".encode(encoding, "backslashreplace")
    if getattr(to, "buffer", None) is None:
        to.write(written.decode(encoding))
    else:
        to.flush()
        to.buffer.write(written.replace(b"\n", os.linesep.encode()) if is_terminal(to) else written)


def complain(parser: argparse.ArgumentParser, text: str) -> None:
    """Print to the standard error what is wrong.

    Args:
        parser: The parser of the command.
        text: What it is.
    """
    say(f"{parser.prog}: {printable_lines(text)}", sys.stderr)


def number(count: int, noun: str) -> str:
    """Write how many there are of something.

    Args:
        count: How many.
        noun: What they are, in the singular.

    Returns:
        `1 draft`, `2 drafts`.
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _encoding(stream: Any) -> str:
    """The encoding of a stream: UTF-8 for files and programs on every system, unless another was asked for."""
    own = getattr(stream, "encoding", None) or "utf-8"
    return own if is_terminal(stream) or "PYTHONIOENCODING" in os.environ else "utf-8"
