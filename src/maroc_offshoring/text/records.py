"""Real records of a draft: those that are active in its record file, with the fields that are sure."""

from __future__ import annotations

from typing import Any

from maroc_offshoring.model import Citation, Commitment, Milestone, Observation, Pledge, Source, Target
from maroc_offshoring.text.drafts import Draft, DraftRecord
from maroc_offshoring.text.sheets import Sheet, is_launch, sheets

Made = Commitment | Target | Observation

_CLASSES: dict[str, type[Made]] = {"commitment": Commitment, "target": Target, "observation": Observation}


def records(draft: Draft) -> tuple[Made, ...]:
    """Make the records of a draft that are complete.

    Args:
        draft: The draft.

    Returns:
        Frozen records, in the order of the text; those that are doubtful are left out.
    """
    planned = {sheet.record.id: sheet for sheet in sheets(draft) if sheet.active}
    made: dict[str, Made] = {}
    for id in planned:
        _make(id, planned, made, draft.source)
    return tuple(made[id] for id in planned)


def _make(id: str, planned: dict[str, Sheet], made: dict[str, Made], source: Source) -> Made:
    if id not in made:
        sheet = planned[id]
        values = {line.key: line.value for line in sheet.lines if line.sure}
        if "part_of" in values:
            values["part_of"] = _make(values["part_of"], planned, made, source)
        made[id] = _record(sheet, values, source)
    return made[id]


def _record(sheet: Sheet, values: dict[str, Any], source: Source) -> Made:
    draft = sheet.record
    cited = [cited_words(draft, source)]
    if draft.kind == "commitment":
        pledges: list[Pledge] = []
        milestones: list[Milestone] = []
        for figure, stands, lines in sheet.figures:
            if not stands:
                continue
            sure = {line.key: line.value for line in lines if line.sure}
            if is_launch(figure):
                milestones.append(Milestone(**sure))
            else:
                pledges.append(Pledge(**sure))
        return Commitment(id=draft.id, pledges=pledges, milestones=milestones, citations=cited, **values)
    sure = {line.key: line.value for line in sheet.figures[0][2] if line.sure}
    if draft.kind == "observation" and "due" in sure:
        del sure["due"]
    return _CLASSES[draft.kind](id=draft.id, citations=cited, **sure, **values)


def cited_words(draft: DraftRecord, source: Source) -> Citation:
    """Cite the source with the few words that give the figure.

    Args:
        draft: The drafted record.
        source: The source.

    Returns:
        The citation.
    """
    first = draft.figures[0]
    words = (first.figure or first.measure).words
    return Citation(source=source, words=words or None)
