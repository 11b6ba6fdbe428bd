"""Checking record files, one's own or those of the reference dataset, and counting what was checked."""

from __future__ import annotations

from os import PathLike

from attrs import frozen

from maroc_offshoring.files.advice import advice
from maroc_offshoring.files.loading import attempt, in_file_order
from maroc_offshoring.files.overlay import Layer, lay
from maroc_offshoring.files.rows import Row
from maroc_offshoring.files.tables import read_path
from maroc_offshoring.problems import Problem
from maroc_offshoring.reference.loading import NAME, reference_rows


@frozen
class Review:
    """What was found in some record files.

    Args:
        problems: The errors and warnings, by file and line.
        records: How many records and corrections were checked.
        files: How many files they stand in.
    """

    problems: tuple[Problem, ...]
    records: int
    files: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the records from loading."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The other problems."""
        return tuple(problem for problem in self.problems if problem.severity != "error")


def review(*paths: str | PathLike[str], alone: bool = False) -> Review:
    """Check record files.

    Args:
        paths: Folders with record files, or such files, each laid over what comes before it; none for those of the
            reference dataset itself.
        alone: Whether the reference dataset does not lie beneath them.

    Returns:
        What was found.

    Raises:
        WrongType: Where something is no path.

    Example:
        >>> from maroc_offshoring.reference.checking import review
        >>> review("examples/own_records").errors
        ()
    """
    problems: list[Problem] = []
    layers: list[Layer] = []
    if not alone:
        found, faults = reference_rows(with_lines=not paths)
        problems += faults
        layers.append(Layer(found, NAME))
    for path in paths:
        found, faults = read_path(path)
        problems += faults
        layers.append(Layer(found))
    checked = [row for layer in (layers if alone or not paths else layers[1:]) for row in layer.rows]
    return _reviewed(layers, checked, problems)


def _reviewed(layers: list[Layer], checked: list[Row], problems: list[Problem]) -> Review:
    laid, conflicts = lay(layers)
    dataset, faults = attempt(laid)
    problems += conflicts
    problems += faults
    errors = any(problem.severity == "error" for problem in problems)
    own = {id(row) for row in checked}
    looked_at = [row for row in laid if id(row) in own or row.patches]
    problems += advice(dataset, looked_at, whole=not errors)
    files = {row.file for row in checked} | {problem.file for problem in problems}
    return Review(tuple(in_file_order(problems)), len(checked), len(files - {NAME}))
