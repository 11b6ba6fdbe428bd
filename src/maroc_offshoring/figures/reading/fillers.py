"""Words that may stand around a unit without changing the figure: `nouveaux`, `directs`, `highly skilled`.

To add a word, put it in the table of its language; each form that is written stands for itself.
"""

from __future__ import annotations

from functools import cache

from maroc_offshoring.figures.reading.phrases import Phrases, listed

LINKS = {"fr": "de, d', des", "en": "of", "": "de nos, de ses, de leurs"}
"""What joins a number to its unit: `2 millions d'emplois`, `une dizaine de sociétés`."""
BEFORE = {
    "fr": """
        nouveau, nouveaux, nouvel, nouvelle, nouvelles, autre, autres, futur, futurs, future, futures, jeune, jeunes,
        grand, grands, grande, grandes, gros, grosses, petit, petits, petite, petites, petites et moyennes,
        supplémentaire, supplémentaires, additionnel, additionnels, additionnelle, additionnelles, véritables, vrais,
        premier, premiers, premières, principaux, principales, prestigieux, meilleurs, bons, bonnes, hauts, vastes,
        nos, ses, leurs
    """,
    "en": """
        new, additional, extra, further, more, other, direct, indirect, direct and indirect, direct or indirect, net,
        net new, new net, skilled, highly skilled, high-skilled, highly qualified, qualified, young, local, permanent,
        stable, full-time, part-time, full time, full-time equivalent, future, existing, current, moroccan, domestic,
        overseas, foreign, international, french, spanish, english, arabic, german, italian, british, indian,
        canadian, french-speaking, spanish-speaking, european, american, large, small, big, major, leading, private,
        public, multilingual, high-value, high value, high-quality, quality, trained, experienced, bilingual, call
        centre, call center, call-centre, call-center, contact centre, contact center, customer service,
        customer-service, it, bpo, ito, crm, tech, ict, digital, software, outsourcing, offshoring, offshore,
        engineering, university, technology, service, services, dedicated, different, production, prime, sector,
        well-paid, decent, sustainable, entry-level, white-collar, newly created, unemployed, recent, office, global,
        start-up, startup, in-house, potential
    """,
    "ar": "من, من ال",
    "": '«, ", “',
}
AFTER = {
    "fr": """
        direct, directs, directe, directes, indirect, indirects, indirecte, indirectes, induit, induits, stable,
        stables, permanent, permanents, permanente, permanentes, qualifié, qualifiés, qualifiée, qualifiées, hautement
        qualifiés, hautement qualifiées, supplémentaire, supplémentaires, additionnel, additionnels, additionnelle,
        additionnelles, net, nets, nette, nettes, nouveau, nouveaux, nouvelle, nouvelles, salarié, salariés, à plein
        temps, à temps plein, à temps complet, équivalent temps plein, équivalents temps plein, marocain, marocains,
        marocaine, marocaines, étranger, étrangers, étrangère, étrangères, international, internationaux,
        internationale, internationales, pérenne, pérennes, durable, durables, décents, français, françaises,
        européennes, européens, locaux, locales, informaticiens, diplômés, diplômées, spécialisés, spécialisées,
        multilingues, bilingues, francophones, hispanophones, anglophones, d'ingénieurs, d'ingénieur, d'encadrement,
        de cadres, d'agents, de conseillers, de téléconseillers, de téléopérateurs, de techniciens, de haut niveau, à
        forte valeur ajoutée, à haute valeur ajoutée, de plus, en plus, technologiques, leaders, offshore, privés,
        privées, hors taxes, ht, ttc
    """,
    "en": "direct, indirect, each",
    "ar": """
        جديد, جديدة, جدد, إضافي, إضافية, إضافيا, مباشر, مباشرة, غير مباشر, غير مباشرة, قار, قارة, دولي, دولية, دوليين,
        وقار, وقارة, ومباشر, مغربي, مغربية, دائم, دائمة
    """,
}
JOINED_BY = "et, ou, and, or, و"


def _compiled(table: dict[str, str]) -> Phrases[str]:
    return Phrases((phrase, language) for language, phrases in table.items() for phrase in listed(phrases) if phrase)


@cache
def links() -> Phrases[str]:
    """Return the table of links between a number and its unit, compiled."""
    return _compiled(LINKS)


@cache
def before() -> Phrases[str]:
    """Return the table of words between a number and its unit, compiled."""
    return _compiled(BEFORE)


@cache
def after() -> Phrases[str]:
    """Return the table of words after a unit, compiled."""
    return _compiled(AFTER)


@cache
def joints() -> Phrases[str]:
    """Return the table of what joins two words after a unit, compiled."""
    return _compiled({"": JOINED_BY})
