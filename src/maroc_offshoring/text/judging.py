"""Promise, aim or measurement, and what the figure counts: by the verb, its time, who acts and what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.measures import Measure
from maroc_offshoring.model import Institution
from maroc_offshoring.text.actors import Actor, State
from maroc_offshoring.text.cues import Cue, Time
from maroc_offshoring.text.horizons import Moment, Role
from maroc_offshoring.text.verbs import Act, Mood
from maroc_offshoring.text.words import Phrases, Word, listed
from maroc_offshoring.vocabulary import Basis, Confidence, InstitutionKind

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


class Judged(NamedTuple):
    """A judgement and how sure it is."""

    value: str
    confidence: Confidence
    why: str = ""


_MORE = listed(
    """
    nouveaux nouvelles nouvel nouveau supplementaires supplementaire additionnels additionnelles additionnel
    additionnelle new additional more further extra
    """
)
_MORE_PHRASES = Phrases(dict.fromkeys(("de plus", "en plus", "de mieux"), True))
_YEARLY = Phrases(
    dict.fromkeys(
        ("par an", "chaque année", "annuellement", "tous les ans", "every year", "a year", "per year", "annually",
        "each year"),
        True,
    )
)  # fmt: skip
_PROVIDED = frozenset(
    (
        Measure.INVESTMENT, Measure.PUBLIC_SUPPORT, Measure.FLOOR_SPACE, Measure.FLOOR_SPACE_SERVICES,
        Measure.LAND_AREA,
        Measure.REGIONAL_BRANCHES, Measure.CAPACITY_JOBS, Measure.CAPACITY, Measure.SITES, Measure.SUBSIDY_PER_JOB,
    )
)  # fmt: skip
_FLOWS = frozenset((Measure.EXPORT_REVENUE, Measure.REVENUE, Measure.TAX_REVENUE, Measure.HIRES, Measure.GRADUATES))
_LEVELS = frozenset(
    (
        Measure.EXPORT_REVENUE, Measure.REVENUE, Measure.FLOOR_SPACE, Measure.FLOOR_SPACE_SERVICES, Measure.LAND_AREA,
        Measure.CAPACITY_JOBS, Measure.CAPACITY, Measure.STUDENTS, Measure.OCCUPANCY,
    )
)  # fmt: skip
_STATES = frozenset((Measure.OCCUPANCY, Measure.SHARE_OF_GDP, Measure.SHARE_OF_NATIONAL_JOBS, Measure.STUDENTS))
_GATHERED = frozenset((Measure.INVESTMENT, Measure.PUBLIC_SUPPORT))
_DOING = (Act.ADD, Act.HIRE, Act.OPEN, Act.TRAIN)


def is_yearly(words: Sequence[Word], at: int) -> bool:
    """Say whether a figure is one of each year.

    Args:
        words: The words of its sentence.
        at: The word that it is.

    Returns:
        True for `10.000 emplois par an`.
    """
    first, last = at, at + 1
    while first > max(0, at - 5) and words[first].before in ("", "'", "’", ":") and words[first - 1].figure is None:
        first -= 1
    while last < min(len(words), at + 6) and words[last].before in ("", "'", "’") and words[last].figure is None:
        last += 1
    return bool(_YEARLY.all(words[first:last]))


def is_more(words: Sequence[Word], at: int, printed: Sequence[Word]) -> bool:
    """Say whether a figure is told as so many more.

    Args:
        words: The words of its sentence.
        at: The word that it is.
        printed: Its own words.

    Returns:
        True for `300 nouveaux emplois` and `300 emplois de plus`.
    """
    own = {word.folded for word in printed}
    for word in words[at + 1 : at + 5]:
        if (
            word.before not in ("", "'", "’")
            or word.figure is not None
            or word.folded in ("et", "and", "a", "au", "in", "by")
        ):
            break
        own.add(word.folded)
    return bool(own & _MORE) or bool(_MORE_PHRASES.all(words[at + 1 : at + 4]))


def time_of(
    cue: Cue | None, measure: Measure | None, dates: Sequence[Moment], published: PartialDate | None, *, yearly: bool
) -> tuple[Time | None, Confidence]:
    """Say whether a figure is ahead or has been seen.

    Args:
        cue: What governs it.
        measure: What it measures.
        dates: The dates that belong to it.
        published: The date of the article.
        yearly: Whether it is one of each year.

    Returns:
        The time, and how sure it is; None where nothing says.
    """
    if cue is None or cue.time is None:
        if measure in _STATES:
            return Time.NOW, MEDIUM  # "avec un taux d'occupation de 80 %"
        if any(_lies_ahead(date, published) for date in dates):
            return Time.AHEAD, HIGH
        if any(date.role in (Role.SINCE, Role.NOW) or _lies_behind(date, published) for date in dates):
            return Time.PAST, MEDIUM
        return None, LOW
    if cue.time is Time.NOW and (cue.act in _DOING or measure is Measure.INVESTMENT) and not yearly:
        # "X crée 500 emplois", as headlines say it of what is to come.
        past = any(date.role is Role.SPAN or _lies_behind(date, published) for date in dates)
        return (Time.NOW, MEDIUM) if past or cue.act is Act.TRAIN else (Time.AHEAD, MEDIUM)
    if cue.time is Time.AHEAD and yearly and cue.mood is None:
        return Time.AHEAD, MEDIUM
    if not cue.firm and cue.time is Time.PAST and any(_lies_ahead(date, published) for date in dates):
        return Time.AHEAD, MEDIUM  # "2.000 postes créés d'ici 2028"
    return cue.time, HIGH if cue.firm else MEDIUM


def _lies_ahead(date: Moment, published: PartialDate | None) -> bool:
    if date.role is Role.DUE:
        return True
    end = date.period.last_day if date.period else None
    return date.role in (Role.START, Role.WHEN, Role.SPAN) and bool(published and end and end > published.last_day)


def _lies_behind(date: Moment, published: PartialDate | None) -> bool:
    end = date.period.last_day if date.period else None
    return date.role in (Role.WHEN, Role.SPAN) and bool(published and end and end <= published.last_day)


def kind_of(time: Time, cue: Cue | None, actors: Sequence[Actor], state: State | None, measure: Measure) -> Judged:
    """Say whether a figure is promised, aimed at or measured.

    Args:
        time: Where it lies.
        cue: What governs it.
        actors: Who acts, where they are named.
        state: What acts, where no one is named.
        measure: What it measures.

    Returns:
        `commitment`, `target` or `observation`.
    """
    if time is not Time.AHEAD:
        return Judged("observation", HIGH)
    if any(actor.is_company for actor in actors):
        return Judged("commitment", HIGH)
    if any(actor.is_named for actor in actors):
        developers = [
            party for actor in actors for party in actor.parties
            if isinstance(party, Institution) and party.kind is InstitutionKind.DEVELOPER
        ]  # fmt: skip
        if developers or measure in _PROVIDED:
            return Judged(
                "commitment", HIGH if developers else MEDIUM, "an authority that provides it itself promises it"
            )
        return Judged("target", HIGH)
    if state in (State.PAPER, State.COMPANIES):
        return Judged("commitment", HIGH)
    if state is State.SECTOR and measure in _PROVIDED and measure is not Measure.INVESTMENT:
        return Judged("commitment", MEDIUM, "an authority that provides it itself promises it")
    if state in (State.PROGRAMME, State.SECTOR):
        return Judged("target", HIGH if state is State.PROGRAMME else MEDIUM, "nobody who aims at it is named")
    if cue is not None and cue.mood is Mood.AIM:
        return Judged("target", MEDIUM, "nobody who aims at it is named")
    return Judged("commitment", LOW, "nobody who promises it is named")


def basis_of(
    kind: str, measure: Measure, cue: Cue | None, dates: Sequence[Moment], *, more: bool, yearly: bool
) -> Judged:
    """Say what a figure counts.

    Args:
        kind: Whether it is promised, aimed at or measured.
        measure: What it measures.
        cue: What governs it.
        dates: The dates that belong to it.
        more: Whether it is told as so many more.
        yearly: Whether it is one of each year.

    Returns:
        The basis.
    """
    act = cue.act if cue else None
    return (
        _seen(measure, act, cue, dates, yearly=yearly)
        if kind == "observation"
        else _ahead(kind, measure, act, more=more)
    )


def _ahead(kind: str, measure: Measure, act: Act | None, *, more: bool) -> Judged:
    if more:
        return Judged(Basis.ADDITIONAL, HIGH)
    if measure is Measure.INVESTMENT and kind == "target" and act is not Act.ADD:
        return Judged(Basis.LEVEL, MEDIUM, "the aim may count what is still to come, or all since its start")
    if measure in (Measure.INVESTMENT, Measure.PUBLIC_SUPPORT, Measure.HIRES, Measure.GRADUATES):
        return Judged(Basis.ADDITIONAL, HIGH)
    if measure in (Measure.FLOOR_SPACE, Measure.FLOOR_SPACE_SERVICES) and act is Act.ADD:
        return Judged(Basis.ADDITIONAL, MEDIUM, "it may be what the site has in all")
    if measure in _LEVELS:
        return Judged(Basis.LEVEL, HIGH if act is Act.REACH else MEDIUM, "it may be so much more, or so much in all")
    match act:
        case Act.REACH:
            return Judged(Basis.LEVEL, HIGH)
        case Act.HOLD:
            return Judged(
                Basis.LEVEL, MEDIUM, "a staff that is told ahead may be all new, or be reached from what is there"
            )
        case Act.ADD | Act.HIRE | Act.TRAIN | Act.OPEN:
            return Judged(Basis.ADDITIONAL, HIGH)
        case _:
            return Judged(Basis.ADDITIONAL, MEDIUM, "no verb says whether it is so many more or so many in all")


def _seen(measure: Measure, act: Act | None, cue: Cue | None, dates: Sequence[Moment], *, yearly: bool) -> Judged:
    several = any(
        date.role in (Role.SPAN, Role.SINCE) and (date.period is None or date.period.year is None) for date in dates
    )
    one = any(date.role is Role.WHEN and date.period is not None for date in dates)
    if yearly:
        return Judged(Basis.FLOW, HIGH)
    if measure in (Measure.EXPORT_REVENUE, Measure.REVENUE, Measure.TAX_REVENUE):
        return Judged(Basis.FLOW, HIGH)
    if measure in _GATHERED:
        return (
            Judged(Basis.FLOW, HIGH) if one and not several else Judged(Basis.CUMULATIVE, HIGH if several else MEDIUM)
        )
    past = cue is not None and cue.time is Time.PAST
    if measure in _FLOWS or (act in (Act.ADD, Act.HIRE, Act.TRAIN) and past):
        if several:
            return Judged(Basis.CUMULATIVE, HIGH)
        return Judged(Basis.FLOW, HIGH if one else MEDIUM, "" if one else "no period says what it gathers over")
    if act is Act.HOLD or measure not in (Measure.JOBS, Measure.COMPANIES):
        return Judged(Basis.STOCK, HIGH)
    return Judged(Basis.STOCK, MEDIUM, "no verb says that so many there are")
