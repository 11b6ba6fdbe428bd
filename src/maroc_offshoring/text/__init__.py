"""Records read out of articles: drafts of promises, aims and measurements, to be checked by hand."""

from maroc_offshoring.text.drafting import draft
from maroc_offshoring.text.drafts import Draft, DraftField, DraftFigure, DraftRecord, Newcomer, Unplaced, Unsettled

__all__ = ["Draft", "DraftField", "DraftFigure", "DraftRecord", "Newcomer", "Unplaced", "Unsettled", "draft"]
