"""The site of the documentation: it builds without a warning, its links lead somewhere, and it fetches nothing."""

import os
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from types import FunctionType, ModuleType
from urllib.parse import unquote, urlsplit

import pytest
from attrs import Factory, define

import maroc_offshoring as mo

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "use": ("href",),
    "video": ("src", "poster"),
}
NOT_FETCHED = {"author", "canonical", "index", "next", "prev", "search"}  # what a link may say without loading it


@define
class Page(HTMLParser):
    """What a page has, links to and fetches."""

    ids: set[str] = Factory(set)
    links: list[str] = Factory(list)
    fetched: list[str] = Factory(list)
    language: str | None = None

    def __attrs_pre_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag has."""
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found[name] for name in ("id", "name") if name in found}
        if tag == "html":
            self.language = found.get("lang")
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if not (tag == "link" and set(found.get("rel", "").split()) <= NOT_FETCHED):
            self.fetched += [found[name] for name in FETCHED.get(tag, ()) if name in found]
        self.fetched += re.findall(r"url\(([^)]*)\)", found.get("style", ""))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a warning is an error."""
    for package in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(package, reason="the site needs the extra docs")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", str(folder / "trees")]
    unreachable = {**os.environ, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    done = subprocess.run(
        [*command, str(DOCS), str(folder / "html")], capture_output=True, text=True, env=unreachable, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """The pages of the site, by their path in it."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        page = Page()
        page.feed(file.read_text("utf-8"))
        found[file.relative_to(site).as_posix()] = page
    return found


def test_links_within_the_site_lead_somewhere(site: Path, pages: dict[str, Page]) -> None:
    """Each link to a page or a heading of the site finds it."""
    lost = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = Path(os.path.normpath(Path(path).parent / unquote(parts.path))).as_posix() if parts.path else path
            there = (site / target).is_file()
            if not there or (parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids):
                lost.append((path, link))
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert not lost


def test_no_page_fetches_anything_from_elsewhere(site: Path, pages: dict[str, Page]) -> None:
    """Scripts, styles, fonts and images are files of the site."""
    fetched = [(path, address) for path, page in pages.items() for address in page.fetched]
    for file in site.rglob("*.css"):
        text = file.read_text("utf-8")
        addresses = re.findall(r"url\(\s*['\"]?([^)'\"]*)", text) + re.findall(r"@import\s+['\"]([^'\"]*)", text)
        fetched += [(file.name, address) for address in addresses]
    assert len(fetched) > 100
    assert [found for found in fetched if re.match(r"['\"]?\s*(https?:|//|ftp:)", found[1])] == []


def test_french_pages_say_that_they_are_french(pages: dict[str, Page]) -> None:
    """A screen reader reads each page in its language."""
    languages = {path: page.language for path, page in pages.items()}
    assert languages["fr/debut.html"] == "fr"
    assert {path for path, language in languages.items() if language != "en"} == {
        path for path in languages if path.startswith("fr/")
    }


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    """The reference has all names of the face, and those that its rooms list as theirs."""
    inventory = (site / "objects.inv").read_bytes().split(b"\n", 4)[-1]
    told = {line.split(" ", 1)[0] for line in zlib.decompress(inventory).decode().splitlines() if " py:" in line}
    wanted = set()
    for name in mo.__all__:
        thing = getattr(mo, name)
        if isinstance(thing, ModuleType):
            wanted |= {(f"maroc_offshoring.{name}.{inner}", f"maroc_offshoring.{inner}") for inner in public(thing)}
        else:
            wanted.add((f"maroc_offshoring.{name}", f"maroc_offshoring.{name}"))
    wanted.discard(("maroc_offshoring.__version__",) * 2)
    assert {long for long, short in wanted if not {long, short} & told} == set()


def public(room: ModuleType) -> list[str]:
    """The names that a room lists as its own, or else defines."""
    listed = getattr(room, "__all__", None)
    if listed is not None:
        return list(listed)
    return [
        name
        for name, thing in vars(room).items()
        if name[0] != "_" and isinstance(thing, (type, FunctionType)) and thing.__module__ == room.__name__
    ]


def test_links_between_sources_of_pages_lead_to_files() -> None:
    """What a page links to by a relative path is a file, so that the links work where the code is hosted too."""
    lost = []
    for file in [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *DOCS.glob("*/*.md")]:
        for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8")):
            if "://" not in link and not link.startswith(("#", "mailto:")):
                target = file.parent / unquote(link.split("#")[0])
                if not target.exists():
                    lost.append((file.name, link))
    assert not lost


@pytest.mark.parametrize("page", ["start.md", "fr/debut.md"])
def test_the_first_steps_install_as_the_readme_does(page: str) -> None:
    """The line by which a newcomer begins is that of the README, which continuous integration runs."""
    command = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e . && .venv/bin/python"
    assert command in (ROOT / "README.md").read_text("utf-8")
    assert command in (DOCS / page).read_text("utf-8")
