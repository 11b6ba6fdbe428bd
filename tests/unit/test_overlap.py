"""What a total counts once: restated promises, changed promises, wholes and their parts."""

from typing import Any

import pytest

import maroc_offshoring as mo

# One promise, told several times


def test_a_restated_promise_counts_once_as_its_original(world: Any, look: Any) -> None:
    """The original says 1,000; two later articles say 1,000 and 1,200 of the same promise: 1,000 counts."""
    original = world.promise("original", 1000, announced_on="2019")
    again = world.promise("again", 1000, announced_on="2020", restates=original)
    third = world.promise("third", 1200, announced_on="2021", restates=again)
    total = world.promises(original, again, third).total("jobs")
    assert look.counted(total) == {"original": "1 000 jobs"}
    assert look.left_out(total) == {"again": ("restated", "original"), "third": ("restated", "original")}
    assert {out.because for out in total.left_out} == {"the same promise told again"}


def test_without_its_original_the_earliest_telling_counts(world: Any, look: Any) -> None:
    """With only the tellings of 2021 and of May 2020 selected, that of 2020 counts, whatever their ids."""
    original = world.promise("original", 1000, announced_on="2019")
    late = world.promise("a-late", 1300, announced_on="2021", restates=original)
    early = world.promise("b-early", 1200, announced_on="2020-05", restates=original)
    total = world.promises(original, late, early).where(ids=["a-late", "b-early"]).total("jobs")
    assert look.counted(total) == {"b-early": "1 200 jobs"}
    assert look.left_out(total) == {"a-late": ("restated", "b-early")}
    assert [out.because for out in total.left_out] == ["the same promise, told earlier by another record"]


def test_an_original_without_the_measure_leaves_the_figure_to_its_telling(world: Any, look: Any) -> None:
    """The original promises money only; the jobs that a later article adds to it count."""
    original = world.promise("original", "10 MDH", "investment", announced_on="2019")
    again = world.promise("again", 500, announced_on="2020", restates=original)
    promises = world.promises(original, again)
    assert look.counted(promises.total("jobs")) == {"again": "500 jobs"}
    assert look.counted(promises.total("investment")) == {"original": "10 000 000 MAD"}


# A promise that changed


def test_of_a_chain_of_versions_the_latest_counts(world: Any, look: Any) -> None:
    """800, then 1,000, then 600: the last word is 600, and both others say so."""
    first = world.promise("first", 800)
    second = world.promise("second", 1000, supersedes=first)
    third = world.promise("third", 600, supersedes=second)
    total = world.promises(first, second, third).total("jobs")
    assert look.counted(total) == {"third": "600 jobs"}
    assert look.left_out(total) == {"first": ("superseded", "third"), "second": ("superseded", "third")}
    assert {out.because for out in total.left_out} == {"a later promise changed it"}


def test_of_the_versions_selected_the_latest_counts(world: Any, look: Any) -> None:
    """With the last version not selected the one before it counts, even over a gap in the chain."""
    first = world.promise("first", 800)
    second = world.promise("second", 1000, supersedes=first)
    third = world.promise("third", 600, supersedes=second)
    promises = world.promises(first, second, third)
    assert look.counted(promises.where(ids=["first", "second"]).total("jobs")) == {"second": "1 000 jobs"}
    over_a_gap = promises.where(ids=["first", "third"]).total("jobs")
    assert look.counted(over_a_gap) == {"third": "600 jobs"}
    assert look.left_out(over_a_gap) == {"first": ("superseded", "third")}


def test_a_version_without_the_measure_does_not_break_the_chain(world: Any, look: Any) -> None:
    """The middle version speaks of money only; the last one still replaces the first one's jobs."""
    first = world.promise("first", 800)
    middle = world.promise("middle", "10 MDH", "investment", supersedes=first)
    last = world.promise("last", 600, supersedes=middle)
    assert look.counted(world.promises(first, middle, last).total("jobs")) == {"last": "600 jobs"}
    assert look.counted(world.promises(first, middle).total("jobs")) == {"first": "800 jobs"}


def test_one_promise_changed_into_two_counts_as_the_two(world: Any, look: Any) -> None:
    """1,000 for a region became 400 for one city and 500 for another: 900."""
    old = world.promise("old", 1000, places=[world.oriental])
    new = [
        world.promise("oujda", 400, places=[world.oujda], supersedes=old),
        world.promise("jerada", 500, places=[world.jerada], supersedes=old),
    ]
    total = world.promises(old, *new).total("jobs")
    assert total.figure.value == 900
    assert look.left_out(total)["old"][0] == "superseded"


def test_what_changes_a_telling_changes_the_promise(world: Any, look: Any) -> None:
    """The new version names the second article of the promise; the original is superseded all the same."""
    original = world.promise("original", 1000, announced_on="2019")
    again = world.promise("again", 1000, announced_on="2020", restates=original)
    changed = world.promise("changed", 700, announced_on="2021", supersedes=again)
    total = world.promises(original, again, changed).total("jobs")
    assert look.counted(total) == {"changed": "700 jobs"}
    assert look.left_out(total) == {"original": ("superseded", "changed"), "again": ("restated", "original")}


def test_a_return_to_the_first_plan_does_not_make_the_promise_vanish(world: Any, look: Any) -> None:
    """2,000 became 1,000, and then the 2,000 were promised again: the promise counts, and it counts once."""
    plan = world.promise("plan", 2000, announced_on="2019")
    cut = world.promise("cut", 1000, announced_on="2020", supersedes=plan)
    back = world.promise("back", 2000, announced_on="2021", restates=plan, supersedes=cut)
    total = world.promises(plan, cut, back).total("jobs")
    assert look.text(total.figure) == "2 000 jobs"
    assert len(total.counted) == 1


def test_what_is_counted_instead_is_the_last_version(world: Any, look: Any) -> None:
    """A second article says that the 700 replaced the 1,000; then the 700 became 600: the 600 stand for both."""
    first = world.promise("first", 1000, announced_on="2018")
    second = world.promise("second", 700, announced_on="2019")
    again = world.promise("second-again", 700, announced_on="2020", restates=second, supersedes=first)
    third = world.promise("third", 600, announced_on="2021", supersedes=second)
    total = world.promises(first, second, again, third).total("jobs")
    assert look.counted(total) == {"third": "600 jobs"}
    assert look.left_out(total) == {
        "first": ("superseded", "third"),
        "second": ("superseded", "third"),
        "second-again": ("restated", "second"),
    }


# A whole and its parts


def test_parts_that_add_up_to_their_whole_count_in_its_place(world: Any, look: Any) -> None:
    """5,050 = 1,000 + 2,000 + 1,750 + 300, and the whole is left out, covered."""
    whole = world.promise("whole", 5050)
    parts = [world.promise(f"part-{number}", number, part_of=whole) for number in (1000, 2000, 1750, 300)]
    total = world.promises(whole, *parts).total("jobs")
    assert look.text(total.figure) == "5 050 jobs"
    assert look.counted(total) == {
        "part-1000": "1 000 jobs", "part-2000": "2 000 jobs", "part-1750": "1 750 jobs", "part-300": "300 jobs",
    }  # fmt: skip
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [
        ("whole", "covered", "its parts add up to it")
    ]


def test_what_a_whole_states_beyond_its_parts_is_a_remainder(world: Any, look: Any) -> None:
    """3,000 in all, of which 1,000 by Acme: 2,000 remain with the whole, and belong to no one company."""
    whole = world.promise("whole", 3000, made_by=[world.acme, world.bolt])
    part = world.promise("part", 1000, made_by=[world.acme], part_of=whole)
    promises = world.promises(whole, part)
    total = promises.total("jobs")
    assert total.figure.value == 3000
    assert look.counted(total) == {"part": "1 000 jobs", "whole": "2 000 jobs"}
    assert [line.is_remainder for line in total.counted] == [False, True]
    assert total.left_out == ()
    by = promises.breakdown("jobs", "operator")
    assert by["Acme"].figure.value == 1000
    assert by[mo.NOT_STATED].figure.value == 2000
    assert "what is beyond its parts: whole [whole]" in total.explain()


def test_a_part_whose_whole_is_not_selected_counts_by_itself(world: Any, look: Any) -> None:
    """Of 3,000 with a part of 1,000, the part alone is 1,000."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, part_of=whole)
    total = world.promises(whole, part).where(ids="part").total("jobs")
    assert look.counted(total) == {"part": "1 000 jobs"}
    assert total.left_out == ()


def test_a_whole_whose_parts_are_not_selected_counts_whole(world: Any, look: Any) -> None:
    """Of 3,000 with a part of 1,000, the whole alone is 3,000 and no remainder."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, part_of=whole)
    total = world.promises(whole, part).where(ids="whole").total("jobs")
    assert look.counted(total) == {"whole": "3 000 jobs"}
    assert not total.counted[0].is_remainder


def test_a_part_of_a_part_is_taken_out_at_each_level(world: Any, look: Any) -> None:
    """3,000 ⊃ 1,000 ⊃ 200: lines of 200, 800 and 2,000."""
    whole = world.promise("whole", 3000)
    middle = world.promise("middle", 1000, part_of=whole)
    inner = world.promise("inner", 200, part_of=middle)
    total = world.promises(whole, middle, inner).total("jobs")
    assert total.figure.value == 3000
    assert look.counted(total) == {"inner": "200 jobs", "middle": "800 jobs", "whole": "2 000 jobs"}


def test_a_part_of_a_part_of_a_selected_whole_is_inside_it(world: Any, look: Any) -> None:
    """With the middle not selected, the 200 still lie inside the 3,000."""
    whole = world.promise("whole", 3000)
    middle = world.promise("middle", 1000, part_of=whole)
    inner = world.promise("inner", 200, part_of=middle)
    total = world.promises(whole, middle, inner).where(ids=["whole", "inner"]).total("jobs")
    assert look.counted(total) == {"inner": "200 jobs", "whole": "2 800 jobs"}


def test_parts_that_exceed_their_whole_count_as_they_are(world: Any, look: Any) -> None:
    """600 + 600 of a whole of 1,000 are 1,200: the parts are the finer statement, and the whole is left out by name."""
    whole = world.promise("whole", 1000)
    parts = [world.promise(name, 600, part_of=whole) for name in ("part-a", "part-b")]
    total = world.promises(whole, *parts).total("jobs")
    assert total.figure.value == 1200
    assert [(out.record.id, out.reason, out.because) for out in total.left_out] == [
        ("whole", "exceeded", "its parts add up to more than it states")
    ]


def test_a_whole_of_at_least_keeps_its_open_end(world: Any, look: Any) -> None:
    """At least 3,000, of which 1,000: at least 2,000 beyond, and at least 3,000 in all."""
    whole = world.promise("whole", "plus de 3000 emplois")
    part = world.promise("part", 1000, part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.counted(total) == {"part": "1 000 jobs", "whole": "at least 2 000 jobs"}
    assert look.text(total.figure) == "at least 3 000 jobs"
    assert (total.figure.lower, total.figure.upper) == (3000, None)


def test_a_whole_of_at_least_stays_open_when_its_parts_reach_it(world: Any, look: Any) -> None:
    """At least 3,000, of which 3,000 are named: still at least 3,000 in all."""
    whole = world.promise("whole", "plus de 3000 emplois")
    part = world.promise("part", 3000, part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.text(total.figure) == "at least 3 000 jobs"


def test_a_whole_of_at_most_keeps_its_ceiling(world: Any, look: Any) -> None:
    """At most 1,000, of which exactly 300: at most 700 beyond, and no more than 1,000 in all."""
    whole = world.promise("whole", "jusqu'à 1000 emplois")
    part = world.promise("part", 300, part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.counted(total) == {"part": "300 jobs", "whole": "at most 700 jobs"}
    assert total.figure.upper == 1000


def test_a_whole_that_is_a_range_leaves_a_range_beyond(world: Any, look: Any) -> None:
    """[1000, 1500], of which 400: [600, 1100] beyond, and [1000, 1500] in all."""
    whole = world.promise("whole", (1000, 1500))
    part = world.promise("part", 400, part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.counted(total) == {"part": "400 jobs", "whole": "between 600 and 1 100 jobs"}
    assert (total.figure.value, total.figure.lower, total.figure.upper) == (None, 1000, 1500)


def test_what_a_part_promises_is_the_least_of_its_whole(world: Any, look: Any) -> None:
    """At most 1,000, of which exactly 300, are at least 300; [1000, 1500], of which 1,200, are at least 1,200."""
    whole = world.promise("whole", "jusqu'à 1000 emplois")
    total = world.promises(whole, world.promise("part", 300, part_of=whole)).total("jobs")
    assert (total.figure.lower, total.figure.upper) == (300, 1000)
    wide = world.promise("wide", (1000, 1500))
    total = world.promises(wide, world.promise("inner", 1200, part_of=wide)).total("jobs")
    assert (total.figure.lower, total.figure.upper) == (1200, 1500)


def test_a_part_that_is_open_does_not_open_an_exact_whole(world: Any, look: Any) -> None:
    """Exactly 1,000, of which at least 300: in all still exactly 1,000, and at most 700 beyond."""
    whole = world.promise("whole", 1000)
    part = world.promise("part", "plus de 300 emplois", part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.text(total.figure) == "1 000 jobs"
    assert look.counted(total) == {"part": "at least 300 jobs", "whole": "at most 700 jobs"}


def test_a_part_that_is_a_range_equal_to_its_whole_covers_it(world: Any) -> None:
    """[100, 200] with one part of [100, 200] is covered; its part does not add up to more than it states."""
    whole = world.promise("whole", (100, 200))
    part = world.promise("part", (100, 200), part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert (total.figure.lower, total.figure.upper) == (100, 200)
    assert [(out.record.id, out.reason) for out in total.left_out] == [("whole", "covered")]


def test_an_about_whole_keeps_its_mark(world: Any, look: Any) -> None:
    """About 1,000, of which 400: about 600 beyond, and about 1,000 in all."""
    whole = world.promise("whole", "environ 1000 emplois")
    part = world.promise("part", 400, part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.counted(total) == {"part": "400 jobs", "whole": "about 600 jobs"}
    assert look.text(total.figure) == "about 1 000 jobs"


def test_a_part_told_again_is_taken_out_once(world: Any, look: Any) -> None:
    """3,000 with a part of 1,000 that two articles tell: 2,000 beyond, not 1,000."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, announced_on="2019", part_of=whole)
    again = world.promise("part-again", 1000, announced_on="2020", part_of=whole, restates=part)
    total = world.promises(whole, part, again).total("jobs")
    assert look.counted(total) == {"part": "1 000 jobs", "whole": "2 000 jobs"}


def test_a_part_of_a_restated_whole_is_a_part_of_its_original(world: Any, look: Any) -> None:
    """The part names the second article of the whole: it is still inside the first."""
    whole = world.promise("whole", 3000, announced_on="2019")
    again = world.promise("whole-again", 3000, announced_on="2020", restates=whole)
    part = world.promise("part", 1000, part_of=again)
    total = world.promises(whole, again, part).total("jobs")
    assert total.figure.value == 3000
    assert look.counted(total) == {"part": "1 000 jobs", "whole": "2 000 jobs"}


def test_a_promise_that_changed_stays_inside_its_whole(world: Any, look: Any) -> None:
    """3,000 with a part of 1,000 that became 600: 2,400 beyond, and 3,000 in all, not 3,600."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, part_of=whole)
    changed = world.promise("changed", 600, supersedes=part)
    total = world.promises(whole, part, changed).total("jobs")
    assert total.figure.value == 3000
    assert look.counted(total) == {"changed": "600 jobs", "whole": "2 400 jobs"}
    assert look.left_out(total) == {"part": ("superseded", "changed")}


def test_a_promise_that_changed_twice_stays_inside_its_whole(world: Any, look: Any) -> None:
    """3,000 ⊃ 1,000, which became 700, as a second article says, and then 600: 2,400 beyond, and 3,000 in all."""
    whole = world.promise("whole", 3000)
    first = world.promise("first", 1000, announced_on="2018", part_of=whole)
    second = world.promise("second", 700, announced_on="2019")
    again = world.promise("second-again", 700, announced_on="2020", restates=second, supersedes=first)
    third = world.promise("third", 600, announced_on="2021", supersedes=second)
    total = world.promises(whole, first, second, again, third).total("jobs")
    assert look.counted(total) == {"third": "600 jobs", "whole": "2 400 jobs"}


def test_a_whole_that_only_a_second_article_names_contains_the_promise(world: Any, look: Any) -> None:
    """1,000, said to be inside 3,000 by a second article only, became 600: 2,400 beyond, and not 3,600 in all."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, announced_on="2018")
    again = world.promise("part-again", 1000, announced_on="2019", restates=part, part_of=whole)
    changed = world.promise("changed", 600, announced_on="2020", supersedes=part)
    total = world.promises(whole, part, again, changed).total("jobs")
    assert look.counted(total) == {"changed": "600 jobs", "whole": "2 400 jobs"}


def test_parts_of_an_older_whole_lie_inside_the_newer_one(world: Any, look: Any) -> None:
    """The whole of 3,000 became 2,500; its part of 1,000 is inside the 2,500."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, part_of=whole)
    newer = world.promise("newer", 2500, supersedes=whole)
    total = world.promises(whole, part, newer).total("jobs")
    assert total.figure.value == 2500
    assert look.counted(total) == {"part": "1 000 jobs", "newer": "1 500 jobs"}
    assert look.left_out(total) == {"whole": ("superseded", "newer")}


def test_a_part_that_replaces_its_own_whole_counts(world: Any, look: Any) -> None:
    """What is left of a cancelled whole of 3,000 is its part of 500."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 500, part_of=whole, supersedes=whole)
    assert look.counted(world.promises(whole, part).total("jobs")) == {"part": "500 jobs"}


def test_a_whole_in_dirhams_and_parts_in_euros_are_not_both_in_the_basket(world: Any, look: Any) -> None:
    """65 MDH, of which 2 M€: without currency= the whole counts; with it, the part and what is beyond."""
    whole = world.promise("whole", "65 MDH", "investment", announced_on="2022")
    part = world.promise("part", "2 M€", "investment", announced_on="2022", part_of=whole)
    promises = world.promises(whole, part)
    basket = promises.total("investment")
    assert look.text(basket) == "65 000 000 MAD"
    assert look.left_out(basket) == {"part": ("inside", "whole")}
    assert "total with currency= to see it apart" in basket.left_out[0].because
    converted = promises.total("investment", currency="MAD")
    assert converted.figure.value == 65_000_000
    # 2,000,000 € at 10.6851 dirhams of 2022 are 21,370,200 dirhams.
    assert look.counted(converted) == {"part": "21 370 200 MAD", "whole": "43 629 800 MAD"}


def test_a_part_without_a_rate_stays_inside_its_whole(world: Any, look: Any) -> None:
    """A part of 1990 cannot be converted; the whole still counts, once."""
    whole = world.promise("whole", "65 MDH", "investment", announced_on="2022")
    part = world.promise("part", "2 M€", "investment", announced_on="1990", part_of=whole)
    total = world.promises(whole, part).total("investment", currency="MAD")
    assert look.counted(total) == {"whole": "65 000 000 MAD"}
    assert look.left_out(total) == {"part": ("no_rate", None)}


def test_each_measure_is_resolved_by_itself(world: Any, look: Any) -> None:
    """The part states jobs only; the whole's money is not taken apart by it."""
    whole = mo.Commitment(
        id="whole",
        pledges=[
            mo.Pledge(measure="jobs", figure="3000 emplois", basis="additional"),
            mo.Pledge(measure="investment", figure="65 MDH", basis="additional"),
        ],
        citations=[world.paper],
    )
    part = world.promise("part", 1000, part_of=whole)
    promises = world.promises(whole, part)
    assert look.counted(promises.total("investment")) == {"whole": "65 000 000 MAD"}
    assert look.counted(promises.total("jobs")) == {"part": "1 000 jobs", "whole": "2 000 jobs"}


def test_a_part_that_states_a_level_takes_nothing_from_its_whole(world: Any, look: Any) -> None:
    """800 in all by 2022 is no part of 3,000 more that can be subtracted; it is left out as another basis."""
    whole = world.promise("whole", 3000)
    part = world.promise("part", 800, basis="level", part_of=whole)
    total = world.promises(whole, part).total("jobs")
    assert look.counted(total) == {"whole": "3 000 jobs"}
    assert look.left_out(total) == {"part": ("other_basis", None)}


def test_a_part_that_names_no_place_or_date_takes_those_of_its_whole(world: Any) -> None:
    """A part for `Maroc` without a date, of a whole for Oujda by 2026, is a line of Oujda by 2026."""
    whole = world.promise("whole", 3000, due=2026, places=[world.oujda])
    part = world.promise("part", 1000, places=[world.morocco], part_of=whole)
    promises = world.promises(whole, part)
    assert {str(key): part.figure.value for key, part in promises.breakdown("jobs", "city").items()} == {"Oujda": 3000}
    assert {str(key): part.figure.value for key, part in promises.breakdown("jobs", "due").items()} == {"2026": 3000}


@pytest.mark.parametrize("link", ["part_of", "supersedes"])
def test_aims_are_resolved_like_promises(world: Any, look: Any, link: str) -> None:
    """2,000 by 2020 inside 4,000 by 2022, or replaced by it: never 6,000."""
    wide = world.aim("wide", 4000, due=2022)
    near = world.aim("near", 2000, due=2020)
    if link == "part_of":
        near = world.aim("near", 2000, due=2020, part_of=wide)
    else:
        wide = world.aim("wide", 4000, due=2022, supersedes=near)
    total = mo.Dataset.of(wide, near).targets.total("jobs")
    assert total.figure.value == 4000
