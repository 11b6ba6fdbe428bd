"""The reference dataset: the record that ships with the library."""

from maroc_offshoring.reference.loading import load

__all__ = ["load"]
