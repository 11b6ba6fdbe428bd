"""Aims put at two figures: one plan or authority, one place, one date, and two numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from maroc_offshoring.checks.codes import FindingCode, Role, Severity
from maroc_offshoring.checks.comparing import apart, outermost
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.promises import Stated, stated
from maroc_offshoring.checks.wording import in_turn, say
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.figures.decimals import difference
from maroc_offshoring.model import Target
from maroc_offshoring.vocabulary import Scope

_Key = tuple[object, ...]


def aims(targets: Iterable[Target]) -> Iterator[Finding]:
    """Find the aims that are put at figures which do not agree.

    Aims are held against one another where they are of the same plan (or, where no plan is named, of the same
    authorities), for the same place, branches, sector and date, on the same basis.

    Args:
        targets: The aims.

    Yields:
        A finding per aim, with every figure told of it.
    """
    by_sector: dict[_Key, dict[Scope | None, list[Stated]]] = {}
    for target in sorted(targets, key=lambda each: each.id):
        (own,) = stated(target)
        if own.basis is not None and own.due is not None:
            whose = target.plan.id if target.plan else frozenset(party.id for party in target.set_by)
            key = (
                own.measure, own.unit, own.basis, own.perimeter, str(own.due), target.place.id,
                frozenset(target.segments), whose,
            )  # fmt: skip
            by_sector.setdefault(key, {}).setdefault(own.scope, []).append(own)
    for sectors in by_sector.values():
        for scope, told in sectors.items():
            if apart([one.figure for one in told]) is not None:
                low, high = outermost(one.figure for one in told)
                told.sort(key=Stated.sort_key)
                others = [one for other, rivals in sectors.items() if other is not scope for one in rivals]
                why = _both_sectors(told, others)
                said = say(
                    fr="{whose}, {place}, {measure} ({basis}), {due} : un objectif est chiffré à {low} et à {high}.",
                    en="{whose}, {place}, {measure} ({basis}), {due}: one aim is told as {low} and as {high}.",
                    ar="{whose}، {place}، {measure} ({basis})، {due}: هدف واحد مذكور بـ {low} وبـ {high}.",
                    whose=_whose(told[0]), place=told[0].exhibit.places, measure=told[0].measure,
                    basis=told[0].basis, due=told[0].due, low=low, high=high,
                )  # fmt: skip
                yield Finding(
                    code=FindingCode.AIMS_DISAGREE,
                    severity=Severity.NOTICE if why else Severity.WARNING,
                    sentence=in_turn(said, why) if why else said,
                    exhibits=[one.exhibit.playing(Role.AIM) for one in (*told, *(others if why else ()))],
                )


def _whose(aim: Stated) -> object:
    target = aim.record
    return target.plan or target.set_by if isinstance(target, Target) else target


def _both_sectors(told: Sequence[Stated], others: Sequence[Stated]) -> Sentence | None:
    """Whether what is too high is the aim of this sector and that of another taken together."""
    elsewhere = {one.figure.value: one for one in reversed(others) if one.figure.value}
    by_value = {one.figure.value: one for one in reversed(told) if one.figure.value}
    for together, high in by_value.items():
        if apart(one.figure for one in told if one.figure.value != together) is not None:
            continue
        for own, low in by_value.items():
            rest = difference(together, own) if together and own else None
            other = elsewhere.get(rest) if rest else None
            if other is not None and apart([high.figure, low.figure]):
                return say(
                    fr="{high}, c'est {low} plus {other} ({sector}) : deux secteurs ensemble.",
                    en="{high} is the sum of {low} and {other} ({sector}): two sectors together.",
                    ar="{high} هو مجموع {low} و{other} ({sector}): قطاعان معا.",
                    high=high.figure, low=low.figure, other=other.figure, sector=other.scope,
                )  # fmt: skip
    return None
