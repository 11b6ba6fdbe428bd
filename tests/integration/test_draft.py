"""Drafts of whole articles: how well they agree with the gold drafts, that they load, and the command."""

import importlib.util
import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import maroc_offshoring as mo
from maroc_offshoring.cli import main
from maroc_offshoring.text.articles import read_article
from maroc_offshoring.text.html import Page

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "corpus" / "articles"
MEMORANDA = ARTICLES / "01-memoranda.txt"
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Oujda | Le Journal</title>
<meta property="og:site_name" content="Le Journal">
<meta property="article:published_time" content="2026-03-14T08:00:00Z">
<link rel="canonical" href="https://journal.example/oujda"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/eco">Économie</a></li></ul></nav>
<article><h1>Oujda accueille un nouveau centre</h1>
<p>Intelcia va créer 300 emplois à Oujda d'ici trois ans, a annoncé son directeur général lors d'une rencontre.</p>
<p>La ville attire de plus en plus d'entreprises du secteur, et les écoles forment les jeunes aux métiers de demain.</p>
</article><section class="comments"><h3>1 commentaire</h3><p>On nous a déjà promis 9.000 emplois !</p></section>
<footer><p>Mentions légales</p></footer></body></html>"""


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """The module that scores drafts."""
    spec = importlib.util.spec_from_file_location("drafts", ROOT / "tests" / "corpus" / "drafts.py")
    assert spec is not None and spec.loader is not None  # noqa: PT018
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_corpus_is_large_and_says_what_it_is(corpus: ModuleType) -> None:
    """At least twelve articles to write the reader by, and eight that were held out, all marked as invented."""
    assert [len(corpus.articles(part)) for part in ("development", "held out", "read last")] == [12, 8, 4]
    for path in corpus.articles():
        assert path.read_text(encoding="utf-8").startswith(("[Texte d'essai inventé", "[Invented test text"))
        assert corpus.gold(path)["drafts"]


def test_most_drafts_of_the_corpus_are_complete(corpus: ModuleType, ds: mo.Dataset) -> None:
    """Kind, measure, figure, basis, places, party and due date are all right of 85 in 100, and of most held out."""
    scores = {path: corpus.score(path, ds) for path in corpus.articles()}
    total = sum(scores.values(), corpus.Score(0, 0, 0))
    assert total.precision >= 0.85
    assert total.recall >= 0.85
    held_out = sum((scores[path] for path in corpus.articles("held out")), corpus.Score(0, 0, 0))
    assert held_out.precision >= 0.8
    assert held_out.recall >= 0.8


def test_what_stands_without_a_comment_is_right(corpus: ModuleType, ds: mo.Dataset) -> None:
    """The fields that a record file states as sure are those of the gold drafts, in every article."""
    counts = [corpus.standing(path, ds) for path in corpus.articles()]
    assert sum(count for count, _ in counts) >= 150
    assert [wrong for _, wrong in counts] == [0] * len(counts)


def test_the_documentation_keeps_the_scores(corpus: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/drafting.md tells what the command prints."""
    assert corpus.main([]) == 0
    printed = capsys.readouterr().out.splitlines()
    page = (ROOT / "docs" / "drafting.md").read_text(encoding="utf-8")
    for line in printed:
        if "precision" in line or "stand" in line:
            assert line in page


def test_the_scores_show_what_is_wrong(corpus: ModuleType, ds: mo.Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    """A gold draft that was not made, and one that nobody asked for, are told."""
    made, wanted = corpus.rows(corpus.drafted(MEMORANDA, ds)), corpus.expected(MEMORANDA)
    assert len(corpus.matched(made, wanted)) == len(wanted) == 7
    assert corpus.matched(made, []) == corpus.matched([], wanted) == []
    corpus.score(ARTICLES / "28-questions.txt", ds, show=True)
    assert "  x " in capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_drafted_article_loads_as_it_is_written(
    path: Path, corpus: ModuleType, ds: mo.Dataset, tmp_path: Path
) -> None:
    """Laid over the reference dataset, the file gives the records of the draft, and the check finds no error."""
    made = corpus.drafted(path, ds)
    (tmp_path / "drafts.toml").write_text(made.to_toml(), encoding="utf-8", newline="\n")
    loaded = mo.load(tmp_path)
    kinds = {mo.Commitment: loaded.commitments, mo.Target: loaded.targets, mo.Observation: loaded.observations}
    for record in made.records:
        assert kinds[type(record)][record.id] == record  # type: ignore[index]
    assert len(loaded.sources) == len(ds.sources) + 1
    assert not {record.id for record in made} & set(ds.commitments.ids)


def test_promises_told_again_add_nothing_to_a_total(ds: mo.Dataset, tmp_path: Path) -> None:
    """An article that tells known promises once more leaves every total as it was."""
    text = (
        "Quatre mémorandums ont été signés à Casanearshore, pour 5.050 emplois d'ici 2026 à Tanger, Fès, Rabat, "
        "Casablanca et Agadir. Phoneo s'engage à créer 2.000 emplois d'ici 2026, et Cnexia promet de créer 1.750 "
        "emplois d'ici 2026. Eids Maroc créera 300 emplois."
    )
    made = mo.draft(text, dataset=ds, published="2022-04-22")
    (tmp_path / "drafts.toml").write_text(made.to_toml(), encoding="utf-8")
    mine = mo.load(tmp_path)
    assert len(mine.commitments) == len(ds.commitments) + 3
    agreement = "2022-04-20-outsourcing-memoranda"
    drafted = [record.id for record in made.records]
    known = list(ds.commitments.where(agreement=agreement).ids)
    total = mine.commitments.where(ids=[*known, *drafted]).total("jobs")
    assert total.figure == ds.commitments.where(agreement=agreement).total("jobs").figure
    assert total.figure is not None
    assert total.figure.value == 5050


def test_what_nobody_promises_never_counts(corpus: ModuleType, ds: mo.Dataset, tmp_path: Path) -> None:
    """The total of the first article names nobody and stays a comment; two of its three parts are sure."""
    made = corpus.drafted(MEMORANDA, ds)
    (tmp_path / "drafts.toml").write_text(made.to_toml(), encoding="utf-8")
    total = mo.load(tmp_path).commitments.where(source=made.source.id).total("jobs")
    assert total.figure is not None
    assert total.figure.value == 1000


# The command


def test_the_command_writes_a_record_file(capsysbinary: pytest.CaptureFixture[bytes], ds: mo.Dataset) -> None:
    """Standard output is TOML in UTF-8, and the standard error tells how much of it is sure."""
    assert main(["draft", "--published", "2025-03-11", str(MEMORANDA)]) == 0
    out, err = capsysbinary.readouterr()
    tables = tomllib.loads(out.decode("utf-8"))
    made = mo.draft(MEMORANDA.read_text(encoding="utf-8"), dataset=ds, published="2025-03-11")
    assert out.decode("utf-8") == made.to_toml()
    assert len(tables["commitments"]) == len([one for one in made.records if isinstance(one, mo.Commitment)])
    assert b"6 drafts" in err


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """`--table` is for looking at."""
    assert main(["draft", "--table", "--published", "2025-03-11", "--language", "fr", str(MEMORANDA)]) == 0
    assert capsys.readouterr().out.startswith("6 drafts of article-2025-03-11-")


def test_the_command_reads_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`-` is the standard input; a source of the dataset is cited as it is."""
    text = "Intelcia va créer 300 emplois à Oujda d'ici 2028."
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert main(["draft", "-", "--source", "afrique-medias24-com-nd-f48260"]) == 0
    tables = tomllib.loads(capsysbinary.readouterr().out.decode())
    assert set(tables) == {"commitments"}
    assert tables["commitments"][0]["citations"][0]["source"] == "afrique-medias24-com-nd-f48260"


def test_the_command_knows_ones_own_records(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """With `--records` the names of a folder count, too."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "own.toml").write_text(
        '[[sources]]\nid = "s"\npublisher = "P"\n[[operators]]\nid = "zarvalia"\nname = "Zarvalia"\ncitations = ["s"]\n'
    )
    article = tmp_path / "a.txt"
    article.write_text("Zarvalia va créer 300 emplois à Oujda.", encoding="utf-8")
    assert main(["draft", str(article), "--records", str(folder)]) == 0
    (promise,) = tomllib.loads(capsysbinary.readouterr().out.decode())["commitments"]
    assert promise["made_by"] == ["zarvalia"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "got '0xe9 at byte 4', expected a text in UTF-8"),
        (b"  \n", "expected an article"),
        ("Il fait beau à Oujda.".encode(), "nothing to draft"),
    ],
)
def test_an_article_that_cannot_be_drafted_is_bad_news(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 1, prints no file, and says why."""
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    assert main(["draft", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_a_wrong_call_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there, a language that nobody reads, or a date that is none."""
    wrong = (["--language", "de", str(MEMORANDA)], ["--published", "2026-13", str(MEMORANDA)])
    for arguments in (["nope.txt"], [str(tmp_path)], *wrong, []):
        with pytest.raises(SystemExit) as ended:
            main(["draft", *arguments])
        assert ended.value.code == 2
        assert capsys.readouterr().out == ""


def test_an_unknown_source_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Our own error, on the standard error."""
    assert main(["draft", "--source", "nope", str(MEMORANDA)]) == 1
    assert "nope" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="files can always be read there")
def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault of the system is told with the name of the file."""
    path = tmp_path / "article.txt"
    path.write_text("x")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["draft", str(path)]) == 1
    assert "Permission denied" in capsys.readouterr().err


# Web pages


def test_a_web_page_is_read_without_what_stands_around_the_article(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Menus and comments are left out; what the page says of itself fills the source."""
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert main(["draft", str(path)]) == 0
    out = capsysbinary.readouterr().out.decode()
    (source,) = tomllib.loads(out)["sources"]
    assert source["title"] == "Oujda accueille un nouveau centre"
    assert source["publisher"] == "Le Journal"
    assert str(source["published"]) == "2026-03-14"
    assert 'due = "2029"' in out
    assert "9.000" not in out


def test_a_page_is_told_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The standard input has no name; a page begins as one."""
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PAGE.encode())))
    assert main(["draft", "-"]) == 0
    assert tomllib.loads(capsysbinary.readouterr().out.decode())["sources"][0]["publisher"] == "Le Journal"


def test_a_page_without_an_article_is_bad_news(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is drafted of a page that holds no text."""
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>")
    assert main(["draft", str(path)]) == 1
    assert "no text was found in it" in capsys.readouterr().err


def page_of(body: str) -> Page:
    pytest.importorskip("trafilatura")
    return read_article(f"<html><head><title>Oujda</title></head><body>{body}</body></html>".encode(), "page.html")


def test_a_page_of_more_elements_than_an_article_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It would take too long; its text can be saved and read instead."""
    assert page_of("<p>300 emplois à Oujda</p>" + "<br>" * 29_990).text == "300 emplois à Oujda"
    message = (
        "html: got 'a page of more than 30000 elements', expected at most 30000, and an article has far fewer; "
        "save its text instead"
    )
    with pytest.raises(mo.errors.InvalidField) as fault:
        page_of("<br>" * 30_000)
    assert str(fault.value) == message
    path = tmp_path / "page.html"
    path.write_text("<html>" + "<br>" * 30_000, encoding="utf-8")
    assert main(["draft", str(path)]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("opens", "closes"), [("<div>" * 90, "</div>" * 90), ("<div>" * 240, "</div>" * 240), ("<b>" * 5_000, "")]
)
def test_what_is_nested_deep_keeps_its_text(opens: str, closes: str) -> None:
    """Deeper than any article, where parsers give up."""
    text = page_of(f"<p>Avant.</p>{opens}Intelcia va créer 300 <i>emplois</i> à Oujda.{closes}<p>Après.</p>").text
    assert "".join(text.split()) == "Avant.Intelciavacréer300emploisàOujda.Après."


def test_a_page_is_read_however_its_tags_are_broken() -> None:
    """Text before, between and after its parts; several heads and bodies; names that are none."""
    html = (
        "avant {% x %}<html lang=fr><head><title>Oujda</title></head><p>300 emplois</p><head></head></body>au milieu"
        "<body class=a {{b}}=c '=d><p1\">et <{{x}}>400 emplois</i></table></html>après\x01\x0c&#1;<p>fin"
    )
    pytest.importorskip("trafilatura")
    text = read_article(html.encode(), "page.html").text
    assert [
        word for word in ("avant", "300 emplois", "milieu", "400 emplois", "après", "fin") if word not in text
    ] == []


def test_scripts_and_styles_are_no_text() -> None:
    """What they hold is never read as a promise."""
    text = page_of(
        "<p>Intelcia va créer 300 emplois.</p><script>var a = '400 emplois';</script><style>p{content:'500'}"
        "</style><!-- 600 emplois --><p>Fin.</p>"
    ).text
    assert "300 emplois" in text
    assert not any(number in text for number in ("400", "500", "600"))


def test_data_for_machines_name_the_publisher() -> None:
    """Those of the size that pages have; what is too long is not looked at."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "publisher": {"name": "Le Journal"}}
    script = '<script type="application/ld+json">{}</script><p>Intelcia va créer 300 emplois à Oujda.</p>'
    assert page_of(script.format(json.dumps(data))).publisher == "Le Journal"
    assert page_of(script.format(json.dumps(data | {"articleBody": "x" * 20_000}))).publisher is None


def test_of_a_large_page_the_article_is_found_too() -> None:
    """Past three thousand elements no second opinion is asked for."""
    article = "".join(
        f"<p>Intelcia va créer {jobs} emplois à Oujda, a annoncé son directeur.</p>" for jobs in range(300, 320)
    )
    page = page_of(f"<ul>{'<li><a href=x>Menu</a></li>' * 3_000}</ul><article><h1>Un centre</h1>{article}</article>")
    assert page.title == "Un centre"
    assert page.text.count("emplois") == 20
    assert "Menu" not in page.text


def test_without_trafilatura_the_command_says_what_to_install(tmp_path: Path) -> None:
    """The rest of the command works without it."""
    page, text = tmp_path / "page.html", tmp_path / "article.txt"
    page.write_text(PAGE, encoding="utf-8")
    text.write_text("Intelcia va créer 300 emplois à Oujda.", encoding="utf-8")
    program = (
        "import sys; sys.modules['trafilatura'] = None\n"
        "from maroc_offshoring.cli import main\n"
        "import json; print(json.dumps([main(['draft', path]) for path in sys.argv[1:]]), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(page), str(text)],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    *messages, codes = done.stderr.splitlines()
    assert json.loads(codes) == [1, 0]
    assert "pip install 'maroc-offshoring[text]'" in messages[0]
