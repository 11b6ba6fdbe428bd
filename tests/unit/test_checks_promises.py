"""What is found among promises and aims: parts, repeats, rival tellings and horizons."""

from collections.abc import Callable
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.checks import Finding

Check = Callable[..., list[Finding]]


@pytest.fixture
def check() -> Check:
    """Check some records, and return the findings, of one code if one is given."""

    def run(*records: Any, code: str | None = None) -> list[Finding]:
        found = mo.Dataset.of(*records).check()
        return list(found if code is None else found.where(code=code))

    return run


def ids(finding: Finding) -> list[tuple[str, str]]:
    return [(exhibit.role.value, exhibit.record.id) for exhibit in finding.exhibits]


# Parts


@pytest.mark.parametrize("kind", ["promise", "aim"])
def test_parts_that_exceed_their_whole(world: Any, check: Check, kind: str) -> None:
    """700 and 600 do not fit into 1,000; 400 and 600 do."""
    make = getattr(world, kind)
    whole = make("whole", 1000)
    (finding,) = check(make("a", 700, part_of=whole), make("b", 600, part_of=whole))
    assert (finding.code, finding.severity) == ("parts_exceed_whole", "warning")
    assert ids(finding) == [("whole", "whole"), ("part", "a"), ("part", "b")]
    assert check(make("a", 400, part_of=whole), make("b", 600, part_of=whole)) == []


def test_a_whole_with_room_for_its_parts_says_less_than_they_do(world: Any, check: Check) -> None:
    """Over 1,000 allows for 1,050, and 1,000 for a rounding of 1,040: told as a notice."""
    for stated in ("plus de 1 000 emplois", 1000):
        whole = world.promise("whole", stated)
        (finding,) = check(world.promise("a", 700, part_of=whole), world.promise("b", 340, part_of=whole))
        assert (finding.code, finding.severity) == ("whole_below_parts", "notice")
        assert "1\u202f040\u00a0jobs" in finding.message("en")


def test_one_part_too_large_is_named_alone(world: Any, check: Check) -> None:
    """Where a part by itself exceeds the whole, the others are not its fault."""
    whole = world.promise("whole", 1000)
    (finding,) = check(world.promise("a", 3000, part_of=whole), world.promise("b", 600, part_of=whole))
    assert ids(finding) == [("whole", "whole"), ("part", "a")]


def test_what_is_told_twice_or_was_replaced_is_no_second_part(world: Any, check: Check) -> None:
    """A restatement of a part, and a part that another part replaced, are not added."""
    whole = world.promise("whole", 1000)
    first = world.promise("first", 600, part_of=whole)
    again = world.promise("again", 600, part_of=whole, restates=first)
    changed = world.promise("changed", 700, part_of=whole, supersedes=first)
    assert check(again, code="parts_exceed_whole") == []
    assert check(changed, code="parts_exceed_whole") == []


def test_only_figures_of_one_basis_and_unit_are_set_against_one_another(world: Any, check: Check) -> None:
    """A level is no part of an addition, euros none of dirhams; two levels may be two steps of one staircase."""
    whole = world.promise("whole", 1000)
    assert check(world.promise("a", 3000, basis="level", part_of=whole)) == []
    money = world.promise("money", 1000, "investment")
    euros = mo.Pledge(measure="investment", figure=mo.Figure(3000, "EUR"), basis="additional")
    part = mo.Commitment(id="euros", pledges=[euros], part_of=money, citations=[world.paper])
    assert check(part) == []
    level = world.promise("level", 1000, basis="level", due=2026)
    steps = [world.promise(name, size, basis="level", part_of=level) for name, size in (("a", 600), ("b", 900))]
    assert check(*steps) == []
    (finding,) = check(world.promise("c", 1500, basis="level", part_of=level))
    assert finding.code == "parts_exceed_whole"
    digital = world.aim("digital", 1000, scope="digital")
    assert check(world.aim("a", 3000, part_of=digital)) == []


def test_a_step_larger_than_its_promise(world: Any, check: Check) -> None:
    """A step on the way is contained in the promise."""

    def promise(step: Any) -> mo.Commitment:
        steps = [mo.Milestone(measure="jobs", figure=world.figure(step), due=2027), mo.Milestone(measure="launch")]
        return world.promise("tcs", "près de 500 emplois", milestones=steps)  # type: ignore[no-any-return]

    (finding,) = check(promise("plus de 1 000 emplois"))
    assert (finding.code, ids(finding)) == ("parts_exceed_whole", [("whole", "tcs"), ("part", "tcs")])
    assert str(finding.exhibits[1].period) == "2027"
    assert check(promise(500)) == []


# Told again


def test_a_promise_told_again_counts_once(world: Any, check: Check) -> None:
    """All tellings stand in one finding, the original first, whatever the order of the records."""
    first = world.promise("z-first", 500, announced_on="2020-02")
    again = world.promise("a-again", 500, announced_on="2021", restates=first)
    third = world.promise("b-third", 500, announced_on="2022", restates=again)
    for records in ((first, again, third), (third, first, again)):
        (finding,) = check(*records)
        assert (finding.code, finding.severity) == ("promise_repeated", "notice")
        assert ids(finding) == [("earlier", "z-first"), ("later", "a-again"), ("later", "b-third")]
        assert "3 times (2020-02; 2021; 2022)" in finding.message("en")


def test_a_promise_without_figures_is_told_again_too(world: Any, check: Check) -> None:
    """A telling need not have a figure."""
    first = mo.Commitment(id="first", title="Centre", citations=[world.paper])
    (finding,) = check(mo.Commitment(id="again", restates=first, citations=[world.paper]))
    assert [exhibit.figure for exhibit in finding.exhibits] == [None, None]
    assert "Centre: the same promise is told 2 times (undated)" in finding.message("en")


def test_tellings_that_do_not_agree(world: Any, check: Check) -> None:
    """800 against nearly 400 is a contradiction; another date alone is a notice; another basis is neither."""
    first = world.promise("first", "près de 400 emplois", due=2026)
    (finding,) = check(world.promise("again", 800, restates=first), code="tellings_disagree")
    assert finding.severity == "warning"
    (dates,) = check(world.promise("again", 400, due=2025, restates=first), code="tellings_disagree")
    assert (dates.severity, "400\u00a0jobs (2025)" in dates.message("en")) == ("notice", True)
    for other in (
        world.promise("again", 800, basis="level", restates=first),
        world.promise("again", 800, "investment", restates=first),
        world.promise("again", 395, due="2026-12", restates=first),
    ):
        assert check(other, code="tellings_disagree") == []


def test_a_telling_of_a_step_does_not_contradict_the_promise(world: Any, check: Check) -> None:
    """Nearly 10,000 by 2015 is the step of 9,800 by 2015 on the way to 15,000 by 2017."""
    step = mo.Milestone(measure="jobs", figure=mo.Figure(9800, "job"), due=2015)
    first = world.promise("first", 15_000, due=2017, milestones=[step])
    told = world.promise("again", "près de 10 000 emplois", due=2015, restates=first)
    assert check(told, code="tellings_disagree") == []
    other = world.promise("again", "près de 10 000 emplois", due=2016, restates=first)
    assert len(check(other, code="tellings_disagree")) == 1


# Alike


def test_promises_that_look_alike_may_be_one(world: Any, check: Check) -> None:
    """One company, one place, one number, two announcements and no link: a hint."""
    acme = {"made_by": [world.acme]}
    first = world.promise("first", 500, announced_on="2022-04", places=[world.oujda], **acme)
    second = world.promise("second", 500, announced_on="2023-01", places=[world.oujda_shore], **acme)
    (finding,) = check(first, second)
    assert (finding.code, finding.severity) == ("perhaps_repeated", "hint")
    assert ids(finding) == [("earlier", "first"), ("later", "second")]


@pytest.mark.parametrize(
    "changes",
    [
        {"places": ["fes"]},
        {"made_by": ["bolt"]},
        {"made_by": []},
        {"amount": 501},
        {"basis": "level"},
        {"announced_on": "2026-01", "due": None},  # after the first was due
        {"announced_on": None, "due": None},
        {"due": 2030},
        {"restates": "first"},
        {"supersedes": "first"},
        {"part_of": "first"},
    ],
)
def test_promises_that_are_not_alike_are_left_alone(world: Any, check: Check, changes: dict[str, Any]) -> None:
    """Another place, company, number, basis or date, or a link, and nothing is guessed."""
    given = {"announced_on": "2022-04", "places": [world.oujda], "made_by": [world.acme], "due": 2025}
    first = world.promise("first", 500, **given)
    named = {"fes": world.fes, "bolt": world.bolt, "first": first}
    for key, value in changes.items():
        many = isinstance(value, list)
        given[key] = [named[each] for each in value] if many else named.get(value, value)
    second = world.promise("second", given.pop("amount", 500), **given)
    assert check(first, second, code="perhaps_repeated") == []


def test_recruits_of_another_year_are_other_recruits(world: Any, check: Check) -> None:
    """400 hires announced in 2017 and 400 for 2018 are two campaigns; 400 for 2018 told twice may be one."""

    def hires(name: str, announced: str, due: Any) -> mo.Commitment:
        pledge = mo.Pledge(measure="hires", figure=mo.Figure(400, "person"), due=due, basis="additional")
        return mo.Commitment(
            id=name, pledges=[pledge], announced_on=announced, made_by=[world.acme], citations=[world.paper]
        )

    assert check(hires("a", "2017-03", None), hires("b", "2018-02", 2018)) == []
    assert len(check(hires("a", "2017-12", 2018), hires("b", "2018-02", 2018))) == 1


# Horizons


def test_a_promise_that_was_put_off(world: Any, check: Check) -> None:
    """The same number, or less, for a later date."""
    first = world.promise("first", 1000, due="2021-12-31", made_by=[world.acme])
    for amount in ("environ 1 000 emplois", 900, "plus de 1 000 emplois"):
        (finding,) = check(world.promise("second", amount, due=2027, made_by=[world.acme], supersedes=first))
        assert (finding.code, finding.severity) == ("horizon_moved", "notice")
        assert ids(finding) == [("earlier", "first"), ("later", "second")]
        assert "by 2021-12-31, then" in finding.message("en")


def test_more_later_is_a_further_promise(world: Any, check: Check) -> None:
    """800 by 2018 after nearly 500 by 2016 moves nothing; neither does a date within the first, or none."""
    first = world.promise("first", "près de 500 emplois", due=2016)
    for second in (
        world.promise("second", 800, due=2018, supersedes=first),
        world.promise("second", 500, due="2016-12", supersedes=first),
        world.promise("second", 500, due=2015, supersedes=first),
        world.promise("second", 500, supersedes=first),
        world.promise("second", 500, "investment", due=2020, supersedes=first),
    ):
        assert check(second) == []


def test_an_aim_that_replaces_another_for_later(world: Any, check: Check) -> None:
    """Aims that are linked are put off as promises are, and are not told a second time."""
    first = world.aim("first", 1000, due=2020, set_by=[world.ministry])
    (finding,) = check(world.aim("second", 1000, due=2025, set_by=[world.ministry], supersedes=first))
    assert (finding.code, "Ministère" in finding.message("fr")) == ("horizon_moved", True)


def test_one_number_aimed_at_for_two_dates(world: Any, check: Check) -> None:
    """The same figure for the same place on the same basis, for 2015 and for 2020."""
    first = world.aim("first", "environ 100 000 emplois", basis="level", due=2015)
    (finding,) = check(first, world.aim("second", 100_000, basis="level", due=2020))
    assert (finding.code, [str(exhibit.period) for exhibit in finding.exhibits]) == ("horizon_moved", ["2015", "2020"])
    for other in (
        world.aim("second", 100_000, basis="additional", due=2020),
        world.aim("second", 100_000, basis="level", due=2020, scope="digital"),
        world.aim("second", 100_000, basis="level", due=2020, segments=["CRM"]),
        world.aim("second", 100_000, basis="level", due=2020, place=world.oujda),
        world.aim("second", 100_000, basis="level"),
        world.aim("second", 100_000, basis=None, due=2020),
        world.aim("second", 100_000, basis="level", due=2020, part_of=first),
    ):
        assert check(first, other, code="horizon_moved") == []


# Aims


def test_one_aim_at_two_figures(world: Any, check: Check) -> None:
    """60,000 and 120,000 by 2020, of one ministry; aims of two authorities or sectors are two aims."""
    ministry = {"due": 2020, "set_by": [world.ministry]}
    first = world.aim("first", 60_000, **ministry)
    (finding,) = check(first, world.aim("second", 120_000, **ministry))
    assert (finding.code, finding.severity) == ("aims_disagree", "warning")
    for other in (
        world.aim("second", 120_000, due=2020),
        world.aim("second", 120_000, scope="digital", **ministry),
        world.aim("second", 120_000, due=2021, set_by=[world.ministry]),
        world.aim("second", 61_000, **ministry),
        world.aim("second", "plus de 50 000 emplois", **ministry),
    ):
        assert check(first, other) == []


def test_aims_of_one_plan_are_held_against_one_another(world: Any, check: Check) -> None:
    """Whoever tells them: the plan is one; two plans of one ministry are two."""
    plans = [mo.Plan(id=name, name=name, citations=[world.paper]) for name in ("plan-a", "plan-b")]
    first = world.aim("first", 60_000, due=2020, plan=plans[0], set_by=[world.ministry])
    (finding,) = check(first, world.aim("second", 120_000, due=2020, plan=plans[0]))
    assert finding.message("en").startswith("plan-a, ")
    assert check(first, world.aim("second", 120_000, due=2020, plan=plans[1], set_by=[world.ministry])) == []


def test_an_aim_of_two_sectors_together_is_explained(world: Any, check: Check) -> None:
    """123,000 filed with the 33,000 of IT is that and the 90,000 of offshoring."""
    plan = {"due": 2012, "plan": mo.Plan(id="ict", name="ICT", citations=[world.paper])}
    told = [
        world.aim("it", 33_000, scope="it_industry", **plan),
        world.aim("both", 123_000, scope="it_industry", **plan),
        world.aim("offshoring", 90_000, **plan),
    ]
    (finding,) = check(*told)
    assert (finding.severity, "two sectors together" in finding.message("en")) == ("notice", True)
    assert [record.id for record in finding.records] == ["both", "it", "offshoring"]
    (contradiction,) = check(*told[:2])
    assert contradiction.severity == "warning"
