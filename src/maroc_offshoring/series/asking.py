"""Asking a dataset for a series: which of its observations belong to it, and what stays aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.errors import InvalidField, UnknownKeyword, WrongType
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Operator, Place
from maroc_offshoring.series.narrowing import ANY, each, narrowing
from maroc_offshoring.series.own_figures import measured
from maroc_offshoring.series.series import Series
from maroc_offshoring.series.subject import Subject
from maroc_offshoring.vocabulary import Nature

if TYPE_CHECKING:
    from maroc_offshoring.dataset import Dataset

KEYWORDS = ("basis", "nature", "operator", "perimeter", "scope", "segment", "unit", "within")
"""The keywords that a series is asked for with, beside the measure and the place."""


def ask(
    dataset: Dataset,
    measure: Measure | str,
    place: Place | str | None = None,
    *,
    segment: object = ANY,
    operator: Operator | str | None = None,
    basis: object = ANY,
    scope: object = ANY,
    perimeter: object = ANY,
    unit: object = ANY,
    nature: object = ANY,
    within: bool = False,
    **unknown: object,
) -> Series:
    """Take the series of one measure at one place out of a dataset.

    What the records of sites and companies state of themselves belongs to it like any observation.

    Args:
        dataset: The dataset.
        measure: What is measured.
        place: Where; None for the country.
        segment: As for :func:`narrowing`.
        operator: The company; None for all together, `"any"` for each in a strand of its own.
        basis: As for :func:`narrowing`.
        scope: As for :func:`narrowing`.
        perimeter: As for :func:`narrowing`.
        unit: As for :func:`narrowing`.
        nature: How the figures came about: one word or several.
        within: Whether the places in the place are taken too, each in strands of its own.
        unknown: Nothing; a keyword that is not listed here is an error.

    Returns:
        The series.

    Raises:
        UnknownKeyword: Where a keyword is not known.
        InvalidField: Where no place is given and the dataset has no country, or several.
        UnknownName: Where a place or a company is not known.
        UnknownWord: Where a word is not known.
        WrongType: Where the place or the company is something else.
    """
    for keyword in unknown:
        raise UnknownKeyword("series()", keyword, KEYWORDS)
    known = Measure.of(measure)
    where = _place(dataset, place)
    company = None if operator == ANY else _operator(dataset, operator)
    natures = _natures(nature)
    fits = narrowing(segment=segment, basis=basis, scope=scope, perimeter=perimeter, unit=unit)
    taken, aside = [], []
    for observation in measured(dataset, known):
        if not observation.place.within(where):
            continue
        subject = Subject.of(observation)
        is_there = within or subject.place.id == where.id
        is_theirs = operator == ANY or subject.operator == company
        if is_there and is_theirs and fits(subject) and observation.nature in natures:
            taken.append(observation)
        else:
            aside.append(subject)
    name = ", ".join([known.label("en"), *([company.name.label("en")] if company else []), where.name.label("en")])
    return Series.of(taken, name, aside)


def _place(dataset: Dataset, place: Place | str | None) -> Place:
    if isinstance(place, Place):
        return place
    if place is not None:
        if not isinstance(place, str):
            raise WrongType("place", place, "a Place, its id or one of its names; None for the country")
        return dataset.place(place)
    if len(dataset.countries) != 1:
        expected = f"a place: the dataset has {len(dataset.countries)} countries, and None means the only one"
        raise InvalidField("place", None, expected)
    return dataset.countries[0]


def _operator(dataset: Dataset, operator: Operator | str | None) -> Operator | None:
    company = dataset.operators[operator] if isinstance(operator, str) else operator
    if company is not None and not isinstance(company, Operator):
        raise WrongType("operator", operator, "an Operator, its id or one of its names; None for all together")
    return company


def _natures(asked: object) -> frozenset[Nature]:
    if asked == ANY:
        return frozenset(Nature)
    return frozenset(map(Nature.of, each(asked)))
