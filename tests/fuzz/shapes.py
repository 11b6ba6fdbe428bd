"""Shapes of web pages that are made to be slow: a beginning, a piece that is repeated, and an end.

`python tests/fuzz/shapes.py --seconds 600` tries as many random shapes as it can, and prints those that take more than
their share of time. What it finds belongs into `SHAPES`.
"""

import argparse
from random import Random
from time import process_time

from maroc_offshoring.errors import MarocOffshoringError
from maroc_offshoring.text.html import main_text

Shape = tuple[str, str, str]

ARTICLE = f"<article>{'<p>Intelcia va créer 300 emplois à Oujda avant 2028, selon le communiqué.</p>' * 8}</article>"
DATA = '<script type="application/ld+json">'
# Each of these took the square of the time of trafilatura, of lxml, or of what they call, or might have.
SHAPES: dict[str, Shape] = {
    "attributes": ("<p ", "a{}=1 ", ">300 emplois"),
    "attributes of the body": ("", "<body b{}=1>", "300 emplois"),
    "tables": ("", "<table><tr><td>x</td></tr></table>", ""),
    "tables in tables": ("", "<table><tr><td>" * 30 + "x" + "</td></tr></table>" * 30, ARTICLE),
    "footers in footers": ("<footer>" * 90, "|<button>300 emplois à Oujda. </button>", ARTICLE),
    "footers that hold a word": ("", "<footer>" * 90 + "<b>x</b>" + "</footer>" * 90, ARTICLE),
    "letters raised too high": ("<footer>" * 90, "<sup><sup><sup><b>|</b></i><s>x</s></p></sup></sup></sup>", ARTICLE),
    "paragraphs": ("", "<p>x", ARTICLE),
    "lines": ("", "<div>x<br>y</div>", ""),
    "rules": ("", "<hr>", ""),
    "words in bold": ("", "<b>x", ARTICLE),
    "headings in headings": ("", "<h1><div>x", ""),
    "faulty data": (DATA, '{"@type":"Article","author":', "</script><p>300 emplois"),
    "data and data": ("", DATA + '{"@type":"Article","author":</script>', "<p>300 emplois"),
    "metadata": ("", '<meta property="og:title" content="x">', "<p>300 emplois"),
    "characters by name": ("<p>", "300 &eacute;mplois &amp; ", ""),
    "what never ends": ("<p>", '<a href="x', ""),
    "comments": ("<p>", "<!-- x ", ""),
}
NAMES = """
a article aside audio b base blockquote body br button center code dd del details div dl dt em embed figcaption
figure font footer form graphic h1 h2 h3 head header hi hr html i iframe img input label li link main math meta nav
noscript object ol option p path picture pre q rt ruby s script section select small source span strong style sub
summary sup svg table tbody td template textarea th time title tr u ul video
"""
TAGS = NAMES.split()
ATTRIBUTES = (
    "class=content", "id=main", "class=comment", "class=author", "href=x", "rel=tag href=/tag/x", "class=menu",
    "itemprop=articleBody", "role=main", "style='display:none'", "src=a.png", "datetime=2020-01-01", "name=x content=y",
)  # fmt: skip
TEXTS = ("x", "Intelcia va créer 300 emplois à Oujda. ", "x\n\n", "&nbsp;", "  ", "2020-01-01", "|")
DATA_PIECES = (
    '{"@type":"Article","author":', '{"name":"x"}', ",", "[", '{"a":', '"', "\\", "/*", "//", '"headline":"x"', "}",
    "]", '"author": {"name": "J. Doe"', "Person", "&quot;", "<p>", 'articleBody":"',
)  # fmt: skip


def shape(random: Random) -> Shape:
    """A shape by chance."""
    if random.random() < 0.15:
        return DATA, "".join(random.choices(DATA_PIECES, k=random.randint(1, 6))), "</script><p>300 emplois"
    piece = "".join(_part(random) for _ in range(random.randint(1, 4)))
    levels, inner = random.choice((1, 1, 3, 30, 90)), random.choice(TAGS)
    around, outer = random.choice((0, 0, 10, 90)), random.choice(TAGS)
    begin = f"<{outer}>" * around
    return begin, f"<{inner}>" * levels + piece + f"</{inner}>" * levels, random.choice(("", ARTICLE))


def _part(random: Random) -> str:
    tag, text, kind = random.choice(TAGS), random.choice(TEXTS), random.random()
    opened = f"<{tag} {random.choice(ATTRIBUTES)}>" if random.random() < 0.4 else f"<{tag}>"
    if kind < 0.5:
        return f"{opened}{text}</{tag}>"
    return opened + text if kind < 0.75 else f"</{tag}>" if kind < 0.85 else text


def page(shape: Shape, size: int) -> str:
    """A page of a shape, of about so many signs."""
    begin, piece, end = shape
    pieces = (piece.replace("{}", str(number)) for number in range(size // len(piece)))
    return f"<html><head><title>x</title></head><body>{begin}{''.join(pieces)}{end}"


def main() -> None:
    """Try random shapes."""
    arguments = argparse.ArgumentParser(description="Look for web pages that take more than their share of time.")
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--seed", type=int, default=0)
    wanted = arguments.parse_args()
    random, begun, tried = Random(wanted.seed), process_time(), 0

    def seconds(made: Shape, size: int) -> float:
        text, start = page(made, size), process_time()
        try:
            main_text(text)
        except MarocOffshoringError:
            return 0.0
        return process_time() - start

    while process_time() - begun < wanted.seconds:
        made, tried = shape(random), tried + 1
        short, long = seconds(made, 50_000), seconds(made, 200_000)
        if long > 10 * max(short, 0.05) or long > 10:
            print(f"{short:.2f} s and {long:.2f} s: {made}")  # noqa: T201 - a program
    print(f"{tried} shapes")  # noqa: T201 - a program


if __name__ == "__main__":
    main()
