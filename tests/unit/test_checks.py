"""Findings: selecting, counting, telling in three languages and exporting them."""

import json
import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.checks import Finding, FindingCode, Findings, Role, Severity
from maroc_offshoring.errors import UnknownKeyword, UnknownName, UnknownWord, WrongType


@pytest.fixture(scope="module")
def found(world: Any) -> Findings:
    """The findings of a small dataset: rival stocks in Oujda, a part above its whole, and a promise told twice."""
    first = world.promise("first", 500, made_by=[world.acme], places=[world.oujda_shore], due=2028)
    return mo.Dataset.of(
        world.seen("low", 1000, citations=[world.paper]),
        world.seen("high", 2000, citations=[world.other_paper]),
        world.seen("fes-all", 100, place=world.fes_meknes, period="2019-04"),
        world.seen("fes-part", 300, place=world.fes, period="2019-04"),
        first,
        world.promise("again", 500, made_by=[world.acme], places=[world.oujda_shore], due=2028, restates=first),
        *world.ground,
    ).check()


def test_findings_are_a_sequence_with_the_gravest_first(found: Findings) -> None:
    """Two warnings and a notice, by position, slice and loop."""
    assert [finding.code for finding in found] == ["sources_disagree", "parts_exceed_whole", "promise_repeated"]
    assert [finding.severity for finding in found] == ["warning", "warning", "notice"]
    assert found[-1].code is FindingCode.PROMISE_REPEATED
    assert isinstance(found[:2], Findings)
    assert list(found[:2]) == [found[0], found[1]]
    assert found[0] in found
    assert len(found) == 3


def test_a_dataset_without_records_has_no_findings() -> None:
    """Nothing to check, nothing found; it prints and exports as nothing."""
    nothing = mo.Dataset.of().check()
    assert len(nothing) == 0
    assert (str(nothing), repr(nothing), nothing.counts, nothing.to_records()) == ("", "<0 findings>", {}, [])


def test_selecting_by_each_keyword(found: Findings, world: Any) -> None:
    """Code, severity, place, measure and record, each by word or object, alone and together."""
    disagree, exceed, repeated = found
    assert list(found.where(code="sources_disagree")) == [disagree]
    assert list(found.where(code=[FindingCode.PARTS_EXCEED_WHOLE, "les sources ne s'accordent pas"])) == [
        disagree,
        exceed,
    ]
    assert list(found.where(severity=Severity.NOTICE)) == [repeated]
    assert list(found.where(place="Oujda")) == [disagree, repeated]  # Oujda Shore lies in Oujda
    assert list(found.where(place=[world.fes_shore, "Fès-Meknès"])) == [exceed]
    assert list(found.where(measure="emplois")) == list(found)
    assert list(found.where(measure="investment")) == []
    assert list(found.where(record="again")) == [repeated]
    assert list(found.where(record=disagree.records[0])) == [disagree]
    assert list(found.where(place="Oujda", severity="warning")) == [disagree]
    assert list(found.where()) == list(found)


def test_what_is_not_known_is_refused_as_elsewhere(found: Findings) -> None:
    """Unknown words, names, records and keywords are errors that suggest the nearest choice; None selects nothing."""
    with pytest.raises(UnknownWord, match="did you mean 'sources_disagree'"):
        found.where(code="source_disagree")
    with pytest.raises(UnknownWord, match="severity"):
        found.where(severity="fatal")
    with pytest.raises(UnknownWord, match="jobs"):
        found.where(measure="jbos")
    with pytest.raises(UnknownName, match="Oujda"):
        found.where(place="Oujdaa")
    with pytest.raises(UnknownName, match=r"did you mean 'fes-part'"):
        found.where(record="fes-prt")
    with pytest.raises(UnknownKeyword, match=r"Findings.where\(\) takes no 'codes'; did you mean 'code'"):
        found.where(codes="sources_disagree")
    for keyword in ("place", "record", "code", "severity", "measure"):
        with pytest.raises(WrongType):
            found.where(**{keyword: None})


def test_counts_are_by_code_in_the_order_of_the_codes(found: Findings) -> None:
    """Only codes that have findings are counted."""
    assert found.counts == {"sources_disagree": 1, "parts_exceed_whole": 1, "promise_repeated": 1}
    assert repr(found) == "<3 findings: 1 sources_disagree, 1 parts_exceed_whole, 1 promise_repeated>"


def test_a_finding_is_told_in_three_languages(found: Findings, look: Any) -> None:
    """The same sentence in French, English and Arabic; another language is refused."""
    disagree = found[0]
    assert look.text(disagree.message()) == (
        "jobs, Oujda, stock, 2019: the sources do not agree, from 1 000 jobs to 2 000 jobs."
    )
    assert look.text(disagree.message("fr")) == (
        "emplois, Oujda, stock, 2019 : les sources ne s'accordent pas : "
        "1 000 emplois selon l'une, 2 000 emplois selon une autre."
    )
    assert "المصادر لا تتفق" in disagree.message("ar")
    with pytest.raises(UnknownWord):
        disagree.message("es")
    with pytest.raises(UnknownWord):
        found.text("es")


def test_a_finding_shows_its_figures_side_by_side(found: Findings) -> None:
    """Each exhibit has its record, figure, period, place and sources; the finding gathers them, each once."""
    exceed = found[1]
    whole, part = exceed.exhibits
    assert (whole.role, part.role) == (Role.WHOLE, Role.PART)
    assert (str(part.figure), str(part.period), part.places[0].id) == ("300\xa0jobs", "2019-04", "fes")
    assert [record.id for record in exceed.records] == ["fes-all", "fes-part"]
    assert [place.id for place in exceed.places] == ["MA-03", "fes"]
    assert [source.id for source in exceed.sources] == ["paper"]
    assert exceed.measures == (mo.Measure.JOBS,)
    assert repr(exceed) == "<Finding parts_exceed_whole, warning: fes-all, fes-part>"


def test_the_text_has_every_finding_and_every_figure(found: Findings) -> None:
    """The counts, then each finding with its key, its sentence and a line per figure, in each language."""
    for language in ("fr", "en", "ar"):
        text = found.text(language)
        for finding in found:
            assert finding.key in text
            assert finding.message(language) in text
            assert all(f"[{exhibit.record.id}]" in text for exhibit in finding.exhibits)
    assert str(found) == found.text("en")
    assert str(found[0]) in str(found)


def test_what_sets_a_figure_apart_is_shown(world: Any) -> None:
    """The company, the branches, the sector, the perimeter and an open period stand beside the figure."""
    fields = {
        "operator": world.acme, "segments": ["BPO", "CRM"], "scope": "digital", "perimeter": "old", "period": "2019..",
        "basis": "flow",
    }  # fmt: skip
    (finding,) = mo.Dataset.of(
        world.seen("a", 100, **fields), world.seen("b", 900, citations=[world.other_paper], **fields)
    ).check()
    line = finding.exhibits[0].text("en")
    assert "Acme, flow, CRM + BPO, digital, old perimeter" in line
    assert "from 2019 on" in line
    assert "depuis 2019" in finding.message("fr")


def test_rows_are_flat_and_have_the_same_columns(found: Findings) -> None:
    """A row per figure, of texts and None alone; the rows of one finding share its key."""
    rows = found.to_records()
    assert len(rows) == sum(len(finding.exhibits) for finding in found)
    assert len({tuple(row) for row in rows}) == 1
    assert all(value is None or isinstance(value, str) for row in rows for value in row.values())
    assert list(dict.fromkeys(row["finding"] for row in rows)) == [finding.key for finding in found]
    first = rows[0]
    assert (first["code"], first["severity"], first["record"], first["value"]) == (
        "sources_disagree", "warning", "low", "1000",
    )  # fmt: skip
    assert (first["places"], first["period"], first["sources"]) == ("oujda", "2019", "paper")


def test_data_survives_json(found: Findings) -> None:
    """The nested data is what JSON holds, and reads back the same."""
    data = found.to_data()
    assert json.loads(json.dumps(data)) == data
    assert [each["finding"] for each in data] == [finding.key for finding in found]
    assert set(data[0]["message"]) == {"fr", "en", "ar"}
    assert data[0]["exhibits"][0]["places"] == ["oujda"]


def test_findings_are_picklable_comparable_and_hashable(found: Findings) -> None:
    """A copy through pickle is equal, selects and prints the same."""
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert hash(copy) == hash(found)
    assert str(copy) == str(found)
    assert copy.where(place="Oujda") == found.where(place="Oujda")
    assert found != "findings"
    assert found[:1] != found


def test_keys_are_short_unique_and_stable(found: Findings) -> None:
    """The key of a finding is made of its code and of the records and measures it is about."""
    keys = [finding.key for finding in found]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith(f"{finding.code}-") for key, finding in zip(keys, found, strict=True))
    again = Finding(
        code=found[0].code,
        severity=Severity.HINT,
        sentence=found[0].sentence,
        exhibits=list(reversed(found[0].exhibits)),
    )
    assert again.key == keys[0]


def test_every_code_and_severity_has_its_words() -> None:
    """Labels in three languages, all different within a list; each severity says what it asks."""
    for words in (FindingCode, Severity, Role):
        for language in ("fr", "en", "ar"):
            labels = [word.label(language) for word in words]
            assert len(set(labels)) == len(labels)
    assert all(severity.meaning.endswith(".") for severity in Severity)
    assert FindingCode.of("horizon déplacé") is FindingCode.HORIZON_MOVED
