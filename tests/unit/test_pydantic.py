"""Things of ours as fields of pydantic models."""

from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.contrib.pydantic import Adapter

DS = testing.small_dataset()
HERE = Adapter(DS)
WHOLE = Adapter(DS, whole=True)


class Project(BaseModel):
    site: Annotated[mo.Site, HERE]
    jobs: Annotated[mo.Figure, HERE]
    starts: Annotated[mo.PartialDate, HERE] | None = None
    pledges: list[Annotated[mo.Pledge, HERE]] = []
    promise: Annotated[mo.Commitment, WHOLE] | None = None


def test_ids_texts_and_dicts_become_things_of_ours() -> None:
    """A record by its id, a figure as the press prints it, a date, a pledge and a whole record from dicts."""
    promise = DS.commitments["oujda-part"]
    project = Project.model_validate({
        "site": "oujda-shore", "jobs": "plus de 300 emplois", "starts": "2026-03",
        "pledges": [{"measure": "jobs", "figure": "300 emplois", "due": "2028"}], "promise": mo.to_dict(promise),
    })  # fmt: skip
    assert project.site is DS.sites["oujda-shore"]
    assert project.jobs == mo.parse_figure("plus de 300 emplois")
    assert project.starts == mo.PartialDate(2026, 3)
    assert project.pledges[0].due == mo.Period.of("2028")
    assert project.promise == promise


def test_a_model_goes_through_json() -> None:
    """What is dumped is read back equal."""
    project = Project(site=DS.sites["fes-shore"], jobs=mo.Figure(5, "job"), promise=DS.commitments["money"])
    assert Project.model_validate_json(project.model_dump_json()) == project
    assert project.model_dump(mode="json")["site"] == "fes-shore"


@pytest.mark.parametrize(
    ("given", "where", "message"),
    [
        ({"site": "oujda-shor"}, ("site",), "did you mean oujda-shore"),
        ({"site": 5}, ("site",), "expected the id of a Site"),
        ({"jobs": "12"}, ("jobs",), "it has no unit"),
        ({"jobs": {"value": 1.5, "unit": "job"}}, ("jobs", "value"), "1.5"),
        ({"starts": "2026-13"}, ("starts",), "month must be in 1..12"),
        ({"pledges": [{"measure": "jobs", "figure": "300"}]}, ("pledges", 0, "figure"), "it has no unit"),
        ({"pledges": [{"measure": "jobs"}]}, ("pledges", 0, "figure"), "is missing"),
        ({"promise": {"id": "x", "titel": "a", "citations": ["test-paper"]}}, ("promise",), "did you mean 'title'"),
        ({"promise": "oujda-part"}, ("promise",), "a dict with the fields of Commitment"),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_its_field(
    given: dict[str, object], where: tuple[str | int, ...], message: str
) -> None:
    """Each fault of ours is an entry of pydantic's own error."""
    with pytest.raises(ValidationError) as caught:
        Project.model_validate({"site": "oujda-shore", "jobs": "5 emplois", **given})
    (fault,) = caught.value.errors()
    assert fault["loc"] == where
    assert message in fault["msg"]


def test_every_fault_is_told_at_once() -> None:
    """Two wrong fields of one record are two entries."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[mo.Commitment, WHOLE]).validate_python({"id": "x y", "announced_on": "soon"})
    assert {fault["loc"] for fault in caught.value.errors()} == {("citations",), ("id",), ("announced_on",)}


def test_the_schema_is_that_of_the_record() -> None:
    """A site is an id; a figure is a text or an object; a whole promise has the fields of the class."""
    described = Project.model_json_schema()["properties"]
    assert described["site"]["pattern"] == "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
    assert [one["type"] for one in described["jobs"]["anyOf"]] == ["string", "object"]
    assert "part_of" in described["promise"]["anyOf"][0]["properties"]


def test_only_a_dataset_is_taken() -> None:
    """A path is none."""
    with pytest.raises(mo.errors.WrongType, match=r"load it with mo\.load\(\)"):
        Adapter("my_folder")  # type: ignore[arg-type]
