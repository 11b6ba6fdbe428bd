"""The entrances of the library as fuzz targets: each takes bytes that anyone may have written.

A target lets through what the library promises to raise, its own errors, and checks what must hold of whatever was
read. Anything else that comes out is a crash. The seeds are sound inputs, from which both the short run of the tests
and the long one of `run.py` start; the words are what a mutation puts in.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

import maroc_offshoring as mo
from maroc_offshoring import cli, testing
from maroc_offshoring.errors import MarocOffshoringError
from maroc_offshoring.export import cells, datapackage, sqlite
from maroc_offshoring.files.loading import build
from maroc_offshoring.files.overlay import Layer, lay
from maroc_offshoring.files.rows import rows
from maroc_offshoring.files.tables import read_path
from maroc_offshoring.names import fold, words
from maroc_offshoring.text.articles import read_article
from maroc_offshoring.text.html import main_text

LONGEST = 4_000
"""How many bytes of an input a target looks at: what takes long in length is measured elsewhere."""


class Crash(Exception):
    """Something that must hold of an answer does not."""


@frozen
class Target:
    """An entrance.

    Args:
        name: What it is called on the command line.
        run: What is done with the bytes; it raises nothing that the library promises to raise.
        seeds: Sound inputs.
        words: What stands in such inputs.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...] = ()


def must(holds: object, told: str) -> None:
    """Report a crash where something does not hold."""
    if not holds:
        raise Crash(told)


def text_of(data: bytes) -> str:
    """Any text, with halves of characters where the bytes are no UTF-8: a caller may pass those too."""
    return data[:LONGEST].decode("utf-8", "surrogateescape")


@cache
def small() -> mo.Dataset:
    """A small dataset to look names up in."""
    ds = testing.small_dataset()
    ds.find("oujda")
    return ds


@cache
def folder() -> Path:
    """A folder for the files of this process, in memory where the system has such a place."""
    made = tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


def a_file(name: str, data: bytes) -> Path:
    path = folder() / name
    path.write_bytes(data)
    return path


# Files

_TOML = """\
[[sources]]
id = "paper"
publisher = "CRI"
published = 2026-03-01

[[countries]]
id = "morocco"
name = { fr = "Maroc", ar = "المغرب", aliases = ["Royaume"] }
citations = ["paper"]

[[commitments]]
id = "promise"
title = "300 jobs \\u00e0 F\\u00e8s"
places = ["morocco"]
announced_on = "2026-03"
status = "announced"
pledges = [
  { measure = "jobs", figure = { value = 300, unit = "job", qualifier = "at_least" }, due = 2028 },
  { measure = "investment", figure = "près de 12,5 MDH", due = "2026..2028", basis = "additional" },
]
citations = [{ source = "paper", said_by = "Someone", words = '''plus de 300''' }]

[[observations]]
id = "seen"
measure = "jobs"
figure = { unit = "job", qualifier = "range", low = 1_000, high = 1e3 }
place = "morocco"
basis = "stock"
period = 2025-12-31
citations = ["paper"]
"""
_WORDS = (
    "[[commitments]]\n", "[[corrections]]\n", "[corrections.set]\n", "id = ", "part_of = \"promise\"\n", "parent = ",
    "pledges = []\n", "{", "}", "[", "]", '"', "'''", '"""', "\\u0000", "\\ud800", "\\U00110000", "\x00", "\x1b[31m",
    "nan", "inf", "-inf", "true", "null", "1e400", "1e-400", "9" * 60, "-1", "0x10", "2026-02-30", "0001-01-01",
    "9999-12-31", "12:00:00", "2026-03-01T10:00:00Z", "a.b.c.d.e.f", "=", ",", "#", "\n", "\r\n", "\ufeff", "\u202e",
)  # fmt: skip


def toml(data: bytes) -> None:
    """A record file: what loads can be written and read back."""
    with contextlib.suppress(MarocOffshoringError):
        again(mo.read(a_file("records.toml", data)))


def again(ds: mo.Dataset) -> None:
    """What was read says the same when it was written and read once more."""
    must(mo.Dataset.from_json(ds.to_json()) == ds, "what was read is not what is read back")
    repr(ds)


_JSON = testing.small_dataset().to_json()


def document(data: bytes) -> None:
    """A JSON document."""
    with contextlib.suppress(MarocOffshoringError):
        again(mo.Dataset.from_json(data))


def json_records(data: bytes) -> None:
    """A JSON record file."""
    with contextlib.suppress(MarocOffshoringError):
        again(mo.read(a_file("records.json", data)))


_LINE = {
    "id": "a", "title": "A", "made_by": ["test-company"], "places": ["oujda"], "announced_on": "2026-03",
    "pledges": [{"measure": "jobs", "figure": {"value": "300", "unit": "job"}, "due": 2028}],
    "citations": [{"source": "test-paper", "words": "x"}],
}  # fmt: skip


def lines(data: bytes) -> None:
    """A JSON Lines file."""
    with contextlib.suppress(MarocOffshoringError):
        made = list(mo.iter_records(a_file("records.jsonl", data), "commitments", small()))
        must(all(isinstance(record, mo.Commitment) for record in made), "a record of another kind")


_OVERLAY = """\
[[corrections]]
kind = "operator"
id = "test-company"
because = "The register says so."
unset = ["note"]
sources = ["test-paper"]
[corrections.set]
name = "Acme"

[[commitments]]
id = "ours"
places = ["oujda"]
made_by = ["test-company"]
citations = ["test-paper"]
"""


@cache
def _ground() -> Layer:
    found, problems = rows({kind: list(made) for kind, made in json.loads(_JSON).items() if isinstance(made, list)})
    must(not problems, "the small dataset is sound")
    return Layer(found, "the ground")


def overlay(data: bytes) -> None:
    """A folder of one's own, laid over other records."""
    with contextlib.suppress(MarocOffshoringError):
        found, problems = read_path(a_file("overlay.toml", data))
        laid, conflicts = lay([_ground(), Layer(found)])
        again(build(laid, (*problems, *conflicts)))


def database(data: bytes) -> None:
    """A SQLite database."""
    with contextlib.suppress(MarocOffshoringError):
        sqlite.read(a_file("record.db", data))


@cache
def _database() -> bytes:
    small().export("sqlite", folder() / "seed.db", overwrite=True)
    return (folder() / "seed.db").read_bytes()


@cache
def _package() -> dict[str, bytes]:
    place = folder() / "package"
    small().export("datapackage", place, overwrite=True)
    return {path.name: path.read_bytes() for path in sorted(place.iterdir())}


def package(data: bytes) -> None:
    """A Data Package of which one file, named in the first line, holds the rest of the bytes."""
    sound = _package()
    name, _, content = data.partition(b"\n")
    found = name.decode("utf-8", "replace")
    path = folder() / "package" / (found if found in sound else "commitments.csv")
    try:
        path.write_bytes(content)
        with contextlib.suppress(MarocOffshoringError):
            datapackage.read(path.parent)
    finally:
        path.write_bytes(sound[path.name])


def csv(data: bytes) -> None:
    """Cells of a table."""
    with contextlib.suppress(ValueError):
        must(all(cells.table(text_of(data))), "a line without cells")


# Values

_NODE = {
    "format": "maroc_offshoring.derivation", "version": 1,
    "derivation": {
        "kind": "total", "statement": {"fr": "a", "en": "b", "ar": "c"},
        "figure": {"value": "5050", "unit": "job", "qualifier": "exact", "steps": []},
        "record": {"kind": "commitment", "id": "a"}, "sources": [{"id": "s", "text": "t", "url": None}], "children": [],
    },
}  # fmt: skip


def plain(data: bytes) -> Any:
    """Any plain value: what JSON can say, with Python's own limits and not ours."""
    try:
        return json.loads(data[:LONGEST], parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):
        return text_of(data)


def record(data: bytes) -> None:
    """A plain dict as a record; its first key names the kind."""
    value = plain(data)
    kind = next(iter(value), "") if isinstance(value, dict) else "commitment"
    for values in (value, value.get(kind) if isinstance(value, dict) else None):
        with contextlib.suppress(MarocOffshoringError):
            made = mo.from_dict(kind, values, small())
            must(mo.from_dict(kind, mo.to_dict(made), small()) == made, "a record that does not come back")


def structured(data: bytes) -> None:
    """Any plain value for a class of ours, through the converter for applications."""
    value = plain(data)
    for cls in (mo.Figure, mo.Pledge, mo.Name, mo.Period, mo.PartialDate, mo.Measure, mo.Citation, Decimal):
        with contextlib.suppress(MarocOffshoringError):
            _converter().structure(value, cls)


@cache
def _converter() -> Any:
    return mo.converter(small())


def derivation(data: bytes) -> None:
    """A derivation as plain data."""
    with contextlib.suppress(MarocOffshoringError):
        made = mo.Derivation.from_dict(plain(data))
        must(mo.Derivation.from_dict(made.to_dict()) == made, "a derivation that does not come back")
        for language in ("fr", "en", "ar"):
            made.text(language)
            made.html(language)


_TABLE = """\
kind\trecord\tmeasure\tvalue\tlow\thigh\tunit\tqualifier\tbasis\tplace\tparty\tdue\tannounced\tsource\tstatus\tpart_of
commitment\ta\tjobs\t300\t\t\tjob\texact\tadditional\toujda\ttest-company\t2028\t2026-03\ttest-paper\tannounced\t
observation\tb\tjobs\t\t5\t9\tjob\trange\tstock\toujda\ttest-company\t2026\t\ttest-paper\t\t
"""


def frame(data: bytes) -> None:
    """A table of another program: lines of cells, a tab between them, the names first."""
    import polars as pl

    table = [line.split("\t") for line in data[:LONGEST].decode("utf-8", "replace").split("\n")]
    names = list(dict.fromkeys(table[0]))
    columns: dict[str, Any] = {
        name: [line[at] or None if at < len(line) else None for line in table[1:]] for at, name in enumerate(names)
    }
    for name in ("value", "low", "high"):
        if name in columns:
            columns[name] = [_float(cell) for cell in columns[name]]
    with contextlib.suppress(MarocOffshoringError):
        mo.frames.from_frame(pl.DataFrame(columns, strict=False), dataset=small())


def _float(cell: str | None) -> float | None:
    try:
        return None if cell is None else float(cell)
    except ValueError:
        return None


# Texts


def name(data: bytes) -> None:
    """A name to look for, and a name to give."""
    text = text_of(data)
    ds = small()
    must(fold(fold(text)) == fold(text), "a folded name folds once more")
    must("".join(words(text)) == fold(text) or not text.isprintable(), "the words of a name are its letters")
    for find in (ds.place, ds.party, ds.region, ds.sites.__getitem__, ds.operators.__getitem__, mo.Name.of):
        with contextlib.suppress(MarocOffshoringError):
            find(text)
    with contextlib.suppress(MarocOffshoringError):
        must(len(ds.find(text)) <= 20, "more matches than asked for")
    text in ds.operators  # noqa: B015 - it must raise nothing
    ds.operators.get(text)


def date(data: bytes) -> None:
    """A date or a period as a person types it."""
    text = text_of(data)
    with contextlib.suppress(MarocOffshoringError):
        found = mo.PartialDate.of(text)
        must(mo.PartialDate.of(str(found)) == found and found.first_day <= found.last_day, f"{found!r}")
    with contextlib.suppress(MarocOffshoringError):
        span = mo.Period.of(text)
        must(mo.Period.of(str(span)) == span and span.overlaps(span), f"{span!r}")


def figure(data: bytes) -> None:
    """One figure as the press prints it, in each of the languages."""
    text = text_of(data)
    for language in (None, "fr", "en", "ar"):
        with contextlib.suppress(MarocOffshoringError):
            read = mo.parse_figure(text, language=language)
            back = mo.parse_figure(str(read), language="en")
            must(str(back) == str(read), f"{read!r} became {back!r}")
    with contextlib.suppress(MarocOffshoringError):
        mo.Figure(text, "job")
    with contextlib.suppress(MarocOffshoringError):
        mo.Figure(1, text)


def text(data: bytes) -> None:
    """The figures of a text, in each of the languages."""
    given = text_of(data)
    for language in (None, "fr", "en", "ar"):
        before = 0
        for found in mo.find_figures(given, language=language):
            must(before <= found.start < found.end <= len(given), f"{found!r} stands before what comes before it")
            before = found.end
            repr(found.figure)


def article(data: bytes) -> None:
    """An article to draft records of; what is drafted can be written as a record file and read."""
    given = text_of(data)
    with contextlib.suppress(MarocOffshoringError):
        made = mo.draft(given, dataset=small())
        repr(made)
        written = made.to_toml()
        with contextlib.suppress(MarocOffshoringError):  # a field may be left to be filled in
            mo.read(a_file("draft.toml", written.encode()))


def page(data: bytes) -> None:
    """A saved web page."""
    with contextlib.suppress(MarocOffshoringError):
        read_article(data[:LONGEST], html=True)


def query(data: bytes) -> None:
    """What a selection, a total and a conversion are asked with: a line each."""
    asked = [*text_of(data).split("\n"), *[""] * 4][:4]
    ds = small()
    for key in ("place", "operator", "due", "announced", "status", "segment", "measure", "source", "party", "ids"):
        with contextlib.suppress(MarocOffshoringError):
            ds.commitments.where(**{key: asked[0]})
    with contextlib.suppress(MarocOffshoringError):
        ds.commitments.total(asked[1], currency=asked[2] or None, on=asked[3] or None)
    with contextlib.suppress(MarocOffshoringError):
        ds.commitments.breakdown(asked[1], by=asked[0])
    with contextlib.suppress(MarocOffshoringError):
        mo.convert(mo.Figure(65, "MAD"), to=asked[2], on=asked[3])
    with contextlib.suppress(MarocOffshoringError):
        ds.as_of(asked[0])
    with contextlib.suppress(MarocOffshoringError):
        ds.series(asked[1], asked[0])


def command(data: bytes) -> None:
    """The arguments of the command line, one a line; it writes into a folder of its own only."""
    arguments = [part.replace("/", "_") for part in text_of(data).replace("\0", "").split("\n")]
    place, before = folder() / "command", Path.cwd()
    place.mkdir(exist_ok=True)
    (place / "a.toml").write_text(_TOML, encoding="utf-8")
    (place / "a.txt").write_text("Intelcia va créer 300 emplois à Oujda.", encoding="utf-8")
    streams = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    sys.stderr = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")  # as Python's own
    try:
        os.chdir(place)
        status = cli.main(arguments)
        must(status in {0, 1, 2}, f"exit status {status}")
    except SystemExit as end:
        must(end.code in {0, 2}, f"exit status {end.code}")
    finally:
        os.chdir(before)
        sys.stdin, sys.stdout, sys.stderr = streams


_FIGURES = (
    "plus de 300 emplois", "près de 12,5 MDH", "$10-20m", "un milliard deux cents millions de dirhams",
    "between 1,000 and 2,000 jobs", "أكثر من 300 منصب شغل", "entre 1.234 et 2.345 postes", "65 MMDH", "12,5 %",
    "une centaine de millions d'euros", "two and a half million dirhams", "MAD 1.2 billion", "٣٠٠ منصب",
)  # fmt: skip
_PARTS = (
    "environ ", "plus de ", "près de ", "au moins ", "up to ", "between ", " and ", "entre ", " et ", "une centaine ",
    "million ", "milliards de ", "MDH", "MMDH", " emplois", " jobs", "%", "$", "€", "EUR/job", "\u202f", "\xa0",
    "1.234",     "1,5", "½", "²", "٣", "१", "𝟏", "-", "–", "cent ", "mille ", "quatre-vingt", "trois", "hundred ",
    " à ", "à ", ".",
    ",", "'", "\u200f", "مليار ", "ألف ", "\n", "(", ")", "2028", "d'ici ", "by ", "\ud800",
)  # fmt: skip
_NAMES = ("Oujda", "وجدة", "Casa-shore", "test-company", "Fès\u00a0Shore", "L'Oriental", "İstanbul", "ǅ", "ﷺ", "a" * 60)
_DATES = ("2019", "2019-04", "2019-04-24", "2014..2018", "..2018", "2014..", " 2019 ", "9999-12-31..9999-12-31")
_HTML = (
    "<!DOCTYPE html><html><head><title>A</title><meta property='article:published_time' content='2026-03-01'></head>"
    "<body><article><h1>Oujda</h1><p>Intelcia va créer 300 emplois à Oujda d'ici deux ans.</p></article></body>"
    "</html>"
)
_TAGS = ("<p>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "<!ENTITY a 'aaaa'>", "&a;", "&#xD800;", "&#0;", "<script>",
         "<?xml version='1.0' encoding='utf-16'?>", "<svg>", "<table><tr><td>", "<meta charset='x'>")  # fmt: skip
_CALLS = (
    "check\na.toml", "check\n--json\n--alone\na.toml", "draft\na.txt\n--published\n2026", "draft\n-", "--help",
    "find\nOujda\n--limit\n3", "show\noujda\n--json", "total\njobs\n--by\nregion\n--place\nOriental", "overview",
    "total\ninvestment\n--currency\nEUR\n--on\n2022\n--explain", "convert\n65 MDH\nEUR\n--on\n2022", "--version",
    "total\ninvestment\n--prices\n2015\n--as-of\n2020-12", "export\njson\nr.json\n--overwrite",
)  # fmt: skip
_OPTIONS = (
    "--records\n", "--strict\n", "--json\n", "--language\nar\n", "--currency\nEUR\n", "--on\n", "--html\n", "--table\n",
    "--source\n", "--published\n", "--as-of\n", "--explain\n", "--limit\n", "--prices\n", "--kind\n", "--rate\nend\n",
    "--place\n", "--by\n", "-\n", "--\n", "\ud800", "\u202e", "\n", "a.toml\n", "9" * 30, "-1", "jobs", "oujda", "2022",
)  # fmt: skip


def encoded(*texts: str) -> tuple[bytes, ...]:
    """Texts as bytes, halves of characters as their own bytes."""
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


def all_targets() -> dict[str, Target]:
    """Every entrance, by its name."""
    one_line = json.dumps(_LINE, ensure_ascii=False)
    made = (
        Target("toml", toml, encoded(_TOML), _WORDS),
        Target("json", document, encoded(_JSON), _WORDS),
        Target("json-records", json_records, encoded(json.dumps({"commitments": [_LINE]}), _JSON), _WORDS),
        Target("jsonl", lines, encoded(f"{one_line}\n\n{one_line}\n"), _WORDS),
        Target("overlay", overlay, encoded(_OVERLAY), _WORDS),
        Target("sqlite", database, (_database(),)),
        Target("datapackage", package, tuple(f"{name}\n".encode() + held for name, held in _package().items()), _WORDS),
        Target("csv", csv, encoded('a,b\n"1 ""x""\r\n",2\n'), ('"', ",", "\n", "\r")),
        Target("record", record, encoded(json.dumps({"commitment": _LINE}), one_line), _WORDS),
        Target("structure", structured, encoded(json.dumps(_LINE["pledges"]), '"65 MDH"', "2019", "null"), _WORDS),
        Target("derivation", derivation, encoded(json.dumps(_NODE)), _WORDS),
        Target("frame", frame, encoded(_TABLE), (*_WORDS, "\t", "test-paper; test-paper", "inf", "jobs", "restates")),
        Target("name", name, encoded(*_NAMES), ("-", "'", " ", "\u0301", "ß", "ﬀ", "ـ", "\ud800", "\0")),
        Target("date", date, encoded(*_DATES), ("..", "-", "0000", "9999", "13", "30", "٢٠١٩", "²", " ", "\0")),
        Target("figure", figure, encoded(*_FIGURES), _PARTS),
        Target("text", text, encoded(" ; ".join(_FIGURES)), _PARTS),
        Target("draft", article, encoded("Intelcia va créer 300 emplois à Oujda d'ici deux ans.\nFin."), _PARTS),
        Target("query", query, encoded("Oujda\njobs\nEUR\n2022", "2019..2020\ninvestment\nMAD\n2019"), _NAMES + _DATES),
        Target("cli", command, encoded(*_CALLS), _OPTIONS),
    )
    with contextlib.suppress(mo.errors.MissingExtra):
        main_text("")  # needs the extra `text`
        made = (*made, Target("html", page, encoded(_HTML), _TAGS))
    return {target.name: target for target in made}
