"""Every example of the documentation runs: the code blocks of the pages, and the examples of the docstrings.

And what `mutmut run` needs (see docs/testing.md): short random tests, and nothing kept from before the change.
"""

import os
import sys
from doctest import ELLIPSIS

from hypothesis import Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

# Loaded here, by Python itself: where it runs the examples of one file only, pytest binds the module `frames.total`
# over the function of that name.
import maroc_offshoring.delivery
import maroc_offshoring.frames  # noqa: F401

pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
        patterns=["README.md", "docs/*.md", "docs/*/*.md"],
    )
    + Sybil(
        parsers=[DocTestParser(optionflags=ELLIPSIS)],
        # Before Python 3.13 two stars are one folder here, not any number.
        patterns=["src/maroc_offshoring/*.py", "src/maroc_offshoring/*/*.py", "src/maroc_offshoring/*/*/*.py"],
    )
).pytest()

settings.register_profile(
    "mutation", max_examples=20, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate)
)


def pytest_runtest_setup() -> None:
    """Forget tables that were built before the code was changed, or by another test: mutmut forks from a run of all."""
    if "MUTANT_UNDER_TEST" not in os.environ:
        return
    changed = tuple(f"maroc_offshoring.{room}" for room in ("dates", "figures", "money", "totals"))
    modules = [module for name, module in sys.modules.items() if name.startswith(changed)]
    for kept in [value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")]:
        kept.cache_clear()
