"""A short run of every fuzz target, always the same: what comes out of any input is an answer or an error of ours."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pytest
from mutating import inputs
from targets import all_targets

TARGETS = all_targets()
# So many inputs each, by what one takes; the long run is `python tests/fuzz/run.py`.
FEW = {"sqlite": 20, "datapackage": 30, "html": 40, "cli": 60, "overlay": 100, "draft": 100, "text": 100, "query": 80}
MANY = 500


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """End what hangs."""

    def hung(*_: object) -> None:
        raise TimeoutError(f"no answer in {seconds} seconds")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, hung)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.filterwarnings("default")  # a warning of a parser of others is no crash
@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sound inputs, and sound inputs that were cut, repeated, spliced and salted."""
    monkeypatch.setenv("COLUMNS", "80")
    target = TARGETS[name]
    for number, data in enumerate(islice(inputs(target.seeds, target.words, seed=2026), FEW.get(name, MANY))):
        with no_longer_than(60):
            try:
                target.run(data)
            except Exception as fault:
                fault.add_note(f"input {number}: {data[:500]!r}")
                raise


def test_the_same_seed_gives_the_same_inputs() -> None:
    """A crash of the short run happens again on every machine."""
    first, second = (list(islice(inputs((b"abc", b"defg"), ("x",), seed=4), 200)) for _ in range(2))
    assert first == second
    assert len(set(first)) > 100
