"""What a report is of: a dataset, narrowed to a place where one is asked for, read in one language."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from maroc_offshoring.checks import Findings
from maroc_offshoring.dataset import Dataset, FigureCollection
from maroc_offshoring.delivery import Delivery
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.errors import WrongType
from maroc_offshoring.model import Commitment, Place


@frozen(kw_only=True)
class Scope:
    """What a report is of.

    Args:
        dataset: The dataset.
        reader: Who reads; all rows are shown.
        place: What everything is narrowed to; None for the whole record.
        currency: The currency that sums of money are stated in.
        commitments: The commitments, narrowed.
        delivery: The verdicts, narrowed; None where the dataset has no date to judge on.
        findings: The findings, narrowed.
    """

    dataset: Dataset
    reader: Reader
    place: Place | None
    currency: str
    commitments: FigureCollection[Commitment]
    delivery: Delivery | None
    findings: Findings

    @classmethod
    def of(cls, dataset: object, language: str, place: object, currency: str) -> Scope:
        """Narrow a dataset.

        Args:
            dataset: The dataset.
            language: `fr`, `en` or `ar`.
            place: A place, its id or one of its names; None for the whole record.
            currency: The currency that sums of money are stated in.

        Returns:
            What the report is of.

        Raises:
            UnknownName: Where the place is not known.
                UnknownWord: Where the language is another.
            WrongType: Where it is no dataset or no place.
        """
        if not isinstance(dataset, Dataset):
            raise WrongType("dataset", dataset, "a Dataset, such as mo.load()")
        reader = Reader(language, None)
        where = _place(dataset, place)
        narrowed: dict[str, Any] = {} if where is None else {"place": where}
        can_judge = dataset.known_on or dataset.published
        return cls(
            dataset=dataset,
            reader=reader,
            place=where,
            currency=currency,
            commitments=dataset.commitments.where(**narrowed),
            delivery=dataset.delivery(**narrowed) if can_judge else None,
            findings=dataset.check().where(**narrowed),
        )


def _place(dataset: Dataset, place: object) -> Place | None:
    if place is None or isinstance(place, Place):
        return place
    if isinstance(place, str):
        return dataset.place(place)
    raise WrongType("place", place, "a Place, its id or one of its names; None for the whole record")
