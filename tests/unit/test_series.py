"""Series: what belongs to one, what never joins, its points, its gaps, its years and its text."""

import pickle
from types import SimpleNamespace
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.series import Point, Series, Subject


@pytest.fixture
def small(world: Any) -> mo.Dataset:
    """Jobs of a small Morocco: stocks of the country, a city and a site, of a company and of a branch."""
    seen, morocco = world.seen, world.morocco
    return mo.Dataset.of(
        seen("m-2015", 100, place=morocco, period=2015),
        seen("m-2018", 200, place=morocco, period=2018),
        seen("m-2018-rival", 260, place=morocco, period=2018),
        seen("m-2018-12", "environ 300 emplois", place=morocco, period="2018-12"),
        seen("m-2020-forecast", 900, place=morocco, period=2020, nature="forecast"),
        seen("m-flow", 50, place=morocco, period=2018, basis="flow"),
        seen("m-crm", 80, place=morocco, period=2018, segments=["CRM"]),
        seen("m-crm-bpo", 90, place=morocco, period=2018, segments=["BPO", "CRM"]),
        seen("m-acme", 40, place=morocco, period=2018, operator=world.acme),
        seen("m-digital", 999, place=morocco, period=2018, scope="digital"),
        seen("m-undated", 7, place=morocco, period=None),
        seen("oujda", 70, period="2019-03"),
        seen("shore", 60, place=world.oujda_shore, period="2019-03"),
        seen("money", 10, "export_revenue", place=morocco, period=2018, basis="flow", perimeter="old"),
        *world.ground,
    )


def ids(series: Series) -> set[str]:
    return {one.id for one in series.observations}


def test_a_series_holds_the_figures_of_the_place_itself(small: mo.Dataset) -> None:
    """Neither the places in the country nor single companies are in its series, and both are said to be there."""
    series = small.series("jobs")
    assert ids(series) == {
        "m-2015", "m-2018", "m-2018-rival", "m-2018-12", "m-2020-forecast", "m-flow", "m-crm", "m-crm-bpo",
        "m-digital", "m-undated",
    }  # fmt: skip
    assert [str(subject) for subject in series.aside] == [
        "jobs, Acme, Morocco, stock", "jobs, Oujda, stock", "jobs, Oujda Shore, stock",
    ]  # fmt: skip


def test_places_in_the_place_are_taken_where_asked(small: mo.Dataset, world: Any) -> None:
    """`within=True` takes each place within, in a strand of its own."""
    series = small.series("jobs", "Oriental", within=True)
    assert [strand.subject.place.id for strand in series.strands] == ["oujda", "oujda-shore"]
    assert len(small.series("jobs", world.oujda)) == 1


def test_companies_are_taken_where_asked(small: mo.Dataset, world: Any) -> None:
    """One company's own figures, or those of each in a strand of its own."""
    assert ids(small.series("jobs", operator="Acme")) == ids(small.series("jobs", operator=world.acme)) == {"m-acme"}
    everyone = small.series("jobs", operator="any")
    assert "m-acme" in ids(everyone)
    assert "m-2015" in ids(everyone)


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"segment": "call centers"}, {"m-crm"}),
        ({"segment": ["CRM", "BPO"]}, {"m-crm-bpo"}),
        ({"segment": None, "scope": "offshoring", "basis": "flow"}, {"m-flow"}),
        ({"scope": "numérique"}, {"m-digital"}),
        ({"nature": "forecast"}, {"m-2020-forecast"}),
        ({"unit": "job", "basis": "flow"}, {"m-flow"}),
        ({"perimeter": "old"}, set()),
    ],
)
def test_a_series_is_narrowed_by_keywords(small: mo.Dataset, narrowed: dict[str, Any], found: set[str]) -> None:
    """A keyword takes what is exactly so; None is what the source does not state; words are read in any language."""
    assert ids(small.series("jobs", **narrowed)) == found
    if "nature" not in narrowed:
        assert ids(small.series("jobs").only(**narrowed)) == found


def test_natures_are_narrowed_to_several(small: mo.Dataset) -> None:
    """A list of natures takes each of them."""
    taken = small.series("jobs", segment=None, nature=["forecast", "observed"])
    assert ids(taken) == ids(small.series("jobs", segment=None))


@pytest.fixture
def park(world: Any) -> mo.Site:
    """A park with figures of its own: two of one date, one that an observation states, a plan, and an undated one."""

    def figure(number: int, unit: str = "job", measure: str = "jobs", **fields: Any) -> mo.SiteFigure:
        return mo.SiteFigure(**{"measure": measure, "figure": mo.Figure(number, unit), "basis": "stock", **fields})

    return mo.Site(
        id="park", name="The Park", parent=world.oujda, citations=[world.paper], confidence="high",
        history=[
            figure(100, as_of=2018, citations=[world.other_paper]),
            figure(120, as_of=2018),
            figure(150, as_of=2019),
            figure(999, as_of=2019, basis="plan"),
            figure(90),
            figure(7000, "m2", "floor_space", as_of=2019),
        ],
    )  # fmt: skip


def test_the_figures_of_a_site_belong_to_its_series(world: Any, park: mo.Site) -> None:
    """What a park's record states counts like an observation, once, with its sources; a plan is no measurement."""
    ds = mo.Dataset.of(
        world.seen("seen", "plus de 150 emplois", place=park), world.seen("other", 5, place=park, period=2018)
    )
    series = ds.series("jobs", park)
    assert [(one.id, int(one.figure.number())) for one in series.observations] == [
        ("other", 5), ("park-jobs-2018", 100), ("park-jobs-2018-2", 120), ("seen", 150), ("park-jobs-undated", 90),
    ]  # fmt: skip
    own = series.at(2018).observations[1]
    assert (own.record.id, own.confidence, [source.id for source in own.sources]) == ("park", "high", ["other-paper"])
    assert [source.id for source in series.at(2018).observations[2].sources] == ["paper"]
    assert next(node.record for node in series.at(2018).best().derivation.walk() if node.record).kind == "site"
    assert [row["kind"] for row in series.to_frame("pyarrow").to_pylist()] == [
        "observation", "site", "site", "observation", "site",
    ]  # fmt: skip
    assert pickle.loads(pickle.dumps(series)) == series
    assert len(ds.series("floor_space", "The Park")) == 1


def test_the_jobs_of_a_company_at_a_place_belong_to_its_series(world: Any) -> None:
    """What a company's record says of its jobs at a place counts where no observation says the same."""
    seen = [
        mo.Presence(place=world.fes, jobs="40 emplois", as_of=year, citations=[world.paper]) for year in (2018, 2019)
    ]
    here = mo.Presence(place=world.fes, as_of=2020, citations=[world.paper])
    company = mo.Operator(id="deep", name="Deep", citations=[world.paper], presences=[*seen, here])
    ds = mo.Dataset.of(world.seen("seen", 40, place=world.fes, operator=company), company)
    assert ids(ds.series("jobs", "Fès", operator="Deep")) == {"seen", "deep-fes-jobs-2018"}
    assert len(ds.series("jobs", "Fès")) == 0


def test_what_does_not_join_stands_in_strands(small: mo.Dataset) -> None:
    """A stock, a flow, a branch, two branches together and another sector are strands, in a fixed order."""
    assert [str(strand.subject) for strand in small.series("jobs").strands] == [
        "jobs, Morocco, stock", "jobs, Morocco, flow", "jobs, Morocco, stock, CRM", "jobs, Morocco, stock, CRM + BPO",
        "jobs, Morocco, stock, digital",
    ]  # fmt: skip


def test_two_currencies_never_join(world: Any) -> None:
    """Dirhams and euros of the same thing are two strands."""
    given = {"measure": "revenue", "basis": "flow"}
    series = Series.of(
        [world.seen("a", mo.Figure(5, "MAD"), **given), world.seen("b", mo.Figure(5, "EUR"), **given, period=2020)]
    )
    assert [strand.subject.unit for strand in series.strands] == ["EUR", "MAD"]
    assert series.growth() == ()


def test_one_line_of_several_strands_is_refused(small: mo.Dataset) -> None:
    """Whatever needs one line lists the strands and shows the call that chooses one, and that call works."""
    series = small.series("jobs")
    for ask in (lambda: series.subject, lambda: series.at(2018), lambda: series.change(2015, 2018)):
        with pytest.raises(
            mo.errors.StrandsDoNotJoin, match="these 5 strands do not join: jobs, Morocco, stock; "
        ) as no:
            ask()
        assert str(no.value).endswith("series.only(basis='stock', segment=None, scope='offshoring')")
    assert str(series.only(basis="stock", segment=None, scope="offshoring").subject) == "jobs, Morocco, stock"


def test_strands_that_only_their_place_sets_apart_are_taken_one_by_one(small: mo.Dataset) -> None:
    """Where no keyword of `only` tells the strands apart, the advice is to take the strands."""
    with pytest.raises(mo.errors.StrandsDoNotJoin, match=r"Take them one by one: series.strands"):
        _ = small.series("jobs", "Oujda", within=True).subject


def test_rivals_of_one_period_stand_in_one_point(small: mo.Dataset) -> None:
    """A point has each rival with its figure, the smallest first; another precision is another period."""
    series = small.series("jobs", basis="stock", segment=None, scope="offshoring")
    assert [str(point.period) for point in series] == ["2015", "2018", "2018-12", "2020"]
    point = series.at("2018")
    assert [one.id for one in point] == ["m-2018", "m-2018-rival"]
    assert (len(point), point.year, point.is_contested, point.is_forecast) == (2, 2018, True, False)
    assert [int(figure.number()) for figure in point.figures] == [200, 260]
    assert series[3].is_forecast
    assert series[-1] == series.points[3]
    assert series[:2] == series.points[:2]
    assert [one.id for one in series.undated] == ["m-undated"]


def test_one_stretch_of_days_is_one_period_however_it_is_written(world: Any) -> None:
    """2011 and 2011-01..2011-12 are rivals; the point has the shorter name."""
    series = Series.of(
        [world.seen("a", 5, basis="flow", period="2011-01..2011-12"), world.seen("b", 6, basis="flow", period=2011)]
    )
    assert [str(point.period) for point in series] == ["2011"]
    assert series.at("2011-01..2011-12") == series.at(2011)


@pytest.mark.parametrize(
    ("amounts", "contested"),
    [
        ((200, 260), True),
        ((200, 200), False),
        (("plus de 200 emplois", 260), False),
        (("plus de 300 emplois", 260), True),
        (("près de 80 000 emplois", 75_000), False),
        ((6_860, 6_680), True),
        ((7_000, 6_860), False),
    ],
)
def test_rivals_contradict_each_other_beyond_qualifiers_and_rounding(
    world: Any, amounts: tuple[Any, Any], contested: bool
) -> None:
    """200 and 260 cannot both be true; "more than 200" and 260 can, and so can 7,000 and 6,860 rounded."""
    series = Series.of([world.seen(id, amount) for id, amount in zip("ab", amounts, strict=True)])
    assert series[0].is_contested is contested


def test_a_forecast_contradicts_nothing(world: Any) -> None:
    """What was expected and what came are no contradiction."""
    assert not Series.of([world.seen("a", 5), world.seen("b", 900, nature="forecast")])[0].is_contested


def test_years_gather_the_stocks_of_each_year(small: mo.Dataset) -> None:
    """A stock of December and one of the year stand in one point; a flow stays as it is."""
    years = small.series("jobs", segment=None, scope="offshoring").by_year()
    assert [(point.subject.basis.value, str(point.period), len(point)) for point in years] == [
        ("stock", "2015", 1), ("stock", "2018", 3), ("stock", "2020", 1), ("flow", "2018", 1),
    ]  # fmt: skip
    assert [one.id for one in years.undated] == ["m-undated"]


def test_gaps_are_the_years_without_a_measured_figure(small: mo.Dataset) -> None:
    """Years between the first figure and the last are gaps; a forecast neither ends the line nor fills a gap."""
    assert small.series("jobs", basis="stock", segment=None, scope="offshoring").gaps == (2016, 2017)
    assert small.series("jobs", "Jerada").gaps == ()


def test_a_part_of_a_year_is_no_figure_of_the_year(world: Any) -> None:
    """A flow of a half-year and one of five years leave the year a gap; one of all its months does not."""
    periods = ["2011", "2012-01..2012-06", "2013-01..2013-12", "2010..2014", "2015"]
    series = Series.of([world.seen(f"o{n}", 5, basis="flow", period=period) for n, period in enumerate(periods)])
    assert series.gaps == (2012, 2014)


def test_an_empty_series_says_what_there_is_instead(small: mo.Dataset) -> None:
    """Nothing is recorded of the region, and the series names what is recorded in it."""
    series = small.series("jobs", "Oriental")
    assert len(series) == 0
    assert repr(series) == "<Series jobs, Oriental: no figure; there is jobs, Oujda, stock; jobs, Oujda Shore, stock>"
    assert str(series) == "jobs, Oriental: no figure; there is jobs, Oujda, stock; jobs, Oujda Shore, stock"
    assert repr(small.series("revenue")) == "<Series revenue, Morocco: no figure>"
    assert series.explain() == "jobs, Oriental: no figure"
    assert (series.strands, series.gaps, series.growth(), len(series.best())) == ((), (), (), 0)
    with pytest.raises(mo.errors.PeriodNotFound, match="it has no dated figure at all"):
        _ = series.subject


@pytest.mark.parametrize(
    ("ask", "error", "text"),
    [
        (lambda ds: ds.series("jbos"), "UnknownWord", "did you mean 'jobs'"),
        (lambda ds: ds.series("jobs", "Oudja"), "UnknownName", "did you mean 'Oujda'"),
        (lambda ds: ds.series("jobs", 5), "WrongType", "a Place, its id or one of its names"),
        (lambda ds: ds.series("jobs", operator="Acmee"), "UnknownName", "did you mean 'Acme'"),
        (lambda ds: ds.series("jobs", operator=ds.place("Oujda")), "WrongType", "an Operator, its id"),
        (lambda ds: ds.series("jobs", segmnt="CRM"), "UnknownKeyword", "did you mean 'segment'"),
        (lambda ds: ds.series("jobs", segment="CMR"), "UnknownWord", "did you mean 'CRM'"),
        (lambda ds: ds.series("jobs", basis="stok"), "UnknownWord", "did you mean 'stock'"),
        (lambda ds: ds.series("jobs", perimeter="nwe"), "UnknownWord", "did you mean 'new'"),
        (lambda ds: ds.series("jobs", unit="jobb"), "UnknownUnit", "did you mean 'job'"),
        (lambda ds: ds.series("jobs", unit=None), "WrongType", "unit"),
        (lambda ds: ds.series("jobs", nature="guess"), "UnknownWord", "expected one of: observed"),
        (lambda ds: ds.series("jobs").only(bassis="stock"), "UnknownKeyword", "did you mean 'basis'"),
        (lambda ds: ds.series("jobs").best("officiel"), "UnknownWord", "did you mean 'official'"),
        (lambda ds: ds.series("jobs", "Oujda").at(2012), "PeriodNotFound", "the periods that have one are 2019-03"),
        (lambda ds: ds.series("jobs", "Oujda").at("soon"), "InvalidDate", "is no date"),
        (lambda ds: ds.series("jobs").best().at(2018), "StrandsDoNotJoin", "do not join"),
        (lambda ds: ds.series("jobs", "Oujda").best().at(2012), "PeriodNotFound", "2019-03"),
        (lambda ds: mo.Dataset.of().series("jobs"), "InvalidField", "the dataset has 0 countries"),
        (lambda ds: Series.of([ds.place("Oujda")]), "WrongType", "an Observation"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_choice(
    small: mo.Dataset, ask: Any, error: str, text: str
) -> None:
    """An unknown measure, place, company, keyword, word or period is an error of ours that says what was meant."""
    with pytest.raises(getattr(mo.errors, error)) as caught:
        ask(small)
    assert text in str(caught.value)


def test_a_series_reads_well_in_a_terminal(small: mo.Dataset, look: SimpleNamespace) -> None:
    """The short form says how much there is; the long one has a line per rival, with who says so, and the gaps."""
    series = small.series("jobs", scope="offshoring")
    assert repr(series) == "<Series jobs, Morocco: 7 points in 4 strands that do not join, 2015..2020, 9 records>"
    stock = series.only(basis="stock", segment=None)
    assert repr(stock) == "<Series jobs, Morocco, stock: 4 points, 2015..2020, 6 records>"
    assert look.text(stock).splitlines() == [
        "jobs, Morocco, stock",
        "  2015     100 jobs, CRI, 2026-03",
        "  2018     200 jobs, CRI, 2026-03",
        "           260 jobs, CRI, 2026-03",
        "  2018-12  about 300 jobs, CRI, 2026-03",
        "  2020     900 jobs (forecast), CRI, 2026-03",
        "  undated  7 jobs, CRI, 2026-03",
        "  no figure: 2016-2017",
    ]
    assert look.text(repr(stock.at(2018))) == "<Point 2018: 200 jobs | 260 jobs>"
    assert look.text(series).split("\n\n")[1].startswith("jobs, Morocco, flow\n  2018  50 jobs")


def test_in_a_series_of_years_each_figure_says_its_own_date(small: mo.Dataset, look: SimpleNamespace) -> None:
    """A stock of December stands in its year, and the text and the working say that it is of December."""
    years = small.series("jobs", basis="stock", segment=None, scope="offshoring").by_year()
    assert "        about 300 jobs (2018-12), CRI, 2026-03" in look.text(years).splitlines()
    choice = years.at(2018).best()
    assert look.text(choice).startswith("2018: 200 jobs, not about 300 jobs (")
    assert "  - about 300 jobs  observed, 2018-12 [" in look.text(choice.explain())
    december = small.series("jobs", basis="stock", segment=None, scope="offshoring").at("2018-12").best()
    assert look.text(december) == "2018-12: about 300 jobs"


def test_the_text_says_who_is_quoted_and_where(world: Any, look: SimpleNamespace) -> None:
    """The party that states a figure stands before the page; a body that prints its own figure is named once."""
    own = mo.Institution(id="cri", name="CRI", citations=[world.paper])
    series = Series.of(
        [
            world.seen("a", 1, stated_by=world.ministry, citations=[world.paper, world.other_paper], period=2011),
            world.seen("b", 2, said_by="A speaker", period=2012),
            world.seen("c", 3, stated_by=own, period=2013),
        ]
    )
    assert look.text(series).splitlines()[1:] == [
        "  2011  1 jobs, Ministère in CRI, 2026-03 and 1 more",
        "  2012  2 jobs, A speaker in CRI, 2026-03",
        "  2013  3 jobs, CRI, 2026-03",
    ]


def test_a_series_tells_its_working_in_three_languages(small: mo.Dataset, look: SimpleNamespace) -> None:
    """Each rival with its sources, and the gaps; the data reads back as the same tree."""
    series = small.series("jobs", basis="stock", segment=None, scope="offshoring")
    assert look.text(series.explain()).splitlines()[:5] == [
        "jobs, Morocco, stock",
        "  2015",
        "    observed: 100 jobs (1)",
        "  2018",
        "    observed: 200 jobs (1)",
    ]
    french = look.text(series.explain(language="fr"))
    assert french.startswith("emplois, Maroc, stock\n")
    assert "aucun chiffre : 2016-2017" in french
    assert "\n  sans date\n    observé : 7 emplois (1)" in french
    tree = series.derivation
    assert type(tree).from_dict(series.explain("data")) == tree
    assert [node.record.id for node in tree.walk() if node.record] == [one.id for one in series.observations]
    assert "<script" not in series.explain("html")
    several = small.series("jobs").explain(language="fr").splitlines()
    assert several[0] == "emplois, Maroc"
    assert "emplois, Maroc, flux\u00a0:" in several
    assert small.series("jobs", operator="any").explain(language="fr").startswith("jobs, Morocco\n")


def test_a_series_is_a_value(small: mo.Dataset) -> None:
    """Equal records make equal series; they hash, pickle and cite."""
    series = small.series("jobs")
    again = small.series("jobs")
    assert series == again
    assert hash(series) == hash(again)
    assert pickle.loads(pickle.dumps(series)) == series
    assert series != small.series("jobs", basis="stock")
    assert series.cite() == "CRI, “Enquête 2026”, 2026-03"
    assert isinstance(series[0], Point)
    assert series[0].cite() == series.cite()
    assert series.index(series[1]) == 1


def test_the_same_subject_is_told_and_told_apart(world: Any) -> None:
    """Two observations have one subject whatever their order of branches, dates and sources; else the fields differ."""
    first = Subject.of(world.seen("a", 5, segments=["BPO", "CRM"]))
    second = Subject.of(world.seen("b", 900, segments=["CRM", "BPO"], period=1999, citations=[world.other_paper]))
    assert first == second
    assert first.differences(second) == ()
    third = Subject.of(
        world.seen("c", mo.Figure(5, "percent"), basis="flow", place=world.fes, operator=world.acme, scope="parks")
    )
    assert first.differences(third) == ("place", "basis", "unit", "segments", "operator", "scope")
    assert third.label("fr") == "emplois, Acme, Fès, flux, parcs d'offshoring, percent"
    assert third.but(operator=None, unit="job", scope=mo.vocabulary.Scope.OFFSHORING).label("ar").count("،") == 0
    assert repr(first) == "<Subject jobs, Oujda, stock, CRM + BPO>"
    with pytest.raises(mo.errors.UnknownKeyword, match="did you mean 'place'"):
        first.but(plase=world.fes)
    with pytest.raises(mo.errors.WrongType, match="an Observation"):
        Subject.of(world.promise("p", 5))
