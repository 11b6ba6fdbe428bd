"""What a total counts once: restated promises, changed promises, wholes and their parts."""

from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import NotAdditive

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


def test_a_promise_that_went_back_can_still_change(world: Any, look: Any) -> None:
    """2,000, then 1,000, then 2,000 again, and then 1,500: the 1,500 stand, and the walk ends."""
    plan = world.promise("plan", 2000, announced_on="2019")
    cut = world.promise("cut", 1000, announced_on="2020", supersedes=plan)
    back = world.promise("back", 2000, announced_on="2021", restates=plan, supersedes=cut)
    final = world.promise("final", 1500, announced_on="2022", supersedes=back)
    assert look.counted(world.promises(plan, cut, back, final).total("jobs")) == {"final": "1 500 jobs"}


def test_of_two_that_changed_a_promise_the_later_stands_for_it(world: Any, look: Any) -> None:
    """1,000 became 400 in 2019 and 500 in 2020: the 1,000 are told as the latter's, whatever their ids."""
    old = world.promise("old", 1000, announced_on="2018")
    early = world.promise("z", 400, announced_on="2019", supersedes=old)
    late = world.promise("a", 500, announced_on="2020", supersedes=old)
    assert look.left_out(world.promises(old, early, late).total("jobs")) == {"old": ("superseded", "a")}


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


def test_what_the_original_changed_its_telling_changed(world: Any, look: Any) -> None:
    """The original, which is not selected, replaced the 1,000; so does the article that tells it again."""
    old = world.promise("old", 1000, announced_on="2018")
    original = world.promise("original", 700, announced_on="2019", supersedes=old)
    again = world.promise("again", 700, announced_on="2020", restates=original)
    total = world.promises(old, original, again).where(ids=["old", "again"]).total("jobs")
    assert look.counted(total) == {"again": "700 jobs"}
    assert look.left_out(total) == {"old": ("superseded", "again")}


def test_a_chain_of_versions_holds_through_tellings_that_are_not_selected(world: Any, look: Any) -> None:
    """The last version names a second article of the middle one, whose first article replaced the 1,000."""
    old = world.promise("old", 1000, announced_on="2018")
    middle = world.promise("middle", 700, announced_on="2019", supersedes=old)
    again = world.promise("middle-again", 700, announced_on="2020", restates=middle)
    last = world.promise("last", 600, announced_on="2021", supersedes=again)
    total = world.promises(old, middle, again, last).where(ids=["old", "last"]).total("jobs")
    assert look.counted(total) == {"last": "600 jobs"}
    assert look.left_out(total) == {"old": ("superseded", "last")}


def test_an_undated_telling_comes_after_all_that_are_dated(world: Any, look: Any) -> None:
    """Without the original a telling of 2021 counts before one without a date, and of two undated the first id."""
    original = world.promise("original", 1000)
    undated = [world.promise(name, number, restates=original) for name, number in (("a", 1100), ("b", 1200))]
    dated = world.promise("c", 1300, announced_on="2021", restates=original)
    promises = world.promises(original, *undated, dated)
    assert look.counted(promises.where(ids=["a", "b", "c"]).total("jobs")) == {"c": "1 300 jobs"}
    assert look.counted(promises.where(ids=["a", "b"]).total("jobs")) == {"a": "1 100 jobs"}


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


def test_a_part_lies_in_the_whole_that_only_a_telling_of_its_own_whole_names(world: Any, look: Any) -> None:
    """200 in 1,000, as told again; the first article puts these in 3,000, and neither is selected."""
    top = world.promise("top", 3000)
    middle = world.promise("middle", 1000, announced_on="2018", part_of=top)
    again = world.promise("middle-again", 1000, announced_on="2019", restates=middle)
    inner = world.promise("inner", 200, part_of=again)
    total = world.promises(top, middle, again, inner).where(ids=["top", "inner"]).total("jobs")
    assert look.counted(total) == {"inner": "200 jobs", "top": "2 800 jobs"}


def test_a_part_lies_in_the_whole_of_an_older_version_of_its_own_whole(world: Any, look: Any) -> None:
    """200 in 900, which replaced the 1,000 that were in 3,000; only the first and the last are selected."""
    top = world.promise("top", 3000)
    older = world.promise("older", 1000, announced_on="2018", part_of=top)
    newer = world.promise("newer", 900, announced_on="2019", supersedes=older)
    inner = world.promise("inner", 200, part_of=newer)
    total = world.promises(top, older, newer, inner).where(ids=["top", "inner"]).total("jobs")
    assert look.counted(total) == {"inner": "200 jobs", "top": "2 800 jobs"}


def test_a_whole_that_only_a_second_article_names_contains_a_promise_that_did_not_change(world: Any, look: Any) -> None:
    """1,000, said to be inside 3,000 by a second article only: 2,000 beyond, beside 50 that are linked to nothing."""
    apart = world.promise("apart", 50)
    whole = world.promise("whole", 3000)
    part = world.promise("part", 1000, announced_on="2018")
    again = world.promise("part-again", 1000, announced_on="2019", restates=part, part_of=whole)
    total = world.promises(apart, whole, part, again).total("jobs")
    assert look.counted(total) == {"apart": "50 jobs", "part": "1 000 jobs", "whole": "2 000 jobs"}


def test_of_several_wholes_that_articles_name_the_selected_one_counts(world: Any, look: Any) -> None:
    """Two articles put 200 in one whole and a third puts them in another; only the other is selected."""
    middle, top = world.promise("middle", 1000), world.promise("top", 3000)
    part = world.promise("part", 200, announced_on="2018", part_of=middle)
    again = world.promise("part-again", 200, announced_on="2019", restates=part, part_of=middle)
    third = world.promise("part-third", 200, announced_on="2020", restates=again, part_of=top)
    total = (
        world.promises(middle, top, part, again, third)
        .where(ids=["top", "part", "part-again", "part-third"])
        .total("jobs")
    )
    assert look.counted(total) == {"part": "200 jobs", "top": "2 800 jobs"}


def test_promises_that_are_inside_one_another_do_not_vanish(world: Any, look: Any) -> None:
    """Articles put a in c, b in a and c in b: one of them is taken for the outermost, and the walk ends."""
    first = world.promise("a", 600)
    second = world.promise("b", 200, part_of=first)
    third = world.promise("c", 1000, part_of=second)
    again = world.promise("z", 600, restates=first, part_of=third)
    inner = world.promise("inner", 50, part_of=again)
    promises = world.promises(first, second, third, again, inner)
    assert look.counted(promises.where(ids=["a", "b", "c", "z"]).total("jobs")) == {
        "a": "400 jobs", "b": "200 jobs", "c": "400 jobs",
    }  # fmt: skip
    assert look.counted(promises.where(ids="inner").total("jobs")) == {"inner": "50 jobs"}


def test_a_hundred_wholes_within_wholes_are_counted_and_no_more(world: Any) -> None:
    """No promise is so deep; a mistake in the records is refused by name instead of taken down to the bottom."""
    chain = [world.promise("p0", 1000)]
    for number in range(1, 101):
        chain.append(world.promise(f"p{number}", 1000 - number, part_of=chain[-1]))
    assert world.promises(*chain[:100]).total("jobs").figure.value == 1000
    with pytest.raises(NotAdditive) as caught:
        world.promises(*chain).total("jobs")
    assert str(caught.value) == (
        "a promise cannot be added here: it lies in a whole of a whole, more than 100 deep (p99, p100); "
        "take the parts by themselves"
    )


def test_what_lies_beyond_the_parts_names_no_one_of_several(world: Any) -> None:
    """Of 3,000 by two companies in two branches at two dates, the 2,000 beyond are whose and when nobody says."""
    pledges = [
        mo.Pledge(measure="jobs", figure=number, due=due, basis="additional")
        for number, due in (("1000 emplois", 2026), ("2000 emplois", 2028))
    ]
    several = mo.Commitment(
        id="several", pledges=pledges, made_by=[world.acme, world.bolt], segments=["CRM", "ITO"],
        places=[world.oujda, world.fes], citations=[world.paper],
    )  # fmt: skip
    one = world.promise("one", 3000, due=2026, made_by=[world.acme], segments=["CRM"], places=[world.oujda])
    rests = [
        world.promises(whole, world.promise("part", 1000, part_of=whole)).total("jobs").counted[-1]
        for whole in (several, one)
    ]
    for rest, whole in zip(rests, (several, one), strict=True):
        assert (rest.is_remainder, rest.figure.value, rest.stated.value) == (True, 2000, 3000)
        assert (rest.places, rest.path) == (whole.places, (whole.id,))
    assert [(rest.operators, rest.segments, rest.due) for rest in rests] == [
        ((), (), None),
        ((world.acme,), ("CRM",), mo.Period.of(2026)),
    ]


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
    (inside,) = basket.left_out
    assert look.text(inside) == (
        "2 000 000 EUR  part [part]: it is inside a whole that is stated in another currency; "
        "total with currency= to see it apart; counted instead: whole [whole]"
    )
    converted = promises.total("investment", currency="MAD")
    assert converted.figure.value == 65_000_000
    # 2,000,000 € at 10.6851 dirhams of 2022 are 21,370,200 dirhams.
    assert look.counted(converted) == {"part": "21 370 200 MAD", "whole": "43 629 800 MAD"}


def test_a_whole_of_several_currencies_within_is_a_part_like_any_other(world: Any, look: Any) -> None:
    """100 MDH ⊃ 65 MDH ⊃ 2 M€: without currency= the 65 count whole, and 35 beyond them."""
    top = world.promise("top", "100 MDH", "investment")
    whole = world.promise("whole", "65 MDH", "investment", part_of=top)
    total = world.promises(top, whole, world.promise("part", "2 M€", "investment", part_of=whole)).total("investment")
    assert look.counted(total) == {"whole": "65 000 000 MAD", "top": "35 000 000 MAD"}
    assert look.text(total) == "100 000 000 MAD"


def test_a_part_of_several_currencies_leaves_the_whole_as_it_is(world: Any, look: Any) -> None:
    """65 MDH, of which 1 M€ with 10 MDH, and 5 MDH: what is beyond is not known, and nothing is subtracted."""
    whole = world.promise("whole", "65 MDH", "investment")
    pledges = [mo.Pledge(measure="investment", figure=figure, basis="additional") for figure in ("1 M€", "10 MDH")]
    mixed = mo.Commitment(id="mixed", pledges=pledges, part_of=whole, citations=[world.paper])
    total = world.promises(whole, mixed, world.promise("part", "5 MDH", "investment", part_of=whole)).total(
        "investment"
    )
    assert look.counted(total) == {"whole": "65 000 000 MAD"}
    assert look.left_out(total) == {"mixed": ("inside", "whole"), "part": ("inside", "whole")}


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
