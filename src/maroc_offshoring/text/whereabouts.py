"""Where: the places of a sentence in groups, without those that only say where a paper was signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from maroc_offshoring.model import Place
from maroc_offshoring.text.mentions import Mention, innermost
from maroc_offshoring.text.words import Phrases, Word, listed


class Where(NamedTuple):
    """Places that a sentence names together.

    Args:
        first: The first word of the first name.
        last: The word after the last name.
        places: The places; none where they lie outside the dataset, as a foreign country does.
        located: Whether a preposition says that something is or goes there.
    """

    first: int
    last: int
    places: tuple[Place, ...]
    located: bool


# Words after which a place does not say where jobs or money go.
_NOT_THERE = listed(
    """
    siege signe signee signes signees signature tenu tenue tient reuni reunis lors ceremonie salon rencontre visite
    concurrencer derriere basee base bases headquartered headquarters based signed held meeting fair wali maire ne
    nee conference presentation organise organisee correspondant ouverte edition
    """
)
_BACK = 8
# What may stand between a signing and its place: `signés, ce mercredi 20 avril à Casablanca`.
_WEEK = listed(
    """
    ce cette a au le hier matin soir lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril
    mai juin juillet aout septembre octobre novembre decembre this on in at monday tuesday wednesday thursday friday
    """
)
_BETWEEN = listed(
    """
    et and a au aux en dans in at de la le les l du d ainsi que notamment region ville regions villes the or ou puis
    """
)
_PREPOSITIONS = listed(
    """
    a au aux en dans sur vers de in at across within to entre between notamment including pour for d
    """
)
_SEVERAL = listed(
    """
    plusieurs autres several other deux trois quatre cinq six sept huit neuf dix two three four five six seven eight
    nine ten
    """
)
_SMALL = listed("la le les l ville region du de d site parc the city of region commune province prefecture")
# Places that no dataset of Morocco has: a figure for one of them is none of ours.
_OUTSIDE = Phrases(
    dict.fromkeys(
        (
            "dans le monde", "à travers le monde", "au niveau mondial", "à l'échelle mondiale", "mondialement",
            "worldwide",
            "globally", "around the world", "across the world", "en France", "in France", "en Espagne", "in Spain",
            "au Portugal", "in Portugal", "en Tunisie", "in Tunisia", "au Sénégal", "in Senegal", "à Madagascar",
            "in Madagascar", "en Côte d'Ivoire", "en Roumanie", "en Inde", "in India", "en Europe", "in Europe",
            "en Afrique", "in Africa", "aux États-Unis", "in the United States", "en Belgique", "au Canada",
            "in Canada",
            "en Égypte", "in Egypt", "en Algérie", "au Cameroun", "à l'île Maurice", "en Jamaïque",
            "in the Philippines",
            "aux Philippines", "in South Africa", "en Afrique du Sud", "en Allemagne", "in Germany", "au Royaume-Uni",
            "in the UK", "in the United Kingdom", "à Paris", "in Paris", "en Italie", "en Turquie", "au Bénin",
            "au Togo",
            "à l'international", "en Pologne", "in Poland", "en Amérique", "en Asie", "in Asia",
            "à l'étranger", "abroad", "en Arabie saoudite", "au Mexique", "en Colombie", "in Kenya", "in Rwanda",
        ),
        True,
    )
)  # fmt: skip
# Words that stand for the place named last, by its level; None for the country.
_STANDING_FOR: Phrases[str] = Phrases(
    {
        "le parc": "site", "ce parc": "site", "le site": "site", "ce site": "site", "the site": "site",
        "the park": "site",
        "la plateforme": "site", "cette plateforme": "site", "le technopark": "site", "la zone": "site",
        "la ville": "city", "cette ville": "city", "the city": "city", "la cité": "city", "la capitale": "city",
        "le bassin": "last", "ce bassin": "last", "le centre": "thing", "ce centre": "thing", "the center": "thing",
        "the centre": "thing", "the hub": "thing", "ce pôle": "thing", "l'unité": "thing", "cette unité": "thing",
        "the unit": "thing", "the facility": "thing", "le projet": "thing", "ce projet": "thing",
        "the project": "thing",
        "this project": "thing", "the new centre": "thing", "the new center": "thing", "la région": "region",
        "cette région": "region", "the region": "region", "dans celle-ci": "region",
        "le royaume": "country", "the kingdom": "country", "le pays": "country", "the country": "country",
        "au niveau national": "country", "à l'échelle nationale": "country", "nationwide": "country",
    }
)  # fmt: skip


def wheres(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Where]:
    """Group the places of a sentence.

    Args:
        words: Its words.
        mentions: The places that it names, without those that are a part of a party's name.

    Returns:
        The groups in order; `Tanger, Fès et Agadir` is one.
    """
    groups: list[list[Mention]] = []
    for mention in mentions:
        if _is_aside(words, mention.first):
            continue
        if groups and _together(words, groups[-1][-1].last, mention.first):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    found = [_where(words, group) for group in groups]
    found += [Where(first, last, (), True) for first, last, _ in _OUTSIDE.all(words)]
    for index, word in enumerate(words[1:], start=1):
        if word.folded in ("pays", "countries") and (
            words[index - 1].folded.isdecimal() or words[index - 1].folded in _SEVERAL
        ):
            found.append(Where(index, index + 1, (), True))
    return sorted(found)


def _where(words: Sequence[Word], group: Sequence[Mention]) -> Where:
    # A name that several places have is not settled by guessing: it names none of them.
    places = [cast("Place", mention.records[0]) for mention in group if len(mention.records) == 1]
    back = group[0].first - 1
    while back >= 0 and words[back].folded in _SMALL:
        back -= 1
    located = back >= 0 and words[back].folded in _PREPOSITIONS
    return Where(group[0].first, group[-1].last, innermost(places), located or words[group[0].first - 1].folded == "d")


def _is_aside(words: Sequence[Word], first: int) -> bool:
    before = words[max(0, first - _BACK) : first]
    for back in range(len(before) - 1, -1, -1):
        if before[back].folded in _NOT_THERE:
            return True
        if before[back].figure is not None:
            return False
        if before[back].before not in ("", "'", "’", "-") and not all(
            w.folded in _WEEK or w.folded.isdecimal() for w in before[back:]
        ):
            return False
    return False


def _together(words: Sequence[Word], end: int, start: int) -> bool:
    """Say whether nothing but commas and small words stands between two names."""
    if start - end > 5:
        return False
    return all(word.folded in _BETWEEN for word in words[end:start]) and all(
        word.before in ("", ",", "/", "-", "–", "'", "’", "&", "(") for word in words[end : start + 1]
    )


def standing_for(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Find the words that stand for a place named before, such as `la région`.

    Args:
        words: The words of a sentence.

    Returns:
        Of each its first word, the word after it, and the level of the place.
    """
    return _STANDING_FOR.all(words)


def is_dateline(words: Sequence[Word], where: Where) -> bool:
    """Say whether a place heads an agency's report: `Rabat, 20 avril (MAP) –`.

    Args:
        words: The words of a sentence.
        where: The places.

    Returns:
        Whether it says where the report was written, not where anything goes.
    """
    if where.first > 0 or where.last >= len(words):
        return False
    sign = words[where.last].before
    agency = any(
        word.folded in ("map", "reuters", "afp", "apanews", "ecofin") for word in words[where.last : where.last + 6]
    )
    return agency or sign[:1] in ("–", "—", "-", "(", "/") or (sign == "," and words[where.last].folded.isdecimal())
