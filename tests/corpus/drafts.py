"""Score the drafts of our own articles against the gold drafts beside them: `python tests/corpus/drafts.py`.

A draft is complete where its kind, measure, figure, basis, places, party and due date are all right: of a measurement
the due date is its period. Precision is the share of the drafts made that are complete, recall the share of the gold
drafts that were made so. The articles up to 12 were written before the reader, those from 21 before it was tuned, and
those from 31 after that. `--show` tells each field that is not as in the gold file.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import maroc_offshoring as mo
from maroc_offshoring.names import words
from maroc_offshoring.text.drafts import Draft, DraftField, Newcomer, Unsettled
from maroc_offshoring.text.sheets import sheets

ARTICLES = Path(__file__).parent / "articles"
FIELDS = ("kind", "measure", "figure", "basis", "places", "party", "due")
PARTS = {"0": "development", "1": "development", "2": "held out", "3": "read last"}
ROW_OF = {name: name for name in ("measure", "figure", "basis", "places", "due")} | {
    "place": "places", "made_by": "party", "set_by": "party", "operator": "party", "period": "due",
}  # fmt: skip
EXTRA = ("segments", "part_of")


class Score(NamedTuple):
    """The counts of one article or of several."""

    made: int
    gold: int
    complete: int

    @property
    def precision(self) -> float:
        """The share of the drafts made that are complete."""
        return self.complete / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold drafts that were made whole."""
        return self.complete / self.gold if self.gold else 1.0

    def __add__(self, other: object) -> Score:
        if not isinstance(other, Score):
            return NotImplemented
        return Score(self.made + other.made, self.gold + other.gold, self.complete + other.complete)


def articles(part: str | None = None) -> list[Path]:
    """Return the articles: all, or those of one part; the first sign of a name says which."""
    found = sorted(ARTICLES.glob("*.txt"))
    return [path for path in found if part is None or PARTS[path.name[0]] == part]


def gold(path: Path) -> dict[str, Any]:
    """Read the gold drafts of an article."""
    with path.with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)


def drafted(path: Path, dataset: mo.Dataset) -> Draft:
    """Draft an article as its gold file says."""
    answers = gold(path)
    text = path.read_text(encoding="utf-8")
    return mo.draft(text, dataset=dataset, published=answers["published"], language=answers["language"])


def rows(draft: Draft) -> list[dict[str, Any]]:
    """Write a draft as gold files do, a row for each figure."""
    by_id = {one.id: one for one in draft}
    found = []
    for one in draft:
        for figure in one.figures:
            whole = one.get("part_of")
            found.append(
                {
                    "kind": one.kind,
                    "measure": figure.measure.value.value,
                    "figure": _figure(figure.figure.value) if figure.figure else "",
                    "basis": figure.basis.value.value if figure.basis else "",
                    "places": sorted(place.id for place in _values(one.get("places") or one.get("place"))),
                    "party": sorted(_parties(one.get("made_by") or one.get("set_by") or one.get("operator"))),
                    "due": str((figure.due or one.get("period") or _nothing).value or ""),
                    "segments": sorted(segment.value for segment in _values(one.get("segments"))),
                    "part_of": _whole(by_id, whole, figure.measure.value),
                }
            )
    return found


_nothing = DraftField(name="", value=None, confidence=mo.vocabulary.Confidence.LOW)


def _values(field: DraftField | None) -> Sequence[Any]:
    if field is None:
        return ()
    return field.value if isinstance(field.value, tuple) else (field.value,)


def _parties(field: DraftField | None) -> Iterable[str]:
    for value in _values(field):
        if isinstance(value, Newcomer):
            yield f"+{value.id}"
        elif isinstance(value, Unsettled):
            yield "?" + "-".join(words(value.name))
        else:
            yield value.id


def _figure(figure: mo.Figure) -> str:
    numbers = "..".join(
        f"{number.normalize():f}" for number in (figure.low, figure.value, figure.high) if number is not None
    )
    exact = figure.qualifier.value == "exact"
    return f"{'' if exact else figure.qualifier.value + ' '}{numbers} {figure.unit}"


def _whole(by_id: dict[str, Any], field: DraftField | None, measure: Any) -> str:
    if field is None:
        return ""
    whole = by_id.get(str(field))
    figures = whole.figures if whole else ()
    return next((_figure(one.figure.value) for one in figures if one.figure and one.measure.value == measure), "")


def expected(path: Path) -> list[dict[str, Any]]:
    """Write the gold drafts of an article as rows."""
    found = []
    for row in gold(path)["drafts"]:
        lists = {name: sorted(row.get(name, ())) for name in ("places", "party", "segments")}
        texts = {name: str(row.get(name, "")) for name in ("kind", "measure", "figure", "basis", "due", "part_of")}
        found.append({**texts, **lists})
    return found


def matched(made: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair what was made with what was wanted, the most alike first, each once; a pair has the same figure."""
    pairs = [
        (-sum(one[name] == other[name] for name in FIELDS), i, j)
        for i, one in enumerate(made)
        for j, other in enumerate(wanted)
        if _number(one["figure"]) == _number(other["figure"])
    ]
    left, right, found = set(range(len(made))), set(range(len(wanted))), []
    for _, i, j in sorted(pairs):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            found.append((made[i], wanted[j]))
    return found


def _number(figure: str) -> Decimal | str:
    number = figure.split()[-2:-1]
    return number[0] if number else ""


def score(path: Path, dataset: mo.Dataset, *, show: bool = False) -> Score:
    """Score one article, and print what is not as in the gold file."""
    made, wanted = rows(drafted(path, dataset)), expected(path)
    pairs = matched(made, wanted)
    complete = 0
    for one, other in pairs:
        wrong = [name for name in FIELDS if one[name] != other[name]]
        complete += not wrong
        beside = [name for name in EXTRA if other[name] and one[name] != other[name]]
        if show and (wrong or beside):
            told = "; ".join(f"{name} {one[name]!r} for {other[name]!r}" for name in (*wrong, *beside))
            _say(f"  {'~' if not wrong else 'x'} {other['figure'] or other['measure']}: {told}")
    if show:
        for one in made:
            if not any(one is pair[0] for pair in pairs):
                _say(f"  + {one['kind']} {one['measure']} {one['figure']}: nothing of the kind is in the gold file")
        for other in wanted:
            if not any(other is pair[1] for pair in pairs):
                _say(f"  - {other['kind']} {other['measure']} {other['figure']}: was not drafted")
    return Score(len(made), len(wanted), complete)


def fields(paths: Iterable[Path], dataset: mo.Dataset) -> dict[str, tuple[int, int]]:
    """Count, field by field, how many of the gold drafts have it right."""
    counts = {name: [0, 0] for name in (*FIELDS, *EXTRA)}
    for path in paths:
        wanted = expected(path)
        pairs = matched(rows(drafted(path, dataset)), wanted)
        for name, count in counts.items():
            asked = [other for other in wanted if name not in EXTRA or other[name]]
            count[1] += len(asked)
            count[0] += sum(one[name] == other[name] for one, other in pairs if name not in EXTRA or other[name])
    return {name: (right, of) for name, (right, of) in counts.items()}


def standing(path: Path, dataset: mo.Dataset) -> tuple[int, int]:
    """Count the fields that stand in the record file of an article without a comment, and those that are wrong."""
    draft = drafted(path, dataset)
    made = rows(draft)
    answers = {id(one): other for one, other in matched(made, expected(path))}
    count = wrong = 0
    unread = iter(made)
    for sheet in sheets(draft):
        for _, stands, lines in sheet.figures:
            row = next(unread)
            sure = {line.key for line in (*sheet.lines, *lines) if line.sure} if sheet.active and stands else set()
            names = [ROW_OF[key] for key in sorted(sure) if key in ROW_OF]
            answer = answers.get(id(row), {})
            count += len(names)
            wrong += sum(row[name] != answer.get(name) for name in names)
    return count, wrong


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print precision and recall of complete drafts, by article and in all."""
    parser = argparse.ArgumentParser(description="Score drafts of our own articles.")
    parser.add_argument("--show", action="store_true", help="show each field that is not as in the gold file")
    call = parser.parse_args(arguments)
    dataset = mo.load()
    total = Score(0, 0, 0)
    for name in dict.fromkeys(PARTS.values()):
        part = Score(0, 0, 0)
        for path in articles(name):
            one = score(path, dataset, show=call.show)
            part += one
            _say(f"{path.stem:22} {one.complete:3} of {one.made:3} made, {one.gold:3} wanted")
        _say(f"{name}: precision {part.precision:.3f}, recall {part.recall:.3f}, {part.complete} of {part.gold}\n")
        total += part
    _say(
        f"complete drafts: precision {total.precision:.3f}, recall {total.recall:.3f}, {total.complete} of {total.gold}"
    )
    stand = [standing(path, dataset) for path in articles()]
    wrong = sum(one for _, one in stand)
    _say(f"fields that stand without a comment: {sum(count for count, _ in stand)}, of which wrong: {wrong}")
    for name, (right, of) in fields(articles(), dataset).items():
        _say(f"  {name:9} {right:4} of {of:4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
