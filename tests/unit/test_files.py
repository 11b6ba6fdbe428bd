"""Reading record files: what a file may say, and every fault named by file, line, record and field, all at once."""

import json
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import InvalidRecords

GROUND = """\
[[sources]]
id = "paper"
publisher = "CRI"
published = 2026-03-01

[[countries]]
id = "morocco"
name = { fr = "Maroc", ar = "المغرب" }
citations = ["paper"]

[[regions]]
id = "MA-02"
name = "Oriental"
parent = "morocco"
population_2014 = 2_314_346
citations = ["paper"]

[[cities]]
id = "oujda"
name = "Oujda"
parent = "MA-02"
citations = ["paper"]

[[operators]]
id = "acme"
name = "Acme"
citations = ["paper"]
"""

PROMISE = """\
[[commitments]]
id = "promise"
title = "Acme: 300 jobs"
made_by = ["acme"]
places = ["oujda"]
announced_on = "2026-03"
pledges = [
  { measure = "jobs", figure = { value = 300, unit = "job", qualifier = "at_least" }, due = 2028, basis = "additional" }
]
citations = [{ source = "paper", said_by = "Someone", words = "plus de 300 emplois" }]
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a folder: the ground unless another is given, and the text of promises."""

    def write(promises: str = PROMISE, *, ground: str = GROUND, **others: str) -> Path:
        texts = {"ground.toml": ground, "promises.toml": promises}
        texts |= {name.replace("_", "."): text for name, text in others.items()}
        for name, text in texts.items():
            if text:
                (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def faults(folder: Path) -> tuple[Any, ...]:
    with pytest.raises(InvalidRecords) as caught:
        mo.read(folder)
    return caught.value.problems


def fault(folder: Path) -> Any:
    (problem,) = faults(folder)
    return problem


def test_a_folder_is_read_as_one_dataset(write: Write) -> None:
    """Files refer to each other's records by id, in any order."""
    ds = mo.read(write())
    promise = ds.commitments["promise"]
    assert promise.made_by == (ds.operators["acme"],)
    assert promise.places[0].region.name.fr == "Oriental"
    assert (str(promise.announced_on), str(promise.pledges[0].due)) == ("2026-03", "2028")
    assert promise.pledges[0].figure == mo.Figure(300, "job", "at_least")
    assert promise.citations[0].words == "plus de 300 emplois"
    assert promise.sources == (ds.sources["paper"],)
    assert ds.regions["MA-02"].population_2014 == 2_314_346
    assert ds.place("المغرب").name.fr == "Maroc"


def test_one_file_is_read_too(write: Write) -> None:
    """A path to a file reads that file alone."""
    assert mo.read(write() / "ground.toml").commitments.ids == ()
    assert mo.read(str(write() / "ground.toml")).operators.ids == ("acme",)


def test_the_order_of_records_in_files_does_not_matter(write: Write) -> None:
    """A part may stand before its whole, and a promise in a file before that of its city."""
    part = PROMISE.replace('"promise"', '"part"') + 'part_of = "promise"\n'
    ds = mo.read(write(part + PROMISE))
    assert ds.commitments["part"].part_of is ds.commitments["promise"]
    assert ds.commitments.ids == ("part", "promise")


def test_json_says_the_same_as_toml(write: Write, tmp_path: Path) -> None:
    """The same records as JSON, dates as texts, are an equal dataset."""
    from_toml = mo.read(write())
    other = tmp_path / "json"
    other.mkdir()
    import tomllib

    tables = tomllib.loads(GROUND) | tomllib.loads(PROMISE)
    (other / "all.json").write_text(json.dumps(tables, default=str, ensure_ascii=False), encoding="utf-8")
    assert mo.read(other) == from_toml


def test_toml_and_json_files_are_read_together(write: Write, tmp_path: Path) -> None:
    """A folder may hold both kinds; files of other kinds, and folders within it, are left alone."""
    folder = write(promises="")
    (folder / "notes.txt").write_text("[[commitments]]", encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "broken.toml").write_text("= broken", encoding="utf-8")
    promise = {"id": "p", "citations": ["paper"], "places": ["oujda"], "announced_on": "2026-03-01"}
    (folder / "p.json").write_text(json.dumps({"commitments": [promise]}), encoding="utf-8")
    assert mo.read(folder).commitments["p"].places[0].id == "oujda"


def test_decimals_keep_every_digit(write: Write) -> None:
    """0.1 and 12345678901234567890.123 are read as written, in TOML and in JSON, as number or text."""
    pledge = '{ measure = "investment", figure = { value = %s, unit = "MAD" }, basis = "additional" }'
    amounts = ["0.1", "12345678901234567890.123", '"12345678901234567890.123"', "1e3"]
    text = f'[[commitments]]\nid = "p"\ncitations = ["paper"]\npledges = [{", ".join(pledge % a for a in amounts)}]\n'
    values = [pledge.figure.value for pledge in mo.read(write(text)).commitments["p"].pledges]
    assert values == [Decimal(amount.strip('"')) for amount in amounts]
    records = {
        "commitments": [
            {
                "id": "p",
                "citations": ["paper"],
                "pledges": [{"measure": "investment", "figure": {"value": "@", "unit": "MAD"}}],
            }
        ]
    }
    folder = write(promises="")
    (folder / "promises.toml").unlink()
    (folder / "p.json").write_text(json.dumps(records).replace('"@"', "12345678901234567890.123"), encoding="utf-8")
    (pledge_read,) = mo.read(folder).commitments["p"].pledges
    assert pledge_read.figure.value == Decimal("12345678901234567890.123")


def test_words_of_the_press_are_read_as_figures_and_terms(write: Write) -> None:
    """`figure = "plus de 300 emplois"` and French words of the vocabulary are understood."""
    text = """\
[[commitments]]
id = "p"
segments = ["relation client"]
pledges = [{ measure = "emplois", figure = "plus de 300 emplois", basis = "supplémentaire" }]
citations = ["paper"]
"""
    promise = mo.read(write(text)).commitments["p"]
    assert promise.segments == ("CRM",)
    assert (promise.pledges[0].measure, promise.pledges[0].basis) == ("jobs", "additional")
    assert promise.pledges[0].figure.qualifier == "at_least"


# One fault


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        # names
        ('places = ["oujda"]', 'places = ["oujad"]', "places[0]", "no place is named 'oujad'; did you mean oujda?"),
        ('places = ["oujda"]', 'places = ["Oujda"]', "places[0]", "no place is named 'Oujda'; did you mean oujda?"),
        ('made_by = ["acme"]', 'made_by = ["oujda"]', "made_by[0]", "no party is named 'oujda'"),
        (
            'source = "paper"',
            'source = "papper"',
            "citations[0].source",
            "no source is named 'papper'; did you mean paper?",
        ),
        ("announced_on", 'part_of = "whole"\nannounced_on', "part_of", "no commitment is named 'whole'"),
        ("announced_on", 'agreement = "pact"\nannounced_on', "agreement", "no agreement is named 'pact'"),
        # words of the vocabulary
        ('"at_least"', '"atleast "', None, None),  # a spelling that folds to the word is the word
        (
            '"at_least"',
            '"at leasst"',
            "pledges[0].figure.qualifier",
            "'at leasst' is not a qualifier; did you mean 'at_least'?",
        ),
        ('"jobs"', '"jbos"', "pledges[0].measure", "'jbos' is not a measure; did you mean 'jobs'?"),
        ('"additional"', '"more"', "pledges[0].basis", "'more' is not a basis"),
        ('"additional"', '"stock"', "pledges[0].basis", "got 'stock', expected one of additional, level"),
        ('unit = "job"', 'unit = "jobb"', "pledges[0].figure.unit", "'jobb' is not a unit; did you mean 'job'?"),
        ('unit = "job"', 'unit = "MAD"', "pledges[0].figure", "got 'MAD', expected a figure of jobs in job or percent"),
        # types
        ('title = "Acme: 300 jobs"', "title = 300", "title", "got 300 (int), expected a text"),
        ('title = "Acme: 300 jobs"', "title = true", "title", "got True (bool), expected a text"),
        ('title = "Acme: 300 jobs"', 'title = ""', "title", "got '', expected a text that is not empty"),
        ('places = ["oujda"]', 'places = "oujda"', "places", "got 'oujda' (str), expected a list"),
        ('places = ["oujda"]', "places = [5]", "places[0]", "got 5 (int), expected the id of a place"),
        ('words = "plus de 300 emplois"', "words = 300", "citations[0].words", "got 300 (int), expected a text"),
        ("value = 300", "value = -300", "pledges[0].figure.value", "got -300, expected a number of zero or more"),
        ("value = 300", "value = inf", "pledges[0].figure.value", "is no finite number"),
        (
            "value = 300",
            'value = "3 00"',
            "pledges[0].figure.value",
            "got '3 00', expected plain digits such as '1234.5'",
        ),
        ("value = 300", "value = true", "pledges[0].figure.value", "got True (bool), expected an int, a Decimal"),
        (
            'figure = { value = 300, unit = "job", qualifier = "at_least" }',
            "figure = 300",
            "pledges[0].figure",
            "got 300 (int), expected a Figure, or a text such as '65 MDH'",
        ),
        (
            'figure = { value = 300, unit = "job", qualifier = "at_least" }',
            'figure = "300"',
            "pledges[0].figure",
            "cannot read '300' as a figure: it has no unit",
        ),
        # dates
        (
            'announced_on = "2026-03"',
            'announced_on = "2019-13"',
            "announced_on",
            "'2019-13' is no date: month must be in 1..12",
        ),
        ('announced_on = "2026-03"', 'announced_on = "24/04/2019"', "announced_on", "'24/04/2019' is no date"),
        (
            'announced_on = "2026-03"',
            "announced_on = 2019-04-24T10:00:00",
            "announced_on",
            "a time of day is no part of a date",
        ),
        (
            'announced_on = "2026-03"',
            "announced_on = [2019]",
            "announced_on",
            "got [2019] (list), expected a date such as",
        ),
        ("due = 2028", 'due = "2028..2020"', "pledges[0].due", "it ends before it starts"),
        # keys
        ("announced_on", "anounced_on", "", "'anounced_on' is no key here; did you mean 'announced_on'?"),
        ("due = 2028", "dew = 2028", "pledges[0]", "'dew' is no key here; did you mean 'due'?"),
        ('unit = "job", ', "", "pledges[0].figure.unit", "is missing"),
        ('measure = "jobs", ', "", "pledges[0].measure", "is missing"),
        ('source = "paper", ', "", "citations[0].source", "is missing"),
        # sources
        (
            'citations = [{ source = "paper", said_by = "Someone", words = "plus de 300 emplois" }]',
            "citations = []",
            "citations",
            "expected at least one source: every record says where it comes from",
        ),
        (
            'citations = [{ source = "paper", said_by = "Someone", words = "plus de 300 emplois" }]',
            "",
            "citations",
            "is missing",
        ),
        (
            'citations = [{ source = "paper", said_by = "Someone", words = "plus de 300 emplois" }]',
            'citations = "paper"',
            "citations",
            "got 'paper' (str), expected a list",
        ),
        (
            'id = "promise"',
            'id = "a promise"',
            "id",
            "got 'a promise', expected an id of plain letters, digits and hyphens",
        ),
    ],
)
def test_a_fault_names_its_record_and_field(
    write: Write, old: str, new: str, field: str | None, message: str | None
) -> None:
    """What was got, what was expected and the nearest word, at the field of the record in the file."""
    assert old in PROMISE
    folder = write(PROMISE.replace(old, new, 1))
    if field is None:
        assert mo.read(folder).commitments.ids == ("promise",)
        return
    problem = fault(folder)
    assert problem.field == field
    assert message is not None
    assert message in problem.message
    assert problem.file == str(folder / "promises.toml")
    assert problem.kind == "commitment"
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        (
            "population_2014 = 2_314_346",
            "population_2014 = 3.9",
            "region MA-02: population_2014",
            "got Decimal('3.9') (Decimal), expected a whole number",
        ),
        (
            "population_2014 = 2_314_346",
            'population_2014 = "3"',
            "region MA-02: population_2014",
            "got '3' (str), expected a whole number",
        ),
        (
            "population_2014 = 2_314_346",
            "population_2014 = true",
            "region MA-02: population_2014",
            "got True (bool), expected a whole number",
        ),
        (
            "population_2014 = 2_314_346",
            "population_2014 = -1",
            "region MA-02: population_2014",
            "got -1, expected zero or more",
        ),
        ('publisher = "CRI"', "publisher = 5", "source paper: publisher", "got 5 (int), expected a text"),
        (
            'name = { fr = "Maroc", ar = "المغرب" }',
            'name = { en = "Morocco" }',
            "country morocco: name.fr",
            "is missing",
        ),
        (
            'name = { fr = "Maroc", ar = "المغرب" }',
            'name = { fr = "Maroc", aliases = "Morocco" }',
            "country morocco: name.aliases",
            "got 'Morocco' (str), expected a list",
        ),
        ('name = "Acme"', "name = 5", "operator acme: name", "got 5 (int), expected a Name or a text"),
        ('parent = "MA-02"', 'parent = "morocco"', "city oujda: parent", "no region is named 'morocco'"),
        ('parent = "MA-02"', "parent = 2", "city oujda: parent", "got 2 (int), expected the id of a region"),
    ],
)
def test_a_fault_of_the_ground_is_reported_once(write: Write, old: str, new: str, where: str, message: str) -> None:
    """What refers to a faulty record is not reported as well: there is one fault, where it is."""
    problem = fault(write(ground=GROUND.replace(old, new, 1)))
    assert f"{problem.kind} {problem.record}: {problem.field}" == where
    assert message in problem.message


def test_the_line_of_the_field_is_named(write: Write) -> None:
    """The line of the second record's `places` is where an editor should jump to."""
    folder = write(PROMISE + "\n" + PROMISE.replace('"promise"', '"second"').replace('["oujda"]', '["oujad"]'))
    lines = (folder / "promises.toml").read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "oujad" in line)
    with pytest.raises(InvalidRecords) as caught:
        mo.read(folder)
    file = folder / "promises.toml"
    assert str(caught.value) == (
        "1 problem in the records; nothing was loaded\n"
        f"  {file}:{number}: commitment second: places[0]: no place is named 'oujad'; did you mean oujda? "
        "(by id, as files write it)"
    )


def test_a_fault_of_no_field_names_the_line_of_its_record(write: Write) -> None:
    """A missing key has no line of its own: the head of the record's table is named."""
    text = "# promises\n\n" + PROMISE + '\n[[commitments]]\nid = "bare"\n'
    problem = fault(write(text))
    assert (problem.record, problem.field, problem.line) == ("bare", "citations", 14)


# Ids


def test_a_record_without_an_id_is_named_by_its_place(write: Write) -> None:
    """The second promise has none; an empty id and a number are none either."""
    for line in ("", 'id = ""\n', "id = 5\n"):
        problem = fault(write(PROMISE + f"\n[[commitments]]\n{line}citations = ['paper']\n"))
        assert (problem.record, problem.field) == ("number 2", "id")
        assert problem.message == "is missing, or no text: every record has an id of its own"


def test_an_id_given_twice_names_the_other_file(write: Write) -> None:
    """The same id in two files: the second is reported, with the name of the first."""
    folder = write()
    (folder / "q.toml").write_text(PROMISE, encoding="utf-8")
    problem = fault(folder)
    assert problem.file == str(folder / "q.toml")
    assert problem.message == f"'promise' is the id of another commitment in {folder / 'promises.toml'}"


def test_a_site_cannot_have_the_id_of_a_city(write: Write) -> None:
    """Places share their ids, because a promise names a place by its id alone."""
    problem = fault(write('[[sites]]\nid = "oujda"\nname = "Parc"\nparent = "MA-02"\ncitations = ["paper"]\n'))
    assert (problem.kind, problem.record, problem.field) == ("site", "oujda", "id")
    assert "'oujda' is the id of another city in" in problem.message


def test_an_institution_cannot_have_the_id_of_a_company(write: Write) -> None:
    """So do companies and institutions, by which a promise is made."""
    problem = fault(write('[[institutions]]\nid = "acme"\nname = "École"\ncitations = ["paper"]\n'))
    assert "is the id of another" in problem.message


def test_a_circle_of_parts_is_named_in_full(write: Write) -> None:
    """A is a part of b, b of c and c of a: one problem that walks the circle; d, inside a, is not reported too."""
    promise = '[[commitments]]\nid = "{}"\npart_of = "{}"\ncitations = ["paper"]\n'
    text = "".join(promise.format(*pair) for pair in ("ab", "bc", "ca", "da"))
    problem = fault(write(text))
    assert problem.field == "part_of"
    walked = problem.message.removeprefix("runs in a circle: ").split(" → ")
    assert walked[0] == walked[-1]
    assert set(walked) == {"a", "b", "c"}
    assert all(pair in [("a", "b"), ("b", "c"), ("c", "a")] for pair in pairwise(walked))
    assert problem.record == walked[-2]  # the one whose `part_of` closes the circle


@pytest.mark.parametrize("field", ["part_of", "restates", "supersedes"])
def test_a_record_that_is_its_own_link_is_a_circle(write: Write, field: str) -> None:
    """A promise is no part, telling or version of itself."""
    problem = fault(write(PROMISE + f'{field} = "promise"\n'))
    assert (problem.field, problem.message) == (field, "runs in a circle: promise → promise")


def test_two_circles_are_two_problems(write: Write) -> None:
    """Both are reported at once."""
    promise = '[[commitments]]\nid = "{}"\npart_of = "{}"\ncitations = ["paper"]\n'
    problems = faults(write("".join(promise.format(*pair) for pair in ("ab", "ba", "cd", "dc"))))
    assert sorted("".join(sorted(set(problem.message[18:]) & set("abcd"))) for problem in problems) == ["ab", "cd"]


# Files


def test_an_unknown_table_suggests_the_nearest_kind(write: Write) -> None:
    """`[[committments]]` is no kind of record."""
    problem = fault(write('[[committments]]\nid = "a"\n'))
    assert problem.message == "'committments' is no kind of record; did you mean 'commitments'?"
    assert problem.file.endswith("promises.toml")


@pytest.mark.parametrize("text", ['[commitments]\nid = "a"\n', "commitments = 5\n", "commitments = [5]\n"])
def test_a_kind_that_is_no_list_of_tables_is_refused(write: Write, text: str) -> None:
    """One bracket in place of two is the usual slip."""
    assert fault(write(text)).message == "expected records, each under [[commitments]]"


def test_invalid_toml_names_the_line(write: Write) -> None:
    """The parser's own words, with its line and column."""
    problem = fault(write('[[commitments]]\nid = "a"\nplaces = ["oujda"\n[[commitments]]\n'))
    assert problem.message.startswith("is not valid TOML: ")
    assert "line 4" in problem.message


def test_a_key_given_twice_is_invalid_toml(write: Write) -> None:
    """TOML refuses it, and so do we."""
    assert "is not valid TOML: Cannot overwrite a value" in fault(write(PROMISE + 'title = "x"\n')).message


def test_a_key_given_twice_in_json_is_refused_too(write: Write) -> None:
    """The last of two is never taken in silence."""
    folder = write(promises="")
    (folder / "p.json").write_text(
        '{"commitments": [{"id": "p", "title": "a", "title": "b", "citations": ["paper"]}]}', encoding="utf-8"
    )
    assert "title" in str(fault(folder))


@pytest.mark.parametrize("text", ["{", "[[[", '{"commitments": [}', "[" * 100_000])
def test_invalid_json_is_reported(write: Write, text: str) -> None:
    """Broken, or nested beyond reason: a problem of that file, and no crash."""
    folder = write(promises="")
    (folder / "p.json").write_text(text, encoding="utf-8")
    problem = fault(folder)
    assert problem.file == str(folder / "p.json")
    assert problem.message.startswith("is not valid JSON: ")


def test_json_that_is_no_object_is_refused(write: Write) -> None:
    """A list of records does not say their kind."""
    folder = write(promises="")
    (folder / "p.json").write_text("[]", encoding="utf-8")
    assert fault(folder).message == "expected an object that holds a list of records per kind"


def test_a_file_that_is_not_utf_8_is_named(write: Write) -> None:
    """Latin-1 from an old editor is reported with the byte, not read as something else."""
    folder = write()
    (folder / "latin.toml").write_bytes('[[cities]]\nname = "Fès"\n'.encode("latin-1"))
    problem = fault(folder)
    assert problem.file == str(folder / "latin.toml")
    assert problem.message.startswith("is not UTF-8 text: byte 20 ")


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_or_missing_folder_is_an_error(tmp_path: Path, made: bool) -> None:
    """Nothing to read is no empty dataset."""
    folder = tmp_path / "mine"
    if made:
        folder.mkdir()
    problem = fault(folder)
    assert problem.file == str(folder)
    assert problem.message.startswith("expected a folder with record files that end in .toml or .json")


# Several faults


def test_all_faults_of_all_files_are_reported_at_once(write: Write) -> None:
    """Seven faults of three files, one of them not TOML at all: seven problems, and nothing is loaded."""
    promises = (
        PROMISE.replace("value = 300", "value = -300")
        .replace('["oujda"]', '["oujad", "atlantis"]')
        .replace('"2026-03"', '"2019-13"')
    )
    folder = write(
        promises + '[[commitments]]\nid = "second"\ncitations = ["paper"]\nplases = ["oujda"]\n',
        ground=GROUND.replace("2_314_346", "3.9"),
    )
    (folder / "broken.toml").write_text("= broken", encoding="utf-8")
    problems = faults(folder)
    assert {(Path(p.file).name, p.record, p.field) for p in problems} == {
        ("broken.toml", "", ""),
        ("ground.toml", "MA-02", "population_2014"),
        ("promises.toml", "promise", "announced_on"),
        ("promises.toml", "promise", "places[0]"),
        ("promises.toml", "promise", "places[1]"),
        ("promises.toml", "promise", "pledges[0].figure.value"),
        ("promises.toml", "second", ""),
    }
    assert all(problem.line for problem in problems if problem.record)
    with pytest.raises(InvalidRecords, match=r"^7 problems in the records; nothing was loaded\n"):
        mo.read(folder)


def test_invalid_records_is_a_value_error_that_survives_pickling(write: Write) -> None:
    """A worker process can send it back whole."""
    import pickle

    with pytest.raises(ValueError, match="1 problem") as caught:
        mo.read(write(PROMISE.replace("value = 300", "value = -300")))
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.problems) == (str(caught.value), caught.value.problems)


def test_the_garbage_collector_runs_again_after_a_fault(write: Write) -> None:
    """Reading pauses it; a fault must not leave it off."""
    import gc

    assert gc.isenabled()
    faults(write(PROMISE.replace("value = 300", "value = -300")))
    assert gc.isenabled()
    mo.read(write())
    assert gc.isenabled()
