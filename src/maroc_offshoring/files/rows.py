"""The rows of a record file: each record as it is written, with the place where a person finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from maroc_offshoring.errors import nearest
from maroc_offshoring.files.lines import Lines
from maroc_offshoring.model.kinds import KINDS, PARTIES, PLACES, singular
from maroc_offshoring.problems import Problem

Table = dict[str, Any]

CORRECTIONS = "corrections"
"""The table of a record file whose rows correct records that it is laid over."""

_FAMILIES = {kind: family for kinds, family in ((PLACES, "places"), (PARTIES, "parties")) for kind in kinds}


@frozen(eq=False)
class Row:
    """One record as a file writes it.

    Args:
        kind: Its kind.
        values: Its keys and values.
        file: The file; empty where it came from none.
        position: Its place among the records of its kind in that file, from 1.
        lines: The lines of the file, by which its own is found when there is a problem.
        sound: Whether it can be made into a record; of one that cannot only the id counts.
        patches: The rows that corrected it, by the field that each corrected.
    """

    kind: str
    values: Table
    file: str = ""
    position: int = 0
    lines: Lines | None = field(default=None, repr=False)
    sound: bool = True
    patches: Mapping[str, Row] = field(factory=dict, repr=False)

    @property
    def id(self) -> str:
        """Its id, or its place in the file where it has none."""
        found = self.values.get("id")
        return found if isinstance(found, str) and found else f"number {self.position}"

    @property
    def key(self) -> tuple[str, str]:
        """What no other record has: places share one set of ids, parties another."""
        return _FAMILIES.get(self.kind, self.kind), self.id

    def problem(self, message: str, field: str = "", severity: str = "error") -> Problem:
        """Make a problem of this record.

        Args:
            message: What is wrong.
            field: The path of the field.
            severity: `error` or `warning`.

        Returns:
            The problem, with the file and line: those of the correction where it is at fault.
        """
        key = field.removeprefix("set.").partition(".")[0].partition("[")[0]
        at = self.patches.get(key, self)
        if at is self and self.patches and (severity != "error" or self.lines is None):
            at = next(iter(self.patches.values()))  # what was sound before is at fault through its correction
        line = at.lines.find(at.kind, at.position, at.id, at._names(key)) if at.lines else None
        return Problem(message, at.file, line, singular(self.kind), self.id, field, severity)

    def _names(self, key: str) -> tuple[str, ...]:
        """The names under which the file may write a field."""
        if self.kind != CORRECTIONS or not key:
            return (key,) if key else ()
        unset = self.values.get("unset")
        return (f"set.{key}", "unset" if isinstance(unset, list) and key in unset else key)

    def unsound(self) -> Row:
        """Return the row with its id alone, for what refers to it."""
        name = self.values.get("id")
        return evolve(self, values={"id": name} if isinstance(name, str) else {}, sound=False)


def rows(tables: Mapping[str, Any], file: str = "", lines: Lines | None = None) -> tuple[list[Row], list[Problem]]:
    """Take the records out of a file's tables.

    Args:
        tables: The tables by name.
        file: The name of the file.
        lines: Its lines.

    Returns:
        The records, and the problems of the tables themselves.
    """
    found: list[Row] = []
    problems: list[Problem] = []
    for kind, values in tables.items():
        if kind not in KINDS and kind != CORRECTIONS:
            near = nearest(kind, (*KINDS, CORRECTIONS))
            hint = f"did you mean {near[0]!r}?" if near else f"the kinds are {', '.join((*KINDS, CORRECTIONS))}"
            problems.append(Problem(f"{kind!r} is no kind of record; {hint}", file))
        elif not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            problems.append(Problem(f"expected records, each under [[{kind}]]", file, field=kind))
        else:
            found += [Row(kind, value, file, number, lines) for number, value in enumerate(values, 1)]
    return found, problems
