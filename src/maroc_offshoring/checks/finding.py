"""A finding: what was found, how much it matters, and the figures side by side."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from maroc_offshoring.checks.codes import FindingCode, Severity
from maroc_offshoring.checks.exhibit import Exhibit
from maroc_offshoring.derivation import LANGUAGES, Sentence, language_of
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Place, Record, Source
from maroc_offshoring.model.kinds import kind_of
from maroc_offshoring.shown import Shown


def _unique(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple({(type(record).__name__, record.id): record for record in records}.values())


def _exhibits(value: Iterable[Exhibit]) -> tuple[Exhibit, ...]:
    return tuple(value)


@frozen(kw_only=True, repr=False)
class Finding(Shown):
    """Something in the records that a reader must know before quoting them.

    Args:
        code: What was found.
        severity: How much it matters.
        sentence: What was found, in each language.
        exhibits: The figures side by side, in an order of their own that does not depend on that of the records.

    Example:
        >>> import maroc_offshoring as mo
        >>> found = mo.load().check().where(code="stock_against_flow", record="obs-jobs-morocco-2014_2018")[0]
        >>> print(found.severity, found.exhibits[0].figure)
        warning 69 900 jobs
    """

    code: FindingCode
    severity: Severity
    sentence: Sentence
    exhibits: tuple[Exhibit, ...] = field(converter=_exhibits)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that it is about, each once."""
        return _unique(each.record for each in self.exhibits)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the figures, each once."""
        return tuple({source.id: source for each in self.exhibits for source in each.sources}.values())

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that it is about, each once."""
        return tuple({place.id: place for each in self.exhibits for place in each.places}.values())

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that it is about, each once."""
        return tuple(dict.fromkeys(each.measure for each in self.exhibits if each.measure is not None))

    @property
    def key(self) -> str:
        """A short name that is the same at every run: it changes only where the records it is about do."""
        about = [f"{kind_of(record)}/{record.id}" for record in self.records]
        about += [measure.value for measure in self.measures]
        return f"{self.code.value}-{sha256('|'.join(sorted(about)).encode()).hexdigest()[:8]}"

    def message(self, language: str = "en") -> str:
        """Say what was found.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            One sentence or a few.

        Raises:
            UnknownWord: Where the language is none of these.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(code="horizon_moved", record="2023-03-segula-agadir-1000")[0]
            >>> print(found.message("en").replace("\N{NARROW NO-BREAK SPACE}", ",").replace("\N{NO-BREAK SPACE}", " "))
            Segula Technologies, jobs: 1,000 jobs by 2021-12-31, then about 1,000 jobs by 2027-12-31.
        """
        return self.sentence.label(language)

    def text(self, language: str = "en") -> str:
        """Write the finding with its figures, a line for each.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The message, then the figures side by side.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(code="horizon_moved", record="2023-03-segula-agadir-1000")[0]
            >>> print(found.text("en").splitlines()[0].rpartition(" · ")[0])
            to know · horizon moved
        """
        language = language_of(language)
        head = f"{self.severity.label(language)} · {self.code.label(language)} · {self.key}"
        return "\n".join(
            [head, f"  {self.message(language)}", *(f"    {each.text(language)}" for each in self.exhibits)]
        )

    def rows(self) -> list[dict[str, str | None]]:
        """Return the finding as flat rows, one per figure.

        Returns:
            Dicts of texts and None, all with the same keys; see :meth:`Findings.to_records`.

        Example:
            >>> import maroc_offshoring as mo
            >>> found = mo.load().check().where(code="horizon_moved", record="2023-03-segula-agadir-1000")[0]
            >>> [(row["record"], row["value"], row["period"]) for row in found.rows()]
            [('2019-03-segula-agadir-1000', '1000', '2021-12-31'), ('2023-03-segula-agadir-1000', '1000', '2027-12-31')]
        """
        head: dict[str, str | None] = {
            "finding": self.key,
            "code": self.code.value,
            "severity": self.severity.value,
            "message_fr": self.message("fr"),
            "message_en": self.message("en"),
            "message_ar": self.message("ar"),
        }
        return [{**head, **each.row()} for each in self.exhibits]

    def to_data(self) -> dict[str, Any]:
        """Return the finding as nested data that JSON can hold.

        Returns:
            A dict of texts, None, lists and dicts.

        Example:
            >>> import json
            >>> import maroc_offshoring as mo
            >>> data = mo.load().check()[0].to_data()
            >>> sorted(data), json.loads(json.dumps(data)) == data
            (['code', 'exhibits', 'finding', 'message', 'severity'], True)
        """
        return {
            "finding": self.key,
            "code": self.code.value,
            "severity": self.severity.value,
            "message": {language: self.message(language) for language in LANGUAGES},
            "exhibits": [each.to_data() for each in self.exhibits],
        }

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        few = ", ".join(record.id for record in self.records[:3])
        more = ", …" if len(self.records) > 3 else ""
        return f"<Finding {self.code.value}, {self.severity.value}: {few}{more}>"
