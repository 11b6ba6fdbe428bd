"""What a draft is: records read out of a text, each field with the words that it rests on and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Commitment, Observation, Record, Source, Target
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Confidence

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset


@frozen(kw_only=True)
class Newcomer:
    """A company that the dataset does not have, proposed as a new operator.

    Args:
        id: The id proposed for it.
        name: Its name as the text has it.
    """

    id: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} (new)"


@frozen(kw_only=True)
class Unsettled:
    """A name that several records of the dataset could be meant by, or that only begins like theirs.

    Args:
        name: The name as the text has it.
        candidates: The ids of those that it may mean.
    """

    name: str
    candidates: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} (?)"


@frozen(kw_only=True)
class DraftField:
    """One field of a drafted record.

    Args:
        name: The name of the field, as in record files.
        value: Its value: a record of the dataset, a word of the vocabulary, a date, a figure, or a tuple of these; a
            :class:`Newcomer` or :class:`Unsettled` where a name could not be settled.
        confidence: How sure it is: `high` where the text says it outright, `medium` where another reading is possible,
            `low` where it was taken over from elsewhere in the text.
        start: Where the words that it rests on begin in the text; None where it rests on no words.
        end: Where they end.
        words: These words.
        why: What makes it doubtful.
    """

    name: str
    value: Any
    confidence: Confidence
    start: int | None = None
    end: int | None = None
    words: str = ""
    why: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it may stand in a record without being looked at again."""
        return self.confidence is Confidence.HIGH and not self.unsettled

    @property
    def unsettled(self) -> tuple[Newcomer | Unsettled, ...]:
        """The names among its values that are not settled."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(value for value in values if isinstance(value, (Newcomer, Unsettled)))

    def __str__(self) -> str:
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return ", ".join(_shown(value) for value in values)


def _shown(value: Any) -> str:
    if isinstance(value, Record):
        return value.id
    return str(value if isinstance(value, Figure) else getattr(value, "value", value))


@frozen(kw_only=True)
class DraftFigure:
    """A figure of a drafted record: a pledge of a commitment, or the figure of a target or an observation.

    Args:
        measure: What is measured; `launch` for a start without a figure.
        figure: The figure; None for a launch.
        basis: What it counts.
        due: By when; of an observation its period stands in `period`.
    """

    measure: DraftField
    figure: DraftField | None = None
    basis: DraftField | None = None
    due: DraftField | None = None

    @property
    def fields(self) -> tuple[DraftField, ...]:
        """The fields that it has."""
        return tuple(one for one in (self.measure, self.figure, self.basis, self.due) if one is not None)


@frozen(kw_only=True)
class DraftRecord:
    """A drafted commitment, target or observation.

    Args:
        kind: `commitment`, `target` or `observation`.
        id: The id proposed for it.
        figures: Its figures; several of a commitment only.
        fields: Its other fields.
        kind_confidence: How sure the kind is.
        start: Where the sentence that it was read from begins in the text.
        end: Where it ends.
        doubts: What keeps it from being active in a record file, although its fields are sure.
    """

    kind: str
    id: str
    figures: tuple[DraftFigure, ...]
    fields: tuple[DraftField, ...] = ()
    kind_confidence: Confidence = Confidence.HIGH
    start: int = 0
    end: int = 0
    doubts: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> DraftField:
        for one in self.all_fields:
            if one.name == name:
                return one
        raise KeyError(name)

    def get(self, name: str) -> DraftField | None:
        """Return a field by its name, or None where the draft has none.

        Args:
            name: The name, as in record files: `places`, `made_by`, `due`, `figure`…

        Returns:
            The field; of several figures that of the first.
        """
        return next((one for one in self.all_fields if one.name == name), None)

    @property
    def all_fields(self) -> tuple[DraftField, ...]:
        """The fields of its figures and its own, in order."""
        return (*(one for figure in self.figures for one in figure.fields), *self.fields)

    @property
    def restates(self) -> str | None:
        """The id of the record of the dataset that it tells again, where there is one."""
        told = self.get("restates")
        return told.value.id if told is not None else None

    def __repr__(self) -> str:
        first = self.figures[0]
        shown = first.figure.value if first.figure is not None else first.measure.value.value
        return f"<draft {self.kind} {self.id}: {shown}>"


@frozen(kw_only=True)
class Unplaced:
    """A figure of the text that no record was drafted of.

    Args:
        figure: The figure.
        start: Where it begins in the text.
        end: Where it ends.
        why: Why not.
    """

    figure: Figure
    start: int
    end: int
    why: str


@frozen(kw_only=True, repr=False)
class Draft(Shown):
    """The records drafted of a text, to be checked by hand; see :func:`maroc_offshoring.draft`.

    Args:
        text: The text.
        language: The language it was read in: `fr` or `en`.
        published: The date of the article, where it is known.
        source: The source; where none was given, a stub with an id of its own.
        source_is_known: Whether the dataset has the source.
        drafts: The drafted records, in the order of the text.
        unplaced: The figures that no record was drafted of, and why.

    Example:
        >>> import maroc_offshoring as mo
        >>> ds = mo.load()
        >>> draft = mo.draft("Intelcia va créer 300 emplois à Oujda d'ici 2028.", dataset=ds, published="2026-03-14")
        >>> [(record.kind, record.id) for record in draft], draft.language, draft.unplaced
        ([('commitment', '2026-03-14-intelcia-300')], 'fr', ())
    """

    text: str
    language: str
    published: PartialDate | None
    source: Source
    source_is_known: bool
    drafts: tuple[DraftRecord, ...]
    unplaced: tuple[Unplaced, ...] = ()
    _dataset: Dataset | None = field(default=None, eq=False, alias="dataset")

    def __len__(self) -> int:
        return len(self.drafts)

    def __iter__(self) -> Iterator[DraftRecord]:
        return iter(self.drafts)

    def _of(self, kind: str) -> tuple[DraftRecord, ...]:
        return tuple(one for one in self.drafts if one.kind == kind)

    @property
    def commitments(self) -> tuple[DraftRecord, ...]:
        """The drafted promises."""
        return self._of("commitment")

    @property
    def targets(self) -> tuple[DraftRecord, ...]:
        """The drafted aims."""
        return self._of("target")

    @property
    def observations(self) -> tuple[DraftRecord, ...]:
        """The drafted measurements."""
        return self._of("observation")

    @property
    def newcomers(self) -> tuple[Newcomer, ...]:
        """The companies proposed as new operators, each once."""
        named = (one for draft in self.drafts for fld in draft.fields for one in fld.unsettled)
        return tuple({one.id: one for one in named if isinstance(one, Newcomer)}.values())

    @property
    def records(self) -> tuple[Commitment | Target | Observation, ...]:
        """Real records, of the fields that are sure, where they are complete; no more than the record file holds."""
        from maroc_offshoring.text.records import records

        return records(self)

    def to_toml(self) -> str:
        """Write a record file, to be checked by hand and loaded as an overlay.

        What is sure stands as it is. What is doubtful is commented out, with the words that it rests on; a record of
        which a needed field is doubtful is commented out as a whole. The file loads as it is written.

        Returns:
            TOML text.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> draft = mo.draft("Intelcia va créer 300 emplois à Oujda.", dataset=ds, published="2026-03-14")
            >>> print(draft.to_toml())  # doctest: +ELLIPSIS
            # Drafts of an article...
        """
        from maroc_offshoring.text.writing import written

        return written(self)

    def __repr__(self) -> str:
        from maroc_offshoring.text.table import table

        return table(self)
