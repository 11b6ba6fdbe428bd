"""Starts without a figure: `X ouvrira un centre à Oujda dès août prochain` is a promise with a date and no number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from maroc_offshoring.model import Place
from maroc_offshoring.text.actors import Actor
from maroc_offshoring.text.cues import Cue, Time
from maroc_offshoring.text.horizons import Moment
from maroc_offshoring.text.memory import Memory
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.verbs import Act
from maroc_offshoring.vocabulary import Confidence


@frozen
class Launch:
    """A start that is promised for a date.

    Args:
        scene: The sentence.
        cue: The verb.
        actors: Who starts.
        actors_sure: How sure that is.
        places: Where.
        places_sure: How sure that is.
        due: By when.
    """

    scene: Scene
    cue: Cue
    actors: tuple[Actor, ...]
    actors_sure: Confidence
    places: tuple[Place, ...]
    places_sure: Confidence
    due: Moment


def launches(
    scene: Scene, governing: Sequence[Cue], memory: Memory, suits: Callable[[Moment, str], bool]
) -> Iterator[Launch]:
    """Find the starts that a sentence promises.

    Args:
        scene: The sentence.
        governing: What governs its figures: a verb that has a figure is no start without one.
        memory: Who and what was spoken of before.
        suits: Says whether a date can be the due date of a promise.

    Yields:
        At most one start for each verb, where someone who starts and a date are told.
    """
    used = {cue.first for cue in governing}
    for cue in scene.cues:
        if cue.act is not Act.OPEN or cue.time is not Time.AHEAD or cue.first in used:
            continue
        following = [figure for figure in scene.figures if cue.last <= figure <= cue.last + 7]
        dates = [one for one in scene.moments if one.period is not None and suits(one, "commitment")]
        near = [one for one in dates if 0 <= one.first - cue.last <= 20 or 0 <= cue.first - one.last <= 4]
        if not near or any(_counts(scene, figure, governing) for figure in following):
            continue
        actors, _, sure, _ = memory.who(scene, cue.first)
        if not any(actor.is_named for actor in actors):
            continue
        own = [where for where in scene.wheres if where.places and where.first > cue.first] or [
            where for where in scene.wheres if where.places
        ]
        places, places_sure = memory.where(
            scene, cue.first, "commitment", actors=actors, state=None, wheres=own[:1], before=None
        )
        yield Launch(
            scene, cue, actors, sure, places, places_sure, min(near, key=lambda one: abs(one.first - cue.first))
        )
        return


def _counts(scene: Scene, figure: int, governing: Sequence[Cue]) -> bool:
    """Say whether a figure after the verb is what is started: 300 positions are, `un centre` is not."""
    return any(cue.last <= figure for cue in governing)
