"""Whether a dataset can be written: only texts and numbers that every format and every reader of ours takes."""

from __future__ import annotations

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.errors import InvalidRecords, WrongType
from maroc_offshoring.files.limits import flaws
from maroc_offshoring.files.plain import plain
from maroc_offshoring.model.kinds import KINDS, singular
from maroc_offshoring.problems import Problem


def sound(dataset: object) -> Dataset:
    """Check that a dataset holds nothing that a file cannot.

    Args:
        dataset: What shall be written.

    Returns:
        The dataset.

    Raises:
        WrongType: Where it is none.
        InvalidRecords: Where records hold what no file may, such as half a character or a sign that steers a terminal.
    """
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset; make one of records with mo.Dataset.of(...)")
    problems = [
        Problem(message, "", kind=singular(kind), record=record.id, field=field)
        for kind in KINDS
        for record in dataset.records(kind)
        for field, message in flaws(plain(record))
    ]
    if problems:
        raise InvalidRecords(problems)
    return dataset
