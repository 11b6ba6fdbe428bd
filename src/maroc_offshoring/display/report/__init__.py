"""The report: one HTML file that opens from disk, asks the network for nothing, and shows the working of each."""

from maroc_offshoring.display.report.document import document
from maroc_offshoring.display.report.reporting import report

__all__ = ["document", "report"]
