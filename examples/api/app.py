"""A web service over the record: regions, operators, promises and their totals, as JSON with an OpenAPI description.

Run it with `uvicorn app:app` in this folder, then open http://127.0.0.1:8000/docs. Every list is bounded, every wrong
question is answered by 422 and the name of the field, and the shapes of the answers are those of the record itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar

from fastapi import FastAPI, HTTPException, Path, Query
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel

import maroc_offshoring as mo
from maroc_offshoring.contrib.pydantic import Adapter

DATA = mo.load()
WHOLE = Adapter(DATA, whole=True)

Region = Annotated[mo.Region, WHOLE]
Operator = Annotated[mo.Operator, WHOLE]
Commitment = Annotated[mo.Commitment, WHOLE]
Source = Annotated[mo.Source, WHOLE]
Figure = Annotated[mo.Figure, Adapter()]
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
Name = Annotated[str, Path(max_length=100)]
Text = Annotated[str | None, Query(min_length=1, max_length=100)]
T = TypeVar("T")


class Left(BaseModel):
    """A figure that is not counted."""

    commitment: str
    figure: Figure
    reason: str
    instead: str | None


class Counted(BaseModel):
    """A line of a total."""

    commitment: str
    figure: Figure
    is_remainder: bool


class Total(BaseModel):
    """A total that can show its working."""

    measure: str
    figures: list[Figure]
    text: str
    counted: list[Counted]
    left_out: list[Left]
    sources: list[Source]
    working: str


app = FastAPI(
    title="The record of Morocco's offshoring sector",
    version=mo.__version__,
    license_info={"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
)
WRONG: dict[int | str, dict[str, Any]] = {422: {"description": "What was asked is not understood; the field is named."}}
ABSENT: dict[int | str, dict[str, Any]] = {404: {"description": "There is no such record."}}


@contextmanager
def field(*where: str) -> Iterator[None]:
    """Answer an error of the library by 422, with the field of the query or path in which it arose."""
    try:
        yield
    except mo.errors.MarocOffshoringError as error:
        named = ("query", error.where) if error.where in {"currency", "on"} else where
        raise RequestValidationError([{"type": "value_error", "loc": named, "msg": error.message}]) from None


def page(found: mo.Collection[T], limit: int, offset: int) -> list[T]:
    """Take a page of a collection."""
    return list(found)[offset : offset + limit]


def selected(place: str | None, operator: str | None, due: str | None) -> mo.FigureCollection[mo.Commitment]:
    """Select promises by what the query asks for."""
    found = DATA.commitments
    for name, value in (("place", place), ("operator", operator), ("due", due)):
        if value is not None:
            with field("query", name):
                found = found.where(**{name: value})
    return found


@app.get("/regions")
def regions() -> list[Region]:
    """The twelve regions."""
    return list(DATA.regions)


@app.get("/operators")
def operators(limit: Limit = 50, offset: Offset = 0) -> list[Operator]:
    """The companies."""
    return page(DATA.operators, limit, offset)


@app.get("/operators/{name}", responses=ABSENT | WRONG)
def operator(name: Name) -> Operator:
    """One company, by its id or any of its names."""
    try:
        return DATA.operators[name]
    except LookupError as error:
        raise HTTPException(404, str(error)) from None


@app.get("/commitments", responses=WRONG)
def commitments(
    place: Text = None, operator: Text = None, due: Text = None, limit: Limit = 50, offset: Offset = 0
) -> list[Commitment]:
    """The promises for a place, by a company, due at a date."""
    return page(selected(place, operator, due), limit, offset)


@app.get("/totals/{measure}", responses=WRONG)
def total(
    measure: Name,
    *,
    place: Text = None,
    operator: Text = None,
    due: Text = None,
    currency: Text = None,
    on: Text = None,
) -> Total:
    """What promises add up to, with what was counted, what was not and why, and who says so."""
    found = selected(place, operator, due)
    with field("path", "measure"):
        made = found.total(measure)
    with field("query", "on" if on else "currency"):
        made = found.total(measure, currency=currency, on=on) if currency or on else made
    return Total(
        measure=made.measure.value,
        figures=list(made.figures),
        text=str(made),
        counted=[
            Counted(commitment=line.record.id, figure=line.figure, is_remainder=line.is_remainder)
            for line in made.counted
        ],
        left_out=[
            Left(
                commitment=left.record.id,
                figure=left.figure,
                reason=left.reason.value,
                instead=left.instead.id if left.instead else None,
            )
            for left in made.left_out
        ],
        sources=list(made.sources),
        working=made.explain(),
    )
