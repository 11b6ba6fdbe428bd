"""An outlook written out: as a table with its assumptions, and as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.delivery.keeping import WILSON
from maroc_offshoring.derivation import (
    Derivation,
    NodeKind,
    RecordReference,
    Sentence,
    SourceReference,
    in_language,
    when,
)
from maroc_offshoring.derivation.text import heading
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Commitment, Record, Target

if TYPE_CHECKING:
    from maroc_offshoring.delivery.outlook import Outlook
    from maroc_offshoring.totals import LeftOut, Total

_UNDATED = Sentence("sans échéance", "without a date", "بدون أجل")
_JOINT = Sentence(
    "pour plusieurs lieux ensemble, non réparti", "for several places together, not split", "لعدة أماكن معا، دون توزيع"
)
_LEVELS = Sentence("niveaux promis, non additionnés", "levels promised, not added", "مستويات موعودة، لا تُجمع")
_AIMS = Sentence("objectifs, jamais ajoutés aux promesses", "aims, never added to promises", "أهداف لا تضاف إلى الوعود")
_IN_ALL = Sentence("en tout, daté", "in all, dated", "المجموع المؤرخ")
_MAY_COME = Sentence(
    "ce qui peut en venir, sous ces hypothèses",
    "what may come of it, under these assumptions",
    "ما قد يتحقق منه، بهذه الفرضيات",
)


def _head(outlook: Outlook) -> Sentence:
    words = {
        "what": outlook.measure, "place": outlook.place.name if outlook.place else _EVERYWHERE, "on": outlook.as_of,
        "until": outlook.until,
    }  # fmt: skip
    return Sentence.of(
        "{what}, {place}\u00a0: ce qui reste promis d'ici {until}, vu du {on}",
        "{what}, {place}: what is still promised by {until}, seen on {on}",
        "{what}، {place}: ما تبقى موعودا إلى غاية {until}، كما في {on}",
        **words,
    )


_EVERYWHERE = Sentence("tous lieux", "all places", "كل الأماكن")


def _undated(outlook: Outlook) -> Sentence:
    """Say when what has no date was announced: much of it is old, and nothing says that it was given up."""
    dates = [getattr(line.record, "announced_on", None) for line in outlook.undated.counted]
    years = sorted(date.year for date in dates if date is not None)
    if not years:
        return _UNDATED
    return Sentence.of(
        "{it} (annoncé {years})", "{it} (announced {years})", "{it} (أعلن {years})",
        it=_UNDATED, years=when(Period(PartialDate(years[0]), PartialDate(years[-1]))),
    )  # fmt: skip


def _after(outlook: Outlook) -> Sentence:
    return Sentence.of("après {year}", "after {year}", "بعد {year}", year=outlook.until)


def table(outlook: Outlook, language: str) -> str:
    """Write an outlook as lines to read.

    Args:
        outlook: The outlook.
        language: `fr`, `en` or `ar`.

    Returns:
        A line per year, then what has no place among them, then what may come with all its assumptions.
    """
    rows = [(str(year), _sum(part, language)) for year, part in outlook.years.items()]
    rows.append((_IN_ALL.label(language), _sum(outlook.total, language)))
    rows += [(_undated(outlook).label(language), _sum(outlook.undated, language))] if outlook.undated.counted else []
    rows += [(_after(outlook).label(language), _sum(outlook.later, language))] if outlook.later.counted else []
    width = max(len(name) for name, _ in rows)
    lines = [_head(outlook).label(language), *(f"  {name:<{width}}  {value}" for name, value in rows)]
    for name, nodes in _apart(outlook):
        lines.append(heading(name.label(language), language))
        lines += [f"  {node.statement.label(language)}" for node in nodes]
    if len(outlook.total.figures) == 1:
        lines += [
            f"{_MAY_COME.label(language)}:",
            *(f"  {line}" for line in outlook.expected.label(language).split("\n")),
        ]
    else:
        lines += [f"  - {each.label(language)}" for each in outlook.assumptions]
    return "\n".join(lines)


def _sum(total: Total, language: str) -> str:
    return " + ".join(in_language(figure, language) for figure in total.figures) or "0"


def derivation_of_outlook(outlook: Outlook) -> Derivation:
    """Make the tree of an outlook.

    Args:
        outlook: The outlook.

    Returns:
        The tree: the total of each year with its lines, what stands apart, and what may come with its assumptions.
    """
    children = [
        Derivation(
            kind=NodeKind.PART,
            statement=Sentence.same(year),
            figure=part.figure,
            children=[part.derivation],
        )
        for year, part in outlook.years.items()
    ]
    for name, part in ((_undated(outlook), outlook.undated), (_after(outlook), outlook.later)):
        if part.counted:
            children.append(
                Derivation(kind=NodeKind.PART, statement=name, figure=part.figure, children=[part.derivation])
            )
    for name, nodes in _apart(outlook):
        children += [Derivation(kind=NodeKind.HEADING, statement=name), *nodes]
    children.append(Derivation(kind=NodeKind.HEADING, statement=_MAY_COME))
    assumptions = [Derivation(kind=NodeKind.ASSUMPTION, statement=each) for each in outlook.assumptions]
    if outlook.kept.history is not None:
        assumptions.append(Derivation(kind=NodeKind.NOTE, statement=Sentence.same(WILSON)))
    if len(outlook.total.figures) == 1:
        expected = outlook.expected
        ends = Sentence.of(
            "{low} à {high}", "{low} to {high}", "{low} إلى {high}", low=expected.low, high=expected.high
        )
        children.append(Derivation(kind=NodeKind.RESULT, statement=ends, children=assumptions))
    else:
        children += assumptions
    return Derivation(kind=NodeKind.OUTLOOK, statement=_head(outlook), figure=outlook.total.figure, children=children)


def _apart(outlook: Outlook) -> list[tuple[Sentence, list[Derivation]]]:
    """What stands beside the years, a line each; never added to them."""
    found = [
        (_JOINT, [_joint(out) for out in outlook.joint]),
        (_LEVELS, [_line(level.record, level.figure, when(level.due)) for level in outlook.levels]),
        (_AIMS, [_line(aim, aim.figure, when(aim.due)) for aim in outlook.aims]),
    ]
    return [(name, nodes) for name, nodes in found if nodes]


def _joint(out: LeftOut) -> Derivation:
    places = out.record.places_within_whole if isinstance(out.record, Commitment) else ()
    return _line(out.record, out.figure, Sentence.of("{it}", "{it}", "{it}", it=tuple(place.name for place in places)))


def _line(record: Record, figure: Figure, about: Sentence) -> Derivation:
    plan = record.plan if isinstance(record, Target) and record.title is None else None
    words = {"n": figure, "it": plan.name if plan else str(record), "about": about}
    return Derivation(
        kind=NodeKind.STATED,
        statement=Sentence.of("{n}, {about}\u00a0: {it}", "{n}, {about}: {it}", "{n}، {about}: {it}", **words),
        record=RecordReference.of(record),
        sources=[SourceReference.of(source) for source in record.sources],
    )
