"""The files for people keep their form: the changelog, the glossary, the pages for contributors, and the version."""

import re
import tomllib
from pathlib import Path

import pytest

import maroc_offshoring as mo

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "CHANGELOG.md"]
LANGUAGES = ["en", "fr", "ar"]


def entries() -> dict[str, list[str]]:
    """The entries of the glossary, each with the lines that follow its heading."""
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    parts = re.split(r"^### (.+)$", re.sub(r"^## .+$", "", page, flags=re.MULTILINE), flags=re.MULTILINE)
    return {name: text.strip().splitlines() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_every_word_of_the_glossary_is_told_in_three_languages() -> None:
    """An entry is one short line in English, in French and in Arabic, in that order."""
    assert len(entries()) > 40
    for name, lines in entries().items():
        assert [line[:6] for line in lines] == [f"- **{language}"[:6] for language in LANGUAGES], name
        english, french, arabic = (line.partition("** ")[2] for line in lines)
        assert re.search("[ا-ي]{3}", arabic), name
        assert not re.search("[ا-ي]", english + french), name
        assert max(map(len, (english, french, arabic))) < 140, name


def test_the_glossary_has_the_abbreviations_of_the_record(ds: mo.Dataset) -> None:
    """Every branch, every abbreviation of a plan, and those of money are among its words."""
    plans = {alias for plan in ds.plans for alias in plan.name.aliases if alias.isupper()}
    assert {"PNEI", "PAI"} <= plans
    wanted = (
        plans | set(mo.vocabulary.Segment) | {"MAD", "MDH", "MMDH", "SICCAM", "CRI", "APEBI", "Plateau", "Position"}
    )
    assert wanted <= entries().keys()
    assert {"Offshoring", "Nearshoring", "Price index"} <= entries().keys()


def test_the_glossary_explains_bodies_that_the_record_knows(ds: mo.Dataset) -> None:
    """The institution behind each abbreviation of a body is found by it; several share the name CRI."""
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    bodies = page.partition("## Bodies and events")[2].partition("\n## ")[0]
    for name in re.findall(r"^### (.+)$", bodies, flags=re.MULTILINE):
        for word in name.split(", "):
            try:
                assert ds.institutions[word].id
            except mo.errors.AmbiguousName:
                assert word == "CRI"


def test_the_changelog_keeps_its_form() -> None:
    """What is not released is on top, then versions, newest first, dated; each change is under one of six headings."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    heads = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert text.startswith("# Changelog\n")
    assert heads[0] == "[Unreleased]"
    dates = []
    for head in heads[1:]:
        released = re.fullmatch(r"\[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)( \[YANKED\])?", head)
        assert released, head
        dates.append(released[1])
    assert dates == sorted(dates, reverse=True)
    kinds = re.findall(r"^### (.+)\n\n(.)", text, flags=re.MULTILINE)
    assert len(kinds) == len(re.findall("^###", text, flags=re.MULTILINE))
    for kind, first in kinds:
        assert kind in {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
        assert first == "-"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_for_people_leads_to_files_that_are_there(page: str) -> None:
    """Links to files, and files and folders that are named, exist in the checkout."""
    text = (ROOT / page).read_text("utf-8")
    linked = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    named = re.findall(r"`((?:src|docs|tests|examples|\.ci|\.github)/[\w./-]+)`", text)
    missing = [path for path in [*linked, *named] if path and not (ROOT / path).exists()]
    assert not missing


def test_the_version_is_written_in_one_place() -> None:
    """The project takes it from `_version.py`, and no file beside the changelog repeats it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/maroc_offshoring/_version.py"
    repeated = re.compile(rf"(?<![\d.]){re.escape(mo.__version__)}(?![\d.])")
    for name in ["CITATION.cff", "pyproject.toml", "README.md", "docs/conf.py"]:
        assert not repeated.search((ROOT / name).read_text("utf-8")), name


def test_only_tested_versions_of_python_are_named() -> None:
    """The oldest that is admitted comes first, and continuous integration looks for each that is named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [each.rpartition(" :: ")[2] for each in project["classifiers"] if ":: Python :: 3." in each]
    assert f">={named[0]}" == project["requires-python"]
    run = (ROOT / ".ci" / "run").read_text("utf-8")
    assert [version for version in named if f"python{version}" not in run] == []
