"""The words of units: jobs, people, companies, money, areas and shares, in French, English and Arabic.

To add a word, put it in the table of its language, behind its unit: singular and plural with a stroke between them, or
one form where the number does not change it. What is longest wins, so `centres d'appels` is no `centre`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from maroc_offshoring.figures.reading.phrases import Phrases, listed
from maroc_offshoring.figures.reading.scales import GLUED_AMBIGUOUS, glued
from maroc_offshoring.figures.reading.tokens import tokenize
from maroc_offshoring.units import Unit, label


class UnitWord(NamedTuple):
    """What a word of a unit means.

    Args:
        unit: The unit.
        word: The phrase.
        language: Its language; empty where it is written in several.
        power: The power of ten that is written into it, as in `MDH`.
        form: `singular`, `plural`, or empty where the word has one form.
        scaled: Whether it is read only behind millions: `2 milliards de centimes`.
        readings: What it can mean, where that is more than one thing.
        label: Whether only our own writing has it (`rank`, `MAD/job`), and no article does.
    """

    unit: str
    word: str
    language: str = ""
    power: int = 0
    form: str = ""
    scaled: bool = False
    readings: tuple[str, ...] = ()
    label: bool = False

    def means(self, language: str | None) -> tuple[str, ...]:
        """Say what the word can mean, where that is more than one thing.

        Args:
            language: The language of the text, where that is known.

        Returns:
            The readings; none where it means its unit.
        """
        return self.readings or (AMBIGUOUS_IN_ENGLISH.get(self.word, ()) if language == "en" else ())


COUNTED = ("job", "person", "workstation", "company", "call_centre", "site", "rank", "month")
"""Units of what is counted one by one: there is no half of it, and a mark before three digits groups thousands."""

WORDS = {
    "job": {
        "fr": """
            emploi/emplois, poste/postes, poste d'emploi/postes d'emploi, poste d'emplois/postes d'emplois,
            salarié/salariés, salariée/salariées, collaborateur/collaborateurs, collaboratrice/collaboratrices,
            employé/employés, employée/employées, travailleur/travailleurs, etp, équivalents temps plein, équivalents
            temps-plein, opportunité d'emploi/opportunités d'emploi, opportunités d'emplois
        """,
        "en": """
            job/jobs, employee/employees, staff, staff member/staff members, worker/workers, fte/ftes, job
            opportunity/job opportunities, open positions, job position/job positions, post/posts, work opportunities,
            employment opportunities, strong workforce, strong team, strong staff
        """,
        "ar": """
            منصب شغل, منصب عمل, منصب/مناصب, مناصب شغل, مناصب الشغل, مناصب عمل, مناصب للشغل, وظيفة/وظائف, فرصة عمل, فرص
            عمل, فرصة شغل, فرص شغل, فرص للشغل, أجير/أجراء, مستخدم/مستخدمين, مستخدما, مستخدمون, موظف/موظفين, موظفا,
            موظفة, متعاون/متعاونين, متعاونا, منصبا
        """,
    },
    "person": {
        "fr": """
            personne/personnes, jeune/jeunes, étudiant/étudiants, étudiante/étudiantes, stagiaire/stagiaires,
            diplômé/diplômés, diplômée/diplômées, lauréat/lauréats, lauréate/lauréates, bachelier/bacheliers,
            ingénieur/ingénieurs, ingénieure/ingénieures, technicien/techniciens, développeur/développeurs,
            informaticien/informaticiens, conseiller/conseillers, téléconseiller/téléconseillers,
            téléopérateur/téléopérateurs, téléacteur/téléacteurs, télévendeur/télévendeurs,
            télé-opérateur/télé-opérateurs, télé-conseiller/télé-conseillers, individu/individus, agent/agents,
            cadre/cadres, consultant/consultants, expert/experts, talent/talents, profil/profils, candidat/candidats,
            apprenant/apprenants, élève/élèves, bénéficiaire/bénéficiaires, recrutement/recrutements,
            embauche/embauches, recrue/recrues, professionnel/professionnels, chercheur/chercheurs, femme/femmes,
            homme/hommes, habitant/habitants, demandeur d'emploi/demandeurs d'emploi, demandeurs d'emplois, chercheurs
            d'emploi, chômeur/chômeurs, participant/participants, visiteur/visiteurs, formateur/formateurs,
            spécialiste/spécialistes, expatrié/expatriés, collègue/collègues, chargé de clientèle/chargés de
            clientèle, superviseur/superviseurs
        """,
        "en": """
            person/people, persons, student/students, graduate/graduates, trainee/trainees, intern/interns,
            engineer/engineers, technician/technicians, developer/developers, agent/agents, adviser/advisers,
            advisor/advisors, consultant/consultants, expert/experts, specialist/specialists, recruit/recruits,
            hire/hires, recruitments, young people, professional/professionals, job seeker/job seekers,
            jobseeker/jobseekers, researcher/researchers, inhabitant/inhabitants, resident/residents, women, men,
            youth, youths, beneficiary/beneficiaries, participant/participants, visitor/visitors, learner/learners,
            speaker/speakers, colleague/colleagues, operative/operatives, profiles, talents
        """,
        "ar": """
            شخص/أشخاص, شخصا, شاب/شباب, شابا, طالب/طلبة, طالبا, طلاب, مهندس/مهندسين, مهندسا, تقني/تقنيين, تقنيا,
            خريج/خريجين, خريجا, مستفيد/مستفيدين, مستفيدا, متدرب/متدربين, متدربا, نسمة
        """,
    },
    "workstation": {
        "": "position/positions",
        "fr": """
            position de travail/positions de travail, position de production/positions de production
        """,
        "en": "workstation/workstations, seat/seats, work station/work stations, call-centre seats, agent positions",
        "ar": "موقع عمل, مواقع عمل",
    },
    "company": {
        "fr": """
            entreprise/entreprises, société/sociétés, compagnie/compagnies, firme/firmes, opérateur/opérateurs, pme,
            pme-pmi, tpe, tpme, start-up, start-ups, startup/startups, jeune pousse/jeunes pousses,
            multinationale/multinationales, groupe/groupes, donneur d'ordre/donneurs d'ordre, donneurs d'ordres,
            filiale/filiales, prestataire/prestataires, esn, ssii
        """,
        "en": """
            company/companies, firm/firms, business/businesses, enterprise/enterprises, operator/operators,
            startup/startups, start-up/start-ups, multinational/multinationals, smes, provider/providers,
            subsidiary/subsidiaries
        """,
        "ar": "شركة/شركات, مقاولة/مقاولات",
    },
    "call_centre": {
        "fr": """
            centre d'appel/centres d'appel, centre d'appels/centres d'appels, centre de contact/centres de contact,
            centre de contacts/centres de contacts, centre de relation client/centres de relation client, centre de
            relation clientèle/centres de relation clientèle, centres de relations clients, plateforme
            d'appels/plateformes d'appels, plateau d'appels/plateaux d'appels
        """,
        "en": """
            call centre/call centres, call center/call centers, call-centre/call-centres, call-center/call-centers,
            contact centre/contact centres, contact center/contact centers
        """,
        "ar": "مركز نداء, مراكز نداء, مركز اتصال, مراكز اتصال, مركزا للنداء, مراكز للنداء",
    },
    "site": {
        "fr": "site/sites, antenne/antennes, implantation/implantations",
        "en": "site/sites, location/locations",
        "ar": "موقع/مواقع, موقعا",
    },
    "m2": {
        "fr": "mètre carré/mètres carrés",
        "en": """
            square-metre, square-meter, square metre/square metres, square meter/square meters, sq m, sq.m, sqm, sq. m
        """,
        "ar": "متر مربع, مترا مربعا, أمتار مربعة",
        "": "m2, m²",
    },
    "ha": {"": "ha, hectare/hectares", "ar": "هكتار/هكتارات, هكتارا"},
    "percent": {
        "fr": "pour cent, pourcent, p. cent, p. 100, pc",
        "en": "percent, per cent",
        "ar": "في المائة, في المئة, بالمائة, بالمئة",
        "": "%",
    },
    "MAD": {
        "": "mad, dh, dhs, dirham/dirhams",
        "fr": "dirham marocain/dirhams marocains",
        "en": "moroccan dirham/moroccan dirhams",
        "ar": "درهم, دراهم, درهما, د.م., د.م, درهم مغربي",
    },
    "EUR": {"": "eur, €, euro/euros", "ar": "أورو, يورو"},
    "USD": {
        "": "usd, $, dollar/dollars, us$, $us",
        "fr": "dollar américain/dollars américains, dollar us/dollars us",
        "en": "us dollar/us dollars, american dollars",
        "ar": "دولار, دولارات, دولار أمريكي, دولارا",
    },
    "GBP": {
        "": "gbp, £",
        "fr": "livre sterling/livres sterling",
        "en": "pound sterling/pounds sterling, british pounds",
        "ar": "جنيه إسترليني",
    },
    "CAD": {
        "": "cad, c$, ca$, $ca, $ can",
        "fr": "dollar canadien/dollars canadiens",
        "en": "canadian dollar/canadian dollars",
        "ar": "دولار كندي",
    },
}
NO_UNITS = """
    groupe de travail, groupes de travail, groupes scolaires, site web, sites web, sites internet, site internet,
    postes frontières, postes de police, société civile, emplois du temps, position dominante, agents économiques,
    opérateur économique, expert-comptable, experts-comptables, job fairs, jobs fairs, company cars, working groups
"""
"""What begins as a unit and is none."""
HUNDREDTHS = {"MAD": "centimes, centimes de dirham, centimes de dirhams"}
"""Hundredths of a dirham, in which the press may count milliards; read only behind a scale."""
AMBIGUOUS = {
    "poste de travail/postes de travail": ("emplois", "positions"),
    "centre/centres": ("centres d'appels", "sites"),
}
"""Words that are units, of which the sentence does not say which."""
AMBIGUOUS_IN_ENGLISH: dict[str, tuple[str, ...]] = {
    "position": ("jobs", "workstations"),
    "positions": ("jobs", "workstations"),
}
"""In French, the sector's press counts workstations in `positions`; in English they are jobs as often."""
PREFIXES = {
    "MAD": "mad, dh, dhs",
    "EUR": "eur, €",
    "USD": "usd, us$, us $, $us, $",
    "GBP": "gbp, £",
    "CAD": "cad, ca$, c$, can$",
}
"""What stands before the number: `€50m`, `MAD 65 million`, `Dh16bn`."""
PER = {
    "job": """
        emploi, poste, job, poste créé, emploi créé, job created, salarié, collaborateur, employee, منصب, منصب شغل
    """,
    "month": "mois, month, شهر",
    "m2": "m2, m², mètre carré, square metre, square meter, sq metre, sq m, sqm",
    "ha": "ha, hectare",
    "person": "personne, person, étudiant, student, stagiaire",
    "workstation": "position, workstation, seat",
    "company": "entreprise, company, société",
}
"""What a sum of money is counted per: `6.000 DH par emploi`."""
PER_WORDS = "par, per, pour chaque, for each, /, عن كل, لكل"
OF_YEAR = "of, de, لسنة"
"""What parts a currency from the year of its prices: `MAD of 2015`; read only in our own writing."""
PERIODS = "an, année, year, yr, annum, سنة"
"""What a yearly amount is written with: `1,5 MMDH/an` is read as an amount, the year stays outside it."""


def _rows() -> list[tuple[str, UnitWord]]:
    named: dict[tuple[str, ...], tuple[str, UnitWord]] = {}
    for unit, by_language in WORDS.items():
        for language, words in by_language.items():
            for pair in listed(words):
                forms = pair.split("/")
                for form, word in zip(("singular", "plural") if len(forms) == 2 else ("",), forms, strict=True):
                    key = tuple(token.word for token in tokenize(word))
                    shared = key in named  # `employées` and `employees` are folded into one
                    named[key] = word, UnitWord(unit, word, "" if shared else language, form=form)
    rows = list(named.values())
    rows += [(word, UnitWord("", word)) for word in listed(NO_UNITS)]
    for unit, words in HUNDREDTHS.items():
        rows += [(word, UnitWord(unit, word, "fr", power=-2, scaled=True)) for word in listed(words)]
    for pair, readings in AMBIGUOUS.items():
        rows += [(word, UnitWord("", word, readings=readings)) for word in pair.split("/")]
    rows += [(word, UnitWord("", word, readings=readings)) for word, readings in GLUED_AMBIGUOUS.items()]
    rows += [(word, UnitWord(unit, word, power=power)) for word, power, unit in glued()]
    rows += [(f"mm {word}", UnitWord("MAD", word, power=9)) for word in ("dh", "dhs", "de dh", "de dirhams")]
    for unit in Unit:  # our own writing, and ids
        spellings = (unit.value, *(unit.label(language) for language in ("fr", "en", "ar")))
        rows += [(word, UnitWord(unit.value, word, label=True)) for word in spellings]
    return rows


@cache
def unit_words() -> Phrases[UnitWord]:
    """Return the table of units, compiled."""
    return Phrases(_rows())


@cache
def prefixes() -> Phrases[str]:
    """Return the table of currencies before the number, compiled."""
    return Phrases((word, unit) for unit, words in PREFIXES.items() for word in listed(words))


@cache
def per() -> Phrases[str]:
    """Return the table of what a figure may be counted per, compiled: `par emploi`, `/job`."""
    rows = [(word, unit) for unit, words in PER.items() for word in listed(words)]
    rows += [(unit, unit) for unit in COUNTED]
    written = [(f"{by} {word}", unit) for word, unit in rows for by in listed(PER_WORDS)]
    written += [  # our own writing: MAD/emploi
        (label(f"MAD/{unit}", language).removeprefix(label("MAD", language)), unit)
        for unit in (*COUNTED, "m2", "ha")
        for language in ("fr", "en", "ar")
    ]
    return Phrases(written)


@cache
def of_year() -> Phrases[None]:
    """Return the table of words before the year of prices, compiled."""
    return Phrases((word, None) for word in listed(OF_YEAR))


@cache
def periods() -> Phrases[None]:
    """Return the table of words for a year, compiled."""
    return Phrases((word, None) for word in listed(PERIODS))
