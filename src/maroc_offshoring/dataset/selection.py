"""Selecting records by keywords: what each keyword means, and what a selection was narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from maroc_offshoring.dataset import facets
from maroc_offshoring.dataset.directory import Directory
from maroc_offshoring.dates import Period
from maroc_offshoring.errors import UnknownKeyword, UnknownWord, WrongType
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Agreement, Operator, Party, Place, Plan, Record, Source
from maroc_offshoring.model.fields import read
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.names import fold
from maroc_offshoring.vocabulary import Basis, Nature, Perimeter, Scope, Segment, SiteStatus, Status, Term

if TYPE_CHECKING:
    from maroc_offshoring.totals import Narrowing

T = TypeVar("T", bound="Record | Source")
Predicate = Callable[[Any], bool]

_PLACES = {"place": "place", "region": "regions", "city": "cities", "site": "sites"}


def select(
    kind: str,
    records: Iterable[T],
    predicates: Sequence[Callable[[T], bool]],
    asked: Mapping[str, object],
    *,
    directory: Directory,
    narrowing: Narrowing | None,
) -> tuple[tuple[T, ...], Narrowing]:
    """Select records.

    Args:
        kind: The kind of the records.
        records: The records.
        predicates: Functions of the record.
        asked: The keywords, each with what was asked for.
        directory: By which names are understood.
        narrowing: What the records were narrowed to before.

    Returns:
        The records that fit all conditions, and what they are narrowed to.

    Raises:
        UnknownKeyword: Where a keyword does not fit the kind.
    """
    from maroc_offshoring.totals import Narrowing  # only a selection needs it, not loading

    narrowing = narrowing or Narrowing()
    allowed = facets.keywords(KINDS[kind])
    for predicate in predicates:
        if not callable(predicate):
            raise WrongType("where()", predicate, "a keyword such as place='Oujda', or a function of the record")
    tests: list[Predicate] = list(predicates)
    for keyword, value in asked.items():
        if keyword not in allowed:
            raise UnknownKeyword(f"{kind}.where()", keyword, allowed)
        test, narrowing = _test(keyword, value, kind, directory, narrowing)
        tests.append(test)
    return tuple(record for record in records if all(test(record) for test in tests)), narrowing


def _test(
    keyword: str, asked: object, kind: str, directory: Directory, narrowing: Narrowing
) -> tuple[Predicate, Narrowing]:
    if keyword in _PLACES:
        places = directory.resolve(_PLACES[keyword], asked, Place)
        return (
            lambda record: any(own.within(place) for own in facets.places(record) for place in places),
            narrowing.and_(places=places),
        )
    if keyword == "operator":
        operators = directory.resolve("operators", asked, Operator)
        return lambda record: any(own in operators for own in facets.operators(record)), narrowing.and_(
            operators=operators
        )
    if keyword == "segment":
        segments = tuple(Segment.of(word) for word in _each(asked))
        return (
            lambda record: any(own.within(segment) for own in facets.segments(record) for segment in segments),
            narrowing.and_(segments=segments),
        )
    if keyword == "due":
        dues = tuple(Period.of(date) for date in _each(asked))  # type: ignore[arg-type]
        return (
            lambda record: any(own.within(due) for own in facets.dues(record) for due in dues),
            narrowing.and_(dues=dues),
        )
    return _SIMPLE[keyword](asked, directory, kind), narrowing


def _by_party(asked: object, directory: Directory, _kind: str) -> Predicate:
    parties = directory.resolve("party", asked, Party)
    return lambda record: any(own in parties for own in facets.parties(record))


def _by_measure(asked: object, _directory: Directory, _kind: str) -> Predicate:
    measures = tuple(Measure.of(word) for word in _each(asked))
    return lambda record: any(own in measures for own in facets.measures(record))


def _by_agreement(asked: object, directory: Directory, _kind: str) -> Predicate:
    agreements = directory.resolve("agreements", asked, Agreement)

    def test(record: Any) -> bool:
        own = facets.agreement(record)
        return own is not None and any(own.belongs_to(agreement) for agreement in agreements)

    return test


def _by_announcement(asked: object, _directory: Directory, _kind: str) -> Predicate:
    spans = tuple(Period.of(date) for date in _each(asked))  # type: ignore[arg-type]

    def test(record: Any) -> bool:
        date = facets.announced(record)
        return date is not None and any(span.contains(date) for span in spans)

    return test


def _by_period(asked: object, _directory: Directory, _kind: str) -> Predicate:
    spans = tuple(Period.of(date) for date in _each(asked))  # type: ignore[arg-type]
    return lambda record: record.period is not None and any(record.period.within(span) for span in spans)


def _by_status(asked: object, _directory: Directory, kind: str) -> Predicate:
    words: type[Term] = Status if kind == "commitments" else SiteStatus
    wanted: set[Term] = set()
    for word in _each(asked):
        if kind == "commitments" and isinstance(word, str) and fold(word) in ("open", "closed"):
            wanted |= {status for status in Status if status.is_open == (fold(word) == "open")}
            continue
        try:
            wanted.add(words.of(word))
        except UnknownWord as unknown:
            more = ("open", "closed") if kind == "commitments" else ()
            raise UnknownWord("status", word, (*unknown.choices, *more)) from None
    return lambda record: record.status in wanted


def _by_source(asked: object, directory: Directory, _kind: str) -> Predicate:
    ids = {source.id for source in directory.resolve("sources", asked, Source)}
    return lambda record: any(source.id in ids for source in record.sources)


def _by_whole(asked: object, directory: Directory, kind: str) -> Predicate:
    wholes = {whole.id for whole in directory.resolve(kind, asked, Record)}

    def test(record: Any) -> bool:
        whole = record.part_of
        while whole is not None and whole.id not in wholes:
            whole = whole.part_of
        return whole is not None

    return test


def _by_plan(asked: object, directory: Directory, _kind: str) -> Predicate:
    plans = directory.resolve("plans", asked, Plan)
    return lambda record: record.plan in plans


def _by_kind(asked: object, _directory: Directory, kind: str) -> Predicate:
    from attrs import fields_dict

    own = fields_dict(KINDS[kind])["kind"]
    wanted = {read(own, str(word)) for word in _each(asked)}
    return lambda record: record.kind in wanted


def _by_basis(asked: object, _directory: Directory, _kind: str) -> Predicate:
    wanted = {Basis.of(word) for word in _each(asked)}

    def test(record: Any) -> bool:
        pledges = getattr(record, "pledges", None)
        return any(pledge.basis in wanted for pledge in pledges) if pledges is not None else record.basis in wanted

    return test


def _by_word(name: str, vocabulary: type[Term]) -> Callable[[object, Directory, str], Predicate]:
    def by(asked: object, _directory: Directory, _kind: str) -> Predicate:
        wanted = {vocabulary.of(word) for word in _each(asked)}
        return lambda record: getattr(record, name) in wanted

    return by


def _by_ids(asked: object, directory: Directory, kind: str) -> Predicate:
    wanted = {record.id for record in directory.resolve(kind, asked, KINDS[kind])}
    return lambda record: record.id in wanted


_SIMPLE: dict[str, Callable[[object, Directory, str], Predicate]] = {
    "party": _by_party,
    "measure": _by_measure,
    "agreement": _by_agreement,
    "announced": _by_announcement,
    "period": _by_period,
    "status": _by_status,
    "source": _by_source,
    "part_of": _by_whole,
    "plan": _by_plan,
    "kind": _by_kind,
    "basis": _by_basis,
    "scope": _by_word("scope", Scope),
    "perimeter": _by_word("perimeter", Perimeter),
    "nature": _by_word("nature", Nature),
    "ids": _by_ids,
}


def _each(asked: object) -> tuple[object, ...]:
    if isinstance(asked, Iterable) and not isinstance(asked, (str, bytes)):
        return tuple(asked)
    return (asked,)
