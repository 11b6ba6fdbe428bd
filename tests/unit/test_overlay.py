"""Records of one's own: laid over the reference dataset, correcting it, or read alone."""

import contextlib
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidField, InvalidRecords, WrongType

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "own_records"
PHONEO = "2022-04-20-phoneo"

SOURCE = '[[sources]]\nid = "survey"\npublisher = "CRI"\ntitle = "Enquête"\n'
PROMISE = (
    '[[commitments]]\nid = "mine"\nmade_by = ["intelcia"]\nannounced_on = "2026"\nplaces = ["oujda-shore"]\n'
    'pledges = [{measure = "jobs", figure = {value = 300, unit = "job"}, basis = "additional"}]\n'
    'citations = ["survey"]\n'
)
CORRECTION = '[[corrections]]\nkind = "commitments"\nid = "2022-04-20-phoneo"\nreason = "It says so."\n'

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Make a folder of files, by their names without the ending."""

    def make(name: str = "own", suffix: str = "toml", **files: str) -> Path:
        made = tmp_path / name
        made.mkdir(exist_ok=True)
        for stem, text in files.items():
            (made / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
        return made

    return make


def problems(call: Callable[[], object], root: Path | None = None) -> list[str]:
    """What is wrong, each problem as its text, with file names relative to a folder."""
    with pytest.raises(InvalidRecords) as caught:
        call()
    texts = [str(problem) for problem in caught.value.problems]
    return [text.replace(f"{root}{os.sep}", "") if root else text for text in texts]


# New records


def test_new_records_refer_to_ours_and_ours_stay(folder: Folder, ds: mo.Dataset) -> None:
    mine = mo.load(folder(sources=SOURCE, promises=PROMISE))

    assert (len(mine.sources) - len(ds.sources), len(mine.commitments) - len(ds.commitments)) == (1, 1)
    assert mine.commitments["mine"].operators[0] is mine.operators["intelcia"]
    assert mine.commitments[PHONEO] == ds.commitments[PHONEO]
    assert mine.commitments[-1].id == "mine"  # after ours
    assert mine.version == f"{mo.load().version}+own"


def test_no_folder_is_the_reference_dataset(ds: mo.Dataset) -> None:
    assert mo.load() == ds
    assert ds.version == mo.reference.edition.VERSION


def test_a_later_folder_refers_to_an_earlier_one(folder: Folder) -> None:
    mine = mo.load(folder("a", sources=SOURCE), folder("b", promises=PROMISE))

    assert mine.commitments["mine"].sources[0].id == "survey"
    assert mine.version == f"{mo.load().version}+a.b"


def test_a_single_file_can_be_laid_over_too(folder: Folder) -> None:
    path = folder(all=SOURCE + PROMISE) / "all.toml"

    assert mo.load(str(path)).commitments["mine"].announced_on == mo.PartialDate(2026)


def test_json_has_the_same_shape(folder: Folder) -> None:
    text = '{"sources": [{"id": "survey", "publisher": "CRI"}], "corrections": [{"kind": "sources", "id": "x"}]}'

    assert problems(lambda: mo.load(folder(suffix="json", all=text)), folder()) == [
        "all.json:1: correction x: reason: is missing"
    ]


def test_an_id_of_ours_is_a_conflict_that_names_both_files(folder: Folder) -> None:
    promise = PROMISE.replace('"mine"', f'"{PHONEO}"')

    assert problems(lambda: mo.load(folder(sources=SOURCE, promises=promise)), folder()) == [
        f"promises.toml:2: commitment {PHONEO}: id: '{PHONEO}' is the id of a commitment in the reference dataset; "
        "give yours another id, or correct that one under [[corrections]]"
    ]


def test_places_share_their_ids_across_folders(folder: Folder) -> None:
    city = '[[cities]]\nid = "oujda-shore"\nname = "Oujda"\nparent = "MA-02"\ncitations = ["survey"]\n'

    (problem,) = problems(lambda: mo.load(folder(sources=SOURCE, cities=city)), folder())
    assert problem.startswith("cities.toml:2: city oujda-shore: id: 'oujda-shore' is the id of a site in the reference")


def test_two_folders_with_one_id_are_a_conflict_that_names_both_files(folder: Folder) -> None:
    first, second = folder("a", sources=SOURCE), folder("b", papers=SOURCE)

    assert problems(lambda: mo.load(first, second)) == [
        f"{second / 'papers.toml'}:2: source survey: id: 'survey' is the id of a source in {first / 'sources.toml'}; "
        "give yours another id, or correct that one under [[corrections]]"
    ]


def test_one_folder_with_one_id_twice_names_both_files(folder: Folder) -> None:
    place = folder(a=SOURCE, b=SOURCE)

    assert problems(lambda: mo.load(place), place) == [
        "b.toml:2: source survey: id: 'survey' is the id of another source in a.toml"
    ]


def test_all_errors_of_all_files_come_at_once_and_nothing_is_loaded(folder: Folder) -> None:
    broken = (
        '[[commitments]]\nid = "not an id"\nannounced_on = "2019-13"\nmade_by = ["intelcio"]\nsegments = ["CRMM"]\n'
        'pledges = [{measure = "jobs", figure = {value = 3, unit = "MAD"}}]\ncitations = []\nplace = "oujda"\n'
        '[[observations]]\nid = "seen"\nmeasure = "jobs"\n'
    )
    place = folder(a=broken, b="[[sources]\n", c=CORRECTION.replace("phoneo", "phonoe") + 'set.title = "x"\n')

    assert problems(lambda: mo.load(place), place) == [
        "a.toml:1: commitment not an id: 'place' is no key here; did you mean 'places'?",
        "a.toml:2: commitment not an id: id: got 'not an id', "
        "expected an id of plain letters, digits and hyphens, such as 'oujda-shore'",
        "a.toml:3: commitment not an id: announced_on: '2019-13' is no date: month must be in 1..12; "
        "write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020",
        "a.toml:4: commitment not an id: made_by[0]: no party is named 'intelcio'; did you mean intelcia or intellia? "
        "(by id, as files write it)",
        "a.toml:5: commitment not an id: segments: 'CRMM' is not a segment; did you mean 'CRM'?",
        "a.toml:6: commitment not an id: pledges[0].figure: got 'MAD', expected a figure of jobs in job or percent",
        "a.toml:7: commitment not an id: citations: got (), "
        "expected at least one source: every record says where it comes from",
        "a.toml:9: observation seen: citations: is missing",
        "a.toml:9: observation seen: figure: is missing",
        "a.toml:9: observation seen: place: is missing",
        "a.toml:9: observation seen: basis: is missing",
        "b.toml:1: is not valid TOML: Expected ']]' at the end of an array declaration (at line 1, column 10)",
        "c.toml:3: correction 2022-04-20-phonoe: id: no commitment beneath has the id '2022-04-20-phonoe'; "
        "did you mean 2022-04-20-phoneo or 2022-04-20-cnexia or 2022-04-20-eids-maroc?",
    ]


def test_what_refers_to_a_broken_record_is_not_told_too(folder: Folder) -> None:
    place = folder(sources=SOURCE.replace('publisher = "CRI"\n', ""), promises=PROMISE)

    assert problems(lambda: mo.load(place), place) == ["sources.toml:1: source survey: publisher: is missing"]


# Corrections


def test_the_example_runs(ds: mo.Dataset) -> None:
    mine = mo.load(EXAMPLE)
    phoneo = mine.commitments[PHONEO]

    assert [place.id for place in phoneo.places] == ["fes"]
    assert phoneo.check_note == "Corrected: The convention itself names the city, which the press left out."
    assert phoneo.checked == "corrected"
    assert [source.id for source in phoneo.sources[:-1]] == [source.id for source in ds.commitments[PHONEO].sources]
    assert phoneo.sources[-1] is mine.sources["phoneo-convention-copy"]
    assert phoneo.pledges == ds.commitments[PHONEO].pledges


def test_everything_that_refers_to_a_corrected_record_sees_the_corrected_one(folder: Folder) -> None:
    text = (
        '[[corrections]]\nkind = "sources"\nid = "yabiladi-2022-c17b18"\nreason = "Typo."\nset.publisher = "Yabi"\n'
        '[[corrections]]\nkind = "commitments"\nid = "2022-04-20-four-memoranda"\nreason = "x"\nset.title = "Four"\n'
    )
    mine = mo.load(folder(all=text))

    assert mine.commitments[PHONEO].part_of is mine.commitments["2022-04-20-four-memoranda"]
    assert mine.commitments[PHONEO].part_of.title == "Four"
    assert mine.commitments[PHONEO].sources[1].publisher == "Yabi"
    assert mine.sources["yabiladi-2022-c17b18"].note == "Corrected: Typo."


def test_a_note_that_was_there_stays(folder: Folder) -> None:
    text = CORRECTION.replace(PHONEO, "webhelp-agadir-400") + 'set.announced_on = "2010"\nunset = ["made_with"]\n'
    promise = mo.load(folder(all=text)).commitments["webhelp-agadir-400"]

    assert promise.check_note == "unit workstation and qualifier nearly Corrected: It says so."
    assert promise.announced_on == mo.PartialDate(2010)
    assert promise.made_with == ()


def test_the_fields_may_stand_in_a_table_of_their_own(folder: Folder) -> None:
    text = CORRECTION + '[corrections.set]\nconfidence = "low"\nchecked = "confirmed"\n'
    phoneo = mo.load(folder(all=text)).commitments[PHONEO]

    assert (phoneo.confidence, phoneo.checked) == ("low", "confirmed")


def test_a_folder_corrects_the_one_before_and_two_may_correct_different_fields(folder: Folder) -> None:
    first = folder("a", all=SOURCE + PROMISE + CORRECTION + 'set.title = "One"\n')
    mine = '[[corrections]]\nkind = "commitments"\nid = "mine"\nreason = "Typo."\nset.title = "Mine"\n'
    second = folder("b", all=CORRECTION.replace("It says so.", "So too.") + 'set.confidence = "low"\n' + mine)
    both = mo.load(first, second)

    assert both.commitments["mine"].title == "Mine"
    assert (both.commitments[PHONEO].title, both.commitments[PHONEO].confidence) == ("One", "low")
    assert both.commitments[PHONEO].check_note == "Corrected: It says so. Corrected: So too."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CORRECTION, "1: correction P: changes nothing; write what changes, such as set.announced_on = 2022-04-20"),
        (
            CORRECTION.replace('reason = "It says so."\n', 'set.title = "x"\n'),
            "1: correction P: reason: is missing",
        ),
        (
            CORRECTION.replace("It says so.", " ") + 'set.title = "x"\n',
            "4: correction P: reason: got ' ', expected a text that is not empty",
        ),
        (
            CORRECTION + 'set.titel = "x"\n',
            "5: correction P: set.titel: 'titel' is no key here; did you mean 'title'?",
        ),
        (
            CORRECTION + 'set.title = 3\n',
            "5: commitment P: title: got 3 (int), expected a text",
        ),
        (
            CORRECTION + '[corrections.set]\nannounced_on = "soon"\n',
            "6: commitment P: announced_on: 'soon' is no date: it is not written as a year, a month or a day; "
            "write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020",
        ),
        (
            CORRECTION + 'set.id = "other"\n',
            "5: correction P: set.id: got 'other', expected the id to stay: it never changes",
        ),
        (
            CORRECTION + 'set = "title"\n',
            "5: correction P: set: got 'title' (str), "
            "expected the fields that change, such as set.announced_on = 2022-04-20",
        ),
        (
            CORRECTION + 'unset = ["milestones"]\n',
            "5: correction P: unset: 'milestones' holds nothing in the record as it is; leave it out",
        ),
        (
            CORRECTION + 'unset = ["part_off"]\n',
            "5: correction P: unset: 'part_off' is no key here; did you mean 'part_of'?",
        ),
        (
            CORRECTION + 'unset = ["title"]\nset.title = "x"\n',
            "5: correction P: unset: title cannot be both set and unset",
        ),
        (CORRECTION + 'unset = ["citations"]\n', "5: commitment P: citations: got (), expected at least one source: "
         "every record says where it comes from"),
        (
            CORRECTION + 'citations = ["nobody"]\n',
            "5: commitment P: citations[2]: no source is named 'nobody' (by id, as files write it)",
        ),
        (
            CORRECTION.replace('"commitments"', '"commitment"') + 'set.title = "x"\n',
            "2: correction P: kind: 'commitment' is not a kind of record; did you mean 'commitments'?",
        ),
        (
            CORRECTION.replace('"commitments"', '"operators"').replace(PHONEO, "medz") + 'set.name = "x"\n',
            "3: correction medz: id: 'medz' is an institution; write kind = 'institutions'",
        ),
        (
            CORRECTION.replace('"commitments"', '"sources"').replace(PHONEO, "iso-3166-2-ma") + 'citations = ["x"]\n',
            "5: correction iso-3166-2-ma: citations: a source cites nothing; write it in the reason",
        ),
        (CORRECTION + 'sett = 1\n', "1: correction P: 'sett' is no key here; did you mean 'set'?"),
    ],
)  # fmt: skip
def test_a_wrong_correction_says_what_is_wrong_and_where(folder: Folder, text: str, message: str) -> None:
    place = folder(all=text)
    assert problems(lambda: mo.load(place), place)[0] == f"all.toml:{message.replace(' P:', f' {PHONEO}:')}"


def test_a_field_is_corrected_once(folder: Folder) -> None:
    first = folder("a", all=CORRECTION + 'set.title = "x"\n')
    second = folder("b", all=CORRECTION + 'unset = ["title"]\n')

    assert problems(lambda: mo.load(first, second)) == [
        f"{second / 'all.toml'}:5: correction {PHONEO}: unset: 'title' is corrected in {first / 'all.toml'} too; "
        "a field is corrected once"
    ]


def test_a_record_of_the_same_folder_is_changed_where_it_stands(folder: Folder) -> None:
    place = folder(all=SOURCE + '[[corrections]]\nkind = "sources"\nid = "survey"\nreason = "x"\nset.title = "y"\n')

    assert problems(lambda: mo.load(place), place) == [
        "all.toml:7: correction survey: id: 'survey' is a record of the same folder in all.toml; change it there"
    ]


def test_corrections_alone_correct_nothing(folder: Folder) -> None:
    place = folder(all=CORRECTION + 'set.title = "x"\n')

    assert problems(lambda: mo.read(place), place) == [
        f"all.toml:1: correction {PHONEO}: corrects nothing: no records lie beneath these; "
        "lay them over the reference dataset with mo.load"
    ]


def test_a_correction_that_changes_nothing_loads(folder: Folder) -> None:
    text = CORRECTION + 'set.title = "Phoneo: 2,000 jobs"\nset.announced_on = 2022-04-20\n'

    assert mo.load(folder(all=text)).commitments[PHONEO].title == "Phoneo: 2,000 jobs"


# What a file may hold


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.toml", b"sources = " + b"[" * 9999, "is not valid TOML: it is nested too deep"),
        ("a.json", b'{"sources":' + b"[" * 99999, "is not valid JSON: it is nested too deep"),
        ("a.toml", b"[[sources]]\nid.x" + b".x" * 30000 + b" = 1",
         "2: is not valid TOML: it has a key of more than 20 parts"),
        ("a.toml", b"[" + b"'a' . " * 30000 + b"a]", "1: is not valid TOML: it has a key of more than 20 parts"),
        ("a.toml", b"[[sources]]\nid = 'x'\nnote = " + b"[" * 40 + b"]" * 40,
         "3: source x: note[0][0][0]: is nested more than 20 tables or lists deep"),
        ("a.toml", b"[[sources]]\nid = 'x'\nnote = " + b"9" * 5000,
         "is not valid TOML: it has a number of more than 40 digits"),
        ("a.toml", b"[[sources]]\nid = 'x'\nnote = 0x" + b"f" * 5000,
         "3: source x: note: is a number of more than 40 digits"),
        ("a.toml", b"[[sources]]\nid = 'x'\nnote = 1e999999999",
         "3: source x: note: is a number of more than 40 digits before or after the point"),
        ("a.toml", b"[[sources]]\nid = 'x'\nnote = 1e99999999999999999999", "3: source x: note: is no finite number"),
        ("a.json", b'{"sources": [{"id": "x", "note": NaN}]}', "1: source x: note: is no finite number"),
        ("a.json", b'{"sources": [{"id": "x", "publisher": "\\ud800"}]}',
         "1: source x: publisher: holds half a character U+D800; write plain text"),
        ("a.toml", b'[[sources]]\nid = "x"\npublisher = "a\\u0000"',
         "3: source x: publisher: holds the control sign U+0000; write plain text"),
        ("a.toml", b"\0", "1: is not valid TOML: Invalid statement (at line 1, column 1)"),
        ("a.json", b"\0", "1: is not valid JSON: Expecting value: line 1 column 1 (char 0)"),
        ("a.json", b"[]", "expected an object that holds a list of records per kind"),
        ("a.json", b'{"sources": [],\n"sources": []}',
         "is not valid JSON: the key 'sources' stands twice in one object"),
        ("a.toml", "[[sources]]".encode("utf-16"), "is not UTF-8 text: byte 0 is invalid start byte"),
        ("a.toml", b"[[source]]\n", "'source' is no kind of record; did you mean 'sources'?"),
        ("a.toml", b"[sources]\n", "sources: expected records, each under [[sources]]"),
        ("a.toml", b"[[sources]]\n",
         "1: source number 1: id: is missing, or no text: every record has an id of its own"),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_are_refused_by_name(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    separator = ":" if message[0].isdigit() else ": "

    assert problems(lambda: mo.read(tmp_path), tmp_path)[0] == f"{name}{separator}{message}"


def test_what_is_no_file_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text(SOURCE, encoding="utf-8")
    place = tmp_path / "own"
    (place / "folder.toml").mkdir(parents=True)
    (place / "out.toml").symlink_to("../outside.toml")
    (place / "nowhere.toml").symlink_to("missing.toml")
    (place / "round.toml").symlink_to("round.toml")
    (place / ".lock.toml").write_text("no record", encoding="utf-8")
    os.mkfifo(place / "pipe.toml")

    assert problems(lambda: mo.read(place), place) == [
        "folder.toml: is a folder, expected a file",
        "nowhere.toml: cannot be read: No such file or directory",
        f"out.toml: is a link that leads out of the folder, to {outside}; put the file itself there",
        "pipe.toml: is a pipe or device, expected a file",
        "round.toml: cannot be read: Too many levels of symbolic links",
    ]


def test_a_file_of_any_name_can_be_told(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.toml")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")

    (problem,) = problems(lambda: mo.read(tmp_path), tmp_path)
    assert problem.encode("utf-8").startswith(b"odd\\udcff.toml:1: is not valid TOML")


@pytest.mark.parametrize("path", [5, None, b"folder"])
def test_what_is_no_path_is_refused(path: object) -> None:
    for call in (mo.read, mo.load):
        with pytest.raises(WrongType, match=r"path: got .*, expected the path of a folder with record files"):
            call(path)  # type: ignore[operator]


@pytest.mark.parametrize("path", ["no such folder", "a\0b", "x" * 5000])
def test_what_is_no_folder_is_told(path: str) -> None:
    (problem,) = problems(lambda: mo.read(path))
    assert ": expected a folder with record files that end in .toml or .json" in problem


def test_a_mark_at_the_beginning_of_a_file_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.TOML").write_bytes(b"\xef\xbb\xbf" + SOURCE.encode())

    assert mo.read(tmp_path).sources["survey"].publisher == "CRI"


def test_what_was_compiled_from_the_files_of_a_folder_is_not_read_twice(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCE, encoding="utf-8")
    compiled = '{"digest": "0", "checksum": "0", "records": {"sources": []}}'
    (tmp_path / "records.json").write_text(compiled, encoding="utf-8")

    assert len(mo.read(tmp_path).sources) == 1


@pytest.mark.parametrize("link", ["i ^ 1", "(i + 1) % 4_000", "i + 1"])
def test_links_of_any_shape_take_no_long_time(tmp_path: Path, link: str) -> None:
    """Pairs that point at each other, one long circle, one long chain: each in a moment, without recursion."""
    blocks = (
        f'[[agreements]]\nid = "a{i}"\ntitle = "t"\nkind = "convention"\ncitations = ["survey"]\n'
        f'part_of = "a{eval(link)}"\n'
        for i in range(4_000)
    )
    (tmp_path / "all.toml").write_text(SOURCE + "".join(blocks), encoding="utf-8")
    began = time.perf_counter()
    found = problems(lambda: mo.read(tmp_path), tmp_path)

    assert time.perf_counter() - began < 60
    if link == "i + 1":
        assert found == [
            "all.toml:24004: agreement a3999: part_of: no agreement is named 'a4000'; "
            "did you mean a400 or a3400 or a3000? (by id, as files write it)"
        ]
    else:
        assert "agreement a1: part_of: runs in a circle: a0 → a1 → a0" in found[0] or found == [
            "all.toml:24004: agreement a3999: part_of: runs in a circle: a0 → … → a3999 → a0"
        ]


def test_whatever_is_changed_in_a_file_only_our_own_error_comes_out(tmp_path: Path) -> None:
    """The example with bytes taken out, put in and turned, by a fixed seed."""
    put_in = [
        b"[[", b"]]", b"{", b"}", b'"', b"'", b"=", b".", b"\0", b"\xff", b"\\u0000", b"nan", b"\n", b",", b"[]", b"-1",
        b"1e99", b"9" * 5000, b"2020-01-01T00:00:00Z", b"[[corrections]]\n", b"set.id = 1\n", b"unset = ['title']\n",
        b"part_of = '2026-03-intelcia-oujda-300'\n", b"figure = {}\n", b"places = [['oujda']]\n",
    ]  # fmt: skip
    chance = random.Random(7)
    texts = {path.name: path.read_bytes() for path in EXAMPLE.iterdir()}
    for _ in range(150):
        for name, text in texts.items():
            changed = bytearray(text)
            for _ in range(chance.choice((0, 1, 3))):
                at = chance.randrange(len(changed))
                if chance.random() < 0.3:
                    del changed[at : at + chance.randrange(1, 30)]
                elif chance.random() < 0.7:
                    changed[at:at] = chance.choice(put_in)
                else:
                    changed[at] = chance.randrange(256)
            (tmp_path / name).write_bytes(changed)
        with contextlib.suppress(InvalidRecords):
            mo.read(tmp_path)


# Writing


def test_a_text_that_no_file_can_hold_is_not_written(tmp_path: Path) -> None:
    paper = mo.Source(id="paper", publisher="\ud800", title="a\x1b[31m")
    out = tmp_path / "out"

    assert problems(lambda: mo.write(mo.Dataset.of(paper), out)) == [
        "source paper: publisher: holds half a character U+D800; write plain text",
        "source paper: title: holds the control sign U+001B; write plain text",
    ]
    assert not out.exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    paper = mo.Dataset.of(mo.Source(id="paper", publisher="CRI"))
    mo.write(paper, tmp_path / "out")

    with pytest.raises(InvalidField, match=r"a folder without record files; it holds sources\.toml"):
        mo.write(paper, tmp_path / "out")
    with pytest.raises(InvalidField, match="expected a folder; a file has this name"):
        mo.write(paper, tmp_path / "out" / "sources.toml")
    with pytest.raises(WrongType, match="expected the path of a folder"):
        mo.write(paper, 5)  # type: ignore[arg-type]
    assert mo.read(tmp_path / "out") == paper
