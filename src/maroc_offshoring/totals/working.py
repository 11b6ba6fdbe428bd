"""The working of a total or a breakdown, as a tree: what was added, what was not and why, and who says so."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from maroc_offshoring.derivation import Derivation, NodeKind, RecordReference, Sentence, SourceReference, in_language
from maroc_offshoring.derivation.steps import step_node
from maroc_offshoring.figures import Figure, add
from maroc_offshoring.model import Record
from maroc_offshoring.totals.families import Term, terms
from maroc_offshoring.totals.lines import LeftOut, Line, Reason

if TYPE_CHECKING:
    from maroc_offshoring.totals.breakdown import Breakdown
    from maroc_offshoring.totals.total import Total

_LEFT_OUT = Sentence("écartés", "left out", "لم تُحتسب")
_STATED = Sentence("énoncé", "stated", "كما ورد")

# Why a figure is not counted. The English words are those of the rule that left it out, which names more.
_BECAUSE = {
    Reason.OTHER_BASIS: ("il n'est pas donné sur la base demandée", "ليس على الأساس المطلوب"),
    Reason.RESTATED: ("la même promesse, redite", "الوعد نفسه مكررا"),
    Reason.SUPERSEDED: ("une promesse ultérieure l'a modifiée", "عدّله وعد لاحق"),
    Reason.COVERED: ("la somme de ses parties lui est égale", "مجموع أجزائه يساويه"),
    Reason.EXCEEDED: ("la somme de ses parties dépasse ce qu'il énonce", "مجموع أجزائه يفوق ما ورد فيه"),
    Reason.INSIDE: (
        "il est compris dans un tout énoncé en une autre monnaie",
        "يدخل في كل مذكور بعملة أخرى",
    ),
    Reason.OUTSIDE: ("il n'entre qu'en partie dans ce qui a été demandé", "لا يدخل إلا جزئيا فيما طُلب"),
    Reason.NO_RATE: ("aucun taux n'est connu pour son année", "لا يُعرف سعر صرف لسنته"),
    Reason.NO_YEAR: ("l'année de sa monnaie n'est pas connue", "لا تُعرف سنة قيمته النقدية"),
    Reason.OTHER_UNIT: ("un pourcentage ne s'additionne pas", "النسب المئوية لا تُجمع"),
}


_BY = {
    "region": Sentence("région", "region", "الجهة"),
    "city": Sentence("ville", "city", "المدينة"),
    "site": Sentence("site", "site", "الموقع"),
    "place": Sentence("lieu", "place", "المكان"),
    "operator": Sentence("opérateur", "operator", "الشركة"),
    "party": Sentence("partie prenante", "party", "الطرف"),
    "segment": Sentence("segment", "segment", "الفرع"),
    "agreement": Sentence("accord", "agreement", "الاتفاقية"),
    "due": Sentence("échéance", "due", "الأجل"),
    "announced": Sentence("année d'annonce", "announced", "سنة الإعلان"),
    "status": Sentence("état", "status", "الحالة"),
    "source": Sentence("source", "source", "المصدر"),
    "kind": Sentence("nature", "kind", "النوع"),
}


def derivation_of_total(total: Total) -> Derivation:
    """Make the derivation of a total.

    Args:
        total: The total.

    Returns:
        A tree whose root is the total.
    """
    figures = total.figures
    if len(figures) == 1:
        return Derivation(
            kind=NodeKind.TOTAL,
            statement=_measured(total),
            figure=figures[0],
            children=(*_added(total, total.counted), *_not_added(total.left_out)),
        )
    if not figures:
        nothing = Sentence.of(
            "{what}\u00a0: rien n'est compté", "{what}: nothing counted", "{what}: لا شيء محتسب", what=_measured(total)
        )
        return Derivation(kind=NodeKind.TOTAL, statement=nothing, children=_not_added(total.left_out))
    sums = [
        Derivation(
            kind=NodeKind.SUM,
            statement=Sentence.of("en {unit}", "in {unit}", "بعملة {unit}", unit=figure.unit),
            figure=figure,
            children=_added(total, [line for line in total.counted if line.figure.unit == figure.unit]),
        )
        for figure in figures
    ]
    basket = Sentence.of(
        "{what}\u00a0: {sums}", "{what}: {sums}", "{what}: {sums}", what=_measured(total), sums=_basket(figures)
    )
    return Derivation(kind=NodeKind.TOTAL, statement=basket, children=(*sums, *_not_added(total.left_out)))


def derivation_of_breakdown(breakdown: Breakdown) -> Derivation:
    """Make the derivation of a breakdown.

    Args:
        breakdown: The breakdown.

    Returns:
        A tree whose root is the total and whose children are the parts, each with its lines.
    """
    total = breakdown.total
    names = tuple(
        _BY[by] if isinstance(by, str) else Sentence.same(getattr(by, "__name__", "function")) for by in breakdown.by
    )
    what = _measured(total)
    if names:
        what = Sentence.of("{what}, par {by}", "{what}, by {by}", "{what}، حسب {by}", what=what, by=names)
    figures = total.figures
    if not figures:
        what = Sentence.of(
            "{what}\u00a0: rien n'est compté", "{what}: nothing counted", "{what}: لا شيء محتسب", what=what
        )
    elif len(figures) > 1:
        what = Sentence.of("{what}\u00a0: {sums}", "{what}: {sums}", "{what}: {sums}", what=what, sums=_basket(figures))
    parts = [_part(key, part) for key, part in breakdown.items()]
    return Derivation(
        kind=NodeKind.BREAKDOWN,
        statement=what,
        figure=total.figure,
        children=(*parts, *_firmer(terms(total.counted, total.families)), *_not_added(total.left_out)),
    )


def _part(key: Hashable, part: Total) -> Derivation:
    figures = part.figures
    name = Sentence(*(_key(key, language) for language in ("fr", "en", "ar")))
    if len(figures) > 1:
        name = Sentence.of("{key}\u00a0: {sums}", "{key}: {sums}", "{key}: {sums}", key=name, sums=_basket(figures))
    return Derivation(
        kind=NodeKind.PART,
        statement=name,
        figure=part.figure,
        record=RecordReference.of(key) if isinstance(key, Record) else None,
        children=_added(part, part.counted),
    )


def _key(key: object, language: str) -> str:
    """Write the key of a part in one language."""
    from maroc_offshoring.totals.keys import NOT_STATED, Several

    if key is NOT_STATED:
        return {"fr": "non indiqué", "en": "not stated", "ar": "غير مذكور"}[language]
    if isinstance(key, Several):
        return in_language(tuple(key.things), language)
    if isinstance(key, tuple) and key:
        return ("، " if language == "ar" else ", ").join(_key(part, language) for part in key)
    text = in_language(key, language)
    return text if text.strip() else "—"


def _measured(total: Total) -> Sentence:
    if total.basis is None:
        return Sentence.of("{measure}", "{measure}", "{measure}", measure=total.measure)
    # The English word of a basis is its own name, so that it can be typed back.
    words = {
        "measure": total.measure,
        "basis": Sentence(total.basis.label("fr"), total.basis.value, total.basis.label("ar")),
    }
    return Sentence.of("{measure}, {basis}", "{measure}, {basis}", "{measure}، {basis}", **words)


def _basket(figures: Sequence[Figure]) -> Sentence:
    fr, en, ar = (" + ".join(figure.describe(language) for figure in figures) for language in ("fr", "en", "ar"))
    return Sentence(fr, en, ar)


def _added(total: Total, lines: Sequence[Line]) -> tuple[Derivation, ...]:
    return (*map(_line, lines), *_firmer(terms(lines, total.families)))


def _line(line: Line) -> Derivation:
    children: list[Derivation] = []
    if (first := getattr(line.record, "restates", None)) is not None:
        told_first = Sentence.of(
            "dit d'abord dans {id}, qui n'est pas choisi ou ne donne pas un tel chiffre",
            "told first in {id}, which is not selected or gives no such figure",
            "ورد أولا في {id}، وهو غير مختار أو لا يعطي هذا الرقم",
            id=first.id,
        )
        children.append(Derivation(kind=NodeKind.NOTE, statement=told_first, record=RecordReference.of(first)))
    if line.figure.steps:
        children.append(Derivation(kind=NodeKind.STATED, statement=_STATED, figure=line.stated))
    children += map(step_node, line.figure.steps)
    return Derivation(
        kind=NodeKind.REST if line.is_remainder else NodeKind.ADDED,
        statement=_named(line),
        figure=line.figure,
        record=RecordReference.of(line.record),
        sources=map(SourceReference.of, line.sources),
        children=children,
    )


def _named(line: Line) -> Sentence:
    """Name a line: the record that states it, whether it is what is beyond its parts, and where it belongs."""
    record = f"{line.record} [{line.record.id}]"
    if line.is_remainder:
        named = Sentence.of(
            "ce qui dépasse ses parties\u00a0: {record}",
            "what is beyond its parts: {record}",
            "ما يزيد على أجزائه: {record}",
            record=record,
        )
    else:
        named = Sentence.same(record)
    if not line.places:
        return named
    # A place goes by its French name in English too, as everywhere where a record is shown.
    french = ", ".join(str(place) for place in line.places)
    where = Sentence(french, french, in_language(line.places, "ar"))
    return Sentence.of("{named}, {where}", "{named}, {where}", "{named}، {where}", named=named, where=where)


def _firmer(found: Sequence[Term]) -> tuple[Derivation, ...]:
    """The wholes that state more firmly than their lines what these come to."""
    nodes: list[Derivation] = []
    for term in found:
        lines = [line.figure for line in term.lines]
        if len(lines) == 1 and lines[0] == term.figure:
            continue
        together = add(lines)
        if (together.qualifier, together.value, together.low, together.high) == (
            term.figure.qualifier, term.figure.value, term.figure.low, term.figure.high,
        ):  # fmt: skip
            continue
        record = term.family.record
        name = f"{record} [{record.id}]" if record is not None else term.family.name
        statement = Sentence.of(
            "ce que donnent ensemble les lignes de {name}, comme ce tout l'énonce",
            "what the lines of {name} come to together, as that whole states",
            "ما تعطيه معا أسطر {name}، كما ورد في هذا الكل",
            name=name,
        )
        reference = RecordReference.of(record) if record is not None else None
        nodes.append(Derivation(kind=NodeKind.SUM, statement=statement, figure=term.figure, record=reference))
    return tuple(nodes)


def _not_added(left_out: Sequence[LeftOut]) -> tuple[Derivation, ...]:
    if not left_out:
        return ()
    return (Derivation(kind=NodeKind.HEADING, statement=_LEFT_OUT, children=map(left_out_node, left_out)),)


def because_of(out: LeftOut) -> Sentence:
    """Say why a figure is not counted.

    Args:
        out: The figure.

    Returns:
        The reason; the English one names more, as the rule that left it out does.
    """
    fr, ar = _BECAUSE[out.reason]
    return Sentence(fr, out.because, ar)


def left_out_node(out: LeftOut) -> Derivation:
    """Make the node of a figure that is not counted.

    Args:
        out: The figure, with the reason.

    Returns:
        A node that says which record states it, why it is not counted, and what is counted instead.
    """
    words: dict[str, object] = {"record": f"{out.record} [{out.record.id}]", "because": because_of(out)}
    fr = en = ar = ""
    if out.instead is not None:
        words["instead"] = f"{out.instead} [{out.instead.id}]"
        fr = "\u00a0; compté à sa place\u00a0: {instead}"
        en = "; counted instead: {instead}"
        ar = "؛ المحتسب بدلا منه: {instead}"
    return Derivation(
        kind=NodeKind.LEFT_OUT,
        statement=Sentence.of(
            "{record}\u00a0: {because}" + fr, "{record}: {because}" + en, "{record}: {because}" + ar, **words
        ),
        figure=out.figure,
        record=RecordReference.of(out.record),
    )
