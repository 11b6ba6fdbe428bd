"""Wholes and their parts as families, and the terms that a sum of lines is made of.

A whole, its parts and what it states beyond them are one family. Where all lines of a family are counted, they come to
what the whole states, which can be firmer than the sum of the lines: a whole of exactly 3,000 with a part of at least
1,000 is 3,000, though its lines are at least 1,000 and at most 2,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from attrs import frozen

from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Record
from maroc_offshoring.totals.lines import LeftOut, Line, Reason


@frozen(eq=False)
class Family:
    """A record that counts, with all that lies within it.

    Args:
        name: The id of the record.
        record: The record.
        own: Its own lines: what it states, or what it states beyond its parts; one per share where that is split.
        parts: The families of its parts.
        closing: What all the lines together come to; None where they are of several units.
        stated: What the record itself states, before any conversion; None where its parts exceed that.
    """

    name: str
    record: Record | None
    own: tuple[Line, ...]
    parts: tuple[Family, ...]
    closing: Figure | None
    stated: tuple[Figure, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines and those of its parts."""
        if not self.parts:
            return self.own
        return (*self.own, *(line for part in self.parts for line in part.lines))

    def is_only(self, line: Line) -> bool:
        """Say whether a line is all that there is of the family, as of most: a record that is linked to no other."""
        return not self.parts and self.own == (line,)


@frozen(eq=False)
class Term:
    """One number of a sum: a line, or a whole family that comes to what its whole states.

    Args:
        figure: The number.
        lines: The lines that it stands for.
        family: The family that is counted whole, or the innermost one that a single line belongs to.
        is_whole: Whether all of the family is counted.
    """

    figure: Figure
    lines: tuple[Line, ...]
    family: Family
    is_whole: bool = False


Families = Mapping[str, Family]
"""The families of a sum, by the id of the outermost record."""


def families(lines: Sequence[Line], closings: Mapping[str, Figure], left_out: Sequence[LeftOut]) -> dict[str, Family]:
    """Group the lines of a sum by the outermost record that contains them.

    Args:
        lines: All lines, also those that are not counted because they lie outside of what was asked for.
        closings: What the lines of each record come to, by its id.
        left_out: What is not counted, which holds the wholes that their parts cover.

    Returns:
        The families, by id.
    """
    covered: dict[str, list[LeftOut]] = {}
    for out in left_out:
        if out.reason in (Reason.COVERED, Reason.EXCEEDED):
            covered.setdefault(out.record.id, []).append(out)
    return {family.name: family for family in _grouped(lines, 0, closings, covered)}


def families_of(lines: Sequence[Line], known: Families) -> tuple[Family, ...]:
    """Find the families that lines belong to.

    Args:
        lines: Some lines.
        known: The families of the sum that they come from.

    Returns:
        The families by name; a line of someone's own making is one by itself.
    """
    theirs: dict[str, set[int]] = {}
    found: dict[str, Family] = {}
    strangers: list[Family] = []
    for line in lines:
        name = line.path[0]
        if name in known and known[name].is_only(line):
            found[name] = known[name]
            continue
        if name not in theirs:
            theirs[name] = set(map(id, known[name].lines)) if name in known else set()
        if id(line) in theirs[name]:
            found[name] = known[name]
        else:
            strangers.append(Family(name, line.record, (line,), (), line.figure, ()))
    return tuple(sorted((*found.values(), *strangers), key=attrgetter("name")))


def terms(lines: Sequence[Line], known: Families) -> tuple[Term, ...]:
    """Find the terms of a sum of lines: whole families where all their lines are there, single lines elsewhere.

    Args:
        lines: The lines to add.
        known: The families of the sum that they come from.

    Returns:
        The terms, by the names of their families.
    """
    here = set(map(id, lines))
    return tuple(term for family in families_of(lines, known) for term in _terms(family, here))


def _grouped(
    lines: Sequence[Line], depth: int, closings: Mapping[str, Figure], covered: Mapping[str, Sequence[LeftOut]]
) -> Iterator[Family]:
    by_name: dict[str, list[Line]] = {}
    for line in lines:
        by_name.setdefault(line.path[depth], []).append(line)
    for name, members in by_name.items():
        first = members[0]
        if len(members) == 1 and len(first.path) == depth + 1 and name not in covered:  # alone, as most records are
            yield Family(name, first.record, (first,), (), closings.get(name), ())
            continue
        own = tuple(line for line in members if len(line.path) == depth + 1)
        parts = tuple(_grouped([line for line in members if len(line.path) > depth + 1], depth + 1, closings, covered))
        outs = covered.get(name, ())
        record = own[0].record if own else outs[0].record if outs else None
        stated = tuple(out.figure for out in outs if out.reason is Reason.COVERED)
        if parts and own:
            stated = (own[0].stated,)
        yield Family(name, record, own, parts, closings.get(name), stated)


def _terms(family: Family, here: set[int]) -> Iterator[Term]:
    members = family.lines
    closing = family.closing
    if (
        closing is not None
        and here.issuperset(map(id, members))
        and all(line.figure.unit == closing.unit for line in members)
    ):
        yield Term(closing, members, family, is_whole=True)
        return
    for line in family.own:
        if id(line) in here:
            yield Term(line.figure, (line,), family)
    for part in family.parts:
        yield from _terms(part, here)
