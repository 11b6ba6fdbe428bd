"""What a selection was narrowed to, so that a sum counts no more than was asked for.

`where(place="Fès")` selects a promise for Fès and Rabat together, for the reader to see; its jobs are not Fès's jobs. A
narrowing remembers what was asked, and a line of a sum counts only where it lies wholly within it.
"""

from __future__ import annotations

from attrs import evolve, field, frozen

from maroc_offshoring.dates import Period
from maroc_offshoring.model import Observation, Operator, Place
from maroc_offshoring.totals.lines import Line
from maroc_offshoring.vocabulary import Segment


@frozen
class Narrowing:
    """The places, operators, segments and due dates that a selection was narrowed to.

    Args:
        places: One tuple of alternatives per `where` that named places.
        operators: One per `where` that named operators.
        segments: One per `where` that named segments.
        dues: One per `where` that named due dates.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.totals import Narrowing
        >>> Narrowing().and_(places=(mo.load().city("Fès"),)).places[0][0].id
        'fes'
    """

    places: tuple[tuple[Place, ...], ...] = field(default=())
    operators: tuple[tuple[Operator, ...], ...] = field(default=())
    segments: tuple[tuple[Segment, ...], ...] = field(default=())
    dues: tuple[tuple[Period, ...], ...] = field(default=())

    def and_(
        self,
        *,
        places: tuple[Place, ...] = (),
        operators: tuple[Operator, ...] = (),
        segments: tuple[Segment, ...] = (),
        dues: tuple[Period, ...] = (),
    ) -> Narrowing:
        """Narrow further.

        Args:
            places: Places asked for.
            operators: Operators asked for.
            segments: Segments asked for.
            dues: Due dates asked for.

        Returns:
            The narrower narrowing.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.totals import Narrowing
            >>> ds = mo.load()
            >>> asked = Narrowing().and_(places=(ds.city("Fès"),)).and_(operators=(ds.operators["Phoneo"],))
            >>> len(asked.places), asked.operators[0][0].id
            (1, 'phoneo')
        """
        return evolve(
            self,
            places=(*self.places, places) if places else self.places,
            operators=(*self.operators, operators) if operators else self.operators,
            segments=(*self.segments, segments) if segments else self.segments,
            dues=(*self.dues, dues) if dues else self.dues,
        )

    def why_outside(self, line: Line) -> str:
        """Say what of a line lies outside of what was asked for.

        Args:
            line: A line of a sum.

        Returns:
            The reason; empty where the line lies wholly within.

        Example:
            >>> import maroc_offshoring as mo
            >>> from maroc_offshoring.totals import Narrowing
            >>> ds = mo.load()
            >>> line = ds.commitments.where(ids="2022-04-20-phoneo").total("jobs").counted[0]
            >>> Narrowing().and_(operators=(ds.operators["Cnexia"],)).why_outside(line)
            'it is promised by Phoneo, not by Cnexia'
        """
        for asked in self.places:
            if not line.places:
                return f"it states no place, and {_listed(asked)} was asked for"
            if not all(any(place.within(wanted) for wanted in asked) for place in line.places):
                return f"it is for {_listed(line.places)}, of which only {_listed(asked)} was asked for"
        for operators in self.operators:
            if not line.operators:
                return f"it names no one operator, and {_listed(operators)} was asked for"
            if any(operator not in operators for operator in line.operators):
                return f"it is promised by {_together(line.operators)}, not by {_listed(operators)}"
        for segments in self.segments:
            if not line.segments:
                return f"it names no one segment, and {_listed(segments)} was asked for"
            if not all(any(own.within(wanted) for wanted in segments) for own in line.segments):
                return f"it is for {_together(line.segments)}, of which only {_listed(segments)} was asked for"
        for dues in () if isinstance(line.record, Observation) else self.dues:
            if line.due is None or not any(line.due.within(due) for due in dues):
                return f"it is due {line.due or 'at no stated date'}, not within {_listed(dues)}"
        return ""


def _listed(things: tuple[object, ...]) -> str:
    return ", ".join(str(thing) for thing in things)


def _together(things: tuple[object, ...]) -> str:
    return f"{_listed(things)} together" if len(things) > 1 else _listed(things)
