"""Write anew the two lists of the reference records: the index that a test reads, and the counts in docs/data.md."""

import re
from collections.abc import Iterable
from pathlib import Path

import maroc_offshoring as mo
from maroc_offshoring.model.kinds import KINDS

ROOT = Path(__file__).resolve().parents[1]
INDEX = ROOT / "tests" / "integration" / "reference_index.txt"
PAGE = ROOT / "docs" / "data.md"


def main() -> None:
    """Write both, and print which records came and went."""
    dataset = mo.load()
    ids = {kind: [record.id for record in dataset.records(kind)] for kind in KINDS}
    lines = sorted(f"{kind} {id}" for kind in KINDS for id in ids[kind])
    before = INDEX.read_text("utf-8").splitlines()
    write(INDEX, "".join(f"{line}\n" for line in lines))
    rows = "".join(f"| `{kind}` | {len(ids[kind])} |\n" for kind in KINDS)
    page = PAGE.read_text("utf-8")
    head = r"<!-- counts -->\n\| kind \| records \|\n\| --- \| ---: \|\n"
    table = re.compile(rf"(?<={head}).*?(?=<!-- /counts -->)", re.DOTALL)
    assert table.search(page), f"{PAGE} has no table of counts"
    write(PAGE, table.sub(rows, page))
    told = [*named("new", set(lines) - set(before)), *named("gone", set(before) - set(lines))]
    print("\n".join(told) or "no record came or went")


def named(what: str, records: Iterable[str]) -> list[str]:
    """Name what came or went."""
    return [f"{what}: {record}" for record in sorted(records)]


def write(path: Path, text: str) -> None:
    """Write a file, with the same line ends everywhere."""
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
