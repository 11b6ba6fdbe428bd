"""The findings of a check: a sequence that selects, counts and exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from maroc_offshoring.checks.codes import FindingCode, Severity
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.dataset import Dataset
from maroc_offshoring.derivation import language_of
from maroc_offshoring.errors import UnknownKeyword, UnknownName, WrongType, nearest
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Place, Record
from maroc_offshoring.model.kinds import kind_of
from maroc_offshoring.shown import Shown
from maroc_offshoring.vocabulary import Term

_UNASKED: object = object()
"""The default of a keyword of `where`: None is no such thing, so that a failed look-up never selects everything."""


class Findings(Sequence[Finding], Shown):
    """What a check found, the gravest first.

    Args:
        findings: The findings, in any order.
        dataset: The dataset that was checked, by which names are understood.

    Example:
        >>> import maroc_offshoring as mo
        >>> found = mo.load().check()
        >>> [finding.severity.value for finding in found.where(code="stock_against_flow", place="Maroc")][0]
        'warning'
    """

    __slots__ = ("_dataset", "_findings")

    def __init__(self, findings: Iterable[Finding], dataset: Dataset) -> None:
        self._findings = tuple(sorted(findings, key=_order))
        self._dataset = dataset

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> Findings: ...
    def __getitem__(self, key: int | slice) -> Finding | Findings:
        if isinstance(key, slice):
            return Findings(self._findings[key], self._dataset)
        return self._findings[key]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings):
            return NotImplemented
        return self._findings == other._findings

    def __hash__(self) -> int:
        return hash(tuple(finding.key for finding in self._findings))

    def __reduce__(self) -> tuple[Any, ...]:
        return Findings, (self._findings, self._dataset)

    @property
    def counts(self) -> dict[FindingCode, int]:
        """How many findings there are of each code that has any, in the order of the codes.

        Example:
            >>> import maroc_offshoring as mo
            >>> mo.load().check().counts["share_does_not_fit"]
            1
        """
        counted = dict.fromkeys(FindingCode, 0)
        for finding in self._findings:
            counted[finding.code] += 1
        return {code: count for code, count in counted.items() if count}

    def where(
        self,
        *,
        code: object = _UNASKED,
        severity: object = _UNASKED,
        place: object = _UNASKED,
        measure: object = _UNASKED,
        record: object = _UNASKED,
        **unknown: object,
    ) -> Findings:
        """Select the findings that fit every condition; a list means any of its members.

        Args:
            code: What was found, as in :class:`FindingCode`.
            severity: How much it matters, as in :class:`Severity`.
            place: Places that one of its figures is about; a place means itself and all within it.
            measure: Measures of one of its figures.
            record: Records that it is about, or their ids.
            unknown: Nothing; a keyword that is not listed here is an error.

        Returns:
            The selection, in the same order.

        Raises:
            UnknownKeyword: Where a keyword is not known.
            UnknownWord: Where a code, severity or measure is not known.
            UnknownName: Where a place or record is not known.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(place="Souss-Massa", code="horizon_moved")
            >>> [[str(exhibit.period) for exhibit in finding.exhibits] for finding in found]
            [['2021-12-31', '2027-12-31']]
        """
        if unknown:
            known = ("code", "measure", "place", "record", "severity")
            raise UnknownKeyword("Findings.where()", next(iter(unknown)), known)
        kept: Iterable[Finding] = self._findings
        if code is not _UNASKED:
            codes = _words(FindingCode, code)
            kept = [finding for finding in kept if finding.code in codes]
        if severity is not _UNASKED:
            severities = _words(Severity, severity)
            kept = [finding for finding in kept if finding.severity in severities]
        if measure is not _UNASKED:
            measures = _words(Measure, measure)
            kept = [finding for finding in kept if measures & set(finding.measures)]
        if place is not _UNASKED:
            places = [self._place(each) for each in _each(place)]
            kept = [finding for finding in kept if any(own.within(asked) for own in finding.places for asked in places)]
        if record is not _UNASKED:
            wanted = {name for each in _each(record) for name in self._records(each)}
            kept = [finding for finding in kept if any(_name(own) in wanted for own in finding.records)]
        return Findings(kept, self._dataset)

    def to_records(self) -> list[dict[str, str | None]]:
        """Return the findings as flat rows, one per figure, for a table or a file.

        Returns:
            Dicts of texts and None, all with the same keys: `finding` (a key that the rows of one finding share),
            `code`, `severity`, `message_fr`, `message_en`, `message_ar`, then of the figure `role`, `kind`, `record`,
            `measure`, `figure`, `value`, `low`, `high`, `unit`, `qualifier`, `period`, `dated`, `places`, `said_by`,
            `sources` and `note`; several in one cell are set apart by semicolons.

        Example:
            >>> import maroc_offshoring as mo
            >>> rows = mo.load().check().where(code="share_does_not_fit").to_records()
            >>> [(row["role"], row["value"], row["unit"]) for row in rows][:2]
            [('share', '11', 'percent'), ('count', '4500', 'job')]
        """
        return [row for finding in self._findings for row in finding.rows()]

    def to_data(self) -> list[dict[str, Any]]:
        """Return the findings as nested data that JSON can hold.

        Returns:
            One dict per finding, as :meth:`Finding.to_data` gives it.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(code="horizon_moved", record="2023-03-segula-agadir-1000")
            >>> [each["code"] for each in found.to_data()]
            ['horizon_moved']
        """
        return [finding.to_data() for finding in self._findings]

    def text(self, language: str = "en") -> str:
        """Write the findings as a text: how many there are of each code, then each with its figures.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The text.

        Raises:
            UnknownWord: Where the language is none of these.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(code="horizon_moved", record="2023-03-segula-agadir-1000")
            >>> print(found.text("fr").splitlines()[0])
            1 horizon déplacé (horizon_moved)
        """
        language = language_of(language)
        counts = [f"{count:>4} {code.label(language)} ({code.value})" for code, count in self.counts.items()]
        return "\n\n".join(["\n".join(counts), *(finding.text(language) for finding in self._findings)]).strip()

    def _place(self, asked: object) -> Place:
        if isinstance(asked, Place):
            return asked
        if isinstance(asked, str):
            return self._dataset.place(asked)
        raise WrongType("place", asked, "a Place, its id or one of its names")

    def _records(self, asked: object) -> set[tuple[str, str]]:
        if isinstance(asked, Record):
            return {_name(asked)}
        if not isinstance(asked, str):
            raise WrongType("record", asked, "a record or its id")
        found = {(kind_of(record), asked) for record in self._dataset.records() if record.id == asked}
        if not found:
            near = nearest(asked, [record.id for record in self._dataset.records()])
            raise UnknownName("record", asked, [repr(name) for name in near])
        return found

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<{len(self)} findings{': ' if self else ''}{_few(self.counts)}>"


def _few(counts: dict[FindingCode, int]) -> str:
    return ", ".join(f"{count} {code.value}" for code, count in counts.items())


W = TypeVar("W", bound=Term)
_SEVERITIES, _CODES = list(Severity), list(FindingCode)


def _order(finding: Finding) -> tuple[object, ...]:
    """The gravest first, then by code, measure and record, so that no order of the records can matter."""
    return (
        _SEVERITIES.index(finding.severity),
        _CODES.index(finding.code),
        tuple(measure.value for measure in finding.measures),
        tuple(record.id for record in finding.records),
        finding.message("en"),
    )


def _name(record: Record) -> tuple[str, str]:
    return (kind_of(record), record.id)


def _words(words: type[W], asked: object) -> set[W]:
    return {words.of(each) for each in _each(asked)}


def _each(asked: object) -> tuple[object, ...]:
    if isinstance(asked, Iterable) and not isinstance(asked, (str, bytes)):
        return tuple(asked)
    return (asked,)
