"""Each export is opened by software that is not ours."""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.export import datapackage, dictionary, exporting, ftm, jsonld, sdmx, sqlite
from maroc_offshoring.export.schema import schema, text

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\ttab first",
    "'apostrophe",
    "<script>alert(1)</script>",
    "quote \" and ' quote",
    "line\nbreak\r\nand another",
    "\u202eright to left override",
    'https://example.org/?q=<b>&x="y"',
    "🦊 emoji",
    "x" * 40_000,
]


def hostile() -> mo.Dataset:
    """A dataset whose texts try to be something else."""
    paper = mo.Source(id="paper", publisher=HOSTILE[0], title=HOSTILE[6], url=HOSTILE[10])
    morocco = mo.Country(id="morocco", name="Maroc", citations=[paper])
    firms = [mo.Operator(id=f"firm-{n}", name=name, note=name, citations=[paper]) for n, name in enumerate(HOSTILE)]
    promises = [
        mo.Commitment(id=f"promise-{n}", title=firm.name.fr, made_by=[firm], places=[morocco], citations=[paper],
                      pledges=[mo.Pledge(measure="jobs", figure=mo.Figure(5, "job", as_printed=firm.name.fr))])
        for n, firm in enumerate(firms)
    ]  # fmt: skip
    return mo.Dataset.of(*firms, *promises)


# JSON


def test_the_shipped_data_follow_the_shipped_schema(ds: mo.Dataset) -> None:
    """jsonschema, which knows nothing of us, finds no fault in the document of the reference dataset."""
    from jsonschema import Draft202012Validator

    shipped = json.loads(Path(mo.__file__).with_name("export").joinpath("record.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(shipped)
    assert [error.message for error in Draft202012Validator(shipped).iter_errors(json.loads(ds.to_json()))] == []


def test_the_shipped_schema_is_that_of_the_classes() -> None:
    """Whoever changes a class makes the file anew: python -m maroc_offshoring.export.schema > ...record.schema.json."""
    shipped = Path(mo.__file__).with_name("export").joinpath("record.schema.json").read_text("utf-8")
    assert shipped == text()


def test_the_dictionary_of_the_data_is_that_of_the_classes() -> None:
    """Whoever changes a class makes the page anew: python -m maroc_offshoring.export.dictionary > docs/tables.md."""
    assert (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8") == dictionary.text()


def test_the_text_is_the_same_with_and_without_msgspec(ds: mo.Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is used where it is installed, and makes no other bytes."""
    pytest.importorskip("msgspec")
    text, odd = ds.to_json(), hostile().to_json()
    monkeypatch.setitem(sys.modules, "msgspec.json", None)
    assert ds.to_json() == text
    assert hostile().to_json() == odd


@pytest.mark.parametrize("sign", ["\b", "\f", "\x1f", "\x7f", "\x85", "\ud800"])
@pytest.mark.parametrize("library", ["msgspec", "json"])
def test_a_sign_that_is_no_text_is_not_written(sign: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no file of ours may hold is not exported either, however JSON would escape it."""
    if library == "json":
        monkeypatch.setitem(sys.modules, "msgspec.json", None)
    with pytest.raises(mo.errors.InvalidRecords, match=f"(?s)test-paper.*note.*U\\+{ord(sign):04X}"):
        mo.Dataset.of(testing.source(note=f"a{sign}b")).to_json()


def test_a_number_that_no_reader_takes_is_not_written() -> None:
    """A figure may be finer than a file allows: its record is named, nothing is lost in silence."""
    ds = mo.Dataset.of(testing.commitment(figure=mo.Figure(Decimal("1E-41"), "MAD"), measure="investment"))
    with pytest.raises(mo.errors.InvalidRecords, match=r"(?s)test-promise.*figure\.value"):
        ds.to_json()
    with pytest.raises(mo.errors.InvalidField, match="at most 40 digits"):
        mo.to_dict(ds.commitments[0])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda record: record.update(tittle="x"), "tittle"),
        (lambda record: record["pledges"][0]["figure"].update(value=2000), "2000"),
        (lambda record: record["pledges"][0].update(measure="job"), "'job' is not one of"),
        (lambda record: record.update(announced_on="20 avril 2022"), "20 avril 2022"),
        (lambda record: record.pop("citations"), "citations"),
        (lambda record: record.update(part_of={"id": "x"}), "is not of type 'string'"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(ds: mo.Dataset, change: Any, fault: str) -> None:
    """An unknown key, a number that is no text, a wrong word or date, a missing source, a record within a record."""
    from jsonschema import Draft202012Validator

    record = json.loads(json.dumps(mo.to_dict(ds.commitments["2022-04-20-phoneo"])))
    one = {"$ref": "#/$defs/Commitment", "$defs": schema()["$defs"]}
    assert not list(Draft202012Validator(one).iter_errors(record))
    change(record)
    assert any(fault in error.message for error in Draft202012Validator(one).iter_errors(record))


def test_a_document_says_what_it_is(ds: mo.Dataset) -> None:
    """The edition of the data goes through the document, and so does the date it was taken back to."""
    then = ds.as_of("2020-12-31")
    back = mo.Dataset.from_json(then.to_json().encode())
    assert (back.version, back.published, back.known_on) == (then.version, then.published, then.known_on)
    assert back == then


@pytest.mark.parametrize(
    ("document", "error", "words"),
    [
        ("{", mo.errors.InvalidRecords, "is not valid JSON"),
        ("[]", mo.errors.InvalidRecords, "expected an object"),
        ("{}", mo.errors.InvalidField, "'maroc-offshoring', which each export of ours says of itself"),
        ('{"format": "maroc-offshoring"}', mo.errors.InvalidField, "a version such as '1.0'"),
        (
            '{"format": "maroc-offshoring", "format_version": "2.0"}',
            mo.errors.NewerFormat,
            "version 2.0 of the format, and this library reads version 1.0.*pip install --upgrade",
        ),
        (
            '{"format": "maroc-offshoring", "format_version": "1.9", "site": []}',
            mo.errors.InvalidRecords,
            "'site' is no kind of record; did you mean 'sites'",
        ),
        (b"\xff\xfe", mo.errors.InvalidField, "UTF-8"),
        (5, mo.errors.WrongType, "the text of a JSON document"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_by_name(document: Any, error: type[Exception], words: str) -> None:
    """Each way of not being a document of ours has its own sentence."""
    with pytest.raises(error, match=f"(?s){words}"):
        mo.Dataset.from_json(document)


def test_an_exported_document_is_a_record_file_too(ds: mo.Dataset, tmp_path: Path) -> None:
    """`mo.read` reads it, and refuses one of a later version with the name of the file."""
    ds.export("json", tmp_path / "record.json")
    assert mo.read(tmp_path / "record.json") == ds
    newer = (tmp_path / "record.json").read_text("utf-8").replace('"1.0"', '"7.0"', 1)
    (tmp_path / "newer.json").write_text(newer, "utf-8")
    with pytest.raises(mo.errors.InvalidRecords, match=r"newer\.json.*version 7\.0"):
        mo.read(tmp_path / "newer.json")


# Data Package


def test_frictionless_finds_the_package_valid(ds: mo.Dataset, tmp_path: Path) -> None:
    """Keys, foreign keys, enums, patterns and types of every table hold, on the shipped data and on hostile texts."""
    from frictionless import Package

    for name, dataset in (("shipped", ds), ("hostile", hostile())):
        dataset.export("datapackage", tmp_path / name)
        report = Package(str(tmp_path / name / "datapackage.json")).validate()
        assert report.flatten(["type", "message"]) == []
        assert datapackage.read(tmp_path / name) == dataset


def test_frictionless_would_have_found_a_fault(tmp_path: Path) -> None:
    """The check above can fail: a reference that leads nowhere and a word that is none are found."""
    from frictionless import Package

    hostile().export("datapackage", tmp_path)
    pledges = tmp_path / "commitments_pledges.csv"
    pledges.write_text(pledges.read_text("utf-8").replace("promise-3,", "promise-x,").replace("jobs", "jbs"), "utf-8")
    found = {kind for (kind,) in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}
    assert found == {"foreign-key", "constraint-error"}


def test_no_cell_of_the_package_is_a_formula(tmp_path: Path) -> None:
    """Whatever a spreadsheet would run begins with an apostrophe."""
    hostile().export("datapackage", tmp_path)
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r", "-2+"))]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("commitments_pledges.csv", "promise-3,1", "promise-x,1", "a row of commitments_pledges belongs to no record"),
        ("commitments_made_by.csv", "firm-2", "firm-x", "firm-x"),
        ("commitments_pledges.csv", "measure,", "mesure,", "has the columns"),
        ("commitments_pledges.csv", "\r\npromise-3,1,", "\r\npromise-3,1,5,", "cells, not"),
        ("commitments_pledges.csv", ",5,job", ",five,job", "five"),
    ],
)
def test_a_package_that_somebody_broke_is_refused_by_name(
    tmp_path: Path, file: str, old: str, new: str, fault: str
) -> None:
    """A lost reference, an orphan, a renamed column, a cell too many, a number in words."""
    hostile().export("datapackage", tmp_path)
    path = tmp_path / file
    with path.open(encoding="utf-8", newline="") as source:
        changed = source.read().replace(old, new, 1)
    with path.open("w", encoding="utf-8", newline="") as target:
        target.write(changed)
    with pytest.raises(mo.errors.InvalidRecords, match=fault):
        datapackage.read(tmp_path)


def test_a_folder_that_is_no_package_is_refused(tmp_path: Path) -> None:
    """A folder without a description, and one of a later version."""
    with pytest.raises(mo.errors.InvalidField, match=r"a sound datapackage\.json"):
        datapackage.read(tmp_path)
    (tmp_path / "datapackage.json").write_text('{"format": "maroc-offshoring", "format_version": "9.1"}')
    with pytest.raises(mo.errors.NewerFormat, match=r"version 9\.1"):
        datapackage.read(tmp_path)


# SQLite


@pytest.fixture(scope="module")
def database(ds: mo.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the reference dataset."""
    path = tmp_path_factory.mktemp("sqlite") / "record.db"
    ds.export("sqlite", path)
    return path


def ask(database: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def test_the_database_is_sound(database: Path) -> None:
    """SQLite itself finds no broken page and no broken foreign key."""
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]
    assert ask(database, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("words", ["fes shore", "Fès Shore", "FÈS SHORE"])
def test_full_text_search_needs_no_accents(database: Path, words: str) -> None:
    """A site is found with accents and without."""
    found = ask(database, f"SELECT id FROM records_fts('{words}') WHERE kind = 'site'")
    assert ("fes-shore",) in found


def test_datasette_serves_it(database: Path) -> None:
    """Datasette itself searches it and shows what our description says of a column."""
    described = database.with_name("record.metadata.json")

    def get(path: str) -> str:
        command = [sys.executable, "-m", "datasette", "--get", path, str(database), "--metadata", str(described)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    found = json.loads(get("/record/records.json?_search=phoneo&_shape=array"))
    assert {"kind": "operator", "id": "phoneo"}.items() <= found[0].items() or len(found) > 1
    page = get("/record/commitments")
    assert "CC-BY-4.0" in page
    assert "The earlier promise that this one changes." in page


def test_numbers_of_any_length_come_back(tmp_path: Path) -> None:
    """What an integer or a float of SQLite holds is one; the rest is text, and reads back exactly."""
    numbers = [
        Decimal("3225571180.00"),
        Decimal("0.1"),
        Decimal(12345678901234567890),
        Decimal("1.00000000000000000001"),
    ]
    paper = mo.Source(id="paper", publisher="CRI")
    pledges = [mo.Pledge(measure="investment", figure=mo.Figure(number, "MAD")) for number in numbers]
    ds = mo.Dataset.of(mo.Commitment(id="all", pledges=pledges, citations=[paper]))
    ds.export("sqlite", tmp_path / "numbers.db")
    kinds = ask(tmp_path / "numbers.db", "SELECT typeof(figure_value) FROM commitments_pledges ORDER BY position")
    assert [kind for (kind,) in kinds] == ["integer", "real", "text", "text"]
    assert sqlite.read(tmp_path / "numbers.db") == ds


def test_a_file_that_is_no_database_of_ours_is_refused(tmp_path: Path) -> None:
    """No database, another database, and none at all; none is made by asking."""
    (tmp_path / "text.db").write_text("hello")
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (a)")
    for name in ("text.db", "other.db", "absent.db"):
        with pytest.raises(mo.errors.InvalidField, match="a database that export sqlite wrote"):
            sqlite.read(tmp_path / name)
    assert not (tmp_path / "absent.db").exists()


# Excel


def test_the_workbook_is_one_that_an_analyst_likes(ds: mo.Dataset, tmp_path: Path) -> None:
    """The reader finds frozen heads, filters, real numbers and dates, units in the heads and links to the sources."""
    from openpyxl import load_workbook

    ds.export("xlsx", tmp_path / "record.xlsx")
    book = load_workbook(tmp_path / "record.xlsx")
    assert book.sheetnames[:5] == ["notes", "counted lines", "commitments", "targets", "observations"]
    page = book["commitments"]
    heads = [cell.value for cell in page[1]]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    rows = {row[0].value: row for row in page.iter_rows(min_row=2)}
    phoneo = rows["2022-04-20-phoneo"]
    assert phoneo[heads.index("value (jobs)")].value == 2000
    assert phoneo[heads.index("announced on")].is_date
    assert phoneo[heads.index("made by")].value == "Phoneo"
    assert phoneo[heads.index("source")].hyperlink.target.startswith("http")
    assert phoneo[heads.index("value (jobs)")].number_format == "#,##0"
    assert "Do not add these up" in page.cell(1, heads.index("value (jobs)") + 1).comment.text
    assert book["notes"]["A1"].value == "The record of Morocco's offshoring sector"


def test_the_lines_of_the_workbook_sum_to_the_total(ds: mo.Dataset, tmp_path: Path) -> None:
    """The sheet of counted lines is what may be summed."""
    from openpyxl import load_workbook

    ds.export("xlsx", tmp_path / "record.xlsx")
    page = load_workbook(tmp_path / "record.xlsx")["counted lines"]
    heads = [cell.value for cell in page[1]]
    rows = [{head: cell.value for head, cell in zip(heads, row, strict=True)} for row in page.iter_rows(min_row=2)]
    jobs = sum(row["value (jobs)"] for row in rows if row["id"].startswith("jobs-additional-"))
    assert jobs == ds.commitments.total("jobs").figure.value  # type: ignore[union-attr]


def test_no_text_of_the_workbook_is_a_formula(tmp_path: Path) -> None:
    """Hostile texts stay texts, shortened to what a cell holds."""
    from openpyxl import load_workbook

    hostile().export("xlsx", tmp_path / "record.xlsx")
    book = load_workbook(tmp_path / "record.xlsx")
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in kinds
    names = [row[1].value for row in book["operators"].iter_rows(min_row=2)]
    assert names[0] == HOSTILE[0]
    assert len(names[-1]) == 32_767


def test_a_number_that_excel_would_round_is_text(tmp_path: Path) -> None:
    """More than fifteen digits are kept as they are, as text."""
    from openpyxl import load_workbook

    paper = mo.Source(id="paper", publisher="CRI")
    pledge = mo.Pledge(measure="investment", figure=mo.Figure(Decimal("1234567890123456.7"), "MAD"))
    mo.Dataset.of(mo.Commitment(id="all", pledges=[pledge], citations=[paper])).export("xlsx", tmp_path / "long.xlsx")
    page = load_workbook(tmp_path / "long.xlsx")["commitments"]
    heads = [cell.value for cell in page[1]]
    assert page.cell(2, heads.index("value (MAD)") + 1).value == "1234567890123456.7"


def test_links_and_rows_beyond_what_excel_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link too many is its text, which xlsxwriter alone would leave out; rows too many are refused."""
    from openpyxl import load_workbook

    monkeypatch.setattr("maroc_offshoring.export.xlsx._MOST_LINKS", 1)
    papers = [testing.source(f"paper-{n}", url=f"https://example.org/{n}") for n in range(3)]
    mo.Dataset.of(*papers).export("xlsx", tmp_path / "record.xlsx")
    page = load_workbook(tmp_path / "record.xlsx")["sources"]
    column = [cell.value for cell in page[1]].index("url") + 1
    cells = [page.cell(row, column) for row in (2, 3, 4)]
    assert [cell.value for cell in cells] == [paper.url for paper in papers]
    assert [cell.hyperlink is not None for cell in cells] == [True, False, False]
    monkeypatch.setattr("maroc_offshoring.export.xlsx._MOST_ROWS", 3)
    with pytest.raises(mo.errors.InvalidField, match="at most 2 rows of sources"):
        mo.Dataset.of(*papers).export("xlsx", tmp_path / "more.xlsx")


# Linked data, FollowTheMoney, SDMX


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_the_linked_data(ds: mo.Dataset, tmp_path: Path) -> None:
    """Promises with their figures, sources and places; every identifier that is referred to is described."""
    from rdflib import Graph, URIRef

    ds.export("jsonld", tmp_path / "record.jsonld")
    graph = Graph().parse(tmp_path / "record.jsonld", format="json-ld")
    question = """
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX mo: <urn:maroc-offshoring:word:> PREFIX : <https://schema.org/>
        SELECT ?value ?publisher WHERE {
            <urn:maroc-offshoring:commitment:2022-04-20-phoneo> mo:pledge/:value ?value ; prov:wasDerivedFrom/:publisher
            ?publisher } ORDER BY ?publisher"""
    found = [(row.value.toPython(), str(row.publisher)) for row in graph.query(question)]
    publishers = sorted(source.publisher for source in ds.commitments["2022-04-20-phoneo"].sources)
    assert found == [(Decimal(2000), publisher) for publisher in publishers]
    described = {str(subject) for subject in graph.subjects()}
    meant = {str(thing) for thing in graph.objects() if isinstance(thing, URIRef)}
    ours = {thing for thing in meant if thing.startswith("urn:maroc-offshoring:") and ":word:" not in thing}
    assert ours <= described
    catalogue = 2 + len(exporting.FORMATS)  # the dataset, who publishes it, and a node per form
    assert len(list(ds.records())) + catalogue == len({node["@id"] for node in jsonld.linked(ds)["@graph"]})


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_data_portal_finds_what_it_asks_for(ds: mo.Dataset, tmp_path: Path) -> None:
    """A dcat:Dataset with title, licence, publisher, date and place, and a distribution for each format."""
    from rdflib import Graph

    ds.export("jsonld", tmp_path / "record.jsonld")
    graph = Graph().parse(tmp_path / "record.jsonld", format="json-ld")
    question = """
        PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        SELECT ?title ?licence ?publisher ?issued ?media WHERE {
            ?dataset a dcat:Dataset ; dct:title ?title ; dct:description ?text ; dct:license ?licence ;
                dct:publisher [ a foaf:Agent ; foaf:name ?publisher ] ; dct:issued ?issued ; dct:spatial ?place ;
                dcat:distribution ?form .
            ?form a dcat:Distribution ; dct:title ?name ; dct:license ?licence ; dcat:mediaType ?media }"""
    found = list(graph.query(question))
    assert len(found) == len(exporting.FORMATS)
    assert {str(row.licence) for row in found} == {"https://creativecommons.org/licenses/by/4.0/"}
    assert {str(row.issued) for row in found} == {str(ds.published)}
    assert all(str(row.media).startswith("https://www.iana.org/assignments/media-types/") for row in found)
    assert set(jsonld.FORMS) == set(exporting.FORMATS)


def test_followthemoney_accepts_every_entity(ds: mo.Dataset, tmp_path: Path) -> None:
    """Each schema, property and value is one that the package itself knows, and no reference leads nowhere."""
    from followthemoney import model

    for dataset in (ds, hostile()):
        ids: set[str] = set()
        meant: set[str] = set()
        for entity in ftm.entities(dataset):
            proxy = model.get_proxy(entity)
            proxy.schema.validate(entity)
            assert entity["id"] not in ids
            ids.add(entity["id"])
            for name, values in entity["properties"].items():
                kind = proxy.schema.get(name)
                assert kind is not None, (entity["schema"], name)
                if dataset is ds:
                    assert all(kind.type.clean(value) is not None for value in values), (entity["id"], name, values)
                meant |= set(values) if kind.type.name == "entity" else set()
        assert meant <= ids
    ds.export("ftm", tmp_path / "record.ftm.json")
    assert len((tmp_path / "record.ftm.json").read_text("utf-8").splitlines()) > len(ds.commitments)


def test_pysdmx_reads_the_measurements_and_their_codelists(ds: mo.Dataset, tmp_path: Path) -> None:
    """The structure is valid SDMX-JSON, every code of the data is in its codelist, no key stands twice."""
    from pysdmx.io import get_datasets, read_sdmx

    ds.export("sdmx", tmp_path)
    message = read_sdmx(tmp_path / "structures.json", validate=True)
    codes = {one.id.removeprefix("CL_"): {code.id for code in one.codes} for one in message.get_codelists()}
    (data,) = get_datasets(tmp_path / "observations.csv", tmp_path / "structures.json")
    frame = data.data
    for column in ("MEASURE", "REF_AREA", "SEGMENT", "OPERATOR", "BASIS", "SCOPE", "PERIMETER", "UNIT"):
        assert set(frame[column]) <= codes[column.removeprefix("REF_")]
    key = [
        "MEASURE",
        "REF_AREA",
        "SEGMENT",
        "OPERATOR",
        "BASIS",
        "SCOPE",
        "PERIMETER",
        "UNIT",
        "STATEMENT",
        "TIME_PERIOD",
    ]
    assert not frame.duplicated(key).any()
    assert len(frame) + len(sdmx.undated(ds)) == len(ds.observations)


def test_an_id_with_a_point_is_a_code_too(tmp_path: Path) -> None:
    """Ids may hold points, codes of SDMX may not; a unit of two parts is one code."""
    from pysdmx.io import get_datasets, read_sdmx

    firm = testing.operator("acme-s.a.r.l")
    seen = testing.observation(operator=firm, measure="subsidy_per_job", figure=mo.Figure(5, "MAD/job"))
    mo.Dataset.of(seen).export("sdmx", tmp_path)
    read_sdmx(tmp_path / "structures.json", validate=True)
    (data,) = get_datasets(tmp_path / "observations.csv", tmp_path / "structures.json")
    assert list(data.data["OPERATOR"]) == ["acme-s@a@r@l"]
    assert list(data.data["UNIT"]) == ["MAD_PER_job"]


def test_an_amount_that_is_not_exact_is_told_in_words_alone() -> None:
    """FollowTheMoney's amount has no qualifier: a floor there would be read as the sum itself."""
    for figure, amount in ((mo.Figure(65, "MAD"), ["65"]), (mo.Figure(65, "MAD", "at_least"), None)):
        ds = mo.Dataset.of(testing.commitment(figure=figure, measure="investment"))
        (project,) = (entity for entity in ftm.entities(ds) if entity["schema"] == "Project")
        assert project["properties"].get("amount") == amount
        assert project["properties"]["goal"] == [f"investment: {figure}"]


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2019", "2019"),
        ("2019-04", "2019-04"),
        ("2019-04-24", "2019-04-24"),
        ("2014..2018", "2014-01-01/P5Y"),
        ("2024-01..2024-06", "2024-01-01/P6M"),
        ("2024-01-15..2024-02-14", "2024-01-15/P31D"),
        ("2023..2024-06", "2023-01-01/P547D"),
    ],
)
def test_periods_as_sdmx_writes_them(period: str, written: str) -> None:
    """A date as it is; a span by its start and its length in years, months or days. 365 + 182 days are 547."""
    paper = mo.Source(id="paper", publisher="CRI")
    morocco = mo.Country(id="morocco", name="Maroc", citations=[paper])
    seen = mo.Observation(
        id="seen", measure="jobs", figure="5 emplois", place=morocco, basis="flow", period=period, citations=[paper]
    )
    assert [row["TIME_PERIOD"] for row in sdmx.rows(mo.Dataset.of(seen))] == [written]


# All


FORMATS = {
    "json": "r.json", "datapackage": "package", "sqlite": "r.db", "xlsx": "r.xlsx", "jsonld": "r.jsonld",
    "ftm": "r.ftm", "sdmx": "sdmx",
}  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("name", "path"), FORMATS.items())
def test_what_stands_there_is_not_replaced_unasked(tmp_path: Path, name: str, path: str) -> None:
    """A second export is refused and changes nothing; with overwrite=True it gives the same bytes."""
    ds = hostile()
    ds.export(name, tmp_path / path)
    before = files(tmp_path)
    with pytest.raises(mo.errors.InvalidField, match="overwrite=True replaces it"):
        mo.Dataset.of(ds.operators[0]).export(name, tmp_path / path)
    assert files(tmp_path) == before
    ds.export(name, tmp_path / path, overwrite=True)
    assert files(tmp_path) == before


@pytest.mark.parametrize(("name", "path"), FORMATS.items())
def test_an_empty_dataset_is_written_too(tmp_path: Path, name: str, path: str) -> None:
    """Nothing to write is no fault."""
    mo.Dataset.of().export(name, tmp_path / path)
    assert files(tmp_path)


def test_a_format_that_there_is_not_is_refused(ds: mo.Dataset, tmp_path: Path) -> None:
    """The nearest one is suggested; a folder for a file and a missing folder are refused as such."""
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'sqlite'"):
        ds.export("sqlit", tmp_path / "r.db")
    with pytest.raises(mo.errors.InvalidField, match="a folder has this name"):
        ds.export("json", tmp_path)
    with pytest.raises(mo.errors.InvalidField, match="a file in a folder that is there"):
        ds.export("json", tmp_path / "nowhere" / "r.json")
    with pytest.raises(mo.errors.WrongType, match="the path of a file"):
        ds.export("json", 5)  # type: ignore[arg-type]
