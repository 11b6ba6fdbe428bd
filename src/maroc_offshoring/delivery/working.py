"""The working of a verdict as a tree: what was promised, what keeps it, the evidence, and what could not judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.checks.wording import in_turn
from maroc_offshoring.delivery.evidence import Evidence
from maroc_offshoring.delivery.promise import Made
from maroc_offshoring.delivery.reasons import as_figure, promised, told
from maroc_offshoring.delivery.verdict import Way
from maroc_offshoring.derivation import Derivation, NodeKind, RecordReference, Sentence, SourceReference
from maroc_offshoring.derivation.steps import step_node
from maroc_offshoring.model import Observation, Source

if TYPE_CHECKING:
    from maroc_offshoring.delivery.delivery import Delivery
    from maroc_offshoring.delivery.judgement import Judgement


def derivation_of(judgement: Judgement) -> Derivation:
    """Make the tree of one judgement.

    Args:
        judgement: The judgement.

    Returns:
        The tree.
    """
    return Derivation(
        kind=NodeKind.VERDICT,
        statement=Sentence.of("{v}. {why}", "{v}. {why}", "{v}. {why}", v=judgement.verdict, why=judgement.reason),
        record=RecordReference.of(judgement.promise),
        children=[
            _promise(judgement),
            _kept_by(judgement),
            *_evidence(judgement),
            *_ratio(judgement),
            *_set_aside(judgement),
            *_chain(judgement),
        ],
    )


def derivation_of_all(delivery: Delivery) -> Derivation:
    """Make the tree of many judgements.

    Args:
        delivery: The judgements.

    Returns:
        The tree: the counts, each judgement, and what a summary does not count.
    """
    tally = delivery.tally
    head = Sentence(
        *(
            f"{text} {delivery.as_of}{colon} {tally.label(language)}"
            for language, text, colon in (("fr", "au", "\u00a0:"), ("en", "as of", ":"), ("ar", "إلى غاية", ":"))
        )
    )
    children = [derivation_of(one) for one in delivery]
    if delivery.not_counted:
        children.append(
            Derivation(
                kind=NodeKind.HEADING,
                statement=Sentence("non comptés, jugés ailleurs", "judged, but not counted", "محكوم فيها وغير محتسبة"),
            )
        )
    children += [
        Derivation(
            kind=NodeKind.LEFT_OUT,
            statement=Sentence.of(
                "{it}\u00a0: {why}", "{it}: {why}", "{it}: {why}", it=left.judgement.promise, why=left.reason
            ),
            figure=left.judgement.figure,
            record=RecordReference.of(left.judgement.promise),
        )
        for left in delivery.not_counted
    ]
    return Derivation(kind=NodeKind.DELIVERY, statement=head, children=children)


def _cited(sources: tuple[Source, ...]) -> list[SourceReference]:
    return [SourceReference.of(source) for source in sources]


def _promise(judgement: Judgement) -> Derivation:
    record = judgement.promise
    children = [_note(record.note)] if record.note else []
    children += [
        Derivation(
            kind=NodeKind.STATED,
            statement=Sentence.of(
                "redit par «\u00a0{it}\u00a0» ({on})", 'told again as "{it}" ({on})', "أعيد ذكره: «{it}» ({on})",
                it=str(telling), on=telling.announced_on or "?",
            ),
            record=RecordReference.of(telling),
            sources=_cited(telling.sources),
        )
        for telling in judgement.tellings
    ]  # fmt: skip
    said = in_turn(Sentence.same(f"{record}."), promised(judgement.stated))
    return Derivation(
        kind=NodeKind.PROMISE,
        statement=said,
        record=RecordReference.of(record),
        sources=_cited(record.sources),
        children=children,
    )


def _kept_by(judgement: Judgement) -> Derivation:
    required = judgement.required
    words = {"low": as_figure(type(required)(required.low, required.low, required.unit, False))}
    if required.low == required.high or required.high is None:
        return Derivation(
            kind=NodeKind.ASSUMPTION,
            statement=Sentence.of(
                "tenu par {low}, manqué au-dessous", "kept by {low}, missed below it", "يتحقق بـ {low} ولا يتحقق دونه",
                **words,
            ),
        )  # fmt: skip
    high = as_figure(type(required)(required.high, required.high, required.unit, False))
    return Derivation(
        kind=NodeKind.ASSUMPTION,
        statement=Sentence.of(
            "tenu à coup sûr par {high}, manqué à coup sûr au-dessous de {low}",
            "surely kept by {high}, surely missed below {low}",
            "يتحقق يقينا بـ {high} ولا يتحقق يقينا دون {low}",
            high=high, **words,
        ),
        children=[
            Derivation(
                kind=NodeKind.NOTE,
                statement=Sentence(*(judgement.convention.describe(language) for language in ("fr", "en", "ar"))),
            )
        ],
    )  # fmt: skip


def _evidence(judgement: Judgement) -> list[Derivation]:
    if not judgement.evidence:
        return []
    heading = Derivation(kind=NodeKind.HEADING, statement=Sentence("éléments", "evidence", "الأدلة"))
    # What the verdict rests on comes first.
    rest = [found for found in judgement.evidence if found not in judgement.rests_on]
    return [heading, *(_piece(found) for found in (*judgement.rests_on, *rest))]


def _piece(found: Evidence) -> Derivation:
    children = [_measurement(seen) for seen in found.observations] if found.way is Way.RISE else []
    if found.figure is not None:
        children += [step_node(step) for step in found.figure.steps]
    if found.way is not Way.RISE and found.observations and found.observations[0].note:
        children.append(_note(found.observations[0].note))
    if found.status is not None and found.status.note:
        children.append(_note(found.status.note))
    children += [Derivation(kind=NodeKind.NOTE, statement=_of(caveat)) for caveat in found.caveats]
    one = found.observations[0] if len(found.observations) == 1 else found.record
    words = {"it": told(found), "shows": _of(found.shows)}
    return Derivation(
        kind=NodeKind.EVIDENCE,
        statement=Sentence.of("{it}\u00a0: {shows}", "{it}: {shows}", "{it}: {shows}", **words),
        record=None if one is None else RecordReference.of(one),
        sources=_cited(found.sources),
        children=children,
    )


def _of(term: object) -> Sentence:
    return Sentence.of("{it}", "{it}", "{it}", it=term)


def _note(text: str) -> Derivation:
    return Derivation(kind=NodeKind.NOTE, statement=Sentence.same(text))


def _measurement(seen: Observation) -> Derivation:
    return Derivation(
        kind=NodeKind.MEASUREMENT,
        statement=Sentence.of("{m} ({on})", "{m} ({on})", "{m} ({on})", m=seen.measure, on=seen.period or "?"),
        figure=seen.figure,
        record=RecordReference.of(seen),
        sources=_cited(seen.sources),
        children=[_note(seen.note)] if seen.note else [],
    )


def _ratio(judgement: Judgement) -> list[Derivation]:
    share = judgement.ratio
    if share is None:
        return []
    statement = Sentence(
        f"part mesurée du minimum qui le tient\u00a0: {share.label('fr')}",
        f"share measured of the least that keeps it: {share.label('en')}",
        f"النسبة المقاسة من الحد الأدنى: {share.label('ar')}",
    )
    return [Derivation(kind=NodeKind.RATIO, statement=statement)]


def _set_aside(judgement: Judgement) -> list[Derivation]:
    if not judgement.set_aside:
        return []
    heading = Sentence("vus, mais ne peuvent juger", "seen, but cannot judge it", "ملاحظة لكنها لا تحكم")
    return [
        Derivation(kind=NodeKind.HEADING, statement=heading),
        *(
            Derivation(
                kind=NodeKind.SET_ASIDE,
                statement=Sentence.of(
                    "{on}\u00a0: {why}",
                    "{on}: {why}",
                    "{on}: {why}",
                    on=left.observation.period or "?",
                    why=left.because,
                ),
                figure=left.observation.figure,
                record=RecordReference.of(left.observation),
                sources=_cited(left.observation.sources),
            )
            for left in judgement.set_aside
        ),
    ]


def _chain(judgement: Judgement) -> list[Derivation]:
    return [_newer(record, judgement) for record in judgement.superseded_by]


def _newer(record: Made, judgement: Judgement) -> Derivation:
    before = record is judgement.stated.replaced_by
    words = {"it": str(record), "on": record.announced_on or "?"}
    statement = (
        Sentence.of(
            "remplacé avant l'échéance par «\u00a0{it}\u00a0» ({on})", 'superseded before its date by "{it}" ({on})',
            "استبدل قبل الأجل بـ «{it}» ({on})", **words,
        )
        if before
        else Sentence.of(
            "puis remplacé par «\u00a0{it}\u00a0» ({on})", 'then superseded by "{it}" ({on})',
            "ثم استبدل بـ «{it}» ({on})", **words,
        )
    )  # fmt: skip
    return Derivation(
        kind=NodeKind.NOTE,
        statement=statement,
        record=RecordReference.of(record),
        sources=_cited(record.sources),
    )
