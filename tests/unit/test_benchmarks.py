"""The benchmark runs: its figures are there, and both sides of every comparison compute the same answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOALS = [f"P{number}" for number in range(1, 20)]
ELSEWHERE = ("is not installed", "does not tell")  # what a measurement may miss on a machine


def benchmark(*arguments: str) -> list[dict[str, object]]:
    """Run the benchmark as a smoke run, and read its lines."""
    command = [sys.executable, "-m", "benchmarks", "--quick", "--json", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("goal", ["P2", "P3", "P5", "P7", "P8", "P9", "P10", "P11", "P12", "P18", "OBJECTS"])
def test_a_goal_is_measured(goal: str) -> None:
    """Each line has a figure, or says which library this machine lacks; a wrong answer would stop the run."""
    lines = benchmark(goal)
    assert lines
    for line in lines:
        assert line["name"] == goal
        value, remark = line["value"], str(line["remark"])
        assert isinstance(value, float) or any(excuse in remark for excuse in ELSEWHERE), line


def test_an_unknown_goal_is_refused() -> None:
    """The message lists the goals that there are."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "P99"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no goal P99; the goals are P1, P2" in done.stderr


def test_sides_that_differ_are_no_comparison() -> None:
    """A ratio of two different answers is refused, and so is a verdict on a restless machine."""
    code = """
from benchmarks.harness import Line, NotComparable, Run, Times
try:
    Run(quick=True).calls("one / two", lambda: 1, lambda: 2, goal=1.0)
except NotComparable as fault:
    print(fault)
print(Line("a / b", 1.0, 2.0).verdict, Line("a / b", 3.0, 2.0).verdict, Line("a / b", 1.0, 2.0, void=True).verdict)
print(Line("a / b", 3.0, 2.0, at_least=True).verdict, Times((1.0, 2.0, 4.0)).median, Times((1.0, 2.0, 4.0)).spread)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "one / two: the two sides computed different answers",
        "met missed void",
        "met 2.0 4.0",
    ]
