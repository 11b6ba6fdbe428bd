"""A simulated total: between which numbers the draws lie, and all that was assumed to draw them."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Column, Lines, Piece, Row, Table, View, cell
from maroc_offshoring.display.writing import about, prices, sources, sums, written
from maroc_offshoring.totals.simulation import Simulation

_LEVELS = (5, 25, 50, 75, 95)

_DRAWS = Sentence("tirages", "draws", "السحوبات")
_SHARE = Sentence("part des tirages", "share of the draws", "الحصة من السحوبات")
_AT_MOST = Sentence("inférieure ou égale à", "at or below", "أقل من أو تساوي")
_ASSUMED = Sentence("hypothèses", "assumptions", "الفرضيات")
_STATED = Sentence("tel qu'énoncé\u00a0: ", "as stated: ", "كما ورد: ")


def view(simulation: Simulation, reader: Reader) -> View:
    """Make the view of a simulation; its assumptions are never folded away.

    Args:
        simulation: The simulation.
        reader: Who reads.

    Returns:
        The view.
    """
    rows = [Row((cell(f"{level}\u00a0%"), written(simulation.percentile(level).figure, reader))) for level in _LEVELS]
    columns = (Column(reader.say(_SHARE)), Column(reader.say(_AT_MOST), is_number=True))
    middle = simulation.interval(90).describe(reader.language).splitlines()[0]
    total = simulation.total
    return View(
        language=reader.language,
        title=cell(Piece(middle)),
        about=(
            *about(total.measure.label(reader.language), *prices([simulation.unit], total.steps, reader)),
            (*cell(reader.say(_STATED)), *sums(total.figures, reader)),
        ),
        blocks=(
            Table(caption=f"{reader.say(_DRAWS)} ({len(simulation.draws)})", columns=columns, rows=tuple(rows)),
            Lines(
                caption=reader.say(_ASSUMED),
                items=tuple(cell(each.label(reader.language)) for each in simulation.assumptions),
            ),
            *sources(total.sources, reader),
        ),
    )
