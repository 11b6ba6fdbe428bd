"""From a text to its sentences, read: words, figures, verbs, dates, places and actors."""

from __future__ import annotations

from collections.abc import Sequence

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.figures import FoundFigure
from maroc_offshoring.text.casting import Casting
from maroc_offshoring.text.cues import cues
from maroc_offshoring.text.horizons import moments
from maroc_offshoring.text.mentions import Mention, Naming, segments
from maroc_offshoring.text.newcomers import Name, names
from maroc_offshoring.text.scenes import Scene
from maroc_offshoring.text.sentences import sentences
from maroc_offshoring.text.whereabouts import is_dateline, standing_for, wheres
from maroc_offshoring.text.words import split


def scenes(
    text: str, figures: Sequence[FoundFigure], dataset: Dataset, published: PartialDate | None, language: str
) -> list[Scene]:
    """Read a text sentence by sentence.

    Args:
        text: The text.
        figures: Its figures, in order.
        dataset: The dataset whose names count.
        published: The date of the article, where it is known.
        language: `fr` or `en`.

    Returns:
        A scene for each sentence.
    """
    all_words = split(text, [(figure.start, figure.end) for figure in figures])
    naming = Naming(dataset, text)
    found: list[tuple[Scene, list[Mention], list[Mention], list[Name]]] = []
    position = 0
    for number, sentence in enumerate(sentences(text)):
        while position < len(all_words) and all_words[position].start < sentence.start:
            position += 1
        first = position
        while position < len(all_words) and all_words[position].end <= sentence.end:
            position += 1
        words = all_words[first:position]
        if words:
            at = [index for index, word in enumerate(words) if word.figure is not None]
            scene = Scene(number, sentence, words, at, cues(words, language), moments(words, published))
            parties, places = naming.parties.find(words), naming.places.find(words)
            taken = [(one.first, one.last) for one in (*parties, *places)]
            found.append((scene, parties, places, names(words, taken, scene.cues, item=sentence.item)))
    casting = Casting(text, dataset, [(scene, capitals) for scene, _, _, capitals in found])
    for scene, parties, places, capitals in found:
        scene.segments = segments(scene.words)
        scene.actors = casting.actors(scene, parties, capitals)
        inside = {index for one in scene.actors if one.is_named for index in range(one.first, one.last)}
        located = [place for place in places if place.first not in inside]
        scene.wheres = [one for one in wheres(scene.words, located) if not is_dateline(scene.words, one)]
        scene.standing = standing_for(scene.words)
    return [scene for scene, _, _, _ in found]
