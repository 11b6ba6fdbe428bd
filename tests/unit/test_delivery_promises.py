"""Which promises are judged: told again, superseded, parts and wholes, without a date; and what a summary counts."""

import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.delivery import Delivery


@pytest.fixture
def deliver(world: Any) -> Any:
    """Judge some records, as of the end of 2026."""

    def of(*records: Any, **options: Any) -> Delivery:
        return mo.Dataset.of(*records, *world.ground, published="2026-12-31").delivery(**options)

    return of


def verdicts(delivery: Delivery) -> dict[str, str]:
    return {one.promise.id: one.verdict.value for one in delivery}


def left_out(delivery: Delivery) -> dict[str, str]:
    return {left.record.id: left.reason.value for left in delivery.left_out}


# The date


def test_a_promise_is_judged_from_its_last_day_on(world: Any, deliver: Any) -> None:
    """Before, and without a date, it stands among what was left out."""
    promises = [
        world.promise("past", 10, due=2020, announced_on=2018),
        world.promise("today", 10, due="2022-06-30", announced_on=2018),
        world.promise("ahead", 10, due="2022-07", announced_on=2018),
        world.promise("undated", 10, announced_on=2018),
        world.promise("open", 10, due="2019..", announced_on=2018),
    ]
    found = mo.Dataset.of(*promises, published="2022-06-30").delivery()
    assert [one.promise.id for one in found] == ["past", "today"]
    assert left_out(found) == {"ahead": "not_due", "undated": "no_date", "open": "no_date"}
    assert str(found.as_of) == "2022-06-30"


def test_there_is_no_hidden_clock(world: Any) -> None:
    """A dataset without a date is not judged until one is given."""
    ds = mo.Dataset.of(world.promise("p", 10, due=2020, announced_on=2018))
    with pytest.raises(mo.errors.InvalidField, match=r"as_of.*a date to judge on, such as as_of='2026-11-22'"):
        ds.delivery()
    assert len(ds.delivery(as_of="2026-12-31")) == 1


def test_a_verdict_as_of_a_date_knows_what_could_be_known_then(world: Any) -> None:
    """What was published later says nothing; a dataset taken back is judged on the date it was taken back to."""
    early = mo.Source(id="early", publisher="A", published="2018")
    aim = world.aim("aim", 1000, basis="level", place=world.oujda, due=2020, announced_on=2018, citations=[early])
    ds = mo.Dataset.of(aim, world.seen("seen", 1000, period=2020), *world.ground, published="2026-12-31")
    assert verdicts(ds.delivery()) == {"aim": "met"}  # its paper is of March 2026
    assert verdicts(ds.delivery(as_of="2021-12-31")) == {"aim": "not_measured"}
    then = ds.as_of("2021-12-31").delivery()
    assert (verdicts(then), str(then.as_of)) == ({"aim": "not_measured"}, "2021-12-31")
    assert len(ds.delivery(as_of="2019-12-31")) == 0


# What its record says


@pytest.mark.parametrize(
    ("status", "on", "verdict"),
    [
        ("delivered", "2019-05", "met"),
        ("delivered", "2020", "met"),
        ("delivered", "2021", "partly"),  # that it was in time is not said
        ("delivered", None, "partly"),
        ("partly_delivered", "2022", "partly"),
        ("missed", "2023", "missed"),
        ("cancelled", "2019", "missed"),
        ("under_way", "2019", "not_measured"),
        ("unknown", "2022", "not_measured"),
    ],
)
def test_the_history_of_a_promise_is_evidence(
    world: Any, deliver: Any, status: str, on: str | None, verdict: str
) -> None:
    """It says what became of the promise; in time only where it is dated so."""
    change = mo.StatusChange(status=status, on=on, citations=[world.other_paper])
    promise = world.promise("p", 10, due=2020, announced_on=2018, history=[change], places=[world.oujda])
    judged = deliver(promise)[0]
    assert judged.verdict == verdict
    assert judged.ratio is None
    if verdict != "not_measured":
        assert change.status.label("en") in judged.message()
        assert world.other_paper in judged.sources


def test_a_history_and_a_measurement_that_disagree_contest_the_promise(world: Any, deliver: Any) -> None:
    """The record says delivered, and it was measured to fall short; or the other way round."""
    for status, jobs in (("delivered", 9), ("missed", 10)):
        change = mo.StatusChange(status=status, on="2020-06", citations=[world.paper])
        promise = world.promise(
            "p", 10, basis="level", due=2020, announced_on=2018, history=[change], places=[world.oujda],
            made_by=[world.acme],
        )  # fmt: skip
        seen = world.seen("seen", jobs, period=2020, operator=world.acme)
        assert verdicts(deliver(promise, seen)) == {"p": "contested"}


def test_a_history_speaks_of_the_promise_as_a_whole(world: Any, deliver: Any) -> None:
    """Where a promise has several figures, the working says so of each."""
    change = mo.StatusChange(status="missed", on="2021", citations=[world.paper])
    jobs = mo.Pledge(measure="jobs", figure=mo.Figure(10, "job"), due=2020, basis="additional")
    money = mo.Pledge(measure="investment", figure=mo.Figure(10, "MAD"), due=2020, basis="additional")
    promise = mo.Commitment(id="p", pledges=[jobs, money], history=[change], citations=[world.paper], announced_on=2018)
    found = deliver(promise)
    assert [(one.measure.value, one.verdict.value) for one in found] == [("investment", "missed"), ("jobs", "missed")]
    assert "the history is that of the promise as a whole" in found[0].explain()


# Told again


def test_a_promise_told_again_is_judged_once(world: Any, deliver: Any) -> None:
    """The original is judged; the other tellings are listed and left out."""
    original = world.promise("original", 1000, basis="level", due=2020, announced_on=2018, places=[world.oujda])
    again = world.promise("again", 900, basis="level", due=2020, announced_on=2019, restates=original)
    found = deliver(original, again)
    assert [one.promise.id for one in found] == ["original"]
    assert [telling.id for telling in found[0].tellings] == ["again"]
    assert left_out(found) == {"again": "restated"}
    assert found.left_out[0].instead is not None
    assert found.left_out[0].instead.record is original
    assert "told again" in found[0].explain()


def test_the_history_of_another_telling_counts_where_it_tells_of_the_same(world: Any, deliver: Any) -> None:
    """That the money came says nothing of the jobs."""
    original = world.promise("original", 10, due=2020, announced_on=2018)
    change = mo.StatusChange(status="delivered", on="2019", citations=[world.paper])
    jobs = world.promise("jobs", 10, due=2020, announced_on=2019, restates=original, history=[change])
    money = world.promise("money", 5, "investment", announced_on=2019, restates=original, history=[change])
    assert verdicts(deliver(original, jobs)) == {"original": "met"}
    assert verdicts(deliver(original, money)) == {"original": "not_measured"}


def test_a_later_telling_is_judged_where_it_alone_gives_a_date(world: Any, deliver: Any) -> None:
    """The original without a date could never be judged."""
    original = world.promise("original", 10, announced_on=2018)
    dated = world.promise("dated", 12, due=2020, announced_on=2019, restates=original)
    assert [one.promise.id for one in deliver(original, dated)] == ["dated"]


# Superseded


def test_a_promise_that_was_replaced_before_its_date_says_so_and_is_not_counted(world: Any, deliver: Any) -> None:
    """The later version is, when its own date has passed."""
    old = world.promise("old", 1000, basis="level", due=2020, announced_on=2018, places=[world.oujda])
    new = world.promise("new", 500, basis="level", due=2021, announced_on="2019-05", supersedes=old)
    found = deliver(old, new)
    assert 'Superseded before its date by "new" (2019-05).' in found[0].message()
    assert [newer.id for newer in found[0].superseded_by] == ["new"]
    assert [one.promise.id for one in found.counted] == ["new"]
    (left,) = found.not_counted
    assert (left.reason.value, [one.promise.id for one in left.instead]) == ("replaced", ["new"])


def test_a_promise_that_was_replaced_after_its_date_counts(world: Any, deliver: Any) -> None:
    """Its date had passed: what came later is another promise."""
    old = world.promise("old", 1000, due=2020, announced_on=2018)
    new = world.promise("new", 500, due=2024, announced_on="2021-05", supersedes=old)
    found = deliver(old, new)
    assert 'Superseded after its date by "new" (2021-05).' in found[0].message()
    assert [one.promise.id for one in found.counted] == ["old", "new"]


def test_a_promise_that_may_have_been_replaced_before_its_date_counts(world: Any, deliver: Any) -> None:
    """Where the year of the newer one leaves it open, the reason does not say which."""
    old = world.promise("old", 1000, due="2020-06", announced_on=2018)
    new = world.promise("new", 500, due=2024, announced_on="2020", supersedes=old)
    found = deliver(old, new)
    assert 'Superseded by "new" (2020).' in found[0].message()
    assert [one.promise.id for one in found.counted] == ["old", "new"]


def test_a_promise_that_was_kept_before_it_was_replaced_is_met(world: Any, deliver: Any) -> None:
    """Being superseded is no verdict."""
    old = world.promise(
        "old", 1000, basis="level", due=2020, announced_on=2018, places=[world.oujda], made_by=[world.acme]
    )
    new = world.promise("new", 2000, basis="level", due=2030, announced_on="2019-05", supersedes=old)
    seen = world.seen("seen", 1000, period="2019-01", operator=world.acme)
    assert verdicts(deliver(old, new, seen)) == {"old": "met"}


def test_what_superseded_another_measure_does_not_replace_a_promise(world: Any, deliver: Any) -> None:
    """A new floor space leaves the jobs as they were promised; the next version of the jobs replaces them."""
    old = world.promise("old", 1000, due=2020, announced_on=2015)
    floor = world.promise("floor", mo.Figure(5, "m2"), "floor_space", announced_on=2016, supersedes=old)
    assert deliver(old, floor)[0].superseded_by == ()
    newest = world.promise("newest", 500, announced_on=2017, supersedes=floor)
    assert [newer.id for newer in deliver(old, floor, newest)[0].superseded_by] == ["newest"]


def test_a_party_that_goes_back_to_its_first_promise_replaces_the_second(world: Any, deliver: Any) -> None:
    """Each version is superseded only by what was told later."""
    first = world.aim("first", 10, due=2020, announced_on=2015)
    second = world.aim("second", 20, due=2020, announced_on=2016, supersedes=first)
    third = world.aim("third", 10, due=2020, announced_on=2017, supersedes=second)
    found = deliver(first, second, third)
    assert {one.promise.id: [newer.id for newer in one.superseded_by] for one in found} == {
        "first": ["second", "third"], "second": ["third"], "third": [],
    }  # fmt: skip


# Parts and wholes


def test_a_part_is_judged_but_not_counted_beside_its_whole(world: Any, deliver: Any) -> None:
    """Where the parts do not add up to the whole, the whole counts."""
    whole = world.promise("whole", 1500, due=2020, announced_on=2018)
    part = world.promise("part", 500, due=2020, announced_on=2018, part_of=whole)
    inner = world.promise("inner", 100, due=2020, announced_on=2018, part_of=part)
    found = deliver(whole, part, inner)
    assert len(found) == 3
    assert [one.promise.id for one in found.counted] == ["whole"]
    assert {str(left).split(":")[0]: left.reason.value for left in found.not_counted} == {
        "500\xa0jobs  part": "inside", "100\xa0jobs  inner": "inside",
    }  # fmt: skip


def test_parts_that_add_up_to_their_whole_count_in_its_place(world: Any, deliver: Any) -> None:
    """So that each company has its own promise in a summary."""
    whole = world.promise("whole", 300, due=2020, announced_on=2018, made_by=[world.acme, world.bolt])
    one = world.promise("one", 100, due=2020, announced_on=2018, made_by=[world.acme], part_of=whole)
    two = world.promise("two", 200, announced_on=2018, made_by=[world.bolt], part_of=whole)
    found = deliver(whole, one, two)
    assert str(next(each for each in found if each.promise is two).due) == "2020"  # the date of its whole
    assert [each.promise.id for each in found.counted] == ["one", "two"]
    assert [left.reason.value for left in found.not_counted] == ["covered"]
    assert sorted(str(operator) for operator in found.by("operator")) == ["Acme", "Bolt"]


def test_a_part_whose_whole_is_not_selected_counts_by_itself(world: Any, deliver: Any) -> None:
    """A selection counts what it holds."""
    whole = world.promise("whole", 1500, due=2020, announced_on=2018)
    part = world.promise("part", 500, due=2020, announced_on=2018, part_of=whole)
    found = deliver(whole, part)
    assert len(found.tally) == 1
    assert [one.promise.id for one in found.where(ids="part").counted] == ["part"]
    assert [one.promise.id for one in deliver(whole, part, ids="part").counted] == ["part"]


# Selecting and summarising


@pytest.fixture
def several(world: Any, deliver: Any) -> Delivery:
    """Two promises and an aim with different verdicts."""
    plan = mo.Plan(id="plan", name="Plan", citations=[world.paper])
    level = {"basis": "level", "due": 2020, "announced_on": 2018}
    return deliver(
        world.promise("met", 10, places=[world.oujda], made_by=[world.acme], **level),
        world.promise("missed", 10, places=[world.fes], made_by=[world.bolt], **level),
        world.aim("aim", 10, "companies", place=world.oujda, plan=plan, **{**level, "due": 2021}),
        world.promise("undated", 10, places=[world.oujda], announced_on=2018),
        world.seen("a", 10, period=2020, operator=world.acme),
        world.seen("b", 5, period=2020, operator=world.bolt, place=world.fes),
    )


def test_verdicts_are_selected_by_verdict_and_by_all_that_records_are_selected_by(several: Delivery) -> None:
    """A keyword of promises alone selects no aim, and the other way round."""
    assert set(verdicts(several.where(verdict="missed"))) == {"missed"}
    assert set(verdicts(several.where(verdict=["met", "not measured"]))) == {"met", "aim"}
    assert set(verdicts(several.where(place="Oriental"))) == {"met", "aim"}
    assert left_out(several.where(place="Oriental")) == {"undated": "no_date"}
    assert set(verdicts(several.where(operator="Acme"))) == {"met"}
    assert set(verdicts(several.where(plan="Plan"))) == {"aim"}
    assert set(verdicts(several.where(measure="companies"))) == {"aim"}
    assert set(verdicts(several.where(due="2020"))) == {"met", "missed"}
    assert set(verdicts(several.where(basis="additional"))) == set()
    assert set(verdicts(several.where(ids=["aim", "met"]))) == {"aim", "met"}
    assert set(verdicts(several.where(lambda one: one.ratio is not None))) == {"met", "missed"}


def test_what_cannot_be_asked_is_refused(several: Delivery, world: Any) -> None:
    """An unknown keyword, name or verdict is an error with the nearest choice."""
    with pytest.raises(mo.errors.UnknownKeyword, match=r"delivery\(\) takes no 'plce'; did you mean 'place'"):
        several.where(plce="Oujda")
    with pytest.raises(mo.errors.UnknownName, match="Atlantis"):
        several.where(place="Atlantis")
    with pytest.raises(mo.errors.UnknownName, match="nothing"):
        several.where(ids="nothing")
    with pytest.raises(mo.errors.UnknownWord, match="did you mean 'missed'"):
        several.where(verdict="mised")
    with pytest.raises(mo.errors.UnknownKeyword, match="'colour'"):
        several.by("colour")
    with pytest.raises(mo.errors.UnknownName, match="Atlantis"):
        several.by("place")["Atlantis"]
    with pytest.raises(mo.errors.UnknownKeyword, match=r"delivery\.by"):
        several.by(["place"])  # type: ignore[arg-type]
    with pytest.raises(mo.errors.WrongType, match="function of a judgement"):
        several.where("missed")  # type: ignore[arg-type]
    with pytest.raises(mo.errors.WrongType, match="verdict"):
        several.where(verdict=3)  # type: ignore[arg-type]
    with pytest.raises(mo.errors.UnknownWord, match="language"):
        several.explain("text", ["en"])  # type: ignore[arg-type]
    for wrong in (0, "", "0.2"):
        with pytest.raises(mo.errors.WrongType, match="convention"):
            several.dataset.delivery("2022", convention=wrong)  # type: ignore[arg-type]
        with pytest.raises(mo.errors.WrongType, match="convention"):
            several.dataset.series("jobs", "Oujda").growth(convention=wrong)  # type: ignore[arg-type]
        with pytest.raises(mo.errors.WrongType, match="convention"):
            several.dataset.commitments.total("jobs", basis="level").bounds(wrong)  # type: ignore[arg-type]


def test_a_summary_counts_verdicts_by_place_plan_operator_and_period(several: Delivery) -> None:
    """Each group has its counts, its judgements and its records."""
    by_place = several.by("place")
    assert {str(place): str(tally) for place, tally in by_place.items()} == {
        "Oujda": "1 met, 1 not measured", "Fès": "1 missed",
    }  # fmt: skip
    assert [record.id for record in by_place["oujda"].records] == ["met", "aim"]
    assert [one.promise.id for one in by_place["Oujda"].of("met")] == ["met"]
    assert {str(plan): len(tally) for plan, tally in several.by("plan").items()} == {"not stated": 2, "Plan": 1}
    assert {year: len(tally) for year, tally in several.by("period").items()} == {2020: 2, 2021: 1}
    assert len(several.by("operator")["Acme"]) == 1
    assert several.by("kind")["aim"].counts["not_measured"] == 1
    assert len(several.by(lambda one: one.verdict == "met")[True]) == 1
    assert "Oujda  1 met" in str(by_place)


def test_a_delivery_is_a_frozen_sequence(several: Delivery) -> None:
    """It slices, compares, hashes, pickles, cites and prints."""
    assert [one.promise.id for one in several[:1]] == ["met"]
    assert several[0] in several
    assert several[:] != several
    assert pickle.loads(pickle.dumps(several)) == several
    assert hash(several[0]) == hash(pickle.loads(pickle.dumps(several))[0])
    assert "CRI" in several.cite()
    assert repr(several) == "<Delivery as of 2026-12-31: 3 judged, 1 met, 1 missed, 1 not measured; 1 left out>"
    assert repr(several[0]) == "<Judgement met: met, 10\xa0jobs due 2020>"
    assert "  met           met (jobs)" in str(several)
    assert str(several.left_out[0]) == "10\xa0jobs  undated [undated]: it has no date"


def test_a_promise_is_sorted_by_its_date_then_by_its_record(world: Any, deliver: Any) -> None:
    """The order of the records does not matter."""
    promises = [
        world.promise(id, 10, due=due, announced_on=2015) for id, due in (("b", 2020), ("a", 2020), ("z", 2019))
    ]
    assert [one.promise.id for one in deliver(*promises)] == ["z", "a", "b"]
    assert [one.promise.id for one in deliver(*reversed(promises))] == ["z", "a", "b"]
