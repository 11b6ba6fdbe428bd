"""The columns of a table of figures: one row for each figure of a record and each of its places."""

from __future__ import annotations

from attrs import frozen

AND = ", "
"""What stands between the words of a column that may hold several: `BPO, CRM`."""


@frozen
class Column:
    """One column of the table.

    Args:
        name: Its name.
        type: `text`, `integer`, `number` (a 64-bit float) or `yes or no`.
        meaning: What it holds, and what an empty place means.
        needed: Whether a user's own table must have it to be added up.

    Example:
        >>> from maroc_offshoring import frames
        >>> [column.name for column in frames.COLUMNS if column.needed]
        ['record', 'measure', 'value', 'unit']
    """

    name: str
    type: str
    meaning: str
    needed: bool = False


COLUMNS = (
    Column("record", "text", "The id of the record that states the figure.", needed=True),
    Column("kind", "text", "`commitment`, `target` or `observation`; a table without it holds commitments."),
    Column("title", "text", "What the record is about, in a few words."),
    Column("figure", "integer", "Which figure of its record it is, from 1; a record may promise several."),
    Column("measure", "text", "What is measured: `jobs`, `investment`…", needed=True),
    Column("value", "number", "What the source prints; empty for a range.", needed=True),
    Column("low", "number", "The lower end of a range, or a known floor."),
    Column("high", "number", "The upper end of a range, or a known ceiling."),
    Column("unit", "text", "The unit: `job`, `MAD`…", needed=True),
    Column("currency", "text", "The currency, where the figure is money."),
    Column("price_basis", "integer", "The year whose prices money is stated at; empty for current prices."),
    Column("qualifier", "text", "`exact`, `about`, `nearly`, `at_least`, `at_most` or `range`; empty is exact."),
    Column("as_printed", "text", "The words of the source that give the figure."),
    Column("basis", "text", "What it counts: `additional`, `level`, `stock`, `flow` or `cumulative`."),
    Column("place", "text", "The id of the place of this row; empty where none is stated."),
    Column("place_count", "integer", "In how many rows the figure stands: one for each of its places, else one."),
    Column("places", "text", "The ids of all places of the figure, in alphabetical order."),
    Column("country", "text", "The id of the country that the place is or lies in."),
    Column("region", "text", "The id of the region that the place is or lies in."),
    Column("city", "text", "The id of the city that the place is or lies in."),
    Column("site", "text", "The id of the site."),
    Column("party", "text", "The ids of those who promise or aim, or of the company whose figure it is."),
    Column("operator", "text", "The ids of the companies among them."),
    Column("segment", "text", "The branches; empty for the sector."),
    Column("agreement", "text", "The id of the agreement that it was signed in."),
    Column("plan", "text", "The id of the plan that sets the aim."),
    Column("announced", "text", "When it was announced, as precisely as is known."),
    Column(
        "due", "text", "By when, for a promise or an aim, its whole's where it gives none; else the period measured."
    ),
    Column("due_first", "text", "The first day of `due`; empty where that is open."),
    Column("due_last", "text", "The last day of `due`; empty where that is open."),
    Column("start", "text", "The date that an aim counts from."),
    Column("year", "integer", "The year whose money it is stated in, for the rate of exchange."),
    Column("status", "text", "What is last known of a promise."),
    Column("nature", "text", "How an observed figure came about."),
    Column("scope", "text", "The sector that the figure covers."),
    Column("perimeter", "text", "The export series that it follows."),
    Column("part_of", "text", "The record whose figure already contains this one."),
    Column("restates", "text", "The same promise told earlier."),
    Column("supersedes", "text", "The earlier promise that this one changes."),
    Column("promise", "text", "The promise that it tells: the id of the record that told it first."),
    Column("whole", "text", "The promises that contain it, nearest first, through every telling and version."),
    Column("replaces", "text", "The promises that it changed, nearest first, through every telling and version."),
    Column("family", "text", "The least id of the promises linked with it; empty where it stands alone."),
    Column("within", "yes or no", "Whether it lies wholly within what the collection was narrowed to."),
    Column("source", "text", "The ids of the sources that it rests on."),
)
"""The columns that `to_frame` writes, in their order. Several words in one place are parted by a comma and a blank."""

NAMES = tuple(column.name for column in COLUMNS)
NEEDED = tuple(column.name for column in COLUMNS if column.needed)

PLACES = ("place", "country", "region", "city", "site")
"""The columns that differ between the rows of a figure for several places."""

TOGETHER = ("party", "operator", "segment")
"""The columns of which several words mean "together", so that what a whole states beyond its parts is no one's."""
