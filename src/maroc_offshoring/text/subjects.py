"""Who acts among those who are named in a sentence, and who acts together."""

from __future__ import annotations

from collections.abc import Sequence

from maroc_offshoring.text.actors import Actor, State
from maroc_offshoring.text.scenes import CLAUSES, Scene
from maroc_offshoring.text.words import listed

_AND = listed("et and ainsi que le la les l groupe societe the entre")


def subject(scene: Scene, before: Sequence[Actor]) -> Actor | None:
    """Choose who acts among those named before a figure: the last, unless it is a word for many in the same clause.

    Args:
        scene: The sentence.
        before: Those who are named before the figure, in order.

    Returns:
        The actor; None where none is named.
    """
    if not before:
        return None
    last = before[-1]
    if last.is_named or last.state is State.SAME:
        return last
    for actor in reversed(before[:-1]):
        if actor.is_named and not _clause_between(scene, actor.last, last.first):
            return actor
    return last


def _clause_between(scene: Scene, first: int, last: int) -> bool:
    words = scene.words[first : last + 1]
    return any(word.before not in ("", "'", "’") for word in words) or any(
        word.folded in CLAUSES for word in words[:-1]
    )


def together(scene: Scene, actors: Sequence[Actor], chosen: Actor) -> tuple[Actor, ...]:
    """Take those who are named with one: `Majorel et Kolibri`.

    Args:
        scene: The sentence.
        actors: Those who are named in it.
        chosen: One of them.

    Returns:
        Those who act together, in order.
    """
    group = [chosen]
    for actor in sorted((actor for actor in actors if actor.last <= chosen.first), key=lambda one: -one.first):
        if not actor.is_named or not _is_joined(scene, actor, group[0], linked=len(group) > 1):
            break
        group.insert(0, actor)
    for actor in sorted((actor for actor in actors if actor.first >= chosen.last), key=lambda one: one.first):
        if not actor.is_named or not _is_joined(scene, group[-1], actor, linked=len(group) > 1):
            break
        group.append(actor)
    return tuple(group)


def _is_joined(scene: Scene, one: Actor, other: Actor, *, linked: bool) -> bool:
    between = scene.words[one.last : other.first]
    if len(between) > 4 or not all(word.folded in _AND for word in between):
        return False
    if any(word.before not in ("", "'", "’", ",") for word in scene.words[one.last : other.first + 1]):
        return False
    return linked or any(word.folded in ("et", "and") for word in between)
