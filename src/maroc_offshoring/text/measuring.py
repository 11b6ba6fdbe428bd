"""What a figure measures: by its unit, the noun that it counts, the verb that governs it, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from maroc_offshoring.figures import Figure
from maroc_offshoring.measures import Measure
from maroc_offshoring.text.cues import Cue, Time
from maroc_offshoring.text.verbs import Act
from maroc_offshoring.text.words import Phrases, Word, listed, split
from maroc_offshoring.units import parts
from maroc_offshoring.vocabulary import Confidence


class Measured(NamedTuple):
    """What a figure measures.

    Args:
        measure: The measure; None where nothing says it.
        figure: The figure, in a unit of the measure.
        confidence: How sure that is.
        why: Why no measure was found.
    """

    measure: Measure | None
    figure: Figure
    confidence: Confidence
    why: str = ""


_MONEY: Phrases[Measure | None] = Phrases(
    [
        *((phrase, Measure.EXPORT_REVENUE) for phrase in (
            "à l'export", "à l'exportation", "exportations", "exportation", "exports", "export", "exporté", "exportés",
            "export revenue", "export revenues", "export sales", "export turnover", "recettes d'exportation",
            "chiffre d'affaires à l'export", "chiffre d'affaires à l'exportation", "valeur d'exportation", "en devises",
            "export earnings", "exported", "exporting", "exporte", "exportent",
        )),
        *((phrase, Measure.REVENUE) for phrase in (
            "chiffre d'affaires", "chiffre d'affaire", "CA", "revenus", "revenue", "revenues", "turnover", "sales",
            "ventes", "recettes",
        )),
        *((phrase, Measure.INVESTMENT) for phrase in (
            "investissement", "investissements", "investir", "investit", "investira", "investi", "investis",
            "investies",
            "investiront", "investissent", "investment", "investments", "invest", "invested", "investing", "invests",
            "capex", "coût", "coûtera", "mobiliser", "mobilise", "mobilisera", "mobilisant", "injecter", "injectera",
            "investissant", "coûter", "cost", "ticket", "spend", "spent", "spending", "dépenser", "dépense",
            "dépensera",
        )),
        *((phrase, Measure.PUBLIC_SUPPORT) for phrase in (
            "subvention", "subventions", "aide publique", "appui financier", "soutien financier", "prime", "primes",
            "public support", "subsidy", "subsidies", "grant", "grants", "fonds public",
            "contribution publique", "soutien public", "aides",
        )),
        *((phrase, Measure.PUBLIC_SUPPORT_OWN_SHARE) for phrase in ("budget", "enveloppe", "fonds de")),
        *((phrase, Measure.VALUE_ADDED) for phrase in ("PIB", "valeur ajoutée", "GDP", "added value", "value added")),
        *((phrase, Measure.TAX_REVENUE) for phrase in ("recettes fiscales", "tax revenue", "impôts")),
        *((phrase, None) for phrase in (
            "salaire", "salaires", "par mois", "per month", "wage", "wages", "salary", "par jour", "par heure", "SMIG",
            "par emploi", "per job", "par poste", "capital", "bénéfice", "résultat net", "net profit", "loyer", "le m2",
            "par m2",
        )),
    ]
)  # fmt: skip
_SHARES: Phrases[Measure] = Phrases(
    [
        *((phrase, Measure.SHARE_OF_GDP) for phrase in ("du PIB", "of GDP", "du produit intérieur brut")),
        *((phrase, Measure.SHARE_OF_NATIONAL_JOBS) for phrase in (
            "des emplois du secteur au niveau national", "des emplois au niveau national", "des emplois nationaux",
            "de l'emploi national", "des effectifs nationaux", "of national jobs", "of the sector's national jobs",
            "des emplois du secteur à l'échelle nationale", "des emplois offshoring au niveau national",
        )),
        *((phrase, Measure.SHARE_OF_REGIONAL_JOBS) for phrase in (
            "des emplois de la région", "des emplois régionaux", "of regional jobs", "of the region's jobs",
        )),
        *((phrase, Measure.SHARE_OF_SECTOR_JOBS) for phrase in (
            "des emplois du secteur", "des effectifs du secteur", "of the sector's jobs", "of sector jobs",
        )),
        *((phrase, Measure.SHARE_OF_SECTOR_REVENUE) for phrase in (
            "du chiffre d'affaires du secteur", "des exportations du secteur", "of the sector's revenue",
            "du CA du secteur",
        )),
        *((phrase, Measure.OCCUPANCY) for phrase in (
            "taux d'occupation", "taux de remplissage", "occupancy", "occupancy rate", "taux d'occupation de",
        )),
    ]
)  # fmt: skip
_NATIONWIDE = Phrases(dict.fromkeys(("au niveau national", "à l'échelle nationale", "nationally", "nationwide"), True))
_STUDENTS = listed("etudiants etudiant eleves stagiaires students trainees etudiantes")
_GRADUATES = listed("laureats diplomes graduates diplomees laureates beneficiaires")
_HIRED = listed("recrutement recrutements embauche embauches hires recruits recrues")
_LAND = listed("terrain foncier superficie assiette land plot etend parcelle sol")
_BRANCHES = listed("antenne antennes branch branches bureaux offices")
_ROOM = listed("capacite accueillir accueillera accueillerait heberger pourra capacity accommodate")
_PERCENT_REACH, _REACH = 10, 16
_UNITS = {"workstation": Measure.WORKSTATIONS, "company": Measure.COMPANIES, "call_centre": Measure.CALL_CENTRES}


def measured(
    figure: Figure, words: Sequence[Word], at: int, cue: Cue | None, *, site: bool, public: bool = False
) -> Measured:
    """Say what a figure measures.

    Args:
        figure: The figure.
        words: The words of its sentence.
        at: The word that the figure is.
        cue: The verb or noun that governs it.
        site: Whether a site acts: what it will hold is its capacity.
        public: Whether an authority acts: the budget that it has is support, that of anyone else an investment.

    Returns:
        The measure, with the figure in a unit of it.
    """
    if parts(figure.unit).currency is not None:
        return _money(figure, words, at, public=public)
    act = cue.act if cue else None
    match figure.unit:
        case "job" | "person":
            return _people(figure, words, at, cue, site=site)
        case "percent":
            return _share(figure, words, at)
        case "m2" | "ha":
            near = {word.folded for word in (*words[max(0, at - 6) : at], *words[at + 1 : at + 5])}
            land = figure.unit == "ha" or near & _LAND
            return Measured(Measure.LAND_AREA if land else Measure.FLOOR_SPACE, figure, Confidence.HIGH)
        case "site":
            near = {word.folded for word in (*split(figure.as_printed or ""), *words[at + 1 : at + 3])}
            return Measured(Measure.REGIONAL_BRANCHES if near & _BRANCHES else Measure.SITES, figure, Confidence.MEDIUM)
        case unit if unit in _UNITS:
            sure = unit != "company" or act is not None
            return Measured(_UNITS[unit], figure, Confidence.HIGH if sure else Confidence.MEDIUM)
        case _:
            return Measured(None, figure, Confidence.LOW, "no measure has this unit")


def _people(figure: Figure, words: Sequence[Word], at: int, cue: Cue | None, *, site: bool) -> Measured:
    act = cue.act if cue else None
    noun = {word.folded for word in split(figure.as_printed or "")}
    noun |= {word.folded for word in words[at + 1 : at + 3] if word.before == ""}
    if act is Act.TRAIN:
        return _in(Measure.GRADUATES, figure, "person", Confidence.HIGH)
    if act is Act.HIRE or noun & _HIRED:
        return _in(Measure.HIRES, figure, "person", Confidence.HIGH)
    if noun & _STUDENTS:
        return _in(Measure.STUDENTS, figure, "person", Confidence.HIGH)
    if noun & _GRADUATES:
        return _in(Measure.GRADUATES, figure, "person", Confidence.HIGH)
    ahead = cue is not None and cue.time is Time.AHEAD
    room = {word.folded for word in words[max(0, at - 7) : at]} & _ROOM
    if site and ahead and (room or figure.unit == "job"):
        return _in(Measure.CAPACITY_JOBS, figure, "job", Confidence.MEDIUM)
    if act is Act.LOSE:
        return _in(Measure.JOBS_AT_RISK, figure, "job", Confidence.LOW)
    if figure.unit == "job":
        return _in(Measure.JOBS, figure, "job", Confidence.HIGH)
    if act in (Act.HOLD, Act.ADD, Act.REACH):
        return _in(Measure.JOBS, figure, "job", Confidence.HIGH if act is Act.HOLD else Confidence.MEDIUM)
    return _in(Measure.JOBS, figure, "job", Confidence.LOW)


def _in(measure: Measure, figure: Figure, unit: str, confidence: Confidence) -> Measured:
    """Count people as jobs, or jobs as people, as the measure does; the words stay as printed."""
    return Measured(measure, figure if figure.unit == unit else evolve(figure, unit=unit), confidence)


def _money(figure: Figure, words: Sequence[Word], at: int, *, public: bool) -> Measured:
    hits: list[tuple[float, Measure | None]] = []
    first, last = max(0, at - _REACH), min(len(words), at + 1 + _REACH)
    for begins, ends, measure in _MONEY.all(words[first:last]):
        start, end = begins + first, ends + first
        after = start > at
        between = words[at + 1 : start] if after else words[end:at]
        if any(word.figure is not None for word in between) and after:
            continue
        stops = sum(word.before not in ("", "'", "’") for word in between) + (after and words[start].before != "")
        crossed = sum(word.figure is not None for word in between)
        hits.append((len(between) * (1.3 if after else 1.0) + 2 * stops + 5 * crossed, measure))
    if not hits:
        return Measured(None, figure, Confidence.LOW, "nothing says what the money is for")
    hits.sort(key=lambda hit: hit[0])
    distance, best = hits[0]
    if best is Measure.REVENUE and any(
        measure is Measure.EXPORT_REVENUE and far < distance + 6 for far, measure in hits
    ):
        best = Measure.EXPORT_REVENUE
    if best is Measure.PUBLIC_SUPPORT_OWN_SHARE:
        # A budget or an envelope: whose it is decides what it is.
        return Measured(Measure.PUBLIC_SUPPORT if public else Measure.INVESTMENT, figure, Confidence.MEDIUM)
    if best is None:
        return Measured(
            None, figure, Confidence.LOW, "an amount per head, a wage or a balance is no measure of the record"
        )
    return Measured(best, figure, Confidence.HIGH if distance < 9 else Confidence.MEDIUM)


def _share(figure: Figure, words: Sequence[Word], at: int) -> Measured:
    first, last = max(0, at - _PERCENT_REACH), min(len(words), at + 1 + _PERCENT_REACH)
    hits = [
        (start + first, measure)
        for start, _, measure in _SHARES.all(words[first:last])
        if start + first == at + 1 or measure is Measure.OCCUPANCY
    ]
    if not hits:
        return Measured(
            None, figure, Confidence.LOW, "a share or a growth rate of something the record has no measure for"
        )
    measure = hits[0][1]
    if measure is Measure.SHARE_OF_SECTOR_JOBS and _NATIONWIDE.all(words[at:last]):
        measure = Measure.SHARE_OF_NATIONAL_JOBS
    return Measured(measure, figure, Confidence.HIGH)
