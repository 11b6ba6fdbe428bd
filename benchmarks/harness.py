"""Timing things in turn, in one run, so that a ratio holds from machine to machine where milliseconds do not.

A comparison times A, B, A, B… and gives median A over median B. Where the slowest B took more than half as long again
as the fastest, the machine was not calm and the comparison is void: it is made again, and called void if it stays so.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from attrs import frozen

import maroc_offshoring

MIB = 1024 * 1024

_CALM = 1.5
_ATTEMPTS = 3
_SHORTEST = 0.02  # seconds; a shorter call is repeated within a round


class NotComparable(Exception):
    """The two sides of a comparison did not compute the same answer: a ratio of them would mean nothing."""


class NotHere(Exception):
    """Something that a comparison needs is not on this machine; the message says what, and how to get it."""


@frozen
class Times:
    """How long one thing took, round by round.

    Args:
        seconds: The time of one call or one process, for each round.
    """

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the rounds, in seconds."""
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """The slowest round over the fastest."""
        return max(self.seconds) / min(self.seconds)


@frozen
class Line:
    """One line of the report: what was measured beside its goal.

    Args:
        what: What was measured, as `A / B` for a ratio.
        value: The figure; None where it could not be measured, and then `remark` says why.
        goal: The most that it may be, or the least where `at_least`; None for a figure that is told and has no goal.
        unit: `x` for a ratio, `MiB`, `B`…
        at_least: Whether the goal is the least.
        void: Whether the machine was too restless for the figure to count.
        remark: What else a reader must know: both times, or why there is no figure.
    """

    what: str
    value: float | None
    goal: float | None = None
    unit: str = "x"
    at_least: bool = False
    void: bool = False
    remark: str = ""

    @property
    def verdict(self) -> str:
        """`met`, `missed`, `void`, `not measured`, or nothing where there is no goal."""
        if self.value is None:
            return "not measured"
        if self.void:
            return "void"
        if self.goal is None:
            return ""
        return "met" if (self.value >= self.goal if self.at_least else self.value <= self.goal) else "missed"


@frozen
class Run:
    """How the things are to be timed.

    Args:
        quick: Whether this is a smoke run: one round of everything, at small sizes. Its figures mean nothing.
    """

    quick: bool = False

    def size(self, full: int, quick: int) -> int:
        """Choose a number of rows or records.

        Args:
            full: For a measurement.
            quick: For a smoke run.

        Returns:
            The number.
        """
        return quick if self.quick else full

    def calls(self, what: str, a: Call, b: Call, *, goal: float | None, at_least: bool = False, **how: Any) -> Line:
        """Compare two calls made in this process.

        Args:
            what: What they are, as `A / B`.
            a: A function without arguments.
            b: Another.
            goal: What the ratio of A to B may be.
            at_least: Whether the goal is the least.
            how: `same`, a function of both results that says whether they agree, by default `==`; None where they
                are not the same thing; `rounds`.

        Returns:
            The line.

        Raises:
            NotComparable: Where the two results differ.
        """
        same = how.pop("same", lambda one, other: one == other)
        if same is not None and not same(a(), b()):
            raise NotComparable(f"{what}: the two sides computed different answers")
        return self._compared(
            what, lambda: calls_in_turn(a, b, rounds=self._rounds(how.get("rounds", 7))), goal, at_least
        )

    def processes(
        self, what: str, a: str, b: str, *, goal: float | None, at_least: bool = False, rounds: int = 11
    ) -> Line:
        """Compare two whole Python processes.

        Args:
            what: What they are, as `A / B`.
            a: The code of the one.
            b: The code of the other. What each prints must be equal.
            goal: What the ratio of A to B may be.
            at_least: Whether the goal is the least.
            rounds: How often each is run.

        Returns:
            The line.

        Raises:
            NotComparable: Where they print different things.
            NotHere: Where one needs a library that is not installed.
        """
        if run_python(a) != run_python(b):
            raise NotComparable(f"{what}: the two sides printed different answers")
        return self._compared(what, lambda: processes_in_turn(a, b, rounds=self._rounds(rounds)), goal, at_least)

    def _rounds(self, full: int) -> int:
        return 1 if self.quick else full

    def _compared(self, what: str, timed: Callable[[], tuple[Times, ...]], goal: float | None, at_least: bool) -> Line:
        first, second = timed()
        for _ in range(_ATTEMPTS - 1):
            if second.spread > _CALM:
                first, second = timed()
        remark = (
            f"{written(first.median)} / {written(second.median)}, {len(second.seconds)} rounds, "
            f"spread {second.spread:.2f}"
        )
        return Line(what, first.median / second.median, goal, "x", at_least, second.spread > _CALM, remark)


Call = Callable[[], Any]


def calls_in_turn(*calls: Call, rounds: int = 7) -> tuple[Times, ...]:
    """Time calls in turn; each is made often enough to last, and garbage of one does not fall to the next.

    Args:
        calls: Functions without arguments.
        rounds: How often to go through all of them.

    Returns:
        The times of each, per call.
    """
    often = [_often_enough(call) for call in calls]
    found: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, times, own in zip(calls, often, found, strict=True):
            gc.collect()
            own.append(_timed(call, times) / times)
    return tuple(Times(tuple(own)) for own in found)


def _often_enough(call: Call) -> int:
    """How often to make a call so that a round lasts; making it also warms what it needs."""
    times = 1
    while (took := _timed(call, times)) < _SHORTEST:
        times = max(times * 2, int(times * _SHORTEST / max(took, 1e-9)))
    return times


def _timed(call: Call, times: int) -> float:
    rounds = range(times)
    start = perf_counter()
    for _ in rounds:
        call()
    return perf_counter() - start


def processes_in_turn(*codes: str, rounds: int = 11) -> tuple[Times, ...]:
    """Time whole Python processes in turn, from their start to their end.

    Args:
        codes: The code that each runs.
        rounds: How often to go through all of them.

    Returns:
        The times of each.
    """
    found: list[list[float]] = [[] for _ in codes]
    for _ in range(rounds):
        for code, own in zip(codes, found, strict=True):
            start = perf_counter()
            subprocess.run(
                _command(code), env=_environment(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            own.append(perf_counter() - start)
    return tuple(Times(tuple(own)) for own in found)


def run_python(code: str) -> str:
    """Run a Python process.

    Args:
        code: Its code.

    Returns:
        What it prints.

    Raises:
        NotHere: Where it needs a library that is not installed.
    """
    done = subprocess.run(_command(code), env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        if last.startswith("ModuleNotFoundError: No module named "):
            raise NotHere(not_installed(last.split("'")[1]))
        raise RuntimeError(done.stderr)
    return done.stdout


# The operating system counts what a process held before its code was loaded: of a fork, all that its parent holds. So
# a small process starts the one to be measured, and says what it was told of it.
_LAUNCHER = """
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
process = os.posix_spawn(sys.executable, [sys.executable, "-c", sys.argv[1]], os.environ, file_actions=nowhere)
_, status, usage = os.wait4(process, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak_memory(code: str) -> int:
    """Run a Python process and ask the operating system how much memory it held at most.

    Args:
        code: Its code.

    Returns:
        The peak of its resident memory, in bytes.

    Raises:
        NotHere: Where the operating system does not say.
    """
    if not hasattr(os, "wait4"):
        raise NotHere("this operating system does not tell the peak memory of a process")
    launched = [sys.executable, "-S", "-c", _LAUNCHER, code]
    done = subprocess.run(launched, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def need(module: str) -> Any:
    """Import a library that only the benchmark needs.

    Args:
        module: Its name.

    Returns:
        The module.

    Raises:
        NotHere: Where it is not installed, with how to install it.
    """
    from importlib import import_module

    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise NotHere(not_installed(module)) from None


# Peers that bring much along, or hold other libraries back: in an environment of their own.
_APART = {"followthemoney": "followthemoney", "matplotlib": "matplotlib", "pyam": "pyam-iamc 'sqlalchemy<2.1'"}


def not_installed(module: str) -> str:
    """Say that a library is not installed, and how to install it."""
    name = module.partition(".")[0]
    if name in _APART:
        return f"{name} is not installed: pip install {_APART[name]}, in an environment for this alone"
    return f"{name} is not installed: pip install -e '.[bench]'"


def written(seconds: float) -> str:
    """Write a duration with its unit, to three digits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def _command(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def _environment() -> dict[str, str]:
    """The environment of a process: the package where this process found it; compiled modules are kept, as usual."""
    assert maroc_offshoring.__file__ is not None
    paths = [str(Path(maroc_offshoring.__file__).parents[1]), str(Path(__file__).parents[1])]
    known = os.environ.get("PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join([*paths, *([known] if known else [])])}
