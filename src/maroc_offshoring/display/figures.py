"""A figure by itself: what is stated, between which bounds, at which prices, and what was done to it."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.derivation.steps import step_node
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Lines, Piece, Row, Table, View, cell, written_out
from maroc_offshoring.display.writing import about, prices, written
from maroc_offshoring.figures import Figure, Step
from maroc_offshoring.figures.conventions import bounds

_BOUNDS = Sentence("bornes", "bounds", "الحدود")
_PRINTED = Sentence("termes de la source", "as printed", "كما ورد في المصدر")
_STEPS = Sentence("calculs", "computed", "العمليات الحسابية")


def view(figure: Figure, reader: Reader) -> View:
    """Make the view of a figure.

    Args:
        figure: The figure.
        reader: Who reads.

    Returns:
        The view.
    """
    rows = [Row((cell(reader.say(_BOUNDS)), cell(bounds(figure).describe(reader.language))))]
    if figure.as_printed is not None:
        rows.append(Row((cell(reader.say(_PRINTED)), cell(Piece(figure.as_printed)))))
    title = written(figure, reader)
    return View(
        language=reader.language,
        title=title,
        about=about(*prices([figure.unit], figure.steps, reader)),
        blocks=(Table(caption=written_out(title), rows=tuple(rows)), *steps(figure.steps, reader)),
    )


def steps(done: tuple[Step, ...], reader: Reader) -> tuple[Lines, ...]:
    """List what was done to figures.

    Args:
        done: The steps.
        reader: Who reads.

    Returns:
        One list, which a reader opens; none where nothing was done.
    """
    if not done:
        return ()
    return (
        Lines(
            caption=f"{reader.say(_STEPS)} ({len(done)})",
            items=tuple(cell(step_node(step).statement.label(reader.language)) for step in reader.few(done)),
            more=reader.rest(done),
            is_folded=True,
        ),
    )
