"""How answers came about: one tree for a total, a series or a verdict, as text, HTML or data, in three languages."""

from maroc_offshoring.derivation.derivation import DEEPEST, Derivation, RecordReference, SourceReference
from maroc_offshoring.derivation.explaining import FORMATS, Explainable, explained
from maroc_offshoring.derivation.kinds import NodeKind
from maroc_offshoring.derivation.sentence import LANGUAGES, Sentence, in_language, language_of, when

__all__ = [
    "DEEPEST",
    "FORMATS",
    "LANGUAGES",
    "Derivation",
    "Explainable",
    "NodeKind",
    "RecordReference",
    "Sentence",
    "SourceReference",
    "explained",
    "in_language",
    "language_of",
    "when",
]
