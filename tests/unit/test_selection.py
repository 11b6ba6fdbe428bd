"""Selecting records: what each keyword means, what it refuses, and what a selection counts."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import AmbiguousName, InvalidDate, UnknownKeyword, UnknownName, UnknownWord, WrongType


@pytest.fixture(scope="module")
def made(world: Any) -> mo.Dataset:
    """A dataset with one of each, and promises at all levels of places."""
    memorandum = mo.Agreement(
        id="memoranda",
        title="Memoranda",
        kind="mou",
        signed_on="2020-07",
        parties=[world.acme],
        citations=[world.paper],
    )
    one = mo.Agreement(id="one-memorandum", title="One", kind="mou", part_of=memorandum, citations=[world.paper])
    plan = mo.Plan(id="emergence", name="Plan Émergence", citations=[world.paper])
    oujda = world.promise(
        "oujda-acme", 1000, due="2026-06", places=[world.oujda], made_by=[world.acme], segments=["CRM"],
        announced_on="2020-07-10", agreement=one, made_with=[world.ministry],
    )  # fmt: skip
    inner = world.promise("oujda-inner", 100, places=[world.oujda_shore], part_of=oujda, announced_on="2020")
    innermost = world.promise("oujda-innermost", 10, places=[world.oujda_shore], part_of=inner)
    fes = world.promise(
        "fes-bolt", 600, due=2028, places=[world.fes], made_by=[world.bolt], segments=["BPO-captive"],
        announced_on="2019-04", agreement=memorandum, citations=[world.other_paper],
        history=[mo.StatusChange(status="cancelled", on="2022")],
    )  # fmt: skip
    money = world.promise("money", "10 MDH", "investment", places=[world.morocco], basis="level")
    aim = world.aim("aim", 4000, place=world.oriental, due=2022, plan=plan, announced_on=2019, set_by=[world.ministry])
    seen = world.seen("seen", 1000, operator=world.acme, period="2018-12", nature="estimate", stated_by=world.ministry)
    exports = world.seen(
        "exports", "9 MDH", "export_revenue", basis="flow", period=2017, scope="digital", perimeter="old"
    )
    event = mo.Event(
        id="fair", series="siccam", title="SICCAM", starts_on="2020-07-10", place=world.oujda,
        organisers=[world.ministry], citations=[world.paper],
    )  # fmt: skip
    return mo.Dataset.of(oujda, inner, innermost, fes, money, aim, seen, exports, event, *world.ground)


def ids(collection: Any) -> set[str]:
    return set(collection.ids)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"place": "oujda"}, {"oujda-acme", "oujda-inner", "oujda-innermost"}),
        ({"place": "Oriental"}, {"oujda-acme", "oujda-inner", "oujda-innermost"}),
        ({"place": "Maroc"}, {"oujda-acme", "oujda-inner", "oujda-innermost", "fes-bolt", "money"}),
        ({"place": ["oujda-shore", "FES"]}, {"oujda-inner", "oujda-innermost", "fes-bolt"}),
        ({"region": "MA-03"}, {"fes-bolt"}),
        ({"city": "Fès"}, {"fes-bolt"}),
        ({"site": "Oujdashore"}, {"oujda-inner", "oujda-innermost"}),
        ({"operator": "Acme"}, {"oujda-acme"}),
        ({"party": "Ministère"}, {"oujda-acme"}),
        ({"segment": "BPO"}, {"fes-bolt"}),
        ({"segment": "relation client"}, {"oujda-acme"}),
        ({"measure": "investissement"}, {"money"}),
        ({"agreement": "memoranda"}, {"oujda-acme", "fes-bolt"}),
        ({"agreement": "one-memorandum"}, {"oujda-acme"}),
        ({"announced": "2020"}, {"oujda-acme", "oujda-inner"}),
        ({"announced": "2020-07"}, {"oujda-acme"}),
        ({"announced": "2019..2020-06"}, {"fes-bolt"}),
        ({"announced": ["2019", "2020-07-10"]}, {"fes-bolt", "oujda-acme"}),
        ({"due": "2026"}, {"oujda-acme"}),
        ({"due": "2026-06"}, {"oujda-acme"}),
        ({"due": "2026-01"}, set()),
        ({"due": "2027.."}, {"fes-bolt"}),
        ({"status": "cancelled"}, {"fes-bolt"}),
        ({"status": "closed"}, {"fes-bolt"}),
        ({"status": "open"}, {"oujda-acme", "oujda-inner", "oujda-innermost", "money"}),
        ({"source": "other-paper"}, {"fes-bolt"}),
        ({"source": ["paper", "other-paper"], "place": "fes"}, {"fes-bolt"}),
        ({"part_of": "oujda-acme"}, {"oujda-inner", "oujda-innermost"}),
        ({"basis": "level"}, {"money"}),
        ({"ids": ["money", "fes-bolt"]}, {"money", "fes-bolt"}),
        ({"ids": "money"}, {"money"}),
        ({"ids": []}, set()),
        ({"place": "Oriental", "segment": "CRM", "announced": "2019..2020", "status": "open"}, {"oujda-acme"}),
        ({}, {"oujda-acme", "oujda-inner", "oujda-innermost", "fes-bolt", "money"}),
    ],
)
def test_each_keyword_selects_promises(made: mo.Dataset, asked: dict[str, Any], expected: set[str]) -> None:
    """Each keyword means itself and all within; several keywords must all hold; a list means any of its members."""
    assert ids(made.commitments.where(**asked)) == expected


@pytest.mark.parametrize(
    ("kind", "asked", "expected"),
    [
        ("targets", {"plan": "Plan Émergence"}, {"aim"}),
        ("targets", {"due": "2022", "place": "Oriental", "announced": 2019, "party": "ministry"}, {"aim"}),
        ("targets", {"due": "2023"}, set()),
        ("observations", {"period": "2018"}, {"seen"}),
        ("observations", {"period": "2016..2017"}, {"exports"}),
        ("observations", {"nature": "estimation"}, {"seen"}),
        ("observations", {"scope": "digital"}, {"exports"}),
        ("observations", {"perimeter": "old"}, {"exports"}),
        ("observations", {"operator": "acme"}, {"seen"}),
        ("observations", {"party": "ministry"}, {"seen"}),
        ("observations", {"basis": "flow", "measure": "export_revenue"}, {"exports"}),
        ("events", {"place": "Oriental", "announced": "2020", "party": "ministry"}, {"fair"}),
        ("agreements", {"kind": "mou", "party": "Acme", "announced": "2020"}, {"memoranda"}),
        ("agreements", {"agreement": "memoranda"}, {"memoranda", "one-memorandum"}),
        ("sources", {"announced": "2025"}, {"other-paper"}),
        ("sites", {"kind": "parc d'offshoring", "status": "unknown", "place": "Fès"}, {"fes-shore"}),
        ("cities", {"place": "Oriental"}, {"oujda", "jerada"}),
    ],
)
def test_each_kind_of_record_has_its_own_keywords(
    made: mo.Dataset, kind: str, asked: dict[str, Any], expected: set[str]
) -> None:
    """What a record has, it can be selected by."""
    assert ids(getattr(made, kind).where(**asked)) == expected


def test_predicates_and_things_select_too(made: mo.Dataset, world: Any) -> None:
    """A function of the record, a place itself and a company itself narrow as their names do."""
    assert ids(made.commitments.where(lambda promise: len(promise.pledges) == 1, place=world.fes)) == {"fes-bolt"}
    assert ids(made.commitments.where(operator=[world.acme, "Bolt"])) == {"oujda-acme", "fes-bolt"}
    assert ids(made.commitments.where(lambda promise: promise.part_of is not None)) == {
        "oujda-inner",
        "oujda-innermost",
    }


def test_selections_narrow_step_by_step(made: mo.Dataset) -> None:
    """Two calls mean what one call with both keywords means."""
    steps = made.commitments.where(place="Oriental").where(segment="CRM")
    assert steps == made.commitments.where(place="Oriental", segment="CRM")
    assert ids(steps) == {"oujda-acme"}


@pytest.mark.parametrize(
    ("kind", "asked", "error", "message"),
    [
        ("commitments", {"place": "Oujad"}, UnknownName, "no place is named 'Oujad'; did you mean 'Oujda' (oujda)?"),
        ("commitments", {"city": "Oriental"}, UnknownName, "no city is named 'Oriental'"),
        ("commitments", {"operator": "Ministère"}, UnknownName, "no operator is named 'Ministère'"),
        ("commitments", {"agreement": "memorand"}, UnknownName, "no agreement is named 'memorand'"),
        ("commitments", {"source": "nobody"}, UnknownName, "no source is named 'nobody'"),
        ("commitments", {"part_of": "nothing"}, UnknownName, "no commitment is named 'nothing'"),
        ("commitments", {"ids": ["money", "monney"]}, UnknownName, "no commitment is named 'monney'"),
        ("targets", {"plan": "emergency"}, UnknownName, "no plan is named 'emergency'"),
        ("commitments", {"segment": "CRN"}, UnknownWord, "'CRN' is not a segment; did you mean 'CRM'"),
        ("commitments", {"measure": "jbos"}, UnknownWord, "'jbos' is not a measure; did you mean 'jobs'"),
        ("commitments", {"status": "opne"}, UnknownWord, "'opne' is not a status; did you mean 'open'"),
        ("sites", {"status": "open"}, UnknownWord, "'open' is not a status"),
        ("commitments", {"basis": "levl"}, UnknownWord, "'levl' is not a basis; did you mean 'level'"),
        ("agreements", {"kind": "mouu"}, UnknownWord, "'mouu' is not a"),
        ("commitments", {"announced": "2019-13"}, InvalidDate, "'2019-13' is no date: month must be in 1..12"),
        ("commitments", {"due": "2020..2019"}, InvalidDate, "it ends before it starts"),
        ("observations", {"period": "soon"}, InvalidDate, "'soon' is no date"),
        ("commitments", {"place": 5}, WrongType, "got 5 (int), expected a Place, its id or one of its names"),
        ("commitments", {"operator": [None]}, WrongType, "expected an Operator, its id or one of its names"),
    ],
)
def test_what_is_not_known_is_an_error(
    made: mo.Dataset, kind: str, asked: dict[str, Any], error: type[Exception], message: str
) -> None:
    """A name, word or date that means nothing is never an empty selection."""
    with pytest.raises(error) as caught:
        getattr(made, kind).where(**asked)
    assert message in str(caught.value)


def test_an_unknown_keyword_suggests_the_nearest_and_lists_all(made: mo.Dataset) -> None:
    """`plce` is no keyword; `place` is, and the others of this kind are listed."""
    with pytest.raises(UnknownKeyword) as caught:
        made.commitments.where(plce="oujda")
    assert str(caught.value) == (
        "commitments.where() takes no 'plce'; did you mean 'place'?; it takes agreement, announced, basis, city, due, "
        "ids, measure, operator, part_of, party, place, region, segment, site, source, status"
    )


@pytest.mark.parametrize(
    ("kind", "keyword"),
    [
        ("observations", "due"),
        ("commitments", "period"),
        ("commitments", "nature"),
        ("sources", "place"),
        ("cities", "kind"),
    ],
)
def test_a_keyword_of_another_kind_is_an_error(made: mo.Dataset, kind: str, keyword: str) -> None:
    """A measurement has no due date: asking for one is refused, not answered with nothing."""
    with pytest.raises(UnknownKeyword, match=rf"^{kind}\.where\(\) takes no '{keyword}'"):
        getattr(made, kind).where(**{keyword: "2020"})


def test_a_name_that_two_places_share_is_an_error_that_lists_them(world: Any) -> None:
    """Two sites are called Technopark; neither is guessed."""
    parks = [
        mo.Site(id=f"technopark-{city.id}", name="Technopark", parent=city, citations=[world.paper])
        for city in (world.oujda, world.fes)
    ]
    ds = mo.Dataset.of(*parks)
    with pytest.raises(AmbiguousName) as caught:
        ds.commitments.where(place="technopark")
    assert str(caught.value) == (
        "'technopark' names more than one place: Technopark (technopark-oujda), Technopark (technopark-fes); "
        "use the id of the one meant"
    )
    assert caught.value.candidates == ("Technopark (technopark-oujda)", "Technopark (technopark-fes)")
    assert ds.place("technopark-fes") == parks[1]
    with pytest.raises(AmbiguousName, match="more than one site"):
        ds.sites.get("Technopark")
    assert "Technopark" in ds.sites


# What a selection counts


@pytest.fixture
def shared(world: Any) -> Any:
    """A promise of 5,050 for five places together by two companies, and 100 for Fès by Acme alone."""
    return world.promises(
        world.promise(
            "together", 5050, due="2026", places=[world.oujda, world.fes, world.meknes],
            made_by=[world.acme, world.bolt], segments=["CRM", "BPO"],
        ),
        world.promise("alone", 100, due="2026-06", places=[world.fes], made_by=[world.acme], segments=["CRM"]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        ({"place": "Fès"}, "it is for Oujda, Fès, Meknès, of which only Fès was asked for"),
        ({"region": "Fès-Meknès"}, "it is for Oujda, Fès, Meknès, of which only Fès-Meknès was asked for"),
        ({"operator": "Acme"}, "it is promised by Acme, Bolt together, not by Acme"),
        ({"segment": "CRM"}, "it is for CRM, BPO together, of which only CRM was asked for"),
    ],
)
def test_a_promise_that_is_only_partly_within_is_shown_and_not_counted(
    shared: Any, look: Any, asked: dict[str, str], because: str
) -> None:
    """The 5,050 are among what concerns Fès, Acme or CRM, and are not theirs: only the 100 count."""
    selection = shared.where(**asked)
    assert ids(selection) == {"together", "alone"}
    total = selection.total("jobs")
    assert look.counted(total) == {"alone": "100 jobs"}
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [("together", "outside", because)]


def test_a_pledge_due_at_another_date_is_not_counted(world: Any, look: Any) -> None:
    """300 by 2026 and 500 by 2028 in one promise: asked for 2026, it counts 300 and names the rest."""
    pledges = [
        mo.Pledge(measure="jobs", figure=mo.Figure(number, "job"), due=due, basis="additional")
        for number, due in ((300, 2026), (500, 2028))
    ]
    total = (
        world.promises(mo.Commitment(id="a", pledges=pledges, citations=[world.paper])).where(due="2026").total("jobs")
    )
    assert look.text(total.figure) == "300 jobs"
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [
        ("a", "outside", "it is due 2028, not within 2026")
    ]


def test_all_places_of_a_promise_asked_for_count_it(shared: Any) -> None:
    """Asked for the two regions that hold all three cities, the 5,050 count."""
    assert shared.where(place=["Oriental", "Fès-Meknès"]).total("jobs").figure.value == 5150
    assert shared.where(operator=["Acme", "Bolt"]).total("jobs").figure.value == 5150
    assert shared.where(segment=["CRM", "BPO"]).total("jobs").figure.value == 5150


def test_a_spread_gives_a_place_its_share(world: Any, look: Any) -> None:
    """900 for three cities spread equally: 300 for Fès, and the other two shares are left out by name."""
    promises = world.promises(world.promise("a", 900, places=[world.oujda, world.fes, world.meknes]))
    total = promises.where(place="Fès").total("jobs", spread="equally")
    assert look.text(total.figure) == "300 jobs"
    assert sorted(out.because for out in total.left_out) == [
        "it is for Meknès, of which only Fès was asked for",
        "it is for Oujda, of which only Fès was asked for",
    ]


def test_a_narrower_selection_counts_no_more_than_each_step_asked(shared: Any) -> None:
    """where(place=Fès-Meknès).where(place=Fès) is narrowed by both."""
    total = shared.where(place=["Oriental", "Fès-Meknès"]).where(place="Fès").total("jobs")
    assert total.figure.value == 100


def test_slices_of_a_selection_stay_narrowed(shared: Any) -> None:
    """A slice shows fewer records and still counts only what was asked for."""
    assert shared.where(place="Fès")[:1].total("jobs").figure is None
    assert shared[:1].total("jobs").figure.value == 5050


def test_a_whole_of_two_companies_does_not_give_its_rest_to_one(world: Any, look: Any) -> None:
    """3,000 by Acme and Bolt, of which Acme 1,000: asked for Acme, 1,000, and not the 2,000 beyond."""
    whole = world.promise("whole", 3000, made_by=[world.acme, world.bolt])
    part = world.promise("part", 1000, made_by=[world.acme], part_of=whole)
    promises = world.promises(whole, part)
    total = promises.where(operator="Acme").total("jobs")
    assert look.counted(total) == {"part": "1 000 jobs"}
    assert look.left_out(total) == {"whole": ("outside", None)}
    assert total.figure == promises.breakdown("jobs", "operator")["Acme"].figure


@pytest.mark.parametrize(
    ("by", "keyword"),
    [("region", "region"), ("city", "city"), ("site", "site"), ("operator", "operator"), ("segment", "segment")],
)
def test_a_selection_counts_what_the_breakdown_says(world: Any, by: str, keyword: str) -> None:
    """Without links between records, where(X).total is breakdown(by)[X], for each X."""
    places = [[world.oujda], [world.fes], [world.fes_shore], [world.oujda, world.fes], [world.fes, world.meknes], []]
    makers = [[world.acme], [world.bolt], [world.acme, world.bolt], [], [world.ministry], [world.acme, world.ministry]]
    segments = [["CRM"], ["ITO"], ["CRM", "ITO"], [], ["CRM"], ["KPO"]]
    promises = world.promises(
        *(
            world.promise(f"p{n}", 10**n, places=places[n], made_by=makers[n], segments=segments[n])
            for n in range(len(places))
        )
    )
    breakdown = promises.breakdown("jobs", by)
    named = [key for key in breakdown if key is not mo.NOT_STATED and not isinstance(key, mo.Several)]
    assert named
    for key in named:
        assert promises.where(**{keyword: key}).total("jobs").figure == breakdown[key].figure
