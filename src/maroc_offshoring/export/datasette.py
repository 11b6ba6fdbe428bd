"""What Datasette shows beside a database of the record: licence, what each table and column says, what to search."""

from __future__ import annotations

from typing import Any

from maroc_offshoring.export import lines
from maroc_offshoring.export.layout import all_tables
from maroc_offshoring.export.rows import columns
from maroc_offshoring.files.format import DESCRIPTION, LICENCE, LICENCE_URL, TITLE

_BOUNDS = (
    "An empty number means that a line has none, so that a sum of the others would be "
    "too small. The library also knows where a whole is firmer than its parts, and can give narrower bounds."
)
_FACETS = {"lines": ["measure", "basis", "region_id", "due_end"]}
_TABLES: dict[str, dict[str, Any]] = {
    "records": {"description": "Every record with its names; searched in full text.", "facets": ["kind"]},
    "words": {"description": "The words of the closed lists, with their labels.", "facets": ["list"]},
    "about": {"description": "Which edition of the record this is."},
    "places": {"description": "The ids that countries, regions, cities and sites share.", "facets": ["kind"]},
    "parties": {"description": "The ids that operators and institutions share.", "facets": ["kind"]},
    "pledges": {"description": "The promises with names instead of ids. Not to be added up: sum `lines`."},
    "measurements": {"description": "The measurements with names instead of ids."},
    "lines_named": {"description": "The counted lines with the names of their places and companies."},
    "jobs_promised_by_region": {"description": f"Jobs promised, none counted twice, by region. {_BOUNDS}"},
    "jobs_promised_by_operator": {"description": f"Jobs promised, none counted twice, by company. {_BOUNDS}"},
    "place_names": {"description": "The names of places of any level, with what they lie in."},
    "party_names": {"description": "The names of companies and institutions."},
}


def metadata(database: str) -> dict[str, Any]:
    """Describe a database for Datasette.

    Args:
        database: The name of the database: that of its file without the ending.

    Returns:
        What `datasette --metadata` reads.
    """
    tables = {
        table.name: {
            "description": table.meaning,
            "columns": {column.name: column.meaning for column in columns(table) if column.meaning},
            **({"facets": _FACETS[table.name]} if table.name in _FACETS else {}),
        }
        for table in (*all_tables(), *lines.table().walk())
    }
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "license": LICENCE,
        "license_url": LICENCE_URL,
        "databases": {database: {"tables": tables | _TABLES}},
    }
