"""Many threads and processes at once: what is made when it is first asked for is made once, and all see the same."""

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier

import pytest
from writers import loaded

import maroc_offshoring as mo
from maroc_offshoring import Dataset, units
from maroc_offshoring.dataset import search
from maroc_offshoring.names import NameIndex

THREADS = 32


def at_once(call: Callable[[], object]) -> list[object]:
    """Call something in many threads that start at the same moment."""
    barrier = Barrier(THREADS)

    def one(_: int) -> object:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(one, range(THREADS)))


def test_records_are_made_once(ds: mo.Dataset) -> None:
    """The first use by many threads makes the records once, and each thread gets the same collections."""
    made = []

    def make() -> dict[str, list[mo.Record]]:
        made.append(1)
        return {"regions": list(ds.regions), "commitments": list(ds.commitments)}

    fresh = Dataset(make)
    found = at_once(lambda: (fresh.commitments, fresh.regions))
    assert len(made) == 1
    assert len({(id(promises), id(regions)) for promises, regions in found}) == 1  # type: ignore[misc]


def test_a_fault_while_records_are_made_is_told_to_each(ds: mo.Dataset) -> None:
    """Where making them fails, nothing is kept: the next call tries again."""
    calls = []

    def make() -> dict[str, list[mo.Record]]:
        calls.append(1)
        if len(calls) == 1:
            raise mo.errors.InvalidRecords([mo.Problem("broken")])
        return {"regions": list(ds.regions)}

    fresh = Dataset(make)
    with pytest.raises(mo.errors.InvalidRecords):
        fresh.regions  # noqa: B018
    assert len(fresh.regions) == 12


def test_the_registry_of_units_is_one(run: Callable[..., str]) -> None:
    """Quantities of two registries would not mix: the first use by many threads builds one."""
    code = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from maroc_offshoring import units
barrier = Barrier(32)
def one(number):
    barrier.wait()
    return units.registry(), units.Quantity(number, "job")
with ThreadPoolExecutor(32) as threads:
    found = list(threads.map(one, range(32)))
print(len({id(registry) for registry, _ in found}), sum(quantity for _, quantity in found[1:]).magnitude)
"""
    assert run(code).split() == ["1", "496"]
    assert units.registry() is units.registry()


def test_names_and_the_search_are_indexed_once(ds: mo.Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index of a kind of thing, and that of all words, are built by the first thread that asks."""
    built = []

    class Index(NameIndex):  # type: ignore[type-arg]
        def __init__(self, kind: str, *given: object) -> None:
            built.append(kind)
            super().__init__(kind, *given)  # type: ignore[arg-type]

    class Search(search.SearchIndex):
        def __init__(self, *given: object) -> None:
            built.append("search")
            super().__init__(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("maroc_offshoring.dataset.directory.NameIndex", Index)
    monkeypatch.setattr("maroc_offshoring.dataset.search.SearchIndex", Search)
    fresh = Dataset({kind: list(ds.records(kind)) for kind in ("countries", "regions", "cities", "sites", "operators")})
    found = at_once(lambda: (fresh.place("Oujda").id, fresh.find("oujda")[0].record.id))
    assert set(found) == {("oujda", "oujda")}
    assert sorted(built) == ["place", "search"]


def test_totals_in_many_threads_are_the_same(ds: mo.Dataset) -> None:
    """The arithmetic depends on no state of a thread: not even on the decimal context that one has set."""
    from decimal import Decimal, localcontext

    def total() -> object:
        with localcontext() as context:
            context.prec = 3
            return str(ds.commitments.total("investment", currency="EUR")), ds.commitments.total("jobs").figure

    expected = (str(ds.commitments.total("investment", currency="EUR")), ds.commitments.total("jobs").figure)
    assert set(at_once(total)) == {expected}
    assert isinstance(expected[1].value, Decimal)


def test_many_processes_load_at_once(ds: mo.Dataset) -> None:
    """Processes that are started afresh, at the same moment."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert set(processes.map(loaded, range(2))) == {loaded(0)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_that_forks_shares_what_was_loaded(run: Callable[..., str]) -> None:
    """Parent and child see the same, whether the records were made before the fork or are made by both after it."""
    code = """
import os, maroc_offshoring as mo
made, lazy = mo.load(), mo.load()
total = str(made.commitments.total("jobs"))
child = os.fork()
same = [str(ds.commitments.total("jobs")) for ds in (made, lazy)] == [total, total]
if not child:
    os._exit(0 if same else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), same)
"""
    assert run(code).split() == ["0", "True"]


def others() -> list[str]:
    """Other Pythons of this machine that the library runs on."""
    found = [shutil.which(f"python3.{minor}") for minor in range(11, 16)]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    found += [str(path) for minor in range(11, 16) for path in sorted(pyenv.glob(f"3.{minor}.*/bin/python"))]
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    told = {}
    for python in filter(None, found):
        try:
            code = "import sys; print('%d.%d' % sys.version_info[:2])"
            version = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):  # a shim of pyenv that leads nowhere
            continue
        told.setdefault(version, python)
    return [python for version, python in told.items() if version != own]


@pytest.mark.skipif(not others(), reason="there is one Python only")
def test_a_pickle_goes_to_another_python_and_back(run: Callable[..., str], ds: mo.Dataset, tmp_path: Path) -> None:
    """Records, totals and errors that one version has pickled are the same in the others, and come back equal."""
    total = ds.commitments.where(place="Oriental").total("jobs")
    error = mo.errors.UnknownName("site", "Casashoar", ["'Casashore'"])
    sent = [list(ds.commitments[:40]), total, total.figure, mo.Period.of("2014..2018"), error]
    code = """
import pickle, sys
from pathlib import Path
records, total, figure, period, error = pickle.loads(Path(sys.argv[1]).read_bytes())
import maroc_offshoring as mo
ds = mo.load()
assert records == list(ds.commitments[:40])
assert figure == ds.commitments.where(place="Oriental").total("jobs").figure == total.figure
assert period == mo.Period.of("2014..2018") and str(error).startswith("no site is named 'Casashoar'")
Path(sys.argv[2]).write_bytes(pickle.dumps([records, total, figure, period, error], protocol=4))
"""
    for python in others():
        there, back = tmp_path / "there", tmp_path / "back"
        there.write_bytes(pickle.dumps(sent, protocol=4))
        run(code, there, back, python=python)
        records, again, figure, period, told = pickle.loads(back.read_bytes())
        assert (records, figure, period, str(told)) == (sent[0], sent[2], sent[3], str(error))
        assert again.explain() == total.explain()
