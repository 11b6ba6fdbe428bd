"""The corpus of our own sentences: how many figures are found, and that the documentation tells the truth of it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    """The command that scores the corpus."""
    path = ROOT / "tests" / "corpus" / "scoring.py"
    spec = importlib.util.spec_from_file_location("scoring", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_corpus_is_large_and_sound(scoring: ModuleType) -> None:
    """Every figure of the corpus stands in its sentence, in order, and no sentence stands there twice."""
    sentences = scoring.sentences()
    assert len(sentences) >= 150
    assert len({sentence["text"] for sentence in sentences}) == len(sentences)
    assert {sentence["language"] for sentence in sentences} == {"fr", "en", "ar"}
    for sentence in sentences:
        at = 0
        for words, _ in sentence["figures"]:
            at = sentence["text"].index(words, at) + len(words)


@pytest.mark.parametrize("told", [True, False])
def test_nearly_all_figures_of_the_corpus_are_read(scoring: ModuleType, told: bool) -> None:
    """Of each set at least 97 figures in 100 are found, and as many of those found are right, to the letter."""
    for _, score, faults in scoring.score(told=told):
        assert score.precision >= 0.97, faults
        assert score.recall >= 0.97, faults


def test_the_documentation_keeps_the_scores(scoring: ModuleType) -> None:
    """The table of docs/reading.md is what the command prints."""
    page = (ROOT / "docs" / "reading.md").read_text("utf-8")
    for name, score, _ in scoring.score(told=False):
        assert f"{name}: {score}" in page
