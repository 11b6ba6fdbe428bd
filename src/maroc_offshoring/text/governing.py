"""Which verb or noun governs a figure, and which dates belong to another one."""

from __future__ import annotations

from maroc_offshoring.figures import FoundFigure
from maroc_offshoring.text.cues import Cue, Time
from maroc_offshoring.text.horizons import Moment
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.verbs import Act, Mood, forms

_LEADING = ("port", "pass", "ramen", "rais", "increas", "bring", "hiss")


def governing(scene: Scene, at: int) -> Cue | None:
    """Find the verb or noun that governs a figure: the one before it, or a passive after it.

    Args:
        scene: The sentence.
        at: The word that the figure is.

    Returns:
        The cue, with its time; None where nothing governs it.
    """
    before = [cue for cue in scene.cues if cue.last <= at]
    after = [cue for cue in scene.cues if cue.first > at]
    left = before[-1] if before else None
    between = [figure for figure in scene.figures if left is not None and left.last <= figure < at]
    right = after[0] if after and after[0].first - at <= 9 else None
    if right is not None and any(at < figure < right.first for figure in scene.figures):
        right = None
    passive = right is not None and right.time is not None and _is_subject(scene, at, right, left)
    if passive and right is not None:
        acts = [cue for cue in after[:3] if cue.act is not None and cue.first - right.first <= 4]
        return acts[0]._replace(time=right.time or acts[0].time, firm=True) if acts else right
    open_level = left is not None and left.act is Act.REACH and left.time is None
    if (left is None or open_level) and scene.words[0].folded in ("avec", "with"):
        return Cue(0, 1, Act.HOLD, None, Time.NOW, True, True)  # "Avec 148.000 emplois, le secteur …"
    if left is None:
        commas = right is not None and any("," in word.before for word in scene.words[at + 1 : right.first + 1])
        if right is None or (commas and right.act is None):
            return None
        if right.time is None and right.act is not None and right.first - at <= 2:
            return right._replace(time=Time.PAST)  # "6.000 postes créés"
        return right if right.time is not None else None
    if left.act is None and len(before) > 1 and _hands_on(before[-2], left):
        return before[-2]._replace(time=left.time, mood=left.mood or before[-2].mood, firm=True)
    if left.act is None and right is not None and right.act is not None and right.first - at <= 2 and not between:
        return right._replace(time=left.time, mood=left.mood)  # "la promesse de 2.000 postes créés"
    if left.time is None and right is not None and right.time is not None:
        return left._replace(time=right.time, mood=right.mood)
    return left


def _hands_on(act: Cue, time: Cue) -> bool:
    """Say whether what is done stands before what says when: `la création à terme de 500 emplois`."""
    same = act.time in (None, time.time) or time.mood is Mood.AHEAD
    return act.act is not None and time.first - act.last <= 3 and same


def _is_subject(scene: Scene, at: int, right: Cue, left: Cue | None) -> bool:
    """Say whether a figure is the subject of the verb after it, as in `500 emplois seront créés`."""
    words = scene.words
    between = words[at + 1 : right.first + 1]
    if any(word.folded in ("qui", "que", "dont", "et", "and", "which", "that", "ou") for word in between):
        return False
    if any(word.before not in ("", "'", "’") for word in between):
        return False
    if left is None:
        return True
    return any("," in word.before or ";" in word.before for word in words[left.last : at + 1]) and right.first - at <= 4


def is_of_another_verb(scene: Scene, moment: Moment, at: int, kind: str) -> bool:
    """Say whether a date belongs to a verb that follows the figure: `25 MDH dans un site, qui ouvrira en mai`.

    Args:
        scene: The sentence.
        moment: The date.
        at: The word that the figure is.
        kind: Whether the figure is promised, aimed at or measured.

    Returns:
        True where another verb than that of the figure has the date.
    """
    if kind == "observation":
        return False
    own = governing(scene, at)
    if moment.first < at:
        # "commencera en mai, indique son PDG, qui prévoit 1.000 emplois": the date was that of the first verb.
        later = own is not None and own.first >= moment.last and own.firm and not own.noun
        return later and any(cue.last <= moment.first and cue.firm and not cue.noun and cue.act for cue in scene.cues)
    return any(
        at < cue.first < moment.first
        and cue.firm
        and not cue.noun
        and cue.act is not None
        and (own is None or own.first < at)
        and any(w.before not in ("", "'", "’") for w in scene.words[at + 1 : cue.first + 1])
        for cue in scene.cues
    )


def reaches(scene: Scene, moment: Moment, at: int, kind: str, *, money: bool) -> bool:
    """Say whether a date that stands nearer to another figure counts for this one, too: where it heads the sentence.

    Args:
        scene: The sentence.
        moment: The date.
        at: The word that the figure is.
        kind: Whether the figure is promised, aimed at or measured.
        money: Whether the sentence tells of money, too.

    Returns:
        True where the figure may take the date over.
    """
    figures = [figure for figure in scene.figures if figure != at]
    if moment.first <= 2 or not any(figure < moment.first for figure in figures):
        return moment.last <= at
    if kind == "observation":
        cue = governing(scene, at)
        if cue is not None and cue.time is Time.NOW:
            return False  # what is now is not of the year that another clause names
        return moment.last <= at or len({one.period for one in scene.moments}) == 1
    # "attirer dix entreprises et créer 1.800 emplois sur trois ans"
    if moment.last <= at:
        # "sera livrée en 2027 et permettra d'accueillir 1.200 emplois"
        near = scene.words[moment.last : at]
        return not money and bool(near) and near[0].folded in ("et", "and") and all(w.figure is None for w in near)
    between = scene.words[at + 1 : moment.first]
    joined = any(word.folded in ("et", "and") for word in between) and all(w.before in ("", "'", "’") for w in between)
    return at < moment.first and joined and not money


def is_start_of_change(scene: Scene, at: int) -> bool:
    """Say whether a change starts from a figure: 2.300 in `de 2.300 à 3.200 collaborateurs`.

    Args:
        scene: The sentence.
        at: The word that the figure is.

    Returns:
        True for the first of the two numbers.
    """
    words = scene.words
    if at == 0 or at + 2 >= len(words) or words[at - 1].folded not in ("de", "d", "from"):
        return False
    return words[at + 1].folded in ("a", "to") and words[at + 1].before == "" and words[at + 2].figure is not None


def reaches_by_its_words(found: FoundFigure, scene: Scene, at: int) -> bool:
    """Say whether the figure itself tells a level, as `dépasser les 900 collaborateurs`, or what a change leads to.

    Args:
        found: The figure.
        scene: The sentence.
        at: The word that the figure is.

    Returns:
        True where it is a level to be reached.
    """
    cue = governing(scene, at)
    leads = cue is not None and scene.words[cue.first].folded.startswith(_LEADING)
    if leads and at >= 1 and scene.words[at - 1].folded in ("a", "to"):
        return True  # "porter l'emploi à 270.000 postes"
    first = (found.figure.as_printed or "").lower().split(" ")[0]
    if any(form.act is Act.REACH for language in ("fr", "en") for form in forms(language).get(first, ())):
        return True
    return at >= 2 and scene.words[at - 1].folded in ("a", "to") and is_start_of_change(scene, at - 2)
