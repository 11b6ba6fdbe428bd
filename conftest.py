"""Every example of the documentation runs: the code blocks of the pages, and the examples of the docstrings."""

from doctest import ELLIPSIS

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
