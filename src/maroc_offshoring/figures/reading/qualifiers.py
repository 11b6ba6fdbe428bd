"""How firmly a figure is stated: the words before it (`plus de`, `nearly`) and after it (`au moins`, `or more`).

To add a phrase, put it in the table of its language, behind its qualifier. What is longest wins: `un peu moins de` is
nearly so many, `moins de` at most so many.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from maroc_offshoring.figures.reading.phrases import Phrases, listed
from maroc_offshoring.vocabulary import Qualifier


class Firmness(NamedTuple):
    """What a phrase says of a figure.

    Args:
        qualifier: How firmly the figure is stated.
        language: The language of the phrase.
    """

    qualifier: Qualifier
    language: str


BEFORE = {
    Qualifier.EXACT: {"fr": "exactement, précisément", "en": "exactly, precisely", "ar": "بالضبط"},
    Qualifier.AT_LEAST: {
        "fr": """
            plus de, plus d', + de, + d', au moins, au minimum, a minima, au bas mot, minimum, un minimum de, un
            minimum d', pas moins de, pas moins d', un peu plus de, un peu plus d', bien plus de, bien plus d', au
            delà de, au-delà de, au delà d', au-delà d', supérieur à, supérieure à, supérieurs à, dépasse, dépassent,
            dépasser, dépassant, dépassera, dépasseront, dépassait, dépassé, a dépassé, ont dépassé, excède, excédant,
            franchit, franchi, franchir, franchira, à partir de, le cap des, le cap de, le cap d', la barre des, la
            barre de, la barre d', le seuil d', le seuil des, le seuil de
        """,
        "en": """
            more than, over, at least, well over, just over, a little over, slightly over, upwards of, in excess of,
            above, no fewer than, no less than, not less than, a minimum of, minimum, exceeding, exceeds, exceed,
            exceeded, surpassing, surpasses, surpassed, greater than
        """,
        "": ">, ≥",
        "ar": """
            أكثر من, أزيد من, ما يزيد عن, ما يزيد على, ما لا يقل عن, لا يقل عن, تفوق, يفوق, ما يفوق, على الأقل,
            تتجاوز, يتجاوز, تجاوز
        """,
    },
    Qualifier.ABOUT: {
        "fr": """
            environ, quelque, quelques, autour de, autour d', aux alentours de, aux alentours d', de l'ordre de, de
            l'ordre d', à peu près, approximativement, grosso modo, avoisine, avoisinent, avoisinant, avoisinait,
            avoisiner, avoisine le chiffre de, aux environs de, env, env.
        """,
        "en": """
            about, around, some, approximately, roughly, circa, ca., an estimated, in the region of, in the order of,
            on the order of, approx, approx.
        """,
        "ar": "حوالي, نحو, زهاء, تقريبا, ما يناهز, يناهز, تناهز",
        "": "~, ≈, ±",
    },
    Qualifier.NEARLY: {
        "fr": """
            près de, près d', presque, un peu moins de, un peu moins d', quasiment, pas loin de, pas loin d', proche
            de, proche d', frôle, frôlent, frôlant
        """,
        "en": """
            nearly, almost, close to, just under, just below, a little under, a little less than, slightly less than,
            approaching, not far from, nearing, just short of
        """,
        "ar": "ما يقارب, قرابة, يقارب, تقارب, ما يقرب من",
    },
    Qualifier.AT_MOST: {
        "fr": """
            jusqu'à, jusqu', au plus, au maximum, maximum, un maximum de, un maximum d', moins de, moins d', pas plus
            de, pas plus d', tout au plus, inférieur à, inférieure à, inférieurs à, plafonné à, plafonnée à, dans la
            limite de, dans la limite d'
        """,
        "en": """
            up to, at most, no more than, not more than, less than, fewer than, under, below, as many as, as much as,
            a maximum of, maximum, capped at, not exceeding
        """,
        "": "<, ≤",
        "ar": "على الأكثر, إلى غاية, أقل من, ما لا يتجاوز, لا يتجاوز, لا تتجاوز, كحد أقصى",
    },
}
AFTER = {
    Qualifier.AT_LEAST: {
        "fr": "au moins, au minimum, a minima, minimum, ou plus, et plus, au bas mot",
        "en": "at least, or more, minimum, and more",
        "ar": "على الأقل, على أقل تقدير, فأكثر, أو أكثر",
        "": "+",
    },
    Qualifier.ABOUT: {"fr": "environ, à peu près", "en": "or so, approximately, roughly", "ar": "تقريبا"},
    Qualifier.AT_MOST: {
        "fr": "au plus, au maximum, maximum, tout au plus, max",
        "en": "at most, maximum, or less, or fewer, max",
        "ar": "على الأكثر, كحد أقصى, على أبعد تقدير",
    },
}
OR_MORE = "+, -plus, or more, ou plus, et plus, and more"
"""What says it between the number and its unit: `50+ employees`, `300 or more jobs`."""
BETWEEN_THEM = {  # what may stand between such a verb and its number: franchit le cap des 4.000 emplois
    "fr": """
        les, le cap des, le cap de, le cap d', la barre des, la barre de, la barre d', le seuil d', le seuil des, le
        seuil de, largement, à peine, le chiffre de, la barre symbolique de, la barre symbolique des, allègrement,
        bien, déjà
    """,
    "en": "the, the mark of, a total of, the threshold of",
    "ar": "عتبة, سقف",
}


def _rows(table: dict[Qualifier, dict[str, str]]) -> list[tuple[str, Firmness]]:
    return [
        (phrase, Firmness(qualifier, language))
        for qualifier, by_language in table.items()
        for language, phrases in by_language.items()
        for phrase in listed(phrases)
    ]


@cache
def before() -> Phrases[Firmness]:
    """Return the table of phrases before a figure, compiled; with the words that our own writing uses."""
    labels = [
        (member.label(language), Firmness(member, language))
        for member in Qualifier
        if member is not Qualifier.RANGE
        for language in ("fr", "en", "ar")
    ]
    return Phrases(_rows(BEFORE) + labels)


@cache
def after() -> Phrases[Firmness]:
    """Return the table of phrases after a figure, compiled."""
    return Phrases(_rows(AFTER))


@cache
def or_more() -> Phrases[None]:
    """Return the table of what may stand between a number and its unit, compiled."""
    return Phrases((phrase, None) for phrase in listed(OR_MORE))


@cache
def between_them() -> Phrases[str]:
    """Return the table of what may stand between the phrase and the number, compiled."""
    return Phrases((phrase, language) for language, phrases in BETWEEN_THEM.items() for phrase in listed(phrases))
