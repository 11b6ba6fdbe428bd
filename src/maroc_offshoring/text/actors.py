"""Who acts in a sentence: parties of the dataset, companies that it does not have, and words that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attrs import field, frozen

from maroc_offshoring.model import Operator, Party
from maroc_offshoring.text.words import Phrases, Word, listed


class State(Enum):
    """How far an actor is known."""

    KNOWN = "known"  # a party of the dataset
    AMBIGUOUS = "ambiguous"  # a name that several parties have, or begin with
    NEW = "new"  # a company that the dataset does not have
    SECTOR = "sector"  # the sector, the country, a region: no party
    COMPANIES = "companies"  # companies that are not named
    PAPER = "paper"  # an agreement, a project
    PROGRAMME = "programme"  # a strategy or plan of an authority
    SAME = "same"  # a word that stands for who was named before


class Part(Enum):
    """The part that an actor has in a sentence."""

    SUBJECT = "subject"
    AGENT = "agent"  # par X, chez X
    WITH = "with"  # avec X
    SOURCE = "source"  # selon X
    ASIDE = "aside"  # filiale de X: named, but it does not act


@frozen
class Actor:
    """Someone who is named in a sentence.

    Args:
        first: The first word of the name.
        last: The word after it.
        start: Where the name begins in the text.
        end: Where it ends.
        name: The name as the text has it.
        state: How far it is known.
        part: What it does in the sentence.
        parties: The party; the candidates where the name is ambiguous.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    state: State
    part: Part = Part.SUBJECT
    parties: tuple[Party, ...] = field(default=(), eq=False)

    @property
    def is_company(self) -> bool:
        """Whether it is a company, known or new."""
        if self.state is State.AMBIGUOUS:
            return any(isinstance(party, Operator) for party in self.parties)
        return self.state is State.NEW or (self.state is State.KNOWN and isinstance(self.parties[0], Operator))

    @property
    def is_named(self) -> bool:
        """Whether it is someone, and not a word for many or for no one."""
        return self.state in (State.KNOWN, State.AMBIGUOUS, State.NEW)


_STANDING_FOR: dict[State, tuple[str, ...]] = {
    State.SAME: (
        "il", "elle", "ils", "elles", "l'entreprise", "le groupe", "la société", "l'opérateur", "la filiale",
        "celle-ci",
        "celui-ci", "ce dernier", "cette dernière", "la compagnie", "le prestataire", "la firme", "l'enseigne",
        "the company", "the firm", "the group", "the operator", "it", "they", "the provider", "the bank", "la banque",
        "le spécialiste", "la multinationale", "le géant",
    ),
    State.SECTOR: (
        "le secteur", "la branche", "la filière", "l'industrie", "l'offshoring", "l'outsourcing", "ce secteur",
        "du secteur",
        "l'externalisation", "le pays", "l'écosystème", "le marché", "la profession", "le royaume", "le maroc",
        "the sector",
        "the industry", "the country", "the kingdom", "the market", "morocco", "business services sector",
        "outsourcing industry", "outsourcing sector", "offshoring sector", "call-centre business", "les exportations",
        "les recettes d'exportation", "the sector's", "l'activité", "cette activité", "les métiers", "le bassin",
        "exports", "cette industrie", "la région", "cette région", "the region", "la ville", "cette ville", "the city",
        "les autorités",
    ),
    State.COMPANIES: (
        "les entreprises", "les sociétés", "les opérateurs", "les groupes", "ces entreprises", "ces sociétés",
        "ces opérateurs", "ces groupes", "les investisseurs", "d'autres opérateurs", "autres opérateurs",
        "opérateurs internationaux", "autres groupes", "sociétés internationales", "the companies", "the firms",
        "the operators", "these companies", "investors", "other companies", "international operators",
        "les centres d'appels", "les multinationales",
    ),
    State.PAPER: (
        "un protocole", "un mémorandum", "une convention", "un accord", "le protocole d'accord", "un contrat",
        "les mémorandums", "ces mémorandums", "mémorandums d'entente", "les conventions", "ces conventions",
        "conventions d'investissement", "ces accords", "les accords", "l'accord", "cet accord", "ces investissements",
        "ces projets", "les projets", "le montant global", "l'investissement global", "le protocole", "la convention",
        "memoranda of understanding",
        "memorandums of understanding", "the memoranda", "the agreements", "these agreements", "these projects",
        "the agreement", "le mémorandum", "premier mémorandum", "ces nouveaux investissements", "ce partenariat",
        "l'ensemble des projets", "le contrat", "ces mou", "les mou", "the memorandum",
    ),
    State.PROGRAMME: (
        "la stratégie", "cette stratégie", "la feuille de route", "le plan", "ce plan", "le programme", "ce programme",
        "the strategy", "the plan", "the roadmap", "the programme", "the program", "l'offre maroc",
        "le contrat-programme",
        "la vision", "cette feuille de route",
    ),
}  # fmt: skip
STANDING_FOR: Phrases[State] = Phrases(
    [(phrase, state) for state, all_of in _STANDING_FOR.items() for phrase in all_of]
)

# Authorities as the press shortens their names; each is the id of a record, and counts where the dataset has it.
SHORTENED: Phrases[str] = Phrases(
    {
        "le gouvernement": "government-of-morocco", "l'exécutif": "government-of-morocco",
        "the government": "government-of-morocco", "le gouvernement marocain": "government-of-morocco",
        "l'état": "government-of-morocco", "les pouvoirs publics": "government-of-morocco",
        "le ministère de l'industrie": "ministry-of-industry", "ministère de l'industrie": "ministry-of-industry",
        "ministry of industry": "ministry-of-industry",
        "le ministère de la transition numérique": "ministry-of-digital-transition",
        "ministère de la transition numérique": "ministry-of-digital-transition",
        "ministry of digital transition": "ministry-of-digital-transition",
        "le ministère de l'emploi": "ministry-of-employment",
        "ministère des finances": "ministry-of-economy-and-finance",
    }
)  # fmt: skip

_PARTS: Phrases[Part] = Phrases(
    [
        *((phrase, Part.ASIDE) for phrase in (
            "filiale de", "filiale du", "filiale d'", "filiale marocaine de", "filiales de", "subsidiary of", "unit of",
            "part of", "arm of", "maison mère", "client de", "clients de", "client of", "propriété de", "rachetée par",
            "racheté par", "acquired by", "owned by", "ministre de", "concurrent de", "contrôlée par", "contrôlé par",
            "présidé par", "présidée par", "ancien de", "compte de", "on behalf of", "pour le compte de",
            "donneur d'ordre",
            "filiale à 100 % de", "rival de", "face à", "clients comme", "clients such as", "marque de", "via",
            "à travers sa", "aux côtés de", "alongside", "en présence de", "soutien de", "appui de", "auprès de",
            "contre",
        )),
        *((phrase, Part.SOURCE) for phrase in (
            "selon", "d'après", "according to", "de source", "source", "données de", "chiffres de", "data from",
            "estimations de", "statistiques de", "estimates by",
        )),
        *((phrase, Part.AGENT) for phrase in ("par", "chez", "by")),
        *((phrase, Part.WITH) for phrase in ("avec", "with", "en partenariat avec", "in partnership with")),
    ]
)  # fmt: skip
_SMALL = listed(
    """
    le la les l du de d des groupe societe operateur entreprise the group company geant espagnol francais francaise
    marocain marocaine international americain allemand japonais indien canadien britannique espagnole americaine
    cabinet
    """
)


_GOVERNED = listed(
    """
    de d du des a au aux dans pour par sur en vers entre et of in for to by with into on from across and au sein
    """
)


def is_governed(words: Sequence[Word], first: int) -> bool:
    """Say whether a word before a phrase makes it something else than who acts, as in `aux métiers du secteur`.

    Args:
        words: The words of the sentence.
        first: The first word of the phrase.

    Returns:
        True after a preposition.
    """
    return first > 0 and words[first].before in ("", "'", "’") and words[first - 1].folded in _GOVERNED


def part_of(words: Sequence[Word], first: int) -> Part:
    """Say what part a name has, by the words before it.

    Args:
        words: The words of the sentence.
        first: The first word of the name.

    Returns:
        The part; a subject where nothing says otherwise.
    """
    back = first
    steps = 0
    # "filiale de Nippon Telegraph and Telephone": the second name has the part of the first.
    while back > 1 and words[back - 1].folded in ("and", "et") and words[back - 2].capital and words[back].before == "":
        back -= 2
        while back > 0 and words[back - 1].capital and words[back].before in ("", "-"):
            back -= 1
    while back > 0 and steps < 4:
        for length in (4, 3, 2, 1):
            if back - length < 0:
                continue
            hit = _PARTS.at(words, back - length)
            if hit is not None and hit[0] == length:
                return hit[1]
        if words[back].before not in ("", "'", "’") or words[back - 1].folded not in _SMALL:
            return Part.SUBJECT
        back -= 1
        steps += 1
    return Part.SUBJECT


def same_actors(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Say whether two sentences name the same actors, in the same order.

    Args:
        one: Those of one; none at all are not the same as none.
        other: Those of the other.

    Returns:
        True where they are.
    """
    return bool(one) and [actor.name for actor in one] == [actor.name for actor in other]
