"""Which edition of the record this is: its version and its date, apart from the version of the code."""

from __future__ import annotations

VERSION = "2026.11"
"""The version of the data: the year and month of its closing."""

PUBLISHED = "2026-11-22"
"""The day on which the record was closed; no source of it is later."""
