"""The verbs and nouns of a sentence that govern its figures: what is done, and whether it is past, present or ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from maroc_offshoring.text.verbs import Act, Form, Mood, Tense, forms
from maroc_offshoring.text.words import Phrases, Word, listed


class Time(Enum):
    """Where what is told lies, as seen from the article."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


class Cue(NamedTuple):
    """A verb or noun that may govern a figure.

    Args:
        first: Its first word in the sentence.
        last: The word after it.
        act: What is done; None where it only gives the time.
        mood: Whether it promises or aims.
        time: Where it lies; None where nothing says so.
        firm: Whether the form itself says the time, so that it need not be asked of a word before it.
        noun: Whether it is a noun or a phrase, which begins no clause of its own.
    """

    first: int
    last: int
    act: Act | None
    mood: Mood | None
    time: Time | None
    firm: bool
    noun: bool = False


_NOUNS: dict[str, dict[str, Act | Mood]] = {
    "fr": {
        "création": Act.ADD, "créations": Act.ADD, "recrutement": Act.HIRE, "recrutements": Act.HIRE,
        "embauche": Act.HIRE, "embauches": Act.HIRE, "formation": Act.TRAIN, "investissement": Act.ADD,
        "investissements": Act.ADD, "ouverture": Act.OPEN, "lancement": Act.OPEN, "effectif": Act.HOLD,
        "effectifs": Act.HOLD, "capacité": Act.HOLD, "suppression": Act.LOSE, "porter à": Act.REACH,
        "objectif": Mood.AIM, "objectifs": Mood.AIM, "ambition": Mood.AIM, "ambitions": Mood.AIM, "cible": Mood.AIM,
        "promesse": Mood.PROMISE, "promesses": Mood.PROMISE, "engagement": Mood.PROMISE, "engagements": Mood.PROMISE,
        "à la clé": Mood.AHEAD, "à la clef": Mood.AHEAD, "à terme": Mood.AHEAD,
         "à venir": Mood.AHEAD, "en perspective": Mood.AHEAD, "attendus": Mood.AHEAD,
        "attendues": Mood.AHEAD, "horizon": Mood.AHEAD, "en vue de": Mood.AHEAD, "en vue d'": Mood.AHEAD,
        "afin de": Mood.AHEAD, "afin d'": Mood.AHEAD, "mémorandum": Mood.AHEAD, "mémorandums": Mood.AHEAD,
        "mémorandum d'entente": Mood.AHEAD, "mémorandums d'entente": Mood.AHEAD, "convention": Mood.AHEAD,
        "conventions": Mood.AHEAD, "accord": Mood.AHEAD, "accords": Mood.AHEAD, "protocole d'accord": Mood.AHEAD,
        "partenariat": Mood.AHEAD, "mou": Mood.AHEAD, "il s'agit de": Mood.AIM, "de quoi": Mood.AHEAD,
    },
    "en": {
        "creation": Act.ADD, "recruitment": Act.HIRE, "hiring": Act.HIRE, "training": Act.TRAIN,
        "investment": Act.ADD, "investments": Act.ADD, "opening": Act.OPEN, "workforce": Act.HOLD,
        "headcount": Act.HOLD, "capacity": Act.HOLD, "up from": Act.HOLD,
        "target of": Mood.AIM, "goal": Mood.AIM, "objective": Mood.AIM, "ambition": Mood.AIM,
        "pledge of": Mood.PROMISE, "commitment": Mood.PROMISE, "set to": Mood.AHEAD, "due to": Mood.AHEAD,
        "slated to": Mood.AHEAD, "on track to": Mood.AHEAD, "is to": Mood.AHEAD, "are to": Mood.AHEAD,
        "going to": Mood.AHEAD, "expected to": Mood.AHEAD, "at stake": Mood.AHEAD, "to come": Mood.AHEAD,
        "looks forward to": Mood.AIM, "in order to": Mood.AHEAD, "memorandum": Mood.AHEAD, "memoranda": Mood.AHEAD,
        "memorandum of understanding": Mood.AHEAD, "memoranda of understanding": Mood.AHEAD,
        "memorandums of understanding": Mood.AHEAD, "agreement": Mood.AHEAD,
        "agreements": Mood.AHEAD, "mou": Mood.AHEAD, "mous": Mood.AHEAD,
    },
}  # fmt: skip
_PHRASES = {language: Phrases(nouns) for language, nouns in _NOUNS.items()}
# Phrases that say both what is done and when.
_STATES: dict[str, Phrases[tuple[Act, Time]]] = {
    "fr": Phrases({
        "à créer": (Act.ADD, Time.AHEAD), "à pourvoir": (Act.HIRE, Time.AHEAD), "à recruter": (Act.HIRE, Time.AHEAD),
        "est doté de": (Act.HOLD, Time.NOW), "est dotée de": (Act.HOLD, Time.NOW), "est riche de": (Act.HOLD, Time.NOW),
        "faisait travailler": (Act.HOLD, Time.PAST), "faisaient travailler": (Act.HOLD, Time.PAST),
        "fait travailler": (Act.HOLD, Time.NOW), "font travailler": (Act.HOLD, Time.NOW),
        "fort de": (Act.HOLD, Time.NOW),
        "forte de": (Act.HOLD, Time.NOW), "est de": (Act.HOLD, Time.NOW), "sont au nombre de": (Act.HOLD, Time.NOW),
        "était de": (Act.HOLD, Time.PAST), "étaient au nombre de": (Act.HOLD, Time.PAST),
        "avec ses": (Act.HOLD, Time.NOW),
        "estimé à": (Act.HOLD, Time.NOW), "estimés à": (Act.HOLD, Time.NOW), "estimée à": (Act.HOLD, Time.NOW),
    }),
    "en": Phrases({
        "is home to": (Act.HOLD, Time.NOW), "are home to": (Act.HOLD, Time.NOW), "was home to": (Act.HOLD, Time.PAST),
        "stood at": (Act.HOLD, Time.PAST), "stands at": (Act.HOLD, Time.NOW), "amounted to": (Act.HOLD, Time.PAST),
        "are employed": (Act.HOLD, Time.NOW), "people work": (Act.HOLD, Time.NOW),
    }),
}  # fmt: skip

_HAVE = listed("a ont avait avaient ayant avoir ai avons aurait auraient has have had having")
_WILL_BE = frozenset(["sera", "seront", "serait", "seraient"])
_IS = frozenset(["est", "sont", "is", "are"])
_WAS = listed("était étaient fut furent was were")
_BEEN = frozenset(["été", "been"])
_BE = frozenset(("être", "be"))
_DETERMINERS = listed(
    """
    un une le la les l ce cet cette ces son sa ses leur leurs de d du des au aux en par sur the a an its their his
    of in for
    """
)
_PURPOSE = frozenset(("pour", "to"))
_GLUE = ("", "'", "’")
# What may stand between an auxiliary and its participle.
_BETWEEN = listed(
    """
    encore y tout même presque enfin plutôt bel still even nearly
    déjà ainsi également récemment été been pu plus ne n pas aussi donc bien officiellement directement
    respectivement already also recently just not further en d ores et lui quant elle depuis toujours entre temps
    successfully publicly
    """
)
_MODALS = listed("will would shall should could may can might must")
_AHEAD_ENDINGS = ("era", "eront", "irait", "iront", "dra", "dront", "tra", "tront", "erait", "eraient")
_NO_FUTURE = listed("opéra caméra extra contra entra ultra intra")
_PAST_ENDINGS = ("ie", "ies", "ue", "ues", "ite", "ites", "é", "és", "ée", "ées", "i", "is", "it", "u", "us", "ed")
_NEAR = 4
"""Within so many words a verb governs the next one outright: `prévoit de recruter`, `vise la création`."""
_REACH = 25
"""How many words a verb reaches to what depends on it."""


def cues(words: Sequence[Word], language: str) -> list[Cue]:
    """Find what governs the figures of a sentence.

    Args:
        words: Its words.
        language: `fr` or `en`.

    Returns:
        The cues in order, each with its time where one is told by itself or by what governs it.

    Example:
        >>> from maroc_offshoring.text.cues import cues
        >>> from maroc_offshoring.text.words import split
        >>> [(cue.act.value, cue.time.value) for cue in cues(split("Elle va créer 50 postes"), "fr") if cue.act]
        [('add', 'ahead')]
    """
    found: list[Cue] = []
    table = forms(language)
    phrases = _PHRASES[language]
    index = 0
    while index < len(words):
        phrase = phrases.at(words, index)
        if phrase is not None and words[index].folded == "il" and not _infinitive_at(words, index + phrase[0], table):
            phrase = None  # "il s'agit de X" names X, and aims at nothing
        verb = any(form.tense is Tense.PARTICIPLE for form in table.get(words[index].lower, ()))
        if phrase is not None and not (verb and phrase[0] == 1):  # "embauché" is not "embauche"
            found.append(_noun(index, phrase[0], phrase[1]))
            index += phrase[0]
            continue
        state = _STATES[language].at(words, index)
        if state is not None and not (found and found[-1].mood is Mood.AIM and index - found[-1].last <= 2):
            found.append(Cue(index, index + state[0], *_unpacked(state[1]), True, True))
            index += state[0]
            continue
        for form in table.get(words[index].lower, ()):
            cue = _verb(words, index, form, language)
            if cue is not None:
                found.append(cue)
        if words[index].lower not in table:
            unknown = _unknown(words, index, language)
            if unknown is not None:
                found.append(unknown)
        index += 1
    return _governed(words, found)


def _infinitive_at(words: Sequence[Word], index: int, table: Mapping[str, tuple[Form, ...]]) -> bool:
    readings = table.get(words[index].lower, ()) if index < len(words) else ()
    return any(form.tense is Tense.INFINITIVE for form in readings)


def _unpacked(state: tuple[Act, Time]) -> tuple[Act, None, Time]:
    return state[0], None, state[1]


def _noun(index: int, length: int, meaning: Act | Mood) -> Cue:
    if isinstance(meaning, Act):
        return Cue(index, index + length, meaning, None, None, False, True)
    return Cue(index, index + length, None, meaning, Time.AHEAD, True, True)


def _verb(words: Sequence[Word], index: int, form: Form, language: str) -> Cue | None:
    if (
        form.tense is Tense.PRESENT
        and index
        and words[index - 1].lower in _DETERMINERS
        and words[index].before in _GLUE
    ):
        return None  # "un chiffre", "the exports" are no verbs
    time, firm = _time(words, index, form.tense, language)
    if form.mood in (Mood.PROMISE, Mood.AIM):
        if form.tense is Tense.INFINITIVE and language == "fr" and words[index - 1 : index] and not firm:
            time = None  # "pour annoncer" promises nothing by itself
        else:
            time, firm = Time.AHEAD, True
    elif form.mood is Mood.AHEAD:
        following = {
            form.tense for word in words[index + 1 : index + 5] for form in forms(language).get(word.lower, ())
        }
        coming = Tense.INFINITIVE in following or any(word.lower in _BE for word in words[index + 1 : index + 4])
        if not coming:
            return None
        past = form.verb == "pouvoir" and time is Time.PAST
        time, firm = (Time.PAST if past else Time.AHEAD), True
    elif form.verb == "compter" and _infinitive_follows(words, index, language):
        return Cue(index, index + 1, None, Mood.PROMISE, Time.AHEAD, True)
    return Cue(index, index + 1, form.act, form.mood, time, firm)


def _infinitive_follows(words: Sequence[Word], index: int, language: str) -> bool:
    return any(
        form.tense is Tense.INFINITIVE
        for word in words[index + 1 : index + 3]
        if word.figure is None
        for form in forms(language).get(word.lower, ())
    )


def _time(words: Sequence[Word], index: int, tense: Tense, language: str) -> tuple[Time | None, bool]:
    if tense is Tense.FUTURE:
        return Time.AHEAD, True
    if tense is Tense.PAST:
        return Time.PAST, True
    if tense is Tense.PRESENT:
        auxiliary = _auxiliary(words, index) if language == "fr" else ""
        return (Time.PAST if auxiliary in _HAVE else Time.NOW), True  # "a atteint": one form for both
    if tense is Tense.PARTICIPLE:
        auxiliary = _auxiliary(words, index)
        if auxiliary in _HAVE or auxiliary in _WAS:
            return Time.PAST, True
        if auxiliary in _WILL_BE:
            return Time.AHEAD, True
        if auxiliary in _IS:
            reflexive = any(word.lower in ("s", "se") for word in words[max(0, index - 4) : index])
            return (Time.PAST if reflexive else Time.NOW), True
        if auxiliary in _BE:
            return None, False
        return (Time.PAST, True) if language == "en" else (None, False)
    if tense is Tense.INFINITIVE and language == "en":
        before = [word.lower for word in words[max(0, index - 3) : index]]
        if any(word in _MODALS for word in before):
            return Time.AHEAD, True
        if before[-1:] != ["to"] and "to" not in before[-2:]:
            return Time.NOW, True
    return None, False


def _auxiliary(words: Sequence[Word], index: int) -> str:
    """Return the auxiliary of a participle, looking over the small words between them."""
    been = False
    for word in reversed(words[max(0, index - 6) : index]):
        if word.lower in _BEEN:
            been = True
        elif word.lower in _HAVE or word.lower in _WILL_BE or word.lower in _WAS or word.lower in _BE:
            return word.lower
        elif word.lower in _IS:
            return "a" if been else word.lower
        elif word.lower in _MODALS:
            return "sera"
        elif word.lower not in _BETWEEN and not word.lower.endswith("ment"):
            break
    return "a" if been else ""


def _unknown(words: Sequence[Word], index: int, language: str) -> Cue | None:
    """Read the time off a verb that no table has: its future by its ending, its past by its auxiliary."""
    word = words[index].lower
    if words[index].capital or len(word) < 5:
        return None
    if language == "fr" and word.endswith(_AHEAD_ENDINGS) and word not in _NO_FUTURE and word not in _WILL_BE:
        return Cue(index, index + 1, None, Mood.CARRY, Time.AHEAD, True)
    if word.endswith(_PAST_ENDINGS):
        auxiliary = _auxiliary(words, index)
        reflexive = auxiliary in _IS and any(one.lower in ("s", "se") for one in words[max(0, index - 4) : index])
        if auxiliary in _HAVE or reflexive:
            return Cue(index, index + 1, None, Mood.CARRY, Time.PAST, True)
    return None


def _governed(words: Sequence[Word], found: list[Cue]) -> list[Cue]:
    """Give each cue that has no time of its own that of the cue before it."""
    timed: list[Cue] = []
    for cue in found:
        before = timed[-1] if timed else None
        if cue.time is not None or before is None or before.time is None or cue.first - before.last > _REACH:
            timed.append(cue)
        elif before.time is Time.PAST and not cue.noun and words[cue.first - 1].folded in _PURPOSE:
            timed.append(cue._replace(time=Time.AHEAD))  # "a choisi Oujda pour lancer": the purpose is still to come
        else:
            mood = before.mood if before.mood in (Mood.PROMISE, Mood.AIM) else cue.mood
            near = before.firm and cue.first - before.last <= _NEAR
            timed.append(cue._replace(time=before.time, mood=mood, firm=near))
    return timed
