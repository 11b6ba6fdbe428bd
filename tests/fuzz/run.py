"""Fuzz an entrance for as long as you like: `python tests/fuzz/run.py --target toml --seconds 60`.

With atheris (`pip install atheris`) the fuzzing is guided by coverage: inputs that reach new code are kept in
`--corpus`, from where the next run goes on. Without it, or with `--unguided`, sound inputs are changed at random. The
input that crashes is written beside the report; put what it teaches into tests/regression before you mend it.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import signal
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType
from typing import Any

_HANG = 25  # seconds for one input of a few thousand bytes

HERE = Path(__file__).parent


def main() -> int:
    """Run the command.

    Returns:
        The exit status: 0 where nothing crashed.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", action="append", metavar="NAME", help="an entrance; all of them in turn if none")
    parser.add_argument("--seconds", type=float, default=60, help="how long for each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"), help="what guided runs keep")
    parser.add_argument("--unguided", action="store_true", help="do not use atheris")
    parser.add_argument("--again", type=Path, help="run one input that was written before, and show what comes out")
    call = parser.parse_args()
    guided = not (call.unguided or call.again) and importlib.util.find_spec("atheris") is not None
    if guided and len(call.target or ()) != 1:
        parser.error("atheris fuzzes one --target in a process; name it, or use --unguided")
    targets = _targets(instrumented=guided)
    known = targets.all_targets()
    for name in call.target or ():
        if name not in known:
            parser.error(f"no target is named {name!r}; the targets are {', '.join(known)}")
    chosen = [known[name] for name in call.target or known]
    if call.again:
        for target in chosen:
            target.run(call.again.read_bytes())
        return 0
    if guided:
        return _guided(chosen[0], call)
    return max(_unguided(target, call.seconds, call.seed) for target in chosen)


def _targets(*, instrumented: bool) -> ModuleType:
    sys.path.insert(0, str(HERE))
    if not instrumented:
        import targets

        return targets
    import atheris

    with atheris.instrument_imports(include=["maroc_offshoring"], enable_loader_override=False):
        import targets

        targets.all_targets()
        _import_all()
    return targets


def _import_all() -> None:
    """Import the rooms that are imported where they are used, so that they are instrumented too."""
    import pkgutil

    import maroc_offshoring

    for module in pkgutil.walk_packages(maroc_offshoring.__path__, "maroc_offshoring."):
        if "__main__" not in module.name and ".contrib" not in module.name:
            with contextlib.suppress(ImportError):  # an extra that is not installed
                importlib.import_module(module.name)


def _guided(target: Any, call: argparse.Namespace) -> int:
    import atheris

    corpus = call.corpus / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = corpus.with_suffix(".words")
    tokens = [word.encode("utf-8", "surrogatepass").hex(" ").split() for word in target.words]
    words.write_text("".join('"' + "".join(rf"\x{byte}" for byte in token) + '"\n' for token in tokens), "ascii")
    options = (
        f"-max_total_time={call.seconds:.0f}", f"-seed={call.seed}", f"-dict={words}", f"-timeout={_HANG}",
        f"-artifact_prefix={call.corpus}/{target.name}-", "-max_len=6000", "-rss_limit_mb=3000",
    )  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.run)
    atheris.Fuzz()  # it ends the process
    return 1


def _unguided(target: Any, seconds: float, seed: int) -> int:
    from mutating import inputs

    def hung(*_: object) -> None:
        raise TimeoutError(f"no answer in {_HANG} seconds")

    signal.signal(signal.SIGALRM, hung)
    end, done, slowest = time.monotonic() + seconds, 0, 0.0
    for data in inputs(target.seeds, target.words, seed):
        start = time.monotonic()
        if start > end:
            break
        signal.setitimer(signal.ITIMER_REAL, _HANG)
        try:
            target.run(data)
        except Exception:
            path = Path(f"crash-{target.name}")
            path.write_bytes(data)
            traceback.print_exc()
            sys.stdout.write(f"{target.name}: crashed after {done} inputs; the input is in {path}\n")
            return 1
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        done, slowest = done + 1, max(slowest, time.monotonic() - start)
    sys.stdout.write(f"{target.name}: {done} inputs, no crash; the slowest took {slowest * 1000:.0f} ms\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
