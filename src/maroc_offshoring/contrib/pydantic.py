"""Records, figures, dates and words of ours as fields of pydantic models.

There is one set of classes: an :class:`Adapter` beside the type of a field tells pydantic how to read and write it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidRecords, MarocOffshoringError, MissingExtra, WrongType
from maroc_offshoring.export.converter import converter, from_dict, to_dict
from maroc_offshoring.export.schema import of_type, schema
from maroc_offshoring.figures import Figure
from maroc_offshoring.model import Record, Source
from maroc_offshoring.model.kinds import KINDS
from maroc_offshoring.names import Name

try:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema
except ImportError:
    raise MissingExtra("maroc_offshoring.contrib.pydantic", "pydantic", "pydantic") from None

if TYPE_CHECKING:
    from maroc_offshoring.problems import Problem

_PRINTED = (Figure, PartialDate, Period, Name)
"""What may be given as a text that a person would type."""


@frozen
class Adapter:
    """Tells pydantic how to read and write a field whose type is one of ours.

    A record is read from its id and written as it; with `whole=True` it is read from a dict and written as one, as
    :func:`maroc_offshoring.to_dict` does. A figure is read from a dict or as the press prints it.

    Args:
        dataset: The dataset in which the records are that ids name; None where none is named.
        whole: Whether a record stands in the field whole, and not by its id.

    Raises:
        WrongType: Where it is no dataset.

    Example:
        >>> from typing import Annotated
        >>> from pydantic import BaseModel
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.contrib.pydantic import Adapter
        >>> here = Adapter(mo.load())
        >>> class Project(BaseModel):
        ...     site: Annotated[mo.Site, here]
        ...     jobs: Annotated[mo.Figure, here]
        >>> project = Project(site="oujda-shore", jobs="plus de 300 emplois")
        >>> project.site.city.name.fr, project.model_dump(mode="json")["jobs"]["value"]
        ('Oujda', '300')
    """

    dataset: Dataset | None = None
    whole: bool = False

    def __attrs_post_init__(self) -> None:
        if self.dataset is not None and not isinstance(self.dataset, Dataset):
            raise WrongType("dataset", self.dataset, "a Dataset; load it with mo.load()")

    def __get_pydantic_core_schema__(self, source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read and write the field through the library's own converter."""
        structurer = converter(self.dataset)

        def read(value: Any) -> Any:
            if isinstance(value, source):
                return value
            try:
                if self.whole and issubclass(source, (Record, Source)):
                    return self._made(value, source)
                return structurer.structure(value, source)
            except MarocOffshoringError as error:
                raise _as_pydantic_tells(error, source, value) from None

        def write(value: Any) -> Any:
            return (
                to_dict(value) if self.whole and isinstance(value, (Record, Source)) else structurer.unstructure(value)
            )

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(write), metadata={"type": source}
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the field as the schema of the record does."""
        source: Any = cast("dict[str, Any]", core)["metadata"]["type"]
        described = _described(source, whole=self.whole)
        return {"anyOf": [{"type": "string"}, described]} if source in _PRINTED and "type" in described else described

    def _made(self, value: Any, cls: type) -> Any:
        kind = next((kind for kind, one in KINDS.items() if one is cls), None)
        if kind is None or not isinstance(value, Mapping):
            raise WrongType("", value, f"a dict with the fields of {cls.__name__}")
        return from_dict(kind, value, self.dataset or Dataset({}))


def _as_pydantic_tells(error: MarocOffshoringError, source: type, value: Any) -> ValidationError:
    """Say what is wrong as pydantic does: an entry per fault, each with the way to its field."""
    if isinstance(error, InvalidRecords):
        faults = [(problem.field, problem.message) for problem in cast("tuple[Problem, ...]", error.problems)]
    else:
        faults = [(error.where, error.message)]
    lines = [
        InitErrorDetails(
            type=PydanticCustomError("maroc_offshoring", "{message}", {"message": message}),
            loc=_way(field),
            input=value,
        )
        for field, message in faults
    ]
    return ValidationError.from_exception_data(source.__name__, lines)


def _way(field: str) -> tuple[str | int, ...]:
    """The steps of the path of a field: `pledges[0].figure` is `pledges`, 0, `figure`."""
    steps = field.replace("[", ".").replace("]", "").split(".")
    return tuple(int(step) if step.isdecimal() else step for step in steps if step)


def _described(source: type, *, whole: bool) -> dict[str, Any]:
    if whole and source in KINDS.values():
        return _inlined(source.__name__)
    found: dict[str, Any] = _put_in(of_type(source), schema()["$defs"])
    return found


@cache
def _inlined(name: str) -> dict[str, Any]:
    definitions = schema()["$defs"]
    found: dict[str, Any] = _put_in(definitions[name], definitions)
    return found


def _put_in(value: Any, definitions: Mapping[str, Any]) -> Any:
    """Put definitions in the place of the references to them; no class of the record holds itself."""
    if isinstance(value, list):
        return [_put_in(one, definitions) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        other = {key: one for key, one in value.items() if key != "$ref"}
        return _put_in(definitions[value["$ref"].rpartition("/")[2]], definitions) | other
    return {key: _put_in(one, definitions) for key, one in value.items()}
