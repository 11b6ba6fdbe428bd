"""Reports in a browser: Debian's Chromium, with all network forbidden and every complaint of a page kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def made(ds: mo.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes a report, each once: `made("fr", place="Oriental")` is its path."""
    folder = tmp_path_factory.mktemp("reports")

    def make(language: str, place: str | None = None, dataset: mo.Dataset | None = None, name: str = "") -> Path:
        path: Path = folder / f"{language}-{place}-{name}.html"
        if not path.exists():
            mo.report(dataset or ds, path, language=language, place=place)
        return path

    return make


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium; for a module, as its event loop must not stand in the way of other tests."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(f"there is no Chromium: none of {', '.join(_NAMES)} is on the path (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page, what it asked the network for, and what it complained of."""

    def __init__(self, context: Any) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        context.route("**/*", self._answer)
        self.page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _answer(self, route: Any) -> None:
        """Let the report itself through, and nothing else."""
        address = route.request.url
        if address.startswith("file:") and route.request.is_navigation_request():
            route.continue_()
            return
        self.asked.append(address)
        route.abort()


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a report: `opened(path, width=390, color_scheme="dark")` is its page. It may not complain or ask."""
    contexts: list[tuple[Any, Opened]] = []

    def at(path: Path, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        found = Opened(context)
        contexts.append((context, found))
        found.page.goto(path.as_uri())
        return found.page

    yield at
    for context, _ in contexts:
        context.close()
    assert [found.asked for _, found in contexts] == [[] for _ in contexts]
    assert [found.complaints for _, found in contexts] == [[] for _ in contexts]


@pytest.fixture(scope="module")
def whole_page(browser: Any, made: Callable[..., Path]) -> Iterator[Any]:
    """The whole record in French, opened once."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Opened(context)
    found.page.goto(made("fr").as_uri())
    yield found.page
    context.close()
    assert (found.asked, found.complaints) == ([], [])


@pytest.fixture
def whole(whole_page: Any) -> Any:
    """The whole record in French, as it opens: nothing filtered, sorted or open."""
    whole_page.evaluate("document.querySelectorAll('form').forEach((form) => form.reset())")
    whole_page.evaluate(
        "document.querySelectorAll('details').forEach((each) => { each.open = !!each.closest('.derivation'); })"
    )
    whole_page.evaluate("document.querySelector('.skip').focus()")  # from where Tab goes on
    whole_page.wait_for_function("!document.querySelector('.ledger tbody[hidden], .ledger th[aria-sort]')")
    return whole_page


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, as the package axe-playwright-python brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
