"""Series and choices among rivals: a table for each strand, and no strand ever in the table of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maroc_offshoring.derivation import Sentence, when
from maroc_offshoring.display import words
from maroc_offshoring.display.bars import bars
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.view import Cell, Column, Lines, Piece, Row, Table, View, cell, joined
from maroc_offshoring.display.writing import about, dated, prices, sources, thing, written
from maroc_offshoring.model import Observation
from maroc_offshoring.series import Best, Series
from maroc_offshoring.series.choice import Choice
from maroc_offshoring.series.text import spans
from maroc_offshoring.vocabulary import Nature

_SERIES = Sentence("série\u00a0: ", "series: ", "سلسلة: ")
_BEST = Sentence("un chiffre par période\u00a0: ", "one figure for each period: ", "رقم لكل فترة: ")
_POLICY = Sentence("règle\u00a0: {policy}", "rule: {policy}", "القاعدة: {policy}")
_APART = Sentence("{n} lignes qui ne se raccordent pas", "{n} strands that do not join", "{n} خطوط لا تتصل")
_GAPS = Sentence("sans chiffre\u00a0: {years}", "no figure: {years}", "بدون رقم: {years}")
_BESIDE = Sentence("il existe\u00a0: ", "there is: ", "يوجد: ")
_NO_FIGURE = Sentence("aucun chiffre", "no figure", "لا رقم")
_NOT_TAKEN = Sentence("non retenu", "not taken", "غير مختار")
_CONTESTED = Sentence("contesté", "contested", "متنازع فيه")


def view(shown: Series | Best, reader: Reader) -> View:
    """Make the view of a series, or of the choice among its rivals.

    Args:
        shown: The series or the choices.
        reader: Who reads.

    Returns:
        The view.
    """
    return _of_best(shown, reader) if isinstance(shown, Best) else _of_series(shown, reader)


def _of_series(series: Series, reader: Reader) -> View:
    strands = series.strands
    said = [reader.say(_APART, n=len(strands))] if len(strands) > 1 else []
    blocks: list[Table | Lines] = [
        block for strand in reader.few(strands) for block in _strand(strand, reader, is_alone=len(strands) == 1)
    ]
    if len(strands) > len(reader.few(strands)):
        blocks.append(Lines(items=(cell(reader.rest(strands)),)))
    if not strands:
        blocks.append(Lines(items=(_instead(series, reader),)))
    units = [one.figure.unit for one in series.observations]
    return View(
        language=reader.language,
        title=cell(reader.say(_SERIES), title_of(series, reader)),
        about=about(*said, *prices(units, (), reader)),
        blocks=(*blocks, *sources(series.sources, reader)),
    )


def title_of(series: Series, reader: Reader) -> str:
    """Say what a series is about: its subject, or what its strands have in common."""
    subjects = series.subjects
    if len(subjects) == 1:
        return subjects[0].label(reader.language)
    common = {(subject.measure, subject.place) for subject in subjects}
    if len(common) != 1:
        return series.name
    measure, place = common.pop()
    return f"{measure.label(reader.language)}{reader.comma}{place.name.label(reader.language)}"


def _instead(series: Series, reader: Reader) -> Cell:
    said = cell(reader.say(_NO_FIGURE))
    if not series.aside:
        return said
    beside = joined((cell(subject.label(reader.language)) for subject in reader.few(series.aside)), "; ")
    return (*said, Piece("; "), Piece(reader.say(_BESIDE)), *beside)


def _strand(strand: Series, reader: Reader, *, is_alone: bool) -> Iterator[Table | Lines]:
    """Write the observations of a strand, the rivals of a period below one another."""
    found = [(one, point.is_contested) for point in strand.points for one in point.observations]
    found += [(one, False) for one in strand.undated]
    drawn = bars([one.figure for one, _ in found], reader)
    rows, previous = [], None
    for (one, is_contested), bar in reader.few(list(zip(found, drawn, strict=True))):
        period = when(one.period).label(reader.language)
        mark = cell(" ", Piece("⚠", explained=reader.say(_CONTESTED))) if is_contested and period != previous else ()
        rows.append(_observation(one, (*dated(one.period, reader), *mark), () if bar is None else (bar,), reader))
        previous = period
    subject = strand.subjects[0].label(reader.language)
    columns = _columns(("period", "figure"), reader, "nature", "stated_by", "id")
    yield Table(caption=subject, columns=columns, rows=tuple(rows), more=reader.rest(found))
    if strand.gaps:
        yield Lines(items=(cell(reader.say(_GAPS, years=spans(strand.gaps))),))


def _columns(first: Sequence[str], reader: Reader, *others: str) -> tuple[Column, ...]:
    heads = [Column(reader.say(words.FIELDS[name]), is_number=name == "figure") for name in first]
    return (*heads, Column(""), *(Column(reader.say(words.FIELDS[name]), is_code=name == "id") for name in others))


def _observation(one: Observation, period: Cell, bar: Cell, reader: Reader) -> Row:
    by = thing(one.stated_by, reader) or thing(one.said_by, reader) or cell(one.sources[0].publisher)
    nature = () if one.nature is Nature.OBSERVED else thing(one.nature, reader)
    return Row((period, written(one.figure, reader), bar, nature, by, cell(Piece(one.id, "code"))))


def _of_best(best: Best, reader: Reader) -> View:
    by_subject: dict[str, list[Choice]] = {}
    for choice in best.choices:
        by_subject.setdefault(choice.subject.label(reader.language), []).append(choice)
    title = next(iter(by_subject)) if len(by_subject) == 1 else best.name
    tables = [_choices(subject, choices, reader) for subject, choices in by_subject.items()]
    policy = reader.say(_POLICY, policy=best.policy.label(reader.language))
    contested = f"{reader.say(_CONTESTED)} ({len(best.contested)})" if best.contested else ""
    units = [choice.figure.unit for choice in best.choices]
    return View(
        language=reader.language,
        title=cell(reader.say(_BEST), title),
        about=about(policy, contested, *prices(units, (), reader)),
        blocks=(*tables, *sources(best.sources, reader)),
    )


def _choices(subject: str, choices: Sequence[Choice], reader: Reader) -> Table:
    drawn = bars([choice.figure for choice in choices], reader)
    columns = (
        *_columns(("period", "figure"), reader),
        Column(reader.say(_NOT_TAKEN)),
        Column(reader.say(words.FIELDS["id"]), is_code=True),
    )
    rows = [
        Row((
            dated(choice.period, reader),
            written(choice.figure, reader),
            () if bar is None else (bar,),
            _lost(choice, reader),
            cell(Piece(choice.chosen.id, "code")),
        ))
        for choice, bar in reader.few(list(zip(choices, drawn, strict=True)))
    ]  # fmt: skip
    return Table(caption=subject, columns=columns, rows=tuple(rows), more=reader.rest(choices))


def _lost(choice: Choice, reader: Reader) -> Cell:
    mark = cell(Piece("⚠", explained=reader.say(_CONTESTED)), " ") if choice.is_contested else ()
    rivals = [
        (*written(lost.figure, reader), Piece(f" ({lost.because.label(reader.language)})", "faint"))
        for lost in choice.lost
    ]
    return (*mark, *joined(rivals, "; "))
