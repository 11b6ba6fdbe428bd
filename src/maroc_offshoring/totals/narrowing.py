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
            'it is promised by Phoneo together, not by Cnexia'
        """
        for asked in self.places:
            outside = [place for place in line.places if not any(place.within(wanted) for wanted in asked)]
            if outside or not line.places:
                stated = _listed(line.places) or "no stated place"
                return f"it is for {stated}, of which only {_listed(asked)} was asked for"
        for operators in self.operators:
            if not line.operators or any(operator not in operators for operator in line.operators):
                makers = _listed(line.operators) or "no named operator"
                return f"it is promised by {makers} together, not by {_listed(operators)}"
        for segments in self.segments:
            if not line.segments or not all(any(own.within(s) for s in segments) for own in line.segments):
                named = _listed(line.segments) or "no stated segment"
                return f"it is for {named} together, of which only {_listed(segments)} was asked for"
        for dues in self.dues:
            if isinstance(line.record, Observation):
                continue
            if line.due is None or not any(line.due.within(due) for due in dues):
                return f"it is due {line.due or 'at no stated date'}, not within {_listed(dues)}"
        return ""


def _listed(things: tuple[object, ...]) -> str:
    return ", ".join(str(thing) for thing in things)
