"""What a measured figure is about: figures are rivals, or neighbours in time, only where their subjects are equal."""

from __future__ import annotations

from attrs import evolve, fields, frozen

from maroc_offshoring import units
from maroc_offshoring.errors import UnknownKeyword, WrongType
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Observation, Operator, Place
from maroc_offshoring.vocabulary import Basis, Perimeter, Scope, Segment


@frozen(kw_only=True)
class Subject:
    """What a measured figure is about, whatever its period and whoever says it.

    Args:
        measure: What is measured.
        place: Where; the place itself, not what lies in it.
        basis: `stock`, `flow` or `cumulative`.
        unit: The unit of the figure: euros and dirhams are not compared as they stand.
        segments: The branches counted together, in the order of the vocabulary; empty for the sector.
        operator: The company; None for all.
        scope: The sector counted.
        perimeter: The export series that it follows; None where the source does not say.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series import Subject
        >>> seen = mo.load().observations["obs-export_revenue-morocco-crmbpo-2011"]
        >>> print(Subject.of(seen))
        export revenue, Morocco, flow, CRM + BPO, old perimeter, MAD
    """

    measure: Measure
    place: Place
    basis: Basis
    unit: str
    segments: tuple[Segment, ...] = ()
    operator: Operator | None = None
    scope: Scope = Scope.OFFSHORING
    perimeter: Perimeter | None = None

    @classmethod
    def of(cls, observation: Observation) -> Subject:
        """Say what an observation is about.

        Args:
            observation: The observation.

        Returns:
            Its subject.

        Raises:
            WrongType: Where it is no observation: a promise is no measurement.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.series import Subject
            >>> Subject.of(mo.load().observations["obs-jobs-fes-2019"]).place.id
            'fes'
        """
        if not isinstance(observation, Observation):
            raise WrongType("observation", observation, "an Observation, as in ds.observations")
        return cls(
            measure=observation.measure,
            place=observation.place,
            basis=observation.basis,
            unit=observation.figure.unit,
            segments=in_order(observation.segments),
            operator=observation.operator,
            scope=observation.scope,
            perimeter=observation.perimeter,
        )

    def differences(self, other: Subject) -> tuple[str, ...]:
        """Name what sets two subjects apart.

        Args:
            other: The other subject.

        Returns:
            The names of the fields that differ, in the order of this class; none where the two are the same.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.series import Subject
            >>> seen = mo.load().observations
            >>> city, region = seen["obs-jobs-fes-2019"], seen["obs-share_of_national_jobs-ma-03-2019"]
            >>> Subject.of(city).differences(Subject.of(region))
            ('measure', 'place', 'unit')
        """
        return tuple(field.name for field in fields(Subject) if getattr(self, field.name) != getattr(other, field.name))

    def but(self, **changes: object) -> Subject:
        """Return the subject with some of its fields changed: the same figure for another place, say.

        Args:
            changes: The fields, as the class takes them.

        Returns:
            The other subject.

        Raises:
            UnknownKeyword: Where a subject has no such field.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.series import Subject
            >>> ds = mo.load()
            >>> print(Subject.of(ds.observations["obs-jobs-fes-2019"]).but(place=ds.region("Fès-Meknès")))
            jobs, Fez-Meknes, stock
        """
        known = [field.name for field in fields(Subject)]
        for name in changes:
            if name not in known:
                raise UnknownKeyword("Subject.but()", name, known)
        return evolve(self, **changes)  # type: ignore[arg-type]

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of the sorting order: measure, place, company, then the order of the vocabulary.

        Returns:
            What it is about as numbers and ids, which compare.

        Example:
            >>> import maroc_offshoring as mo
            >>> strands = mo.load().series("jobs", "Oriental", within=True).strands
            >>> subjects = [strand.subject for strand in strands]
            >>> subjects == sorted(subjects, key=mo.Subject.sort_key)
            True
        """
        return (
            list(Measure).index(self.measure),
            self.place.id,
            self.operator.id if self.operator else "",
            list(Scope).index(self.scope),
            [list(Segment).index(segment) for segment in self.segments],
            0 if self.perimeter is None else 1 + list(Perimeter).index(self.perimeter),
            list(Basis).index(self.basis),
            self.unit,
        )

    def label(self, language: str = "fr") -> str:
        """Say what it is about, in one language.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The measure, the place and the basis; then whatever else the figure is limited to.

        Example:
            >>> import maroc_offshoring as mo
            >>> print(mo.Subject.of(mo.load().observations["obs-jobs-fes-2019"]).label("fr"))
            emplois, Fès, stock
        """
        words = [self.measure.label(language), self.place.name.label(language), self.basis.label(language)]
        if self.operator is not None:
            words.insert(1, self.operator.name.label(language))
        if self.segments:
            words.append(" + ".join(self.segments))
        if self.scope is not Scope.OFFSHORING:
            words.append(self.scope.label(language))
        if self.perimeter is not None:
            words.append(self.perimeter.label(language))
        if units.parts(self.unit).currency or self.unit not in self.measure.units[:1]:
            words.append(self.unit)
        return ", ".join(words)

    def __str__(self) -> str:
        return self.label("en")

    def __repr__(self) -> str:
        return f"<Subject {self}>"


def in_order(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return segments once each, in the order of the vocabulary, so that CRM + BPO is BPO + CRM.

    Args:
        segments: The segments.

    Returns:
        The same segments.
    """
    return tuple(segment for segment in Segment if segment in segments)
