"""What the words around a number say of it in a running text: a year, a name, a part of the figure before it.

To add a word, put it in its table; case and accents do not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from maroc_offshoring.figures.reading.phrases import Phrases, listed
from maroc_offshoring.figures.reading.tokens import BREAK, WORD, Token

MOVES = """
    passe, passer, passera, passeront, passerait, passé, passée, passés, passées, passant, passait, passent, porte,
    porter, portera, porté, portée, portés, portées, portant, évolue, évoluer, évolué, évoluera, ramène, ramener,
    ramené, ramenée, ramenés, ramenées, ramenant, tombe, tomber, tombé, grow, grows, grew, grown, growing, rise,
    rises, rose, risen, rising, increase, increases, increased, increasing, go, goes, went, gone, expand, expands,
    expanded, expanding, jump, jumped, climb, climbed, fall, fell, fallen, falling, drop, dropped, raise, raised,
    raising, lift, lifted, cut, decrease, decreased, move, moved, moving, double, doubled, انتقل, انتقلت, سينتقل,
    ستنتقل, ارتفع, ارتفعت, سيرتفع, يرتفع, ترتفع, تراجع, انتقال, رفع, لينتقل
"""
"""Verbs of which `de 500 à 1.200` says where something begins and ends: two figures, no range."""
GROWTH = """
    grimpe, grimper, grimpé, grimpant, monte, monter, monté, bondit, bondir, bondi, chute, chuter, chuté, recule,
    reculé, augmente, augmenter, augmenté, augmentera, progresse, progressé, progresser, réduit, réduire, baisse,
    baissé, réduite
"""
"""Verbs of which it may also say by how much: sales that `progressent de 12 à 15 %`."""
CHANGES = f"{MOVES}, {GROWTH}"
FROM, TO = "de, d', from, من", "à, to, إلى, jusqu'à, up to"
PART = """
    dont, à raison de, ajouter aux, ajoutent aux, ajouteront aux, y compris, incluant, including, of which, of whom,
    among them, of these, contre, contre seulement, contre à peine, against, versus, vs, compared with, compared to,
    from, up from, down from, only, منها, ضمنها, من بينها, من ضمنها, مقابل, مقارنة مع
"""
"""What makes the number behind it one of the units before it: `3.000 emplois, dont 1.000`, `contre 2.500 en 2018`."""
ALSO = "et, and, puis, puis de, et de, ou, or, و, then, ainsi que, as well as, voire, et à, mais"
"""What joins a second number to a figure where a place or a time follows it: `1.000 emplois à Oujda et 800 à Fès`."""
BEHIND = """
    par an, par mois, a month, per year, déjà, et, and, à, au, aux, en, dans, pour, sur, chez, depuis, d'ici, dès,
    fin, début, il y a, un an, autres, autre, l'an, l'année, directs, indirects, d'entre, cette, cet, ce, l'année,
    qui, seulement, actuellement, aujourd'hui, seront, sont, ont, était, étaient, auparavant, initialement, prévus,
    créés, un, lors, in, at, for, by, on, from, since, of whom, of which, of them, others, other, this, last, next, a
    year, direct, indirect, elsewhere, only, today, now, two, will, are, were, have, currently, created, planned, في,
    سنة, بحلول, بمدينة, بجهة, لفائدة, خلال, عام, قبل
"""
"""What may stand behind a number whose unit is told before; another noun would be its own."""
OF_MONEY = """
    investissement, investissements, chiffre d'affaires, ca, recettes, exportations, revenus, revenu, dépenses,
    subventions, budget, crédits, investment, investments, revenue, revenues, exports, turnover, sales
"""
"""What milliards are of, without a word for the currency: `3 milliards d'investissements`."""
TIME = "ans, an, mois, années, years, year, months, decades, سنوات, أشهر"
"""What a number word behind a number counts: `5500 six years earlier`."""
BEFORE_YEARS = """
    en, in, since, depuis, fin, début, mi, ici, d'ici, horizon, l'horizon, année, l'année, l'an, exercice, year,
    until, till, before, after, avant, après, summer, spring, autumn, janvier, février, mars, avril, mai, juin,
    juillet, août, septembre, octobre, novembre, décembre, january, february, march, april, may, june, july, august,
    september, october, november, december, سنة, عام, منذ, أفق, بحلول, نهاية, يناير, فبراير, مارس, أبريل, ماي, يونيو,
    يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر
"""
NAMES = (
    "top, fortune, cac, masi, iso, loi, act, law, article, no, numéro, number, x, ×, phase, lot, chapitre, axe, global"
)
"""Words whose number is part of a name: `Fortune 500 companies`, `Top 10`."""
DEFINITE = "les, ces, des, the, these, both, those"
"""Before a small number in words it points at things already told: `les deux sociétés ont signé`."""
CLIMBS = "gagne, gagné, gagnant, gagner, perd, perdu, perdre, perdant, gained, gaining, gains, lost, up, down"
"""Who `gagne 12 positions` rises in a ranking."""
OUT_OF = "sur, out of, in every, in, من أصل"
"""`1 emploi sur 10` is a share."""
ABBREVIATED = (
    "mm, mr, mrs, ms, mme, mlle, dr, pr, me, av, bd, st, ste, sté, art, env, approx, etc, no, vs, janv, févr, avr, juil"
)
"""Words behind which a full stop ends no sentence; single letters are others."""
_NEAR = 12  # tokens between a change's verb and its number, and between a figure and what leans on it
_LONGEST = 3  # words in a phrase of these tables


@cache
def _table(words: str) -> Phrases[None]:
    return Phrases((word, None) for word in listed(words))


def first_words(table: str) -> frozenset[str]:
    """Return the words that the phrases of a table begin with.

    Args:
        table: The table.

    Returns:
        The words.
    """
    return _table(table).first_words


def begins(table: str, tokens: Sequence[Token], at: int) -> int | None:
    """Find a phrase of a table at a token.

    Args:
        table: The table.
        tokens: The tokens of the text.
        at: The token.

    Returns:
        The token after it; None where none begins there.
    """
    found = _table(table).longest(tokens, at)
    return None if found is None else found[1]


def ends(table: str, tokens: Sequence[Token], at: int) -> int | None:
    """Find a phrase of a table before a token.

    Args:
        table: The table.
        tokens: The tokens of the text.
        at: The token that follows the phrase.

    Returns:
        Its first token; None where none ends there.
    """
    for start in range(max(at - _LONGEST, 0), at):
        if begins(table, tokens, start) == at:
            return start
    return None


def is_change(tokens: Sequence[Token], at: int, verbs: str = CHANGES) -> bool:
    """Tell whether a number is where a change begins: `passera de 500`.

    Args:
        tokens: The tokens of the text.
        at: The number.
        verbs: The table of such verbs.

    Returns:
        Whether `de` stands before it, and such a verb somewhat before that.
    """
    start = ends(FROM, tokens, at)
    if start is None:
        return False
    for place in range(start - 1, max(start - _NEAR, -1), -1):
        if tokens[place].kind == BREAK or tokens[place].word in ".;":
            return False
        if tokens[place].kind == WORD and begins(verbs, tokens, place) is not None:
            return True
    return False


def is_climb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number of positions is one of a ranking: `grimpe de 12 positions`.

    Args:
        tokens: The tokens of the text.
        at: The number.

    Returns:
        Whether such a verb stands right before it.
    """
    start = ends(FROM, tokens, at)
    before = at if start is None else start
    return any(ends(verbs, tokens, before) is not None for verbs in (CLIMBS, GROWTH))


def closes_sentence(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence ends at a token.

    Args:
        text: The text.
        tokens: Its tokens.
        at: The token.

    Returns:
        Whether it is a line's end, or a full stop before a capital.
    """
    token = tokens[at]
    if token.kind == BREAK:
        return True
    if token.word not in ".!?\u2026\u061f" or at + 1 >= len(tokens):
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if token.word == "." and before.kind == WORD and before.end == token.start and at > 0:
        initial = before.end - before.start == 1  # M. Untel
        if initial or begins(ABBREVIATED, tokens, at - 1) == at:
            return False
    return following.start > token.end and not text[following.start : following.start + 1].islower()
