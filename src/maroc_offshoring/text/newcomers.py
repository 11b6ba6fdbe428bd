"""The names of companies that a dataset does not have: words with capitals that stand where companies stand.

A name is taken for a company's where the words around it say so: `la société X`, `X, filiale de…`, `X va créer…`,
`X : 300 emplois`. It is only ever proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from maroc_offshoring.text.cues import Cue
from maroc_offshoring.text.verbs import Mood
from maroc_offshoring.text.words import Word, listed

_ORGANISATIONS = listed(
    """
    societe societes groupe groupes entreprise entreprises operateur operateurs cabinet filiale startup startups
    compagnie specialiste prestataire firme editeur esn geant multinationale constructeur banque assureur
    integrateur enseigne outsourceur leader acteur fournisseur pme company firm group operator provider specialist
    giant subsidiary outsourcer start bank vendor consultancy player
    """
)
_SAYS_WHAT_IT_IS = _ORGANISATIONS | listed(
    """
    specialise specialisee specialises specialisees operant implante implantee base basee specialized specialised
    specializing specialising based dont qui active actif
    """
)
# Who leads a company, so that `le patron de X` names one.
_LEADERS = listed(
    """
    patron pdg dg president presidente directeur directrice general generale fondateur fondatrice dirigeant
    dirigeante ceo head chairman founder director implantation arrivee chez manager delegue installation
    """
)
_NATIONS = listed(
    """
    indien francais espagnol americain allemand japonais canadien britannique marocain portugais italien belge
    suisse chinois neerlandais indian french spanish american german japanese canadian british moroccan indienne
    francaise espagnole americaine marocaine
    """
)
_WITH = frozenset(("avec", "with"))
_OF = listed("de d du of at la le l les the des")
_TITLES = listed(
    """
    m mm mme mr mrs ms dr monsieur madame ministre minister wali roi king sm secretaire depute gouverneur maire
    professeur
    """
)
# Words that a capital does not make a company: what the press writes so, and how sentences begin.
_SPEECH = listed(
    """
    said says told added adds explained noted indique precise declare explique souligne rappelle ajoute affirme
    ecrit rapporte note pointe estime assure insiste repond apprend reports reported writes stressed a
    """
) - {"a"}  # fmt: skip
# Newspapers and agencies: they tell of companies and are none.
_PRESS = listed(
    """
    economiste leconomiste medias24 medias le360 telquel challenge yabiladi hespress matin reuters bloomberg afp
    kiosque360 ecofin infomediaire liberation lematin eco vie bladi maghress panorapost agence quotidien opinion
    """
)
_COMMON = _PRESS | listed(
    """
    le la les l un une des de du d au aux en a dans sur pour par avec sans sous selon entre apres avant depuis des
    il elle ils elles on nous vous je ce cet cette ces celui celle ceux cela ceci son sa ses leur leurs notre nos
    mon ma mes qui que quoi dont ou quand comment combien pourquoi et mais donc or ni car si ainsi enfin alors deja
    ici plus moins tous toutes tout toute chaque quelque quelques plusieurs certains autre autres deux trois quatre
    cinq six sept huit neuf dix premier premiere deuxieme troisieme actuellement aujourd hui hier demain desormais
    outre objectif bilan resultat total signature maroc offshoring outsourcing nearshoring externalisation digital
    numerique emploi emplois investissement investissements relation client clients offshore nearshore royaume etat
    europe afrique union ministre ministere salon conseil region regions ville gouvernement mou mous bpo ito crm kpo
    eso it ti tic ia ai map dr ph rh siccam cci pdg dg ceo usa uk ue eu dh dhs mad mdh mmdh eur usd gitex africa
    lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march
    april may june july august september october november december the this that these those he she it they we you
    our its their his her in on at by for from to of with after before since between among as an and but or so then
    there here last next previous through during under according within over across while although despite when
    where who which what how why more most less all some any each every two three four five six seven eight nine ten
    first second third today morocco moroccan french spanish british american european african kingdom government
    ministry jobs company firm sector industry also meanwhile currently dubbed nouvelle nouveau nouvelles nouveaux
    pas selon grace face lors parmi cote part fin debut note q r question reponse interview centre centres call
    center appels parc park site sites convention memorandum accord projet programme strategie plan feuille club
    fonds federation association commission chambre agence direction cri
    """
)
_JOINERS = ("", "-", "&", "'", "’", "+", ".")


class Name(NamedTuple):
    """A name with capitals: its first word, the word after it, and whether it is said to be a company or a person."""

    first: int
    last: int
    company: bool
    person: bool = False


def names(words: Sequence[Word], taken: Iterable[tuple[int, int]], cues: Sequence[Cue], *, item: bool) -> list[Name]:
    """Find the names with capitals that are none of the dataset's.

    Args:
        words: The words of a sentence.
        taken: The first and last words of names that are known.
        cues: What governs its figures.
        item: Whether it is an item of a list.

    Returns:
        The names in order.
    """
    known = {index for first, last in taken for index in range(first, last)}
    found: list[Name] = []
    index = 0
    verbs = {cue.first: cue for cue in cues}
    while index < len(words):
        last = index
        while last < len(words) and _belongs(words, last, index) and (last not in known or last > index):
            last += 1
        if last == index or index in known:
            index += 1
            continue
        person = _is_person(words, index, last)
        found.append(Name(index, last, not person and _is_company(words, index, last, verbs, item), person))
        index = last
    return found


def _belongs(words: Sequence[Word], index: int, first: int) -> bool:
    word = words[index]
    if word.figure is not None or not word.capital or word.folded.isdecimal():
        return False
    if index == first:
        return word.folded not in _COMMON and len(word.folded) > 1
    home = word.folded in ("maroc", "morocco")
    return word.before in _JOINERS and (home or word.folded not in _COMMON)


def _is_person(words: Sequence[Word], first: int, last: int) -> bool:
    before = [word.folded for word in words[max(0, first - 1) : first]]
    if any(word in _TITLES for word in before):
        return True
    after = words[last : last + 4]
    if after and after[0].before == "," and last - first >= 2:
        titled = [word.folded for word in after]
        return any(word in _LEADERS or word in _TITLES for word in titled)
    return False


def _is_company(words: Sequence[Word], first: int, last: int, verbs: dict[int, Cue], item: bool) -> bool:
    after = words[last : last + 7]
    if any(word.folded in ("maroc", "morocco") for word in words[first + 1 : last]):
        return True
    if _named_as_such(words, first) or _led_or_met(words, first):
        return True
    if after and after[0].before in (",", ",(", "(") and any(word.folded in _SAYS_WHAT_IT_IS for word in after[:6]):
        return True
    if after and ":" in after[0].before and (item or first == 0):
        return True
    if after and "(" in after[0].before and any(word.figure is not None for word in after[:2]):
        return True
    if after and after[0].folded in _SPEECH:
        return False
    for index in range(last, min(last + 5, len(words))):
        if words[index].before not in ("", "'", "’") and index > last:
            break
        cue = verbs.get(index)
        if cue is not None and cue.firm:
            return cue.act is not None or last - first == 1 or cue.mood is not Mood.PROMISE
    # "Atlas Bridge to open": a headline of the English press
    return bool(after) and after[0].folded == "to" and (last in verbs or last + 1 in verbs)


def _named_as_such(words: Sequence[Word], first: int) -> bool:
    """Say whether `société`, `groupe` and the like stand shortly before, with nothing but small words between."""
    for back in range(1, 9):
        if first - back < 0:
            return False
        word = words[first - back]
        if word.figure is not None:
            return False
        if word.folded in _ORGANISATIONS:
            return back <= 3 or word.folded in ("societe", "entreprise", "groupe", "company", "operateur")
        if word.capital and word.folded not in _COMMON:
            return False
        if words[first - back + 1].before not in ("", "'", "’"):
            return False
    return False


def _led_or_met(words: Sequence[Word], first: int) -> bool:
    back = first - 1
    while back >= 0 and words[back].folded in _NATIONS | {"l", "le", "la", "the"}:
        back -= 1
    if back >= 0 and words[back].folded in _WITH:
        return any(
            word.folded
            in (
                "convention",
                "memorandum",
                "accord",
                "contrat",
                "partenariat",
                "conclue",
                "conclu",
                "signe",
                "signee",
                "premier",
                "second",
                "premiere",
                "seconde",
                "mou",
                "agreement",
                "deal",
            )
            for word in words[max(0, first - 9) : first]
        )
    while back >= 0 and words[back].folded in _OF:
        back -= 1
    return back >= 0 and words[back].folded in _LEADERS
