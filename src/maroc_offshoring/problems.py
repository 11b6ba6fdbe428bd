"""A problem of a record file, with the place where a person finds it."""

from __future__ import annotations

from attrs import frozen


@frozen
class Problem:
    """One fault in some records.

    Args:
        message: What is wrong: what was got, what was expected, the nearest valid word.
        file: The file, where the record came from one.
        line: The line of the record in its file, where it is known.
        kind: The kind of the record.
        record: The id of the record, or its place in the file.
        field: The path of the field.
        severity: `error`, or `warning` for what can be loaded all the same.

    Example:
        >>> from maroc_offshoring.problems import Problem
        >>> print(
        ...     Problem(
        ...         "got -5, expected a number of zero or more",
        ...         "mine.toml",
        ...         3,
        ...         "commitment",
        ...         "oujda-1",
        ...         "pledges[0].figure.value",
        ...     )
        ... )
        mine.toml:3: commitment oujda-1: pledges[0].figure.value: got -5, expected a number of zero or more
    """

    message: str
    file: str = ""
    line: int | None = None
    kind: str = ""
    record: str = ""
    field: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.file and self.line else self.file
        parts = (where, f"{self.kind} {self.record}".strip(), self.field, self.message)
        return ": ".join(part for part in parts if part)
