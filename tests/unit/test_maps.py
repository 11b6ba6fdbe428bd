"""Maps of small hand-made records: what is coloured, what is a point, what is told below, and what is refused."""

import math
import pickle
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import maroc_offshoring as mo
from maroc_offshoring.display.maps.scale import classes

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</svg><script>alert('x')</script> \"&\u202e]]>\ufffe🏗"


def drawing(shown: mo.Map) -> ElementTree.Element:
    """The picture, read by an XML parser."""
    return ElementTree.fromstring(shown.svg)


def regions(shown: mo.Map) -> dict[str, ElementTree.Element]:
    """The elements of the regions, by their ids."""
    found = [each for each in drawing(shown).iter() if each.get("class") == "maroc-region"]
    assert len(found) == 12
    return {each.attrib["data-region"]: each for each in found}


def points(shown: mo.Map) -> dict[str, ElementTree.Element]:
    """The elements of the points, by the ids of their places."""
    return {each.attrib["data-place"]: each for each in drawing(shown).iter(f"{SVG}circle") if each.get("data-place")}


def texts(shown: mo.Map) -> list[str]:
    """The lines of text that are drawn, with plain spaces and no marks of direction."""
    found = ("".join(each.itertext()) for each in drawing(shown).iter(f"{SVG}text"))
    return [re.sub("[\u2066-\u2069]", "", re.sub("[\u202f\xa0]", " ", text)) for text in found]


def radius(point: ElementTree.Element) -> float:
    return float(point.attrib["r"])


@pytest.fixture(scope="module")
def cities(world: Any) -> dict[str, mo.City]:
    """Two cities with coordinates, and one without."""
    oujda = mo.City(
        id="oujda", name="Oujda", parent=world.oriental, latitude="34.68", longitude="-1.91", citations=[world.paper]
    )
    fes = mo.City(
        id="fes", name="Fès", parent=world.fes_meknes, latitude="34.03", longitude="-5.0", citations=[world.paper]
    )
    return {"oujda": oujda, "fes": fes, "jerada": world.jerada}


@pytest.fixture(scope="module")
def promises(world: Any, cities: dict[str, mo.City]) -> Any:
    """Promises for Oujda, Fès and Jerada, for Oujda and Fès together, and for no place."""
    return mo.Dataset.of(
        world.promise("oujda-jobs", "plus de 2000 emplois", places=[cities["oujda"]]),
        world.promise("fes-jobs", 500, places=[cities["fes"]]),
        world.promise("jerada-jobs", 100, places=[cities["jerada"]]),
        world.promise("both", 700, places=[cities["oujda"], cities["fes"]]),
        world.promise("nowhere", 900),
    ).commitments


@pytest.fixture(scope="module")
def by_region(promises: Any) -> mo.Map:
    return mo.map(promises.breakdown("jobs", by="region"))


@pytest.fixture(scope="module")
def by_city(promises: Any) -> mo.Map:
    return mo.map(promises.breakdown("jobs", by="city"))


def test_a_region_is_the_stronger_the_larger_its_figure(by_region: mo.Map) -> None:
    """The region with more jobs has the stronger blue, and those without a figure are hatched."""
    drawn = regions(by_region)
    assert drawn["MA-02"].attrib["fill"] == drawn["MA-03"].attrib["fill"]
    assert float(drawn["MA-02"].attrib["fill-opacity"]) > float(drawn["MA-03"].attrib["fill-opacity"])
    assert drawn["MA-12"].attrib["fill"].startswith("url(#maroc-hatch-")


def test_figures_stand_on_the_map_with_how_firmly_they_are_stated(by_region: mo.Map) -> None:
    """A floor keeps its sign, the sign is explained, and pointing at a region tells its figure in words."""
    assert {"≥ 2 100", "500", "≥ at least."} <= set(texts(by_region))
    assert regions(by_region)["MA-02"].findtext(f"{SVG}title") == "Oriental: at least 2\u202f100\xa0jobs"
    assert regions(by_region)["MA-01"].findtext(f"{SVG}title") == "Tangier-Tetouan-Al Hoceima: no figure"


def test_what_is_of_no_single_region_is_told_below_with_the_sum(by_region: mo.Map) -> None:
    """What is for two regions, and what is for none that is stated, stand below the map; so does the sum of all."""
    assert {"Not on the map", "not stated: 900 jobs", "Oujda, Fès: 700 jobs"} <= set(texts(by_region))
    assert "In all, on the map and off it: ≥ 4 200 jobs" in texts(by_region)
    assert [str(each.what) for each in by_region.unplaced] == ["not stated", "Oujda, Fès"]


def test_zero_is_not_the_same_as_no_figure(world: Any, cities: dict[str, mo.City]) -> None:
    """A region with none has the faintest blue and a 0; one without a figure is hatched and has none."""
    none = mo.Dataset.of(world.promise("none", 0, places=[cities["fes"]])).commitments
    shown = mo.map(none.breakdown("jobs", by="region"))
    drawn = regions(shown)
    assert drawn["MA-03"].attrib["fill-opacity"] == "0.05"
    assert drawn["MA-02"].attrib["fill"].startswith("url(#")
    assert texts(shown).count("0") == 2  # on the region, and in the legend
    assert radius(points(mo.map(none.breakdown("jobs", by="city")))["fes"]) > 0


def test_the_area_of_a_point_is_in_proportion_to_its_figure(by_city: mo.Map) -> None:
    """Four times the jobs are four times the area."""
    drawn = points(by_city)
    assert set(drawn) == {"oujda", "fes"}
    ratio = (radius(drawn["oujda"]) / radius(drawn["fes"])) ** 2
    assert math.isclose(ratio, 4, rel_tol=0.01)


def test_a_place_without_coordinates_is_told_and_not_put_anywhere(by_city: mo.Map) -> None:
    """Jerada has no coordinates: it stands below the map with its figure and the reason."""
    assert "Jerada: 100 jobs (no coordinates in the record)" in texts(by_city)
    assert not [each for each in texts(by_city) if each.startswith("Jerada ")]


def test_a_tile_needs_no_coordinates(promises: Any) -> None:
    """On tiles Jerada stands in its region, and nothing names OpenStreetMap, as nothing of it is drawn."""
    shown = mo.map(promises.breakdown("jobs", by="city"), outlines=False)
    assert set(points(shown)) == {"oujda", "fes", "jerada"}
    assert {each.tag for each in regions(shown).values()} == {f"{SVG}rect"}
    assert "OpenStreetMap" not in shown.svg
    assert "ISO 3166-2:MA" in shown.attribution


def test_points_of_a_tile_lie_in_it(promises: Any) -> None:
    """Each point lies within the tile of its region, and no two of them on one another."""
    shown = mo.map(promises.breakdown("jobs", by="city"), outlines=False)
    tile = {
        key: float(value)
        for key, value in regions(shown)["MA-02"].attrib.items()
        if key in ("x", "y", "width", "height")
    }
    both = [points(shown)[name] for name in ("oujda", "jerada")]
    for point in both:
        x, y = float(point.attrib["cx"]), float(point.attrib["cy"])
        assert tile["x"] <= x - radius(point) <= x + radius(point) <= tile["x"] + tile["width"]
        assert tile["y"] <= y - radius(point) <= y + radius(point) <= tile["y"] + tile["height"]
    first, second = both
    apart = float(second.attrib["cx"]) - float(first.attrib["cx"])
    assert apart > radius(first) + radius(second)


@pytest.mark.parametrize("is_sized", [True, False])
def test_very_many_points_stay_in_their_tile(world: Any, is_sized: bool) -> None:
    """Sixty cities of one region lie closer together, and none leaves the tile."""
    cities = [world.city(f"c{n}", f"City {n}", world.oriental) for n in range(60)]
    promised = mo.Dataset.of(*(world.promise(f"p{city.id}", 10 + n, places=[city]) for n, city in enumerate(cities)))
    jobs = promised.commitments
    sites = jobs.breakdown("jobs", by="city") if is_sized else cities
    shown = mo.map(jobs.breakdown("jobs", by="region"), sites=sites, outlines=False)
    left, width = (float(regions(shown)["MA-02"].attrib[key]) for key in ("x", "width"))
    drawn = points(shown).values()
    assert len(drawn) == 60
    for point in drawn:
        assert radius(point) > 0
        assert left <= float(point.attrib["cx"]) - radius(point)
        assert float(point.attrib["cx"]) + radius(point) <= left + width


def test_a_site_stands_at_its_own_coordinates_or_in_its_city(world: Any, cities: dict[str, mo.City]) -> None:
    """One site has coordinates; the other stands in its city, which a note and the table tell."""
    park = mo.Site(
        id="park", name="Park", parent=cities["fes"], latitude="34.05", longitude="-4.9", citations=[world.paper]
    )
    shore = mo.Site(id="shore", name="Shore", parent=cities["oujda"], citations=[world.paper])
    shown = mo.map(mo.Dataset.of(park, shore))
    assert [(point.place.id, point.at and point.at.id) for point in shown.points] == [
        ("park", "park"),
        ("shore", "oujda"),
    ]
    assert "A site stands at the centre of its city: its own coordinates are not known." in texts(shown)
    assert "sites" in texts(shown)  # the legend says what a point is
    assert "at its own coordinates" in shown.html()
    assert "at the centre of Oujda" in shown.html()


def test_sites_of_one_city_share_a_name_and_are_all_told(world: Any, cities: dict[str, mo.City]) -> None:
    """Three sites in Fès are three circles at one place, one name with their number, and three rows of the table."""
    sites = [mo.Site(id=f"fes-{n}", name=f"Fès {n}", parent=cities["fes"], citations=[world.paper]) for n in range(3)]
    shown = mo.map(mo.Dataset.of(*sites))
    assert len({(point.attrib["cx"], point.attrib["cy"]) for point in points(shown).values()}) == 1
    assert "Fès (3)" in texts(shown)
    assert all(f"fes-{n}" in shown.html() for n in range(3))


def test_points_stand_on_coloured_regions(promises: Any) -> None:
    """A map of regions takes a breakdown by city as points; what neither shows is told of each."""
    shown = mo.map(promises.breakdown("jobs", by="region"), sites=promises.breakdown("jobs", by="city"))
    assert set(points(shown)) == {"oujda", "fes"}
    assert len(shown.regions) == 2
    assert {"Not on the map, regions", "Not on the map, points"} <= set(texts(shown))


def test_points_without_figures_stand_on_coloured_regions(promises: Any, cities: dict[str, mo.City]) -> None:
    """A map of regions takes a list of places; each is drawn once."""
    shown = mo.map(promises.breakdown("jobs", by="region"), sites=[cities["oujda"], cities["oujda"], cities["fes"]])
    assert [point.place.id for point in shown.points] == ["fes", "oujda"]


@pytest.mark.parametrize(
    ("language", "osm", "regions_by", "total"),
    [
        ("fr", "© les contributeurs d'OpenStreetMap", "la loi marocaine", "En tout"),
        ("en", "© OpenStreetMap contributors", "Moroccan law", "In all"),
        ("ar", "© المساهمون في OpenStreetMap", "القانون المغربي", "المجموع"),
    ],
)
def test_a_map_says_in_its_language_who_drew_it(
    promises: Any, language: str, osm: str, regions_by: str, total: str
) -> None:
    """The outlines name OpenStreetMap and its licence, the regions the law and ISO; all of it is drawn."""
    shown = mo.map(promises.breakdown("jobs", by="region"), language=language)
    drawn = " ".join(texts(shown))
    for words in (osm, "ODbL 1.0", regions_by, "ISO 3166-2:MA"):
        assert words in shown.attribution
        assert words in drawn
    assert total in drawn
    assert drawing(shown).attrib["lang"] == language


def test_arabic_is_isolated_from_right_to_left(promises: Any) -> None:
    """Each Arabic line is set from right to left by Unicode's isolates, whatever page holds the picture."""
    shown = mo.map(promises.breakdown("jobs", by="region"), language="ar")
    lines = ["".join(each.itertext()) for each in drawing(shown).iter(f"{SVG}text")]
    assert lines
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)


def test_the_picture_tells_itself_to_who_does_not_see_it(by_region: mo.Map) -> None:
    """It is one image with a title, and a description with every figure, the regions without, and what is not on it."""
    root = drawing(by_region)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == root.findtext(f"{SVG}title") == "Jobs, by region"
    told = (root.findtext(f"{SVG}desc") or "").replace("\u202f", " ").replace("\xa0", " ")
    for words in ("Oriental: at least 2 100 jobs", "Regions without a figure: Tangier", "not stated: 900 jobs"):
        assert words in told


def test_the_html_holds_the_picture_and_the_table_of_its_values(by_region: mo.Map) -> None:
    """A notebook shows both; a page that has the style already can leave it out."""
    html = by_region._repr_html_()
    assert by_region.svg in html
    assert "<table>" in html
    assert html.count("<style>") == 1
    assert "<style>" not in by_region.html(styled=False)


def test_the_picture_fetches_nothing_and_runs_nothing(by_region: mo.Map) -> None:
    """No script, no style sheet, no address; colours come from the page."""
    tags = {each.tag.removeprefix(SVG) for each in drawing(by_region).iter()}
    assert tags <= {"svg", "title", "desc", "defs", "pattern", "path", "rect", "circle", "line", "g", "text"}
    for each in drawing(by_region).iter():
        assert not any("href" in key or key.startswith("on") for key in each.attrib)
    assert drawing(by_region).attrib["fill"] == "currentColor"


def test_one_map_is_one_picture(promises: Any) -> None:
    """Made twice it is the same to the byte; and its pattern is named so that another map has another."""
    first, again = (mo.map(promises.breakdown("jobs", by="region")) for _ in range(2))
    other = mo.map(promises.breakdown("jobs", by="region"), language="fr")
    assert first.svg == again.svg
    hatch = {re.search("maroc-hatch-[0-9a-f]+", each.svg)[0] for each in (first, other)}  # type: ignore[index]
    assert len(hatch) == 2


def test_a_map_survives_pickling(by_region: mo.Map) -> None:
    """It can be sent to another process."""
    assert pickle.loads(pickle.dumps(by_region)).svg == by_region.svg


def test_hostile_names_break_no_map(world: Any) -> None:
    """Markup, quotes, turned directions and what no XML may hold are text, in the picture, its title and the page."""
    region = mo.Region(id="MA-02", name=HOSTILE, parent=world.morocco, citations=[world.paper])
    city = mo.City(id="c", name=HOSTILE, parent=region, latitude="34", longitude="-2", citations=[world.paper])
    lost = mo.City(id="lost", name=HOSTILE * 30, parent=region, citations=[world.paper])
    data = mo.Dataset.of(
        world.promise("a", 10, places=[city]),
        world.promise("b", 5, places=[lost]),
        world.promise("c", 1, places=[lost, city]),
    )
    jobs = data.commitments
    for outlines in (True, False):
        for language in ("fr", "en", "ar"):
            shown = mo.map(
                jobs.breakdown("jobs", by="region"),
                sites=jobs.breakdown("jobs", by="city"),
                language=language,
                title=HOSTILE,
                outlines=outlines,
            )
            assert not [each for each in drawing(shown).iter() if each.tag.endswith("script")]
            assert "<script" not in shown.html()
            assert "\u202e" not in shown.html()
            assert any("alert('x')" in text for text in texts(shown))


def test_an_empty_breakdown_is_a_map_that_says_so(world: Any) -> None:
    """Nothing was promised: no region has a figure, and the sum is none rather than zero."""
    empty = mo.Dataset.of(world.promise("a", 10, measure="investment")).commitments
    shown = mo.map(empty.breakdown("jobs", by="region"))
    assert shown.regions == {}
    assert "In all, on the map and off it: —" in texts(shown)
    assert {each.attrib["fill"][:5] for each in regions(shown).values()} == {"url(#"}


def test_large_amounts_are_in_millions_and_rounded_outward(world: Any, cities: dict[str, mo.City]) -> None:
    """On the map a floor is rounded down and a ceiling up, and the map says that it rounds; the table does not."""
    money = mo.Dataset.of(
        world.promise("a", "plus de 12 390 000 dirhams", measure="investment", places=[cities["oujda"]]),
        world.promise("b", (11_110_000, 22_220_000), measure="investment", places=[cities["fes"]]),
    ).commitments
    shown = mo.map(money.breakdown("investment", by="region"))
    assert {"≥ 12.3", "investment (million MAD)"} <= set(texts(shown))
    assert "between 11.1 and 22.3" in " ".join(texts(shown))
    notes = " ".join(texts(shown))
    assert "Rounded; the table has the exact figures." in notes
    assert "A range has the colour and the size of its lower end." in notes
    assert "12\u202f390\u202f000" in shown.html()


def test_several_currencies_are_refused_on_one_map(world: Any, cities: dict[str, mo.City]) -> None:
    """Dirhams and euros do not compare; the error names the way out."""
    money = mo.Dataset.of(
        world.promise("a", mo.Figure(5, "MAD"), measure="investment", places=[cities["oujda"]]),
        world.promise("b", mo.Figure(5, "EUR"), measure="investment", places=[cities["fes"]]),
    ).commitments
    with pytest.raises(mo.errors.UnitMismatch, match=r"draw on one map EUR and MAD; .*currency='MAD'"):
        mo.map(money.breakdown("investment", by="region"))


def test_what_is_no_map_is_refused(promises: Any, world: Any) -> None:
    """Each error names the argument and what it takes."""
    by_region, by_city = (promises.breakdown("jobs", by=by) for by in ("region", "city"))
    with pytest.raises(mo.errors.WrongType, match=r"shown: .*breakdown\('jobs', by='region'\)"):
        mo.map(promises)
    with pytest.raises(mo.errors.InvalidField, match=r"shown: .*region, city, site or place"):
        mo.map(promises.breakdown("jobs", by="operator"))
    with pytest.raises(mo.errors.InvalidField, match=r"shown: .*one key"):
        mo.map(promises.breakdown("jobs", by=("region", "due")))
    with pytest.raises(mo.errors.InvalidField, match=r"sites: .*city, site or place"):
        mo.map(by_region, sites=by_region)
    with pytest.raises(mo.errors.InvalidField, match=r"sites: .*its own points"):
        mo.map(by_city, sites=[world.oujda])
    for sites in ("Oujda", 3, [world.oriental], ["oujda"]):
        with pytest.raises(mo.errors.WrongType, match="sites: "):
            mo.map(by_region, sites=sites)
    with pytest.raises(mo.errors.WrongType, match="outlines: "):
        mo.map(by_region, outlines="no")  # type: ignore[arg-type]
    for title in ("", 3):
        with pytest.raises(mo.errors.WrongType, match="title: "):
            mo.map(by_region, title=title)  # type: ignore[arg-type]
    with pytest.raises(mo.errors.UnknownWord, match="language"):
        mo.map(by_region, language="de")


def test_a_region_that_is_none_of_the_twelve_is_told(world: Any) -> None:
    """A user's region of another code keeps its line, with the reason."""
    region = mo.Region(id="MA-99", name="Ailleurs", parent=world.morocco, citations=[world.paper])
    jobs = mo.Dataset.of(world.promise("a", 10, places=[region])).commitments
    assert "Ailleurs: 10 jobs (not one of the twelve regions)" in texts(mo.map(jobs.breakdown("jobs", by="region")))


def test_a_point_beyond_the_frame_is_told(world: Any) -> None:
    """Coordinates that a map of Morocco has no room for are told as such."""
    paris = mo.City(
        id="paris", name="Paris", parent=world.oriental, latitude="48.9", longitude="2.3", citations=[world.paper]
    )
    jobs = mo.Dataset.of(world.promise("a", 10, places=[paris])).commitments
    assert "Paris: 10 jobs (beyond the frame)" in texts(mo.map(jobs.breakdown("jobs", by="city")))


def test_a_breakdown_by_place_tells_what_is_wider_than_a_city(world: Any, cities: dict[str, mo.City]) -> None:
    """A promise for a whole region is no point; it keeps its line."""
    jobs = mo.Dataset.of(
        world.promise("a", 10, places=[world.oriental]), world.promise("b", 5, places=[cities["fes"]])
    ).commitments
    shown = mo.map(jobs.breakdown("jobs", by="place"))
    assert [point.place.id for point in shown.points] == ["fes"]
    assert "Oriental: 10 jobs (wider than a city)" in texts(shown)


def test_a_map_is_saved_whole_and_replaces_nothing_unasked(by_region: mo.Map, tmp_path: Path) -> None:
    """A picture stands alone on white paper; a file that is there stays unless told otherwise; nothing else is left."""
    file = tmp_path / "map.svg"
    assert by_region.save(file) == file
    paper = ElementTree.parse(file).getroot()
    assert paper.attrib["color"] == "#1b1b1b"
    assert paper.find(f"{SVG}rect").attrib["fill"] == "#ffffff"  # type: ignore[union-attr]
    with pytest.raises(mo.errors.InvalidField, match="overwrite=True"):
        by_region.save(file)
    before = file.read_bytes()
    by_region.save(file, overwrite=True)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["map.svg"]


def test_a_map_is_saved_as_a_page(promises: Any, tmp_path: Path) -> None:
    """The page has a language, a direction, a title and a policy that lets nothing in; it holds picture and table."""
    shown = mo.map(promises.breakdown("jobs", by="region"), language="ar")
    page = shown.save(tmp_path / "map.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "default-src 'none'" in page
    assert shown.svg in page
    assert "<table>" in page


def test_a_path_of_another_kind_is_refused(by_region: mo.Map, tmp_path: Path) -> None:
    """A map is no PNG; the error says what it can be."""
    with pytest.raises(mo.errors.InvalidField, match=r"\.svg or \.html"):
        by_region.save(tmp_path / "map.png")
    with pytest.raises(mo.errors.WrongType, match="path: "):
        by_region.save(3)  # type: ignore[arg-type]


def test_a_map_says_what_it_is(by_region: mo.Map, by_city: mo.Map) -> None:
    """Its repr is one short line, and its title can be one's own."""
    assert repr(by_region) == "<Map: Jobs, by region: 2 of 12 regions with a figure, 0 points, 2 not on the map>"
    assert repr(by_city) == "<Map: Jobs, by city: 2 points, 3 not on the map>"
    assert (by_region.language, by_region.title) == ("en", "Jobs, by region")


def test_a_title_of_ones_own_is_drawn(promises: Any) -> None:
    """It stands on the map and names it."""
    shown = mo.map(promises.breakdown("jobs", by="region"), title="Promis à l'Est")
    assert shown.title == "Promis à l'Est"
    assert texts(shown)[0] == "Promis à l'Est"


@pytest.mark.parametrize(
    "numbers",
    [
        ["1"],
        ["1", "1"],
        ["300", "1750", "2000"],
        ["0", "7"],
        ["0.001", "1e12"],
        ["4100", "4900"],
        ["9.99", "10", "10.01"],
    ],
)
def test_classes_are_few_and_hold_every_number(numbers: list[str]) -> None:
    """The bounds rise, are at most six, and hold each number that is not zero."""
    known = [mo.Figure(number, "job").value for number in numbers]
    bounds = classes(number for number in known if number is not None)
    assert list(bounds) == sorted(set(bounds))
    assert 2 <= len(bounds) <= 6
    assert all(bounds[0] <= number < bounds[-1] for number in known if number)


def test_there_is_no_class_where_all_is_zero() -> None:
    """Zeros have a colour of their own."""
    assert classes([]) == ()
