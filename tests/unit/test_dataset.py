"""A dataset and its collections: look-up, integrity, merging, equality and pickling."""

import copy
import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidRecords, UnknownName, WrongType


@pytest.fixture
def small(world: Any) -> mo.Dataset:
    """Two promises and what they refer to."""
    return mo.Dataset.of(
        world.promise("b", 300, title="Bolt in Fès", places=[world.fes], made_by=[world.bolt]),
        world.promise("a", 1000, places=[world.oujda_shore], made_by=[world.acme]),
        version="1",
    )


def test_a_dataset_holds_all_that_its_records_refer_to(small: mo.Dataset) -> None:
    """Promises, their companies, their places up to the country, and their sources; no more."""
    kinds = ("commitments", "operators", "sites", "sources", "countries")
    assert {kind: getattr(small, kind).ids for kind in kinds} == {
        "commitments": ("b", "a"), "operators": ("bolt", "acme"), "sites": ("oujda-shore",), "sources": ("paper",),
        "countries": ("morocco",),
    }  # fmt: skip
    assert set(small.cities.ids) == {"fes", "oujda"}
    assert small.institutions.ids == ()
    assert small.version == "1"
    assert repr(small) == ("<Dataset 1: 2 commitments, 0 targets, 0 observations, 2 operators, 1 sites, 1 sources>")


def test_the_objects_are_shared_not_copied(small: mo.Dataset) -> None:
    """The city of a promise is the city of the dataset."""
    assert small.commitments["b"].places[0] is small.cities["fes"]
    assert small.commitments["a"].places[0].region.name.fr == "Oriental"


def test_a_collection_is_a_sequence_and_a_look_up(small: mo.Dataset) -> None:
    """By position, by slice, by id, by title, with `in`, `get` and `len`."""
    promises = small.commitments
    assert (promises[0].id, promises[-1].id, len(promises)) == ("b", "a", 2)
    assert promises["a"].id == "a"
    assert promises["bolt in fes"].id == "b"
    assert promises[:1].ids == ("b",)
    assert isinstance(promises[:1], type(promises))
    assert [promise.id for promise in promises] == ["b", "a"]
    assert [promise.id for promise in reversed(promises)] == ["a", "b"]
    assert "a" in promises
    assert promises[0] in promises
    assert "zzz" not in promises
    assert promises.get("zzz") is None
    assert promises.get("zzz", promises[0]) is promises[0]
    assert promises.index(promises[1]) == 1
    assert repr(promises) == "<2 commitments: b, a>"
    with pytest.raises(IndexError):
        promises[2]


def test_an_unknown_name_suggests_and_never_guesses(small: mo.Dataset) -> None:
    """`Oujda Shor` is close to `Oujda Shore`, and is refused all the same."""
    with pytest.raises(UnknownName) as caught:
        small.sites["Oujda Shor"]
    assert str(caught.value) == "no site is named 'Oujda Shor'; did you mean 'Oujda Shore' (oujda-shore)?"
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, mo.errors.MarocOffshoringError)


def test_places_and_parties_are_found_across_their_kinds(small: mo.Dataset) -> None:
    """`place` knows countries to sites, `party` companies and institutions; each kind has its own door too."""
    assert small.place("المغرب").id == "morocco"
    assert small.place("OUJDA-SHORE") is small.site("oujda shore")
    assert small.region("ma-02") is small.place("oriental")
    assert small.city("Fes") is small.place("fès")
    assert small.party("Acme") is small.operators["acme"]
    with pytest.raises(UnknownName, match="no city is named 'Oriental'"):
        small.city("Oriental")


def test_two_records_of_one_id_are_an_error_that_names_them(world: Any) -> None:
    """Two different promises are both called `a`."""
    with pytest.raises(InvalidRecords) as caught:
        mo.Dataset.of(world.promise("a", 300), world.promise("a", 400))
    assert str(caught.value) == (
        "1 problem in the records; nothing was loaded\n"
        "  commitment a: id: two different records have this id; give one of them another id, or make them the same"
    )


def test_equal_records_of_one_id_are_one(world: Any) -> None:
    """The same promise made twice is one record."""
    assert len(mo.Dataset.of(world.promise("a", 300), world.promise("a", 300)).commitments) == 1


def test_places_share_their_ids_and_so_do_parties(world: Any) -> None:
    """A site called `oujda` would make `oujda` in a file mean two places."""
    site = mo.Site(id="oujda", name="Un site", parent=world.oujda, citations=[world.paper])
    institution = mo.Institution(id="acme", name="Acme, l'école", citations=[world.paper])
    with pytest.raises(InvalidRecords) as caught:
        mo.Dataset.of(site, institution, world.acme)
    assert [(problem.kind, problem.record, problem.field) for problem in caught.value.problems] == [
        ("site", "oujda", "id"),
        ("operator", "acme", "id"),
    ]
    assert "a city has this id too; places share their ids, and so do parties" in str(caught.value)


@pytest.mark.parametrize("thing", ["a", None, 5, mo.Figure(5, "job")])
def test_what_is_no_record_is_refused(thing: Any) -> None:
    """A text, a number or a figure is no record."""
    with pytest.raises(WrongType, match="expected records of the model, such as a Commitment"):
        mo.Dataset.of(thing)


# Merging


def test_merging_keeps_both_and_shares_what_is_the_same(world: Any, small: mo.Dataset) -> None:
    """One more promise by the same company of the same city: two and one are three promises, and still one Acme."""
    merged = small.merge(mo.Dataset.of(world.promise("c", 50, places=[world.oujda], made_by=[world.acme])))
    assert merged.commitments.ids == ("b", "a", "c")
    assert set(merged.operators.ids) == {"acme", "bolt"}
    assert merged.version == small.version
    assert merged.commitments.where(place="oujda").total("jobs").figure.value == 1050
    assert small.commitments.ids == ("b", "a")


def test_merging_with_itself_or_nothing_changes_nothing(small: mo.Dataset) -> None:
    """A dataset laid beside itself or an empty one is the same dataset."""
    assert small.merge(small) == small
    assert small.merge(mo.Dataset.of()) == small
    assert mo.Dataset.of().merge(small) == small


def test_merging_different_records_of_one_id_names_each(world: Any, small: mo.Dataset) -> None:
    """Both conflicts are reported at once, and nothing is merged."""
    other = mo.Dataset.of(world.promise("a", 1), world.promise("b", 2))
    with pytest.raises(InvalidRecords) as caught:
        small.merge(other)
    assert {problem.record for problem in caught.value.problems} == {"a", "b"}
    assert str(caught.value).startswith("2 problems in the records; nothing was loaded\n  commitment ")


def test_merging_a_site_of_the_id_of_a_city_is_refused(world: Any, small: mo.Dataset) -> None:
    """The ids of places stay unique over both datasets."""
    meknes = mo.Site(id="fes", name="Un site", parent=world.meknes, citations=[world.paper])
    with pytest.raises(InvalidRecords, match="a city has this id too"):
        small.merge(mo.Dataset.of(meknes))


# Values


def test_datasets_are_compared_by_their_records(world: Any, small: mo.Dataset) -> None:
    """Made again of equal records it is equal and hashes alike; one figure changed and it is not."""
    again = mo.Dataset.of(
        world.promise("b", 300, title="Bolt in Fès", places=[world.fes], made_by=[world.bolt]),
        world.promise("a", 1000, places=[world.oujda_shore], made_by=[world.acme]),
    )
    assert again == small
    assert hash(again) == hash(small)
    changed = mo.Dataset.of(
        world.promise("b", 301, title="Bolt in Fès", places=[world.fes], made_by=[world.bolt]),
        world.promise("a", 1000, places=[world.oujda_shore], made_by=[world.acme]),
    )
    assert changed != small
    assert small != "a dataset"


def test_a_dataset_survives_pickling_and_copying(small: mo.Dataset) -> None:
    """It can be sent to another process, and its objects stay shared there."""
    for back in (pickle.loads(pickle.dumps(small)), copy.deepcopy(small), copy.copy(small)):
        assert back == small
        assert back.version == "1"
        assert back.commitments["b"].places[0] is back.cities["fes"]
        assert back.commitments.where(place="Oriental").ids == ("a",)


def test_a_selection_survives_pickling_with_what_it_was_narrowed_to(world: Any) -> None:
    """A selection sent to another process still counts only what was asked for."""
    promises = world.promises(
        world.promise("together", 900, places=[world.oujda, world.fes]), world.promise("alone", 100, places=[world.fes])
    )
    selection = promises.where(place="Fès")
    back = pickle.loads(pickle.dumps(selection))
    assert back == selection
    assert back.total("jobs").figure.value == 100
    assert back.where(operator="Acme").ids == ()


def test_the_reference_dataset_survives_pickling(ds: mo.Dataset) -> None:
    """All of the reference dataset comes back equal, with equal totals."""
    back = pickle.loads(pickle.dumps(ds))
    assert back == ds
    memoranda = back.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
    assert memoranda.total("jobs").figure.value == 5050


def test_the_collections_cannot_be_written_to(small: mo.Dataset) -> None:
    """Records and collections are values: assigning to them is an error."""
    with pytest.raises(AttributeError):
        small.commitments = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        small.commitments[0] = small.commitments[1]  # type: ignore[index]
    with pytest.raises(AttributeError):
        small.commitments[0].title = "x"  # type: ignore[misc]


def test_records_walk_all_kinds_in_order(small: mo.Dataset) -> None:
    """Sources come first, then places from the country down, then those who promise, then promises."""
    kinds = [type(record).__name__ for record in small.records()]
    assert list(dict.fromkeys(kinds)) == ["Source", "Country", "Region", "City", "Site", "Operator", "Commitment"]
    assert [record.id for record in small.records("commitments")] == ["b", "a"]
