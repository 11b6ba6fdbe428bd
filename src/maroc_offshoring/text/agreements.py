"""The instrument that a promise is signed in, by the word that the press has for it."""

from __future__ import annotations

from collections.abc import Sequence

from maroc_offshoring.dates import PartialDate
from maroc_offshoring.text.horizons import Moment, Role
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.words import Phrases, listed
from maroc_offshoring.vocabulary import AgreementKind

_KINDS: Phrases[AgreementKind] = Phrases(
    [
        *((phrase, AgreementKind.MOU) for phrase in (
            "mémorandum", "mémorandums", "mémorandum d'entente", "mémorandums d'entente", "MoU", "MoUs", "memorandum",
            "memoranda", "memorandum of understanding", "memoranda of understanding", "memorandums of understanding",
        )),
        *((phrase, AgreementKind.CONVENTION) for phrase in ("convention", "conventions")),
        *((phrase, AgreementKind.PROTOCOL) for phrase in (
            "protocole", "protocoles", "protocole d'accord", "protocoles d'accord", "protocol",
        )),
        *((phrase, AgreementKind.CONTRACT_PROGRAMME) for phrase in ("contrat-programme", "contrats-programmes")),
        *((phrase, AgreementKind.PERFORMANCE_CONTRACT) for phrase in (
            "contrat de performance", "contrats de performance", "performance contract", "performance contracts",
        )),
        *((phrase, AgreementKind.SHAREHOLDERS_PACT) for phrase in (
            "pacte d'actionnaires", "pacte d'associés", "shareholders' pact",
        )),
        *((phrase, AgreementKind.JOINT_VENTURE) for phrase in ("coentreprise", "co-entreprise", "joint venture")),
        *((phrase, AgreementKind.AGREEMENT) for phrase in ("accord", "accords", "agreement", "agreements")),
    ]
)  # fmt: skip
_ANNOUNCED = listed(
    """
    signe signee signes signees signature annonce annoncee annonces conclu conclue conclues conclus devoile devoilee
    lance lancee inaugure signed announced unveiled said launched paraphe paraphee approuve approuvee presente
    presentee declare indique
    """
)


def agreements(scene: Scene) -> list[tuple[int, int, AgreementKind]]:
    """Find the instruments that a sentence names.

    Args:
        scene: The sentence.

    Returns:
        Of each its first word, the word after it, and its kind.
    """
    return _KINDS.all(scene.words)


def announcements(scenes: Sequence[Scene], published: PartialDate | None) -> dict[int, Moment]:
    """Find the dates on which something was signed or announced.

    Args:
        scenes: The sentences of the text.
        published: The date of the article, after which nothing was.

    Returns:
        The date by the number of its sentence.
    """
    found: dict[int, Moment] = {}
    for scene in scenes:
        if not any(word.folded in _ANNOUNCED for word in scene.words):
            continue
        for moment in scene.moments:
            date = moment.period.end if moment.period else None
            if moment.role is not Role.WHEN or date is None or date.month is None or moment.period is None:
                continue
            fits = published is None or (not published < date and published.year - date.year <= 1)
            if moment.period.start == date and fits:
                found.setdefault(scene.number, moment)
    return found
