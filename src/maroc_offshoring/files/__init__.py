"""Reading and writing record files: TOML and JSON, strictly, with every fault named by file, record and field."""

from maroc_offshoring.files.reading import read
from maroc_offshoring.files.writing import write

__all__ = ["read", "write"]
