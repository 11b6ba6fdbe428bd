"""A text four times as long takes about four times the time and the memory to read, whatever is repeated in it."""

import contextlib
import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from random import Random
from time import process_time

import pytest
from shapes import ARTICLE, SHAPES, Shape, page, shape
from targets import small

import maroc_offshoring as mo
from maroc_offshoring.errors import MarocOffshoringError
from maroc_offshoring.export import cells
from maroc_offshoring.names import fold, words
from maroc_offshoring.text.articles import read_article
from maroc_offshoring.text.html import looks_like_html, main_text

# What the expressions of the readers of figures, dates and names repeat, begin with or look behind.
PIECES = (
    "1 ", "1.", "1,", "1 234 ", "1.234.", "12.5-", "1e", "12/", "-", "/", "$", "%", "2019-04-24 ", "2019..", "cent ",
    "un million deux cent mille ", "million ", "millions de ", "entre 1 et ", "entre ", "plus de ",
    "une centaine de ",     "300 emplois ", "$10m ", "MDH ", "de ", "et ", "à ", " ", "\n", "(", "«", '"', "'", "٣",
    "مليار ", "و ",
    "hundred and ",     "and a half ", "quatre-vingt-", "d'ici 2028 ", "Ab ", "A", ". ", "a. ", "; ", "\u0301", "ـ",
    "ﷺ", "<", "<!-- ", "&amp;",
    "Intelcia va créer ", "à Oujda ", "le groupe qui ",
)  # fmt: skip
LARGER = 4
MOST = 2.5  # so many times what a straight line would take; a square would be four times it
LITTLE = 0.02  # seconds that tell nothing
LITTLE_SPACE = 200_000  # bytes that tell nothing


def is_straight(call: Callable[[str], object], piece: str, length: int) -> bool:
    """Whether a text four times as long takes at most ten times as long; a slow machine gets several tries."""
    short, long = piece * (length // len(piece)), piece * (LARGER * length // len(piece))
    best = {short: 1e9, long: 1e9}
    for _ in range(6):
        for text, before in tuple(best.items()):
            fold.cache_clear()
            start = process_time()
            with contextlib.suppress(MarocOffshoringError):
                call(text)
            best[text] = min(before, process_time() - start)
        if best[long] < LITTLE or best[long] < LARGER * MOST * best[short]:
            return True
    return False


def peak(call: Callable[[], object]) -> int:
    """How many bytes a call keeps at the moment that needs most."""
    tracemalloc.start()
    try:
        with contextlib.suppress(MarocOffshoringError):
            call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def is_lean(call: Callable[[str], object], piece: str, length: int) -> bool:
    """Whether a text four times as long takes at most six times the memory."""
    peaks = []
    length //= 2  # it is slow to follow what is kept
    for text in (piece * (length // len(piece)), piece * (LARGER * length // len(piece))):
        fold.cache_clear()
        peaks.append(peak(partial(call, text)))
    return peaks[1] < max(LITTLE_SPACE, LARGER * 1.5 * peaks[0])


def each(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


READERS: list[tuple[str, Callable[[str], object], int]] = [
    ("parse_figure", mo.parse_figure, 20_000),
    ("find_figures", lambda text: each(mo.find_figures(text)), 2_000),
    ("draft", lambda text: mo.draft(text, dataset=small()), 1_500),
    ("PartialDate.of", mo.PartialDate.of, 20_000),
    ("Period.of", mo.Period.of, 20_000),
    ("fold", fold, 20_000),
    ("words", words, 20_000),
    ("find", lambda text: small().find(text), 10_000),
    ("operators", lambda text: small().operators[text], 10_000),
    ("where", lambda text: small().commitments.where(due=text), 10_000),
    ("unit", lambda text: mo.Figure(1, text), 20_000),
    ("looks_like_html", looks_like_html, 20_000),
    ("csv", cells.table, 20_000),
]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("grows_well", [is_straight, is_lean])
@pytest.mark.parametrize(("call", "length"), [reader[1:] for reader in READERS], ids=[reader[0] for reader in READERS])
def test_what_a_reader_takes_grows_with_the_text(
    call: Callable[[str], object], length: int, grows_well: Callable[[Callable[[str], object], str, int], bool]
) -> None:
    """Every piece repeated for thousands of signs; a text of so many figures as well."""
    crooked = []
    for piece in PIECES:
        try:
            straight = grows_well(call, piece, length)
        except ValueError:  # a quote of a CSV table that is not closed
            continue
        if not straight:
            crooked.append(piece)
    assert crooked == []


@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [
        ("", '[[sources]]\nid = "s{}"\npublisher = "p"\n', ""),
        ("a = [", '"{}", ', "]"),
        ("", "a{}.b.c = 1\n", ""),
        ("", "# {}\n", ""),
        ("a = '''", "{}'' \n", "'''"),
        ("", '[[x]]\ny = "{}\\u00e9"\n', ""),
    ],
)
def test_what_the_loader_takes_grows_with_the_file(tmp_path: Path, begin: str, piece: str, end: str) -> None:
    """Files with many records, long lists, many keys, comments and long texts."""

    def load(count: str) -> None:
        text = begin + "".join(piece.replace("{}", str(number)) for number in range(len(count))) + end
        (tmp_path / "records.toml").write_text(text, encoding="utf-8")
        mo.read(tmp_path)

    assert is_straight(load, "x", 400)
    assert is_lean(load, "x", 400)


def test_the_time_of_json_lines_grows_with_the_file(tmp_path: Path) -> None:
    """A thousand faultless lines, and one fault at the end."""
    record = {"id": "a", "places": ["oujda"], "citations": ["test-paper"]}

    def load(count: str) -> None:
        lines = [json.dumps(record | {"id": f"a{number}"}) for number in range(len(count))]
        (tmp_path / "r.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
        each(mo.iter_records(tmp_path / "r.jsonl", "commitments", small()))

    assert is_straight(load, "x", 500)


def test_the_memory_of_json_lines_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """They are read a few records at a time."""
    path, record, sources = tmp_path / "r.jsonl", {"places": ["oujda"], "citations": ["test-paper"]}, small()
    peaks, counts = [], []
    for count in (1_000, 1_000, 8_000):  # the first makes what is kept for all later ones
        lines = (json.dumps({"id": f"a{number}", **record}) for number in range(count))
        path.write_text("\n".join(lines), encoding="utf-8")
        peaks.append(peak(lambda: counts.append(each(mo.iter_records(path, "commitments", sources)))))
    assert counts == [1_000, 1_000, 8_000]
    assert peaks[2] < 1.5 * peaks[1]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("size", [25_000, 200_000])
@pytest.mark.parametrize("made", [*SHAPES.values(), *map(shape, map(Random, range(20)))], ids=[*SHAPES, *range(20)])
def test_the_time_of_a_web_page_grows_with_the_page(made: Shape, size: int) -> None:
    """Whatever is repeated in it, until it is refused for its size; the last shapes are random, always the same."""
    pytest.importorskip("trafilatura")
    main_text(ARTICLE)  # its modules are loaded now
    assert is_straight(lambda text: main_text(page(made, len(text))), "x", size)


@pytest.mark.parametrize("name", ["attributes", "paragraphs", "faulty data", "what never ends", "comments"])
def test_a_page_takes_a_hundred_bytes_of_memory_for_each_sign_at_most(name: str) -> None:
    """That of the parsers counts too, which only the process as a whole tells: so each page has one of its own."""
    pytest.importorskip("trafilatura")
    pytest.importorskip("resource")
    program = (
        "import resource; from shapes import ARTICLE, SHAPES, page; from maroc_offshoring.text.html import main_text\n"
        "from maroc_offshoring.errors import InvalidField\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"text = page(SHAPES[{name!r}], 4_500_000); main_text(ARTICLE); before = peak()\n"
        "try: main_text(text)\n"
        "except InvalidField: pass\n"
        "print((peak() - before) / len(text))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, env=environment)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    assert float(done.stdout) * unit < 100


@pytest.mark.parametrize("levels", [50, 5_000, 500_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_what_is_nested_too_deep_is_refused(tmp_path: Path, opens: str, closes: str, levels: int) -> None:
    """However deep: no recursion goes wrong."""
    text = f'{{"sources": {opens * levels}1{closes * levels}}}'
    for read in (mo.Dataset.from_json, lambda text: mo.Dataset.from_json(text[:-levels])):
        with pytest.raises(MarocOffshoringError):
            read(text)
    for name, written in (("r.json", text), ("r.toml", f"a = {'[' * levels}{']' * levels}")):
        (tmp_path / name).write_text(written, encoding="utf-8")
        with pytest.raises(MarocOffshoringError):
            mo.read(tmp_path / name)


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "300 emplois"}">' for n in range(9))
BOMBS = {
    "entities": f'<?xml version="1.0"?><!DOCTYPE html [{ENTITIES}]><html><body><p>&a8;</p></body></html>',
    "a file": '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>300 &a; x</p></body></html>',
    "deep": "<html><body>" + "<div>" * 50_000 + "300 emplois" + "</div>" * 50_000,
    "large": "<html><body><p>" + "300 emplois. " * 1_000_000 + "</p></body></html>",
}


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", BOMBS)
def test_a_page_that_would_blow_up_is_refused_or_read_soon(name: str) -> None:
    """Entities are not unfolded, no other file is read, and what would take for ever is refused."""
    start = process_time()
    try:
        text = read_article(BOMBS[name].encode(), "page.html").text
    except MarocOffshoringError:
        text = ""
    assert process_time() - start < 20
    assert len(text) <= len(BOMBS[name])
    assert "root:" not in text
