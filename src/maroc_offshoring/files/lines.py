"""Where the records and fields of a file stand: the parsers keep no positions, so the text is searched for them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

# The head of a record, `[[commitments]]`; that of a table within one, `[corrections.set]`, goes on after the name.
_HEAD = re.compile(r"[ \t]*\[\[?[ \t]*([A-Za-z0-9_-]+)[ \t]*\]")
_ID = re.compile(r"""(?<![A-Za-z0-9_-])["']?id["']?\s*[:=]\s*["']([^"'\\\n]*)["']""")


class Lines:
    """The lines of one record file; nothing is searched before it is asked for.

    Args:
        text: The text of the file.
    """

    __slots__ = ("__dict__", "_text")

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, table: str, position: int, record: str, names: tuple[str, ...] = ()) -> int | None:
        """Find the line of a field, or else of its record.

        Args:
            table: The name of the record's table.
            position: The place of the record among those of its table, from 1.
            record: The id of the record, by which it is found where it has no head of its own.
            names: The names that the field may have there, the likeliest first; none for the record.

        Returns:
            The number of the line, from 1; None where it cannot be told.
        """
        blocks = self._blocks.get(table, [])
        if not 0 < position <= len(blocks):
            told = self._ids.get(record, [])
            return told[0] if len(told) == 1 else None
        start, end = blocks[position - 1]
        found: dict[str, int] = {}
        for number in range(start, end) if names else ():
            line = self._lines[number]
            key = line.strip().strip("[] \t") if line.lstrip().startswith("[") else line.partition("=")[0].strip()
            found.setdefault(key.removeprefix(f"{table}."), number + 1)
        return next((found[name] for name in names if name in found), start)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _blocks(self) -> dict[str, list[tuple[int, int]]]:
        """Of each table the records: the number of its head, and that of its last line."""
        heads = [(number, head[1]) for number, line in enumerate(self._lines, 1) if (head := _HEAD.match(line))]
        blocks: dict[str, list[tuple[int, int]]] = {}
        for (start, table), (after, _) in pairwise([*heads, (len(self._lines) + 1, "")]):
            blocks.setdefault(table, []).append((start, after - 1))
        return blocks

    @cached_property
    def _ids(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        line, after = 1, 0
        for match in _ID.finditer(self._text):
            line += self._text.count("\n", after, match.start())
            after = match.start()
            found.setdefault(match[1], []).append(line)
        return found
