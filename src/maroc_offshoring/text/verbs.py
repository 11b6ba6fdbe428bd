"""The verbs by which the press gives figures, in all forms that matter: what is done, and when.

A newcomer adds a verb by adding a row. French verbs in -er need their infinitive only; others name their forms. English
verbs need their base form, and the past where it is irregular.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from maroc_offshoring.text.words import listed


class Act(Enum):
    """What a verb or noun says of its figure."""

    ADD = "add"  # so many more: créer, investir, to create
    HIRE = "hire"  # people taken on: recruter, to hire
    TRAIN = "train"  # people trained: former, to train
    OPEN = "open"  # a site begins to work: ouvrir, to open
    REACH = "reach"  # a level is reached: atteindre, to reach
    HOLD = "hold"  # so many there are: employer, compter, to employ
    EARN = "earn"  # money comes in: réaliser, to post
    LOSE = "lose"  # so many fewer: supprimer, to cut


class Mood(Enum):
    """What a verb or noun says of how real its figure is."""

    PROMISE = "promise"  # s'engager, prévoir, to pledge
    AIM = "aim"  # viser, ambitionner, to aim
    AHEAD = "ahead"  # it lies in the future: aller, devoir, will
    CARRY = "carry"  # takes the time of its own form: permettre, porter sur, to allow


class Tense(Enum):
    """The time that a form stands for."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


class Form(NamedTuple):
    """What one form of a verb may be."""

    verb: str
    tense: Tense
    act: Act | None
    mood: Mood | None


_FRENCH: dict[Act | Mood, str] = {
    Act.ADD: (
        "créer générer ajouter injecter mobiliser investir offrir proposer assurer procurer débloquer consacrer "
        "allouer "
        "attirer fournir susciter promouvoir aménager construire réserver livrer développer dépenser verser"
    ),
    Act.HIRE: "recruter embaucher",
    Act.TRAIN: "former reconvertir diplômer qualifier",
    Act.OPEN: "ouvrir inaugurer lancer démarrer implanter installer déployer commencer débuter",
    Act.REACH: (
        "atteindre dépasser franchir culminer grimper monter passer doubler tripler frôler avoisiner approcher bondir "
        "progresser augmenter élever établir chiffrer"
    ),
    Act.HOLD: (
        "employer compter abriter accueillir regrouper rassembler héberger disposer occuper représenter peser "
        "totaliser "
        "réunir concentrer contenir rémunérer fédérer capter revendiquer recenser dénombrer"
    ),
    Act.EARN: "réaliser dégager exporter enregistrer rapporter encaisser engendrer afficher",
    Act.LOSE: "supprimer perdre licencier menacer détruire",
    Mood.PROMISE: (
        "engager promettre prévoir projeter planifier programmer annoncer apprêter préparer confirmer officialiser "
        "décider "
        "signer conclure parapher ratifier finaliser approuver"
    ),
    Mood.AIM: "viser ambitionner cibler tabler espérer vouloir souhaiter entendre envisager fixer escompter rêver",
    Mood.AHEAD: "aller devoir pouvoir",
    Mood.CARRY: "permettre porter traduire concerner entraîner contribuer conduire donner nécessiter solder prendre",
}

# Irregular verbs: present forms, the stem of the future, participles, and the stem of imperfect and gerund.
_IRREGULAR: dict[str, tuple[str, str, str, str]] = {
    "offrir": ("offre offrent offrons", "offrir", "offert offerte offerts offertes", "offr"),
    "promouvoir": ("promeut promeuvent", "promouvr", "promu promue promus promues", "promouv"),
    "construire": ("construit construisent construisons", "construir", "construit construite construits construites",
    "construis"),
    "détruire": ("détruit détruisent", "détruir", "détruit détruite détruits détruites", "détruis"),
    "ouvrir": ("ouvre ouvrent ouvrons", "ouvrir", "ouvert ouverte ouverts ouvertes", "ouvr"),
    "atteindre": ("atteint atteignent atteignons", "atteindr", "atteint atteinte atteints atteintes", "atteign"),
    "accueillir": ("accueille accueillent accueillons", "accueiller", "accueilli accueillie accueillis accueillies",
    "accueill"),
    "contenir": ("contient contiennent", "contiendr", "contenu contenue contenus contenues", "conten"),
    "faire": ("fait font faisons", "fer", "fait faite faits faites", "fais"),
    "perdre": ("perd perdent perdons", "perdr", "perdu perdue perdus perdues", "perd"),
    "promettre": ("promet promettent promettons", "promettr", "promis promise promises", "promett"),
    "permettre": ("permet permettent", "permettr", "permis permise permises", "permett"),
    "prévoir": ("prévoit prévoient prévoyons", "prévoir", "prévu prévue prévus prévues", "prévoy"),
    "vouloir": ("veut veulent voulons veux", "voudr", "voulu voulue voulus voulues", "voul"),
    "entendre": ("entend entendent entendons", "entendr", "entendu", "entend"),
    "aller": ("va vont allons vais", "ir", "allé allée allés allées", "all"),
    "devoir": ("doit doivent devons", "devr", "dû", "dev"),
    "pouvoir": ("peut peuvent pouvons", "pourr", "pu", "pouv"),
    "traduire": ("traduit traduisent", "traduir", "traduit traduite traduits traduites", "traduis"),
    "conduire": ("conduit conduisent", "conduir", "conduit conduite conduits conduites", "conduis"),
    "conclure": ("conclut concluent", "conclur", "conclu conclue conclus conclues", "conclu"),
    "prendre": ("prend prennent prenons", "prendr", "pris prise prises", "pren"),
}  # fmt: skip
_ENGLISH: dict[Act | Mood, str] = {
    Act.ADD: (
        "create generate add invest inject offer provide bring:brought attract allocate deliver build:built "
        "spend:spent secure commit"
    ),
    Act.HIRE: "hire recruit",
    Act.TRAIN: "train reskill upskill graduate",
    Act.OPEN: "open launch inaugurate start establish",
    Act.REACH: (
        "reach exceed surpass top pass double triple grow:grew:grown rise:rose:risen expand hit raise increase climb "
        "approach total amount"
    ),
    Act.HOLD: ("employ house host count have:had hold:held occupy represent account number accommodate comprise boast"),
    Act.EARN: "post earn export record report generate book",
    Act.LOSE: "cut lose:lost shed",
    Mood.PROMISE: (
        "pledge promise plan commit announce undertake:undertook:undertaken prepare agree intend schedule "
        "sign ink approve finalise finalize"
    ),
    Mood.AIM: "aim target hope expect seek:sought want project envisage anticipate",
    Mood.CARRY: "allow enable involve cover concern lead:led require",
}
# Verbs whose present is mostly a noun in the press: only their other forms are read.
_NOUNS_TOO = listed("export report record book top number")
_AHEAD = {"will": "will", "would": "will", "shall": "will", "should": "will", "could": "will", "may": "will"}


def forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Return what each word may be as a form of a verb.

    Args:
        language: `fr` or `en`.

    Returns:
        The readings of each word, written in small letters with its accents.

    Example:
        >>> from maroc_offshoring.text.verbs import forms
        >>> [(form.tense.value, form.act.value) for form in forms("fr")["créeront"]]
        [('future', 'add')]
    """
    return _french() if language == "fr" else _english()


@cache
def _french() -> dict[str, tuple[Form, ...]]:
    table: dict[str, dict[Form, None]] = {}
    for meaning, verbs in _FRENCH.items():
        for verb in verbs.split():
            for tense, written in _conjugated(verb):
                _enter(table, written, verb, tense, meaning)
    return {word: tuple(readings) for word, readings in table.items()}


def _conjugated(verb: str) -> list[tuple[Tense, str]]:
    if verb in _IRREGULAR:
        present, future, participles, stem = _IRREGULAR[verb]
        now, part = present.split(), participles.split()
    elif verb.endswith("er"):
        root = verb[:-2]
        soft = f"{root}e" if root.endswith("g") else root[:-1] + "ç" if root.endswith("c") else root
        heard = _grave(root)
        now, stem = [f"{heard}e", f"{heard}ent", f"{soft}ons"], soft
        future = f"{verb}" if heard == root or "é" in root[-2:] else f"{heard}er"
        if root.endswith("y"):  # employer: emploie, emploiera
            now, future = [f"{root[:-1]}ie", f"{root[:-1]}ient", f"{root}ons"], f"{root[:-1]}ier"
        part = [f"{root}é{end}" for end in ("", "e", "s", "es")]
    else:  # -ir, as finir
        root = verb[:-1]
        now, future, stem = [f"{root}t", f"{root}ssent", f"{root}ssons"], verb, f"{root}ss"
        part = [f"{root}{end}" for end in ("", "e", "s", "es")]
    ahead = [f"{future}{end}" for end in ("a", "ont", "ons", "ait", "aient", "ai")]
    then = [f"{stem}{end}" for end in ("ait", "aient")]
    simple = [f"{verb[:-2]}{end}" for end in (("a", "èrent") if verb.endswith("er") else ())]
    if verb.endswith(("cer", "ger")):
        simple[:1] = [f"{stem}a"]
    return [
        *((Tense.PRESENT, word) for word in now),
        *((Tense.FUTURE, word) for word in ahead),
        *((Tense.PARTICIPLE, word) for word in part),
        *((Tense.PAST, word) for word in (*then, *simple)),
        (Tense.GERUND, f"{stem}ant"),
        (Tense.INFINITIVE, verb),
    ]


def _grave(root: str) -> str:
    """Open the vowel before a mute ending: génér- is génèr- in génère, lev- is lèv- in lève, projet- is projett-."""
    if root.endswith(("jet", "pel")):
        return root + root[-1]
    if len(root) > 2 and root[-2] in "ée" and root[-1] in "rlvsnt":
        return f"{root[:-2]}è{root[-1]}"
    return root


@cache
def _english() -> dict[str, tuple[Form, ...]]:
    table: dict[str, dict[Form, None]] = {}
    for meaning, verbs in _ENGLISH.items():
        for entry in verbs.split():
            verb, *past = entry.split(":")
            drop = verb.removesuffix("e")
            double = verb + verb[-1] if verb in {"plan", "commit", "cut", "set", "hit", "shed"} else drop
            if verb.endswith("y") and verb[-2] not in "aeiou":
                third, regular = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
            else:
                third = "has" if verb == "have" else f"{verb}es" if verb.endswith(("s", "h", "x")) else f"{verb}s"
                regular = f"{double}ed"
            if verb in {"cut", "hit", "shed"}:
                past = [verb]
            for tense, written in (
                *(() if verb in _NOUNS_TOO else ((Tense.INFINITIVE, verb), (Tense.PRESENT, third))),
                (Tense.GERUND, f"{double}ing"),
                *((Tense.PARTICIPLE, form) for form in (past or [regular])),
            ):
                _enter(table, written, verb, tense, meaning)
    for word in _AHEAD:
        _enter(table, word, "will", Tense.FUTURE, Mood.AHEAD)
    return {word: tuple(readings) for word, readings in table.items()}


def _enter(table: dict[str, dict[Form, None]], word: str, verb: str, tense: Tense, meaning: Act | Mood) -> None:
    act = meaning if isinstance(meaning, Act) else None
    mood = meaning if isinstance(meaning, Mood) else None
    table.setdefault(word, {})[Form(verb, tense, act, mood)] = None
