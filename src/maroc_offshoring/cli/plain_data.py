"""Results as plain data, in the shapes that `docs/command-line.md` describes; no key is ever left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import fields

from maroc_offshoring.figures import Figure, Step
from maroc_offshoring.model.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from maroc_offshoring.model import Record, Source


def figure_data(figure: Figure) -> dict[str, Any]:
    """Write a figure as plain data.

    Args:
        figure: The figure.

    Returns:
        What it states, between which bounds, and what was done to it; numbers as texts, to the last digit.
    """
    return {
        "value": _number(figure.value),
        "unit": figure.unit,
        "qualifier": figure.qualifier.value,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "lower": _number(figure.lower),
        "upper": _number(figure.upper),
        "as_printed": figure.as_printed,
        "steps": [_step(step) for step in figure.steps],
    }


def reference(record: Record | Source) -> dict[str, str]:
    """Write which record something is about.

    Args:
        record: The record.

    Returns:
        Its kind and its id.
    """
    return {"kind": kind_of(record), "id": record.id}


def sources_data(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Write sources as plain data.

    Args:
        sources: The sources.

    Returns:
        Of each its id, who published what and when, and where it stands.
    """
    return [
        {
            "id": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "published": None if source.published is None else str(source.published),
            "url": source.url,
        }
        for source in sources
    ]


def _step(step: Step) -> dict[str, Any]:
    told = {attribute.name: getattr(step, attribute.name) for attribute in fields(Step)}
    return {**told, "factor": _number(step.factor)}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
