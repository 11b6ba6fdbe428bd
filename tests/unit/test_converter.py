"""The converter for classes of an application, and records from dicts."""

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.vocabulary import Segment

DS = testing.small_dataset()


def test_words_are_read_by_any_of_their_names() -> None:
    """A word of a closed list by its value or label; another is refused with the nearest."""
    converter = mo.converter()
    assert converter.structure("crm", Segment) is Segment.CRM
    assert converter.structure("emplois", mo.Measure) is mo.Measure.JOBS
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'jobs'"):
        converter.structure("jbos", mo.Measure)


def test_a_record_is_its_id() -> None:
    """It is written as it and found by it; an unknown one is refused, and so is every one without a dataset."""
    converter = mo.converter(DS)
    assert converter.unstructure(DS.sites["oujda-shore"]) == "oujda-shore"
    assert converter.structure("oujda", mo.Place) is DS.cities["oujda"]
    with pytest.raises(mo.errors.UnknownName, match="did you mean oujda"):
        converter.structure("ouja", mo.Place)
    with pytest.raises(mo.errors.UnknownName):
        mo.converter().structure("oujda", mo.Place)


def test_hooks_that_are_added_reach_into_our_classes() -> None:
    """An application may want numbers where we write texts; no other converter changes."""
    mine = mo.converter(DS)
    mine.register_unstructure_hook(mo.PartialDate, lambda date: date.year)
    promise = DS.commitments["told-again"]
    assert mine.unstructure(promise) == "told-again"
    assert mine.unstructure(mo.StatusChange(status="announced", on="2020-04"))["on"] == 2020
    assert mo.converter(DS).unstructure(mo.StatusChange(status="announced", on="2020-04"))["on"] == "2020-04"


def test_parts_are_written_as_to_dict_writes_them() -> None:
    """The converter of an application and `to_dict` say the same of every part of a record."""
    converter = mo.converter(DS)
    for promise in DS.commitments:
        written = mo.to_dict(promise)
        assert [converter.unstructure(pledge) for pledge in promise.pledges] == written["pledges"]
        assert [converter.unstructure(citation) for citation in promise.citations] == written["citations"]


@pytest.mark.parametrize("dataset", [None, 5, {}, "my_folder"])
def test_records_are_made_within_a_dataset(dataset: object) -> None:
    """Ids lead somewhere only in one."""
    with pytest.raises(mo.errors.WrongType, match=r"load it with mo\.load\(\)"):
        mo.from_dict("commitment", {"id": "x", "citations": ["test-paper"]}, dataset)  # type: ignore[arg-type]


@pytest.mark.parametrize("values", [None, 5, [], "x"])
def test_a_record_is_made_of_a_dict(values: object) -> None:
    """Anything else is refused by its type."""
    with pytest.raises(mo.errors.WrongType, match="a dict with the fields of"):
        mo.from_dict("commitment", values, DS)  # type: ignore[arg-type]


def test_an_unknown_kind_is_refused() -> None:
    """With the nearest one."""
    with pytest.raises(mo.errors.UnknownWord, match="did you mean"):
        mo.from_dict("comitments", {}, DS)
