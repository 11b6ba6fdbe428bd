"""The report as a reader has it: opened from disk in Chromium, by mouse, by keyboard, on a phone, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import maroc_offshoring as mo

LANGUAGES = ("fr", "en", "ar")
ROWS = "#ledger-commitments tbody:not([hidden])"

Made = Callable[..., Path]
Opened = Callable[..., Any]


def shown(page: Any) -> list[str]:
    """The ids of the commitments that are shown, in their order."""
    return [each[2:] for each in page.locator(ROWS).evaluate_all("rows => rows.map(row => row.id)")]


def control(page: Any, name: str, ledger: str = "commitments") -> Any:
    """A control of a ledger, by the name that a screen reader gives it."""
    form = page.locator(f"#ledger-{ledger} form")
    return form.get_by_role("searchbox", name=name, exact=True).or_(form.get_by_role("combobox", name=name, exact=True))


@pytest.mark.parametrize(
    ("language", "place"), [("fr", None), ("fr", "Oriental"), ("en", "Oriental"), ("ar", "Oriental")]
)
def test_a_report_opens_from_disk_without_a_complaint_and_asks_the_network_for_nothing(
    made: Made, opened: Opened, ds: mo.Dataset, language: str, place: str | None
) -> None:
    """The fixture fails where a page logs anything or asks for any address."""
    page = opened(made(language, place))
    assert page.locator("h1").is_visible()
    expected = ds.commitments if place is None else ds.commitments.where(place=place)
    assert set(shown(page)) == set(expected.ids)
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(200)


def test_the_policy_of_the_page_stops_scripts_styles_and_pictures_that_are_not_its_own(
    made: Made, opened: Opened, browser: Any, tmp_path: Path
) -> None:
    """What a careless hand adds to the file neither runs nor fetches."""
    added = (
        "<script>document.title='run'</script><img src='https://example.org/a.png' onerror='document.title=\"run\"'>"
    )
    changed = tmp_path / "changed.html"
    changed.write_text(
        made("fr", "Oriental").read_text(encoding="utf-8").replace("<main", f"{added}<main"), encoding="utf-8"
    )
    context = browser.new_context()
    stopped: list[tuple[str, str]] = []
    page = context.new_page()
    page.on("requestfailed", lambda request: stopped.append((request.url, request.failure)))
    page.goto(changed.as_uri())
    page.wait_for_timeout(200)
    assert page.title() == "Offshoring\u00a0: Oriental"
    assert stopped == [("https://example.org/a.png", "csp")]
    context.close()


@pytest.mark.parametrize("typed", ["fes", "FÈS", "fès", "فاس"])
def test_search_ignores_accents_case_and_language(whole: Any, ds: mo.Dataset, typed: str) -> None:
    """Fès is found however it is written."""
    page = whole
    control(page, "Rechercher").fill(typed)
    found = shown(page)
    assert 0 < len(found) < 60
    assert "2009-01-16-fes-shore-10000" in found
    assert page.locator("#ledger-commitments .count").inner_text() == f"{len(found)} sur {len(ds.commitments)}"


def test_search_takes_every_word_and_says_when_nothing_matches(whole: Any) -> None:
    """Two words narrow further than one; nonsense finds nothing, and the page says so."""
    page = whole
    control(page, "Rechercher").fill("oujda")
    many = shown(page)
    control(page, "Rechercher").fill("oujda saccom")
    assert set(shown(page)) < set(many)
    control(page, "Rechercher").fill("zzzzz")
    assert shown(page) == []
    assert page.get_by_text("Rien ne correspond.").first.is_visible()


def test_each_filter_narrows_as_the_library_does(whole: Any, ds: mo.Dataset) -> None:
    """The rows that a filter leaves are those that `where` selects."""
    page = whole
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("région", "Oriental", {"region": "Oriental"}),
        ("opérateur", "Phoneo", {"operator": "Phoneo"}),
        ("état", "manqué", {"status": "missed"}),
        ("année d'annonce", "2019", {"announced": 2019}),
    ]
    for name, choice, where in asked:
        control(page, name).select_option(label=choice)
        assert set(shown(page)) == set(ds.commitments.where(**where).ids), name
        control(page, name).select_option(value="")
    control(page, "segment").select_option(label="ESO · Externalisation des services d'ingénierie")
    assert set(shown(page)) == set(ds.commitments.where(segment="ESO").ids)
    control(page, "région").select_option(label="Oriental")
    assert set(shown(page)) == set(ds.commitments.where(segment="ESO", region="Oriental").ids)
    page.locator("#ledger-commitments").get_by_role("button", name="Tout afficher").click()
    page.wait_for_function(f"document.querySelectorAll('{ROWS}').length === {len(ds.commitments)}")


def test_a_column_sorts_both_ways_with_what_has_no_value_last(whole: Any) -> None:
    """The heads are buttons; they say in which order the column stands."""
    page = whole
    head = page.locator("#ledger-commitments th", has_text="emplois").first
    numbers = "cells => cells.map(cell => cell.dataset.by)"
    cells = page.locator(f"{ROWS} > tr:first-child > td:nth-child(5)")
    for way, backwards in (("ascending", False), ("descending", True)):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == way
        found = cells.evaluate_all(numbers)
        stated = [float(each) for each in found if each]
        assert len(stated) > 50
        assert stated == sorted(stated, reverse=backwards)
        assert found[len(stated) :] == [""] * (len(found) - len(stated))
    page.locator("#ledger-commitments th", has_text="annoncé").get_by_role("button").click()
    assert head.get_attribute("aria-sort") is None
    dates = page.locator(f"{ROWS} > tr:first-child > td:nth-child(4)").evaluate_all(numbers)
    assert [date for date in dates if date] == sorted(date for date in dates if date)


def test_the_working_of_a_key_figure_opens_by_keyboard(whole: Any) -> None:
    """Tab reaches it, Enter opens it, and there stand the lines that were added."""
    page = whole
    working = page.locator(".card").first.locator("details").first
    assert not working.locator(".derivation").is_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if working.locator("summary").first.evaluate("summary => summary === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert working.locator(".derivation").is_visible()
    assert "2022-04-20" in working.inner_text()
    page.keyboard.press("Enter")
    assert not working.locator(".derivation").is_visible()


def test_the_figure_of_a_commitment_opens_its_working_and_its_sources(whole: Any) -> None:
    """Its figure is a link; followed by keyboard it opens the working, moves there and shows the printed words."""
    page = whole
    row = page.locator("[id='c-2025-07-22-onepoint-500']")
    row.locator("a.opens").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
    assert row.locator("details").first.get_attribute("open") is not None
    assert "plus de 500 emplois" in row.inner_text()
    number = row.locator("details a[href^='#s']").first
    target = number.get_attribute("href")
    number.click()
    assert page.locator(f"ol > li{target}").is_visible()


def test_an_address_with_the_id_of_a_commitment_leads_to_its_working(made: Made, opened: Opened) -> None:
    """So one can mail a link to one promise."""
    page = opened(made("fr", "Oriental"))
    page.evaluate("location.hash = 'c-2020-07-10-saccom-oujda-1000'")
    page.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
    assert page.locator("[id='c-2020-07-10-saccom-oujda-1000'] details").first.get_attribute("open") is not None


def test_a_verdict_and_a_finding_open_too(whole: Any) -> None:
    """They can be searched and filtered as the commitments can."""
    page = whole
    delivery = page.locator("#ledger-delivery")
    control(page, "verdict", "delivery").select_option(label="manqué")
    row = delivery.locator("tbody:not([hidden])").first
    row.locator("summary").first.click()
    assert row.locator(".derivation").is_visible()
    assert "manqué" in row.locator(".derivation").inner_text()
    finding = page.locator("#ledger-findings tbody").first
    finding.locator("summary").first.click()
    assert finding.locator("li").first.is_visible()


def test_arabic_runs_from_right_to_left(made: Made, opened: Opened) -> None:
    """The first column is the rightmost, and so is the title."""
    page = opened(made("ar", "Oriental"))
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    heads = page.locator("#ledger-commitments thead th")
    places = [heads.nth(at).bounding_box()["x"] for at in range(heads.count())]
    assert places == sorted(places, reverse=True)
    title = page.locator("h1 bdi").bounding_box()
    assert title["x"] + title["width"] > 1280 * 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_of_a_phone_needs_no_sideways_scrolling(made: Made, opened: Opened, language: str) -> None:
    """At 390 pixels nothing of the page is wider, closed or open, and the controls work."""
    page = opened(made(language, "Oriental"), width=390, height=844)
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == 390
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate(wide) == 390
    search = page.locator("#ledger-commitments input")
    search.fill("saccom")
    assert 0 < len(shown(page)) < 10
    search.fill("")
    order = page.locator("#ledger-commitments .order select")
    assert order.is_visible()
    order.select_option(value="3 ascending")
    dates = page.locator(f"{ROWS} > tr:first-child > td:nth-child(4)").evaluate_all(
        "cells => cells.map(cell => cell.dataset.by)"
    )
    assert [date for date in dates if date] == sorted(date for date in dates if date)
    for box in (search, order):
        assert box.bounding_box()["height"] >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious(made: Made, opened: Opened, axe: str, language: str) -> None:
    """In each language, light and dark, with every working open."""
    for scheme, place in (("light", "Oriental"), ("dark", "Tétouan")):
        page = opened(made(language, place), color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert found_by(axe, page) == []


def test_axe_finds_nothing_serious_on_a_phone(made: Made, opened: Opened, axe: str) -> None:
    """Where the tables become cards."""
    assert found_by(axe, opened(made("fr", "Tétouan"), width=390, height=844)) == []


def found_by(axe: str, page: Any) -> list[str]:
    """What axe-core holds for serious or critical."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert len(found["passes"]) > 20
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['any'][:1]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def test_light_and_dark_follow_the_reader(made: Made, opened: Opened) -> None:
    """The paper is bright in the one and dark in the other."""
    colour = "getComputedStyle(document.body).backgroundColor"
    brightness = []
    for scheme in ("light", "dark"):
        page = opened(made("fr", "Oriental"), color_scheme=scheme)
        brightness.append(sum(map(int, re.findall(r"\d+", page.evaluate(colour))[:3])))
    assert brightness[0] > 700
    assert brightness[1] < 120


def test_paper_has_all_that_matters_and_no_controls(made: Made, opened: Opened) -> None:
    """Printing opens the working of the key figures, and leaves out what one cannot use on paper."""
    page = opened(made("fr", "Oriental"))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card .derivation").first.is_visible()
    assert not page.locator("form").first.is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator(ROWS).first.is_visible()
    assert page.locator("#sources li").first.is_visible()
    assert page.locator("#ledger-commitments .count").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".card .derivation").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts_the_report_is_whole(made: Made, opened: Opened, ds: mo.Dataset) -> None:
    """Every commitment stands there and opens; only the controls are absent."""
    page = opened(made("fr", "Oriental"), java_script_enabled=False)
    assert page.locator(ROWS).count() == len(ds.commitments.where(place="Oriental"))
    assert not page.locator("form").first.is_visible()
    row = page.locator("[id='c-2020-07-10-saccom-oujda-1000']")
    row.locator("summary").first.click()
    assert row.locator("details li").first.is_visible()


def test_names_of_strangers_run_nothing(made: Made, opened: Opened) -> None:
    """A script in a title or a name is shown as text, and found by search."""
    paper = mo.Source(id="paper", publisher="<img src=x onerror=alert(1)>", title="</script><script>alert(1)</script>")
    acme = mo.Operator(
        id="acme", name="</option><script>document.title='run'</script>\u2028\u202eACME", citations=[paper]
    )
    morocco = mo.Country(id="morocco", name=mo.Name("Maroc", "Morocco", "المغرب"), citations=[paper])
    ours = mo.Commitment(
        id="ours", title='"><script>document.title="run"</script>', made_by=[acme], places=[morocco], announced_on=2026,
        pledges=[mo.Pledge(measure="jobs", figure="300 emplois", basis="additional")], citations=[paper],
    )  # fmt: skip
    page = opened(made("fr", dataset=mo.Dataset.of(ours), name="strangers"))
    assert page.title() == "Offshoring au Maroc"
    assert page.locator("img").count() == 0
    assert '"><script>document.title="run"</script>' in page.locator("#ledger-commitments tbody").inner_text()
    control(page, "Rechercher").fill("<script>")
    assert shown(page) == ["ours"]
