"""The commands that answer: `overview`, `find`, `show`, `total` and `convert`."""

import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main
from maroc_offshoring.display.plain import columns_of

ROOT = Path(__file__).parents[2]
OWN = str(ROOT / "examples" / "own_records")
ANSWERS = (
    "overview",
    "find oujda --limit 4",
    "show 2022-04-20-phoneo",
    "show casanearshore",
    "total jobs --place Oujda",
    "total jobs --by region",
    "total investment --agreement 2022-04-20-outsourcing-memoranda --by operator,due --all",
    "total jobs --of observations --place Fès --period 2019 --basis stock",
    "convert 65MDH EUR --on 2022",
)


class Answer(NamedTuple):
    """What a call ended with, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON printed."""
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture(scope="module")
def mine() -> mo.Dataset:
    """The reference dataset with the records of the example laid over it."""
    return mo.load(OWN)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch, ds: mo.Dataset, mine: mo.Dataset) -> None:
    """Each call would load the records again, which takes most of its time."""
    held = {(): ds, (OWN,): mine}
    load = mo.load
    monkeypatch.setattr("maroc_offshoring.reference.load", lambda *folders: held.get(folders) or load(*folders))


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Make a call whose output goes to a program."""

    def run(*words: str) -> Answer:
        arguments = words[0].split() if len(words) == 1 else words
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Answer(status, *capsys.readouterr())

    return run


class Terminal(io.StringIO):
    """A standard output that a person reads."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Call:
    """Make a call in a terminal of some width, with rich or without, with colours or without."""

    def run(words: str, *, width: int = 80, rich: bool = True, colours: bool = False) -> Answer:
        with monkeypatch.context() as patched:
            patched.setenv("COLUMNS", str(width))
            patched.setenv("TERM", "xterm-256color")
            patched.delenv("NO_COLOR", raising=False)
            if not colours:
                patched.setenv("NO_COLOR", "1")
            if not rich:
                patched.delitem(sys.modules, "maroc_offshoring.cli.rich_drawing", raising=False)
                patched.setitem(sys.modules, "rich", None)
                patched.setitem(sys.modules, "rich.box", None)
            patched.setattr(sys, "stdout", out := Terminal())
            return Answer(main(words.split()), out.getvalue(), "")

    return run


def words(text: str) -> Counter[str]:
    """The words of a text, without its lines and bars."""
    return Counter(re.sub("[─█▏▎▍▌▋▊▉░›]", " ", text).split())


# What each command answers


def test_the_overview_counts_the_records(call: Call, ds: mo.Dataset) -> None:
    """By kind, year and measure; a program is given what the library counts."""
    answer = call("overview --json")
    held = ds.coverage()
    assert answer.status == 0
    assert list(answer.data) == [
        "version", "published", "known_on", "latest_source", "undated_sources", "records", "counts",
    ]  # fmt: skip
    assert (answer.data["records"], answer.data["version"], answer.data["known_on"]) == (held.records, ds.version, None)
    assert answer.data["counts"] == held.rows()
    told = call("overview --language fr").out
    assert "engagements" in told
    assert "observations, par mesure" in told


def test_the_record_can_be_taken_back_to_a_date(call: Call, ds: mo.Dataset) -> None:
    """As the library does."""
    data = call("overview --as-of 2020-12-31 --json").data
    assert (data["known_on"], data["records"]) == ("2020-12-31", ds.as_of("2020-12-31").coverage().records)
    assert call("show 2022-04-20-phoneo --as-of 2020").status == 1


def test_ones_own_records_are_laid_over(call: Call, ds: mo.Dataset, mine: mo.Dataset) -> None:
    """By each command that reads the record."""
    assert call("overview", "--records", OWN, "--json").data["records"] == mine.coverage().records
    own = next(one.id for one in mine.commitments if one.id not in ds.commitments.ids)
    assert call("show", own, "--records", OWN).status == 0
    assert call("show", own).status == 1
    assert call("find", own, "--records", OWN, "--json").data["matches"][0]["id"] == own
    total = mine.commitments.where(ids=own).total("jobs").figure
    assert total is not None
    figures = call("total", "jobs", "--ids", own, "--records", OWN, "--json").data["figures"]
    assert (figures[0]["lower"], figures[0]["upper"]) == tuple(
        None if end is None else str(end) for end in (total.lower, total.upper)
    )


def test_find_gives_the_best_first(call: Call, ds: mo.Dataset) -> None:
    """At the most as many as are asked for, and says how many there are."""
    data = call("find", "oujda", "shore", "--limit", "3", "--json").data
    found = ds.find("oujda shore", None, None)
    assert (data["text"], data["found"], len(data["matches"])) == ("oujda shore", len(found), 3)
    assert data["matches"][0] == {
        "kind": "sites", "id": "oujda-shore", "name": "Oujda Shore", "matched": "Oujda Shore", "score": 1.0,
        "exact": True,
    }  # fmt: skip
    assert f"… and {len(found) - 2} more" in call("find", "oujda shore", "--limit", "2").out
    assert call("find الشرق --kind region --language ar --json").data["matches"][0]["name"] == "الشرق"


def test_what_is_not_found_ends_with_1(call: Call) -> None:
    """And says so; a program is given an empty list."""
    answer = call("find zzzzqqqq")
    assert (answer.status, answer.out) == (1, "")
    assert "nothing is found for 'zzzzqqqq'" in answer.err
    assert call("find zzzzqqqq --json").data == {"text": "zzzzqqqq", "found": 0, "matches": []}


def test_show_takes_an_id_or_a_name(call: Call, ds: mo.Dataset) -> None:
    """Records of two kinds may have one id: both are shown, unless a kind is named."""
    data = call("show 2022-04-20-phoneo --json").data
    assert [each["kind"] for each in data["records"]] == ["agreements", "commitments"]
    assert data["records"][1]["record"] == mo.to_dict(ds.commitments["2022-04-20-phoneo"])
    alone = call("show 2022-04-20-phoneo --kind commitments --json").data
    assert alone["records"] == data["records"][1:]
    assert call("show", "Casa-shore", "--json").data["records"][0]["record"]["id"] == "casanearshore"
    assert "Casanearshore casanearshore" in call("show casa-shore").out
    assert "MA-02" in call("show الشرق --language ar").out


def test_show_tells_of_near_names(call: Call) -> None:
    """It takes none by guessing."""
    near = call("show casashoar")
    assert (near.status, near.out) == (1, "")
    assert "did you mean 'Casashore' (casanearshore)?" in near.err


def test_a_name_of_several_things_is_refused_with_their_ids(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """As the library refuses it."""
    paper = mo.Source(id="paper", publisher="CRI", title="Enquête", published="2026")
    two = [
        mo.Operator(id=id, name=name, citations=[paper]) for id, name in (("a-1", "Zebracall"), ("a-2", "ZebraCall"))
    ]
    monkeypatch.setattr("maroc_offshoring.reference.load", lambda: mo.Dataset.of(*two))
    answer = call("show zebra-call")
    assert (answer.status, answer.out) == (1, "")
    assert "names more than one record: Zebracall (a-1), ZebraCall (a-2); use the id of the one meant" in answer.err
    assert call("show a-2").status == 0


def test_a_total_is_that_of_the_library(call: Call, ds: mo.Dataset) -> None:
    """The sums, what was counted and left out, and the sources, in plain data."""
    data = call("total jobs --agreement 2022-04-20-outsourcing-memoranda --json").data
    total = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda").total("jobs")
    assert list(data) == ["of", "measure", "basis", "figures", "by", "parts", "counted", "left_out", "sources"]
    assert (data["of"], data["measure"], data["basis"], data["by"], data["parts"]) == (
        "commitments", "jobs", "additional", None, None,
    )  # fmt: skip
    assert data["figures"] == [
        {
            "value": "5050", "unit": "job", "qualifier": "exact", "low": None, "high": None, "lower": "5050",
            "upper": "5050", "as_printed": None, "steps": [],
        }
    ]  # fmt: skip
    assert [line["record"]["id"] for line in data["counted"]] == [line.record.id for line in total.counted]
    assert [(out["reason"], out["instead"]) for out in data["left_out"]] == [
        (out.reason.value, {"kind": "commitments", "id": out.instead.id} if out.instead else None)
        for out in total.left_out
    ]
    assert [source["id"] for source in data["sources"]] == [source.id for source in total.sources]


def test_a_total_is_taken_apart_and_explained(call: Call, ds: mo.Dataset) -> None:
    """The parts add up to it; what is not stated is a part, and the working is the library's."""
    data = call("total jobs --by region,due --json --explain").data
    parts = ds.commitments.breakdown("jobs", by=["region", "due"])
    assert data["by"] == ["region", "due"]
    assert len(data["parts"]) == len(parts)
    assert {"region": None, "due": None} in [part["key"] for part in data["parts"]]
    assert {"kind": "regions", "id": "MA-02"} in [part["key"]["region"] for part in data["parts"]]
    assert mo.Derivation.from_dict(data["derivation"]) == parts.derivation
    told = call("total jobs --by region,due --explain --language fr").out
    assert told.rstrip("\n") == parts.explain("text", "fr")
    years = call("total jobs --by announced --json").data["parts"]
    assert 2022 in [part["key"]["announced"] for part in years]


def test_a_total_is_narrowed_and_stated_as_asked(call: Call, ds: mo.Dataset) -> None:
    """Every condition of `where`, and every way to add."""
    data = call(
        "total investment --place Maroc --announced 2019..2022 --status open --currency EUR --on 2022 --json"
    ).data
    total = ds.commitments.where(place="Maroc", announced="2019..2022", status="open").total(
        "investment", currency="EUR", on=2022
    )
    assert total.figure is not None
    assert (data["figures"][0]["lower"], data["figures"][0]["unit"]) == (format(total.figure.lower or 0, "f"), "EUR")
    assert {step["year"] for line in data["counted"] for step in line["figure"]["steps"]} <= {2022}
    constant = call("total investment --announced 2019..2022 --currency MAD --prices 2021 --json").data
    assert constant["figures"][0]["unit"] == "MAD_2021"
    weighed = ("total", "jobs", "--ids", "2008-eight-companies-1400", "--by", "city")
    split = call(*weighed, "--spread", "casanearshore=1,technopolis-rabat=3", "--json").data
    assert [Decimal(part["figures"][0]["lower"]) for part in split["parts"]] == [1050, 350]
    either = call("total jobs --site oujda-shore --site fes-shore --json").data
    assert {place for line in either["counted"] for place in line["places"]} >= {"oujda-shore"}


def test_aims_and_measurements_are_added_when_they_are_asked_for(call: Call, ds: mo.Dataset) -> None:
    """Never together with promises."""
    aims = call("total investment --of targets --plan pai-2014-2020 --json").data
    aimed = ds.targets.where(plan="pai-2014-2020").total("investment")
    assert aims["of"] == "targets"
    assert [line["record"]["id"] for line in aims["counted"]] == [line.record.id for line in aimed.counted]
    seen = call("total jobs --of observations --place Fès --period 2019 --basis stock --json").data
    total = ds.observations.where(place="Fès", period="2019", basis="stock").total("jobs")
    assert seen["of"] == "observations"
    assert seen["basis"] == "stock"
    assert len(seen["counted"]) == len(total.counted) > 0


def test_what_cannot_be_added_or_is_not_there_ends_with_1(call: Call) -> None:
    """The reason is that of the library, said of options."""
    refused = call("total jobs --of observations --place Maroc --period 2018..2019 --basis stock")
    assert (refused.status, refused.out) == (1, "")
    assert "stocks of different dates never add up" in refused.err
    assert "choose one date: --period 2018" in refused.err
    nothing = call("total jobs --announced 1980")
    assert (nothing.status, nothing.out) == (1, "")
    assert "no record fits" in nothing.err
    unknown = call("total jobs --place Atlantis")
    assert unknown.status == 1
    assert "no place is named 'Atlantis'" in unknown.err
    empty = call("total revenue --announced 1980 --json")
    assert (empty.status, empty.data["figures"]) == (1, [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["total", "jbos"], "did you mean 'jobs'?"),
        (["total", "jobs", "--by", "planet"], "--by takes no 'planet'"),
        (["total", "jobs", "--status", "done"], "'done' is not a status"),
        (["total", "jobs", "--due", "soon"], "'soon' is no date"),
        (["total", "jobs", "--currency", "EUR"], "jobs are no money"),
        (["total", "jobs", "--of", "observations", "--announced", "2019"], "takes no 'announced'"),
        (["total", "jobs", "--spread", "Fès=x"], "is not written as"),
        (["total", "investment", "--on", "2020"], "nothing without --currency"),
        (["convert", "65 MDH", "EUR"], "the following arguments are required: --on"),
        (["convert", "65 choux", "EUR", "--on", "2022"], "cannot read '65 choux' as a figure"),
        (["convert", "1.200 MDH", "EUR", "--on", "2022"], "could be"),
        (["convert", "65 MDH", "XYZ", "--on", "2022"], "'XYZ' is not a unit"),
        (["overview", "--as-of", "2020-13"], "month must be in 1..12"),
        (["find", "oujda", "--limit", "0"], "0 is not 1 or more"),
        (["find", "oujda", "--kind", "planets"], "'planets' is not a kind"),
        (["show"], "the following arguments are required: ID"),
        (["overview", "--language", "de"], "invalid choice: 'de'"),
    ],
)
def test_a_call_that_is_not_understood_ends_with_2(call: Call, arguments: list[str], message: str) -> None:
    """With a short usage, and nothing on the standard output."""
    answer = call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: maroc-offshoring")
    assert message in answer.err


def test_an_amount_is_converted_with_its_rate_and_source(call: Call) -> None:
    """What the press writes is read; what is open stays open."""
    data = call("convert", "plus de 65 MDH", "eur", "--on", "2022-04", "--json").data
    euros = mo.convert(mo.parse_figure("plus de 65 MDH"), to="EUR", on=2022)
    assert list(data) == ["amount", "on", "result"]
    assert (data["amount"]["value"], data["amount"]["qualifier"], data["on"]) == ("65000000", "at_least", "2022-04")
    assert (data["result"]["value"], data["result"]["upper"]) == (str(euros.value), None)
    assert data["result"]["steps"] == [
        {
            "action": "convert", "factor": format(euros.steps[0].factor, "f"), "unit": "EUR/MAD", "year": 2022,
            "kind": "average", "source": euros.steps[0].source, "note": "1 EUR = 10.6851 MAD",
        }
    ]  # fmt: skip
    told = call("convert", "1.200 MDH", "EUR", "--on", "2022", "--reads", "fr", "--language", "fr")
    assert told.status == 0
    assert "1\u202f200\u202f000\u202f000\u00a0MAD" in told.out
    assert "1 EUR = 10.6851 MAD" in told.out
    ratio = call("convert", "10 000 DH par emploi", "EUR/job", "--on", "2022", "--json").data
    assert ratio["result"]["unit"] == "EUR/job"


def test_what_cannot_be_converted_ends_with_1(call: Call) -> None:
    """No rate of the year, or no money."""
    assert "the years held are 1999-" in call("convert 65MDH EUR --on 1980").err
    assert "only money converts into money" in call("convert", "300 emplois", "EUR", "--on", "2022").err
    assert call("convert 65MDH EUR --on 1980").status == 1


# How it is written


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_program_is_given_whole_lines_without_colours(call: Call, answer: str) -> None:
    """No column is cut, no part folded away, no row left out; the language is that which was asked for."""
    for language in ("fr", "ar"):
        told = call(f"{answer} --language {language}")
        assert told.status == 0
        assert told.err == ""
        assert "\x1b" not in told.out
        assert not re.search(r"--all shows|[a-z]…$", told.out, re.MULTILINE)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("width", [130, 40])
def test_rich_and_the_standard_library_write_the_same_words(terminal: Call, answer: str, width: int) -> None:
    """In a wide terminal and a narrow one, and no line is wider than it."""
    with_rich, without = (terminal(answer, width=width, rich=rich).out for rich in (True, False))
    assert words(with_rich) == words(without)
    for out in (with_rich, without):
        assert "\x1b" not in out
        assert max(columns_of(line) for line in out.split("\n")) <= width


def test_rich_colours_where_colours_are_wanted(terminal: Call) -> None:
    """Ids in a colour, addresses as links; the words are the same."""
    pytest.importorskip("rich")
    coloured = terminal("show 2022-04-20-phoneo --all", width=100, colours=True).out
    assert "\x1b[36m2022-04-20-phoneo\x1b[0m" in coloured
    assert "\x1b]8;" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", coloured)
    assert words(bare) == words(terminal("show 2022-04-20-phoneo --all", width=100).out)


def test_a_person_is_told_of_what_is_folded_away(terminal: Call) -> None:
    """And sees it with --all."""
    short, whole = terminal("total jobs --place Oujda").out, terminal("total jobs --place Oujda --all").out
    assert short.endswith("--all shows the rest\n")
    assert "sources (8)" in short
    assert len(whole) > len(short) + 500
    assert "--all" not in whole


@pytest.mark.parametrize("rich", [True, False])
def test_names_of_strangers_do_not_steer_a_terminal(
    monkeypatch: pytest.MonkeyPatch, terminal: Call, call: Call, rich: bool
) -> None:
    """Escapes, reversed letters, markup of rich and addresses that break out of a link."""
    hostile = "\x1b]0;owned\x07 \u202egnp.exe [bold red]x[/] <script> \x9b2J"
    paper = mo.Source(id="paper", publisher=hostile, title=hostile, published="2026", url="https://e.example/\x1b\\x")
    records = mo.Dataset.of(mo.Operator(id="stranger", name=hostile, note=hostile, citations=[paper]))
    monkeypatch.setattr("maroc_offshoring.reference.load", lambda *_: records)
    out = terminal("show stranger --all", rich=rich, colours=True).out
    assert "[bold red]x[/]" in out
    left = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", left)
    for asked in ("show stranger", "show stranger --json", "find gnp.exe", "find gnp.exe --json"):
        piped = call(asked)
        assert piped.status == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", piped.out + piped.err)


@pytest.mark.parametrize(
    "command", ["overview", "find", "show", "total", "convert", "report", "check", "draft", "export"]
)
def test_each_command_has_help_with_examples(call: Call, command: str) -> None:
    """And every example begins with the program; the page of the commands lists it."""
    answer = call(command, "--help")
    assert answer.status == 0
    examples = answer.out.partition("examples:\n")[2]
    assert examples.count(f"maroc-offshoring {command}") >= 4
    assert "exit status: 0 where" in examples
    assert max(map(len, examples.split("\n"))) <= 80
    assert re.search(rf"^    {command} ", call("--help").out, re.MULTILINE)


def test_the_report_command_writes_and_refuses_like_the_others(call: Call, tmp_path: Path) -> None:
    """A page for one place; a file that stands there is kept unless asked."""
    pytest.importorskip("maroc_offshoring.display.report")
    path = tmp_path / "oujda.html"
    assert call("report", str(path), "--place", "Oujda", "--language", "ar", "--no-charts").status == 0
    assert 'dir="rtl"' in path.read_text(encoding="utf-8")
    again = call("report", str(path), "--no-charts")
    assert again.status == 1
    assert "--overwrite replaces it" in again.err
    assert call("report", str(tmp_path / "no" / "x.html"), "--no-charts").status == 1
    assert call("report", str(path), "--place", "Atlantis", "--overwrite").status == 1


def test_no_command_imports_what_it_does_not_need() -> None:
    """The version needs nothing but the parser; no answer to a program needs pint, a table engine, Babel or rich."""
    heavy = "'pint', 'numpy', 'pandas', 'polars', 'pyarrow', 'narwhals', 'babel', 'rich', 'altair'"
    program = (
        "import sys, io, contextlib\n"
        "from maroc_offshoring.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['--version'])\n"
        "print([name for name in ('attr', 'cattrs', 'maroc_offshoring.dataset') if name in sys.modules])\n"
        "for words in ('check', 'overview', 'find oujda', 'show oujda', 'total jobs', 'convert 65MDH EUR --on 2022'):\n"
        "    with contextlib.redirect_stdout(io.StringIO()):\n"
        "        main(words.split())\n"
        f"print([name for name in ({heavy}) if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "[]\n[]\n"
