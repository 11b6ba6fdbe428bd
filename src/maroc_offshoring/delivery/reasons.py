"""Why a verdict is as it is, in a few sentences that can be printed as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maroc_offshoring.checks.wording import in_turn
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.delivery.evidence import Evidence
from maroc_offshoring.delivery.measurements import GATHERED, RATES, YEARLY
from maroc_offshoring.delivery.promise import Made, Promise
from maroc_offshoring.delivery.verdict import Caveat, Coverage, Shows, Timing, Verdict, Way
from maroc_offshoring.derivation import LANGUAGES, Sentence, when
from maroc_offshoring.figures import Figure
from maroc_offshoring.figures.bounds import Bounds
from maroc_offshoring.model import Observation, Target
from maroc_offshoring.vocabulary import Basis, Confidence, Qualifier

if TYPE_CHECKING:
    from maroc_offshoring.delivery.comparison import Ratio
    from maroc_offshoring.delivery.judging import Ruling

_TOLD = (
    Caveat.ESTIMATE, Caveat.DERIVED, Caveat.LOW_CONFIDENCE, Caveat.WITHIN, Caveat.AROUND, Caveat.SOME_MAKERS,
    Caveat.ALL_MAKERS, Caveat.SOME_SEGMENTS,
)  # fmt: skip
"""What a reader must know at once; the working has the rest."""


def reason(promise: Promise, ruling: Ruling, ratio: Ratio | None) -> Sentence:
    """Say why a verdict is as it is.

    Args:
        promise: What was promised.
        ruling: The verdict, and what it rests on.
        ratio: What was measured as a share of what was promised.

    Returns:
        What was promised, what was measured, what that shows; then what else became of the promise.
    """
    said = [promised(promise)]
    if ruling.readings:
        said.append(_readings(ruling))
    said += _shown(ruling, ratio)
    if promise.successors:
        said.append(_superseded(promise))
    if promise.record.confidence is Confidence.LOW:
        said.append(_OF_LOW_CONFIDENCE)
    if any(Caveat.CONVENTION in found.caveats for found in ruling.rests_on):
        said.append(Sentence.of("Note\u00a0: {it}.", "Note: {it}.", "ملاحظة: {it}.", it=Caveat.CONVENTION))
    return in_turn(*said)


_OF_LOW_CONFIDENCE = Sentence(
    "La fiche qui l'énonce est de faible confiance.",
    "The record that states it is of low confidence.",
    "السجل الذي يذكره ضعيف الموثوقية.",
)


def promised(promise: Promise) -> Sentence:
    """Say what was promised or aimed at, and by when.

    Args:
        promise: The promise.

    Returns:
        The sentence.
    """
    words = {"due": when(promise.due), "measure": promise.measure, "figure": _asked(promise)}
    if isinstance(promise.record, Target):
        return Sentence.of(
            "Objectif pour {due}, {measure}\u00a0: {figure}.", "Aim for {due}, {measure}: {figure}.",
            "هدف لأفق {due}، {measure}: {figure}.", **words,
        )  # fmt: skip
    return Sentence.of(
        "Promesse pour {due}, {measure}\u00a0: {figure}.", "Promise for {due}, {measure}: {figure}.",
        "وعد لأفق {due}، {measure}: {figure}.", **words,
    )  # fmt: skip


def _asked(promise: Promise) -> Sentence:
    words = {"n": promise.figure}
    if promise.basis is Basis.LEVEL and promise.measure in YEARLY:
        return Sentence.of("{n} par an", "{n} a year", "{n} في السنة", **words)
    if promise.basis is Basis.LEVEL and promise.measure not in GATHERED:
        return Sentence.of("{n} au total", "{n} in all", "{n} إجمالا", **words)
    # Of what gathers, such as an investment, all is additional: "more" would say more than the source.
    if promise.basis is Basis.ADDITIONAL and promise.measure not in {*YEARLY, *GATHERED} - RATES:
        return Sentence.of("{n} de plus", "{n} more", "{n} إضافية", **words)
    return Sentence.of("{n}", "{n}", "{n}", **words)


def told(found: Evidence, *, published: bool = False) -> Sentence:
    """Say what one piece of evidence says.

    Args:
        found: The evidence.
        published: Whether to say when it was first published.

    Returns:
        What was measured and when, with what a reader must know of it at once.
    """
    if found.status is not None:
        return Sentence.of(
            "sa fiche dit «\u00a0{status}\u00a0» ({on})", 'its record says "{status}" ({on})',
            "سجله يقول «{status}» ({on})", status=found.status.status, on=when(found.period),
        )  # fmt: skip
    last = found.observations[-1]
    notes: list[Sentence] = [when(last.period)]
    if published and (first_told := _published(last)) is not None:
        notes.append(Sentence.of("paru {on}", "published {on}", "نشر في {on}", on=first_told))
    told_of = [caveat for caveat in _TOLD if caveat in found.caveats]
    if found.coverage is Coverage.WIDER and Caveat.ALL_SEGMENTS in found.caveats:
        told_of.append(Caveat.ALL_SEGMENTS)
    notes += [Sentence.of("{it}", "{it}", "{it}", it=caveat) for caveat in told_of]
    words = {"n": last.figure, "notes": _listed(notes)}
    if found.way is Way.RISE and found.shown is not None:
        first = found.observations[0]
        return Sentence.of(
            "{base} ({then}), puis {n} ({notes}), soit {rise} de plus",
            "from {base} ({then}) to {n} ({notes}), which is {rise} more",
            "{base} ({then}) ثم {n} ({notes})، أي {rise} إضافية",
            base=first.figure, then=when(first.period), rise=as_figure(found.shown), **words,
        )  # fmt: skip
    if found.way is Way.CEILING:
        return Sentence.of(
            "{n} en tout ({notes}), moins que la hausse elle-même", "{n} in all ({notes}), less than the rise itself",
            "{n} إجمالا ({notes})، أي أقل من الزيادة نفسها", **words,
        )  # fmt: skip
    if Caveat.CONVERTED in found.caveats and found.figure is not None:
        return Sentence.of(
            "{n} ({notes}), soit {own} au taux de l'année", "{n} ({notes}), which is {own} at the rate of the year",
            "{n} ({notes})، أي {own} بسعر السنة", own=found.figure, **words,
        )  # fmt: skip
    return Sentence.of("{n} ({notes})", "{n} ({notes})", "{n} ({notes})", **words)


def _published(observation: Observation) -> PartialDate | None:
    dates = [source.published for source in observation.sources if source.published is not None]
    return min(dates, key=lambda date: (date.last_day, date.sort_key()), default=None)


def _listed(notes: list[Sentence]) -> Sentence:
    between = {"fr": "\u00a0; ", "en": "; ", "ar": "؛ "}
    return Sentence(*(between[language].join(note.label(language) for note in notes) for language in LANGUAGES))


def as_figure(bounds: Bounds) -> Figure:
    """Write bounds as a figure.

    Args:
        bounds: The bounds.

    Returns:
        Exact where both are one, `at least` where the upper is open, a range otherwise.
    """
    if bounds.high is None:
        return Figure(bounds.low, bounds.unit, Qualifier.AT_LEAST)
    if bounds.low == bounds.high:
        return Figure(bounds.low, bounds.unit)
    return Figure(None, bounds.unit, Qualifier.RANGE, bounds.low, bounds.high)


def _readings(ruling: Ruling) -> Sentence:
    level, more = (verdict for _, verdict in ruling.readings)
    return Sentence.of(
        "La source ne dit pas si c'est un niveau ou une hausse\u00a0: comme niveau, {level}\u00a0;"
        " comme hausse, {more}.",
        "The source does not say whether it is a level or a rise: as a level, {level}; as a rise, {more}.",
        "لا يقول المصدر إن كان مستوى أم زيادة: كمستوى، {level}؛ كزيادة، {more}.",
        level=level, more=more,
    )  # fmt: skip


def _shown(ruling: Ruling, ratio: Ratio | None) -> list[Sentence]:
    main = ruling.rests_on[:1]
    if ruling.verdict is Verdict.NOT_MEASURED:
        nothing = Sentence(
            "Rien de ce qui a été mesuré ne permet d'en juger.",
            "Nothing that was measured can judge it.",
            "لا شيء مما قيس يسمح بالحكم.",
        )
        return [nothing, *(_undecided(found) for found in main)]
    if ruling.verdict is Verdict.CONTESTED and not ruling.readings:
        first, second = ruling.rests_on[:2]
        return [
            Sentence.of(
                "Les sources se contredisent. Atteint\u00a0: {first}. Pas atteint\u00a0: {second}.",
                "Sources disagree. Reached: {first}. Not reached: {second}.",
                "المصادر متناقضة. تحقق: {first}. لم يبلغ: {second}.",
                first=told(first), second=told(second),
            )
        ]  # fmt: skip
    return [_says(found, ratio if place == 0 else None) for place, found in enumerate(ruling.rests_on)]


def _undecided(found: Evidence) -> Sentence:
    words = {"it": told(found)}
    if Caveat.LOW_CONFIDENCE in found.caveats:
        return Sentence.of("Le plus proche\u00a0: {it}.", "The nearest: {it}.", "الأقرب: {it}.", **words)
    if found.timing is Timing.LATE:
        return Sentence.of(
            "Le plus proche\u00a0: {it}, plus d'un an après l'échéance, ne dit rien de l'échéance.",
            "The nearest: {it}, more than a year after the date, says nothing of the date.",
            "الأقرب: {it}، بعد أكثر من سنة من الأجل، لا يقول شيئا عن الأجل.",
            **words,
        )
    return Sentence.of(
        "Le plus proche\u00a0: {it}, qui ne tranche rien.", "The nearest: {it}, which decides nothing.",
        "الأقرب: {it}، وهو لا يحسم شيئا.", **words,
    )  # fmt: skip


_SAYS: dict[tuple[Shows, Timing | None], tuple[str, str, str]] = {
    (Shows.REACHED, Timing.EARLY): (
        "{it}\u00a0: atteint avant l'échéance{share}.", "{it}: reached before the date{share}.",
        "{it}: تحقق قبل الأجل{share}.",
    ),
    (Shows.REACHED, Timing.AT): (
        "{it}\u00a0: atteint à l'échéance{share}.", "{it}: reached at the date{share}.", "{it}: تحقق عند الأجل{share}.",
    ),
    (Shows.SHORT, Timing.SOON): (
        "{it}, dans l'année qui suit l'échéance\u00a0: pas atteint{share}.",
        "{it}, within a year after the date: not reached{share}.",
        "{it}، خلال السنة التي تلي الأجل: لم يبلغ{share}.",
    ),
    (Shows.PART, Timing.EARLY): (
        "{it}, avant l'échéance\u00a0: réponse partielle tout au plus{share}.",
        "{it}, before the date: at most a partial answer{share}.",
        "{it}، قبل الأجل: جواب جزئي على الأكثر{share}.",
    ),
}  # fmt: skip
_SAYS_ELSE: dict[Shows, tuple[str, str, str]] = {
    Shows.REACHED: ("{it}\u00a0: atteint{share}.", "{it}: reached{share}.", "{it}: تحقق{share}."),
    Shows.SHORT: ("{it}\u00a0: pas atteint{share}.", "{it}: not reached{share}.", "{it}: لم يبلغ{share}."),
    Shows.PART: (
        "{it}\u00a0: réponse partielle tout au plus{share}.", "{it}: at most a partial answer{share}.",
        "{it}: جواب جزئي على الأكثر{share}.",
    ),
    Shows.LATE: (
        "{it}\u00a0: atteint, mais vu seulement après l'échéance\u00a0; rien ne montre que ce fut à temps{share}.",
        "{it}: reached, but seen only after the date; nothing shows that it was in time{share}.",
        "{it}: تحقق لكنه لم يلاحظ إلا بعد الأجل؛ لا شيء يثبت أنه كان في الوقت{share}.",
    ),
    Shows.NOTHING: (
        "{it}, ce qui ne tranche rien{share}.", "{it}, which decides nothing{share}.", "{it}، وهو لا يحسم شيئا{share}.",
    ),
}  # fmt: skip


def _says(found: Evidence, ratio: Ratio | None) -> Sentence:
    forms = _SAYS.get((found.shows, found.timing), _SAYS_ELSE[found.shows])
    if found.status is not None:
        forms = _SAYS_ELSE[found.shows]
    share = Sentence(*(f" ({ratio.label(language)})" if ratio else "\u200b" for language in LANGUAGES))
    early = found.shows is Shows.PART and found.timing is Timing.EARLY
    filled = Sentence.of(*forms, it=told(found, published=early), share=share)
    texts = [filled.label(language).replace("\u200b", "") for language in LANGUAGES]
    return Sentence(*(text[:1].upper() + text[1:] for text in texts))


def _superseded(promise: Promise) -> Sentence:
    newer: Made = promise.replaced_by or promise.successors[0]
    words = {"it": str(newer), "on": newer.announced_on or "?"}
    if promise.replaced_by is not None:
        return Sentence.of(
            "Remplacé avant l'échéance par «\u00a0{it}\u00a0» ({on}).", 'Superseded before its date by "{it}" ({on}).',
            "استبدل قبل الأجل بـ «{it}» ({on}).", **words,
        )  # fmt: skip
    last = promise.due.last_day if promise.due else None
    if newer.announced_on is None or last is None or newer.announced_on.first_day <= last:
        return Sentence.of(
            "Remplacé par «\u00a0{it}\u00a0» ({on}).",
            'Superseded by "{it}" ({on}).',
            "استبدل بـ «{it}» ({on}).",
            **words,
        )
    return Sentence.of(
        "Remplacé après l'échéance par «\u00a0{it}\u00a0» ({on}).", 'Superseded after its date by "{it}" ({on}).',
        "استبدل بعد الأجل بـ «{it}» ({on}).", **words,
    )  # fmt: skip
