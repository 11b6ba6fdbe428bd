"""Score the reading of figures on our own corpus: `python tests/corpus/scoring.py`.

It prints, for each set of sentences, how many figures were found and right (the words, the number, the unit and how
firmly it is stated), how many were found that are not there, and how many were missed.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from maroc_offshoring.figures import FoundFigure, find_figures

SENTENCES = Path(__file__).parent / "sentences.toml"


class Gold(NamedTuple):
    """A figure as a person reads it: its words, and what they say."""

    words: str
    says: str


class Score(NamedTuple):
    """How well one set was read."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __str__(self) -> str:
        return (
            f"{self.right} right, {self.wrong} wrong, {self.missed} missed: "
            f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        )


def sentences() -> list[dict[str, Any]]:
    """Read the corpus."""
    return tomllib.loads(SENTENCES.read_text("utf-8"))["sentences"]


def said(found: FoundFigure) -> str:
    """Write what a figure says as the corpus does."""
    figure = found.figure
    number = f"{figure.value:f}" if figure.value is not None else f"{figure.low:f}..{figure.high:f}"
    plain = "..".join(end.rstrip("0").rstrip(".") if "." in end else end for end in number.split(".."))
    return f"{figure.qualifier.value} {plain} {figure.unit}{' elided' if found.elided else ''}"


def compare(sentence: dict[str, Any], language: str | None) -> tuple[list[Gold], list[Gold], list[Gold]]:
    """Return the figures of a sentence that are right, wrong and missed."""
    found = [Gold(one.figure.as_printed or "", said(one)) for one in find_figures(sentence["text"], language=language)]
    missed = [Gold(*pair) for pair in sentence["figures"]]
    right: list[Gold] = []
    wrong: list[Gold] = []
    for one in found:
        if one in missed:
            missed.remove(one)
            right.append(one)
        else:
            wrong.append(one)
    return right, wrong, missed


def score(*, told: bool) -> Iterator[tuple[str, Score, list[str]]]:
    """Score each set, with the language told or left to be found out."""
    for name in dict.fromkeys(sentence["set"] for sentence in sentences()):
        total, faults = Score(), []
        for sentence in sentences():
            if sentence["set"] == name:
                right, wrong, missed = compare(sentence, sentence["language"] if told else None)
                total = Score(total.right + len(right), total.wrong + len(wrong), total.missed + len(missed))
                faults += [f"  wrong:  {one.words!r} as {one.says}" for one in wrong]
                faults += [f"  missed: {one.words!r}, {one.says}" for one in missed]
        yield name, total, faults


def main() -> int:
    """Print the scores; with --faults also what was wrong."""
    for told in (False, True):
        sys.stdout.write(f"language {'told' if told else 'found out'}\n")
        for name, total, faults in score(told=told):
            sys.stdout.write(f"  {name}: {total}\n")
            if "--faults" in sys.argv:
                sys.stdout.write("".join(f"  {fault}\n" for fault in faults))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
