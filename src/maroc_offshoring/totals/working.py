"""The working of a total, as text: what was added, what was not and why, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from maroc_offshoring.model import Source

if TYPE_CHECKING:
    from maroc_offshoring.totals.total import Total


def explained(total: Total) -> str:
    """Write the working of a total.

    Args:
        total: The total.

    Returns:
        The lines of the working.
    """
    basis = f", {total.basis.value}" if total.basis else ""
    lines = [f"{total.measure.label('en')}{basis}: {total}"]
    numbers = {source.id: number for number, source in enumerate(total.sources, 1)}
    for line in total.counted:
        cited = ", ".join(str(numbers[source.id]) for source in line.sources)
        lines.append(f"  + {line} ({cited})")
        if (first := getattr(line.record, "restates", None)) is not None:
            lines.append(f"      told first in {first.id}, which is not selected or gives no such figure")
        if line.figure.steps:
            lines.append(f"      stated: {line.stated}")
        lines += [f"      {step}" for step in line.figure.steps]
    if total.left_out:
        lines.append("left out:")
        lines += [f"  - {left_out}" for left_out in total.left_out]
    if numbers:
        lines.append("sources:")
        lines += _listed(total.sources)
    return "\n".join(lines)


def _listed(sources: Iterable[Source]) -> list[str]:
    return [
        f"  {number}. {source}{f', {source.title}' if source.title else ''}{f' <{source.url}>' if source.url else ''}"
        for number, source in enumerate(sources, 1)
    ]
