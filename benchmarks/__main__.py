"""Print each goal beside what is measured: `python -m benchmarks`, or `python -m benchmarks P4 P10 --quick`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from platform import python_version

from attrs import asdict

from benchmarks.goals import GOALS, Goal
from benchmarks.harness import Line, Run


def main(arguments: list[str] | None = None) -> int:
    """Measure the goals asked for.

    Args:
        arguments: The command line; None for that of this process.

    Returns:
        0 where no goal was missed, else 1; a smoke run misses none.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Each goal beside what is measured.")
    parser.add_argument("goals", nargs="*", metavar="GOAL", help="P1 to P19, OBJECTS, GROWTH; all by default")
    parser.add_argument("--quick", action="store_true", help="smoke run: one round, small sizes; figures mean nothing")
    parser.add_argument("--cheap", action="store_true", help="only goals whose smoke run takes a second or so")
    parser.add_argument("--json", action="store_true", help="one JSON object per line")
    asked = parser.parse_args(arguments)
    known = {goal.name: goal for goal in GOALS}
    if unknown := [name for name in asked.goals if name.upper() not in known]:
        parser.error(f"no goal {', '.join(unknown)}; the goals are {', '.join(known)}")
    chosen = [known[name.upper()] for name in asked.goals] or [goal for goal in GOALS if goal.cheap or not asked.cheap]
    missed = False
    if not asked.json:
        print(f"Python {python_version()}; ratios of medians, timed in turn{'; smoke run' if asked.quick else ''}")
    for goal, line in _measured(chosen, Run(quick=asked.quick)):
        missed = missed or line.verdict == "missed"
        text = (
            json.dumps({"name": goal.name, **asdict(line), "verdict": line.verdict}) if asked.json else _row(goal, line)
        )
        print(text, flush=True)
    return int(missed and not asked.quick)


def _measured(goals: list[Goal], run: Run) -> Iterator[tuple[Goal, Line]]:
    for goal in goals:
        for line in goal.lines(run):
            yield goal, line


def _row(goal: Goal, line: Line) -> str:
    bound = "" if line.goal is None else f"{'>=' if line.at_least else '<='} {_number(line.goal)} {line.unit}"
    found = "" if line.value is None else f"{_number(line.value)} {line.unit}"
    return f"{goal.name:<4} {line.what:<72} {found:>12}  {bound:<12} {line.verdict:<12} {line.remark}".rstrip()


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"


if __name__ == "__main__":
    sys.exit(main())
