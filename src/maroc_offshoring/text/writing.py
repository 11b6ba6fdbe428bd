"""A draft as a record file: what is sure stands, what is doubtful is a comment with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.figures import Figure
from maroc_offshoring.files.plain import plain
from maroc_offshoring.files.toml import written as toml
from maroc_offshoring.model import Record, Source
from maroc_offshoring.text.cleaning import clean
from maroc_offshoring.text.drafts import Draft, DraftFigure, Newcomer, Unsettled
from maroc_offshoring.text.records import cited_words, records
from maroc_offshoring.text.sheets import Line, Sheet, is_launch, sheets

_HEAD = """\
# Drafts of an article, to be checked by hand before they are kept.
# What stands without '#' is sure. What is doubtful is commented out: after it stand how sure it is, the words of the
# text that it rests on, and what makes it doubtful. Take away the '#' of what is right, and mend the rest.
# `maroc-offshoring check FOLDER` says whether the file loads."""
_PLURALS = {"commitment": "commitments", "target": "targets", "observation": "observations"}
_LAST = ("part_of", "restates", "citations")


def written(draft: Draft) -> str:
    """Write the record file of a draft.

    Args:
        draft: The draft.

    Returns:
        TOML text; see :meth:`maroc_offshoring.text.drafts.Draft.to_toml`.
    """
    made = {record.id: plain(record) for record in records(draft)}
    blocks = [_HEAD + "\n" + _comment(f"Read as {draft.language}, published {draft.published or 'at no known date'}.")]
    if not draft.source_is_known:
        blocks.append(_source(draft))
    for sheet in sheets(draft):
        told = _comment(f"{sheet.record.kind}: {_quote(draft.text[sheet.record.start : sheet.record.end])}")
        if sheet.active:
            blocks.append("\n".join((told, *_active(sheet, made[sheet.record.id]))))
        else:
            why = _comment("Not active: " + "; ".join(sheet.reasons) + ".")
            blocks.append("\n".join((told, why, *map(_comment, _doubtful(sheet, draft.source)))))
    blocks += [_newcomer(newcomer, draft.source) for newcomer in draft.newcomers]
    if draft.unplaced:
        heading = "# Figures of the text that no record was drafted of:"
        blocks.append(
            "\n".join(
                (heading, *(_comment(f"  {_quote(one.figure.as_printed or '')}: {one.why}") for one in draft.unplaced))
            )
        )
    return "\n\n".join(blocks) + "\n"


def _comment(text: str) -> str:
    """Write a line as a comment, with its indentation and without signs that could end the comment."""
    return f"# {' ' * (len(text) - len(text.lstrip(' ')))}{clean(text, 2000)}"


def _quote(text: str) -> str:
    return f"“{clean(text, 300)}”"


# What is active


def _active(sheet: Sheet, table: dict[str, Any]) -> Iterator[str]:
    kind = _PLURALS[sheet.record.kind]
    inner = "pledges" if "pledges" in table or not any(is_launch(one) for one, _, _ in sheet.figures) else "milestones"
    ordered = {key: value for key, value in table.items() if key not in _LAST}
    ordered |= {key: table[key] for key in _LAST if key in table}
    yield f"[[{kind}]]"
    for key, value in ordered.items():
        rows = _rows(key, value)
        if key == inner and sheet.record.kind == "commitment":
            yield from _with_doubts(sheet, rows)
        else:
            yield from rows
    for line in sheet.lines:
        if not line.sure:
            yield _doubt(line)
    if sheet.record.kind != "commitment":
        for line in sheet.figures[0][2]:
            if not line.sure:
                yield _doubt(line)


def _rows(key: str, value: Any) -> list[str]:
    """Write one key, which takes several lines where its value is long."""
    return toml("x", [{key: value}]).rstrip("\n").split("\n")[1:]


def _with_doubts(sheet: Sheet, rows: list[str]) -> Iterator[str]:
    """Put what is doubtful of each pledge beneath it."""
    yield rows[0]
    position = 1
    for figure, stands, lines in sheet.figures:
        if stands:
            yield rows[position]
            position += 1
            for line in lines:
                if not line.sure:
                    yield f"    {_doubt(line)}"
        else:
            yield f"    {_comment(_pledge(figure))}"
            for line in lines:
                if not line.sure:
                    yield f"    {_doubt(line)}"
    yield from rows[position:]


def _doubt(line: Line) -> str:
    return _comment(_row(line))


# What is commented out


def _doubtful(sheet: Sheet, source: Source) -> Iterator[str]:
    record = sheet.record
    yield f"[[{_PLURALS[record.kind]}]]"
    yield from _rows("id", record.id)
    if record.kind == "commitment":
        inner = "milestones" if all(is_launch(one) for one, _, _ in sheet.figures) else "pledges"
        yield f"{inner} = ["
        for figure, _, _ in sheet.figures:
            yield f"    {_pledge(figure)},"
        yield "]"
        for _, _, lines in sheet.figures:
            yield from (f"    # {line.key}: {line.note}" for line in lines if not line.sure)
    else:
        for line in sheet.figures[0][2]:
            yield _row(line)
    for line in sheet.lines:
        yield _row(line)
    citation = cited_words(record, source)
    yield from _rows("citations", [{"source": citation.source.id, "words": citation.words or ""}])


def _row(line: Line) -> str:
    row = " ".join(row.strip() for row in _rows(line.key, _plain(line.value)))
    return row if line.sure else f"{row}  # {line.note}"


def _pledge(figure: DraftFigure) -> str:
    table = {field.name: _plain(field.value) for field in figure.fields}
    return _rows("x", table)[0].partition(" = ")[2]


def _plain(value: Any) -> Any:
    """Write a value as record files hold it; a name that is not settled as it stands in the text."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (Record, Newcomer)):
        return value.id
    if isinstance(value, Unsettled):
        return f"? {value.name}"
    if isinstance(value, Figure):
        names = ("value", "unit", "qualifier", "low", "high", "as_printed")
        table = {name: getattr(value, name) for name in names if getattr(value, name) is not None}
        exact = table["qualifier"].value == "exact"
        return {name: _number(one) for name, one in table.items() if not (exact and name == "qualifier")}
    if isinstance(value, (PartialDate, Period)):
        return str(value)
    return getattr(value, "value", value)


def _number(value: Any) -> Any:
    from decimal import Decimal

    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return getattr(value, "value", value)


# Sources and newcomers


def _source(draft: Draft) -> str:
    source = draft.source
    rows = ["# The source of all drafts below: fill in what is missing.", "[[sources]]"]
    for key, value in plain(source).items():
        rows += _rows(key, value)
    first = clean(draft.text.strip().split("\n")[0] if draft.text.strip() else "", 160)
    empty = {"title": first, "url": "https://", "kind": "press"}
    if source.published is None:
        empty["published"] = str(draft.published) if draft.published is not None else "2026-01-31"
    rows += [_comment(_rows(key, value)[0]) for key, value in empty.items() if getattr(source, key) is None]
    return "\n".join(rows)


def _newcomer(newcomer: Newcomer, source: Source) -> str:
    rows = [
        _comment(f"{newcomer.name} is not in the dataset. If it is no other name of one that is, add it:"),
        "# [[operators]]",
        *map(_comment, _rows("id", newcomer.id)),
        *map(_comment, _rows("name", newcomer.name)),
        *map(_comment, _rows("citations", [source.id])),
    ]
    return "\n".join(rows)
