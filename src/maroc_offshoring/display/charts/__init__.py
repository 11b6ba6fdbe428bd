"""Charts: each function draws an object of the library and returns a chart of altair, so that users go on with it.

Every figure comes from the object that is drawn, with how firmly it is stated. Needs the extra `charts`.
"""

from maroc_offshoring.display.charts.announcements import announcements
from maroc_offshoring.display.charts.measured import promised_and_measured
from maroc_offshoring.display.charts.perimeters import by_perimeter
from maroc_offshoring.display.charts.pictures import save, svg
from maroc_offshoring.display.charts.promised import promised
from maroc_offshoring.display.charts.waterfall import waterfall

__all__ = ["announcements", "by_perimeter", "promised", "promised_and_measured", "save", "svg", "waterfall"]
