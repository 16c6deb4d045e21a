"""Marks stay with their answers, whatever is shown and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.marks import Marks

SHOWN = (10, 20, 30, 40, 50)


def test_a_mark_is_set_and_taken_away() -> None:
    assert Marks().toggled(10).ids == {10}
    assert Marks().toggled(10).toggled(10).ids == set()


def test_a_range_goes_from_the_last_mark_in_both_directions() -> None:
    assert Marks().toggled(20).to(40, SHOWN).ids == {20, 30, 40}
    assert Marks().toggled(40).to(20, SHOWN).ids == {20, 30, 40}


def test_a_second_range_from_the_same_mark_replaces_the_first() -> None:
    assert Marks().toggled(20).to(50, SHOWN).to(30, SHOWN).ids == {20, 30}


def test_a_range_that_shrinks_keeps_what_was_marked_before() -> None:
    assert Marks().toggled(40).toggled(20).to(50, SHOWN).to(20, SHOWN).ids == {20, 40}


def test_a_range_without_a_beginning_is_one_answer() -> None:
    assert Marks().to(30, SHOWN).ids == {30}
    assert Marks().toggled(99).to(30, SHOWN).ids == {30, 99}


def test_a_range_follows_the_order_that_is_shown() -> None:
    assert Marks().toggled(10).to(20, (10, 50, 20, 30)).ids == {10, 50, 20}


def test_all_that_is_shown_is_marked_beside_what_is_hidden() -> None:
    assert Marks().toggled(99).with_all((10, 20)).ids == {10, 20, 99}
    assert Marks().toggled(99).with_all((10, 20)).without((10, 20)).ids == {99}


def test_marks_know_their_number_and_their_members() -> None:
    marks = Marks().with_all(SHOWN)
    assert len(marks) == 5
    assert 30 in marks
    assert len(marks.cleared()) == 0


@given(st.permutations(SHOWN), st.sampled_from(SHOWN), st.sampled_from(SHOWN))
def test_a_range_is_a_run_of_what_is_shown(shown: list[int], first: int, last: int) -> None:
    ids = Marks().toggled(first).to(last, shown).ids
    places = sorted(shown.index(id_) for id_ in ids)
    assert places == [*range(places[0], places[-1] + 1)]
    assert {first, last} <= ids
