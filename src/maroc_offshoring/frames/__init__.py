"""The same records as columns, and the same sums: on pandas, Polars, PyArrow, DuckDB and PySpark, through narwhals.

:func:`to_frame` writes records as a long table, :func:`from_frame` reads one back. :func:`total` adds one measure over
a table, ours or a user's own, by the rules of :mod:`maroc_offshoring.totals`, as expressions that the table's own
engine runs; :func:`left_out` says what is not counted and why.

A total goes one way through this room: what is asked (:mod:`.asked`), what the table holds (:mod:`.survey`), the rows
as our columns (:mod:`.rows`), which of them the rules must look at (:mod:`.plan`), what counts twice (:mod:`.links`,
:mod:`.wholes`), in which money (:mod:`.money`), for which places (:mod:`.places`), and what never adds up
(:mod:`.separation`). A figure is a handful of columns that can be summed (:mod:`.intervals`).
"""

from maroc_offshoring.frames.columns import COLUMNS, Column
from maroc_offshoring.frames.reading import from_frame
from maroc_offshoring.frames.total import left_out, total
from maroc_offshoring.frames.writing import to_frame

__all__ = ["COLUMNS", "Column", "from_frame", "left_out", "to_frame", "total"]
