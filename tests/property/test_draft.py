"""No text breaks a draft: its words stand in the text, and its record file is sound TOML that loads."""

import pathlib
import tempfile
import time
import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import maroc_offshoring as mo
from maroc_offshoring.text import Draft

FRAGMENTS = (
    "Intelcia", "Webhelp", "La société Zarvalia", "Le gouvernement", "Le CRI", "NTT Data", "Il", "Elle", "the company",
    "va créer", "s'engage à créer", "emploie", "a créé", "prévoit de recruter", "ambitionne d'atteindre", "will create",
    "employs", "investira", "a signé une convention pour", "ouvrira un centre", "ne va pas créer", "dont", "soit",
    "au total",
    "300 emplois", "plus de 1.200 emplois", "500 personnes", "20 MDH", "1,5 milliard de dirhams", "36 centres d'appels",
    "12 %", "400 jobs", "entre 100 et 200 postes", "12.000 m²", "1.000", "un emploi", "à Oujda", "à Fès et Rabat",
    "au Maroc", "en France", "dans la région de l'Oriental", "à Oujda Shore", "in Tangier", "d'ici 2028", "en 2021",
    "sur trois ans", "dès août prochain", "entre 2014 et 2018", "depuis 2016", "by 2027", "l'an dernier", "par an",
    "chiffre d'affaires", "à l'export", "pour un investissement de", "du PIB", "selon l'Office des changes", ".",
    ". ", ", ",
    " : ", "\n", "\n\n", "\n- ", " ; ", "(", ")", "«", "»", " et ", " and ", "“", "?", "!",
)  # fmt: skip
HOSTILE = (
    '"', '"""', "'''", "\\", "\\u0000", "#", "]]", "[[sources]]", "\x00", "\x1b[31m",
    "\x7f", "\x85", "\u2028", "\u202e",
    "\u200f", "\ufeff", "\ud800", "\r", "\t", "\v", "=", "}", "{", "id = 1", "é" * 3, "\u0301", "ﷺ", "١٢٣ منصب",
    "😀", "0" * 60,
    "9" * 45 + " emplois", "1e999", "NaN",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS + HOSTILE) | st.text(max_size=12), min_size=3, max_size=40).map(" ".join)


def checked(made: Draft, text: str) -> None:
    """Each field's words stand where it says, figures do not overlap, ids are the draft's own."""
    assert len({record.id for record in made}) == len(made)
    for record in made:
        assert 0 <= record.start <= record.end <= len(text)
        for field in record.all_fields:
            assert (field.start is None) == (field.end is None)
            if field.start is not None and field.end is not None:
                assert 0 <= field.start < field.end <= len(text)
        for figure in record.figures:
            if figure.figure is not None:
                assert figure.figure.value.unit in figure.measure.value.units


@given(TEXTS, st.sampled_from([None, 2025, "2025-03", "2025-03-14", "0001-01-01", "9999-12-31"]))
@settings(max_examples=250, deadline=None)
@example("La société A\u202eB\x1b va créer 300 emplois.", 2025)
@example('La société A"""] [[operators]] B va créer 300 emplois à Oujda.', 2025)
def test_any_text_gives_sound_toml(ds: mo.Dataset, text: str, published: object) -> None:
    """The record file parses, holds the active records and nothing else, and no sign that steers a terminal."""
    made = mo.draft(text, dataset=ds, published=published)  # type: ignore[arg-type]
    checked(made, text)
    written = made.to_toml()
    tables = tomllib.loads(written)
    kinds = {"commitments": mo.Commitment, "targets": mo.Target, "observations": mo.Observation}
    assert set(tables) <= {"sources", *kinds}
    for kind, cls in kinds.items():
        ids = [record.id for record in made.records if isinstance(record, cls)]
        assert [table["id"] for table in tables.get(kind, [])] == ids
    written.encode("utf-8")
    assert not any(sign < " " and sign != "\n" for sign in written)
    assert not set(written) & set("\x7f\x85\u2028\u202e\u200f\ufeff")
    assert all(line.isprintable() for line in repr(made).split("\n"))


@given(TEXTS)
@settings(max_examples=12, deadline=None)
def test_any_draft_loads_as_it_is_written(ds: mo.Dataset, text: str) -> None:
    """Laid over the reference dataset, the file gives the records of the draft, field for field."""
    made = mo.draft(f"Intelcia va créer 300 emplois à Oujda d'ici 2028. {text}", dataset=ds, published="2025-03-14")
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "drafts.toml").write_text(made.to_toml(), encoding="utf-8", newline="\n")
        loaded = mo.load(folder)
    assert made.records
    for record in made.records:
        kind = {mo.Commitment: loaded.commitments, mo.Target: loaded.targets, mo.Observation: loaded.observations}
        assert kind[type(record)][record.id] == record  # type: ignore[index]


@given(TEXTS)
@settings(max_examples=25, deadline=None)
def test_a_text_always_gives_the_same_draft(ds: mo.Dataset, text: str) -> None:
    """Nothing depends on what was drafted before."""
    first, second = (mo.draft(text, dataset=ds, published=2025) for _ in range(2))
    assert first == second
    assert first.to_toml() == second.to_toml()


@pytest.mark.parametrize(
    "piece",
    [
        "va créer 500 emplois à Fès et ",
        "1.000 emplois ",
        "1 ",
        "Fès, ",
        "La société Abc va investir 3 MDH. ",
        "\n- 5 emplois",
    ],
)
def test_time_grows_with_the_text_and_no_faster(ds: mo.Dataset, piece: str) -> None:
    """Four times the text takes about four times as long."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        mo.draft(text, dataset=ds, published=2025)
        return time.process_time() - start

    seconds(2_000)
    short = min(seconds(10_000) for _ in range(2))
    assert seconds(40_000) < 9 * short + 0.5


def test_a_text_of_nothing_is_read_at_once(ds: mo.Dataset) -> None:
    """A megabyte of letters or spaces, and points, digits and line ends without number."""
    for piece, length in (("1 ", 50_000), (" ", 1_000_000), ("a", 1_000_000), (".", 300_000), ("\n", 300_000)):
        made = mo.draft(piece * (length // len(piece)), dataset=ds)
        assert len(made) == 0
        tomllib.loads(made.to_toml())
