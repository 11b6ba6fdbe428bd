"""How a series and the choices from it came about, as derivation trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from maroc_offshoring.dates import Period
from maroc_offshoring.derivation import Derivation, RecordReference, Sentence, SourceReference
from maroc_offshoring.model import Observation
from maroc_offshoring.series.own_figures import OwnFigure
from maroc_offshoring.series.policy import rules
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.series.text import spans

if TYPE_CHECKING:
    from maroc_offshoring.series.best import Best
    from maroc_offshoring.series.choice import Choice
    from maroc_offshoring.series.growth import Growth
    from maroc_offshoring.series.series import Series


def series_derivation(series: Series) -> Derivation:
    """Tell what is said of each period, and by whom.

    Args:
        series: The series.

    Returns:
        A tree: the strands, their points, the rivals with their sources, and the gaps.
    """
    strands = [
        Derivation(kind="heading", statement=about(strand.subject), children=_strand(strand))
        for strand in series.strands
    ]
    name = _title(series.subjects, series.name)
    if not strands:
        return Derivation(
            kind="series",
            statement=Sentence.of("{name}\u00a0: aucun chiffre", "{name}: no figure", "{name}: لا رقم", name=name),
        )
    return Derivation(kind="series", statement=name, children=strands[0].children if len(strands) == 1 else strands)


def _strand(strand: Series) -> Iterator[Derivation]:
    for point in strand.points:
        yield Derivation(
            kind="point", statement=Sentence.same(point.period), children=map(measurement, point.observations)
        )
    if strand.undated:
        yield Derivation(kind="point", statement=_UNDATED, children=map(measurement, strand.undated))
    if strand.gaps:
        years = spans(strand.gaps)
        yield Derivation(
            kind="gap",
            statement=Sentence.of("aucun chiffre\u00a0: {years}", "no figure: {years}", "لا رقم: {years}", years=years),
        )


_UNDATED = Sentence("sans date", "undated", "بدون تاريخ")


def measurement(observation: Observation) -> Derivation:
    """Make the node of a record.

    Args:
        observation: The record.

    Returns:
        A node with its nature, who states it, the figure and the sources.
    """
    return _node("measurement", observation, _by(observation))


def best_derivation(best: Best) -> Derivation:
    """Tell what was taken for each period, what was not, and why.

    Args:
        best: The choices.

    Returns:
        A tree: the policy with its rules, then each period with the figure taken and those set aside.
    """
    asked = Sentence.of(
        "règles, dans cet ordre\u00a0: {rules}", "rules, in this order: {rules}", "القواعد بهذا الترتيب: {rules}",
        rules=rules(best.policy),
    )  # fmt: skip
    children = [Derivation(kind="assumption", statement=asked)]
    strands = [(subject, list(found)) for subject, found in groupby(best.choices, key=lambda choice: choice.subject)]
    for subject, choices in strands:
        points = [choice_derivation(choice) for choice in choices]
        if len(strands) > 1:
            children.append(Derivation(kind="heading", statement=about(subject), children=points))
        else:
            children += points
    name = _title([subject for subject, _ in strands], best.name)
    return Derivation(
        kind="series",
        statement=Sentence.of(
            "{name} ({policy})", "{name} ({policy})", "{name} ({policy})", name=name, policy=best.policy
        ),
        children=children,
    )


def choice_derivation(choice: Choice) -> Derivation:
    """Tell which figure of a period was taken, and why the others were not.

    Args:
        choice: The choice.

    Returns:
        The node of the period, with one node per rival.
    """
    children = [_node("chosen", choice.chosen, _by(choice.chosen, choice.period))]
    children += (_node("chosen", agreeing, _by(agreeing, choice.period)) for agreeing in choice.agreeing)
    children += (
        _node(
            "set_aside",
            lost.observation,
            Sentence.of(*["{by} [{because}]"] * 3, by=_by(lost.observation, choice.period), because=lost.because),
        )
        for lost in choice.lost
    )
    return Derivation(kind="point", statement=Sentence.same(choice.period), children=children)


def growth_derivation(growth: Growth) -> Derivation:
    """Tell how much a figure grew, between which figures and who states them.

    Args:
        growth: The growth.

    Returns:
        The node of the growth, with the two choices that it compares.
    """
    from maroc_offshoring.derivation.steps import step_node

    children = [choice_derivation(growth.earlier), choice_derivation(growth.later)]
    for figure in (growth.start, growth.end):
        children += map(step_node, figure.steps)
    said = Sentence.of(*["{subject}, {growth}"] * 3, subject=about(growth.subject), growth=growth.sentence)
    return Derivation(kind="growth", statement=said, children=children)


def _title(subjects: Sequence[Subject], name: str) -> Sentence:
    """What several subjects have in common, in three languages; the name of the series where that is too little."""
    if len(subjects) == 1:
        return about(subjects[0])
    common = {(subject.measure, subject.place, subject.operator) for subject in subjects}
    if len(common) != 1:
        return Sentence.same(name)
    ((measure, place, operator),) = common
    words = (measure, place) if operator is None else (measure, operator, place)
    return Sentence.of("{words}", "{words}", "{words}", words=words)


def about(subject: Subject) -> Sentence:
    """Say what a figure is about, in three languages.

    Args:
        subject: The subject.

    Returns:
        The sentence.
    """
    return Sentence(subject.label("fr"), subject.label("en"), subject.label("ar"))


def _by(observation: Observation, period: Period | None = None) -> Sentence:
    """How a figure came about, by whom, and when where that is not the period of its point."""
    words: list[object] = [observation.nature]
    if period is not None and observation.period != period:
        words.append(observation.period)
    party = observation.stated_by or observation.said_by
    if party is None:
        return Sentence.of("{said}", "{said}", "{said}", said=tuple(words))
    return Sentence.of(
        "{said}, selon {party}", "{said}, stated by {party}", "{said}، حسب {party}", said=tuple(words), party=party
    )


def _node(kind: str, observation: Observation, statement: Sentence) -> Derivation:
    return Derivation(
        kind=kind,
        statement=statement,
        figure=observation.figure,
        record=RecordReference.of(observation.record if isinstance(observation, OwnFigure) else observation),
        sources=map(SourceReference.of, observation.sources),
    )
