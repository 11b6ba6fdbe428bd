"""The dataset as it could be known at a date."""

from __future__ import annotations

import copy
import itertools
import pickle

import pytest

import maroc_offshoring as mo
from maroc_offshoring.model.kinds import KINDS, kind_of, referred_to

DATES = ("1990", "2002-05", "2008", "2012-06-15", "2017", "2019-04-23", "2020-12-31", "2023", "2026-01-15", "2026-06")


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    """The reference dataset, published in February 2026."""
    ds = mo.load()
    return mo.Dataset({kind: tuple(ds.records(kind)) for kind in KINDS}, "1.0", published="2026-02-15")


@pytest.fixture(scope="module")
def views(ds: mo.Dataset) -> dict[str, mo.Dataset]:
    """The reference dataset as known at several dates."""
    return {date: ds.as_of(date) for date in DATES}


def paper(name: str, published: str | None = None) -> mo.Source:
    """Make a source."""
    return mo.Source(id=name, publisher="CRI", published=published)


def cited(name: str, published: str | None = None) -> list[mo.Citation]:
    """Cite a source."""
    return [mo.Citation(source=paper(name, published))]


def promise(name: str = "c", *sources: mo.Source, **fields: object) -> mo.Commitment:
    """Make a commitment that cites some sources."""
    return mo.Commitment(id=name, citations=sources or (paper("p", "2019"),), **fields)  # type: ignore[arg-type]


def ids(ds: mo.Dataset) -> set[tuple[str, str]]:
    """Name every record of a dataset."""
    return {(kind, record.id) for kind in KINDS for record in ds.records(kind)}


@pytest.mark.parametrize(
    ("published", "announced", "date", "known"),
    [
        ("2019-04-24", None, "2019-04-24", True),
        ("2019-04-24", None, "2019-04-23", False),
        ("2019-04-24", None, "2019-04", True),
        ("2019-04", None, "2019-04-29", False),  # it may have been published on the 30th
        ("2019-04", None, "2019-04-30", True),
        ("2019", None, "2019-12-30", False),
        ("2019", None, 2019, True),
        ("2021", "2019", "2020", False),  # what was announced was told later
        (None, "2019", "2019-12-31", True),
        (None, "2019", "2019-06", False),
        (None, None, "2019", False),
        (None, None, "2100", False),
    ],
)
def test_a_record_is_known_from_its_source(
    published: str | None, announced: str | None, date: str | int, known: bool
) -> None:
    """The source's date decides, then that of the record, then nothing does."""
    ds = mo.Dataset.of(promise("c", paper("p", published), announced_on=announced))
    view = ds.as_of(date)
    assert ("c" in view.commitments) is known
    assert ("p" in view.sources.ids) is known


def test_what_has_no_date_is_known_from_the_publication() -> None:
    """The dataset itself told it."""
    ds = mo.Dataset.of(promise("c", paper("p")), published="2026-02")
    assert "c" not in ds.as_of("2026-01").commitments
    assert "c" in ds.as_of("2026-02").commitments


def test_later_citations_are_dropped() -> None:
    """What is cited was out; of an undated source nobody can say that it was not."""
    ds = mo.Dataset.of(promise("c", paper("early", "2019"), paper("late", "2022"), paper("undated")))
    then = ds.as_of("2020").commitments["c"]
    assert [source.id for source in then.sources] == ["early", "undated"]
    assert ds.as_of("2020").sources.ids == ("early", "undated")
    assert ds.as_of("2022").commitments["c"] is ds.commitments["c"]


def test_statuses_are_those_known_then() -> None:
    """A change counts where it had happened and had been told."""
    history = [
        mo.StatusChange(status="under_way", on="2020", citations=cited("p20", "2020")),
        mo.StatusChange(status="partly_delivered", on="2020", citations=cited("p23", "2023")),
        mo.StatusChange(status="missed", on="2024"),
    ]
    ds = mo.Dataset.of(promise("c", paper("p19", "2019"), history=history))
    statuses = [ds.as_of(year).commitments["c"].status.value for year in (2019, 2020, 2022, 2023, 2024)]
    assert statuses == ["announced", "under_way", "under_way", "partly_delivered", "missed"]


def test_links_to_what_was_not_known_are_cut() -> None:
    """A part stands alone until its whole is told."""
    whole = promise("whole", paper("p22", "2022"))
    told_again = promise("again", paper("p21", "2021"))
    part = promise("part", paper("p19", "2019"), part_of=whole, restates=told_again, supersedes=told_again)
    ds = mo.Dataset.of(part)
    links = [(p.part_of, p.restates, p.supersedes) for p in (ds.as_of(y).commitments["part"] for y in (2019, 2021))]
    assert links == [(None, None, None), (None, told_again, told_again)]
    assert ds.as_of("2022").commitments["part"].part_of == whole


def test_identities_stay_and_tell_no_more_than_was_known() -> None:
    """A company that a known promise names stays, without its later sources, places and heirs."""
    heir = mo.Operator(id="heir", name="Heir", citations=[paper("p18", "2018")])
    country = mo.Country(id="morocco", name="Maroc", citations=[paper("atlas")])
    firm = mo.Operator(
        id="firm",
        name="Firm",
        citations=[paper("p23", "2023"), paper("p22", "2022")],
        presences=[
            mo.Presence(place=country, as_of="2019", citations=cited("p19", "2019")),
            mo.Presence(place=country, as_of="2023", citations=cited("p23", "2023")),
        ],
        owners=[mo.Owner(name="One", until="2022"), mo.Owner(name="Two", since="2022")],
        succeeded_by=heir,
    )
    plan = mo.Plan(id="plan", name="Plan", citations=[paper("p24", "2024")])
    aim = mo.Target(
        id="aim", measure="jobs", figure="100 emplois", place=country, plan=plan, citations=[paper("p19", "2019")]
    )
    ds = mo.Dataset.of(promise("c", paper("p19", "2019"), made_by=[firm]), aim, published="2026")
    view = ds.as_of("2020")
    then = view.operators["firm"]
    assert view.commitments["c"].made_by == (then,)
    assert [source.id for source in then.sources] == ["p22"]  # the earliest, because every record cites something
    assert [str(presence.as_of) for presence in then.presences] == ["2019"]
    assert [(owner.name, owner.until) for owner in then.owners] == [("One", None)]
    assert then.succeeded_by is None
    assert view.targets["aim"].plan == view.plans["plan"]
    assert ds.as_of("2026").operators["firm"] == firm


def test_an_agreement_is_cut_only_where_it_was_signed_later() -> None:
    """The instrument of a known promise was there, unless its date says otherwise."""
    signed = [
        mo.Agreement(id=str(on), title="A", kind="mou", signed_on=on, citations=[paper("p24", "2024")])
        for on in ("2018", None, "2022")
    ]
    for agreement, kept in zip(signed, (True, True, False), strict=True):
        view = mo.Dataset.of(promise("c", paper("p19", "2019"), agreement=agreement)).as_of("2020")
        assert (view.commitments["c"].agreement is not None) is kept
        assert (len(view.agreements) == 1) is kept


def test_a_site_is_no_further_than_it_was() -> None:
    """Its opening, its status and its figures are those of then."""
    country = mo.Country(id="morocco", name="Maroc", citations=[paper("atlas")])
    site = mo.Site(
        id="park",
        name="Park",
        parent=country,
        status="operating",
        opened="2013",
        citations=[paper("p10", "2010")],
        history=[
            mo.SiteFigure(measure="jobs", figure="10 emplois", basis="stock", as_of=year, citations=cited(f"p{year}"))
            for year in ("2014", "2018")
        ],
    )
    ds = mo.Dataset.of(site)
    seen = [ds.as_of(year).sites["park"] for year in (2010, 2013, 2015)]
    assert [(one.status.value, str(one.opened), len(one.history)) for one in seen] == [
        ("unknown", "None", 0),
        ("operating", "2013", 0),
        ("operating", "2013", 1),
    ]


@pytest.mark.parametrize(
    ("nature", "period", "published", "date", "known"),
    [
        ("observed", "2018", "2019", "2019", True),
        ("observed", "2020", "2019", "2019", False),  # a measurement of a time to come was none
        ("estimate", "2020", "2019", "2020-06", True),
        ("forecast", "2030", "2019", "2019", True),
        ("forecast", "2030", "2019", "2018", False),
        ("observed", "2014..2018", None, "2018", True),
        ("observed", "2014..2018", None, "2017", False),
        ("observed", "..2018", None, "2018-12-31", True),
        ("observed", None, None, "2100", False),
    ],
)
def test_measurements_of_a_later_time_are_out(
    nature: str, period: str | None, published: str | None, date: str, known: bool
) -> None:
    """A forecast is known from its source, anything else when its period begins, too."""
    country = mo.Country(id="morocco", name="Maroc", citations=[paper("atlas")])
    seen = mo.Observation(
        id="o", measure="jobs", figure="100 emplois", place=country, basis="stock", period=period, nature=nature,
        citations=[paper("p", published)],
    )  # fmt: skip
    assert ("o" in mo.Dataset.of(seen).as_of(date).observations) is known


def test_the_frame_of_places_stays(views: dict[str, mo.Dataset], ds: mo.Dataset) -> None:
    """Regions and cities can be asked for at any date; nothing else was known in 1990."""
    view = views["1990"]
    assert view.regions.ids == ds.regions.ids
    assert view.place("وجدة").region is view.region("Oriental")
    assert len(view.commitments.where(place="Oriental")) == 0
    assert {kind_of(record) for record in view.records()} == {
        "sources", "countries", "regions", "former_regions", "cities",
    }  # fmt: skip


def test_promises_of_2022_were_not_known_in_2020(views: dict[str, mo.Dataset], ds: mo.Dataset) -> None:
    """The sums of a date are sums of what was known."""
    then = views["2020-12-31"]
    assert "2022-04-20-phoneo" not in then.commitments
    assert "2020-07-10-saccom-oujda-1000" in then.commitments
    assert all(c.announced_on is None or c.announced_on.year <= 2020 for c in then.commitments)
    known = then.commitments.where(place="Oujda").total("jobs").figure
    assert known is not None
    assert ds.operators["Webhelp"].succeeded_by
    assert then.operators["Webhelp"].succeeded_by is None
    for record in then.commitments:
        assert all(s.published is None or s.published.last_day.year <= 2020 for s in record.sources)


def test_each_view_refers_only_to_its_own_records(views: dict[str, mo.Dataset]) -> None:
    """A view is a dataset like any other."""
    for view in views.values():
        own = {(kind, record.id): record for kind in KINDS for record in view.records(kind)}
        for record in own.values():
            for other in referred_to(record):
                assert own[kind_of(other), other.id] is other


def test_knowledge_grows(ds: mo.Dataset, views: dict[str, mo.Dataset]) -> None:
    """What is known stays known, until all of it is."""
    known = [ids(views[date]) for date in DATES]
    assert all(earlier <= later for earlier, later in itertools.pairwise(known))
    assert ds.as_of("2026-02-14") != ds
    assert ds.as_of("2026-02-15") == ds


def test_going_back_twice_is_going_back_to_the_earlier_date(views: dict[str, mo.Dataset]) -> None:
    """The order of the dates does not matter."""
    for first in DATES:
        for second in DATES:
            earlier = min(first, second, key=DATES.index)
            view = views[first].as_of(second)
            assert view == views[earlier]
            assert str(view.known_on) == earlier


def test_a_view_says_what_it_is(ds: mo.Dataset) -> None:
    """Version, publication and date are kept, also when it is copied."""
    view = ds.as_of("2020-12-31")
    assert ds.known_on is None
    for one in (view, copy.copy(view), pickle.loads(pickle.dumps(view))):
        assert (one.version, str(one.published), str(one.known_on)) == ("1.0", "2026-02-15", "2020-12-31")
    assert "1.0 as known on 2020-12-31" in repr(view)


def test_no_date_is_an_error(ds: mo.Dataset) -> None:
    """A text that is no date is refused by name."""
    with pytest.raises(mo.errors.InvalidDate, match="yesterday"):
        ds.as_of("yesterday")
