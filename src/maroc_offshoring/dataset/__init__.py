"""The dataset and its collections: look-up, search, selection, and the doors to sums."""

from maroc_offshoring.dataset.collection import Collection, FigureCollection
from maroc_offshoring.dataset.dataset import Dataset

__all__ = ["Collection", "Dataset", "FigureCollection"]
