"""Doors: the methods by which a dataset and its collections lead to the rooms built on them.

Series, findings, verdicts, tables and exports stand above the dataset and import it. So that a user can still write
`ds.check()`, the methods stand here and import their room when they are called. This is the one module that looks
upward, and `lint-imports` lets no other do so.
"""

from __future__ import annotations


class DatasetDoors:
    """What a dataset can do with the help of rooms above it."""

    __slots__ = ()


class CollectionDoors:
    """What a collection can do with the help of rooms above it."""

    __slots__ = ()
