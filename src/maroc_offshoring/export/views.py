"""What a database of the record has beside its tables: names to search, and views that join and sum."""

from __future__ import annotations

from collections.abc import Iterator

from maroc_offshoring.export.layout import all_tables
from maroc_offshoring.vocabulary import Term

_OF_LINE = """(SELECT group_concat({of}, '{by}') FROM (SELECT t.{key}, n.name_fr FROM lines_{list} t
   JOIN {names} n ON n.id = t.{key} WHERE t.line_id = l.id ORDER BY t.{key}))"""
"""What a line is for, in the order of ids, so that equal things are equal texts."""

_PLACE_IDS = _OF_LINE.format(of="place_id", by=",", key="place_id", list="places", names="place_names")
_PLACES = _OF_LINE.format(of="name_fr", by=", ", key="place_id", list="places", names="place_names")
_OPERATOR_IDS = _OF_LINE.format(of="operator_id", by=",", key="operator_id", list="operators", names="operators")
_OPERATORS = _OF_LINE.format(of="name_fr", by=", ", key="operator_id", list="operators", names="operators")

# A sum in which one line has no value would be too small: then there is none. So it is with the bounds.
_SUMS = """CASE WHEN count(figure_value) = count(*) THEN sum(figure_value) END AS jobs,
  CASE WHEN count(lower) = count(*) THEN sum(lower) END AS at_least,
  CASE WHEN count(upper) = count(*) THEN sum(upper) END AS at_most,
  sum(figure_qualifier <> 'exact') AS lines_not_exact, sum(figure_value IS NULL) AS lines_without_value,
  count(*) AS lines
FROM lines_named WHERE measure = 'jobs' AND basis = 'additional' AND figure_unit = 'job'"""

STATEMENTS = (
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE words (list TEXT NOT NULL, word TEXT NOT NULL, fr TEXT, en TEXT, ar TEXT, PRIMARY KEY (list, word))",
    "CREATE TABLE records (kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT, text TEXT, PRIMARY KEY (kind, id))",
    """CREATE VIRTUAL TABLE records_fts USING fts5 (
  kind UNINDEXED, id, name, text, content='records', tokenize='unicode61 remove_diacritics 2'
)""",
    """CREATE VIEW place_names AS
SELECT id, 'country' AS kind, name_fr, name_en, name_ar, NULL AS parent_id FROM countries
UNION ALL SELECT id, 'region', name_fr, name_en, name_ar, parent_id FROM regions
UNION ALL SELECT id, 'city', name_fr, name_en, name_ar, parent_id FROM cities
UNION ALL SELECT id, 'site', name_fr, name_en, name_ar, parent_id FROM sites""",
    """CREATE VIEW party_names AS
SELECT id, 'operator' AS kind, name_fr, name_en, name_ar FROM operators
UNION ALL SELECT id, 'institution', name_fr, name_en, name_ar FROM institutions""",
    """CREATE VIEW pledges AS
SELECT c.id AS commitment_id, c.title, c.announced_on,
  (SELECT group_concat(name_fr, ', ') FROM (SELECT n.name_fr FROM commitments_made_by m
   JOIN party_names n ON n.id = m.party_id WHERE m.commitment_id = c.id ORDER BY m.position)) AS made_by,
  (SELECT group_concat(name_fr, ', ') FROM (SELECT n.name_fr FROM commitments_places p
   JOIN place_names n ON n.id = p.place_id WHERE p.commitment_id = c.id ORDER BY p.position)) AS places,
  p.measure, p.figure_qualifier AS qualifier, p.figure_value AS value, p.figure_low AS low, p.figure_high AS high,
  p.figure_unit AS unit, p.basis, p.due_end AS due,
  (SELECT h.status FROM commitments_history h WHERE h.commitment_id = c.id ORDER BY h.position DESC LIMIT 1) AS status,
  c.part_of_id, c.restates_id, c.supersedes_id
FROM commitments c JOIN commitments_pledges p ON p.commitment_id = c.id""",
    """CREATE VIEW measurements AS
SELECT o.id AS observation_id, o.measure, n.name_fr AS place, o.period_start, o.period_end, o.basis, o.nature,
  o.figure_qualifier AS qualifier, o.figure_value AS value, o.figure_low AS low, o.figure_high AS high,
  o.figure_unit AS unit, o.scope, o.perimeter, c.name_fr AS operator,
  (SELECT group_concat(publisher, ', ') FROM (SELECT s.publisher FROM observations_citations q
   JOIN sources s ON s.id = q.source_id WHERE q.observation_id = o.id ORDER BY q.position)) AS publishers
FROM observations o JOIN place_names n ON n.id = o.place_id LEFT JOIN operators c ON c.id = o.operator_id""",
    f"""CREATE VIEW lines_named AS
SELECT l.*,
  {_PLACE_IDS} AS place_ids,
  {_PLACES} AS places,
  {_OPERATOR_IDS} AS operator_ids,
  {_OPERATORS} AS operators
FROM lines l""",  # noqa: S608 - texts of ours
    f"""CREATE VIEW jobs_promised_by_region AS
SELECT region_id, coalesce((SELECT name_fr FROM regions r WHERE r.id = region_id),
  CASE WHEN spans_regions THEN places END, 'not stated') AS region, {_SUMS}
GROUP BY region_id, CASE WHEN spans_regions THEN place_ids END ORDER BY jobs DESC, region""",  # noqa: S608
    f"""CREATE VIEW jobs_promised_by_operator AS
SELECT operator_ids, coalesce(operators, 'not stated') AS operator, {_SUMS}
GROUP BY operator_ids ORDER BY jobs DESC, operator""",
)


def words() -> Iterator[tuple[str, str, str, str, str]]:
    """Walk the words of the closed lists that columns have.

    Yields:
        The list, the word, and its labels in French, English and Arabic.
    """
    lists = {column.words for table in all_tables() for column in table.columns if column.words}
    for vocabulary in sorted(lists, key=lambda one: one.__name__):
        for word in vocabulary:
            yield _name(vocabulary), str(word.value), word.label("fr"), word.label("en"), word.label("ar")


def _name(vocabulary: type[Term]) -> str:
    """The name of a closed list, as in the documentation of the library: `AgreementKind` is `agreement_kind`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in vocabulary.__name__).lstrip("_")
