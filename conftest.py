"""Every example of the documentation runs: the code blocks of the pages, and the examples of the docstrings."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
        patterns=["README.md", "docs/*.md"],
    )
    + Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], patterns=["src/maroc_offshoring/**/*.py"])
).pytest()
