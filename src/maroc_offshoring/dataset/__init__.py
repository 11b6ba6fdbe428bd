"""The dataset and its collections: look-up, search, selection, and the doors to sums."""

from maroc_offshoring.dataset.collection import Collection, FigureCollection
from maroc_offshoring.dataset.coverage import Coverage
from maroc_offshoring.dataset.dataset import Dataset
from maroc_offshoring.dataset.search import Match

__all__ = ["Collection", "Coverage", "Dataset", "FigureCollection", "Match"]
